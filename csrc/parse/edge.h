/* How the text of a story begins and ends where the page breaks it off. */
#ifndef STDAILY_PARSE_EDGE_H
#define STDAILY_PARSE_EDGE_H

#include "parse/page.h"

typedef enum text_edge {
    EDGE_UNKNOWN,
    EDGE_CUT,  /* in the middle of a sentence */
    EDGE_WHOLE /* between sentences */
} text_edge;

/* An article's body without its crossheads, words broken at a line's end closed. */
str edge_body(arena *mem, const page *p, const article *a);

/* The story that a jump breaks off.  A second jump of what was taken for one article ends another story,
 * whose headline was not known for one: what stands between the two is that. */
typedef struct jump_story {
    str body, headline;
    bool byline;
} jump_story;

jump_story edge_jump_story(arena *mem, const page *p, const jump *j);

text_edge edge_of_start(str body);

/* How the text before a jump ends. */
text_edge edge_of_jump(const page *p, const jump *j);

#endif
