#include "unit.h"

#include <stdio.h>

#include "parse/link.h"
#include "parse/link_assign.h"
#include "parse/link_score.h"

/* A story as a test writes it; the page is put together from these. */
typedef struct told {
    const char *headline, *byline, *body;
    int continued_from; /* 0: no continued line */
    int jump;           /* 0: none; -1 "next page"; LOST: a number that is lost */
    const char *word;   /* of the jump */
} told;

enum { MOST_TOLD = 8, LOST = -9 };

static int32_t add_block(page *p, line_kind kind, const char *text, int32_t of)
{
    block *b = &p->blocks[p->n_blocks];
    *b = (block){.raw = str_of(text),
                 .text = str_of(text),
                 .line = (uint32_t)p->n_blocks + 1,
                 .kind = kind,
                 .article = of};
    return (int32_t)p->n_blocks++;
}

static void add_jump(page *p, const told *t, int32_t of)
{
    int32_t at = add_block(p, KIND_JUMP_LINE, "See page", of);
    p->jumps[p->n_jumps++] = (jump){.block = at,
                                    .article = of,
                                    .page = t->jump == LOST ? 0 : t->jump,
                                    .word = str_of(t->word ? t->word : "")};
}

static page *page_with(arena *mem, const told *stories, size_t n)
{
    page *p = arena_alloc(mem, sizeof *p);
    p->blocks = arena_array(mem, 4 * n + MOST_TOLD, sizeof *p->blocks);
    p->articles = arena_array(mem, n, sizeof *p->articles);
    p->jumps = arena_array(mem, n, sizeof *p->jumps);
    p->teasers = arena_array(mem, MOST_TOLD, sizeof *p->teasers);
    for (size_t i = 0; i < n; i++) {
        const told *t = &stories[i];
        article *a = &p->articles[p->n_articles++];
        int32_t of = (int32_t)i;
        *a = (article){.headline = str_of(t->headline),
                       .continued = t->continued_from != 0,
                       .continued_from = t->continued_from > 0 ? t->continued_from : 0,
                       .continued_block = -1,
                       .first_block = (int32_t)p->n_blocks};
        a->reading = arena_array(mem, 2, sizeof *a->reading);
        a->reading[a->n_reading++] = add_block(p, KIND_HEADLINE, t->headline, of);
        if (t->byline) {
            a->bylines = arena_array(mem, 1, sizeof *a->bylines);
            a->bylines[a->n_bylines++] = str_of(t->byline);
        }
        a->reading[a->n_reading++] = add_block(p, KIND_BODY, t->body, of);
        if (t->jump)
            add_jump(p, t, of);
    }
    return p;
}

#define PAGE(...)                                                                                            \
    page_with(*state, (const told[]){__VA_ARGS__}, sizeof((const told[]){__VA_ARGS__}) / sizeof(told))

static void add_teaser(page *p, const char *headline, int32_t to)
{
    int32_t at = add_block(p, KIND_TEASER, headline, -1);
    p->teasers[p->n_teasers++] = (teaser){
        .first_block = at, .last_block = at, .headline = str_of(headline), .section = STR(""), .page = to};
}

static const issue may_issue = {
    .key = {"2025-05-17-no191", 16},
    .volume = 5,
    .number = 191,
    .first = {2025, 5, 17},
    .last = {2025, 5, 18},
};

/* A page and its number. */
typedef struct told_page {
    page *page;
    int32_t number;
} told_page;

/* Every word is as rare. */
static int64_t pages_with(void *context, uint32_t key)
{
    (void)context;
    (void)key;
    return 4;
}

static link_page *link_pages(arena *mem, const told_page *list, size_t n)
{
    link_page *pages = arena_array(mem, n, sizeof *pages);
    for (size_t i = 0; i < n; i++) {
        pages[i] = (link_page){.page_number = list[i].number,
                               .sure = 1,
                               .first = list[i].page->folio.first,
                               .last = list[i].page->folio.last};
        pages[i].clues = clues_read(mem, clues_write(mem, list[i].page), &pages[i].n_clues);
    }
    return pages;
}

