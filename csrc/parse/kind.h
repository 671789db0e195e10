/* The kind of every line of a page, decided for the page as a whole. */
#ifndef STDAILY_PARSE_KIND_H
#define STDAILY_PARSE_KIND_H

#include "parse/line.h"
#include "parse/page.h"

/* What two units that stand together say of their kinds: bits PAIR_... of parse/evidence.h. */
uint32_t kind_pair_bits(const line *previous, const line *current);

typedef struct kind_choice {
    line_kind kind;
    line_kind if_no_headline; /* text or a crosshead, whichever is likelier */
    float headline;           /* log odds of a headline against that */
} kind_choice;

/* Sets choices[i] for each of the n lines: the most likely sequence (Viterbi) under the evidence table. */
void kinds_decode(arena *mem, const line *lines, size_t n, kind_choice *choices);

#endif
