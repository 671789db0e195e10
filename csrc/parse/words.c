#include "parse/words.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "parse/token.h"
#include "parse/word_class.h"

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

/* Some bytes of a line, and which of them are what, a bit each. */
typedef struct window {
    const char *bytes;
    size_t n;
    uint64_t blank, lower, core; /* core: letters, digits and what is not ASCII */
    bool last;
    uint8_t seen;
    char room[WINDOW_BYTES];
    char folded[WINDOW_BYTES + 2 * WORD_KEY_BYTES]; /* the bytes, and as much as keys are read behind them */
} window;

static uint8_t seen_of(char c)
{
    bool mark = c == ':' || c == '/' || c == '|' || c == '+';
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

static void survey(window *w)
{
    uint64_t digits = 0, high = 0, marks = 0;
    w->blank = w->lower = w->core = 0;
    for (int i = 0; i < WINDOW_BYTES; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(w->bytes + i)), lower = within(bytes, 'a', 26),
                digit = within(bytes, '0', 10), upper = within(bytes, 'A', 26),
                blank = _mm_or_si128(within(bytes, '\t', 5), within(bytes, ' ', 1));
        w->blank |= bits_of(blank) << i;
        w->lower |= bits_of(lower) << i;
        w->core |= bits_of(_mm_or_si128(_mm_or_si128(lower, upper), _mm_or_si128(digit, bytes))) << i;
        digits |= bits_of(digit);
        marks |= bits_of(_mm_or_si128(_mm_or_si128(within(bytes, ':', 1), within(bytes, '/', 1)),
                                      _mm_or_si128(within(bytes, '|', 1), within(bytes, '+', 1))));
        high |= bits_of(bytes) << i;
        bytes = _mm_or_si128(bytes, _mm_and_si128(upper, _mm_set1_epi8('a' - 'A')));
        _mm_storeu_si128((__m128i *)(w->folded + i), bytes);
    }
    w->seen = (uint8_t)((digits ? CHAR_DIGIT : 0) | (marks ? SEEN_MARK : 0));
    for (; high; high &= high - 1)
        w->seen |= ascii_class(w->bytes[__builtin_ctzll(high)]) & (CHAR_HIGH | CHAR_WIDE);
}
#else
static void survey(window *w)
{
    w->blank = w->lower = w->core = w->seen = 0;
    for (int i = 0; i < WINDOW_BYTES; i++) {
        uint8_t class = ascii_class(w->bytes[i]);
        w->blank |= (uint64_t)((class & CHAR_BLANK) != 0) << i;
        w->lower |= (uint64_t)((class & CHAR_LOWER) != 0) << i;
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
    uint8_t end = ascii_class(last);
    bool stops = end & CHAR_STOP, quoted = (last == '"') & ((ascii_class(before_last) & CHAR_STOP) != 0);
    bool ends = (len > 3) & (stops | quoted);
    return (uint8_t)((ascii_class(first) & CHAR_OPENS) | (end & CHAR_STOP) | (ends ? SHAPE_ENDS : 0));
}

static uint8_t core_shape(char first, bool has_lower)
{
    return (uint8_t)((ascii_class(first) & CHAR_ALNUM) | (has_lower ? SHAPE_HAS_LOWER : 0));
}

/* Adds a word; there is room for it in the list. */
static void add_word(word_list *list, word_run *run, line_word word, size_t len)
{
    word.len = len < LONGEST_WORD_LEN ? (uint8_t)len : LONGEST_WORD_LEN;
    run->classes |= word.classes;
    list->items[list->n++] = word;
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
    line_word word = {.key = folded(number_of(first)),
                      .at = (uint32_t)(core.ptr - text.ptr),
                      .classes = word_classes(core)};
    word.shape = shape_of(token.len, token.ptr[0], token.ptr[token.len - 2], token.ptr[token.len - 1]) |
                 core_shape(first[0], lower);
    add_word(list, run, word, core.len);
    return end;
}

/* The token of bytes start..end of a window that begins at `at`. */
static void add_token(word_list *list, word_run *run, str text, size_t at, const window *w, unsigned start,
                      unsigned end)
{
    uint64_t mask = (end < 64 ? UINT64_C(1) << end : 0) - (UINT64_C(1) << start), core_mask = w->core & mask;
    unsigned first = core_mask ? (unsigned)__builtin_ctzll(core_mask) : end;
    unsigned last = core_mask ? 63 - (unsigned)__builtin_clzll(core_mask) : end;
    str core = {text.ptr + at + first, core_mask ? last + 1 - first : 0};
    char opening = w->bytes[start], ending = w->bytes[end - 1];
    bool plain = core.len && ascii_is_alnum(w->bytes[first]) && ascii_is_alnum(w->bytes[last]);
    if (core.len && !plain) {
        core = token_without_marks(core);
        first = (unsigned)(core.ptr - text.ptr - at);
    }
    line_word word = {.key = word_key_to(number_of(w->folded + first), core.len),
                      .at = (uint32_t)(core.ptr - text.ptr)};
    word.shape = shape_of(end - start, opening, w->bytes[end < 2 ? 0 : end - 2], ending);
    if (core.len)
        word.shape |= core_shape(w->bytes[first], w->lower & mask);
    size_t more = core.len > WORD_KEY_BYTES ? core.len - WORD_KEY_BYTES : 0;
    word.classes =
        word_classes_of(word.key, word_key_to(number_of(w->folded + first + WORD_KEY_BYTES), more), core.len);
    add_word(list, run, word, core.len);
}

/* Adds the tokens that the window holds whole; returns its bytes that are done with. */
static size_t read_window(word_list *list, word_run *run, str text, size_t at, const window *w)
{
    uint64_t held = w->n < 64 ? (UINT64_C(1) << w->n) - 1 : UINT64_MAX, tokens = ~w->blank & held;
    run->seen |= w->seen;
    while (tokens) {
        unsigned start = (unsigned)__builtin_ctzll(tokens);
        uint64_t gaps = ~tokens & (UINT64_MAX << start);
        unsigned end = gaps ? (unsigned)__builtin_ctzll(gaps) : 64;
        if (end >= w->n && !w->last)
            return start;
        add_token(list, run, text, at, w, start, end);
        if (end == 64)
            break;
        tokens &= UINT64_MAX << end;
        if (list->n - run->first == MOST_WORDS)
            return end;
    }
    return w->n;
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
        n = read_window(list, &run, text, at, &w);
        if (n == 0)
            n = add_long_word(list, &run, text, at) - at;
        if (list->n - run.first == MOST_WORDS && text.len - at - n > TAIL_BYTES) {
            for (at = text.len - TAIL_BYTES, n = 0; at < text.len && !ascii_is_space(text.ptr[at]);)
                at++;
            run.seen = UINT8_MAX;
            run.classes = UINT16_MAX;
        }
    }
    run.n = (uint32_t)(list->n - run.first);
    return run;
}
