#include "unit.h"

#include <stdio.h>

#include "parse/folio.h"

static void reads_volume_and_number(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t volume, number;
    } cases[] = {
        {"VOL.5-NO.191", 5, 191},
        {"Vol. 5 No. 191", 5, 191},
        {"VOL.5 - NO. 191", 5, 191},
        {"Volume 12, Number 7", 12, 7},
        {"VOL.5-N0.191", 5, 191},
        {"V0L.5-NO.l9l", 5, 191},
        {"VOL.5-NO.2O1", 5, 201},
        {"VOL.5NO.191", 5, 191},
        {"Issue 191", 0, 191},
        {"No. 191", 0, 191},
        {"VOL.5-NO.191 MAY 17-18, 2025", 5, 191},
        {"Harbor Daily Vol. 5 No. 191", 5, 191},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t volume, number;
        print_message("%s\n", cases[i].text);
        assert_true(folio_volume(str_of(cases[i].text), &volume, &number));
        assert_int_equal(volume, cases[i].volume);
        assert_int_equal(number, cases[i].number);
        assert_true(folio_volume(str_of(cases[i].text), NULL, NULL));
    }
}

static void other_lines_have_no_number(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "VOL.5",
        "No. 1 in the World for Ferries",
        "There is no 5 in it",
        "Issue",
        "VOL.-NO.",
        "Volunteers 5 November 6",
        "The harbor has had an issue 7 times",
        "Vol. 5 No. 191 of the papers of the harbor master, who wrote all of them down in his own hand",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int32_t volume = 9, number = 9;
        print_message("%s\n", texts[i]);
        assert_false(folio_volume(str_of(texts[i]), &volume, &number));
        assert_int_equal(volume, 0);
        assert_int_equal(number, 0);
    }
}

static void a_date_and_little_else_is_a_folio(void **state)
{
    (void)state;
    date first, last;
    assert_true(folio_date(STR("MAY 17-18, 2025"), &first, &last));
    assert_int_equal(first.day, 17);
    assert_int_equal(last.day, 18);
    assert_true(folio_date(STR("Saturday, May 17, 2025"), NULL, NULL));
    assert_true(folio_date(STR("VOL.5-NO.191 MAY 17-18, 2025"), NULL, NULL));
    assert_true(folio_date(STR("May 17, 2025  Price 2 yuan"), NULL, NULL));
    assert_true(folio_date(STR("The Harbor and River Daily, May 17, 2025, Page 3"), NULL, NULL));
}

static void prose_with_a_date_is_no_folio(void **state)
{
    (void)state;
    assert_false(folio_date(STR(""), NULL, NULL));
    assert_false(folio_date(STR("Otters came back to the harbor on May 17, 2025"), NULL, NULL));
    assert_false(folio_date(STR("They left on May 17, 2025."), NULL, NULL));
    assert_false(folio_date(STR("(May 17, 2025)"), NULL, NULL));
    assert_false(folio_date(STR("MAY"), NULL, NULL));
}

static void titles_of_papers(void **state)
{
    (void)state;
    assert_true(folio_is_paper(STR("The Harbor Times")));
    assert_true(folio_is_paper(STR("River and Harbor Daily")));
    assert_true(folio_is_paper(STR("HARBOR GAZETTE")));
    assert_false(folio_is_paper(STR("Daily")));
    assert_false(folio_is_paper(STR("The Harbor")));
    assert_false(folio_is_paper(STR("The daily ferry of the Harbor")));
    assert_false(folio_is_paper(STR("The Times When All of the Otters Had Left the Harbor")));
    assert_false(folio_is_paper(STR("")));
}

static void reads_the_pages_own_number(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t page;
    } cases[] = {
        {"PAGE 2", 2},
        {"Page 12", 12},
        {"P3", 3},
        {"P. 3", 3},
        {"A4", 4},
        {"B12", 12},
        {"PAGE: 4", 4},
        {"PAGE 2 | LIFE", 2},
        {"PAGE l2", 12},
        {"", 0},
        {"PAGE", 0},
        {"Page 0", 0},
        {"Page 1000", 0},
        {"2025", 0},
        {"A", 0},
        {"A4 paper", 0},
        {"Pages of the past", 0},
        {"Paper 4", 0},
        {"AB4", 0},
        {"a4", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].text);
        assert_int_equal(folio_page_number(str_of(cases[i].text)), cases[i].page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_volume_and_number),
        cmocka_unit_test(other_lines_have_no_number),
        cmocka_unit_test(a_date_and_little_else_is_a_folio),
        cmocka_unit_test(prose_with_a_date_is_no_folio),
        cmocka_unit_test(titles_of_papers),
        cmocka_unit_test(reads_the_pages_own_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
