/* Which story may go on as which, in the whole archive, where no page number and no issue tells it. */
#ifndef STDAILY_PARSE_LEAD_H
#define STDAILY_PARSE_LEAD_H

#include "parse/date.h"
#include "parse/pair.h"

enum { MOST_PAGE_NUMBER = 64 };

/* What is known of a clue's page. */
typedef struct clue_page {
    int32_t issue;    /* -1: a loose page */
    int32_t number;   /* 0 unknown */
    date first, last; /* of its issue, or printed; year 0 unknown */
    date not_before;  /* newest date that a loose page mentions */
} clue_page;

typedef struct lead {
    const clue *clue;
    int32_t page;
    bool open; /* nothing that is placed answers it */
} lead;

typedef struct lead_pair {
    uint32_t from, to;              /* leads */
    int32_t from_page, to_page;     /* indexes of their pages */
    int32_t from_number, to_number; /* the page numbers that follow from it */
    double score;                   /* log of how much likelier such a pair is when it is one story */
} lead_pair;

/* What has changed since pairs were found, so that only what it concerns is looked at again. */
typedef struct lead_news {
    const bool *page_changed; /* by page: it, or what is known of it, is new */
    const uint64_t
        *words; /* by lead: which of its words are not as rare as they were, by bits that words share */
    const lead_pair *old; /* what was found then: leads and score */
    size_t n_old;
} lead_news;

/* The likely pairs of open leads; found through the rare words that they share, never all with all.  `news`
 * may be NULL; with it the result is the same. */
lead_pair *lead_pairs(arena *mem, rarity *r, const lead *leads, size_t n_leads, const clue_page *pages,
                      size_t n_pages, const lead_news *news, size_t *n_pairs);

#endif
