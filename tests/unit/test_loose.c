#include "unit.h"

#include <stdio.h>

#include "parse/loose.h"

enum { MOST_PAGES = 8 };

typedef struct archive {
    arena *mem;
    place_evidence evidence[MOST_PAGES];
    page_clues heads[MOST_PAGES];
    const clue *clues[MOST_PAGES];
    size_t n;
} archive;

static void add(archive *a, const char *key, const char *text)
{
    const page *p = page_parse(a->mem, str_of(text), NULL);
    a->evidence[a->n] = (place_evidence){.key = str_of(key),
                                         .paper = p->folio.paper,
                                         .volume = p->folio.volume,
                                         .number = p->folio.number,
                                         .page_number = p->folio.page_number,
                                         .first = p->folio.first,
                                         .last = p->folio.last,
                                         .not_before = p->not_before};
    size_t n;
    a->clues[a->n] = clues_read(a->mem, clues_write(a->mem, p), &n);
    clue_head *heads = arena_array(a->mem, n, sizeof *heads);
    for (size_t i = 0; i < n; i++)
        heads[i] = clue_head_of(&a->clues[a->n][i]);
    a->heads[a->n++] = (page_clues){heads, n};
}

static const char FRONT_OF_MAY[] =
    "Science and Technology Daily\n\nVOL.5-NO.191 MAY 17-18, 2025\n\n"
    "Otters Return to the Lanting Canal\n\nBy HAO Wenqi\n\n"
    "The otters came back to Lanting in the third winter after the sluice at Meixi was opened. Hao Dazhi, "
    "who "
    "keeps the lock, counted seven of them from his window. The Canal Bureau had not expected any before "
    "2030.\n\n"
    "Biologist Suo Ruilan of Beiyuan University set cameras along the bank between Meixi and Tongqiao.\n\n"
    "*See page 2*\n\n"
    "A Printer That Works With Basalt\n\nBy JIN Lu\n\n"
    "In a hangar near Hekou a printer as tall as a house lays down threads of molten basalt. Engineer Pan "
    "Qiuyue "
    "calls it the spider. Its nozzle was made by Dongling Ceramics, which had never made one before.\n\n"
    "*See page 3*\n";

static const char FRONT_OF_JUNE[] =
    "Science and Technology Daily\n\nVOL.5-NO.194 JUNE 7-8, 2025\n\n"
    "Glass Bees Learn the Way to the Orchard\n\nBy TAN Yi\n\n"
    "The bees of Professor Qiao Benshan are made of glass fiber and weigh a tenth of a gram. They were let "
    "loose "
    "in an orchard at Shuanghe in April, and nine of ten came home. Mulan Optics built their eyes.\n\n"
    "*See page 2*\n";

static const char OTTERS[] =
    "Otters Return to the Lanting Canal\n\nFrom page 1\n\n"
    "Suo had to wait for the pictures. In January the camera below Tongqiao showed a mother with two cubs. "
    "Hao gave them names, which the Canal Bureau does not use in its reports on Lanting.\n\n"
    "The sluice at Meixi will now stay open in every winter.\n\n"
    "Bread That Keeps a Month\n\nBy LI Fei\n\nA bakery in Xisha sells bread that keeps for a month.\n";

static const char BASALT[] =
    "The Spider of Hekou\n\nFrom page 1\n\n"
    "Pan has worked with basalt for eleven years. The threads that her printer lays in Hekou cool within a "
    "minute, and Dongling Ceramics has since sold nozzles to three other makers of houses.\n\n"
    "A first house stands. Nobody lives in it yet.\n";

static const char STRANGER[] =
    "A Ferry Without a Captain\n\nFrom page 1\n\n"
    "The ferry of Wuzhen crosses the lake by radar. Its owner, Gu Lianhua, stands on the pier and waves.\n";

