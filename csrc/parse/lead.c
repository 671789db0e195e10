#include "parse/lead.h"

#include <math.h>
#include <stdlib.h>

#include "parse/lead_use.h"

/* Pairs so unlikely among that many pages are none. */
static const double least_score = -1.5, least_odds = -5.9;

/* A page that mentions a day so long after an issue is not of it. */
enum { FUTURE_DAYS = 366, MORE_PAIRS = 64 };

typedef struct search {
    arena *mem;
    rarity *rarity;
    leads *leads;
    lead_scores *scores;
    const lead_news *news;
    uint32_t *new_leads[2]; /* open ones; of stories, and those that go out */
    size_t n_new[2];
    double least;
    lead_use_list uses; /* of the other side */
    uint32_t *met;  /* by lead: where its sums are, plus 1; 0 when it shares nothing with the one looked at */
    uint32_t *seen; /* leads that do */
    pair_sums *sums; /* of these */
    size_t n_seen, seen_capacity, sums_capacity;
    lead_pair *pairs;
    size_t n_pairs, capacity;
} search;

static bool is_new(const search *s, size_t page_index)
{
    return !s->news || s->news->page_changed[page_index];
}

/* ------------------------------------------------------------------ what leads share */

static pair_sums *meet(search *s, uint32_t lead_index)
{
    if (!s->met[lead_index]) {
        s->seen = arena_grow(s->mem, s->seen, s->n_seen, &s->seen_capacity, sizeof *s->seen);
        s->sums = arena_grow(s->mem, s->sums, s->n_seen, &s->sums_capacity, sizeof *s->sums);
        s->sums[s->n_seen] = (pair_sums){0};
        s->seen[s->n_seen++] = lead_index;
        s->met[lead_index] = (uint32_t)s->n_seen;
    }
    return &s->sums[s->met[lead_index] - 1];
}

static void follow_word(search *s, uint32_t item, bool head, bool out)
{
    uint32_t key = clue_key(item);
    const lead_use_list *u = &s->uses;
    size_t at = lead_uses_first(&s->uses, key);
    double rare = at < u->n && u->items[at].key == key ? rarity_of(s->rarity, item) : 0;
    for (; rare > 0 && at < u->n && u->items[at].key == key; at++) {
        const lead_use *use = &u->items[at];
        if (use->item == HEADLINE || (use->item == IN_HEADLINE) != head)
            continue;
        pair_sums *sums = meet(s, use->lead);
        if (head) {
            sums->heads += rare;
            sums->n_heads++;
        } else {
            pair_add_word(sums, s->rarity, rare, out ? item : use->item, out ? use->item : item);
        }
    }
}

