/* What the archive's own words say of a hyphen, a blank or their want. */
#ifndef STDAILY_PARSE_HYPHEN_H
#define STDAILY_PARSE_HYPHEN_H

#include "parse/lexicon.h"

/* A word broken at a column's end ("first" without its hyphen): whether the hyphen belongs to it. */
bool hyphen_is_kept(const lexicon *words, str first, str second);

/* "first- second" with a blank behind the hyphen: suspended ("first- and last-mile"), not broken. */
bool hyphen_is_suspended(str second);

/* A word that lost a hyphen ("largescale"): where in `word` it stood; 0 when it did not lose one. */
size_t hyphen_lost_at(const lexicon *words, str word);

/* A word with a hyphen that is a column's end left inside ("Cao-feidian"). */
bool hyphen_is_false(const lexicon *words, str word, size_t hyphen_at);

#endif
