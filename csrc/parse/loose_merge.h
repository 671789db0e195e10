/* Groups of pages, and which of them may be one.  The loose_*.c files' own business. */
#ifndef STDAILY_PARSE_LOOSE_MERGE_H
#define STDAILY_PARSE_LOOSE_MERGE_H

#include "parse/loose_join.h"

/* Pages that belong together, at most one for each number; or a page alone, which has no numbers. */
typedef struct group {
    int32_t issue;    /* -1: none; of a page alone, the only one that it may join */
    int32_t alone;    /* the page, when its issue or its number is not known; else -1 */
    int32_t line;     /* the first of its pages that are here by merges, plus 1; 0 none */
    uint8_t last;     /* the highest number; 0 none */
    uint8_t room;     /* in page_at */
    int32_t *page_at; /* by number: index plus 1; 0 none */
} group;

/* Where a page is now. */
typedef struct page_place {
    int32_t group;
    int32_t number; /* 0 unknown */
} page_place;

/* Two groups that may be one. */
typedef struct merge {
    int32_t a, b;
    int32_t number_a, number_b; /* of a page alone; 0 for a group of several */
    size_t first, n;            /* its pairs */
    double score, odds, confidence;
} merge;

typedef struct sure_merge {
    double confidence;
    const merge *merge;
} sure_merge;

/* A lead that speaks of another page, which it names; small, since many are looked at in no order. */
typedef struct speaker {
    uint32_t lead;
    int16_t page; /* MOST_PAGE_NUMBER + 1 for more */
    uint8_t kind;
} speaker;

/* One that no pair of a merge answers, on a page of some number, and the page on the other side that it
 * speaks of. */
typedef struct left_over {
    const speaker *speaker;
    int32_t other, number;
} left_over;

struct joining {
    arena *mem;
    leads *leads;
    lead_scores *scores;
    size_t n_pages;
    speaker *speakers, *continued;             /* open leads but for stories; all that are continued */
    uint32_t *first_speaker, *first_continued; /* by page; one more at the end */
    left_over *left;                           /* of the merge that is looked at */
    size_t n_left, left_capacity;
    bool *answered;    /* leads */
    bool *matched;     /* leads, by the merge that is looked at */
    uint32_t *matches; /* which these are */
    size_t n_matches, matches_capacity;
    rarity *rarity;
    lead_pair *open_pairs; /* all that may still be one story */
    size_t n_open_pairs;
    lead_pair *pairs; /* of the merges */
    group *groups;
    size_t n_groups;
    page_place *places; /* by page */
    merge *merges;      /* by their groups */
    size_t n_merges;
    sure_merge *sure_ones;                /* of them, with room for all */
    struct claim *claims, *sorted_claims; /* see merges_list() */
    size_t n_claims, claims_room;
    float *best;   /* by lead: the score of its best pair, while claims are listed */
    bool *touched; /* groups, in this round */
    double *odds_of_story, *odds_of_issue, *odds_of_number; /* see list_stakes() */
    uint32_t *first_number, *last_claim; /* by group: where its numbers begin, and its claims end */
    double score_of_pages;               /* see pair_of_pages() */
    double *sure;                        /* of a page: see joined_page */
    int32_t *next_in_line;               /* by page: index plus 1; 0 none */
    lead_pair *made;                     /* the pairs that placed pages */
    size_t n_made, made_capacity;
    size_t n_issues;
};

static inline int32_t group_page_at(const group *g, int32_t number)
{
    return number <= g->last ? g->page_at[number] : 0;
}

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
