/* Where lines are printed lines, not paragraphs: what one holds. */
#ifndef STDAILY_PARSE_COLUMN_H
#define STDAILY_PARSE_COLUMN_H

#include "parse/line.h"

typedef struct column {
    bool tight_tells;   /* a line without a blank line before it goes on with the one above, as a rule */
    bool lines_join;    /* lines that stand close are of one paragraph or heading */
    bool no_blanks;     /* hardly any blank line parts those that are not */
    size_t least_chars; /* what a full printed line has at least, where lines are hard wrapped; else 0 */
    size_t usual_chars; /* what most full ones have; 0 where `least_here` tells */
    const line *lines;  /* the page's, of which column_has_room() takes two */
    size_t *least_here; /* the same by line, where a page has columns of several widths; else NULL */
} column;

column column_of(arena *mem, const line *lines, size_t n_lines);

/* Whether line l's first word would have had room in the printed line above: the paragraph ended there. */
bool column_has_room(const column *c, const line *above, const line *l);

/* The same behind a sentence's end, where less room tells: few lines there are as full as others. */
bool column_has_room_behind_stop(const column *c, const line *above, const line *l);

#endif
