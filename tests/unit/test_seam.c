#include "parse/seam.h"
#include "unit.h"

#define MILL                                                                                                 \
    "The mill at Ostrava has turned its old wheel back into the river, and Marek Dvorak, who bought it, "    \
    "weaves by water as the Hlavka family did.\n\n"
#define MILL_AGAIN                                                                                           \
    "The wheel stands still when the river is low, Dvorak says, and then the mill lives on the wool that "   \
    "it wove in Ostrava before.\n\n"
#define BRIDGE                                                                                               \
    "Fishers of Skagen asked for a bridge that no wave reaches, and Ingrid Solheim drew one on eleven "      \
    "piers of granite from Larvik.\n\n"

/* What speaks for the page's first seam being a headline; its blocks have the kinds of the decoder. */
typedef struct seen {
    bool found;
    size_t block;
    float evidence[SEAM_COUNT];
} seen;

static seams *seams_on(arena *mem, const char *text, builder *b, page_looks *looks)
{
    *looks = page_look_at(mem, str_of(text), NULL);
    kind_choice *choices = arena_array(mem, looks->n_units, sizeof *choices);
    kinds_decode(mem, looks->units, looks->n_units, choices);
    *b = (builder){.mem = mem, .lines = looks->lines, .words = looks->words, .affinity = looks->affinity};
    b->page = arena_array(mem, 1, sizeof *b->page);
    b->page->n_blocks = looks->n_lines;
    b->page->blocks = arena_array(mem, looks->n_lines + 1, sizeof *b->page->blocks);
    for (size_t u = 0; u < looks->n_units; u++)
        for (size_t i = looks->first[u]; i < looks->first[u + 1]; i++)
            b->page->blocks[i].kind = choices[u].kind;
    return seams_new(b, looks, choices);
}

static seen first_seam(arena *mem, const char *text)
{
    builder b;
    page_looks looks;
    seen s = {0};
    seams *walk = seams_on(mem, text, &b, &looks);
    s.found = seams_next(walk, s.evidence);
    s.block = s.found ? seams_block(walk) : 0;
    return s;
}

static void names_and_words_are_compared_across_it(void **state)
{
    seen same = first_seam(*state, "Wheel Turns Again\n\n" MILL MILL "By night\n\n" MILL_AGAIN MILL_AGAIN),
         other = first_seam(*state, "Wheel Turns Again\n\n" MILL MILL "By night\n\n" BRIDGE BRIDGE);
    assert_true(same.found && other.found);
    assert_int_equal(same.block, 3);
    assert_true(same.evidence[SEAM_KNOWN_NAMES] > other.evidence[SEAM_KNOWN_NAMES]);
    assert_true(same.evidence[SEAM_NEW_NAMES] < other.evidence[SEAM_NEW_NAMES]);
    assert_true(same.evidence[SEAM_APART] == 0 && other.evidence[SEAM_APART] == 1);
}

static void a_signed_story_is_no_brief(void **state)
{
    seen brief = first_seam(*state, "Wheel Turns Again\n\n" MILL "By night\n\n" BRIDGE),
         longer = first_seam(*state, "Wheel Turns Again\n\nBy GONG Mei\n\n" MILL "By night\n\n" BRIDGE);
    assert_true(brief.evidence[SEAM_BRIEFS] == 1);
    assert_true(longer.found && longer.evidence[SEAM_BRIEFS] == 0);
}

static void the_text_below_may_go_on(void **state)
{
    seen on = first_seam(*state, "Wheel Turns Again\n\n" MILL "By night\n\nHe weaves by lantern light, and "
                                 "the whole valley can see the windows of the mill.\n\n"),
         begun = first_seam(*state, "Wheel Turns Again\n\n" MILL "By night\n\n" BRIDGE);
    assert_true(on.evidence[SEAM_GOES_ON] == 1 && begun.evidence[SEAM_GOES_ON] == 0);
}

static void what_is_decided_is_the_story_above_the_next(void **state)
{
    builder b;
    page_looks looks;
    float evidence[SEAM_COUNT];
    const char *text = "Wheel Turns Again\n\n" MILL MILL "By night\n\n" BRIDGE "By day\n\n" MILL_AGAIN;
    for (int headline = 0; headline < 2; headline++) {
        seams *s = seams_on(*state, text, &b, &looks);
        assert_true(seams_next(s, evidence));
        seams_decide(s, headline);
        assert_int_equal(b.page->blocks[3].kind == KIND_HEADLINE, headline);
        assert_true(seams_next(s, evidence));
        assert_int_equal(seams_block(s), 5);
        assert_int_equal(evidence[SEAM_KNOWN_NAMES] > 0, !headline);
        seams_decide(s, false);
        assert_false(seams_next(s, evidence));
    }
}

static void text_alone_has_none(void **state)
{
    assert_false(first_seam(*state, "").found);
    assert_false(first_seam(*state, MILL MILL_AGAIN BRIDGE).found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(names_and_words_are_compared_across_it), UNIT_TEST(a_signed_story_is_no_brief),
        UNIT_TEST(the_text_below_may_go_on), UNIT_TEST(what_is_decided_is_the_story_above_the_next),
        UNIT_TEST(text_alone_has_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
