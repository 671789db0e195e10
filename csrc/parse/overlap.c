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

/* A word of a line of text, not of marks alone. */
typedef struct text_word {
    uint32_t at;  /* in the list of words */
    uint32_t bit; /* in the sieve, of the shingle that ends with it */
} text_word;

/* Which shingles may stand on the page more than once: most do not, and of those no more need be known.  The
 * bits are by a hash of the words' first letters and lengths. */
typedef struct sieve {
    uint64_t *once, *again; /* the bits of shingles that were seen, and that were seen again */
    unsigned shift;
    text_word *words; /* line by line */
    size_t *first;    /* by block: of its words; one more at the end */
} sieve;

/* Adds the words of a line behind the n that are there; returns how many there are then. */
static size_t read_words(const sieve *s, size_t n, const line_word *word, const word_run *run)
{
    uint64_t last = 0, last_two = 0; /* hashes */
    unsigned shift = s->shift;
    text_word *next = s->words + n;
    uint32_t at = (uint32_t)run->first;
    for (const line_word *end = word + run->n; word < end; word++, at++) {
        uint64_t hash = (word->key + word->len) * FACTOR;
        bool read = word->len > 0;
        *next = (text_word){at, (uint32_t)((last_two * FACTOR + hash) >> shift)};
        next += read;
        last_two = read ? last * FACTOR + hash : last_two;
        last = read ? hash : last;
    }
    return (size_t)(next - s->words);
}

/* The first word of a line's words that ends a shingle. */
static size_t first_end(const sieve *s, size_t index)
{
    return s->first[index] + SHINGLE_WORDS - 1;
}

static void sift(const sieve *s, size_t index)
{
    uint64_t *restrict once = s->once, *restrict again = s->again;
    const text_word *word = s->words + first_end(s, index), *end = s->words + s->first[index + 1];
    for (; word < end; word++) {
        uint64_t bit = UINT64_C(1) << word->bit % 64, seen = once[word->bit / 64];
        again[word->bit / 64] |= seen & bit;
        once[word->bit / 64] = seen | bit;
    }
}

static bool may_stand_again(const sieve *s, uint32_t bit)
{
    return s->again[bit / 64] >> bit % 64 & 1;
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
    s.words = arena_array(b->mem, words + SHINGLE_WORDS, sizeof *s.words);
    s.first = arena_array(b->mem, b->page->n_blocks + 1, sizeof *s.first);
    for (size_t i = 0, n = 0; i < b->page->n_blocks; i++) {
        if (b->page->blocks[i].kind == KIND_BODY)
            n = read_words(&s, n, b->words.items + b->lines[i].words.first, &b->lines[i].words);
        s.first[i + 1] = n;
        sift(&s, i);
    }
    return s;
}

/* Compares a line's runs of words with those of the lines before it. */
static void look_for_garble(builder *b, const sieve *sieved, shingles *s, uint32_t index)
{
    const line *l = &b->lines[index];
    const line_word *words = b->words.items;
    shared_run run = {0};
    for (size_t i = first_end(sieved, index); i < sieved->first[index + 1]; i++) {
        const text_word *third = &sieved->words[i];
        if (!may_stand_again(sieved, third->bit))
            continue;
        uint64_t hash = 0;
        for (const text_word *w = third - (SHINGLE_WORDS - 1); w <= third; w++)
            hash = hash * FACTOR + word_hash(l->text, &words[w->at]);
        size_t first = third[1 - SHINGLE_WORDS].at, number = i - sieved->first[index] + 1;
        shingle *seen = find_shingle(s, hash);
        if (!seen->word)
            seen->word = (uint32_t)first + 1;
        else if (seen->word <= l->words.first)
            take_shared(b, index, &run, number, first, seen->word - 1);
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
        look_for_garble(b, &sieved, &s, (uint32_t)i);
}
