#include "parse/loose_join.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "parse/loose_merge.h"

/* Below that a page stays loose. */
static const double least_confidence = 0.5;

enum { MOST_ROUNDS = 64, FEW_PAGES = 9 };

static void put_page(joining *k, group *g, int32_t number, int32_t page_index)
{
    if (number >= g->room) {
        int32_t *old = g->page_at;
        size_t had = g->room;
        g->room = number < FEW_PAGES ? FEW_PAGES : MOST_PAGE_NUMBER + 1;
        g->page_at = arena_array(k->mem, g->room, sizeof *g->page_at);
        if (had)
            memcpy(g->page_at, old, had * sizeof *old);
    }
    g->page_at[number] = page_index + 1;
    g->last = number > g->last ? (uint8_t)number : g->last;
}

static void make_groups(joining *k, size_t n_issues)
{
    k->groups = arena_array(k->mem, n_issues + k->n_pages, sizeof *k->groups);
    k->places = arena_array(k->mem, k->n_pages, sizeof *k->places);
    k->sure = arena_array(k->mem, k->n_pages, sizeof *k->sure);
    k->next_in_line = arena_array(k->mem, k->n_pages, sizeof *k->next_in_line);
    for (size_t i = 0; i < n_issues; i++)
        k->groups[i] = (group){.issue = (int32_t)i, .alone = -1};
    k->n_groups = n_issues;
    int64_t n_loose = 0;
    for (size_t i = 0; i < k->n_pages; i++) {
        const clue_page *p = &k->leads->pages[i];
        int32_t number = p->number > 0 && p->number <= MOST_PAGE_NUMBER ? p->number : 0;
        bool alone = p->issue < 0 || !p->number;
        k->places[i].group = alone ? (int32_t)k->n_groups++ : p->issue;
        k->places[i].number = number;
        k->sure[i] = 1;
        group *g = &k->groups[k->places[i].group];
        if (alone)
            *g = (group){.issue = p->issue, .alone = (int32_t)i, .line = (int32_t)i + 1};
        else if (number && !group_page_at(g, number))
            put_page(k, g, number, (int32_t)i);
        n_loose += p->issue < 0;
    }
    k->score_of_pages = pair_of_pages(n_loose);
}

/* Its issue or its number is not told by print, path or neighbours. */
static bool is_placed_here(const joining *k, int32_t page_index)
{
    const clue_page *p = &k->leads->pages[page_index];
    return p->issue < 0 || !p->number;
}

/* On a page that is placed already: what nothing in its own issue answers. */
static bool is_open(const joining *k, const lead *l)
{
    if (l->head.kind == CLUE_STORY || k->places[l->page].number == 0)
        return false;
    int32_t other = l->head.page;
    if (other < 0)
        other = k->places[l->page].number + (clue_kind_goes_out(l->head.kind) ? 1 : -1);
    return other > 0 && other <= MOST_PAGE_NUMBER &&
           !group_page_at(&k->groups[k->leads->pages[l->page].issue], other);
}

static speaker speaker_of(const lead *l, size_t lead_index)
{
    int32_t number = l->head.page <= MOST_PAGE_NUMBER ? l->head.page : MOST_PAGE_NUMBER + 1;
    return (speaker){(uint32_t)lead_index, (int16_t)number, l->head.kind};
}

