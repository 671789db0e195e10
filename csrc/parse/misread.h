/* Words that OCR read with other letters, or with a blank inside. */
#ifndef STDAILY_PARSE_MISREAD_H
#define STDAILY_PARSE_MISREAD_H

#include "parse/lexicon.h"

/* What `word`, which is none, was printed as: one figure or letter is another that looks like it ("t0p",
 * "bronght"), and no other word would do.  `starts`: it begins a sentence.  In mem; "" when unsure. */
str word_misread(arena *mem, const lexicon *words, str word, bool starts);

/* Whether a bar before this text is "I": "| have". */
bool bar_is_pronoun(str behind);

/* Whether a blank parts one word: "t hem", "releas ed"; `starts`: the first half starts a paragraph, where a
 * large initial may stand apart ("T he", "W HEN"). */
bool word_is_parted(const lexicon *words, str first, str second, bool starts);

#endif
