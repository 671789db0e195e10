#include "parse/loose_join.h"

#include <math.h>
#include <stdlib.h>

/* Below that a page stays loose. */
static const double least_confidence = 0.5;

/* Log odds: a jump to a page that has no such story, and the other way round; a teaser likewise. */
static const double weight_unanswered = -2.5, weight_unanswered_teaser = -1.0;
static const double most_score = 30;

/* Log odds of two groups that share a likely pair and have no rival, and for each time that there are e times
 * the pages, whose likeness is too small to be looked at. */
static const double weight_any_two = 4.2, weight_loose_pages = -0.83;

/* The same for each time that there are e times fewer than that many: of a small archive most is missing. */
static const double weight_few_pages = -1.5;
enum { FEW_LOOSE_PAGES = 32 };

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
    const clue_page *pages;
    size_t n_pages;
    lead *leads;
    size_t n_leads;
    size_t *first_lead; /* by page; one more at the end */
    bool *answered;     /* leads */
    bool *matched;      /* leads, by the merge that is looked at */
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
        const clue_page *p = &k->pages[i];
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
    const clue_page *p = &k->pages[l->page];
    if (p->issue < 0 || !p->number)
        return true;
    if (l->clue->kind == CLUE_STORY || k->number_of[l->page] == 0)
        return false;
    int32_t other = l->clue->page;
    if (other < 0)
        other = k->number_of[l->page] + (clue_goes_out(l->clue) ? 1 : -1);
    return other > 0 && other <= MOST_PAGE_NUMBER && !k->groups[p->issue].page_at[other];
}

