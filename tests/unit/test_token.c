#include "unit.h"

#include "base/buf.h"
#include "parse/token.h"

/* The tokens with a bar between them. */
static const char *tokens_of(void **state, str text)
{
    buf out = buf_in(*state);
    str token;
    size_t at = 0;
    while (token_next(text, &at, &token)) {
        if (out.len)
            buf_add_char(&out, '|');
        buf_add(&out, token);
    }
    assert_int_equal(at, text.len);
    assert_int_equal(token.len, 0);
    return buf_str(&out).ptr;
}

static void splits_at_blanks(void **state)
{
    assert_string_equal(tokens_of(state, STR("two  grey\totters,")), "two|grey|otters,");
    assert_string_equal(tokens_of(state, STR("  otters \n")), "otters");
    assert_string_equal(tokens_of(state, STR("")), "");
    assert_string_equal(tokens_of(state, STR(" \t ")), "");
}

static void cores_are_without_marks(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"otter", "otter"},
        {"otters.\"", "otters"},
        {"(**otters**),", "otters"},
        {"\xe2\x80\x9cotters\xe2\x80\x9d", "otters"},
        {"otter\xe2\x80\x99s\xe2\x80\xa6", "otter\xe2\x80\x99s"},
        {"\xe2\x80\x94otters\xe2\x80\x94", "otters"},
        {"\xe2\x86\x92otters\xe2\x96\xb6", "otters"},
        {"\xc2\xabotters\xc2\xbb", "otters"},
        {"sea-otter", "sea-otter"},
        {"U.S.", "U.S"},
        {"$4.50", "4.50"},
        {"caf\xc3\xa9", "caf\xc3\xa9"},
        {"\xc3\x89tude", "\xc3\x89tude"},
        {"\xe6\xb0\xb4\xe7\x8d\xba", "\xe6\xb0\xb4\xe7\x8d\xba"},
        {"--", ""},
        {"\xe2\x80\xa2", ""},
        {"", ""},
        {"\x94", "\x94"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        str core = token_core(str_of(cases[i][0]));
        print_message("%s\n", cases[i][0]);
        assert_true(str_eq(core, str_of(cases[i][1])));
    }
}

static void finds_words_in_a_list(void **state)
{
    (void)state;
    static const char list[] = " see from page ";
    assert_true(word_in(STR("see"), list) && word_in(STR("PAGE"), list) && word_in(STR("From"), list));
    assert_false(word_in(STR("pag"), list) || word_in(STR("ee"), list) || word_in(STR(""), list));
    assert_false(word_in(STR("a-word-that-is-longer-than-any-in-a-list"), list));
}

static void counts_edits(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int most, distance;
    } cases[] = {
        {"page", "page", 2, 0},  {"PAGE", "page", 2, 0},  {"pag", "page", 2, 1},   {"paage", "page", 2, 1},
        {"paqe", "page", 2, 1},  {"paeg", "page", 2, 1},  {"apge", "page", 2, 1},  {"form", "from", 2, 1},
        {"pg", "page", 2, 2},    {"", "page", 9, 4},      {"page", "", 9, 4},      {"", "", 1, 0},
        {"otter", "page", 2, 3}, {"otter", "page", 9, 4}, {"otter", "page", 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(edit_distance(str_of(cases[i].a), str_of(cases[i].b), cases[i].most),
                         cases[i].distance);
}

static void words_too_long_are_far_apart(void **state)
{
    (void)state;
    str s = STR("an-otter-that-is-longer-than-a-word-is");
    assert_int_equal(edit_distance(s, s, 3), 4);
}

static void common_and_short_words_tell_nothing(void **state)
{
    (void)state;
    assert_true(word_tells(STR("otter"), false) && word_tells(STR("EU"), true));
    assert_false(word_tells(STR("said"), false) || word_tells(STR("China"), true));
    assert_false(word_tells(STR("sea"), false) || word_tells(STR(""), false));
}

static void a_capital_makes_a_name_but_at_a_sentences_start(void **state)
{
    (void)state;
    assert_true(word_is_name(STR("Anshun"), false));
    assert_false(word_is_name(STR("Anshun"), true) || word_is_name(STR("otter"), false));
    assert_false(word_is_name(STR("A"), false));
}

static void forms_of_a_word_are_one(void **state)
{
    (void)state;
    uint64_t otter = word_stem_hash(STR("otter"));
    assert_true(word_stem_hash(STR("Otters")) == otter);
    assert_true(word_stem_hash(STR("otter's")) == otter);
    assert_true(word_stem_hash(STR("OTTER\xe2\x80\x99s")) == otter);
    assert_true(word_stem_hash(STR("industries")) == word_stem_hash(STR("industrial")));
    assert_false(word_stem_hash(STR("other")) == otter);
    assert_false(word_stem_hash(STR("gas")) == word_stem_hash(STR("ga")));
    word_stem_hash(STR("")); /* no word is one, too */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(splits_at_blanks),
        cmocka_unit_test(cores_are_without_marks),
        cmocka_unit_test(finds_words_in_a_list),
        cmocka_unit_test(counts_edits),
        cmocka_unit_test(words_too_long_are_far_apart),
        cmocka_unit_test(common_and_short_words_tell_nothing),
        cmocka_unit_test(a_capital_makes_a_name_but_at_a_sentences_start),
        cmocka_unit_test(forms_of_a_word_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
