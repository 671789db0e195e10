/* The kinds of a page's lines. */
#include "unit.h"

#include "parse/kind.h"
#include "parsed.h"

#define KINDS(text, expected) assert_string_equal(kinds_in(state, text), expected)

static void a_plain_story(void **state)
{
    KINDS(OTTER_HEAD OTTER_1 OTTER_2, "headline byline body body");
}

static void marks_make_no_difference(void **state)
{
    KINDS("# Otters Return to the Old Harbor\n\n**By GONG Mei**\n\n" OTTER_1 OTTER_2,
          "headline byline body body");
    KINDS("### Otters Return to the Old Harbor\n\nBy GONG Mei\n\n" OTTER_1 OTTER_2,
          "headline byline body body");
}

static void the_front_pages_top(void **state)
{
    KINDS("The Harbor Times\n\nVOL.5-NO.191\n\nMAY 17-18, 2025\n\n" OTTER_HEAD OTTER_1 OTTER_2,
          "nameplate folio folio headline byline body body");
}

static void a_crosshead_stands_between_whole_sentences(void **state)
{
    KINDS(OTTER_HEAD OTTER_1 "### Cleaner ferries\n\n" OTTER_2, "headline byline body crosshead body");
}

static void markers_have_kinds_of_their_own(void **state)
{
    KINDS(OTTER_HEAD OTTER_1 OTTER_2 "See page 2\n\n" LOOM_HEAD LOOM_1,
          "headline byline body body jump_line headline byline body");
    KINDS("Otters Return to the Old Harbor\n\nFrom page 1\n\n" OTTER_1 OTTER_2,
          "headline continued_line body body");
}

static void a_caption_has_a_credit(void **state)
{
    KINDS(OTTER_HEAD OTTER_1 "An otter dives at the pier of the old harbor. (PHOTO: VCG)\n\n" OTTER_2,
          "headline byline body caption body");
}

static void a_credit_on_a_line_of_its_own_is_the_captions(void **state)
{
    KINDS(OTTER_HEAD OTTER_1 "\n\nAn otter dives at the pier of the old harbor.\n\n(PHOTO: VCG)\n\n" OTTER_2,
          "headline byline body caption caption body");
}

static void furniture_is_told_apart(void **state)
{
    KINDS(OTTER_HEAD OTTER_1 OTTER_2 "WECHAT ACCOUNT\n\nE-PAPER\n",
          "headline byline body body furniture furniture");
}

static void a_line_that_goes_on_in_lower_case_is_body(void **state)
{
    KINDS(OTTER_HEAD OTTER_1
          "Otters and Crabs\n\nof the harbor were counted on Monday by the harbor master, who "
          "found nine of the one and none of the other.\n",
          "headline byline body body body");
}

static void any_number_of_lines_is_decided(void **state)
{
    kinds_decode(*state, NULL, 0, NULL);
    enum { N = 20000 };
    line *lines = arena_array(*state, N, sizeof *lines);
    kind_choice *kinds = arena_array(*state, N, sizeof *kinds);
    word_list words = {.mem = *state};
    for (size_t i = 0; i < N; i++) {
        lines[i] =
            (line){.raw = i % 40 ? STR("Nine otters swam into the old harbor on Monday, and the dockhands "
                                       "put down their ropes to watch them dive for crabs by night.")
                                 : STR("Otters Return to the Old Harbor")};
        line_look_at(&lines[i], &words);
    }
    kinds_decode(*state, lines, N, kinds);
    for (size_t i = 0; i < N; i++)
        assert_int_equal(kinds[i].kind == KIND_BODY, i % 40 != 0);
}

static void every_look_at_once_is_decided(void **state)
{
    line lines[3] = {{.raw = STR("x"), .looks = {~UINT64_C(0), ~UINT64_C(0) >> (128 - LOOK_COUNT)}},
                     {.raw = STR("")},
                     {.looks = {0}}};
    kind_choice kinds[3];
    kinds_decode(*state, lines, 3, kinds);
    for (size_t i = 0; i < 3; i++)
        assert_true((int)kinds[i].kind >= 0 && kinds[i].kind < KIND_COUNT);
}

static void every_kind_has_a_name(void **state)
{
    (void)state;
    for (int k = 0; k < KIND_COUNT; k++) {
        assert_non_null(line_kind_name((line_kind)k));
        for (int other = 0; other < k; other++)
            assert_string_not_equal(line_kind_name((line_kind)k), line_kind_name((line_kind)other));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(a_plain_story),
        UNIT_TEST(marks_make_no_difference),
        UNIT_TEST(the_front_pages_top),
        UNIT_TEST(a_crosshead_stands_between_whole_sentences),
        UNIT_TEST(markers_have_kinds_of_their_own),
        UNIT_TEST(a_caption_has_a_credit),
        UNIT_TEST(a_credit_on_a_line_of_its_own_is_the_captions),
        UNIT_TEST(furniture_is_told_apart),
        UNIT_TEST(a_line_that_goes_on_in_lower_case_is_body),
        UNIT_TEST(any_number_of_lines_is_decided),
        UNIT_TEST(every_look_at_once_is_decided),
        cmocka_unit_test(every_kind_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
