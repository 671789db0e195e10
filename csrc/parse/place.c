#include "parse/place.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/sort.h"
#include "parse/folio.h"
#include "parse/place_node.h"

enum { MOST_ORDER = 64, MOST_VALUES = 16 };

static str folder_of(str file)
{
    const char *slash = file.len ? memrchr(file.ptr, '/', file.len) : NULL;
    return str_to(file, slash ? (size_t)(slash - file.ptr) + 1 : 0);
}

/* "3.txt" is the third of something. */
static int32_t order_of(str file)
{
    str name = str_from(file, folder_of(file).len);
    int32_t value = 0;
    size_t digits = 0;
    while (digits < name.len && digits < 3 && ascii_is_digit(name.ptr[digits]))
        value = value * 10 + (name.ptr[digits++] - '0');
    bool alone = digits > 0 && (digits == name.len || name.ptr[digits] == '.');
    return alone && value <= MOST_ORDER ? value : 0;
}

/* The key without "@2", and the 2, which is 1 where there is none. */
static str split_key(str key, int32_t *ordinal)
{
    size_t at = key.len;
    int32_t value = 0, scale = 1;
    for (; at > 0 && ascii_is_digit(key.ptr[at - 1]) && key.len - at < 6; at--, scale *= 10)
        value += (key.ptr[at - 1] - '0') * scale;
    bool marked = at > 0 && at < key.len && key.ptr[at - 1] == '@';
    *ordinal = marked ? value : 1;
    return marked ? str_to(key, at - 1) : key;
}

