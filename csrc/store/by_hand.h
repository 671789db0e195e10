/* Loose pages that links corrected by a person place, as links that stdaily finds do: a page that a corrected
 * jump leads to belongs to the jump's issue. */
#ifndef STDAILY_STORE_BY_HAND_H
#define STDAILY_STORE_BY_HAND_H

#include "store/corrections.h"
#include "store/known.h"

/* Sets which pages corrected links join, once markers and articles are there; true where that differs from
 * before, and pages are to be placed anew. */
bool by_hand_update(db *d, const corrections *all);

/* Places the pages of which the other one has a place; when the others are placed by their stories (`all`),
 * two that are still loose form an issue without a date. */
void by_hand_place(const known_pages *k, places *p, bool all);

#endif
