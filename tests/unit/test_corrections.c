/* Links that a person corrected, and what queries say then. */
#include "store/corrections.h"

#include <stdlib.h>

#include "temp_archive.h"

#define FRONT                                                                                                \
    "# Science and Technology Daily\n\nVOL.7-NO.31\n\nAPRIL 5-6, 2025\n\n# Lanterns That Follow the "        \
    "Walker\n\n"                                                                                             \
    "By TAN Yue\n\nThe lanterns of Shuiwan wake when somebody walks below them, and sleep again when "       \
    "the\n\n"                                                                                                \
    "See page 2\n\n# Salt Ponds Turn Pink Early\n\nBy OR Bei\n\nThe salt ponds east of the town turned "     \
    "pink "                                                                                                  \
    "in the first week of the month, and nobody knew why the\n\nSee page 2\n"

#define INSIDE                                                                                               \
    "VOL.7-NO.31\n\nAPRIL 5-6, 2025\n\nPAGE 2\n\n# Lanterns That Follow the Walker\n\nFrom page 1\n\n"       \
    "street is empty. They were hung in March over the lanes of Shuiwan, where somebody walks all "          \
    "night.\n\n"                                                                                             \
    "# Salt Ponds Turn Pink Early\n\nFrom page 1\n\nsalt ponds were pink. A shrimp lived in the ponds of "   \
    "the "                                                                                                   \
    "town, and the salt was pink too.\n"

#define PAGE_1_KEY "2025-04-05/page-1.txt"
static const char PAGE_1[] = PAGE_1_KEY, PAGE_2[] = "2025-04-05/page-2.txt";

static int begin(void **state)
{
    char data[128];
    int failed = temp_begin(state);
    const temp *t = *state;
    snprintf(data, sizeof data, "%s/data", t->root);
    setenv("XDG_DATA_HOME", data, 1);
    return failed;
}

#define CORRECTIONS_TEST(f) cmocka_unit_test_setup_teardown(f, begin, temp_end)

static stdaily_archive *open_issue(const temp *t)
{
    temp_folder(t, "2025-04-05");
    temp_write(t, PAGE_1, FRONT);
    temp_write(t, PAGE_2, INSIDE);
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    return a;
}

static const char *file_of(const temp *t)
{
    static char path[TEMP_PATH_BYTES];
    snprintf(path, sizeof path, "%s/data/stdaily/corrections.txt", t->root);
    return path;
}

