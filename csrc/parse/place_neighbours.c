#include "base/sort.h"
#include "parse/place_node.h"

enum { MOST_PAGES = 64, FUTURE_DAYS = 366 };

/* The pages of one folder, or of one file. */
typedef struct folder {
    node **nodes;
    size_t n;
} folder;

static int by_folder(const void *x, const void *y)
{
    const node *a = *(node *const *)x, *b = *(node *const *)y;
    int order = str_compare(a->folder, b->folder);
    return order ? order : str_compare(a->printed->key, b->printed->key);
}

/* The page that a name gives to who knows that it is a page's name. */
static int32_t named_page(const node *n)
{
    return n->path.page_number ? n->path.page_number : n->order;
}

/* The one issue that all placed pages are of; NULL when there are several or none. */
static cluster *only_issue(const folder *f, const node **mate)
{
    cluster *only = NULL;
    for (size_t i = 0; i < f->n; i++) {
        cluster *in = f->nodes[i]->in;
        if (f->nodes[i]->ambiguous || (in && only && in != only))
            return NULL;
        if (in && !only) {
            only = in;
            *mate = f->nodes[i];
        }
    }
    return only;
}

/* Whether the names number the pages of one issue: all do, no number twice, none against a printed one. */
static bool names_number_pages(const folder *f)
{
    uint64_t seen = 0;
    for (size_t i = 0; i < f->n; i++) {
        const node *n = f->nodes[i];
        int32_t number = named_page(n);
        if (number < 1 || number > MOST_PAGES || (n->page_from == PAGE_PRINTED && n->page_number != number))
            return false;
        uint64_t bit = (uint64_t)1 << (number - 1);
        if (seen & bit)
            return false;
        seen |= bit;
    }
    return true;
}

static bool speaks_of_later(const node *n, const cluster *c)
{
    date later = n->printed->not_before;
    return date_known(later) && date_known(c->last) && date_days(later) - date_days(c->last) > FUTURE_DAYS;
}

static void give_issue(const folder *f, cluster *only, const node *mate)
{
    for (size_t i = 0; i < f->n; i++) {
        node *n = f->nodes[i];
        if (!n->in && !speaks_of_later(n, only)) {
            n->in = only;
            n->next = only->nodes;
            only->nodes = n;
            n->source = FROM_FOLDER;
            n->mate = mate;
        }
        if (n->in && !n->page_number) {
            n->page_number = named_page(n);
            n->page_from = PAGE_FROM_ORDER;
        }
    }
}

/* One page without a number, and exactly one number missing among pages of whole sheets. */
static void give_page_left_over(const folder *f, const cluster *only)
{
    uint64_t seen = 0;
    node *open = NULL;
    if (f->n % 2 != 0 || f->n > MOST_PAGES)
        return;
    for (size_t i = 0; i < f->n; i++) {
        node *n = f->nodes[i];
        if (n->in != only || n->page_number < 0 || (size_t)n->page_number > f->n || (!n->page_number && open))
            return;
        if (n->page_number)
            seen |= (uint64_t)1 << (n->page_number - 1);
        else
            open = n;
    }
    /* the last page must be there, or there may be more than these */
    if (!open || !(seen >> (f->n - 1)))
        return;
    int32_t missing = 0;
    for (size_t number = 1; number <= f->n; number++)
        if (!(seen >> (number - 1) & 1)) {
            if (missing)
                return;
            missing = (int32_t)number;
        }
    if (missing) {
        open->page_number = missing;
        open->page_from = PAGE_LEFT_OVER;
    }
}

void place_neighbours(arena *mem, node *nodes, size_t n_nodes)
{
    node **sorted = arena_array(mem, n_nodes, sizeof *sorted);
    for (size_t i = 0; i < n_nodes; i++)
        sorted[i] = &nodes[i];
    sort_items(sorted, n_nodes, sizeof *sorted, by_folder);
    for (size_t i = 0, end; i < n_nodes; i = end) {
        for (end = i + 1; end < n_nodes && str_eq(sorted[end]->folder, sorted[i]->folder);)
            end++;
        folder f = {sorted + i, end - i};
        const node *mate = NULL;
        cluster *only = only_issue(&f, &mate);
        if (!only)
            continue;
        if (names_number_pages(&f))
            give_issue(&f, only, mate);
        give_page_left_over(&f, only);
    }
}
