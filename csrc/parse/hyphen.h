/* What the archive's own words, and then a word list, say of a hyphen, a blank or their want. */
#ifndef STDAILY_PARSE_HYPHEN_H
#define STDAILY_PARSE_HYPHEN_H

#include "parse/lexicon.h"

/* A word broken at a column's end ("first" without its hyphen): whether the hyphen belongs to it. */
bool hyphen_is_kept(const lexicon *words, str first, str second);
/* The same where another hyphen stands next to one of the halves ("thread-" / "by-thread"). */
bool hyphens_are_kept(const lexicon *words, str first, str second);

/* Whether the halves are words that make a compound, which papers print with a hyphen or without. */
bool halves_make_compound(const lexicon *words, str first, str second);

/* Whether the list has the halves as one word, and not with a hyphen ("football"). */
bool word_is_closed(str first, str second);

/* "first- second" with a blank behind the hyphen: suspended ("first- and last-mile"), not broken. */
bool hyphen_is_suspended(str first, str second);
/* ... or a dash that lost the blank before it ("so he said- in fact"). */
bool hyphen_is_dash(const lexicon *words, str first, str second);

/* "post-" "Brexit", but not "vol-" "China": text is lost behind it. */
bool hyphen_may_precede_name(str first);

/* A word with a hyphen that is a column's end left inside ("Cao-feidian"). */
bool hyphen_is_false(const lexicon *words, str word, size_t hyphen_at);
/* The same of one of several hyphens ("high-qual-ity"). */
bool hyphens_are_false(const lexicon *words, str word, size_t hyphen_at);

/* Whether the list has the word, or one that it is a form of. */
bool word_is_listed(str word);

/* Whether the word is one, for all that is known. */
bool word_is_known(const lexicon *words, str word);

typedef enum lost_mark { LOST_NOTHING, LOST_HYPHEN, LOST_BLANK } lost_mark;

/* What a word that is none has lost ("largescale", "moonsurface"), and where: *at_byte.  `context` is text
 * near it, in which the two words may stand apart.  LOST_NOTHING when unsure. */
lost_mark word_lost(const lexicon *words, str word, str context, size_t *at_byte);

/* Whether a word with a hyphen has lost another ("threadby-thread"), and where. */
bool word_lost_another(const lexicon *words, str word, size_t *at_byte);

#endif
