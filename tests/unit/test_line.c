/* What a line looks like by itself, and printed lines joined to units. */
#include "unit.h"

#include "parse/unit.h"

static line look_at(const char *raw)
{
    arena mem = {0};
    word_list words = {.mem = &mem};
    line l = {.raw = str_of(raw)};
    assert_false(ARENA_FAILED(&mem));
    line_look_at(&l, &words);
    arena_free(&mem);
    return l;
}

typedef struct look_case {
    int look;
    const char *raw;
    bool has;
} look_case;

static void check(const look_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        print_message("%d %s\n", cases[i].look, cases[i].raw);
        line l = look_at(cases[i].raw);
        assert_int_equal(LOOKS(&l, cases[i].look), cases[i].has);
    }
}

#define CHECK(...)                                                                                           \
    do {                                                                                                     \
        const look_case cases_[] = {__VA_ARGS__};                                                            \
        check(cases_, sizeof cases_ / sizeof *cases_);                                                       \
    } while (0)

static void marks_come_off(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *text;
        int heading;
    } cases[] = {
        {"# Otters Return", "Otters Return", 1},
        {"###### Otters", "Otters", 6},
        {"####### Otters", "####### Otters", 0},
        {"#Otters", "#Otters", 0},
        {"  ## Otters Return  ", "Otters Return", 2},
        {"**Otters Return**", "Otters Return", 0},
        {"# **Otters Return**", "Otters Return", 1},
        {"*Otters Return*", "Otters Return", 0},
        {"_Otters Return_", "Otters Return", 0},
        {"***Otters Return***", "Otters Return", 0},
        {"*Otters* and *seals*", "*Otters* and *seals*", 0},
        {"> Otters return", "Otters return", 0},
        {"- Otters return", "Otters return", 0},
        {"\xe2\x80\xa2 Otters return", "Otters return", 0},
        {"1. Otters return", "1. Otters return", 0},
        {"*", "*", 0},
        {"#", "#", 0},
        {"**", "**", 0},
        {"****", "****", 0},
        {"\xe3\x80\x80Otters", "Otters", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].raw);
        line l = look_at(cases[i].raw);
        assert_true(str_eq(l.text, str_of(cases[i].text)));
        assert_int_equal(l.heading, cases[i].heading);
        assert_true(l.text.ptr >= l.raw.ptr && l.text.ptr + l.text.len <= l.raw.ptr + l.raw.len);
    }
}

static void marks_are_evidence(void **state)
{
    (void)state;
    CHECK({LOOK_HEADING_1, "# Otters", true}, {LOOK_HEADING_2, "## Otters", true},
          {LOOK_HEADING_3, "##### Otters", true}, {LOOK_BOLD, "**Otters Return**", true},
          {LOOK_BOLD, "**Otters** return", false}, {LOOK_LIST_ITEM, "- Otters", true},
          {LOOK_LIST_ITEM, "2) Otters", true}, {LOOK_LIST_ITEM, "2.5 otters", false},
          {LOOK_LIST_ITEM, "-otters", false});
}

static void letter_case(void **state)
{
    (void)state;
    CHECK({LOOK_TITLE_CASE, "Otters Return to the Harbor", true},
          {LOOK_TITLE_CASE, "Otters return to the harbor", false},
          {LOOK_SENTENCE_CASE, "Otters return to the harbor", true},
          {LOOK_SENTENCE_CASE, "Otters Return to the Harbor", false}, {LOOK_ALL_CAPS, "OTTERS RETURN", true},
          {LOOK_ALL_CAPS, "WHAT A MESS", true}, {LOOK_ALL_CAPS, "A Mess", false},
          {LOOK_ALL_CAPS, "Otters RETURN", false}, {LOOK_STARTS_LOWER, "tuation was tense", true},
          {LOOK_STARTS_LOWER, "Otters", false}, {LOOK_TITLE_CASE, "2030 Otters", true},
          {LOOK_STARTS_QUOTE, "\"Otters,\" she said", true}, {LOOK_STARTS_QUOTE, "\xe2\x80\x9cOtters", true},
          {LOOK_STARTS_QUOTE, "'Otters'", false});
}

