#include "parse/decode.h"

#include <errno.h>
#include <iconv.h>

#include "base/utf8.h"

enum {
    SAMPLE_BYTES = 4096,
    HEAD_BYTES = 64 * 1024,
    MOST_PAGES = 9999,     /* of one file; what follows stays on the last */
    BINARY_ONE_IN = 5,     /* more bad and control bytes than that: no text */
    UTF16_BAD_ONE_IN = 64, /* more lone surrogates than that: no text */
    FEW = 4,               /* bad bytes that are too few to judge by */
};

/* What a look at all bytes tells. */
typedef struct survey {
    size_t bad;       /* bytes that are not UTF-8 */
    size_t multibyte; /* UTF-8 characters beyond ASCII */
    size_t controls;  /* other than blanks and line ends */
    bool cr;
} survey;

static bool is_plain(const char *eight)
{
    const uint64_t ones = 0x0101010101010101u, highs = ones * 0x80;
    uint64_t bytes;
    memcpy(&bytes, eight, sizeof bytes);
    return ((bytes | ((bytes - ones * ' ') & ~bytes)) & highs) == 0;
}

static void survey_control(survey *seen, char c)
{
    seen->cr |= c == '\r';
    seen->controls += !(c >= '\t' && c <= '\r') && c != '\x1b';
}

static survey survey_bytes(str s)
{
    survey seen = {0};
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (i + 8 <= s.len && is_plain(s.ptr + i)) {
            i += 8;
        } else if (c < 0x80) {
            if (c < ' ')
                survey_control(&seen, (char)c);
            i++;
        } else {
            size_t len = utf8_valid_len(str_from(s, i));
            seen.multibyte += len > 0;
            seen.bad += len == 0;
            i += len ? len : 1;
        }
    }
    return seen;
}

/* Bytes as GB18030: how many pairs lie among the common characters, and how much is anything else. */
typedef struct gb_survey {
    size_t common, rare, bad;
    size_t text_bytes; /* at most, as UTF-8 */
} gb_survey;

static bool in_range(char c, unsigned char low, unsigned char high)
{
    return (unsigned char)c >= low && (unsigned char)c <= high;
}

/* Length of the GB18030 character that a byte of 0x80 or more starts; 0 bad. */
static size_t gb_len(str s)
{
    if (s.len < 2 || !in_range(s.ptr[0], 0x81, 0xfe))
        return 0;
    if (in_range(s.ptr[1], 0x40, 0xfe) && s.ptr[1] != 0x7f)
        return 2;
    return s.len >= 4 && in_range(s.ptr[1], '0', '9') && in_range(s.ptr[2], 0x81, 0xfe) &&
                   in_range(s.ptr[3], '0', '9')
               ? 4
               : 0;
}

static gb_survey survey_gb(str s)
{
    gb_survey seen = {0};
    for (size_t i = 0; i < s.len;) {
        if ((unsigned char)s.ptr[i] < 0x80) {
            seen.text_bytes++;
            i++;
            continue;
        }
        size_t len = gb_len(str_from(s, i));
        bool common = len == 2 && in_range(s.ptr[i], 0xa1, 0xf7) && in_range(s.ptr[i + 1], 0xa1, 0xfe);
        seen.common += common;
        seen.rare += len > 0 && !common;
        seen.bad += len == 0;
        seen.text_bytes += len == 2 || len == 0 ? 3 : len;
        i += len ? len : 1;
    }
    return seen;
}

/* Western letters beside ASCII ones may look like rare characters: most pairs must be common ones. */
static bool looks_gb(const gb_survey *gb, const survey *utf8)
{
    return gb->common > 0 && gb->common / 2 >= gb->rare && gb->bad * 20 <= gb->common &&
           utf8->multibyte < utf8->bad;
}

/* Room for text that is made from `bytes`, and how much of it there is. */
typedef struct output {
    char *ptr;
    size_t len;
    size_t bad, first_bad; /* replacement characters, and where the first stands */
} output;

