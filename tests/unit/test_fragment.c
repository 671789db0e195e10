/* Stretches, captions and boxes that stand elsewhere than in their article. */
#include "unit.h"

#include "parsed.h"

#define CUT_OTTER                                                                                            \
    "Nine otters swam into the old harbor on Monday, and the dockhands put down their ropes to watch them "  \
    "dive for the\n\n"
#define TAIL_OTTER                                                                                           \
    "crabs between the ferries, as otters do wherever a harbor has dockhands who leave them alone and "      \
    "crabs enough.\n\n"
#define PICTURE "\n\n"

static void a_tail_goes_to_the_article_that_breaks_off(void **state)
{
    page *p = parsed(state, OTTER_HEAD CUT_OTTER LOOM_HEAD LOOM_1 LOOM_2 TAIL_OTTER);
    assert_int_equal(p->n_articles, 2);
    assert_string_equal(read_in_order(state, p, 0), "Otters Return to the Old Harbor: 1 3 5p 15s");
    assert_string_equal(read_in_order(state, p, 1), "Basalt Thread Comes Off Cotton Looms: 7 9 11p 13p");
}

static void a_tail_at_the_pages_top_is_read_last(void **state)
{
    page *p = parsed(state, TAIL_OTTER OTTER_HEAD OTTER_2 CUT_OTTER);
    assert_int_equal(p->n_articles, 1);
    assert_string_equal(read_in_order(state, p, 0), "Otters Return to the Old Harbor: 3 5 7p 9p 1s");
}

static void an_article_that_jumps_has_no_tail(void **state)
{
    page *p = parsed(state, OTTER_HEAD CUT_OTTER "See page 2\n\n" LOOM_HEAD LOOM_1 LOOM_2);
    assert_int_equal(p->n_articles, 2);
    assert_string_equal(read_in_order(state, p, 0), "Otters Return to the Old Harbor: 1 3 5p");
    assert_string_equal(read_in_order(state, p, 1), "Basalt Thread Comes Off Cotton Looms: 9 11 13p 15p");
}

static void whole_articles_keep_their_text(void **state)
{
    page *p = parsed(state, OTTER_HEAD OTTER_1 OTTER_2 LOOM_HEAD LOOM_1 LOOM_2);
    assert_string_equal(read_in_order(state, p, 0), "Otters Return to the Old Harbor: 1 3 5p 7p");
    assert_string_equal(read_in_order(state, p, 1), "Basalt Thread Comes Off Cotton Looms: 9 11 13p 15p");
}

static void a_continuation_at_the_top_stays_by_itself(void **state)
{
    page *p = parsed(state, "From page 1\n\n" TAIL_OTTER OTTER_2 LOOM_HEAD LOOM_1 LOOM_2);
    assert_int_equal(p->n_articles, 2);
    assert_true(p->articles[0].continued);
    assert_int_equal(p->articles[0].headline.len, 0);
    assert_int_equal(p->articles[0].n_reading, 2);
}

static void check_caption(const caption *c, const char *text, const char *credit)
{
    assert_true(str_eq(c->text, str_of(text)));
    assert_true(str_eq(c->credit, str_of(credit)));
}

static void a_caption_inside_an_article_is_its_own(void **state)
{
    page *p = parsed(state, OTTER_HEAD OTTER_1 PICTURE
                     "An otter dives for crabs at the old harbor. (PHOTO: VCG)\n\n" OTTER_2);
    assert_int_equal(p->articles[0].n_captions, 1);
    check_caption(&p->articles[0].captions[0], "An otter dives for crabs at the old harbor.", "VCG");
    assert_int_equal(p->blocks[p->articles[0].captions[0].first_block].article, 0);
    assert_int_equal(p->n_photos, 0);
}

static void captions_of_one_article_keep_the_pages_order(void **state)
{
    page *p =
        parsed(state, OTTER_HEAD OTTER_1 "An otter dives for crabs at the harbor. (PHOTO: VCG)\n\n"
                                         "Dockhands of the old harbor wave at otters. (PHOTO: XINHUA)\n\n"
                                         "The ferries wait for the otters to dive. (PHOTO: VCG)\n\n" OTTER_2);
    assert_int_equal(p->articles[0].n_captions, 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(p->articles[0].captions[i].first_block, 3 + i);
    check_caption(&p->articles[0].captions[1], "Dockhands of the old harbor wave at otters.", "XINHUA");
}

static void a_caption_below_another_story_goes_to_its_own(void **state)
{
    page *p = parsed(state, OTTER_HEAD OTTER_1 OTTER_2 LOOM_HEAD LOOM_1 LOOM_2 PICTURE
                     "An otter dives for crabs as dockhands watch from the ferries in the old harbor. "
                     "(PHOTO: VCG)\n");
    assert_int_equal(p->n_articles, 2);
    assert_int_equal(p->articles[0].n_captions, 1);
    assert_int_equal(p->articles[1].n_captions, 0);
}

static void a_photo_of_something_else_stands_alone(void **state)
{
    page *p = parsed(
        state,
        "Skaters cross a frozen lake at dawn in Qinghai province. (PHOTO: XINHUA)\n\n" OTTER_HEAD OTTER_1
            OTTER_2 LOOM_HEAD LOOM_1 LOOM_2);
    assert_int_equal(p->n_photos, 1);
    check_caption(&p->photos[0], "Skaters cross a frozen lake at dawn in Qinghai province.", "XINHUA");
    assert_int_equal(p->blocks[0].article, -1);
}

static void text_in_columns_read_across_is_told_apart(void **state)
{
    page *p =
        parsed(state, OTTER_HEAD
               "Nine otters swam into the old harbor on Monday, and the dockhands put down the\n\n"
               "heavy ropes that hold the ferry to the pier to watch because the crabs were plenty them dive "
               "all day long at last and nobody went home\n\n"
               "The ferry to the pier to watch them dive all day long was late.\n\n" OTTER_2);
    assert_int_equal(p->n_articles, 1);
    assert_int_equal(p->blocks[3].join, JOIN_GARBLE);
    assert_true(p->blocks[3].n_pieces > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(a_tail_goes_to_the_article_that_breaks_off),
        UNIT_TEST(a_tail_at_the_pages_top_is_read_last),
        UNIT_TEST(an_article_that_jumps_has_no_tail),
        UNIT_TEST(whole_articles_keep_their_text),
        UNIT_TEST(a_continuation_at_the_top_stays_by_itself),
        UNIT_TEST(a_caption_inside_an_article_is_its_own),
        UNIT_TEST(captions_of_one_article_keep_the_pages_order),
        UNIT_TEST(a_caption_below_another_story_goes_to_its_own),
        UNIT_TEST(a_photo_of_something_else_stands_alone),
        UNIT_TEST(text_in_columns_read_across_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
