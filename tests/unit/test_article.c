/* Lines to articles: headlines, kickers, bylines, briefs, continued lines, text without a headline. */
#include "unit.h"

#include "parsed.h"

#define IS(actual, expected)                                                                                 \
    do {                                                                                                     \
        str is_ = (actual);                                                                                  \
        print_message("%.*s\n", (int)is_.len, is_.ptr);                                                      \
        assert_true(str_eq(is_, STR(expected)));                                                             \
    } while (0)

static void each_headline_begins_an_article(void **state)
{
    page *p = parsed(state, OTTER_HEAD OTTER_1 OTTER_2 LOOM_HEAD LOOM_1 LOOM_2);
    assert_int_equal(p->n_articles, 2);
    IS(p->articles[0].headline, "Otters Return to the Old Harbor");
    IS(p->articles[1].headline, "Basalt Thread Comes Off Cotton Looms");
    assert_int_equal(p->articles[1].n_bylines, 1);
    IS(p->articles[1].bylines[0], "PU Si");
    assert_string_equal(read_in_order(state, p, 1), "Basalt Thread Comes Off Cotton Looms: 9 11 13p 15p");
}

static void a_headline_of_two_lines_is_one(void **state)
{
    page *p = parsed(state, "# Otters Return to\n# the Old Harbor\n\nBy GONG Mei\n\n" OTTER_1 OTTER_2);
    assert_int_equal(p->n_articles, 1);
    IS(p->articles[0].headline, "Otters Return to the Old Harbor");
    assert_int_equal(p->articles[0].first_block, 0);
}

static void bylines_of_two_lines_are_added(void **state)
{
    page *p = parsed(state, "Otters Return to the Old Harbor\n\nBy GONG Mei\n\nBy PU Si\n\n" OTTER_1 OTTER_2);
    assert_int_equal(p->n_articles, 1);
    assert_int_equal(p->articles[0].n_bylines, 2);
    IS(p->articles[0].bylines[0], "GONG Mei");
    IS(p->articles[0].bylines[1], "PU Si");
}

static void a_kicker_over_the_headline_is_its_own(void **state)
{
    page *p = parsed(state, "WATERFRONT\n\n" OTTER_HEAD OTTER_1 OTTER_2);
    assert_int_equal(p->n_articles, 1);
    IS(p->articles[0].kicker, "WATERFRONT");
    assert_int_equal(p->blocks[0].article, 0);
    assert_int_equal(p->blocks[0].order, 0);
    assert_int_equal(p->articles[0].first_block, 1);
}

static void a_kicker_over_briefs_is_all_of_theirs(void **state)
{
    page *p = parsed(state, "IN BRIEF\n\nOtters Return to the Old Harbor\n\n" OTTER_1
                            "Basalt Thread Comes Off Cotton Looms\n\n" LOOM_1);
    assert_int_equal(p->n_articles, 2);
    IS(p->articles[0].kicker, "IN BRIEF");
    IS(p->articles[1].kicker, "IN BRIEF");
    assert_int_equal(p->blocks[0].kind, KIND_KICKER);
    assert_int_equal(p->blocks[0].article, -1);
}

static void a_kicker_over_a_long_story_is_not_shared(void **state)
{
    page *p = parsed(state, "WATERFRONT\n\n" OTTER_HEAD OTTER_1 OTTER_2
                            "Basalt Thread Comes Off Cotton Looms\n\n" LOOM_1);
    assert_int_equal(p->n_articles, 2);
    IS(p->articles[0].kicker, "WATERFRONT");
    IS(p->articles[1].kicker, "");
}

static void a_continued_line_under_the_headline(void **state)
{
    page *p = parsed(state, "Otters Return to the Old Harbor\n\nFrom page 3\n\n" OTTER_1 OTTER_2);
    assert_int_equal(p->n_articles, 1);
    assert_true(p->articles[0].continued);
    assert_int_equal(p->articles[0].continued_from, 3);
    assert_int_equal(p->articles[0].continued_block, 1);
    assert_int_equal(p->blocks[1].article, 0);
    assert_int_equal(p->blocks[1].order, 0);
}

