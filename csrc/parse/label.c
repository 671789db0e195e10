#include "parse/label.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "parse/line.h"

enum { LONGEST_BYTES = 60, FEWEST_BYTES = 3, MOST_WORDS = 6 };
#define LONGEST_PAGE_BYTES ((size_t)256 * 1024)

/* Without Markdown's marks, blanks at both ends, and the mark that some labels end in. */
static str bare(str s)
{
    while (s.len && ascii_is_one_of(s.ptr[0], "#*_`> \t\r"))
        s = str_from(s, 1);
    while (s.len && ascii_is_one_of(s.ptr[s.len - 1], "#*_`:| \t\r"))
        s.len--;
    return s;
}

uint64_t label_key(str text)
{
    enum { MOST_MARKS = 16 };
    if (text.len < FEWEST_BYTES || text.len > LONGEST_BYTES + MOST_MARKS)
        return 0;
    str s = bare(text);
    if (s.len < FEWEST_BYTES || s.len > LONGEST_BYTES || !ascii_is_upper(s.ptr[0]) ||
        ascii_is_one_of(s.ptr[s.len - 1], ".,;:-)"))
        return 0;
    uint64_t hash = 0;
    size_t words = 1;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool blank = c == ' ' || c == '\t';
        if (ascii_is_digit(c) || (words += blank) > MOST_WORDS)
            return 0;
        hash = blank ? hash : hash_mix(hash, (unsigned char)ascii_lower(c));
    }
    return hash ? hash : 1;
}

static int by_value(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return (a > b) - (a < b);
}

static size_t sort_once(uint64_t *keys, size_t n)
{
    size_t kept = 0;
    if (n)
        qsort(keys, n, sizeof *keys, by_value);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || keys[kept - 1] != keys[i])
            keys[kept++] = keys[i];
    return kept;
}

uint64_t *label_keys(arena *mem, str text, size_t *n)
{
    uint64_t *keys = NULL;
    size_t capacity = 0;
    *n = 0;
    for (size_t at = 0; at < text.len && text.len <= LONGEST_PAGE_BYTES;) {
        str rest = str_from(text, at);
        const char *end = memchr(rest.ptr, '\n', rest.len);
        str row = str_to(rest, end ? (size_t)(end - rest.ptr) : rest.len);
        uint64_t key = label_key(row);
        at += row.len + 1;
        if (!key)
            continue;
        keys = arena_grow(mem, keys, *n, &capacity, sizeof *keys);
        keys[(*n)++] = key;
    }
    *n = sort_once(keys, *n);
    return keys;
}

bool label_is_in(const uint64_t *keys, size_t n, uint64_t key)
{
    return n > 0 && bsearch(&key, keys, n, sizeof *keys, by_value) != NULL;
}

void lines_look_for_standing(line *lines, size_t n, const labels *standing)
{
    if (!standing || (standing->n == 0 && !standing->known))
        return;
    /* What a writer is stands on many pages, too. */
    static const int writers[] = {LOOK_ROLE, LOOK_BYLINE, LOOK_NAMES_ONLY};
    for (size_t i = 0; i < n; i++) {
        uint64_t key = label_key(lines[i].raw);
        if (!key || line_looks_any(&lines[i], writers, sizeof writers / sizeof *writers))
            continue;
        bool stands = label_is_in(standing->keys, standing->n, key);
        line_set_look_if(&lines[i], LOOK_STANDING, stands);
        bool lone = !stands && standing->known && !LOOKS(&lines[i], LOOK_LABEL);
        line_set_look_if(&lines[i], LOOK_LONE, lone);
    }
}