static const char *text_of(const char *path)
{
    static char text[8192];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static void assert_corrects(stdaily_archive *a, const char *page, const char *marker, const char *target)
{
    stdaily_status status = stdaily_correct(a, page, marker, target);
    if (status != STDAILY_OK)
        print_message("%s\n", stdaily_message(a));
    assert_int_equal(status, STDAILY_OK);
}

/* "TARGET_ARTICLE CONFIDENCE CORRECTED" of each jump. */
static const char *jumps(stdaily_archive *a)
{
    static char text[1024];
    stdaily_rows *rows = temp_query(a, "jumps", "", NULL);
    size_t len = 0;
    text[0] = '\0';
    for (int64_t i = 0; i < stdaily_rows_count(rows); i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%s %s %lld", i ? ", " : "",
                                stdaily_rows_text(rows, i, stdaily_rows_column(rows, "status"), NULL),
                                stdaily_rows_text(rows, i, stdaily_rows_column(rows, "target_article"), NULL),
                                (long long)stdaily_rows_int(rows, i, stdaily_rows_column(rows, "corrected")));
    stdaily_rows_free(rows);
    return text;
}

static const char FOUND[] = "linked a1 0, linked a2 0";

static void test_a_correction_wins_everywhere(void **state)
{
    stdaily_archive *a = open_issue(*state);
    assert_string_equal(jumps(a), FOUND);
    assert_corrects(a, PAGE_1, "j1", "2025-04-05/page-2.txt:a2");
    /* the story has one beginning: what the machine had it go with is free */
    assert_string_equal(jumps(a), "linked a2 1, unmatched  0");
    assert_string_equal(temp_column(a, "jumps", "", "evidence"),
                        "corrected by you its story goes with another jump line, as you said ");
    assert_string_equal(temp_column(a, "jumps", "", "message"),
                        "continues on page 2: Salt Ponds Turn Pink Early "
                        "its story goes with another jump line, as you said ");
    stdaily_rows *origins = temp_query(a, "origins", PAGE_2, "a2");
    assert_int_equal(stdaily_rows_count(origins), 1);
    assert_string_equal(stdaily_rows_text(origins, 0, stdaily_rows_column(origins, "article"), NULL), "a1");
    assert_true(stdaily_rows_real(origins, 0, stdaily_rows_column(origins, "confidence")) == 1.0);
    stdaily_rows_free(origins);
    assert_non_null(
        strstr(temp_column(a, "dump", NULL, "json"),
               "\"status\":\"linked\",\"target\":{\"path\":\"2025-04-05/page-2.txt\",\"article\":\"a2\""));
    stdaily_close(a);
}

static void test_none_and_undo(void **state)
{
    stdaily_archive *a = open_issue(*state);
    assert_corrects(a, PAGE_1, "j2", "none");
    assert_string_equal(jumps(a), "linked a1 0, unmatched  1");
    assert_corrects(a, PAGE_1, "j1", "2025-04-05/page-2.txt:a2");
    assert_string_equal(jumps(a), "linked a2 1, unmatched  1");
    assert_corrects(a, PAGE_1, "j2", "");
    assert_string_equal(jumps(a), "linked a2 1, unmatched  0");
    assert_corrects(a, PAGE_1, "j1", NULL);
    assert_string_equal(jumps(a), FOUND);
    assert_null(strstr(text_of(file_of(*state)), "\njump"));
    stdaily_close(a);
}

static void rename_in(const temp *t, const char *from, const char *to)
{
    assert_int_equal(rename(temp_path(t, from), temp_path(t, to)), 0);
}

static void test_it_survives_a_rebuild_and_other_names(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_issue(t);
    assert_corrects(a, PAGE_1, "j1", "2025-04-05/page-2.txt:a2");
    assert_int_equal(unlink(temp_index(a)), 0);
    temp_refresh(a);
    assert_string_equal(jumps(a), "linked a2 1, unmatched  0");
    temp_folder(t, "sorted");
    rename_in(t, PAGE_1, "sorted/front.txt");
    rename_in(t, PAGE_2, "sorted/inside of 2025-04-05.txt");
    temp_refresh(a);
    assert_string_equal(jumps(a), "linked a2 1, unmatched  0");
    assert_string_equal(temp_column(a, "jumps", "", "target_page"), "sorted/inside of 2025-04-05.txt  ");
    stdaily_close(a);
}

static void test_a_refresh_gives_what_a_fresh_index_has(void **state)
{
    const temp *t = *state;
    char fresh[128], expected[8192];
    stdaily_archive *a = open_issue(t), *b;
    assert_corrects(a, PAGE_1, "j1", "2025-04-05/page-2.txt:a2");
    temp_page(t, "2025-04-05/page-3.txt", "Otters Return");
    temp_refresh(a);
    temp_write(t, PAGE_2, INSIDE "\n# Noodle Carts\n\nForty noodle carts share a kitchen.\n");
    temp_refresh(a); /* the story's page is another now */
    assert_string_equal(temp_column(a, "jumps", "", "status"), "page-missing linked ");
    temp_write(t, PAGE_2, INSIDE);
    temp_refresh(a);
    snprintf(expected, sizeof expected, "%s", temp_column(a, "dump", NULL, "json"));
    snprintf(fresh, sizeof fresh, "%s/fresh", t->root);
    assert_int_equal(stdaily_open(t->archive, fresh, &b), STDAILY_OK);
    temp_refresh(b);
    assert_string_equal(temp_column(b, "dump", NULL, "json"), expected);
    assert_string_equal(jumps(b), "linked a2 1, unmatched  0");
    stdaily_close(b);
    stdaily_close(a);
}

static void test_another_s_correction_comes_with_a_refresh(void **state)
{
    const temp *t = *state;
    char other[128];
    stdaily_archive *a = open_issue(t), *b;
    snprintf(other, sizeof other, "%s/other", t->root);
    assert_int_equal(stdaily_open(t->archive, other, &b), STDAILY_OK);
    temp_refresh(b);
    assert_corrects(a, PAGE_1, "j1", "none");
    assert_string_equal(jumps(b), FOUND);
    assert_int_equal(temp_refresh(b).changed, 1);
    assert_string_equal(jumps(b), "unmatched  1, linked a2 0");
    assert_int_equal(temp_refresh(b).changed, 0);
    assert_int_equal(unlink(file_of(t)), 0);
    assert_int_equal(temp_refresh(b).changed, 1);
    assert_string_equal(jumps(b), FOUND);
    stdaily_close(b);
    stdaily_close(a);
}

static void test_a_damaged_line_is_named_and_kept(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_issue(t);
    assert_corrects(a, PAGE_1, "j1", "none");
    char text[8192 + 64];
    snprintf(text, sizeof text, "%s\xff\x01 what is this\n\n# a remark\njump\tx\n", text_of(file_of(t)));
    temp_write_bytes(file_of(t), text, strlen(text));
    temp_refresh(a);
    assert_string_equal(jumps(a), "unmatched  1, linked a2 0");
    stdaily_rows *rows = temp_query(a, "messages", NULL, NULL);
    assert_int_equal(stdaily_rows_count(rows), 2);
    assert_string_equal(stdaily_rows_text(rows, 0, 0, NULL), file_of(t));
    assert_int_equal(stdaily_rows_int(rows, 0, 1), 3);
    assert_int_equal(stdaily_rows_int(rows, 1, 1), 6);
    stdaily_rows_free(rows);
    assert_corrects(a, PAGE_1, "j1", "");
    assert_string_equal(jumps(a), FOUND);
    assert_non_null(strstr(text_of(file_of(t)), "\xff\x01 what is this\n\n# a remark\njump\tx\n"));
    assert_int_equal(temp_count(a, "messages"), 2);
    stdaily_close(a);
}

static void test_a_file_that_cannot_be_used_is_left_alone(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_issue(t);
    char folder[TEMP_PATH_BYTES];
    snprintf(folder, sizeof folder, "%s/data", t->root);
    temp_write_bytes(folder, "x", 1); /* a file where the folder should be */
    assert_int_equal(stdaily_correct(a, PAGE_1, "j1", "none"), STDAILY_UNREADABLE);
    assert_non_null(strstr(stdaily_message(a), folder));
    assert_string_equal(jumps(a), FOUND);
    assert_int_equal(temp_refresh(a).changed, 0);
    assert_int_equal(unlink(folder), 0);
    assert_int_equal(mkdir(folder, 0700), 0);
    snprintf(folder, sizeof folder, "%s/data/stdaily", t->root);
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkdir(file_of(t), 0700), 0); /* a folder where the file should be */
    assert_int_equal(stdaily_correct(a, PAGE_1, "j1", "none"), STDAILY_UNREADABLE);
    assert_int_equal(temp_refresh(a).changed, 1); /* it is said */
    assert_int_equal(temp_count(a, "messages"), 1);
    assert_string_equal(jumps(a), FOUND);
    stdaily_close(a);
}

