#include "parse/marker_hint.h"

#include "base/ascii.h"
#include "parse/page_name.h"
#include "parse/token.h"

enum { SHORTEST_GLUED = 6 };

/* Three letters of "page" are there. */
static bool is_like_page(str word)
{
    enum { SHORTEST = 3, LONGEST = 5 };
    const uint32_t letters = 1u << ('p' & 31) | 1u << ('a' & 31) | 1u << ('g' & 31) | 1u << ('e' & 31);
    uint32_t n = 0;
    for (size_t i = 0; i < word.len && word.len >= SHORTEST && word.len <= LONGEST; i++)
        n += letters >> (word.ptr[i] & 31) & 1;
    return n >= 3;
}

static bool is_glued_page(str word)
{
    return (ascii_lower(word.ptr[0]) == 'p' && str_starts_nocase(word, STR("page"))) ||
           (ascii_lower(word.ptr[word.len - 1]) == 'e' && str_ends_nocase(word, STR("page")));
}

/* "p.", "pp", "P3", "p.12", "pA3" */
static bool is_short_page(str word)
{
    enum { LONGEST = 4 };
    return ascii_lower(word.ptr[0]) == 'p' &&
           (word.len <= 2 || (word.len <= LONGEST && (ascii_is_digit(word.ptr[word.len - 1]) ||
                                                      ascii_is_digit(word.ptr[word.len - 2]))));
}

/* A word for "page", damaged, glued to another or with its number, or a page's name that needs none. */
static bool may_be_page(str word, bool like_page)
{
    if (like_page ? edit_distance(word, STR("page"), 1) <= 1
                  : word.len >= SHORTEST_GLUED && is_glued_page(word))
        return true;
    bool capital = ascii_is_upper(word.ptr[0]) || ascii_is_upper(word.ptr[word.len - 1]);
    return is_short_page(word) || (capital && page_name_is_lettered(word));
}

/* "Continued", "Turn", "See" */
static bool goes_on(str word)
{
    char first = ascii_lower(word.ptr[0]);
    return (first == 'c' && str_starts_nocase(word, STR("con"))) ||
           (first == 't' && str_starts_nocase(word, STR("turn"))) ||
           (first == 's' && str_eq_nocase(word, STR("see")));
}

void marker_hint(marker_hints *hints, str word, bool later)
{
    char first = ascii_lower(word.ptr[0]);
    bool like_page = is_like_page(word);
    hints->like_page |= like_page;
    hints->page |= may_be_page(word, like_page);
    hints->name |=
        ascii_is_digit(first) || ascii_is_digit(word.ptr[word.len - 1]) ||
        (later && (first == 'o' || first == 'c' || first == 'f') && word_in(word, " overleaf cover front "));
    hints->goes_on |= goes_on(word);
}

/* A word without digits that hints at a page or at going on. */
static bool may_tell(str word)
{
    return is_like_page(word) || is_short_page(word) || goes_on(word) ||
           (word.len >= SHORTEST_GLUED && is_glued_page(word));
}

bool marker_may_be(str text, const line_word *words, const word_run *run)
{
    marker_hints hints = {0};
    bool hinted = run->seen & CHAR_DIGIT;
    for (size_t i = 0; i < run->n && !hinted; i++)
        hinted = words[i].len && may_tell((str){text.ptr + words[i].at, words[i].len});
    for (size_t i = 0; i < run->n && hinted && !hints.page; i++)
        if (words[i].len)
            marker_hint(&hints, (str){text.ptr + words[i].at, words[i].len}, true);
    return marker_hints_tell(&hints) || (run->seen & SEEN_MARK && memchr(text.ptr, '|', text.len));
}

/* Also what stands behind a mark in a word may be a jump's first word: "end.Continued on". */
static void hint_with_parts(marker_hints *hints, str word)
{
    marker_hint(hints, word, true);
    for (size_t i = 1; i < word.len; i++)
        if (ascii_is_alpha(word.ptr[i]) && !ascii_is_alnum(word.ptr[i - 1]))
            marker_hint(hints, str_from(word, i), true);
}

/* A number or "page". */
static bool has_page(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.ptr[i]) ||
            ((s.ptr[i] | 0x20) == 'p' && str_starts_nocase(str_from(s, i), STR("page"))))
            return true;
    return false;
}

bool marker_may_end(str tail)
{
    enum { LAST_BYTES = 12 };
    if (!has_page(str_from(tail, tail.len > LAST_BYTES ? tail.len - LAST_BYTES : 0)))
        return false;
    marker_hints hints = {0};
    size_t at = 0;
    str token;
    while (!hints.page && token_next(tail, &at, &token)) {
        str word = token_core(token);
        if (word.len)
            hint_with_parts(&hints, word);
    }
    return marker_hints_tell(&hints) || memchr(tail.ptr, '|', tail.len);
}