static int by_file(const void *x, const void *y)
{
    const node *a = x, *b = y;
    int order = str_compare(a->file, b->file);
    return order ? order : (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

/* Pages of one file are each other's neighbours, numbered by their order in it. */
static void set_folders(node *nodes, size_t n_nodes)
{
    for (size_t i = 0, end; i < n_nodes; i = end) {
        for (end = i + 1; end < n_nodes && str_eq(nodes[end].file, nodes[i].file);)
            end++;
        for (size_t k = i; k < end; k++) {
            node *n = &nodes[k];
            bool several = end - i > 1;
            n->folder = several ? n->file : folder_of(n->file);
            n->order = several ? n->ordinal : order_of(n->file);
            if (several && n->ordinal == 1 && date_known(n->path.first) && !n->path.page_number)
                n->path.page_number = 1;
        }
    }
}

/* A heading over a date that looks like a nameplate: on a page that another name numbers, or a section's
 * ("LIFE IN CHINA"). */
static bool is_false_nameplate(const node *n)
{
    str paper = n->printed->paper;
    return paper.len && !n->printed->number && (n->path.page_number > 1 || !folio_is_paper(paper));
}

/* The issue's number is printed, and the path says that this is its front page. */
static bool is_front_page(const node *n)
{
    return n->printed->number && n->path.page_number == 1;
}

/* What is printed counts before what the path says. */
static void weigh(node *n)
{
    place_evidence shown = *n->printed;
    const place_evidence *p = &shown;
    if (is_false_nameplate(n)) {
        shown.paper = STR("");
        shown.page_number = shown.page_number == 1 ? 0 : shown.page_number;
    }
    if (is_front_page(n)) /* a teaser's "PAGE 3" may have been taken for the page's own */
        shown.page_number = 1;
    n->paper = p->paper;
    bool by_print = date_known(p->first) || p->number;
    n->source = by_print                                      ? FROM_PRINT
                : date_known(n->path.first) || n->path.number ? FROM_PATH
                                                              : FROM_NOTHING;
    n->first = date_known(p->first) ? p->first : n->path.first;
    n->last = date_known(p->first) ? (date_known(p->last) ? p->last : p->first) : n->path.last;
    n->number = p->number ? p->number : n->path.number;
    n->volume = p->volume ? p->volume : n->path.volume;
    n->page_number = p->page_number ? p->page_number : n->path.page_number;
    n->page_from = p->page_number ? PAGE_PRINTED : n->page_number ? PAGE_FROM_PATH : PAGE_UNKNOWN;
}

static path_evidence path_says(const place_evidence *p)
{
    if (p->by_path)
        return *p->by_path;
    place_evidence said = place_from_path(p->key);
    return (path_evidence){said.first, said.last, said.volume, said.number, said.page_number};
}

static node *make_nodes(arena *mem, const place_evidence *pages, size_t n)
{
    node *nodes = arena_array(mem, n, sizeof *nodes);
    for (size_t i = 0; i < n; i++) {
        nodes[i] = (node){.printed = &pages[i], .index = i, .path = path_says(&pages[i])};
        nodes[i].file = split_key(pages[i].key, &nodes[i].ordinal);
    }
    sort_items(nodes, n, sizeof *nodes, by_file);
    set_folders(nodes, n);
    for (size_t i = 0; i < n; i++)
        weigh(&nodes[i]);
    return nodes;
}

static int by_path_issue(const void *x, const void *y)
{
    const node *a = *(node *const *)x, *b = *(node *const *)y;
    int order = str_compare(a->folder, b->folder);
    order = order ? order : date_compare(a->path.first, b->path.first);
    order = order ? order : (a->path.number > b->path.number) - (a->path.number < b->path.number);
    return order ? order : str_compare(a->printed->key, b->printed->key);
}

static bool same_path_issue(const node *a, const node *b)
{
    return str_eq(a->folder, b->folder) && date_compare(a->path.first, b->path.first) == 0 &&
           a->path.number == b->path.number;
}

static bool path_agrees(const node *n)
{
    return (!date_known(n->path.first) || !date_known(n->printed->first) ||
            (date_compare(n->path.first, n->last) <= 0 && date_compare(n->path.last, n->first) >= 0)) &&
           (!n->path.number || !n->printed->number || n->path.number == n->printed->number);
}

/* Pages whose paths name one issue: where those that print theirs say that the name is wrong (the day of a
 * scan, say), the others follow them; where they say different things, the name tells nothing. */
static void follow_mates(node **mates, size_t n)
{
    const node *prints = NULL;
    bool differ = false;
    for (size_t i = 0; i < n; i++) {
        if (mates[i]->source != FROM_PRINT)
            continue;
        if (path_agrees(mates[i]))
            return;
        differ |= prints &&
                  (date_compare(prints->first, mates[i]->first) != 0 || prints->number != mates[i]->number);
        prints = prints ? prints : mates[i];
    }
    for (size_t i = 0; prints && i < n; i++) {
        node *other = mates[i];
        if (other->source != FROM_PATH)
            continue;
        other->first = differ ? (date){0} : prints->first;
        other->last = differ ? (date){0} : prints->last;
        other->number = differ ? 0 : prints->number;
        other->volume = differ ? 0 : prints->volume;
        other->source = differ ? FROM_NOTHING : FROM_PATH_MATE;
        other->mate = differ ? NULL : prints;
    }
}

static void follow_all_mates(arena *mem, node *nodes, size_t n_nodes)
{
    node **sorted = arena_array(mem, n_nodes, sizeof *sorted);
    size_t n = 0;
    for (size_t i = 0; i < n_nodes; i++)
        if (date_known(nodes[i].path.first) || nodes[i].path.number)
            sorted[n++] = &nodes[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, by_path_issue);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && same_path_issue(sorted[i], sorted[end]);)
            end++;
        follow_mates(sorted + i, end - i);
    }
}

static int32_t given(const node *n, bool printed, bool volume)
{
    if (printed)
        return volume ? n->printed->volume : n->printed->number;
    return volume ? n->path.volume : n->path.number;
}

/* The value that most pages give; of equals the one that a lower page gives. */
static int32_t most_given(const cluster *c, bool printed, bool volume)
{
    struct {
        int32_t value, votes, lowest;
    } values[MOST_VALUES];
    size_t n_values = 0, best = 0;
    for (const node *n = c->nodes; n; n = n->next) {
        int32_t value = given(n, printed, volume), at = n->page_number ? n->page_number : INT32_MAX;
        size_t i = 0;
        while (i < n_values && values[i].value != value)
            i++;
        if (!value || i == MOST_VALUES)
            continue;
        if (i == n_values) {
            values[n_values].value = value;
            values[n_values].votes = 0;
            values[n_values++].lowest = at;
        }
        values[i].votes++;
        values[i].lowest = at < values[i].lowest ? at : values[i].lowest;
    }
    for (size_t i = 1; i < n_values; i++)
        if (values[i].votes > values[best].votes ||
            (values[i].votes == values[best].votes &&
             (values[i].lowest < values[best].lowest ||
              (values[i].lowest == values[best].lowest && values[i].value < values[best].value))))
            best = i;
    return n_values ? values[best].value : 0;
}

