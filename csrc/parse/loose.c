#include "parse/loose.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "parse/loose_join.h"
#include "parse/place_node.h"

typedef struct ranked {
    str key;
    size_t index; /* in the caller's order */
} ranked;

static int by_key(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    return place_compare_keys(a->key, b->key);
}

static ranked *rank(arena *mem, const place_evidence *evidence, size_t n)
{
    ranked *all = arena_array(mem, n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = (ranked){evidence[i].key, i};
    if (n)
        qsort(all, n, sizeof *all, by_key);
    return all;
}

static clue_page *describe(arena *mem, const places *p, const place_evidence *evidence, const ranked *ranks,
                           size_t n)
{
    clue_page *pages = arena_array(mem, n, sizeof *pages);
    for (size_t i = 0; i < n; i++) {
        const placement *at = &p->pages[ranks[i].index];
        const place_evidence *e = &evidence[ranks[i].index];
        const issue *in = at->issue >= 0 ? &p->issues[at->issue] : NULL;
        pages[i] = (clue_page){.issue = at->issue,
                               .number = at->page_number,
                               .first = in ? in->first : e->first,
                               .last = in ? in->last : e->last,
                               .not_before = in ? (date){0} : e->not_before};
    }
    return pages;
}

static lead *list_leads(arena *mem, const page_clues *clues, const ranked *ranks, size_t n_pages, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < n_pages; i++)
        *n += clues[i].n;
    lead *leads = arena_array(mem, *n, sizeof *leads);
    size_t at = 0;
    for (size_t i = 0; i < n_pages; i++)
        for (size_t k = 0; k < clues[ranks[i].index].n; k++)
            leads[at++] = (lead){.clue = &clues[ranks[i].index].items[k], .page = (int32_t)i};
    return leads;
}

/* Adds the issues that loose pages form alone. */
static void add_issues(arena *mem, places *p, const loose_joined *joined, const ranked *ranks)
{
    issue *issues = arena_array(mem, p->n_issues + joined->n_issues, sizeof *issues);
    if (p->n_issues)
        memcpy(issues, p->issues, p->n_issues * sizeof *issues);
    for (size_t i = 0; i < joined->n_issues; i++) {
        buf key = buf_in(mem);
        buf_add(&key, STR("undated-"));
        buf_add(&key, ranks[joined->first_pages[i]].key);
        issues[p->n_issues++] = (issue){.key = buf_str(&key), .paper = STR("")};
    }
    p->issues = issues;
}

typedef struct placing {
    arena *mem;
    const loose_context *context;
    const ranked *ranks;
    size_t n_pages;
    lead *leads;
    size_t n_leads, *first_lead; /* by page in order of key; one more at the end */
    uint32_t *rank_of;           /* by page in the caller's order */
    clue_page *pages;
    loose_memory now;
} placing;

