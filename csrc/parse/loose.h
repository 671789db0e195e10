/* Places pages that tell nothing of where they belong by the stories that they share with others. */
#ifndef STDAILY_PARSE_LOOSE_H
#define STDAILY_PARSE_LOOSE_H

#include "parse/place.h"
#include "parse/rarity.h"

typedef struct page_clues {
    const clue *items;
    size_t n;
} page_clues;

/* A pair as it is kept from one time to the next: pages in the caller's order, and clues by their place on
 * them. */
typedef struct kept_pair {
    uint32_t from_page, to_page;
    int32_t from_clue, to_clue;
    double score;
} kept_pair;

/* What a placing leaves for the next one, which then looks only at what changed.  `states` tells of each
 * page, in the caller's order, its text and what is known of it; 0 for none. */
typedef struct loose_memory {
    uint64_t *states;
    kept_pair *pairs;
    size_t n_pairs;
} loose_memory;

/* What a placing knows beside the pages. */
typedef struct loose_context {
    rarity *rarity;
    const uint64_t *texts;              /* by page: a hash of its text */
    const loose_memory *before;         /* NULL: all is looked at */
    const rarity_change *changed_words; /* since then */
} loose_context;

/* Gives loose pages the issue and the page number that their jumps, continued stories and headlines fit, one
 * page to a number; loose pages that fit each other only become an issue without a date.  `evidence` and
 * `clues` are in the order of `p->pages`; the result does not depend on that order, nor on what is known from
 * before. */
loose_memory place_loose(arena *mem, places *p, const place_evidence *evidence, const page_clues *clues,
                         size_t n_pages, const loose_context *context);

#endif
