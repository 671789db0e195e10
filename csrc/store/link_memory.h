/* What placing found of the pairs of stories, kept in the index for the next refresh. */
#ifndef STDAILY_STORE_LINK_MEMORY_H
#define STDAILY_STORE_LINK_MEMORY_H

#include "parse/loose.h"
#include "store/db.h"

/* Whether words are as rare as when links were made last, but for those that changed since: the archive has
 * about as many pages. */
bool link_memory_holds(db *d, size_t n_pages);

typedef struct link_memory link_memory;

/* `ids`: of all pages in the caller's order. */
link_memory *link_memory_open(arena *mem, db *d, const int64_t *ids, size_t n_pages);

/* NULL where nothing is kept or it does not hold. */
loose_memory *link_memory_load(link_memory *m);

/* Kept uses of a word: see loose_context. */
kept_use *link_memory_uses(link_memory *m, bool out, uint32_t key, size_t *n);

/* Replaces it, the uses only where there are new ones; with NULL nothing is kept but the number of pages. */
void link_memory_put(link_memory *m, const loose_memory *memory);

#endif
