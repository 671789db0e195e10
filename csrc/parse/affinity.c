#include "parse/affinity.h"

#include <math.h>

#include "parse/token.h"

/* Words of more texts than this tell nothing, and following them all would not be linear. */
enum { MOST_POSTINGS = 48 };

typedef struct word_use {
    uint32_t word; /* index into the words of the page */
    double weight; /* of this use; 0 where the word tells nothing */
} word_use;

typedef struct use_run {
    uint32_t first, n; /* in uses */
} use_run;

typedef struct word {
    uint64_t key;       /* its stem and the stem's length */
    uint32_t texts;     /* how many texts have it */
    uint32_t last_text; /* the last that had it, plus 1 */
    uint32_t compared;  /* the comparison that met it last, and on which side: see affinity_between() */
} word;

struct affinity {
    word *words; /* the first is none: see find_word() */
    size_t n_words;
    word_use *uses; /* by text, each word once */
    size_t n_uses;
    use_run *texts;
    size_t n_texts;
    uint32_t *postings;      /* the texts that have a word, by word */
    uint32_t *first_posting; /* by word; one more at the end */
    uint32_t n_compared;
};

/* A word that tells something. */
typedef struct telling {
    uint32_t word; /* in the list */
    bool name;
} telling;

typedef struct reader {
    arena *mem;
    affinity *a;
    uint32_t *slots; /* numbers of words; 0 for none */
    unsigned slot_bits;
    size_t words_capacity;
    telling *found; /* room for those of one text */
} reader;

/* Looked for with a sentinel, since whether the word is new no branch could foresee. */
static word *find_word(reader *r, uint64_t key)
{
    affinity *a = r->a;
    if (a->n_words == r->words_capacity)
        a->words = arena_grow(r->mem, a->words, a->n_words, &r->words_capacity, sizeof *a->words);
    size_t at = (key * 0x9E3779B97F4A7C15u) >> (64 - r->slot_bits);
    a->words[0].key = key;
    while (a->words[r->slots[at]].key != key)
        at = (at + 1) & (((size_t)1 << r->slot_bits) - 1);
    bool is_new = r->slots[at] == 0;
    r->slots[at] |= (uint32_t)a->n_words & (0 - (uint32_t)is_new);
    a->n_words += is_new;
    word *found = &a->words[r->slots[at]];
    found->key = key;
    return found;
}

/* The stem and its length. */
static uint64_t stem_key(str text, const line_word *w)
{
    size_t len = word_stem_len((str){text.ptr + w->at, w->len});
    return word_key_to(w->key, len) | (uint64_t)len << 56;
}

/* The words that tell something; which they are no branch could foresee. */
static size_t find_telling(const word_run *run, const line_word *words, telling *found)
{
    bool sentence_start = true;
    size_t n = 0;
    for (size_t i = run->first, end = i + run->n; i < end; i++) {
        const line_word *w = &words[i];
        bool name = ((w->shape & SHAPE_UPPER) != 0) & (w->len > 1) & !sentence_start;
        sentence_start = w->shape & SHAPE_STOPS;
        found[n] = (telling){(uint32_t)i, name};
        n += word_tells_by(w->len, w->classes, name);
    }
    return n;
}

static void read_text(reader *r, const line_word *words, const text_words *t, uint32_t number)
{
    affinity *a = r->a;
    size_t n = find_telling(&t->words, words, r->found);
    word_use *first = a->uses + a->n_uses, *use = first;
    for (const telling *w = r->found, *end = w + n; w < end; w++) {
        word *found = find_word(r, stem_key(t->text, &words[w->word]));
        bool again = found->last_text == number + 1;
        found->last_text = number + 1;
        found->texts += !again;
        *use = (word_use){(uint32_t)(found - a->words), w->name + 1};
        use += !again;
    }
    a->texts[number] = (use_run){(uint32_t)a->n_uses, (uint32_t)(use - first)};
    a->n_uses += (size_t)(use - first);
}

static void list_postings(affinity *a, arena *mem)
{
    a->first_posting = arena_array(mem, a->n_words + 1, sizeof *a->first_posting);
    a->postings = arena_array(mem, a->n_uses, sizeof *a->postings);
    uint32_t *next = arena_array(mem, a->n_words + 1, sizeof *next);
    for (size_t w = 0; w < a->n_words; w++)
        next[w + 1] = a->first_posting[w + 1] = a->first_posting[w] + a->words[w].texts;
    for (size_t t = 0; t < a->n_texts; t++)
        for (size_t u = a->texts[t].first; u < a->texts[t].first + a->texts[t].n; u++)
            a->postings[next[a->uses[u].word]++] = (uint32_t)t;
}

/* A word of many texts is worth little, one of two or three much; on a short page as on a full one. */
static void weigh_uses(affinity *a)
{
    enum { FULL_PAGE_TEXTS = 60 };
    double rarity[MOST_POSTINGS + 1]; /* by how many texts have a word */
    size_t n = a->n_texts < FULL_PAGE_TEXTS ? FULL_PAGE_TEXTS : a->n_texts;
    for (size_t texts = 0; texts <= MOST_POSTINGS; texts++)
        rarity[texts] = log((double)(n + 1) / ((double)texts + 0.5));
    for (size_t u = 0; u < a->n_uses; u++) {
        uint32_t texts = a->words[a->uses[u].word].texts;
        a->uses[u].weight *= texts > MOST_POSTINGS ? 0 : rarity[texts];
    }
}

