/* Bylines: "By YANG Xue & LU Zijian". */
#ifndef STDAILY_PARSE_BYLINE_H
#define STDAILY_PARSE_BYLINE_H

#include "base/arena.h"
#include "base/str.h"

typedef enum byline_form {
    BYLINE_NONE,
    BYLINE_MARKED, /* "By ..." and what may be names */
    BYLINE_NAMES,  /* names alone, a surname in capitals among them: "XU Li in Chengdu"; or "... reports" */
    BYLINE_PLAIN   /* words that may be names: "Rosie Kerr and Dean Whittle in Leeds" */
} byline_form;

byline_form byline_look(str text);

/* "and John Roe in Lagos", of a byline's next line. */
bool byline_goes_on(str text);

/* Words that are persons' names and hardly anything else: "Farida Qureshi", but not "Port Anshun". */
bool byline_is_sure(str text);

/* The names, without "By", places and titles. */
str *byline_names(arena *mem, str text, size_t *n_names);

#endif
