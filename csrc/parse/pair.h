/* How well two stories go together: a jump or teaser, and the story that it may lead to.  What speaks for a
 * pair and against it is added up as log odds. */
#ifndef STDAILY_PARSE_PAIR_H
#define STDAILY_PARSE_PAIR_H

#include "base/buf.h"
#include "parse/clue.h"
#include "parse/rarity.h"

/* Log of how much likelier what the two share is when `from`, a jump, goes on as `to`, than when they are
 * two stories.  Looks at no page number.  It changes only with the two and with the rarity of words that
 * both have. */
double pair_of_jump(rarity *r, const clue *from, const clue *to);

/* What is to be added for a story that does not say that it is continued. */
double pair_of_uncontinued(const clue *to);

/* The same of a teaser and a story. */
double pair_of_teaser(rarity *r, const clue *from, const clue *to);

/* What two stories share at least when they can be a pair that pages are placed by; quickly told, as a sum
 * over the words that both have: see pair_weight(). */
extern const double pair_least_shared;

/* What a word that both stories' texts have adds to that; in headlines it is the word's rarity. */
double pair_weight(double rare, uint32_t item_from, uint32_t item_to);

/* "names Yap and Sun on both pages; the headlines are alike", as far as there is such. */
void pair_explain(rarity *r, const clue *from, const clue *to, buf *out);

/* The next word that is in both; false at the end. */
bool clue_words_shared(clue_words a, clue_words b, size_t *i, size_t *j, uint32_t *in_a, uint32_t *in_b);

#endif
