/* Articles as text: mends, marks, and spans that trace every byte to its source. */
#include "unit.h"

#include <stdio.h>

#include "parse/lexicon.h"
#include "parse/mend.h"
#include "parsed.h"

static lexicon *words_of(void **state, const char *text)
{
    lexicon *lex = lexicon_new(*state);
    lexicon_add_text(lex, str_of(text), 1);
    return lex;
}

static const block *block_of_line(const page *p, uint32_t number)
{
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].line == number)
            return &p->blocks[i];
    return NULL;
}

/* Bytes of a paragraph that do not stand where their span says; those that were put in, such as the blank
 * between two lines, stand nowhere. */
static size_t strangers(const page *p, const paragraph *text)
{
    size_t n = 0, s = 0;
    assert_true(text->n_spans > 0);
    assert_int_equal(text->spans[0].at_byte, 0);
    for (size_t i = 0; i < text->text.len; i++) {
        while (s + 1 < text->n_spans && text->spans[s + 1].at_byte <= i)
            s++;
        const block *b = block_of_line(p, text->spans[s].line);
        assert_non_null(b);
        size_t at = text->spans[s].source_byte + (i - text->spans[s].at_byte);
        n += at >= b->raw.len || b->raw.ptr[at] != text->text.ptr[i];
    }
    return n;
}

/* The first article's paragraphs, each in brackets, crossheads in angle ones. */
static const char *mended_as(void **state, const page *p, const lexicon *words, size_t put_in)
{
    mended *m = mend_article(*state, p, &p->articles[0], words);
    buf out = buf_in(*state);
    size_t n = 0;
    for (size_t i = 0; i < m->n_paragraphs; i++) {
        buf_add(&out, m->paragraphs[i].crosshead ? STR("<") : STR("["));
        buf_add(&out, m->paragraphs[i].text);
        buf_add(&out, m->paragraphs[i].crosshead ? STR(">") : STR("]"));
        n += strangers(p, &m->paragraphs[i]);
    }
    assert_int_equal(n, put_in);
    return buf_str(&out).ptr;
}

/* A page of body lines for mending. */
static page *page_of(void **state, const char *body)
{
    buf text = buf_in(*state);
    buf_addf(&text, "%s%s\n", OTTER_HEAD, body);
    return parsed(state, text.ptr);
}

#define SWAM "Nine otters swam into the old harbor on Monday, and the dockhands watched them dive below "

#define MENDS(body, known, put_in, expected)                                                                 \
    do {                                                                                                     \
        page *p_ = page_of(state, body);                                                                     \
        assert_int_equal(p_->n_articles, 1);                                                                 \
        assert_string_equal(mended_as(state, p_, words_of(state, known), put_in), expected);                 \
    } while (0)

static void lines_are_joined_with_a_blank(void **state)
{
    MENDS(SWAM "the\n\nferries until night fell on the harbor.", "", 1,
          "[" SWAM "the ferries until night fell on the harbor.]");
}

static void a_hyphen_at_a_columns_end_goes(void **state)
{
    MENDS(SWAM "the zorp-\n\ntaks until night fell on the harbor.", "zorptaks zorptaks", 0,
          "[" SWAM "the zorptaks until night fell on the harbor.]");
}

static void a_hyphen_that_belongs_to_the_word_stays(void **state)
{
    MENDS(SWAM "the zorp-\n\ntaks until night fell on the harbor.", "zorp-taks zorp-taks", 0,
          "[" SWAM "the zorp-taks until night fell on the harbor.]");
}

static void a_blank_left_inside_a_word_goes(void **state)
{
    MENDS(SWAM "the zorp- taks until night fell.", "zorptaks zorptaks zorptaks", 0,
          "[" SWAM "the zorptaks until night fell.]");
    MENDS(SWAM "the zorp- taks until night fell.", "zorp-taks zorp-taks zorp-taks", 0,
          "[" SWAM "the zorp-taks until night fell.]");
    MENDS(SWAM "the first- and last-quog ferries until night fell.", "", 0,
          "[" SWAM "the first- and last-quog ferries until night fell.]");
}

static void a_hyphen_left_inside_a_word_goes(void **state)
{
    MENDS(SWAM "the zorp-taks until night fell.", "zorptaks zorptaks zorptaks", 0,
          "[" SWAM "the zorptaks until night fell.]");
}

static void a_lost_hyphen_is_put_in(void **state)
{
    MENDS(SWAM "the quogblim ferries until night fell.", "quog-blim quog-blim quog-blim", 1,
          "[" SWAM "the quog-blim ferries until night fell.]");
}

static void emphasis_marks_go(void **state)
{
    MENDS(SWAM "the **ferries** until *night* fell.", "", 0, "[" SWAM "the ferries until night fell.]");
}

static void the_jump_is_cut_off(void **state)
{
    MENDS(SWAM "the ferries. **See page 2**", "", 0, "[" SWAM "the ferries.]");
}

static void crossheads_are_told_apart(void **state)
{
    MENDS(SWAM "the ferries.\n\n### Cleaner water\n\n" OTTER_2, "", 0,
          "[" SWAM
          "the ferries.]<Cleaner water>[The otters had left the harbor forty years ago, when the ferries "
          "still burned coal and the crabs were too few for them.]");
}

