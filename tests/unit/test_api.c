/* The public functions: what each query gives, how long things live, and what misuse gets. */
#include "temp_archive.h"

#include <ctype.h>

static const char FRONT[] =
    "# Science and Technology Daily\n\n"
    "VOL.7-NO.31\n\nAPRIL 5-6, 2025\n\n"
    "# Lanterns That Follow the Walker\n\n"
    "By TAN Yue and OR Bei\n\n"
    "The lanterns of Shuiwan wake when somebody walks below them, and sleep again when "
    "the street is empty. They were hung in March.\n\n"
    "\"We sleep better,\" said Lin Qiao, who lives above the noodle shop, and pays for "
    "none of it. The town pays half of what it paid. See page 2\n\n"
    "# Salt Ponds Turn Pink Early\n\n"
    "By Staff Reporters\n\n"
    "The salt ponds east of the town turned pink in the first week of the month, three "
    "weeks before anybody expected it.\n";

static const char INSIDE[] =
    "VOL.7-NO.31\n\nAPRIL 5-6, 2025\n\nPAGE 2\n\n"
    "# Lanterns That Follow the Walker\n\n"
    "From page 1\n\n"
    "Lin Qiao said that the lanterns had also brought the moths back, which she minds "
    "less than the moths' neighbors do.\n\n"
    "# Noodle Carts Get a Co-operation Plan\n\n"
    "By Mira Quell\n\n"
    "Forty noodle carts of Shuiwan will share one kitchen from the spring on, under a "
    "plan for co-operation that took nine years.\n";

static void write_issue(const temp *t)
{
    temp_folder(t, "2025-04-05");
    temp_write(t, "2025-04-05/page-1.txt", FRONT);
    temp_write(t, "2025-04-05/page-2.txt", INSIDE);
}

static stdaily_archive *open_issue(const temp *t)
{
    write_issue(t);
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    return a;
}

static const char *text_at(const stdaily_rows *rows, int64_t row, const char *column)
{
    return stdaily_rows_text(rows, row, stdaily_rows_column(rows, column), NULL);
}

static int64_t int_at(const stdaily_rows *rows, int64_t row, const char *column)
{
    return stdaily_rows_int(rows, row, stdaily_rows_column(rows, column));
}

static bool null_at(const stdaily_rows *rows, int64_t row, const char *column)
{
    return stdaily_rows_type(rows, row, stdaily_rows_column(rows, column)) == 0;
}

/* ---- queries */

static void test_info_counts(void **state)
{
    stdaily_archive *a = open_issue(*state);
    stdaily_rows *info = temp_query(a, "info", NULL, NULL);
    assert_int_equal(int_at(info, 0, "files"), 2);
    assert_int_equal(int_at(info, 0, "pages"), 2);
    assert_int_equal(int_at(info, 0, "issues"), 1);
    assert_int_equal(int_at(info, 0, "loose_pages"), 0);
    assert_int_equal(int_at(info, 0, "articles"), 4);
    assert_int_equal(int_at(info, 0, "jumps"), 1);
    assert_int_equal(int_at(info, 0, "linked"), 1);
    assert_int_equal(int_at(info, 0, "messages"), 0);
    assert_true(int_at(info, 0, "refreshed_at") > 1600000000);
    stdaily_rows_free(info);
    stdaily_close(a);
}

