/* The stories that one marker may lead to, for a person to choose from. */
#ifndef STDAILY_PARSE_LINK_CANDIDATES_H
#define STDAILY_PARSE_LINK_CANDIDATES_H

#include "parse/link.h"

typedef struct link_candidate {
    int32_t page, article; /* indexes */
    double confidence;     /* over these stories and none, each weighed by its odds */
    str evidence;
} link_candidate;

/* All stories of the pages but the one that the marker ends, best first.  `from` is the index of its page, on
 * which it is the jump or teaser at `position`. */
link_candidate *link_candidates(arena *mem, const link_page *pages, size_t n_pages, size_t from,
                                bool is_teaser, size_t position, size_t *n);

#endif
