/* Jobs on libuv's thread pool, few at a time so that they hold little memory. */
#ifndef STDAILY_WORK_POOL_H
#define STDAILY_WORK_POOL_H

#include <stdbool.h>
#include <stdint.h>
#include <uv.h>

typedef struct pool pool;

typedef struct job {
    uv_work_t request;
    pool *pool;
    void (*run)(struct job *j); /* on another thread */
    int64_t cost_bytes;         /* of what it reads */
    bool failed;                /* memory ran out in it */
    bool cancelled;             /* it did not run */
    struct job *next;
} job;

struct pool {
    uv_loop_t loop;
    job *running, *done;
    int n_running, most_running;
    int64_t cost_bytes;
};

bool pool_init(pool *p);
/* No job may be left in it. */
void pool_free(pool *p);

/* Whether a job of that cost should wait until others have ended. */
bool pool_is_full(const pool *p, int64_t cost_bytes);
bool pool_add(pool *p, job *j);
/* Waits for a job to end and hands it out; NULL when there is none any more. */
job *pool_take(pool *p);
/* Those that did not start yet end as cancelled. */
void pool_cancel(pool *p);

#endif
