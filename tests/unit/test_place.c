#include "unit.h"

#include <stdio.h>

#include "base/buf.h"
#include "parse/place.h"

/* "2025-05-17/2025-05-18 v5 n191 p2", unknown parts left out. */
static const char *path_says(void **state, const char *key)
{
    place_evidence e = place_from_path(str_of(key));
    buf out = buf_in(*state);
    if (date_known(e.first))
        date_add_iso(&out, e.first);
    if (date_known(e.first) && date_compare(e.first, e.last) != 0) {
        buf_add_char(&out, '/');
        date_add_iso(&out, e.last);
    }
    if (e.volume)
        buf_addf(&out, " v%d", e.volume);
    if (e.number)
        buf_addf(&out, " n%d", e.number);
    if (e.page_number)
        buf_addf(&out, " p%d", e.page_number);
    str s = str_trim(buf_str(&out));
    return s.len ? s.ptr : "";
}

#define SAYS(key, expected)                                                                                  \
    do {                                                                                                     \
        print_message("%s\n", key);                                                                          \
        assert_string_equal(path_says(state, key), expected);                                                \
    } while (0)

static void reads_paths(void **state)
{
    SAYS("2025-05-17/page-2.txt", "2025-05-17 p2");
    SAYS("20250517_03.txt", "2025-05-17 p3");
    SAYS("2025051703.txt", "2025-05-17 p3");
    SAYS("std_20250531_p4.txt", "2025-05-31 p4");
    SAYS("STD20250531A04.md", "2025-05-31 p4");
    SAYS("VOL.5-NO.191/p2.md", "v5 n191 p2");
    SAYS("vol5/no191/2.txt", "v5 n191 p2");
    SAYS("v5n191/page_03.txt", "v5 n191 p3");
    SAYS("std-2025-05-17-A4.txt", "2025-05-17 p4");
    SAYS("std-2025-05-17-04.txt", "2025-05-17 p4");
    SAYS("17 May 2025/4.txt", "2025-05-17 p4");
    SAYS("17-18 May 2025/4.txt", "2025-05-17/2025-05-18 p4");
    SAYS("May-17-2025/Page 4.txt", "2025-05-17 p4");
    SAYS("17_May_2025_p4.txt", "2025-05-17 p4");
    SAYS("no191/page_3.txt", "n191 p3");
    SAYS("Issue 191/Page 3.TXT", "n191 p3");
    SAYS("2025/05/17/p2.txt", "2025-05-17 p2");
    SAYS("2025/05/17/2.txt", "2025-05-17 p2");
    SAYS("2025-05/17.txt", "2025-05-17");
    SAYS("2025/05/17.txt", "2025-05-17");
    SAYS("2025-05-17.txt", "2025-05-17");
    SAYS("17-05-2025/p1.txt", "2025-05-17 p1");
    SAYS("05-17-2025/p1.txt", "2025-05-17 p1");
    SAYS("2025-05-17-18/p1.txt", "2025-05-17/2025-05-18 p1");
    SAYS("20250517-20250518/p1.txt", "2025-05-17/2025-05-18 p1");
    SAYS("Science and Technology Daily/2025-05-17/page-1.txt", "2025-05-17 p1");
    SAYS("page-2.txt", "p2");
    SAYS("2025-05-17/page-2-of-4.txt", "2025-05-17 p2");
    SAYS("VOL.5-NO.191 MAY 17-18, 2025/p2.md", "2025-05-17/2025-05-18 v5 n191 p2");
}

static void reads_pages_of_a_file(void **state)
{
    SAYS("2025-05-17.txt@3", "2025-05-17 p3");
    SAYS("2025-05-17/page-2.txt@2", "2025-05-17");
    SAYS("scan.txt@2", "");
}

