#include "api/archive.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "api/headlines.h"
#include "store/corrections.h"

const char *stdaily_version(void)
{
    return STDAILY_VERSION;
}

const char *stdaily_declarations(void)
{
    static const char text[] =
#include "declarations.inc"
        ;
    return text;
}

static stdaily_status no_memory(stdaily_archive *a)
{
    return fail(&a->failure, STDAILY_NO_MEMORY, "memory ran out");
}

static stdaily_status find_folder(stdaily_archive *a, const char *path)
{
    struct stat st;
    a->path = realpath(path, NULL);
    if (!a->path && errno == ENOMEM)
        return no_memory(a);
    if (!a->path)
        return fail(&a->failure, errno == EACCES ? STDAILY_UNREADABLE : STDAILY_NOT_FOUND,
                    "the folder %s cannot be opened: %s", path, strerror(errno));
    if (stat(a->path, &st) != 0 || !S_ISDIR(st.st_mode))
        return fail(&a->failure, STDAILY_NOT_FOUND, "%s is no folder: name the folder that holds the pages",
                    a->path);
    return STDAILY_OK;
}

/* What the environment names is asked for here, on the caller's own thread. */
static stdaily_status find_files(stdaily_archive *a, const char *cache_dir)
{
    const char *path;
    arena mem = {0};
    if (ARENA_FAILED(&mem)) {
        arena_free(&mem);
        return no_memory(a);
    }
    stdaily_status status = store_path(&mem, a->path, cache_dir, &a->failure, &path);
    if (status == STDAILY_OK) {
        a->index_path = strdup(path);
        a->corrections_path = strdup(corrections_path(&mem).ptr);
        if (!a->index_path || !a->corrections_path)
            status = no_memory(a);
    }
    arena_free(&mem);
    return status;
}

stdaily_status stdaily_open(const char *path, const char *cache_dir, stdaily_archive **archive)
{
    if (!archive)
        return STDAILY_INVALID;
    stdaily_archive *a = *archive = calloc(1, sizeof *a);
    if (!a)
        return STDAILY_NO_MEMORY;
    if (!path || !*path)
        return fail(&a->failure, STDAILY_INVALID, "no folder is named: give the one that holds the pages");
    stdaily_status status = find_folder(a, path);
    if (status == STDAILY_OK)
        status = find_files(a, cache_dir);
    if (status == STDAILY_OK)
        status = store_open(a->index_path, a->path, &a->failure, &a->store);
    if (status == STDAILY_OK && !(a->refresh = refresh_new(a->path, a->index_path, a->corrections_path)))
        status = no_memory(a);
    return status;
}

void stdaily_close(stdaily_archive *archive)
{
    if (!archive)
        return;
    refresh_free(archive->refresh);
    headlines_free(archive->headlines);
    store_close(archive->store);
    free(archive->index_path);
    free(archive->corrections_path);
    free(archive->path);
    free(archive);
}

const char *stdaily_message(const stdaily_archive *archive)
{
    return archive ? archive->failure.message : "memory ran out";
}

const char *stdaily_path(const stdaily_archive *archive)
{
    return archive && archive->path ? archive->path : "";
}

/* A handle that stdaily_open() could not open is only good for its message. */
static bool is_open(stdaily_archive *archive)
{
    return archive && archive->refresh;
}

stdaily_status stdaily_refresh_start(stdaily_archive *archive)
{
    return is_open(archive) ? refresh_start(archive->refresh, &archive->failure) : STDAILY_INVALID;
}

void stdaily_refresh_progress(stdaily_archive *archive, stdaily_progress *progress)
{
    *progress = (stdaily_progress){0};
    if (is_open(archive))
        refresh_progress(archive->refresh, progress, &archive->failure);
}

stdaily_status stdaily_refresh_wait(stdaily_archive *archive, int64_t timeout_ms)
{
    return is_open(archive) ? refresh_wait(archive->refresh, timeout_ms, &archive->failure) : STDAILY_INVALID;
}

void stdaily_refresh_cancel(stdaily_archive *archive)
{
    if (is_open(archive))
        refresh_cancel(archive->refresh);
}

int stdaily_refresh_fd(stdaily_archive *archive)
{
    return is_open(archive) ? refresh_fd(archive->refresh) : -1;
}
