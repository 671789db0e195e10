/* Which merges come into question, and how likely each is by itself. */
#include "parse/loose_merge.h"

#include <stdlib.h>

/* Log odds: a jump to a page that has no such story, and the other way round; a teaser likewise. */
static const double weight_unanswered = -2.5, weight_unanswered_teaser = -1.0;
static const double most_score = 30;

static bool may_join(const group *a, const group *b)
{
    if (group_has_issue(a) || group_has_issue(b))
        return !(group_has_issue(a) && group_has_issue(b)) &&
               (a->issue < 0 || b->issue < 0 || a->issue == b->issue);
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

const group *merge_home(const joining *k, const merge *m)
{
    const group *a = &k->groups[m->a], *b = &k->groups[m->b];
    if (a->issue >= 0 && !group_has_issue(a) && !group_has_issue(b))
        return &k->groups[a->issue];
    return b->issue >= 0 && !group_has_issue(a) && !group_has_issue(b) ? &k->groups[b->issue] : NULL;
}

static bool numbers_clash(const joining *k, const merge *m)
{
    const group *home = merge_home(k, m);
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

void merges_list(joining *k)
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
