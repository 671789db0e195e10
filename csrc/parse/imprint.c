/* The box that says who makes the paper: a row for each, with what he does. */
#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/line.h"
#include "parse/token.h"

/* Names of persons, or one, with their ranks. */
static bool may_be_staff(str part)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 12 };
    size_t at = 0, n = 0;
    str token;
    while (token_next(part, &at, &token)) {
        str word = token_core(token);
        if (word.len == 0)
            continue;
        if (!ascii_is_upper(word.ptr[0]) && !word_in(word, " and de van von der da la & "))
            return false;
        n++;
    }
    return n >= FEWEST_WORDS && n <= MOST_WORDS && !byline_is_office(part);
}

/* "Founded by Ada Quill, 1951", "Published from Lahore" */
static bool tells_founder(const line *l)
{
    enum { MOST_WORDS = 8 };
    static const char *const openings[] = {"founded ", "established ", "published ", "printed "};
    bool may = l->n_words <= MOST_WORDS && l->text.len && ascii_is_one_of(l->text.ptr[0], "EFPefp");
    for (size_t i = 0; may && i < sizeof openings / sizeof *openings; i++)
        if (str_starts_nocase(l->text, str_of(openings[i])))
            return !LOOKS(l, LOOK_ENDS_SENTENCE);
    return false;
}

/* How many rows are printed in one line: "Publisher: Ann Dee | Editor: Lou Marsh"; 0 where one is none. */
static size_t rows_in_line(str s)
{
    str mark = STR(" | ");
    size_t n = 0;
    for (size_t bar; s.len > 0; s = str_from(s, bar + mark.len), n++) {
        bar = str_find(s, mark);
        str row = str_to(s, bar);
        size_t colon = str_find(row, STR(":"));
        if (colon == row.len || !byline_is_office(byline_bare(str_to(row, colon))) ||
            !may_be_staff(byline_bare(str_from(row, colon + 1))))
            return 0;
    }
    return n;
}

/* "Editor: Sharon Quigley", "JAMES HOLLOWELL, *Publisher*", "Ann Dee | Sports Editor". */
static bool is_row(const line *l)
{
    enum { MOST_WORDS = 14 };
    static const char *const marks[] = {":", ", ", " | ", " \xe2\x80\x94 ", " - ", "...."};
    if (!line_has(l, WORD_OFFICE, 0) || l->n_words < 3 || l->n_words > MOST_WORDS ||
        l->words.seen & CHAR_DIGIT || LOOKS(l, LOOK_STARTS_LOWER) || LOOKS(l, LOOK_STARTS_QUOTE))
        return false;
    if (rows_in_line(l->text) > 1)
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        str mark = str_of(marks[i]);
        size_t at = str_find(l->text, mark);
        if (at == l->text.len)
            continue;
        str one = byline_bare(str_to(l->text, at)), other = byline_bare(str_from(l->text, at + mark.len));
        return (byline_is_office(one) && may_be_staff(other)) ||
               (may_be_staff(one) && byline_is_office(other));
    }
    return false;
}

/* What stands among the rows, or over them: the paper's title, "Founded 1871". */
static bool may_stand_with(const line *l)
{
    enum { MOST_WORDS = 5, MOST_IN_CAPITALS = 8 };
    size_t most = LOOKS(l, LOOK_ALL_CAPS) ? MOST_IN_CAPITALS : MOST_WORDS;
    return l->n_words <= most && !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_STARTS_LOWER) &&
           !LOOKS(l, LOOK_BYLINE) && !LOOKS(l, LOOK_LABEL);
}

/* A run of rows; where an office has a line of its own, its holders have one, too. */
typedef struct imprint {
    size_t end;
    size_t rows, offices, holders;
    size_t midway; /* lines that break off as prose does: "Foreign Secretary, Mr Foley. Chancellor of the" */
} imprint;

static imprint imprint_from(const line *lines, size_t n, size_t first)
{
    enum { MOST_WORDS = 6 };
    imprint m = {.end = first};
    for (size_t i = first; i < n && i <= m.end + 1; i++) {
        const line *l = &lines[i];
        bool plain = l->n_words <= MOST_WORDS && !(l->words.seen & CHAR_DIGIT) &&
                     !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_STARTS_LOWER);
        bool row = is_row(l) || tells_founder(l), office = !row && plain && line_has(l, WORD_OFFICE, 0),
             holder = !row && !office && plain && byline_is_person(byline_bare(l->text));
        if (!row && !office && !holder && !may_stand_with(l))
            break;
        m.rows += row + (row && rows_in_line(l->text) > 1);
        m.offices += office;
        m.midway += LOOKS(l, LOOK_ENDS_MIDWORD) || LOOKS(l, LOOK_ENDS_HYPHEN);
        m.holders += holder;
        m.end = row || office || holder ? i + 1 : m.end;
    }
    return m;
}

static bool may_begin(const line *l)
{
    enum { MOST_WORDS = 5 };
    return is_row(l) || tells_founder(l) ||
           (l->n_words <= MOST_WORDS && line_has(l, WORD_OFFICE, 0) && !LOOKS(l, LOOK_STARTS_LOWER));
}

/* "Page editor: Ann Dee" by itself, at the page's foot. */
static bool stands_alone(const line *lines, size_t n, size_t i)
{
    enum { FOOT_LINES = 4 };
    return i + FOOT_LINES >= n && is_row(&lines[i]) && !LOOKS(&lines[i], LOOK_BYLINE) &&
           memchr(lines[i].text.ptr, ':', lines[i].text.len);
}

void lines_look_for_imprint(line *lines, size_t n)
{
    enum { FEWEST = 3, MOST_ABOVE = 2, MIDWAY_IN = 4 };
    for (size_t i = 0; i < n; i++) {
        if (!may_begin(&lines[i]))
            continue;
        imprint m = imprint_from(lines, n, i);
        size_t pairs = m.rows + (m.offices < m.holders ? m.offices : m.holders), first = i;
        while (first > 0 && i - first < MOST_ABOVE && lines[first].blanks_before == 0 &&
               may_stand_with(&lines[first - 1]))
            first--;
        bool told = pairs >= FEWEST || (pairs == 1 && m.end == i + 1 && stands_alone(lines, n, i));
        told = told && m.midway * MIDWAY_IN < m.end - i;
        for (size_t k = pairs < FEWEST ? i : first; told && k < m.end; k++) {
            line_set_look(&lines[k], LOOK_ADVERT);
            line_set_look(&lines[k], LOOK_FURNITURE);
            line_clear_look(&lines[k], LOOK_BYLINE);
            line_clear_look(&lines[k], LOOK_SPEAKER);
        }
        i = m.end > i ? m.end - 1 : i;
    }
}
