/* Fuzzy search over all headlines. */
#include <stdio.h>
#include <stdlib.h>

#include "api/headlines.h"

typedef struct hit {
    size_t index; /* among all headlines, which are newest first */
    int32_t score;
} hit;

static int compare_hits(const void *a, const void *b)
{
    const hit *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static void put_positions(query *q, match_query *m, const match_candidate *candidate)
{
    uint32_t offsets[MATCH_MOST_UNITS];
    char text[MATCH_MOST_UNITS * 8];
    size_t len = 0, n = match_query_empty(m) ? 0 : match_positions(m, candidate, offsets, MATCH_MOST_UNITS);
    for (size_t i = 0; i < n && len + 12 < sizeof text; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%u", i ? "," : "", offsets[i]);
    rows_add_text(q->rows, (str){text, len});
}

static void put_hit(query *q, match_query *m, const headline *h, int32_t score)
{
    rows_add_text(q->rows, h->page->key);
    query_add_article(q, h->position);
    rows_add_text(q->rows, h->page->issue);
    rows_add_text(q->rows, h->page->issue_title);
    if (h->page->number)
        rows_add_int(q->rows, h->page->number);
    else
        rows_add_null(q->rows);
    rows_add_text(q->rows, h->candidate.text);
    rows_add_int(q->rows, score);
    put_positions(q, m, &h->candidate);
}

stdaily_status query_match(query *q)
{
    const headline *all;
    size_t limit, n, n_hits = 0;
    stdaily_status status = query_limit(q, q->args[1], &limit);
    if (status == STDAILY_OK)
        status = headlines_get(q, &all, &n);
    if (status != STDAILY_OK)
        return status;
    match_query *m = match_query_new(&q->mem, q->args[0]);
    hit *hits = arena_array(&q->mem, n, sizeof *hits);
    for (size_t i = 0; i < n; i++) {
        int32_t score = match_score(m, &all[i].candidate);
        if (score > 0)
            hits[n_hits++] = (hit){i, score};
    }
    if (n_hits && !match_query_empty(m))
        qsort(hits, n_hits, sizeof *hits, compare_hits);
    n_hits = n_hits < limit ? n_hits : limit;
    rows_expect(q->rows, n_hits);
    for (size_t i = 0; i < n_hits; i++)
        put_hit(q, m, &all[hits[i].index], hits[i].score);
    return STDAILY_OK;
}