/* On how many pages a word stands. */
static int64_t pages_with(void *context, uint32_t key)
{
    const archive *a = context;
    int64_t pages = 0;
    for (size_t i = 0; i < a->n; i++) {
        size_t n;
        const uint32_t *keys = rarity_keys(a->mem, a->clues[i], a->heads[i].n, &n);
        for (size_t k = 0; k < n; k++)
            pages += keys[k] == key;
    }
    return pages;
}

static const clue *clues_of(void *source, size_t page_index, size_t n)
{
    const archive *a = source;
    assert_int_equal(n, a->heads[page_index].n);
    return a->clues[page_index];
}

static places *place(archive *a)
{
    places *p = place_pages(a->mem, a->evidence, a->n);
    rarity *r = rarity_new(a->mem, (int64_t)a->n, pages_with, a);
    static const uint64_t texts[MOST_PAGES];
    const loose_context context = {.rarity = r, .texts = texts, .clues = clues_of, .source = a};
    place_loose(a->mem, p, a->evidence, a->heads, a->n, &context);
    return p;
}

static void assert_placed(const places *p, size_t page_index, const char *issue_key, int number)
{
    const placement *at = &p->pages[page_index];
    assert_true(at->issue >= 0 && (size_t)at->issue < p->n_issues);
    assert_string_equal(p->issues[at->issue].key.ptr, issue_key);
    assert_int_equal(at->page_number, number);
}

static void places_by_stories(void **state)
{
    archive a = {.mem = *state};
    add(&a, "a.txt", OTTERS);
    add(&a, "b.txt", FRONT_OF_MAY);
    add(&a, "c.txt", BASALT);
    add(&a, "d.txt", FRONT_OF_JUNE);
    add(&a, "e.txt", STRANGER);
    const places *p = place(&a);
    assert_placed(p, 0, "2025-05-17-no191", 2);
    assert_placed(p, 2, "2025-05-17-no191", 3);
    assert_int_equal(p->pages[4].issue, -1);
    assert_non_null(strstr(place_tell(a.mem, p, 0).ptr,
                           "placed by 1 link: goes on from page 1: the same headline; names "));
}

static void order_changes_nothing(void **state)
{
    archive a = {.mem = *state}, b = {.mem = *state};
    static const char *const texts[] = {FRONT_OF_MAY, OTTERS, BASALT, FRONT_OF_JUNE, STRANGER};
    static const char *const keys[] = {"a", "b", "c", "d", "e"};
    for (size_t i = 0; i < 5; i++) {
        add(&a, keys[i], texts[i]);
        add(&b, keys[4 - i], texts[4 - i]);
    }
    const places *p = place(&a), *q = place(&b);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(p->pages[i].issue, q->pages[4 - i].issue);
        assert_int_equal(p->pages[i].page_number, q->pages[4 - i].page_number);
        assert_string_equal(place_tell(a.mem, p, i).ptr, place_tell(b.mem, q, 4 - i).ptr);
    }
}

/* So that what belongs together for sure stays so, however unsure what joins it later. */
static void lines_up_the_surest_first(void **state)
{
    archive a = {.mem = *state};
    buf rivals = buf_in(*state);
    buf_add(&rivals, str_of(BASALT));
    buf_add(&rivals, STR("\nPan saw the otters of Lanting once, from the sluice at Meixi.\n"));
    add(&a, "a.txt", buf_str(&rivals).ptr);
    add(&a, "b.txt", FRONT_OF_MAY);
    add(&a, "c.txt", OTTERS);
    add(&a, "d.txt", STRANGER);
    const placement *at = place(&a)->pages;
    assert_int_equal(at[1].turn, 0);
    assert_int_equal(at[0].turn + at[2].turn, 1 + 2);
    assert_true(at[1].sure >= 1 && at[at[0].turn == 1 ? 0 : 2].sure > at[at[0].turn == 1 ? 2 : 0].sure);
    assert_int_equal(at[3].turn, 0);
}

/* How sure a page's place is, beside a front page that it fits and another page; 0 for none. */
static double sure_beside(arena *mem, const char *text, const char *other)
{
    archive a = {.mem = mem};
    add(&a, "a.txt", text);
    add(&a, "b.txt", FRONT_OF_MAY);
    add(&a, "c.txt", other);
    const places *p = place(&a);
    return p->pages[0].issue < 0 ? 0 : p->pages[0].sure;
}

