#include "parse/place_node.h"

static void add_number(buf *out, int32_t volume, int32_t number)
{
    if (volume)
        buf_addf(out, "Vol. %d", volume);
    if (number)
        buf_addf(out, "%sNo. %d", volume ? " " : "", number);
}

static void add_fields(buf *out, const place_evidence *e)
{
    size_t start = out->len;
    add_number(out, e->volume, e->number);
    if (date_known(e->first)) {
        buf_add(out, out->len > start ? STR(", ") : STR(""));
        date_add_range(out, e->first, e->last);
    }
    if (e->page_number)
        buf_addf(out, "%spage %d", out->len > start ? ", " : "", e->page_number);
}

str issue_title(arena *mem, const issue *i)
{
    buf out = buf_in(mem);
    add_fields(&out, &(place_evidence){
                         .volume = i->volume, .number = i->number, .first = i->first, .last = i->last});
    return out.len ? buf_str(&out) : STR("Undated issue");
}

str place_issue_key(arena *mem, const cluster *c)
{
    buf out = buf_in(mem);
    if (date_known(c->first))
        date_add_iso(&out, c->first);
    else if (c->volume)
        buf_addf(&out, "vol%d", c->volume);
    if (c->number)
        buf_addf(&out, "%sno%d", out.len ? "-" : "", c->number);
    return buf_str(&out);
}

static bool says_anything(const place_evidence *e)
{
    return e->volume || e->number || e->page_number || date_known(e->first);
}

static bool disagree(int32_t a, int32_t b)
{
    return a && b && a != b;
}

static bool contradicts(const place_evidence *path, const node *n)
{
    return disagree(path->number, n->number) || disagree(path->volume, n->volume) ||
           disagree(path->page_number, n->page_number) ||
           (date_known(path->first) && date_known(n->first) &&
            (date_compare(path->last, n->first) < 0 || date_compare(path->first, n->last) > 0));
}

static void add_part(buf *out, const char *what)
{
    buf_addf(out, "%s%s", out->len ? "; " : "", what);
}

static void add_mate(buf *out, const node *n)
{
    if (!n->mate)
        return;
    place_evidence issue_only = {
        .volume = n->in->volume, .number = n->in->number, .first = n->in->first, .last = n->in->last};
    add_part(out, n->source == FROM_PATH_MATE ? "its path shares the name of a page that prints "
                                              : "its neighbours are all of ");
    add_fields(out, &issue_only);
}

str place_words(arena *mem, const node *n)
{
    buf out = buf_in(mem);
    if (says_anything(n->printed)) {
        add_part(&out, "printed: ");
        add_fields(&out, n->printed);
    }
    if (n->in)
        add_mate(&out, n);
    if (says_anything(&n->path)) {
        add_part(&out, "path: ");
        add_fields(&out, &n->path);
        if (contradicts(&n->path, n))
            buf_add(&out, STR(", which is overruled"));
    }
    if (n->in && n->in->misread && n->printed->number == n->in->misread) {
        add_part(&out, "");
        buf_addf(&out, "No. %d is misread: by the issues before and after it is No. %d", n->in->misread,
                 n->in->number);
    }
    if (n->page_from == PAGE_FROM_ORDER)
        add_part(&out, "its place among its neighbours gives the page");
    if (n->page_from == PAGE_LEFT_OVER)
        add_part(&out, "the only page of the issue left over");
    if (n->ambiguous)
        add_part(&out, "several issues could have it");
    if (!n->in && !n->ambiguous)
        add_part(&out, "neither the page nor its path nor its neighbours tell its issue");
    if (!n->in && date_known(n->printed->not_before)) {
        add_part(&out, "not before ");
        date_add_range(&out, n->printed->not_before, n->printed->not_before);
    }
    return buf_str(&out);
}
