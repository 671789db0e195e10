#include "parse/loose_pair.h"

#include <math.h>
#include <stdlib.h>

#include "parse/token.h"

/* Log odds that a story goes on as one among many that look like it.  Fitted to the press's `tune` archives.
 */
static const double weight_jump = -4.6, /* before anything is known */
    weight_text = 30.7,                 /* times the likeness of the texts */
    weight_headline = 3.8,              /* times that of the headlines */
    weight_same_headline = 4.0,         /* when they are equal */
    weight_head_in_text = 1.8,          /* times the share of the head that the text before has */
    weight_cut_fits = 3.0,              /* a sentence is cut, and goes on in lower case */
    weight_cut_differs = -4.0,          /* one side is cut, the other whole */
    name_factor = 3.0;                  /* so much more does a name weigh in a text */

/* The same for a teaser and a story. */
static const double weight_teaser = -5.0, weight_teased = 12.0, /* times the likeness of the headlines */
    least_teased = 0.5;

/* Pairs below that are none. */
static const double least_score = -2.0;

/* So many uses of words are followed for a story, rarest words first, and so many of those that share most
 * are looked at closely.  A page that mentions a day so long after an issue is not of it. */
enum { MOST_USES = 16384, MOST_CLOSE = 16, FUTURE_DAYS = 366, MOST_EXPLAINED = 3, LEAST_TEASED = 3 };

typedef struct use_list {
    uint32_t first, n;
} use_list;

typedef struct word_use {
    uint32_t lead;
    float weight; /* what the word is of all that the lead says */
} word_use;

typedef struct rare_word {
    uint32_t key;              /* without the lowest bit */
    uint32_t texts, heads;     /* how many have it */
    use_list in_text, in_head; /* open leads that go on elsewhere, in `uses` */
} rare_word;

struct lead_words {
    arena *mem;
    const lead *leads;
    size_t n_leads;
    rare_word *words;
    size_t n_words, capacity;
    uint32_t *slots; /* index into words plus 1 */
    size_t n_slots;
    word_use *uses;
    double n_texts, n_heads;
    double *text_norms, *head_norms; /* by lead */
};

static uint32_t *slot_of(const lead_words *w, uint32_t key)
{
    size_t at = (key * (uint32_t)0x9E3779B1u) & (w->n_slots - 1);
    while (w->slots[at] && w->words[w->slots[at] - 1].key != key)
        at = (at + 1) & (w->n_slots - 1);
    return &w->slots[at];
}

static rare_word *find_word(const lead_words *w, uint32_t item)
{
    uint32_t at = *slot_of(w, item & ~(uint32_t)1);
    return at ? &w->words[at - 1] : NULL;
}

static rare_word *add_word(lead_words *w, uint32_t item)
{
    uint32_t *slot = slot_of(w, item & ~(uint32_t)1);
    if (*slot)
        return &w->words[*slot - 1];
    w->words = arena_grow(w->mem, w->words, w->n_words, &w->capacity, sizeof *w->words);
    w->words[w->n_words] = (rare_word){.key = item & ~(uint32_t)1};
    *slot = (uint32_t)++w->n_words;
    if (w->n_words * 2 > w->n_slots) {
        w->n_slots *= 2;
        w->slots = arena_array(w->mem, w->n_slots, sizeof *w->slots);
        for (size_t i = 0; i < w->n_words; i++)
            *slot_of(w, w->words[i].key) = (uint32_t)i + 1;
    }
    return &w->words[w->n_words - 1];
}

static bool is_listed(const lead *l)
{
    return l->open && !clue_goes_out(l->clue);
}

static void count_words(lead_words *w)
{
    for (size_t i = 0; i < w->n_leads; i++) {
        const lead *l = &w->leads[i];
        const clue *c = l->clue;
        w->n_texts += c->text.n > 0;
        w->n_heads += c->headline.n > 0;
        for (size_t k = 0; k < c->text.n; k++) {
            rare_word *word = add_word(w, c->text.items[k]);
            word->texts++;
            word->in_text.n += is_listed(l);
        }
        for (size_t k = 0; k < c->headline.n; k++) {
            rare_word *word = add_word(w, c->headline.items[k]);
            word->heads++;
            word->in_head.n += is_listed(l);
        }
    }
}

