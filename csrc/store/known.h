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
    int32_t number, turn;
    double sure;
    bool new;   /* come since */
    bool whole; /* all that is stored of it could be read */
} known_page;

/* Pages that are stored in one row. */
typedef struct known_row {
    str key;    /* of the first */
    size_t end; /* of these pages */
    bool new;   /* other pages than before */
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
    size_t n_rows;
} known_pages;

void known_add(arena *mem, db *d, int64_t page_id, const page_digest *digest);
void known_remove(db *d, int64_t page_id);

known_pages *known_load(arena *mem, db *d);

/* Of a page with this id; the number of pages for one that is gone. */
size_t known_index_of(const known_pages *k, int64_t page_id);

/* Stores where pages are placed now, and what is to be kept of them, where that is new. */
void known_put(known_pages *k, const placement *at, const int64_t *issue_ids, const kept_page *keep);

#endif
