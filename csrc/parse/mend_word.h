/* Writes text with its words mended.  The mend*.c files' own business. */
#ifndef STDAILY_PARSE_MEND_WORD_H
#define STDAILY_PARSE_MEND_WORD_H

#include "base/buf.h"
#include "parse/mend.h"

typedef struct writer {
    arena *mem;
    const lexicon *words;
    str context; /* text near, in which words that were run together may stand apart */
    buf out;
    bool mid_word;      /* the text so far ends in the first half of a word */
    paragraph *current; /* NULL before the first */
    mended *result;
    size_t paragraphs_capacity, mends_capacity, spans_capacity, marks_capacity;
} writer;

typedef struct source {
    const block *block;
    size_t offset; /* of block->text in block->raw */
    uint32_t line;
} source;

/* Nothing is recorded of what is no part of an article: where `result` is NULL. */
void writer_add_mend(writer *w, uint32_t line, str before, str after, const char *reason);

/* Writes a piece of the source as it is. */
void writer_put(writer *w, const source *src, str piece);

/* Writes a line's text, its words mended and its emphasis marks left out. */
void writer_put_text(writer *w, const source *src, str text);

#endif
