/* Which merges come into question, and how likely each is by itself. */
#include "parse/loose_merge.h"

#include <stdlib.h>

/* Log odds: a jump to a page that has no such story, and the other way round; a teaser likewise. */
static const double weight_unanswered = -2.5, weight_unanswered_teaser = -1.0;
static const double most_score = 30;

/* Log odds: a pair so far behind another of the same story tells nothing. */
static const double most_behind = 5;

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
    const page_place *f = &k->places[p->from_page], *t = &k->places[p->to_page];
    int32_t from = f->group, to = t->group;
    if (from == to || !may_join(&k->groups[from], &k->groups[to]) ||
        (f->number && f->number != p->from_number) || (t->number && t->number != p->to_number))
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
    return group_page_at(g, number);
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
        if (group_page_at(home, n) &&
            (page_at(&k->groups[m->a], m->number_a, n) || page_at(&k->groups[m->b], m->number_b, n)))
            return true;
    const group *a = &k->groups[m->a], *b = &k->groups[m->b];
    if (a->alone >= 0 || b->alone >= 0)
        return a->alone >= 0 ? page_at(b, m->number_b, m->number_a) : page_at(a, m->number_a, m->number_b);
    for (int32_t n = 1; n <= a->last; n++)
        if (group_page_at(a, n) && group_page_at(b, n))
            return true;
    return false;
}

/* A pair and the merge that it stands for, in little space: they are sorted. */
typedef struct claim {
    int32_t a, b;
    double score;
    uint32_t from, to, index; /* of the pair: leads, and among the open ones */
    uint16_t numbers;         /* both */
} claim;

static int by_merge(const void *x, const void *y)
{
    const claim *a = x, *b = y;
    int order = (a->b > b->b) - (a->b < b->b);
    order = order ? order : (a->numbers > b->numbers) - (a->numbers < b->numbers);
    order = order ? order : (a->score < b->score) - (a->score > b->score);
    order = order ? order : (a->from > b->from) - (a->from < b->from);
    return order ? order : (a->to > b->to) - (a->to < b->to);
}

/* Those of one first group together, which are few. */
static void sort_claims(joining *k)
{
    const claim *claims = k->claims;
    claim *sorted = k->sorted_claims;
    size_t n = k->n_claims;
    uint32_t *end = k->last_claim;
    memset(end, 0, (k->n_groups + 1) * sizeof *end);
    for (size_t i = 0; i < n; i++)
        end[claims[i].a + 1]++;
    for (size_t i = 0; i < k->n_groups; i++)
        end[i + 1] += end[i];
    for (size_t i = 0; i < n; i++)
        sorted[end[claims[i].a]++] = claims[i];
    for (size_t i = 0, first = 0; i < k->n_groups; first = end[i++])
        if (end[i] - first > 1)
            qsort(sorted + first, end[i] - first, sizeof *sorted, by_merge);
}

static void match(joining *k, uint32_t lead_index)
{
    k->matches = arena_grow(k->mem, k->matches, k->n_matches, &k->matches_capacity, sizeof *k->matches);
    k->matches[k->n_matches++] = lead_index;
    k->matched[lead_index] = true;
}

static void forget_matched(joining *k)
{
    while (k->n_matches)
        k->matched[k->matches[--k->n_matches]] = false;
}

/* The page, on the other side of a merge, that a lead of page number n speaks of: its index; -1 none. */
static int32_t page_spoken_of(const joining *k, const merge *m, bool from_a, const speaker *s, int32_t n)
{
    int32_t number = s->page < 0 ? n + (clue_kind_goes_out(s->kind) ? 1 : -1) : s->page;
    if (number < 1 || number > MOST_PAGE_NUMBER)
        return -1;
    return page_at(&k->groups[from_a ? m->b : m->a], from_a ? m->number_b : m->number_a, number) - 1;
}

/* Notes what a page, which has number n on one side, says of one on the other. */
static void list_left_on(joining *k, const merge *m, bool from_a, int32_t page_index, int32_t n)
{
    for (size_t i = k->first_speaker[page_index]; i < k->first_speaker[page_index + 1]; i++) {
        const speaker *s = &k->speakers[i];
        int32_t other = page_spoken_of(k, m, from_a, s, n);
        if (other < 0 || k->answered[s->lead])
            continue;
        k->left = arena_grow(k->mem, k->left, k->n_left, &k->left_capacity, sizeof *k->left);
        k->left[k->n_left++] = (left_over){s, other, n};
    }
}

static void list_left(joining *k, const merge *m, bool from_a)
{
    const group *own = &k->groups[from_a ? m->a : m->b];
    if (own->alone >= 0)
        list_left_on(k, m, from_a, own->alone, from_a ? m->number_a : m->number_b);
    for (int32_t n = 1; own->alone < 0 && n <= own->last; n++)
        if (own->page_at[n])
            list_left_on(k, m, from_a, own->page_at[n] - 1, n);
}

/* Of the continued stories of a page that are left, the one that goes best with a jump of page number n. */
static uint32_t best_left(const joining *k, const left_over *from, double *score)
{
    uint32_t best = UINT32_MAX;
    for (size_t i = k->first_continued[from->other]; i < k->first_continued[from->other + 1]; i++) {
        const speaker *s = &k->continued[i];
        if (k->answered[s->lead] || k->matched[s->lead] || (s->page > 0 && s->page != from->number))
            continue;
        double fits = lead_scores_of(k->scores, from->speaker->lead, s->lead, false);
        if (best != UINT32_MAX && fits <= *score)
            continue;
        best = s->lead;
        *score = fits;
    }
    return best;
}

