/* An archive in a folder of a test's own. */
#ifndef STDAILY_TESTS_TEMP_ARCHIVE_H
#define STDAILY_TESTS_TEMP_ARCHIVE_H

#include "unit.h"

#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdaily.h"

enum { TEMP_PATH_BYTES = 512 };

typedef struct temp {
    char root[64], archive[96], cache[96];
} temp;

static inline int temp_begin(void **state)
{
    temp *t = calloc(1, sizeof *t);
    if (!t)
        return -1;
    strcpy(t->root, "/tmp/stdaily-XXXXXX");
    if (!mkdtemp(t->root))
        return -1;
    snprintf(t->archive, sizeof t->archive, "%s/archive", t->root);
    snprintf(t->cache, sizeof t->cache, "%s/cache", t->root);
    *state = t;
    return mkdir(t->archive, 0700);
}

static inline int temp_delete_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type, (void)at;
    return remove(path);
}

static inline int temp_end(void **state)
{
    temp *t = *state;
    int failed = nftw(t->root, temp_delete_one, 16, FTW_DEPTH | FTW_PHYS);
    free(t);
    return failed;
}

#define TEMP_TEST(f) cmocka_unit_test_setup_teardown(f, temp_begin, temp_end)

/* The path of a name in the archive, in one of a few buffers. */
static inline const char *temp_path(const temp *t, const char *name)
{
    static char paths[4][TEMP_PATH_BYTES];
    static int next;
    char *path = paths[next = (next + 1) % 4];
    snprintf(path, TEMP_PATH_BYTES, "%s/%s", t->archive, name);
    return path;
}

static inline void temp_folder(const temp *t, const char *name)
{
    assert_int_equal(mkdir(temp_path(t, name), 0700), 0);
}

static inline void temp_write_bytes(const char *path, const void *bytes, size_t len)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static inline void temp_write(const temp *t, const char *name, const char *text)
{
    temp_write_bytes(temp_path(t, name), text, strlen(text));
}

/* A page with one article of that headline. */
static inline void temp_page(const temp *t, const char *name, const char *headline)
{
    char text[1024];
    snprintf(text, sizeof text,
             "# %s\n\nBy Mira Quell\n\nNine otters swam into the old harbor on Monday, and the dockhands put "
             "down their ropes to watch them.\n",
             headline);
    temp_write(t, name, text);
}

static inline stdaily_archive *temp_open(const temp *t)
{
    stdaily_archive *a = NULL;
    stdaily_status status = stdaily_open(t->archive, t->cache, &a);
    if (status != STDAILY_OK)
        print_message("%s\n", stdaily_message(a));
    assert_int_equal(status, STDAILY_OK);
    return a;
}

static inline stdaily_progress temp_refresh(stdaily_archive *a)
{
    stdaily_progress progress;
    assert_int_equal(stdaily_refresh_start(a), STDAILY_OK);
    stdaily_status status = stdaily_refresh_wait(a, -1);
    if (status != STDAILY_OK)
        print_message("%s\n", stdaily_message(a));
    assert_int_equal(status, STDAILY_OK);
    stdaily_refresh_progress(a, &progress);
    return progress;
}

static inline stdaily_rows *temp_query(stdaily_archive *a, const char *name, const char *first,
                                       const char *second)
{
    const char *args[] = {first, second};
    stdaily_rows *rows = NULL;
    stdaily_status status = stdaily_query(a, name, args, second ? 2 : first ? 1 : 0, &rows);
    if (status != STDAILY_OK)
        print_message("%s\n", stdaily_message(a));
    assert_int_equal(status, STDAILY_OK);
    return rows;
}

/* All values of a column, each with a blank after it. */
static inline const char *temp_column(stdaily_archive *a, const char *name, const char *first,
                                      const char *column)
{
    static char text[4096];
    stdaily_rows *rows = temp_query(a, name, first, NULL);
    size_t len = 0;
    int64_t at = stdaily_rows_column(rows, column);
    text[0] = '\0';
    for (int64_t i = 0; i < stdaily_rows_count(rows) && len < sizeof text; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%s ", stdaily_rows_text(rows, i, at, NULL));
    stdaily_rows_free(rows);
    return text;
}

static inline int64_t temp_count(stdaily_archive *a, const char *query)
{
    stdaily_rows *rows = temp_query(a, query, NULL, NULL);
    int64_t n = stdaily_rows_count(rows);
    stdaily_rows_free(rows);
    return n;
}

/* Where the index is, in one of two buffers. */
static inline const char *temp_index(stdaily_archive *a)
{
    static char path[TEMP_PATH_BYTES];
    stdaily_rows *rows = temp_query(a, "info", NULL, NULL);
    snprintf(path, sizeof path, "%s",
             stdaily_rows_text(rows, 0, stdaily_rows_column(rows, "cache_path"), NULL));
    stdaily_rows_free(rows);
    return path;
}

#endif
