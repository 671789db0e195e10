#include "unit.h"

#include "parse/label.h"
#include "parsed.h"

static void a_label_has_one_key_however_it_is_set(void **state)
{
    (void)state;
    assert_true(label_key(STR("Harbor Notes")) != 0);
    assert_true(label_key(STR("## **HARBOR NOTES** ")) == label_key(STR("Harbor Notes")));
    assert_true(label_key(STR("HARBOR NOTES |")) == label_key(STR("Harbor Notes")));
    assert_true(label_key(STR("Harbor News")) != label_key(STR("Harbor Notes")));
}

static void text_and_figures_are_no_labels(void **state)
{
    static const char *const others[] = {
        "Otters return.", "of the harbor", "Page 2", "Otters Return to the Old Harbor of Anshun", "## ", ""};
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_true(label_key(str_of(others[i])) == 0);
}

static void a_pages_keys_are_sorted_and_each_once(void **state)
{
    size_t n;
    const uint64_t *keys = label_keys(*state, STR("Harbor Notes\n\nOtters\nHARBOR NOTES\nno label"), &n);
    assert_int_equal(n, 2);
    assert_true(keys[0] < keys[1]);
    assert_true(label_is_in(keys, n, label_key(STR("Otters"))));
    assert_false(label_is_in(keys, n, label_key(STR("Eels"))));
    assert_false(label_is_in(NULL, 0, label_key(STR("Eels"))));
}

static const char *kicker_of(void **state, const char *text, const labels *standing)
{
    const page *p = page_parse(*state, str_of(text), standing);
    assert_int_equal(p->n_articles, 1);
    return arena_copy(*state, p->articles[0].kicker.ptr, p->articles[0].kicker.len);
}

static void a_label_that_stands_is_no_line_of_the_headline(void **state)
{
    static const char text[] = "Dockhands Count the Gulls of Oakmouth\n\nGulls of the Old Harbor\n\n"
                               "By Mira Quell\n\nThey counted them twice, and nobody disagreed.\n";
    uint64_t key = label_key(STR("Gulls of the Old Harbor"));
    const labels standing = {&key, 1, true};
    assert_string_equal(kicker_of(state, text, NULL), "");
    assert_string_equal(kicker_of(state, text, &standing), "Gulls of the Old Harbor");
}

static void a_line_on_no_other_page_is_no_label_where_labels_are_known(void **state)
{
    static const char text[] = "Dockhands count gulls of Oakmouth again\n\nOver the Harbor\n\n"
                               "They counted them twice, and nobody disagreed.\n";
    const labels few = {NULL, 0, false}, many = {NULL, 0, true};
    assert_string_equal(kicker_of(state, text, &few), "Over the Harbor");
    assert_string_equal(kicker_of(state, text, &many), "");
}

static void what_a_writer_is_stands_on_many_pages_and_is_no_label(void **state)
{
    static const char text[] = "# Gulls Again\n\nMira Quell\n\nBusiness Editor\n\nquell@paper.example\n\n"
                               "They counted them twice, and nobody disagreed on the ninth of the months.\n";
    uint64_t key = label_key(STR("Business Editor"));
    const labels standing = {&key, 1, true};
    assert_string_equal(kicker_of(state, text, &standing), "");
}

static void a_correction_is_headed_so_however_often(void **state)
{
    static const char text[] = "| Gulls | 157 | 9 |\n\n**CORRECTION**\n\n"
                               "An article of Monday gave the number of gulls as 115. There were five.\n\n"
                               "**TODAY** Oakmouth fair.\n\n**INDEX**\nOpinion 8\nTV 12\n";
    uint64_t key = label_key(STR("Correction"));
    const labels standing = {&key, 1, false};
    const page *p = page_parse(*state, str_of(text), &standing);
    assert_int_equal(p->n_articles, 1);
    assert_true(str_eq(p->articles[0].headline, STR("CORRECTION")));
}

static void words_of_sections_are_labels_on_one_page_too(void **state)
{
    static const char text[] = "Gulls Again\n\nWORLD NEWS\n\n"
                               "They counted them twice, and nobody disagreed.\n";
    const labels many = {NULL, 0, true};
    assert_string_equal(kicker_of(state, text, &many), "WORLD NEWS");
}

static void what_is_printed_once_is_no_title_or_furniture(void **state)
{
    const labels many = {NULL, 0, true};
    assert_string_equal(
        kicker_of(state,
                  "4 The Harbor Courier Friday 20 June 2014\n\nFact check\n\nOtters Return to the Old "
                  "Harbor\n\nBy Mira Quell\n\nThey counted them twice, and nobody disagreed.\n",
                  &many),
        "Fact check");
    assert_string_equal(
        kicker_of(state,
                  "Friday 28 August 2009\n\nNo. 30,856\n\n75 CENTS\n\nBREAKING NEWS\n\nOTTERS "
                  "RETURN\n\nBy Mira Quell\n\nThey counted them twice, and nobody disagreed.\n",
                  &many),
        "BREAKING NEWS");
}

int main(void)
{
    const struct CMUnitTest tests[] = {UNIT_TEST(a_label_has_one_key_however_it_is_set),
                                       UNIT_TEST(text_and_figures_are_no_labels),
                                       UNIT_TEST(a_pages_keys_are_sorted_and_each_once),
                                       UNIT_TEST(a_label_that_stands_is_no_line_of_the_headline),
                                       UNIT_TEST(a_line_on_no_other_page_is_no_label_where_labels_are_known),
                                       UNIT_TEST(what_is_printed_once_is_no_title_or_furniture),
                                       UNIT_TEST(what_a_writer_is_stands_on_many_pages_and_is_no_label),
                                       UNIT_TEST(a_correction_is_headed_so_however_often),
                                       UNIT_TEST(words_of_sections_are_labels_on_one_page_too)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
