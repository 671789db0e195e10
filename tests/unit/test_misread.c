/* Words with misread letters; they need the list of words. */
#include "unit.h"

#include <stdbool.h>

#include "parse/misread.h"
#include "parse/wordlist.h"

static str printed(void **state, const char *word)
{
    return word_misread(*state, lexicon_new(*state), str_of(word), true);
}

static void letters_that_look_alike_are_read_as_the_only_word_that_fits(void **state)
{
    static const char *const words[][2] = {
        {"t0p", "top"},
        {"sch001", "school"},
        {"Wor1d", "World"},
        {"bronght", "brought"},
        {"correet", "correct"},
        {"tralning", "training"},
        {"scttlement", "settlement"},
        {"joumeys", "journeys"},
        {"aproved", "approved"},
        {"dissappear", "disappear"},
        {"yeilds", "yields"},
        {"peopIe", "people"},
        {"lts", "Its"},
    };
    if (!wordlist_is_there())
        skip();
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(str_eq(printed(state, words[i][0]), str_of(words[i][1])));
}

static void what_may_be_a_word_is_left_alone(void **state)
{
    static const char *const words[] = {"bread",   "zorptak",   "h1n1",  "co2", "10th",     "B2B",
                                        "Bronght", "nanobody",  "x0",    "",    "quogblim", "PM10",
                                        "AI",      "apologise", "allen", "III"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(str_eq(printed(state, words[i]), STR("")));
}

static void a_word_that_the_archive_uses_is_one(void **state)
{
    lexicon *words = lexicon_new(*state);
    lexicon_add(words, STR("bronght"), 2);
    assert_true(str_eq(word_misread(*state, words, STR("bronght"), true), STR("")));
}

static void a_word_of_few_letters_was_one_that_is_in_use(void **state)
{
    lexicon *words = lexicon_new(*state);
    if (!wordlist_is_there())
        skip();
    assert_true(str_eq(word_misread(*state, words, STR("tbe"), false), STR("")));
    lexicon_add(words, STR("the"), 9);
    assert_true(str_eq(word_misread(*state, words, STR("tbe"), false), STR("the")));
    assert_true(str_eq(word_misread(*state, words, STR("lt"), false), STR("it")));
}

static bool parted(void **state, const char *first, const char *second, bool starts)
{
    return word_is_parted(lexicon_new(*state), str_of(first), str_of(second), starts);
}

static void blanks_inside_words(void **state)
{
    if (!wordlist_is_there())
        skip();
    assert_true(parted(state, "releas", "ed", false));
    assert_true(parted(state, "gradu", "ated", false));
    assert_true(parted(state, "im", "provement", false));
    assert_true(parted(state, "pock", "ets", false));
    assert_true(parted(state, "t", "hem", false));
    assert_true(parted(state, "T", "he", true));
    assert_true(parted(state, "W", "HEN", true));
    assert_false(parted(state, "T", "he", false));
    assert_false(parted(state, "A", "bout", true));
    assert_true(parted(state, "before", "hand", false));
    assert_true(parted(state, "i", "s", false));
    assert_true(parted(state, "th", "e", false));
    assert_false(parted(state, "before", "noon", false));
    assert_false(parted(state, "release", "ed", false));
    assert_false(parted(state, "he", "ed", false));
    assert_false(parted(state, "vitamin", "c", false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(letters_that_look_alike_are_read_as_the_only_word_that_fits),
        UNIT_TEST(what_may_be_a_word_is_left_alone),
        UNIT_TEST(a_word_that_the_archive_uses_is_one),
        UNIT_TEST(a_word_of_few_letters_was_one_that_is_in_use),
        UNIT_TEST(blanks_inside_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
