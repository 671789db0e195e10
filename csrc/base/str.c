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

bool str_same_nocase(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

enum { CASE = 0x20, BLOCK = 16 };

/* What is looked for; in any case where `fold` is CASE, else 0. */
typedef struct sought {
    str text;
    char fold;
} sought;

static bool stands_at(const char *at, const sought *w)
{
    return w->fold ? str_same_nocase(at, w->text.ptr, w->text.len)
                   : memcmp(at, w->text.ptr, w->text.len) == 0;
}

#ifdef __SSE2__
typedef __m128i sixteen;

static sixteen sixteen_of(char c)
{
    return _mm_set1_epi8(c);
}

/* Which of sixteen characters are this one but for the bits of `fold`, a bit each. */
static unsigned places_of(const char *at, sixteen wanted, sixteen fold)
{
    __m128i bytes = _mm_or_si128(_mm_loadu_si128((const __m128i *)at), fold);
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted));
}
#else
typedef char sixteen;

static sixteen sixteen_of(char c)
{
    return c;
}

static unsigned places_of(const char *at, sixteen wanted, sixteen fold)
{
    unsigned places = 0;
    for (int i = 0; i < BLOCK; i++)
        places |= (unsigned)((char)(at[i] | fold) == wanted) << i;
    return places;
}
#endif

/* Where the text stands, which is longer than those that a block has room for beside it. */
static size_t find_long(str s, const sought *w)
{
    for (size_t at = 0; at + w->text.len <= s.len; at++)
        if (stands_at(s.ptr + at, w))
            return at;
    return s.len;
}

/* Looks at sixteen places at once for an early and the last character: few places have both.  (The first is a
 * blank in many texts, as in all others; or it is a mark, and a blank the second.) */
static inline size_t find(str s, sought w)
{
    if (w.text.len == 0 || s.len < w.text.len)
        return w.text.len ? s.len : 0;
    size_t last = w.text.len - 1, early = last > 1, end = s.len - last;
    early += early + 1 < last && w.text.ptr[early] == ' ';
    const char *text = s.ptr;
    char room[2 * BLOCK];
    if (end < BLOCK && last >= BLOCK)
        return find_long(s, &w);
    if (end < BLOCK)
        text = memcpy(memset(room, 0, sizeof room), s.ptr, s.len);
    sixteen fold = sixteen_of(w.fold), earlies = sixteen_of((char)(w.text.ptr[early] | w.fold)),
            lasts = sixteen_of((char)(w.text.ptr[last] | w.fold));
    for (size_t at = 0; at < end; at += BLOCK) {
        /* The last block overlaps the one before. */
        size_t from = at + BLOCK <= end || text == room ? at : end - BLOCK;
        unsigned places =
            places_of(text + from + early, earlies, fold) & places_of(text + from + last, lasts, fold);
        for (; places; places &= places - 1) {
            size_t place = from + (size_t)__builtin_ctz(places);
            if (place < end && stands_at(text + place, &w))
                return place;
        }
    }
    return s.len;
}

size_t str_find(str s, str needle)
{
    if (needle.len == 1) {
        const char *hit = s.len ? memchr(s.ptr, needle.ptr[0], s.len) : NULL;
        return hit ? (size_t)(hit - s.ptr) : s.len;
    }
    return find(s, (sought){needle, 0});
}

size_t str_find_nocase(str s, str needle)
{
    return find(s, (sought){needle, CASE});
}
