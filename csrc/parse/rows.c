/* What stands among the stories in rows: scores, rates; facts in a box. */
#include "base/ascii.h"
#include "parse/line.h"
#include "parse/token.h"

/* How many figures a row has, which begins with a name and ends in a figure or brackets; 0 for no row. */
static size_t figures_of_row(const line *l)
{
    enum { MOST_WORDS = 10 };
    static const int others[] = {LOOK_REFER,  LOOK_REFER_TAIL, LOOK_JUMP,      LOOK_DATE,
                                 LOOK_VOLUME, LOOK_RUNNING,    LOOK_FURNITURE, LOOK_STARTS_LOWER};
    size_t at = 0, n = 0, figures = 0;
    bool last = false;
    str token;
    if (l->n_words < 2 || l->n_words > MOST_WORDS || l->heading || LOOKS(l, LOOK_ENDS_SENTENCE))
        return 0;
    if (line_looks_any(l, others, sizeof others / sizeof *others))
        return 0;
    if (str_find(l->text, STR(" | ")) < l->text.len)
        return 1;
    while (token_next(l->text, &at, &token)) {
        bool figure = false;
        for (size_t i = 0; i < token.len; i++)
            figure |= ascii_is_digit(token.ptr[i]);
        if (n++ == 0 && (figure || !ascii_is_upper(token.ptr[0])))
            return 0;
        figures += figure;
        last = figure || token.ptr[token.len - 1] == ')';
    }
    return last ? figures : 0;
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
    enum { FEWEST = 3, FEWEST_FIGURES = 4, MOST_TITLES = 2 };
    for (size_t i = 0; i < n;) {
        size_t end = i, figures = 0, more;
        for (; end < n && (end == i || lines[end].blanks_before == 0) && (more = figures_of_row(&lines[end]));
             end++)
            figures += more;
        bool table = end - i >= FEWEST || (end - i + 1 == FEWEST && figures >= FEWEST_FIGURES);
        for (size_t k = i; table && k < end; k++)
            line_set_look(&lines[k], LOOK_ROW);
        for (size_t k = i; table && k > 0 && i - k < MOST_TITLES && lines[k].blanks_before == 0; k--)
            if (may_be_title(&lines[k - 1]))
                line_set_look(&lines[k - 1], LOOK_ROW);
        i = end > i ? end : i + 1;
    }
}

/* A fact by itself: one short sentence, no result or list. */
static bool is_fact(const line *l)
{
    enum { FEWEST_WORDS = 4, MOST_WORDS = 20 };
    static const int others[] = {LOOK_STARTS_LOWER, LOOK_STARTS_QUOTE, LOOK_SENTENCES, LOOK_CREDIT,
                                 LOOK_JUMP_TAIL,    LOOK_SPEAKER,      LOOK_CONTINUED, LOOK_LEAD,
                                 LOOK_BOLD,         LOOK_FURNITURE,    LOOK_REFER_TAIL};
    return l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS && l->heading == 0 &&
           str_find(l->text, STR(": ")) == l->text.len &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

static bool may_head_box(const line *l)
{
    enum { MOST_WORDS = 5 };
    return l->n_words <= MOST_WORDS && l->heading == 0 && (LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_ALL_CAPS)) &&
           !LOOKS(l, LOOK_BYLINE) && !LOOKS(l, LOOK_STARTS_LOWER);
}

/* "DID YOU KNOW?" and facts that stand close below, where the page's paragraphs do not. */
void lines_look_for_boxes(line *lines, size_t n)
{
    enum { FEWEST = 2 };
    size_t tight = 0;
    for (size_t i = 1; i < n; i++)
        tight += lines[i].blanks_before == 0;
    if (tight * 2 >= n)
        return;
    for (size_t i = 0; i + FEWEST < n; i++) {
        size_t end = i + 1;
        if (!may_head_box(&lines[i]) || (i > 0 && lines[i].blanks_before == 0))
            continue;
        while (end < n && lines[end].blanks_before == 0 && is_fact(&lines[end]) &&
               LOOKS(&lines[end], LOOK_ENDS_SENTENCE))
            end++;
        bool box = end - i > FEWEST && (end == n || lines[end].blanks_before > 0);
        for (size_t k = i; box && k < end; k++)
            line_set_look(&lines[k], LOOK_BOXED);
    }
}
