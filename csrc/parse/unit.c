/* Printed lines that are one paragraph, caption or heading, looked at as one. */
#include <stdlib.h>

#include "base/buf.h"
#include "parse/line.h"

/* Lines that are something by themselves, however close they stand to others. */
static bool stands_alone(const line *l)
{
    static const int looks[] = {LOOK_BYLINE, LOOK_JUMP,      LOOK_CONTINUED, LOOK_VOLUME, LOOK_REFER,
                                LOOK_CJK,    LOOK_LIST_ITEM, LOOK_SOURCE,    LOOK_BOLD,   LOOK_PAPER};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (LOOKS(l, looks[i]))
            return true;
    return false;
}

/* Two blanks at the end are Markdown's forced line break. */
static bool ends_in_break(const line *l)
{
    return str_ends(l->raw, STR("  "));
}

/* The printed line above is too short to go on: a heading, or a paragraph's end. */
static bool ends_short(const line *above, const line *l, size_t column_bytes)
{
    size_t len = above->text.len * 10;
    if (LOOKS(l, LOOK_STARTS_LOWER) || LOOKS(above, LOOK_ENDS_HYPHEN) || LOOKS(above, LOOK_ENDS_COMMA) ||
        LOOKS(above, LOOK_ENDS_MIDWORD))
        return false;
    return len < column_bytes * (LOOKS(above, LOOK_ENDS_SENTENCE) ? 8 : 6);
}

static bool go_together(const line *above, const line *l, size_t index, size_t column_bytes)
{
    enum { FOLIO_LINES = 12 };
    if (l->blanks_before > 0 || stands_alone(above) || stands_alone(l) || ends_in_break(above))
        return false;
    /* A heading of several lines has the mark on each. */
    if (above->heading || l->heading)
        return above->heading == l->heading;
    if (ends_short(above, l, column_bytes))
        return false;
    bool dated = LOOKS(l, LOOK_DATE) || LOOKS(above, LOOK_DATE);
    bool shorter_label = LOOKS(LOOKS(above, LOOK_ALL_CAPS) ? above : l, LOOK_WORDS_1_3);
    bool label = LOOKS(above, LOOK_ALL_CAPS) != LOOKS(l, LOOK_ALL_CAPS) && shorter_label;
    return !(dated && index < FOLIO_LINES) && !label && !LOOKS(above, LOOK_CREDIT) &&
           !LOOKS(above, LOOK_JUMP_TAIL);
}

static int compare_sizes(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* What blank lines, or their want, tell of a page. */
typedef struct setting {
    size_t
        column_bytes; /* of a printed line, where most lines that stand close are full ones; 0 where few do */
    bool tells;       /* lines that stand close go together */
    bool no_blanks;   /* and hardly any blank line parts what does not */
} setting;

static setting setting_of(arena *mem, const line *lines, size_t n)
{
    enum { FEWEST = 12, MANY = 20, LONGEST_COLUMN = 120 };
    size_t *lengths = arena_array(mem, n, sizeof *lengths), n_tight = 0, n_full = 0;
    for (size_t i = 1; i < n; i++)
        if (lines[i].blanks_before == 0)
            lengths[n_tight++] = lines[i - 1].text.len;
    size_t loose = n - 1 - n_tight;
    if (n_tight < FEWEST)
        return (setting){.tells = loose > 0};
    qsort(lengths, n_tight, sizeof *lengths, compare_sizes);
    size_t longest = lengths[n_tight * 9 / 10];
    for (size_t i = 0; i < n_tight; i++)
        n_full += lengths[i] * 4 >= longest * 3;
    bool blanks = loose > 0 && n_tight / (loose + 1) < 20;
    bool columns = n_tight >= MANY && longest <= LONGEST_COLUMN && n_full * 5 >= n_tight * 3;
    return (setting){lengths[n_tight / 2], blanks || columns, !blanks};
}

static bool is_title(const line *l)
{
    return (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS)) && !LOOKS(l, LOOK_ENDS_SENTENCE);
}

/* Where no blank line parts them: a heading begins behind a whole sentence, and ends where a sentence begins.
 * `title` says that the lines so far may be one. */
static bool heading_parts(const line *above, const line *l, bool title)
{
    if (LOOKS(l, LOOK_STARTS_LOWER) || LOOKS(above, LOOK_ENDS_HYPHEN) || LOOKS(above, LOOK_ENDS_MIDWORD))
        return false;
    bool begins = !title && is_title(l) && LOOKS(above, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_WORDS_1_3);
    return begins || (title && !is_title(l));
}

static line joined(word_list *words, const line *lines, size_t first, size_t last)
{
    if (first == last)
        return lines[first];
    buf b = buf_in(words->mem);
    for (size_t i = first; i <= last; i++) {
        str text = lines[i].text;
        bool broken = i < last && LOOKS(&lines[i], LOOK_ENDS_HYPHEN);
        buf_add(&b, str_to(text, text.len - broken));
        if (i < last && !broken)
            buf_add_char(&b, ' ');
    }
    line l = {.raw = buf_str(&b), .number = lines[first].number, .blanks_before = lines[first].blanks_before};
    words->n = 0;
    line_look_at(&l, words);
    return l;
}

line *units_of(arena *mem, const line *lines, size_t n, size_t *first, size_t *n_units)
{
    line *units = arena_array(mem, n, sizeof *units);
    word_list words = {.mem = mem}; /* of one unit at a time */
    setting s = n ? setting_of(mem, lines, n) : (setting){0};
    size_t n_made = 0;
    for (size_t i = 0; i < n;) {
        size_t last = i;
        bool title = is_title(&lines[i]);
        while (s.tells && last + 1 < n &&
               go_together(&lines[last], &lines[last + 1], last + 1, s.column_bytes) &&
               !(s.no_blanks && heading_parts(&lines[last], &lines[last + 1], title)))
            title &= is_title(&lines[++last]);
        first[n_made] = i;
        units[n_made++] = joined(&words, lines, i, last);
        i = last + 1;
    }
    lines_look_around(mem, units, n_made);
    *n_units = n_made;
    return units;
}
