/* The index file: where it is, and what becomes of it when it is damaged, foreign, old or gone. */
/* First, since cmocka has a macro `fail`. */
#include "store/db.h"

#include "temp_archive.h"

#include <signal.h>
#include <sys/wait.h>

static stdaily_archive *open_with_page(const temp *t)
{
    temp_page(t, "p1.txt", "Otters Return to the Harbor");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_int_equal(temp_count(a, "articles"), 1);
    return a;
}

/* A new handle finds the index made anew, says so, and fills it. */
static void assert_rebuilt(const temp *t, const char *reason)
{
    stdaily_archive *a = temp_open(t);
    assert_int_equal(temp_count(a, "articles"), 0);
    assert_non_null(strstr(temp_column(a, "messages", NULL, "message"), reason));
    assert_int_equal(temp_refresh(a).changed, 1);
    assert_int_equal(temp_count(a, "articles"), 1);
    assert_int_equal(temp_count(a, "messages"), 1);
    temp_refresh(a);
    assert_int_equal(temp_count(a, "messages"), 0);
    stdaily_close(a);
}

static void fill_file(const char *path, long from, size_t len)
{
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    fseek(file, from, SEEK_SET);
    for (size_t i = 0; i < len; i++)
        fputc((int)(i * 31 % 251), file);
    fclose(file);
}

static const char *close_and_name(stdaily_archive *a)
{
    const char *path = temp_index(a);
    stdaily_close(a);
    return path;
}

static void test_a_damaged_index_is_made_anew(void **state)
{
    const temp *t = *state;
    fill_file(close_and_name(open_with_page(t)), 0, 4000);
    assert_rebuilt(t, "damaged");
}

static void test_a_file_that_is_no_database_is_replaced(void **state)
{
    const temp *t = *state;
    const char *path = close_and_name(open_with_page(t));
    temp_write_bytes(path, "Nine otters swam into the old harbor.", 37);
    assert_rebuilt(t, "damaged");
}

static void run_sql(const char *path, const char *sql)
{
    db *d;
    assert_int_equal(db_open(path, &d), STDAILY_OK);
    db_script(d, sql);
    assert_int_equal(db_status(d), STDAILY_OK);
    db_close(d);
}

static void test_an_index_of_another_version_is_replaced(void **state)
{
    const temp *t = *state;
    run_sql(close_and_name(open_with_page(t)), "PRAGMA user_version = 1");
    assert_rebuilt(t, "another version");
}

static void test_an_index_of_something_else_is_replaced(void **state)
{
    const temp *t = *state;
    const char *path = close_and_name(open_with_page(t));
    run_sql(path, "PRAGMA application_id = 7");
    assert_rebuilt(t, "not one of this archive");
    run_sql(path, "UPDATE meta SET value = '/elsewhere' WHERE name = 'archive'");
    assert_rebuilt(t, "not one of this archive");
}

/* Damage that shows only when it is read. */
static void test_damage_inside_is_found_and_mended(void **state)
{
    const temp *t = *state;
    const char *path = close_and_name(open_with_page(t));
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    stdaily_archive *a = temp_open(t);
    stdaily_rows *rows;
    fill_file(path, 4096, (size_t)st.st_size - 4096);
    assert_int_equal(stdaily_query(a, "articles", NULL, 0, &rows), STDAILY_UNREADABLE);
    assert_null(rows);
    assert_non_null(strstr(stdaily_message(a), "damaged"));
    assert_int_equal(temp_count(a, "articles"), 0);
    temp_refresh(a);
    assert_int_equal(temp_count(a, "articles"), 1);
    stdaily_close(a);
}

static void test_a_refresh_mends_damage_too(void **state)
{
    const temp *t = *state;
    const char *path = close_and_name(open_with_page(t));
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    stdaily_archive *a = temp_open(t);
    fill_file(path, 4096, (size_t)st.st_size - 4096);
    temp_refresh(a);
    assert_int_equal(temp_count(a, "articles"), 1);
    stdaily_close(a);
}

static void test_the_index_may_be_deleted_under_an_open_handle(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_with_page(t), *b = temp_open(t);
    assert_int_equal(unlink(temp_index(a)), 0);
    assert_int_equal(temp_count(a, "articles"), 0);
    temp_refresh(a);
    assert_int_equal(temp_count(b, "articles"), 1);
    stdaily_close(a);
    assert_int_equal(temp_count(b, "articles"), 1);
    assert_int_equal(temp_refresh(b).changed, 0);
    stdaily_close(b);
}

