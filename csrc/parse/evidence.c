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
const float state_bias[STATE_COUNT] = {
    [PLATE] = -5, [FOLIO] = -5,    [TEASER] = -4, [KICKER] = -2,  [HEAD] = -1.5f, [BYLINE] = -5,   [CROSS] = -1.5f, [BODY] = 0,
    [CAPTION] = -3.5f, [CONT] = -8, [JUMP] = -8,   [GRAPHIC] = -3, [SIDEBAR] = -4, [FURNITURE] = -5, [KICKER2] = -2.2f,
};

const float state_start[STATE_COUNT] = {
    [BODY] = -1, [CAPTION] = -0.5f, [CROSS] = -4, [BYLINE] = -4, [CONT] = -1, [JUMP] = -4, [GRAPHIC] = -2, [SIDEBAR] = -2, [KICKER2] = -20,
};

const float look_weights[LOOK_COUNT][STATE_COUNT] = {
    [LOOK_TITLE_CASE] = {[HEAD] = 2.5f, [KICKER] = 1, [KICKER2] = 1, [CROSS] = -1, [BODY] = -2, [TEASER] = 0.5f, [PLATE] = 0.5f},
    [LOOK_SENTENCE_CASE] = {[CROSS] = 1.5f, [HEAD] = -1, [KICKER] = -2, [KICKER2] = -2, [BODY] = 1},
    [LOOK_ALL_CAPS] = {[KICKER] = 1.5f, [KICKER2] = 1, [TEASER] = 1.5f, [HEAD] = 0.3f, [BODY] = -3, [CROSS] = -1, [PLATE] = 0.5f},
    [LOOK_STARTS_LOWER] = {[BODY] = 4, [HEAD] = -4, [KICKER] = -4, [KICKER2] = -4, [CROSS] = -5, [CAPTION] = -3, [TEASER] = -3,
                           [BYLINE] = -3, [GRAPHIC] = -1, [SIDEBAR] = -1, [FURNITURE] = -2},
    [LOOK_STARTS_QUOTE] = {[BODY] = 1, [KICKER] = -1.5f, [KICKER2] = -1.5f, [CROSS] = -0.5f},
    [LOOK_ENDS_SENTENCE] = {[BODY] = 2.5f, [CAPTION] = 0.5f, [HEAD] = -4, [CROSS] = -3.5f, [KICKER] = -5, [KICKER2] = -5, [TEASER] = -3,
                            [SIDEBAR] = -1, [BYLINE] = -5, [GRAPHIC] = -1, [FURNITURE] = -1, [PLATE] = -4, [FOLIO] = -3},
    /* Undoes the row above: a heading may ask. */
    [LOOK_ENDS_QUESTION] = {[HEAD] = 4.5f, [CROSS] = 4.5f, [TEASER] = 3, [BODY] = -1.5f, [KICKER] = 1},
    [LOOK_ENDS_HYPHEN] = {[BODY] = 5, [HEAD] = -3, [CROSS] = -5, [KICKER] = -5, [KICKER2] = -5, [TEASER] = -2, [BYLINE] = -4},
    [LOOK_ENDS_COMMA] = {[BODY] = 2, [HEAD] = -2, [CROSS] = -3, [KICKER] = -3, [KICKER2] = -3, [BYLINE] = -1},
    [LOOK_ENDS_MIDWORD] = {[BODY] = 3, [HEAD] = -3, [CROSS] = -4, [KICKER] = -4, [KICKER2] = -4, [TEASER] = -1, [CAPTION] = -0.5f},
    [LOOK_WORDS_1_3] = {[KICKER] = 1.5f, [KICKER2] = 1.5f, [CROSS] = 0.3f, [HEAD] = -1.5f, [BODY] = -3, [GRAPHIC] = 0.5f, [SIDEBAR] = 0.5f,
                        [FURNITURE] = 0.5f, [CAPTION] = -2},
    [LOOK_WORDS_4_6] = {[HEAD] = 1, [CROSS] = 1.2f, [KICKER] = -0.7f, [KICKER2] = -0.7f, [BODY] = -2, [CAPTION] = -1},
    [LOOK_WORDS_7_9] = {[HEAD] = 1.5f, [CROSS] = 0.3f, [KICKER] = -4, [KICKER2] = -4, [BODY] = -1, [FURNITURE] = -1},
    [LOOK_WORDS_10_14] = {[HEAD] = 0.5f, [CROSS] = -1.5f, [KICKER] = -7, [KICKER2] = -7, [FURNITURE] = -2, [BYLINE] = -1},
    [LOOK_WORDS_15_25] = {[HEAD] = -3, [CROSS] = -6, [KICKER] = -10, [KICKER2] = -10, [BODY] = 2, [TEASER] = -4, [FURNITURE] = -3,
                          [CAPTION] = 0.5f},
    [LOOK_WORDS_26_UP] = {[HEAD] = -9, [CROSS] = -10, [KICKER] = -12, [KICKER2] = -12, [BODY] = 4, [BYLINE] = -10, [TEASER] = -8,
                          [GRAPHIC] = -1, [SIDEBAR] = -3, [FURNITURE] = -8, [PLATE] = -10, [FOLIO] = -10, [CAPTION] = 0.5f},
    [LOOK_SENTENCES] = {[BODY] = 4, [CAPTION] = 1, [HEAD] = -4, [CROSS] = -4, [KICKER] = -5, [KICKER2] = -5, [TEASER] = -3},
    [LOOK_FINITE] = {[BODY] = 1.5f, [CROSS] = -1, [HEAD] = -1, [KICKER] = -2, [KICKER2] = -2},
    [LOOK_LEADING_TOPIC] = {[BODY] = 2, [CROSS] = -1.5f, [HEAD] = -2, [KICKER] = -3, [KICKER2] = -3},
    /* Levels in OCR output are unreliable: weak evidence only. */
    [LOOK_HEADING_1] = {[HEAD] = 2.5f, [PLATE] = 1, [CROSS] = -0.5f, [BODY] = -2, [CAPTION] = -2},
    [LOOK_HEADING_2] = {[HEAD] = 1.8f, [KICKER] = 1, [KICKER2] = 1, [CROSS] = 0.5f, [PLATE] = 1, [BODY] = -2, [CAPTION] = -2},
    [LOOK_HEADING_3] = {[HEAD] = 1, [KICKER] = 1, [KICKER2] = 1, [CROSS] = 1.7f, [BODY] = -2, [CAPTION] = -2},
    [LOOK_BOLD] = {[KICKER] = 0.8f, [KICKER2] = 0.8f, [HEAD] = 0.5f, [CROSS] = 0.8f, [BYLINE] = 0.5f, [SIDEBAR] = 0.5f, [BODY] = -1},
    [LOOK_LIST_ITEM] = {[SIDEBAR] = 1.5f, [BODY] = 0.5f, [HEAD] = -1},
    [LOOK_BYLINE] = {[BYLINE] = 11, [BODY] = -3, [HEAD] = -3, [KICKER] = -3, [KICKER2] = -3, [CROSS] = -3},
    [LOOK_NAMES_ONLY] = {[BYLINE] = 5, [SIDEBAR] = 0.5f},
    [LOOK_CREDIT] = {[CAPTION] = 10, [BODY] = -1},
    [LOOK_CAPTION_WORDS] = {[CAPTION] = 2},
    [LOOK_PICTURE_ABOVE] = {[CAPTION] = 1.5f, [TEASER] = 0.3f},
    [LOOK_JUMP] = {[JUMP] = 14, [BODY] = -2, [HEAD] = -3, [CROSS] = -3, [KICKER] = -3},
    [LOOK_JUMP_TAIL] = {[BODY] = 3},
    [LOOK_CONTINUED] = {[CONT] = 14, [BODY] = -2, [HEAD] = -3, [CROSS] = -3, [KICKER] = -3},
    [LOOK_REFER] = {[TEASER] = 8, [FOLIO] = 3, [BODY] = -1},
    [LOOK_NEAR_REFER] = {[TEASER] = 3},
    [LOOK_VOLUME] = {[FOLIO] = 12},
    [LOOK_DATE] = {[FOLIO] = 9},
    [LOOK_PAGE_NUMBER] = {[FOLIO] = 4},
    [LOOK_PAPER] = {[PLATE] = 4},
    [LOOK_NEAR_FOLIO] = {[PLATE] = 2, [FOLIO] = 1},
    [LOOK_TOP] = {[PLATE] = 1.5f, [FOLIO] = 1, [TEASER] = 0.5f},
    [LOOK_BOTTOM] = {[FOLIO] = 0.5f, [FURNITURE] = 0.5f},
    [LOOK_FIGURES] = {[GRAPHIC] = 4, [BODY] = -1, [HEAD] = -1.5f, [KICKER] = -2, [KICKER2] = -2, [CROSS] = -1.5f},
    [LOOK_SOURCE] = {[GRAPHIC] = 8},
    [LOOK_GRAPHIC_WORD] = {[KICKER] = 2.5f, [GRAPHIC] = 1},
    [LOOK_BRACKETED] = {[GRAPHIC] = 1, [CAPTION] = 1, [BODY] = -1, [HEAD] = -1.5f, [KICKER] = -1},
    [LOOK_CJK] = {[SIDEBAR] = 8, [BODY] = -1, [HEAD] = -1, [KICKER] = -1},
    [LOOK_NEAR_CJK] = {[SIDEBAR] = 3},
    [LOOK_FURNITURE] = {[FURNITURE] = 10},
    [LOOK_NO_LETTERS] = {[FURNITURE] = 7, [BODY] = -3, [HEAD] = -5, [KICKER] = -5, [KICKER2] = -5, [CROSS] = -5},
    [LOOK_NEXT_LOWER] = {[BODY] = 4, [CROSS] = -4, [HEAD] = -3, [KICKER] = -4, [KICKER2] = -3},
    [LOOK_BEFORE_BYLINE] = {[HEAD] = 3, [KICKER2] = 1.5f, [CROSS] = -3, [BODY] = -1},
    [LOOK_BEFORE_CONTINUED] = {[HEAD] = 5, [CROSS] = -2, [BODY] = -1},
    [LOOK_REPEATED] = {[SIDEBAR] = 1.5f, [FURNITURE] = 0.5f},
};