static void line_ends(void **state)
{
    (void)state;
    CHECK({LOOK_ENDS_SENTENCE, "The otters came.", true}, {LOOK_ENDS_SENTENCE, "\"They came.\"", true},
          {LOOK_ENDS_SENTENCE, "They came (all of them.)", true},
          {LOOK_ENDS_SENTENCE, "\xe2\x80\x9cThey came!\xe2\x80\x9d", true},
          {LOOK_ENDS_SENTENCE, "They came", false}, {LOOK_ENDS_QUESTION, "Did they come?", true},
          {LOOK_ENDS_QUESTION, "They came.", false}, {LOOK_ENDS_HYPHEN, "They came to the har-", true},
          {LOOK_ENDS_HYPHEN, "They came -", false}, {LOOK_ENDS_HYPHEN, "-", false},
          {LOOK_ENDS_COMMA, "They came,", true}, {LOOK_ENDS_COMMA, "She said:", true},
          {LOOK_ENDS_COMMA, "They came \xe2\x80\x94", true}, {LOOK_ENDS_MIDWORD, "They came to the", true},
          {LOOK_ENDS_MIDWORD, "They came to the.", false}, {LOOK_ENDS_MIDWORD, "Otters", false});
}

static void length_in_words(void **state)
{
    (void)state;
    CHECK({LOOK_WORDS_1_3, "Otters", true}, {LOOK_WORDS_4_6, "a b c d", true},
          {LOOK_WORDS_7_9, "a b c d e f g", true}, {LOOK_WORDS_10_14, "a b c d e f g h i j", true},
          {LOOK_WORDS_15_25, "a b c d e f g h i j k l m n o", true},
          {LOOK_WORDS_26_UP, "a b c d e f g h i j k l m n o p q r s t u v w x y z", true},
          {LOOK_WORDS_1_3, "a b c d", false});
    assert_int_equal(look_at("nine otters swam").n_words, 3);
}

static void matter(void **state)
{
    (void)state;
    CHECK({LOOK_SENTENCES, "They came. They went.", true}, {LOOK_SENTENCES, "They came and went.", false},
          {LOOK_SPEAKER, "Dora Lindqvist: We saw nine.", true}, {LOOK_SPEAKER, "Note this: nine.", false},
          {LOOK_BYLINE, "By GONG Mei", true}, {LOOK_NAMES_ONLY, "GONG Mei", true},
          {LOOK_CREDIT, "An otter dives. (PHOTO: VCG)", true},
          {LOOK_CAPTION_WORDS, "Photo shows nine otters", true}, {LOOK_JUMP, "See page 2", true},
          {LOOK_JUMP_TAIL, "They came. See page 2", true}, {LOOK_JUMP_TAIL, "See page 2", false},
          {LOOK_CONTINUED, "From page 1", true}, {LOOK_REFER, "PAGE 3 | LIFE", true},
          {LOOK_REFER_TAIL, "Otters Learn to Dive P3", true}, {LOOK_VOLUME, "VOL.5-NO.191", true},
          {LOOK_DATE, "MAY 17, 2025", true}, {LOOK_PAGE_NUMBER, "PAGE 2", true},
          {LOOK_PAPER, "The Harbor Times", true}, {LOOK_FIGURES, "12.5 percent", true},
          {LOOK_SOURCE, "Source: Harbor Office", true}, {LOOK_SOURCE, "Sources of the river", false},
          {LOOK_GRAPHIC_WORD, "Graphic", true}, {LOOK_BRACKETED, "(all nine of them)", true},
          {LOOK_FURNITURE, "WeChat: harbor", true}, {LOOK_FURNITURE, "Otters", false},
          {LOOK_NO_LETTERS, "* * *", true}, {LOOK_NO_LETTERS, "9", false},
          {LOOK_CJK, "\xe6\xb0\xb4\xe7\x8d\xba", true}, {LOOK_CJK, "Otter", false});
}

