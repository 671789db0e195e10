/* What the archive's own words, and then a word list, say of a hyphen. */
#ifndef STDAILY_PARSE_HYPHEN_H
#define STDAILY_PARSE_HYPHEN_H

#include "parse/lexicon.h"

/* A word broken at a column's end ("first" without its hyphen): whether the hyphen belongs to it. */
bool hyphen_is_kept(const lexicon *words, str first, str second);
/* The same where another hyphen stands next to one of the halves ("thread-" / "by-thread"). */
bool hyphens_are_kept(const lexicon *words, str first, str second);

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

#endif
