/* Pages of the index into lines of their kinds and articles. */
#include "store/schema.h"
#include "work/decide_job.h"
#include "work/read_job.h"
#include "work/session.h"

#define JOB_BYTES ((int64_t)512 * 1024)

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
    decide_job *j = (decide_job *)base;
    int64_t read = 0, failed = 0;
    for (size_t i = 0; i < j->n_entries && session_going(s); i++) {
        const decide_entry *e = j->entries[i];
        apply_entry(s, e);
        read += !e->page.decided && str_eq(e->page.key, e->page.path);
        failed += e->too_large;
    }
    session_add_words(s, j->words);
    watch_count(s->watch, 0, 0, read, failed);
}

/* A function of its own, so that `e` is sound after the jump. */
static bool fill_entry(session *s, decide_entry *e, int64_t id, const label_news *news)
{
    if (ARENA_FAILED(&e->mem))
        return false;
    e->page = pages_load(&e->mem, s->db, id);
    e->now = labels_of_text(&e->mem, s->db, e->page.text, news);
    if (e->page.decided) {
        e->before = labels_of_text(&e->mem, s->db, e->page.text, NULL);
        e->mem.limit_bytes *= 2; /* for two digests */
    }
    return true;
}

static bool add_entry(session *s, decide_job *j, int64_t id, const label_news *news)
{
    decide_entry *e = decide_entry_new(s->watch);
    if (!e)
        return false;
    j->entries[j->n_entries++] = e;
    if (!fill_entry(s, e, id, news))
        return false;
    j->job.cost_bytes += (int64_t)e->page.text.len;
    return true;
}

/* Starts a job for as many pages as make one; returns how many. */
static size_t start_job(session *s, const int64_t *ids, size_t n, const label_news *news)
{
    decide_job *j = decide_job_new(s->watch);
    if (!j) {
        session_out_of_memory(s);
        return 0;
    }
    s->starting = &j->job;
    bool good = true;
    while (good && j->n_entries < n && j->n_entries < MOST_DECIDE_ENTRIES && j->job.cost_bytes < JOB_BYTES)
        good = add_entry(s, j, ids[j->n_entries], news);
    size_t taken = j->n_entries;
    if (good)
        session_start_job(s, finish);
    else
        session_out_of_memory(s);
    return taken;
}

static void decide(session *s, const int64_t *ids, size_t n, const label_news *news)
{
    for (size_t at = 0; at < n && session_going(s);)
        at += start_job(s, ids + at, n - at, news);
}

void session_decide(session *s)
{
    size_t n;
    s->free_job = decide_job_free;
    const label_news news = label_delta_write(&s->mem, s->labels, s->db);
    const int64_t *others = label_news_pages(&s->mem, s->db, &news, &n);
    decide(s, s->undecided, s->n_undecided, &news);
    decide(s, others, n, &news);
    session_finish_jobs(s, finish);
    if (session_going(s))
        label_news_write(s->db, &news);
}
