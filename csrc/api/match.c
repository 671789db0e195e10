/* Fuzzy search over all headlines. */
#include <stdlib.h>

#include "api/headlines.h"
#include "base/buf.h"

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

static str positions_text(query *q, match_query *m, const match_candidate *candidate)
{
    uint32_t *offsets = arena_array(&q->mem, MATCH_MOST_UNITS, sizeof *offsets);
    size_t n = match_positions(m, candidate, offsets, MATCH_MOST_UNITS);
    buf out = buf_in(&q->mem);
    for (size_t i = 0; i < n; i++)
        buf_addf(&out, "%s%u", i ? "," : "", offsets[i]);
    return buf_str(&out);
}

static void put_hit(query *q, match_query *m, const headline *h, int32_t score)
{
    buf key = buf_in(&q->mem);
    buf_addf(&key, "a%lld", (long long)h->position + 1);
    rows_add_text(q->rows, h->page);
    rows_add_text(q->rows, buf_str(&key));
    rows_add_text(q->rows, h->issue);
    rows_add_text(q->rows, h->issue_title);
    if (h->page_number)
        rows_add_int(q->rows, h->page_number);
    else
        rows_add_null(q->rows);
    rows_add_text(q->rows, h->candidate.text);
    rows_add_int(q->rows, score);
    rows_add_text(q->rows, positions_text(q, m, &h->candidate));
}

stdaily_status query_match(query *q)
{
    const headlines *h;
    size_t limit, n, n_hits = 0;
    stdaily_status status = query_limit(q, q->args[1], &limit);
    if (status == STDAILY_OK)
        status = headlines_get(q, &h);
    if (status != STDAILY_OK)
        return status;
    const headline *all = headlines_all(h, &n);
    match_query *m = match_query_new(&q->mem, q->args[0]);
    hit *hits = arena_array(&q->mem, n, sizeof *hits);
    for (size_t i = 0; i < n; i++) {
        int32_t score = match_score(m, &all[i].candidate);
        if (score > 0)
            hits[n_hits++] = (hit){i, score};
    }
    if (n_hits && !match_query_empty(m))
        qsort(hits, n_hits, sizeof *hits, compare_hits);
    for (size_t i = 0; i < n_hits && i < limit; i++)
        put_hit(q, m, &all[hits[i].index], hits[i].score);
    return STDAILY_OK;
}
