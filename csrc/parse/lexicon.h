/* How often each word occurs in the archive: the judge of what a damaged word was.
 *
 * Words are folded to lower case; a word with hyphens counts whole ("sci-tech") and its parts do not,
 * but for what stands before a number ("covid-19"). */
#ifndef STDAILY_PARSE_LEXICON_H
#define STDAILY_PARSE_LEXICON_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef struct lexicon lexicon;

lexicon *lexicon_new(arena *mem);
/* Adds `count` (may be negative) to a word's; the word must be folded and is copied when new. */
void lexicon_add(lexicon *lex, str word, int64_t count);
int64_t lexicon_count(const lexicon *lex, str word); /* folds `word` itself; 0 for an unknown one */
size_t lexicon_size(const lexicon *lex);
/* Of an archive in which a word that is in use may well not occur, or not twice. */
bool lexicon_is_small(const lexicon *lex);
/* Calls `each` for every word with a count other than 0, in no order. */
void lexicon_each(const lexicon *lex, void (*each)(void *context, str word, int64_t count), void *context);

/* Adds to `lex` each count of `other`, so many times: -1 takes it away. */
void lexicon_add_all(lexicon *lex, const lexicon *other, int64_t times);

/* Asks `lookup` for a word that was never added, and remembers the answer: for counts that are elsewhere. */
void lexicon_set_source(lexicon *lex, int64_t (*lookup)(void *context, str word), void *context);

/* Adds `count` for every whole word of a text, words that a line end breaks left out. */
void lexicon_add_text(lexicon *lex, str text, int64_t count);

#endif
