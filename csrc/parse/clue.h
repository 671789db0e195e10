/* What a page's stories and markers talk of, in little space: by that they are linked, and by that a page
 * without a date finds its issue. */
#ifndef STDAILY_PARSE_CLUE_H
#define STDAILY_PARSE_CLUE_H

#include "base/buf.h"
#include "parse/edge.h"
#include "parse/page.h"

typedef enum clue_kind {
    CLUE_JUMP,      /* a story that the page breaks off */
    CLUE_TEASER,    /* a story of another page */
    CLUE_CONTINUED, /* a story that goes on from another page */
    CLUE_STORY      /* any other story of this page */
} clue_kind;

/* A set of words by their stems, ascending.  The lowest bits tell how a word is used, CLUE_NAME and so on;
 * two words are one when the others are equal: see clue_key(). */
typedef struct clue_words {
    const uint32_t *items;
    size_t n;
} clue_words;

enum {
    CLUE_NAME = 1,       /* somewhere with a capital inside a sentence, or in capitals */
    CLUE_INTRODUCED = 2, /* somewhere as part of a longer name, or of an acronym's explanation */
    CLUE_ORDINARY = 4,   /* with a capital, but in the word list: "Center" */
    CLUE_USES = 7
};

typedef struct clue {
    clue_kind kind;
    text_edge edge;  /* how the text of a jump ends, and that of a continued story begins */
    int32_t index;   /* among the page's jumps, teasers, or articles */
    int32_t article; /* of a jump: whose; of a story: itself; else -1 */
    int32_t page;    /* that it names; 0 unknown, -1 next page (of a jump), previous page (continued) */
    bool byline;
    clue_words text;     /* words that tell something; none for a teaser */
    clue_words headline; /* words of it that tell something */
    clue_words word;     /* jump word */
    str names;           /* the text's, as printed, for a person */
    str printed;         /* headline as printed, likewise */
} clue;

/* What is known of a clue without its words; as bytes for this machine's own use, too. */
typedef struct clue_head {
    int32_t page;
    uint16_t n_names, n_headline; /* names of the text, words of the headline */
    uint8_t kind, byline;
    uint16_t unused;
} clue_head;

static inline uint32_t clue_key(uint32_t item)
{
    return item & ~(uint32_t)CLUE_USES;
}

static inline bool clue_kind_goes_out(uint8_t kind)
{
    return kind == CLUE_JUMP || kind == CLUE_TEASER;
}

static inline bool clue_goes_out(const clue *c)
{
    return clue_kind_goes_out((uint8_t)c->kind);
}

/* What stands for a word in a set, without its uses. */
uint32_t clue_word(str core);

/* All clues of a page as bytes for this machine's own use. */
str clues_write(arena *mem, const page *p);

/* Reads them back; what points to words points into `bytes`, which must be aligned for uint32_t.  Damaged
 * bytes give fewer clues. */
clue *clues_read(arena *mem, str bytes, size_t *n);

size_t clue_count_names(clue_words words);

clue_head clue_head_of(const clue *c);

#endif
