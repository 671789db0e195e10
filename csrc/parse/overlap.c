/* Lines that say what another line says: columns read across, fragments printed twice. */
#include "base/ascii.h"
#include "parse/builder.h"
#include "parse/garble.h"
#include "parse/token.h"

enum { SHINGLE_WORDS = 3 };

/* Three words in a row, and where they first stood. */
typedef struct shingle {
    uint64_t hash;
    uint32_t block, byte;
} shingle;

typedef struct shingles {
    shingle *slots;
    size_t n_slots;
} shingles;

static uint64_t word_hash(str word)
{
    uint64_t h = 1469598103934665603u;
    for (size_t i = 0; i < word.len; i++)
        h = (h ^ (unsigned char)ascii_lower(word.ptr[i])) * 1099511628211u;
    return h;
}

static shingle *find_shingle(shingles *s, uint64_t hash)
{
    size_t at = hash & (s->n_slots - 1);
    while (s->slots[at].hash && s->slots[at].hash != hash)
        at = (at + 1) & (s->n_slots - 1);
    return &s->slots[at];
}

static bool take_garble(builder *b, uint32_t index, size_t byte, const shingle *seen)
{
    block *blk = &b->page->blocks[index], *other = &b->page->blocks[seen->block];
    garble g;
    /* Either of the two may be the one in pieces. */
    if (garble_split(b->mem, blk->text, byte, other->text, seen->byte, &g)) {
        blk->pieces = g.pieces;
        blk->n_pieces = g.n_pieces;
        other->lead = g.lead;
        return true;
    }
    if (garble_split(b->mem, other->text, seen->byte, blk->text, byte, &g)) {
        other->pieces = g.pieces;
        other->n_pieces = g.n_pieces;
        blk->lead = g.lead;
        return true;
    }
    return false;
}

/* Compares a line's runs of words with those of the lines before it. */
static void look_for_garble(builder *b, shingles *s, uint32_t index)
{
    str text = b->page->blocks[index].text, token;
    uint64_t hashes[SHINGLE_WORDS] = {0};
    size_t bytes[SHINGLE_WORDS] = {0}, at = 0, n = 0;
    bool found = false;
    while (token_next(text, &at, &token)) {
        str core = token_core(token);
        if (core.len == 0)
            continue;
        hashes[n % SHINGLE_WORDS] = word_hash(core);
        bytes[n % SHINGLE_WORDS] = (size_t)(core.ptr - text.ptr);
        n++;
        if (n < SHINGLE_WORDS)
            continue;
        uint64_t hash = 1;
        for (size_t k = n - SHINGLE_WORDS; k < n; k++)
            hash = hash * 0x9E3779B97F4A7C15u + hashes[k % SHINGLE_WORDS];
        size_t byte = bytes[n % SHINGLE_WORDS];
        shingle *seen = find_shingle(s, hash | 1);
        if (!seen->hash)
            *seen = (shingle){hash | 1, index, (uint32_t)byte};
        else if (!found && seen->block != index && !b->page->blocks[seen->block].n_pieces)
            found = take_garble(b, index, byte, seen);
    }
}

void find_overlaps(builder *b)
{
    page *p = b->page;
    size_t words = 0;
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].kind == KIND_BODY)
            words += p->blocks[i].text.len / 2 + 1;
    shingles s = {.n_slots = 64};
    while (s.n_slots < words)
        s.n_slots *= 2;
    s.slots = arena_array(b->mem, s.n_slots, sizeof *s.slots);
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].kind == KIND_BODY)
            look_for_garble(b, &s, (uint32_t)i);
}
