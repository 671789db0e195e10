/* What pages talk of, and on how many pages of the archive each word stands. */
#ifndef STDAILY_STORE_CLUE_WORDS_H
#define STDAILY_STORE_CLUE_WORDS_H

#include "parse/rarity.h"
#include "store/db.h"

clue *clues_of_page(arena *mem, db *d, int64_t page_id, size_t *n);

/* What is to be added to the counts. */
typedef struct clue_delta clue_delta;

clue_delta *clue_delta_new(arena *mem);
void clue_delta_add(clue_delta *delta, const uint32_t *keys, size_t n, int32_t count);
/* Which words are not as rare as before, among as many pages as there are now. */
rarity_change clue_words_add(arena *mem, db *d, const clue_delta *delta);

/* Of the archive as it is in the index. */
rarity *clue_words_rarity(arena *mem, db *d);

#endif
