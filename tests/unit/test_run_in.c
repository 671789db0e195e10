/* Common words that ran into their neighbours; they need the list of words. */
#include "unit.h"

#include "parse/run_in.h"
#include "parse/wordlist.h"

static size_t parted_at(void **state, const char *before, const char *word, const char *after)
{
    neighbours beside = {str_of(before), str_of(after)};
    return word_run_in(lexicon_new(*state), str_of(word), beside);
}

static void a_blank_was_lost_beside_a_common_word(void **state)
{
    if (!wordlist_is_there())
        skip();
    assert_int_equal(parted_at(state, "according", "toa", "letter"), 2);
    assert_int_equal(parted_at(state, "was", "awardeda", "medal"), 7);
    assert_int_equal(parted_at(state, "to", "asecond", ""), 1);
    assert_int_equal(parted_at(state, "of", "everyyear", "since"), 5);
    assert_int_equal(parted_at(state, "was", "partlytied", "up"), 6);
    assert_int_equal(parted_at(state, "the", "DNAof", "otters"), 3);
    assert_int_equal(parted_at(state, "", "Thedelay", "was"), 3);
    assert_int_equal(parted_at(state, "", "Idon't", "know"), 1);
}

static void what_may_be_a_word_or_a_name_is_left_alone(void **state)
{
    assert_int_equal(parted_at(state, "according", "toa", "otter"), 0); /* no "a otter" */
    assert_int_equal(parted_at(state, "the", "asecond", ""), 0);
    assert_int_equal(parted_at(state, "of", "atonal", "music"), 0);
    assert_int_equal(parted_at(state, "of", "everyman", ""), 0);
    assert_int_equal(parted_at(state, "Mr", "Thedelay", "was"), 0);
    assert_int_equal(parted_at(state, "Peter", "Noone", "sang"), 0);
    assert_int_equal(parted_at(state, "", "", ""), 0);
}

static void a_word_that_the_archive_has_is_one(void **state)
{
    lexicon *words = lexicon_new(*state);
    neighbours beside = {STR("of"), STR("")};
    lexicon_add(words, STR("everyyear"), 3);
    assert_int_equal(word_run_in(words, STR("everyyear"), beside), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(a_blank_was_lost_beside_a_common_word),
        UNIT_TEST(what_may_be_a_word_or_a_name_is_left_alone),
        UNIT_TEST(a_word_that_the_archive_has_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
