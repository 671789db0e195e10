/* Common words that ran into their neighbours, told by themselves and the words around. */
#ifndef STDAILY_PARSE_RUN_IN_H
#define STDAILY_PARSE_RUN_IN_H

#include "parse/lexicon.h"

/* The words beside one; "" where none stands there. */
typedef struct neighbours {
    str before, after;
} neighbours;

/* Where a blank was lost in `word`, which is none: "toa", "asecond", "everyyear", "DNAof"; 0 when unsure. */
size_t word_run_in(const lexicon *words, str word, neighbours beside);

#endif
