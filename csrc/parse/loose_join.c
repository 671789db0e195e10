#include "parse/loose_join.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "parse/loose_merge.h"

/* Below that a page stays loose. */
static const double least_confidence = 0.5;

enum { MOST_ROUNDS = 64 };

static void put_page(group *g, int32_t number, int32_t page_index)
{
    g->page_at[number] = page_index + 1;
    g->last = number > g->last ? number : g->last;
}

static void make_groups(joining *k, size_t n_issues)
{
    k->groups = arena_array(k->mem, n_issues + k->n_pages, sizeof *k->groups);
    k->group_of = arena_array(k->mem, k->n_pages, sizeof *k->group_of);
    k->number_of = arena_array(k->mem, k->n_pages, sizeof *k->number_of);
    k->sure = arena_array(k->mem, k->n_pages, sizeof *k->sure);
    for (size_t i = 0; i < n_issues; i++)
        k->groups[i] = (group){.issue = (int32_t)i, .alone = -1};
    k->n_groups = n_issues;
    for (size_t i = 0; i < k->n_pages; i++) {
        const clue_page *p = &k->leads->pages[i];
        int32_t number = p->number > 0 && p->number <= MOST_PAGE_NUMBER ? p->number : 0;
        bool alone = p->issue < 0 || !p->number;
        k->group_of[i] = alone ? (int32_t)k->n_groups++ : p->issue;
        k->number_of[i] = number;
        k->sure[i] = 1;
        group *g = &k->groups[k->group_of[i]];
        if (alone)
            *g = (group){.issue = p->issue, .alone = (int32_t)i};
        k->n_loose += p->issue < 0;
        if (number && !g->page_at[number])
            put_page(g, number, (int32_t)i);
    }
}

/* What nothing in its own issue answers. */
static bool is_open(const joining *k, const lead *l)
{
    const clue_page *p = &k->leads->pages[l->page];
    if (p->issue < 0 || !p->number)
        return true;
    if (l->head.kind == CLUE_STORY || k->number_of[l->page] == 0)
        return false;
    int32_t other = l->head.page;
    if (other < 0)
        other = k->number_of[l->page] + (clue_kind_goes_out(l->head.kind) ? 1 : -1);
    return other > 0 && other <= MOST_PAGE_NUMBER && !k->groups[p->issue].page_at[other];
}

static void open_leads(joining *k)
{
    for (size_t i = 0; i < k->leads->n; i++)
        k->leads->items[i].open = is_open(k, &k->leads->items[i]);
}

/* What a merge takes, which no other can take too: a story, a number in a group, a page alone; and the odds
 * of all that want it. */
typedef struct stake {
    uint64_t what; /* plus 1; 0 for an empty slot */
    double odds;
} stake;

enum { STAKE_STORY, STAKE_NUMBER, STAKE_ISSUE };

typedef struct stakes {
    stake *slots;
    size_t n_slots;
    uint32_t *taken; /* slots, merge by merge */
    size_t n_taken, capacity;
} stakes;

static void take(joining *k, stakes *s, int kind, uint32_t what, int32_t number, double odds)
{
    uint64_t key = ((uint64_t)kind << 56 | (uint64_t)(uint32_t)number << 40 | what) + 1;
    size_t at = key * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (s->n_slots - 1);
    while (s->slots[at].what && s->slots[at].what != key)
        at = (at + 1) & (s->n_slots - 1);
    s->slots[at].what = key;
    s->slots[at].odds += odds;
    s->taken = arena_grow(k->mem, s->taken, s->n_taken, &s->capacity, sizeof *s->taken);
    s->taken[s->n_taken++] = (uint32_t)at;
}

static void take_all(joining *k, stakes *s, const merge *m)
{
    double odds = exp(m->score);
    for (size_t i = m->first; i < m->first + m->n; i++) {
        take(k, s, STAKE_STORY, k->pairs[i].from, 0, odds);
        take(k, s, STAKE_STORY, k->pairs[i].to, 0, odds);
    }
    if (m->number_b)
        take(k, s, STAKE_NUMBER, (uint32_t)m->a, m->number_b, odds);
    if (m->number_a)
        take(k, s, STAKE_NUMBER, (uint32_t)m->b, m->number_a, odds);
    if (group_has_issue(&k->groups[m->a]))
        take(k, s, STAKE_ISSUE, (uint32_t)m->b, 0, odds);
    if (group_has_issue(&k->groups[m->b]))
        take(k, s, STAKE_ISSUE, (uint32_t)m->a, 0, odds);
}

