/* How well a story fits a marker in an issue: what both say, and where they stand.  The linker's own
 * business. */
#ifndef STDAILY_PARSE_LINK_SCORE_H
#define STDAILY_PARSE_LINK_SCORE_H

#include "base/buf.h"
#include "parse/link.h"

/* The page that a marker names: 0 unknown. */
int32_t link_target(const link_page *from, const clue *marker);

/* Log odds that the marker leads to the story, against that it leads to none; `known_page`: the story stands
 * on the page that the marker names. */
double link_score(rarity *r, const link_page *from, const clue *marker, const link_page *to,
                  const clue *story, bool known_page);

/* The same of a story on a page that may be of any issue, among so many loose pages. */
double link_score_elsewhere(rarity *r, const clue *marker, const clue *story, int64_t n_loose);

/* In words; never nothing. */
void link_explain(rarity *r, const clue *marker, const clue *story, buf *out);

#endif
