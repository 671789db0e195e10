#include "parse/evidence.h"

/* Log odds against body text, set by hand from how newspapers are made and then adjusted on generated
 * pages.  A row says what one look is evidence for and against; what is not named is 0. */
enum {
    PLATE = KIND_NAMEPLATE,
    FOLIO = KIND_FOLIO,
    TEASER = KIND_TEASER,
    KICKER = KIND_KICKER,
    HEAD = KIND_HEADLINE,
    BYLINE = KIND_BYLINE,
    CROSS = KIND_CROSSHEAD,
    BODY = KIND_BODY,
    CAPTION = KIND_CAPTION,
    CONT = KIND_CONTINUED_LINE,
    JUMP = KIND_JUMP_LINE,
    GRAPHIC = KIND_GRAPHIC,
    SIDEBAR = KIND_SIDEBAR,
    FURNITURE = KIND_FURNITURE,
    KICKER2 = STATE_KICKER_AFTER
};

/* Most lines of a page are body; markers need a form of their own to be one. */
/* One row a look, one row a kind. */
/* clang-format off */
const float state_bias[STATE_LANES] = {
    /*  PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
      -7.6,  -5.2,  -3.7,  -2.6,    -1,  -4.8,  -1.9,  -0.8,  -3.4,  -9.3,  -8.1,  -3.1,  -4.1,    -4,  -2.2,
};

const float state_start[STATE_LANES] = {
    /*  PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
      -0.1,   0.4,     0,   0.1,   0.1,    -4,    -4,  -1.2,  -0.5,    -1,    -4,    -2,    -2,  -0.3,   -20,
};

const float look_weights[LOOK_COUNT][STATE_LANES] = {
    /*                          PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
    [LOOK_TITLE_CASE]       = {   0.3,     0,   0.6,   1.1,   1.4,   0.1,  -0.6,  -1.8,   0.6,   0.5,  -0.3,   0.1,  -0.1,  -0.4,   1.1},
    [LOOK_SENTENCE_CASE]    = {     0,  -0.1,   0.1,  -1.2,  -0.3,  -0.6,  -0.3,   0.3,  -0.1,   0.2,  -0.1,     0,  -0.3,     1,  -1.1},
    [LOOK_ALL_CAPS]         = {   0.2,   0.3,   1.4,   0.4,   0.8,   0.6,  -0.6,  -2.2,  -0.9,   0.1,   0.4,  -0.1,   0.3,  -0.2,   0.2},
    [LOOK_STARTS_LOWER]     = {     0,     0,    -3,  -4.1,  -4.2,  -3.1,  -4.1,   3.2,  -2.5,     0,     0,  -1.1,    -1,  -2.1,  -4.1},
    [LOOK_STARTS_QUOTE]     = {     0,     0,   0.1,  -1.5,   0.2,     0,    -1,   1.5,  -0.3,     0,     0,     0,     0,     0,  -1.5},
    [LOOK_ENDS_SENTENCE]    = {    -4,    -3,  -2.9,  -5.1,    -4,    -5,  -3.8,   4.3,  -0.1,  -0.1,  -0.1,  -0.9,  -1.1,  -1.7,    -5},
    [LOOK_ENDS_QUESTION]    = {     0,     0,     3,   0.9,   4.8,     0,   5.1,  -2.3,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_ENDS_HYPHEN]      = {     0,     0,    -2,    -5,  -3.1,    -4,  -4.4,   4.4,   0.1,     0,     0,     0,     0,     0,    -5},
    [LOOK_ENDS_COMMA]       = {     0,     0,     0,  -2.9,  -1.7,    -1,  -3.1,   1.9,  -0.2,     0,     0,     0,     0,  -0.1,  -2.9},
    [LOOK_ENDS_MIDWORD]     = {     0,     0,    -1,    -4,  -1.9,  -0.5,  -3.9,   2.2,  -0.6,   0.3,     0,     0,  -0.1,  -0.1,    -4},
    [LOOK_WORDS_1_3]        = {  -0.3,  -0.1,  -0.6,   1.3,  -1.5,  -0.2,   1.1,  -3.4,  -1.6,   0.5,   0.2,   0.3,   0.4,   0.9,   1.2},
    [LOOK_WORDS_4_6]        = {  -0.2,     0,   0.1,  -1.1,   0.3,   0.5,   0.9,  -1.9,  -1.3,   0.3,  -0.2,     0,     0,   0.6,  -0.3},
    [LOOK_WORDS_7_9]        = {     0,     0,   0.5,    -4,   1.5,   0.3,  -0.3,  -1.3,   0.3,     0,  -0.1,     0,     0,  -1.1,    -4},
    [LOOK_WORDS_10_14]      = {     0,     0,   0.2,    -7,   0.5,  -0.9,  -1.8,  -0.1,   0.3,     0,     0,     0,     0,    -2,    -7},
    [LOOK_WORDS_15_25]      = {     0,  -0.1,  -3.8,   -10,  -1.8,  -0.5,    -6,   1.6,   0.2,     0,     0,     0,     0,    -3,   -10},
    [LOOK_WORDS_26_UP]      = {   -10,   -10,    -8,   -12,    -9,   -10,   -10,   4.3,   0.2,     0,     0,    -1,    -3,    -8,   -12},
    [LOOK_SENTENCES]        = {     0,  -0.1,  -2.8,    -5,  -3.4,  -0.1,    -4,   3.4,     1,     0,  -0.1,     0,     0,     0,    -5},
    [LOOK_FINITE]           = {     0,     0,     0,    -2,  -0.1,  -0.1,  -1.1,   1.1,     0,     0,     0,   0.1,     0,  -0.2,  -2.1},
    [LOOK_LEADING_TOPIC]    = {     0,     0,     0,  -2.9,  -1.8,     0,  -1.6,     2,  -0.1,     0,     0,     0,     0,  -0.1,    -3},
    [LOOK_HEADING_1]        = {   0.9,     0,  -0.1,   0.8,     2,  -0.1,  -0.3,  -2.1,    -2,     0,     0,     0,  -0.1,  -0.2,   0.2},
    /*                          PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
    [LOOK_HEADING_2]        = {   0.9,     0,  -0.1,     1,   1.2,  -0.3,   0.5,  -0.8,  -2.1,  -0.1,     0,   0.1,  -0.1,  -0.2,     1},
    [LOOK_HEADING_3]        = {     0,     0,     0,   1.1,   1.4,  -0.2,   1.9,  -2.3,    -2,     0,     0,     0,  -0.1,  -0.2,   1.2},
    [LOOK_BOLD]             = {     0,     0,     0,   0.9,     0,     1,   0.8,  -1.2,  -0.1,     0,     0,     0,     1,  -0.2,   0.9},
    [LOOK_LIST_ITEM]        = {     0,     0,   0.4,     0,  -2.2,     0,    -1,   0.5,     0,     0,  -0.3,  -0.1,   4.7,     0,     0},
    [LOOK_NEAR_LIST]        = {     0,     0,   0.4,   0.2,   0.1,     0,  -0.2,  -0.1,  -0.1,   0.1,     0,  -0.1,   2.5,  -0.2,     0},
    [LOOK_SPEAKER]          = {     0,  -0.1,  -0.1,  -1.2,   0.7,   0.4,  -2.7,   3.2,     0,     0,   0.4,     0,     0,   0.2,  -0.3},
    [LOOK_REFER_INSIDE]     = {     0,   5.7,  -2.6,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_BYLINE]           = {     0,     0,     0,    -3,    -3,  10.7,    -3,    -3,     0,   0.3,     0,     0,     0,     0,    -3},
    [LOOK_NAMES_PLAIN]      = {     0,     0,     0,  -0.1,   0.1,   5.8,  -0.1,     0,   0.1,     0,     0,     0,   0.5,     0,  -0.3},
    [LOOK_ABOVE_PLATE]      = {   0.1,   0.2,   4.6,    -3,  -1.9,     0,    -4,  -4.1,     0,     0,     0,    -4,     0,   0.1,     0},
    [LOOK_RUNNING]          = {     0,    12,    -2,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_ROLE]             = {     0,     0,     0,  -0.1,    -3,   7.1,     0,    -1,   0.5,     0,     0,     0,     0,     0,  -0.4},
    [LOOK_ENDS_FIGURE]      = {     0,   0.3,  -0.4,  -0.3,  -0.5,  -0.2,  -0.3,   0.1,     0,   0.3,     0,   1.3,     0,   0.6,   0.1},
    [LOOK_NAMES_ONLY]       = {     0,     0,  -0.1,     0,    -2,   5.3,  -0.2,   0.1,   0.5,     0,     0,     0,   0.4,     0,  -0.5},
    [LOOK_CREDIT]           = {    0,     0,     0,    -5,    -5,     0,    -5,  -0.2,   9.2,     0,     0,     0,     0,     0,    -5},
    [LOOK_CAPTION_WORDS]    = {     0,     0,     0,     0,   0.1,     0,   0.2,  -0.5,   2.2,     0,     0,     0,     0,     0,     0},
    [LOOK_PICTURE_ABOVE]    = {     0,     0,   0.9,  -0.1,  -0.3,     0,     0,  -1.1,   2.5,     0,     0,     0,     0,     0,     0},
    [LOOK_TIGHT]            = {     0,     0,  -0.1,  -0.8,  -0.2,  -0.3,     2,  -0.2,   0.7,  -0.1,     0,     0,     0,  -0.2,  -0.6},
    [LOOK_JUMP]             = {     0,     0,   0.5,    -3,  -3.1,     0,    -3,  -1.9,  -0.1,     0,  13.6,     0,     0,     0,     0},
    [LOOK_JUMP_TAIL]        = {     0,     0,   0.1,     0,  -0.2,     0,     0,   3.1,     0,     0,     0,     0,     0,     0,     0},
    /*                          PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
    [LOOK_CONTINUED]        = {     0,     0,     0,    -3,    -3,  -0.3,    -3,    -2,     0,  16.3,     0,     0,     0,     0,     0},
    [LOOK_REFER]            = {     0,   0.7,   7.8,     0,     0,     0,     0,    -1,     0,   0.2,   0.5,     0,     0,     0,     0},
    [LOOK_NEAR_REFER]       = {     0,     0,   2.6,   0.1,   0.4,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_VOLUME]           = {     0,    12,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_DATE]             = {     0,   9.2,  -0.1,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,  -0.1,     0},
    [LOOK_PAGE_NUMBER]      = {     0,   2.6,   0.1,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,   0.2,     0},
    [LOOK_PAPER]            = {   4.2,   0.1,  -0.1,   0.3,  -0.3,   0.1,  -0.1,     0,   0.2,     0,  -0.1,     0,     0,     0,   0.2},
    [LOOK_NEAR_FOLIO]       = {   1.5,   0.8,   0.1,     0,   0.1,   0.2,     0,  -0.4,  -0.1,     0,     0,  -0.1,     0,   0.7,   0.2},
    [LOOK_TOP]              = {     1,     1,   0.4,   0.4,  -0.3,   0.4,   0.2,   0.3,  -0.7,  -0.1,     0,  -0.1,   0.2,     0,   0.3},
    [LOOK_BOTTOM]           = {     0,   0.4,   1.3,  -0.4,  -0.3,  -0.1,  -0.6,  -0.5,   0.4,     0,  -0.5,  -0.4,  -0.1,   1.9,  -0.1},
    [LOOK_FIGURES]          = {  -0.1,   0.4,  -0.2,  -2.1,  -1.5,  -0.1,  -1.5,  -0.9,     0,     0,     0,   3.4,     0,   0.7,  -1.8},
    [LOOK_SOURCE]           = {     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     8,     0,     0,     0},
    [LOOK_GRAPHIC_WORD]     = {     0,     0,  -0.1,   2.1,  -0.1,     0,     0,     0,     0,     0,     0,   1.4,   0.2,  -0.1,     0},
    [LOOK_CJK]              = {     0,     0,     0,    -1,    -1,     0,     0,    -1,     0,     0,     0,     0,     8,     0,     0},
    [LOOK_NEAR_CJK]         = {     0,     0,     0,   0.1,     0,     0,     0,     0,     0,     0,     0,     0,     3,     0,     0},
    [LOOK_FURNITURE]        = {     0,   0.1,     0,    -3,    -5,     0,     0,  -0.1,     0,     0,     0,     0,     0,   9.9,     0},
    [LOOK_NO_LETTERS]       = {     0,     0,     0,    -5,    -5,     0,    -5,    -3,     0,     0,     0,     0,     0,     7,    -5},
    [LOOK_NEXT_LOWER]       = {     0,     0,     0,    -4,  -2.4,  -0.1,  -3.3,   2.6,   0.5,     0,     0,  -0.1,     0,  -0.2,    -3},
    [LOOK_BEFORE_BYLINE]    = {     0,     0,     0,   0.1,   2.7,  -0.2,    -3,    -1,  -0.2,     0,     0,     0,     0,     0,   2.1},
    /*                          PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
    [LOOK_BEFORE_CONTINUED] = {     0,     0,     0,     0,   4.2,     0,    -2,  -0.6,   0.2,     0,   0.1,     0,   0.2,  -0.1,     0},
    [LOOK_BEFORE_SOURCE]    = {     0,     0,     0,     0,     0,     0,     0,  -0.1,     0,     0,     0,   3.1,     0,     0,     0},
    [LOOK_BEFORE_CREDIT]    = {     0,     0,     0,   0.1,     0,     0,     0,   0.8,   7.9,     0,   0.1,     0,     0,     0,     0},
    [LOOK_BEFORE_FOLIO]     = {   1.8,     1,     0,  -0.1,     0,     0,     0,     0,     0,     0,     0,     0,     0,  -0.1,     0},
    [LOOK_ABOVE_TEXT]       = {  -0.5,   0.1,  -0.3,   0.2,   0.4,   0.4,  -0.1,  -0.2,  -0.1,     0,     0,  -0.1,     0,   0.3,     0},
    [LOOK_REFER_TAIL]       = {     0,     0,   7.9,     0,     0,     0,     0,  -0.9,     0,   0.1,     0,     0,     0,     0,     0},
    [LOOK_BEGINS_NEXT]      = {     0,     0,     0,     0,  -3.5,     0,    -4,   6.6,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_REPEATED]         = {     0,     0,     0,   0.1,  -4.2,   0.1,     0,   0.3,     0,     0,     0,     0,   1.8,   0.1,   0.3},
    [LOOK_SIGNATURE]        = {     0,     0,     0,    -3,  -2.9,   5.9,    -3,     0,     0,     0,     0,     0,    -2,     0,    -3},
    [LOOK_NAME_OVER_HEAD]   = {     0,     0,     0,    -2,    -3,     8,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_UNDER_CREDIT]     = {     0,     0,     0,     0,     0,     0,     0,  -3.9,  11.9,     0,     0,     0,     0,     0,     0},
    [LOOK_FIRST_LINE]       = {     1,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_TABLE]            = {     0,     0,   -10,   -10,   -10,     0,   -10,    -2,     0,     0,     0,    10,     0,     0,   -10},
    [LOOK_LABEL]            = {  -0.3,   0.2,  -0.1,   2.6,  -1.7,  -0.3,    -1,  -2.1,  -0.1,     0,     0,  -0.2,   1.8,  -0.4,   2.1},
    [LOOK_LABEL_LAST]       = {  -0.2,  -0.3,   0.2,   1.2,  -1.4,  -0.1,  -0.5,  -0.1,  -0.1,     0,     0,   0.1,   0.3,  -0.3,     1},
    [LOOK_BEFORE_LEAD]  = {     0,     0,     0,     0,   2.5,   2.7,    -4,  -0.7,     0,  -0.1,     0,     0,     0,     0,   2.7},
    [LOOK_SALUTATION]       = {     0,     0,     0,    -5,    -4,    -4,    -4,     5,    -3,     0,     0,     0,     0,     0,    -5},
    [LOOK_BEFORE_SALUTATION]= {     0,     0,     0,     1,     4,     0,    -5,    -1,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_PULL_QUOTE]       = {     0,     0,     0,     0,    -3,     0,    -4,    -7,     0,     0,     0,     0,    17,     0,     0},
    [LOOK_INTERRUPTS]       = {     0,     0,     0,     0,     0,     0,     0,    -3,     3,     0,     0,     0,     1,     1,     0},
    [LOOK_CORRECTION]       = {     0,     0,     0,     1,     5,     0,    -5,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_IN_FOLIO]         = {     0,   2.4,    -2,    -4,    -2,    -3,    -3,    -3,     0,     0,     0,     0,     0,   2.4,     0},
    [LOOK_NAME_TAIL]        = {     0,     0,     0,     0,     0,     0,     0,  -0.5,   3.5,     0,     0,     0,     0,     0,     0},
    [LOOK_ADVERT]           = {     0,     0,     0,    -4,    -4,     0,    -4,    -3,     0,     0,     0,     0,     0,     9,     0},
    [LOOK_SCRAP]            = {     0,     0,     0,    -4,    -4,     0,    -4,    -4,    -2,     0,     0,     0,     0,     6,     0},
    [LOOK_ROW]              = {     0,     0,     0,    -3,    -4,     0,    -3,    -2,     0,     0,     0,     2,     7,     0,     0},
    [LOOK_PARTED]           = {     0,     0,    -3,    -4,    -6,    -4,    -4,     3,     0,     0,     0,     0,     0,    -3,    -4},
    [LOOK_SIGNED]           = {     0,     0,     0,     0,    -5,     0,    -3,     2,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_DAY]              = {     0,     0,     0,    -2,    -4,    -4,     3,    -2,     0,     0,     0,     0,     0,     0,    -2},
    [LOOK_OF_PICTURE]       = {     0,     0,     0,    -3,    -4,    -3,    -3,    -3,     9,     0,     0,     0,     0,     0,    -3},
    [LOOK_BOXED]            = {     0,     0,     0,    -3,    -4,    -3,    -4,    -4,    -2,     0,     0,     0,     9,     0,    -3},
    [LOOK_LISTED]           = {     0,     0,    -8,    -5,    -6,    -6,    -6,     5,    -4,     0,     0,     0,     0,     0,    -5},
    [LOOK_CHART]            = {     0,     0,     0,    -3,    -4,    -3,    -4,    -4,    -2,     0,     0,     9,     0,     0,    -3},
    [LOOK_NO_NAMES]         = {     0,     0,     0,     0,     0,    -5,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_TOPIC]            = {     0,     0,     0,     0,     1,     0,  -2.7,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_OF_BRIEFS]        = {     0,     0,     0,    -1,     4,    -1,    -4,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_TURNS]            = {     0,     0,     0,  -4.7,   2.9,     0,   0.5,  -1.2,  -0.1,     0,     0,   0.6,     0,     0,  -4.9},
    [LOOK_TURNED]           = {     0,     0,     0,  -4.9,   3.8,     0,   0.4,  -0.9,     0,     0,     0,   0.6,     0,  -0.1,    -5},
    /*                          PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
    [LOOK_SET_OFF]          = {     0,     0,     0,     0,   0.7,     0,   0.7,  -2.5,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_SET_LARGE]        = {     0,     0,     0,     0,   1.5,     0,    -3,    -1,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_APART]            = {     0,     0,     0,   1.6,    -3,     0,     0,     0,     0,     0,     0,     0,     0,     0,   1.6},
    [LOOK_OVER_DECK]        = {     0,     0,     0,  -1.5,   2.5,     0,    -1,    -1,     0,     0,     0,     0,     0,    -2,  -1.5},
    [LOOK_DECK]             = {     0,     0,     0,    -2,     3,    -2,     0,    -2,     0,     0,     0,     0,     0,     0,    -4},
    [LOOK_UNDER_CONTINUED]  = {     0,     0,     0,    -3,     6,    -4,    -3,    -2,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_UNDER_JUMP_HEAD]  = {     0,     0,     0,    -4,    -9,    -3,     0,     1,     0,     0,     0,     0,     0,     0,    -4},
    [LOOK_HEADLINE_CASE]    = {  -0.1,     0,   0.3,   0.2,   0.1,  -0.3,  -0.4,  -0.2,     0,   0.1,  -0.1,     0,  -0.2,  -0.1,   0.5},
    [LOOK_OTHER_CASE]       = {  -0.5,   0.1,  -0.1,  -0.3,  -0.5,     0,   0.9,   0.1,   0.1,   0.4,     0,  -0.4,   0.1,   0.2,  -0.1},
    [LOOK_ONE_ABOVE]        = {     0,     0,  -0.1,  -0.2,   0.9,   0.7,  -1.1,  -0.1,  -0.3,     0,   0.3,     0,   0.1,  -0.3,   0.1},
    [LOOK_ONE_BELOW]        = {  -0.1,     0,  -0.1,  -0.1,     2,  -0.3,  -0.6,  -0.3,     0,   0.1,     0,     0,  -0.1,  -0.3,  -0.4},
    [LOOK_COHESION_NONE]    = {     0,     0,  -0.1,   0.1,   0.6,   0.1,  -0.6,  -0.1,     0,     0,     0,   0.1,   0.1,   0.2,  -0.3},
    [LOOK_COHESION_LOW]     = {     0,  -0.1,  -0.2,     0,   0.2,   0.1,  -0.2,   0.2,  -0.3,   0.2,   0.1,   0.1,  -0.1,   0.1,  -0.1},
    [LOOK_COHESION_SOME]    = {  -0.2,     0,  -0.5,  -0.3,  -0.1,   0.3,     0,  -0.1,   0.3,   0.4,   0.1,   0.2,  -0.1,  -0.2,   0.1},
    [LOOK_COHESION_HIGH]    = {     0,     0,  -0.2,  -0.2,  -0.6,     0,   0.5,   0.3,  -0.1,   0.3,   0.1,  -0.1,   0.1,  -0.2,     0},
    [LOOK_STANDING]         = {     0,     0,     0,   1.5,    -1,     0,     0,     0,     0,     0,     0,     0,     0,     0,   1.5},
    [LOOK_LONE]             = {    -1,     0,     0,  -0.5,     0,     0,     0,     0,     0,     0,     0,     0,     0,  -0.7,  -0.5},
    [LOOK_TOLD_BELOW]       = {     0,     0,     0,    -2,     1.5,     0,     0,     0,     0,     0,     0,     0,     0,     0,  -3.5},
    [LOOK_LABEL_MARKS]      = {     0,     0,     0,     3,    -2,    -3,     0,     0,    -2,     0,     0,    -2,    -2,    -2,     3},
    [LOOK_OVER_TEASERS]     = {     0,     0,    10,    -4,    -3,     0,     0,     0,     0,     0,     0,     0,     0,     0,    -4},
    [LOOK_TEASER_TEXT]      = {     0,     0,    30,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0},
    [LOOK_LABELS_UNDER]     = {     0,     0,     0,  -0.5,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,   1.5},
};

/* Two looks that mean more together than each by itself. */
const look_pair look_pairs[] = {
    {LOOK_FIRST_LINE, LOOK_NEAR_FOLIO, PLATE, 5},
    {LOOK_FIRST_LINE, LOOK_PAPER, PLATE, 5},
    /* "LETTERS TO THE EDITOR" */
    {LOOK_LABEL, LOOK_WORDS_4_6, KICKER, 3.1},
    {LOOK_LABEL, LOOK_WORDS_4_6, HEAD, -2.1},
    /* "Technology:" */
    {LOOK_LABEL, LOOK_ENDS_COMMA, KICKER, 2.9},
    {LOOK_LABEL, LOOK_ENDS_COMMA, KICKER2, 2.9},
    /* A name over the paragraph that it begins. */
    {LOOK_BEGINS_NEXT, LOOK_HEADING_1, BODY, -6},
    {LOOK_BEGINS_NEXT, LOOK_HEADING_2, BODY, -5.5},
    {LOOK_BEGINS_NEXT, LOOK_HEADING_3, BODY, -6},
    {LOOK_BEGINS_NEXT, LOOK_HEADING_1, HEAD, 6},
    {LOOK_BEGINS_NEXT, LOOK_HEADING_2, HEAD, 5.5},
    {LOOK_BEGINS_NEXT, LOOK_HEADING_3, HEAD, 6},
    {LOOK_PAPER, LOOK_NEAR_FOLIO, PLATE, 3.7},
    {LOOK_PAPER, LOOK_TOP, PLATE, 0.7},
    {LOOK_PAPER, LOOK_HEADING_1, PLATE, 1.9},
    {LOOK_PAPER, LOOK_NEAR_CJK, SIDEBAR, -3},
    {LOOK_BEFORE_FOLIO, LOOK_TOP, PLATE, 0.8},
    {LOOK_BEFORE_FOLIO, LOOK_HEADING_1, PLATE, 2},
    /* "See page 3" over all text of the page sends to a teaser's story. */
    {LOOK_JUMP, LOOK_ABOVE_TEXT, TEASER, 19},
    {LOOK_ENDS_QUESTION, LOOK_WORDS_4_6, CROSS, 1.4},
    {LOOK_ENDS_QUESTION, LOOK_WORDS_7_9, CROSS, 1.2},
    {LOOK_ENDS_QUESTION, LOOK_FINITE, CROSS, 1},
    {LOOK_ENDS_QUESTION, LOOK_FINITE, BODY, -1.5},
    {LOOK_PAGE_NUMBER, LOOK_TOP, FOLIO, 3},
    {LOOK_PAGE_NUMBER, LOOK_BOTTOM, FOLIO, 2.9},
    {LOOK_DATE, LOOK_NEAR_FOLIO, FOLIO, 2.1},
    {LOOK_ALL_CAPS, LOOK_NEAR_REFER, TEASER, 2.8},
    {LOOK_TITLE_CASE, LOOK_NEAR_REFER, TEASER, 0.8},
    {LOOK_CJK, LOOK_NEAR_CJK, SIDEBAR, 1},
    /* The paper's title in Chinese. */
    {LOOK_CJK, LOOK_NEAR_FOLIO, SIDEBAR, -3},
    {LOOK_CJK, LOOK_NEAR_FOLIO, PLATE, 4},
    {LOOK_WORDS_1_3, LOOK_BEFORE_BYLINE, HEAD, -1.4},
    /* A printed line that begins a story: "LAGOS, May 3 -- Nine" */
    {LOOK_LEAD, LOOK_WORDS_1_3, BODY, 3},
    {LOOK_LEAD, LOOK_WORDS_4_6, BODY, 3},
    {LOOK_ROLE, LOOK_NAMES_PLAIN, BYLINE, 2},
    /* "Printed on recycled paper. Additional copies 50 cents." */
    {LOOK_FURNITURE, LOOK_SENTENCES, FURNITURE, 3},
    {LOOK_FURNITURE, LOOK_VOLUME, FOLIO, 3},
    {LOOK_FURNITURE, LOOK_DATE, FOLIO, 3},
    /* A writer's address. */
    {LOOK_NAMES_ONLY, LOOK_FURNITURE, BYLINE, 6},
    /* The credit behind a caption's one sentence looks like a second. */
    {LOOK_CREDIT, LOOK_SENTENCES, CAPTION, 3.1},
    {LOOK_CREDIT, LOOK_SPEAKER, CAPTION, 1.8},
    /* So does a photographer's name. */
    {LOOK_NAME_TAIL, LOOK_SENTENCES, CAPTION, 3.1},
    /* "... on Friday. AFP PHOTO." */
    {LOOK_CREDIT, LOOK_ENDS_SENTENCE, BODY, -3},
    /* A brief with its writer behind a dash. */
    {LOOK_CREDIT, LOOK_LEAD, CAPTION, -4},
    {LOOK_CREDIT, LOOK_LEAD, BODY, 2},
    /* Who is where in it is often told in a second sentence. */
    {LOOK_OF_PICTURE, LOOK_SENTENCES, CAPTION, 1.5},
    {LOOK_OF_PICTURE, LOOK_WORDS_26_UP, CAPTION, 2},
    /* "Above: ...", "**Steady hands:** Volunteers lifting ..." */
    {LOOK_SPEAKER, LOOK_OF_PICTURE, CAPTION, 6},
    /* An interview's question. */
    {LOOK_SPEAKER, LOOK_ENDS_QUESTION, BODY, 4},
    {LOOK_SPEAKER, LOOK_ENDS_QUESTION, CROSS, -4},
    {LOOK_BEFORE_CREDIT, LOOK_ENDS_SENTENCE, CAPTION, 2.4},
    {LOOK_JUMP, LOOK_ABOVE_PLATE, TEASER, 19},
    {LOOK_REFER, LOOK_ABOVE_PLATE, TEASER, 5},
    /* A headline that says on which page its story is. */
    {LOOK_REFER_TAIL, LOOK_ALL_CAPS, HEAD, -6},
    {LOOK_REFER_TAIL, LOOK_TITLE_CASE, HEAD, -6},
    /* The next printed line of a heading. */
    {LOOK_STARTS_LOWER, LOOK_HEADING_1, HEAD, 6},
    {LOOK_STARTS_LOWER, LOOK_HEADING_1, BODY, -4},
    {LOOK_STARTS_LOWER, LOOK_HEADING_2, HEAD, 5.3},
    {LOOK_STARTS_LOWER, LOOK_HEADING_2, BODY, -3.3},
    {LOOK_STARTS_LOWER, LOOK_HEADING_3, HEAD, 4.6},
    {LOOK_STARTS_LOWER, LOOK_HEADING_3, BODY, -3},
    {LOOK_STARTS_LOWER, LOOK_ENDS_MIDWORD, HEAD, -2},
    {LOOK_BEFORE_CONTINUED, LOOK_ENDS_SENTENCE, HEAD, -5.1},
    {LOOK_BEFORE_CONTINUED, LOOK_ENDS_QUESTION, HEAD, 5},
    {LOOK_ALL_CAPS, LOOK_WORDS_4_6, HEAD, 0.8},
    {LOOK_ALL_CAPS, LOOK_WORDS_4_6, KICKER, -1},
    {LOOK_ALL_CAPS, LOOK_WORDS_7_9, HEAD, 1.3},
    {LOOK_ALL_CAPS, LOOK_WORDS_10_14, HEAD, 1.5},
    {LOOK_ALL_CAPS, LOOK_ENDS_QUESTION, HEAD, 1.2},
    /* No sentence of a text asks in title case. */
    {LOOK_TITLE_CASE, LOOK_ENDS_QUESTION, BODY, -3},
    /* No sentence is so long in title case. */
    {LOOK_TITLE_CASE, LOOK_WORDS_15_25, HEAD, 4},
    {LOOK_TITLE_CASE, LOOK_WORDS_10_14, HEAD, 1},
    /* The first names of a page's people are no byline where a sentence stands. */
    {LOOK_NAMES_PLAIN, LOOK_HEADING_1, BYLINE, -3},
    {LOOK_NAMES_PLAIN, LOOK_HEADING_2, BYLINE, -3.1},
    {LOOK_NAMES_PLAIN, LOOK_NEXT_LOWER, BYLINE, -4},
    /* The first line of a heading is no sentence. */
    {LOOK_TURNS, LOOK_NEXT_LOWER, HEAD, 3},
    {LOOK_FIGURES, LOOK_TITLE_CASE, GRAPHIC, -2.1},
    /* The box's own long lines are not what is next to them. */
    {LOOK_NEAR_LIST, LOOK_WORDS_26_UP, SIDEBAR, -3},
    /* A correction is headed so, however often there is one. */
    {LOOK_CORRECTION, LOOK_STANDING, HEAD, 2.5},
};
const size_t n_look_pairs = sizeof look_pairs / sizeof *look_pairs;
_Static_assert(sizeof look_pairs / sizeof *look_pairs <= 64 * LOOK_PAIR_SETS, "a set for all pairs");

/* From a line's kind to the next line's.  Rows are "from". */
const float state_transitions[STATE_WEIGHED][STATE_LANES] = {
    /*              PLATE  FOLIO TEASER KICKER   HEAD BYLINE  CROSS   BODY CAPTIO   CONT   JUMP GRAPHI SIDEBA FURNIT KICKER */
    [PLATE]     = {    -1,     2,  -0.1,     0,  -0.3,    -4,    -5,  -1.1,  -0.5,    -3,    -4,    -2,    -3,  -0.1,   -20},
    [FOLIO]     = {   0.8,   0.9,  -0.2,  -0.1,     0,    -4,    -5,  -1.2,  -0.5,    -3,    -4,    -2,    -3,   0.6,   -20},
    [TEASER]    = {     0,     0,   2.3,  -0.3,  -0.5,    -4,    -5,  -2.1,  -0.6,    -3,    -4,    -2,    -2,     0,   -20},
    [KICKER]    = {    -4,  -4.1,    -3,  -3.1,   2.6,  -2.1,    -5,  -4.2,  -3.1,    -2,    -5,   0.3,  -6.1,    -3,   -20},
    [HEAD]      = {    -5,  -4.1,  -3.1,  -4.1,    -1,   3.1,  -3.2,   0.3,  -2.3,   2.4,  -3.1,  -3.3,  -3.2,    -3,   0.9},
    [BYLINE]    = {    -5,    -4,    -4,  -4.1,  -5.5,  -0.6,    -6,   2.3,  -1.2,  -1.1,    -5,    -4,    -3,  -3.1,   0.2},
    [CROSS]     = {    -6,    -6,    -5,    -5,    -5,    -5,    -3,   2.9,  -1.6,    -5,    -4,    -4,  -4.4,    -4,   -20},
    [BODY]      = {  -2.1,  -2.1,  -2.6,  -0.8,    -1,  -3.8,   0.8,   1.1,  -0.8,  -2.6,   1.2,  -2.8,    -2,  -0.9,   -20},
    [CAPTION]   = {    -1,    -1,  -0.6,  -0.2,  -0.1,  -3.2,  -1.9,  -0.2,   0.7,  -2.7,  -0.1,  -2.1,  -1.8,     0,   -20},
    [CONT]      = {    -5,    -5,    -4,    -2,   0.4,  -1.1,    -1,   2.4,    -1,    -4,    -5,    -4,    -3,    -3,  -2.1},
    [JUMP]      = {    -1,    -1,    -1,   1.1,   0.9,    -4,    -4,    -1,   0.1,  -2.9,    -2,    -1,    -1,   0.1,   -20},
    [GRAPHIC]   = {    -2,    -2,  -1.4,  -0.9,  -1.8,    -4,  -4.1,  -3.2,  -0.7,    -4,    -4,     3,    -3,   0.8,   -20},
    [SIDEBAR]   = {    -3,    -3,    -2,  -0.7,  -1.6,    -4,    -4,  -2.5,  -0.5,  -3.7,    -4,    -3,   2.1,  -0.5,   -20},
    [FURNITURE] = {  -0.1,  -0.2,   0.4,   0.4,     0,  -3.1,  -1.6,  -0.7,   0.1,  -2.1,    -1,  -1.2,  -1.1,   0.2,   -20},
    [KICKER2]   = {    -5,    -5,    -5,    -5,    -5,   2.5,    -4,   0.6,    -2,     1,    -5,    -4,    -4,    -4,   -20},
};
/* clang-format on */

const float second_kicker = -3;

/* Behind a letter's signature (AFTER_JUMP, BYLINE) stands the next letter. */
const pair_weight pair_weights[] = {
    {PAIR_AFTER_JUMP, BYLINE, HEAD, 9.7},
    {PAIR_AFTER_JUMP, BYLINE, KICKER, 5},
    {PAIR_AFTER_JUMP, BYLINE, KICKER2, -8},
    {PAIR_AFTER_JUMP, BYLINE, FURNITURE, 5},
    {PAIR_AFTER_JUMP, BYLINE, BODY, -6},
    {PAIR_AFTER_JUMP, BYLINE, CROSS, -3},
    {PAIR_AFTER_JUMP, BYLINE, BYLINE, 3},
    {PAIR_TIGHT, BYLINE, BYLINE, 4},
    {PAIR_TIGHT, FURNITURE, FURNITURE, 3},
    {PAIR_OPEN, TEASER, TEASER, 0.8},
    {PAIR_OPEN, HEAD, HEAD, 1.2},
    {PAIR_OPEN, CROSS, CROSS, 1},
    {PAIR_OPEN, BODY, KICKER, -1.2},
    {PAIR_OPEN, BODY, HEAD, -1.8},
    {PAIR_OPEN, BODY, BYLINE, -2.2},
    {PAIR_OPEN, BODY, CROSS, -3.7},
    {PAIR_OPEN, BODY, BODY, -0.9},
    {PAIR_OPEN, CONT, HEAD, 0.9},
    {PAIR_AFTER_JUMP, BODY, KICKER, 1.4},
    {PAIR_AFTER_JUMP, BODY, HEAD, 1.6},
    {PAIR_AFTER_JUMP, BODY, CROSS, -3},
    {PAIR_AFTER_JUMP, BODY, BODY, -1.1},
    {PAIR_LOWER, HEAD, HEAD, 3.4},
    {PAIR_LOWER, HEAD, BODY, -2.5},
    {PAIR_LOWER, BYLINE, BYLINE, 1.2},
    {PAIR_LOWER, BYLINE, BODY, -1.1},
    {PAIR_LOWER, CROSS, CROSS, 1.2},
    {PAIR_LOWER, CROSS, BODY, -6.1},
    {PAIR_TIGHT, HEAD, HEAD, 5.2},
    {PAIR_TIGHT, HEAD, KICKER2, -3},
    {PAIR_TIGHT, KICKER, HEAD, -1.5},
    {PAIR_TIGHT, HEAD, BODY, -0.8},
    {PAIR_TIGHT, CROSS, BODY, -0.8},
    {PAIR_TIGHT, BODY, KICKER, -3},
    {PAIR_TIGHT, BODY, HEAD, -4},
    {PAIR_TIGHT, BODY, CROSS, -1.3},
    {PAIR_TIGHT, BODY, BODY, 2.4},
    {PAIR_TIGHT, BODY, CAPTION, -3.2},
    {PAIR_TIGHT, CAPTION, CAPTION, 3.9},
    {PAIR_TIGHT, GRAPHIC, GRAPHIC, 1},
    {PAIR_TIGHT, SIDEBAR, SIDEBAR, 2.2},
    {PAIR_SHORTER, FOLIO, FURNITURE, 0.8},
    {PAIR_SHORTER, TEASER, TEASER, 0.9},
    {PAIR_SHORTER, KICKER, HEAD, -1.8},
    {PAIR_SHORTER, BYLINE, BYLINE, 1.1},
    {PAIR_SHORTER, CROSS, CROSS, 1.1},
    {PAIR_SHORTER, CAPTION, CAPTION, 1.3},
    {PAIR_LONGER, HEAD, KICKER2, -1.4},
    {PAIR_DEEPER, KICKER, HEAD, -0.8},
    {PAIR_HIGHER, HEAD, KICKER2, -0.8},
    {PAIR_HIGHER, BODY, BODY, 0.9},
    {PAIR_AFTER_CREDIT, CAPTION, CAPTION, -1.3},
    {PAIR_AFTER_GRAPHIC_WORD, KICKER, HEAD, -3.1},
    {PAIR_AFTER_GRAPHIC_WORD, KICKER, GRAPHIC, 4.9},
    {PAIR_SAME_LEVEL, HEAD, HEAD, 1.2},
    {PAIR_OTHER_CAPITALS, HEAD, HEAD, -0.8},
    {PAIR_OTHER_CAPITALS, HEAD, KICKER2, 0.8},
};
const size_t n_pair_weights = sizeof pair_weights / sizeof *pair_weights;

/* Fitted to the odds of decoders that had been fitted to another paper: of an unknown one the decoder is less
 * sure than it says. */
/* clang-format off */
const float seam_weights[SEAM_COUNT] = {
    [SEAM_LEAN] = 0.5,
    [SEAM_STYLE] = 0.7,
    [SEAM_KNOWN_NAMES] = -1.5,
    [SEAM_NEW_NAMES] = 1.3,
    [SEAM_APART] = 0.7,
    [SEAM_TELLS_BELOW] = 1.4,
    [SEAM_ONE_ABOVE] = 3,
    [SEAM_ONE_BELOW] = 1.4,
    [SEAM_BRIEFS] = 2.3,
    [SEAM_LEAD] = 2.6,
    [SEAM_GOES_ON] = -1.8,
    [SEAM_SENTENCE] = -1.6,
    [SEAM_LONG] = 1.5,
    [SEAM_STOP] = 4,
    [SEAM_HIGHER] = 1.5,
    [SEAM_ONLY_BOLD] = -6,
    [SEAM_ENDNOTE] = 4,
    [SEAM_ALWAYS] = -3,
};
/* clang-format on */