static void guesses_nothing(void **state)
{
    SAYS("", "");
    SAYS("59b96c3d85731148.txt", "");
    SAYS("000_02861011364d209f.txt", "");
    SAYS("001_26de6426fb603456.txt", "");
    SAYS("003_2f5ab4b3fee228e3.txt", "");
    SAYS("20240517abcdef12.txt", "");
    SAYS("ab20240517cdef12.txt", "");
    SAYS("7f3a9c.txt", "");
    SAYS("scan_0042.txt", "");
    SAYS("scan_3.txt", "");
    SAYS("4.txt", "");
    SAYS("a4.txt", "");
    SAYS("v2/x.txt", "");
    SAYS("2025-05-17/59b96c3d85731148.txt", "2025-05-17");
    SAYS("2025-05-17/000_59b96c3d85731148.txt", "2025-05-17");
    SAYS("2025-05-17/scan_0042.txt", "2025-05-17");
    SAYS("2025-05-17/scan (2).txt", "2025-05-17");
    SAYS("2025-05-17-18.txt", "2025-05-17");
    SAYS("05-06-2025/p1.txt", "p1");
    SAYS("2025-06-31/p1.txt", "p1");
    SAYS("20251317.txt", "");
    SAYS("2025/3/2.txt", "");
}

static date day(int year, int month, int d)
{
    return (date){(int16_t)year, (int8_t)month, (int8_t)d};
}

static place_evidence page_of(const char *key)
{
    return (place_evidence){.key = str_of(key)};
}

static place_evidence front_page(const char *key, int number, date first, date last)
{
    return (place_evidence){.key = str_of(key),
                            .paper = STR("Science and Technology Daily"),
                            .volume = 5,
                            .number = number,
                            .page_number = 1,
                            .first = first,
                            .last = last};
}

/* "KEY: ISSUE pN" for each page, by line. */
static const char *placed(void **state, const place_evidence *pages, size_t n)
{
    places *p = place_pages(*state, pages, n);
    buf out = buf_in(*state);
    for (size_t i = 0; i < n; i++) {
        const placement *at = &p->pages[i];
        assert_true(at->issue >= -1 && at->issue < (int32_t)p->n_issues);
        assert_true(place_tell(*state, p, i).len > 0);
        buf_addf(&out, "%.*s:", (int)pages[i].key.len, pages[i].key.ptr);
        if (at->issue >= 0)
            buf_addf(&out, " %.*s", (int)p->issues[at->issue].key.len, p->issues[at->issue].key.ptr);
        if (at->page_number)
            buf_addf(&out, " p%d", at->page_number);
        buf_add_char(&out, '\n');
    }
    return out.ptr;
}

#define PLACES(expected, ...)                                                                                \
    do {                                                                                                     \
        const place_evidence pages_[] = {__VA_ARGS__};                                                       \
        assert_string_equal(placed(state, pages_, sizeof pages_ / sizeof *pages_), expected);                \
    } while (0)

static void places_by_print_and_path(void **state)
{
    place_evidence inside = page_of("x/c0ffee.txt");
    inside.first = inside.last = day(2025, 5, 18);
    inside.page_number = 3;
    PLACES("f00d.txt: 2025-05-17-no191 p1\n"
           "2025-05-17/page-2.txt: 2025-05-17-no191 p2\n"
           "x/c0ffee.txt: 2025-05-17-no191 p3\n"
           "no191/p4.txt: 2025-05-17-no191 p4\n",
           front_page("f00d.txt", 191, day(2025, 5, 17), day(2025, 5, 18)), page_of("2025-05-17/page-2.txt"),
           inside, page_of("no191/p4.txt"));
}

static void mends_a_number_by_its_neighbours(void **state)
{
    const place_evidence pages[] = {front_page("a", 190, day(2025, 5, 10), day(2025, 5, 11)),
                                    front_page("b", 791, day(2025, 5, 17), day(2025, 5, 18)),
                                    front_page("c", 192, day(2025, 5, 24), day(2025, 5, 25))};
    places *p = place_pages(*state, pages, 3);
    assert_int_equal(p->issues[p->pages[1].issue].number, 191);
    assert_string_equal(place_tell(*state, p, 1).ptr,
                        "printed: Vol. 5 No. 791, 17-18 May 2025, page 1; No. 791 is misread: by the issues "
                        "before and after it is No. 191");
    /* two digits, or days that do not fit: who knows */
    PLACES("a: 2025-05-10-no190 p1\nb: 2025-05-17-no781 p1\nc: 2025-05-24-no192 p1\n", pages[0],
           front_page("b", 781, day(2025, 5, 17), day(2025, 5, 18)), pages[2]);
    PLACES("a: 2025-05-10-no190 p1\nb: 2025-05-16-no791 p1\nc: 2025-05-24-no192 p1\n", pages[0],
           front_page("b", 791, day(2025, 5, 16), day(2025, 5, 17)), pages[2]);
}