affinity *affinity_new(arena *mem, const word_list *list, const text_words *texts, size_t n)
{
    enum { WORDS_A_WORD = 2 }; /* so often does a word stand, or another that tells nothing */
    affinity *a = arena_alloc(mem, sizeof *a);
    reader r = {.mem = mem, .a = a, .slot_bits = 6};
    size_t words = 0, longest = 0;
    for (size_t i = 0; i < n; i++) {
        words += texts[i].words.n;
        longest = texts[i].words.n > longest ? texts[i].words.n : longest;
    }
    while ((size_t)1 << r.slot_bits < words + words / 4)
        r.slot_bits++;
    r.slots = arena_array(mem, (size_t)1 << r.slot_bits, sizeof *r.slots);
    r.words_capacity = words / WORDS_A_WORD + 2;
    a->n_words = 1;
    a->words = arena_array(mem, r.words_capacity, sizeof *a->words);
    a->uses = arena_array(mem, words, sizeof *a->uses);
    a->texts = arena_array(mem, n, sizeof *a->texts);
    a->n_texts = n;
    r.found = arena_array(mem, longest, sizeof *r.found);
    for (size_t i = 0; i < n; i++)
        read_text(&r, list->items, &texts[i], (uint32_t)i);
    list_postings(a, mem);
    weigh_uses(a);
    return a;
}

size_t affinity_size(const affinity *a, text_run run)
{
    if (run.first >= run.end)
        return 0;
    const use_run *last = &a->texts[run.end - 1];
    return last->first + last->n - a->texts[run.first].first;
}

/* The weight or 0, without a branch. */
static double weight_if(double weight, bool yes)
{
    uint64_t bits;
    memcpy(&bits, &weight, sizeof bits);
    bits &= 0 - (uint64_t)yes;
    memcpy(&weight, &bits, sizeof weight);
    return weight;
}

double affinity_between(affinity *a, text_run one, text_run other)
{
    if (affinity_size(a, one) == 0 || affinity_size(a, other) == 0)
        return 0;
    double all = 0, own = 0, shared = 0;
    uint32_t in_one = ++a->n_compared, in_other = ++a->n_compared;
    const word_use *use = a->uses + a->texts[one.first].first;
    for (const word_use *end = use + affinity_size(a, one); use < end; use++) {
        own += weight_if(use->weight, a->words[use->word].compared != in_one);
        a->words[use->word].compared = in_one;
    }
    use = a->uses + a->texts[other.first].first;
    for (const word_use *end = use + affinity_size(a, other); use < end; use++) {
        uint32_t *met = &a->words[use->word].compared;
        all += weight_if(use->weight, *met != in_other);
        shared += weight_if(use->weight, *met == in_one);
        *met = in_other;
    }
    return shared / sqrt(all * own);
}

affinity_scores affinity_scores_new(arena *mem, size_t n_groups)
{
    affinity_scores s = {.n_groups = n_groups};
    s.of = arena_array(mem, n_groups + 1, sizeof *s.of);
    s.touched = arena_array(mem, n_groups + 1, sizeof *s.touched);
    s.counted = arena_array(mem, n_groups + 1, sizeof *s.counted);
    return s;
}

/* What is of no group counts for one behind the last: which text has a word no branch could foresee. */
static void score_word(const affinity *a, uint32_t w, double weight, text_run run, const int32_t *group_of,
                       affinity_scores *s)
{
    s->stamp++;
    for (uint32_t p = a->first_posting[w]; p < a->first_posting[w + 1]; p++) {
        uint32_t t = a->postings[p];
        bool outside = (t < run.first) | (t >= run.end), grouped = outside & (group_of[t] >= 0);
        size_t g = grouped ? (size_t)group_of[t] : s->n_groups;
        bool fresh = s->counted[g] != s->stamp, first = s->of[g] == 0;
        s->counted[g] = s->stamp;
        s->touched[s->n_touched] = (int32_t)g;
        s->n_touched += grouped & fresh & first;
        s->of[g] += weight_if(weight, fresh);
    }
}

void affinity_score(const affinity *a, size_t first, size_t last, const int32_t *group_of, affinity_scores *s)
{
    for (size_t i = 0; i < s->n_touched; i++)
        s->of[s->touched[i]] = 0;
    s->n_touched = 0;
    text_run run = {first, last + 1};
    double all = 0;
    for (size_t t = first; t <= last && t < a->n_texts; t++) {
        for (const word_use *use = a->uses + a->texts[t].first, *end = use + a->texts[t].n; use < end;
             use++) {
            all += use->weight;
            if (use->weight > 0 && a->words[use->word].texts > 1)
                score_word(a, use->word, use->weight, run, group_of, s);
        }
    }
    double root = sqrt(all);
    for (size_t i = 0; i < s->n_touched; i++)
        s->of[s->touched[i]] /= root;
}
