#include "store/pages.h"

#include "base/buf.h"
#include "base/hash.h"
#include "store/known.h"
#include "store/schema.h"

file_state *files_load(arena *mem, db *d, size_t expected, size_t *n)
{
    enum { MORE_FILES = 64 };
    size_t capacity = expected + MORE_FILES;
    file_state *files = arena_array(mem, capacity, sizeof *files);
    *n = 0;
    db_rows rows = db_select(
        d, "SELECT path, size, mtime_ns, ctime_ns, inode, hash, doubtful FROM file ORDER BY path", "");
    while (db_next(&rows)) {
        files = arena_grow(mem, files, *n, &capacity, sizeof *files);
        str path = db_text(&rows, 0);
        files[(*n)++] = (file_state){.path = {arena_copy(mem, path.ptr, path.len), path.len},
                                     .size_bytes = db_int(&rows, 1),
                                     .mtime_ns = db_int(&rows, 2),
                                     .ctime_ns = db_int(&rows, 3),
                                     .inode = db_int(&rows, 4),
                                     .hash = (uint64_t)db_int(&rows, 5),
                                     .doubtful = db_int(&rows, 6) != 0};
    }
    return files;
}

void files_put(db *d, const file_state *file)
{
    db_run(d, "INSERT OR REPLACE INTO file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", "siiiiii", file->path,
           file->size_bytes, file->mtime_ns, file->ctime_ns, file->inode, (int64_t)file->hash,
           (int64_t)file->doubtful);
}

void files_remove(db *d, str path)
{
    db_run(d, "DELETE FROM file WHERE path = ?1", "s", path);
}

static str copied(arena *mem, str s)
{
    return (str){arena_copy(mem, s.ptr, s.len), s.len};
}

#define STORED_PAGE                                                                                          \
    "SELECT id, issue, path, key, text, articles IS NOT NULL FROM page JOIN page_text ON page = id"

static stored_page read_page(arena *mem, const db_rows *rows)
{
    return (stored_page){.id = db_int(rows, 0),
                         .issue = db_int(rows, 1),
                         .path = copied(mem, db_text(rows, 2)),
                         .key = copied(mem, db_text(rows, 3)),
                         .text = copied(mem, db_text(rows, 4)),
                         .decided = db_int(rows, 5) != 0};
}

stored_page *pages_of_file(arena *mem, db *d, str path, size_t *n)
{
    stored_page *pages = NULL;
    size_t capacity = 0;
    *n = 0;
    db_rows rows = db_select(d, STORED_PAGE " WHERE path = ?1 ORDER BY part", "s", path);
    while (db_next(&rows)) {
        pages = arena_grow(mem, pages, *n, &capacity, sizeof *pages);
        pages[(*n)++] = read_page(mem, &rows);
    }
    return pages;
}

stored_page pages_load(arena *mem, db *d, int64_t id)
{
    stored_page p = {.path = STR(""), .key = STR(""), .text = STR("")};
    db_rows rows = db_select(d, STORED_PAGE " WHERE id = ?1", "i", id);
    if (db_next(&rows)) {
        p = read_page(mem, &rows);
        db_done(&rows);
    }
    return p;
}

str pages_text(arena *mem, db *d, int64_t id)
{
    str text = {"", 0};
    db_rows rows = db_select(d, "SELECT text FROM page_text WHERE page = ?1", "i", id);
    if (db_next(&rows)) {
        text = db_text(&rows, 0);
        text.ptr = arena_copy(mem, text.ptr, text.len);
        db_done(&rows);
    }
    return text;
}

bool pages_next(arena *mem, db *d, int64_t after, listed_page *out)
{
    db_rows rows = after
                       ? db_select(d,
                                   "SELECT n.id, n.issue, n.page_number, n.key FROM page AS p JOIN page AS n"
                                   " ON (n.path, n.part) > (p.path, p.part) WHERE p.id = ?1"
                                   " ORDER BY n.path, n.part LIMIT 1",
                                   "i", after)
                       : db_select(d,
                                   "SELECT id, issue, page_number, key FROM page"
                                   " ORDER BY path, part LIMIT 1",
                                   "");
    if (!db_next(&rows))
        return false;
    str key = db_text(&rows, 3);
    *out = (listed_page){.id = db_int(&rows, 0),
                         .issue = db_int(&rows, 1),
                         .page_number = db_int(&rows, 2),
                         .key = {arena_copy(mem, key.ptr, key.len), key.len}};
    db_done(&rows);
    return true;
}

