#include "store/known.h"

#include "store/known_row.h"

/* All are read in few steps, and a page that changes brings few others. */
enum { ROW_PAGES = 64, MOST_ROW_PAGES = 128 };

typedef struct id_slot {
    int64_t id; /* 0: empty */
    size_t index;
} id_slot;

struct known_index {
    id_slot *slots;
    size_t n_slots;
};

/* ------------------------------------------------------------------ pages that come and go */

void known_add(arena *mem, db *d, int64_t page_id, const page_digest *digest)
{
    uint64_t text = (uint64_t)db_get(d, "SELECT hash FROM page WHERE id = ?1", "i", page_id);
    db_run(d, "INSERT OR REPLACE INTO known_news VALUES (?1, ?2)", "sb", digest->key,
           known_write_said(mem, page_id, text, digest));
}

void known_remove(db *d, int64_t page_id)
{
    db_run(d, "INSERT OR REPLACE INTO known_news SELECT key, NULL FROM page WHERE id = ?1", "i", page_id);
}

/* ------------------------------------------------------------------ pages by their ids */

static id_slot *slot_of(const known_index *index, int64_t id)
{
    size_t at = (uint64_t)id & (index->n_slots - 1);
    while (index->slots[at].id && index->slots[at].id != id)
        at = (at + 1) & (index->n_slots - 1);
    return &index->slots[at];
}

/* Their ids follow each other, mostly. */
static void index_pages(known_pages *k)
{
    known_index *index = k->index = arena_alloc(k->mem, sizeof *index);
    for (index->n_slots = 2; index->n_slots < 2 * k->n_pages;)
        index->n_slots *= 2;
    index->slots = arena_array(k->mem, index->n_slots, sizeof *index->slots);
    for (size_t i = 0; i < k->n_pages; i++)
        *slot_of(index, k->pages[i].id) = (id_slot){k->pages[i].id, i};
}

size_t known_index_of(const known_pages *k, int64_t page_id)
{
    const id_slot *slot = slot_of(k->index, page_id);
    return page_id && slot->id ? slot->index : k->n_pages;
}

/* ------------------------------------------------------------------ all pages */

/* As they are stored: a row of pages, or by its key what came; without `said`, what went. */
typedef struct said_row {
    str key, said;
} said_row;

typedef struct loading {
    known_pages *k;
    str *said; /* by page */
    size_t most_pages;
    size_t rows_capacity;
    const said_row *news; /* by key */
    size_t n_news;
    bool row_gone; /* or it begins with another page */
} loading;

static str copy_blob(arena *mem, const db_rows *rows, int column)
{
    str bytes = db_text(rows, column);
    return (str){arena_copy(mem, bytes.ptr, bytes.len), bytes.len};
}

static said_row *load_rows(arena *mem, db_rows rows, size_t *n)
{
    said_row *all = NULL;
    size_t capacity = 0;
    *n = 0;
    while (db_next(&rows)) {
        all = arena_grow(mem, all, *n, &capacity, sizeof *all);
        all[(*n)++] = (said_row){.key = copy_blob(mem, &rows, 0), .said = copy_blob(mem, &rows, 1)};
    }
    return all;
}

static void add_page(loading *l, str said, bool new)
{
    size_t at = l->k->n_pages;
    if (at == l->most_pages)
        return;
    l->said[at] = said;
    known_read_said(l->k, at, said);
    l->k->pages[at].new = new;
    l->k->n_pages++;
}

static void add_row(loading *l, str key, size_t end, bool new)
{
    known_pages *k = l->k;
    k->rows = arena_grow(k->mem, k->rows, k->n_rows, &l->rows_capacity, sizeof *k->rows);
    k->rows[k->n_rows++] = (known_row){.key = key, .end = end, .new = new};
}

/* Stores a row anew, with what came to it and went; as several where that is too much for one. */
static void renew_row(loading *l, str old_key, size_t first)
{
    known_pages *k = l->k;
    size_t end = k->n_pages, n = end - first, most = n > MOST_ROW_PAGES ? ROW_PAGES : n;
    l->row_gone |= !n || !str_eq(old_key, k->evidence[first].key);
    db_run(k->db, "DELETE FROM known WHERE first = ?1", "s", old_key);
    for (size_t last; first < end; first = last) {
        buf said = buf_in(k->mem);
        last = end - first > most ? first + most : end;
        for (size_t i = first; i < last; i++)
            buf_add(&said, l->said[i]);
        db_run(k->db, "INSERT INTO known VALUES (?1, ?2)", "sb", k->evidence[first].key, buf_str(&said));
        add_row(l, k->evidence[first].key, last, true);
    }
}

