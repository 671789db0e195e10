/* How well a story fits a marker: what speaks for it and against it, as log odds.  The linker's own business.
 */
#ifndef STDAILY_PARSE_LINK_SCORE_H
#define STDAILY_PARSE_LINK_SCORE_H

#include "parse/link.h"
#include "parse/link_text.h"

/* Where a jump stands, and what is known of the story that it breaks off. */
typedef struct jump_side {
    const jump *jump;
    const link_text *text; /* NULL when no story precedes it */
    word_set word;         /* its jump word */
    text_edge end;         /* EDGE_CUT: in the middle of a sentence */
    int32_t page_number;   /* 0 unknown */
} jump_side;

typedef struct teaser_side {
    const teaser *teaser;
    word_set words;
} teaser_side;

/* A story that a marker may lead to. */
typedef struct story_side {
    const article *article;
    const link_text *text;
    word_set word; /* of its continued line */
    int32_t page_number;
} story_side;

/* `text`: the jump's block and page tell how its text ends. */
text_edge jump_end(const page *p, const jump *j);

double score_jump(const vocabulary *v, const jump_side *from, const story_side *to);
void explain_jump(const vocabulary *v, const jump_side *from, const story_side *to, buf *out);

double score_teaser(const vocabulary *v, const teaser_side *from, const story_side *to);
void explain_teaser(const vocabulary *v, const teaser_side *from, const story_side *to, buf *out);

#endif
