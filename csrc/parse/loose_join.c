#include "parse/loose_join.h"

#include <math.h>
#include <stdlib.h>

/* Below that a page stays loose. */
static const double least_confidence = 0.5;

/* Log odds: a jump to a page that has no such story, and the other way round; a teaser likewise. */
static const double weight_unanswered = -2.5, weight_unanswered_teaser = -1.0;
static const double most_score = 30;

enum { MOST_ROUNDS = 64 };

/* Pages that belong together, at most one for each number.  A page alone may have none. */
typedef struct group {
    int32_t issue;                         /* -1: none; of a page alone, the only one that it may join */
    int32_t alone;                         /* the page, when its issue or its number is not known; else -1 */
    int32_t page_at[MOST_PAGE_NUMBER + 1]; /* index plus 1; 0 none */
    int32_t last;                          /* the highest number; 0 none */
} group;

/* Two groups that may be one. */
typedef struct merge {
    int32_t a, b;
    int32_t number_a, number_b; /* of a page alone; 0 for a group of several */
    size_t first, n;            /* its pairs */
    double score, confidence;
} merge;

struct joining {
    arena *mem;
    leads *leads;
    lead_scores *scores;
    size_t n_pages;
    bool *answered; /* leads */
    bool *matched;  /* leads, by the merge that is looked at */
    rarity *rarity;
    lead_pair *open_pairs; /* all that may still be one story */
    size_t n_open_pairs;
    lead_pair *pairs; /* of the merges */
    group *groups;
    size_t n_groups;
    int32_t *group_of;
    int32_t *number_of;
    merge *merges;
    size_t n_merges;
    int64_t n_loose; /* pages */
    double *sure;    /* of a page: how probable it is that it was rightly joined */
    lead_pair *made; /* the pairs that placed pages */
    size_t n_made, made_capacity;
    size_t n_issues;
};

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

/* One that others are joined to: its pages have their numbers. */
static bool has_issue(const group *g)
{
    return g->issue >= 0 && g->alone < 0;
}

static bool may_join(const group *a, const group *b)
{
    if (has_issue(a) || has_issue(b))
        return !(has_issue(a) && has_issue(b)) && (a->issue < 0 || b->issue < 0 || a->issue == b->issue);
    return a->issue < 0 || b->issue < 0;
}

/* The merge that a pair stands for; false when it cannot be any more. */
static bool merge_of(const joining *k, const lead_pair *p, merge *m)
{
    if (k->answered[p->from] || k->answered[p->to])
        return false;
    int32_t from = k->group_of[p->from_page], to = k->group_of[p->to_page];
    int32_t n_from = k->number_of[p->from_page], n_to = k->number_of[p->to_page];
    if (from == to || !may_join(&k->groups[from], &k->groups[to]) || (n_from && n_from != p->from_number) ||
        (n_to && n_to != p->to_number))
        return false;
    *m = (merge){.a = from, .b = to};
    m->number_a = k->groups[from].alone >= 0 ? p->from_number : 0;
    m->number_b = k->groups[to].alone >= 0 ? p->to_number : 0;
    if (m->a > m->b)
        *m = (merge){.a = to, .b = from, .number_a = m->number_b, .number_b = m->number_a};
    return true;
}

static int32_t page_at(const group *g, int32_t number_alone, int32_t number)
{
    if (g->alone >= 0)
        return number == number_alone ? g->alone + 1 : 0;
    return g->page_at[number];
}

static int32_t last_number(const group *g, int32_t number_alone)
{
    return g->alone >= 0 ? number_alone : g->last;
}

/* A page of an issue whose number nothing told comes home to it with what it is joined to. */
static const group *home_of(const joining *k, const merge *m)
{
    const group *a = &k->groups[m->a], *b = &k->groups[m->b];
    if (a->issue >= 0 && !has_issue(a) && !has_issue(b))
        return &k->groups[a->issue];
    return b->issue >= 0 && !has_issue(a) && !has_issue(b) ? &k->groups[b->issue] : NULL;
}

static bool numbers_clash(const joining *k, const merge *m)
{
    const group *home = home_of(k, m);
    for (int32_t n = 1; home && n <= home->last; n++)
        if (home->page_at[n] &&
            (page_at(&k->groups[m->a], m->number_a, n) || page_at(&k->groups[m->b], m->number_b, n)))
            return true;
    int32_t last = last_number(&k->groups[m->a], m->number_a);
    for (int32_t n = 1; n <= last; n++)
        if (page_at(&k->groups[m->a], m->number_a, n) && page_at(&k->groups[m->b], m->number_b, n))
            return true;
    return false;
}

