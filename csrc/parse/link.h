/* Where each jump line and teaser of an issue leads. */
#ifndef STDAILY_PARSE_LINK_H
#define STDAILY_PARSE_LINK_H

#include "parse/clue.h"
#include "parse/place.h"
#include "parse/rarity.h"

typedef enum link_status { LINK_LINKED, LINK_PAGE_MISSING, LINK_UNMATCHED } link_status;

typedef struct link_page {
    const clue *clues;
    size_t n_clues;
    int32_t page_number; /* as placed; 0 unknown */
    int32_t turn;        /* see placement */
    double sure;
    date first, last; /* printed; for what is said of a loose page */
    bool elsewhere;   /* nothing tells that it is of the marker's issue: for candidates */
} link_page;

/* A story that a marker may lead to. */
typedef struct link_candidate {
    int32_t page;      /* index into the pages given; -1: there is none */
    const clue *story; /* one of that page's */
    double confidence; /* 0 to 1: how probable it is */
    str evidence;      /* in words: "names Yap and Sun on both pages; says 'From page 1'" */
} link_candidate;

typedef struct marker_link {
    int32_t from_page;  /* index into the pages given */
    const clue *marker; /* a jump or teaser of that page */
    link_status status;
    link_candidate best; /* LINK_LINKED: where it leads */
} marker_link;

/* Links all jumps and teasers of one issue's pages (or of one loose page, given alone with i NULL).
 * One link per jump and per teaser, by page, jumps first, in the order in which they stand. */
marker_link *link_issue(arena *mem, rarity *r, const issue *i, const link_page *pages, size_t n_pages,
                        size_t *n_links);

/* All stories of the pages but the one that the marker ends, best first, each weighed against the others and
 * against none: for a person to choose from.  The marker is one of pages[from]; `n_loose`: how
 * many pages of the archive have no issue. */
link_candidate *link_candidates(arena *mem, rarity *r, const link_page *pages, size_t n_pages, size_t from,
                                const clue *marker, int64_t n_loose, size_t *n);

/* One line for a reader: "continues on page 2: HEADLINE", or which page of which issue is missing. */
str link_message(arena *mem, const issue *i, const link_page *pages, const marker_link *l);

#endif
