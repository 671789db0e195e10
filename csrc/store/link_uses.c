#include "store/link_uses.h"

#include "base/lower_bound.h"

/* They are stored in parts, by the first bits of their keys, so small that a page's words bring few others.
 */
enum { PART_BITS = 14, N_PARTS = 1 << PART_BITS };

/* As it is stored: for this machine's own use. */
typedef struct stored_use {
    int64_t page; /* id */
    uint32_t key, item;
    int32_t clue;
    uint32_t state;
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

static size_t part_of(uint32_t key)
{
    return key >> (32 - PART_BITS);
}

/* As it is stored. */
static int64_t part_id(bool out, uint32_t key)
{
    return (int64_t)part_of(key) + (out ? N_PARTS : 0);
}

static const part *load_part(link_uses *u, bool out, uint32_t key)
{
    size_t at = part_of(key);
    if (!u->parts[out][at]) {
        part *p = arena_alloc(u->pages->mem, sizeof *p);
        db_rows rows =
            db_select(u->pages->db, "SELECT items FROM link_use WHERE part = ?1", "i", part_id(out, key));
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
        kept[i] = (kept_use){.key = use->key,
                             .item = use->item,
                             .page = (uint32_t)known_index_of(u->pages, use->page),
                             .clue = use->clue,
                             .state = use->state};
    }
    return kept;
}

/* Whether it is of a page that is as it was when it was listed, and so is not listed again. */
static bool use_holds(const link_uses *u, const loose_memory *memory, const stored_use *use)
{
    size_t at = known_index_of(u->pages, use->page);
    return at < u->pages->n_pages && u->pages->found.pages[at].state == memory->pages[at].state &&
           use->state == (uint32_t)memory->pages[at].state;
}

static stored_use *add_use(stored_use *to, const known_pages *pages, const kept_use *use)
{
    *to = (stored_use){.page = pages->pages[use->page].id,
                       .key = use->key,
                       .item = use->item,
                       .clue = use->clue,
                       .state = use->state};
    return to + 1;
}

/* A part with new uses, and without those that do not hold any more. */
static void put_part(link_uses *u, const loose_memory *memory, bool out, const kept_use *new, size_t n_new)
{
    static const part none = {NULL, 0};
    const part *old = memory->all_uses ? &none : load_part(u, out, new->key);
    stored_use *all = arena_array(u->pages->mem, old->n + n_new, sizeof *all), *end = all;
    size_t n_taken = 0;
    for (size_t i = 0; i < old->n; i++) {
        for (; n_taken < n_new && new[n_taken].key < old->uses[i].key; n_taken++)
            end = add_use(end, u->pages, &new[n_taken]);
        if (use_holds(u, memory, &old->uses[i]))
            *end++ = old->uses[i];
    }
    for (; n_taken < n_new; n_taken++)
        end = add_use(end, u->pages, &new[n_taken]);
    db_run(u->pages->db, "INSERT OR REPLACE INTO link_use VALUES (?1, ?2)", "ib", part_id(out, new->key),
           (str){(const char *)all, (size_t)(end - all) * sizeof *all});
}

void link_uses_put(link_uses *u, const loose_memory *memory)
{
    if (!memory || memory->all_uses)
        db_run(u->pages->db, "DELETE FROM link_use", "");
    for (int out = 0; memory && out < 2; out++) {
        const kept_use *uses = memory->uses[out];
        for (size_t i = 0, end; i < memory->n_uses[out]; i = end) {
            end = i + 1;
            while (end < memory->n_uses[out] && part_of(uses[end].key) == part_of(uses[i].key))
                end++;
            put_part(u, memory, out, uses + i, end - i);
        }
    }
}
