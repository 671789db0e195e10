/* Pages of the index into lines of their kinds and articles. */
#include "store/schema.h"
#include "work/decide_entry.h"
#include "work/session.h"

static void apply_entry(session *s, const decide_entry *e)
{
    const stored_page *p = &e->page;
    if (e->same)
        return;
    if (e->too_large) {
        pages_remove(s->db, p->id);
        messages_add(s->db, p->path, 0, TOO_LARGE_FOR_PAGE, MESSAGE_OF_FILE);
        return;
    }
    if (p->decided) {
        pages_undecide(s->db, p->id, &e->old);
        session_count_clues(s, &e->old, -1);
        session_touch(s, p->issue);
    }
    pages_decide(&s->mem, s->db, p->id, &e->digest);
    session_count_clues(s, &e->digest, 1);
}

static void finish(session *s, job *base)
{
    batch *b = (batch *)base;
    int64_t read = 0, failed = 0;
    for (size_t i = 0; i < b->n_entries && session_going(s); i++) {
        const decide_entry *e = b->entries[i];
        apply_entry(s, e);
        read += !e->page.decided && str_eq(e->page.key, e->page.path);
        failed += e->too_large;
    }
    session_add_words(s, b->words);
    watch_count(s->watch, 0, 0, read, failed);
}

/* A function of its own, so that `e` is sound after the jump. */
static bool fill_entry(session *s, decide_entry *e, int64_t id)
{
    if (ARENA_FAILED(&e->mem))
        return false;
    e->page = pages_load(&e->mem, s->db, id);
    e->now = labels_of_text(&e->mem, s->db, e->page.text, &s->news);
    if (e->page.decided) {
        e->before = labels_of_text(&e->mem, s->db, e->page.text, NULL);
        e->mem.limit_bytes *= 2; /* for two digests */
    }
    return true;
}

static bool add_entry(session *s, batch *b, const void *ids)
{
    int64_t id = ((const int64_t *)ids)[b->n_entries];
    decide_entry *e = decide_entry_new(s->watch);
    if (!e)
        return false;
    b->entries[b->n_entries++] = e;
    if (!fill_entry(s, e, id))
        return false;
    b->job.cost_bytes += (int64_t)e->page.text.len;
    return true;
}

static void decide(session *s, const int64_t *ids, size_t n)
{
    for (size_t at = 0; at < n && session_going(s);)
        at += session_start_batch(s, &decide_batch, ids + at, n - at, add_entry, finish);
}

void session_decide(session *s)
{
    size_t n;
    s->news = label_delta_write(&s->mem, s->labels, s->db);
    const int64_t *others = label_news_pages(&s->mem, s->db, &s->news, &n);
    decide(s, s->undecided, s->n_undecided);
    decide(s, others, n);
    session_finish_jobs(s, finish);
    if (session_going(s))
        label_news_write(s->db, &s->news);
}
