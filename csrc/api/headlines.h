/* All headlines in memory, for matching as one types. */
#ifndef STDAILY_API_HEADLINES_H
#define STDAILY_API_HEADLINES_H

#include "api/query.h"
#include "parse/match.h"

typedef struct headlines headlines;

/* Those of the index as it is now; kept by the handle. */
stdaily_status headlines_get(query *q, const headlines **out);
void headlines_free(headlines *h); /* NULL is ignored */

typedef struct headline {
    str page, issue, issue_title;
    int64_t page_number, position; /* 0 unknown; the article's index on its page */
    match_candidate candidate;
} headline;

const headline *headlines_all(const headlines *h, size_t *n);

#endif
