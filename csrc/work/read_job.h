/* Reads and decodes files on another thread, and finds out what the index has of them. */
#ifndef STDAILY_WORK_READ_JOB_H
#define STDAILY_WORK_READ_JOB_H

#include "store/pages.h"
#include "work/load.h"
#include "work/pool.h"
#include "work/watch.h"

typedef enum read_outcome {
    READ_NEW,  /* replaces what the index has of the file */
    READ_SAME, /* only its times are new */
    READ_GONE  /* to be taken out of the index */
} read_outcome;

typedef struct read_page {
    str key, text;
    uint64_t *labels; /* keys: see parse/label.h */
    size_t n_labels;
} read_page;

typedef struct read_entry {
    arena old_mem; /* of what the index has of the file */
    arena mem;     /* of what is read; limited, lest one file takes all there is */
    /* in */
    file_state seen;
    bool removed; /* it is not there any more; only to be taken out */
    bool known;   /* the index has it, with this hash and these pages */
    uint64_t known_hash;
    stored_page *old_pages;
    labels *old_standing; /* by which they were decided */
    size_t n_old_pages;
    /* out */
    read_outcome outcome;
    file_state state;
    page_digest *old_digests;
    read_page *old_read;
    read_page *pages;
    size_t n_pages;
    str message; /* "" for none */
    int64_t message_line;
} read_entry;

enum { MOST_READ_ENTRIES = 64 };

/* A page that needs more is not one of a newspaper. */
#define MOST_PAGE_MEMORY_BYTES ((size_t)1024 * 1024 * 1024)
#define TOO_LARGE_FOR_PAGE STR("not read: its text is too large for a page; split it")

typedef struct read_job {
    job job;
    const char *root;
    watch *watch;
    read_entry *entries[MOST_READ_ENTRIES];
    size_t n_entries;
    arena mem;
    lexicon *words; /* what the entries take away */
} read_job;

read_job *read_job_new(const char *root, watch *w);
read_entry *read_entry_new(const watch *w);
void read_job_free(job *j); /* and its entries */

#endif