static void each_mend_is_reported(void **state)
{
    page *p = page_of(state, SWAM "the quogblim and zorp-taks until night fell.");
    mended *m =
        mend_article(*state, p, &p->articles[0], words_of(state, "quog-blim quog-blim zorptaks zorptaks"));
    assert_int_equal(m->n_mends, 2);
    assert_true(str_eq(m->mends[0].before, STR("quogblim")));
    assert_true(str_eq(m->mends[0].after, STR("quog-blim")));
    assert_true(str_eq(m->mends[1].before, STR("zorp-taks")));
    assert_true(str_eq(m->mends[1].after, STR("zorptaks")));
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(m->mends[i].line, 5);
        assert_true(strlen(m->mends[i].reason) > 0);
    }
}

static void lost_text_is_marked(void **state)
{
    page *p =
        page_of(state, SWAM "the fer-\n\nThe dockhands had put down the ropes by then, and all was still.");
    mended *m = mend_article(*state, p, &p->articles[0], words_of(state, ""));
    assert_int_equal(m->n_paragraphs, 2);
    assert_int_equal(m->paragraphs[0].n_marks, 0);
    assert_int_equal(m->paragraphs[1].n_marks, 1);
    assert_int_equal(m->paragraphs[1].marks[0].kind, MARK_GAP);
    assert_int_equal(m->paragraphs[1].marks[0].start_byte, 0);
    assert_int_equal(m->paragraphs[1].marks[0].line, 7);
}

static void doubled_text_is_marked_and_left_out(void **state)
{
    page *p = page_of(state, OTTER_1 "The otters had left the harbor\n\n" OTTER_2);
    mended *m = mend_article(*state, p, &p->articles[0], words_of(state, ""));
    assert_int_equal(m->n_paragraphs, 2);
    assert_int_equal(m->paragraphs[0].n_marks, 1);
    assert_int_equal(m->paragraphs[0].marks[0].kind, MARK_DUP);
    assert_int_equal(m->paragraphs[0].marks[0].line, 7);
    assert_int_equal(m->paragraphs[0].marks[0].start_byte, m->paragraphs[0].text.len);
    assert_int_equal(m->paragraphs[0].marks[0].end_byte, m->paragraphs[0].text.len);
}

static void words_from_a_line_read_across_are_traced(void **state)
{
    page *p = page_of(state, SWAM
                      "the\n\n"
                      "ropes that hold the barge to the pier at night are old and worn by now.\n\n"
                      "ferries where the ropes that hold the barge and cranes that sing all summer to the "
                      "pier at night lift boxes.");
    assert_int_equal(p->n_articles, 1);
    assert_int_equal(p->blocks[4].join, JOIN_GARBLE);
    assert_string_equal(
        mended_as(state, p, words_of(state, ""), 2),
        "[" SWAM "the ferries where the ropes that hold "
        "the barge to the pier at night are old and worn by now. and cranes that sing all summer "
        "lift boxes.]");
}

static void single_texts_are_mended(void **state)
{
    lexicon *lex = words_of(state, "quog-blim quog-blim quog-blim");
    assert_true(str_eq(mend_text(*state, STR("A quogblim **Otter**"), lex), STR("A quog-blim Otter")));
    assert_true(str_eq(mend_text(*state, STR(""), lex), STR("")));
}

static void joins_have_names(void **state)
{
    lexicon *lex = words_of(state, "zorptaks zorptaks quog-blim quog-blim");
    block zorp = {.text = STR("the zorp-")}, quog = {.text = STR("the quog-")};
    block taks = {.text = STR("taks fell"), .join = JOIN_HYPHEN},
          blim = {.text = STR("blim"), .join = JOIN_HYPHEN};
    assert_string_equal(join_name(&zorp, &taks, lex), "hyphen-drop");
    assert_string_equal(join_name(&quog, &blim, lex), "hyphen-keep");
    assert_string_equal(join_name(NULL, &taks, lex), "hyphen-drop");
    taks.join = JOIN_NONE;
    assert_null(join_name(&zorp, &taks, lex));
    taks.join = JOIN_GARBLE;
    assert_string_equal(join_name(&zorp, &taks, lex), "garble");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(lines_are_joined_with_a_blank),
        UNIT_TEST(a_hyphen_at_a_columns_end_goes),
        UNIT_TEST(a_hyphen_that_belongs_to_the_word_stays),
        UNIT_TEST(a_blank_left_inside_a_word_goes),
        UNIT_TEST(a_hyphen_left_inside_a_word_goes),
        UNIT_TEST(a_lost_hyphen_is_put_in),
        UNIT_TEST(emphasis_marks_go),
        UNIT_TEST(the_jump_is_cut_off),
        UNIT_TEST(crossheads_are_told_apart),
        UNIT_TEST(each_mend_is_reported),
        UNIT_TEST(lost_text_is_marked),
        UNIT_TEST(doubled_text_is_marked_and_left_out),
        UNIT_TEST(words_from_a_line_read_across_are_traced),
        UNIT_TEST(single_texts_are_mended),
        UNIT_TEST(joins_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
