/* What stands among the stories in rows: scores, rates, times, a figure over what it is. */
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
    if (!line_has(l, 0, SEEN_MARK | CHAR_DIGIT) || line_looks_any(l, others, sizeof others / sizeof *others))
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

/* "11 a.m.-The Bishop", "7.30 News": begins with a time of the day. */
static bool begins_with_time(const line *l)
{
    enum { MOST_WORDS = 12, MOST_DIGITS = 2 };
    str s = l->text;
    size_t at = 0, colon;
    if (l->n_words > MOST_WORDS || l->heading || s.len < 4 || !ascii_is_digit(s.ptr[0]))
        return false;
    while (at < s.len && ascii_is_digit(s.ptr[at]))
        at++;
    colon = at;
    bool minutes = at + 2 < s.len && strchr(".:", s.ptr[at]) && ascii_is_digit(s.ptr[at + 1]) &&
                   ascii_is_digit(s.ptr[at + 2]);
    at += minutes ? 3 : 0;
    str rest = str_trim(str_from(s, at));
    bool half = str_starts_nocase(rest, STR("a.m.")) || str_starts_nocase(rest, STR("p.m.")) ||
                str_starts_nocase(rest, STR("am ")) || str_starts_nocase(rest, STR("pm "));
    return colon <= MOST_DIGITS && rest.len > 0 && (half || (minutes && s.ptr[at] == ' '));
}

/* Services, tides, what is on: lines that begin with times, under the names of places or days. */
static void look_for_times(line *lines, size_t n)
{
    enum { FEWEST = 4, MOST_WORDS = 5 };
    for (size_t i = 0; i < n; i++) {
        size_t end = i, times = 0, between = 0;
        for (; end < n && between < 2; end++) {
            bool time = begins_with_time(&lines[end]);
            if (!time && (lines[end].n_words > MOST_WORDS || LOOKS(&lines[end], LOOK_STARTS_LOWER)))
                break;
            times += time;
            between = time ? 0 : between + 1;
        }
        end -= between;
        for (size_t k = i; times >= FEWEST && k < end; k++) {
            line_set_look(&lines[k], LOOK_ROW);
            line_clear_look(&lines[k], LOOK_CREDIT);
        }
        i = times >= FEWEST ? end : i;
    }
}

/* "Clach Utd v Fochabers (3.0)": who meets whom. */
static bool is_fixture(const line *l)
{
    enum { FEWEST_WORDS = 3, MOST_WORDS = 10 };
    if (l->n_words < FEWEST_WORDS || l->n_words > MOST_WORDS || l->heading || LOOKS(l, LOOK_ENDS_SENTENCE) ||
        LOOKS(l, LOOK_STARTS_LOWER))
        return false;
    static const char *const marks[] = {" v ", " v. ", " vs ", " vs. "};
    if (str_find(l->text, STR(" v")) == l->text.len)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = str_find(l->text, str_of(marks[i])), behind = at + str_of(marks[i]).len;
        if (behind < l->text.len && ascii_is_upper(l->text.ptr[behind]))
            return true;
    }
    return false;
}

/* Fixtures, one a line, and what stands close over them. */
static void look_for_fixtures(line *lines, size_t n)
{
    enum { FEWEST = 2, MOST_TITLES = 2 };
    for (size_t i = 0, end; i<n; i = end> i ? end : i + 1) {
        for (end = i; end < n && is_fixture(&lines[end]);)
            end++;
        if (end - i < FEWEST)
            continue;
        for (size_t k = i; k < end; k++)
            line_set_look(&lines[k], LOOK_ROW);
        for (size_t k = i; k > 0 && i - k < MOST_TITLES && lines[k].blanks_before == 0; k--)
            if (may_be_title(&lines[k - 1]))
                line_set_look(&lines[k - 1], LOOK_ROW);
    }
}

