#include "work/decide_job.h"

#include <stdlib.h>

#include "work/read_job.h"

static void add_word(void *context, str word, int64_t count)
{
    lexicon_add(context, word, count);
}

/* False for want of memory. */
static bool decide_entry_run(decide_job *j, decide_entry *e)
{
    const stored_page *p = &e->page;
    if (ARENA_FAILED(&e->mem)) {
        /* Unless memory ran out altogether, this page did with what it may use. */
        e->too_large = e->mem.over_limit && !p->decided;
        return e->too_large;
    }
    if (p->decided)
        e->old = digest_page(&e->mem, p->key, p->text, &e->before);
    e->digest = digest_page(&e->mem, p->key, p->text, &e->now);
    e->same = p->decided && digest_same(&e->mem, &e->old, &e->digest);
    if (!p->decided)
        lexicon_each(e->digest.words, add_word, j->words);
    return true;
}

static void run(job *base)
{
    decide_job *j = (decide_job *)base;
    j->job.failed = true;
    if (ARENA_FAILED(&j->mem))
        return;
    j->words = lexicon_new(&j->mem);
    for (size_t i = 0; i < j->n_entries; i++)
        if (watch_cancelled(j->watch) || !decide_entry_run(j, j->entries[i]))
            return;
    j->job.failed = false;
}

decide_job *decide_job_new(watch *w)
{
    decide_job *j = calloc(1, sizeof *j);
    if (j) {
        j->job.run = run;
        j->watch = w;
    }
    return j;
}

decide_entry *decide_entry_new(const watch *w)
{
    decide_entry *e = calloc(1, sizeof *e);
    if (e) {
        e->mem.limit_bytes = MOST_PAGE_MEMORY_BYTES;
        e->mem.stop = &w->cancelled;
    }
    return e;
}

void decide_job_free(job *base)
{
    decide_job *j = (decide_job *)base;
    for (size_t i = 0; i < j->n_entries; i++) {
        arena_free(&j->entries[i]->mem);
        free(j->entries[i]);
    }
    arena_free(&j->mem);
    free(j);
}