static double text_rarity(const lead_words *w, uint32_t item)
{
    const rare_word *word = find_word(w, item);
    return log((w->n_texts + 2) / (word && word->texts > 2 ? word->texts : 2));
}

static double head_rarity(const lead_words *w, uint32_t item)
{
    const rare_word *word = find_word(w, item);
    return log((w->n_heads + 2) / (word && word->heads > 2 ? word->heads : 2));
}

/* What a word of a text weighs: rare ones more, names most. */
static double text_weight(const lead_words *w, uint32_t item)
{
    return text_rarity(w, item) * (item & 1 ? name_factor : 1);
}

static double norm_of(const lead_words *w, clue_words items, bool heads)
{
    double sum = 0;
    for (size_t i = 0; i < items.n; i++) {
        double weight = heads ? head_rarity(w, items.items[i]) : text_weight(w, items.items[i]);
        sum += weight * weight;
    }
    return sqrt(sum);
}

static void measure(lead_words *w)
{
    w->text_norms = arena_array(w->mem, w->n_leads, sizeof *w->text_norms);
    w->head_norms = arena_array(w->mem, w->n_leads, sizeof *w->head_norms);
    for (size_t i = 0; i < w->n_leads; i++) {
        w->text_norms[i] = norm_of(w, w->leads[i].clue->text, false);
        w->head_norms[i] = norm_of(w, w->leads[i].clue->headline, true);
    }
}

static void list_use(lead_words *w, use_list *list, size_t lead_index, double weight)
{
    w->uses[list->first + list->n++] = (word_use){(uint32_t)lead_index, (float)weight};
}

static void list_uses_of(lead_words *w, size_t index)
{
    const clue *c = w->leads[index].clue;
    for (size_t i = 0; i < c->text.n; i++) {
        uint32_t item = c->text.items[i];
        list_use(w, &find_word(w, item)->in_text, index, text_weight(w, item) / w->text_norms[index]);
    }
    for (size_t i = 0; i < c->headline.n; i++) {
        uint32_t item = c->headline.items[i];
        list_use(w, &find_word(w, item)->in_head, index, head_rarity(w, item) / w->head_norms[index]);
    }
}

static void list_uses(lead_words *w)
{
    uint32_t n = 0;
    for (size_t i = 0; i < w->n_words; i++) {
        rare_word *word = &w->words[i];
        uint32_t n_text = word->in_text.n, n_head = word->in_head.n;
        word->in_text = (use_list){n, 0};
        word->in_head = (use_list){n + n_text, 0};
        n += n_text + n_head;
    }
    w->uses = arena_array(w->mem, n, sizeof *w->uses);
    for (size_t i = 0; i < w->n_leads; i++)
        if (is_listed(&w->leads[i]))
            list_uses_of(w, i);
}

lead_words *lead_words_new(arena *mem, const lead *leads, size_t n_leads)
{
    lead_words *w = arena_alloc(mem, sizeof *w);
    *w = (lead_words){.mem = mem, .leads = leads, .n_leads = n_leads, .n_slots = 1024};
    w->slots = arena_array(mem, w->n_slots, sizeof *w->slots);
    count_words(w);
    measure(w);
    list_uses(w);
    return w;
}

/* The next word that is in both; false at the end. */
static bool next_shared(clue_words a, clue_words b, size_t *i, size_t *j, uint32_t *in_a, uint32_t *in_b)
{
    while (*i < a.n && *j < b.n) {
        uint32_t x = a.items[*i], y = b.items[*j];
        bool same = x >> 1 == y >> 1;
        *i += x >> 1 <= y >> 1;
        *j += y >> 1 <= x >> 1;
        if (same) {
            *in_a = x;
            *in_b = y;
            return true;
        }
    }
    return false;
}

/* Cosine of the weighted sets. */
static double text_likeness(const lead_words *w, const lead *a, const lead *b)
{
    double sum = 0;
    size_t i = 0, j = 0;
    uint32_t x, y;
    while (next_shared(a->clue->text, b->clue->text, &i, &j, &x, &y))
        sum += text_weight(w, x) * text_weight(w, y);
    return sum > 0 ? sum / (w->text_norms[a - w->leads] * w->text_norms[b - w->leads]) : 0;
}

