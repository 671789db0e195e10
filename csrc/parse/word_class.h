/* What a word by itself tells of the line it stands in: one look-up in a table that gperf makes of
 * word_class.gperf, where the words are. */
#ifndef STDAILY_PARSE_WORD_CLASS_H
#define STDAILY_PARSE_WORD_CLASS_H

#include <stdint.h>

#include "base/str.h"

enum {
    WORD_SMALL = 1 << 0,        /* left in lower case by headlines in title case */
    WORD_MIDWAY = 1 << 1,       /* no heading ends on it; a line cut in the middle of a sentence may */
    WORD_FINITE = 1 << 2,       /* a verb form that only whole sentences have */
    WORD_TOPIC = 1 << 3,        /* opens a sentence and no heading */
    WORD_CAPTION = 1 << 4,      /* of captions: "pictured" */
    WORD_GRAPHIC = 1 << 5,      /* "chart" */
    WORD_UNIT = 1 << 6,         /* follows a figure */
    WORD_COMMON = 1 << 7,       /* of every story: says nothing of what it is about */
    WORD_ABBREVIATION = 1 << 8, /* its full stop ends no sentence */
    WORD_OPENS = 1 << 9,        /* opens a sentence: a line before it has lost its end */
    WORD_PARTICLE = 1 << 10,    /* stands among names in lower case: "van", "of" */
    WORD_ROLE = 1 << 11,        /* what a writer is: "correspondent" */
    WORD_STAFF = 1 << 12,       /* of a byline without names: "our staff" */
    WORD_PAPER = 1 << 13,       /* of newspapers' titles */
    WORD_PHOTO = 1 << 14,       /* of photo credits */
    /* Of words that open a question which most lines need not be asked; a line_word does not keep them. */
    WORD_AGENCY = 1 << 16,    /* the last of an agency's name, or a house's that has only pictures */
    WORD_BYLINE = 1 << 17,    /* the first of what stands before a byline's names */
    WORD_OF_BYLINE = 1 << 18, /* stands among or behind them: "with", "reports", "Special to" */
    WORD_TRADE = 1 << 19,     /* of what advertisers print: "bargains" */
    WORD_OFFICE = 1 << 20,    /* of those who make a paper: "publisher" */
    WORD_IMPRINT = 1 << 21,   /* of what a paper says of itself: "subscriptions" */
};

/* The word's classes, 0 for one that is not in the table; ASCII case is ignored. */
uint32_t word_classes(str word);

#endif
