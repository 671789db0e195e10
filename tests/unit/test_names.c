#include <math.h>

#include "parse/names.h"
#include "unit.h"

/* What the text below says of the names of the story above. */
static name_ties ties_of(arena *mem, const char *above, const char *below)
{
    word_list words = {.mem = mem};
    line lines[2] = {{.raw = str_of(above)}, {.raw = str_of(below)}};
    for (int i = 0; i < 2; i++)
        line_look_at(&lines[i], &words);
    names *n = names_new(mem, &words);
    name_ties ties = {0};
    names_add(n, &lines[0]);
    names_begin_text(n);
    names_compare(n, &lines[1], &ties);
    return ties;
}

static void assert_ties(arena *mem, const char *above, const char *below, double known, double unknown)
{
    name_ties ties = ties_of(mem, above, below);
    assert_true(fabs((double)ties.known - known) < 0.01);
    assert_true(fabs((double)ties.unknown - unknown) < 0.01);
}

static void a_surname_by_itself_is_known(void **state)
{
    assert_ties(*state, "The mill was bought by Marek Dvorak.", "The wheel turns, Dvorak said.", 1, 0);
    assert_ties(*state, "The mill was bought by Marek Dvorak.", "Dvorak's wheel turns.", 1, 0);
    assert_ties(*state, "The mill was bought by Marek Dvorak.", "The wheel turns, Mr. Dvorak said.", 1, 0);
}

static void a_full_name_is_introduced_again(void **state)
{
    assert_ties(*state, "The mill was bought by Marek Dvorak.", "It went to Marek Dvorak of the town.", 0.6,
                0);
}

static void a_name_counts_once(void **state)
{
    assert_ties(*state, "A mill.", "To Dvorak it is a mill, and Dvorak wound it.", 0, 1);
}

static void an_acronym_that_is_explained_is_new(void **state)
{
    assert_ties(*state, "A mill.", "The council of looms (CLW) met.", 0, 2);
    assert_ties(*state, "The CLW met.", "The council of looms (CLW) met.", 0, 0);
    assert_ties(*state, "The council of looms (CLW) met.", "The CLW met again.", 1, 0);
}

static void words_in_capitals_are_no_names(void **state)
{
    assert_ties(*state, "A mill.", "The Ministry met. Snow fell at night.", 0, 0);
}

static void another_story_has_no_names_yet(void **state)
{
    word_list words = {.mem = *state};
    line l = {.raw = STR("The mill was bought by Marek Dvorak.")};
    line_look_at(&l, &words);
    names *n = names_new(*state, &words);
    names_add(n, &l);
    names_add(n, &l);
    assert_int_equal(names_of_story(n), 2);
    names_begin_story(n);
    assert_int_equal(names_of_story(n), 0);
    name_ties ties = {0};
    names_compare(n, &l, &ties);
    assert_true(ties.known < 0.01F && ties.unknown > 1.99F);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(a_surname_by_itself_is_known),
        UNIT_TEST(a_full_name_is_introduced_again),
        UNIT_TEST(a_name_counts_once),
        UNIT_TEST(an_acronym_that_is_explained_is_new),
        UNIT_TEST(words_in_capitals_are_no_names),
        UNIT_TEST(another_story_has_no_names_yet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
