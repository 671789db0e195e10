#include "store/issue_rows.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/sort.h"
#include "store/schema.h"

/* Between two issues there is room for others, so that a new one changes no other's rank. */
#define RANK_STEP ((int64_t)1 << 20)

/* What is compared stands in rows of so many issues, by their ids, since all of it is read. */
enum { ROW_ISSUES = 64, MORE_ISSUES = 16 };

/* As it is stored, for this machine's own use. */
typedef struct stored_issue {
    int64_t id, rank, pages, articles;
    uint64_t state;     /* a hash of what it is, without rank and counts */
    uint64_t key_bytes; /* the key follows, and what is missing to a multiple of its alignment */
} stored_issue;

typedef struct old_issue {
    str key;
    const stored_issue *is;
    bool keep;
} old_issue;

typedef struct old_issues {
    arena *mem;
    old_issue *items; /* by rank */
    size_t n, capacity, next;
    old_issue **by_key; /* NULL: not needed yet */
    int64_t last_id;
} old_issues;

static str copy_text(arena *mem, const db_rows *rows, int column)
{
    str text = db_text(rows, column);
    return (str){arena_copy(mem, text.ptr, text.len), text.len};
}

static size_t aligned(size_t bytes)
{
    return (bytes + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t);
}

static int by_rank(const void *x, const void *y)
{
    const old_issue *a = x, *b = y;
    return (a->is->rank > b->is->rank) - (a->is->rank < b->is->rank);
}

static int by_key(const void *x, const void *y)
{
    return str_compare((*(old_issue *const *)x)->key, (*(old_issue *const *)y)->key);
}

/* What is stored may be damaged: fewer then. */
static void read_row(old_issues *old, str items)
{
    while (items.len >= sizeof(stored_issue)) {
        const stored_issue *is = (const void *)items.ptr;
        if (items.len - sizeof *is < is->key_bytes || is->id < 0 || is->id > INT32_MAX)
            return;
        old->items = arena_grow(old->mem, old->items, old->n, &old->capacity, sizeof *old->items);
        old->items[old->n++] = (old_issue){.key = {(const char *)(is + 1), is->key_bytes}, .is = is};
        old->last_id = is->id > old->last_id ? is->id : old->last_id;
        items = str_from(items, sizeof *is + aligned(is->key_bytes));
    }
}

/* `expected`: about how many there are. */
static old_issues load_all(arena *mem, db *d, size_t expected)
{
    old_issues old = {.mem = mem, .capacity = expected + MORE_ISSUES};
    old.items = arena_array(mem, old.capacity, sizeof *old.items);
    db_rows rows = db_select(d, "SELECT items FROM issue_row ORDER BY id", "");
    while (db_next(&rows))
        read_row(&old, copy_text(mem, &rows, 0));
    sort_items(old.items, old.n, sizeof *old.items, by_rank);
    return old;
}

/* Most issues stand where they stood. */
static old_issue *find_old(old_issues *old, str key)
{
    old_issue wanted = {.key = key}, *pointer = &wanted, **found;
    if (old->next < old->n && str_eq(old->items[old->next].key, key))
        return &old->items[old->next++];
    if (!old->n)
        return NULL;
    if (!old->by_key) {
        old->by_key = arena_array(old->mem, old->n, sizeof *old->by_key);
        for (size_t i = 0; i < old->n; i++)
            old->by_key[i] = &old->items[i];
        qsort(old->by_key, old->n, sizeof *old->by_key, by_key);
    }
    found = bsearch(&pointer, old->by_key, old->n, sizeof *old->by_key, by_key);
    if (!found)
        return NULL;
    old->next = (size_t)(*found - old->items) + 1;
    return *found;
}

static str key_of(const issue_row *row)
{
    return row->issue ? row->issue->key : STR("");
}

static uint64_t state_of(const issue_row *row)
{
    const issue *i = row->issue;
    if (!i)
        return 0;
    uint64_t state =
        hash_mix(hash_bytes(i->paper), (uint64_t)(uint32_t)i->volume << 32 | (uint32_t)i->number);
    return hash_mix(state, (uint64_t)date_packed(i->first) << 32 | date_packed(i->last));
}

/* Gives ranks between those that stay as they are, and rise; false when there is no room. */
static bool rank_between(issue_row *rows, size_t n)
{
    int64_t last = 0;
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && rows[end].rank <= last;)
            end++;
        int64_t step = end < n ? (rows[end].rank - last) / (int64_t)(end - i + 1) : RANK_STEP;
        if (step == 0)
            return false;
        for (; i < end; i++)
            rows[i].rank = last += step;
        if (end < n)
            last = rows[end++].rank;
    }
    return true;
}

static void give_ranks(issue_row *rows, size_t n)
{
    if (!rank_between(rows, n))
        for (size_t i = 0; i < n; i++)
            rows[i].rank = (int64_t)(i + 1) * RANK_STEP;
}

static str iso(arena *mem, date when)
{
    buf text = buf_in(mem);
    if (date_known(when))
        date_add_iso(&text, when);
    return buf_str(&text);
}

