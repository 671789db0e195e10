/* Groups of pages, and which of them may be one.  The loose_*.c files' own business. */
#ifndef STDAILY_PARSE_LOOSE_MERGE_H
#define STDAILY_PARSE_LOOSE_MERGE_H

#include "parse/loose_join.h"

/* Pages that belong together, at most one for each number.  A page alone may have none. */
typedef struct group {
    int32_t issue;                         /* -1: none; of a page alone, the only one that it may join */
    int32_t alone;                         /* the page, when its issue or its number is not known; else -1 */
    int32_t page_at[MOST_PAGE_NUMBER + 1]; /* index plus 1; 0 none */
    int32_t last;                          /* the highest number; 0 none */
} group;

/* Two groups that may be one. */
typedef struct merge {
    int32_t a, b;
    int32_t number_a, number_b; /* of a page alone; 0 for a group of several */
    size_t first, n;            /* its pairs */
    double score, confidence;
} merge;

struct joining {
    arena *mem;
    leads *leads;
    lead_scores *scores;
    size_t n_pages;
    bool *answered; /* leads */
    bool *matched;  /* leads, by the merge that is looked at */
    rarity *rarity;
    lead_pair *open_pairs; /* all that may still be one story */
    size_t n_open_pairs;
    lead_pair *pairs; /* of the merges */
    group *groups;
    size_t n_groups;
    int32_t *group_of;
    int32_t *number_of;
    merge *merges;
    size_t n_merges;
    int64_t n_loose; /* pages */
    double *sure;    /* of a page: how probable it is that it was rightly joined */
    lead_pair *made; /* the pairs that placed pages */
    size_t n_made, made_capacity;
    size_t n_issues;
};

/* One that others are joined to: its pages have their numbers. */
static inline bool group_has_issue(const group *g)
{
    return g->issue >= 0 && g->alone < 0;
}

/* Sets the merges that come into question now, and their pairs. */
void merges_list(joining *k);

/* A page of an issue whose number nothing told comes home to it with what it is joined to; NULL: to none. */
const group *merge_home(const joining *k, const merge *m);

#endif
