#include "unit.h"

#include <stdbool.h>

#include "base/buf.h"
#include "parse/credit.h"

/* "TEXT|CREDIT", "none". */
static const char *split(void **state, const char *text)
{
    size_t start;
    str credit;
    buf out = buf_in(*state);
    bool found = credit_find(str_of(text), &start, &credit);
    assert_int_equal(credit_find(str_of(text), NULL, NULL), found);
    if (!found)
        return "none";
    buf_add(&out, str_trim(str_to(str_of(text), start)));
    buf_add_char(&out, '|');
    buf_add(&out, credit);
    return out.ptr;
}

static void check(void **state, const char *const (*cases)[2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        print_message("%s\n", cases[i][0]);
        assert_string_equal(split(state, cases[i][0]), cases[i][1]);
    }
}

static void credits_in_brackets(void **state)
{
    static const char *const cases[][2] = {
        {"An otter dives. (PHOTO: XINHUA)", "An otter dives.|XINHUA"},
        {"An otter dives. (PHOTO: XINHUA).", "An otter dives.|XINHUA"},
        {"An otter dives. (Photo by GONG Mei/VCG)", "An otter dives.|GONG Mei/VCG"},
        {"An otter dives. [Photo: VCG]", "An otter dives.|VCG"},
        {"An otter dives. (PHOTO/VCG)", "An otter dives.|VCG"},
        {"An otter dives. (COURTESY PHOTO)", "An otter dives.|COURTESY PHOTO"},
        {"An otter dives. (File photo)", "An otter dives.|File photo"},
        {"An otter dives. (GONG Mei/XINHUA)", "An otter dives.|GONG Mei/XINHUA"},
        {"An otter dives. (PH0TO: XINHUA)", "An otter dives.|PH0TO: XINHUA"},
        {"An otter (left) dives. (PHOTO: VCG)", "An otter (left) dives.|VCG"},
        {"An otter dives. (Image credit: VCG)", "An otter dives.|VCG"},
    };
    check(state, cases, sizeof cases / sizeof *cases);
}

static void credits_without_brackets(void **state)
{
    static const char *const cases[][2] = {
        {"An otter dives. Photo: GONG Mei/VCG", "An otter dives.|GONG Mei/VCG"},
        {"An otter dives. Photo by Tom Aske", "An otter dives.|Tom Aske"},
        {"An otter dives. PHOTO: XINHUA)", "An otter dives.|XINHUA"},
        {"An otter dives. Image: VCG", "An otter dives.|VCG"},
        {"An otter dives. Tom Aske / The Herald", "An otter dives.|Tom Aske / The Herald"},
        {"An otter dives. TOM ASKE/STAFF", "An otter dives.|TOM ASKE/STAFF"},
        {"An otter dives. File photo", "An otter dives.|File photo"},
        {"An otter dives. AFP", "An otter dives.|AFP"},
        {"An otter dives. (Reuters)", "An otter dives.|Reuters"},
        {"An otter dives. \xe2\x80\x94 Xinhua", "An otter dives.|Xinhua"},
        {"An otter dives. Photograph by Tom Aske", "An otter dives.|Tom Aske"},
        {"An otter dives. TOM ASKE / FOR CHINA DAILY", "An otter dives.|TOM ASKE / FOR CHINA DAILY"},
        {"Provided to The Herald", "|Provided to The Herald"},
        {"Staff photo by Tom Aske", "|Staff photo by Tom Aske"},
        {"Reuters/Tom Aske", "|Reuters/Tom Aske"},
    };
    check(state, cases, sizeof cases / sizeof *cases);
}

