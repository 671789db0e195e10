/* Places pages that tell nothing of where they belong by the stories that they share with others. */
#ifndef STDAILY_PARSE_LOOSE_H
#define STDAILY_PARSE_LOOSE_H

#include "parse/place.h"
#include "parse/rarity.h"

typedef struct page_clues {
    const clue *items;
    size_t n;
} page_clues;

/* Gives loose pages the issue and the page number that their jumps, continued stories and headlines fit, one
 * page to a number; loose pages that fit each other only become an issue without a date.  `evidence` and
 * `clues` are in the order of `p->pages`; the result does not depend on that order. */
void place_loose(arena *mem, places *p, const place_evidence *evidence, rarity *r, const page_clues *clues,
                 size_t n_pages);

#endif