static void test_a_linked_file_stays_a_link(void **state)
{
    const temp *t = *state;
    char folder[128], real[128];
    stdaily_archive *a = open_issue(t);
    snprintf(folder, sizeof folder, "%s/data", t->root);
    assert_int_equal(mkdir(folder, 0700), 0);
    snprintf(folder, sizeof folder, "%s/data/stdaily", t->root);
    assert_int_equal(mkdir(folder, 0700), 0);
    snprintf(real, sizeof real, "%s/mine.txt", t->root);
    temp_write_bytes(real, "# mine\n", 7);
    assert_int_equal(symlink(real, file_of(t)), 0);
    assert_corrects(a, PAGE_1, "j1", "none");
    assert_memory_equal(text_of(real), "# mine\njump\t", 12);
    struct stat st;
    assert_int_equal(lstat(file_of(t), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    stdaily_close(a);
}

static void test_a_wrong_call_is_refused(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_issue(t);
    static const char *const wrong[][3] = {{"nowhere.txt", "j1", "none"},
                                           {PAGE_1, "j3", "none"},
                                           {PAGE_1, "a1", "none"},
                                           {PAGE_1, "", "none"},
                                           {PAGE_1, "j1", "None"},
                                           {PAGE_1, "j1", "2025-04-05/page-2.txt"},
                                           {PAGE_1, "j1", ":a1"},
                                           {PAGE_1, "j1", "2025-04-05/page-2.txt:a9"},
                                           {PAGE_1, "j1", "2025-04-05/page-1.txt:a1"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_not_equal(stdaily_correct(a, wrong[i][0], wrong[i][1], wrong[i][2]), STDAILY_OK);
        assert_true(strlen(stdaily_message(a)) > 0);
    }
    assert_int_equal(stdaily_correct(NULL, PAGE_1, "j1", "none"), STDAILY_INVALID);
    assert_int_equal(access(file_of(t), F_OK), -1);
    assert_string_equal(jumps(a), FOUND);
    stdaily_close(a);
}

static void assert_as_fresh(const temp *t, stdaily_archive *a, unsigned step)
{
    static char expected[64 * 1024];
    char fresh[128];
    stdaily_archive *b;
    snprintf(fresh, sizeof fresh, "%s/fresh%u", t->root, step);
    assert_int_equal(stdaily_open(t->archive, fresh, &b), STDAILY_OK);
    temp_refresh(b);
    stdaily_rows *x = temp_query(a, "dump", NULL, NULL), *y = temp_query(b, "dump", NULL, NULL);
    assert_int_equal(stdaily_rows_count(x), stdaily_rows_count(y));
    for (int64_t i = 0; i < stdaily_rows_count(x); i++) {
        snprintf(expected, sizeof expected, "%s", stdaily_rows_text(y, i, 1, NULL));
        assert_string_equal(stdaily_rows_text(x, i, 1, NULL), expected);
    }
    stdaily_rows_free(x);
    stdaily_rows_free(y);
    snprintf(expected, sizeof expected, "%s", jumps(b));
    assert_string_equal(jumps(a), expected);
    stdaily_close(b);
}

/* ---- pages that a corrected link places */

#define WANDERING                                                                                            \
    "# Hill Farms Under Snow\n\nBy Mira Quell\n\nThe snow lay in the hills until May, and the sheep of the " \
    "farms "                                                                                                 \
    "were fed by sledge.\n\nSee page 4\n\n# A Bridge of Reeds\n\nnobody had asked for a bridge, but there "  \
    "it was.\n"

/* "PAGE NUMBER ISSUE" of each. */
static const char *placed(stdaily_archive *a)
{
    static char text[1024];
    stdaily_rows *rows = temp_query(a, "pages", "", NULL);
    size_t len = 0;
    text[0] = '\0';
    for (int64_t i = 0; i < stdaily_rows_count(rows); i++)
        len +=
            (size_t)snprintf(text + len, sizeof text - len, "%s%s %lld %s", i ? ", " : "",
                             stdaily_rows_text(rows, i, stdaily_rows_column(rows, "page"), NULL),
                             (long long)stdaily_rows_int(rows, i, stdaily_rows_column(rows, "page_number")),
                             stdaily_rows_text(rows, i, stdaily_rows_column(rows, "issue"), NULL));
    stdaily_rows_free(rows);
    return text;
}

#define ISSUE "2025-04-05-no31"
static const char LOOSE[] = PAGE_1_KEY " 1 " ISSUE ", loose.txt 0 , sledge.txt 0 ";

static void test_a_corrected_link_places_a_loose_page(void **state)
{
    const temp *t = *state;
    temp_folder(t, "2025-04-05");
    temp_write(t, PAGE_1, FRONT);
    temp_write(t, "loose.txt", WANDERING);
    temp_write(t, "sledge.txt",
               "# Sheep and Mustard\n\nThe mustard is late, and it is none of the sheep's.\n");
    stdaily_archive *a = temp_open(t);
    temp_refresh(a);
    assert_string_equal(placed(a), LOOSE);
    assert_corrects(a, PAGE_1, "j1", "loose.txt:a2");
    assert_string_equal(placed(a), PAGE_1_KEY " 1 " ISSUE ", loose.txt 2 " ISSUE ", sledge.txt 0 ");
    assert_string_equal(temp_column(a, "jumps", PAGE_1, "message"),
                        "continues on page 2: A Bridge of Reeds "
                        "page 2 is there, but no story on it fits for sure ");
    assert_string_equal(temp_column(a, "pages", "loose.txt", "evidence"),
                        "placed by a link that you corrected, from " PAGE_1_KEY " ");
    /* and that page's link places the next one */
    assert_corrects(a, "loose.txt", "j1", "sledge.txt:a1");
    assert_string_equal(placed(a), PAGE_1_KEY " 1 " ISSUE ", loose.txt 2 " ISSUE ", sledge.txt 4 " ISSUE);
    assert_int_equal(temp_refresh(a).changed, 0);
    assert_as_fresh(t, a, 0);
    assert_corrects(a, PAGE_1, "j1", "");
    assert_string_equal(placed(a), PAGE_1_KEY " 1 " ISSUE ", sledge.txt 4 undated-loose.txt, "
                                              "loose.txt 0 undated-loose.txt");
    assert_as_fresh(t, a, 1);
    assert_corrects(a, "loose.txt", "j1", "");
    assert_string_equal(placed(a), LOOSE);
    assert_as_fresh(t, a, 2);
    stdaily_close(a);
}

/* Where a page of that number is, or the page is of another day, it stays where it was. */
static void test_a_corrected_link_moves_no_page_that_is_placed(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_issue(t);
    temp_write(t, "loose.txt", WANDERING);
    temp_folder(t, "2025-04-12");
    temp_page(t, "2025-04-12/page-2.txt", "Otters Return");
    temp_refresh(a);
    assert_corrects(a, PAGE_1, "j1", "loose.txt:a2");
    assert_string_equal(temp_column(a, "pages", "loose.txt", "issue"), " ");
    assert_string_equal(jumps(a), "linked a2 1, linked a2 0, page-missing  0");
    char before[64];
    snprintf(before, sizeof before, "%s", temp_column(a, "pages", "2025-04-12/page-2.txt", "issue"));
    assert_corrects(a, PAGE_1, "j1", "2025-04-12/page-2.txt:a1");
    assert_string_equal(temp_column(a, "pages", "2025-04-12/page-2.txt", "issue"), before);
    assert_as_fresh(t, a, 0);
    stdaily_close(a);
}

/* ---- whatever happens, in any order */

enum { N_STORIES = 5, N_STEPS = 60 };

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

/* One of a few pages, in one of two versions, under one of two names. */
static void change_a_page(const temp *t, unsigned *seed)
{
    unsigned story = next_random(seed) % N_STORIES, version = next_random(seed) % 2;
    char name[2][64], text[1024];
    snprintf(name[0], sizeof name[0], "2025-04-05-page-%u.txt", story + 1);
    snprintf(name[1], sizeof name[1], "sorted %u.txt", story);
    /* one is loose, until a link places it */
    char folio[64] = "";
    if (story + 1 < N_STORIES)
        snprintf(folio, sizeof folio, "VOL.7-NO.31\n\nAPRIL 5-6, 2025\n\nPAGE %u\n\n", story + 1);
    else
        snprintf(name[0], sizeof name[0], "one more.txt");
    unsigned at = next_random(seed) % 2;
    unlink(temp_path(t, name[1 - at]));
    if (next_random(seed) % 6 == 0) {
        unlink(temp_path(t, name[at]));
        return;
    }
    snprintf(
        text, sizeof text,
        "%s# Ferry %u Gets Keel %u\n\nBy Mira Quell\n\nFerry %u was built from planks, and the dockhands of "
        "Oakmouth said that the\n\nSee page %u\n\n# Wharf %u Gets a Crane\n\nFrom page %u\n\nkeel was the "
        "finest of ferry %u. Nobody in Oakmouth disagreed.\n",
        folio, story, version, story, (story + 1) % N_STORIES + 1, story,
        (story + N_STORIES - 1) % N_STORIES + 1, (story + N_STORIES - 1) % N_STORIES);
    temp_write(t, name[at], text);
}

static void correct_a_jump(stdaily_archive *a, unsigned *seed)
{
    stdaily_rows *jumps_of_all = temp_query(a, "jumps", "", NULL);
    int64_t n = stdaily_rows_count(jumps_of_all);
    if (n > 0) {
        int64_t from = next_random(seed) % n, to = next_random(seed) % n;
        char target[128];
        snprintf(target, sizeof target, "%s:a%u", stdaily_rows_text(jumps_of_all, to, 0, NULL),
                 next_random(seed) % 2 + 1);
        const char *const targets[] = {target, target, "none", ""};
        const char *page = stdaily_rows_text(jumps_of_all, from, 0, NULL);
        /* a story of its own is refused */
        stdaily_correct(
            a, page, stdaily_rows_text(jumps_of_all, from, stdaily_rows_column(jumps_of_all, "marker"), NULL),
            targets[next_random(seed) % 4]);
    }
    stdaily_rows_free(jumps_of_all);
}

static void test_any_sequence_gives_what_a_fresh_index_has(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = temp_open(t);
    unsigned seed = 7, n_corrected = 0;
    for (unsigned step = 0; step < N_STEPS; step++) {
        change_a_page(t, &seed);
        if (next_random(&seed) % 2)
            temp_refresh(a);
        correct_a_jump(a, &seed);
        if (step % 4)
            continue;
        temp_refresh(a);
        assert_as_fresh(t, a, step);
        n_corrected += strstr(jumps(a), " 1") != NULL;
    }
    assert_true(n_corrected > 3);
    stdaily_close(a);
}

/* ---- what there is to choose from */

static void test_candidates_come_best_first(void **state)
{
    const temp *t = *state;
    stdaily_archive *a = open_issue(t);
    temp_write(
        t, "loose.txt",
        "# Pink Ponds\n\nFrom page 1\n\nshrimp of the salt ponds turned pink east of the town, and so did "
        "the salt.\n");
    temp_refresh(a);
    stdaily_rows *rows = temp_query(a, "candidates", PAGE_1, "j2");
    assert_true(stdaily_rows_count(rows) >= 3);
    assert_string_equal(stdaily_rows_text(rows, 0, stdaily_rows_column(rows, "headline"), NULL),
                        "Salt Ponds Turn Pink Early");
    double sum = 0, last = 1;
    bool has_loose = false;
    for (int64_t i = 0; i < stdaily_rows_count(rows); i++) {
        double confidence = stdaily_rows_real(rows, i, stdaily_rows_column(rows, "confidence"));
        const char *page = stdaily_rows_text(rows, i, 0, NULL);
        assert_true(confidence <= last);
        last = confidence;
        sum += confidence;
        has_loose = has_loose || strcmp(page, "loose.txt") == 0;
        bool own = strcmp(page, PAGE_1) == 0 && strcmp(stdaily_rows_text(rows, i, 1, NULL), "a2") == 0;
        assert_false(own);
    }
    assert_true(has_loose);
    assert_true(sum <= 1.0001);
    stdaily_rows_free(rows);
    stdaily_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CORRECTIONS_TEST(test_a_correction_wins_everywhere),
        CORRECTIONS_TEST(test_none_and_undo),
        CORRECTIONS_TEST(test_it_survives_a_rebuild_and_other_names),
        CORRECTIONS_TEST(test_a_refresh_gives_what_a_fresh_index_has),
        CORRECTIONS_TEST(test_another_s_correction_comes_with_a_refresh),
        CORRECTIONS_TEST(test_a_damaged_line_is_named_and_kept),
        CORRECTIONS_TEST(test_a_file_that_cannot_be_used_is_left_alone),
        CORRECTIONS_TEST(test_a_linked_file_stays_a_link),
        CORRECTIONS_TEST(test_a_wrong_call_is_refused),
        CORRECTIONS_TEST(test_a_corrected_link_places_a_loose_page),
        CORRECTIONS_TEST(test_a_corrected_link_moves_no_page_that_is_placed),
        CORRECTIONS_TEST(test_any_sequence_gives_what_a_fresh_index_has),
        CORRECTIONS_TEST(test_candidates_come_best_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