static void test_lists_take_a_scope(void **state)
{
    stdaily_archive *a = open_issue(*state);
    temp_page(*state, "loose.txt", "A Loose Page");
    temp_refresh(a);
    stdaily_rows *issues = temp_query(a, "issues", NULL, NULL);
    assert_int_equal(stdaily_rows_count(issues), 2);
    assert_string_equal(text_at(issues, 0, "title"), "Vol. 7 No. 31, 5-6 April 2025");
    assert_string_equal(text_at(issues, 1, "title"), "Loose pages");
    assert_string_equal(text_at(issues, 1, "issue"), "");
    const char *key = text_at(issues, 0, "issue");
    assert_string_equal(temp_column(a, "pages", key, "page"), "2025-04-05/page-1.txt 2025-04-05/page-2.txt ");
    assert_string_equal(temp_column(a, "articles", key, "article"), "a1 a2 a1 a2 ");
    assert_string_equal(temp_column(a, "articles", "2025-04-05/page-2.txt", "article"), "a1 a2 ");
    assert_string_equal(temp_column(a, "articles", "", "headline"),
                        "Lanterns That Follow the Walker Salt Ponds Turn Pink Early Lanterns That Follow "
                        "the Walker Noodle Carts Get a Co-operation Plan A Loose Page ");
    stdaily_rows_free(issues);
    const char *nowhere[] = {"nowhere"};
    stdaily_rows *rows;
    assert_int_equal(stdaily_query(a, "pages", nowhere, 1, &rows), STDAILY_NOT_FOUND);
    assert_non_null(strstr(stdaily_message(a), "nowhere"));
    stdaily_close(a);
}

static void test_an_article_has_its_facts(void **state)
{
    stdaily_archive *a = open_issue(*state);
    stdaily_rows *article = temp_query(a, "article", "2025-04-05/page-1.txt", "a1");
    assert_int_equal(stdaily_rows_count(article), 1);
    assert_string_equal(text_at(article, 0, "headline"), "Lanterns That Follow the Walker");
    assert_string_equal(text_at(article, 0, "bylines"), "TAN Yue, OR Bei");
    assert_int_equal(int_at(article, 0, "line"), 7);
    assert_int_equal(int_at(article, 0, "page_number"), 1);
    assert_int_equal(int_at(article, 0, "jump_page"), 2);
    assert_true(null_at(article, 0, "continued_from"));
    assert_true(null_at(article, 0, "kicker"));
    stdaily_rows_free(article);
    article = temp_query(a, "article", "2025-04-05/page-2.txt", "a1");
    assert_int_equal(int_at(article, 0, "continued_from"), 1);
    assert_true(null_at(article, 0, "jump_page"));
    stdaily_rows_free(article);
    stdaily_close(a);
}

static void test_a_jump_leads_there_and_back(void **state)
{
    stdaily_archive *a = open_issue(*state);
    stdaily_rows *jumps = temp_query(a, "jumps", "", NULL);
    assert_int_equal(stdaily_rows_count(jumps), 1);
    assert_string_equal(text_at(jumps, 0, "status"), "linked");
    assert_string_equal(text_at(jumps, 0, "target_page"), "2025-04-05/page-2.txt");
    assert_string_equal(text_at(jumps, 0, "target_article"), "a1");
    assert_int_equal(int_at(jumps, 0, "target_line"), 7);
    assert_true(strlen(text_at(jumps, 0, "message")) > 0);
    stdaily_rows_free(jumps);
    stdaily_rows *origins = temp_query(a, "origins", "2025-04-05/page-2.txt", "a1");
    assert_int_equal(stdaily_rows_count(origins), 1);
    assert_string_equal(text_at(origins, 0, "article"), "a1");
    assert_string_equal(text_at(origins, 0, "message"),
                        "continued from page 1: Lanterns That Follow the Walker");
    stdaily_rows_free(origins);
    stdaily_close(a);
}

/* "ROLE LINE" of each row. */
static const char *roles(stdaily_archive *a, const char *page, const char *article)
{
    static char text[2048];
    stdaily_rows *rows = temp_query(a, "paragraphs", page, article);
    size_t len = 0;
    text[0] = '\0';
    for (int64_t i = 0; i < stdaily_rows_count(rows); i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%s %lld", i ? ", " : "",
                                text_at(rows, i, "role"), (long long)int_at(rows, i, "line"));
    stdaily_rows_free(rows);
    return text;
}

