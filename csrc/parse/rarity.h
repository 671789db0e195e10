/* How rare each word is in an archive, and so how much it tells that two stories share it. */
#ifndef STDAILY_PARSE_RARITY_H
#define STDAILY_PARSE_RARITY_H

#include "base/arena.h"
#include "parse/clue.h"

/* How many pages have the word of that key. */
typedef int64_t (*rarity_source)(void *context, uint32_t key);

typedef struct rarity rarity;

/* Counts are asked for once and kept. */
rarity *rarity_new(arena *mem, int64_t n_pages, rarity_source pages_with, void *context);

/* Log of how many times fewer pages have a word than there are; 0 for one that tells nothing.  The counts
 * are taken in powers of two, so that a page that comes or goes changes few words' rarity. */
double rarity_of(rarity *r, uint32_t item);

/* The same of a number of pages. */
double rarity_of_count(int64_t n_pages, int64_t pages);

/* Whether a word tells something, or would if it stood on so many pages less. */
bool rarity_is_close(rarity *r, uint32_t item);
int64_t rarity_close_pages(int64_t n_pages);

/* How far the counts of an archive of this size can be believed of ordinary words, from 0 to 1: in a few
 * pages all look rare. */
double rarity_trust(const rarity *r);

/* Log of the number of pages, in steps likewise. */
double rarity_log_pages(int64_t n_pages);

/* From now on rarity_asked() tells the words whose rarity is asked for, each once, and only those that are
 * close: what was made of them stays true until one of them changes, or one that was not close has lost so
 * many pages that it tells something. */
void rarity_watch(rarity *r);
clue_words rarity_asked(const rarity *r);

enum { RARITY_FILTER_WORDS = 64 };

/* Words that are not as rare as they were. */
typedef struct rarity_change {
    uint32_t *keys; /* ascending */
    size_t n;
    uint32_t *rarer; /* those among them that are rarer now */
    size_t n_rarer;
    int64_t most_lost;                    /* pages that one word, whichever, stands on less */
    uint64_t filter[RARITY_FILTER_WORDS]; /* bits of the keys, so that most words are passed over at once */
} rarity_change;

void rarity_change_add(rarity_change *change, uint32_t key);
bool rarity_changed_in(clue_words words, const rarity_change *change);

/* The keys of all words of a page's clues, ascending, each once. */
uint32_t *rarity_keys(arena *mem, const clue *clues, size_t n_clues, size_t *n);

#endif
