/* Changed files into the index. */
#include "store/schema.h"
#include "work/read_entry.h"
#include "work/session.h"

enum { MOST_WORDS_KEPT = 1000000 };

void session_count_clues(session *s, const page_digest *digest, int32_t count)
{
    if (!s->clue_words)
        s->clue_words = clue_delta_new(&s->mem);
    clue_delta_add(s->clue_words, digest->clue_words, digest->n_clue_words, count);
}

static void note_labels(session *s, int64_t id, const read_page *p, bool added)
{
    label_delta_note(s->labels, s->db, id, p->labels, p->n_labels, added);
}

static void remove_old(session *s, const read_entry *e)
{
    for (size_t i = 0; i < e->n_old_pages; i++) {
        const stored_page *p = &e->old_pages[i];
        pages_undecide(s->db, p->id, &e->old_digests[i]);
        pages_remove(s->db, p->id);
        session_count_clues(s, &e->old_digests[i], -1);
        note_labels(s, p->id, &e->old_read[i], false);
        session_touch(s, p->issue);
    }
    messages_remove(s->db, e->seen.path, MESSAGE_OF_FILE);
}

static void add_new(session *s, const read_entry *e)
{
    for (size_t i = 0; i < e->n_pages; i++) {
        const read_page *p = &e->pages[i];
        int64_t id = pages_add(s->db, e->seen.path, (int32_t)i + 1, p->key, p->text);
        note_labels(s, id, p, true);
        s->undecided =
            arena_grow(&s->mem, s->undecided, s->n_undecided, &s->undecided_capacity, sizeof *s->undecided);
        s->undecided[s->n_undecided++] = id;
    }
}

static void apply_entry(session *s, const read_entry *e)
{
    if (e->outcome == READ_SAME) {
        files_put(s->db, &e->state);
        return;
    }
    s->changed = s->changed || e->outcome == READ_NEW || e->known;
    remove_old(s, e);
    if (e->outcome == READ_GONE) {
        files_remove(s->db, e->seen.path);
        return;
    }
    add_new(s, e);
    if (e->message.len)
        messages_add(s->db, e->seen.path, e->message_line, e->message, MESSAGE_OF_FILE);
    files_put(s->db, &e->state);
}

static void flush_words(session *s)
{
    if (s->words)
        words_add(s->db, s->words);
    arena_free(&s->words_mem);
    s->words = NULL;
}

void session_add_words(session *s, const lexicon *words)
{
    if (s->words && lexicon_size(s->words) > MOST_WORDS_KEPT)
        flush_words(s);
    if (!s->words)
        s->words = lexicon_new(&s->words_mem);
    lexicon_add_all(s->words, words, 1);
}

static void finish(session *s, job *base)
{
    batch *b = (batch *)base;
    int64_t read = 0, failed = 0;
    for (size_t i = 0; i < b->n_entries && session_going(s); i++) {
        const read_entry *e = b->entries[i];
        apply_entry(s, e);
        read += !e->removed && e->n_pages == 0; /* else when it is decided */
        failed += e->message.len > 0;
    }
    session_add_words(s, b->words);
    watch_count(s->watch, 0, 0, read, failed);
}

/* A function of its own, so that `e` is sound after the jump. */
static bool fill_entry(session *s, read_entry *e, const work_item *item)
{
    if (ARENA_FAILED(&e->old_mem))
        return false;
    e->removed = !item->found;
    e->known = item->known != NULL;
    e->seen = item->found ? work_seen_state(item->found) : *item->known;
    if (e->known) {
        e->known_hash = item->known->hash;
        e->old_pages = pages_of_file(&e->old_mem, s->db, e->seen.path, &e->n_old_pages);
        e->old_standing = arena_array(&e->old_mem, e->n_old_pages, sizeof *e->old_standing);
        for (size_t i = 0; i < e->n_old_pages; i++)
            e->old_standing[i] = labels_of_text(&e->old_mem, s->db, e->old_pages[i].text, NULL);
    }
    return true;
}

static bool add_entry(session *s, batch *b, const void *items)
{
    const work_item *item = (const work_item *)items + b->n_entries;
    read_entry *e = read_entry_new(s->watch);
    if (!e)
        return false;
    b->entries[b->n_entries++] = e;
    b->job.cost_bytes += item->found ? item->found->size_bytes : 0;
    return fill_entry(s, e, item);
}

void session_read(session *s, const work_item *items, size_t n)
{
    s->labels = label_delta_new(&s->mem);
    for (size_t at = 0; at < n && session_going(s);)
        at += session_start_batch(s, &read_batch, items + at, n - at, add_entry, finish);
    session_finish_jobs(s, finish);
    if (session_going(s))
        session_decide(s);
    if (session_going(s))
        flush_words(s);
    if (session_going(s) && s->clue_words)
        s->changed_words = clue_words_add(&s->mem, s->db, s->clue_words);
}
