/* Lexical cohesion: whether the text above a short line and the text below it talk of the same. */
#ifndef STDAILY_PARSE_COHESION_H
#define STDAILY_PARSE_COHESION_H

#include "parse/affinity.h"
#include "parse/line.h"

/* Gives short units LOOK_COHESION_... where enough text stands on both sides.  first[k], of n_units, is unit
 * k's first line; a has n_lines texts. */
void cohesion_look(affinity *a, size_t n_lines, line *units, const size_t *first, size_t n_units);

#endif
