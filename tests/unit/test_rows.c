/* Rows of tables and adverts among a page's lines. */
#include "unit.h"

#include "base/buf.h"
#include "parse/line.h"

/* For each of the text's lines 'r' where it is a row's, 'a' where it is an advert's, else '.'. */
static const char *seen(void **state, const char *text)
{
    word_list words = {.mem = *state};
    size_t n;
    uint32_t n_source;
    line *lines = lines_read(&words, str_of(text), &n, &n_source);
    lines_look_for_rows(lines, n);
    lines_look_for_goods(lines, n);
    buf out = buf_in(*state);
    for (size_t i = 0; i < n; i++)
        buf_add_char(&out, LOOKS(&lines[i], LOOK_ROW) ? 'r' : LOOKS(&lines[i], LOOK_ADVERT) ? 'a' : '.');
    return buf_str(&out).ptr;
}

static void rows_that_stand_close_are_a_table(void **state)
{
    assert_string_equal(seen(state, "Skagen 3 Larvik 1\nMoyne 0 Carrick 0\nAshby 2 Ostrava 2\n"), "rrr");
    assert_string_equal(seen(state, "Skagen 3 Larvik 1\nMoyne 0 Carrick 0\n"), "rr");
    assert_string_equal(seen(state, "Skagen 31\nMoyne 24\n"), "..");
    assert_string_equal(seen(state, "Skagen 31\n\nMoyne 24\n\nAshby 17\n"), "...");
}

static void what_stands_close_over_rows_is_theirs(void **state)
{
    assert_string_equal(seen(state, "Harbor League\nSkagen 31\nMoyne 24\nAshby 17\n"), "rrrr");
    assert_string_equal(seen(state, "Nine otters swam there.\nSkagen 31\nMoyne 24\nAshby 17\n"), ".rrr");
    assert_string_equal(seen(state, "Harbor League\n\nSkagen 31\nMoyne 24\nAshby 17\n"), ".rrr");
}

static void text_with_figures_is_no_row(void **state)
{
    assert_string_equal(
        seen(state, "Otters came back in 2019.\nThey had left in 1979.\nFew had seen them since 1950.\n"),
        "...");
    assert_string_equal(seen(state, "31 Skagen\n24 Moyne\n17 Ashby\n"), "...");
}

static void short_lines_over_a_number_to_call_are_an_advert(void **state)
{
    assert_string_equal(seen(state, "Harbor Boat Repairs\nRopes, Sails, Paint\nCall 555-0142\n"), "aaa");
    assert_string_equal(seen(state, "Harbor Boat Repairs\n\nCall 555-0142\n"), ".a");
    assert_string_equal(seen(state, "Whoever has seen the otters may call 555-0142 today.\n"), ".");
    assert_string_equal(seen(state, "Harbor Boat Repairs\nRopes, Sails, Paint\n"), "..");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(rows_that_stand_close_are_a_table),
        UNIT_TEST(what_stands_close_over_rows_is_theirs),
        UNIT_TEST(text_with_figures_is_no_row),
        UNIT_TEST(short_lines_over_a_number_to_call_are_an_advert),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
