/* Placing by stories with what is known from before gives what it gives from nothing, whatever became rarer
 * or commoner and whichever pages changed. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "parse/lead.h"
#include "parse/loose.h"

enum {
    N_PAGES = 24,
    N_CLUES = 4,
    N_WORDS = 60,
    N_HEAD_WORDS = 20,
    N_SEQUENCES = 300,
    N_STEPS = 4,
    MOST_USES = 20000
};

/* So many pages there are said to be, of which the counts of words are a part. */
enum { ALL_PAGES = 1000, MOST_LOST = 7 };

typedef struct version {
    clue clues[N_CLUES];
    page_clues heads;
    uint64_t text; /* a hash; 0 for none */
} version;

typedef struct world {
    arena *mem;
    unsigned seed;
    int64_t counts[N_WORDS], old_counts[N_WORDS];
    place_evidence evidence[N_PAGES];
    version pages[N_PAGES], others[N_PAGES]; /* as they are, and as they were before */
    kept_use uses[2][MOST_USES];             /* in no order; some do not hold any more */
    size_t n_uses[2];
} world;

static int any(world *w, int n)
{
    return (int)(rand_r(&w->seed) % (unsigned)n);
}

static uint32_t key_of(int word)
{
    return (uint32_t)(word + 1) * (CLUE_USES + 1);
}

static clue_words any_words(world *w, int most, int n_words)
{
    uint32_t *items = arena_array(w->mem, (size_t)most, sizeof *items);
    size_t n = 0;
    for (int word = any(w, n_words / most); word < n_words && n < (size_t)most;
         word += 1 + any(w, 2 * n_words / most))
        items[n++] = key_of(word) | (uint32_t)any(w, CLUE_USES + 1);
    return (clue_words){items, n};
}

/* A front page has jumps, another one stories. */
static void write_page(world *w, int at)
{
    static const clue_kind fronts[] = {CLUE_JUMP, CLUE_JUMP, CLUE_TEASER, CLUE_STORY};
    static const clue_kind others[] = {CLUE_CONTINUED, CLUE_CONTINUED, CLUE_STORY, CLUE_STORY};
    clue_head *heads = arena_array(w->mem, N_CLUES, sizeof *heads);
    bool front = at % 2 == 0;
    for (int i = 0; i < N_CLUES; i++) {
        clue_kind kind = (front ? fronts : others)[i];
        clue *c = &w->pages[at].clues[i];
        *c = (clue){.kind = kind,
                    .index = i,
                    .article = kind == CLUE_TEASER ? -1 : i,
                    .page = kind == CLUE_CONTINUED ? 1
                            : kind == CLUE_STORY   ? 0
                                                   : 2 + any(w, 2),
                    .byline = kind == CLUE_STORY && any(w, 2)};
        c->headline = any_words(w, 1 + any(w, 4), N_HEAD_WORDS);
        if (kind != CLUE_TEASER)
            c->text = any_words(w, 8, N_WORDS);
        heads[i] = clue_head_of(c);
    }
    w->pages[at].heads = (page_clues){heads, N_CLUES};
    w->pages[at].text = (uint64_t)rand_r(&w->seed) << 32 | (unsigned)rand_r(&w->seed);
}

static void make_pages(world *w)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    for (int at = 0; at < N_PAGES; at++) {
        write_page(w, at);
        w->evidence[at] = (place_evidence){.key = {&letters[at], 1}, .paper = STR("")};
        if (at % 2)
            continue;
        const date day = {2025, 1 + at / 2, 3};
        w->evidence[at].number = 100 + at;
        w->evidence[at].page_number = 1;
        w->evidence[at].first = w->evidence[at].last = day;
    }
}

/* Near to where words become rarer, and to where they tell something. */
static int64_t any_count(world *w)
{
    static const int near[] = {4, 8, 16, 32, 64, 128, 256};
    int64_t count = near[any(w, 7)] + any(w, 2 * MOST_LOST) - MOST_LOST;
    return count > 1 ? count : 1;
}

static int64_t pages_with(void *context, uint32_t key)
{
    const world *w = context;
    return w->counts[key / (CLUE_USES + 1) - 1];
}

static const clue *clues_of(void *source, size_t page_index, size_t n)
{
    const world *w = source;
    assert_int_equal(n, N_CLUES);
    return w->pages[page_index].clues;
}

static kept_use *uses_of(void *source, bool out, uint32_t key, size_t *n)
{
    world *w = source;
    kept_use *found = arena_array(w->mem, w->n_uses[out], sizeof *found);
    *n = 0;
    for (size_t i = 0; i < w->n_uses[out]; i++)
        if (w->uses[out][i].key == key)
            found[(*n)++] = w->uses[out][i];
    return found;
}

/* Of one page and word only the last ones are kept. */
static void forget_uses(world *w, bool out, const kept_use *new)
{
    size_t n = 0;
    for (size_t i = 0; i < w->n_uses[out]; i++)
        if (w->uses[out][i].key != new->key || w->uses[out][i].page != new->page)
            w->uses[out][n++] = w->uses[out][i];
    w->n_uses[out] = n;
}

