#include "work/pool.h"

enum { MOST_RUNNING = 4 }; /* libuv's own number of threads */
#define MOST_COST_BYTES ((int64_t)64 * 1024 * 1024)

bool pool_init(pool *p)
{
    *p = (pool){0};
    unsigned processors = uv_available_parallelism();
    p->most_running = processors < MOST_RUNNING ? (int)processors + 1 : MOST_RUNNING;
    return uv_loop_init(&p->loop) == 0;
}

void pool_free(pool *p)
{
    uv_loop_close(&p->loop);
}

bool pool_is_full(const pool *p, int64_t cost_bytes)
{
    return p->n_running >= p->most_running || (p->n_running && p->cost_bytes + cost_bytes > MOST_COST_BYTES);
}

static void on_work(uv_work_t *request)
{
    job *j = request->data;
    j->run(j);
}

static void on_done(uv_work_t *request, int status)
{
    job *j = request->data;
    pool *p = j->pool;
    j->cancelled = status == UV_ECANCELED;
    job **at = &p->running;
    while (*at != j)
        at = &(*at)->next;
    *at = j->next;
    p->n_running--;
    p->cost_bytes -= j->cost_bytes;
    j->next = p->done;
    p->done = j;
}

bool pool_add(pool *p, job *j)
{
    j->pool = p;
    j->request.data = j;
    if (uv_queue_work(&p->loop, &j->request, on_work, on_done) != 0)
        return false;
    j->next = p->running;
    p->running = j;
    p->n_running++;
    p->cost_bytes += j->cost_bytes;
    return true;
}

job *pool_take(pool *p)
{
    while (!p->done && p->n_running)
        uv_run(&p->loop, UV_RUN_ONCE);
    job *j = p->done;
    if (j)
        p->done = j->next;
    return j;
}

void pool_cancel(pool *p)
{
    for (job *j = p->running; j; j = j->next)
        uv_cancel((uv_req_t *)&j->request);
}