/* What has its answer in the own issue speaks of no other. */
static void open_leads(joining *k)
{
    size_t n = 0, n_continued = 0, capacity = k->leads->n / 4, continued_capacity = capacity;
    k->speakers = arena_array(k->mem, capacity, sizeof *k->speakers);
    k->continued = arena_array(k->mem, continued_capacity, sizeof *k->continued);
    k->first_speaker = arena_array(k->mem, k->n_pages + 1, sizeof *k->first_speaker);
    k->first_continued = arena_array(k->mem, k->n_pages + 1, sizeof *k->first_continued);
    for (size_t at = 0; at < k->n_pages; at++) {
        bool all = is_placed_here(k, (int32_t)at);
        for (size_t i = k->leads->first[at], end = k->leads->first[at + 1]; i < end; i++) {
            lead *l = &k->leads->items[i];
            l->open = all || is_open(k, l);
            if (l->head.kind == CLUE_STORY)
                continue;
            const speaker s = speaker_of(l, i);
            if (l->open) {
                k->speakers = arena_grow(k->mem, k->speakers, n, &capacity, sizeof s);
                k->speakers[n++] = s;
            }
            if (l->head.kind == CLUE_CONTINUED) {
                k->continued = arena_grow(k->mem, k->continued, n_continued, &continued_capacity, sizeof s);
                k->continued[n_continued++] = s;
            }
        }
        k->first_speaker[at + 1] = (uint32_t)n;
        k->first_continued[at + 1] = (uint32_t)n_continued;
    }
}

/* Makes room for the odds of all that want a number in a group. */
static void list_numbers(joining *k)
{
    uint32_t *first = k->first_number;
    memset(first, 0, (k->n_groups + 1) * sizeof *first);
    for (size_t i = 0; i < k->n_merges; i++) {
        const merge *m = &k->merges[i];
        uint32_t *in_a = &first[m->a + 1], *in_b = &first[m->b + 1];
        *in_a = (uint32_t)m->number_b > *in_a ? (uint32_t)m->number_b : *in_a;
        *in_b = (uint32_t)m->number_a > *in_b ? (uint32_t)m->number_a : *in_b;
    }
    for (size_t i = 0; i < k->n_groups; i++)
        first[i + 1] += first[i];
    k->odds_of_number = arena_array(k->mem, first[k->n_groups], sizeof *k->odds_of_number);
}

/* What a merge takes, which no other can take too: its stories, a number in a group, a page alone; where the
 * odds of all that want it are added up.  `stakes` has room for two for each pair and MOST_STAKES more. */
static size_t list_stakes(const joining *k, const merge *m, double **stakes)
{
    size_t n = 0;
    for (size_t i = m->first; i < m->first + m->n; i++) {
        stakes[n++] = &k->odds_of_story[k->pairs[i].from];
        stakes[n++] = &k->odds_of_story[k->pairs[i].to];
    }
    if (m->number_b)
        stakes[n++] = &k->odds_of_number[k->first_number[m->a] + (uint32_t)m->number_b - 1];
    if (m->number_a)
        stakes[n++] = &k->odds_of_number[k->first_number[m->b] + (uint32_t)m->number_a - 1];
    if (group_has_issue(&k->groups[m->a]))
        stakes[n++] = &k->odds_of_issue[m->b];
    if (group_has_issue(&k->groups[m->b]))
        stakes[n++] = &k->odds_of_issue[m->a];
    return n;
}

/* How probable each is, beside what contradicts it most and that none is true. */
static void compare_all(joining *k)
{
    enum { MOST_STAKES = 4 };
    size_t most_pairs = 0;
    for (size_t i = 0; i < k->n_merges; i++)
        most_pairs = k->merges[i].n > most_pairs ? k->merges[i].n : most_pairs;
    double **stakes = arena_array(k->mem, 2 * most_pairs + MOST_STAKES, sizeof *stakes);
    list_numbers(k);
    for (size_t i = 0; i < k->n_merges; i++) {
        merge *m = &k->merges[i];
        m->odds = exp(m->score);
        for (size_t n = list_stakes(k, m, stakes); n > 0; n--)
            *stakes[n - 1] += m->odds;
    }
    for (size_t i = 0; i < k->n_merges; i++) {
        merge *m = &k->merges[i];
        double rivals = 0;
        for (size_t n = list_stakes(k, m, stakes); n > 0; n--) {
            double others = *stakes[n - 1] - m->odds;
            rivals = others > rivals ? others : rivals;
        }
        m->confidence = m->odds / (1 + m->odds + rivals);
    }
    memset(k->odds_of_story, 0, k->leads->n * sizeof *k->odds_of_story);
    memset(k->odds_of_issue, 0, k->n_groups * sizeof *k->odds_of_issue);
}