static void test_paragraphs_are_what_is_read(void **state)
{
    stdaily_archive *a = open_issue(*state);
    assert_string_equal(roles(a, "2025-04-05/page-1.txt", "a1"),
                        "headline 7, byline 9, body 11, body 13, jump 13");
    assert_string_equal(roles(a, "2025-04-05/page-2.txt", "a1"), "headline 7, continued 9, body 11");
    assert_string_equal(roles(a, "2025-04-05/page-1.txt", ""),
                        "headline 7, byline 9, body 11, body 13, jump 13, headline 15, byline 17, body 19");
    stdaily_rows *rows = temp_query(a, "paragraphs", "2025-04-05/page-1.txt", "a1");
    assert_string_equal(text_at(rows, 4, "text"), "See page 2");
    assert_true(strlen(text_at(rows, 4, "note")) > 0);
    stdaily_rows_free(rows);
    rows = temp_query(a, "paragraphs", "2025-04-05/page-2.txt", "a1");
    assert_string_equal(text_at(rows, 1, "note"), "continued from page 1: Lanterns That Follow the Walker");
    stdaily_rows_free(rows);
    stdaily_close(a);
}

static void test_spans_tell_lines(void **state)
{
    const temp *t = *state;
    temp_write(
        t, "p.txt",
        "# Divers Count\nSturgeon\n\nBy Mira Quell\n\nThe divers went down at dawn and found the river "
        "as clear as it had been in the old reports of the punc-\n\ntuation committee, whose members "
        "had never seen it.\n");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    stdaily_rows *rows = temp_query(a, "paragraphs", "p.txt", "a1");
    for (int64_t i = 0; i < stdaily_rows_count(rows); i++) {
        if (strcmp(text_at(rows, i, "role"), "body") != 0)
            continue;
        const char *text = text_at(rows, i, "text"), *spans = text_at(rows, i, "spans");
        const char *broken = strstr(text, "punctuation");
        assert_non_null(broken);
        char expected[64];
        snprintf(expected, sizeof expected, "0:6,%d:8", (int)(broken - text) + 4);
        assert_string_equal(spans, expected);
    }
    stdaily_rows_free(rows);
    stdaily_close(a);
}

static void test_nul_bytes_are_shown(void **state)
{
    static const char text[] = "# Otters Return\n\nNine otters\0 swam into the old harbor of the town.\n";
    temp_write_bytes(temp_path(*state, "p.txt"), text, sizeof text - 1);
    stdaily_archive *a = temp_open(*state);
    temp_refresh(a);
    assert_non_null(strstr(temp_column(a, "source", "p.txt", "text"), "otters\xe2\x90\x80 swam"));
    stdaily_close(a);
}

static void test_match_marks_what_was_typed(void **state)
{
    stdaily_archive *a = open_issue(*state);
    stdaily_rows *rows = temp_query(a, "match", "salt pon", "10");
    assert_int_equal(stdaily_rows_count(rows), 1);
    assert_string_equal(text_at(rows, 0, "headline"), "Salt Ponds Turn Pink Early");
    assert_string_equal(text_at(rows, 0, "positions"), "0,1,2,3,5,6,7");
    stdaily_rows_free(rows);
    assert_int_equal(temp_count(a, "match"), 4);
    rows = temp_query(a, "match", "", "3");
    assert_int_equal(stdaily_rows_count(rows), 3);
    stdaily_rows_free(rows);
    temp_page(*state, "new.txt", "A Salt Pond of Its Own");
    temp_refresh(a);
    rows = temp_query(a, "match", "salt pon", "10");
    assert_int_equal(stdaily_rows_count(rows), 2);
    stdaily_rows_free(rows);
    stdaily_close(a);
}

static void assert_finds(stdaily_archive *a, const char *query, const char *headlines)
{
    assert_string_equal(temp_column(a, "search", query, "headline"), headlines);
}