static const char SLUICE[] = "The Sluice Stays Open\n\nFrom page 1\n\n"
                             "Suo had to wait for the pictures of the camera below Tongqiao.\n";

static void stays_loose_between_two_pages_that_it_fits(void **state)
{
    static const char whole[] = "Science and Technology Daily\n\nVOL.5-NO.194 JUNE 7-8, 2025\n\n"
                                "Herons on the Lanting Canal\n\nBy TAN Yi\n\n"
                                "Herons were seen at the bridge of Tongqiao in the morning. Tan Xi, Ge Hong "
                                "and Mei Ran of the Yunshan "
                                "Museum took pictures with a camera of Suo.\n";
    buf jumping = buf_in(*state);
    buf_add(&jumping, str_of(whole));
    buf_add(&jumping, STR("\n*See page 2*\n"));
    assert_true(sure_beside(*state, SLUICE, whole) > 0.8);
    assert_true(sure_beside(*state, SLUICE, buf_str(&jumping).ptr) <= 0);
}

static void a_story_that_nothing_answers_makes_it_less_sure(void **state)
{
    buf two = buf_in(*state);
    buf_add(&two, str_of(SLUICE));
    buf_add(&two, STR("\n"));
    buf_add(&two, str_of(STRANGER));
    assert_true(sure_beside(*state, buf_str(&two).ptr, BASALT) < sure_beside(*state, SLUICE, BASALT) - 0.001);
}

static void keeps_a_taken_number(void **state)
{
    archive a = {.mem = *state};
    add(&a, "x.txt", OTTERS);
    add(&a, "2025-05-17/page-1.txt", FRONT_OF_MAY);
    add(&a, "2025-05-17/page-2.txt", BASALT);
    assert_int_equal(place(&a)->pages[0].issue, -1);
}

static void excludes_a_later_page(void **state)
{
    archive a = {.mem = *state};
    buf later = buf_in(*state);
    buf_add(&later, str_of(OTTERS));
    buf_add(&later, STR("\nThe bread was first sold on March 3, 2028, in the rain.\n"));
    add(&a, "x.txt", buf_str(&later).ptr);
    add(&a, "2025-05-17/page-1.txt", FRONT_OF_MAY);
    assert_int_equal(place(&a)->pages[0].issue, -1);
}

static void forms_an_undated_issue(void **state)
{
    archive a = {.mem = *state};
    buf front = buf_in(*state);
    buf_add(&front, str_from(str_of(FRONT_OF_MAY),
                             strlen("Science and Technology Daily\n\nVOL.5-NO.191 MAY 17-18, 2025\n\n")));
    add(&a, "y.txt", buf_str(&front).ptr);
    add(&a, "x.txt", OTTERS);
    const places *p = place(&a);
    assert_int_equal(p->n_issues, 1);
    assert_placed(p, 0, "undated-x.txt", 1);
    assert_placed(p, 1, "undated-x.txt", 2);
}

static void damaged_clues_are_fewer(void **state)
{
    const page *p = page_parse(*state, str_of(FRONT_OF_MAY), NULL);
    str bytes = clues_write(*state, p);
    size_t all, fewer;
    clues_read(*state, bytes, &all);
    assert_int_equal(all, 4);
    clues_read(*state, str_to(bytes, bytes.len - 8), &fewer);
    assert_int_equal(fewer, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(places_by_stories),
        UNIT_TEST(order_changes_nothing),
        UNIT_TEST(lines_up_the_surest_first),
        UNIT_TEST(keeps_a_taken_number),
        UNIT_TEST(excludes_a_later_page),
        UNIT_TEST(forms_an_undated_issue),
        UNIT_TEST(stays_loose_between_two_pages_that_it_fits),
        UNIT_TEST(a_story_that_nothing_answers_makes_it_less_sure),
        UNIT_TEST(damaged_clues_are_fewer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
