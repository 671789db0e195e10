#include "unit.h"

#include <stdio.h>

#include "base/buf.h"
#include "parse/marker.h"
#include "parse/refer.h"

static const char *const kind_names[] = {"none", "jump", "continued", "refer"};

/* "jump 5 COMPUTERS" */
static const char *told(void **state, marker m)
{
    buf out = buf_in(*state);
    buf_add(&out, str_of(kind_names[m.kind]));
    if (m.kind != MARKER_NONE)
        buf_addf(&out, " %d", m.page);
    if (m.word.len)
        buf_addf(&out, " %.*s", (int)m.word.len, m.word.ptr);
    return out.ptr;
}

typedef const char *const marker_case[2];

static void check(void **state, marker (*read)(str), marker_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        print_message("%s\n", cases[i][0]);
        assert_string_equal(told(state, read(str_of(cases[i][0]))), cases[i][1]);
    }
}

#define CHECK(read, ...)                                                                                     \
    do {                                                                                                     \
        marker_case cases_[] = {__VA_ARGS__};                                                                \
        check(state, read, cases_, sizeof cases_ / sizeof *cases_);                                          \
    } while (0)

static void reads_jumps(void **state)
{
    CHECK(marker_whole, {"See page 2", "jump 2"}, {"SEE PAGE 12", "jump 12"}, {"see page two", "jump 2"},
          {"See p2", "jump 2"}, {"See P. 2", "jump 2"}, {"See page A4", "jump 4"}, {"See Page 3A", "jump 3"},
          {"See pages 4-5", "jump 4"}, {"Please see page 4", "jump 4"}, {"Continued on Page A4", "jump 4"},
          {"Continued on p. 4", "jump 4"}, {"Continued on 3A", "jump 3"}, {"CONTINUED ON PAGE 7", "jump 7"},
          {"Cont'd on page 3", "jump 3"},
          {"Cont\xe2\x80\x99"
           "d on page 3",
           "jump 3"},
          {"Contd. on page 3", "jump 3"}, {"Cont. on page 3", "jump 3"}, {"Continued, page 6", "jump 6"},
          {"To be continued on page 3", "jump 3"}, {"Continues on page 3", "jump 3"},
          {"Continue to page 3", "jump 3"}, {"Story continues on page 3", "jump 3"},
          {"Please turn to P3", "jump 3"}, {"Turn to page three", "jump 3"}, {"Turn to Page A3", "jump 3"},
          {"Jump to page 3", "jump 3"}, {"Go to page 3", "jump 3"}, {"More on page 3", "jump 3"},
          {"Continued on next page", "jump -1"}, {"Continued next page", "jump -1"});
}

static void reads_jump_words(void **state)
{
    CHECK(marker_whole, {"See COMPUTERS, page 5", "jump 5 COMPUTERS"},
          {"SEE HARBOR BRIDGE, PAGE 5", "jump 5 HARBOR BRIDGE"},
          {"See Harbor Bridge on Page A6", "jump 6 Harbor Bridge"},
          {"Please see OTTERS page 9", "jump 9 OTTERS"}, {"Turn to HARBOR, Page 3", "jump 3 HARBOR"},
          {"HARBOR continued on page 6", "jump 6 HARBOR"}, {"HARBOR, from page 1", "continued 1 HARBOR"},
          {"Harbor Bridge continued from page 1", "continued 1 Harbor Bridge"},
          {"COMPUTERS: From Page 5", "continued 5 COMPUTERS"});
}

static void reads_continued_lines(void **state)
{
    CHECK(marker_whole, {"From page 1", "continued 1"}, {"FROM PAGE ONE", "continued 1"},
          {"From P1", "continued 1"}, {"(Continued from Page 1)", "continued 1"},
          {"Continued from Page A1", "continued 1"}, {"Continued from A1", "continued 1"},
          {"Continuing from page 2", "continued 2"}, {"Carried over from page 2", "continued 2"},
          {"Cont'd from page 1", "continued 1"}, {"Cont. from page 1", "continued 1"},
          {"From front page", "continued 1"}, {"From the front page", "continued 1"},
          {"Continued from the front page", "continued 1"}, {"Continued from previous page", "continued -2"});
}

static void a_page_that_is_torn_off_is_unknown(void **state)
{
    CHECK(marker_whole, {"Story from Pag", "continued 0"}, {"FERRIES from Page", "continued 0 FERRIES"},
          {"tory from Page 2", "continued 2"}, {"in Anbei. Continued on page 4", "none"},
          {"Friday. \u00bb Page 2", "none"}, {"SPORT. Page 3", "refer 3 SPORT"});
    CHECK(marker_whole, {"From page", "continued 0"}, {"From pag", "continued 0"},
          {"Continued from page", "continued 0"}, {"See page", "none"}, {"Continued on page", "none"});
}

