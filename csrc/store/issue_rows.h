/* The table of issues, newest first. */
#ifndef STDAILY_STORE_ISSUE_ROWS_H
#define STDAILY_STORE_ISSUE_ROWS_H

#include "base/arena.h"
#include "parse/place.h"
#include "store/db.h"

typedef struct issue_row {
    const issue *issue; /* NULL: that of the loose pages */
    int64_t pages, articles;
    /* set by issue_rows_put() */
    int64_t id;
    bool changed; /* or new */
    int64_t rank;
} issue_row;

/* Gives each issue, in their order, the id under which it is stored, stores what changed, and removes all
 * others. */
void issue_rows_put(arena *mem, db *d, issue_row *rows, size_t n);

/* The issue of that id; NULL for LOOSE_ISSUE or when there is none. */
const issue *issue_load(arena *mem, db *d, int64_t id);

#endif
