/* Tables without marks: rows of scores and rates. */
#include "base/ascii.h"
#include "parse/line.h"

static bool may_be_row(const line *l)
{
    enum { MOST_WORDS = 8 };
    char last = l->text.len ? l->text.ptr[l->text.len - 1] : 0;
    return l->n_words >= 2 && l->n_words <= MOST_WORDS && !l->heading &&
           (ascii_is_digit(last) || last == '%') && ascii_is_upper(l->text.ptr[0]) && !LOOKS(l, LOOK_REFER) &&
           !LOOKS(l, LOOK_REFER_TAIL) && !LOOKS(l, LOOK_JUMP) && !LOOKS(l, LOOK_DATE) &&
           !LOOKS(l, LOOK_VOLUME) && !LOOKS(l, LOOK_FURNITURE);
}

static bool may_be_title(const line *l)
{
    enum { MOST_WORDS = 7 };
    return l->n_words <= MOST_WORDS && !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_STARTS_LOWER) &&
           !LOOKS(l, LOOK_ENDS_HYPHEN) && !LOOKS(l, LOOK_ENDS_COMMA);
}

/* Scores and rates: rows that stand close, and what stands close above them. */
void lines_look_for_rows(line *lines, size_t n)
{
    enum { FEWEST = 3, MOST_TITLES = 2 };
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && may_be_row(&lines[end]) && (end == i || lines[end].blanks_before == 0))
            end++;
        for (size_t k = i; end - i >= FEWEST && k < end; k++)
            line_set_look(&lines[k], LOOK_ROW);
        for (size_t k = i; end - i >= FEWEST && k > 0 && i - k < MOST_TITLES && lines[k].blanks_before == 0;
             k--)
            if (may_be_title(&lines[k - 1]))
                line_set_look(&lines[k - 1], LOOK_ROW);
        i = end > i ? end : i + 1;
    }
}
