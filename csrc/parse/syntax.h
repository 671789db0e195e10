/* Whether a sentence goes on from one line to another. */
#ifndef STDAILY_PARSE_SYNTAX_H
#define STDAILY_PARSE_SYNTAX_H

#include "parse/line.h"

/* The line ends in the middle of a sentence. */
bool line_is_open(const line *l);

/* The line begins with a word that opens a sentence ("The", "In", "However,"), so that an open line
 * before it has lost its end. */
bool line_opens_sentence(const line *l);

/* The line begins with a word that means what was said before: "He", "This", "But". */
bool line_points_back(const line *l);

/* The line goes on after a suspended hyphen: "first-" / "and second-tier". */
bool line_is_suspended(const line *previous, const line *l);

/* The line before breaks off in a word that the line's first completes, and that is none by itself: "retur-"
 * / "nees". */
bool line_completes_word(const line *previous, const line *l);

/* The same where the hyphen is lost: "prepar" / "ing". */
bool line_parts_word(const line *previous, const line *l);

/* The line's first word may go on with the compound that the one before breaks off at its hyphen: "post-" /
 * "Brexit", but not "vol-" / "China". */
bool line_may_precede_name(const line *previous, const line *l);

/* The line begins with a capital that is no name's ("Training in ..."), so that an open line before it has
 * lost its end. */
bool line_begins_plainly(const line *previous, const line *l);

/* A name that the line before begins ends in its letters: "... the Bureau of Coastal" / "Roads (BCR) said".
 */
bool line_ends_name(const line *previous, const line *l);

/* The line ends on a word that a sentence hardly ends with. */
bool line_asks_for_more(const line *l);

/* The line's words stand again at the start of the next line, or at the end of the one before; either may be
 * NULL. */
bool line_is_repeat(const line *l, const line *previous, const line *next);

/* The line ends with an abbreviation, whose full stop ends no sentence: "Co.", "U.S.". */
bool line_ends_abbreviated(const line *l);

#endif
