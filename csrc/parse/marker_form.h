/* The tokens of a text that may be a marker, and the forms that markers are printed in. */
#ifndef STDAILY_PARSE_MARKER_FORM_H
#define STDAILY_PARSE_MARKER_FORM_H

#include "parse/marker.h"

enum { MOST_TOKENS = 14 };

typedef struct tokens {
    str word[MOST_TOKENS]; /* cores */
    const char *start[MOST_TOKENS];
    const char *end[MOST_TOKENS]; /* of the whole token */
    bool marked[MOST_TOKENS];     /* a mark stands between it and the word before */
    bool misread[MOST_TOKENS];    /* of fuzzy ones: letter_printed() makes another word of it */
    struct {
        size_t n; /* tokens; 0 for none */
        int32_t page;
    } page[MOST_TOKENS]; /* that begins with the token */
    uint64_t asked[MOST_TOKENS],
        is[MOST_TOKENS]; /* which parts of forms it was compared with, and which it is */
    size_t n;
    bool fuzzy; /* damaged words count */
} tokens;

/* The letter that may have been printed for what was read at `at`, in lower case: "rn" is "m", "vv" is "w",
 * and figures are letters; *len is how much that is. */
char letter_printed(str word, size_t at, size_t *len);

/* Reads the text's tokens; false where it has none, or more than any marker. */
bool tokens_read(tokens *t, str text, bool fuzzy);

/* The first form that all tokens are; of kind MARKER_NONE where they are none. */
marker forms_match(tokens *t);

#endif