/* ------------------------------------------------------------------ a page's lines */

static void lines_are_counted_with_blank_ones(void **state)
{
    size_t n;
    uint32_t n_source;
    word_list words = {.mem = *state};
    line *lines = lines_read(&words, STR("\n\nOne\r\nTwo\n \t\nThree"), &n, &n_source);
    assert_int_equal(n, 3);
    assert_int_equal(n_source, 6);
    assert_int_equal(lines[0].number, 3);
    assert_int_equal(lines[0].blanks_before, 2);
    assert_int_equal(lines[1].number, 4);
    assert_int_equal(lines[1].blanks_before, 0);
    assert_int_equal(lines[2].number, 6);
    assert_int_equal(lines[2].blanks_before, 1);
    assert_true(str_eq(lines[0].raw, STR("One")));
    assert_true(str_eq(lines[2].raw, STR("Three")));
}

static void an_end_of_line_ends_the_last_line(void **state)
{
    size_t n;
    uint32_t n_source;
    word_list words = {.mem = *state};
    lines_read(&words, STR("One\n"), &n, &n_source);
    assert_int_equal(n_source, 1);
    lines_read(&words, STR(""), &n, &n_source);
    assert_int_equal(n, 0);
    assert_int_equal(n_source, 0);
    lines_read(&words, STR("\n"), &n, &n_source);
    assert_int_equal(n, 0);
    assert_int_equal(n_source, 1);
}

/* The first lines of the units of a text, "0 2 3". */
static const char *units(void **state, str text, char *out, line **of)
{
    size_t n, n_units, len = 0;
    uint32_t n_source;
    word_list words = {.mem = *state};
    line *lines = lines_read(&words, text, &n, &n_source);
    size_t *first = arena_array(*state, n + 1, sizeof *first);
    column c = column_of(*state, lines, n);
    *of = units_of(*state, lines, n, &c, first, &n_units);
    out[0] = '\0';
    for (size_t i = 0; i < n_units; i++) {
        if (i)
            out[len++] = ' ';
        out[len++] = (char)('0' + first[i]);
        out[len] = '\0';
    }
    return out;
}

static void lines_without_a_blank_one_between_are_one(void **state)
{
    char out[64];
    line *of;
    assert_string_equal(
        units(state, STR("Nine otters swam\nto the har-\nbor today.\n\nThey slept."), out, &of), "0 3");
    assert_true(str_eq(of[0].raw, STR("Nine otters swam to the harbor today.")));
    assert_true(LOOKS(&of[0], LOOK_ENDS_SENTENCE));
    assert_int_equal(of[0].number, 1);
    assert_int_equal(of[1].number, 5);
}

static void without_blank_lines_each_line_is_one(void **state)
{
    char out[64];
    line *of;
    assert_string_equal(units(state, STR("Nine otters\nswam today.\nThey slept."), out, &of), "0 1 2");
}

static void some_lines_stand_alone(void **state)
{
    char out[64];
    line *of;
    assert_string_equal(units(state,
                              STR("# Otters Return\nBy GONG Mei\nNine otters swam\nto the harbor.\n\n"
                                  "See page 2\n\nFrom page 1\nThey slept"),
                              out, &of),
                        "0 1 2 4 5 6");
    /* two blanks are no forced line break: engines leave them behind any line */
    assert_string_equal(units(state, STR("Nine otters  \nswam to the harbor.\n\nThey slept."), out, &of),
                        "0 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_come_off),
        cmocka_unit_test(marks_are_evidence),
        cmocka_unit_test(letter_case),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(length_in_words),
        cmocka_unit_test(matter),
        UNIT_TEST(lines_are_counted_with_blank_ones),
        UNIT_TEST(an_end_of_line_ends_the_last_line),
        UNIT_TEST(lines_without_a_blank_one_between_are_one),
        UNIT_TEST(without_blank_lines_each_line_is_one),
        UNIT_TEST(some_lines_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
