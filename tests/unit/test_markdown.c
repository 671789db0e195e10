/* Bold type over several lines; what comes off a line by itself is tested with lines. */
#include "unit.h"

#include "parse/markdown.h"

static void bold_type_may_end_a_few_lines_below(void **state)
{
    (void)state;
    static const char two[] = "**Otters Return\nto the Harbor**", three[] = "**Otters\nReturn\nat Last**";
    assert_int_equal(markdown_bold_len(STR("**Otters Return\nto the Harbor**\nNine otters")), strlen(two));
    assert_int_equal(markdown_bold_len(str_of(three)), strlen(three));
}

static void other_bold_type_is_of_one_line(void **state)
{
    (void)state;
    static const char *const texts[] = {"**Otters Return**\nto the **harbor**",
                                        "Otters **return\nto the harbor**",
                                        "**Otters return\n\nto the harbor**",
                                        "**Otters return\nto** the harbor",
                                        "**Otters return\nto the harbor",
                                        "**a\nb\nc\nd\ne\nf\ng**",
                                        "**",
                                        ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(markdown_bold_len(str_of(texts[i])), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bold_type_may_end_a_few_lines_below),
        cmocka_unit_test(other_bold_type_is_of_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
