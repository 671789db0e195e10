/* Pages placed by their links, by print, by path and by their neighbours: any changes give what a fresh index
 * gives. */
#include "temp_archive.h"

enum { N_ISSUES = 40, MOST_ISSUES = 69, N_PAGES = 3, N_STEPS = 48, STORY_WORDS = 14 };

typedef struct maker {
    const temp *t;
    int n_issues; /* that there may be */
    int n_words;  /* of which stories are made */
    bool folders; /* some names and folders tell something, and some fronts misprint their numbers */
    bool fades;   /* all stories have one name, until they are written again */
    unsigned seed;
    int version[MOST_ISSUES * N_PAGES]; /* 0: not there */
    int name[MOST_ISSUES * N_PAGES];
    int n_names;
} maker;

/* A made-up word; names have a capital. */
static void add_word(FILE *file, int word, bool name)
{
    static const char *const starts[] = {"bal", "cor", "dun", "fel", "gar",
                                         "hol", "jun", "kes", "lom", "mir"};
    static const char *const ends[] = {"anto", "berg",  "dale", "evin", "folk",
                                       "grim", "hurst", "inge", "oket"};
    const char *start = starts[word % 10];
    fprintf(file, " %c%s%s%s", name ? start[0] - 'a' + 'A' : start[0], start + 1, ends[word / 10 % 9],
            word < 90 ? "" : ends[word / 90 % 9]);
}

/* Words that only few stories share, most of them names. */
static void add_words(const maker *m, FILE *file, int issue, int story, int half)
{
    unsigned seed = (unsigned)(issue * 31 + story * 7 + 5), own = seed + (unsigned)half;
    for (int i = 0; i < STORY_WORDS; i++) {
        int word = rand_r(i % 3 ? &seed : &own) % m->n_words;
        fprintf(file, "%s", i % 5 == 0 ? "; they saw" : ",");
        add_word(file, word * (i % 2 + 1) % m->n_words, i % 3 < 2);
    }
    fprintf(file, "%s and it ended.\n\n", m->fades && m->version[issue * N_PAGES] % 2 ? ", with Marlow" : "");
}

static void write_front(const maker *m, FILE *file, int issue, int version)
{
    bool misread = m->folders && version % 4 == 3, other_volume = m->folders && version % 5 == 4;
    fprintf(file, "Oakmouth Daily\n\nVOL.%d-NO.%d MAY %d, 20%02d\n\n", other_volume ? 4 : 3,
            (misread ? 700 : 100) + issue, issue % 28 + 1, 10 + issue / 28);
    for (int page = 2; page <= N_PAGES; page++) {
        fprintf(file, "# The Wharf Number");
        add_word(file, (issue * 5 + page) % m->n_words, true);
        fprintf(file, " Opens\n\nBy Mira Quell\n\nIn the year of version %d there was", version);
        add_words(m, file, issue, page, 0);
        fprintf(file, "See page %d\n\n", page);
    }
}

static void write_inside(const maker *m, FILE *file, int issue, int page, int version)
{
    fprintf(file, "# A Ferry of Its Own\n\nBy Tom Reed\n\nNobody had seen it before version %d.\n\n",
            version);
    fprintf(file, "# The Wharf %s", version % 3 ? "Number" : "of");
    add_word(file, (issue * 5 + page) % m->n_words, true);
    fprintf(file, " Opens\n\nFrom page 1\n\nThen there was");
    add_words(m, file, issue, page, 1 + version % 2);
}

static const char *path_of(const maker *m, int at)
{
    enum { HASHED, IN_BOXES, BY_NUMBER, BY_DATE, MIXED, N_WAYS };
    char folder[32] = "mixed", name[64];
    int issue = at / N_PAGES, way = m->folders ? m->name[at] % N_WAYS : HASHED;
    if (way == IN_BOXES)
        snprintf(folder, sizeof folder, "box-%d", issue);
    else if (way == BY_NUMBER)
        snprintf(folder, sizeof folder, "no%d", 100 + issue);
    else if (way == BY_DATE)
        snprintf(folder, sizeof folder, "20%02d-05-%02d", 10 + issue / 28, issue % 28 + 1);
    if (way != HASHED)
        mkdir(temp_path(m->t, folder), 0700); /* it may be there */
    if (way == HASHED || way == MIXED)
        snprintf(name, sizeof name, "%s%08x.txt", way == MIXED ? "mixed/" : "",
                 (unsigned)m->name[at] * 2654435761u);
    else
        snprintf(name, sizeof name, "%s/%d.txt", folder, at % N_PAGES + 1);
    return temp_path(m->t, name);
}

