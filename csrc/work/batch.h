/* Files or pages that one job handles, one after the other, on another thread. */
#ifndef STDAILY_WORK_BATCH_H
#define STDAILY_WORK_BATCH_H

#include "parse/lexicon.h"
#include "work/pool.h"
#include "work/watch.h"

enum { MOST_BATCH_ENTRIES = 64 };
#define BATCH_BYTES ((int64_t)512 * 1024) /* about what a batch reads, so that few calls bring many pages */

/* A page that needs more is not one of a newspaper. */
#define MOST_PAGE_MEMORY_BYTES ((size_t)1024 * 1024 * 1024)
#define TOO_LARGE_FOR_PAGE STR("not read: its text is too large for a page; split it")

typedef struct batch batch;

/* What is done with an entry. */
typedef struct batch_kind {
    bool (*run)(batch *b, void *entry); /* on another thread; false for want of memory */
    void (*free)(void *entry);
} batch_kind;

struct batch {
    job job;
    const batch_kind *kind;
    const char *root; /* of the archive */
    watch *watch;
    void *entries[MOST_BATCH_ENTRIES];
    size_t n_entries;
    arena mem;
    lexicon *words; /* what the entries bring, and take away */
};

/* NULL for want of memory. */
batch *batch_new(const batch_kind *kind, const char *root, watch *w);
void batch_free(job *j); /* and its entries */

#endif
