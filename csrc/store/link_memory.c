#include "store/link_memory.h"

#include <stdlib.h>

/* As it is stored: for this machine's own use. */
typedef struct stored_state {
    int64_t page;
    uint64_t state;
} stored_state;

typedef struct stored_pair {
    int64_t from_page, to_page;
    int32_t from_clue, to_clue;
    double score;
} stored_pair;

typedef struct id_index {
    int64_t id;
    uint32_t index;
} id_index;

static int by_id(const void *x, const void *y)
{
    const id_index *a = x, *b = y;
    return (a->id > b->id) - (a->id < b->id);
}

static id_index *sort_ids(arena *mem, const int64_t *ids, size_t n)
{
    id_index *sorted = arena_array(mem, n, sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = (id_index){ids[i], (uint32_t)i};
    if (n)
        qsort(sorted, n, sizeof *sorted, by_id);
    return sorted;
}

static bool find(const id_index *sorted, size_t n, int64_t id, uint32_t *index)
{
    const id_index wanted = {.id = id}, *found = n ? bsearch(&wanted, sorted, n, sizeof wanted, by_id) : NULL;
    *index = found ? found->index : 0;
    return found != NULL;
}

static void *load_items(arena *mem, db *d, const char *name, size_t item_bytes, size_t *n)
{
    void *items = NULL;
    *n = 0;
    db_rows rows = db_select(d, "SELECT items FROM link_memory WHERE name = ?1", "s", str_of(name));
    if (db_next(&rows)) {
        str bytes = db_text(&rows, 0);
        items = arena_copy(mem, bytes.ptr, bytes.len);
        *n = bytes.len / item_bytes;
        db_done(&rows);
    }
    return items;
}

static void put_items(db *d, const char *name, const void *items, size_t bytes)
{
    db_run(d, "INSERT OR REPLACE INTO link_memory VALUES (?1, ?2)", "sb", str_of(name),
           (str){bytes ? items : "", bytes});
}

bool link_memory_holds(db *d, size_t n_pages)
{
    int64_t then = db_get(d, "SELECT value FROM meta WHERE name = 'linked_pages'", "");
    double differ = rarity_log_pages(then) - rarity_log_pages((int64_t)n_pages);
    return then > 0 && differ > -0.1 && differ < 0.1;
}

loose_memory *link_memory_load(arena *mem, db *d, const int64_t *ids, size_t n_pages)
{
    size_t n_states, n_pairs;
    if (!link_memory_holds(d, n_pages) || !db_get(d, "SELECT count(*) FROM link_memory", ""))
        return NULL;
    const id_index *sorted = sort_ids(mem, ids, n_pages);
    const stored_state *states = load_items(mem, d, "states", sizeof *states, &n_states);
    const stored_pair *pairs = load_items(mem, d, "pairs", sizeof *pairs, &n_pairs);
    loose_memory *memory = arena_alloc(mem, sizeof *memory);
    memory->states = arena_array(mem, n_pages, sizeof *memory->states);
    memory->pairs = arena_array(mem, n_pairs, sizeof *memory->pairs);
    for (size_t i = 0; i < n_states; i++) {
        uint32_t at;
        if (find(sorted, n_pages, states[i].page, &at))
            memory->states[at] = states[i].state;
    }
    for (size_t i = 0; i < n_pairs; i++) {
        const stored_pair *p = &pairs[i];
        kept_pair kept = {.from_clue = p->from_clue, .to_clue = p->to_clue, .score = p->score};
        if (find(sorted, n_pages, p->from_page, &kept.from_page) &&
            find(sorted, n_pages, p->to_page, &kept.to_page))
            memory->pairs[memory->n_pairs++] = kept;
    }
    return memory;
}

void link_memory_put(arena *mem, db *d, const int64_t *ids, size_t n_pages, const loose_memory *memory)
{
    db_run(d, "INSERT OR REPLACE INTO meta VALUES ('linked_pages', ?1)", "i", (int64_t)n_pages);
    if (!memory) {
        db_run(d, "DELETE FROM link_memory", "");
        return;
    }
    stored_state *states = arena_array(mem, n_pages, sizeof *states);
    stored_pair *pairs = arena_array(mem, memory->n_pairs, sizeof *pairs);
    for (size_t i = 0; i < n_pages; i++)
        states[i] = (stored_state){ids[i], memory->states[i]};
    for (size_t i = 0; i < memory->n_pairs; i++) {
        const kept_pair *p = &memory->pairs[i];
        pairs[i] = (stored_pair){ids[p->from_page], ids[p->to_page], p->from_clue, p->to_clue, p->score};
    }
    put_items(d, "states", states, n_pages * sizeof *states);
    put_items(d, "pairs", pairs, memory->n_pairs * sizeof *pairs);
}
