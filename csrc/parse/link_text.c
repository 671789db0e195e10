#include "parse/link_text.h"

#include <math.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "parse/token.h"

enum { FIRST_SLOTS = 1024, MOST_EXPLAINED = 3, NAME_WEIGHT = 2 };

typedef struct word {
    uint64_t hash;
    str printed;     /* as it stood first */
    uint32_t texts;  /* stories that have it */
    uint32_t stamp;  /* the set read last that has it */
    uint32_t named;  /* how often with a capital inside a sentence */
    uint32_t inside; /* how often inside a sentence */
    double weight;
    bool common;
} word;

struct vocabulary {
    arena *mem;
    word *words;
    size_t n_words, words_capacity;
    uint32_t *slots; /* index into words plus 1; open addressing */
    size_t n_slots;
    uint32_t stamp, n_texts;
};

vocabulary *vocabulary_new(arena *mem)
{
    vocabulary *v = arena_alloc(mem, sizeof *v);
    v->mem = mem;
    v->n_slots = FIRST_SLOTS;
    v->slots = arena_array(mem, v->n_slots, sizeof *v->slots);
    return v;
}

static uint32_t *slot_of(const vocabulary *v, uint64_t hash)
{
    size_t at = (hash ^ hash >> 29) & (v->n_slots - 1);
    while (v->slots[at] && v->words[v->slots[at] - 1].hash != hash)
        at = (at + 1) & (v->n_slots - 1);
    return &v->slots[at];
}

static uint32_t word_id(vocabulary *v, str core)
{
    uint64_t hash = word_stem_hash(core);
    uint32_t *slot = slot_of(v, hash);
    if (*slot)
        return *slot - 1;
    v->words = arena_grow(v->mem, v->words, v->n_words, &v->words_capacity, sizeof *v->words);
    v->words[v->n_words] = (word){.hash = hash, .printed = core};
    *slot = (uint32_t)++v->n_words;
    if (v->n_words * 2 > v->n_slots) {
        v->n_slots *= 2;
        v->slots = arena_array(v->mem, v->n_slots, sizeof *v->slots);
        for (size_t i = 0; i < v->n_words; i++)
            *slot_of(v, v->words[i].hash) = (uint32_t)i + 1;
    }
    return (uint32_t)v->n_words - 1;
}

