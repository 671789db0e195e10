/* The words by which stories are found, kept in the index for the next refresh. */
#ifndef STDAILY_STORE_LINK_USES_H
#define STDAILY_STORE_LINK_USES_H

#include "store/known.h"

typedef struct link_uses link_uses;

link_uses *link_uses_open(const known_pages *pages);

/* Kept uses of a word: see loose_context. */
kept_use *link_uses_of(link_uses *u, bool out, uint32_t key, size_t *n);

/* Keeps what is new of them; all go with NULL. */
void link_uses_put(link_uses *u, const loose_memory *memory);

#endif
