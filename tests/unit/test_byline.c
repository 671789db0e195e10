#include "unit.h"

#include "base/buf.h"
#include "parse/byline.h"
#include "parse/byline_part.h"

static void by_and_names_are_a_byline(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "By GONG Mei",
        "by GONG Mei",
        "BY GONG MEI",
        "ByGONG Mei",
        "By Dora Lindqvist",
        "By GONG Mei & PU Si",
        "By GONG Mei, PU Si and HE Lu",
        "By GONG Mei in Anshun",
        "By staff reporter GONG Mei",
        "By Our Correspondent",
        "By GONG Mei, Science Desk",
        "By Jan van der Berg",
        "By \xc3\x89ric No\xc3\xabl",
        "Staff Reporter GONG Mei",
        "From Our Correspondent",
        "Analysis by Dora Lindqvist",
        "Dora Lindqvist reports from Anshun",
        "By Dora Lindqvist, Special to The Herald",
        "Staff Reporters: GONG Mei, PU Si",
        "Text: GONG Mei",
        "Story and photos by Dora Lindqvist",
        "Compiled by GONG Mei",
        "Edited and Translated by GONG Mei",
        "Edited by Dora Lindqvist",
        "By Dora Lindqvist:",
        "By the Editorial Board",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_message("%s\n", texts[i]);
        assert_int_equal(byline_look(str_of(texts[i])), BYLINE_MARKED);
    }
}

static void a_surname_in_capitals_needs_no_by(void **state)
{
    (void)state;
    assert_int_equal(byline_look(STR("GONG Mei")), BYLINE_NAMES);
    assert_int_equal(byline_look(STR("GONG Mei & PU Si")), BYLINE_NAMES);
    assert_int_equal(byline_look(STR("GONG Mei in Anshun")), BYLINE_NAMES);
    assert_int_equal(byline_look(STR("LIM Hui Min")), BYLINE_NAMES);
}

static void titles_agencies_and_places_tell_a_name(void **state)
{
    (void)state;
    static const char *const texts[] = {"Dora Lindqvist / Reuters",
                                        "Dora Lindqvist, Political editor",
                                        "Dora Lindqvist Crime reporter",
                                        "Dora Lindqvist in Anshun",
                                        "DORA LINDQVIST, AP",
                                        "ASSOCIATED PRESS",
                                        "From wire reports",
                                        "\xe2\x80\x94 Agencies",
                                        "(AP)",
                                        "@dora.lindqvist",
                                        "DORA LINDQVIST dora@herald.example"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_message("%s\n", texts[i]);
        assert_int_equal(byline_look(str_of(texts[i])), BYLINE_NAMES);
    }
    assert_int_equal(byline_look(STR("Dora Lindqvist")), BYLINE_PLAIN);
    assert_int_equal(byline_look(STR("DORA LINDQVIST")), BYLINE_PLAIN);
    assert_int_equal(byline_look(STR("COLLINS HAVERKORT and GARETH WHITTLE")), BYLINE_PLAIN);
}

