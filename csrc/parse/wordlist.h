/* A list of English words, built into the library: the second judge of a damaged word, after the archive. */
#ifndef STDAILY_PARSE_WORDLIST_H
#define STDAILY_PARSE_WORDLIST_H

#include "base/str.h"

/* Whether the list has the word (lower case; "hands-on" with its hyphen).  Any thread. */
bool wordlist_has(str word);

/* The same of a word in any case (ASCII). */
bool wordlist_has_any_case(str word);

/* Whether there is a list at all: the build may have found none. */
bool wordlist_is_there(void);

#endif
