#include "api/headlines.h"

#include <stdlib.h>

#include "store/lists.h"

struct headlines {
    arena mem;
    int64_t generation;
    headline *items;
    size_t n;
};

/* A page's place among the headlines, by its id. */
typedef struct shelf {
    int64_t id;
    const headline_page *page;
    size_t next; /* where its next headline goes */
    size_t end;
} shelf;

void headlines_free(headlines *h)
{
    if (!h)
        return;
    arena_free(&h->mem);
    free(h);
}

static str copy_text(arena *mem, const db_rows *rows, int column)
{
    str text = db_text(rows, column);
    return (str){arena_copy(mem, text.ptr, text.len), text.len};
}

static int compare_ids(const void *a, const void *b)
{
    const shelf *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

/* All pages, sorted by id; h->n becomes the number of their headlines. */
static shelf *load_shelves(headlines *h, query *q, size_t *n)
{
    shelf *shelves = NULL;
    size_t capacity = 0;
    headline_page *page_before = NULL;
    *n = 0;
    db_rows rows = lists_shelf(q->db);
    while (db_next(&rows)) {
        shelves = arena_grow(&q->mem, shelves, *n, &capacity, sizeof *shelves);
        headline_page *p = arena_alloc(&h->mem, sizeof *p);
        bool same_issue = page_before && str_eq(page_before->issue, db_text(&rows, 2));
        *p = (headline_page){.key = copy_text(&h->mem, &rows, 1),
                             .issue = same_issue ? page_before->issue : copy_text(&h->mem, &rows, 2),
                             .issue_title =
                                 same_issue ? page_before->issue_title : copy_text(&h->mem, &rows, 3),
                             .number = db_int(&rows, 4)};
        page_before = p;
        size_t end = h->n + (size_t)db_int(&rows, 5);
        shelves[(*n)++] = (shelf){db_int(&rows, 0), p, h->n, end};
        h->n = end;
    }
    if (*n)
        qsort(shelves, *n, sizeof *shelves, compare_ids);
    return shelves;
}

/* The headlines come by page id, which is quicker than by the order that they are wanted in. */
static void load_items(headlines *h, query *q)
{
    size_t n, at = 0;
    shelf *shelves = load_shelves(h, q, &n);
    h->items = arena_array(&h->mem, h->n, sizeof *h->items);
    db_rows rows = lists_headlines(q->db);
    while (db_next(&rows)) {
        while (at < n && shelves[at].id < db_int(&rows, 0))
            at++;
        if (at == n || shelves[at].id != db_int(&rows, 0) || shelves[at].next == shelves[at].end)
            continue;
        h->items[shelves[at].next++] = (headline){shelves[at].page, db_int(&rows, 1),
                                                  match_candidate_of(&h->mem, copy_text(&h->mem, &rows, 2))};
    }
}

/* A function of its own, so that `h` is sound after the jump. */
static bool load(headlines *h, query *q)
{
    if (ARENA_FAILED(&h->mem))
        return false;
    h->generation = store_generation(q->archive->store);
    load_items(h, q);
    return db_status(q->db) == STDAILY_OK;
}

stdaily_status headlines_get(query *q, const headline **all, size_t *n)
{
    headlines *h = q->archive->headlines;
    if (!h || h->generation != store_generation(q->archive->store)) {
        headlines_free(h);
        h = q->archive->headlines = calloc(1, sizeof *h);
        if (!h || !load(h, q)) {
            headlines_free(h);
            q->archive->headlines = NULL;
            return fail(q->failure, STDAILY_NO_MEMORY, "memory ran out");
        }
    }
    *all = h->items;
    *n = h->n;
    return STDAILY_OK;
}
