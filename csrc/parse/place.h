/* Which issue a page belongs to, and which page of it it is: from all evidence, for a whole archive. */
#ifndef STDAILY_PARSE_PLACE_H
#define STDAILY_PARSE_PLACE_H

#include "parse/date.h"
#include "parse/page.h"

/* What a page's path says; 0 unknown. */
typedef struct path_evidence {
    date first, last;
    int32_t volume, number, page_number;
} path_evidence;

/* What one page says of itself. */
typedef struct place_evidence {
    str key;                             /* of the page: path, and "@2" for the second page of a file */
    str paper;                           /* printed; "" unknown */
    int32_t volume, number, page_number; /* printed; 0 unknown */
    date first, last, not_before;
    const path_evidence *by_path; /* NULL: the key is read */
} place_evidence;

/* Where a page belongs. */
typedef struct placement {
    int32_t issue;       /* index into issues, or -1: a loose page */
    int32_t page_number; /* 0 unknown */
    int32_t turn;  /* among the pages of the issue that links placed, from 1; 0 for one that needs none */
    double sure;   /* 0 to 1: how probable it is that it belongs with those of lower turns; 1 for turn 0 */
    uint64_t told; /* a hash of all that its evidence says; never 0 */
    str by_links;  /* what links add to that, in words; "" where place_loose() was told that it is known */
} placement;

typedef struct issue {
    str key;                /* see stdaily.h; unique */
    str paper;              /* "" unknown */
    int32_t volume, number; /* 0 unknown */
    date first, last;       /* year 0 unknown */
} issue;

typedef struct places {
    placement *pages; /* as many as evidence was given, in its order */
    issue *issues;    /* newest first; those without a date last */
    size_t n_issues;
    const struct node **nodes; /* of the pages: what their evidence is told by */
} places;

/* Places every page.  The result does not depend on the order of `pages`. */
places *place_pages(arena *mem, const place_evidence *pages, size_t n_pages);

/* The evidence of a page's placing in words, strongest first. */
str place_tell(arena *mem, const places *p, size_t page_index);

/* "Vol. 5 No. 191, 17-18 May 2025", as much as is known; "Undated issue" when nothing is. */
str issue_title(arena *mem, const issue *i);

/* What a path says: dates, volume and number, page number ("2025-05-17/page-2.txt",
 * "VOL.5-NO.191/p2.md" and the like).  Unknown fields stay 0. */
place_evidence place_from_path(str key);

#endif
