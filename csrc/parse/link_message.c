#include "base/buf.h"
#include "parse/link.h"

static void add_page(buf *out, int32_t number)
{
    if (number > 0)
        buf_addf(out, "page %d", number);
    else
        buf_add(out, STR("the next page"));
}

static int32_t number_named(const link_page *from, const marker_link *l)
{
    int32_t number = l->marker->page;
    return number < 0 && from->page_number ? from->page_number + 1 : number;
}

static void add_linked(buf *out, const link_page *pages, const marker_link *l)
{
    const link_candidate *to = &l->best;
    buf_add(out, l->marker->kind == CLUE_TEASER ? STR("is on ") : STR("continues on "));
    if (pages[to->page].page_number)
        add_page(out, pages[to->page].page_number);
    else
        buf_add(out, STR("a page without a number"));
    if (to->story->printed.len) {
        buf_add(out, STR(": "));
        buf_add(out, to->story->printed);
    }
}

static void add_missing(arena *mem, buf *out, const issue *i, const link_page *from, int32_t number)
{
    add_page(out, number);
    if (i) {
        str title = issue_title(mem, i);
        buf_add(out, STR(" of "));
        buf_add(out, title);
        buf_add(out, str_find(title, STR(", ")) < title.len ? STR(", is not in this archive")
                                                            : STR(" is not in this archive"));
        return;
    }
    buf_add(out, STR(" of this page's issue is not known to the archive: "));
    if (!date_known(from->first)) {
        buf_add(out, STR("the page has no date"));
        return;
    }
    buf_add(out, STR("it could be one of several of "));
    date_add_range(out, from->first, from->last);
}

str link_message(arena *mem, const issue *i, const link_page *pages, const marker_link *l)
{
    const link_page *from = &pages[l->from_page];
    int32_t number = number_named(from, l);
    buf out = buf_in(mem);
    if (l->status == LINK_LINKED) {
        add_linked(&out, pages, l);
    } else if (l->status == LINK_PAGE_MISSING) {
        add_missing(mem, &out, i, from, number);
    } else if (number == 0) {
        buf_add(&out, STR("the number of the page is lost, and no story fits for sure"));
    } else {
        add_page(&out, number);
        buf_add(&out, STR(" is there, but no story on it fits for sure"));
    }
    return buf_str(&out);
}