/* An article's place in the full text index. */
static int64_t text_id(int64_t id, size_t position)
{
    return id * ARTICLES_OF_PAGE + (int64_t)position;
}

static str iso(arena *mem, date when)
{
    buf text = buf_in(mem);
    if (date_known(when))
        date_add_iso(&text, when);
    return buf_str(&text);
}

static void add_article(db *d, int64_t page_id, size_t position, const article_digest *a)
{
    db_run(d, "INSERT INTO article VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, -2), nullif(?9, -2))",
           "iisszsiii", page_id, (int64_t)position, a->headline, a->printed, a->kicker, a->bylines,
           (int64_t)a->line, (int64_t)a->continued_from, (int64_t)a->jump_page);
    db_run(d, "INSERT INTO article_text (rowid, headline, body) VALUES (?1, ?2, ?3)", "iss",
           text_id(page_id, position), a->headline, a->body);
}

static void add_marker(db *d, int64_t page_id, const marker_digest *m)
{
    db_run(d,
           "INSERT INTO marker (page, teaser, position, line, article, headline, section, jump_page)"
           " VALUES (?1, ?2, ?3, ?4, nullif(?5, -1), ?6, ?7, ?8)",
           "iiiiizzi", page_id, (int64_t)m->teaser, (int64_t)m->position, (int64_t)m->line,
           (int64_t)m->article, m->headline, m->section, (int64_t)m->page);
}

int64_t pages_add(db *d, str path, int32_t part, str key, str text)
{
    db_run(d, "INSERT INTO page (path, part, key, hash) VALUES (?1, ?2, ?3, ?4)", "sisi", path, (int64_t)part,
           key, (int64_t)hash_bytes(text));
    int64_t id = db_last_id(d);
    db_run(d, "INSERT INTO page_text VALUES (?1, ?2)", "ib", id, text);
    return id;
}

void pages_decide(arena *mem, db *d, int64_t id, const page_digest *digest)
{
    db_run(d, "UPDATE page SET not_before = ?2, articles = ?3 WHERE id = ?1", "izi", id,
           iso(mem, digest->evidence.not_before), (int64_t)digest->n_articles);
    known_add(mem, d, id, digest);
    db_run(d, "INSERT INTO page_clue VALUES (?1, ?2)", "ib", id, digest->clues);
    for (size_t i = 0; i < digest->n_articles; i++)
        add_article(d, id, i, &digest->articles[i]);
    for (size_t i = 0; i < digest->n_markers; i++)
        add_marker(d, id, &digest->markers[i]);
}

void pages_undecide(db *d, int64_t id, const page_digest *digest)
{
    for (size_t i = 0; i < digest->n_articles; i++)
        db_run(d,
               "INSERT INTO article_text (article_text, rowid, headline, body)"
               " VALUES ('delete', ?1, ?2, ?3)",
               "iss", text_id(id, i), digest->articles[i].headline, digest->articles[i].body);
    db_run(d, "DELETE FROM article WHERE page = ?1", "i", id);
    db_run(d, "DELETE FROM marker WHERE page = ?1", "i", id);
    db_run(d, "DELETE FROM page_clue WHERE page = ?1", "i", id);
    known_remove(d, id);
    db_run(d, "UPDATE page SET articles = NULL, issue = NULL WHERE id = ?1", "i", id);
}

void pages_remove(db *d, int64_t id)
{
    db_run(d, "DELETE FROM page_text WHERE page = ?1", "i", id);
    db_run(d, "DELETE FROM page WHERE id = ?1", "i", id);
}

static void add_word(void *context, str word, int64_t count)
{
    db_run(context, "INSERT INTO word VALUES (?1, ?2) ON CONFLICT (word) DO UPDATE SET count = count + ?2",
           "si", word, count);
}

void words_add(db *d, const lexicon *delta)
{
    lexicon_each(delta, add_word, d);
    db_run(d, "DELETE FROM word WHERE count = 0", "");
}

int64_t words_count(db *d, str word)
{
    return db_get(d, "SELECT count FROM word WHERE word = ?1", "s", word);
}

void messages_add(db *d, str path, int64_t line, str text, int origin)
{
    db_run(d, "INSERT INTO message VALUES (?1, ?2, ?3, ?4)", "snsi", path, line, text, (int64_t)origin);
}

void messages_remove(db *d, str path, int origin)
{
    db_run(d, "DELETE FROM message WHERE path = ?1 AND origin = ?2", "si", path, (int64_t)origin);
}
