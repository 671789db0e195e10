#include "parse/affinity.h"

#include <math.h>
#include <stdint.h>

#include "base/ascii.h"
#include "parse/token.h"

typedef struct word_use {
    uint32_t word; /* index into the words of the page */
    float weight;  /* of this use */
} word_use;

typedef struct text_words {
    size_t first, n; /* in uses */
} text_words;

typedef struct word {
    uint64_t hash;
    uint32_t texts;     /* how many texts have it */
    uint32_t last_text; /* the last that had it, plus 1 */
} word;

struct affinity {
    word *words;
    size_t n_words;
    word_use *uses; /* by text, each word once */
    size_t n_uses;
    text_words *texts;
    size_t n_texts;
    uint32_t *postings;      /* the texts that have a word, by word */
    uint32_t *first_posting; /* by word; one more at the end */
    uint32_t *counted;       /* by group, grown as needed: stamp of the last word counted for it */
    size_t n_counted;
    uint32_t stamp;
    arena *mem;
};

typedef struct reader {
    arena *mem;
    affinity *a;
    uint32_t *slots;
    size_t n_slots;
    size_t words_capacity, uses_capacity;
} reader;

static void rehash(reader *r)
{
    size_t n_slots = r->n_slots ? r->n_slots * 2 : 1024;
    uint32_t *slots = arena_array(r->mem, n_slots, sizeof *slots);
    for (size_t i = 0; i < r->a->n_words; i++) {
        size_t at = r->a->words[i].hash & (n_slots - 1);
        while (slots[at])
            at = (at + 1) & (n_slots - 1);
        slots[at] = (uint32_t)i + 1;
    }
    r->slots = slots;
    r->n_slots = n_slots;
}

static word *find_word(reader *r, uint64_t hash)
{
    affinity *a = r->a;
    if (a->n_words * 2 >= r->n_slots)
        rehash(r);
    size_t at = hash & (r->n_slots - 1);
    while (r->slots[at] && a->words[r->slots[at] - 1].hash != hash)
        at = (at + 1) & (r->n_slots - 1);
    if (!r->slots[at]) {
        a->words = arena_grow(r->mem, a->words, a->n_words, &r->words_capacity, sizeof *a->words);
        a->words[a->n_words] = (word){.hash = hash};
        r->slots[at] = (uint32_t)++a->n_words;
    }
    return &a->words[r->slots[at] - 1];
}

static void read_text(reader *r, str text, uint32_t number)
{
    affinity *a = r->a;
    str token;
    size_t at = 0;
    bool sentence_start = true;
    a->texts[number].first = a->n_uses;
    while (token_next(text, &at, &token)) {
        str core = token_core(token);
        bool name = word_is_name(core, sentence_start);
        char end = token.ptr[token.len - 1];
        sentence_start = end == '.' || end == '?' || end == '!';
        if (!word_tells(core, name))
            continue;
        word *w = find_word(r, word_stem_hash(core));
        if (w->last_text == number + 1)
            continue;
        w->last_text = number + 1;
        w->texts++;
        a->uses = arena_grow(r->mem, a->uses, a->n_uses, &r->uses_capacity, sizeof *a->uses);
        a->uses[a->n_uses++] = (word_use){(uint32_t)(w - a->words), name ? 2.0f : 1.0f};
    }
    a->texts[number].n = a->n_uses - a->texts[number].first;
}

static void list_postings(affinity *a)
{
    a->first_posting = arena_array(a->mem, a->n_words + 1, sizeof *a->first_posting);
    a->postings = arena_array(a->mem, a->n_uses, sizeof *a->postings);
    for (size_t w = 0; w < a->n_words; w++)
        a->first_posting[w + 1] = a->first_posting[w] + a->words[w].texts;
    uint32_t *next = arena_array(a->mem, a->n_words, sizeof *next);
    for (size_t t = 0; t < a->n_texts; t++)
        for (size_t u = a->texts[t].first; u < a->texts[t].first + a->texts[t].n; u++) {
            uint32_t w = a->uses[u].word;
            a->postings[a->first_posting[w] + next[w]++] = (uint32_t)t;
        }
}

affinity *affinity_new(arena *mem, const str *texts, size_t n)
{
    affinity *a = arena_alloc(mem, sizeof *a);
    reader r = {.mem = mem, .a = a};
    a->texts = arena_array(mem, n, sizeof *a->texts);
    a->n_texts = n;
    for (size_t i = 0; i < n; i++)
        read_text(&r, texts[i], (uint32_t)i);
    a->mem = mem;
    list_postings(a);
    return a;
}

/* A word of many texts is worth little, one of two or three much; on a short page as on a full one. */
static double rarity(const affinity *a, uint32_t w)
{
    enum { FULL_PAGE_TEXTS = 60 };
    size_t n = a->n_texts < FULL_PAGE_TEXTS ? FULL_PAGE_TEXTS : a->n_texts;
    return log((double)(n + 1) / (a->words[w].texts + 0.5));
}

/* Words of more texts than this tell nothing, and following them all would not be linear. */
enum { MOST_POSTINGS = 48 };

static void score_word(affinity *a, uint32_t w, double weight, size_t first, size_t last,
                       const int32_t *group_of, double *scores)
{
    a->stamp++;
    for (uint32_t p = a->first_posting[w]; p < a->first_posting[w + 1]; p++) {
        uint32_t t = a->postings[p];
        int32_t g = t >= first && t <= last ? -1 : group_of[t];
        if (g < 0 || a->counted[g] == a->stamp)
            continue;
        a->counted[g] = a->stamp;
        scores[g] += weight;
    }
}

void affinity_scores(affinity *a, size_t first, size_t last, const int32_t *group_of, double *scores,
                     size_t n_groups)
{
    if (n_groups > a->n_counted) {
        a->counted = arena_array(a->mem, n_groups, sizeof *a->counted);
        a->n_counted = n_groups;
    }
    memset(scores, 0, n_groups * sizeof *scores);
    double all = 0;
    for (size_t t = first; t <= last && t < a->n_texts; t++) {
        for (size_t u = 0; u < a->texts[t].n; u++) {
            word_use use = a->uses[a->texts[t].first + u];
            double weight = use.weight * rarity(a, use.word);
            if (a->words[use.word].texts > MOST_POSTINGS || weight <= 0)
                continue;
            all += weight;
            score_word(a, use.word, weight, first, last, group_of, scores);
        }
    }
    for (size_t g = 0; g < n_groups && all > 0; g++)
        scores[g] /= sqrt(all);
}