static int surest_first(const void *x, const void *y)
{
    const sure_merge *a = x, *b = y;
    int order = (a->confidence < b->confidence) - (a->confidence > b->confidence);
    return order ? order : (a->merge > b->merge) - (a->merge < b->merge);
}

static void set_number(joining *k, group *g, int32_t number)
{
    if (g->alone < 0)
        return;
    k->places[g->alone].number = number;
    put_page(k, g, number, g->alone);
    g->alone = -1;
}

/* Puts the pages of one group into the line of another, where they stand with a merge's confidence: behind
 * those that are surer.  `base`: the first of the line belongs there whatever else is true. */
static void line_up(joining *k, group *from, group *into, bool base, double confidence)
{
    int32_t *at = &into->line, last = from->line;
    if (base && *at)
        at = &k->next_in_line[*at - 1];
    while (*at && k->sure[*at - 1] >= confidence)
        at = &k->next_in_line[*at - 1];
    while (k->next_in_line[last - 1])
        last = k->next_in_line[last - 1];
    k->sure[from->line - 1] = confidence;
    k->next_in_line[last - 1] = *at;
    *at = from->line;
    from->line = 0;
}

static void move_pages(joining *k, const group *from, group *into)
{
    for (int32_t n = 1; n <= from->last; n++) {
        if (!from->page_at[n])
            continue;
        put_page(k, into, n, from->page_at[n] - 1);
        k->places[from->page_at[n] - 1].group = (int32_t)(into - k->groups);
    }
}

static void make(joining *k, const merge *m)
{
    group *a = &k->groups[m->a], *b = &k->groups[m->b], *home = (group *)merge_home(k, m);
    group *into = group_has_issue(b) ? b : a, *from = into == a ? b : a;
    set_number(k, a, m->number_a);
    set_number(k, b, m->number_b);
    line_up(k, from, into, !group_has_issue(into), m->confidence);
    move_pages(k, from, into);
    if (home) {
        line_up(k, into, home, false, m->confidence);
        move_pages(k, into, home);
    }
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
    size_t n = 0;
    for (size_t i = 0; i < k->n_merges; i++)
        if (k->merges[i].confidence >= least_confidence)
            k->sure_ones[n++] = (sure_merge){k->merges[i].confidence, &k->merges[i]};
    if (n)
        qsort(k->sure_ones, n, sizeof *k->sure_ones, surest_first);
    for (size_t i = 0; i < n; i++) {
        const merge *m = k->sure_ones[i].merge;
        if (k->touched[m->a] || k->touched[m->b])
            continue;
        k->touched[m->a] = k->touched[m->b] = true;
        make(k, m);
    }
    for (size_t i = 0; i < n; i++)
        k->touched[k->sure_ones[i].merge->a] = k->touched[k->sure_ones[i].merge->b] = false;
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
    const joined_page *at = &joined->pages[page_index];
    buf_addf(out, "placed by %zu link%s: ", at->n_made, at->n_made == 1 ? "" : "s");
    size_t start = out->len;
    for (size_t i = 0; i < at->n_made; i++) {
        const lead_pair *p = &k->made[joined->made[at->first_made + i]];
        add_reason(k, out, start, p, p->from_page == (int32_t)page_index);
    }
}

