#include "store/label_pages.h"

#include <stdlib.h>

enum { MOST_KEPT = 500000 };

typedef struct change {
    uint64_t key;
    int64_t page;
    size_t order; /* of those of one key the last one holds: ids are used again */
    bool added;
} change;

struct label_delta {
    arena *mem;
    change *changes;
    size_t n, capacity;
    uint64_t *crossed; /* keys that stood or not as it was decided, and then did not or did */
    size_t n_crossed, crossed_capacity;
};

label_delta *label_delta_new(arena *mem)
{
    label_delta *delta = arena_alloc(mem, sizeof *delta);
    delta->mem = mem;
    return delta;
}

static bool stood(db *d, uint64_t key)
{
    return db_get(d, "SELECT count(*) FROM standing_label WHERE label = ?1", "i", (int64_t)key) > 0;
}

static bool stands(db *d, uint64_t key)
{
    return db_get(d, "SELECT count(*) FROM (SELECT 1 FROM label_page WHERE label = ?1 LIMIT ?2)", "ii",
                  (int64_t)key, (int64_t)LABEL_PAGES) == LABEL_PAGES;
}

static int by_key(const void *x, const void *y)
{
    const change *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* In order of their keys, which is how the table lies on disk. */
static void flush(label_delta *delta, db *d)
{
    if (delta->n)
        qsort(delta->changes, delta->n, sizeof *delta->changes, by_key);
    for (size_t i = 0; i < delta->n; i++) {
        const change *c = &delta->changes[i];
        if (c->added)
            db_run(d, "INSERT OR IGNORE INTO label_page VALUES (?1, ?2)", "ii", (int64_t)c->key, c->page);
        else
            db_run(d, "DELETE FROM label_page WHERE label = ?1 AND page = ?2", "ii", (int64_t)c->key,
                   c->page);
        bool last = i + 1 == delta->n || delta->changes[i + 1].key != c->key;
        if (!last || stands(d, c->key) == stood(d, c->key))
            continue;
        delta->crossed = arena_grow(delta->mem, delta->crossed, delta->n_crossed, &delta->crossed_capacity,
                                    sizeof *delta->crossed);
        delta->crossed[delta->n_crossed++] = c->key;
    }
    delta->n = 0;
}

void label_delta_note(label_delta *delta, db *d, int64_t page, const uint64_t *keys, size_t n, bool added)
{
    for (size_t i = 0; i < n; i++) {
        delta->changes =
            arena_grow(delta->mem, delta->changes, delta->n, &delta->capacity, sizeof *delta->changes);
        delta->changes[delta->n] = (change){keys[i], page, delta->n, added};
        delta->n++;
    }
    if (delta->n > MOST_KEPT)
        flush(delta, d);
}

/* Of those that stood, as many as tell whether enough do. */
static int64_t count_standing(db *d, int64_t most)
{
    return db_get(d, "SELECT count(*) FROM (SELECT 1 FROM standing_label LIMIT ?1)", "i", most);
}

static int by_value(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return (a > b) - (a < b);
}

label_news label_delta_write(arena *mem, label_delta *delta, db *d)
{
    flush(delta, d);
    label_news news = {.keys = arena_array(mem, delta->n_crossed, sizeof *news.keys)};
    int64_t fell = 0, rose = 0;
    if (delta->n_crossed)
        qsort(delta->crossed, delta->n_crossed, sizeof *delta->crossed, by_value);
    for (size_t i = 0; i < delta->n_crossed; i++) {
        uint64_t key = delta->crossed[i];
        bool before = stood(d, key), seen = news.n > 0 && news.keys[news.n - 1] == key;
        if (seen || stands(d, key) == before)
            continue;
        news.keys[news.n++] = key;
        fell += before;
        rose += !before;
    }
    int64_t counted = count_standing(d, LABELS_TO_KNOW + fell);
    news.knew = counted >= LABELS_TO_KNOW;
    news.knows = counted + rose - fell >= LABELS_TO_KNOW;
    return news;
}

static int by_id(const void *x, const void *y)
{
    int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
    return (a > b) - (a < b);
}

int64_t *label_news_pages(arena *mem, db *d, const label_news *news, size_t *n)
{
    int64_t *ids = NULL;
    size_t capacity = 0, n_found = 0;
    bool all = news->knew != news->knows;
    *n = 0;
    for (size_t i = 0; i < (all ? 1 : news->n); i++) {
        db_rows rows = all ? db_select(d, "SELECT id FROM page WHERE articles IS NOT NULL", "")
                           : db_select(d,
                                       "SELECT page FROM label_page JOIN page ON id = page"
                                       " WHERE label = ?1 AND articles IS NOT NULL",
                                       "i", (int64_t)news->keys[i]);
        while (db_next(&rows)) {
            ids = arena_grow(mem, ids, n_found, &capacity, sizeof *ids);
            ids[n_found++] = db_int(&rows, 0);
        }
    }
    if (n_found)
        qsort(ids, n_found, sizeof *ids, by_id);
    for (size_t i = 0; i < n_found; i++)
        if (i == 0 || ids[i - 1] != ids[i])
            ids[(*n)++] = ids[i];
    return ids;
}

void label_news_write(db *d, const label_news *news)
{
    for (size_t i = 0; i < news->n; i++) {
        int64_t key = (int64_t)news->keys[i];
        if (stood(d, news->keys[i]))
            db_run(d, "DELETE FROM standing_label WHERE label = ?1", "i", key);
        else
            db_run(d, "INSERT INTO standing_label VALUES (?1)", "i", key);
    }
}

labels labels_of_text(arena *mem, db *d, str text, const label_news *news)
{
    size_t n;
    uint64_t *keys = label_keys(mem, text, &n);
    labels result = {.keys = keys,
                     .known = news ? news->knows : count_standing(d, LABELS_TO_KNOW) >= LABELS_TO_KNOW};
    for (size_t i = 0; i < n; i++)
        if (stood(d, keys[i]) != (news && label_is_in(news->keys, news->n, keys[i])))
            keys[result.n++] = keys[i];
    return result;
}