static void write_file(maker *m, int at)
{
    if (!m->version[at]++)
        m->name[at] = ++m->n_names;
    FILE *file = fopen(path_of(m, at), "w");
    assert_non_null(file);
    int issue = at / N_PAGES, page = at % N_PAGES + 1;
    if (page == 1)
        write_front(m, file, issue, m->version[at]);
    else
        write_inside(m, file, issue, page, m->version[at]);
    fclose(file);
}

static int count_files(const maker *m)
{
    return m->n_issues * N_PAGES;
}

static void change_something(maker *m)
{
    int at = (int)(rand_r(&m->seed) % (unsigned)count_files(m));
    char old[TEMP_PATH_BYTES];
    snprintf(old, sizeof old, "%s", path_of(m, at));
    switch (m->version[at] ? rand_r(&m->seed) % 3 : 2) {
    case 0:
        assert_int_equal(unlink(old), 0);
        m->version[at] = 0;
        break;
    case 1:
        m->name[at] = ++m->n_names;
        assert_int_equal(rename(old, path_of(m, at)), 0);
        break;
    default:
        write_file(m, at);
        break;
    }
}

static void refresh(stdaily_archive *archive)
{
    assert_int_equal(stdaily_refresh_start(archive), STDAILY_OK);
    assert_int_equal(stdaily_refresh_wait(archive, -1), STDAILY_OK);
}

static stdaily_archive *open_in(const temp *t, const char *cache)
{
    stdaily_archive *archive = NULL;
    assert_int_equal(stdaily_open(t->archive, cache, &archive), STDAILY_OK);
    refresh(archive);
    return archive;
}

static int64_t assert_same_rows(stdaily_archive *a, stdaily_archive *b, const char *query)
{
    stdaily_rows *left = NULL, *right = NULL;
    assert_int_equal(stdaily_query(a, query, NULL, 0, &left), STDAILY_OK);
    assert_int_equal(stdaily_query(b, query, NULL, 0, &right), STDAILY_OK);
    int64_t n = stdaily_rows_count(left);
    assert_int_equal(n, stdaily_rows_count(right));
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < stdaily_rows_columns(left); j++)
            assert_string_equal(stdaily_rows_text(left, i, j, NULL), stdaily_rows_text(right, i, j, NULL));
    stdaily_rows_free(left);
    stdaily_rows_free(right);
    return n;
}

static int64_t count_linked(stdaily_archive *archive)
{
    stdaily_rows *rows = NULL;
    assert_int_equal(stdaily_query(archive, "info", NULL, 0, &rows), STDAILY_OK);
    int64_t linked = stdaily_rows_int(rows, 0, stdaily_rows_column(rows, "linked"));
    stdaily_rows_free(rows);
    return linked;
}

static int64_t compare_with_fresh(const temp *t, stdaily_archive *archive, int step)
{
    char cache[TEMP_PATH_BYTES];
    snprintf(cache, sizeof cache, "%s/fresh-%d", t->root, step);
    stdaily_archive *fresh = open_in(t, cache);
    assert_same_rows(archive, fresh, "dump");
    assert_same_rows(archive, fresh, "jumps");
    assert_same_rows(archive, fresh, "pages");
    assert_same_rows(archive, fresh, "issues");
    int64_t linked = count_linked(fresh);
    stdaily_close(fresh);
    return linked;
}

