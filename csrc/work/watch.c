#include "work/watch.h"

#include <string.h>
#include <unistd.h>

bool watch_init(watch *w)
{
    memset(w, 0, sizeof *w);
    if (uv_pipe(w->wake, UV_NONBLOCK_PIPE, UV_NONBLOCK_PIPE) != 0)
        w->wake[0] = w->wake[1] = -1;
    if (uv_mutex_init(&w->lock) != 0)
        goto no_lock;
    if (uv_cond_init(&w->ended) == 0)
        return true;
    uv_mutex_destroy(&w->lock);
no_lock:
    if (w->wake[0] >= 0) {
        close(w->wake[0]);
        close(w->wake[1]);
    }
    return false;
}

void watch_free(watch *w)
{
    uv_cond_destroy(&w->ended);
    uv_mutex_destroy(&w->lock);
    if (w->wake[0] >= 0) {
        close(w->wake[0]);
        close(w->wake[1]);
    }
}

/* With the lock held. */
static void wake(watch *w)
{
    if (!w->woken && w->wake[1] >= 0)
        w->woken = write(w->wake[1], "", 1) == 1;
}

void watch_begin(watch *w)
{
    uv_mutex_lock(&w->lock);
    w->progress = (stdaily_progress){.state = STDAILY_REFRESH_SCANNING};
    w->failure.message[0] = '\0';
    atomic_store(&w->cancelled, false);
    uv_mutex_unlock(&w->lock);
}

void watch_state(watch *w, stdaily_refresh_state state)
{
    uv_mutex_lock(&w->lock);
    w->progress.state = state;
    wake(w);
    uv_mutex_unlock(&w->lock);
}

void watch_count(watch *w, int64_t found, int64_t total, int64_t done, int64_t failed)
{
    uv_mutex_lock(&w->lock);
    w->progress.files_found += found;
    w->progress.files_total += total;
    w->progress.files_done += done;
    w->progress.files_failed += failed;
    if (done)
        wake(w);
    uv_mutex_unlock(&w->lock);
}

void watch_end(watch *w, stdaily_status status, const failure *f, bool changed)
{
    uv_mutex_lock(&w->lock);
    w->progress.state = STDAILY_REFRESH_DONE;
    w->progress.status = status;
    w->progress.changed = changed;
    w->failure = *f;
    wake(w);
    uv_cond_broadcast(&w->ended);
    uv_mutex_unlock(&w->lock);
}

void watch_cancel(watch *w)
{
    atomic_store(&w->cancelled, true);
}

bool watch_cancelled(const watch *w)
{
    return atomic_load(&w->cancelled);
}

void watch_read(watch *w, stdaily_progress *progress, failure *f)
{
    uv_mutex_lock(&w->lock);
    char byte;
    if (w->woken && read(w->wake[0], &byte, 1) == 1)
        w->woken = false;
    *progress = w->progress;
    if (progress->state == STDAILY_REFRESH_DONE && progress->status != STDAILY_OK)
        *f = w->failure;
    uv_mutex_unlock(&w->lock);
}

stdaily_status watch_result(watch *w, failure *f)
{
    uv_mutex_lock(&w->lock);
    stdaily_status status = w->progress.status;
    if (status != STDAILY_OK)
        *f = w->failure;
    uv_mutex_unlock(&w->lock);
    return status;
}

static bool runs(const watch *w)
{
    return w->progress.state != STDAILY_REFRESH_IDLE && w->progress.state != STDAILY_REFRESH_DONE;
}

bool watch_wait(watch *w, int64_t timeout_ms)
{
    uint64_t start = uv_hrtime();
    uv_mutex_lock(&w->lock);
    while (runs(w)) {
        uint64_t gone = uv_hrtime() - start;
        uint64_t most = timeout_ms > INT64_MAX / 1000000 ? UINT64_MAX : (uint64_t)timeout_ms * 1000000;
        if (timeout_ms < 0)
            uv_cond_wait(&w->ended, &w->lock);
        else if (gone >= most || uv_cond_timedwait(&w->ended, &w->lock, most - gone) == UV_ETIMEDOUT)
            break;
    }
    bool ended = !runs(w);
    uv_mutex_unlock(&w->lock);
    return ended;
}