/* How probable each is, beside what contradicts it most and that none is true. */
static void compare_all(joining *k)
{
    enum { MOST_STAKES = 4 }; /* of a merge, beside two for each pair */
    stakes s = {.n_slots = 64};
    while (s.n_slots < 2 * (2 * k->n_open_pairs + MOST_STAKES * k->n_merges))
        s.n_slots *= 2;
    s.slots = arena_array(k->mem, s.n_slots, sizeof *s.slots);
    size_t *end = arena_array(k->mem, k->n_merges, sizeof *end);
    for (size_t i = 0; i < k->n_merges; i++) {
        take_all(k, &s, &k->merges[i]);
        end[i] = s.n_taken;
    }
    for (size_t i = 0, at = 0; i < k->n_merges; i++) {
        double odds = exp(k->merges[i].score), rivals = 0;
        for (; at < end[i]; at++)
            rivals = fmax(rivals, s.slots[s.taken[at]].odds - odds);
        k->merges[i].confidence = odds / (1 + odds + rivals);
    }
}

static int compare_merges(const merge *a, const merge *b)
{
    int order = (a->a > b->a) - (a->a < b->a);
    order = order ? order : (a->b > b->b) - (a->b < b->b);
    order = order ? order : (a->number_a > b->number_a) - (a->number_a < b->number_a);
    return order ? order : (a->number_b > b->number_b) - (a->number_b < b->number_b);
}

static int surest_first(const void *x, const void *y)
{
    const merge *a = x, *b = y;
    int order = (a->confidence < b->confidence) - (a->confidence > b->confidence);
    return order ? order : compare_merges(a, b);
}

static void set_number(joining *k, group *g, int32_t number)
{
    if (g->alone < 0)
        return;
    k->number_of[g->alone] = number;
    put_page(g, number, g->alone);
    g->alone = -1;
}

/* The pages of a group are where they are only if the merge is right. */
static void make_less_sure(joining *k, const group *g, double confidence)
{
    for (int32_t n = 1; n <= g->last; n++) {
        double *sure = g->page_at[n] ? &k->sure[g->page_at[n] - 1] : NULL;
        if (sure)
            *sure = confidence < *sure ? confidence : *sure;
    }
}

static void move_pages(joining *k, const group *from, group *into)
{
    for (int32_t n = 1; n <= from->last; n++) {
        if (!from->page_at[n])
            continue;
        put_page(into, n, from->page_at[n] - 1);
        k->group_of[from->page_at[n] - 1] = (int32_t)(into - k->groups);
    }
}

static void make(joining *k, const merge *m)
{
    group *a = &k->groups[m->a], *b = &k->groups[m->b], *home = (group *)merge_home(k, m);
    group *into = group_has_issue(b) ? b : a, *from = into == a ? b : a;
    set_number(k, a, m->number_a);
    set_number(k, b, m->number_b);
    make_less_sure(k, from, m->confidence);
    if (home || !group_has_issue(into))
        make_less_sure(k, into, m->confidence);
    move_pages(k, from, into);
    if (home)
        move_pages(k, into, home);
    for (size_t i = m->first; i < m->first + m->n; i++) {
        const lead_pair *p = &k->pairs[i];
        k->answered[p->from] = k->answered[p->to] = true;
        k->made = arena_grow(k->mem, k->made, k->n_made, &k->made_capacity, sizeof *k->made);
        k->made[k->n_made++] = *p;
    }
}

/* Makes all merges that are sure and do not touch each other; false when there is none. */
static bool make_sure_ones(joining *k)
{
    bool *touched = arena_array(k->mem, k->n_groups, sizeof *touched);
    size_t n = 0;
    for (size_t i = 0; i < k->n_merges; i++)
        if (k->merges[i].confidence >= least_confidence)
            k->merges[n++] = k->merges[i];
    if (n)
        qsort(k->merges, n, sizeof *k->merges, surest_first);
    for (size_t i = 0; i < n; i++) {
        const merge *m = &k->merges[i];
        if (touched[m->a] || touched[m->b])
            continue;
        touched[m->a] = touched[m->b] = true;
        make(k, m);
    }
    return n > 0;
}

