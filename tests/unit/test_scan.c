/* Which files of an archive are read, and what is said of those that cannot be. */
#include "temp_archive.h"

#include <fcntl.h>

static void test_reads_text_and_markdown_at_every_depth(void **state)
{
    const temp *t = *state;
    temp_folder(t, "a");
    temp_folder(t, "a/b");
    temp_folder(t, ".hidden");
    temp_page(t, "top.txt", "Top");
    temp_page(t, "a/b/deep.MD", "Deep");
    temp_page(t, "a/Page.Txt", "Page");
    temp_page(t, "a/no-page.html", "None");
    temp_page(t, "a/txt", "None");
    temp_page(t, ".hidden/p.txt", "None");
    temp_page(t, "a/.hidden.txt", "None");
    stdaily_archive *a = temp_open(t);
    assert_int_equal(temp_refresh(a).files_found, 3);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "a/Page.Txt a/b/deep.MD top.txt ");
    assert_int_equal(temp_count(a, "messages"), 0);
    stdaily_close(a);
}

static void test_follows_links_but_reads_nothing_twice(void **state)
{
    const temp *t = *state;
    temp_folder(t, "real");
    temp_page(t, "real/p1.txt", "One");
    temp_page(t, "p2.txt", "Two");
    assert_int_equal(symlink(".", temp_path(t, "loop")), 0);
    assert_int_equal(symlink("../..", temp_path(t, "real/up")), 0);
    assert_int_equal(symlink("real", temp_path(t, "again")), 0);
    assert_int_equal(symlink("p2.txt", temp_path(t, "a-link.txt")), 0);
    assert_int_equal(symlink("self.txt", temp_path(t, "self.txt")), 0);
    assert_int_equal(symlink("nowhere", temp_path(t, "gone.txt")), 0);
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "p2.txt real/p1.txt ");
    assert_string_equal(temp_column(a, "messages", NULL, "path"), "gone.txt self.txt ");
    stdaily_close(a);
}

static void test_follows_links_out_of_the_archive(void **state)
{
    const temp *t = *state;
    temp_folder(t, "../outside");
    temp_page(t, "../outside/p1.txt", "One");
    temp_page(t, "../other.txt", "Two");
    assert_int_equal(symlink("../outside", temp_path(t, "b")), 0);
    assert_int_equal(symlink("../outside", temp_path(t, "a")), 0);
    assert_int_equal(symlink("../other.txt", temp_path(t, "c.txt")), 0);
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "a/p1.txt c.txt ");
    stdaily_close(a);
}

static void test_many_links_to_each_other_end(void **state)
{
    const temp *t = *state;
    char name[64], target[64];
    for (int i = 0; i < 12; i++) {
        snprintf(name, sizeof name, "f%d", i);
        temp_folder(t, name);
        for (int k = 0; k < 12; k++) {
            snprintf(name, sizeof name, "f%d/to%d", i, k);
            snprintf(target, sizeof target, "../f%d", k);
            assert_int_equal(symlink(target, temp_path(t, name)), 0);
        }
    }
    temp_page(t, "f7/p.txt", "One");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "f7/p.txt ");
    stdaily_close(a);
}

static void test_never_opens_what_is_no_file(void **state)
{
    const temp *t = *state;
    assert_int_equal(mkfifo(temp_path(t, "pipe.txt"), 0600), 0);
    assert_int_equal(symlink("pipe.txt", temp_path(t, "to-pipe.txt")), 0);
    assert_int_equal(symlink("/dev/zero", temp_path(t, "zero.txt")), 0);
    temp_folder(t, "folder.txt");
    temp_page(t, "folder.txt/p.txt", "One");
    stdaily_archive *a = temp_open(t);
    assert_int_equal(temp_refresh(a).files_found, 1);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "folder.txt/p.txt ");
    stdaily_close(a);
}

static void test_names_what_it_cannot_read_and_goes_on(void **state)
{
    const temp *t = *state;
    if (geteuid() == 0)
        skip(); /* who may do anything */
    temp_folder(t, "shut");
    temp_page(t, "shut/p.txt", "Shut");
    temp_page(t, "closed.txt", "Closed");
    temp_page(t, "open.txt", "Open");
    chmod(temp_path(t, "shut"), 0);
    chmod(temp_path(t, "closed.txt"), 0);
    stdaily_archive *a = temp_open(t);
    assert_int_equal(temp_refresh(a).files_failed, 1);
    assert_string_equal(temp_column(a, "messages", NULL, "path"), "closed.txt shut ");
    assert_int_equal(temp_refresh(a).changed, 0);
    chmod(temp_path(t, "shut"), 0700);
    chmod(temp_path(t, "closed.txt"), 0600);
    temp_refresh(a);
    assert_int_equal(temp_count(a, "messages"), 0);
    assert_int_equal(temp_count(a, "pages"), 3);
    stdaily_close(a);
}

