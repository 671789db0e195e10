#include "cmd/session.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cmd/output.h"

enum { POLL_MS = 100 };

static const int stop_signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { N_STOP_SIGNALS = sizeof stop_signals / sizeof *stop_signals };

static volatile sig_atomic_t stopped_by;

static void note_signal(int number)
{
    stopped_by = number;
}

/* From here on a stop signal only asks the refresh to end; a second one of its kind kills. */
static void catch_signals(struct sigaction *before)
{
    struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART | (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < N_STOP_SIGNALS; i++) {
        sigaction(stop_signals[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN)
            sigaction(stop_signals[i], &action, NULL);
    }
}

static void release_signals(const struct sigaction *before)
{
    for (int i = 0; i < N_STOP_SIGNALS; i++)
        sigaction(stop_signals[i], &before[i], NULL);
}

static void put_progress(stdaily_archive *archive)
{
    stdaily_progress p;
    stdaily_refresh_progress(archive, &p);
    if (p.state == STDAILY_REFRESH_SCANNING)
        fprintf(stderr, "\r\033[Kstdaily: %lld files found", (long long)p.files_found);
    else if (p.state == STDAILY_REFRESH_READING)
        fprintf(stderr, "\r\033[Kstdaily: %lld of %lld files read", (long long)p.files_done,
                (long long)p.files_total);
    else if (p.state == STDAILY_REFRESH_LINKING)
        fputs("\r\033[Kstdaily: linking", stderr);
}

static stdaily_status wait_for_refresh(stdaily_archive *archive)
{
    bool progress = isatty(STDERR_FILENO), cancelled = false;
    stdaily_status status;
    while ((status = stdaily_refresh_wait(archive, POLL_MS)) == STDAILY_BUSY) {
        if (stopped_by && !cancelled) {
            stdaily_refresh_cancel(archive);
            cancelled = true;
        }
        if (progress)
            put_progress(archive);
    }
    if (progress)
        fputs("\r\033[K", stderr);
    return status;
}

static int refresh(stdaily_archive *archive)
{
    struct sigaction before[N_STOP_SIGNALS];
    catch_signals(before);
    stdaily_status status = stdaily_refresh_start(archive);
    if (status == STDAILY_OK)
        status = wait_for_refresh(archive);
    release_signals(before);
    if (stopped_by)
        return complain("stopped; the index is as it was");
    return status == STDAILY_OK ? EXIT_FOUND : complain("%s", stdaily_message(archive));
}

static void put_message(const stdaily_rows *rows, int64_t row)
{
    const char *message = stdaily_rows_text(rows, row, stdaily_rows_column(rows, "message"), NULL);
    const char *path = stdaily_rows_text(rows, row, stdaily_rows_column(rows, "path"), NULL);
    if (has_value(rows, row, "line"))
        complain("%s:%lld: %s", path,
                 (long long)stdaily_rows_int(rows, row, stdaily_rows_column(rows, "line")), message);
    else if (*path)
        complain("%s: %s", path, message);
    else
        complain("%s", message);
}

void session_put_messages(stdaily_archive *archive)
{
    stdaily_rows *rows = session_query(archive, "messages", NULL, NULL);
    for (int64_t i = 0; rows && i < stdaily_rows_count(rows); i++)
        put_message(rows, i);
    stdaily_rows_free(rows);
}

int session_open(const options *o, stdaily_archive **archive)
{
    int status = EXIT_FOUND;
    if (stdaily_open(o->dir, o->cache, archive) != STDAILY_OK)
        status = complain("%s", stdaily_message(*archive));
    else if (o->refresh)
        status = refresh(*archive);
    if (status == EXIT_FOUND)
        return status;
    stdaily_close(*archive);
    *archive = NULL;
    if (stopped_by) /* die of it, so that the caller sees what ended the command */
        raise(stopped_by);
    return status;
}

stdaily_rows *session_query(stdaily_archive *archive, const char *name, const char *first, const char *second)
{
    const char *args[] = {first, second};
    stdaily_rows *rows = NULL;
    size_t n = second ? 2 : first ? 1 : 0;
    if (stdaily_query(archive, name, args, n, &rows) != STDAILY_OK)
        complain("%s", stdaily_message(archive));
    return rows;
}
