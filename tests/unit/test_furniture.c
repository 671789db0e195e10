/* What a newspaper, or who advertises in it, says of itself. */
#include "unit.h"

#include "parse/furniture.h"

static void numbers_to_call(void **state)
{
    (void)state;
    static const char *const numbers[] = {"Call 555-0142", "(02) 555-0147", "0131 555 0170",
                                          "Ring 0131 555 0170 by noon"};
    static const char *const others[] = {"1914-1918", "1,200,000 otters",  "555",
                                         "20190512",  "from 1914-1918 on", ""};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_true(furniture_has_number_to_call(str_of(numbers[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(furniture_has_number_to_call(str_of(others[i])));
}

static void a_number_by_itself_is_furniture_and_a_row_of_results_is_none(void **state)
{
    (void)state;
    assert_true(furniture_is(STR("555-0142"), true));
    assert_true(furniture_is(STR("Orders 0131 555 0170"), true));
    assert_false(furniture_is(STR("3-4 13, Quell 4 1-2 9, Dale 3 0-0 6,"), true));
    assert_false(furniture_is(STR("Moyne 8 2-3 19 4 1-2"), true));
}

static void an_advert_offers_something_and_gives_a_number(void **state)
{
    (void)state;
    assert_true(furniture_is_advert(STR("Summer SALE at the boatyard. Call 555-0142.")));
    assert_true(furniture_is_advert(STR("Ropes 20% off. Ring 0131 555 0170.")));
    assert_false(furniture_is_advert(STR("Summer sale at the boatyard.")));
    assert_false(furniture_is_advert(STR("The dockhands may be asked under 555-0142.")));
    char longer[400];
    memset(longer, 'x', sizeof longer);
    memcpy(longer, "Sale. Call 555-0142. ", 21);
    assert_false(furniture_is_advert((str){longer, sizeof longer}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_to_call),
        cmocka_unit_test(a_number_by_itself_is_furniture_and_a_row_of_results_is_none),
        cmocka_unit_test(an_advert_offers_something_and_gives_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