static void check(const marker_link *l)
{
    assert_true(l->status != LINK_LINKED || l->best.page >= 0);
    assert_true(l->status != LINK_PAGE_MISSING || l->best.page < 0);
    assert_true(l->best.confidence >= 0 && l->best.confidence <= 1);
    assert_true(l->best.page < 0 || l->best.evidence.len > 0);
}

/* One line a link: "1.0 -> 2.1: MESSAGE", pages by their number, articles by index. */
static const char *links_of(void **state, const issue *i, const told_page *list, size_t n)
{
    size_t n_links;
    const link_page *pages = link_pages(*state, list, n);
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    marker_link *links = link_issue(*state, r, i, pages, n, &n_links);
    buf out = buf_in(*state);
    for (size_t k = 0; k < n_links; k++) {
        const marker_link *l = &links[k];
        str message = link_message(*state, i, pages, l);
        check(l);
        buf_addf(&out, "%d%s%d", pages[l->from_page].page_number, l->marker->kind == CLUE_TEASER ? "t" : "j",
                 l->marker->index);
        if (l->status == LINK_LINKED)
            buf_addf(&out, " -> %d.%d", pages[l->best.page].page_number, l->best.story->index);
        buf_addf(&out, ": %.*s\n", (int)message.len, message.ptr);
    }
    return out.len ? out.ptr : "";
}

#define LINKS(expected, ...)                                                                                 \
    do {                                                                                                     \
        const told_page pages_[] = {__VA_ARGS__};                                                            \
        assert_string_equal(links_of(state, &may_issue, pages_, sizeof pages_ / sizeof *pages_), expected);  \
    } while (0)

static const told mussels = {
    .headline = "A Harbor Town Bets on Mussels",
    .byline = "LAI Xiuwen",
    .body = "Shihao built ships for a century. Welders now make rafts for mussels, said Chen "
            "Ruolan of the Shihao shipyard, and the breakwater shelters"};
static const told karst = {.headline = "Following the Lost Rivers of the Karst",
                           .byline = "PAN Ziyi",
                           .body =
                               "The stream at Nongha disappears behind the school. In April the team lost 40 "
                               "walnuts there, said Guo Lian, who leads the survey of the caves."};
static const told mussels_goes_on = {.headline = "Welders Turn to Shellfish",
                                     .body =
                                         "forty steel rafts. Chen hopes that Shihao will sell its mussels in "
                                         "the south by next spring."};
static const told karst_goes_on = {
    .headline = "The Karst Gives Up Its Rivers",
    .body = "The first of the walnuts bobbed up after 31 hours. Guo was there with a "
            "boy from Nongha who had caught it in an eel trap."};
static const told robots = {.headline = "Robots Go to School",
                            .byline = "SHU Ting",
                            .body = "A robot can weld a car. The kitchen school meets on weekday mornings."};

static told jumping(told t, int to)
{
    t.jump = to;
    return t;
}

static told from_page(told t, int number)
{
    t.continued_from = number;
    return t;
}

static void links_jumps_to_their_stories(void **state)
{
    LINKS("1j0 -> 2.2: continues on page 2: Welders Turn to Shellfish\n"
          "1j1 -> 2.1: continues on page 2: The Karst Gives Up Its Rivers\n",
          {PAGE(jumping(mussels, 2), jumping(karst, 2)), 1},
          {PAGE(robots, from_page(karst_goes_on, 1), from_page(mussels_goes_on, 1)), 2});
}

static void names_the_missing_page(void **state)
{
    LINKS("1j0: page 2 of Vol. 5 No. 191, 17-18 May 2025, is not in this archive\n",
          {PAGE(jumping(mussels, 2)), 1}, {PAGE(from_page(mussels_goes_on, 1)), 3});
    const told_page pages[] = {{PAGE(jumping(mussels, 2)), 1}};
    issue undated = {.number = 3};
    assert_string_equal(links_of(state, &undated, pages, 1), "1j0: page 2 of No. 3 is not in this archive\n");
    assert_string_equal(
        links_of(state, NULL, pages, 1),
        "1j0: page 2 of this page's issue is not known to the archive: the page has no date\n");
    page *dated = PAGE(jumping(mussels, 2));
    dated->folio.first = dated->folio.last = may_issue.first;
    const told_page several[] = {{dated, 0}};
    assert_string_equal(
        links_of(state, NULL, several, 1),
        "0j0: page 2 of this page's issue is not known to the archive: it could be one of several "
        "of 17 May 2025\n");
}

