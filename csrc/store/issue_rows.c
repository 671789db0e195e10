#include "store/issue_rows.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/sort.h"
#include "store/schema.h"

/* Between two issues there is room for others, so that a new one changes no other's rank. */
#define RANK_STEP ((int64_t)1 << 20)

enum { MORE_ISSUES = 16 };

typedef struct stored_issue {
    str key;
    int64_t id, rank, pages, articles;
    uint64_t state;
    bool keep;
} stored_issue;

static str copy_text(arena *mem, const db_rows *rows, int column)
{
    str text = db_text(rows, column);
    return (str){arena_copy(mem, text.ptr, text.len), text.len};
}

static int by_key(const void *x, const void *y)
{
    const stored_issue *a = x, *b = y;
    return str_compare(a->key, b->key);
}

/* `expected`: about how many there are. */
static stored_issue *load_all(arena *mem, db *d, size_t expected, size_t *n)
{
    size_t capacity = expected + MORE_ISSUES;
    stored_issue *stored = arena_array(mem, capacity, sizeof *stored);
    *n = 0;
    db_rows rows = db_select(d, "SELECT id, key, state, rank, pages, articles FROM issue", "");
    while (db_next(&rows)) {
        stored = arena_grow(mem, stored, *n, &capacity, sizeof *stored);
        stored[(*n)++] = (stored_issue){.id = db_int(&rows, 0),
                                        .key = copy_text(mem, &rows, 1),
                                        .state = (uint64_t)db_int(&rows, 2),
                                        .rank = db_int(&rows, 3),
                                        .pages = db_int(&rows, 4),
                                        .articles = db_int(&rows, 5)};
    }
    sort_items(stored, *n, sizeof *stored, by_key);
    return stored;
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
    db_run(d, "INSERT OR REPLACE INTO issue VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
           "isiiiisznnzz", row->id, i->key, (int64_t)state_of(row), row->rank, row->pages, row->articles,
           title, i->paper, (int64_t)i->volume, (int64_t)i->number, iso(mem, i->first), iso(mem, i->last));
}

static void remove_issue(db *d, int64_t id)
{
    db_run(d, "DELETE FROM issue WHERE id = ?1", "i", id);
    db_run(d, "DELETE FROM issue_word WHERE issue = ?1", "i", id);
}

void issue_rows_put(arena *mem, db *d, issue_row *rows, size_t n)
{
    size_t n_stored;
    stored_issue *stored = load_all(mem, d, n, &n_stored);
    stored_issue **old = arena_array(mem, n, sizeof *old);
    int64_t next_id = db_get(d, "SELECT max(id) FROM issue", "") + 1;
    for (size_t i = 0; i < n; i++) {
        const stored_issue wanted = {.key = key_of(&rows[i])};
        old[i] = n_stored ? bsearch(&wanted, stored, n_stored, sizeof wanted, by_key) : NULL;
        rows[i].id = !rows[i].issue ? LOOSE_ISSUE : old[i] ? old[i]->id : next_id++;
        rows[i].changed = !old[i] || old[i]->state != state_of(&rows[i]);
        rows[i].rank = old[i] ? old[i]->rank : 0;
        if (old[i])
            old[i]->keep = true;
    }
    give_ranks(rows, n);
    for (size_t i = 0; i < n_stored; i++)
        if (!stored[i].keep)
            remove_issue(d, stored[i].id);
    for (size_t i = 0; i < n; i++)
        if (rows[i].changed || rows[i].rank != old[i]->rank || rows[i].pages != old[i]->pages ||
            rows[i].articles != old[i]->articles)
            put(mem, d, &rows[i]);
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