static void test_search_takes_words_as_they_are(void **state)
{
    stdaily_archive *a = open_issue(*state);
    assert_finds(a, "co-operation", "Noodle Carts Get a Co-operation Plan ");
    assert_finds(a, "\"forty noodle carts\"", "Noodle Carts Get a Co-operation Plan ");
    assert_finds(a, "\"noodle forty\"", "");
    assert_finds(a, "KITCH", "Noodle Carts Get a Co-operation Plan ");
    assert_finds(a, "salt OR (", "");
    assert_finds(a, "*", "");
    assert_finds(a, "\"", "");
    assert_finds(a, "headline:salt", "");
    stdaily_rows *rows = temp_query(a, "search", "moths", NULL);
    assert_int_equal(stdaily_rows_count(rows), 1);
    assert_int_equal(int_at(rows, 0, "line"), 11);
    assert_non_null(strstr(text_at(rows, 0, "snippet"), "moths"));
    stdaily_rows_free(rows);
    stdaily_close(a);
}

static void test_find_takes_what_a_person_types(void **state)
{
    stdaily_archive *a = open_issue(*state);
    assert_string_equal(temp_column(a, "find", "", "kind"), "archive ");
    assert_string_equal(temp_column(a, "find", "2025-04-05/page-2.txt:a2", "title"),
                        "Noodle Carts Get a Co-operation Plan ");
    assert_string_equal(temp_column(a, "find", "2025-04-05/page-2.txt", "kind"), "page ");
    assert_string_equal(temp_column(a, "find", "April 6, 2025", "kind"), "issue ");
    assert_string_equal(temp_column(a, "find", "no 31", "kind"), "issue ");
    assert_string_equal(temp_column(a, "find", "Vol. 7 No. 31", "kind"), "issue ");
    assert_string_equal(temp_column(a, "find", "Vol. 8 No. 31", "kind"), "");
    assert_string_equal(temp_column(a, "find", "page-2.txt", "page"), "2025-04-05/page-2.txt ");
    assert_string_equal(temp_column(a, "find", "salt ponds turn pink early", "title"),
                        "Salt Ponds Turn Pink Early ");
    assert_string_equal(temp_column(a, "find", "SALT PONDS", "title"), "Salt Ponds Turn Pink Early ");
    assert_string_equal(temp_column(a, "find", "slt pnk", "title"), "Salt Ponds Turn Pink Early ");
    assert_int_equal(strlen(temp_column(a, "match", "pin", "headline")) > 40, 1);
    assert_string_equal(temp_column(a, "find", "pin", "title"), "Salt Ponds Turn Pink Early ");
    assert_string_equal(temp_column(a, "find", "zzzz", "title"), "");
    stdaily_close(a);
}

static void test_dump_comes_in_pieces(void **state)
{
    stdaily_archive *a = open_issue(*state);
    stdaily_rows *all = temp_query(a, "dump", NULL, NULL), *second;
    assert_int_equal(stdaily_rows_count(all), 2);
    assert_non_null(strstr(text_at(all, 0, "json"), "\"date_first\":\"2025-04-05\""));
    second = temp_query(a, "dump", text_at(all, 0, "page"), "1");
    assert_int_equal(stdaily_rows_count(second), 1);
    assert_string_equal(text_at(all, 1, "json"), text_at(second, 0, "json"));
    stdaily_rows_free(second);
    stdaily_rows_free(all);
    stdaily_close(a);
}

/* ---- the header */

/* The words of the header's list of queries, as far as they are columns' names, must be the columns. */
static const char *documented(const char *header, const char *query)
{
    static char line[256];
    snprintf(line, sizeof line, "\n * %s (", query);
    const char *at = strstr(header, line);
    assert_non_null(at);
    return strstr(at, "-> ") + 3;
}

static bool is_documented(const char *text, const char *column)
{
    size_t len = strlen(column);
    const char *end = strstr(text, "\n * \0");
    for (const char *at = strstr(text, column); at; at = strstr(at + 1, column))
        if (!isalnum((unsigned char)at[-1]) && at[-1] != '_' && !isalnum((unsigned char)at[len]) &&
            at[len] != '_')
            return end != NULL && at - text < 600;
    return false;
}