/* Two looks that mean more together than each by itself. */
const look_pair look_pairs[] = {
    {LOOK_PAPER, LOOK_NEAR_FOLIO, PLATE, 4},
    {LOOK_PAPER, LOOK_TOP, PLATE, 2},
    {LOOK_PAGE_NUMBER, LOOK_TOP, FOLIO, 3},
    {LOOK_PAGE_NUMBER, LOOK_BOTTOM, FOLIO, 3},
    {LOOK_DATE, LOOK_NEAR_FOLIO, FOLIO, 2},
    {LOOK_ALL_CAPS, LOOK_NEAR_REFER, TEASER, 3},
    {LOOK_TITLE_CASE, LOOK_NEAR_REFER, TEASER, 1},
    {LOOK_CJK, LOOK_NEAR_CJK, SIDEBAR, 1},
    {LOOK_WORDS_1_3, LOOK_BEFORE_BYLINE, HEAD, -1.5f},
    {LOOK_FIGURES, LOOK_TITLE_CASE, GRAPHIC, -2},
};
const size_t n_look_pairs = sizeof look_pairs / sizeof *look_pairs;

/* From a line's kind to the next line's.  Rows are "from". */
const float state_transitions[STATE_COUNT][STATE_COUNT] = {
    [PLATE] = {[PLATE] = -1, [FOLIO] = 2, [TEASER] = 0, [KICKER] = 0, [HEAD] = 0, [BYLINE] = -4, [CROSS] = -5, [BODY] = -1, [CAPTION] = -0.5f,
               [CONT] = -3, [JUMP] = -4, [GRAPHIC] = -2, [SIDEBAR] = -3, [FURNITURE] = 0, [KICKER2] = -20},
    [FOLIO] = {[PLATE] = 1, [FOLIO] = 1, [TEASER] = 0, [KICKER] = 0, [HEAD] = 0, [BYLINE] = -4, [CROSS] = -5, [BODY] = -1, [CAPTION] = -0.5f,
               [CONT] = -3, [JUMP] = -4, [GRAPHIC] = -2, [SIDEBAR] = -3, [FURNITURE] = 0, [KICKER2] = -20},
    [TEASER] = {[PLATE] = 0, [FOLIO] = 0, [TEASER] = 1.5f, [KICKER] = 0, [HEAD] = 0, [BYLINE] = -4, [CROSS] = -5, [BODY] = -2, [CAPTION] = -0.5f,
                [CONT] = -3, [JUMP] = -4, [GRAPHIC] = -2, [SIDEBAR] = -2, [FURNITURE] = 0, [KICKER2] = -20},
    [KICKER] = {[PLATE] = -4, [FOLIO] = -4, [TEASER] = -3, [KICKER] = -3, [HEAD] = 2, [BYLINE] = -2, [CROSS] = -5, [BODY] = -4, [CAPTION] = -3,
                [CONT] = -2, [JUMP] = -5, [GRAPHIC] = 0.5f, [SIDEBAR] = 0, [FURNITURE] = -3, [KICKER2] = -20},
    [HEAD] = {[PLATE] = -5, [FOLIO] = -4, [TEASER] = -3, [KICKER] = -4, [HEAD] = -2.5f, [BYLINE] = 2.5f, [CROSS] = -3, [BODY] = 0, [CAPTION] = -2,
              [CONT] = 2.5f, [JUMP] = -3, [GRAPHIC] = -3, [SIDEBAR] = -3, [FURNITURE] = -3, [KICKER2] = 1},
    [BYLINE] = {[PLATE] = -5, [FOLIO] = -4, [TEASER] = -4, [KICKER] = -4, [HEAD] = -3, [BYLINE] = -1.5f, [CROSS] = -2, [BODY] = 2, [CAPTION] = -1,
                [CONT] = -1, [JUMP] = -5, [GRAPHIC] = -4, [SIDEBAR] = -3, [FURNITURE] = -3, [KICKER2] = 0},
    [CROSS] = {[PLATE] = -6, [FOLIO] = -6, [TEASER] = -5, [KICKER] = -5, [HEAD] = -5, [BYLINE] = -5, [CROSS] = -4, [BODY] = 2.5f, [CAPTION] = -1.5f,
               [CONT] = -5, [JUMP] = -4, [GRAPHIC] = -4, [SIDEBAR] = -4, [FURNITURE] = -4, [KICKER2] = -20},
    [BODY] = {[PLATE] = -2, [FOLIO] = -2, [TEASER] = -2, [KICKER] = -0.5f, [HEAD] = -0.5f, [BYLINE] = -3, [CROSS] = 0, [BODY] = 1, [CAPTION] = -0.5f,
              [CONT] = -3, [JUMP] = 1, [GRAPHIC] = -2.5f, [SIDEBAR] = -2.5f, [FURNITURE] = -1, [KICKER2] = -20},
    [CAPTION] = {[PLATE] = -1, [FOLIO] = -1, [TEASER] = -0.5f, [KICKER] = 0, [HEAD] = 0, [BYLINE] = -3, [CROSS] = -1.5f, [BODY] = 0.5f,
                 [CAPTION] = -0.5f, [CONT] = -3, [JUMP] = 0, [GRAPHIC] = -2, [SIDEBAR] = -2, [FURNITURE] = 0, [KICKER2] = -20},
    [CONT] = {[PLATE] = -5, [FOLIO] = -5, [TEASER] = -4, [KICKER] = -2, [HEAD] = -0.5f, [BYLINE] = -1, [CROSS] = -0.5f, [BODY] = 2, [CAPTION] = -1,
              [CONT] = -4, [JUMP] = -5, [GRAPHIC] = -4, [SIDEBAR] = -3, [FURNITURE] = -3, [KICKER2] = -2},
    [JUMP] = {[PLATE] = -1, [FOLIO] = -1, [TEASER] = -1, [KICKER] = 1, [HEAD] = 1, [BYLINE] = -4, [CROSS] = -4, [BODY] = -1, [CAPTION] = 0,
              [CONT] = -3, [JUMP] = -2, [GRAPHIC] = -1, [SIDEBAR] = -1, [FURNITURE] = 0, [KICKER2] = -20},
    [GRAPHIC] = {[PLATE] = -2, [FOLIO] = -2, [TEASER] = -1.5f, [KICKER] = -0.5f, [HEAD] = -1, [BYLINE] = -4, [CROSS] = -4, [BODY] = -3,
                 [CAPTION] = -0.5f, [CONT] = -4, [JUMP] = -4, [GRAPHIC] = 2, [SIDEBAR] = -3, [FURNITURE] = 0, [KICKER2] = -20},
    [SIDEBAR] = {[PLATE] = -3, [FOLIO] = -3, [TEASER] = -2, [KICKER] = -1, [HEAD] = -1, [BYLINE] = -4, [CROSS] = -4, [BODY] = -2.5f,
                 [CAPTION] = -0.5f, [CONT] = -4, [JUMP] = -4, [GRAPHIC] = -3, [SIDEBAR] = 2, [FURNITURE] = -0.5f, [KICKER2] = -20},
    [FURNITURE] = {[PLATE] = 0, [FOLIO] = 0, [TEASER] = 0, [KICKER] = 0, [HEAD] = 0, [BYLINE] = -3, [CROSS] = -1.5f, [BODY] = 0, [CAPTION] = 0,
                   [CONT] = -2, [JUMP] = -1, [GRAPHIC] = -1, [SIDEBAR] = -1, [FURNITURE] = 0.5f, [KICKER2] = -20},
    [KICKER2] = {[PLATE] = -5, [FOLIO] = -5, [TEASER] = -5, [KICKER] = -5, [HEAD] = -5, [BYLINE] = 2.5f, [CROSS] = -4, [BODY] = 0.5f,
                 [CAPTION] = -2, [CONT] = 1, [JUMP] = -5, [GRAPHIC] = -4, [SIDEBAR] = -4, [FURNITURE] = -4, [KICKER2] = -20},
};

