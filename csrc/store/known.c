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

typedef struct loading {
    known_pages *k;
    str *said; /* by page */
    size_t most_pages;
    size_t rows_capacity;
    const known_row *news; /* by key: pages that came; without `said`, those that went */
    size_t n_news;
} loading;

static str copy_blob(arena *mem, const db_rows *rows, int column)
{
    str bytes = db_text(rows, column);
    return (str){arena_copy(mem, bytes.ptr, bytes.len), bytes.len};
}

static known_row *load_rows(arena *mem, db_rows rows, size_t *n)
{
    known_row *all = NULL;
    size_t capacity = 0;
    *n = 0;
    while (db_next(&rows)) {
        all = arena_grow(mem, all, *n, &capacity, sizeof *all);
        all[(*n)++] = (known_row){.key = copy_blob(mem, &rows, 0),
                                  .said = copy_blob(mem, &rows, 1),
                                  .found = copy_blob(mem, &rows, 2)};
    }
    return all;
}

static void add_page(loading *l, str said, str found)
{
    size_t at = l->k->n_pages;
    if (at == l->most_pages)
        return;
    l->said[at] = said;
    known_read_said(l->k, at, said);
    l->k->pages[at].found = found;
    l->k->n_pages++;
}

static void add_row(loading *l, known_row row)
{
    known_pages *k = l->k;
    k->rows = arena_grow(k->mem, k->rows, k->n_rows, &l->rows_capacity, sizeof *k->rows);
    k->rows[k->n_rows++] = row;
}

/* Stores a row anew, with what came to it and went; as several where that is too much for one. */
static void renew_row(loading *l, const known_row *old, size_t first)
{
    known_pages *k = l->k;
    size_t n = k->n_pages - first, most = n > MOST_ROW_PAGES ? ROW_PAGES : n;
    db_run(k->db, "DELETE FROM known WHERE first = ?1", "s", old->key);
    for (size_t end; first < k->n_pages; first = end) {
        buf said = buf_in(k->mem);
        end = k->n_pages - first > most ? first + most : k->n_pages;
        for (size_t i = first; i < end; i++)
            buf_add(&said, l->said[i]);
        db_run(k->db, "INSERT INTO known VALUES (?1, ?2, NULL)", "sb", k->evidence[first].key,
               buf_str(&said));
        add_row(l, (known_row){.key = k->evidence[first].key, .end = end, .differs = true});
    }
}

/* Takes the pages of a row, and the news of keys before that of the next one, which is NULL for the last. */
static void take_row(loading *l, known_row row, const str *next_key)
{
    size_t first = l->k->n_pages;
    bool changed = false;
    str saids = row.said, founds = row.found;
    str said = known_next_said(&saids), found = known_next_found(&founds);
    for (;;) {
        bool new = l->n_news && (!next_key || str_compare(l->news->key, *next_key) < 0);
        if (!new && !said.len)
            break;
        int order = !new ? -1 : !said.len ? 1 : str_compare(known_key_of(said), l->news->key);
        if (order < 0)
            add_page(l, said, found);
        else if (l->news->said.len)
            add_page(l, l->news->said, STR(""));
        if (order >= 0) {
            changed = true;
            l->news++;
            l->n_news--;
        }
        if (order <= 0) {
            said = known_next_said(&saids);
            found = known_next_found(&founds);
        }
    }
    row.end = l->k->n_pages;
    if (changed)
        renew_row(l, &row, first);
    else if (row.end > first)
        add_row(l, row);
}

static known_pages *make_room(arena *mem, db *d, size_t n)
{
    known_pages *k = arena_alloc(mem, sizeof *k);
    *k = (known_pages){.mem = mem, .db = d, .row = buf_in(mem)};
    k->pages = arena_array(mem, n, sizeof *k->pages);
    k->evidence = arena_array(mem, n, sizeof *k->evidence);
    k->clues = arena_array(mem, n, sizeof *k->clues);
    k->texts = arena_array(mem, n, sizeof *k->texts);
    k->found.pages = arena_array(mem, n, sizeof *k->found.pages);
    return k;
}

known_pages *known_load(arena *mem, db *d)
{
    size_t n_pages = (size_t)db_get(d, "SELECT count(*) FROM page", ""), n_rows;
    known_pages *k = make_room(mem, d, n_pages);
    loading l = {.k = k, .most_pages = n_pages};
    l.said = arena_array(mem, n_pages, sizeof *l.said);
    known_row *rows =
        load_rows(mem, db_select(d, "SELECT first, said, found FROM known ORDER BY first", ""), &n_rows);
    l.news =
        load_rows(mem, db_select(d, "SELECT key, said, NULL FROM known_news ORDER BY key", ""), &l.n_news);
    if (l.n_news)
        db_run(d, "DELETE FROM known_news", "");
    if (!n_rows)
        take_row(&l, (known_row){.key = STR(""), .said = STR(""), .found = STR("")}, NULL);
    for (size_t i = 0; i < n_rows; i++)
        take_row(&l, rows[i], i + 1 < n_rows ? &rows[i + 1].key : NULL);
    index_pages(k);
    for (size_t i = 0; i < k->n_pages; i++)
        known_read_found(k, i);
    return k;
}

/* ------------------------------------------------------------------ what was found */

void known_put(known_pages *k, size_t page_index, const placement *at, int64_t issue_id,
               const kept_page *keep)
{
    known_row *row = &k->rows[k->row_index];
    str found = k->pages[page_index].found;
    if (known_is_same(found, at, issue_id, keep)) {
        buf_add(&k->row, found);
    } else {
        known_write_found(k, &k->row, at, issue_id, keep);
        row->differs = true;
    }
    if (page_index + 1 < row->end)
        return;
    if (row->differs)
        db_run(k->db, "UPDATE known SET found = ?2 WHERE first = ?1", "sb", row->key, buf_str(&k->row));
    k->row.len = 0;
    k->row_index++;
}