/* The pairs that placed each page, in the order in which they were made. */
static void list_made(const joining *k, loose_joined *result)
{
    size_t n = 0;
    for (size_t i = 0; i < k->n_made; i++)
        for (int side = 0; side < 2; side++) {
            int32_t at = side ? k->made[i].to_page : k->made[i].from_page;
            result->pages[at].n_made += is_placed_here(k, at);
        }
    for (size_t i = 0; i < k->n_pages; i++) {
        result->pages[i].first_made = n;
        n += result->pages[i].n_made;
        result->pages[i].n_made = 0;
    }
    result->made = arena_array(k->mem, n, sizeof *result->made);
    for (size_t i = 0; i < k->n_made; i++)
        for (int side = 0; side < 2; side++) {
            int32_t at = side ? k->made[i].to_page : k->made[i].from_page;
            joined_page *j = &result->pages[at];
            if (is_placed_here(k, at))
                result->made[j->first_made + j->n_made++] = (uint32_t)i;
        }
}

/* A hash of the pairs that placed a page: their clues, the other page, and the number that it has. */
static void note_made(const joining *k, loose_joined *result)
{
    const leads *l = k->leads;
    for (size_t i = 0; i < k->n_made; i++) {
        const lead_pair *p = &k->made[i];
        for (int side = 0; side < 2; side++) {
            int32_t at = side ? p->to_page : p->from_page;
            joined_page *j = &result->pages[at];
            if (!is_placed_here(k, at))
                continue;
            j->made = hash_mix(hash_mix(j->made, (uint64_t)(p->from - l->first[p->from_page])),
                               (uint64_t)(p->to - l->first[p->to_page]));
            j->made =
                hash_mix(hash_mix(j->made, l->states[side ? p->from_page : p->to_page]),
                         (uint64_t)(uint32_t)(side ? p->from_number : p->to_number) << 1 | (uint64_t)side);
            j->made_anew |= p->new;
        }
    }
}

static void tell_turns(const joining *k, const group *g, joined_page *pages)
{
    int32_t turn = 1;
    for (int32_t at = g->line; at && g->alone < 0; at = k->next_in_line[at - 1])
        pages[at - 1].turn = turn++;
}

static loose_joined *collect(joining *k)
{
    loose_joined *result = arena_alloc(k->mem, sizeof *result);
    result->from = k;
    result->pages = arena_array(k->mem, k->n_pages, sizeof *result->pages);
    result->first_pages = arena_array(k->mem, k->n_pages, sizeof *result->first_pages);
    for (size_t i = 0; i < k->n_pages; i++) {
        group *g = &k->groups[k->places[i].group];
        if (g->issue < 0 && g->alone < 0) {
            g->issue = (int32_t)(k->n_issues + result->n_issues);
            result->first_pages[result->n_issues++] = (int32_t)i;
        }
        result->pages[i] =
            (joined_page){.issue = g->issue, .number = k->places[i].number, .sure = k->sure[i]};
    }
    for (size_t i = 0; i < k->n_groups; i++)
        tell_turns(k, &k->groups[i], result->pages);
    list_made(k, result);
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
    k->first_number = arena_array(mem, k->n_groups + 1, sizeof *k->first_number);
    k->last_claim = arena_array(mem, k->n_groups + 1, sizeof *k->last_claim);
    k->touched = arena_array(mem, k->n_groups, sizeof *k->touched);
    k->odds_of_story = arena_array(mem, l->n, sizeof *k->odds_of_story);
    k->odds_of_issue = arena_array(mem, k->n_groups, sizeof *k->odds_of_issue);
    k->made_capacity = l->n_pages;
    k->made = arena_array(mem, k->made_capacity, sizeof *k->made);
    k->best = arena_array(mem, l->n, sizeof *k->best);
    k->answered = arena_array(mem, l->n, sizeof *k->answered);
    k->matched = arena_array(mem, l->n, sizeof *k->matched);
    return k;
}

loose_joined *loose_join(joining *k, lead_pair *pairs, size_t n_pairs)
{
    k->open_pairs = pairs;
    k->n_open_pairs = n_pairs;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        merges_list(k);
        compare_all(k);
        if (!make_sure_ones(k))
            break;
    }
    return collect(k);
}