static void test_columns_are_those_of_the_header(void **state)
{
    static const char *const names[] = {"info",       "messages", "issues", "pages",      "articles",
                                        "paragraphs", "source",   "jumps",  "origins",    "match",
                                        "search",     "find",     "dump",   "candidates", "mends"};
    static const char page[] = "2025-04-05/page-1.txt";
    stdaily_archive *a = open_issue(*state);
    FILE *file = fopen("csrc/stdaily.h", "r");
    if (!file)
        skip();
    static char header[64 * 1024];
    header[fread(header, 1, sizeof header - 1, file)] = '\0';
    fclose(file);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        bool two = strcmp(names[i], "paragraphs") == 0 || strcmp(names[i], "candidates") == 0 ||
                   strcmp(names[i], "origins") == 0;
        bool one = two || strcmp(names[i], "source") == 0;
        stdaily_rows *rows = temp_query(a, names[i], one ? page : NULL,
                                        two ? strcmp(names[i], "candidates") == 0 ? "j1" : "a1" : NULL);
        const char *text = documented(header, names[i]);
        for (int64_t k = 0; k < stdaily_rows_columns(rows); k++) {
            if (!is_documented(text, stdaily_rows_name(rows, k)))
                print_message("%s: %s\n", names[i], stdaily_rows_name(rows, k));
            assert_true(is_documented(text, stdaily_rows_name(rows, k)));
        }
        stdaily_rows_free(rows);
    }
    stdaily_close(a);
}

static void test_declarations_are_the_headers(void **state)
{
    (void)state;
    const char *text = stdaily_declarations();
    assert_non_null(strstr(text, "stdaily_rows_free(stdaily_rows *rows);"));
    assert_null(strchr(text, '#'));
    assert_string_equal(stdaily_version(), STDAILY_VERSION);
}

/* ---- lifetimes and misuse */

static void test_rows_outlive_the_archive(void **state)
{
    stdaily_archive *a = open_issue(*state);
    stdaily_rows *rows = temp_query(a, "articles", NULL, NULL);
    stdaily_close(a);
    assert_string_equal(text_at(rows, 1, "headline"), "Salt Ponds Turn Pink Early");
    stdaily_rows_free(rows);
}

static void test_out_of_range_reads_as_null(void **state)
{
    stdaily_archive *a = open_issue(*state);
    stdaily_rows *rows = temp_query(a, "articles", NULL, NULL);
    size_t len = 7;
    assert_int_equal(stdaily_rows_type(rows, -1, 0), 0);
    assert_int_equal(stdaily_rows_type(rows, 0, 99), 0);
    assert_int_equal(stdaily_rows_int(rows, 4, 0), 0);
    assert_string_equal(stdaily_rows_text(rows, INT64_MAX, INT64_MIN, &len), "");
    assert_int_equal(len, 0);
    assert_null(stdaily_rows_name(rows, -1));
    assert_int_equal(stdaily_rows_column(rows, "nonsense"), -1);
    assert_int_equal(stdaily_rows_column(rows, NULL), -1);
    stdaily_rows_free(rows);
    stdaily_rows_free(NULL);
    assert_int_equal(stdaily_rows_count(NULL), 0);
    stdaily_close(a);
}

static void assert_refused(stdaily_archive *a, const char *name, size_t n_args, stdaily_status expected)
{
    static const char *const args[] = {"nowhere.txt", "a1", "c", "d"};
    stdaily_rows *rows = (stdaily_rows *)&rows;
    assert_int_equal(stdaily_query(a, name, args, n_args, &rows), expected);
    assert_null(rows);
    const char *message = stdaily_message(a);
    assert_true(strlen(message) > 0);
    assert_null(strchr(message, '\n'));
}

static void test_a_wrong_call_is_refused(void **state)
{
    stdaily_archive *a = open_issue(*state);
    assert_refused(a, "nonsense", 0, STDAILY_INVALID);
    assert_refused(a, "", 0, STDAILY_INVALID);
    assert_refused(a, NULL, 0, STDAILY_INVALID);
    assert_refused(a, "issues", 1, STDAILY_INVALID);
    assert_refused(a, "article", 3, STDAILY_INVALID);
    assert_refused(a, "article", 2, STDAILY_NOT_FOUND);
    assert_refused(a, "source", 1, STDAILY_NOT_FOUND);
    assert_refused(a, "match", 2, STDAILY_INVALID);
    stdaily_rows *rows;
    assert_int_equal(stdaily_query(NULL, "info", NULL, 0, &rows), STDAILY_INVALID);
    assert_int_equal(stdaily_query(a, "info", NULL, 0, NULL), STDAILY_INVALID);
    static const char *const articles[] = {"a0", "a3", "a", "b1", "a1x", "a99999999999", "-1"};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        const char *args[] = {"2025-04-05/page-1.txt", articles[i]};
        assert_int_equal(stdaily_query(a, "article", args, 2, &rows), STDAILY_NOT_FOUND);
    }
    stdaily_close(a);
}

