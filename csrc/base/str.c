#include "base/str.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/ascii.h"

/* Bytes of the blank at p: ASCII, no-break (U+00A0), U+2000 to U+200B, ideographic (U+3000), U+FEFF; else 0.
 */
static size_t blank_len(const unsigned char *p, size_t len)
{
    if (len >= 1 && ascii_is_space((char)p[0]))
        return 1;
    if (len >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
        return 2;
    if (len < 3)
        return 0;
    bool blank = (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x80 && p[2] <= 0x8B) ||
                 (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) ||
                 (p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF);
    return blank ? 3 : 0;
}

str str_trim_blanks(str s)
{
    size_t n;
    while ((n = blank_len((const unsigned char *)s.ptr, s.len)) > 0)
        s = str_from(s, n);
    for (n = 1; n > 0; s.len -= n) {
        n = 0;
        for (size_t k = 1; k <= 3 && k <= s.len && n == 0; k++)
            if (blank_len((const unsigned char *)s.ptr + s.len - k, k) == k)
                n = k;
    }
    return s;
}

/* Looks at places from `at` on, one by one. */
static size_t find_slowly(str s, str needle, size_t at)
{
    for (; at + needle.len <= s.len; at++)
        if (s.ptr[at] == needle.ptr[0] && memcmp(s.ptr + at, needle.ptr, needle.len) == 0)
            return at;
    return s.len;
}

#ifdef __SSE2__
/* Sixteen places at once: those where the first and the last character stand, which are few. */
size_t str_find(str s, str needle)
{
    if (needle.len == 0)
        return 0;
    size_t at = 0, last = needle.len - 1;
    __m128i first_char = _mm_set1_epi8(needle.ptr[0]), last_char = _mm_set1_epi8(needle.ptr[last]);
    for (; at + last + 16 <= s.len; at += 16) {
        __m128i firsts = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(s.ptr + at)), first_char),
                lasts = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(s.ptr + at + last)), last_char);
        unsigned places = (unsigned)_mm_movemask_epi8(_mm_and_si128(firsts, lasts));
        for (; places; places &= places - 1) {
            size_t place = at + (size_t)__builtin_ctz(places);
            if (memcmp(s.ptr + place, needle.ptr, needle.len) == 0)
                return place;
        }
    }
    return find_slowly(s, needle, at);
}
#else
size_t str_find(str s, str needle)
{
    return needle.len == 0 ? 0 : find_slowly(s, needle, 0);
}
#endif

bool str_eq_nocase(str a, str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
            return false;
    return true;
}

bool str_starts_nocase(str s, str prefix)
{
    return s.len >= prefix.len && str_eq_nocase(str_to(s, prefix.len), prefix);
}
