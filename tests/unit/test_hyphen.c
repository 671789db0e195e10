/* Hyphens, judged by made-up words where the archive decides, so that no word list matters. */
#include "unit.h"

#include <stdbool.h>

#include "parse/halves.h"
#include "parse/hyphen.h"
#include "parse/wordlist.h"

static lexicon *lexicon_of(void **state, const char *text)
{
    lexicon *lex = lexicon_new(*state);
    lexicon_add_text(lex, str_of(text), 1);
    return lex;
}

static bool kept(const lexicon *lex, const char *first, const char *second)
{
    return hyphen_is_kept(lex, str_of(first), str_of(second));
}

static void the_form_that_the_archive_has_more_often_wins(void **state)
{
    lexicon *lex = lexicon_of(state, "quog-blim quog-blim quogblim zorptak zorptak zorp-tak");
    assert_true(kept(lex, "quog", "blim"));
    assert_true(kept(lex, "Quog", "blim"));
    assert_false(kept(lex, "zorp", "tak"));
    assert_false(kept(lex, "ZORP", "tak"));
}

static void a_hyphen_before_a_capital_or_behind_a_figure_is_kept(void **state)
{
    lexicon *lex = lexicon_of(state, "");
    assert_true(kept(lex, "Gilt", "Anshun"));
    assert_true(kept(lex, "covid", "19"));
    assert_true(kept(lex, "2030", "style"));
}

static void a_broken_word_that_nobody_knows_is_whole(void **state)
{
    lexicon *lex = lexicon_of(state, "");
    assert_false(kept(lex, "plimb", "orak"));
    assert_false(kept(lex, "", "orak"));
    assert_false(kept(lex, "plimb", ""));
}

static void a_suspended_hyphen_is_followed_by_a_joining_word(void **state)
{
    (void)state;
    assert_true(hyphen_is_suspended(STR("first"), STR("and")) && hyphen_is_suspended(STR("B"), STR("or")) &&
                hyphen_is_suspended(STR("mid"), STR("to")));
    assert_false(hyphen_is_suspended(STR("first"), STR("androids")) ||
                 hyphen_is_suspended(STR("first"), STR("")));
    if (wordlist_is_there())
        assert_false(hyphen_is_suspended(STR("in"), STR("to")) ||
                     hyphen_is_suspended(STR("pota"), STR("to")));
}

static void a_hyphen_is_false_where_the_archive_has_the_word_whole(void **state)
{
    lexicon *lex = lexicon_of(state, "zorptak zorptak zorptak quog-blim quog-blim quogblim");
    assert_true(hyphen_is_false(lex, STR("zorp-tak"), 4));
    assert_true(hyphen_is_false(lex, STR("Zorp-tak"), 4));
    assert_false(hyphen_is_false(lex, STR("quog-blim"), 4));
    assert_false(hyphen_is_false(lex, STR("plimb-orak"), 5));
}

static void a_word_is_known_once_the_archive_has_it_often(void **state)
{
    lexicon *lex = lexicon_of(state, "quog quog quog blim");
    assert_true(word_is_known(lex, STR("quog")));
    assert_true(word_is_known(lex, STR("Quog")));
    assert_false(word_is_known(lex, STR("blim")));
    assert_false(word_is_known(lex, STR("")));
}

static void words_of_any_length_are_judged(void **state)
{
    lexicon *lex = lexicon_of(state, "quog blim");
    static char longer[300];
    memset(longer, 'q', sizeof longer);
    str word = {longer, sizeof longer};
    assert_false(hyphen_is_kept(lex, word, word));
    longer[150] = '-';
    assert_false(hyphen_is_false(lex, word, 150));
}

static void a_dash_is_known_by_the_word_behind_it(void **state)
{
    lexicon *lex = lexicon_of(state, "night night night zorp-the");
    assert_true(hyphen_is_dash(lex, STR("night"), STR("but")));
    assert_false(hyphen_is_dash(lex, STR("night"), STR("school")));
    assert_false(hyphen_is_dash(lex, STR("zorp"), STR("the")));
}

static void a_name_stands_behind_a_prefix_or_a_name(void **state)
{
    (void)state;
    assert_true(hyphen_may_precede_name(STR("post")) && hyphen_may_precede_name(STR("Sino")));
    assert_false(hyphen_may_precede_name(STR("deli")) || hyphen_may_precede_name(STR("")));
}

static void one_of_several_hyphens_is_false(void **state)
{
    lexicon *lex = lexicon_of(state, "quog-blimtak quog-blimtak");
    assert_true(hyphens_are_false(lex, STR("quog-blim-tak"), 9));
    assert_false(hyphens_are_false(lex, STR("quog-blim-tak"), 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(the_form_that_the_archive_has_more_often_wins),
        UNIT_TEST(a_hyphen_before_a_capital_or_behind_a_figure_is_kept),
        UNIT_TEST(a_broken_word_that_nobody_knows_is_whole),
        UNIT_TEST(a_suspended_hyphen_is_followed_by_a_joining_word),
        UNIT_TEST(a_hyphen_is_false_where_the_archive_has_the_word_whole),
        UNIT_TEST(a_word_is_known_once_the_archive_has_it_often),
        UNIT_TEST(words_of_any_length_are_judged),
        UNIT_TEST(a_dash_is_known_by_the_word_behind_it),
        UNIT_TEST(a_name_stands_behind_a_prefix_or_a_name),
        UNIT_TEST(one_of_several_hyphens_is_false),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
