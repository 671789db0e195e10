/* Reading order, and how body lines attach to each other. */
#include "unit.h"

#include "parsed.h"

#define READS(text, expected) assert_string_equal(read_in_order(state, parsed(state, text), 0), expected)

/* Two body paragraphs under a headline; the second's join. */
static char join_between(void **state, const char *first, const char *second)
{
    buf text = buf_in(*state);
    buf_addf(&text, "%s%s\n\n%s\n\n%s", OTTER_HEAD, first, second, OTTER_2);
    page *p = parsed(state, text.ptr);
    assert_int_equal(p->n_articles, 1);
    assert_int_equal(p->n_blocks, 5);
    assert_int_equal(p->blocks[3].kind, KIND_BODY);
    return " ps-dgx"[p->blocks[3].join];
}

#define SWAM "Nine otters swam into the old harbor on Monday, and the dockhands watched them dive "

static void joins_follow_the_sentence(void **state)
{
    static const struct {
        const char *first, *second;
        char join;
    } cases[] = {
        {SWAM "for crabs.", "Everyone had put down the ropes by then, and the ferries had stopped.", 'p'},
        {SWAM "for the", "crabs that live below the ferries, one after the other, until night fell.", 's'},
        {SWAM "below the fer-", "ries that had stopped for them, one after the other, until night fell.",
         '-'},
        {SWAM "for first-", "and second-rate crabs, one after the other, until night fell on the pier.", 's'},
        {SWAM "below the fer-", "The dockhands had put down the ropes by then, and all was still.", 'g'},
        {SWAM "for the", "The dockhands had put down the ropes by then, and all was still.", 'g'},
        {SWAM "for the", "Monday crabs that live below the ferries, until night fell on the pier.", 's'},
        {SWAM "for crabs.", "ries had stopped for them, one after the other, until night fell.", 'g'},
        {SWAM "for Harbor Co.", "workers, who had put down the ropes to watch them until night fell.", 's'},
        {SWAM "for crabs, clams,", "Mussels and all that lives below the ferries, until night fell.", 's'},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s / %s\n", cases[i].first, cases[i].second);
        assert_int_equal(join_between(state, cases[i].first, cases[i].second), cases[i].join);
    }
}

static void a_fragment_printed_twice_is_left_out(void **state)
{
    READS(OTTER_HEAD OTTER_1 "The otters had left the harbor\n\n" OTTER_2, "Otters Return to the Old Harbor:"
                                                                           " 1 3 5p 7d 9p");
    READS(OTTER_HEAD
          "Nine otters swam into the old harbor on Monday, and the dockhands put down the ropes to "
          "watch them dive for crabs between\n\ndive for crabs between\n\nthe ferries, "
          "one after the other, until night fell.",
          "Otters Return to the Old Harbor: 1 3 5p 7d 9s");
}

static void printed_lines_go_on_with_their_paragraph(void **state)
{
    READS("Otters Return to the Old Harbor\n\nBy GONG Mei\n\n"
          "Nine otters swam into the old harbor on Monday, and the\ndockhands put down their ropes. The "
          "otters\n"
          "dived for crabs between the ferries, to the delight of\nall who were on the pier.\n\n"
          "The otters had left the harbor forty years ago, when the\nferries still burned coal.\n",
          "Otters Return to the Old Harbor: 1 3 5p 6s 7s 8s 10p 11s");
}

static void a_paragraph_after_a_crosshead_is_one(void **state)
{
    READS(OTTER_HEAD OTTER_1 "### Cleaner ferries\n\n" OTTER_2,
          "Otters Return to the Old Harbor: 1 3 5p 7 9p");
}

static void what_stands_between_is_skipped(void **state)
{
    READS(OTTER_HEAD SWAM "for the\n\n\n\nAn otter dives at the pier of the old harbor. (PHOTO: VCG)\n\n"
                          "crabs that live below the ferries, one after the other, until night fell.\n",
          "Otters Return to the Old Harbor: 1 3 5p 11s");
}

static void orders_have_no_holes(void **state)
{
    page *p = parsed(state, OTTER_HEAD OTTER_1 OTTER_2 "See page 2\n\n" LOOM_HEAD LOOM_1 LOOM_2);
    assert_int_equal(p->n_articles, 2);
    for (size_t a = 0; a < p->n_articles; a++)
        for (size_t k = 0; k < p->articles[a].n_reading; k++) {
            const block *b = &p->blocks[p->articles[a].reading[k]];
            assert_int_equal(b->order, k + 1);
            assert_int_equal(b->article, a);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(joins_follow_the_sentence),
        UNIT_TEST(a_fragment_printed_twice_is_left_out),
        UNIT_TEST(printed_lines_go_on_with_their_paragraph),
        UNIT_TEST(a_paragraph_after_a_crosshead_is_one),
        UNIT_TEST(what_stands_between_is_skipped),
        UNIT_TEST(orders_have_no_holes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
