#include "store/link_memory.h"

#include <stdlib.h>

/* Uses are stored in parts, by the first bits of their keys. */
enum { PART_BITS = 10, N_PARTS = 1 << PART_BITS };

/* As it is stored: for this machine's own use. */
typedef struct stored_page {
    int64_t id;
    uint64_t state, joined, listed;
} stored_page;

typedef struct stored_pair {
    uint32_t from_page, to_page; /* among the stored pages */
    int32_t from_clue, to_clue;
    double score;
    uint32_t n_words, found; /* words stand one behind the other */
} stored_pair;

typedef struct stored_use {
    int64_t page; /* id */
    uint32_t key, item;
    int32_t clue, unused;
} stored_use;

typedef struct id_index {
    int64_t id;
    uint32_t index;
} id_index;

typedef struct part {
    bool loaded;
    const stored_use *uses; /* by key */
    size_t n;
} part;

struct link_memory {
    arena *mem;
    db *db;
    const int64_t *ids;
    size_t n_pages;
    id_index *sorted;
    part parts[2][N_PARTS];
};

static int by_id(const void *x, const void *y)
{
    const id_index *a = x, *b = y;
    return (a->id > b->id) - (a->id < b->id);
}

link_memory *link_memory_open(arena *mem, db *d, const int64_t *ids, size_t n_pages)
{
    link_memory *m = arena_alloc(mem, sizeof *m);
    *m = (link_memory){.mem = mem, .db = d, .ids = ids, .n_pages = n_pages};
    m->sorted = arena_array(mem, n_pages, sizeof *m->sorted);
    for (size_t i = 0; i < n_pages; i++)
        m->sorted[i] = (id_index){ids[i], (uint32_t)i};
    if (n_pages)
        qsort(m->sorted, n_pages, sizeof *m->sorted, by_id);
    return m;
}

/* In the caller's order; the number of pages for one that is gone. */
static uint32_t index_of(const link_memory *m, int64_t id)
{
    const id_index wanted = {.id = id};
    const id_index *found = m->n_pages ? bsearch(&wanted, m->sorted, m->n_pages, sizeof wanted, by_id) : NULL;
    return found ? found->index : (uint32_t)m->n_pages;
}

static void *copy_items(arena *mem, db_rows *rows, size_t item_bytes, size_t *n)
{
    void *items = NULL;
    *n = 0;
    if (db_next(rows)) {
        str bytes = db_text(rows, 0);
        items = arena_copy(mem, bytes.ptr, bytes.len);
        *n = bytes.len / item_bytes;
        db_done(rows);
    }
    return items;
}

