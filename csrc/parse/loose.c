#include "parse/loose.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/sort.h"
#include "parse/loose_join.h"
#include "parse/place_node.h"

typedef struct ranked {
    str key;
    size_t index; /* in the caller's order */
} ranked;

static int by_key(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    return str_compare(a->key, b->key);
}

static ranked *rank(arena *mem, const place_evidence *evidence, size_t n)
{
    ranked *all = arena_array(mem, n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = (ranked){evidence[i].key, i};
    sort_items(all, n, sizeof *all, by_key);
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
    uint32_t *rank_of; /* by page in the caller's order */
    clue_page *pages;
    size_t n_pages;
    size_t *first; /* leads, by page in order of key; one more at the end */
    leads leads;
    lead_scores *scores;
    lead_score *again; /* known pairs to be looked at anew */
    size_t again_capacity;
    bool *changed; /* pages, in order of key */
    loose_memory now;
} placing;

enum { MOST_LISTED = 64 /* pages whose words are listed by themselves; of more, all are listed anew */ };

/* Of all that decides which pairs a page's leads may be in, but for the other page. */
static uint64_t state_of(const placing *k, const uint64_t *issues, size_t rank_index)
{
    const clue_page *at = &k->pages[rank_index];
    uint64_t state = hash_mix(k->context->texts[k->ranks[rank_index].index], (uint64_t)(uint32_t)at->number);
    state = hash_mix(state, at->issue < 0 ? 1 : issues[at->issue]);
    state = hash_mix(state, (uint64_t)date_packed(at->first) << 32 | date_packed(at->last));
    state = hash_mix(state, date_packed(at->not_before));
    uint64_t open = 1;
    for (size_t i = k->first[rank_index]; i < k->first[rank_index + 1]; i++) {
        open = open << 1 | k->leads.items[i].open;
        if (open >> 63) {
            state = hash_mix(state, open);
            open = 1;
        }
    }
    return hash_mix(state, open) | 1;
}

static const clue *read_clues(void *context, size_t page_index, size_t n)
{
    const placing *k = context;
    return k->context->clues(k->context->source, k->ranks[page_index].index, n);
}

/* What is kept may be damaged: false where there is no such lead. */
static bool find_lead(const placing *k, uint32_t page_index, int32_t clue_index, bool out,
                      uint32_t *lead_index)
{
    size_t rank_index = k->rank_of[page_index], at = k->first[rank_index] + (size_t)(uint32_t)clue_index;
    *lead_index = (uint32_t)at;
    return at < k->first[rank_index + 1] && clue_kind_goes_out(k->leads.items[at].head.kind) == out;
}

/* Whether it was listed as its page is. */
static bool use_holds(const placing *k, const kept_use *use)
{
    return use->page < k->n_pages && !k->changed[k->rank_of[use->page]] &&
           use->state == (uint32_t)k->now.pages[use->page].state;
}

/* The uses of a word, by lead, of pages whose kept uses hold. */
static const lead_use *read_uses(void *context, bool out, uint32_t key, size_t *n)
{
    placing *k = context;
    size_t n_kept;
    const kept_use *kept = k->context->uses(k->context->source, out, key, &n_kept);
    lead_use *uses = arena_array(k->mem, n_kept, sizeof *uses);
    *n = 0;
    for (size_t i = 0; i < n_kept; i++) {
        uint32_t lead_index;
        if (use_holds(k, &kept[i]) && find_lead(k, kept[i].page, kept[i].clue, out, &lead_index))
            uses[(*n)++] = (lead_use){kept[i].key, kept[i].item, lead_index};
    }
    return uses;
}

/* The old pairs of a page that are still there and unchanged: known, or to be looked at again. */
static void recall(placing *k, uint32_t page_index, lead_news *news)
{
    const kept_page *before = &k->context->before->pages[page_index];
    for (size_t i = 0; i < before->n_pairs; i++) {
        const kept_pair *kept = &before->pairs[i];
        if (news->page_changed[k->rank_of[kept->to_page]])
            continue;
        lead_score score = {.score = kept->score, .words = kept->words, .found = kept->found};
        if (!find_lead(k, page_index, kept->from_clue, true, &score.from) ||
            !find_lead(k, kept->to_page, kept->to_clue, false, &score.to))
            continue;
        if (!rarity_changed_in(kept->words, k->context->changed_words)) {
            lead_scores_know(k->scores, &score);
        } else if (kept->found) {
            k->again = arena_grow(k->mem, k->again, news->n_again, &k->again_capacity, sizeof *k->again);
            k->again[news->n_again++] = score;
        }
    }
}

static uint64_t *hash_issues(arena *mem, const places *p)
{
    uint64_t *hashes = arena_array(mem, p->n_issues, sizeof *hashes);
    for (size_t i = 0; i < p->n_issues; i++)
        hashes[i] = hash_bytes(p->issues[i].key);
    return hashes;
}

/* What is new since before; NULL: all. */
static const lead_news *find_news(placing *k, const places *p)
{
    const loose_context *c = k->context;
    k->changed = arena_array(k->mem, k->n_pages, sizeof *k->changed);
    uint64_t *states = arena_array(k->mem, k->n_pages, sizeof *states);
    lead_news *news = arena_alloc(k->mem, sizeof *news);
    const uint64_t *issues = hash_issues(k->mem, p);
    k->leads.states = states;
    for (size_t i = 0; i < k->n_pages; i++) {
        size_t index = k->ranks[i].index;
        states[i] = state_of(k, issues, i);
        k->changed[i] = !c->before || c->before->pages[index].state != states[i];
        k->now.pages[index] = (kept_page){.state = states[i]};
    }
    if (!c->before)
        return NULL;
    *news = (lead_news){.page_changed = k->changed,
                        .rarer = c->changed_words->rarer,
                        .n_rarer = c->changed_words->n_rarer,
                        .uses = read_uses,
                        .context = k};
    for (size_t i = 0; i < k->n_pages; i++)
        if (!k->changed[i])
            recall(k, (uint32_t)k->ranks[i].index, news);
    news->again = k->again;
    return news;
}

static size_t page_of(const placing *k, uint32_t lead_index)
{
    return (size_t)k->leads.items[lead_index].page;
}

/* Pairs that are none are forgotten, and looked at again when words that both have become rarer; but the
 * words of a story that does not say that it is continued are not listed. */
static bool is_worth_keeping(const placing *k, const lead_score *s, double least)
{
    return s->asked || s->score >= least || (s->found && k->leads.items[s->to].head.kind == CLUE_STORY);
}

static kept_pair keep_pair(const placing *k, const lead_score *s)
{
    size_t from = page_of(k, s->from), to = page_of(k, s->to);
    return (kept_pair){.to_page = (uint32_t)k->ranks[to].index,
                       .from_clue = (int32_t)(s->from - k->first[from]),
                       .to_clue = (int32_t)(s->to - k->first[to]),
                       .score = s->score,
                       .words = s->words,
                       .found = s->found};
}

static size_t page_index_of(const placing *k, const lead_score *s)
{
    return k->ranks[page_of(k, s->from)].index;
}

/* Counts those of each page, and tells which have the same as before. */
static void count_pairs(placing *k, const lead_score *all, size_t n)
{
    double least = lead_least_score(k->n_pages);
    kept_page *pages = k->now.pages;
    for (size_t i = 0; i < k->n_pages; i++)
        pages[k->ranks[i].index].same = !k->changed[i];
    for (size_t i = 0; i < n; i++) {
        kept_page *kept = &pages[page_index_of(k, &all[i])];
        if (!is_worth_keeping(k, &all[i], least))
            continue;
        kept->n_pairs++;
        kept->same = kept->same && !all[i].new;
    }
    for (size_t i = 0; i < k->n_pages; i++)
        pages[i].same = pages[i].same && pages[i].n_pairs == k->context->before->pages[i].n_pairs;
}

/* With the pages that they go out from, each page's in the order in which they were found. */
static void remember_pairs(placing *k)
{
    size_t n, n_new = 0;
    const lead_score *all = lead_scores_all(k->scores, &n);
    double least = lead_least_score(k->n_pages);
    kept_page *pages = k->now.pages;
    count_pairs(k, all, n);
    for (size_t i = 0; i < k->n_pages; i++)
        n_new += pages[i].same ? 0 : pages[i].n_pairs;
    kept_pair *pairs = arena_array(k->mem, n_new, sizeof *pairs);
    for (size_t i = 0; i < k->n_pages; i++) {
        k->now.n_pairs += pages[i].n_pairs;
        if (pages[i].same) {
            pages[i].pairs = k->context->before->pages[i].pairs;
        } else {
            pages[i].pairs = pairs;
            pairs += pages[i].n_pairs;
            pages[i].n_pairs = 0;
        }
    }
    for (size_t i = 0; n_new && i < n; i++) {
        kept_page *kept = &pages[page_index_of(k, &all[i])];
        if (!kept->same && is_worth_keeping(k, &all[i], least))
            kept->pairs[kept->n_pairs++] = keep_pair(k, &all[i]);
    }
}

static void list_uses(placing *k, const bool *pages, bool out)
{
    size_t n;
    const lead_use *uses = lead_uses(k->mem, k->context->rarity, &k->leads, pages, out, &n);
    kept_use *kept = arena_array(k->mem, n, sizeof *kept);
    for (size_t i = 0; i < n; i++) {
        size_t at = page_of(k, uses[i].lead);
        kept[i] = (kept_use){.key = uses[i].key,
                             .item = uses[i].item,
                             .page = (uint32_t)k->ranks[at].index,
                             .clue = (int32_t)(uses[i].lead - k->first[at]),
                             .state = (uint32_t)k->leads.states[at]};
    }
    k->now.uses[out] = kept;
    k->now.n_uses[out] = n;
}

/* Lists the words of pages that changed, or of all. */
static void remember_uses(placing *k)
{
    size_t n_changed = 0;
    for (size_t i = 0; i < k->n_pages; i++)
        n_changed += k->changed[i];
    k->now.all_uses = !k->context->before || n_changed > MOST_LISTED;
    list_uses(k, k->now.all_uses ? NULL : k->changed, false);
    list_uses(k, k->now.all_uses ? NULL : k->changed, true);
}

static void set_places(placing *k, places *p, loose_joined *joined)
{
    add_issues(k->mem, p, joined, k->ranks);
    for (size_t i = 0; i < k->n_pages; i++) {
        size_t index = k->ranks[i].index;
        placement *at = &p->pages[index];
        const joined_page *j = &joined->pages[i];
        if (j->n_made) {
            *at = (placement){.issue = j->issue,
                              .page_number = j->number,
                              .turn = j->turn,
                              .sure = j->sure,
                              .told = hash_mix(hash_mix(j->made, at->told), at->issue >= 0) | 1,
                              .by_links = STR("")};
            if (!k->context->before || k->context->before->pages[index].told != at->told || j->made_anew) {
                buf words = buf_in(k->mem);
                loose_describe(joined, i, &words);
                at->by_links = buf_str(&words);
            }
        }
        k->now.pages[index].told = at->told;
    }
}

static void list_leads(placing *k, const page_clues *clues)
{
    size_t n = 0;
    k->first = arena_array(k->mem, k->n_pages + 1, sizeof *k->first);
    k->rank_of = arena_array(k->mem, k->n_pages, sizeof *k->rank_of);
    for (size_t i = 0; i < k->n_pages; i++) {
        k->rank_of[k->ranks[i].index] = (uint32_t)i;
        k->first[i] = n;
        n += clues[k->ranks[i].index].n;
    }
    k->first[k->n_pages] = k->leads.n = n;
    lead *all = k->leads.items = arena_array(k->mem, n, sizeof *all);
    for (size_t i = 0, at = 0; i < k->n_pages; i++)
        for (const clue_head *head = clues[k->ranks[i].index].heads; at < k->first[i + 1]; at++)
            all[at] = (lead){.head = *head++, .page = (int32_t)i};
}

loose_memory place_loose(arena *mem, places *p, const place_evidence *evidence, const page_clues *clues,
                         size_t n_pages, const loose_context *context)
{
    placing k = {.mem = mem, .context = context, .n_pages = n_pages};
    size_t n_pairs;
    k.ranks = rank(mem, evidence, n_pages);
    k.pages = describe(mem, p, evidence, k.ranks, n_pages);
    k.leads = (leads){.pages = k.pages, .n_pages = n_pages, .source = read_clues, .context = &k};
    list_leads(&k, clues);
    k.leads.first = k.first;
    k.leads.clues = arena_array(mem, n_pages, sizeof *k.leads.clues);
    k.now.pages = arena_array(mem, n_pages, sizeof *k.now.pages);
    size_t expected = context->before ? context->before->n_pairs : 0;
    k.scores = lead_scores_new(mem, context->rarity, &k.leads, expected);
    joining *j = loose_open(mem, context->rarity, &k.leads, k.scores, p->n_issues);
    lead_pair *pairs = lead_pairs(mem, context->rarity, &k.leads, k.scores, find_news(&k, p), &n_pairs);
    set_places(&k, p, loose_join(j, pairs, n_pairs));
    remember_pairs(&k);
    remember_uses(&k);
    return k.now;
}