const pair_weight pair_weights[] = {
    /* A crosshead stands between whole sentences. */
    {PAIR_OPEN, BODY, CROSS, -3},
    {PAIR_OPEN, BODY, HEAD, -1},
    {PAIR_OPEN, BODY, KICKER, -1},
    {PAIR_LOWER, CROSS, BODY, -6},
    {PAIR_LOWER, HEAD, BODY, -2},
    {PAIR_LOWER, BYLINE, BODY, -1},
    /* After a jump, the next story. */
    {PAIR_AFTER_JUMP, BODY, HEAD, 1.5f},
    {PAIR_AFTER_JUMP, BODY, KICKER, 1.5f},
    {PAIR_AFTER_JUMP, BODY, CROSS, -3},
    {PAIR_AFTER_JUMP, BODY, BODY, -1},
    /* A kicker is shorter than its headline and no higher a heading. */
    {PAIR_SHORTER, KICKER, HEAD, -2.5f},
    {PAIR_LONGER, HEAD, KICKER2, -2.5f},
    {PAIR_DEEPER, KICKER, HEAD, -1},
    {PAIR_HIGHER, HEAD, KICKER2, -1},
    /* Lines without a blank line between them are one paragraph. */
    {PAIR_TIGHT, BODY, BODY, 2},
    {PAIR_TIGHT, CAPTION, CAPTION, 3},
    {PAIR_TIGHT, SIDEBAR, SIDEBAR, 2},
    {PAIR_TIGHT, GRAPHIC, GRAPHIC, 1},
    {PAIR_TIGHT, HEAD, HEAD, 3.5f},
    {PAIR_TIGHT, BODY, CROSS, -3},
    {PAIR_TIGHT, BODY, HEAD, -4},
    {PAIR_TIGHT, BODY, KICKER, -3},
    {PAIR_TIGHT, BODY, CAPTION, -3},
    {PAIR_TIGHT, CROSS, BODY, -2},
    {PAIR_SAME_LEVEL, HEAD, HEAD, 1},
    /* A caption ends with its credit. */
    {PAIR_AFTER_CREDIT, CAPTION, CAPTION, -2},
};
const size_t n_pair_weights = sizeof pair_weights / sizeof *pair_weights;
