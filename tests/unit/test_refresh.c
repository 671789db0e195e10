/* The refresh through the public API: its threads, its end, and that it forgets nothing.  Run under
 * ThreadSanitizer too. */
#include "unit.h"

#include <ftw.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdaily.h"

enum { PATH_BYTES = 256, N_NAMES = 12, N_STEPS = 25 };

typedef struct folders {
    char root[PATH_BYTES], archive[PATH_BYTES], cache[PATH_BYTES];
} folders;

static int begin(void **state)
{
    folders *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    strcpy(f->root, "/tmp/stdaily-XXXXXX");
    if (!mkdtemp(f->root))
        return -1;
    snprintf(f->archive, PATH_BYTES, "%.64s/archive", f->root);
    snprintf(f->cache, PATH_BYTES, "%.64s/cache", f->root);
    *state = f;
    return mkdir(f->archive, 0700);
}

static int delete_one(const char *path, const struct stat *info, int type, struct FTW *at)
{
    (void)info, (void)type, (void)at;
    return remove(path);
}

static int end(void **state)
{
    folders *f = *state;
    int failed = nftw(f->root, delete_one, 16, FTW_DEPTH | FTW_PHYS);
    free(f);
    return failed;
}

static void path_of(const folders *f, int name, char *path)
{
    snprintf(path, PATH_BYTES, "%.128s/2025-05-17-page-%d.txt", f->archive, name);
}

/* A page of its own, with a jump, for each name and version. */
static void write_page(const folders *f, int name, int version)
{
    char path[PATH_BYTES];
    path_of(f, name, path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "# Ferry Number %d Gets a Keel of Version %d\n\nBy Mira Quell\n\n", name, version);
    fprintf(file, "Ferry %d was built from %d planks, and the dockhands of Oakmouth said that the\n\n", name,
            version);
    fprintf(file, "See page %d\n\n", name % N_NAMES + 1);
    fprintf(file, "# Wharf %d Gets a Crane\n\nFrom page %d\n\n", name, (name + N_NAMES - 2) % N_NAMES + 1);
    fprintf(file, "keel was the finest since version %d. Nobody in Oakmouth disagreed.\n", version);
    fclose(file);
}

static FILE *open_page(const folders *f, int name)
{
    char path[PATH_BYTES];
    path_of(f, name, path);
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    return file;
}

static void add_label(FILE *file, int label)
{
    fprintf(file, "\nDockhands of Oakmouth Count\n\nNotes of %c%c Quay\n\n", 'A' + label / 26,
            'a' + label % 26);
    fprintf(file, "They counted them twice, and nobody in Oakmouth disagreed.\n");
}

/* Labels under headlines, of so many that now more stand on several pages and now fewer. */
static void add_labels(const folders *f, int name, int version)
{
    enum { N_LABELS = 100, OF_PAGE = 40 };
    unsigned seed = (unsigned)(name * 100 + version);
    FILE *file = open_page(f, name);
    for (int i = 0; i < OF_PAGE; i++)
        add_label(file, rand_r(&seed) % N_LABELS);
    fclose(file);
}

static stdaily_archive *open_archive(const folders *f, const char *cache)
{
    stdaily_archive *archive = NULL;
    assert_int_equal(stdaily_open(f->archive, cache, &archive), STDAILY_OK);
    return archive;
}

static void refresh(stdaily_archive *archive)
{
    assert_int_equal(stdaily_refresh_start(archive), STDAILY_OK);
    assert_int_equal(stdaily_refresh_wait(archive, -1), STDAILY_OK);
}

static int64_t count_articles(stdaily_archive *archive)
{
    stdaily_rows *rows = NULL;
    assert_int_equal(stdaily_query(archive, "articles", NULL, 0, &rows), STDAILY_OK);
    int64_t n = stdaily_rows_count(rows);
    stdaily_rows_free(rows);
    return n;
}

static void assert_same_rows(stdaily_archive *a, stdaily_archive *b, const char *query)
{
    stdaily_rows *left = NULL, *right = NULL;
    assert_int_equal(stdaily_query(a, query, NULL, 0, &left), STDAILY_OK);
    assert_int_equal(stdaily_query(b, query, NULL, 0, &right), STDAILY_OK);
    assert_int_equal(stdaily_rows_count(left), stdaily_rows_count(right));
    for (int64_t i = 0; i < stdaily_rows_count(left); i++) {
        for (int64_t j = 0; j < stdaily_rows_columns(left); j++) {
            assert_int_equal(stdaily_rows_int(left, i, j), stdaily_rows_int(right, i, j));
            assert_string_equal(stdaily_rows_text(left, i, j, NULL), stdaily_rows_text(right, i, j, NULL));
        }
    }
    stdaily_rows_free(left);
    stdaily_rows_free(right);
}

static void change_something(const folders *f, int step, unsigned *seed)
{
    int name = (int)(rand_r(seed) % N_NAMES) + 1, other = (int)(rand_r(seed) % N_NAMES) + 1;
    char from[PATH_BYTES], to[PATH_BYTES];
    path_of(f, name, from);
    path_of(f, other, to);
    switch (rand_r(seed) % 4) {
    case 0:
        unlink(from);
        break;
    case 1:
        rename(from, to);
        break;
    default:
        write_page(f, name, step);
        add_labels(f, name, step);
        break;
    }
}

static void assert_as_fresh(const folders *f, stdaily_archive *archive, int step)
{
    char fresh_cache[PATH_BYTES];
    snprintf(fresh_cache, sizeof fresh_cache, "%.64s/fresh-%d", f->root, step);
    refresh(archive);
    stdaily_archive *fresh = open_archive(f, fresh_cache);
    refresh(fresh);
    assert_same_rows(archive, fresh, "dump");
    assert_same_rows(archive, fresh, "jumps");
    assert_same_rows(archive, fresh, "pages");
    assert_same_rows(archive, fresh, "articles");
    stdaily_close(fresh);
}

