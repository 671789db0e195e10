#include "unit.h"

#include "base/buf.h"
#include "parse/refer.h"

/* "HEADLINE|PAGE|SECTION", "none". */
static const char *read_tail(void **state, const char *text)
{
    marker m = refer_tail(str_of(text));
    if (m.kind == MARKER_NONE)
        return "none";
    str section = m.word.ptr ? m.word : STR(""), headline = refer_headline(str_of(text), &m, &section);
    buf out = buf_in(*state);
    buf_addf(&out, "%.*s|%d|%.*s", (int)headline.len, headline.ptr, m.page, (int)section.len, section.ptr);
    return out.ptr;
}

static void check(void **state, const char *const (*cases)[2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        print_message("%s\n", cases[i][0]);
        assert_string_equal(read_tail(state, cases[i][0]), cases[i][1]);
    }
}

static void pages_end_headlines(void **state)
{
    static const char *const cases[][2] = {
        {"Otters Learn to Dive P3", "Otters Learn to Dive|3|"},
        {"Otters Learn to Dive | Page 3", "Otters Learn to Dive|3|"},
        {"Otters Learn to Dive \xe2\x96\xba 3", "Otters Learn to Dive|3|"},
        {"Otters Learn to Dive ........ A3", "Otters Learn to Dive|3|"},
        {"Otters Learn to Dive \xe2\x80\x94 Page 3", "Otters Learn to Dive|3|"},
        {"Otters learn to dive (Page 3)", "Otters learn to dive|3|"},
        {"Otters learn to dive See page 3", "Otters learn to dive|3|"},
        {"INSIDE | 85 Percent Rise in Pupils Stuns Teachers | A2",
         "85 Percent Rise in Pupils Stuns Teachers|2|"},
        {"OUT OF THE RAIN, INTO BAD ROADS: PAGE 2", "OUT OF THE RAIN, INTO BAD ROADS|2|"},
        {"OTTERS DEMAND HIGHER PIERS .... A2", "OTTERS DEMAND HIGHER PIERS|2|"},
        {"NOISE BLAMED FOR DELAY; PILOTS FURIOUS | Page 2", "NOISE BLAMED FOR DELAY; PILOTS FURIOUS|2|"},
        {"WHAT A MESS .... A2", "WHAT A MESS|2|"},
        {"BUSINESS: 836m yuan flagship store gets green light \xc2\xbb P2",
         "836m yuan flagship store gets green light|2|BUSINESS"},
        {"20 Things to Know About Sport | Page 3", "20 Things to Know About Sport|3|"},
    };
    check(state, cases, sizeof cases / sizeof *cases);
}

static void sections_are_no_part_of_headlines(void **state)
{
    static const char *const cases[][2] = {
        {"Otters learn to dive, Science, Page 3", "Otters learn to dive|3|Science"},
        {"Otters learn to dive ........ SCIENCE, A3", "Otters learn to dive|3|SCIENCE"},
        {"SCIENCE: Otters learn to dive, B3", "Otters learn to dive|3|SCIENCE"},
        {"INSIDE | Otters learn to dive | A3", "Otters learn to dive|3|"},
        {"Science: Otters learn to dive \xc2\xbb P3", "Otters learn to dive|3|Science"},
        {"Otters: We Learn to Dive P3", "Otters: We Learn to Dive|3|"},
    };
    check(state, cases, sizeof cases / sizeof *cases);
}

static void other_ends_are_none(void **state)
{
    static const char *const cases[][2] = {
        {"", "none"},
        {"Page 3", "none"},
        {"Otters Learn to Dive", "none"},
        {"Otters Learn to Page", "none"},
        {"Otters Learn to Dive in 3", "none"},
        {"Otters Get a New Audi A6", "none"},
        {"Otters 4, Herons 3", "none"},
        {"Otters Learn to Dive, 300 of Them", "none"},
    };
    check(state, cases, sizeof cases / sizeof *cases);
}

static void a_page_may_lead(void **state)
{
    (void)state;
    str text = STR("Page 3: 'Otters? Not in my back yard'"), section = STR("");
    marker m = refer_lead(text);
    assert_int_equal(m.kind, MARKER_REFER);
    assert_int_equal(m.page, 3);
    str headline = refer_headline(text, &m, &section);
    assert_true(str_eq(headline, STR("'Otters? Not in my back yard'")));
    assert_int_equal(refer_lead(STR("PAGE 3 | SCIENCE")).kind, MARKER_NONE);
    assert_int_equal(refer_lead(STR("Pilots: we will not fly there")).kind, MARKER_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(pages_end_headlines),
        UNIT_TEST(sections_are_no_part_of_headlines),
        UNIT_TEST(other_ends_are_none),
        cmocka_unit_test(a_page_may_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
