/* The weights that kinds are decided by: log odds, in one table. */
#ifndef STDAILY_PARSE_EVIDENCE_H
#define STDAILY_PARSE_EVIDENCE_H

#include "parse/line.h"
#include "parse/page.h"

/* The kinds, and a kicker that stands behind its headline or byline. */
enum { STATE_KICKER_AFTER = KIND_COUNT, STATE_WEIGHED };

/* A headline under its kicker weighs as any does, but a second kicker behind it is rare. */
enum { STATE_HEAD_UNDER_KICKER = STATE_WEIGHED, STATE_COUNT };

/* Whose weights a state has. */
static inline int state_weighed_as(int state)
{
    return state == STATE_HEAD_UNDER_KICKER ? (int)KIND_HEADLINE : state;
}

/* A headline's first line is under a kicker where that stands right above it, the others where the first is.
 */
static inline bool state_may_follow(int from, int to)
{
    bool under = from == KIND_KICKER || from == STATE_HEAD_UNDER_KICKER;
    return (to != STATE_HEAD_UNDER_KICKER || under) && (to != KIND_HEADLINE || !under);
}

/* States are weighed in rows of this many numbers, a multiple of what a processor takes at once. */
enum { STATE_LANES = (STATE_COUNT + 7) / 8 * 8 };

/* What two lines that stand together look like. */
enum {
    PAIR_OPEN,               /* the first does not end a sentence */
    PAIR_AFTER_JUMP,         /* the first ends in a jump, or is a letter's signature */
    PAIR_LOWER,              /* the second begins in lower case */
    PAIR_TIGHT,              /* no blank line between them, on a page that has such */
    PAIR_SHORTER,            /* the second has no more words */
    PAIR_LONGER,             /* the second has no fewer words */
    PAIR_DEEPER,             /* the second is a lower heading, or none */
    PAIR_HIGHER,             /* the second is a higher heading */
    PAIR_AFTER_CREDIT,       /* the first ends in a photo credit */
    PAIR_AFTER_GRAPHIC_WORD, /* the first says that a graphic follows */
    PAIR_SAME_LEVEL,         /* both are headings of one level, the first longer than a kicker */
    PAIR_OTHER_CAPITALS,     /* the second has few words, and one of both is in capitals */
    PAIR_COUNT
};

extern const float state_bias[STATE_LANES];
extern const float state_start[STATE_LANES];
extern const float look_weights[LOOK_COUNT][STATE_LANES];
extern const float state_transitions[STATE_WEIGHED][STATE_LANES];

extern const float second_kicker; /* the first may be the page's */

typedef struct look_pair {
    uint8_t first, second;
    uint8_t state;
    float weight;
} look_pair;
/* There are no more than fit in so many sets of 64. */
enum { LOOK_PAIR_SETS = 2 };
extern const look_pair look_pairs[];
extern const size_t n_look_pairs;

typedef struct pair_weight {
    uint8_t pair;
    uint8_t from, to;
    float weight;
} pair_weight;
extern const pair_weight pair_weights[];
extern const size_t n_pair_weights;

/* What speaks for a line between two texts being the second's headline, when both are looked at whole. */
enum {
    SEAM_LEAN,        /* log odds of the decoder, which sees the line and its neighbours */
    SEAM_STYLE,       /* log odds by how the page sets its other headings */
    SEAM_KNOWN_NAMES, /* below it, that the story above has */
    SEAM_NEW_NAMES,   /* that it has not, the more so the more names it has */
    SEAM_APART,       /* no word that tells is on both sides */
    SEAM_TELLS_BELOW, /* the line talks more of the text below than of the story above */
    SEAM_ONE_ABOVE,   /* one paragraph of an unsigned story stands above */
    SEAM_ONE_BELOW,   /* one stands between it and the next heading */
    SEAM_BRIEFS,      /* both */
    SEAM_LEAD,        /* the text below begins as stories, letters and briefs do */
    SEAM_GOES_ON,     /* it begins with a quotation, or a word that points back */
    SEAM_SENTENCE,    /* the line begins as sentences do */
    SEAM_LONG,        /* it is set as a heading, and has more words than crossheads have */
    SEAM_STOP,        /* it is in capitals and ends in a full stop, as old papers set headlines */
    SEAM_HIGHER,      /* it is marked as a higher heading than one of the story's */
    SEAM_ONLY_BOLD,   /* it is bold, and the story's headings are marked */
    SEAM_ENDNOTE,     /* above it stands what stories end with */
    SEAM_ALWAYS,
    SEAM_COUNT
};
extern const float seam_weights[SEAM_COUNT];

#endif