/* "Furman 14. South Carolina 7.": how many figures a result has, which may end as sentences do; 0 for what is
 * none. */
static size_t figures_of_result(const line *l)
{
    enum { MOST_WORDS = 9 };
    static const int others[] = {LOOK_REFER,   LOOK_JUMP,      LOOK_DATE,   LOOK_VOLUME,
                                 LOOK_RUNNING, LOOK_FURNITURE, LOOK_BYLINE, LOOK_STARTS_LOWER};
    size_t at = 0, figures = 0, lower = 0;
    bool last = false;
    str token;
    if (l->n_words < 2 || l->n_words > MOST_WORDS || l->heading || !(l->words.seen & CHAR_DIGIT) ||
        line_looks_any(l, others, sizeof others / sizeof *others))
        return 0;
    while (token_next(l->text, &at, &token)) {
        str core = token_core(token);
        lower += core.len && ascii_is_lower(core.ptr[0]);
        last = core.len && ascii_is_digit(core.ptr[0]);
        figures += last;
    }
    return lower == 0 || (lower == 1 && last && figures > 1) ? figures : 0;
}

/* Results that stand close, one a line; here and there a line is broken or a figure lost. */
static void look_for_results(line *lines, size_t n)
{
    enum { FEWEST = 4, FIGURES = 2, MOST_LOST = 2 };
    for (size_t i = 0; i < n;) {
        size_t results = 0, lost = 0, end = i;
        for (size_t k = i; k < n && (k == i || lines[k].blanks_before == 0) && lost <= MOST_LOST; k++) {
            size_t figures = figures_of_result(&lines[k]);
            if (k == i && figures < FIGURES)
                break;
            results += figures >= FIGURES;
            lost = figures >= FIGURES ? 0 : lost + (figures == 0);
            end = lost == 0 ? k + 1 : end;
        }
        for (size_t k = i; results >= FEWEST && k < end; k++)
            line_set_look(&lines[k], LOOK_ROW);
        i = end > i ? end : i + 1;
    }
}

/* "9 million" over "cost of the wall": a graphic's figure, and what it is. */
static void look_for_told_figures(line *lines, size_t n)
{
    enum { MOST_IN_FIGURE = 3, MOST_WORDS = 7 };
    static const int ends[] = {LOOK_ENDS_SENTENCE, LOOK_ENDS_COMMA, LOOK_ENDS_HYPHEN, LOOK_ENDS_MIDWORD};
    for (size_t i = 1; i + 1 < n; i++) {
        line *l = &lines[i], *below = &lines[i + 1];
        bool goes_on = line_is_text(&lines[i - 1]) && !LOOKS(&lines[i - 1], LOOK_ENDS_SENTENCE);
        bool signs = i + 2 < n && (LOOKS(below + 1, LOOK_BYLINE) || LOOKS(below + 1, LOOK_NAMES_PLAIN));
        if (!LOOKS(l, LOOK_FIGURES) || l->n_words > MOST_IN_FIGURE || goes_on || signs ||
            !LOOKS(below, LOOK_STARTS_LOWER) || below->n_words > MOST_WORDS ||
            line_looks_any(below, ends, sizeof ends / sizeof *ends) ||
            (i + 2 < n && LOOKS(&lines[i + 2], LOOK_STARTS_LOWER)))
            continue;
        line_clear_look(l, LOOK_NEXT_LOWER);
        line_clear_look(below, LOOK_STARTS_LOWER);
        line_clear_look(below, LOOK_FINITE);
        line_set_look(below, LOOK_FIGURES);
    }
}

/* Scores and rates: rows that stand close, and what stands close above them. */
void lines_look_for_rows(line *lines, size_t n)
{
    enum { FEWEST = 3, FEWEST_FIGURES = 4, MOST_TITLES = 2 };
    look_for_results(lines, n);
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
    look_for_times(lines, n);
    look_for_fixtures(lines, n);
    look_for_told_figures(lines, n);
}