static void put(arena *mem, db *d, const issue_row *row)
{
    static const issue loose = {.key = {"", 0}, .paper = {"", 0}};
    const issue *i = row->issue ? row->issue : &loose;
    str title = row->issue ? issue_title(mem, i) : STR("Loose pages");
    db_run(d, "INSERT OR REPLACE INTO issue VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
           "isiiisznnzz", row->id, i->key, row->rank, row->pages, row->articles, title, i->paper,
           (int64_t)i->volume, (int64_t)i->number, iso(mem, i->first), iso(mem, i->last));
}

static void remove_issue(db *d, int64_t id)
{
    db_run(d, "DELETE FROM issue WHERE id = ?1", "i", id);
    db_run(d, "DELETE FROM issue_word WHERE issue = ?1", "i", id);
}

static bool is_same(const issue_row *row, const old_issue *old)
{
    return !row->changed && row->rank == old->is->rank && row->pages == old->is->pages &&
           row->articles == old->is->articles;
}

static void add_stored(buf *items, const issue_row *row)
{
    static const char zeros[sizeof(uint64_t)] = {0};
    str key = key_of(row);
    const stored_issue is = {.id = row->id,
                             .rank = row->rank,
                             .pages = row->pages,
                             .articles = row->articles,
                             .state = state_of(row),
                             .key_bytes = key.len};
    buf_add(items, (str){(const char *)&is, sizeof is});
    buf_add(items, key);
    buf_add(items, (str){zeros, aligned(key.len) - key.len});
}

/* Stores the rows that hold one that changed. */
static void put_stored(arena *mem, db *d, const issue_row *rows, size_t n, const bool *differs,
                       size_t n_stored)
{
    buf *stored = arena_array(mem, n_stored, sizeof *stored);
    for (size_t i = 0; i < n; i++) {
        size_t at = (size_t)rows[i].id / ROW_ISSUES;
        stored[at].mem = mem;
        if (differs[at])
            add_stored(&stored[at], &rows[i]);
    }
    for (size_t at = 0; at < n_stored; at++) {
        if (differs[at])
            db_run(d, "DELETE FROM issue_row WHERE id = ?1", "i", (int64_t)at);
        if (stored[at].len)
            db_run(d, "INSERT INTO issue_row VALUES (?1, ?2)", "ib", (int64_t)at, buf_str(&stored[at]));
    }
}

void issue_rows_put(arena *mem, db *d, issue_row *rows, size_t n)
{
    old_issues all = load_all(mem, d, n);
    old_issue **old = arena_array(mem, n, sizeof *old);
    int64_t last_id = all.last_id;
    for (size_t i = 0; i < n; i++) {
        old[i] = find_old(&all, key_of(&rows[i]));
        rows[i].id = !rows[i].issue ? LOOSE_ISSUE : old[i] ? old[i]->is->id : ++last_id;
        rows[i].changed = !old[i] || old[i]->is->state != state_of(&rows[i]);
        rows[i].rank = old[i] ? old[i]->is->rank : 0;
        if (old[i])
            old[i]->keep = true;
    }
    give_ranks(rows, n);
    size_t n_stored = (size_t)last_id / ROW_ISSUES + 1;
    bool *differs = arena_array(mem, n_stored, sizeof *differs);
    for (size_t i = 0; i < all.n; i++) {
        if (all.items[i].keep)
            continue;
        remove_issue(d, all.items[i].is->id);
        differs[(size_t)all.items[i].is->id / ROW_ISSUES] = true;
    }
    for (size_t i = 0; i < n; i++) {
        if (old[i] && is_same(&rows[i], old[i]))
            continue;
        put(mem, d, &rows[i]);
        differs[(size_t)rows[i].id / ROW_ISSUES] = true;
    }
    put_stored(mem, d, rows, n, differs, n_stored);
}

static int read_number(str digits)
{
    int value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (digits.ptr[i] - '0');
    return value;
}

/* "2025-05-17" */
static date date_at(const db_rows *rows, int column)
{
    str text = db_text(rows, column);
    if (text.len != 10)
        return (date){0};
    return (date){(int16_t)read_number(str_to(text, 4)), (int8_t)read_number((str){text.ptr + 5, 2}),
                  (int8_t)read_number((str){text.ptr + 8, 2})};
}

const issue *issue_load(arena *mem, db *d, int64_t id)
{
    if (id == LOOSE_ISSUE)
        return NULL;
    issue *found = NULL;
    db_rows rows = db_select(
        d, "SELECT key, paper, volume, number, date_first, date_last FROM issue WHERE id = ?1", "i", id);
    if (db_next(&rows)) {
        found = arena_alloc(mem, sizeof *found);
        *found = (issue){.key = copy_text(mem, &rows, 0),
                         .paper = copy_text(mem, &rows, 1),
                         .volume = (int32_t)db_int(&rows, 2),
                         .number = (int32_t)db_int(&rows, 3),
                         .first = date_at(&rows, 4),
                         .last = date_at(&rows, 5)};
        db_done(&rows);
    }
    return found;
}