static void put_bad(output *out)
{
    if (out->bad++ == 0)
        out->first_bad = out->len;
    memcpy(out->ptr + out->len, UTF8_REPLACEMENT, 3);
    out->len += 3;
}

/* Converts with iconv, into `capacity` bytes that must be enough; a bad `unit` of bytes is replaced.
 * False when the system does not know the encoding. */
static bool convert(arena *mem, str bytes, const char *encoding, size_t unit, size_t capacity, output *out)
{
    out->ptr = arena_alloc(mem, capacity); /* before the descriptor, which a failure would leak */
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return false;
    char *in = (char *)bytes.ptr;
    size_t left = bytes.len;
    while (left > 0) {
        char *to = out->ptr + out->len;
        size_t room = capacity - out->len;
        size_t done = iconv(converter, &in, &left, &to, &room);
        out->len = capacity - room;
        if (done != (size_t)-1)
            break;
        if (room < 3 || errno == E2BIG)
            break;
        put_bad(out);
        size_t skip = left < unit ? left : unit;
        in += skip;
        left -= skip;
    }
    iconv_close(converter);
    return true;
}

static void replace_bad(arena *mem, str bytes, size_t bad, output *out)
{
    out->ptr = arena_alloc(mem, bytes.len + 2 * bad);
    for (size_t i = 0; i < bytes.len;) {
        size_t len = 8;
        if (i + 8 > bytes.len || !is_plain(bytes.ptr + i))
            len = utf8_valid_len(str_from(bytes, i));
        if (len == 0) {
            put_bad(out);
            i++;
        } else {
            memcpy(out->ptr + out->len, bytes.ptr + i, len);
            out->len += len;
            i += len;
        }
    }
}

/* A lone CR is a line end where there is no LF at all, else a blank: lines count as an editor counts them. */
static char line_end(str text)
{
    return text.len > 0 && memchr(text.ptr, '\n', text.len) ? '\n' : '\r';
}

/* Line ends become LF.  `to` may be where the text is. */
static str mend_line_ends(char *to, str text)
{
    char lone = line_end(text) == '\r' ? '\n' : ' ';
    size_t n = 0;
    for (size_t i = 0; i < text.len;) {
        const char *cr = memchr(text.ptr + i, '\r', text.len - i);
        size_t run = cr ? (size_t)(cr - text.ptr) - i : text.len - i;
        memmove(to + n, text.ptr + i, run);
        n += run;
        i += run + (cr != NULL);
        if (cr && (i == text.len || text.ptr[i] != '\n'))
            to[n++] = lone;
    }
    return (str){to, n};
}

static uint32_t line_of(str text, size_t at)
{
    uint32_t line = 1;
    char end_char = line_end(text);
    for (const char *p = text.ptr, *end = p + at; p < end; p++) {
        p = memchr(p, end_char, (size_t)(end - p));
        if (!p)
            break;
        line++;
    }
    return line;
}

static decoded finish(const output *out, const char *encoding)
{
    str text = {out->ptr, out->len};
    decoded result = {.encoding = encoding};
    if (out->bad) {
        result.result = DECODE_DAMAGED;
        result.bad_line = line_of(text, out->first_bad);
    }
    result.text = mend_line_ends(out->ptr, text);
    return result;
}

static decoded binary(const char *encoding)
{
    return (decoded){.text = STR(""), .encoding = encoding, .result = DECODE_BINARY};
}

static bool too_many(size_t not_text, size_t len)
{
    return not_text > len / BINARY_ONE_IN + FEW;
}

static decoded decode_utf16(arena *mem, str bytes, const char *encoding)
{
    output out = {0};
    /* a unit of two bytes gives three at most, and so does an odd byte */
    if (!convert(mem, bytes, encoding, 2, bytes.len / 2 * 3 + 4, &out))
        return binary(encoding);
    survey seen = survey_bytes((str){out.ptr, out.len});
    if (out.bad > bytes.len / 2 / UTF16_BAD_ONE_IN + FEW || too_many(seen.controls, bytes.len / 2))
        return binary(encoding);
    return finish(&out, encoding);
}

