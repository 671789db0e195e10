/* The kind of every line of a page, decided for the page as a whole. */
#ifndef STDAILY_PARSE_KIND_H
#define STDAILY_PARSE_KIND_H

#include "parse/line.h"
#include "parse/page.h"

/* Sets kinds[i] for each of the n lines: the most likely sequence (Viterbi) under the evidence table. */
void kinds_decode(arena *mem, const line *lines, size_t n, line_kind *kinds);

#endif
