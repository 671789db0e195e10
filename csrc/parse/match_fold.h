/* What characters stand for when headlines are matched: the matcher's own business. */
#ifndef STDAILY_PARSE_MATCH_FOLD_H
#define STDAILY_PARSE_MATCH_FOLD_H

#include "parse/match.h"

/* A character folded, without marks; those beyond the BMP share places, which does no harm. */
typedef uint16_t match_unit;

enum match_class { CLASS_UPPER = 1, CLASS_WORD_START = 2, CLASS_WORD_END = 4 };

struct match_wide {
    size_t n;
    match_unit *units;
    uint8_t *classes;
    uint16_t *offsets; /* in the text, of the character that each unit comes from */
};

enum { MATCH_FOLD_MOST = 18 }; /* the longest compatibility decomposition */

/* The units that a character folds to, at most MATCH_FOLD_MOST; none for a mark or what is ignored. */
size_t match_fold_char(int32_t c, match_unit *units);

bool match_is_upper(int32_t c);

static inline uint64_t match_mask_bit(match_unit u)
{
    if (u >= 'a' && u <= 'z')
        return (uint64_t)1 << (u - 'a');
    if (u >= '0' && u <= '9')
        return (uint64_t)1 << (26 + u - '0');
    return (uint64_t)1 << (36 + u % 28);
}

#endif
