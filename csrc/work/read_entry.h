/* A file that is read and decoded on another thread, and what the index has of it. */
#ifndef STDAILY_WORK_READ_ENTRY_H
#define STDAILY_WORK_READ_ENTRY_H

#include "store/pages.h"
#include "work/batch.h"
#include "work/load.h"

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

extern const batch_kind read_batch;

/* NULL for want of memory. */
read_entry *read_entry_new(const watch *w);

#endif
