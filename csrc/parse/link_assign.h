/* One-to-one assignment of markers to stories, by how probable each pair is.  The linker's own business. */
#ifndef STDAILY_PARSE_LINK_ASSIGN_H
#define STDAILY_PARSE_LINK_ASSIGN_H

#include <stdint.h>

#include "base/arena.h"

/* scores[row * n_columns + column] are log odds of a pair against none, at most 30.  Gives, in the same
 * order, the probability of each pair, over all one-to-one assignments weighed by their odds: where it is
 * above 0.5, no other row has the column.  Exact for what can compete on a page; where much more does, each
 * pair is weighed against those in its row and column only. */
double *link_assign(arena *mem, const double *scores, size_t n_rows, size_t n_columns);

#endif
