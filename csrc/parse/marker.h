/* Jump lines, continued lines and refers, in the many ways they are printed and damaged. */
#ifndef STDAILY_PARSE_MARKER_H
#define STDAILY_PARSE_MARKER_H

#include <stdint.h>

#include "base/str.h"

typedef enum marker_kind {
    MARKER_NONE,
    MARKER_JUMP,      /* "See page 2", "Continued on Page A4" */
    MARKER_CONTINUED, /* "From page 1" */
    MARKER_REFER      /* "PAGE 3 | INSIGHTS", "See story on page 3": a teaser's or a photo's */
} marker_kind;

enum { MARKER_PAGE_UNKNOWN = 0, MARKER_PAGE_NEXT = -1, MARKER_PAGE_PREVIOUS = -2, MARKER_PAGE_BACK = -3 };

typedef struct marker {
    marker_kind kind;
    int32_t page;      /* or MARKER_PAGE_... */
    size_t start_byte; /* where it begins in the text */
    str word;          /* jump word ("COMPUTERS") or section ("INSIGHTS"); "" for none */
} marker;

/* The marker that is all of `text`, within a small edit distance. */
marker marker_whole(str text);

/* The jump that `text` ends in, after a sentence's end; exact words only, since prose has "see page" too. */
marker marker_tail(str text);

#endif