static void links_nothing_that_does_not_fit(void **state)
{
    LINKS("1j0: page 2 is there, but no story on it fits for sure\n", {PAGE(jumping(mussels, 2)), 1},
          {PAGE(robots, from_page(karst_goes_on, 3)), 2});
    LINKS("1j0: page 2 is there, but no story on it fits for sure\n", {PAGE(jumping(mussels, 2)), 1},
          {PAGE(robots), 2});
    /* two stories alike */
    LINKS("1j0: page 2 is there, but no story on it fits for sure\n", {PAGE(jumping(mussels, 2)), 1},
          {PAGE(from_page(mussels_goes_on, 1), from_page(mussels_goes_on, 1)), 2});
    LINKS("1j0: page 2 is there, but no story on it fits for sure\n", {PAGE(jumping(mussels, 2)), 1},
          {page_with(*state, NULL, 0), 2});
}

static void finds_a_story_that_lost_its_continued_line(void **state)
{
    LINKS("1j0 -> 2.1: continues on page 2: Welders Turn to Shellfish\n", {PAGE(jumping(mussels, 2)), 1},
          {PAGE(robots, mussels_goes_on), 2});
}

static void follows_a_chain(void **state)
{
    told middle = jumping(from_page(mussels_goes_on, 1), 4);
    told end = from_page(mussels, 2);
    end.byline = NULL;
    LINKS("1j0 -> 2.0: continues on page 2: Welders Turn to Shellfish\n"
          "2j0 -> 4.1: continues on page 4: A Harbor Town Bets on Mussels\n",
          {PAGE(jumping(mussels, 2)), 1}, {PAGE(middle), 2}, {PAGE(robots, end), 4});
}

static void follows_a_story_back_to_an_earlier_page(void **state)
{
    LINKS("3j0 -> 2.1: continues on page 2: Welders Turn to Shellfish\n", {PAGE(robots), 1},
          {PAGE(karst, from_page(mussels_goes_on, 3)), 2}, {PAGE(jumping(mussels, 2)), 3});
}

static void does_not_lead_a_story_back_to_its_beginning(void **state)
{
    told middle = jumping(from_page(mussels_goes_on, 4), 4);
    told end = from_page(karst_goes_on, 3);
    end.headline = "A Harbor of Rafts";
    end.body = "Nobody in the town had thought of that, and few would have believed it.";
    LINKS("3j0: page 4 is there, but no story on it fits for sure\n"
          "4j0 -> 3.0: continues on page 3: Welders Turn to Shellfish\n",
          {PAGE(middle), 3}, {PAGE(jumping(mussels, 3)), 4});
    LINKS("3j0 -> 4.1: continues on page 4: A Harbor of Rafts\n"
          "4j0 -> 3.0: continues on page 3: Welders Turn to Shellfish\n",
          {PAGE(middle), 3}, {PAGE(jumping(mussels, 3), end), 4});
}

/* The first link from a front page to a page that is of its issue as surely as that. */
static marker_link link_of_a_page_placed(void **state, page *front, page *other, double sure)
{
    const told_page list[] = {{front, 1}, {other, 2}};
    link_page *pages = link_pages(*state, list, 2);
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    size_t n_links;
    pages[1].turn = 1;
    pages[1].sure = sure;
    return link_issue(*state, r, &may_issue, pages, 2, &n_links)[0];
}

static void is_no_surer_than_the_placing(void **state)
{
    page *front = PAGE(jumping(mussels, 2)), *other = PAGE(from_page(mussels_goes_on, 1));
    marker_link doubtful = link_of_a_page_placed(state, front, other, 0.79);
    assert_int_equal(doubtful.status, LINK_UNMATCHED);
    assert_true(doubtful.best.confidence > 0.78 && doubtful.best.confidence < 0.8);
    assert_int_equal(link_of_a_page_placed(state, front, other, 0.81).status, LINK_LINKED);
}

