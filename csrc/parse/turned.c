/* Headings that were printed in several lines and stand apart: each line is as full as the column's width let
 * it. */
#include "parse/line.h"

/* A width between these, in bytes, and so many lines that turn at it. */
enum { NARROWEST = 14, WIDEST = 42, FEWEST_TURNS = 2, MOST_WORDS = 9 };

static bool may_be_heading(const line *l)
{
    static const int others[] = {LOOK_BYLINE, LOOK_NAMES_ONLY, LOOK_CREDIT,    LOOK_REFER,     LOOK_JUMP,
                                 LOOK_DATE,   LOOK_VOLUME,     LOOK_FURNITURE, LOOK_LIST_ITEM, LOOK_CONTINUED,
                                 LOOK_CJK,    LOOK_REFER_TAIL, LOOK_SOURCE,    LOOK_LABEL};
    bool ends = LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_QUESTION);
    if (l->n_words == 0 || l->n_words > MOST_WORDS || l->text.len > WIDEST || ends ||
        (LOOKS(l, LOOK_FIGURES) && l->n_words < 4))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (LOOKS(l, others[i]))
            return false;
    return true;
}

/* The widths at which the first of two lines turns: from its own length to less than with the next line's
 * word. */
static bool turns_at(const line *l, const line *next, size_t *from, size_t *to)
{
    bool both = may_be_heading(l) && may_be_heading(next) && (l->heading > 0) == (next->heading > 0) &&
                LOOKS(l, LOOK_ALL_CAPS) == LOOKS(next, LOOK_ALL_CAPS) && next->blanks_before <= 1;
    *from = l->text.len;
    *to = l->text.len + 1 + str_find(next->text, STR(" "));
    return both && *to > NARROWEST && *from <= WIDEST;
}

/* Under a headline stands text, a byline or a continued line. */
static bool may_follow_headline(const line *l)
{
    return line_is_text(l) || LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_NAMES_PLAIN) ||
           LOOKS(l, LOOK_CONTINUED) || LOOKS(l, LOOK_LABEL) || LOOKS(l, LOOK_ROLE);
}

typedef struct turning {
    uint16_t lines[WIDEST + 2]; /* by width: lines that turn at it */
    size_t pairs;
} turning;

/* Walks up, so that only lines that end above text count: those of lists and graphics do not. */
static turning count_turns(const line *lines, size_t n)
{
    turning t = {.pairs = 0};
    bool heading_below = false;
    for (size_t i = n > 1 ? n - 1 : 0; i-- > 0;) {
        size_t from, to;
        bool ends = i + 2 < n && may_follow_headline(&lines[i + 2]);
        heading_below = turns_at(&lines[i], &lines[i + 1], &from, &to) && (ends || heading_below);
        if (!heading_below)
            continue;
        t.pairs++;
        for (size_t w = from < NARROWEST ? NARROWEST : from; w < to && w <= WIDEST; w++)
            t.lines[w] += t.lines[w] < UINT16_MAX;
    }
    return t;
}

void lines_look_turned(line *lines, size_t n)
{
    turning t = count_turns(lines, n);
    size_t best = 0, from, to;
    for (size_t w = NARROWEST; w <= WIDEST; w++)
        best = t.lines[w] > 0 && t.lines[w] >= t.lines[best] ? w : best;
    if (best == 0 || t.lines[best] < FEWEST_TURNS || t.lines[best] * 5u < t.pairs * 2)
        return;
    for (size_t i = 0; i + 1 < n; i++) {
        if (!turns_at(&lines[i], &lines[i + 1], &from, &to) || best < from || best >= to ||
            lines[i + 1].text.len > best)
            continue;
        line_set_look(&lines[i], LOOK_TURNS);
        line_set_look(&lines[i + 1], LOOK_TURNED);
    }
}