static void keep_uses(world *w, const loose_memory *memory)
{
    for (int out = 0; out < 2; out++) {
        if (memory->all_uses)
            w->n_uses[out] = 0;
        for (size_t i = 0; !memory->all_uses && i < memory->n_uses[out]; i++)
            forget_uses(w, out, &memory->uses[out][i]);
        assert_true(w->n_uses[out] + memory->n_uses[out] <= MOST_USES);
        memcpy(w->uses[out] + w->n_uses[out], memory->uses[out],
               memory->n_uses[out] * sizeof *memory->uses[out]);
        w->n_uses[out] += memory->n_uses[out];
    }
}

static rarity_change compare_counts(world *w)
{
    rarity_change change = {.keys = arena_array(w->mem, N_WORDS, sizeof *change.keys),
                            .rarer = arena_array(w->mem, N_WORDS, sizeof *change.rarer)};
    for (int i = 0; i < N_WORDS; i++) {
        double before = rarity_of_count(ALL_PAGES, w->old_counts[i]);
        double now = rarity_of_count(ALL_PAGES, w->counts[i]);
        if (before < now || before > now)
            rarity_change_add(&change, key_of(i));
        if (before < now)
            change.rarer[change.n_rarer++] = key_of(i);
    }
    return change;
}

static loose_memory place(world *w, const loose_memory *before, places **p)
{
    const rarity_change changed = compare_counts(w);
    uint64_t texts[N_PAGES];
    page_clues heads[N_PAGES];
    for (int at = 0; at < N_PAGES; at++) {
        texts[at] = w->pages[at].text;
        heads[at] = w->pages[at].heads;
    }
    const loose_context context = {.rarity = rarity_new(w->mem, ALL_PAGES, pages_with, w),
                                   .texts = texts,
                                   .before = before,
                                   .changed_words = &changed,
                                   .clues = clues_of,
                                   .uses = uses_of,
                                   .source = w};
    *p = place_pages(w->mem, w->evidence, N_PAGES);
    return place_loose(w->mem, *p, w->evidence, heads, N_PAGES, &context);
}

static double sum_pairs(const kept_page *kept, size_t *n)
{
    double sum = 0;
    *n = 0;
    for (size_t i = 0; i < kept->n_pairs; i++) {
        const kept_pair *pair = &kept->pairs[i];
        if (!pair->found || pair->score < lead_least_score(N_PAGES))
            continue;
        sum +=
            pair->score * (1 + pair->from_clue + N_CLUES * (pair->to_clue + N_CLUES * (double)pair->to_page));
        (*n)++;
    }
    return sum;
}

static void assert_near(double a, double b)
{
    assert_true(a - b < 1e-6 && b - a < 1e-6);
}

/* How many pairs there are. */
static size_t assert_same(const places *p, const places *q, const loose_memory *a, const loose_memory *b)
{
    size_t n_all = 0;
    for (size_t i = 0; i < N_PAGES; i++) {
        size_t n, n_anew;
        assert_near(sum_pairs(&a->pages[i], &n), sum_pairs(&b->pages[i], &n_anew));
        assert_int_equal(n, n_anew);
        assert_int_equal(p->pages[i].issue, q->pages[i].issue);
        assert_int_equal(p->pages[i].page_number, q->pages[i].page_number);
        assert_near(p->pages[i].sure, q->pages[i].sure);
        n_all += n;
    }
    return n_all;
}

/* Writes it anew, or as it was. */
static void change_page(world *w, int at)
{
    const version now = w->pages[at];
    if (w->others[at].text && any(w, 2))
        w->pages[at] = w->others[at];
    else
        write_page(w, at);
    w->others[at] = now;
}

static void change_something(world *w)
{
    memcpy(w->old_counts, w->counts, sizeof w->counts);
    for (int i = 0; i < N_WORDS; i++)
        if (any(w, 4) == 0) {
            int64_t count = w->counts[i] + any(w, 2 * MOST_LOST) - MOST_LOST;
            w->counts[i] = count > 1 ? count : 1;
        }
    for (int n = any(w, 3); n > 0; n--)
        change_page(w, any(w, N_PAGES / 4));
}

static size_t change_and_compare(world *w)
{
    size_t n_pairs = 0;
    places *p, *q;
    make_pages(w);
    for (int i = 0; i < N_WORDS; i++)
        w->counts[i] = w->old_counts[i] = any_count(w);
    loose_memory known = place(w, NULL, &p);
    keep_uses(w, &known);
    for (int step = 0; step < N_STEPS; step++) {
        change_something(w);
        const loose_memory before = known, anew = place(w, NULL, &q);
        known = place(w, &before, &p);
        assert_false(known.all_uses);
        keep_uses(w, &known);
        n_pairs += assert_same(p, q, &known, &anew);
    }
    return n_pairs;
}

static void knowing_gives_what_looking_anew_gives(void **state)
{
    size_t n_pairs = 0;
    for (unsigned seed = 1; seed <= N_SEQUENCES; seed++) {
        arena mem = {0};
        world *w = arena_alloc(*state, sizeof *w);
        *w = (world){.mem = &mem, .seed = seed};
        n_pairs += change_and_compare(w);
        arena_free(&mem);
    }
    assert_true(n_pairs > N_SEQUENCES * N_STEPS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {UNIT_TEST(knowing_gives_what_looking_anew_gives)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