/* A pair and the merge that it stands for, in little space: they are sorted. */
typedef struct claim {
    uint64_t groups; /* both */
    double score;
    uint32_t from, to, index; /* of the pair: leads, and among the open ones */
    uint16_t numbers;         /* both */
} claim;

static int compare_merges(const merge *a, const merge *b)
{
    int order = (a->a > b->a) - (a->a < b->a);
    order = order ? order : (a->b > b->b) - (a->b < b->b);
    order = order ? order : (a->number_a > b->number_a) - (a->number_a < b->number_a);
    return order ? order : (a->number_b > b->number_b) - (a->number_b < b->number_b);
}

static int by_merge(const void *x, const void *y)
{
    const claim *a = x, *b = y;
    int order = (a->groups > b->groups) - (a->groups < b->groups);
    order = order ? order : (a->numbers > b->numbers) - (a->numbers < b->numbers);
    order = order ? order : (a->score < b->score) - (a->score > b->score);
    order = order ? order : (a->from > b->from) - (a->from < b->from);
    return order ? order : (a->to > b->to) - (a->to < b->to);
}

/* The page, on the other side of a merge, that a lead of page number n speaks of: its index; -1 none. */
static int32_t page_spoken_of(const joining *k, const merge *m, bool from_a, const clue_head *c, int32_t n)
{
    int32_t number = c->page < 0 ? n + (clue_kind_goes_out(c->kind) ? 1 : -1) : c->page;
    if (number < 1 || number > MOST_PAGE_NUMBER || c->kind == CLUE_STORY)
        return -1;
    return page_at(&k->groups[from_a ? m->b : m->a], from_a ? m->number_b : m->number_a, number) - 1;
}

/* Of the continued stories of a page that are left, the one that goes best with a jump of page number n. */
static size_t best_left(const joining *k, size_t jump_lead, int32_t page_index, int32_t n, double *score)
{
    size_t best = SIZE_MAX;
    for (size_t i = k->leads->first[page_index]; i < k->leads->first[page_index + 1]; i++) {
        const clue_head *c = &k->leads->items[i].head;
        if (c->kind != CLUE_CONTINUED || k->answered[i] || k->matched[i] || (c->page > 0 && c->page != n))
            continue;
        double fits = lead_scores_of(k->scores, (uint32_t)jump_lead, (uint32_t)i, false);
        if (best != SIZE_MAX && fits <= *score)
            continue;
        best = i;
        *score = fits;
    }
    return best;
}

/* What stands on one side and speaks of a page of the other where nothing was found to answer it: a jump and
 * a continued story that share little may still be one, which is better than that both are broken. */
static double score_left(joining *k, const merge *m, bool from_a, bool break_them)
{
    const group *own = &k->groups[from_a ? m->a : m->b];
    int32_t own_number = from_a ? m->number_a : m->number_b;
    double score = 0;
    for (int32_t n = 1; n <= last_number(own, own_number); n++) {
        int32_t at = page_at(own, own_number, n) - 1;
        for (size_t i = at < 0 ? 0 : k->leads->first[at]; at >= 0 && i < k->leads->first[at + 1]; i++) {
            const clue_head *c = &k->leads->items[i].head;
            /* what has its answer in the own issue speaks of none */
            int32_t other = k->leads->items[i].open ? page_spoken_of(k, m, from_a, c, n) : -1;
            if (other < 0 || k->answered[i] || k->matched[i])
                continue;
            if (break_them) {
                score += c->kind == CLUE_TEASER ? weight_unanswered_teaser : weight_unanswered;
                continue;
            }
            double fits = 0;
            size_t answer = c->kind == CLUE_JUMP ? best_left(k, i, other, n, &fits) : SIZE_MAX;
            if (answer == SIZE_MAX || fits < 2 * weight_unanswered)
                continue;
            score += fits;
            k->matched[i] = k->matched[answer] = true;
        }
    }
    return score;
}

