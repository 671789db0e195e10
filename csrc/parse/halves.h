/* The halves of a word that is, or may be, set with a hyphen: what the archive and a word list have of them.
 */
#ifndef STDAILY_PARSE_HALVES_H
#define STDAILY_PARSE_HALVES_H

#include "parse/lexicon.h"

enum { LONGEST_PAIR_BYTES = 64 };

/* The halves with `between` between them, in lower case; "" where that is too long. */
str halves_pair(char space[LONGEST_PAIR_BYTES], str first, const char *between, str second);

/* What is known of "first-second" and "firstsecond". */
typedef struct both_forms {
    int64_t hyphenated, whole; /* counts in the archive */
    bool hyphenated_listed, whole_listed;
} both_forms;

both_forms halves_look_up(const lexicon *words, str first, str second);

/* First halves: "high", "self"; these and others that are set with a hyphen; "micro", which is set without;
 * "re", which some write so and some so. */
bool half_is_adjective(str first);
bool half_is_hyphenated(str first);
bool half_is_closed_prefix(str first);
bool half_is_prefix(str first);

/* Of a Chinese name, though it is a word, too. */
bool half_is_name_syllable(str second);

/* Words so common that OCR often runs them into their neighbours. */
bool word_is_function_word(str word);

/* Whether the halves are words that make a compound, which papers print with a hyphen or without. */
bool halves_make_compound(const lexicon *words, str first, str second);

/* "be-fore", "re-search": no paper prints it with its hyphen. */
bool word_is_always_broken(str pair);

/* Whether the list has the halves as one word, and not with a hyphen ("football"). */
bool word_is_closed(str first, str second);

/* Whether the list has the word, or one that it is a form of. */
bool word_is_listed(str word);

/* Whether the word is one, for all that is known. */
bool word_is_known(const lexicon *words, str word);

#endif