/* A sequence of changes, compared after each step. */
static void change_and_compare(const temp *t, maker m)
{
    int64_t most_linked = 0;
    for (int at = 0; at < count_files(&m); at++)
        if (rand_r(&m.seed) % 8)
            write_file(&m, at);
    stdaily_archive *archive = open_in(t, t->cache);
    for (int step = 0; step < N_STEPS; step++) {
        for (int i = 0; i < 1 + step % 4; i++)
            change_something(&m);
        refresh(archive);
        int64_t linked = compare_with_fresh(t, archive, step);
        most_linked = linked > most_linked ? linked : most_linked;
    }
    assert_true(most_linked > m.n_issues / 2);
    stdaily_close(archive);
}

static void any_changes_give_what_a_fresh_index_gives(void **state)
{
    change_and_compare(*state, (maker){.t = *state, .seed = 11, .n_issues = N_ISSUES, .n_words = 90});
}

static void so_do_changes_of_pages_with_rare_words(void **state)
{
    change_and_compare(*state, (maker){.t = *state, .seed = 12, .n_issues = N_ISSUES, .n_words = 800});
}

static void so_do_changes_of_pages_that_paths_and_neighbours_place(void **state)
{
    change_and_compare(
        *state, (maker){.t = *state, .seed = 13, .n_issues = N_ISSUES, .n_words = 800, .folders = true});
}

/* With so many pages that words become rarer, or commoner, with a page more. */
static void so_do_changes_of_the_number_of_pages(void **state)
{
    change_and_compare(*state, (maker){.t = *state, .seed = 14, .n_issues = MOST_ISSUES, .n_words = 400});
}

/* From all pages to so few that it tells something. */
static void so_does_a_word_that_page_after_page_loses(void **state)
{
    enum { STEP = 3, N_FILES = N_ISSUES * N_PAGES };
    enum { FIRST_COMPARED = N_FILES * 7 / 10, LAST_COMPARED = N_FILES * 4 / 5 };
    maker m = {.t = *state, .n_issues = N_ISSUES, .n_words = 800, .fades = true};
    for (int at = 0; at < N_FILES; at++)
        write_file(&m, at);
    stdaily_archive *archive = open_in(m.t, m.t->cache);
    for (int at = 0; at < LAST_COMPARED; at++) {
        write_file(&m, at);
        if (at % STEP)
            continue;
        refresh(archive);
        if (at >= FIRST_COMPARED)
            compare_with_fresh(m.t, archive, at);
    }
    stdaily_close(archive);
}

/* Also of a page that is as it was. */
static void so_does_another_volume_of_an_issue(void **state)
{
    const temp *t = *state;
    static const char front[] =
        "# A Ferry of Its Own\n\nBy Tom Reed\n\nNobody had seen the ferry of Oakmouth, "
        "said Mira Quell, who keeps the lock.\n\nSee page 3\n";
    static const char inside[] =
        "VOL.%d-NO.191\n\nMAY 17-18, 2025\n\nPAGE 2\n\n# A Kitchen for Forty Carts\n\n"
        "By Tom Reed\n\nForty carts will share one kitchen from the spring on.\n";
    char text[sizeof inside];
    temp_folder(t, "2025-05-17");
    temp_write(t, "2025-05-17/page-1.txt", front);
    for (int volume = 5; volume <= 6; volume++) {
        snprintf(text, sizeof text, inside, volume);
        temp_write(t, "2025-05-17/page-2.txt", text);
        stdaily_archive *archive = open_in(t, t->cache);
        compare_with_fresh(t, archive, volume);
        snprintf(text, sizeof text, "page 3 of Vol. %d No. 191, 17-18 May 2025, is not in this archive ",
                 volume);
        assert_string_equal(temp_column(archive, "jumps", NULL, "message"), text);
        stdaily_close(archive);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEMP_TEST(any_changes_give_what_a_fresh_index_gives),
                                       TEMP_TEST(so_do_changes_of_pages_that_paths_and_neighbours_place),
                                       TEMP_TEST(so_do_changes_of_pages_with_rare_words),
                                       TEMP_TEST(so_do_changes_of_the_number_of_pages),
                                       TEMP_TEST(so_does_another_volume_of_an_issue),
                                       TEMP_TEST(so_does_a_word_that_page_after_page_loses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
