/* Lost hyphens and blanks, judged by made-up words where the archive decides, so that no word list matters.
 */
#include "unit.h"

#include <stdbool.h>

#include "parse/lost_mark.h"
#include "parse/wordlist.h"

static lexicon *lexicon_of(void **state, const char *text)
{
    lexicon *lex = lexicon_new(*state);
    lexicon_add_text(lex, str_of(text), 1);
    return lex;
}

static void a_lost_hyphen_is_found_in_the_archive(void **state)
{
    size_t at = 0;
    lexicon *lex = lexicon_of(state, "quog-blim quog-blim plo-rakvim");
    assert_int_equal(word_lost(lex, STR("quogblim"), STR(""), &at), LOST_HYPHEN);
    assert_int_equal(at, 4);
    assert_int_equal(word_lost(lex, STR("plorakvim"), STR(""), &at), LOST_HYPHEN);
    assert_int_equal(at, 3);
}

static void a_word_that_the_archive_has_lost_nothing(void **state)
{
    size_t at = 0;
    lexicon *lex = lexicon_of(state, "quogblim quogblim quogblim quog-blim");
    assert_int_equal(word_lost(lex, STR("quogblim"), STR(""), &at), LOST_NOTHING);
    assert_int_equal(word_lost(lex, STR("zorptakk"), STR(""), &at), LOST_NOTHING);
    assert_int_equal(word_lost(lex, STR(""), STR(""), &at), LOST_NOTHING);
}

static void names_and_figures_are_left_alone(void **state)
{
    size_t at = 0;
    lexicon *lex = lexicon_of(state, "Quog-Blim quog-blim quog-blim b2-plorak");
    assert_int_equal(word_lost(lex, STR("QuogBlim"), STR(""), &at), LOST_NOTHING);
    assert_int_equal(word_lost(lex, STR("QUOGBLIM"), STR(""), &at), LOST_NOTHING);
    assert_int_equal(word_lost(lex, STR("b2plorak"), STR(""), &at), LOST_NOTHING);
}

static void another_hyphen_is_put_where_the_archive_has_it(void **state)
{
    size_t at = 0;
    lexicon *lex = lexicon_of(state, "quog-by-quog quog-by-quog");
    assert_true(word_lost_another(lex, STR("quogby-quog"), &at));
    assert_int_equal(at, 4);
    assert_false(word_lost_another(lex, STR("quog-by-quog"), &at));
    assert_false(word_lost_another(lex, STR("plimby-quog"), &at));
}

static void a_part_beside_a_hyphen_may_have_lost_another(void **state)
{
    size_t at = 0;
    lexicon *lex = lexicon_of(state, "otters");
    if (!wordlist_is_there())
        skip();
    assert_true(word_lost_another(lex, STR("39-yearold"), &at));
    assert_int_equal(at, 7);
    assert_true(word_lost_another(lex, STR("hit-andruns"), &at));
    assert_int_equal(at, 7);
    assert_false(word_lost_another(lex, STR("39-household"), &at));
    assert_false(word_lost_another(lex, STR("mid-afternoon"), &at));
    assert_false(word_lost_another(lex, STR("otter-"), &at));
}

static void words_of_any_length_are_judged(void **state)
{
    size_t at = 0;
    lexicon *lex = lexicon_of(state, "quog blim");
    static char longer[300];
    memset(longer, 'q', sizeof longer);
    str word = {longer, sizeof longer};
    assert_int_equal(word_lost(lex, word, STR(""), &at), LOST_NOTHING);
    longer[150] = '-';
    assert_false(word_lost_another(lex, word, &at));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(a_lost_hyphen_is_found_in_the_archive),
        UNIT_TEST(a_word_that_the_archive_has_lost_nothing),
        UNIT_TEST(names_and_figures_are_left_alone),
        UNIT_TEST(another_hyphen_is_put_where_the_archive_has_it),
        UNIT_TEST(a_part_beside_a_hyphen_may_have_lost_another),
        UNIT_TEST(words_of_any_length_are_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
