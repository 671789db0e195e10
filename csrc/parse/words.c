#include "parse/words.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "parse/token.h"
#include "parse/word_class.h"

/* Of word_class.gperf; more than any of its words has. */
enum { WORD_CLASS_BYTES = 16 };
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#include "word_class.c"
#pragma GCC diagnostic pop

enum { MOST_WORDS = 20000, TAIL_BYTES = 60, WINDOW_BYTES = 64 };

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

static void to_bytes(uint64_t number, char *bytes)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    number = __builtin_bswap64(number);
#endif
    memcpy(bytes, &number, sizeof number);
}

/* Eight characters at once in lower case; those that are not ASCII stay. */
static uint64_t folded(uint64_t x)
{
    const uint64_t ones = 0x0101010101010101u, highs = ones * 0x80;
    uint64_t low = x & ~highs;
    uint64_t from_a = low + ones * (0x80 - 'A'), past_z = low + ones * (0x80 - 'Z' - 1);
    return x | ((from_a & ~past_z & ~x & highs) >> 2);
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

/* All ones, or 0: compilers make a branch of anything else. */
static uint32_t mask_if(bool yes)
{
    return 0u - yes;
}

/* The classes of a word whose first eight letters and the eight behind them are these, folded, with zeros
 * behind its end; without a branch. */
static inline uint32_t classes_of(uint64_t head, uint64_t rest, size_t len)
{
    /* The build fills short words up with zeros, so that the hash need not ask how long a word is. */
    enum { SHORTEST = 4 };
    char word[WORD_CLASS_BYTES];
    to_bytes(head, word), to_bytes(rest, word + WORD_KEY_BYTES);
    len = len < SHORTEST ? SHORTEST : len > WORD_CLASS_BYTES ? WORD_CLASS_BYTES : len;
    unsigned slot = word_class_hash(word, len);
    const struct word_class *listed = &wordlist[slot & mask_if(slot <= MAX_HASH_VALUE)];
    bool same = ((head ^ number_of(listed->name)) | (rest ^ number_of(listed->name + WORD_KEY_BYTES))) == 0;
    return listed->classes & mask_if(same);
}

uint32_t word_classes(str word)
{
    char room[WORD_CLASS_BYTES] = {0};
    if (word.len == 0 || word.len >= WORD_CLASS_BYTES || !ascii_is_alnum(word.ptr[word.len - 1]))
        return 0;
    memcpy(room, word.ptr, word.len);
    return classes_of(folded(number_of(room)), folded(number_of(room + WORD_KEY_BYTES)), word.len);
}

/* Some bytes of a line, and which of them are what, a bit each. */
typedef struct window {
    const char *bytes;
    size_t n;
    uint64_t blank, lower, high, core; /* high: not ASCII; core: these, letters and digits */
    bool last;
    uint8_t seen;
    char room[WINDOW_BYTES];
    char folded[WINDOW_BYTES + 2 * WORD_KEY_BYTES]; /* the bytes, and as much as keys are read behind them */
} window;

static uint8_t seen_of(char c)
{
    bool mark = c == ':' || c == '/' || c == '|' || c == '+' || c == '@';
    return (uint8_t)((mark ? SEEN_MARK : 0) | (ascii_class(c) & (CHAR_DIGIT | CHAR_HIGH | CHAR_WIDE)));
}

#ifdef __SSE2__
/* Sixteen bytes: those of n in a row from `first` on are all ones, the others 0. */
static __m128i within(__m128i bytes, char first, char n)
{
    __m128i from = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(from, _mm_set1_epi8((char)(n - 1))), from);
}

static uint64_t bits_of(__m128i bytes)
{
    return (uint64_t)(uint32_t)_mm_movemask_epi8(bytes);
}

static __m128i same(__m128i bytes, char c)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

static __m128i either(__m128i a, __m128i b)
{
    return _mm_or_si128(a, b);
}

