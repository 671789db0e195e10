/* All headlines in memory, for matching as one types. */
#ifndef STDAILY_API_HEADLINES_H
#define STDAILY_API_HEADLINES_H

#include "api/query.h"
#include "parse/match.h"

typedef struct headlines headlines;

typedef struct headline_page {
    str key, issue, issue_title;
    int64_t number; /* 0 unknown */
} headline_page;

typedef struct headline {
    const headline_page *page;
    int64_t position; /* the article's index on its page */
    match_candidate candidate;
} headline;

/* Those of the index as it is now, newest first; the handle keeps them. */
stdaily_status headlines_get(query *q, const headline **all, size_t *n);
void headlines_free(headlines *h); /* NULL is ignored */

#endif