static void add_reason(const joining *k, buf *out, size_t start, const lead_pair *p, bool from)
{
    buf_addf(out, "%s%s page %d: ", out->len > start ? "; " : "", from ? "goes on on" : "goes on from",
             from ? p->to_number : p->from_number);
    pair_explain(k->rarity, lead_clue(k->leads, p->from), lead_clue(k->leads, p->to), out);
}

void loose_describe(const loose_joined *joined, size_t page_index, buf *out)
{
    const joining *k = joined->from;
    size_t n = joined->pages[page_index].n_made;
    buf_addf(out, "placed by %zu link%s: ", n, n == 1 ? "" : "s");
    size_t start = out->len;
    for (size_t i = 0; i < k->n_made; i++) {
        const lead_pair *p = &k->made[i];
        if (p->from_page == (int32_t)page_index || p->to_page == (int32_t)page_index)
            add_reason(k, out, start, p, p->from_page == (int32_t)page_index);
    }
}

/* A hash of the pairs that placed a page: their clues, the other page, and the number that it has. */
static void note_made(const joining *k, loose_joined *result)
{
    const leads *l = k->leads;
    for (size_t i = 0; i < k->n_made; i++) {
        const lead_pair *p = &k->made[i];
        const lead_score *score = lead_scores_find(k->scores, p->from, p->to);
        for (int side = 0; side < 2; side++) {
            int32_t at = side ? p->to_page : p->from_page;
            joined_page *j = &result->pages[at];
            if (l->pages[at].issue >= 0 && l->pages[at].number)
                continue;
            j->n_made++;
            j->made = hash_mix(hash_mix(j->made, (uint64_t)(p->from - l->first[p->from_page])),
                               (uint64_t)(p->to - l->first[p->to_page]));
            j->made =
                hash_mix(hash_mix(j->made, l->states[side ? p->from_page : p->to_page]),
                         (uint64_t)(uint32_t)(side ? p->from_number : p->to_number) << 1 | (uint64_t)side);
            j->made_anew |= !score || score->new;
        }
    }
}

static loose_joined *collect(joining *k)
{
    loose_joined *result = arena_alloc(k->mem, sizeof *result);
    result->from = k;
    result->pages = arena_array(k->mem, k->n_pages, sizeof *result->pages);
    result->first_pages = arena_array(k->mem, k->n_pages, sizeof *result->first_pages);
    for (size_t i = 0; i < k->n_pages; i++) {
        group *g = &k->groups[k->group_of[i]];
        if (g->issue < 0 && g->alone < 0) {
            g->issue = (int32_t)(k->n_issues + result->n_issues);
            result->first_pages[result->n_issues++] = (int32_t)i;
        }
        result->pages[i] = (joined_page){.issue = g->issue, .number = k->number_of[i], .sure = k->sure[i]};
    }
    note_made(k, result);
    return result;
}

joining *loose_open(arena *mem, rarity *r, leads *l, lead_scores *scores, size_t n_issues)
{
    joining *k = arena_alloc(mem, sizeof *k);
    *k = (joining){
        .mem = mem, .rarity = r, .leads = l, .scores = scores, .n_pages = l->n_pages, .n_issues = n_issues};
    make_groups(k, n_issues);
    open_leads(k);
    k->answered = arena_array(mem, l->n, sizeof *k->answered);
    k->matched = arena_array(mem, l->n, sizeof *k->matched);
    return k;
}

loose_joined *loose_join(joining *k, const lead_pair *pairs, size_t n_pairs)
{
    k->open_pairs = arena_array(k->mem, n_pairs, sizeof *k->open_pairs);
    k->n_open_pairs = n_pairs;
    if (n_pairs)
        memcpy(k->open_pairs, pairs, n_pairs * sizeof *pairs);
    for (int round = 0; round < MOST_ROUNDS; round++) {
        merges_list(k);
        compare_all(k);
        if (!make_sure_ones(k))
            break;
    }
    return collect(k);
}
