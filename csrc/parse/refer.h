/* Teasers that have their headline and their page in one line. */
#ifndef STDAILY_PARSE_REFER_H
#define STDAILY_PARSE_REFER_H

#include "parse/marker.h"

/* The refer that a teaser's headline ends in: "Robots Learn to Weld  Page 3", "... ► 3", "..., SPORT, B3".
 * Its start_byte is where the headline ends, its word the section. */
marker refer_tail(str text);

/* The page alone, behind the headline of what is surely a teaser: "Ten bridges worth a walk C4".  With the
 * page the line has so many words at least. */
marker refer_bare_tail(str text, size_t least_words);

/* The refer that a teaser's line begins with, its word the headline: "Page 3: Robots Learn to Weld". */
marker refer_lead(str text);

/* The headline alone of a teaser's line: without "INSIDE:", without a section before a colon (that goes to
 * *section where that is empty), and without a page before it ("Page 3: Robots Learn to Weld"). */
str refer_headline(str text, const marker *m, str *section);

#endif