static void tells_what_comes_near(void **state)
{
    page *front = PAGE(jumping(mussels, 2)), *other = PAGE(from_page(mussels_goes_on, 1));
    assert_int_equal(link_of_a_page_placed(state, front, other, 0.05).best.page, 1);
    assert_int_equal(link_of_a_page_placed(state, front, other, 0.01).best.page, -1);
}

static void a_teaser_needs_less(void **state)
{
    page *front = PAGE(karst);
    add_teaser(front, "ROBOTS GO TO SCHOOL", 2);
    assert_int_equal(link_of_a_page_placed(state, front, PAGE(robots), 0.75).status, LINK_LINKED);
    assert_int_equal(link_of_a_page_placed(state, front, PAGE(robots), 0.65).status, LINK_UNMATCHED);
}

/* A marker whose page is known goes first. */
static void a_lost_page_number_takes_what_others_leave(void **state)
{
    const told sold = {.headline = "Welders Turn to Shellfish",
                       .byline = "MO Fan",
                       .body = "The south buys forty rafts of steel a month, and would",
                       .jump = LOST};
    LINKS("1j0: the number of the page is lost, and no story fits for sure\n"
          "1j1 -> 2.0: continues on page 2: Welders Turn to Shellfish\n",
          {PAGE(sold, jumping(mussels, 2)), 1}, {PAGE(from_page(mussels_goes_on, 1)), 2});
    LINKS("1j0 -> 2.0: continues on page 2: Welders Turn to Shellfish\n", {PAGE(sold), 1},
          {PAGE(from_page(mussels_goes_on, 1)), 2});
    LINKS("1j0 -> 2.0: continues on page 2: Welders Turn to Shellfish\n", {PAGE(jumping(mussels, LOST)), 1},
          {PAGE(robots), 0}, {PAGE(from_page(mussels_goes_on, 1)), 2});
}

static double score_of(void **state, page *front, page *other, bool known_page)
{
    const told_page list[] = {{front, 1}, {other, 2}};
    const link_page *pages = link_pages(*state, list, 2);
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    return link_score(r, &pages[0], &pages[0].clues[0], &pages[1], &pages[1].clues[0], known_page);
}

static void a_story_from_another_page_hardly_fits(void **state)
{
    page *front = PAGE(jumping(mussels, 2));
    double from_here = score_of(state, front, PAGE(from_page(mussels_goes_on, 1)), true);
    double from_another = score_of(state, front, PAGE(from_page(mussels_goes_on, 3)), true);
    assert_true(from_here > from_another + 7);
    assert_true(from_another < score_of(state, front, PAGE(mussels_goes_on), true));
}

static void a_story_on_the_page_that_is_named_fits_better(void **state)
{
    page *front = PAGE(jumping(mussels, 2)), *other = PAGE(from_page(mussels_goes_on, 1));
    assert_true(score_of(state, front, other, true) > score_of(state, front, other, false) + 1);
    page *teasing = page_with(*state, NULL, 0);
    add_teaser(teasing, "ROBOTS GO TO SCHOOL", 2);
    assert_true(score_of(state, teasing, PAGE(robots), true) >
                score_of(state, teasing, PAGE(robots), false) + 1);
}

static void is_as_sure_as_the_two_pages_belong_together(void **state)
{
    const told_page list[] = {{PAGE(jumping(mussels, 2)), 1}, {PAGE(from_page(mussels_goes_on, 1)), 2}};
    link_page *pages = link_pages(*state, list, 2);
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    size_t n_links;
    pages[0].turn = 1;
    pages[0].sure = 0.6; /* that both are of this issue */
    pages[1].turn = 2;
    const marker_link *links = link_issue(*state, r, &may_issue, pages, 2, &n_links);
    assert_int_equal(links[0].status, LINK_LINKED);
}

