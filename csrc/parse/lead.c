#include "parse/lead.h"

#include <math.h>
#include <stdlib.h>

/* Pairs so unlikely among that many pages are none. */
static const double least_score = -1.5, least_odds = -5.9;

/* Headlines share so many words at least where a teaser places a page.  A page that mentions a day so long
 * after an issue is not of it. */
enum { LEAST_TEASED = 3, FUTURE_DAYS = 366 };

/* Of a story: a word of its text; of its headline when `item` is IN_HEADLINE; when it is HEADLINE, the key
 * stands for the whole of it.  No word's item is one of these. */
typedef struct use {
    uint32_t key, item, lead;
} use;
enum { IN_HEADLINE = 0, HEADLINE = 1 };

/* By which words are passed over that no use has; its bits are a power of two. */
enum { FILTER_WORDS = 1024 };

typedef struct search {
    arena *mem;
    rarity *rarity;
    const lead *leads;
    size_t n_leads;
    const clue_page *pages;
    const lead_news *news;
    double least;
    use *uses; /* of stories that may go on from elsewhere, by key */
    size_t n_uses;
    uint64_t filter[FILTER_WORDS]; /* bits of the keys among them */
    uint32_t *names;               /* by lead: how many its text has */
    pair_sums *sums;               /* by lead: what it shares with the one looked at */
    bool *met;                     /* by lead: that is something */
    uint32_t *seen;                /* which */
    size_t n_seen;
    lead_pair *pairs;
    size_t n_pairs, capacity;
} search;

static bool is_new(const search *s, const lead *l)
{
    return !s->news || s->news->page_changed[l->page];
}

static bool is_listed(const search *s, const lead *l)
{
    return l->open && !clue_goes_out(l->clue) && is_new(s, l);
}

static size_t count_uses(const search *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n_leads; i++)
        if (is_listed(s, &s->leads[i]))
            n += s->leads[i].clue->text.n + s->leads[i].clue->headline.n + 1;
    return n;
}

static void add_uses(search *s, size_t index, clue_words words, bool head)
{
    for (size_t i = 0; i < words.n; i++)
        if (rarity_of(s->rarity, words.items[i]) > 0)
            s->uses[s->n_uses++] =
                (use){clue_key(words.items[i]), head ? IN_HEADLINE : words.items[i], (uint32_t)index};
}

/* A key that stands for all words of a headline together. */
static uint32_t headline_key(clue_words words)
{
    uint32_t key = 1;
    for (size_t i = 0; i < words.n; i++)
        key = (key ^ words.items[i]) * UINT32_C(0x9E3779B1);
    return key;
}

static int by_word(const void *x, const void *y)
{
    const use *a = x, *b = y;
    int order = (a->key > b->key) - (a->key < b->key);
    order = order ? order : (a->lead > b->lead) - (a->lead < b->lead);
    return order ? order : (a->item > b->item) - (a->item < b->item);
}

static uint64_t *filter_of(search *s, uint32_t key, uint64_t *bit)
{
    uint32_t at = key / (CLUE_USES + 1) % (FILTER_WORDS * 64);
    *bit = UINT64_C(1) << at % 64;
    return &s->filter[at / 64];
}

static void list_uses(search *s)
{
    s->uses = arena_array(s->mem, count_uses(s), sizeof *s->uses);
    for (size_t i = 0; i < s->n_leads; i++) {
        if (!is_listed(s, &s->leads[i]))
            continue;
        if (s->leads[i].clue->kind == CLUE_CONTINUED)
            add_uses(s, i, s->leads[i].clue->text, false);
        add_uses(s, i, s->leads[i].clue->headline, true);
        s->uses[s->n_uses++] = (use){headline_key(s->leads[i].clue->headline), HEADLINE, (uint32_t)i};
    }
    if (s->n_uses)
        qsort(s->uses, s->n_uses, sizeof *s->uses, by_word);
    for (size_t i = 0; i < s->n_uses; i++) {
        uint64_t bit;
        uint64_t *filter = filter_of(s, s->uses[i].key, &bit);
        *filter |= bit;
    }
}

