#include "store/link_uses.h"

#include "base/lower_bound.h"

/* They are stored in parts, by the first bits of their keys, so small that a page's words bring few others.
 */
enum { PART_BITS = 14, N_PARTS = 1 << PART_BITS };

/* As it is stored: for this machine's own use. */
typedef struct stored_use {
    int64_t page; /* id */
    uint32_t key, item;
    int32_t clue, unused;
} stored_use;

typedef struct part {
    const stored_use *uses; /* by key */
    size_t n;
} part;

struct link_uses {
    const known_pages *pages;
    const part *parts[2][N_PARTS]; /* NULL: not loaded yet */
};

link_uses *link_uses_open(const known_pages *pages)
{
    link_uses *u = arena_alloc(pages->mem, sizeof *u);
    u->pages = pages;
    return u;
}

static const part *load_part(link_uses *u, bool out, uint32_t key)
{
    size_t at = key >> (32 - PART_BITS);
    if (!u->parts[out][at]) {
        part *p = arena_alloc(u->pages->mem, sizeof *p);
        db_rows rows = db_select(u->pages->db, "SELECT items FROM link_use WHERE part = ?1", "i",
                                 (int64_t)(out ? at + N_PARTS : at));
        if (db_next(&rows)) {
            str bytes = db_text(&rows, 0);
            p->uses = (const void *)arena_copy(u->pages->mem, bytes.ptr, bytes.len);
            p->n = bytes.len / sizeof *p->uses;
            db_done(&rows);
        }
        u->parts[out][at] = p;
    }
    return u->parts[out][at];
}

static bool is_before(const void *use, const void *key)
{
    return ((const stored_use *)use)->key < *(const uint32_t *)key;
}

kept_use *link_uses_of(link_uses *u, bool out, uint32_t key, size_t *n)
{
    const part *p = load_part(u, out, key);
    size_t first = lower_bound(p->uses, p->n, sizeof *p->uses, &key, is_before), end = first;
    while (end < p->n && p->uses[end].key == key)
        end++;
    kept_use *kept = arena_array(u->pages->mem, end - first, sizeof *kept);
    *n = end - first;
    for (size_t i = 0; i < *n; i++) {
        const stored_use *use = &p->uses[first + i];
        kept[i] = (kept_use){use->key, use->item, (uint32_t)known_index_of(u->pages, use->page), use->clue};
    }
    return kept;
}

static void put_uses(const known_pages *pages, bool out, const kept_use *uses, size_t n)
{
    stored_use *stored = arena_array(pages->mem, n, sizeof *stored);
    for (size_t i = 0, end; i < n; i = end) {
        uint32_t at = uses[i].key >> (32 - PART_BITS);
        for (end = i; end < n && uses[end].key >> (32 - PART_BITS) == at; end++)
            stored[end] = (stored_use){.page = pages->pages[uses[end].page].id,
                                       .key = uses[end].key,
                                       .item = uses[end].item,
                                       .clue = uses[end].clue};
        db_run(pages->db, "INSERT INTO link_use VALUES (?1, ?2)", "ib", (int64_t)(out ? at + N_PARTS : at),
               (str){(const char *)(stored + i), (end - i) * sizeof *stored});
    }
}

void link_uses_put(link_uses *u, const loose_memory *memory)
{
    if (memory && !memory->uses[0])
        return;
    db_run(u->pages->db, "DELETE FROM link_use", "");
    for (int out = 0; memory && out < 2; out++)
        put_uses(u->pages, out, memory->uses[out], memory->n_uses[out]);
}
