/* Where lines are printed lines, not paragraphs: what one holds. */
#include <stdlib.h>

#include "parse/column.h"
#include "parse/token.h"

static size_t chars_of(str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

static int compare_sizes(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Printed lines of text: not headings, credits and the like. */
static bool is_text(const line *l)
{
    static const int others[] = {LOOK_ALL_CAPS, LOOK_CREDIT, LOOK_LIST_ITEM, LOOK_BYLINE, LOOK_FURNITURE};
    if (line_looks_any(l, others, sizeof others / sizeof *others))
        return false;
    return l->heading == 0;
}

/* Lengths of the text's lines that another follows closely, sorted. */
static size_t *lengths_of(arena *mem, const line *lines, size_t n_lines, size_t *n, size_t *loose)
{
    size_t *lengths = arena_array(mem, n_lines, sizeof *lengths);
    *n = *loose = 0;
    for (size_t i = 1; i < n_lines; i++) {
        if (lines[i].blanks_before > 0)
            ++*loose;
        else if (is_text(&lines[i]) && is_text(&lines[i - 1]))
            lengths[(*n)++] = chars_of(lines[i - 1].text);
    }
    if (*n)
        qsort(lengths, *n, sizeof *lengths, compare_sizes);
    return lengths;
}

/* What a full line has at least among these: most must be about as long as all but the longest few; else 0.
 */
static size_t least_among(const size_t *lengths, size_t n)
{
    enum { MOST = 16, LONGEST_OF_TEN = 2 };
    size_t sorted[MOST], n_sorted = 0, n_full = 0;
    for (size_t i = 0; i < n && n_sorted < MOST; i++)
        if (lengths[i] > 0)
            sorted[n_sorted++] = lengths[i];
    if (n_sorted < MOST / 2)
        return 0;
    qsort(sorted, n_sorted, sizeof *sorted, compare_sizes);
    size_t full = sorted[n_sorted - 1 - n_sorted * LONGEST_OF_TEN / 10];
    for (size_t i = 0; i < n_sorted; i++)
        n_full += sorted[i] * 4 >= full * 3 && sorted[i] * 5 <= full * 6;
    return n_full * 3 >= n_sorted * 2 ? full * 85 / 100 : 0;
}

/* By line, of a page with columns of several widths: what a full line has at least among its neighbours. */
static size_t *least_by_line(arena *mem, const line *lines, size_t n_lines, size_t least)
{
    enum { REACH = 7 };
    size_t *all = arena_array(mem, n_lines, sizeof *all), *chars = arena_array(mem, n_lines, sizeof *chars);
    for (size_t i = 0; i < n_lines; i++)
        chars[i] = is_text(&lines[i]) ? chars_of(lines[i].text) : 0;
    for (size_t i = 0; i < n_lines; i++) {
        size_t from = i > REACH ? i - REACH : 0, end = i + REACH < n_lines ? i + REACH + 1 : n_lines,
               here = least_among(chars + from, end - from);
        all[i] = here ? here : least;
    }
    return all;
}

/* Most lines in which a sentence goes on are full, or nearly: they break where their column ends. */
static bool is_even(const line *lines, size_t n_lines, const size_t *least_here)
{
    static const int ends[] = {LOOK_ENDS_SENTENCE, LOOK_TITLE_CASE, LOOK_ROW, LOOK_NO_LETTERS, LOOK_SCRAP};
    size_t n = 0, n_full = 0;
    for (size_t i = 1; i < n_lines; i++) {
        const line *above = &lines[i - 1];
        if (lines[i].blanks_before > 0 || !is_text(above) || !is_text(&lines[i]) ||
            line_looks_any(above, ends, sizeof ends / sizeof *ends))
            continue;
        n++;
        n_full += chars_of(above->text) * 10 >= least_here[i - 1] * 9;
    }
    return n_full * 3 >= n * 2;
}

column column_of(arena *mem, const line *lines, size_t n_lines)
{
    enum { FEW = 8, MANY = 20, LONGEST_COLUMN = 90, MOST_CLOSE = 20 };
    size_t n, loose, *lengths = lengths_of(mem, lines, n_lines, &n, &loose);
    bool blanks = loose > 0 && (n_lines - 1 - loose) / (loose + 1) < MOST_CLOSE;
    if (n == 0)
        return (column){.lines_join = blanks};
    size_t longest = lengths[n * 95 / 100], short_ones = 0;
    while (lengths[short_ones] * 4 < longest * 3)
        short_ones++;
    size_t n_full = n - short_ones;
    size_t least = n < FEW ? longest * 8 / 10 : lengths[short_ones + n_full / 5], *least_here = NULL;
    bool wrapped = n >= MANY && longest <= LONGEST_COLUMN, even = wrapped && n_full * 3 >= n * 2;
    if (wrapped && !even)
        least_here = least_by_line(mem, lines, n_lines, least);
    even = even || (wrapped && is_even(lines, n_lines, least_here));
    return (column){.tight_tells = loose > 0 || even,
                    .lines_join = blanks || even,
                    .no_blanks = !blanks,
                    .least_chars = least,
                    .usual_chars = least && !least_here ? lengths[n * 90 / 100] : 0,
                    .lines = lines,
                    .least_here = least_here};
}

/* What the line above would have, at least, with l's first word. */
static size_t chars_with_first(const line *above, const line *l)
{
    /* A longer word would have been broken. */
    enum { LEAST_PART = 6 };
    str token = STR("");
    size_t at = 0;
    token_next(l->text, &at, &token);
    return chars_of(above->text) + 1 + (chars_of(token) < LEAST_PART ? chars_of(token) : LEAST_PART);
}

bool column_has_room(const column *c, const line *above, const line *l)
{
    return chars_with_first(above, l) <= (c->least_here ? c->least_here[above - c->lines] : c->least_chars);
}

bool column_has_room_behind_stop(const column *c, const line *above, const line *l)
{
    size_t least = c->least_here ? c->least_here[above - c->lines] * 106 / 100 : c->usual_chars * 90 / 100;
    return chars_with_first(above, l) <= least;
}