static void forget_matched(joining *k, const merge *m)
{
    for (int side = 0; side < 2; side++) {
        const group *g = &k->groups[side ? m->b : m->a];
        for (int32_t n = 0; n <= g->last; n++) {
            int32_t at = n ? g->page_at[n] - 1 : g->alone;
            for (size_t i = at < 0 ? 0 : k->leads->first[at]; at >= 0 && i < k->leads->first[at + 1]; i++)
                k->matched[i] = false;
        }
    }
}

/* Keeps of a merge's pairs the surest for each story, and sums up. */
static void weigh(joining *k, merge *m)
{
    size_t n = 0;
    for (size_t i = m->first; i < m->first + m->n; i++) {
        lead_pair p = k->pairs[i];
        if (k->matched[p.from] || k->matched[p.to])
            continue;
        k->matched[p.from] = k->matched[p.to] = true;
        m->score += p.score;
        k->pairs[m->first + n++] = p;
    }
    m->n = n;
    m->score += score_left(k, m, true, false) + score_left(k, m, false, false);
    m->score += score_left(k, m, true, true) + score_left(k, m, false, true);
    if (k->groups[m->a].issue != k->groups[m->b].issue || k->groups[m->a].issue < 0)
        m->score += pair_of_pages(k->n_loose);
    m->score = m->score < most_score ? m->score : most_score;
    forget_matched(k, m);
}

static claim claim_of(const merge *m, const lead_pair *p, size_t index)
{
    return (claim){.groups = (uint64_t)m->a << 32 | (uint32_t)m->b,
                   .numbers = (uint16_t)(m->number_a << 8 | m->number_b),
                   .score = p->score,
                   .from = p->from,
                   .to = p->to,
                   .index = (uint32_t)index};
}

static merge merge_claimed(const claim *c)
{
    return (merge){.a = (int32_t)(c->groups >> 32),
                   .b = (int32_t)(uint32_t)c->groups,
                   .number_a = c->numbers >> 8,
                   .number_b = c->numbers & 0xFF};
}

/* Drops pairs that cannot be one story any more: it never can again. */
static claim *list_claims(joining *k)
{
    claim *claims = arena_array(k->mem, k->n_open_pairs, sizeof *claims);
    size_t n = 0;
    for (size_t i = 0; i < k->n_open_pairs; i++) {
        lead_pair pair = k->open_pairs[i];
        merge m;
        if (!merge_of(k, &pair, &m) || numbers_clash(k, &m))
            continue;
        claims[n] = claim_of(&m, &pair, n);
        k->open_pairs[n++] = pair;
    }
    k->n_open_pairs = n;
    return claims;
}

/* All merges that come into question now. */
static void list_merges(joining *k)
{
    claim *claims = list_claims(k);
    size_t n = k->n_open_pairs;
    if (n)
        qsort(claims, n, sizeof *claims, by_merge);
    k->pairs = arena_array(k->mem, n, sizeof *k->pairs);
    k->merges = arena_array(k->mem, n, sizeof *k->merges);
    k->n_merges = 0;
    for (size_t i = 0, end; i < n; i = end) {
        merge m = merge_claimed(&claims[i]);
        m.first = i;
        for (end = i;
             end < n && claims[i].groups == claims[end].groups && claims[i].numbers == claims[end].numbers;
             end++)
            k->pairs[end] = k->open_pairs[claims[end].index];
        m.n = end - i;
        weigh(k, &m);
        k->merges[k->n_merges++] = m;
    }
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
    if (has_issue(&k->groups[m->a]))
        take(k, s, STAKE_ISSUE, (uint32_t)m->b, 0, odds);
    if (has_issue(&k->groups[m->b]))
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
    group *a = &k->groups[m->a], *b = &k->groups[m->b], *home = (group *)home_of(k, m);
    group *into = has_issue(b) ? b : a, *from = into == a ? b : a;
    set_number(k, a, m->number_a);
    set_number(k, b, m->number_b);
    make_less_sure(k, from, m->confidence);
    if (home || !has_issue(into))
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

static uint64_t mix(uint64_t state, uint64_t value)
{
    state = (state ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return state ^ state >> 29;
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
            j->made = mix(mix(j->made, (uint64_t)(p->from - l->first[p->from_page])),
                          (uint64_t)(p->to - l->first[p->to_page]));
            j->made = mix(mix(j->made, l->states[side ? p->from_page : p->to_page]),
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
        list_merges(k);
        compare_all(k);
        if (!make_sure_ones(k))
            break;
    }
    return collect(k);
}
