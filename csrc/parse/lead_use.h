/* The words by which leads are found.  The lead*.c files' own business. */
#ifndef STDAILY_PARSE_LEAD_USE_H
#define STDAILY_PARSE_LEAD_USE_H

#include "parse/lead.h"

/* What lead_use.item may be beside a word's. */
enum { IN_HEADLINE = 0, HEADLINE = 1 };

/* Bits of keys, by which words are passed over that are not among them; they are a power of two. */
enum { KEY_BITS_WORDS = 1024 };
typedef struct key_bits {
    uint64_t words[KEY_BITS_WORDS];
} key_bits;

typedef struct lead_use_list {
    arena *mem;
    lead_use *items; /* by key */
    size_t n, capacity;
    key_bits keys;          /* among them */
    const key_bits *wanted; /* words that are listed; NULL: all */
} lead_use_list;

static inline bool lead_goes_out(const lead *l)
{
    return clue_kind_goes_out(l->head.kind);
}

/* A text finds others only between a jump and a story that says that it is continued. */
bool lead_is_found_by_text(const clue *c);

/* A key that stands for all words of a headline together. */
uint32_t lead_headline_key(clue_words words);

/* Adds the words of a lead by which others find it. */
void key_bits_add(key_bits *bits, const clue *c);

void lead_use_add(lead_use_list *u, lead_use use);
/* All of a lead's, which has this index. */
void lead_uses_add(lead_use_list *u, rarity *r, size_t index, const clue *c);
/* By key; to be done before any is looked for. */
void lead_uses_sort(lead_use_list *u);

/* Where the uses of a word begin; or would. */
size_t lead_uses_first(const lead_use_list *u, uint32_t key);

#endif
