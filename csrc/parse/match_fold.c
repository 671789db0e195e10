#include "parse/match_fold.h"

#include <utf8proc.h>

#include "base/ascii.h"
#include "base/utf8.h"

/* Quotes and dashes that Unicode's own folding leaves apart. */
static int32_t plain_char(int32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2033:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return '-';
    default:
        return c;
    }
}

static match_unit unit_of(int32_t c)
{
    return c < 0x10000 ? (match_unit)c : (match_unit)(0xD800 + c % 0x800);
}

size_t match_fold_char(int32_t c, match_unit *units)
{
    c = plain_char(c);
    if (c < 0x80) {
        units[0] = (match_unit)ascii_lower((char)c);
        return 1;
    }
    int32_t chars[MATCH_FOLD_MOST];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(c, chars, MATCH_FOLD_MOST,
                                                 UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                     UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
                                                 &boundary);
    if (n < 0 || n > MATCH_FOLD_MOST) {
        units[0] = unit_of(c);
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++)
        units[i] = unit_of(chars[i]);
    return (size_t)n;
}

bool match_is_upper(int32_t c)
{
    if (c < 0x80)
        return ascii_is_upper((char)c);
    utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

static bool is_word_unit(match_unit u)
{
    if (u < 0x80)
        return ascii_is_alnum((char)u);
    utf8proc_category_t category = utf8proc_category(u);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) ||
           category == UTF8PROC_CATEGORY_CS; /* stands for a character beyond the BMP */
}

static void mark_words(match_wide *wide)
{
    bool before = false;
    for (size_t i = 0; i < wide->n; i++) {
        bool here = is_word_unit(wide->units[i]);
        if (here && !before)
            wide->classes[i] |= CLASS_WORD_START;
        if (before && !here)
            wide->classes[i - 1] |= CLASS_WORD_END;
        before = here;
    }
    if (before)
        wide->classes[wide->n - 1] |= CLASS_WORD_END;
}

static bool is_ascii(str s)
{
    unsigned char all = 0;
    for (size_t i = 0; i < s.len; i++)
        all |= (unsigned char)s.ptr[i];
    return all < 0x80;
}

static void *copy_array(arena *mem, const void *items, size_t n, size_t size)
{
    void *copy = arena_array(mem, n, size);
    if (n)
        memcpy(copy, items, n * size);
    return copy;
}

static match_wide *fold_wide(arena *mem, str text)
{
    match_unit units[MATCH_MOST_UNITS + MATCH_FOLD_MOST];
    uint8_t classes[MATCH_MOST_UNITS + MATCH_FOLD_MOST];
    uint16_t offsets[MATCH_MOST_UNITS + MATCH_FOLD_MOST];
    size_t n = 0;
    for (size_t at = 0, len; at < text.len && at <= UINT16_MAX && n < MATCH_MOST_UNITS; at += len) {
        int32_t c = utf8_char(str_from(text, at), &len);
        size_t more = match_fold_char(c, units + n);
        for (size_t i = 0; i < more; i++, n++) {
            classes[n] = match_is_upper(c) ? CLASS_UPPER : 0;
            offsets[n] = (uint16_t)at;
        }
    }
    match_wide *wide = arena_alloc(mem, sizeof *wide);
    wide->n = n < MATCH_MOST_UNITS ? n : MATCH_MOST_UNITS;
    wide->units = copy_array(mem, units, wide->n, sizeof *units);
    wide->classes = copy_array(mem, classes, wide->n, sizeof *classes);
    wide->offsets = copy_array(mem, offsets, wide->n, sizeof *offsets);
    mark_words(wide);
    return wide;
}

match_candidate match_candidate_of(arena *mem, str text)
{
    match_candidate candidate = {.text = text};
    if (is_ascii(text)) {
        for (size_t i = 0; i < text.len && i < MATCH_MOST_UNITS; i++)
            candidate.mask |= match_mask_bit((match_unit)ascii_lower(text.ptr[i]));
        return candidate;
    }
    candidate.wide = fold_wide(mem, text);
    for (size_t i = 0; i < candidate.wide->n; i++)
        candidate.mask |= match_mask_bit(candidate.wide->units[i]);
    return candidate;
}
