/* Most lines are no marker, and their words tell it before any form is tried. */
#ifndef STDAILY_PARSE_MARKER_HINT_H
#define STDAILY_PARSE_MARKER_HINT_H

#include "base/str.h"
#include "parse/words.h"

/* What the words of a text have that may be a marker: every form has a word for "page", or speaks of going on
 * and names a page. */
typedef struct marker_hints {
    bool page, goes_on, name;
    bool like_page; /* a word that has letters of "page" */
} marker_hints;

/* Notes what a word (without marks, not empty) hints at; `later`: it is not the first. */
void marker_hint(marker_hints *hints, str word, bool later);

static inline bool marker_hints_tell(const marker_hints *hints)
{
    return hints->page || (hints->goes_on && (hints->name || hints->like_page));
}

/* Whether a line of these words may be a marker, or this tail of a line end in a jump; a no is sure. */
bool marker_may_be(str text, const line_word *words, const word_run *run);
bool marker_may_end(str tail);

#endif