static void prose_has_no_credit(void **state)
{
    static const char *const cases[][2] = {
        {"", "none"},
        {"()", "none"},
        {"(PHOTO", "none"},
        {"An otter dives.", "none"},
        {"The otters (all nine of them)", "none"},
        {"The ferry saves 180,000 RMB (24,800 USD)", "none"},
        {"She took a photo of the otters.", "none"},
        {"The rate rose (1/3)", "none"},
        {"Housing / Planning", "none"},
        {"ANSHUN (Xinhua) \xe2\x80\x94 Otters", "none"},
        {"Politics/Economy", "none"},
        {"Relay Heartbreak, Photo", "none"},
        {"Photo shows the harbor", "none"},
        {"ANSHUN, May 3 (Xinhua) \xe2\x80\x94 An otter", "none"},
        {"A photographer (who would not give her name) watched the otters.", "none"},
    };
    check(state, cases, sizeof cases / sizeof *cases);
}

static void a_credit_alone(void **state)
{
    (void)state;
    assert_true(credit_is_all(STR("(PHOTO: XINHUA)")));
    assert_true(credit_is_all(STR("  (Photo by Tom Aske) ")));
    assert_true(credit_is_all(STR("Photo by Tom Aske")));
    assert_true(credit_is_all(STR("(Reuters)")));
    assert_false(credit_is_all(STR("An otter dives. (PHOTO: XINHUA)")));
    assert_false(credit_is_all(STR("An otter dives.")));
    assert_false(credit_is_all(STR("")));
}

static void a_credit_that_a_line_cuts(void **state)
{
    (void)state;
    assert_true(credit_is_cut(STR("An otter dives. PHOTO BY"), STR("GONG MEI")));
    assert_true(credit_is_cut(STR("An otter dives. Picture:"), STR("Dora Lindqvist")));
    assert_true(credit_is_cut(STR("An otter dives. (Photo: GONG"), STR("Mei/VCG)")));
    assert_true(credit_is_cut(STR("An otter dives. [Dora"), STR("Lindqvist/The Mail]")));
    assert_true(credit_is_cut(STR("An otter dives. PICTURE: DORA"), STR("LINDQVIST")));
    assert_true(credit_is_cut(STR("An otter dives. \xe2\x80\x94"), STR("Dora Lindqvist, Post")));
    assert_false(credit_is_cut(STR("An otter dives. \xe2\x80\x94"), STR("and dives again")));
    assert_false(credit_is_cut(STR("An otter dives. PICTURE: DORA LINDQVIST"), STR("OTTERS")));
    assert_false(credit_is_cut(STR("An otter dives. (PHOTO: VCG)"), STR("Otters at Home (again)")));
    assert_false(credit_is_cut(STR("An otter dives close by"), STR("Otters at Home")));
    assert_false(credit_is_cut(STR(""), STR("")));
}

static void a_source_is_no_photographer(void **state)
{
    (void)state;
    assert_true(credit_is_source(STR("None of the otters was hurt. (Reuters)")));
    assert_true(credit_is_source(STR("None of the otters was hurt. AFP")));
    assert_false(credit_is_source(STR("An otter dives. (PHOTO: REUTERS)")));
    assert_false(credit_is_source(STR("An otter dives. Tom Aske/Reuters")));
    assert_false(credit_is_source(STR("An otter dives.")));
}

static void a_name_behind_the_last_sentence(void **state)
{
    (void)state;
    assert_true(credit_is_name_behind(STR("An otter dives off the pier yesterday. Qiang Lihua")));
    assert_true(credit_is_name_behind(STR("An otter dives off the pier yesterday. (Qiang Lihua)")));
    assert_true(
        credit_is_name_behind(STR("An otter dives off the old pier at the harbor of Anshun Reuters")));
    assert_false(credit_is_name_behind(STR("An otter dives off the pier yesterday.")));
    assert_false(credit_is_name_behind(STR("An otter dives. The Old Pier")));
    assert_false(credit_is_name_behind(STR("Qiang Lihua")));
    assert_false(credit_is_name_behind(STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(credits_in_brackets),
        UNIT_TEST(credits_without_brackets),
        UNIT_TEST(prose_has_no_credit),
        cmocka_unit_test(a_credit_alone),
        cmocka_unit_test(a_credit_that_a_line_cuts),
        cmocka_unit_test(a_source_is_no_photographer),
        cmocka_unit_test(a_name_behind_the_last_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
