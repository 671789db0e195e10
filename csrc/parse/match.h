/* Fuzzy matching of headlines, as one types.
 *
 * A query is split at blanks into terms; all must match, in any order.  A term matches where its characters
 * stand in the headline in that order; matches that are dense, start words or the headline score higher.
 * Case counts for a term with a capital in it.  Diacritics, typographic quotes and dashes, and hyphens in
 * the query do not matter.
 *
 *     match_query *q = match_query_new(&mem, query);
 *     for each candidate:  score = match_score(q, &candidate);     0 is no match
 *     for those shown:     n = match_positions(q, &candidate, offsets, MATCH_MOST_UNITS);
 */
#ifndef STDAILY_PARSE_MATCH_H
#define STDAILY_PARSE_MATCH_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* What follows in a longer headline, term or query is not looked at. */
enum { MATCH_MOST_UNITS = 1024, MATCH_MOST_TERM_UNITS = 64, MATCH_MOST_TERMS = 16 };

typedef struct match_wide match_wide;

/* A headline, prepared once and matched often; 32 bytes beside the text, more where it is not ASCII. */
typedef struct match_candidate {
    str text;
    uint64_t mask;          /* which characters occur */
    const match_wide *wide; /* its folded characters; NULL where the text is ASCII */
} match_candidate;

typedef struct match_query match_query;

/* `text` must outlive the candidate. */
match_candidate match_candidate_of(arena *mem, str text);

/* Used by one thread at a time.  The query text need not outlive the call. */
match_query *match_query_new(arena *mem, str query);

/* A query of blanks only: it matches everything with the same score. */
bool match_query_empty(const match_query *q);

/* Above 0: the higher the better; 0 no match.  Time grows at most with the length of both. */
int32_t match_score(match_query *q, const match_candidate *candidate);

/* Byte offsets in the candidate's text of the characters that match, ascending, at most `most`.
 * Returns their number; 0 where it does not match. */
size_t match_positions(match_query *q, const match_candidate *candidate, uint32_t *offsets, size_t most);

#endif