static void test_any_changes_give_what_a_fresh_index_gives(void **state)
{
    const folders *f = *state;
    unsigned seed = 7;
    stdaily_archive *archive = open_archive(f, f->cache);
    for (int step = 1; step <= N_STEPS; step++) {
        for (int i = 0; i < 3; i++)
            change_something(f, step, &seed);
        assert_as_fresh(f, archive, step);
    }
    stdaily_close(archive);
}

/* A line that stands on no other page is told from labels where these are known, and there only. */
static void test_pages_are_decided_anew_when_labels_become_known(void **state)
{
    enum { N_LABELS = 60, OTHER = 99 };
    const folders *f = *state;
    stdaily_archive *archive = open_archive(f, f->cache);
    FILE *file = open_page(f, OTHER);
    fprintf(file, "Dockhands of Oakmouth Count Gulls Again\n\nOver the Harbor\n\n");
    fprintf(file, "They counted them twice, and nobody in Oakmouth disagreed.\n");
    fclose(file);
    for (int name = 1; name <= 3; name++) {
        file = open_page(f, name);
        for (int label = 0; label < N_LABELS; label++)
            add_label(file, label);
        fclose(file);
        assert_as_fresh(f, archive, name);
    }
    char path[PATH_BYTES];
    path_of(f, 2, path);
    unlink(path);
    assert_as_fresh(f, archive, 4);
    stdaily_close(archive);
}

static void test_cancelled_or_closed_it_leaves_the_index_as_it_was(void **state)
{
    const folders *f = *state;
    write_page(f, 1, 0);
    stdaily_archive *archive = open_archive(f, f->cache);
    refresh(archive);
    int64_t before = count_articles(archive);
    for (int name = 2; name <= N_NAMES; name++)
        write_page(f, name, 0);
    assert_int_equal(stdaily_refresh_start(archive), STDAILY_OK);
    stdaily_refresh_cancel(archive);
    stdaily_status ended = stdaily_refresh_wait(archive, -1);
    assert_true(ended == STDAILY_CANCELLED || ended == STDAILY_OK);
    if (ended == STDAILY_CANCELLED)
        assert_int_equal(count_articles(archive), before);
    assert_int_equal(stdaily_refresh_start(archive), STDAILY_OK);
    stdaily_close(archive);

    archive = open_archive(f, f->cache);
    refresh(archive);
    assert_int_equal(count_articles(archive), 2 * N_NAMES);
    stdaily_close(archive);
}

/* One of several users of the archive; cmocka's asserts are for its own thread only. */
static void *use(void *folders_of_test)
{
    const folders *f = folders_of_test;
    stdaily_archive *archive = NULL;
    stdaily_rows *rows = NULL;
    bool good = stdaily_open(f->archive, f->cache, &archive) == STDAILY_OK;
    good = good && stdaily_refresh_start(archive) == STDAILY_OK;
    while (good && stdaily_refresh_wait(archive, 1) == STDAILY_BUSY) {
        stdaily_progress progress;
        stdaily_refresh_progress(archive, &progress);
        good = stdaily_query(archive, "jumps", NULL, 0, &rows) == STDAILY_OK;
        stdaily_rows_free(rows);
    }
    good = good && stdaily_refresh_wait(archive, -1) == STDAILY_OK;
    good = good && stdaily_query(archive, "articles", NULL, 0, &rows) == STDAILY_OK;
    good = good && stdaily_rows_count(rows) == 2 * N_NAMES;
    if (good)
        stdaily_rows_free(rows);
    stdaily_close(archive);
    return good ? folders_of_test : NULL;
}

static void test_many_may_use_one_archive(void **state)
{
    folders *f = *state;
    pthread_t threads[4];
    for (int name = 1; name <= N_NAMES; name++)
        write_page(f, name, 0);
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, use, f), 0);
    for (int i = 0; i < 4; i++) {
        void *good = NULL;
        assert_int_equal(pthread_join(threads[i], &good), 0);
        assert_non_null(good);
    }
}

static volatile sig_atomic_t signals_taken;

static void take_signal(int number)
{
    (void)number;
    signals_taken++;
}

static void test_its_threads_take_no_signals(void **state)
{
    const folders *f = *state;
    struct sigaction action = {.sa_handler = take_signal}, before;
    sigset_t one, mask;
    sigemptyset(&action.sa_mask);
    sigemptyset(&one);
    sigaddset(&one, SIGUSR1);
    sigaction(SIGUSR1, &action, &before);
    for (int name = 1; name <= N_NAMES; name++)
        write_page(f, name, 0);
    stdaily_archive *archive = open_archive(f, f->cache);
    refresh(archive); /* libuv's threads are there from now on */
    pthread_sigmask(SIG_BLOCK, &one, &mask);
    kill(getpid(), SIGUSR1);
    refresh(archive);
    assert_int_equal(signals_taken, 0);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    assert_int_equal(signals_taken, 1);
    stdaily_close(archive);
    sigaction(SIGUSR1, &before, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_any_changes_give_what_a_fresh_index_gives, begin, end),
        cmocka_unit_test_setup_teardown(test_pages_are_decided_anew_when_labels_become_known, begin, end),
        cmocka_unit_test_setup_teardown(test_cancelled_or_closed_it_leaves_the_index_as_it_was, begin, end),
        cmocka_unit_test_setup_teardown(test_many_may_use_one_archive, begin, end),
        cmocka_unit_test_setup_teardown(test_its_threads_take_no_signals, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
