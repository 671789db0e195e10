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

static bool stands_at(const char *at, str needle)
{
    size_t i = 0;
    while (i < needle.len && at[i] == needle.ptr[i])
        i++;
    return i == needle.len;
}

static size_t find_first_char(str s, str needle)
{
    for (size_t i = 0; i + needle.len <= s.len; i++) {
        const char *hit = memchr(s.ptr + i, needle.ptr[0], s.len - needle.len - i + 1);
        if (!hit)
            break;
        i = (size_t)(hit - s.ptr);
        if (stands_at(hit, needle))
            return i;
    }
    return s.len;
}

#ifdef __SSE2__
enum { BLOCK = 16 };

/* Looks at sixteen places at once for the first and the last character: few places have both.  The last block
 * overlaps the one before. */
static size_t find_both_ends(str s, str needle)
{
    size_t last = needle.len - 1, end = s.len - last;
    const __m128i head = _mm_set1_epi8(needle.ptr[0]), tail = _mm_set1_epi8(needle.ptr[last]);
    for (size_t at = 0; at < end; at += BLOCK) {
        at = at + BLOCK < end ? at : end - BLOCK;
        __m128i heads = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(s.ptr + at)), head),
                tails = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(s.ptr + at + last)), tail);
        unsigned places = (unsigned)_mm_movemask_epi8(_mm_and_si128(heads, tails));
        for (; places; places &= places - 1) {
            size_t place = at + (size_t)__builtin_ctz(places);
            if (stands_at(s.ptr + place, needle))
                return place;
        }
    }
    return s.len;
}
#endif

size_t str_find(str s, str needle)
{
    if (needle.len == 0)
        return 0;
#ifdef __SSE2__
    if (needle.len > 1 && s.len >= BLOCK + needle.len)
        return find_both_ends(s, needle);
#endif
    return find_first_char(s, needle);
}

bool str_same_nocase(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

size_t str_find_nocase(str s, str needle)
{
    size_t at = 0;
    while (at < s.len && !str_starts_nocase(str_from(s, at), needle))
        at++;
    return at;
}