static double head_likeness(const lead_words *w, const lead *a, const lead *b)
{
    double sum = 0;
    size_t i = 0, j = 0;
    uint32_t x, y;
    while (next_shared(a->clue->headline, b->clue->headline, &i, &j, &x, &y))
        sum += head_rarity(w, x) * head_rarity(w, x);
    return sum > 0 ? sum / (w->head_norms[a - w->leads] * w->head_norms[b - w->leads]) : 0;
}

/* The share of a headline's words, rare ones more, that the text has. */
static double head_in_text(const lead_words *w, clue_words headline, clue_words text)
{
    double all = 0, shared = 0;
    size_t i = 0, j = 0;
    uint32_t x, y;
    while (next_shared(headline, text, &i, &j, &x, &y))
        shared += text_rarity(w, x);
    for (i = 0; i < headline.n; i++)
        all += text_rarity(w, headline.items[i]);
    return all > 0 ? shared / all : 0;
}

static double score_jump(const lead_words *w, const lead *from, const lead *to)
{
    const clue *a = from->clue, *b = to->clue;
    double heads = head_likeness(w, from, to), score = weight_jump;
    score += weight_text * text_likeness(w, from, to);
    score += weight_headline * heads + weight_head_in_text * head_in_text(w, b->headline, a->text);
    if (heads > 0.99)
        score += weight_same_headline;
    if (a->edge == EDGE_UNKNOWN || b->edge == EDGE_UNKNOWN)
        return score;
    return score + (a->edge != b->edge ? weight_cut_differs : a->edge == EDGE_CUT ? weight_cut_fits : 0);
}

static double score_teaser(const lead_words *w, const lead *from, const lead *to)
{
    double heads = head_likeness(w, from, to);
    if (to->clue->headline.n < LEAST_TEASED || heads < least_teased)
        return least_score - 1;
    return weight_teaser + weight_teased * heads;
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
static bool may_be_one(const lead_words *w, const clue_page *pages, lead_pair *pair)
{
    const lead *from = &w->leads[pair->from], *to = &w->leads[pair->to];
    const clue_page *p = &pages[from->page], *q = &pages[to->page];
    bool teased = from->clue->kind == CLUE_TEASER;
    if (teased != (to->clue->kind == CLUE_STORY) || from->page == to->page ||
        (p->issue >= 0 && q->issue >= 0 && (p->issue != q->issue || (p->number && q->number))))
        return false;
    int32_t f = teased ? p->number : to->clue->page, t = from->clue->page;
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

typedef struct rare_item {
    const rare_word *word;
    double weight;
    uint32_t n; /* of all stories have it */
} rare_item;

typedef struct search {
    const lead_words *words;
    const clue_page *pages;
    double *sums; /* by lead: how alike it is */
    uint32_t *seen;
    size_t n_seen;
    rare_item *items; /* of the story looked at */
    size_t capacity;
} search;

static int rarest_first(const void *x, const void *y)
{
    const rare_item *a = x, *b = y;
    int order = (a->n > b->n) - (a->n < b->n);
    return order ? order : (a->word->key > b->word->key) - (a->word->key < b->word->key);
}

static size_t list_items(search *s, clue_words items, bool heads)
{
    const lead_words *w = s->words;
    for (size_t i = 0; i < items.n; i++) {
        s->items = arena_grow(w->mem, s->items, i, &s->capacity, sizeof *s->items);
        const rare_word *word = find_word(w, items.items[i]);
        double weight = heads ? head_rarity(w, items.items[i]) : text_weight(w, items.items[i]);
        s->items[i] = (rare_item){word, weight, heads ? word->heads : word->texts};
    }
    if (items.n)
        qsort(s->items, items.n, sizeof *s->items, rarest_first);
    return items.n;
}

/* Adds to the leads that share rare words with these how alike they are. */
static void follow(search *s, clue_words items, bool heads, double factor)
{
    const lead_words *w = s->words;
    size_t n = list_items(s, items, heads), n_uses = 0;
    for (size_t i = 0; i < n; i++) {
        const rare_item *item = &s->items[i];
        use_list list = heads ? item->word->in_head : item->word->in_text;
        n_uses += list.n;
        if (n_uses > MOST_USES)
            break;
        for (uint32_t k = 0; k < list.n; k++) {
            word_use use = w->uses[list.first + k];
            if (s->sums[use.lead] == 0)
                s->seen[s->n_seen++] = use.lead;
            s->sums[use.lead] += factor * item->weight * (double)use.weight;
        }
    }
}

/* Those that share most. */
static size_t closest(search *s, uint32_t from, lead_pair *close)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n_seen; i++) {
        uint32_t at = s->seen[i];
        lead_pair pair = {.from = from, .to = at, .score = s->sums[at]};
        s->sums[at] = 0;
        if (n == MOST_CLOSE && pair.score <= close[n - 1].score)
            continue;
        if (!may_be_one(s->words, s->pages, &pair))
            continue;
        size_t k = n < MOST_CLOSE ? n++ : n - 1;
        for (; k > 0 && close[k - 1].score < pair.score; k--)
            close[k] = close[k - 1];
        close[k] = pair;
    }
    s->n_seen = 0;
    return n;
}

