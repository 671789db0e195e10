#include "parse/lead_use.h"

#include <stdlib.h>

#include "base/lower_bound.h"

void lead_use_add(lead_use_list *u, lead_use use)
{
    u->items = arena_grow(u->mem, u->items, u->n, &u->capacity, sizeof *u->items);
    u->items[u->n++] = use;
}

static size_t bit_of(uint32_t key)
{
    return key / (CLUE_USES + 1) % (KEY_BITS_WORDS * 64);
}

static bool has_key(const key_bits *bits, uint32_t key)
{
    size_t at = bit_of(key);
    return bits->words[at / 64] >> at % 64 & 1;
}

static void add_key(key_bits *bits, uint32_t key)
{
    size_t at = bit_of(key);
    bits->words[at / 64] |= UINT64_C(1) << at % 64;
}

void key_bits_add(key_bits *bits, const clue *c)
{
    for (size_t i = 0; lead_is_found_by_text(c) && i < c->text.n; i++)
        add_key(bits, clue_key(c->text.items[i]));
    for (size_t i = 0; i < c->headline.n; i++)
        add_key(bits, clue_key(c->headline.items[i]));
}

static void add_words(lead_use_list *u, rarity *r, size_t index, clue_words words, bool head)
{
    for (size_t i = 0; i < words.n; i++)
        if ((!u->wanted || has_key(u->wanted, clue_key(words.items[i]))) &&
            rarity_is_close(r, words.items[i]))
            lead_use_add(u, (lead_use){clue_key(words.items[i]), head ? IN_HEADLINE : words.items[i],
                                       (uint32_t)index});
}

uint32_t lead_headline_key(clue_words words)
{
    uint32_t key = 1;
    for (size_t i = 0; i < words.n; i++)
        key = (key ^ words.items[i]) * UINT32_C(0x9E3779B1);
    return key;
}

bool lead_is_found_by_text(const clue *c)
{
    return c->kind == CLUE_JUMP || c->kind == CLUE_CONTINUED;
}

void lead_uses_add(lead_use_list *u, rarity *r, size_t index, const clue *c)
{
    if (lead_is_found_by_text(c))
        add_words(u, r, index, c->text, false);
    add_words(u, r, index, c->headline, true);
    lead_use_add(u, (lead_use){lead_headline_key(c->headline), HEADLINE, (uint32_t)index});
}

static int by_word(const void *x, const void *y)
{
    const lead_use *a = x, *b = y;
    int order = (a->key > b->key) - (a->key < b->key);
    order = order ? order : (a->lead > b->lead) - (a->lead < b->lead);
    return order ? order : (a->item > b->item) - (a->item < b->item);
}

void lead_uses_sort(lead_use_list *u)
{
    if (u->n)
        qsort(u->items, u->n, sizeof *u->items, by_word);
    for (size_t i = 0; i < u->n; i++)
        add_key(&u->keys, u->items[i].key);
}

lead_use *lead_uses(arena *mem, rarity *r, leads *l, const bool *pages, bool out, size_t *n)
{
    lead_use_list u = {.mem = mem};
    for (size_t i = 0; i < l->n; i++)
        if ((!pages || pages[l->items[i].page]) && l->items[i].open && lead_goes_out(&l->items[i]) == out)
            lead_uses_add(&u, r, i, lead_clue(l, i));
    lead_uses_sort(&u);
    *n = u.n;
    return u.items;
}

static bool is_before(const void *item, const void *key)
{
    return ((const lead_use *)item)->key < *(const uint32_t *)key;
}

size_t lead_uses_first(const lead_use_list *u, uint32_t key)
{
    if (!has_key(&u->keys, key))
        return u->n;
    return lower_bound(u->items, u->n, sizeof *u->items, &key, is_before);
}
