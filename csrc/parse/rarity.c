#include "parse/rarity.h"

#include <math.h>
#include <stdlib.h>

/* Words of more pages, and of more than a share of all of them, tell nothing.  Of few pages it cannot be told
 * which words are rare: they count as some more. */
enum { MOST_PAGES = 1024, LEAST_TIMES = 8, FEW_PAGES = 64, FIRST_SLOTS = 1024 };

typedef struct slot {
    uint32_t key;   /* 0: empty */
    uint32_t asked; /* in which watch it was asked for last */
    double value;
    bool close; /* see rarity_is_close() */
} slot;

struct rarity {
    arena *mem;
    int64_t n_pages;
    rarity_source pages_with;
    void *context;
    slot *slots;
    size_t n_slots, n;
    uint32_t watch;  /* 0: none yet */
    uint32_t *asked; /* words that tell something or nearly do, asked for since it began */
    size_t n_asked, asked_capacity;
};

rarity *rarity_new(arena *mem, int64_t n_pages, rarity_source pages_with, void *context)
{
    rarity *r = arena_alloc(mem, sizeof *r);
    *r = (rarity){
        .mem = mem, .n_pages = n_pages, .pages_with = pages_with, .context = context, .n_slots = FIRST_SLOTS};
    r->slots = arena_array(mem, r->n_slots, sizeof *r->slots);
    return r;
}

static int64_t power_below(int64_t n)
{
    int64_t power = 1;
    while (power * 2 <= n)
        power *= 2;
    return power;
}

/* The power of two that is nearest. */
static int64_t power_near(int64_t n)
{
    int64_t below = power_below(n);
    return (double)n > (double)below * sqrt(2) ? below * 2 : below;
}

/* In steps, and of few pages as if they were more. */
static int64_t step_of_all(int64_t n_pages)
{
    return power_near(n_pages > FEW_PAGES ? n_pages : FEW_PAGES);
}

/* From so many pages on a word tells nothing. */
static int64_t too_many(int64_t n_pages)
{
    int64_t most = step_of_all(n_pages) / LEAST_TIMES;
    return 2 * (most < MOST_PAGES ? most : MOST_PAGES);
}

double rarity_of_count(int64_t n_pages, int64_t pages)
{
    int64_t some = power_below(pages > 2 ? pages : 2);
    return pages < too_many(n_pages) ? log((double)step_of_all(n_pages) / (double)some) : 0;
}

int64_t rarity_close_pages(int64_t n_pages)
{
    enum { LEAST_CLOSE = 16, SHARE_CLOSE = 8 };
    int64_t share = too_many(n_pages) / SHARE_CLOSE;
    return share > LEAST_CLOSE ? share : LEAST_CLOSE;
}

double rarity_trust(const rarity *r)
{
    enum { HALF_BELIEVED_PAGES = 32 };
    double pages = (double)power_near(r->n_pages > 1 ? r->n_pages : 1);
    return pages / (pages + HALF_BELIEVED_PAGES);
}

double rarity_log_pages(int64_t n_pages)
{
    return log((double)power_near(n_pages > 1 ? n_pages : 1));
}

static slot *slot_of(const rarity *r, uint32_t key)
{
    size_t at = key * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (r->n_slots - 1);
    while (r->slots[at].key && r->slots[at].key != key)
        at = (at + 1) & (r->n_slots - 1);
    return &r->slots[at];
}

static void grow(rarity *r)
{
    const slot *old = r->slots;
    size_t n_old = r->n_slots;
    r->n_slots *= 2;
    r->slots = arena_array(r->mem, r->n_slots, sizeof *r->slots);
    for (size_t i = 0; i < n_old; i++)
        if (old[i].key)
            *slot_of(r, old[i].key) = old[i];
}

/* In its slot, counted where it is not yet. */
static slot *find(rarity *r, uint32_t key)
{
    slot *s = slot_of(r, key);
    if (s->key || !key)
        return s;
    int64_t pages = r->pages_with(r->context, key);
    if ((r->n + 1) * 2 > r->n_slots)
        grow(r);
    s = slot_of(r, key);
    *s = (slot){.key = key,
                .value = rarity_of_count(r->n_pages, pages),
                .close = pages < too_many(r->n_pages) + rarity_close_pages(r->n_pages)};
    r->n++;
    return s;
}

double rarity_of(rarity *r, uint32_t item)
{
    slot *s = find(r, clue_key(item));
    if (s->asked != r->watch && s->close) {
        s->asked = r->watch;
        r->asked = arena_grow(r->mem, r->asked, r->n_asked, &r->asked_capacity, sizeof *r->asked);
        r->asked[r->n_asked++] = s->key;
    }
    return s->value;
}

bool rarity_is_close(rarity *r, uint32_t item)
{
    return find(r, clue_key(item))->close;
}

void rarity_watch(rarity *r)
{
    r->watch++;
    r->n_asked = 0;
}

clue_words rarity_asked(const rarity *r)
{
    return (clue_words){r->asked, r->n_asked};
}

static int by_value(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

uint32_t *rarity_keys(arena *mem, const clue *clues, size_t n_clues, size_t *n)
{
    size_t n_all = 0, at = 0;
    for (size_t i = 0; i < n_clues; i++)
        n_all += clues[i].text.n + clues[i].headline.n;
    uint32_t *keys = arena_array(mem, n_all, sizeof *keys);
    for (size_t i = 0; i < n_clues; i++) {
        for (size_t k = 0; k < clues[i].text.n; k++)
            keys[at++] = clue_key(clues[i].text.items[k]);
        for (size_t k = 0; k < clues[i].headline.n; k++)
            keys[at++] = clue_key(clues[i].headline.items[k]);
    }
    if (at)
        qsort(keys, at, sizeof *keys, by_value);
    *n = 0;
    for (size_t i = 0; i < at; i++)
        if (i == 0 || keys[i] != keys[i - 1])
            keys[(*n)++] = keys[i];
    return keys;
}

static size_t filter_bit(uint32_t key)
{
    return key / (CLUE_USES + 1) % (RARITY_FILTER_WORDS * 64);
}

void rarity_change_add(rarity_change *change, uint32_t key)
{
    change->keys[change->n++] = key;
    change->filter[filter_bit(key) / 64] |= UINT64_C(1) << filter_bit(key) % 64;
}

bool rarity_changed_in(clue_words words, const rarity_change *change)
{
    for (size_t i = 0; i < words.n; i++)
        if (change->filter[filter_bit(words.items[i]) / 64] >> filter_bit(words.items[i]) % 64 & 1 &&
            bsearch(&words.items[i], change->keys, change->n, sizeof *change->keys, by_value))
            return true;
    return false;
}