static void reads_damaged_markers(void **state)
{
    CHECK(marker_whole, {"Turnto page 2", "jump 2"}, {"SeeOPEN, Page 3", "jump 3 OPEN"},
          {"*\xc2\xbb Page* 2", "jump 2"}, {"ContinuedA3", "jump 3"}, {"Cont.on Page 2", "jump 2"},
          {"Pleasesee A3", "jump 3"}, {"To page 3, column4", "jump 3"},
          {"Continued on Page 2, Col.3", "jump 2"}, {"Seepage 2", "jump 2"}, {"See page2", "jump 2"},
          {"See pag 2", "jump 2"}, {"Sce page 2", "jump 2"}, {"See paqe 2", "jump 2"},
          {"See page l", "jump 1"}, {"Contlnued on page 4", "jump 4"}, {"Continucd on pagc 4", "jump 4"},
          {"Continued onpage 4", "jump 4"}, {"Frompage 1", "continued 1"}, {"From pagc 1", "continued 1"},
          {"Frcm page 1", "continued 1"}, {"Fr0m page 1", "continued 1"}, {"From page I", "continued 1"});
}

static void reads_pages_named_by_section(void **state)
{
    CHECK(marker_whole, {"See BUDGET, A6", "jump 6 BUDGET"}, {"See Budget, 3-A", "jump 3 Budget"},
          {"From A1", "continued 1"}, {"FROM 1A", "continued 1"}, {"Continued on P.4", "jump 4"},
          {"SPORT, B6", "refer 6 SPORT"}, {"SPORT B6", "refer 6 SPORT"}, {"Jump to A5", "jump 5"},
          {"See pages 4 and 5", "jump 4"}, {"See related story on Page B1", "refer 1"}, {"Audi A6", "none"},
          {"Vitamin B12", "none"});
}

static void reads_pages_named_by_no_number(void **state)
{
    CHECK(marker_whole, {"Continued on Back Page", "jump 0"}, {"See back page", "jump 0"},
          {"Continued overleaf", "jump 0"}, {"Continued from cover", "continued 1"},
          {"Continued from front", "continued 1"});
}

/* As OCR read American pages of the seventies. */
static void reads_badly_damaged_markers(void **state)
{
    CHECK(marker_whole, {"Continued from Page IA", "continued 1"}, {"Continued from Page LA", "continued 1"},
          {"Continued from Page I E", "continued 1"}, {"Con ti nard from Page IA", "continued 1"},
          {"Coattnued from Page ID", "continued 1"}, {"Continuedon Pago 14", "jump 14"},
          {"CONTINUED O N PAGE 5", "jump 5"}, {"Frorn page 1", "continued 1"},
          {"See SMITH, Page lOA", "jump 10 SMITH"}, {"See SMITH, Page UA", "jump 0 SMITH"});
}

static void marks_around_change_nothing(void **state)
{
    CHECK(marker_whole, {"(See page 2)", "jump 2"}, {"[See Page 3]", "jump 3"}, {"**See page 2**", "jump 2"},
          {"\xe2\x86\x92 See page 2", "jump 2"}, {"See page 2 \xe2\x96\xb6", "jump 2"},
          {"From page 1 \xc2\xbb", "continued 1"}, {"  See   page\t2. ", "jump 2"},
          {"\xe2\x80\x94 See page 2 \xe2\x80\x94", "jump 2"});
}

static void reads_refers(void **state)
{
    CHECK(marker_whole, {"PAGE 3 | INSIGHTS", "refer 3 INSIGHTS"}, {"PAGE 3|INSIGHTS", "refer 3 INSIGHTS"},
          {"INSIGHTS | PAGE 3", "refer 3 INSIGHTS"}, {"Life and Times, P4", "refer 4 Life and Times"},
          {"P3", "refer 3"}, {"Page 3", "refer 3"}, {"On page 2", "refer 2"},
          {"See story on page 3", "refer 3"}, {"See full report on Page A3", "refer 3"},
          {"Related stories on page 3", "refer 3"}, {"Details on page 3", "refer 3"},
          {"Read more on page 3", "refer 3"}, {"Full story, page 3", "refer 3"});
    CHECK(marker_whole, {"See Page 3 for the full story", "refer 3"}, {"See page 4 for details", "refer 4"},
          {"For more, see page 4", "refer 4"}, {"For details, turn to Page 4", "refer 4"},
          {"Story inside, P3", "refer 3"}, {"More inside, page 3", "refer 3"},
          {"More photos on page 8", "refer 8"}, {"Coverage begins on page 5", "refer 5"},
          {"Read the full story on page 6", "refer 6"}, {"Turn to page 3 for more", "jump 3"});
}

