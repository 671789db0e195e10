#include "work/batch.h"

#include <stdlib.h>

static void run(job *base)
{
    batch *b = (batch *)base;
    b->job.failed = true;
    if (ARENA_FAILED(&b->mem))
        return;
    b->words = lexicon_new(&b->mem);
    for (size_t i = 0; i < b->n_entries; i++)
        if (watch_cancelled(b->watch) || !b->kind->run(b, b->entries[i]))
            return;
    b->job.failed = false;
}

batch *batch_new(const batch_kind *kind, const char *root, watch *w)
{
    batch *b = calloc(1, sizeof *b);
    if (b) {
        b->job.run = run;
        b->kind = kind;
        b->root = root;
        b->watch = w;
    }
    return b;
}

void batch_free(job *base)
{
    batch *b = (batch *)base;
    for (size_t i = 0; i < b->n_entries; i++)
        b->kind->free(b->entries[i]);
    arena_free(&b->mem);
    free(b);
}
