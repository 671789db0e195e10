/* Most lines are no marker, and their words tell it before any form is tried. */
#include "parse/marker.h"

/* A key's first letters. */
#define KEY2(a, b) ((uint32_t)(a) | (uint32_t)(b) << 8)
#define KEY4(a, b, c, d) (KEY2(a, b) | KEY2(c, d) << 16)

/* The word is "page", glued to another or damaged, a "p", or anything that may pass for one. */
static bool may_be_page(str text, const line_word *word)
{
    enum { SHORTEST_GLUED = 6, LEAST_LETTERS = 3 };
    static const uint32_t of_page =
        1u << ('p' & 31) | 1u << ('a' & 31) | 1u << ('g' & 31) | 1u << ('e' & 31) | 1u;
    if (word->len <= 3 && (char)word->key == 'p')
        return true;
    if (word->len >= SHORTEST_GLUED)
        return (uint32_t)word->key == KEY4('p', 'a', 'g', 'e') ||
               str_eq_nocase((str){text.ptr + word->at + word->len - 4, 4}, STR("page"));
    unsigned n = 0;
    for (unsigned i = 0; i < word->len; i++)
        n += of_page >> (word->key >> 8 * i & 31) & 1;
    return n >= LEAST_LETTERS;
}

/* "continued", "turn" */
static bool may_go_on(const line_word *word)
{
    return (word->key & 0xFFFFFF) == (KEY4('c', 'o', 'n', 0)) ||
           (uint32_t)word->key == KEY4('t', 'u', 'r', 'n');
}

bool marker_may_be_in(str text, const word_run *run, const line_word *words)
{
    bool goes_on = false;
    for (uint32_t i = 0; i < run->n; i++) {
        if (may_be_page(text, &words[i]))
            return true;
        goes_on |= may_go_on(&words[i]);
    }
    return (goes_on && run->seen & CHAR_DIGIT) || memchr(text.ptr, '|', text.len);
}

bool marker_may_end(str text, const word_run *run, const line_word *words)
{
    enum { LAST_WORDS = 5, LAST_BYTES = 70 };
    unsigned seen = 0;
    for (uint32_t i = run->n; i-- > 0 && seen < LAST_WORDS;) {
        uint32_t letters = (uint32_t)words[i].key;
        if (may_be_page(text, &words[i]) || letters == KEY2('o', 'n') || letters == KEY2('t', 'o'))
            return true;
        seen += words[i].len > 0;
    }
    str tail = str_from(text, text.len > LAST_BYTES ? text.len - LAST_BYTES : 0);
    return memchr(tail.ptr, '|', tail.len) != NULL;
}
