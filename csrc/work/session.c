#include "work/session.h"

bool session_going(session *s)
{
    if (s->status == STDAILY_OK)
        s->status = store_status(s->store, s->failure);
    if (watch_cancelled(s->watch) && (s->status == STDAILY_OK || s->status == STDAILY_BUSY))
        s->status = fail(s->failure, STDAILY_CANCELLED, "the refresh was cancelled");
    return s->status == STDAILY_OK;
}

void session_out_of_memory(session *s)
{
    if (s->status == STDAILY_OK)
        s->status = fail(s->failure, STDAILY_NO_MEMORY, "memory ran out while %s was read", s->root);
}

/* Hands on one job that ended; false when there is none any more. */
static bool finish_one(session *s, void (*finish)(session *s, job *j))
{
    s->taken = pool_take(&s->pool);
    if (!s->taken)
        return false;
    if (s->taken->failed && !s->taken->cancelled && session_going(s))
        session_out_of_memory(s);
    if (session_going(s))
        finish(s, s->taken);
    batch_free(s->taken);
    s->taken = NULL;
    return true;
}

/* Starts `starting` when the pool has room; takes and hands on what ends meanwhile. */
static void start(session *s, void (*finish)(session *s, job *j))
{
    while (session_going(s) && pool_is_full(&s->pool, s->starting->cost_bytes))
        finish_one(s, finish);
    if (!session_going(s))
        return;
    if (pool_add(&s->pool, s->starting))
        s->starting = NULL;
    else
        session_out_of_memory(s);
}

size_t session_start_batch(session *s, const batch_kind *kind, const void *items, size_t n,
                           bool (*add)(session *s, batch *b, const void *items),
                           void (*finish)(session *s, job *j))
{
    batch *b = batch_new(kind, s->root, s->watch);
    if (!b) {
        session_out_of_memory(s);
        return 0;
    }
    s->starting = &b->job;
    bool good = true;
    while (good && b->n_entries < n && b->n_entries < MOST_BATCH_ENTRIES && b->job.cost_bytes < BATCH_BYTES)
        good = add(s, b, items);
    size_t taken = b->n_entries;
    if (good)
        start(s, finish);
    else
        session_out_of_memory(s);
    return taken;
}

void session_finish_jobs(session *s, void (*finish)(session *s, job *j))
{
    do {
        if (!session_going(s))
            pool_cancel(&s->pool);
    } while (finish_one(s, finish));
}

void session_touch(session *s, int64_t issue_id)
{
    s->touched = arena_grow(&s->mem, s->touched, s->n_touched, &s->touched_capacity, sizeof *s->touched);
    s->touched[s->n_touched++] = issue_id;
}
