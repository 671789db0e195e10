/* How a page sets its headings: headlines in one case, level and length, crossheads in another. */
#ifndef STDAILY_PARSE_STYLE_H
#define STDAILY_PARSE_STYLE_H

#include "parse/line.h"

enum { STYLE_CASE, STYLE_LEVEL, STYLE_LENGTH, STYLE_TRAITS };
enum { STYLE_VALUES = 4 }; /* of a trait, at most */

typedef struct style {
    float headlines[STYLE_TRAITS][STYLE_VALUES], crossheads[STYLE_TRAITS][STYLE_VALUES];
} style;

/* Counts a heading in (1) or out (-1). */
void style_count(style *s, const line *l, bool headline, float by);

/* Log odds that a line set as this one is a headline and no crosshead, by those that are counted. */
float style_odds(const style *s, const line *l);

#endif
