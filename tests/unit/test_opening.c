#include "parse/opening.h"
#include "unit.h"

static void datelines_begin_stories(void **state)
{
    (void)state;
    static const char *const yes[] = {"LAGOS, May 3 (AP) -- The otters",
                                      "SONGGANG \xe2\x80\x94 Nine otters",
                                      "NEW HARBOR, N.D. (Wire) \xe2\x80\x93 \"We",
                                      "(Songgang) \xe2\x80\x94 Otters",
                                      "OLD HARBOR: Otters swam",
                                      "SONGGANG - Otters",
                                      "SONGGANG \xe2\x80\xa2 Otters swim"};
    static const char *const no[] = {"Songgang \xe2\x80\x94 Nine",
                                     "AI \xe2\x80\x94 it",
                                     "BEIJING - and other towns",
                                     "UNESCO said: Otters swim",
                                     "(Songgang) is a town - A",
                                     "",
                                     "(",
                                     "HARBOR: ",
                                     "HARBOR \xe2\x80\x94"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(opening_is_dateline(str_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(opening_is_dateline(str_of(no[i])));
}

static void a_dateline_may_fill_its_printed_line(void **state)
{
    (void)state;
    static const char *const yes[] = {"LAGOS, May 3 (AP) --", "SONGGANG, March 12",
                                      "OLD HARBOR, Jan. 8 \xe2\x80\x94"};
    static const char *const no[] = {"LAGOS, May 3 (AP) -- The otters",
                                     "SONGGANG IN MAY",
                                     "Songgang, March 12",
                                     "MARCH 12, 2025",
                                     "OTTERS 2",
                                     "",
                                     "SONGGANG \xe2\x80\x94"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(opening_is_cut_dateline(str_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(opening_is_cut_dateline(str_of(no[i])));
}

static void stories_begin_in_capitals(void **state)
{
    (void)state;
    static const char *const yes[] = {"THE price of rice has", "POLICE in the harbor", "T HE price of rice",
                                      "AT 7:20 in the morning", "MARIA SANTOS LOPEZ has lived"};
    static const char *const no[] = {"UNESCO said on Monday",
                                     "The price of rice",
                                     "NASA and ESA agree",
                                     "WHO officials say",
                                     "THE PRICE OF RICE",
                                     "A LEVEL results",
                                     ""};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(opening_is_in_capitals(str_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(opening_is_in_capitals(str_of(no[i])));
}

static void letters_begin_and_end(void **state)
{
    (void)state;
    assert_true(opening_is_salutation(STR("Sir, \xe2\x80\x93 The ferry")));
    assert_true(opening_is_salutation(STR("To the Editor: The ferry")));
    assert_true(opening_is_salutation(STR("Sir \xe2\x80\x94 The ferry")));
    assert_false(opening_is_salutation(STR("Sir Humphrey, the ferry")));
    assert_false(opening_is_salutation(STR("Sirens, loud ones,")));
    assert_false(opening_is_salutation(STR("")));
    assert_true(ending_is_of_letter(STR("for good. \xe2\x80\x93 Yours, etc.,")));
    assert_true(ending_is_of_letter(STR("Sincerely,")));
    assert_false(ending_is_of_letter(STR("the ferry is yours.")));
    assert_false(ending_is_of_letter(STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(datelines_begin_stories), cmocka_unit_test(a_dateline_may_fill_its_printed_line),
        cmocka_unit_test(stories_begin_in_capitals), cmocka_unit_test(letters_begin_and_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
