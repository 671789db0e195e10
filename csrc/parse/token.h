/* Words of a line, without allocation. */
#ifndef STDAILY_PARSE_TOKEN_H
#define STDAILY_PARSE_TOKEN_H

#include "base/str.h"

/* The next run of characters that are not blanks; false at the end.  *at moves past it. */
bool token_next(str s, size_t *at, str *token);

/* A token without punctuation, quotes and Markdown marks at both ends. */
str token_core(str token);

/* The word is in a list of lower-case words that is separated and enclosed by blanks; ASCII case is ignored.
 */
bool word_in(str word, const char *list);

/* Edit distance (insert, delete, replace, swap neighbours), ASCII case ignored; above `most` it returns most
 * + 1. */
int edit_distance(str a, str b, int most);

#endif