static void offers_all_stories_best_first(void **state)
{
    const told_page list[] = {{PAGE(jumping(mussels, 2)), 1},
                              {PAGE(robots, from_page(mussels_goes_on, 1)), 2},
                              {PAGE(from_page(karst_goes_on, 1)), 0}};
    const link_page *pages = link_pages(*state, list, 3);
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    size_t n;
    const link_candidate *all = link_candidates(*state, r, pages, 3, 0, &pages[0].clues[0], 0, &n);
    assert_int_equal(n, 3);
    assert_int_equal(all[0].page, 1);
    assert_int_equal(all[0].story->index, 1);
    for (size_t i = 1; i < n; i++)
        assert_true(all[i].confidence <= all[i - 1].confidence && all[i].evidence.len > 0);
}

/* A digit may be damaged, but hardly is. */
static void offers_a_story_on_another_page_last(void **state)
{
    const told_page list[] = {
        {PAGE(jumping(mussels, 2)), 1}, {PAGE(mussels_goes_on), 3}, {PAGE(mussels_goes_on), 2}};
    const link_page *pages = link_pages(*state, list, 3);
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    size_t n;
    const link_candidate *all = link_candidates(*state, r, pages, 3, 0, &pages[0].clues[0], 0, &n);
    assert_true(n == 2 && all[0].page == 2 && all[1].page == 1);
    assert_true(all[1].confidence < 0.01);
}

/* What placing did not believe is no likelier than not, however well it fits. */
static void is_not_sure_of_a_page_of_no_known_issue(void **state)
{
    const told_page list[] = {{PAGE(jumping(mussels, 2)), 1}, {PAGE(from_page(mussels_goes_on, 1)), 0}};
    link_page *pages = link_pages(*state, list, 2);
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    size_t n;
    const link_candidate *all = link_candidates(*state, r, pages, 2, 0, &pages[0].clues[0], 3, &n);
    assert_true(n == 1 && all[0].confidence > 0.9);
    pages[1].elsewhere = true;
    all = link_candidates(*state, r, pages, 2, 0, &pages[0].clues[0], 3, &n);
    assert_true(n == 1 && all[0].confidence > 0 && all[0].confidence <= 0.5);
}

static void knows_the_next_page(void **state)
{
    LINKS("1j0 -> 2.0: continues on page 2: Welders Turn to Shellfish\n", {PAGE(jumping(mussels, -1)), 1},
          {PAGE(from_page(mussels_goes_on, -1)), 2});
    LINKS("3j0: page 4 of Vol. 5 No. 191, 17-18 May 2025, is not in this archive\n",
          {PAGE(jumping(mussels, -1)), 3});
}

static void looks_on_pages_without_a_number(void **state)
{
    LINKS("1j0 -> 0.0: continues on a page without a number: Welders Turn to Shellfish\n",
          {PAGE(jumping(mussels, 2)), 1}, {PAGE(from_page(mussels_goes_on, 1)), 0});
}

static void uses_the_jump_word(void **state)
{
    told first = jumping(robots, 2), second = jumping(robots, 2);
    first.word = "KITCHEN";
    second.word = "CHARGER";
    told a = {.headline = "Charger", .body = "It is slow.", .continued_from = 1};
    told b = {.headline = "Kitchen", .body = "It is hot.", .continued_from = 1};
    LINKS("1j0 -> 2.1: continues on page 2: Kitchen\n1j1 -> 2.0: continues on page 2: Charger\n",
          {PAGE(first, second), 1}, {PAGE(a, b), 2});
}

static void links_teasers(void **state)
{
    page *front = PAGE(jumping(mussels, 2));
    add_teaser(front, "ROBOTS GO TO SCHOOL", 2);
    add_teaser(front, "LOST RIVERS OF THE KARST", 2);
    add_teaser(front, "NOTHING OF THE KIND", 2);
    add_teaser(front, "NOTHING OF THE KIND", 3);
    LINKS("1j0 -> 2.2: continues on page 2: Welders Turn to Shellfish\n"
          "1t0 -> 2.0: is on page 2: Robots Go to School\n"
          "1t1 -> 2.1: is on page 2: Following the Lost Rivers of the Karst\n"
          "1t2: page 2 is there, but no story on it fits for sure\n"
          "1t3: page 3 of Vol. 5 No. 191, 17-18 May 2025, is not in this archive\n",
          {front, 1}, {PAGE(robots, karst, from_page(mussels_goes_on, 1)), 2});
}

