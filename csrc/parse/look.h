/* A page as it is looked at before kinds are decided: its lines, the units they make, and their words. */
#ifndef STDAILY_PARSE_LOOK_H
#define STDAILY_PARSE_LOOK_H

#include "parse/affinity.h"
#include "parse/column.h"
#include "parse/label.h"
#include "parse/line.h"

typedef struct page_looks {
    word_list words;
    line *lines; /* those that are not blank */
    size_t n_lines;
    uint32_t n_source_lines;
    affinity *affinity; /* of the lines */
    column column;
    line *units;
    size_t *first; /* by unit: its first line */
    size_t n_units;
} page_looks;

/* Reads and looks at all of a page's text, which must outlive the result.  `standing` may be NULL. */
page_looks page_look_at(arena *mem, str text, const labels *standing);

#endif