static void test_all_of_the_cache_may_be_deleted(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_with_page(t);
    assert_int_equal(nftw(t->cache, temp_delete_one, 16, FTW_DEPTH | FTW_PHYS), 0);
    stdaily_rows *rows;
    assert_int_equal(stdaily_query(a, "articles", NULL, 0, &rows), STDAILY_UNREADABLE);
    stdaily_close(a);
    a = temp_open(t);
    temp_refresh(a);
    assert_int_equal(temp_count(a, "articles"), 1);
    stdaily_close(a);
}

static void test_a_cache_that_cannot_be_made_is_named(void **state)
{
    const temp *t = *state;
    temp_write(t, "file", "");
    stdaily_archive *a;
    assert_int_equal(stdaily_open(t->archive, temp_path(t, "file/cache"), &a), STDAILY_UNREADABLE);
    assert_non_null(strstr(stdaily_message(a), "/file/cache"));
    stdaily_close(a);
}

static void test_the_cache_is_where_the_environment_says(void **state)
{
    const temp *t = *state;
    char saved[2][TEMP_PATH_BYTES];
    snprintf(saved[0], sizeof saved[0], "%s", getenv("HOME") ? getenv("HOME") : "");
    snprintf(saved[1], sizeof saved[1], "%s", getenv("XDG_CACHE_HOME") ? getenv("XDG_CACHE_HOME") : "");
    stdaily_archive *a;
    setenv("XDG_CACHE_HOME", t->cache, 1);
    assert_int_equal(stdaily_open(t->archive, NULL, &a), STDAILY_OK);
    assert_non_null(strstr(temp_index(a), "/cache/stdaily/archive-"));
    stdaily_close(a);
    unsetenv("XDG_CACHE_HOME");
    setenv("HOME", t->root, 1);
    assert_int_equal(stdaily_open(t->archive, NULL, &a), STDAILY_OK);
    assert_non_null(strstr(temp_index(a), "/.cache/stdaily/archive-"));
    stdaily_close(a);
    unsetenv("HOME");
    assert_int_equal(stdaily_open(t->archive, NULL, &a), STDAILY_UNREADABLE);
    assert_non_null(strstr(stdaily_message(a), "HOME"));
    stdaily_close(a);
    setenv("HOME", saved[0], 1);
    setenv("XDG_CACHE_HOME", saved[1], 1);
}

/* In another process, which dies in the middle of it. */
static void refresh_and_die(const temp *t, useconds_t after_us)
{
    stdaily_archive *a;
    pid_t child = fork();
    if (child == 0) {
        if (stdaily_open(t->archive, t->cache, &a) == STDAILY_OK && stdaily_refresh_start(a) == STDAILY_OK)
            usleep(after_us);
        kill(getpid(), SIGKILL);
    }
    assert_true(child > 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void test_killed_at_any_moment_it_leaves_a_complete_index(void **state)
{
    const temp *t = *state;
    enum { N_PAGES = 120 };
    char name[32];
    for (int i = 0; i < N_PAGES; i++) {
        snprintf(name, sizeof name, "p%03d.txt", i);
        temp_page(t, name, "Otters Return to the Harbor");
    }
    for (useconds_t after_us = 0; after_us < 60000; after_us += 4000) {
        refresh_and_die(t, after_us);
        stdaily_archive *a = temp_open(t);
        int64_t n = temp_count(a, "articles");
        stdaily_close(a);
        assert_true(n == 0 || n == N_PAGES);
    }
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_int_equal(temp_count(a, "articles"), N_PAGES);
    stdaily_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEMP_TEST(test_a_damaged_index_is_made_anew),
        TEMP_TEST(test_a_file_that_is_no_database_is_replaced),
        TEMP_TEST(test_an_index_of_another_version_is_replaced),
        TEMP_TEST(test_an_index_of_something_else_is_replaced),
        TEMP_TEST(test_damage_inside_is_found_and_mended),
        TEMP_TEST(test_a_refresh_mends_damage_too),
        TEMP_TEST(test_the_index_may_be_deleted_under_an_open_handle),
        TEMP_TEST(test_all_of_the_cache_may_be_deleted),
        TEMP_TEST(test_a_cache_that_cannot_be_made_is_named),
        TEMP_TEST(test_the_cache_is_where_the_environment_says),
        TEMP_TEST(test_killed_at_any_moment_it_leaves_a_complete_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