static void sorts_issues_newest_first(void **state)
{
    const place_evidence pages[] = {page_of("vol4-no9/p1.txt"), page_of("2025-05-17/p1.txt"),
                                    page_of("vol5-no1/p1.txt"), page_of("2025-06-01/p1.txt"),
                                    page_of("deadbeef.txt")};
    places *p = place_pages(*state, pages, 5);
    assert_int_equal(p->n_issues, 4);
    const char *const keys[] = {"2025-06-01", "2025-05-17", "vol5-no1", "vol4-no9"};
    for (size_t i = 0; i < 4; i++)
        assert_true(str_eq(p->issues[i].key, str_of(keys[i])));
    assert_int_equal(p->pages[4].issue, -1);
}

static void leaves_hashed_names_loose(void **state)
{
    place_evidence later = page_of("003_2f5ab4b3fee228e3.txt");
    later.not_before = day(2024, 3, 1);
    const place_evidence pages[] = {
        front_page("000_02861011364d209f.txt", 191, day(2025, 5, 17), day(2025, 5, 18)),
        page_of("001_26de6426fb603456.txt"), page_of("002_59b96c3d85731148.txt"), later};
    assert_string_equal(placed(state, pages, 4), "000_02861011364d209f.txt: 2025-05-17-no191 p1\n"
                                                 "001_26de6426fb603456.txt:\n"
                                                 "002_59b96c3d85731148.txt:\n"
                                                 "003_2f5ab4b3fee228e3.txt:\n");
    places *p = place_pages(*state, pages, 4);
    assert_true(str_eq(place_tell(*state, p, 0), STR("printed: Vol. 5 No. 191, 17-18 May 2025, page 1")));
    assert_true(
        str_eq(place_tell(*state, p, 3), STR("neither the page nor its path nor its neighbours tell its "
                                             "issue; not before 1 March 2024")));
}