/* Adds up what those of the other side share with a lead. */
static void follow(search *s, const clue *c)
{
    uint32_t whole = lead_headline_key(c->headline);
    bool out = clue_goes_out(c);
    for (size_t i = 0; i < c->headline.n; i++)
        follow_word(s, c->headline.items[i], true, out);
    for (size_t at = lead_uses_first(&s->uses, whole); at < s->uses.n && s->uses.items[at].key == whole; at++)
        if (s->uses.items[at].item == HEADLINE)
            meet(s, s->uses.items[at].lead)->same_head = c->headline.n > 0;
    for (size_t i = 0; lead_is_found_by_text(c) && i < c->text.n; i++)
        follow_word(s, c->text.items[i], false, out);
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
static bool may_be_one(const leads *l, lead_pair *pair)
{
    const lead *from = &l->items[pair->from], *to = &l->items[pair->to];
    const clue_page *p = &l->pages[from->page], *q = &l->pages[to->page];
    bool says_from = to->head.kind == CLUE_CONTINUED;
    if ((from->head.kind == CLUE_TEASER && says_from) || from->page == to->page ||
        (p->issue >= 0 && q->issue >= 0 && (p->issue != q->issue || (p->number && q->number))))
        return false;
    int32_t f = says_from ? to->head.page : p->number, t = from->head.page;
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
    pair->from_number = (int16_t)f;
    pair->to_number = (int16_t)t;
    return true;
}

static void keep_pair(search *s, lead_pair pair)
{
    s->pairs = arena_grow(s->mem, s->pairs, s->n_pairs, &s->capacity, sizeof *s->pairs);
    s->pairs[s->n_pairs++] = pair;
}

static void look_closely(search *s, lead_pair pair, const pair_sums *sums)
{
    const lead *from = &s->leads->items[pair.from], *to = &s->leads->items[pair.to];
    if (pair_roughly(sums, &from->head, &to->head) < s->least || !may_be_one(s->leads, &pair))
        return;
    const lead_score *known = lead_scores_find(s->scores, pair.from, pair.to);
    if (known && known->found)
        return;
    pair.score = lead_scores_of(s->scores, pair.from, pair.to, true);
    if (pair.score < s->least)
        return;
    pair.new = lead_scores_find(s->scores, pair.from, pair.to)->new;
    keep_pair(s, pair);
}

static void look_at_met(search *s, uint32_t index)
{
    bool out = lead_goes_out(&s->leads->items[index]);
    for (size_t i = 0; i < s->n_seen; i++) {
        uint32_t other = s->seen[i];
        s->met[other] = 0;
        look_closely(s, (lead_pair){.from = out ? index : other, .to = out ? other : index}, &s->sums[i]);
    }
    s->n_seen = 0;
}

/* ------------------------------------------------------------------ what is new */

static void list_new_leads(search *s)
{
    const leads *l = s->leads;
    size_t capacity[2] = {0};
    for (size_t at = 0; at < l->n_pages; at++)
        for (size_t i = l->first[at]; is_new(s, at) && i < l->first[at + 1]; i++) {
            bool out = lead_goes_out(&l->items[i]);
            if (!l->items[i].open)
                continue;
            s->new_leads[out] =
                arena_grow(s->mem, s->new_leads[out], s->n_new[out], &capacity[out], sizeof **s->new_leads);
            s->new_leads[out][s->n_new[out]++] = (uint32_t)i;
        }
}

static void add_listed(search *s, bool out, uint32_t key)
{
    size_t n;
    const lead_use *uses = s->news->uses(s->news->context, out, key, &n);
    for (size_t i = 0; i < n; i++)
        lead_use_add(&s->uses, uses[i]);
}

static int by_value(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static void add_listed_words(search *s, bool out)
{
    size_t n = 0, capacity = 0;
    uint32_t *keys = NULL;
    for (size_t i = 0; i < s->n_new[!out]; i++) {
        const clue *c = lead_clue(s->leads, s->new_leads[!out][i]);
        for (size_t k = 0; k <= c->headline.n + (lead_is_found_by_text(c) ? c->text.n : 0); k++) {
            keys = arena_grow(s->mem, keys, n, &capacity, sizeof *keys);
            keys[n++] = k == 0               ? lead_headline_key(c->headline)
                        : k <= c->headline.n ? clue_key(c->headline.items[k - 1])
                                             : clue_key(c->text.items[k - 1 - c->headline.n]);
        }
    }
    if (n)
        qsort(keys, n, sizeof *keys, by_value);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || keys[i] != keys[i - 1])
            add_listed(s, out, keys[i]);
}

/* The new leads of one side with those of the other; new ones that go out look for new stories themselves. */
static void look_for(search *s, bool out)
{
    s->uses = (lead_use_list){.mem = s->mem};
    for (size_t i = 0; out && i < s->n_new[!out]; i++)
        lead_uses_add(&s->uses, s->rarity, s->new_leads[!out][i], lead_clue(s->leads, s->new_leads[!out][i]));
    if (s->news)
        add_listed_words(s, !out);
    lead_uses_sort(&s->uses);
    for (size_t i = 0; s->uses.n && i < s->n_new[out]; i++) {
        follow(s, lead_clue(s->leads, s->new_leads[out][i]));
        look_at_met(s, s->new_leads[out][i]);
    }
}

/* The same sums as follow() finds, for one pair. */
static void look_at_pair(search *s, uint32_t from, uint32_t to)
{
    lead_pair pair = {.from = from, .to = to};
    pair_sums sums = {0};
    size_t i = 0, j = 0;
    uint32_t x, y;
    if (!may_be_one(s->leads, &pair))
        return;
    const clue *a = lead_clue(s->leads, from), *b = lead_clue(s->leads, to);
    while (clue_words_shared(a->headline, b->headline, &i, &j, &x, &y)) {
        double rare = rarity_of(s->rarity, x);
        sums.heads += rare;
        sums.n_heads += rare > 0;
    }
    sums.same_head = a->headline.n > 0 && lead_headline_key(a->headline) == lead_headline_key(b->headline);
    i = j = 0;
    while (lead_is_found_by_text(a) && lead_is_found_by_text(b) &&
           clue_words_shared(a->text, b->text, &i, &j, &x, &y)) {
        double rare = rarity_of(s->rarity, x);
        if (rare > 0)
            pair_add_word(&sums, s->rarity, rare, x, y);
    }
    look_closely(s, pair, &sums);
}

/* Pairs that nothing has changed. */
static void keep_known(search *s)
{
    size_t n;
    const lead_score *known = lead_scores_all(s->scores, &n);
    for (size_t i = 0; i < n; i++) {
        lead_pair pair = {
            .from = known[i].from, .to = known[i].to, .new = known[i].new, .score = known[i].score};
        if (known[i].found && pair.score >= s->least && may_be_one(s->leads, &pair))
            keep_pair(s, pair);
    }
}

/* Old leads of one side that have a word, each once: it may stand in the headline and in the text. */
static uint32_t *leads_with(search *s, bool out, uint32_t key, size_t *n)
{
    size_t n_uses;
    const lead_use *uses = s->news->uses(s->news->context, out, key, &n_uses);
    uint32_t *found = arena_array(s->mem, n_uses, sizeof *found);
    *n = 0;
    for (size_t i = 0; i < n_uses; i++)
        if (i == 0 || uses[i].lead != uses[i - 1].lead)
            found[(*n)++] = uses[i].lead;
    return found;
}

/* Old leads that have a word which is rarer now. */
typedef struct rarer_word {
    uint32_t *outs, *stories;
    size_t n_outs, n_stories;
} rarer_word;

static rarer_word *list_rarer(search *s)
{
    const lead_news *news = s->news;
    rarer_word *words = arena_array(s->mem, news->n_rarer, sizeof *words);
    for (size_t i = 0; i < news->n_rarer; i++) {
        words[i].outs = leads_with(s, true, news->rarer[i], &words[i].n_outs);
        words[i].stories = leads_with(s, false, news->rarer[i], &words[i].n_stories);
    }
    return words;
}

/* The words of stories that some of those that go out have, too. */
static void list_shared(search *s, const rarer_word *word)
{
    key_bits *wanted = arena_alloc(s->mem, sizeof *wanted);
    s->uses = (lead_use_list){.mem = s->mem, .wanted = wanted};
    for (size_t i = 0; i < word->n_outs; i++)
        key_bits_add(wanted, lead_clue(s->leads, word->outs[i]));
    for (size_t i = 0; i < word->n_stories; i++)
        lead_uses_add(&s->uses, s->rarity, word->stories[i], lead_clue(s->leads, word->stories[i]));
    lead_uses_sort(&s->uses);
}

/* Pairs of old leads that a word may find now which was too common. */
static void look_at_rarer(search *s, const rarer_word *words)
{
    for (size_t i = 0; i < s->news->n_rarer; i++) {
        if (!words[i].n_outs || !words[i].n_stories)
            continue;
        list_shared(s, &words[i]);
        for (size_t k = 0; k < words[i].n_outs; k++) {
            follow(s, lead_clue(s->leads, words[i].outs[k]));
            look_at_met(s, words[i].outs[k]);
        }
    }
}

/* Pairs of old leads, then those of new ones with them. */
static void look_at_news(search *s)
{
    const rarer_word *rarer = list_rarer(s);
    list_new_leads(s);
    keep_known(s);
    for (size_t i = 0; i < s->news->n_again; i++)
        look_at_pair(s, s->news->again[i].from, s->news->again[i].to);
    look_at_rarer(s, rarer);
    look_for(s, true);
    look_for(s, false);
}

double lead_least_score(size_t n_pages)
{
    return fmax(rarity_log_pages((int64_t)n_pages) + least_odds, least_score);
}

lead_pair *lead_pairs(arena *mem, rarity *r, leads *l, lead_scores *scores, const lead_news *news,
                      size_t *n_pairs)
{
    search s = {.mem = mem, .rarity = r, .leads = l, .scores = scores, .news = news};
    s.least = lead_least_score(l->n_pages);
    s.met = arena_array(mem, l->n, sizeof *s.met);
    lead_scores_all(scores, &s.capacity);
    s.capacity += MORE_PAIRS;
    s.pairs = arena_array(mem, s.capacity, sizeof *s.pairs);
    if (news) {
        look_at_news(&s);
    } else {
        list_new_leads(&s);
        look_for(&s, true);
    }
    *n_pairs = s.n_pairs;
    return s.pairs;
}