/* Takes the pages of a row, and the news of keys before that of the next one, which is NULL for the last. */
static void take_row(loading *l, const said_row *row, const str *next_key)
{
    size_t first = l->k->n_pages;
    bool changed = false;
    str saids = row->said, said = known_next_said(&saids);
    for (;;) {
        bool new = l->n_news && (!next_key || str_compare(l->news->key, *next_key) < 0);
        if (!new && !said.len)
            break;
        int order = !new ? -1 : !said.len ? 1 : str_compare(known_key_of(said), l->news->key);
        if (order < 0)
            add_page(l, said, false);
        else if (l->news->said.len)
            add_page(l, l->news->said, true);
        if (order >= 0) {
            changed = true;
            l->news++;
            l->n_news--;
        }
        if (order <= 0)
            said = known_next_said(&saids);
    }
    if (changed)
        renew_row(l, row->key, first);
    else if (l->k->n_pages > first)
        add_row(l, row->key, l->k->n_pages, false);
}

static void take_rows(loading *l)
{
    static const said_row none = {.key = {"", 0}, .said = {"", 0}};
    known_pages *k = l->k;
    size_t n;
    const said_row *rows =
        load_rows(k->mem, db_select(k->db, "SELECT first, said FROM known ORDER BY first", ""), &n);
    l->news =
        load_rows(k->mem, db_select(k->db, "SELECT key, said FROM known_news ORDER BY key", ""), &l->n_news);
    if (l->n_news)
        db_run(k->db, "DELETE FROM known_news", "");
    if (!n)
        take_row(l, &none, NULL);
    for (size_t i = 0; i < n; i++)
        take_row(l, &rows[i], i + 1 < n ? &rows[i + 1].key : NULL);
}

static void load_found(known_pages *k)
{
    buf bytes = buf_in(k->mem); /* aligned, which the database's need not be */
    db_rows rows = db_select(k->db, "SELECT found FROM known_found", "");
    while (db_next(&rows)) {
        bytes.len = 0;
        buf_add(&bytes, db_text(&rows, 0));
        for (str left = buf_str(&bytes); left.len;)
            known_take_found(k, &left);
    }
}

static known_pages *make_room(arena *mem, db *d, size_t n)
{
    known_pages *k = arena_alloc(mem, sizeof *k);
    *k = (known_pages){.mem = mem, .db = d};
    k->pages = arena_array(mem, n, sizeof *k->pages);
    k->evidence = arena_array(mem, n, sizeof *k->evidence);
    k->clues = arena_array(mem, n, sizeof *k->clues);
    k->texts = arena_array(mem, n, sizeof *k->texts);
    k->found.pages = arena_array(mem, n, sizeof *k->found.pages);
    return k;
}

known_pages *known_load(arena *mem, db *d)
{
    size_t n = (size_t)db_get(d, "SELECT count(*) FROM page", "");
    known_pages *k = make_room(mem, d, n);
    loading l = {.k = k, .said = arena_array(mem, n, sizeof *l.said), .most_pages = n};
    take_rows(&l);
    index_pages(k);
    load_found(k);
    if (l.row_gone)
        db_run(d, "DELETE FROM known_found WHERE first NOT IN (SELECT first FROM known)", "");
    return k;
}

/* ------------------------------------------------------------------ what was found */

typedef struct finding {
    const placement *at;
    const int64_t *issue_ids;
    const kept_page *keep;
} finding;

static bool is_same(const known_pages *k, size_t first, const known_row *row, const finding *f)
{
    for (size_t i = first; i < row->end; i++)
        if (!known_is_same(k, i, &f->at[i], f->issue_ids[i], &f->keep[i]))
            return false;
    return !row->new;
}

void known_put(known_pages *k, const placement *at, const int64_t *issue_ids, const kept_page *keep)
{
    const finding f = {at, issue_ids, keep};
    buf found = buf_in(k->mem);
    for (size_t row = 0, first = 0; row < k->n_rows; first = k->rows[row++].end) {
        if (is_same(k, first, &k->rows[row], &f))
            continue;
        found.len = 0;
        for (size_t i = first; i < k->rows[row].end; i++)
            known_write_found(k, i, &found, &at[i], issue_ids[i], &keep[i]);
        db_run(k->db, "INSERT OR REPLACE INTO known_found VALUES (?1, ?2)", "sb", k->rows[row].key,
               buf_str(&found));
    }
}
