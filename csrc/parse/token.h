/* Words of a line, without allocation. */
#ifndef STDAILY_PARSE_TOKEN_H
#define STDAILY_PARSE_TOKEN_H

#include <stdint.h>

#include "base/ascii.h"
#include "base/str.h"
#include "parse/word_class.h"

/* The next run of characters that are not blanks; false at the end.  *at moves past it. */
static inline bool token_next(str s, size_t *at, str *token)
{
    size_t i = *at;
    while (i < s.len && ascii_class(s.ptr[i]) & CHAR_BLANK)
        i++;
    size_t start = i;
    while (i < s.len && !(ascii_class(s.ptr[i]) & CHAR_BLANK))
        i++;
    *at = i;
    *token = (str){s.ptr + start, i - start};
    return i > start;
}

/* A token without punctuation, quotes and Markdown marks at both ends. */
str token_without_marks(str token);

static inline str token_core(str token)
{
    bool plain = token.len && ascii_class(token.ptr[0]) & CHAR_ALNUM &&
                 ascii_class(token.ptr[token.len - 1]) & CHAR_ALNUM;
    return plain ? token : token_without_marks(token);
}

/* The word is in a list of lower-case words that are separated and enclosed by blanks; ASCII case is ignored.
 */
bool word_in_list(str word, str list);

static inline bool word_in(str word, const char *list)
{
    return word_in_list(word, str_of(list));
}

/* Edit distance (insert, delete, replace, swap neighbours), ASCII case ignored; above `most` it returns most
 * + 1. */
int edit_distance(str a, str b, int most);

/* A word with a capital where no sentence starts. */
bool word_is_name(str core, bool sentence_start);

/* The word says something of what a story is about: it is neither short (but a name may be) nor common. */
bool word_tells(str core, bool name);
/* The same by the word's length and classes. */
static inline bool word_tells_by(size_t len, uint32_t classes, bool name)
{
    enum { LEAST_LETTERS = 4 };
    return (len >= (name ? 2 : LEAST_LETTERS)) & !(classes & WORD_COMMON);
}

enum { STEM_LETTERS = 7 };
size_t word_stem_len_of_genitive(str word);

/* Length of a word's stem: without "'s", and cut so that "industries" and "industrial" have one.  (Every
 * fifth word ends in an "s", so that none is asked for by a branch.) */
static inline size_t word_stem_len(str word)
{
    enum { LEAST_LETTERS = 4 };
    if (word.len < 2)
        return word.len;
    bool s = (word.ptr[word.len - 1] | 0x20) == 's';
    if (s & ((ascii_class(word.ptr[word.len - 2]) & CHAR_ALPHA) == 0))
        return word_stem_len_of_genitive(word);
    size_t len = word.len - (s & (word.len > LEAST_LETTERS));
    return len < STEM_LETTERS ? len : STEM_LETTERS;
}

/* Of the stem, folded. */
uint64_t word_stem_hash(str word);

#endif
