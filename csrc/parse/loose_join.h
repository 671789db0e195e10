/* Joins loose pages to issues, and to each other.  The loose_*.c files' own business. */
#ifndef STDAILY_PARSE_LOOSE_JOIN_H
#define STDAILY_PARSE_LOOSE_JOIN_H

#include "parse/lead.h"

typedef struct joined_page {
    int32_t issue; /* those that loose pages form come after the others; -1 none */
    int32_t number;
    double sure;  /* how probable that is; 1 for a page that was not placed here */
    str evidence; /* "" for such a page */
} joined_page;

typedef struct loose_joined {
    joined_page *pages;
    int32_t *first_pages; /* of each new issue */
    size_t n_issues;      /* new ones */
} loose_joined;

typedef struct joining joining;

/* Sets which of the leads, which are in the order of their pages, are open. */
joining *loose_open(arena *mem, rarity *r, const clue_page *pages, size_t n_pages, lead *leads,
                    size_t n_leads, size_t n_issues);

/* Joins what the pairs of open leads speak for. */
loose_joined *loose_join(joining *k, const lead_pair *pairs, size_t n_pairs);

#endif
