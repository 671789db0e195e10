#include "work/update.h"

#include <time.h>

#include "store/by_hand.h"
#include "store/schema.h"
#include "work/huge.h"
#include "work/load.h"
#include "work/session.h"

file_state work_seen_state(const found_file *file)
{
    return (file_state){.path = file->path,
                        .size_bytes = file->size_bytes,
                        .mtime_ns = file->mtime_ns,
                        .ctime_ns = file->ctime_ns,
                        .inode = file->inode};
}

/* Equal times prove nothing for a file that was written as it was read, and one that could not be read may
 * be readable now: looks into it. */
static bool is_same_inside(session *s, const file_state *known, const file_state *seen)
{
    arena mem = {0};
    if (ARENA_FAILED(&mem)) {
        arena_free(&mem);
        return false;
    }
    loaded l = load_file(&mem, s->root, seen);
    bool same = !l.gone && l.state.hash == known->hash;
    if (same && !l.state.doubtful)
        files_put(s->db, &l.state);
    arena_free(&mem);
    return same;
}

static bool is_unchanged(session *s, const file_state *known, const found_file *found)
{
    const file_state seen = work_seen_state(found);
    if (known->size_bytes != seen.size_bytes || known->mtime_ns != seen.mtime_ns ||
        known->ctime_ns != seen.ctime_ns || known->inode != seen.inode)
        return false;
    return !known->doubtful || is_same_inside(s, known, &seen);
}

/* What is new, changed or gone. */
static work_item *compare(session *s, size_t *n)
{
    const scan *found = &s->scan;
    size_t n_known, i = 0, k = 0, n_read = 0;
    const file_state *known = files_load(&s->files_mem, s->db, found->n_files, &n_known);
    work_item *items = arena_array(&s->files_mem, found->n_files + n_known, sizeof *items);
    *n = 0;
    while (i < found->n_files || k < n_known) {
        int order = i == found->n_files ? 1
                    : k == n_known      ? -1
                                        : str_compare(found->files[i].path, known[k].path);
        work_item item = {.known = order >= 0 ? &known[k++] : NULL,
                          .found = order <= 0 ? &found->files[i++] : NULL};
        if (item.known && item.found && is_unchanged(s, item.known, item.found))
            continue;
        n_read += item.found != NULL;
        items[(*n)++] = item;
    }
    watch_count(s->watch, 0, (int64_t)n_read, 0, 0);
    return items;
}

/* Folders and links that could not be looked at: replaced as a whole where one differs. */
static void update_messages(session *s)
{
    const scan *found = &s->scan;
    size_t i = 0;
    bool same = true;
    db_rows rows = db_select(s->db, "SELECT path, text FROM message WHERE origin = ?1 ORDER BY path", "i",
                             (int64_t)MESSAGE_OF_SCAN);
    for (; db_next(&rows); i++)
        same = same && i < found->n_messages && str_eq(db_text(&rows, 0), found->messages[i].path) &&
               str_eq(db_text(&rows, 1), found->messages[i].text);
    if (same && i == found->n_messages)
        return;
    s->changed = true;
    db_run(s->db, "DELETE FROM message WHERE origin = ?1", "i", (int64_t)MESSAGE_OF_SCAN);
    for (i = 0; i < found->n_messages; i++)
        messages_add(s->db, found->messages[i].path, 0, found->messages[i].text, MESSAGE_OF_SCAN);
}

static void finish(session *s)
{
    /* What was said when the index was made stays until a refresh that finds it made. */
    db_run(
        s->db,
        "DELETE FROM message WHERE origin = ?1 AND EXISTS (SELECT 1 FROM meta WHERE name = 'refreshed_at')",
        "i", (int64_t)MESSAGE_OF_CACHE);
    db_run(s->db, "INSERT OR REPLACE INTO meta VALUES ('refreshed_at', ?1)", "i", (int64_t)time(NULL));
    if (s->changed)
        db_script(s->db, "UPDATE meta SET value = value + 1 WHERE name = 'generation'");
    if (session_going(s))
        db_script(s->db, "COMMIT");
    session_going(s);
}

static void run(session *s)
{
    db_script(s->db, "BEGIN IMMEDIATE");
    if (!session_going(s))
        return;
    s->status = scan_archive(s->root, s->watch, s->failure, &s->scan);
    if (!session_going(s))
        return;
    size_t n;
    const work_item *items = compare(s, &n);
    update_messages(s);
    const corrections corrected = corrections_load(&s->mem, s->corrections_path);
    bool differ = corrections_differ(s->db, &corrected);
    if (n || s->changed || differ)
        corrections_restore(s->db);
    if (n && session_going(s)) {
        watch_state(s->watch, STDAILY_REFRESH_READING);
        session_read(s, items, n);
    }
    arena_hand_over(&s->files_mem, &s->mem);
    arena_hand_over(&s->scan.mem, &s->mem);
    watch_state(s->watch, STDAILY_REFRESH_LINKING);
    bool joined = (n || s->changed || differ) && by_hand_update(s->db, &corrected);
    if ((s->changed || joined) && session_going(s))
        session_link(s);
    if (n || s->changed || differ)
        corrections_apply(s->db, &corrected);
    s->changed = s->changed || differ;
    if (session_going(s))
        finish(s);
}

static void ignore(session *s, job *j)
{
    (void)s;
    (void)j;
}

/* Apart from update_index(), so that what the session holds is sound after the jump. */
static void run_guarded(session *s)
{
    if (ARENA_FAILED(&s->mem) || ARENA_FAILED(&s->files_mem) || ARENA_FAILED(&s->words_mem))
        session_out_of_memory(s);
    else
        run(s);
}

stdaily_status update_index(store *index, const char *root, const char *corrections_path, watch *w,
                            failure *f, bool *changed)
{
    session s = {.store = index,
                 .db = store_db(index),
                 .root = root,
                 .corrections_path = corrections_path,
                 .watch = w,
                 .failure = f,
                 .mem = {.source = huge_alloc},
                 .files_mem = {.source = huge_alloc}};
    *changed = false;
    if (!pool_init(&s.pool))
        return fail(f, STDAILY_NO_MEMORY, "memory ran out");
    run_guarded(&s);
    session_finish_jobs(&s, ignore);
    if (s.taken)
        batch_free(s.taken);
    if (s.starting)
        batch_free(s.starting);
    pool_free(&s.pool);
    scan_free(&s.scan);
    arena_free(&s.words_mem);
    arena_free(&s.files_mem);
    arena_free(&s.mem);
    *changed = s.changed && s.status == STDAILY_OK;
    return s.status;
}
