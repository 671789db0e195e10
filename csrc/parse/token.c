#include "parse/token.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "parse/word_class.h"

enum { LONGEST_WORD = 32 };

static size_t mark_len_at_start(str s)
{
    if (s.len == 0)
        return 0;
    unsigned char c = (unsigned char)s.ptr[0];
    if (c < 0x80)
        return ascii_is_alnum(s.ptr[0]) ? 0 : 1;
    unsigned char second = s.len >= 2 ? (unsigned char)s.ptr[1] : 0;
    /* Guillemets. */
    if (s.len >= 2 && c == 0xC2 && ((unsigned char)s.ptr[1] == 0xAB || (unsigned char)s.ptr[1] == 0xBB))
        return 2;
    /* Arrows, and black marks of lists. */
    if (s.len >= 3 && c == 0xE2 && ((unsigned char)s.ptr[1] == 0x86 || (unsigned char)s.ptr[1] == 0x96))
        return 3;
    /* Typographic quotes, dashes, bullets and the ellipsis (U+2010 to U+203F), arrows and other signs
     * (U+2190 to U+2BFF). */
    if (s.len >= 3 && c == 0xE2 &&
        ((second == 0x80 && (unsigned char)s.ptr[2] >= 0x90) ||
         (second == 0x86 && (unsigned char)s.ptr[2] >= 0x90) || (second > 0x86 && second <= 0xAF)))
        return 3;
    /* Pictures: U+1F000 and up. */
    if (s.len >= 4 && c == 0xF0 && second == 0x9F)
        return 4;
    /* Guillemets, the middle dot and the like: U+00A0 to U+00BF. */
    if (c == 0xC2 && second >= 0xA0)
        return 2;
    return 0;
}

static size_t mark_len_at_end(str s)
{
    if (s.len == 0)
        return 0;
    unsigned char c = (unsigned char)s.ptr[s.len - 1];
    if (c < 0x80)
        return ascii_is_alnum((char)c) ? 0 : 1;
    if (s.len >= 4 && mark_len_at_start(str_from(s, s.len - 4)) == 4)
        return 4;
    if (s.len >= 3 && mark_len_at_start(str_from(s, s.len - 3)) == 3)
        return 3;
    return s.len >= 2 && mark_len_at_start(str_from(s, s.len - 2)) == 2 ? 2 : 0;
}

str token_without_marks(str token)
{
    size_t n;
    while ((n = mark_len_at_start(token)) > 0)
        token = str_from(token, n);
    while ((n = mark_len_at_end(token)) > 0)
        token.len -= n;
    return token;
}

bool word_in_list(str word, str list)
{
    if (word.len == 0 || word.len > LONGEST_WORD)
        return false;
    char key[LONGEST_WORD + 2];
    key[0] = key[word.len + 1] = ' ';
    memcpy(key + 1, word.ptr, word.len);
    return str_find_nocase(list, (str){key, word.len + 2}) < list.len;
}

static int least(int a, int b, int c)
{
    int m = a < b ? a : b;
    return m < c ? m : c;
}

static bool has_more_bits(uint64_t set, int most)
{
    for (; set && most > 0; most--)
        set &= set - 1;
    return set != 0;
}

/* Each edit makes the lengths differ by one more, and takes one letter at most out of the word. */
static bool surely_farther(str a, str b, int most)
{
    size_t differ = a.len > b.len ? a.len - b.len : b.len - a.len;
    uint64_t in_a = 0, in_b = 0;
    if (differ > (size_t)most)
        return true;
    for (size_t i = 0; i < a.len; i++)
        in_a |= UINT64_C(1) << (ascii_lower(a.ptr[i]) & 63);
    for (size_t i = 0; i < b.len; i++)
        in_b |= UINT64_C(1) << (ascii_lower(b.ptr[i]) & 63);
    return has_more_bits(in_a & ~in_b, most) || has_more_bits(in_b & ~in_a, most);
}

int edit_distance(str a, str b, int most)
{
    if (a.len > LONGEST_WORD || b.len > LONGEST_WORD || surely_farther(a, b, most))
        return most + 1;
    int rows[3][LONGEST_WORD + 1];
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= a.len; i++) {
        int *above = rows[(i - 1) % 3], *row = rows[i % 3], *two_above = rows[(i + 1) % 3];
        char ca = ascii_lower(a.ptr[i - 1]);
        row[0] = (int)i;
        for (size_t j = 1; j <= b.len; j++) {
            char cb = ascii_lower(b.ptr[j - 1]);
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (ca != cb));
            bool swapped =
                i > 1 && j > 1 && ca == ascii_lower(b.ptr[j - 2]) && ascii_lower(a.ptr[i - 2]) == cb;
            if (swapped && two_above[j - 2] + 1 < row[j])
                row[j] = two_above[j - 2] + 1;
        }
    }
    int distance = rows[a.len % 3][b.len];
    return distance > most ? most + 1 : distance;
}

bool word_is_name(str core, bool sentence_start)
{
    return core.len > 1 && ascii_is_upper(core.ptr[0]) && !sentence_start;
}

bool word_tells(str core, bool name)
{
    return word_tells_by(core.len, word_classes(core), name);
}

size_t word_stem_len_of_genitive(str w)
{
    enum { MOST_CUT = 5, LEAST_LETTERS = 4 };
    size_t len = w.len;
    if (len > STEM_LETTERS + MOST_CUT)
        return STEM_LETTERS;
    if (str_ends(w, STR("'s")))
        len -= 2;
    else if (str_ends(w, STR("\xe2\x80\x99s")))
        len -= 4;
    if (len > LEAST_LETTERS && ascii_lower(w.ptr[len - 1]) == 's')
        len--;
    return len < STEM_LETTERS ? len : STEM_LETTERS;
}

uint64_t word_stem_hash(str w)
{
    return hash_folded(str_to(w, word_stem_len(w)));
}