static void complete(cluster *c)
{
    int32_t number = most_given(c, true, false), volume = most_given(c, true, true);
    c->number = number ? number : most_given(c, false, false);
    c->volume = volume ? volume : most_given(c, false, true);
    const node *first = NULL;
    for (const node *n = c->nodes; n; n = n->next)
        if (n->paper.len && (!first || str_compare(n->printed->key, first->printed->key) < 0))
            first = n;
    c->paper = first ? first->paper : STR("");
}

static str first_key(const cluster *c)
{
    str least = c->nodes->printed->key;
    for (const node *n = c->nodes->next; n; n = n->next)
        if (str_compare(n->printed->key, least) < 0)
            least = n->printed->key;
    return least;
}

/* Newest first, those without a date last; those of one key together. */
static int newest_first(const void *x, const void *y)
{
    const cluster *a = *(cluster *const *)x, *b = *(cluster *const *)y;
    int order = date_compare(b->first, a->first);
    if (!order && !date_known(a->first))
        order = (b->volume > a->volume) - (b->volume < a->volume);
    order = order ? order : (b->number > a->number) - (b->number < a->number);
    return order ? order : str_compare(first_key(a), first_key(b));
}

/* As place_gather() gives them, those with a date stand the other way round. */
static void sort_newest_first(cluster **clusters, size_t n)
{
    size_t n_dated = 0;
    while (n_dated < n && date_known(clusters[n_dated]->first))
        n_dated++;
    for (size_t i = 0; i < n_dated / 2; i++) {
        cluster *c = clusters[i];
        clusters[i] = clusters[n_dated - 1 - i];
        clusters[n_dated - 1 - i] = c;
    }
    sort_items(clusters, n, sizeof *clusters, newest_first);
}

static issue *list_issues(arena *mem, cluster **clusters, size_t n)
{
    issue *issues = arena_array(mem, n, sizeof *issues);
    sort_newest_first(clusters, n);
    for (size_t i = 0, same = 1; i < n; i++) {
        cluster *c = clusters[i];
        same = i > 0 && str_eq(c->key, clusters[i - 1]->key) ? same + 1 : 1;
        issues[i] = (issue){c->key, c->paper, c->volume, c->number, c->first, c->last};
        c->index = (int32_t)i;
        if (same > 1) {
            buf key = buf_in(mem);
            buf_add(&key, c->key);
            buf_addf(&key, "-%zu", same);
            issues[i].key = buf_str(&key);
        }
    }
    return issues;
}

places *place_pages(arena *mem, const place_evidence *pages, size_t n_pages)
{
    places *result = arena_alloc(mem, sizeof *result);
    node *nodes = make_nodes(mem, pages, n_pages);
    follow_all_mates(mem, nodes, n_pages);
    cluster **clusters = place_gather(mem, nodes, n_pages, &result->n_issues);
    place_neighbours(mem, nodes, n_pages);
    for (size_t i = 0; i < result->n_issues; i++)
        complete(clusters[i]);
    place_mend_numbers(mem, clusters, result->n_issues);
    for (size_t i = 0; i < result->n_issues; i++)
        clusters[i]->key = place_issue_key(mem, clusters[i]);
    result->issues = list_issues(mem, clusters, result->n_issues);
    result->pages = arena_array(mem, n_pages, sizeof *result->pages);
    result->nodes = arena_array(mem, n_pages, sizeof *result->nodes);
    for (size_t i = 0; i < n_pages; i++) {
        const node *n = &nodes[i];
        result->pages[n->index] = (placement){.issue = n->in ? n->in->index : -1,
                                              .page_number = n->page_number,
                                              .sure = 1,
                                              .told = place_told(n),
                                              .by_links = STR("")};
        result->nodes[n->index] = n;
    }
    return result;
}
