#include "store/clue_words.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 4096 };

typedef struct slot {
    uint32_t key; /* 0: empty; no word's key is */
    int32_t count;
} slot;

struct clue_delta {
    arena *mem;
    slot *slots;
    size_t n_slots, n;
};

clue *clues_of_page(arena *mem, db *d, int64_t page_id, size_t *n)
{
    *n = 0;
    db_rows rows = db_select(d, "SELECT clues FROM page_clue WHERE page = ?1", "i", page_id);
    if (!db_next(&rows))
        return NULL;
    str bytes = db_text(&rows, 0);
    bytes.ptr = arena_copy(mem, bytes.ptr, bytes.len);
    db_done(&rows);
    return clues_read(mem, bytes, n);
}

clue_delta *clue_delta_new(arena *mem)
{
    clue_delta *delta = arena_alloc(mem, sizeof *delta);
    *delta = (clue_delta){mem, arena_array(mem, FIRST_SLOTS, sizeof(slot)), FIRST_SLOTS, 0};
    return delta;
}

static slot *slot_of(const clue_delta *delta, uint32_t key)
{
    size_t at = key * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (delta->n_slots - 1);
    while (delta->slots[at].key && delta->slots[at].key != key)
        at = (at + 1) & (delta->n_slots - 1);
    return &delta->slots[at];
}

static void grow(clue_delta *delta)
{
    const slot *old = delta->slots;
    size_t n_old = delta->n_slots;
    delta->n_slots *= 2;
    delta->slots = arena_array(delta->mem, delta->n_slots, sizeof *delta->slots);
    for (size_t i = 0; i < n_old; i++)
        if (old[i].key)
            *slot_of(delta, old[i].key) = old[i];
}

void clue_delta_add(clue_delta *delta, const uint32_t *keys, size_t n, int32_t count)
{
    for (size_t i = 0; i < n; i++) {
        slot *s = slot_of(delta, keys[i]);
        s->count += count;
        if (s->key || !keys[i])
            continue;
        s->key = keys[i];
        if (++delta->n * 2 > delta->n_slots)
            grow(delta);
    }
}

static int by_key(const void *x, const void *y)
{
    const slot *a = x, *b = y;
    return (a->key > b->key) - (a->key < b->key);
}

static int64_t pages_with(void *context, uint32_t key)
{
    return db_get(context, "SELECT pages FROM clue_word WHERE key = ?1", "i", (int64_t)key);
}

static void put_count(db *d, uint32_t key, int64_t pages)
{
    if (pages)
        db_run(d, "INSERT OR REPLACE INTO clue_word VALUES (?1, ?2)", "ii", (int64_t)key, pages);
    else
        db_run(d, "DELETE FROM clue_word WHERE key = ?1", "i", (int64_t)key);
}

static slot *sort_slots(arena *mem, const clue_delta *delta, size_t *n)
{
    slot *sorted = arena_array(mem, delta->n, sizeof *sorted);
    *n = 0;
    for (size_t i = 0; i < delta->n_slots; i++)
        if (delta->slots[i].key && delta->slots[i].count)
            sorted[(*n)++] = delta->slots[i];
    if (*n)
        qsort(sorted, *n, sizeof *sorted, by_key);
    return sorted;
}

rarity_change clue_words_add(arena *mem, db *d, const clue_delta *delta)
{
    size_t n;
    const slot *sorted = sort_slots(mem, delta, &n);
    int64_t n_pages = db_get(d, "SELECT count(*) FROM page", "");
    rarity_change change = {.keys = arena_array(mem, n, sizeof *change.keys),
                            .rarer = arena_array(mem, n, sizeof *change.rarer)};
    for (size_t i = 0; i < n; i++) {
        int64_t pages = pages_with(d, sorted[i].key);
        double before = rarity_of_count(n_pages, pages);
        double now = rarity_of_count(n_pages, pages + sorted[i].count);
        put_count(d, sorted[i].key, pages + sorted[i].count);
        if (before < now || before > now)
            rarity_change_add(&change, sorted[i].key);
        if (before < now)
            change.rarer[change.n_rarer++] = sorted[i].key;
        change.most_lost = -sorted[i].count > change.most_lost ? -sorted[i].count : change.most_lost;
    }
    return change;
}

rarity *clue_words_rarity(arena *mem, db *d)
{
    return rarity_new(mem, db_get(d, "SELECT count(*) FROM page", ""), pages_with, d);
}
