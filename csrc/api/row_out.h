/* A row of the query "paragraphs". */
#ifndef STDAILY_API_ROW_OUT_H
#define STDAILY_API_ROW_OUT_H

#include "api/reading.h"

typedef struct row_out {
    const char *role;
    str text;
    uint32_t line;
    const span *spans; /* none: the whole text comes from `line` */
    size_t n_spans;
    str credit, note;
    const mark *marks;
    size_t n_marks;
} row_out;

/* NUL bytes are shown as U+2400: an editor would cut the text there. */
void row_out_put(query *q, const row_out *row);
str row_out_show_nuls(arena *mem, str text);

/* The spans of a text that was joined from blocks, found by the words with which they start. */
span *row_out_spans(arena *mem, str text, const page *p, const int32_t *blocks, size_t n, size_t *n_spans);

#endif