static uint64_t mix(uint64_t state, uint64_t value)
{
    state = (state ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return state ^ state >> 29;
}

static uint64_t mix_date(uint64_t state, date d)
{
    return mix(state, (uint64_t)(uint32_t)date_days(d));
}

/* Of all that decides which pairs a page's leads may be in, but for the other page. */
static uint64_t state_of(const placing *k, const places *p, size_t rank_index)
{
    const clue_page *at = &k->pages[rank_index];
    uint64_t state = mix(k->context->texts[k->ranks[rank_index].index], (uint64_t)(uint32_t)at->number);
    state = mix(state, at->issue < 0 ? 1 : hash_bytes(p->issues[at->issue].key));
    state = mix_date(mix_date(mix_date(state, at->first), at->last), at->not_before);
    for (size_t i = k->first_lead[rank_index]; i < k->first_lead[rank_index + 1]; i++)
        state = mix(state, k->leads[i].open);
    return state ? state : 1;
}

/* The old pairs of pages that are still there and unchanged. */
static void list_old(const placing *k, lead_news *news)
{
    const loose_memory *before = k->context->before;
    lead_pair *old = arena_array(k->mem, before->n_pairs, sizeof *old);
    for (size_t i = 0; i < before->n_pairs; i++) {
        const kept_pair *kept = &before->pairs[i];
        uint32_t from = k->rank_of[kept->from_page], to = k->rank_of[kept->to_page];
        if (!news->page_changed[from] && !news->page_changed[to])
            old[news->n_old++] =
                (lead_pair){.from = (uint32_t)k->first_lead[from] + (uint32_t)kept->from_clue,
                            .to = (uint32_t)k->first_lead[to] + (uint32_t)kept->to_clue,
                            .score = kept->score};
    }
    news->old = old;
}

static const lead_news *find_news(placing *k, const places *p)
{
    const loose_context *c = k->context;
    bool *page_changed = arena_array(k->mem, k->n_pages, sizeof *page_changed);
    uint64_t *words = arena_array(k->mem, k->n_leads, sizeof *words);
    lead_news *news = arena_alloc(k->mem, sizeof *news);
    k->now.states = arena_array(k->mem, k->n_pages, sizeof *k->now.states);
    for (size_t i = 0; i < k->n_pages; i++) {
        size_t index = k->ranks[i].index;
        k->now.states[index] = state_of(k, p, i);
        page_changed[i] = !c->before || c->before->states[index] != k->now.states[index];
    }
    if (!c->before)
        return NULL;
    for (size_t i = 0; i < k->n_leads; i++)
        if (k->leads[i].open)
            words[i] = rarity_changed_in(k->leads[i].clue, c->changed_words);
    *news = (lead_news){.page_changed = page_changed, .words = words};
    list_old(k, news);
    return news;
}

static void remember(placing *k, const lead_pair *pairs, size_t n)
{
    k->now.pairs = arena_array(k->mem, n, sizeof *k->now.pairs);
    k->now.n_pairs = n;
    for (size_t i = 0; i < n; i++) {
        const lead_pair *p = &pairs[i];
        k->now.pairs[i] = (kept_pair){.from_page = (uint32_t)k->ranks[p->from_page].index,
                                      .to_page = (uint32_t)k->ranks[p->to_page].index,
                                      .from_clue = (int32_t)(p->from - k->first_lead[p->from_page]),
                                      .to_clue = (int32_t)(p->to - k->first_lead[p->to_page]),
                                      .score = p->score};
    }
}

static void set_places(arena *mem, places *p, const loose_joined *joined, const ranked *ranks, size_t n_pages)
{
    add_issues(mem, p, joined, ranks);
    for (size_t i = 0; i < n_pages; i++) {
        placement *at = &p->pages[ranks[i].index];
        const joined_page *j = &joined->pages[i];
        if (!j->evidence.len)
            continue;
        buf words = buf_in(mem);
        if (at->issue >= 0) {
            buf_add(&words, at->evidence);
            buf_add(&words, STR("; "));
        }
        buf_add(&words, j->evidence);
        *at = (placement){j->issue, j->number, j->sure, buf_str(&words)};
    }
}

static void index_leads(placing *k)
{
    k->first_lead = arena_array(k->mem, k->n_pages + 1, sizeof *k->first_lead);
    k->rank_of = arena_array(k->mem, k->n_pages, sizeof *k->rank_of);
    for (size_t i = 0, at = 0; i <= k->n_pages; i++) {
        while (at < k->n_leads && (size_t)k->leads[at].page < i)
            at++;
        k->first_lead[i] = at;
        if (i < k->n_pages)
            k->rank_of[k->ranks[i].index] = (uint32_t)i;
    }
}

loose_memory place_loose(arena *mem, places *p, const place_evidence *evidence, const page_clues *clues,
                         size_t n_pages, const loose_context *context)
{
    placing k = {.mem = mem, .context = context, .n_pages = n_pages};
    size_t n_pairs;
    k.ranks = rank(mem, evidence, n_pages);
    k.leads = list_leads(mem, clues, k.ranks, n_pages, &k.n_leads);
    k.pages = describe(mem, p, evidence, k.ranks, n_pages);
    index_leads(&k);
    joining *j = loose_open(mem, context->rarity, k.pages, n_pages, k.leads, k.n_leads, p->n_issues);
    const lead_pair *pairs =
        lead_pairs(mem, context->rarity, k.leads, k.n_leads, k.pages, n_pages, find_news(&k, p), &n_pairs);
    remember(&k, pairs, n_pairs);
    set_places(mem, p, loose_join(j, pairs, n_pairs), k.ranks, n_pages);
    return k.now;
}
