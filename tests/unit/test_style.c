#include "parse/style.h"
#include "unit.h"

static line heading(arena *mem, const char *raw)
{
    word_list words = {.mem = mem};
    line l = {.raw = str_of(raw)};
    line_look_at(&l, &words);
    return l;
}

static void of_no_headings_nothing_is_told(void **state)
{
    style s = {0};
    line l = heading(*state, "Old Bell Rings Over the Market");
    assert_true(style_odds(&s, &l) == 0);
}

static void a_heading_is_set_as_others_of_its_sort(void **state)
{
    style s = {0};
    line headline = heading(*state, "# Wool Mill Runs on River Water Again"),
         crosshead = heading(*state, "### A race dug by hand"),
         title = heading(*state, "# Old Bell Rings Over the Market"),
         plain = heading(*state, "### A night of rest");
    style_count(&s, &headline, true, 1);
    style_count(&s, &crosshead, false, 1);
    assert_true(style_odds(&s, &title) > 1);
    assert_true(style_odds(&s, &plain) < -1);
    style_count(&s, &headline, true, -1);
    style_count(&s, &crosshead, false, -1);
    assert_true(style_odds(&s, &title) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {UNIT_TEST(of_no_headings_nothing_is_told),
                                       UNIT_TEST(a_heading_is_set_as_others_of_its_sort)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