static int by_id(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

/* The words of a text, common ones only if asked for; how they are written counts only in prose, since a
 * headline's capitals name nothing. */
static word_set read_words(vocabulary *v, str text, bool with_common, bool prose)
{
    word_set set = {0};
    size_t capacity = 0, at = 0;
    bool sentence_start = true;
    str token;
    v->stamp++;
    while (token_next(text, &at, &token)) {
        str core = token_core(token);
        bool name = word_is_name(core, sentence_start), tells = word_tells(core, name);
        char end = token.ptr[token.len - 1];
        bool inside = !sentence_start;
        sentence_start = end == '.' || end == '?' || end == '!';
        if (core.len == 0 || (!tells && !with_common))
            continue;
        uint32_t id = word_id(v, core);
        word *w = &v->words[id];
        w->common |= !tells;
        w->named += prose && name;
        w->inside += prose && inside;
        if (w->stamp == v->stamp)
            continue;
        w->stamp = v->stamp;
        set.ids = arena_grow(v->mem, set.ids, set.n, &capacity, sizeof *set.ids);
        set.ids[set.n++] = id;
    }
    if (set.n)
        qsort(set.ids, set.n, sizeof *set.ids, by_id);
    return set;
}

word_set vocabulary_read(vocabulary *v, str text)
{
    return read_words(v, text, true, false);
}

/* Words broken at a line's end are closed: the lexicon's choice of a hyphen makes no difference here. */
static void add_block(buf *text, const block *b)
{
    if (b->join == JOIN_HYPHEN && text->len && text->ptr[text->len - 1] == '-')
        text->len--;
    else if (text->len)
        buf_add_char(text, ' ');
    for (size_t i = 0; i < b->n_pieces; i++) {
        buf_add(text, b->pieces[i]);
        buf_add_char(text, ' ');
    }
    if (b->n_pieces == 0)
        buf_add(text, b->text);
}

str link_body(arena *mem, const page *p, const article *a)
{
    buf text = buf_in(mem);
    for (size_t i = 0; i < a->n_reading; i++) {
        const block *b = &p->blocks[a->reading[i]];
        if (b->kind == KIND_BODY && b->join != JOIN_DUP)
            add_block(&text, b);
    }
    return buf_str(&text);
}

text_edge link_start(str text)
{
    text = token_core(text);
    if (text.len == 0 || ascii_is_digit(text.ptr[0]))
        return EDGE_UNKNOWN;
    return ascii_is_lower(text.ptr[0]) ? EDGE_CUT : EDGE_WHOLE;
}

link_text link_text_of(vocabulary *v, const page *p, const article *a)
{
    link_text t = {0};
    str body = link_body(v->mem, p, a);
    t.headline = vocabulary_read(v, a->headline);
    buf whole = buf_in(v->mem);
    buf_add(&whole, a->headline);
    buf_add(&whole, STR(". "));
    t.start = link_start(body);
    read_words(v, body, false, true); /* how words are written */
    buf_add(&whole, body);
    t.all = read_words(v, buf_str(&whole), false, false);
    for (size_t i = 0; i < t.all.n; i++)
        v->words[t.all.ids[i]].texts++;
    v->n_texts++;
    return t;
}

static bool is_name(const word *w)
{
    return w->named > 0 && w->named * 2 >= w->inside;
}

/* Rare words weigh more, a word of one story as much as one of two: it is there that a story goes on. */
void vocabulary_weigh(vocabulary *v)
{
    for (size_t i = 0; i < v->n_words; i++) {
        word *w = &v->words[i];
        double texts = w->texts > 2 ? w->texts : 2;
        double rarity = log((v->n_texts + 2) / texts);
        w->weight = rarity > 0 && !w->common ? rarity * (is_name(w) ? NAME_WEIGHT : 1) : 0;
    }
}

void word_set_weigh(const vocabulary *v, word_set *set)
{
    double sum = 0;
    for (size_t i = 0; i < set->n; i++)
        sum += v->words[set->ids[i]].weight * v->words[set->ids[i]].weight;
    set->norm = sqrt(sum);
}

/* The next id that both have, plus 1; 0 at the end. */
static size_t next_shared(const word_set *a, const word_set *b, size_t *i, size_t *j)
{
    while (*i < a->n && *j < b->n) {
        uint32_t x = a->ids[*i], y = b->ids[*j];
        *i += x <= y;
        *j += y <= x;
        if (x == y)
            return x + (size_t)1;
    }
    return 0;
}

double word_sets_likeness(const vocabulary *v, const word_set *a, const word_set *b)
{
    double sum = 0;
    size_t i = 0, j = 0;
    for (size_t id; (id = next_shared(a, b, &i, &j)) > 0;)
        sum += v->words[id - 1].weight * v->words[id - 1].weight;
    return sum > 0 ? sum / (a->norm * b->norm) : 0;
}

double word_sets_cover(const word_set *a, const word_set *b)
{
    size_t i = 0, j = 0, shared = 0;
    while (next_shared(a, b, &i, &j) > 0)
        shared++;
    return a->n ? (double)shared / (double)a->n : 0;
}

/* Puts a word among the best, heaviest first. */
static void keep_best(const word **best, size_t *n, const word *w)
{
    if (*n == MOST_EXPLAINED && w->weight <= best[*n - 1]->weight)
        return;
    size_t at = *n < MOST_EXPLAINED ? (*n)++ : *n - 1;
    for (; at > 0 && w->weight > best[at - 1]->weight; at--)
        best[at] = best[at - 1];
    best[at] = w;
}

void word_sets_explain(const vocabulary *v, const word_set *a, const word_set *b, buf *out)
{
    const word *best[MOST_EXPLAINED];
    size_t n = 0, i = 0, j = 0, names = 0;
    for (size_t id; (id = next_shared(a, b, &i, &j)) > 0;)
        if (v->words[id - 1].weight > 0)
            keep_best(best, &n, &v->words[id - 1]);
    for (size_t k = 0; k < n; k++)
        names += is_name(best[k]);
    for (size_t k = 0; k < n; k++) {
        if (k == 0)
            buf_add(out, names == n ? STR("names ") : STR("words "));
        else
            buf_add(out, k + 1 < n ? STR(", ") : STR(" and "));
        buf_add(out, best[k]->printed);
    }
}