static void a_continued_line_over_the_headline(void **state)
{
    page *p = parsed(state, "From page 3\n\nOtters Return to the Old Harbor\n\n" OTTER_1 OTTER_2);
    assert_int_equal(p->n_articles, 1);
    assert_true(p->articles[0].continued);
    IS(p->articles[0].headline, "Otters Return to the Old Harbor");
    assert_int_equal(p->articles[0].continued_block, 0);
}

static void a_page_torn_off_was_the_first(void **state)
{
    page *p = parsed(state, "Otters Return to the Old Harbor\n\nFrom pag\n\n" OTTER_1 OTTER_2);
    assert_true(p->articles[0].continued);
    assert_int_equal(p->articles[0].continued_from, 1);
    p = parsed(state, "Otters Return to the Old Harbor\n\nContinued from previous page\n\n" OTTER_1 OTTER_2);
    assert_true(p->articles[0].continued);
    assert_int_equal(p->articles[0].continued_from, 0);
}

static void a_continued_word_is_kept(void **state)
{
    page *p =
        parsed(state, "Otters Return to the Old Harbor\n\nOTTERS continued from page 1\n\n" OTTER_1 OTTER_2);
    IS(p->articles[0].continued_word, "OTTERS");
    p = parsed(state, OTTER_HEAD OTTER_1);
    assert_false(p->articles[0].continued);
    assert_int_equal(p->articles[0].continued_block, -1);
    IS(p->articles[0].continued_word, "");
}

static void a_jump_line_belongs_to_the_article_above(void **state)
{
    page *p = parsed(state, OTTER_HEAD OTTER_1 "See page 2\n\n" LOOM_HEAD LOOM_1 LOOM_2);
    assert_int_equal(p->n_jumps, 1);
    assert_int_equal(p->jumps[0].article, 0);
    assert_int_equal(p->jumps[0].page, 2);
    assert_int_equal(p->jumps[0].start_byte, 0);
    assert_int_equal(p->blocks[p->jumps[0].block].kind, KIND_JUMP_LINE);
}

static void a_jump_may_end_a_paragraph(void **state)
{
    page *p =
        parsed(state, OTTER_HEAD OTTER_1 "The otters had left the harbor forty years ago, when the ferries "
                                         "still burned coal. See OTTERS, page 5\n");
    assert_int_equal(p->n_jumps, 1);
    const block *b = &p->blocks[p->jumps[0].block];
    assert_int_equal(b->kind, KIND_BODY);
    IS(str_from(b->text, p->jumps[0].start_byte), " See OTTERS, page 5");
    IS(p->jumps[0].word, "OTTERS");
}

static void text_without_a_headline_is_an_article(void **state)
{
    page *p = parsed(state, OTTER_1 OTTER_2);
    assert_int_equal(p->n_articles, 1);
    IS(p->articles[0].headline, "");
    assert_int_equal(p->articles[0].n_reading, 2);
}

static void a_blank_page_has_nothing(void **state)
{
    static const char *const pages[] = {"", "\n", " \n\t\n", "\xe3\x80\x80"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        page *p = parsed(state, pages[i]);
        assert_int_equal(p->n_blocks + p->n_articles + p->n_jumps + p->n_teasers + p->n_photos, 0);
        assert_int_equal(p->folio.nameplate_block, -1);
        assert_int_equal(p->folio.folio_block, -1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(each_headline_begins_an_article),
        UNIT_TEST(a_headline_of_two_lines_is_one),
        UNIT_TEST(bylines_of_two_lines_are_added),
        UNIT_TEST(a_kicker_over_the_headline_is_its_own),
        UNIT_TEST(a_kicker_over_briefs_is_all_of_theirs),
        UNIT_TEST(a_kicker_over_a_long_story_is_not_shared),
        UNIT_TEST(a_continued_line_under_the_headline),
        UNIT_TEST(a_continued_line_over_the_headline),
        UNIT_TEST(a_page_torn_off_was_the_first),
        UNIT_TEST(a_continued_word_is_kept),
        UNIT_TEST(a_jump_line_belongs_to_the_article_above),
        UNIT_TEST(a_jump_may_end_a_paragraph),
        UNIT_TEST(text_without_a_headline_is_an_article),
        UNIT_TEST(a_blank_page_has_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
