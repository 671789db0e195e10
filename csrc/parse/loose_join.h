/* Joins loose pages to issues, and to each other.  The loose_*.c files' own business. */
#ifndef STDAILY_PARSE_LOOSE_JOIN_H
#define STDAILY_PARSE_LOOSE_JOIN_H

#include "parse/lead.h"

typedef struct joined_page {
    int32_t issue; /* those that loose pages form come after the others; -1 none */
    int32_t number;
    int32_t turn; /* see placement */
    double sure;
    size_t first_made, n_made; /* pairs that placed it */
    uint64_t made;             /* a hash of them */
    bool made_anew;            /* one of them is not known from before */
} joined_page;

typedef struct joining joining;

typedef struct loose_joined {
    joined_page *pages;
    int32_t *first_pages; /* of each new issue */
    size_t n_issues;      /* new ones */
    uint32_t *made;       /* see first_made; indexes into what `from` made */
    joining *from;
} loose_joined;

/* Sets which of the leads are open. */
joining *loose_open(arena *mem, rarity *r, leads *l, lead_scores *scores, size_t n_issues);

/* Joins what the pairs of open leads speak for; `pairs` are used up. */
loose_joined *loose_join(joining *k, lead_pair *pairs, size_t n_pairs);

/* "placed by 1 link: goes on from page 1: the same headline", of a page that pairs placed. */
void loose_describe(const loose_joined *joined, size_t page_index, buf *out);

#endif
