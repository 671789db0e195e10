/* Dirt on paper that OCR read as marks: " |", " {", " ;" at a line's end or beginning. */
#ifndef STDAILY_PARSE_SPECK_H
#define STDAILY_PARSE_SPECK_H

#include "parse/page.h"

/* Whether several lines of the page's text end in marks that no sentence has. */
bool page_has_specks(const page *p);

/* A line of such a page without them.  `next` is the line below, "" for none. */
str without_specks(str text, str next);

#endif
