/* Digests pages of the index on another thread. */
#ifndef STDAILY_WORK_DECIDE_JOB_H
#define STDAILY_WORK_DECIDE_JOB_H

#include "store/pages.h"
#include "work/pool.h"
#include "work/watch.h"

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

enum { MOST_DECIDE_ENTRIES = 64 };

typedef struct decide_job {
    job job;
    watch *watch;
    decide_entry *entries[MOST_DECIDE_ENTRIES];
    size_t n_entries;
    arena mem;
    lexicon *words; /* of the pages that were not decided before */
} decide_job;

decide_job *decide_job_new(watch *w);
decide_entry *decide_entry_new(const watch *w);
void decide_job_free(job *j); /* and its entries */

#endif
