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
    clue_head head;
    int32_t page;
    bool open; /* nothing that is placed answers it */
} lead;

/* Gives the clues of a page, so many. */
typedef const clue *(*lead_source)(void *context, size_t page_index, size_t n);

/* The leads of an archive, in the order of their pages.  Their words are read when they are asked for. */
typedef struct leads {
    lead *items;
    size_t n;
    const size_t *first; /* by page; one more at the end */
    const clue **clues;  /* by page; NULL until lead_clue() */
    const clue_page *pages;
    const uint64_t *states; /* by page: a hash of its text and of what is known of it */
    size_t n_pages;
    lead_source source;
    void *context;
} leads;

const clue *lead_clue(leads *l, size_t index);

typedef struct lead_pair {
    uint32_t from, to;              /* leads */
    int32_t from_page, to_page;     /* indexes of their pages */
    int16_t from_number, to_number; /* the page numbers that follow from it */
    bool new;                       /* see lead_score */
    double score;                   /* log of how much likelier such a pair is when it is one story */
} lead_pair;

/* A pair that was looked at closely. */
typedef struct lead_score {
    uint32_t from, to;
    double score;
    clue_words words; /* keys of those that it depends on: see rarity_asked() */
    bool found;       /* by the words that the two share */
    bool asked;       /* for its score alone */
    bool new;         /* not known from before as it is */
} lead_score;

typedef struct lead_scores lead_scores;

/* `expected`: about how many there will be. */
lead_scores *lead_scores_new(arena *mem, rarity *r, leads *l, size_t expected);
/* One that is known and still true. */
void lead_scores_know(lead_scores *s, const lead_score *known);
const lead_score *lead_scores_find(const lead_scores *s, uint32_t from, uint32_t to);
/* The pair's score as a story and its continuation, or as a teaser and its story. */
double lead_scores_of(lead_scores *s, uint32_t from, uint32_t to, bool found);
const lead_score *lead_scores_all(const lead_scores *s, size_t *n);

/* Of a lead: a word of its text; of its headline when `item` is IN_HEADLINE; when it is HEADLINE, the key
 * stands for the whole of it.  No word's item is one of these. */
typedef struct lead_use {
    uint32_t key, item, lead;
} lead_use;

/* The words by which open leads of some pages (NULL: of all) are found, by key: of those that go out, or of
 * the stories. */
lead_use *lead_uses(arena *mem, rarity *r, leads *l, const bool *pages, bool out, size_t *n);

/* What has changed since pairs were found, so that only what it concerns is looked at again. */
typedef struct lead_news {
    const bool *page_changed; /* by page: it, or what is known of it, is new */
    const lead_score *again;  /* pairs of unchanged pages whose words are not as rare as they were */
    size_t n_again;
    const uint32_t *rarer; /* words by which pairs may be found that were not */
    size_t n_rarer;
    /* Those of a word that open leads of unchanged pages have. */
    const lead_use *(*uses)(void *context, bool out, uint32_t key, size_t *n);
    void *context;
} lead_news;

/* Below that a pair among so many pages is none. */
double lead_least_score(size_t n_pages);

/* The likely pairs of open leads; found through the rare words that they share, never all with all.  `news`
 * may be NULL; with it, and with what `scores` knows, the result is the same. */
lead_pair *lead_pairs(arena *mem, rarity *r, leads *l, lead_scores *scores, const lead_news *news,
                      size_t *n_pairs);

#endif