static void prose_and_headlines_are_no_markers(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        " ",
        "|",
        "2",
        "Page",
        "Pages",
        "See the page on the website",
        "From pages of history",
        "From page to stage",
        "A page from the past",
        "Turn the page",
        "Turn over a new page",
        "See page 2 of the report",
        "Page 2 of 4",
        "Page two of the contract was missing",
        "He tore page 2 from the book",
        "See figure 2",
        "See table 3",
        "See you on page one of the album",
        "Stage 2",
        "Phase 2",
        "Game 7",
        "Age 5",
        "Ice Age 3",
        "From age 3",
        "From sage to page",
        "From sage",
        "From Paris",
        "Otters Learn to Dive P3",
        "From now on",
        "From 1",
        "Continued",
        "To be continued",
        "Continued growth",
        "Continued on its way",
        "Continued from last week",
        "Continued from 2019",
        "Turn to the experts",
        "More on Mars",
        "See page 0",
        "See page 1000",
        "See 2 pages",
        "From page 1 to page 3",
        "See page 2 and then go on with all of the others that stand behind it in the book, see page 2"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_message("%s\n", texts[i]);
        assert_int_equal(marker_whole(str_of(texts[i])).kind, MARKER_NONE);
    }
}

/* What a tail leaves of the text, with a bar and the marker. */
static const char *cut(void **state, marker m, str text)
{
    buf out = buf_in(*state);
    if (m.kind == MARKER_NONE)
        return "none";
    buf_add(&out, str_to(text, m.start_byte));
    buf_addf(&out, "|%s", told(state, m));
    return out.ptr;
}

#define CUTS(read, text, expected)                                                                           \
    do {                                                                                                     \
        print_message("%s\n", text);                                                                         \
        assert_string_equal(cut(state, read(STR(text)), STR(text)), expected);                               \
    } while (0)

static void a_jump_ends_a_paragraph(void **state)
{
    CUTS(marker_tail, "The otters came back. See page 2", "The otters came back.|jump 2");
    CUTS(marker_tail, "The otters came back. (See page 2)", "The otters came back.|jump 2");
    CUTS(marker_tail, "The otters came back. **See page 2**", "The otters came back.|jump 2");
    CUTS(marker_tail, "\"The otters came back.\" See page 2", "\"The otters came back.\"|jump 2");
    CUTS(marker_tail, "Are they back? Continued on Page A4", "Are they back?|jump 4");
    CUTS(marker_tail, "The otters came back. See OTTERS, page 5", "The otters came back.|jump 5 OTTERS");
    CUTS(marker_tail, "The otters, \xe2\x80\x9cour friends.\xe2\x80\x9d See page 2",
         "The otters, \xe2\x80\x9cour friends.\xe2\x80\x9d|jump 2");
}

static void prose_that_ends_in_a_page_is_no_jump(void **state)
{
    CUTS(marker_tail, "For the otters of the harbor see page 2 of the atlas", "none");
    CUTS(marker_tail, "The otters are shown on page 2", "none");
    CUTS(marker_tail, "The otters came back. Their story is on page 2", "none");
    CUTS(marker_tail, "The otters came back. From page 1", "none");
    CUTS(marker_tail, "See page 2", "none");
    CUTS(marker_tail, "", "none");
}

static void a_refer_ends_a_teasers_headline(void **state)
{
    CUTS(refer_tail, "Otters Learn to Dive  Page 3", "Otters Learn to Dive|refer 3");
    CUTS(refer_tail, "Otters Learn to Dive P3", "Otters Learn to Dive|refer 3");
    CUTS(refer_tail, "Otters Learn to Dive | P. 3", "Otters Learn to Dive|refer 3");
    CUTS(refer_tail, "Otters Learn to Dive, PAGE 3", "Otters Learn to Dive|refer 3");
    CUTS(refer_tail, "Otters Learn to Dive", "none");
    CUTS(refer_tail, "Otters Learn to Page", "none");
    CUTS(refer_tail, "Page 3", "none");
    CUTS(refer_tail, "", "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(reads_jumps),
        UNIT_TEST(reads_jump_words),
        UNIT_TEST(reads_continued_lines),
        UNIT_TEST(a_page_that_is_torn_off_is_unknown),
        UNIT_TEST(reads_damaged_markers),
        UNIT_TEST(reads_pages_named_by_section),
        UNIT_TEST(reads_pages_named_by_no_number),
        UNIT_TEST(reads_badly_damaged_markers),
        UNIT_TEST(marks_around_change_nothing),
        UNIT_TEST(reads_refers),
        cmocka_unit_test(prose_and_headlines_are_no_markers),
        UNIT_TEST(a_jump_ends_a_paragraph),
        UNIT_TEST(prose_that_ends_in_a_page_is_no_jump),
        UNIT_TEST(a_refer_ends_a_teasers_headline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
