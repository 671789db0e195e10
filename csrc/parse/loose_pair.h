/* Which story may go on as which, in the whole archive.  The loose_*.c files' own business. */
#ifndef STDAILY_PARSE_LOOSE_PAIR_H
#define STDAILY_PARSE_LOOSE_PAIR_H

#include "parse/clue.h"
#include "parse/date.h"

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

typedef struct lead_words lead_words;

/* Reads how rare each word is. */
lead_words *lead_words_new(arena *mem, const lead *leads, size_t n_leads);

/* The likely pairs of open leads, sorted by what they are of; never all with all. */
lead_pair *lead_pairs(arena *mem, const lead_words *words, const clue_page *pages, size_t *n_pairs);

/* "names Yap and Sun", "12 rare words" or "the headline". */
void lead_pair_explain(const lead_words *words, const lead_pair *pair, buf *out);

#endif
