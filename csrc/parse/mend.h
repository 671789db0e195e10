/* An article as it was printed: its lines joined, its words mended, each character traceable. */
#ifndef STDAILY_PARSE_MEND_H
#define STDAILY_PARSE_MEND_H

#include "parse/lexicon.h"
#include "parse/page.h"

/* From byte `at_byte` of a text on, it comes from `line`, byte `source_byte` of that line's raw text. */
typedef struct span {
    size_t at_byte;
    uint32_t line;
    size_t source_byte;
} span;

typedef enum mark_kind { MARK_GAP, MARK_DUP, MARK_GARBLE } mark_kind;

/* A lost, doubled or interleaved stretch, to be shown as such. */
typedef struct mark {
    mark_kind kind;
    size_t start_byte, end_byte; /* in the text; equal for what was left out or lost there */
    uint32_t line;
} mark;

typedef struct mend {
    uint32_t line;
    str before, after;
    const char *reason;
} mend;

typedef struct paragraph {
    bool crosshead;
    str text;
    span *spans;
    size_t n_spans;
    mark *marks;
    size_t n_marks;
} paragraph;

typedef struct mended {
    paragraph *paragraphs;
    size_t n_paragraphs;
    mend *mends;
    size_t n_mends;
} mended;

/* The article's paragraphs and crossheads in reading order, the jump cut off; what mend_text() mends in its
 * headline and captions is listed, too. */
mended *mend_article(arena *mem, const page *p, const article *a, const lexicon *words);

/* A headline, caption or other single text, mended. */
str mend_text(arena *mem, str text, const lexicon *words);

/* The join's name in a dump, NULL for JOIN_NONE: JOIN_HYPHEN is "hyphen-drop" or "hyphen-keep".  `previous`
 * is the body line before b in reading order, duplicates left out; NULL for none. */
const char *join_name(const block *previous, const block *b, const lexicon *words);

#endif
