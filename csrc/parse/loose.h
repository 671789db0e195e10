/* Places pages that tell nothing of where they belong by the stories that they share with others. */
#ifndef STDAILY_PARSE_LOOSE_H
#define STDAILY_PARSE_LOOSE_H

#include "parse/place.h"
#include "parse/rarity.h"

/* Of a page, in the caller's order. */
typedef struct page_clues {
    const clue_head *heads;
    size_t n;
} page_clues;

/* A pair of clues that was looked at, as it is kept from one time to the next with the page that the first
 * stands on: pages in the caller's order, and clues by their place on them. */
typedef struct kept_pair {
    uint32_t to_page;
    int32_t from_clue, to_clue;
    double score;
    clue_words words; /* keys that it depends on */
    bool found;       /* else it was asked for when pages were joined */
} kept_pair;

/* A word of a clue by which it is found. */
typedef struct kept_use {
    uint32_t key, item, page; /* in the caller's order */
    int32_t clue;
    uint32_t state; /* of the page, when it was listed: it holds while that is so */
} kept_use;

/* What was known of a page, and where it was placed. */
typedef struct kept_page {
    uint64_t state; /* of its text and what else is known of it; 0 for none */
    uint64_t told;  /* see placement; 0 for none */
    kept_pair *pairs;
    size_t n_pairs;
    bool same; /* all this is as it was before */
} kept_page;

/* What a placing leaves for the next one, which then looks only at what changed. */
typedef struct loose_memory {
    kept_page *pages;  /* in the caller's order */
    size_t n_pairs;    /* of all */
    kept_use *uses[2]; /* by key; of stories, and of what goes out */
    size_t n_uses[2];
    bool all_uses; /* else these are of changed pages, and those of others hold */
} loose_memory;

/* What a placing knows beside the pages. */
typedef struct loose_context {
    rarity *rarity;
    const uint64_t *texts;              /* by page: a hash of its text */
    const loose_memory *before;         /* NULL: all is looked at */
    const rarity_change *changed_words; /* since then */
    /* The clues of a page, as many as it has heads. */
    const clue *(*clues)(void *source, size_t page_index, size_t n);
    /* Kept uses of a word, by key; those of pages that are gone have the number of pages in place of one. */
    kept_use *(*uses)(void *source, bool out, uint32_t key, size_t *n);
    void *source;
} loose_context;

/* Gives loose pages the issue and the page number that their jumps, continued stories and headlines fit, one
 * page to a number; loose pages that fit each other only become an issue without a date.  `evidence` and
 * `clues` are in the order of `p->pages`; the result does not depend on that order, nor on what is known from
 * before. */
loose_memory place_loose(arena *mem, places *p, const place_evidence *evidence, const page_clues *clues,
                         size_t n_pages, const loose_context *context);

#endif
