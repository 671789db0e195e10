#include <stdlib.h>

#include "base/ascii.h"
#include "parse/place_node.h"

/* An issue covers no more days; so far back an earlier one may still hold a day. */
enum { RANGE_DAYS = 7, MOST_CANDIDATES = 64, PAPER_BYTES = 64 };

typedef struct gathering {
    arena *mem;
    cluster **clusters;
    size_t n, capacity;
} gathering;

static bool known_and_differ(int32_t a, int32_t b)
{
    return a && b && a != b;
}

static size_t paper_letters(str paper, char *letters)
{
    size_t n = 0;
    for (size_t i = 0; i < paper.len && n < PAPER_BYTES; i++)
        if ((unsigned char)paper.ptr[i] >= 0x80 || ascii_is_alnum(paper.ptr[i]))
            letters[n++] = ascii_lower(paper.ptr[i]);
    return n;
}

/* Whether two nameplates are one paper's, a fifth of the letters misread at most. */
static bool same_paper(str a, str b)
{
    char x[PAPER_BYTES], y[PAPER_BYTES];
    size_t n_x = paper_letters(a, x), n_y = paper_letters(b, y), row[PAPER_BYTES + 1];
    for (size_t j = 0; j <= n_y; j++)
        row[j] = j;
    for (size_t i = 1; i <= n_x; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n_y; j++) {
            size_t change = diagonal + (x[i - 1] != y[j - 1]);
            size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            diagonal = row[j];
            row[j] = change < least ? change : least;
        }
    }
    return row[n_y] * 5 <= (n_x > n_y ? n_x : n_y);
}

static bool has_folder(const cluster *c, str folder)
{
    size_t looked_at = 0;
    for (const node *n = c->nodes; n && looked_at < MOST_CANDIDATES; n = n->next, looked_at++)
        if (str_eq(n->folder, folder))
            return true;
    return false;
}

static void join(cluster *c, node *n)
{
    n->in = c;
    n->next = c->nodes;
    c->nodes = n;
    if (!c->number && n->number)
        c->number = n->number;
    if (!c->volume && n->volume)
        c->volume = n->volume;
    if (!c->paper.len)
        c->paper = n->paper;
    if (node_is_dated(n) && (!date_known(c->first) || date_compare(n->last, c->last) > 0)) {
        c->first = date_known(c->first) ? c->first : n->first;
        c->last = n->last;
    }
}

static void found(gathering *g, node *n)
{
    g->clusters = arena_grow(g->mem, g->clusters, g->n, &g->capacity, sizeof *g->clusters);
    cluster *c = g->clusters[g->n++] = arena_alloc(g->mem, sizeof *c);
    join(c, n);
}

static bool has_page(const cluster *c, int32_t page_number)
{
    size_t looked_at = 0;
    for (const node *n = c->nodes; n && looked_at < MOST_CANDIDATES; n = n->next, looked_at++)
        if (page_number && n->page_number == page_number)
            return true;
    return false;
}

/* How well a page suits an issue: 0 not; else the more the surer. */
static int suits(const cluster *c, const node *n)
{
    bool dated = node_is_dated(n) && date_known(c->first), same_day = dated;
    if (dated && date_compare(n->first, c->first) != 0) {
        same_day = false;
        if (date_compare(n->first, c->first) < 0 || date_compare(n->last, c->last) > 0)
            return 0;
    }
    bool papers = c->paper.len && n->paper.len;
    bool one_paper = papers && same_paper(c->paper, n->paper);
    bool one_folder = has_folder(c, n->folder);
    if (papers && !one_paper)
        return 0;
    if (known_and_differ(c->number, n->number) || known_and_differ(c->volume, n->volume))
        return same_day && (one_paper || (one_folder && n->source == FROM_PATH)); /* one may be misread */
    if ((c->number && c->number == n->number) || one_paper)
        return 3;
    if (one_folder)
        return 2;
    return !has_page(c, n->page_number); /* else another paper's, or a copy */
}

/* The last of a range of clusters, enough to choose from. */
static void add_candidates(cluster *const *clusters, size_t from, size_t to, cluster **candidates, size_t *n)
{
    if (to - from > MOST_CANDIDATES)
        from = to - MOST_CANDIDATES;
    for (; from < to; from++)
        candidates[(*n)++] = clusters[from];
}

/* Joins the page to the one issue that suits it best; of several it is none's. */
static void settle(gathering *g, node *n, cluster *const *candidates, size_t n_candidates)
{
    cluster *best = NULL;
    int best_suits = 0;
    bool several = false;
    for (size_t i = 0; i < n_candidates; i++) {
        int s = suits(candidates[i], n);
        if (s > best_suits) {
            best_suits = s;
            best = candidates[i];
            several = false;
        } else if (s > 0 && s == best_suits) {
            several = true;
        }
    }
    if (!best)
        found(g, n);
    else if (several)
        n->ambiguous = true;
    else
        join(best, n);
}

