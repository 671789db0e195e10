#include "work/refresh.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "store/store.h"
#include "work/update.h"
#include "work/watch.h"

struct refresh {
    char *root, *index_path, *corrections_path;
    watch watch;
    bool watch_ready;
    uv_thread_t thread;
    bool has_thread; /* to be joined */
};

enum { BUSY_WAIT_MS = 10 };

static bool wait_for_other(void *context)
{
    refresh *r = context;
    uv_sleep(BUSY_WAIT_MS);
    return !watch_cancelled(&r->watch);
}

static stdaily_status update(refresh *r, store *index, failure *f, bool *changed)
{
    db_on_busy(store_db(index), wait_for_other, r);
    return update_index(index, r->root, r->corrections_path, &r->watch, f, changed);
}

static void run(void *context)
{
    refresh *r = context;
    failure f = {0};
    store *index = NULL;
    bool changed = false;
    stdaily_status status = store_open(r->index_path, r->root, &f, &index);
    if (status == STDAILY_OK)
        status = update(r, index, &f, &changed);
    if (index && db_damaged(store_db(index))) {
        status = store_renew(index, true, &f);
        if (status == STDAILY_OK)
            status = update(r, index, &f, &changed);
    }
    store_close(index);
    watch_end(&r->watch, status, &f, changed);
}

refresh *refresh_new(const char *root, const char *index_path, const char *corrections_path)
{
    refresh *r = calloc(1, sizeof *r);
    if (!r)
        return NULL;
    r->root = strdup(root);
    r->index_path = strdup(index_path);
    r->corrections_path = strdup(corrections_path);
    r->watch_ready = watch_init(&r->watch);
    if (r->root && r->index_path && r->corrections_path && r->watch_ready)
        return r;
    refresh_free(r);
    return NULL;
}

static void join(refresh *r)
{
    if (r->has_thread)
        uv_thread_join(&r->thread);
    r->has_thread = false;
}

void refresh_free(refresh *r)
{
    if (!r)
        return;
    if (r->watch_ready) {
        watch_cancel(&r->watch);
        join(r);
        watch_free(&r->watch);
    }
    free(r->root);
    free(r->index_path);
    free(r->corrections_path);
    free(r);
}

/* The thread, and those of libuv's pool that it starts, take no signals: an editor's handler that ran on
 * one of them while another thread exits would wait for itself. */
static int start_thread(refresh *r)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int code = uv_thread_create(&r->thread, run, r);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return code;
}

stdaily_status refresh_start(refresh *r, failure *f)
{
    if (!watch_wait(&r->watch, 0))
        return fail(f, STDAILY_BUSY, "a refresh of %s is still running", r->root);
    join(r);
    watch_begin(&r->watch);
    int code = start_thread(r);
    if (code == 0) {
        r->has_thread = true;
        return STDAILY_OK;
    }
    failure ended;
    fail(&ended, STDAILY_FAILED, "the refresh of %s cannot start a thread: %s", r->root, uv_strerror(code));
    watch_end(&r->watch, STDAILY_FAILED, &ended, false);
    *f = ended;
    return STDAILY_FAILED;
}

void refresh_progress(refresh *r, stdaily_progress *progress, failure *f)
{
    watch_read(&r->watch, progress, f);
}

stdaily_status refresh_wait(refresh *r, int64_t timeout_ms, failure *f)
{
    if (!watch_wait(&r->watch, timeout_ms))
        return fail(f, STDAILY_BUSY, "the refresh of %s is still running", r->root);
    return watch_result(&r->watch, f);
}

void refresh_cancel(refresh *r)
{
    watch_cancel(&r->watch);
}

int refresh_fd(const refresh *r)
{
    return r->watch.wake[0];
}
