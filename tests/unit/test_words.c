/* The words of a line, read many bytes at a time: where they stand in the line changes nothing. */
#include "unit.h"

#include "parse/token.h"
#include "parse/word_class.h"
#include "parse/wordlist.h"
#include "parse/words.h"

static const char sentence[] = "The otters, all 14 of them, swam (\xe2\x80\x9cslowly,\xe2\x80\x9d they say) "
                               "to Port-Anshun: \"Home.\" -- "
                               "counterrevolutionaries' SHIPS sailed a/b | by U.S. night!";

static bool same_word(const line_word *a, const line_word *b)
{
    return a->key == b->key && a->classes == b->classes && a->len == b->len && a->shape == b->shape;
}

/* Each word as its token says, read byte by byte. */
static void assert_words(str text, const word_list *list, const word_run *run)
{
    str token;
    size_t at = 0, n = 0;
    for (; token_next(text, &at, &token); n++) {
        assert_true(n < run->n);
        const line_word *word = &list->items[run->first + n];
        str core = token_core(token);
        assert_int_equal(word->len, core.len < LONGEST_WORD_LEN ? core.len : LONGEST_WORD_LEN);
        assert_int_equal(word->classes, (uint16_t)word_classes(core));
        for (size_t i = 0; i < WORD_KEY_BYTES; i++)
            assert_int_equal(word->key >> 8 * i & 0xFF,
                             i < core.len ? (unsigned char)ascii_lower(core.ptr[i]) : 0);
        if (core.len)
            assert_ptr_equal(text.ptr + word->at, core.ptr);
    }
    assert_int_equal(run->n, n);
}

static void words_are_those_of_tokens_wherever_they_stand(void **state)
{
    enum { MOST_BEFORE = 140 };
    word_list list = {.mem = *state};
    word_run alone = words_read(&list, STR(sentence));
    for (size_t before = 1; before < MOST_BEFORE; before++) {
        char *bytes = arena_alloc(*state, before + sizeof sentence);
        memset(bytes, 'x', before);
        bytes[before - 1] = ' ';
        memcpy(bytes + before, sentence, sizeof sentence - 1);
        str text = {bytes, before + sizeof sentence - 1};
        word_run run = words_read(&list, text);
        assert_words(text, &list, &run);
        for (size_t i = 0; i < alone.n; i++)
            assert_true(
                same_word(&list.items[alone.first + i], &list.items[run.first + run.n - alone.n + i]));
        assert_int_equal(run.seen, alone.seen);
    }
}

static void words_of_any_length_are_read(void **state)
{
    enum { MOST = 300 };
    word_list list = {.mem = *state};
    char bytes[MOST];
    memset(bytes, 'Q', sizeof bytes);
    for (size_t len = 0; len < MOST; len++) {
        str text = {bytes, len};
        word_run run = words_read(&list, text);
        assert_words(text, &list, &run);
    }
}

static void a_line_says_what_it_holds(void **state)
{
    word_list list = {.mem = *state};
    assert_int_equal(words_read(&list, STR("two grey otters")).seen, 0);
    assert_int_equal(words_read(&list, STR("2 grey otters")).seen, CHAR_DIGIT);
    assert_int_equal(words_read(&list, STR("Otters: grey")).seen, SEEN_MARK);
    assert_int_equal(words_read(&list, STR("Otters | grey")).seen, SEEN_MARK);
    assert_int_equal(words_read(&list, STR("otters@north")).seen, SEEN_MARK);
    assert_int_equal(words_read(&list, STR("caf\xc3\xa9")).seen, CHAR_HIGH);
    assert_true(words_read(&list, STR("two grey otters of the north")).classes & WORD_SMALL);
    assert_true(words_read(&list, STR("Otters with Reuters")).classes & WORD_AGENCY);
}

static void classes_need_the_whole_word(void **state)
{
    (void)state;
    assert_int_equal(word_classes(STR("")), 0);
    assert_int_equal(word_classes(STR("....")), 0);
    assert_int_equal(word_classes(STR("a.")) | word_classes(STR("a...")), 0);
    assert_true(word_classes(STR("a")) & WORD_SMALL && word_classes(STR("THE")) & WORD_SMALL);
    assert_int_equal(word_classes(STR("tha")), 0);
    assert_true(word_classes(STR("correspondent")) & WORD_ROLE);
    assert_int_equal(word_classes(STR("correspondence-course")), 0);
}

static void the_list_has_whole_words_only(void **state)
{
    (void)state;
    if (!wordlist_is_there())
        skip();
    assert_true(wordlist_has(STR("a")) && wordlist_has(STR("harbor")) && wordlist_has(STR("zoology")));
    assert_false(wordlist_has(STR("")) || wordlist_has(STR("Harbor")) || wordlist_has(STR("harborq")));
    assert_false(wordlist_has(STR("harbor\n")) || wordlist_has(STR("\xc3\xa9")) || wordlist_has(STR("-")));
    assert_true(wordlist_has_any_case(STR("HARBOR")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(words_are_those_of_tokens_wherever_they_stand),
        UNIT_TEST(words_of_any_length_are_read),
        UNIT_TEST(a_line_says_what_it_holds),
        cmocka_unit_test(classes_need_the_whole_word),
        cmocka_unit_test(the_list_has_whole_words_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
