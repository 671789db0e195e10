/* Hyphens and blanks that were lost inside a word. */
#ifndef STDAILY_PARSE_LOST_MARK_H
#define STDAILY_PARSE_LOST_MARK_H

#include "parse/lexicon.h"

typedef enum lost_mark { LOST_NOTHING, LOST_HYPHEN, LOST_BLANK } lost_mark;

/* What a word that is none has lost ("largescale", "moonsurface"), and where: *at_byte.  `context` is text
 * near it, in which the two words may stand apart.  LOST_NOTHING when unsure. */
lost_mark word_lost(const lexicon *words, str word, str context, size_t *at_byte);

/* Whether a word with a hyphen has lost another ("threadby-thread"), and where. */
bool word_lost_another(const lexicon *words, str word, size_t *at_byte);

#endif
