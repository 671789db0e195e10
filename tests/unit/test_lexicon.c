#include "unit.h"

#include <stdio.h>

#include "parse/lexicon.h"

static void counts_are_added_and_taken_back(void **state)
{
    lexicon *lex = lexicon_new(*state);
    assert_int_equal(lexicon_count(lex, STR("otter")), 0);
    lexicon_add(lex, STR("otter"), 3);
    lexicon_add(lex, STR("otter"), 2);
    assert_int_equal(lexicon_count(lex, STR("otter")), 5);
    lexicon_add(lex, STR("otter"), -5);
    assert_int_equal(lexicon_count(lex, STR("otter")), 0);
    assert_int_equal(lexicon_count(lex, STR("otters")), 0);
}

static void asking_folds_the_word(void **state)
{
    lexicon *lex = lexicon_new(*state);
    lexicon_add(lex, STR("sci-tech"), 1);
    assert_int_equal(lexicon_count(lex, STR("Sci-Tech")), 1);
    assert_int_equal(lexicon_count(lex, STR("SCI-TECH")), 1);
}

static void many_words_are_kept_apart(void **state)
{
    enum { N = 20000 };
    lexicon *lex = lexicon_new(*state);
    char word[32];
    for (int i = 0; i < N; i++)
        lexicon_add(lex, (str){word, (size_t)snprintf(word, sizeof word, "w%d", i)}, i + 1);
    assert_int_equal(lexicon_size(lex), N);
    for (int i = 0; i < N; i++)
        assert_int_equal(lexicon_count(lex, (str){word, (size_t)snprintf(word, sizeof word, "w%d", i)}),
                         i + 1);
}

typedef struct sum {
    size_t words;
    int64_t count;
} sum;

static void add_up(void *context, str word, int64_t count)
{
    sum *s = context;
    assert_true(word.len > 0 && count != 0);
    s->words++;
    s->count += count;
}

static void each_word_with_a_count_is_told_once(void **state)
{
    lexicon *lex = lexicon_new(*state);
    lexicon_add(lex, STR("otter"), 3);
    lexicon_add(lex, STR("seal"), 4);
    lexicon_add(lex, STR("gone"), 1);
    lexicon_add(lex, STR("gone"), -1);
    sum s = {0};
    lexicon_each(lex, add_up, &s);
    assert_int_equal(s.words, 2);
    assert_int_equal(s.count, 7);
}

static int64_t ask(void *context, str word)
{
    ++*(int *)context;
    return (int64_t)word.len;
}

static void a_source_is_asked_once_a_word(void **state)
{
    int asked = 0;
    lexicon *lex = lexicon_new(*state);
    lexicon_add(lex, STR("otter"), 1);
    lexicon_set_source(lex, ask, &asked);
    assert_int_equal(lexicon_count(lex, STR("otter")), 1);
    assert_int_equal(asked, 0);
    assert_int_equal(lexicon_count(lex, STR("Seal")), 4);
    assert_int_equal(lexicon_count(lex, STR("seal")), 4);
    assert_int_equal(asked, 1);
}

#define COUNTS(text, word, expected)                                                                         \
    do {                                                                                                     \
        lexicon *lex_ = lexicon_new(*state);                                                                 \
        lexicon_add_text(lex_, STR(text), 1);                                                                \
        print_message("%s in %s\n", word, text);                                                             \
        assert_int_equal(lexicon_count(lex_, STR(word)), expected);                                          \
    } while (0)

static void a_texts_words_are_counted(void **state)
{
    COUNTS("Nine otters. \"Otters!\" (OTTERS)", "otters", 3);
    COUNTS("The sci-tech of sci-tech", "sci-tech", 2);
    COUNTS("The sci-tech", "sci", 0);
    COUNTS("The otter's tail", "otter", 1);
    COUNTS("The otters' tails", "otters", 1);
    COUNTS("don't", "don't", 1);
    COUNTS("a 5G net", "5g", 1);
    COUNTS("a 5G net", "a", 0);
    COUNTS("", "otter", 0);
}

static void halves_at_a_lines_end_are_not(void **state)
{
    COUNTS("the har-\nbor of otters", "har", 0);
    COUNTS("the har-\nbor of otters", "bor", 0);
    COUNTS("the har-\nbor of otters", "of", 1);
    COUNTS("first- and last-mile", "first", 0);
    COUNTS("first- and last-mile", "last-mile", 1);
}

static void words_too_long_are_none(void **state)
{
    COUNTS("an-otter-that-is-longer-than-sixty-four-bytes-and-so-is-no-word-to-count seal",
           "an-otter-that-is-longer-than-sixty-four-bytes-and-so-is-no-word-to-count", 0);
    COUNTS("an-otter-that-is-longer-than-sixty-four-bytes-and-so-is-no-word-to-count seal", "seal", 1);
}

static void taking_a_text_back_leaves_nothing(void **state)
{
    lexicon *lex = lexicon_new(*state);
    str text = STR("Nine otters swam to the sci-tech har-\nbor; the otter's tail didn't move.");
    lexicon_add_text(lex, text, 1);
    lexicon_add_text(lex, text, -1);
    sum s = {0};
    lexicon_each(lex, add_up, &s);
    assert_int_equal(s.words, 0);
}

static void a_text_gives_words_without_what_typesetting_adds(void **state)
{
    lexicon *lex = lexicon_new(*state);
    lexicon_add_text(lex,
                     STR("\xe2\x80\x9cOtters\xe2\x80\x9d\xe2\x80\x94the seal\xe2\x80\x99s "
                         "\xef\xac\x81sh, gas\xc2\xadworks, Alca-6, har-\nbor"),
                     1);
    assert_int_equal(lexicon_count(lex, STR("otters")), 1);
    assert_int_equal(lexicon_count(lex, STR("the")), 1);
    assert_int_equal(lexicon_count(lex, STR("seal")), 1);
    assert_int_equal(lexicon_count(lex, STR("fish")), 1);
    assert_int_equal(lexicon_count(lex, STR("gasworks")), 1);
    assert_int_equal(lexicon_count(lex, STR("alca-6")), 1);
    assert_int_equal(lexicon_count(lex, STR("alca")), 1);
    assert_int_equal(lexicon_count(lex, STR("har")) + lexicon_count(lex, STR("bor")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(counts_are_added_and_taken_back),
        UNIT_TEST(asking_folds_the_word),
        UNIT_TEST(many_words_are_kept_apart),
        UNIT_TEST(each_word_with_a_count_is_told_once),
        UNIT_TEST(a_source_is_asked_once_a_word),
        UNIT_TEST(a_texts_words_are_counted),
        UNIT_TEST(halves_at_a_lines_end_are_not),
        UNIT_TEST(words_too_long_are_none),
        UNIT_TEST(taking_a_text_back_leaves_nothing),
        UNIT_TEST(a_text_gives_words_without_what_typesetting_adds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
