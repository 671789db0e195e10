/* Pairs that were looked at closely, each once. */
#include "parse/lead.h"

/* Headlines share so many words at least where a teaser places a page; else a pair is none. */
enum { LEAST_TEASED = 3, FIRST_SLOTS = 4096, MORE_PAIRS = 64 };
static const double never = -100;

struct lead_scores {
    arena *mem;
    rarity *rarity;
    leads *leads;
    lead_score *items;
    size_t n, capacity;
    uint32_t *slots; /* index plus 1; 0 empty */
    size_t n_slots;
};

const clue *lead_clue(leads *l, size_t index)
{
    size_t at = (size_t)l->items[index].page, first = l->first[at];
    if (!l->clues[at])
        l->clues[at] = l->source(l->context, at, l->first[at + 1] - first);
    return &l->clues[at][index - first];
}

lead_scores *lead_scores_new(arena *mem, rarity *r, leads *l, size_t expected)
{
    lead_scores *s = arena_alloc(mem, sizeof *s);
    *s = (lead_scores){
        .mem = mem, .rarity = r, .leads = l, .n_slots = FIRST_SLOTS, .capacity = expected + MORE_PAIRS};
    s->items = arena_array(mem, s->capacity, sizeof *s->items);
    while (s->n_slots < 3 * expected)
        s->n_slots *= 2;
    s->slots = arena_array(mem, s->n_slots, sizeof *s->slots);
    return s;
}

static uint32_t *slot_of(const lead_scores *s, uint32_t from, uint32_t to)
{
    uint64_t hash = ((uint64_t)from << 32 | to) * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = hash >> 32 & (s->n_slots - 1);
    while (s->slots[at] && (s->items[s->slots[at] - 1].from != from || s->items[s->slots[at] - 1].to != to))
        at = (at + 1) & (s->n_slots - 1);
    return &s->slots[at];
}

static void grow(lead_scores *s)
{
    s->n_slots *= 2;
    s->slots = arena_array(s->mem, s->n_slots, sizeof *s->slots);
    for (size_t i = 0; i < s->n; i++)
        *slot_of(s, s->items[i].from, s->items[i].to) = (uint32_t)i + 1;
}

void lead_scores_know(lead_scores *s, const lead_score *known)
{
    if ((s->n + 1) * 2 > s->n_slots)
        grow(s);
    s->items = arena_grow(s->mem, s->items, s->n, &s->capacity, sizeof *s->items);
    *slot_of(s, known->from, known->to) = (uint32_t)s->n + 1;
    s->items[s->n++] = *known;
}

static lead_score *find(const lead_scores *s, uint32_t from, uint32_t to)
{
    uint32_t at = *slot_of(s, from, to);
    return at ? &s->items[at - 1] : NULL;
}

const lead_score *lead_scores_find(const lead_scores *s, uint32_t from, uint32_t to)
{
    return find(s, from, to);
}

static size_t shared_heads(const clue *a, const clue *b)
{
    size_t i = 0, j = 0, n = 0;
    uint32_t x, y;
    while (clue_words_shared(a->headline, b->headline, &i, &j, &x, &y))
        n++;
    return n;
}

static double score(rarity *r, const clue *from, const clue *to)
{
    if (from->kind == CLUE_TEASER)
        return shared_heads(from, to) < LEAST_TEASED ? never : pair_of_teaser(r, from, to);
    return pair_of_jump(r, from, to) + (to->kind == CLUE_STORY ? pair_of_uncontinued(to->byline) : 0);
}

double lead_scores_of(lead_scores *s, uint32_t from, uint32_t to, bool found)
{
    lead_score *known = find(s, from, to);
    if (known) {
        known->new |= found && !known->found;
        known->found |= found;
        known->asked |= !found;
        return known->score;
    }
    rarity_watch(s->rarity);
    lead_score made = {.from = from, .to = to, .found = found, .asked = !found, .new = true};
    made.score = score(s->rarity, lead_clue(s->leads, from), lead_clue(s->leads, to));
    if (made.score <= never)
        return never;
    clue_words asked = rarity_asked(s->rarity);
    uint32_t *words = arena_array(s->mem, asked.n, sizeof *words);
    if (asked.n)
        memcpy(words, asked.items, asked.n * sizeof *words);
    made.words = (clue_words){words, asked.n};
    lead_scores_know(s, &made);
    return made.score;
}

const lead_score *lead_scores_all(const lead_scores *s, size_t *n)
{
    *n = s->n;
    return s->items;
}
