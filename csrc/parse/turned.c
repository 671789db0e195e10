/* Headings that were printed in several lines and stand apart: each line is as full as the column's width let
 * it. */
#include "parse/line.h"

/* A width between these, in bytes, and so many lines that turn at it. */
enum { NARROWEST = 14, WIDEST = 42, FEWEST_TURNS = 2, MOST_WORDS = 9 };

static bool may_be_heading(const line *l)
{
    static const int others[] = {LOOK_BYLINE,     LOOK_NAMES_ONLY, LOOK_CREDIT, LOOK_REFER,
                                 LOOK_JUMP,       LOOK_DATE,       LOOK_VOLUME, LOOK_FURNITURE,
                                 LOOK_LIST_ITEM,  LOOK_CONTINUED,  LOOK_CJK,    LOOK_FIGURES,
                                 LOOK_REFER_TAIL, LOOK_SOURCE,     LOOK_LABEL};
    bool ends = LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_QUESTION);
    if (l->n_words == 0 || l->n_words > MOST_WORDS || l->text.len > WIDEST || ends)
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

void lines_look_turned(line *lines, size_t n)
{
    uint16_t turns[WIDEST + 2] = {0};
    size_t best = 0, pairs = 0, from, to;
    for (size_t i = 0; i + 1 < n; i++)
        if (turns_at(&lines[i], &lines[i + 1], &from, &to) && ++pairs)
            for (size_t w = from < NARROWEST ? NARROWEST : from; w < to && w <= WIDEST; w++)
                turns[w] += turns[w] < UINT16_MAX;
    for (size_t w = NARROWEST; w <= WIDEST; w++)
        best = turns[w] > turns[best] ? w : best;
    if (best == 0 || turns[best] < FEWEST_TURNS || turns[best] * 5u < pairs * 2)
        return;
    for (size_t i = 0; i + 1 < n; i++) {
        if (!turns_at(&lines[i], &lines[i + 1], &from, &to) || best < from || best >= to ||
            lines[i + 1].text.len > best)
            continue;
        line_set_look(&lines[i], LOOK_TURNS);
        line_set_look(&lines[i + 1], LOOK_TURNED);
    }
}