static void survey(window *w)
{
    __m128i digits = _mm_setzero_si128(), marks = digits;
    w->blank = w->lower = w->high = w->core = 0;
    for (int i = 0; i < WINDOW_BYTES; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(w->bytes + i)), lower = within(bytes, 'a', 26),
                digit = within(bytes, '0', 10), upper = within(bytes, 'A', 26);
        w->blank |= bits_of(either(within(bytes, '\t', 5), same(bytes, ' '))) << i;
        w->lower |= bits_of(lower) << i;
        w->high |= bits_of(bytes) << i;
        w->core |= bits_of(either(either(lower, upper), either(digit, bytes))) << i;
        digits = either(digits, digit);
        marks = either(marks, either(either(same(bytes, ':'), same(bytes, '/')),
                                     either(either(same(bytes, '|'), same(bytes, '+')), same(bytes, '@'))));
        bytes = either(bytes, _mm_and_si128(upper, _mm_set1_epi8('a' - 'A')));
        _mm_storeu_si128((__m128i *)(w->folded + i), bytes);
    }
    w->seen = (uint8_t)((bits_of(digits) ? CHAR_DIGIT : 0) | (bits_of(marks) ? SEEN_MARK : 0));
    for (uint64_t high = w->high; high; high &= high - 1)
        w->seen |= ascii_class(w->bytes[__builtin_ctzll(high)]) & (CHAR_HIGH | CHAR_WIDE);
}
#else
static void survey(window *w)
{
    w->blank = w->lower = w->high = w->core = w->seen = 0;
    for (int i = 0; i < WINDOW_BYTES; i++) {
        uint8_t class = ascii_class(w->bytes[i]);
        w->blank |= (uint64_t)((class & CHAR_BLANK) != 0) << i;
        w->lower |= (uint64_t)((class & CHAR_LOWER) != 0) << i;
        w->high |= (uint64_t)((class & CHAR_HIGH) != 0) << i;
        w->core |= (uint64_t)((class & (CHAR_ALNUM | CHAR_HIGH)) != 0) << i;
        w->seen |= seen_of(w->bytes[i]);
        w->folded[i] = ascii_lower(w->bytes[i]);
    }
}
#endif

static void look_through(window *w, str rest)
{
    w->n = rest.len < WINDOW_BYTES ? rest.len : WINDOW_BYTES;
    w->last = w->n == rest.len;
    w->bytes = rest.ptr;
    if (rest.len < sizeof w->room) {
        memset(w->room, ' ', sizeof w->room);
        memcpy(w->room, rest.ptr, w->n);
        w->bytes = w->room;
    }
    survey(w);
}

/* What a token looks like that begins and ends with these characters; `before_last` stands before the last.
 */
static uint8_t shape_of(size_t len, char first, char before_last, char last)
{
    _Static_assert(CHAR_STOP >> 3 == SHAPE_ENDS, "a stop behind a word, no initial, ends a sentence");
    uint32_t stop = ascii_class(last) & CHAR_STOP, quoted = ascii_class(before_last) & mask_if(last == '"');
    uint32_t ends = ((stop | quoted) & CHAR_STOP & mask_if(len > 3)) >> 3;
    return (uint8_t)((ascii_class(first) & CHAR_OPENS) | stop | ends);
}

static uint8_t core_shape(char first, bool has_lower)
{
    return (uint8_t)((ascii_class(first) & CHAR_ALNUM) | (has_lower ? SHAPE_HAS_LOWER : 0));
}

/* A token that no window holds; returns its end. */
static __attribute__((noinline)) size_t add_long_word(word_list *list, word_run *run, str text, size_t start)
{
    size_t end = start;
    bool lower = false;
    for (; end < text.len && !(ascii_class(text.ptr[end]) & CHAR_BLANK); end++) {
        lower |= ascii_class(text.ptr[end]) & CHAR_LOWER;
        run->seen |= seen_of(text.ptr[end]);
    }
    str token = {text.ptr + start, end - start}, core = token_core(token);
    char first[WORD_KEY_BYTES] = {0};
    memcpy(first, core.ptr, core.len < sizeof first ? core.len : sizeof first);
    uint32_t classes = word_classes(core);
    uint8_t shape = shape_of(token.len, token.ptr[0], token.ptr[token.len - 2], token.ptr[token.len - 1]);
    list->items[list->n++] =
        (line_word){.key = folded(number_of(first)),
                    .at = (uint32_t)(core.ptr - text.ptr),
                    .classes = (uint16_t)classes,
                    .len = core.len < LONGEST_WORD_LEN ? (uint8_t)core.len : LONGEST_WORD_LEN,
                    .shape = shape | core_shape(first[0], lower)};
    run->classes |= classes;
    return end;
}

