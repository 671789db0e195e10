/* What a word with a capital tells of a short line: one look-up in a table that gperf makes of
 * title_word.gperf, where the words are. */
#ifndef STDAILY_PARSE_TITLE_WORD_H
#define STDAILY_PARSE_TITLE_WORD_H

#include "base/str.h"

enum {
    TITLE_GIVEN = 1 << 0,  /* a given name: "Deborah" */
    TITLE_SECTION = 1 << 1 /* of names of sections, pages and columns: "Sport", "Letters" */
};

/* The word's classes, 0 for one that is not in the table; ASCII case is ignored. */
int title_word(str word);

#endif