lead_pair *lead_pairs(arena *mem, const lead_words *words, const clue_page *pages, size_t *n_pairs)
{
    search s = {.words = words, .pages = pages};
    s.sums = arena_array(mem, words->n_leads, sizeof *s.sums);
    s.seen = arena_array(mem, words->n_leads, sizeof *s.seen);
    lead_pair *pairs = NULL;
    size_t capacity = 0;
    *n_pairs = 0;
    for (size_t i = 0; i < words->n_leads; i++) {
        const lead *l = &words->leads[i];
        if (!l->open || !clue_goes_out(l->clue))
            continue;
        lead_pair close[MOST_CLOSE];
        if (l->clue->headline.n)
            follow(&s, l->clue->headline, true, weight_headline / words->head_norms[i]);
        if (l->clue->text.n)
            follow(&s, l->clue->text, false, weight_text / words->text_norms[i]);
        size_t n = closest(&s, (uint32_t)i, close);
        for (size_t k = 0; k < n; k++) {
            const lead *to = &words->leads[close[k].to];
            close[k].score =
                l->clue->kind == CLUE_JUMP ? score_jump(words, l, to) : score_teaser(words, l, to);
            if (close[k].score < least_score)
                continue;
            pairs = arena_grow(mem, pairs, *n_pairs, &capacity, sizeof *pairs);
            pairs[(*n_pairs)++] = close[k];
        }
    }
    return pairs;
}

typedef struct shared_name {
    str name;
    double rarity;
} shared_name;

static void keep_rarest(shared_name *best, size_t *n, shared_name new)
{
    for (size_t i = 0; i < *n; i++)
        if (str_eq(best[i].name, new.name))
            return;
    if (*n == MOST_EXPLAINED && new.rarity <= best[*n - 1].rarity)
        return;
    size_t at = *n < MOST_EXPLAINED ? (*n)++ : *n - 1;
    for (; at > 0 && new.rarity > best[at - 1].rarity; at--)
        best[at] = best[at - 1];
    best[at] = new;
}

static size_t shared_names(const lead_words *w, const clue *a, const clue *b, shared_name *best)
{
    size_t n = 0, at = 0;
    str name;
    while (token_next(a->names, &at, &name)) {
        uint32_t key = clue_word(name);
        for (size_t i = 0; i < b->text.n; i++)
            if (b->text.items[i] == (key | 1))
                keep_rarest(best, &n, (shared_name){name, text_rarity(w, key)});
    }
    return n;
}

void lead_pair_explain(const lead_words *words, const lead_pair *pair, buf *out)
{
    const clue *a = words->leads[pair->from].clue, *b = words->leads[pair->to].clue;
    shared_name best[MOST_EXPLAINED];
    size_t n = shared_names(words, a, b, best), n_words = 0, i = 0, j = 0;
    uint32_t x, y;
    for (size_t k = 0; k < n; k++) {
        buf_add(out, k == 0 ? STR("names ") : k + 1 < n ? STR(", ") : STR(" and "));
        buf_add(out, best[k].name);
    }
    if (n)
        return;
    while (next_shared(a->text, b->text, &i, &j, &x, &y))
        n_words++;
    if (n_words)
        buf_addf(out, "%zu shared words", n_words);
    else
        buf_add(out, STR("the headline"));
}
