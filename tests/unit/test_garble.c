/* "left one right one left two right two": two columns read across. */
#include "unit.h"

#include <stdbool.h>

#include "base/buf.h"
#include "parse/garble.h"

/* The pieces with a bar between them, the lead before "<"; "none".  `shared` stands in both. */
static const char *split(void **state, const char *text, const char *other, const char *shared)
{
    str t = str_of(text), o = str_of(other);
    garble g;
    buf out = buf_in(*state);
    if (!garble_split(*state, t, str_find(t, str_of(shared)), o, str_find(o, str_of(shared)), &g))
        return "none";
    assert_true(g.n_pieces > 0);
    if (g.lead.len) {
        buf_add(&out, g.lead);
        buf_add_char(&out, '<');
    }
    for (size_t i = 0; i < g.n_pieces; i++) {
        assert_true(g.pieces[i].ptr >= t.ptr && g.pieces[i].ptr + g.pieces[i].len <= t.ptr + t.len);
        if (i > 0)
            buf_add_char(&out, '|');
        buf_add(&out, str_trim(g.pieces[i]));
    }
    return out.ptr;
}

static void what_stands_elsewhere_is_taken_out(void **state)
{
    assert_string_equal(split(state,
                              "cranes at the ferry harbor lift the boxes and the otters below sleep on",
                              "Old cranes at the ferry harbor and the otters below.", "cranes at the"),
                        "lift the boxes|sleep on");
}

static void a_word_broken_between_two_pieces_is_kept_in_both(void **state)
{
    const char *s = split(state, "nine otters swim past the fer- cranes that lift ry and the gulls all boxes",
                          "Then nine otters swim past the ferry and the gulls all cry.", "nine otters swim");
    print_message("%s\n", s);
    assert_non_null(strstr(s, "cranes that lift"));
    assert_non_null(strstr(s, "boxes"));
}

static void half_a_word_is_cut_from_the_word_that_is_glued_to_it(void **state)
{
    /* "barn|acles" before "Feng Lu", "barn|acles" before "ferry" */
    const char *other = "Otters of the northern harbor clean the big hulls of barnacles by night.";
    assert_string_equal(
        split(state,
              "Otters of the northern harbor divers, said the old master clean the big hulls of "
              "barnFeng Lu, who has seen it all",
              other, "Otters of the"),
        "divers, said the old master|Feng Lu, who has seen it all");
    assert_string_equal(
        split(state,
              "Otters of the northern harbor divers, said the old master clean the big hulls of "
              "barnferry boats are late again",
              other, "Otters of the"),
        "divers, said the old master|ferry boats are late again");
}

static void a_line_may_be_cut_within_a_word_of_each_column(void **state)
{
    assert_string_equal(
        split(state,
              "the Northern Institute of Harbor Biocranes lift the heavy boxes from the "
              "shlogy keeps nine otters in a warm ips at the pier",
              "In May the Northern Institute of Harbor Biology keeps nine otters in a warm basin.",
              "the Northern Institute"),
        "cranes lift the heavy boxes from the sh|ips at the pier");
}

static void a_paragraph_ends_in_a_short_line(void **state)
{
    assert_string_equal(
        split(state,
              "nine otters live below the old \"Cranes are loud,\" said the master ferry. of the "
              "harbor.",
              "Since May nine otters live below the old ferry.", "nine otters live"),
        "\"Cranes are loud,\" said the master|of the harbor.");
}

static void the_words_found_may_not_be_the_first_that_are_shared(void **state)
{
    assert_string_equal(
        split(state,
              "the cranes have lifted all night nine otters of the northern harbor and so the boxes "
              "were gone swim past the ferry at noon by the evening",
              "On Sunday nine otters of the northern harbor swim past the ferry at noon.", "swim past the"),
        "the cranes have lifted all night|and so the boxes were gone|by the evening");
}

static void a_word_set_into_a_phrase_is_no_garble(void **state)
{
    assert_string_equal(split(state, "What now for the otters, Huaping? Much depends on the ferry master.",
                              "What now for the otters? Much depends on the ferry.", "What now for"),
                        "none");
}

static void what_stands_before_a_run_that_begins_the_other_line_leads_it(void **state)
{
    const char *s =
        split(state,
              "On Monday otters swim past the ferry some cranes of the port and sleep on the pier lift boxes",
              "otters swim past the ferry and sleep on the pier", "otters swim past");
    assert_string_equal(s, "On Monday<some cranes of the port|lift boxes");
}

static void a_phrase_in_common_is_no_garble(void **state)
{
    assert_string_equal(split(state, "nine otters swim past the ferry every day of the week in the summer",
                              "On Sunday nine otters swim past the ferry.", "nine otters"),
                        "none");
    assert_string_equal(split(state, "nine otters", "nine otters", "nine otters"), "none");
    assert_string_equal(split(state, "", "", ""), "none");
}

static void a_line_in_upper_case_lacks_no_lead(void **state)
{
    const char *s =
        split(state, "a ferry and its crew Otters swim past the pier lay still. and sleep on the beach",
              "Otters swim past the pier and sleep on the beach", "Otters swim past");
    assert_string_equal(s, "a ferry and its crew|lay still.");
}

static void phrases_that_recur_are_no_columns(void **state)
{
    assert_string_equal(
        split(state,
              "otters swim past the ferry every day, and each of them eats nine fish in the harbor "
              "before it goes to sleep on the pier",
              "otters swim past the ferry to sleep on the pier", "otters swim past"),
        "none");
}

static void texts_of_any_length_are_compared(void **state)
{
    size_t n = 5000;
    char *text = arena_alloc(*state, n);
    memset(text, 'o', n);
    garble g;
    for (size_t len = 0; len < 40; len++)
        garble_split(*state, (str){text, len}, 0, (str){text, 40 - len}, 0, &g);
    assert_false(garble_split(*state, (str){text, n}, 0, (str){text, 30}, 0, &g));
    garble_split(*state, (str){text, 4000}, 3999, (str){text, 4000}, 0, &g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(what_stands_elsewhere_is_taken_out),
        UNIT_TEST(a_word_broken_between_two_pieces_is_kept_in_both),
        UNIT_TEST(half_a_word_is_cut_from_the_word_that_is_glued_to_it),
        UNIT_TEST(a_line_may_be_cut_within_a_word_of_each_column),
        UNIT_TEST(a_paragraph_ends_in_a_short_line),
        UNIT_TEST(the_words_found_may_not_be_the_first_that_are_shared),
        UNIT_TEST(a_word_set_into_a_phrase_is_no_garble),
        UNIT_TEST(what_stands_before_a_run_that_begins_the_other_line_leads_it),
        UNIT_TEST(a_phrase_in_common_is_no_garble),
        UNIT_TEST(a_line_in_upper_case_lacks_no_lead),
        UNIT_TEST(phrases_that_recur_are_no_columns),
        UNIT_TEST(texts_of_any_length_are_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
