/* What placing and linking know of every page, in rows of many pages that are read in one go: what it says of
 * itself, and what was found of it last, which is kept for the next refresh. */
#ifndef STDAILY_STORE_KNOWN_H
#define STDAILY_STORE_KNOWN_H

#include "base/buf.h"
#include "parse/loose.h"
#include "store/db.h"
#include "store/digest.h"

typedef struct known_page {
    int64_t id, articles;
    int64_t issue; /* where it was placed last; -1: not yet */
    int32_t number;
    double sure;
    str found; /* as it is stored */
} known_page;

typedef struct known_row {
    str key;         /* of its first page */
    size_t end;      /* of its pages */
    str said, found; /* as they are stored */
    bool differs;    /* what was found, from what is stored */
} known_row;

typedef struct known_index known_index;

typedef struct known_pages {
    arena *mem;
    db *db;
    size_t n_pages;
    known_page *pages; /* in order of path; so are the others */
    place_evidence *evidence;
    page_clues *clues;
    uint64_t *texts; /* hashes */
    loose_memory found;
    known_index *index;
    known_row *rows;
    size_t n_rows, row_index;
    buf row; /* that known_put() fills */
} known_pages;

void known_add(arena *mem, db *d, int64_t page_id, const page_digest *digest);
void known_remove(db *d, int64_t page_id);

known_pages *known_load(arena *mem, db *d);

/* Of a page with this id; the number of pages for one that is gone. */
size_t known_index_of(const known_pages *k, int64_t page_id);

/* Stores where a page is placed now, and what is to be kept of it, where that is new; once of each page, in
 * their order. */
void known_put(known_pages *k, size_t page_index, const placement *at, int64_t issue_id,
               const kept_page *keep);

#endif
