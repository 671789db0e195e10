/* Lines that say what another line says: columns read across, fragments printed twice. */
#include "parse/builder.h"
#include "parse/garble.h"
#include "parse/token.h"

enum { SHINGLE_WORDS = 3 };

/* Three words in a row, where they first stood. */
typedef struct shingle {
    uint32_t hash; /* what of it is not the slot's number */
    uint32_t word; /* index of the first word, plus 1; 0 for none */
} shingle;

typedef struct shingles {
    shingle *slots;
    size_t n_slots;
} shingles;

static shingle *find_shingle(shingles *s, uint64_t hash)
{
    size_t at = hash & (s->n_slots - 1);
    uint32_t high = (uint32_t)(hash >> 32);
    while (s->slots[at].word && s->slots[at].hash != high)
        at = (at + 1) & (s->n_slots - 1);
    s->slots[at].hash = high;
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
        const char *hit = words.len == LEAST_BYTES ? memmem(rest.ptr, rest.len, words.ptr, words.len) : NULL;
        if (hit && hit > rest.ptr)
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

/* The line that has the list's word `word`. */
static uint32_t line_of_word(const builder *b, size_t word)
{
    size_t low = 0, high = b->page->n_blocks;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(b->lines[middle].words.first <= word ? &low : &high) = middle;
    }
    return (uint32_t)low;
}

/* Adds a shared shingle, whose first word is `seen` there and at `byte` here, to the run, or begins another;
 * a run that is broken is kept. */
static void take_shared(builder *b, str text, shared_run *run, size_t seen, size_t byte, size_t word)
{
    uint32_t other = line_of_word(b, seen);
    size_t other_byte = b->words.items[seen].at;
    if (b->page->blocks[other].n_pieces)
        return;
    bool first = run->byte == SIZE_MAX;
    if (!first && run->other == other && word == run->next_word) {
        run->end = byte;
        run->other_end = other_byte;
        run->next_word = word + 1;
        return;
    }
    run->broken = !first && (run->broken || goes_on_later(text, b->page->blocks[run->other].text, run));
    if (!run->broken)
        *run = (shared_run){other, byte, other_byte, byte, other_byte, word + 1, false};
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
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    const line *l = &b->lines[index];
    const line_word *words = b->words.items;
    uint64_t hashes[SHINGLE_WORDS] = {0}; /* the last words', and where they stand in the list */
    size_t at[SHINGLE_WORDS] = {0}, n = 0;
    shared_run run = {.byte = SIZE_MAX};
    for (size_t i = l->words.first, end = i + l->words.n; i < end; i++) {
        if (words[i].len == 0)
            continue;
        for (int k = 0; k + 1 < SHINGLE_WORDS; k++) {
            hashes[k] = hashes[k + 1];
            at[k] = at[k + 1];
        }
        hashes[SHINGLE_WORDS - 1] = word_hash(l->text, &words[i]);
        at[SHINGLE_WORDS - 1] = i;
        if (++n < SHINGLE_WORDS)
            continue;
        uint64_t hash = 1;
        for (int k = 0; k < SHINGLE_WORDS; k++)
            hash = hash * factor + hashes[k];
        shingle *seen = find_shingle(s, hash);
        if (!seen->word)
            seen->word = (uint32_t)at[0] + 1;
        else if (seen->word <= l->words.first)
            take_shared(b, l->text, &run, seen->word - 1, words[at[0]].at, n);
    }
    bool shared = run.byte != SIZE_MAX;
    if (shared && (run.broken || goes_on_later(l->text, b->page->blocks[run.other].text, &run)))
        take_garble(b, index, &run);
}

void find_overlaps(builder *b)
{
    page *p = b->page;
    size_t words = 0;
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].kind == KIND_BODY)
            words += b->lines[i].words.n;
    shingles s = {.n_slots = 64};
    while (s.n_slots < words + words / 4)
        s.n_slots *= 2;
    s.slots = arena_array(b->mem, s.n_slots, sizeof *s.slots);
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].kind == KIND_BODY)
            look_for_garble(b, &s, (uint32_t)i);
}