/* "UTF-16LE" or "UTF-16BE" where one byte of most pairs is NUL and the other is not; else NULL. */
static const char *guess_utf16(str bytes)
{
    size_t n_pairs = (bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES) / 2, nul[2] = {0};
    for (size_t i = 0; i < n_pairs * 2; i++)
        nul[i % 2] += bytes.ptr[i] == '\0';
    if (nul[1] * 10 > n_pairs * 7 && nul[0] * 20 <= n_pairs)
        return "UTF-16LE";
    return nul[0] * 10 > n_pairs * 7 && nul[1] * 20 <= n_pairs ? "UTF-16BE" : NULL;
}

/* The start of a big file shows that it is no text, without a look at all of it. */
static bool starts_binary(str bytes)
{
    if (bytes.len <= HEAD_BYTES)
        return false;
    str head = str_to(bytes, HEAD_BYTES);
    survey seen = survey_bytes(head);
    gb_survey gb = survey_gb(head);
    return too_many(seen.controls, head.len) || (too_many(seen.bad, head.len) && !looks_gb(&gb, &seen));
}

static decoded decode_8bit(arena *mem, str bytes)
{
    if (starts_binary(bytes))
        return binary("UTF-8");
    survey seen = survey_bytes(bytes);
    output out = {0};
    if (seen.bad == 0) {
        if (too_many(seen.controls, bytes.len))
            return binary("UTF-8");
        if (!seen.cr)
            return (decoded){.text = bytes, .encoding = "UTF-8"};
        return (decoded){.text = mend_line_ends(arena_alloc(mem, bytes.len), bytes), .encoding = "UTF-8"};
    }
    gb_survey gb = survey_gb(bytes);
    if (looks_gb(&gb, &seen) && !too_many(seen.controls, bytes.len) &&
        convert(mem, bytes, "GB18030", 1, gb.text_bytes + 4, &out))
        return finish(&out, "GB18030");
    if (too_many(seen.bad + seen.controls, bytes.len))
        return binary("UTF-8");
    out = (output){0};
    replace_bad(mem, bytes, seen.bad, &out);
    return finish(&out, "UTF-8");
}

decoded decode(arena *mem, str bytes)
{
    if (str_starts(bytes, STR("\xef\xbb\xbf")))
        return decode_8bit(mem, str_from(bytes, 3));
    if (str_starts(bytes, STR("\xff\xfe")))
        return decode_utf16(mem, str_from(bytes, 2), "UTF-16LE");
    if (str_starts(bytes, STR("\xfe\xff")))
        return decode_utf16(mem, str_from(bytes, 2), "UTF-16BE");
    const char *utf16 = guess_utf16(bytes);
    return utf16 ? decode_utf16(mem, bytes, utf16) : decode_8bit(mem, bytes);
}

static bool is_blank(str s)
{
    return str_trim(s).len == 0;
}

str *decode_pages(arena *mem, str text, size_t *n_pages)
{
    str *pages = NULL;
    size_t n = 0, capacity = 0, at = 0;
    for (bool more = true; more;) {
        const char *feed =
            at < text.len && n + 1 < MOST_PAGES ? memchr(text.ptr + at, '\f', text.len - at) : NULL;
        size_t end = feed ? (size_t)(feed - text.ptr) : text.len;
        pages = arena_grow(mem, pages, n, &capacity, sizeof *pages);
        pages[n++] = (str){text.ptr + at, end - at};
        at = end + 1;
        more = feed != NULL;
    }
    while (n > 1 && is_blank(pages[n - 1])) /* what a form feed at the end leaves */
        n--;
    *n_pages = n;
    return pages;
}
