/* What the stories of an issue talk of, for comparing them.  The linker's own business. */
#ifndef STDAILY_PARSE_LINK_TEXT_H
#define STDAILY_PARSE_LINK_TEXT_H

#include <stdint.h>

#include "base/buf.h"
#include "parse/page.h"

/* The words of a text, each once, by id; what one weighs is kept beside the vocabulary. */
typedef struct word_set {
    uint32_t *ids; /* ascending */
    size_t n;
    double norm; /* root of the sum of the squared weights */
} word_set;

/* How a text begins or ends, where that tells whether a sentence is cut there. */
typedef enum text_edge { EDGE_UNKNOWN, EDGE_CUT, EDGE_WHOLE } text_edge;

typedef struct link_text {
    word_set all;      /* headline and body */
    word_set headline; /* all of its words, common ones too */
    text_edge start;   /* EDGE_CUT: begins in lower case */
} link_text;

/* An article's body without its crossheads, words broken at a line's end closed. */
str link_body(arena *mem, const page *p, const article *a);
text_edge link_start(str body);

typedef struct vocabulary vocabulary;

vocabulary *vocabulary_new(arena *mem);

/* Reads a story's words.  Weights are known only after vocabulary_weigh(). */
link_text link_text_of(vocabulary *v, const page *p, const article *a);

/* The words of any text, a headline's or teaser's; it does not count as a story. */
word_set vocabulary_read(vocabulary *v, str text);

/* Weighs all words by how few of the stories read have them. */
void vocabulary_weigh(vocabulary *v);
void word_set_weigh(const vocabulary *v, word_set *set);

/* Cosine of the weighted sets. */
double word_sets_likeness(const vocabulary *v, const word_set *a, const word_set *b);

/* The share of a's words, every word alike, that b has too. */
double word_sets_cover(const word_set *a, const word_set *b);

/* Adds up to three of the rarest shared words, "names Yap and Sun" or "words cathode and leaching". */
void word_sets_explain(const vocabulary *v, const word_set *a, const word_set *b, buf *out);

#endif
