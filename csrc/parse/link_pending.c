/* Until linking lands: no marker leads anywhere. */
#include "base/buf.h"
#include "parse/link.h"

link *link_issue(arena *mem, const issue *i, const link_page *pages, size_t n_pages, size_t *n_links)
{
    size_t n = 0;
    (void)i;
    for (size_t p = 0; p < n_pages; p++)
        n += pages[p].page->n_jumps + pages[p].page->n_teasers;
    link *links = arena_array(mem, n, sizeof *links);
    *n_links = n;
    n = 0;
    for (size_t p = 0; p < n_pages; p++) {
        const link none = {(int32_t)p, -1, -1, -1, -1, LINK_PAGE_MISSING, 0, {"", 0}};
        for (size_t k = 0; k < pages[p].page->n_jumps; k++) {
            links[n] = none;
            links[n++].from_jump = (int32_t)k;
        }
        for (size_t k = 0; k < pages[p].page->n_teasers; k++) {
            links[n] = none;
            links[n++].from_teaser = (int32_t)k;
        }
    }
    return links;
}

str link_message(arena *mem, const issue *i, const link_page *pages, const link *l)
{
    const page *from = pages[l->from_page].page;
    int32_t to = l->from_jump >= 0 ? from->jumps[l->from_jump].page : from->teasers[l->from_teaser].page;
    buf out = buf_in(mem);
    buf_addf(&out, "page %d of ", to);
    buf_add(&out, i ? issue_title(mem, i) : STR("an unknown issue"));
    buf_add(&out, STR(", is not in this archive"));
    return buf_str(&out);
}