static int compare_ints(int32_t a, int32_t b)
{
    return (a > b) - (a < b);
}

/* 0 knows most of its issue. */
static int ignorance(const node *n)
{
    return (n->number ? 0 : 2) + (n->paper.len ? 0 : 1);
}

/* With what orders most, so that few are looked at while they are sorted. */
typedef struct dated_node {
    uint64_t day; /* and ignorance */
    node *node;
} dated_node;

static int by_date(const void *x, const void *y)
{
    const dated_node *a = x, *b = y;
    if (a->day != b->day)
        return a->day > b->day ? 1 : -1;
    int order = compare_ints(a->node->number, b->node->number);
    return order ? order : str_compare(a->node->printed->key, b->node->printed->key);
}

static dated_node *sort_dated(arena *mem, node *nodes, size_t n_nodes, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < n_nodes; i++)
        *n += node_is_dated(&nodes[i]);
    dated_node *dated = arena_array(mem, *n, sizeof *dated);
    for (size_t i = 0, at = 0; i < n_nodes; i++)
        if (node_is_dated(&nodes[i]))
            dated[at++] = (dated_node){
                (uint64_t)date_packed(nodes[i].first) << 8 | (uint64_t)ignorance(&nodes[i]), &nodes[i]};
    if (*n)
        qsort(dated, *n, sizeof *dated, by_date);
    return dated;
}

static int by_number(const void *x, const void *y)
{
    const node *a = *(node *const *)x, *b = *(node *const *)y;
    int order = compare_ints(a->number, b->number);
    order = order ? order : compare_ints(b->volume, a->volume); /* those with a volume first */
    return order ? order : str_compare(a->printed->key, b->printed->key);
}

static int by_cluster_number(const void *x, const void *y)
{
    const cluster *a = *(cluster *const *)x, *b = *(cluster *const *)y;
    int order = compare_ints(a->number, b->number);
    order = order ? order : date_compare(a->first, b->first);
    return order ? order : str_compare(a->nodes->printed->key, b->nodes->printed->key);
}

/* Pages with a date: those of one day together, and with an issue of several days that holds it. */
static void gather_dated(gathering *g, const dated_node *dated, size_t n)
{
    size_t open = 0; /* the first cluster that may hold the day */
    for (size_t i = 0; i < n; i++) {
        cluster *candidates[MOST_CANDIDATES];
        size_t n_candidates = 0;
        node *one = dated[i].node;
        while (open < g->n && date_days(one->first) - date_days(g->clusters[open]->first) > RANGE_DAYS)
            open++;
        add_candidates(g->clusters, open, g->n, candidates, &n_candidates);
        settle(g, one, candidates, n_candidates);
    }
}

/* Those so far, for so many pages that have a number only. */
static cluster **sort_by_number(const gathering *g, size_t n_numbered)
{
    if (!n_numbered || !g->n)
        return NULL;
    cluster **sorted = arena_array(g->mem, g->n, sizeof *sorted);
    memcpy(sorted, g->clusters, g->n * sizeof *sorted);
    qsort(sorted, g->n, sizeof *sorted, by_cluster_number);
    return sorted;
}

/* Pages with a number only: with the dated issue of that number, or together. */
static void gather_numbered(gathering *g, node **numbered, size_t n)
{
    size_t n_dated = g->n, from = 0, to = 0, own = g->n;
    cluster **by_number = sort_by_number(g, n);
    for (size_t i = 0; i < n; i++) {
        cluster *candidates[2 * MOST_CANDIDATES];
        size_t n_candidates = 0;
        if (i == 0 || numbered[i - 1]->number != numbered[i]->number) {
            for (from = to; from < n_dated && by_number[from]->number < numbered[i]->number;)
                from++;
            for (to = from; to < n_dated && by_number[to]->number == numbered[i]->number;)
                to++;
            own = g->n;
        }
        add_candidates(by_number, from, to, candidates, &n_candidates);
        add_candidates(g->clusters, own, g->n, candidates, &n_candidates);
        settle(g, numbered[i], candidates, n_candidates);
    }
}

cluster **place_gather(arena *mem, node *nodes, size_t n_nodes, size_t *n_clusters)
{
    gathering g = {.mem = mem};
    size_t n, capacity = 0;
    const dated_node *dated = sort_dated(mem, nodes, n_nodes, &n);
    gather_dated(&g, dated, n);
    node **numbered = NULL;
    n = 0;
    for (size_t i = 0; i < n_nodes; i++) {
        if (node_is_dated(&nodes[i]) || !nodes[i].number)
            continue;
        numbered = arena_grow(mem, numbered, n, &capacity, sizeof *numbered);
        numbered[n++] = &nodes[i];
    }
    if (n)
        qsort(numbered, n, sizeof *numbered, by_number);
    gather_numbered(&g, numbered, n);
    *n_clusters = g.n;
    return g.clusters;
}
