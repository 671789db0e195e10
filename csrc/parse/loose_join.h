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

/* `leads` in the order of their pages; which of them are open is set here. */
loose_joined *loose_join(arena *mem, rarity *r, const clue_page *pages, size_t n_pages, lead *leads,
                         size_t n_leads, size_t n_issues);

#endif
