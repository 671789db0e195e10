#include "parse/lexicon.h"

#include "parse/letter.h"

enum { LONGEST_WORD_BYTES = 64, LEAST_WORD_BYTES = 2 };

typedef struct entry {
    str word;
    uint64_t hash;
    int64_t count;
} entry;

struct lexicon {
    arena *mem;
    entry *slots; /* open addressing; an empty slot has no word */
    size_t n_slots;
    size_t n_used;
    int64_t (*lookup)(void *context, str word);
    void *context;
};

lexicon *lexicon_new(arena *mem)
{
    lexicon *lex = arena_alloc(mem, sizeof *lex);
    lex->mem = mem;
    lex->n_slots = 1024;
    lex->slots = arena_array(mem, lex->n_slots, sizeof *lex->slots);
    return lex;
}

void lexicon_set_source(lexicon *lex, int64_t (*lookup)(void *context, str word), void *context)
{
    lex->lookup = lookup;
    lex->context = context;
}

static uint64_t hash_of(str word)
{
    uint64_t h = 1469598103934665603u;
    for (size_t i = 0; i < word.len; i++)
        h = (h ^ (unsigned char)word.ptr[i]) * 1099511628211u;
    return h ^ (h >> 29);
}

static entry *slot_of(const lexicon *lex, str word, uint64_t hash)
{
    size_t at = hash & (lex->n_slots - 1);
    while (lex->slots[at].word.ptr && !(lex->slots[at].hash == hash && str_eq(lex->slots[at].word, word)))
        at = (at + 1) & (lex->n_slots - 1);
    return &lex->slots[at];
}

static void grow(lexicon *lex)
{
    entry *old = lex->slots;
    size_t n_old = lex->n_slots;
    lex->slots = arena_array(lex->mem, n_old * 2, sizeof *lex->slots);
    lex->n_slots = n_old * 2;
    for (size_t i = 0; i < n_old; i++)
        if (old[i].word.ptr)
            *slot_of(lex, old[i].word, old[i].hash) = old[i];
}

void lexicon_add(lexicon *lex, str word, int64_t count)
{
    uint64_t hash = hash_of(word);
    entry *e = slot_of(lex, word, hash);
    if (!e->word.ptr) {
        if ((lex->n_used + 1) * 2 > lex->n_slots) {
            grow(lex);
            e = slot_of(lex, word, hash);
        }
        *e = (entry){.word = {arena_copy(lex->mem, word.ptr, word.len), word.len}, .hash = hash};
        lex->n_used++;
    }
    e->count += count;
}

/* Folds into `folded`: lower case, straight apostrophes, no ligatures and soft hyphens.  An empty result for
 * a word too long to be one. */
static str fold(str word, char folded[LONGEST_WORD_BYTES])
{
    size_t n = 0;
    if (word.len > LONGEST_WORD_BYTES)
        return STR("");
    for (size_t i = 0; i < word.len; i++) {
        const char *letters = ligature_letters(word, i);
        str rest = str_from(word, i);
        if (letters) {
            memcpy(folded + n, letters, strlen(letters)); /* never more bytes than the ligature */
            n += strlen(letters);
            i += 2;
        } else if (str_starts(rest, STR("\xe2\x80\x99"))) {
            folded[n++] = '\'';
            i += 2;
        } else if (str_starts(rest, STR(SOFT_HYPHEN))) {
            i++;
        } else {
            folded[n++] = ascii_lower(word.ptr[i]);
        }
    }
    return (str){folded, n};
}

int64_t lexicon_count(const lexicon *lex, str word)
{
    char folded[LONGEST_WORD_BYTES];
    str key = fold(word, folded);
    if (key.len == 0)
        return 0;
    entry *e = slot_of(lex, key, hash_of(key));
    if (e->word.ptr || !lex->lookup)
        return e->count;
    int64_t count = lex->lookup(lex->context, key);
    lexicon_add((lexicon *)lex, key, count); /* remembered: nothing that a caller sees */
    return count;
}

size_t lexicon_size(const lexicon *lex)
{
    return lex->n_used;
}

bool lexicon_is_small(const lexicon *lex)
{
    enum { FEW = 3000 };
    return lexicon_count(lex, STR("the")) < FEW;
}

void lexicon_each(const lexicon *lex, void (*each)(void *context, str word, int64_t count), void *context)
{
    for (size_t i = 0; i < lex->n_slots; i++)
        if (lex->slots[i].word.ptr && lex->slots[i].count != 0)
            each(context, lex->slots[i].word, lex->slots[i].count);
}

void lexicon_add_all(lexicon *lex, const lexicon *other, int64_t times)
{
    for (size_t i = 0; i < other->n_slots; i++)
        if (other->slots[i].word.ptr && other->slots[i].count != 0)
            lexicon_add(lex, other->slots[i].word, other->slots[i].count * times);
}

/* The word at *at; false at the text's end. */
static bool next_word(str text, size_t *at, str *word)
{
    size_t i = *at;
    while (i < text.len && !ascii_is_alnum(text.ptr[i]) && !ligature_letters(text, i))
        i++;
    size_t start = i;
    *at = word_end(text, i);
    *word = (str){text.ptr + start, *at - start};
    return *at > start;
}

/* Without an apostrophe or "'s" at its end. */
static str without_genitive(str word)
{
    while (word.len && word.ptr[word.len - 1] == '\'')
        word.len--;
    return str_ends(word, STR("'s")) ? str_to(word, word.len - 2) : word;
}

/* "Chang'e-6" tells that there is a "Chang'e". */
static str without_number(str word)
{
    size_t end = word.len;
    while (end > 0 && ascii_is_digit(word.ptr[end - 1]))
        end--;
    return end < word.len && end > 1 && word.ptr[end - 1] == '-' ? str_to(word, end - 1) : STR("");
}

void lexicon_add_text(lexicon *lex, str text, int64_t count)
{
    str word;
    size_t at = 0;
    bool after_hyphen = false;
    while (next_word(text, &at, &word)) {
        /* "fur-" and "ther", "sci-" and "tech": halves, not words. */
        bool before_hyphen = at < text.len && (text.ptr[at] == '-' || str_ends(word, STR(SOFT_HYPHEN)));
        bool half = before_hyphen || after_hyphen;
        after_hyphen = before_hyphen;
        char folded[LONGEST_WORD_BYTES];
        str key = half ? STR("") : without_genitive(fold(word, folded));
        if (key.len >= LEAST_WORD_BYTES)
            lexicon_add(lex, key, count);
        str stem = without_number(key);
        if (stem.len >= LEAST_WORD_BYTES)
            lexicon_add(lex, stem, count);
    }
}
