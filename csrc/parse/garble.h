/* Columns that OCR read across as one: "left one right one left two right two". */
#ifndef STDAILY_PARSE_GARBLE_H
#define STDAILY_PARSE_GARBLE_H

#include "base/arena.h"
#include "base/str.h"

typedef struct garble {
    str lead; /* what stands before the first repeated piece, where that begins the other line; "" for none */
    str *pieces; /* of `text`: what stands nowhere else */
    size_t n_pieces;
} garble;

/* Whether `text` is `other`, or a stretch of it, in pieces, with something else between them.  At
 * text[at_byte] begins a run of words that also stands at other[other_byte]. */
bool garble_split(arena *mem, str text, size_t at_byte, str other, size_t other_byte, garble *out);

#endif
