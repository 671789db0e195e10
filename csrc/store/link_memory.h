/* What placing found of the pairs of stories, kept in the index for the next refresh. */
#ifndef STDAILY_STORE_LINK_MEMORY_H
#define STDAILY_STORE_LINK_MEMORY_H

#include "parse/loose.h"
#include "store/db.h"

/* Whether words are as rare as when links were made last, but for those that changed since: the archive has
 * about as many pages. */
bool link_memory_holds(db *d, size_t n_pages);

/* `ids`: of all pages in the caller's order.  NULL where nothing is kept or it does not hold. */
loose_memory *link_memory_load(arena *mem, db *d, const int64_t *ids, size_t n_pages);

/* Replaces it; with NULL nothing is kept but the number of pages. */
void link_memory_put(arena *mem, db *d, const int64_t *ids, size_t n_pages, const loose_memory *memory);

#endif