static void neighbours_share_an_issue(void **state)
{
    PLACES("a/p1.txt: 2025-05-17-no191 p1\na/p2.txt: 2025-05-17-no191 p2\n",
           front_page("a/p1.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), page_of("a/p2.txt"));
    PLACES("a/1.txt: 2025-05-17-no191 p1\na/2.txt: 2025-05-17-no191 p2\n",
           front_page("a/1.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), page_of("a/2.txt"));
    /* names that number something else */
    PLACES("a/7.txt: 2025-05-17-no191 p1\na/8.txt:\n",
           front_page("a/7.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), page_of("a/8.txt"));
    /* two issues in the folder */
    PLACES("a/p1.txt: 2025-05-17-no191 p1\na/p2.txt: p2\na/q.txt: 2025-05-24-no192 p1\n",
           front_page("a/p1.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), page_of("a/p2.txt"),
           front_page("a/q.txt", 192, day(2025, 5, 24), day(2025, 5, 24)));
    /* a stranger in it */
    PLACES("a/p1.txt: 2025-05-17-no191 p1\na/p2.txt: p2\na/scan.txt:\n",
           front_page("a/p1.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), page_of("a/p2.txt"),
           page_of("a/scan.txt"));
    place_evidence later = page_of("a/p2.txt");
    later.not_before = day(2027, 1, 1);
    PLACES("a/p1.txt: 2025-05-17-no191 p1\na/p2.txt: p2\n",
           front_page("a/p1.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), later);
}

static void pages_of_a_file_share_an_issue(void **state)
{
    PLACES("scan.txt: 2025-05-17-no191 p1\nscan.txt@2: 2025-05-17-no191 p2\n"
           "scan.txt@10: 2025-05-17-no191 p10\nother.txt:\n",
           front_page("scan.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), page_of("scan.txt@2"),
           page_of("scan.txt@10"), page_of("other.txt"));
    PLACES("2025-05-17.txt: 2025-05-17 p1\n2025-05-17.txt@2: 2025-05-17 p2\n", page_of("2025-05-17.txt"),
           page_of("2025-05-17.txt@2"));
    PLACES("2025-05-17.txt: 2025-05-17\n", page_of("2025-05-17.txt"));
}

static void gives_the_page_left_over(void **state)
{
    PLACES("2025-05-17/ab.txt: 2025-05-17 p2\n2025-05-17/p1.txt: 2025-05-17 p1\n"
           "2025-05-17/p3.txt: 2025-05-17 p3\n2025-05-17/p4.txt: 2025-05-17 p4\n",
           page_of("2025-05-17/ab.txt"), page_of("2025-05-17/p1.txt"), page_of("2025-05-17/p3.txt"),
           page_of("2025-05-17/p4.txt"));
    /* may as well be page 5 */
    PLACES("2025-05-17/ab.txt: 2025-05-17\n2025-05-17/p1.txt: 2025-05-17 p1\n"
           "2025-05-17/p2.txt: 2025-05-17 p2\n2025-05-17/p3.txt: 2025-05-17 p3\n",
           page_of("2025-05-17/ab.txt"), page_of("2025-05-17/p1.txt"), page_of("2025-05-17/p2.txt"),
           page_of("2025-05-17/p3.txt"));
}

static void print_overrules_path(void **state)
{
    place_evidence front = front_page("2025-06-30/p1.txt", 191, day(2025, 5, 17), day(2025, 5, 18));
    const place_evidence pages[] = {front, page_of("2025-06-30/p2.txt"), page_of("2025-06-30/p3.txt")};
    assert_string_equal(placed(state, pages, 3), "2025-06-30/p1.txt: 2025-05-17-no191 p1\n"
                                                 "2025-06-30/p2.txt: 2025-05-17-no191 p2\n"
                                                 "2025-06-30/p3.txt: 2025-05-17-no191 p3\n");
    places *p = place_pages(*state, pages, 3);
    assert_true(str_eq(place_tell(*state, p, 0), STR("printed: Vol. 5 No. 191, 17-18 May 2025, page 1; "
                                                     "path: 30 June 2025, page 1, which is overruled")));
    assert_true(str_eq(place_tell(*state, p, 1),
                       STR("its path shares the name of a page that prints Vol. 5 No. 191, "
                           "17-18 May 2025; path: 30 June 2025, page 2, which is overruled")));
    front.page_number = 3; /* a teaser's */
    PLACES("2025-06-30/p1.txt: 2025-05-17-no191 p1\n", front);
    /* two issues printed under one name: the name tells nothing */
    PLACES("2025-06-30/a.txt: 2025-05-17-no191 p1\n2025-06-30/b.txt: 2025-05-24-no192 p1\n"
           "2025-06-30/p2.txt: p2\n",
           front_page("2025-06-30/a.txt", 191, day(2025, 5, 17), day(2025, 5, 18)),
           front_page("2025-06-30/b.txt", 192, day(2025, 5, 24), day(2025, 5, 25)),
           page_of("2025-06-30/p2.txt"));
}

static void a_heading_is_no_nameplate(void **state)
{
    place_evidence inside = page_of("no191/p2.txt");
    inside.paper = STR("Life in China");
    inside.page_number = 1;
    inside.first = day(2025, 5, 17);
    inside.last = day(2025, 5, 18);
    PLACES("f00d.txt: 2025-05-17-no191 p1\nno191/p2.txt: 2025-05-17-no191 p2\n",
           front_page("f00d.txt", 191, day(2025, 5, 17), day(2025, 5, 18)), inside);
}

static void keeps_papers_of_a_day_apart(void **state)
{
    place_evidence other = front_page("b.txt", 77, day(2025, 5, 17), day(2025, 5, 17)),
                   inside = page_of("c.txt");
    other.paper = STR("The Harbour Gazette");
    inside.first = inside.last = day(2025, 5, 17);
    PLACES("a.txt: 2025-05-17-no191 p1\nb.txt: 2025-05-17-no77 p1\nc.txt:\n",
           front_page("a.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), other, inside);
    place_evidence misread = front_page("b.txt", 197, day(2025, 5, 17), day(2025, 5, 17));
    misread.paper = STR("Science and Techno1ogy Dai1y");
    misread.page_number = 2;
    PLACES("a.txt: 2025-05-17-no191 p1\nb.txt: 2025-05-17-no191 p2\n",
           front_page("a.txt", 191, day(2025, 5, 17), day(2025, 5, 17)), misread);
    PLACES("a/2025-05-17/p1.txt: 2025-05-17 p1\na/2025-05-17/p2.txt: 2025-05-17 p2\n"
           "b/2025-05-17/p1.txt: 2025-05-17-2 p1\nb/2025-05-17/p2.txt: 2025-05-17-2 p2\n",
           page_of("a/2025-05-17/p1.txt"), page_of("a/2025-05-17/p2.txt"), page_of("b/2025-05-17/p1.txt"),
           page_of("b/2025-05-17/p2.txt"));
    PLACES("a.txt: 2025-05-17-no191 p1\nb.txt: 2025-05-18-no192 p1\n",
           front_page("a.txt", 191, day(2025, 5, 17), day(2025, 5, 18)),
           front_page("b.txt", 192, day(2025, 5, 18), day(2025, 5, 18)));
}

static void titles(void **state)
{
    issue i = {.volume = 5, .number = 191, .first = day(2025, 5, 17), .last = day(2025, 5, 18)};
    assert_true(str_eq(issue_title(*state, &i), STR("Vol. 5 No. 191, 17-18 May 2025")));
    i.volume = i.number = 0;
    assert_true(str_eq(issue_title(*state, &i), STR("17-18 May 2025")));
    assert_true(str_eq(issue_title(*state, &(issue){.number = 3}), STR("No. 3")));
    assert_true(str_eq(issue_title(*state, &(issue){0}), STR("Undated issue")));
}

/* Pages of every sort, in another order each time: the same keys get the same places. */
static void order_changes_nothing(void **state)
{
    enum { N = 60 };
    place_evidence pages[N];
    char keys[N][48];
    uint32_t seed = 11;
    for (int i = 0; i < N; i++) {
        static const char *const forms[] = {"2025-05-%02d/p%d.txt", "x/no%d_p%d.txt", "h/%08x%d.txt",
                                            "y/%d.txt@%d"};
        seed = seed * 1664525 + 1013904223;
        snprintf(keys[i], sizeof keys[i], forms[i % 4], 1 + (seed >> 28), i);
        pages[i] = page_of(keys[i]);
        if ((seed >> 20) % 3 == 0)
            pages[i] = front_page(keys[i], 190 + (seed >> 24) % 6, day(2025, 5, 1 + (seed >> 24) % 6),
                                  day(2025, 5, 1 + (seed >> 24) % 7));
        if (date_compare(pages[i].last, pages[i].first) < 0)
            pages[i].last = pages[i].first;
    }
    places *before = place_pages(*state, pages, N);
    for (int round = 0; round < 50; round++) {
        place_evidence shuffled[N];
        int from[N];
        for (int i = 0; i < N; i++)
            from[i] = i;
        for (int i = N - 1; i > 0; i--) {
            seed = seed * 1664525 + 1013904223;
            int k = (int)((seed >> 8) % (uint32_t)(i + 1)), swap = from[i];
            from[i] = from[k];
            from[k] = swap;
        }
        for (int i = 0; i < N; i++)
            shuffled[i] = pages[from[i]];
        places *after = place_pages(*state, shuffled, N);
        assert_int_equal(after->n_issues, before->n_issues);
        for (int i = 0; i < N; i++) {
            assert_int_equal(after->pages[i].issue, before->pages[from[i]].issue);
            assert_int_equal(after->pages[i].page_number, before->pages[from[i]].page_number);
            assert_true(str_eq(place_tell(*state, after, i), place_tell(*state, before, from[i])));
        }
    }
}

static void takes_no_pages(void **state)
{
    places *p = place_pages(*state, NULL, 0);
    assert_int_equal(p->n_issues, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(reads_paths),
        UNIT_TEST(reads_pages_of_a_file),
        UNIT_TEST(guesses_nothing),
        UNIT_TEST(places_by_print_and_path),
        UNIT_TEST(sorts_issues_newest_first),
        UNIT_TEST(leaves_hashed_names_loose),
        UNIT_TEST(neighbours_share_an_issue),
        UNIT_TEST(pages_of_a_file_share_an_issue),
        UNIT_TEST(gives_the_page_left_over),
        UNIT_TEST(print_overrules_path),
        UNIT_TEST(a_heading_is_no_nameplate),
        UNIT_TEST(keeps_papers_of_a_day_apart),
        UNIT_TEST(mends_a_number_by_its_neighbours),
        UNIT_TEST(titles),
        UNIT_TEST(order_changes_nothing),
        UNIT_TEST(takes_no_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
