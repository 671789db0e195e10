/* A page of the index that is digested on another thread. */
#ifndef STDAILY_WORK_DECIDE_ENTRY_H
#define STDAILY_WORK_DECIDE_ENTRY_H

#include "store/pages.h"
#include "work/batch.h"

typedef struct decide_entry {
    arena mem; /* limited, lest one page takes all there is */
    /* in */
    stored_page page;
    labels before, now; /* by which it was decided, if it was, and is to be */
    /* out */
    page_digest old, digest;
    bool same;      /* as it was decided before */
    bool too_large; /* for a page: there is no digest */
} decide_entry;

extern const batch_kind decide_batch;

/* NULL for want of memory. */
decide_entry *decide_entry_new(const watch *w);

#endif
