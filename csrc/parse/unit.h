/* Units: printed lines that are one paragraph, caption or heading. */
#ifndef STDAILY_PARSE_UNIT_H
#define STDAILY_PARSE_UNIT_H

#include "parse/column.h"

/* Joins the lines of each unit, and looks at it by itself and beside the others.  first[k], of n entries,
 * becomes the index of unit k's first line. */
line *units_of(arena *mem, const line *lines, size_t n, const column *c, size_t *first, size_t *n_units);

#endif
