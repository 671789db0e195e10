/* A refresh as it is seen from outside while it runs: progress out, a wish to stop in. */
#ifndef STDAILY_WORK_WATCH_H
#define STDAILY_WORK_WATCH_H

#include <stdatomic.h>
#include <stdbool.h>
#include <uv.h>

#include "base/status.h"

typedef struct watch {
    atomic_bool cancelled;
    uv_mutex_t lock; /* for the following three */
    stdaily_progress progress;
    failure failure;
    bool woken;
    uv_cond_t ended;
    uv_file wake[2]; /* a pipe; one byte in it while `woken`; -1 for none */
} watch;

bool watch_init(watch *w);
void watch_free(watch *w);

void watch_begin(watch *w);
void watch_state(watch *w, stdaily_refresh_state state);
/* Adds to the counts; wakes whoever watches the pipe when files were done. */
void watch_count(watch *w, int64_t found, int64_t total, int64_t done, int64_t failed);
void watch_end(watch *w, stdaily_status status, const failure *f, bool changed);

void watch_cancel(watch *w);
bool watch_cancelled(const watch *w);

/* Reads the progress and clears the pipe; *f is set when the refresh ended with an error. */
void watch_read(watch *w, stdaily_progress *progress, failure *f);
/* Whether it ended within timeout_ms (below 0: for ever); true when none was begun. */
bool watch_wait(watch *w, int64_t timeout_ms);
/* How the last one ended; *f is set on an error. */
stdaily_status watch_result(watch *w, failure *f);

#endif