static void test_leaves_out_a_file_that_is_too_large(void **state)
{
    const temp *t = *state;
    temp_page(t, "huge.txt", "Huge");
    temp_page(t, "small.txt", "Small");
    assert_int_equal(truncate(temp_path(t, "huge.txt"), (off_t)200 * 1024 * 1024), 0);
    stdaily_archive *a = temp_open(t);
    assert_int_equal(temp_refresh(a).files_failed, 1);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "small.txt ");
    assert_non_null(strstr(temp_column(a, "messages", NULL, "message"), "209715200 bytes"));
    assert_int_equal(temp_refresh(a).files_total, 0);
    temp_page(t, "huge.txt", "Not Huge Any More");
    temp_refresh(a);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "huge.txt small.txt ");
    assert_int_equal(temp_count(a, "messages"), 0);
    stdaily_close(a);
}

static void test_says_which_bytes_are_no_text(void **state)
{
    const temp *t = *state;
    unsigned char noise[5000];
    unsigned seed = 1;
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (unsigned char)(rand_r(&seed) >> 8);
    temp_write_bytes(temp_path(t, "noise.txt"), noise, sizeof noise);
    temp_write_bytes(temp_path(t, "zeros.txt"), memset(noise, 0, sizeof noise), sizeof noise);
    temp_write(t, "empty.txt", "");
    temp_page(t, "new\nline \033]0;owned\a.txt", "Escapes in the Name");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    const char *named = temp_column(a, "messages", NULL, "path");
    assert_non_null(strstr(named, "noise.txt"));
    assert_null(strstr(named, "empty.txt"));
    assert_non_null(strstr(temp_column(a, "pages", NULL, "page"), "new\nline \033]0;owned\a.txt"));
    stdaily_close(a);
}

static void test_splits_a_file_at_form_feeds(void **state)
{
    const temp *t = *state;
    temp_write(t, "p.txt",
               "# First of Two\n\nText of the first.\n\f# Second of Two\n\nText of the second.\n");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "p.txt p.txt@2 ");
    assert_string_equal(temp_column(a, "source", "p.txt@2", "text"), "# Second of Two  Text of the second. ");
    temp_write(t, "p.txt", "# First of Two\n\nText of the first.\n");
    temp_refresh(a);
    assert_string_equal(temp_column(a, "dump", NULL, "page"), "p.txt ");
    stdaily_close(a);
}

static void test_sees_a_change_that_keeps_size_and_time(void **state)
{
    const temp *t = *state;
    struct stat st;
    temp_page(t, "p.txt", "Before");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_int_equal(stat(temp_path(t, "p.txt"), &st), 0);
    temp_page(t, "p.txt", "Behind");
    const struct timespec times[] = {st.st_atim, st.st_mtim};
    assert_int_equal(utimensat(AT_FDCWD, temp_path(t, "p.txt"), times, 0), 0);
    assert_int_equal(temp_refresh(a).changed, 1);
    assert_string_equal(temp_column(a, "articles", NULL, "headline"), "Behind ");
    assert_int_equal(temp_refresh(a).changed, 0);
    stdaily_close(a);
}

static void test_a_touched_file_is_no_change(void **state)
{
    const temp *t = *state;
    temp_page(t, "p.txt", "Before");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    const struct timespec times[] = {{1000, 0}, {1000, 0}};
    assert_int_equal(utimensat(AT_FDCWD, temp_path(t, "p.txt"), times, 0), 0);
    assert_int_equal(temp_refresh(a).changed, 0);
    assert_int_equal(temp_refresh(a).files_total, 0);
    stdaily_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEMP_TEST(test_reads_text_and_markdown_at_every_depth),
        TEMP_TEST(test_follows_links_but_reads_nothing_twice),
        TEMP_TEST(test_follows_links_out_of_the_archive),
        TEMP_TEST(test_many_links_to_each_other_end),
        TEMP_TEST(test_never_opens_what_is_no_file),
        TEMP_TEST(test_names_what_it_cannot_read_and_goes_on),
        TEMP_TEST(test_leaves_out_a_file_that_is_too_large),
        TEMP_TEST(test_says_which_bytes_are_no_text),
        TEMP_TEST(test_splits_a_file_at_form_feeds),
        TEMP_TEST(test_sees_a_change_that_keeps_size_and_time),
        TEMP_TEST(test_a_touched_file_is_no_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
