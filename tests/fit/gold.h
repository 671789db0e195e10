/* Labelled pages: the kinds of their lines, as in NAME.lines.tsv. */
#ifndef STDAILY_FIT_GOLD_H
#define STDAILY_FIT_GOLD_H

#include <stddef.h>

#include "base/arena.h"
#include "parse/look.h"
#include "parse/page.h"

/* Says so, and ends the program. */
_Noreturn void fit_fail(const char *what, const char *path);

typedef struct gold_page {
    double share; /* how much it counts; 0: held out */
    arena *mem;
    str text;
    page_looks looks;
    line_kind *of_units; /* what most of a unit's lines are; KIND_COUNT: not known */
} gold_page;

/* Reads "SHARE GOLD.lines.tsv PAGE" from standard input, and both files; false at its end. */
bool gold_next(gold_page *p);

#endif
