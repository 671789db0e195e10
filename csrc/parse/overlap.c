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

/* A run of words that a line shares with one before it. */
typedef struct shared_run {
    uint32_t other;          /* block */
    size_t byte, other_byte; /* where it begins */
    size_t end, other_end;   /* where its last shingle begins */
    size_t next_word;        /* where the next shingle begins if the run goes on */
    bool broken;             /* what follows it in the other line stands farther on in this one */
} shared_run;

/* What stands behind the shingle that begins at `at`. */
static str behind_shingle(str text, size_t at)
{
    str token;
    for (int i = 0; i < SHINGLE_WORDS; i++)
        if (!token_next(text, &at, &token))
            return STR("");
    return str_trim(str_from(text, at));
}

/* Whether the first words of `next` stand in `rest`, but not at its start. */
static bool stands_farther_on(str rest, str next)
{
    enum { LEAST_BYTES = 6, MOST_SKIPPED = 3 };
    str token;
    size_t at = 0;
    /* The first words may be broken or glued. */
    for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
        str words = str_to(str_trim(str_from(next, at)), LEAST_BYTES);
        size_t hit = str_find(rest, words);
        if (words.len == LEAST_BYTES && hit > 0 && hit < rest.len)
            return true;
        if (!token_next(next, &at, &token))
            break;
    }
    return false;
}

/* Whether one of the two lines goes on behind the run with what stands farther on in the other. */
static bool goes_on_later(str text, str other, const shared_run *run)
{
    str rest = behind_shingle(text, run->end), other_rest = behind_shingle(other, run->other_end);
    return stands_farther_on(rest, other_rest) || stands_farther_on(other_rest, rest);
}

/* Adds a shared shingle to the run, or begins another; a run that is broken is kept. */
static void take_shared(builder *b, str text, shared_run *run, const shingle *seen, size_t byte, size_t word)
{
    bool first = run->byte == SIZE_MAX;
    if (!first && run->other == seen->block && word == run->next_word) {
        run->end = byte;
        run->other_end = seen->byte;
        run->next_word = word + 1;
        return;
    }
    run->broken = !first && (run->broken || goes_on_later(text, b->page->blocks[run->other].text, run));
    if (!run->broken)
        *run = (shared_run){seen->block, byte, seen->byte, byte, seen->byte, word + 1, false};
}

static void take_garble(builder *b, uint32_t index, const shared_run *run)
{
    block *blk = &b->page->blocks[index], *other = &b->page->blocks[run->other];
    garble g;
    /* Either of the two may be the one in pieces. */
    if (garble_split(b->mem, blk->text, run->byte, other->text, run->other_byte, &g)) {
        blk->pieces = g.pieces;
        blk->n_pieces = g.n_pieces;
        other->lead = g.lead;
        other->lead_block = (int32_t)index;
    } else if (garble_split(b->mem, other->text, run->other_byte, blk->text, run->byte, &g)) {
        other->pieces = g.pieces;
        other->n_pieces = g.n_pieces;
        blk->lead = g.lead;
        blk->lead_block = (int32_t)run->other;
    }
}

/* Compares a line's runs of words with those of the lines before it. */
static void look_for_garble(builder *b, shingles *s, uint32_t index)
{
    str text = b->page->blocks[index].text, token;
    uint64_t hashes[SHINGLE_WORDS] = {0};
    size_t bytes[SHINGLE_WORDS] = {0}, at = 0, n = 0;
    shared_run run = {.byte = SIZE_MAX};
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
        else if (seen->block != index && !b->page->blocks[seen->block].n_pieces)
            take_shared(b, text, &run, seen, byte, n);
    }
    bool shared = run.byte != SIZE_MAX;
    if (shared && (run.broken || goes_on_later(text, b->page->blocks[run.other].text, &run)))
        take_garble(b, index, &run);
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