/* Where the uses of a word begin. */
static size_t first_use(search *s, uint32_t key)
{
    uint64_t bit;
    if (!(*filter_of(s, key, &bit) & bit))
        return s->n_uses;
    size_t low = 0, high = s->n_uses;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->uses[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static pair_sums *meet(search *s, uint32_t lead_index)
{
    if (!s->met[lead_index]) {
        s->met[lead_index] = true;
        s->seen[s->n_seen++] = lead_index;
        s->sums[lead_index] = (pair_sums){0};
    }
    return &s->sums[lead_index];
}

static void follow_word(search *s, uint32_t item, bool head)
{
    uint32_t key = clue_key(item);
    size_t at = first_use(s, key);
    double rare = at < s->n_uses && s->uses[at].key == key ? rarity_of(s->rarity, item) : 0;
    for (; rare > 0 && at < s->n_uses && s->uses[at].key == key; at++) {
        const use *u = &s->uses[at];
        if (u->item == HEADLINE || (u->item == IN_HEADLINE) != head)
            continue;
        pair_sums *sums = meet(s, u->lead);
        if (head) {
            sums->heads += rare;
            sums->n_heads++;
        } else {
            pair_add_word(sums, s->rarity, rare, item, u->item);
        }
    }
}

/* Adds up what others share with a story. */
static void follow(search *s, const clue *c)
{
    uint32_t whole = headline_key(c->headline);
    for (size_t i = 0; i < c->headline.n; i++)
        follow_word(s, c->headline.items[i], true);
    for (size_t at = first_use(s, whole); at < s->n_uses && s->uses[at].key == whole; at++)
        if (s->uses[at].item == HEADLINE)
            meet(s, s->uses[at].lead)->same_head = c->headline.n > 0;
    for (size_t i = 0; c->kind == CLUE_JUMP && i < c->text.n; i++)
        follow_word(s, c->text.items[i], false);
}

/* Whether a loose page may be of an issue, by the days that it tells. */
static bool days_allow(const clue_page *loose, const clue_page *other)
{
    if (!date_known(other->last))
        return true;
    if (date_known(loose->first) &&
        (date_compare(loose->first, other->last) > 0 || date_compare(loose->last, other->first) < 0))
        return false;
    return !date_known(loose->not_before) ||
           date_days(loose->not_before) - date_days(other->last) <= FUTURE_DAYS;
}

/* The page numbers that follow when one story goes on as the other; false when that cannot be. */
static bool may_be_one(const lead *leads, const clue_page *pages, lead_pair *pair)
{
    const lead *from = &leads[pair->from], *to = &leads[pair->to];
    const clue_page *p = &pages[from->page], *q = &pages[to->page];
    bool says_from = to->clue->kind == CLUE_CONTINUED;
    if ((from->clue->kind == CLUE_TEASER && says_from) || from->page == to->page ||
        (p->issue >= 0 && q->issue >= 0 && (p->issue != q->issue || (p->number && q->number))))
        return false;
    int32_t f = says_from ? to->clue->page : p->number, t = from->clue->page;
    if (f < 0)
        f = t > 0 ? t - 1 : p->number;
    if (t < 0)
        t = f > 0 ? f + 1 : 0;
    if (f < 1 || t < 1 || f == t || f > MOST_PAGE_NUMBER || t > MOST_PAGE_NUMBER ||
        (p->number && p->number != f) || (q->number && q->number != t))
        return false;
    if (!days_allow(p, q) || !days_allow(q, p))
        return false;
    pair->from_page = from->page;
    pair->to_page = to->page;
    pair->from_number = f;
    pair->to_number = t;
    return true;
}

static size_t shared_heads(const clue *a, const clue *b)
{
    size_t i = 0, j = 0, n = 0;
    uint32_t x, y;
    while (clue_words_shared(a->headline, b->headline, &i, &j, &x, &y))
        n++;
    return n;
}

static double score(const search *s, const lead_pair *pair)
{
    const clue *from = s->leads[pair->from].clue, *to = s->leads[pair->to].clue;
    if (from->kind == CLUE_JUMP && to->kind == CLUE_CONTINUED)
        return pair_of_jump(s->rarity, from, to);
    if (from->kind == CLUE_JUMP)
        return pair_of_jump(s->rarity, from, to) + pair_of_uncontinued(to);
    return shared_heads(from, to) < LEAST_TEASED ? least_score - 1 : pair_of_teaser(s->rarity, from, to);
}

static void keep_pair(search *s, lead_pair pair)
{
    s->pairs = arena_grow(s->mem, s->pairs, s->n_pairs, &s->capacity, sizeof *s->pairs);
    s->pairs[s->n_pairs++] = pair;
}

static void look_closely(search *s, lead_pair pair, const pair_sums *sums)
{
    double roughly = pair_roughly(sums, s->leads[pair.from].clue, s->names[pair.from], s->leads[pair.to].clue,
                                  s->names[pair.to]);
    if (roughly < s->least || !may_be_one(s->leads, s->pages, &pair))
        return;
    pair.score = score(s, &pair);
    if (pair.score >= s->least)
        keep_pair(s, pair);
}

static void look_at_met(search *s, uint32_t from)
{
    for (size_t i = 0; i < s->n_seen; i++) {
        s->met[s->seen[i]] = false;
        look_closely(s, (lead_pair){.from = from, .to = s->seen[i]}, &s->sums[s->seen[i]]);
    }
    s->n_seen = 0;
}

/* The same sums as follow() finds, for one pair. */
static void look_at_pair(search *s, uint32_t from, uint32_t to)
{
    const clue *a = s->leads[from].clue, *b = s->leads[to].clue;
    lead_pair pair = {.from = from, .to = to};
    pair_sums sums = {0};
    size_t i = 0, j = 0;
    uint32_t x, y;
    if (!may_be_one(s->leads, s->pages, &pair))
        return;
    while (clue_words_shared(a->headline, b->headline, &i, &j, &x, &y)) {
        double rare = rarity_of(s->rarity, x);
        sums.heads += rare;
        sums.n_heads += rare > 0;
    }
    sums.same_head = a->headline.n > 0 && headline_key(a->headline) == headline_key(b->headline);
    i = j = 0;
    while (a->kind == CLUE_JUMP && b->kind == CLUE_CONTINUED &&
           clue_words_shared(a->text, b->text, &i, &j, &x, &y)) {
        double rare = rarity_of(s->rarity, x);
        if (rare > 0)
            pair_add_word(&sums, s->rarity, rare, x, y);
    }
    look_closely(s, pair, &sums);
}

/* What a search over the new stories does not find: new jumps with old stories, and old pairs whose words are
 * not as rare as they were. */
static void look_at_old_stories(search *s, uint32_t from)
{
    const lead *l = &s->leads[from];
    uint64_t words = s->news->words[from];
    bool new = is_new(s, l);
    for (size_t to = 0; (new || words) && to < s->n_leads; to++) {
        const lead *other = &s->leads[to];
        if (other->open && !clue_goes_out(other->clue) && !is_new(s, other) &&
            (new || words & s->news->words[to]))
            look_at_pair(s, from, (uint32_t)to);
    }
}

/* Old pairs that nothing has changed. */
static void keep_old(search *s)
{
    const lead_news *news = s->news;
    for (size_t i = 0; i < news->n_old; i++) {
        lead_pair pair = {.from = news->old[i].from, .to = news->old[i].to, .score = news->old[i].score};
        if (!is_new(s, &s->leads[pair.from]) && !is_new(s, &s->leads[pair.to]) &&
            !(news->words[pair.from] & news->words[pair.to]) && may_be_one(s->leads, s->pages, &pair))
            keep_pair(s, pair);
    }
}

static void make_room(search *s)
{
    s->sums = arena_array(s->mem, s->n_leads, sizeof *s->sums);
    s->met = arena_array(s->mem, s->n_leads, sizeof *s->met);
    s->seen = arena_array(s->mem, s->n_leads, sizeof *s->seen);
    s->names = arena_array(s->mem, s->n_leads, sizeof *s->names);
    for (size_t i = 0; i < s->n_leads; i++)
        if (s->leads[i].open)
            s->names[i] = (uint32_t)pair_count_names(s->leads[i].clue->text);
}

lead_pair *lead_pairs(arena *mem, rarity *r, const lead *leads, size_t n_leads, const clue_page *pages,
                      size_t n_pages, const lead_news *news, size_t *n_pairs)
{
    search s = {.mem = mem, .rarity = r, .leads = leads, .n_leads = n_leads, .pages = pages, .news = news};
    double likely = rarity_log_pages((int64_t)n_pages) + least_odds;
    s.least = likely > least_score ? likely : least_score;
    make_room(&s);
    list_uses(&s);
    if (news)
        keep_old(&s);
    for (size_t i = 0; i < n_leads; i++) {
        const clue *c = leads[i].clue;
        if (!leads[i].open || !clue_goes_out(c))
            continue;
        if (s.n_uses)
            follow(&s, c);
        look_at_met(&s, (uint32_t)i);
        if (news)
            look_at_old_stories(&s, (uint32_t)i);
    }
    *n_pairs = s.n_pairs;
    return s.pairs;
}
