/* Lines that say what another line says: columns read across, fragments printed twice. */
#include "base/ascii.h"
#include "parse/builder.h"
#include "parse/garble.h"
#include "parse/token.h"

enum { SHINGLE_WORDS = 3 };

static const uint64_t FACTOR = 0x9E3779B97F4A7C15u;

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

/* A run of words that a line shares with one before it; where it begins, and where its last shingle does, in
 * the list of words. */
typedef struct shared_run {
    uint32_t other; /* block */
    size_t first, other_first;
    size_t last, other_last;
    size_t next; /* number of the shingle that it goes on with; 0 where there is no run */
    bool broken; /* what follows it in the other line stands farther on in this one */
} shared_run;

/* What stands in a line behind the shingle that begins with the list's word `word`. */
static str behind_shingle(const builder *b, uint32_t index, size_t word)
{
    const word_run *run = &b->lines[index].words;
    str text = b->lines[index].text;
    size_t next = word + SHINGLE_WORDS;
    if (next >= run->first + run->n)
        return STR("");
    size_t at = b->words.items[next].at;
    while (at > 0 && !ascii_is_space(text.ptr[at - 1]))
        at--;
    return str_trim(str_from(text, at));
}

/* Whether the first words of `next` stand in `rest`, but not at its start. */
static bool stands_farther_on(str rest, str next)
{
    enum { LEAST_BYTES = 6, LEAST_LAST_BYTES = 4, MOST_SKIPPED = 3 };
    str token;
    size_t at = 0;
    /* The first words may be broken or glued. */
    for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
        str words = str_to(str_trim(str_from(next, at)), LEAST_BYTES);
        bool enough = words.len == LEAST_BYTES || (at == 0 && words.len >= LEAST_LAST_BYTES);
        size_t hit = enough ? str_find(rest, words) : rest.len;
        if (hit > 0 && hit < rest.len)
            return true;
        if (!token_next(next, &at, &token))
            break;
    }
    return false;
}

/* Whether one of the two lines goes on behind the run with what stands farther on in the other. */
static bool goes_on_later(const builder *b, uint32_t index, const shared_run *run)
{
    str rest = behind_shingle(b, index, run->last),
        other_rest = behind_shingle(b, run->other, run->other_last);
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

/* Adds the block's shingle `number`, which begins with word `first` and stood at `seen` before, to the run,
 * or begins another; a run that is broken is kept. */
static void take_shared(const builder *b, uint32_t index, shared_run *run, size_t number, size_t first,
                        size_t seen)
{
    uint32_t other = line_of_word(b, seen);
    if (b->page->blocks[other].n_pieces)
        return;
    if (run->next == number && run->other == other) {
        run->last = first;
        run->other_last = seen;
        run->next++;
        return;
    }
    run->broken = run->next && (run->broken || goes_on_later(b, index, run));
    if (!run->broken)
        *run = (shared_run){other, first, seen, first, seen, number + 1, false};
}

static void take_garble(builder *b, uint32_t index, const shared_run *run)
{
    block *blk = &b->page->blocks[index], *other = &b->page->blocks[run->other];
    size_t byte = b->words.items[run->first].at, other_byte = b->words.items[run->other_first].at;
    garble g;
    /* Either of the two may be the one in pieces. */
    if (garble_split(b->mem, blk->text, byte, other->text, other_byte, &g)) {
        blk->pieces = g.pieces;
        blk->n_pieces = g.n_pieces;
        other->lead = g.lead;
        other->lead_block = (int32_t)index;
    } else if (garble_split(b->mem, other->text, other_byte, blk->text, byte, &g)) {
        other->pieces = g.pieces;
        other->n_pieces = g.n_pieces;
        blk->lead = g.lead;
        blk->lead_block = (int32_t)run->other;
    }
}

/* Which shingles may stand on the page more than once: most do not, and of those no more need be known.  The
 * bits are by a hash of the words' first letters and lengths. */
typedef struct sieve {
    uint64_t *once, *again; /* the bits of shingles that were seen, and that were seen again */
    unsigned shift;
    uint32_t *bits; /* by word: of the shingle that ends with it */
} sieve;

static void sift(sieve *s, const builder *b, const line *l)
{
    const line_word *words = b->words.items;
    uint64_t before_last = 0, last = 0;
    size_t n = 0;
    for (size_t i = l->words.first, end = i + l->words.n; i < end; i++) {
        if (words[i].len == 0)
            continue;
        uint64_t hash = (words[i].key + words[i].len) * FACTOR;
        uint64_t bit = ((before_last * FACTOR + last) * FACTOR + hash) >> s->shift;
        before_last = last;
        last = hash ^ hash >> 32;
        s->bits[i] = (uint32_t)bit;
        if (++n < SHINGLE_WORDS)
            continue;
        s->again[bit / 64] |= s->once[bit / 64] & UINT64_C(1) << bit % 64;
        s->once[bit / 64] |= UINT64_C(1) << bit % 64;
    }
}

static bool may_stand_again(const sieve *s, size_t word)
{
    return s->again[s->bits[word] / 64] >> s->bits[word] % 64 & 1;
}

static sieve sieve_of(const builder *b, size_t words)
{
    enum { BITS_A_WORD = 32, MOST_BITS = 20 /* that stay near the processor; more words let more through */ };
    unsigned bits = 6;
    while (bits < MOST_BITS && (size_t)1 << bits < words * BITS_A_WORD)
        bits++;
    sieve s = {.shift = 64 - bits};
    s.once = arena_array(b->mem, (size_t)1 << (bits - 6), sizeof *s.once);
    s.again = arena_array(b->mem, (size_t)1 << (bits - 6), sizeof *s.again);
    s.bits = arena_array(b->mem, b->words.n, sizeof *s.bits);
    for (size_t i = 0; i < b->page->n_blocks; i++)
        if (b->page->blocks[i].kind == KIND_BODY)
            sift(&s, b, &b->lines[i]);
    return s;
}

/* Compares a line's runs of words with those of the lines before it. */
static void look_for_garble(builder *b, const sieve *sieved, shingles *s, uint32_t index)
{
    const line *l = &b->lines[index];
    const line_word *words = b->words.items;
    size_t before_last = 0, last = 0, n = 0; /* the two words before, in the list */
    shared_run run = {0};
    for (size_t i = l->words.first, end = i + l->words.n; i < end; i++) {
        if (words[i].len == 0)
            continue;
        if (++n >= SHINGLE_WORDS && may_stand_again(sieved, i)) {
            uint64_t first = word_hash(l->text, &words[before_last]),
                     second = word_hash(l->text, &words[last]), third = word_hash(l->text, &words[i]);
            shingle *seen = find_shingle(s, (first * FACTOR + second) * FACTOR + third);
            if (!seen->word)
                seen->word = (uint32_t)before_last + 1;
            else if (seen->word <= l->words.first)
                take_shared(b, index, &run, n, before_last, seen->word - 1);
        }
        before_last = last;
        last = i;
    }
    if (run.next && (run.broken || goes_on_later(b, index, &run)))
        take_garble(b, index, &run);
}

void find_overlaps(builder *b)
{
    page *p = b->page;
    size_t words = 0;
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].kind == KIND_BODY)
            words += b->lines[i].words.n;
    sieve sieved = sieve_of(b, words);
    shingles s = {.n_slots = 64};
    while (s.n_slots < words + words / 4)
        s.n_slots *= 2;
    s.slots = arena_array(b->mem, s.n_slots, sizeof *s.slots);
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].kind == KIND_BODY)
            look_for_garble(b, &sieved, &s, (uint32_t)i);
}