static void takes_thousands_of_markers(void **state)
{
    enum { N = 3000 };
    told *stories = calloc(N, sizeof *stories);
    assert_non_null(stories);
    for (size_t i = 0; i < N; i++)
        stories[i] = from_page(jumping(mussels, 1), 1);
    const told_page pages[] = {{page_with(*state, stories, N), 1}};
    size_t n_links;
    rarity *r = rarity_new(*state, 1000, pages_with, NULL);
    link_issue(*state, r, &may_issue, link_pages(*state, pages, 1), 1, &n_links);
    assert_int_equal(n_links, N);
    free(stories);
}

static void assigns_one_to_one(void **state)
{
    /* the first row likes both columns, the second only the first one */
    const double scores[] = {5, 4, 5, -20};
    const double *p = link_assign(*state, scores, 2, 2);
    assert_true(p[1] > 0.7 && p[2] > 0.7);
    assert_true(p[0] < 0.3 && p[3] < 0.001);
    /* no telling which */
    const double even[] = {5, 5, 5, 5};
    p = link_assign(*state, even, 2, 2);
    for (int i = 0; i < 4; i++)
        assert_true(p[i] > 0.4 && p[i] < 0.51);
    const double none[] = {-20, -20};
    p = link_assign(*state, none, 1, 2);
    assert_true(p[0] <= 0 && p[1] <= 0);
    assert_true(link_assign(*state, NULL, 0, 0) != NULL);
    assert_true(link_assign(*state, NULL, 1, 0) != NULL);
}

static void sums_over_all_assignments(void **state)
{
    /* one row against one column: plain odds */
    const double *p = link_assign(*state, (const double[]){0}, 1, 1);
    assert_true(p[0] > 0.499 && p[0] < 0.501);
    /* a ring too wide to be weighed exactly: still each row its own column */
    enum { WIDE = 20 };
    double scores[WIDE * WIDE];
    for (int r = 0; r < WIDE; r++)
        for (int c = 0; c < WIDE; c++)
            scores[r * WIDE + c] = c == (r + 3) % WIDE ? 9 : c == r ? 1 : -20;
    p = link_assign(*state, scores, WIDE, WIDE);
    for (int r = 0; r < WIDE; r++)
        assert_true(p[r * WIDE + (r + 3) % WIDE] > 0.9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(links_jumps_to_their_stories),
        UNIT_TEST(names_the_missing_page),
        UNIT_TEST(links_nothing_that_does_not_fit),
        UNIT_TEST(finds_a_story_that_lost_its_continued_line),
        UNIT_TEST(follows_a_chain),
        UNIT_TEST(follows_a_story_back_to_an_earlier_page),
        UNIT_TEST(does_not_lead_a_story_back_to_its_beginning),
        UNIT_TEST(is_no_surer_than_the_placing),
        UNIT_TEST(tells_what_comes_near),
        UNIT_TEST(a_teaser_needs_less),
        UNIT_TEST(a_lost_page_number_takes_what_others_leave),
        UNIT_TEST(a_story_from_another_page_hardly_fits),
        UNIT_TEST(a_story_on_the_page_that_is_named_fits_better),
        UNIT_TEST(is_as_sure_as_the_two_pages_belong_together),
        UNIT_TEST(offers_all_stories_best_first),
        UNIT_TEST(offers_a_story_on_another_page_last),
        UNIT_TEST(is_not_sure_of_a_page_of_no_known_issue),
        UNIT_TEST(knows_the_next_page),
        UNIT_TEST(looks_on_pages_without_a_number),
        UNIT_TEST(uses_the_jump_word),
        UNIT_TEST(links_teasers),
        UNIT_TEST(takes_thousands_of_markers),
        UNIT_TEST(assigns_one_to_one),
        UNIT_TEST(sums_over_all_assignments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
