#include "api/headlines.h"

#include <stdlib.h>

#include "store/lists.h"

struct headlines {
    arena mem;
    int64_t generation;
    headline *items; /* newest first */
    size_t n, capacity;
};

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

static void add(headlines *h, const db_rows *rows)
{
    h->items = arena_grow(&h->mem, h->items, h->n, &h->capacity, sizeof *h->items);
    headline *before = h->n ? &h->items[h->n - 1] : NULL;
    headline *line = &h->items[h->n];
    /* Articles of a page and pages of an issue share their texts. */
    bool same_page = before && str_eq(before->page, db_text(rows, 0));
    bool same_issue = before && str_eq(before->issue, db_text(rows, 1));
    *line = (headline){.page = same_page ? before->page : copy_text(&h->mem, rows, 0),
                       .issue = same_issue ? before->issue : copy_text(&h->mem, rows, 1),
                       .issue_title = same_issue ? before->issue_title : copy_text(&h->mem, rows, 2),
                       .page_number = db_int(rows, 3),
                       .position = db_int(rows, 4),
                       .candidate = match_candidate_of(&h->mem, copy_text(&h->mem, rows, 5))};
    h->n++;
}

/* A function of its own, so that `h` is sound after the jump. */
static bool load(headlines *h, query *q)
{
    if (ARENA_FAILED(&h->mem))
        return false;
    h->generation = store_generation(q->archive->store);
    db_rows rows = lists_headlines(q->db);
    while (db_next(&rows))
        add(h, &rows);
    return true;
}

stdaily_status headlines_get(query *q, const headlines **out)
{
    headlines *h = q->archive->headlines;
    *out = h;
    if (h && h->generation == store_generation(q->archive->store))
        return STDAILY_OK;
    headlines_free(h);
    h = q->archive->headlines = calloc(1, sizeof *h);
    *out = h;
    if (h && load(h, q) && db_status(q->db) == STDAILY_OK)
        return STDAILY_OK;
    headlines_free(h);
    q->archive->headlines = NULL;
    return fail(q->failure, STDAILY_NO_MEMORY, "memory ran out");
}

const headline *headlines_all(const headlines *h, size_t *n)
{
    *n = h->n;
    return h->items;
}
