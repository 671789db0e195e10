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
double pair_of_uncontinued(bool byline);

/* The same of a teaser and a story. */
double pair_of_teaser(rarity *r, const clue *from, const clue *to);

/* What is to be added where nothing but the pair tells that two pages are of one issue, among so many loose
 * pages. */
double pair_of_pages(int64_t n_loose);

/* What two stories share, as it is found word by word. */
typedef struct pair_sums {
    double taken_up;     /* rarity of names introduced in the first, and used in the second as if known */
    double introduced;   /* of those introduced in both */
    double names, words; /* of other names, and of words */
    double heads;        /* of words in both headlines */
    uint32_t n_heads;    /* how many of these */
    uint32_t known_here; /* names that the second uses as if known, and that the first has */
    bool same_head;
} pair_sums;

/* A word that both texts have, and how rare it is: see rarity_of(). */
void pair_add_word(pair_sums *s, const rarity *r, double rare, uint32_t item_from, uint32_t item_to);

/* About as much as pair_of_jump() or pair_of_teaser() gives, from shared words alone: what falls below what
 * is looked for need not be looked at closely. */
double pair_roughly(const pair_sums *s, const clue_head *from, const clue_head *to);

/* "names Yap and Sun on both pages; the headlines are alike", as far as there is such. */
void pair_explain(rarity *r, const clue *from, const clue *to, buf *out);

/* The next word that is in both; false at the end. */
bool clue_words_shared(clue_words a, clue_words b, size_t *i, size_t *j, uint32_t *in_a, uint32_t *in_b);

#endif