/* Where nothing was found to answer a jump: it and a continued story that share little may still be one,
 * which is better than that both are broken. */
static double match_left(joining *k, size_t from, size_t to)
{
    double score = 0;
    for (size_t i = from; i < to; i++) {
        const left_over *l = &k->left[i];
        if (l->speaker->kind != CLUE_JUMP || k->matched[l->speaker->lead])
            continue;
        double fits = 0;
        uint32_t answer = best_left(k, l, &fits);
        if (answer == UINT32_MAX || fits < 2 * weight_unanswered)
            continue;
        score += fits;
        match(k, l->speaker->lead);
        match(k, answer);
    }
    return score;
}

static double break_left(const joining *k, size_t from, size_t to)
{
    double score = 0;
    for (size_t i = from; i < to; i++)
        if (!k->matched[k->left[i].speaker->lead])
            score += k->left[i].speaker->kind == CLUE_TEASER ? weight_unanswered_teaser : weight_unanswered;
    return score;
}

/* For what the pages of a merge say of each other, and no pair answers. */
static double score_left(joining *k, const merge *m)
{
    k->n_left = 0;
    list_left(k, m, true);
    size_t of_a = k->n_left;
    list_left(k, m, false);
    double matched = match_left(k, 0, of_a);
    matched += match_left(k, of_a, k->n_left);
    double broken = break_left(k, 0, of_a);
    return matched + (broken + break_left(k, of_a, k->n_left));
}

/* Keeps of a merge's pairs the surest for each story, and sums up. */
static void weigh(joining *k, merge *m)
{
    size_t n = 0;
    for (size_t i = m->first; i < m->first + m->n; i++) {
        lead_pair p = k->pairs[i];
        if (k->matched[p.from] || k->matched[p.to])
            continue;
        match(k, p.from);
        match(k, p.to);
        m->score += p.score;
        k->pairs[m->first + n++] = p;
    }
    m->n = n;
    m->score += score_left(k, m);
    if (k->groups[m->a].issue != k->groups[m->b].issue || k->groups[m->a].issue < 0)
        m->score += k->score_of_pages;
    m->score = m->score < most_score ? m->score : most_score;
    forget_matched(k);
}

static claim claim_of(const merge *m, const lead_pair *p, size_t index)
{
    return (claim){.a = m->a,
                   .b = m->b,
                   .numbers = (uint16_t)(m->number_a << 8 | m->number_b),
                   .score = p->score,
                   .from = p->from,
                   .to = p->to,
                   .index = (uint32_t)index};
}

static bool same_merge(const claim *x, const claim *y)
{
    return x->a == y->a && x->b == y->b && x->numbers == y->numbers;
}

static void note_best(joining *k, uint32_t lead_index, float score)
{
    if (score > k->best[lead_index])
        k->best[lead_index] = score;
}

/* Drops pairs that cannot be one story any more: they never can again.  Notes the claims of the others, and
 * the best of each story. */
static void drop_pairs(joining *k)
{
    size_t n = 0;
    if (!k->claims)
        k->claims = arena_array(k->mem, k->n_open_pairs, sizeof *k->claims);
    for (size_t i = 0; i < k->n_open_pairs; i++) {
        const lead_pair pair = k->open_pairs[i];
        merge m;
        if (!merge_of(k, &pair, &m) || numbers_clash(k, &m))
            continue;
        note_best(k, pair.from, (float)pair.score);
        note_best(k, pair.to, (float)pair.score);
        k->claims[n] = claim_of(&m, &pair, n);
        k->open_pairs[n++] = pair;
    }
    k->n_open_pairs = n;
}

/* One whose story has a much surer one waits until that is dropped: it can neither be made nor be a rival. */
static void pick_claims(joining *k)
{
    k->n_claims = 0;
    for (size_t i = 0; i < k->n_open_pairs; i++) {
        const claim *c = &k->claims[i];
        float from = k->best[c->from], to = k->best[c->to];
        if ((from > to ? from : to) - c->score < most_behind)
            k->claims[k->n_claims++] = *c;
    }
    for (size_t i = 0; i < k->n_open_pairs; i++)
        k->best[k->open_pairs[i].from] = k->best[k->open_pairs[i].to] = 0;
}

/* For a round; later ones need less, mostly. */
static void make_room(joining *k)
{
    size_t n = k->n_claims;
    if (n <= k->claims_room)
        return;
    k->claims_room = n;
    k->sorted_claims = arena_array(k->mem, n, sizeof *k->sorted_claims);
    k->pairs = arena_array(k->mem, n, sizeof *k->pairs);
    k->merges = arena_array(k->mem, n, sizeof *k->merges);
    k->sure_ones = arena_array(k->mem, n, sizeof *k->sure_ones);
}

void merges_list(joining *k)
{
    drop_pairs(k);
    pick_claims(k);
    make_room(k);
    sort_claims(k);
    const claim *claims = k->sorted_claims;
    size_t n = k->n_claims;
    k->n_merges = 0;
    for (size_t i = 0, end; i < n; i = end) {
        merge m = {.a = claims[i].a,
                   .b = claims[i].b,
                   .number_a = claims[i].numbers >> 8,
                   .number_b = claims[i].numbers & 0xFF,
                   .first = i};
        for (end = i; end < n && same_merge(&claims[i], &claims[end]); end++)
            k->pairs[end] = k->open_pairs[claims[end].index];
        m.n = end - i;
        weigh(k, &m);
        k->merges[k->n_merges++] = m;
    }
}