static void open_leads(joining *k)
{
    k->first_lead = arena_array(k->mem, k->n_pages + 1, sizeof *k->first_lead);
    for (size_t i = 0, at = 0; at <= k->n_pages; at++) {
        while (i < k->n_leads && (size_t)k->leads[i].page < at)
            i++;
        k->first_lead[at] = i;
    }
    for (size_t i = 0; i < k->n_leads; i++)
        k->leads[i].open = is_open(k, &k->leads[i]);
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

typedef struct claim {
    merge merge;
    lead_pair pair;
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
    int order = compare_merges(&a->merge, &b->merge);
    order = order ? order : (a->pair.score < b->pair.score) - (a->pair.score > b->pair.score);
    order = order ? order : (a->pair.from > b->pair.from) - (a->pair.from < b->pair.from);
    return order ? order : (a->pair.to > b->pair.to) - (a->pair.to < b->pair.to);
}

/* The page, on the other side of a merge, that a lead of page number n speaks of: its index; -1 none. */
static int32_t page_spoken_of(const joining *k, const merge *m, bool from_a, const clue *c, int32_t n)
{
    int32_t number = c->page < 0 ? n + (clue_goes_out(c) ? 1 : -1) : c->page;
    if (number < 1 || number > MOST_PAGE_NUMBER || c->kind == CLUE_STORY)
        return -1;
    return page_at(&k->groups[from_a ? m->b : m->a], from_a ? m->number_b : m->number_a, number) - 1;
}

/* Of the continued stories of a page that are left, the one that goes best with a jump of page number n. */
static size_t best_left(const joining *k, size_t jump_lead, int32_t page_index, int32_t n, double *score)
{
    size_t best = SIZE_MAX;
    for (size_t i = k->first_lead[page_index]; i < k->first_lead[page_index + 1]; i++) {
        const clue *c = k->leads[i].clue;
        if (c->kind != CLUE_CONTINUED || k->answered[i] || k->matched[i] || (c->page > 0 && c->page != n))
            continue;
        double fits = pair_of_jump(k->rarity, k->leads[jump_lead].clue, c);
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
        for (size_t i = at < 0 ? 0 : k->first_lead[at]; at >= 0 && i < k->first_lead[at + 1]; i++) {
            const clue *c = k->leads[i].clue;
            int32_t other = page_spoken_of(k, m, from_a, c, n);
            if (k->answered[i] || k->matched[i] || other < 0)
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
            for (size_t i = at < 0 ? 0 : k->first_lead[at]; at >= 0 && i < k->first_lead[at + 1]; i++)
                k->matched[i] = false;
        }
    }
}

static double score_any_two(const joining *k)
{
    double pages = rarity_log_pages(k->n_loose), fewer = log(FEW_LOOSE_PAGES) - pages;
    return weight_any_two + weight_loose_pages * pages + weight_few_pages * (fewer > 0 ? fewer : 0);
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
        m->score += score_any_two(k);
    m->score = m->score < most_score ? m->score : most_score;
    forget_matched(k, m);
}

/* Drops pairs that cannot be one story any more: it never can again. */
static claim *list_claims(joining *k)
{
    claim *claims = arena_array(k->mem, k->n_open_pairs, sizeof *claims);
    size_t n = 0;
    for (size_t i = 0; i < k->n_open_pairs; i++) {
        claim c = {.pair = k->open_pairs[i]};
        if (!merge_of(k, &c.pair, &c.merge) || numbers_clash(k, &c.merge))
            continue;
        k->open_pairs[n] = c.pair;
        claims[n++] = c;
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
        merge m = claims[i].merge;
        m.first = i;
        for (end = i; end < n && compare_merges(&claims[i].merge, &claims[end].merge) == 0; end++)
            k->pairs[end] = claims[end].pair;
        m.n = end - i;
        weigh(k, &m);
        k->merges[k->n_merges++] = m;
    }
}

/* What a merge takes, which no other can take too: a story, a number in a group, a page alone. */
typedef struct stake {
    uint64_t what;
    uint32_t merge;
    double odds;
} stake;

enum { STAKE_STORY, STAKE_NUMBER, STAKE_ISSUE };

static int by_what(const void *x, const void *y)
{
    const stake *a = x, *b = y;
    int order = (a->what > b->what) - (a->what < b->what);
    return order ? order : (a->merge > b->merge) - (a->merge < b->merge);
}

typedef struct stakes {
    arena *mem;
    stake *items;
    size_t n, capacity;
} stakes;

static void add_stake(stakes *s, int kind, int32_t what, int32_t number, size_t merge_index, double odds)
{
    s->items = arena_grow(s->mem, s->items, s->n, &s->capacity, sizeof *s->items);
    uint64_t key = (uint64_t)kind << 56 | (uint64_t)(uint32_t)number << 40 | (uint64_t)(uint32_t)what;
    s->items[s->n++] = (stake){key, (uint32_t)merge_index, odds};
}

static void add_stakes(const joining *k, stakes *s, size_t index)
{
    const merge *m = &k->merges[index];
    double odds = exp(m->score);
    for (size_t i = m->first; i < m->first + m->n; i++) {
        add_stake(s, STAKE_STORY, (int32_t)k->pairs[i].from, 0, index, odds);
        add_stake(s, STAKE_STORY, (int32_t)k->pairs[i].to, 0, index, odds);
    }
    if (m->number_b)
        add_stake(s, STAKE_NUMBER, m->a, m->number_b, index, odds);
    if (m->number_a)
        add_stake(s, STAKE_NUMBER, m->b, m->number_a, index, odds);
    if (has_issue(&k->groups[m->a]))
        add_stake(s, STAKE_ISSUE, m->b, 0, index, odds);
    if (has_issue(&k->groups[m->b]))
        add_stake(s, STAKE_ISSUE, m->a, 0, index, odds);
}

static void keep_most(double *most, double value)
{
    *most = value > *most ? value : *most;
}

/* How probable each is, beside what contradicts it most and that none is true. */
static void compare_all(joining *k)
{
    stakes s = {.mem = k->mem};
    double *rivals = arena_array(k->mem, k->n_merges, sizeof *rivals);
    for (size_t i = 0; i < k->n_merges; i++)
        add_stakes(k, &s, i);
    if (s.n)
        qsort(s.items, s.n, sizeof *s.items, by_what);
    for (size_t i = 0, end; i < s.n; i = end) {
        double sum = 0;
        for (end = i; end < s.n && s.items[end].what == s.items[i].what; end++)
            sum += s.items[end].odds;
        for (; i < end; i++)
            keep_most(&rivals[s.items[i].merge], sum - s.items[i].odds);
    }
    for (size_t i = 0; i < k->n_merges; i++) {
        double odds = exp(k->merges[i].score);
        k->merges[i].confidence = odds / (1 + odds + rivals[i]);
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
    bool any = false;
    bool *touched = arena_array(k->mem, k->n_groups, sizeof *touched);
    if (k->n_merges)
        qsort(k->merges, k->n_merges, sizeof *k->merges, surest_first);
    for (size_t i = 0; i < k->n_merges && k->merges[i].confidence >= least_confidence; i++) {
        const merge *m = &k->merges[i];
        if (touched[m->a] || touched[m->b])
            continue;
        touched[m->a] = touched[m->b] = true;
        make(k, m);
        any = true;
    }
    return any;
}

static void add_reason(const joining *k, buf *out, const lead_pair *p, bool from)
{
    buf_addf(out, "%s%s page %d: ", out->len ? "; " : "", from ? "goes on on" : "goes on from",
             from ? p->to_number : p->from_number);
    pair_explain(k->rarity, k->leads[p->from].clue, k->leads[p->to].clue, out);
}

static void describe(const joining *k, loose_joined *result)
{
    buf *reasons = arena_array(k->mem, k->n_pages, sizeof *reasons);
    int *counts = arena_array(k->mem, k->n_pages, sizeof *counts);
    for (size_t i = 0; i < k->n_made; i++)
        for (int side = 0; side < 2; side++) {
            int32_t at = side ? k->made[i].to_page : k->made[i].from_page;
            if (k->pages[at].issue >= 0 && k->pages[at].number)
                continue;
            reasons[at].mem = k->mem;
            counts[at]++;
            add_reason(k, &reasons[at], &k->made[i], side == 0);
        }
    for (size_t i = 0; i < k->n_pages; i++) {
        buf evidence = buf_in(k->mem);
        if (!counts[i])
            continue;
        buf_addf(&evidence, "placed by %d link%s: ", counts[i], counts[i] == 1 ? "" : "s");
        buf_add(&evidence, buf_str(&reasons[i]));
        result->pages[i].evidence = buf_str(&evidence);
    }
}

static loose_joined *collect(joining *k)
{
    loose_joined *result = arena_alloc(k->mem, sizeof *result);
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
    describe(k, result);
    return result;
}

joining *loose_open(arena *mem, rarity *r, const clue_page *pages, size_t n_pages, lead *leads,
                    size_t n_leads, size_t n_issues)
{
    joining *k = arena_alloc(mem, sizeof *k);
    *k = (joining){.mem = mem,
                   .rarity = r,
                   .pages = pages,
                   .n_pages = n_pages,
                   .leads = leads,
                   .n_leads = n_leads,
                   .n_issues = n_issues};
    make_groups(k, n_issues);
    open_leads(k);
    k->answered = arena_array(mem, n_leads, sizeof *k->answered);
    k->matched = arena_array(mem, n_leads, sizeof *k->matched);
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
