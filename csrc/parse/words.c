#include "parse/words.h"

#include "parse/token.h"
#include "parse/word_class.h"

enum { MOST_WORDS = 20000, TAIL_BYTES = 60 };

/* Eight bytes as a number, the first the lowest. */
static uint64_t number_of(const char *bytes)
{
    uint64_t x;
    memcpy(&x, bytes, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

/* Eight characters at once in lower case; those that are not ASCII stay. */
static uint64_t folded(uint64_t x)
{
    const uint64_t ones = 0x0101010101010101u, highs = ones * 0x80;
    uint64_t low = x & ~highs;
    uint64_t from_a = low + ones * (0x80 - 'A'), past_z = low + ones * (0x80 - 'Z' - 1);
    return x | ((from_a & ~past_z & ~x & highs) >> 2);
}

/* `room` bytes may be read from `ptr` on. */
static uint64_t key_of(const char *ptr, size_t len, size_t room)
{
    if (room >= WORD_KEY_BYTES)
        return folded(word_key_to(number_of(ptr), len));
    char bytes[WORD_KEY_BYTES] = {0};
    memcpy(bytes, ptr, len);
    return folded(number_of(bytes));
}

uint64_t word_hash(str text, const line_word *word)
{
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t h = (word->key + word->len) * factor;
    const char *at = text.ptr + word->at, *last = at + word->len - WORD_KEY_BYTES;
    if (word->len <= WORD_KEY_BYTES)
        return h ^ (h >> 32);
    for (at += WORD_KEY_BYTES; at < last; at += WORD_KEY_BYTES)
        h = ((h ^ (h >> 32)) + folded(number_of(at))) * factor;
    h = ((h ^ (h >> 32)) + folded(number_of(last))) * factor;
    return h ^ (h >> 32);
}

static uint8_t shape_of(str token, uint8_t first, uint8_t seen)
{
    uint8_t last = ascii_class(token.ptr[token.len - 1]);
    uint8_t shape = (uint8_t)((first & CHAR_ALNUM) | (seen & CHAR_LOWER ? SHAPE_HAS_LOWER : 0) |
                              (ascii_class(token.ptr[0]) & CHAR_OPENS) | (last & CHAR_STOP));
    if (last & CHAR_ALNUM || token.len <= 3)
        return shape;
    bool ends = last & CHAR_STOP ||
                (token.ptr[token.len - 1] == '"' && ascii_class(token.ptr[token.len - 2]) & CHAR_STOP);
    return shape | (ends ? SHAPE_ENDS : 0);
}

/* token_core(), quick for words of plain letters and ASCII marks. */
static inline str core_of(str token)
{
    uint8_t first = ascii_class(token.ptr[0]), last = ascii_class(token.ptr[token.len - 1]);
    if (first & CHAR_ALNUM && last & CHAR_ALNUM)
        return token;
    while (token.len && !(ascii_class(token.ptr[0]) & (CHAR_ALNUM | CHAR_HIGH)))
        token = (str){token.ptr + 1, token.len - 1};
    while (token.len && !(ascii_class(token.ptr[token.len - 1]) & (CHAR_ALNUM | CHAR_HIGH)))
        token.len--;
    return token_core(token);
}

static void add_word(word_list *list, word_run *run, str text, str token, uint8_t seen)
{
    if (list->n >= list->capacity)
        list->items = arena_grow(list->mem, list->items, list->n, &list->capacity, sizeof *list->items);
    line_word *word = &list->items[list->n++];
    str core = core_of(token);
    *word = (line_word){.at = (uint32_t)(core.ptr - text.ptr)};
    word->shape = shape_of(token, core.len ? ascii_class(core.ptr[0]) : 0, seen);
    run->seen |= seen;
    if (core.len == 0)
        return;
    word->key = key_of(core.ptr, core.len, text.len - word->at);
    word->len = core.len < LONGEST_WORD_LEN ? (uint8_t)core.len : LONGEST_WORD_LEN;
    word->classes = word_classes(core);
    run->classes |= word->classes;
}

word_run words_read(word_list *list, str text)
{
    word_run run = {.first = list->n};
    text = str_to(text, UINT32_MAX);
    const char *at = text.ptr, *end = text.ptr + text.len;
    while (at < end) {
        if (ascii_class(*at) & CHAR_BLANK) {
            at++;
            continue;
        }
        const char *start = at;
        uint8_t seen = 0, class = ascii_class(*at);
        do
            seen |= class;
        while (++at < end && !((class = ascii_class(*at)) & CHAR_BLANK));
        add_word(list, &run, text, (str){start, (size_t)(at - start)}, seen);
        if (list->n - run.first == MOST_WORDS && end - at > TAIL_BYTES) {
            for (at = end - TAIL_BYTES; at < end && !ascii_is_space(*at);)
                at++;
            run.seen = UINT8_MAX;
            run.classes = UINT16_MAX;
        }
    }
    run.n = (uint32_t)(list->n - run.first);
    return run;
}
