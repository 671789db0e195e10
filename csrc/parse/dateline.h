/* Datelines: where a story is from, before its first word. */
#ifndef STDAILY_PARSE_DATELINE_H
#define STDAILY_PARSE_DATELINE_H

#include <stdbool.h>

#include "base/str.h"

/* "LAGOS, May 3 (AP) -- The", "LAGOS: The", "(Lagos) -- The": a place in capitals or in brackets, a dash or a
 * colon, and the start of a sentence. */
bool dateline_begins(str s);

#endif
