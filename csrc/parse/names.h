/* Names that a text mentions, and whether the story that it may belong to has them. */
#ifndef STDAILY_PARSE_NAMES_H
#define STDAILY_PARSE_NAMES_H

#include "parse/line.h"

typedef struct names names;

/* For the words of a page. */
names *names_new(arena *mem, const word_list *words);

/* From here on it is another story, which has no names yet. */
void names_begin_story(names *n);

/* Gives the line's names to the story. */
void names_add(names *n, const line *l);

/* How many it has. */
size_t names_of_story(const names *n);

/* From here on it is another text. */
void names_begin_text(names *n);

/* Of the names that the text mentions: a surname by itself counts for more than a full name, for one is known
 * by it already; an acronym that is explained counts for more, for it is not. */
typedef struct name_ties {
    float known, unknown;
} name_ties;

/* Adds the names of a line that are new to the text. */
void names_compare(names *n, const line *l, name_ties *ties);

#endif
