#include "parse/dateline.h"
#include "unit.h"

static void datelines_begin_stories(void **state)
{
    (void)state;
    static const char *const yes[] = {"LAGOS, May 3 (AP) -- The otters",
                                      "SONGGANG \xe2\x80\x94 Nine otters",
                                      "NEW HARBOR, N.D. (Wire) \xe2\x80\x93 \"We",
                                      "(Songgang) \xe2\x80\x94 Otters",
                                      "OLD HARBOR: Otters swam",
                                      "SONGGANG - Otters"};
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
        assert_true(dateline_begins(str_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(dateline_begins(str_of(no[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(datelines_begin_stories)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