static void *load_items(link_memory *m, const char *name, size_t item_bytes, size_t *n)
{
    db_rows rows = db_select(m->db, "SELECT items FROM link_memory WHERE name = ?1", "s", str_of(name));
    return copy_items(m->mem, &rows, item_bytes, n);
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

static void load_pairs(link_memory *m, loose_memory *memory, const uint32_t *indexes, size_t n_indexes)
{
    size_t n, n_words, at = 0;
    const stored_pair *pairs = load_items(m, "pairs", sizeof *pairs, &n);
    const uint32_t *words = load_items(m, "words", sizeof *words, &n_words);
    memory->pairs = arena_array(m->mem, n, sizeof *memory->pairs);
    for (size_t i = 0; i < n && pairs[i].n_words <= n_words - at; at += pairs[i++].n_words) {
        const stored_pair *p = &pairs[i];
        if (p->from_page >= n_indexes || p->to_page >= n_indexes)
            continue;
        kept_pair kept = {.from_page = indexes[p->from_page],
                          .to_page = indexes[p->to_page],
                          .from_clue = p->from_clue,
                          .to_clue = p->to_clue,
                          .score = p->score,
                          .words = {words + at, p->n_words},
                          .found = p->found != 0};
        if (kept.from_page < m->n_pages && kept.to_page < m->n_pages)
            memory->pairs[memory->n_pairs++] = kept;
    }
}

loose_memory *link_memory_load(link_memory *m)
{
    size_t n;
    if (!link_memory_holds(m->db, m->n_pages) || !db_get(m->db, "SELECT count(*) FROM link_memory", ""))
        return NULL;
    const stored_page *pages = load_items(m, "pages", sizeof *pages, &n);
    uint32_t *indexes = arena_array(m->mem, n, sizeof *indexes);
    loose_memory *memory = arena_alloc(m->mem, sizeof *memory);
    memory->pages = arena_array(m->mem, m->n_pages, sizeof *memory->pages);
    for (size_t i = 0; i < n; i++) {
        indexes[i] = index_of(m, pages[i].id);
        if (indexes[i] < m->n_pages)
            memory->pages[indexes[i]] = (kept_page){pages[i].state, pages[i].joined, pages[i].listed != 0};
    }
    load_pairs(m, memory, indexes, n);
    return memory;
}

static const part *load_part(link_memory *m, bool out, uint32_t key)
{
    size_t at = key >> (32 - PART_BITS);
    part *p = &m->parts[out][at];
    if (!p->loaded) {
        db_rows rows = db_select(m->db, "SELECT items FROM link_use WHERE part = ?1", "i",
                                 (int64_t)(out ? at + N_PARTS : at));
        p->uses = copy_items(m->mem, &rows, sizeof *p->uses, &p->n);
        p->loaded = true;
    }
    return p;
}

kept_use *link_memory_uses(link_memory *m, bool out, uint32_t key, size_t *n)
{
    const part *p = load_part(m, out, key);
    size_t low = 0, high = p->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->uses[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < p->n && p->uses[end].key == key)
        end++;
    kept_use *kept = arena_array(m->mem, end - low, sizeof *kept);
    *n = end - low;
    for (size_t i = 0; i < *n; i++) {
        const stored_use *use = &p->uses[low + i];
        kept[i] = (kept_use){use->key, use->item, index_of(m, use->page), use->clue};
    }
    return kept;
}

static void put_pairs(link_memory *m, const loose_memory *memory)
{
    size_t n_words = 0;
    for (size_t i = 0; i < memory->n_pairs; i++)
        n_words += memory->pairs[i].words.n;
    stored_pair *pairs = arena_array(m->mem, memory->n_pairs, sizeof *pairs);
    uint32_t *words = arena_array(m->mem, n_words, sizeof *words);
    n_words = 0;
    for (size_t i = 0; i < memory->n_pairs; i++) {
        const kept_pair *p = &memory->pairs[i];
        pairs[i] = (stored_pair){p->from_page, p->to_page,           p->from_clue, p->to_clue,
                                 p->score,     (uint32_t)p->words.n, p->found};
        if (p->words.n)
            memcpy(words + n_words, p->words.items, p->words.n * sizeof *words);
        n_words += p->words.n;
    }
    put_items(m->db, "pairs", pairs, memory->n_pairs * sizeof *pairs);
    put_items(m->db, "words", words, n_words * sizeof *words);
}

static void put_uses(link_memory *m, bool out, const kept_use *uses, size_t n)
{
    stored_use *stored = arena_array(m->mem, n, sizeof *stored);
    for (size_t i = 0, end; i < n; i = end) {
        uint32_t at = uses[i].key >> (32 - PART_BITS);
        for (end = i; end < n && uses[end].key >> (32 - PART_BITS) == at; end++)
            stored[end] = (stored_use){.page = m->ids[uses[end].page],
                                       .key = uses[end].key,
                                       .item = uses[end].item,
                                       .clue = uses[end].clue};
        db_run(m->db, "INSERT INTO link_use VALUES (?1, ?2)", "ib", (int64_t)(out ? at + N_PARTS : at),
               (str){(const char *)(stored + i), (end - i) * sizeof *stored});
    }
}

void link_memory_put(link_memory *m, const loose_memory *memory)
{
    db_run(m->db, "INSERT OR REPLACE INTO meta VALUES ('linked_pages', ?1)", "i", (int64_t)m->n_pages);
    if (!memory) {
        db_run(m->db, "DELETE FROM link_memory", "");
        db_run(m->db, "DELETE FROM link_use", "");
        return;
    }
    stored_page *pages = arena_array(m->mem, m->n_pages, sizeof *pages);
    for (size_t i = 0; i < m->n_pages; i++)
        pages[i] = (stored_page){m->ids[i], memory->pages[i].state, memory->pages[i].joined,
                                 memory->pages[i].listed};
    put_items(m->db, "pages", pages, m->n_pages * sizeof *pages);
    put_pairs(m, memory);
    if (!memory->uses[0])
        return;
    db_run(m->db, "DELETE FROM link_use", "");
    for (int out = 0; out < 2; out++)
        put_uses(m, out, memory->uses[out], memory->n_uses[out]);
}
