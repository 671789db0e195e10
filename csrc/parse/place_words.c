#include "base/hash.h"
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
    if (date_known(c->first)) {
        date_add_iso(&out, c->first);
    } else if (c->volume) {
        buf_add(&out, STR("vol"));
        buf_add_number(&out, (uint32_t)c->volume);
    }
    if (c->number) {
        buf_add(&out, out.len ? STR("-no") : STR("no"));
        buf_add_number(&out, (uint32_t)c->number);
    }
    return buf_str(&out);
}

static place_evidence said_by_path(const node *n)
{
    const path_evidence *p = &n->path;
    return (place_evidence){.first = p->first,
                            .last = p->last,
                            .volume = p->volume,
                            .number = p->number,
                            .page_number = p->page_number};
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

static void add_evidence(buf *out, const node *n)
{
    const place_evidence path = said_by_path(n);
    if (says_anything(n->printed)) {
        add_part(out, "printed: ");
        add_fields(out, n->printed);
    }
    if (n->in)
        add_mate(out, n);
    if (says_anything(&path)) {
        add_part(out, "path: ");
        add_fields(out, &path);
        if (contradicts(&path, n))
            buf_add(out, STR(", which is overruled"));
    }
    if (n->in && n->in->misread && n->printed->number == n->in->misread) {
        add_part(out, "");
        buf_addf(out, "No. %d is misread: by the issues before and after it is No. %d", n->in->misread,
                 n->in->number);
    }
    if (n->page_from == PAGE_FROM_ORDER)
        add_part(out, "its place among its neighbours gives the page");
    if (n->page_from == PAGE_LEFT_OVER)
        add_part(out, "the only page of the issue left over");
    if (n->ambiguous)
        add_part(out, "several issues could have it");
    if (!n->in && !n->ambiguous)
        add_part(out, "neither the page nor its path nor its neighbours tell its issue");
    if (!n->in && date_known(n->printed->not_before)) {
        add_part(out, "not before ");
        date_add_range(out, n->printed->not_before, n->printed->not_before);
    }
}

static uint64_t mix_days(uint64_t state, date first, date last)
{
    return hash_mix(state, (uint64_t)date_packed(first) << 32 | date_packed(last));
}

static uint64_t mix_numbers(uint64_t state, int32_t volume, int32_t number)
{
    return hash_mix(state, (uint64_t)(uint32_t)volume << 32 | (uint32_t)number);
}

static uint64_t mix_said(uint64_t state, const place_evidence *e)
{
    state = mix_days(mix_numbers(state, e->volume, e->number), e->first, e->last);
    return mix_days(hash_mix(state, (uint64_t)(uint32_t)e->page_number), e->not_before, e->not_before);
}

static uint64_t mix_issue(uint64_t state, const cluster *c)
{
    state = mix_days(mix_numbers(state, c->volume, c->number), c->first, c->last);
    return hash_mix(state, (uint64_t)(uint32_t)c->misread);
}

uint64_t place_told(const node *n)
{
    const place_evidence path = said_by_path(n);
    uint64_t state = mix_said(mix_said(1, n->printed), &path);
    state = mix_days(mix_numbers(state, n->volume, n->number), n->first, n->last);
    state = mix_numbers(state, n->page_number, (int32_t)n->page_from);
    state = hash_mix(state, (uint64_t)n->source << 2 | (uint64_t)(n->mate != NULL) << 1 | n->ambiguous);
    return (n->in ? mix_issue(state, n->in) : state) | 1;
}

str place_tell(arena *mem, const places *p, size_t page_index)
{
    const node *n = p->nodes[page_index];
    str by_links = p->pages[page_index].by_links;
    buf out = buf_in(mem);
    if (n->in || !by_links.len)
        add_evidence(&out, n);
    if (by_links.len) {
        add_part(&out, "");
        buf_add(&out, by_links);
    }
    return buf_str(&out);
}
