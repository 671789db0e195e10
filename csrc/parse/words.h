/* The words of a page's lines, read once for all that looks at them. */
#ifndef STDAILY_PARSE_WORDS_H
#define STDAILY_PARSE_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/str.h"

/* How a word looks, with the marks around it. */
enum {
    SHAPE_LOWER = CHAR_LOWER, /* begins in lower case */
    SHAPE_UPPER = CHAR_UPPER,
    SHAPE_DIGIT = CHAR_DIGIT,
    SHAPE_HAS_LOWER = 1,
    SHAPE_ENDS = 16,          /* a sentence ends behind it, and it is no initial */
    SHAPE_OPENS = CHAR_OPENS, /* a sentence may begin with it */
    SHAPE_STOPS = CHAR_STOP   /* a full stop, question or exclamation mark stands right behind it */
};

/* What stands between two blanks. */
typedef struct line_word {
    uint64_t key;     /* its first eight bytes, folded */
    uint32_t at;      /* where it begins in the line, marks off */
    uint16_t classes; /* WORD_... that lines are weighed by */
    uint8_t len;      /* without marks at both ends; 0 for marks alone; LONGEST_WORD_LEN for more, too */
    uint8_t shape;    /* SHAPE_... */
} line_word;

enum { WORD_KEY_BYTES = 8, LONGEST_WORD_LEN = UINT8_MAX };

typedef struct word_list {
    arena *mem;
    line_word *items;
    size_t n, capacity;
} word_list;

/* What a line holds beside words: colons, slashes, bars, pluses and at signs. */
enum { SEEN_MARK = CHAR_BLANK /* which no word holds */ };

/* The words of one line, in a list. */
typedef struct word_run {
    size_t first;
    uint32_t n;
    uint32_t classes; /* of all words, WORD_... */
    uint8_t seen; /* SEEN_MARK, CHAR_DIGIT, CHAR_HIGH, CHAR_WIDE; of a line too long to be read whole, all */
} word_run;

/* Adds a line's words to the list.  Of an endless line that is no prose only its beginning and end are read.
 */
word_run words_read(word_list *list, str text);

/* A key's first `len` bytes. */
static inline uint64_t word_key_to(uint64_t key, size_t len)
{
    size_t bytes = len < WORD_KEY_BYTES ? len : WORD_KEY_BYTES;
    return key & (((UINT64_C(1) << 4 * bytes) << 4 * bytes) - 1);
}

/* Of all of a word, folded. */
uint64_t word_hash(str text, const line_word *word);

#endif
