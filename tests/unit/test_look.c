#include "parse/look.h"
#include "unit.h"

#define OTTERS                                                                                               \
    "Nine otters swam into the harbor and the wardens counted otters, crabs and the harbor's eels by "       \
    "lantern.\n\n"
#define MORE_OTTERS                                                                                          \
    "The wardens say that otters follow crabs, and that the harbor has more eels than lantern light can "    \
    "show.\n\n"
#define LOOMS                                                                                                \
    "Basalt thread does not burn, so weavers at an upland workshop spin volcanic rock into curtains for "    \
    "theaters.\n\n"

static int cohesion_of(arena *mem, const char *text)
{
    page_looks looks = page_look_at(mem, str_of(text), NULL);
    for (size_t u = 0; u < looks.n_units; u++)
        for (int look = LOOK_COHESION_NONE; look <= LOOK_COHESION_HIGH; look++)
            if (LOOKS(&looks.units[u], look))
                return look;
    return 0;
}

static void cohesion_is_high_where_the_talk_goes_on(void **state)
{
    assert_int_equal(cohesion_of(*state, OTTERS MORE_OTTERS "By Night\n\n" MORE_OTTERS OTTERS),
                     LOOK_COHESION_HIGH);
}

static void cohesion_is_none_where_another_story_begins(void **state)
{
    assert_int_equal(cohesion_of(*state, OTTERS OTTERS "By Night\n\n" LOOMS LOOMS), LOOK_COHESION_NONE);
}

static void little_text_says_nothing_of_cohesion(void **state)
{
    assert_int_equal(cohesion_of(*state, "Otters swim.\n\nBy Night\n\nOtters swim.\n"), 0);
}

static void headlines_over_bylines_tell_the_papers_case(void **state)
{
    page_looks looks =
        page_look_at(*state,
                     STR("Otters Return to the Old Harbor\n\nBy GONG Mei\n\n" OTTERS
                         "A quieter way home\n\n" MORE_OTTERS "Eels Stay Where They Are\n\n" LOOMS),
                     NULL);
    assert_true(LOOKS(&looks.units[3], LOOK_OTHER_CASE));
    assert_true(LOOKS(&looks.units[5], LOOK_HEADLINE_CASE));
}

static void every_line_is_of_one_unit(void **state)
{
    page_looks looks = page_look_at(*state, STR("One line\nof two\n\nand\n\n\n\nanother\n"), NULL);
    assert_int_equal(looks.first[0], 0);
    assert_int_equal(looks.first[looks.n_units], looks.n_lines);
    looks = page_look_at(*state, STR(""), NULL);
    assert_int_equal(looks.n_units, 0);
    assert_int_equal(looks.first[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {UNIT_TEST(cohesion_is_high_where_the_talk_goes_on),
                                       UNIT_TEST(cohesion_is_none_where_another_story_begins),
                                       UNIT_TEST(little_text_says_nothing_of_cohesion),
                                       UNIT_TEST(headlines_over_bylines_tell_the_papers_case),
                                       UNIT_TEST(every_line_is_of_one_unit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