static void test_a_handle_that_did_not_open_only_has_a_message(void **state)
{
    const temp *t = *state;
    static const char *const paths[] = {"/nowhere/at/all", "", NULL};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        stdaily_archive *a;
        stdaily_rows *rows;
        stdaily_progress progress;
        stdaily_status status = stdaily_open(paths[i], t->cache, &a);
        assert_int_equal(status, i ? STDAILY_INVALID : STDAILY_NOT_FOUND);
        assert_true(strlen(stdaily_message(a)) > 0);
        assert_int_equal(stdaily_query(a, "info", NULL, 0, &rows), STDAILY_INVALID);
        assert_int_equal(stdaily_refresh_start(a), STDAILY_INVALID);
        assert_int_equal(stdaily_refresh_wait(a, -1), STDAILY_INVALID);
        stdaily_refresh_cancel(a);
        stdaily_refresh_progress(a, &progress);
        assert_int_equal(progress.state, STDAILY_REFRESH_IDLE);
        assert_int_equal(stdaily_refresh_fd(a), -1);
        stdaily_close(a);
    }
    stdaily_close(NULL);
    assert_true(strlen(stdaily_message(NULL)) > 0);
}

static void test_an_archive_that_goes_away_keeps_its_index(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_issue(t);
    char moved[128];
    snprintf(moved, sizeof moved, "%s/moved", t->root);
    assert_int_equal(rename(t->archive, moved), 0);
    assert_int_equal(stdaily_refresh_start(a), STDAILY_OK);
    assert_int_equal(stdaily_refresh_wait(a, -1), STDAILY_NOT_FOUND);
    assert_non_null(strstr(stdaily_message(a), t->archive));
    assert_int_equal(temp_count(a, "articles"), 4);
    stdaily_close(a);
}

static void test_nothing_is_written_to_the_archive(void **state)
{
    const temp *t = *state;
    write_issue(t);
    struct stat before, after;
    assert_int_equal(stat(t->archive, &before), 0);
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    stdaily_close(a);
    assert_int_equal(stat(t->archive, &after), 0);
    assert_int_equal(before.st_mtim.tv_sec, after.st_mtim.tv_sec);
    assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEMP_TEST(test_info_counts),
        TEMP_TEST(test_lists_take_a_scope),
        TEMP_TEST(test_an_article_has_its_facts),
        TEMP_TEST(test_a_jump_leads_there_and_back),
        TEMP_TEST(test_paragraphs_are_what_is_read),
        TEMP_TEST(test_spans_tell_lines),
        TEMP_TEST(test_nul_bytes_are_shown),
        TEMP_TEST(test_match_marks_what_was_typed),
        TEMP_TEST(test_search_takes_words_as_they_are),
        TEMP_TEST(test_find_takes_what_a_person_types),
        TEMP_TEST(test_dump_comes_in_pieces),
        TEMP_TEST(test_columns_are_those_of_the_header),
        cmocka_unit_test(test_declarations_are_the_headers),
        TEMP_TEST(test_rows_outlive_the_archive),
        TEMP_TEST(test_out_of_range_reads_as_null),
        TEMP_TEST(test_a_wrong_call_is_refused),
        TEMP_TEST(test_a_handle_that_did_not_open_only_has_a_message),
        TEMP_TEST(test_an_archive_that_goes_away_keeps_its_index),
        TEMP_TEST(test_nothing_is_written_to_the_archive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
