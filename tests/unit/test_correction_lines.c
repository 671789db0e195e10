/* The lines of the file that keeps corrected links. */
#include "store/corrections.h"

#include <stdio.h>

#include "unit.h"

#define HASH_A "00000000000000aa"
#define HASH_B "00000000000000bb"
#define LINE_A "jump\tp1.txt\t" HASH_A "\t7\tSee page 2\t"
#define TO_B "p2.txt\t" HASH_B "\t3\tOtters"

static void test_a_line_is_read(void **state)
{
    (void)state;
    correction c;
    assert_true(correction_parse(STR(LINE_A TO_B), &c));
    assert_false(c.teaser);
    assert_int_equal(c.what, CORRECTION_LINK);
    assert_int_equal(c.marker.hash, 0xaa);
    assert_int_equal(c.marker.line, 7);
    assert_int_equal(c.story.hash, 0xbb);
    assert_int_equal(c.story.line, 3);
    assert_true(str_eq(c.story.text, STR("Otters")));
    assert_true(correction_parse(STR("teaser\t\t" HASH_A "\t1\t\tnone\r"), &c));
    assert_true(c.teaser);
    assert_int_equal(c.what, CORRECTION_NONE);
    assert_true(correction_parse(STR(LINE_A "p2.txt\t00000000000000BB\t3\t"), &c));
}

static void test_what_is_no_correction_is_refused(void **state)
{
    static const char *const lines[] = {
        "",
        "\t\t\t\t\t\t\t\t\t\t",
        "jump",
        "jump\t",
        LINE_A,
        LINE_A "no",
        LINE_A "none\tnone",
        LINE_A TO_B "\tmore",
        "photo\tp1.txt\t" HASH_A "\t7\tSee page 2\tnone",
        "jump\tp1.txt\t0aa\t7\tSee page 2\tnone",
        "jump\tp1.txt\t00000000000000ag\t7\tSee page 2\tnone",
        "jump\tp1.txt\t" HASH_A "\t0\tSee page 2\tnone",
        "jump\tp1.txt\t" HASH_A "\t-7\tSee page 2\tnone",
        "jump\tp1.txt\t" HASH_A "\t99999999999999999999\tSee page 2\tnone",
        "jump p1.txt " HASH_A " 7 none",
    };
    (void)state;
    correction c;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(correction_parse(str_of(lines[i]), &c));
}

static void assert_edit(const char *before, const correction *c, const char *after)
{
    arena mem = {0};
    assert_false(ARENA_FAILED(&mem));
    assert_string_equal(corrections_edit(&mem, str_of(before), c).ptr, after);
    arena_free(&mem);
}

static void test_only_the_marker_s_lines_change(void **state)
{
    (void)state;
    correction none = {.marker = {STR("p1.txt"), STR("See page 2"), 0xaa, 7}, .what = CORRECTION_NONE};
    correction undo = none;
    undo.what = CORRECTION_UNDO;
    static const char others[] =
        "# mine\n\n\x01\xff broken\r\njump\tp1.txt\t" HASH_A "\t8\tSee page 3\tnone\n"
        "teaser\tp1.txt\t" HASH_A "\t7\tSee page 2\tnone\n";
    char before[1024], after[1024];
    snprintf(before, sizeof before, "%s%s%s\n%snone", LINE_A, TO_B "\n", others, LINE_A);
    snprintf(after, sizeof after, "%s\n%snone\n", others, LINE_A);
    assert_edit(before, &none, after);
    snprintf(after, sizeof after, "%s\n", others);
    assert_edit(before, &undo, after);
    assert_edit("no newline", &undo, "no newline\n");
}

static void test_a_field_holds_no_line_or_tab(void **state)
{
    (void)state;
    char endless[1000];
    memset(endless, 'x', sizeof endless);
    correction c = {.marker = {STR("a\tb\nc"), {endless, sizeof endless}, 0xaa, 7}, .what = CORRECTION_NONE};
    arena mem = {0};
    assert_false(ARENA_FAILED(&mem));
    str text = corrections_edit(&mem, STR("# mine\n"), &c);
    assert_non_null(strstr(text.ptr, "\njump\ta b c\t" HASH_A "\t7\txxx"));
    assert_true(text.len < 300);
    arena_free(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_line_is_read),
        cmocka_unit_test(test_what_is_no_correction_is_refused),
        cmocka_unit_test(test_only_the_marker_s_lines_change),
        cmocka_unit_test(test_a_field_holds_no_line_or_tab),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