/* Which bytes are a word's: from as many before the middle on as it has. */
#define EIGHT(c) c, c, c, c, c, c, c, c
static const char ones[] = {EIGHT('\xFF'), EIGHT('\xFF'), EIGHT(0), EIGHT(0)};

/* The token of bytes start..end of a window, which begins at `at` in the line. */
static inline line_word read_token(const window *restrict w, size_t at, unsigned start, unsigned end,
                                   uint32_t *all_classes)
{
    uint64_t mask = UINT64_MAX << start & UINT64_MAX >> (64 - end), core = w->core & mask;
    unsigned first = core ? (unsigned)__builtin_ctzll(core) : end;
    size_t len = core ? 64 - (unsigned)__builtin_clzll(core) - first : 0;
    if (core & w->high) {
        str bare = token_core((str){w->bytes + first, len});
        first = (unsigned)(bare.ptr - w->bytes);
        len = bare.len;
    }
    const char *key = w->folded + first,
               *held = ones + sizeof ones / 2 - (len < sizeof ones / 2 ? len : sizeof ones / 2);
    uint64_t head = number_of(key) & number_of(held),
             rest = number_of(key + WORD_KEY_BYTES) & number_of(held + WORD_KEY_BYTES);
    uint32_t classes = classes_of(head, rest, len);
    uint8_t shape =
        shape_of(end - start, w->bytes[start], w->bytes[end < 2 ? 0 : end - 2], w->bytes[end - 1]);
    *all_classes |= classes;
    return (line_word){.key = head,
                       .at = (uint32_t)(at + first),
                       .classes = (uint16_t)classes,
                       .len = (uint8_t)len,
                       .shape = len ? shape | core_shape(w->bytes[first], w->lower & mask) : shape};
}

/* Adds the tokens that the window holds whole; returns its bytes that are done with. */
static size_t read_window(word_list *list, word_run *run, size_t at, const window *restrict w)
{
    uint64_t held = UINT64_MAX >> (64 - w->n), tokens = ~w->blank & held;
    line_word *word = list->items + list->n, *most = list->items + run->first + MOST_WORDS;
    uint32_t classes = 0;
    size_t done = w->n;
    uint64_t starts = tokens & ~(tokens << 1), ends = ~tokens & (tokens << 1);
    for (; starts; starts &= starts - 1, ends &= ends - 1) {
        unsigned start = (unsigned)__builtin_ctzll(starts);
        unsigned end = ends ? (unsigned)__builtin_ctzll(ends) : WINDOW_BYTES;
        if (end == WINDOW_BYTES && !w->last) {
            done = start;
            break;
        }
        *word++ = read_token(w, at, start, end, &classes);
        if (word == most) {
            done = end;
            break;
        }
    }
    list->n = (size_t)(word - list->items);
    run->classes |= classes;
    run->seen |= w->seen;
    return done;
}

/* For the words of a window. */
static void make_room(word_list *list)
{
    if (list->capacity - list->n >= WINDOW_BYTES)
        return;
    line_word *items = list->items;
    list->capacity = list->capacity * 2 + WINDOW_BYTES;
    list->items = arena_array(list->mem, list->capacity, sizeof *list->items);
    if (list->n)
        memcpy(list->items, items, list->n * sizeof *items);
}

word_run words_read(word_list *list, str text)
{
    word_run run = {.first = list->n};
    text = str_to(text, UINT32_MAX);
    for (size_t at = 0, n; at < text.len; at += n) {
        window w;
        look_through(&w, str_from(text, at));
        make_room(list);
        n = read_window(list, &run, at, &w);
        if (n == 0)
            n = add_long_word(list, &run, text, at) - at;
        if (list->n - run.first == MOST_WORDS && text.len - at - n > TAIL_BYTES) {
            for (at = text.len - TAIL_BYTES, n = 0; at < text.len && !ascii_is_space(text.ptr[at]);)
                at++;
            run.seen = UINT8_MAX;
            run.classes = UINT32_MAX;
        }
    }
    run.n = (uint32_t)(list->n - run.first);
    return run;
}
