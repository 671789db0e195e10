#include "work/decide_entry.h"

#include <stdlib.h>

static bool decide_entry_run(batch *b, void *entry)
{
    decide_entry *e = entry;
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
        lexicon_add_all(b->words, e->digest.words, 1);
    return true;
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

static void decide_entry_free(void *entry)
{
    decide_entry *e = entry;
    arena_free(&e->mem);
    free(e);
}

const batch_kind decide_batch = {decide_entry_run, decide_entry_free};
