/* A view of bytes that somebody else owns. */
#ifndef STDAILY_BASE_STR_H
#define STDAILY_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

typedef struct str {
    const char *ptr;
    size_t len;
} str;

#define STR(literal) ((str){(literal), sizeof(literal) - 1})

static inline str str_of(const char *text)
{
    return (str){text, text ? strlen(text) : 0};
}

static inline bool str_eq(str a, str b)
{
    return a.len == b.len && (b.len == 0 || memcmp(a.ptr, b.ptr, b.len) == 0);
}

/* By bytes, a text before what it begins. */
static inline int str_compare(str a, str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len ? memcmp(a.ptr, b.ptr, len) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static inline str str_from(str s, size_t start)
{
    return start >= s.len ? (str){s.ptr + s.len, 0} : (str){s.ptr + start, s.len - start};
}

static inline str str_to(str s, size_t end)
{
    return (str){s.ptr, end < s.len ? end : s.len};
}

static inline bool str_starts(str s, str prefix)
{
    return s.len >= prefix.len && str_eq((str){s.ptr, prefix.len}, prefix);
}

static inline bool str_ends(str s, str suffix)
{
    return s.len >= suffix.len && str_eq((str){s.ptr + (s.len - suffix.len), suffix.len}, suffix);
}

str str_trim_blanks(str s);

/* Without blanks at both ends, those of Unicode too. */
static inline str str_trim(str s)
{
    bool none =
        s.len && s.ptr[0] > ' ' && s.ptr[s.len - 1] > ' ' && s.ptr[0] <= '~' && s.ptr[s.len - 1] <= '~';
    return none ? s : str_trim_blanks(s);
}
/* Byte offset of the first `needle`; s.len when there is none. */
size_t str_find(str s, str needle);
/* Whether two texts of one length differ in no more than the case of ASCII letters. */
bool str_same_nocase(const char *a, const char *b, size_t len);

/* ASCII letters compared without case. */
static inline bool str_eq_nocase(str a, str b)
{
    return a.len == b.len && str_same_nocase(a.ptr, b.ptr, b.len);
}

/* Most texts differ in the first character. */
static inline bool str_starts_nocase(str s, str prefix)
{
    enum { CASE = 0x20 };
    if (s.len < prefix.len || prefix.len == 0)
        return prefix.len == 0;
    return ((s.ptr[0] ^ prefix.ptr[0]) & ~CASE) == 0 && str_same_nocase(s.ptr, prefix.ptr, prefix.len);
}

static inline bool str_ends_nocase(str s, str suffix)
{
    return s.len >= suffix.len && str_same_nocase(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len);
}

/* Whether it begins with a text in lower case of two characters at least; for lists, of which most differ in
 * the first ones. */
static inline bool str_opens(str s, const char *text)
{
    enum { BUT_CASE = 0xDFDF };
    uint16_t own, wanted;
    if (s.len < sizeof own)
        return false;
    memcpy(&own, s.ptr, sizeof own);
    memcpy(&wanted, text, sizeof wanted);
    return ((own ^ wanted) & BUT_CASE) == 0 && str_starts_nocase(s, str_of(text));
}

/* Byte offset of the first `needle` in any case; s.len when there is none. */
size_t str_find_nocase(str s, str needle);

/* Whether one is an ASCII letter of lower case; whether all are; whether all are capitals. */
static inline bool str_has_lower(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_lower(s.ptr[i]))
            return true;
    return false;
}

static inline bool str_is_lower(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_lower(s.ptr[i]))
            return false;
    return true;
}

static inline bool str_is_upper(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_upper(s.ptr[i]))
            return false;
    return true;
}

/* How many ASCII capitals it begins with. */
static inline size_t str_leading_capitals(str s)
{
    size_t n = 0;
    while (n < s.len && ascii_is_upper(s.ptr[n]))
        n++;
    return n;
}

#endif