static void a_line_may_say_what_the_writer_is(void **state)
{
    (void)state;
    static const char *const roles[] = {
        "Staff Writer",          "Chief Sports Writer",   "HERALD STAFF WRITER", "Sports Editor",
        "Correspondent in Rome", "Special to The Herald", "dora@herald.example", "Press Trust of India",
        "Reuters in London",     "of The Herald"};
    static const char *const others[] = {"Letters to the Editor",    "Hospital Sacks Staff",
                                         "Council Hires New Editor", "Dora Lindqvist",
                                         "FOR THE FAMILY",           ""};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        assert_true(byline_is_role(str_of(roles[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(byline_is_role(str_of(others[i])));
}

static void a_surname_in_capitals_is_a_writer_though_a_dictionary_has_it(void **state)
{
    (void)state;
    assert_int_equal(byline_look(STR("By LEI Ting")), BYLINE_MARKED);
}

static void some_names_are_surely_persons(void **state)
{
    (void)state;
    assert_true(byline_is_sure(STR("Femke Haverkort")));
    assert_true(byline_is_sure(STR("GONG Mei and Dora Lindqvist")));
    assert_false(byline_is_sure(STR("San Velora")));
    assert_false(byline_is_sure(STR("Behind the Scenes")));
    assert_false(byline_is_sure(STR("")));
}

static void other_lines_are_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "By",
        "By the sea, otters sleep.",
        "By night the otters dive for crabs",
        "By 2030, Half of All Ferries Sail",
        "By the Numbers:",
        "Bypass Opens",
        "Otters Return to the Harbor",
        "OTTERS RETURN",
        "Text messages from the deep",
        "NASA Finds Water on Mars",
        "UN Calls for Peace in Harbor",
        "Reporters find a cave",
        "WHAT A MESS",
        "$49M BLUNDER",
        "CAPTAIN'S KNOCK AND BATTING",
        "Femke Haverkort: 'We",
        "By A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q and R",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_message("%s\n", texts[i]);
        assert_int_equal(byline_look(str_of(texts[i])), BYLINE_NONE);
    }
}

/* The names with a bar between them. */
static const char *names_of(void **state, const char *text)
{
    size_t n;
    str *names = byline_names(*state, str_of(text), &n);
    buf out = buf_in(*state);
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_add_char(&out, '|');
        buf_add(&out, names[i]);
    }
    return buf_str(&out).ptr;
}

static void names_stand_without_what_is_around_them(void **state)
{
    static const char *const cases[][2] = {
        {"By GONG Mei", "GONG Mei"},
        {"ByGONG Mei", "GONG Mei"},
        {"By GONG Mei & PU Si", "GONG Mei|PU Si"},
        {"By GONG Mei, PU Si and HE Lu", "GONG Mei|PU Si|HE Lu"},
        {"By GONG Mei, PU Si, and HE Lu", "GONG Mei|PU Si|HE Lu"},
        {"By GONG Mei with PU Si", "GONG Mei|PU Si"},
        {"By GONG Mei; PU Si", "GONG Mei|PU Si"},
        {"By GONG Mei in Anshun", "GONG Mei"},
        {"By GONG Mei in Anshun and PU Si in Berlin", "GONG Mei|PU Si"},
        {"By Anders And", "Anders And"},
        {"By Dora Lindqvist and", "Dora Lindqvist"},
        {"BY DORA LINDQVIST AND", "DORA LINDQVIST"},
        {"Dora Lindqvist (Port Anshun)", "Dora Lindqvist"},
        {"Edited by Dora Lindqvist", "Dora Lindqvist"},
        {"By Deborah Lindqvist Staff Writer", "Deborah Lindqvist"},
        {"By the Editorial Board", "the Editorial Board"},
        {"By Alexandra Sandor", "Alexandra Sandor"},
        {"Text: GONG Mei", "GONG Mei"},
        {"Dora Lindqvist Crime reporter", "Dora Lindqvist"},
        {"By Dora Lindqvist, Staff Writer", "Dora Lindqvist"},
        {"By Dora Lindqvist | Staff Writer", "Dora Lindqvist"},
        {"By Dora Lindqvist / Reuters", "Dora Lindqvist"},
        {"By Dora Lindqvist and agencies", "Dora Lindqvist"},
        {"By Dora Lindqvist for the Herald", "Dora Lindqvist"},
        {"From Our Correspondent", "Our Correspondent"},
        {"By Our Correspondent", "Our Correspondent"},
        {"\xe2\x80\x94 Agencies", "Agencies"},
        {"By Dora Lindqvist, Port Anshun", "Dora Lindqvist"},
        {"By Dora Lindqvist, San Velora", "Dora Lindqvist"},
        {"By Dora Lindqvist | Nueva Orzona", "Dora Lindqvist"},
        {"Words: Dora Lindqvist", "Dora Lindqvist"},
        {"Staff Reporters Dora Lindqvist and Femke Haverkort", "Dora Lindqvist|Femke Haverkort"},
        {"GONG Mei", "GONG Mei"},
        {"By ,& ,", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i][0]);
        assert_string_equal(names_of(state, cases[i][0]), cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_and_names_are_a_byline),
        cmocka_unit_test(a_surname_in_capitals_needs_no_by),
        cmocka_unit_test(titles_agencies_and_places_tell_a_name),
        cmocka_unit_test(a_line_may_say_what_the_writer_is),
        UNIT_TEST(a_surname_in_capitals_is_a_writer_though_a_dictionary_has_it),
        UNIT_TEST(some_names_are_surely_persons),
        cmocka_unit_test(other_lines_are_none),
        UNIT_TEST(names_stand_without_what_is_around_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
