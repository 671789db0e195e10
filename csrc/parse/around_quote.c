/* Quotations that are set apart from the text. */
#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/line.h"

/* Length of the quote mark that the text begins or ends with; 0 for none. */
static size_t mark_len(str s, bool at_end)
{
    static const char *const marks[] = {"'",           "\"", "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c",
                                        "\xe2\x80\x9d"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (at_end ? str_ends(s, str_of(marks[i])) : str_starts(s, str_of(marks[i])))
            return strlen(marks[i]);
    return 0;
}

/* The longest piece without apostrophes, which engines write in two ways, of a line that is all in quotes;
 * its first letter off, which may be a capital here alone. */
static str telling_words(const line *l)
{
    str s = l->text, best = STR("");
    size_t open = mark_len(s, false), close = mark_len(s, true), from = open + 1;
    if (!open || !close || open + close >= s.len || ascii_is_lower(s.ptr[open]))
        return best;
    s = str_to(s, s.len - close);
    /* "That is so," goes on behind it. */
    if (s.len && s.ptr[s.len - 1] == ',')
        return best;
    /* "Once," she said, "and never again" has its speaker inside. */
    str inside = str_from(s, open);
    if (memchr(inside.ptr, '"', inside.len) || str_find(s, STR("\xe2\x80\x9d")) < s.len)
        return best;
    while (s.len && strchr(".,!?", s.ptr[s.len - 1]))
        s.len--;
    for (size_t i = from; i <= s.len; i++) {
        size_t mark = i < s.len ? mark_len(str_from(s, i), false) : 1;
        if (!mark)
            continue;
        if (i - from > best.len)
            best = (str){s.ptr + from, i - from};
        from = i + mark;
        i = from - 1;
    }
    return best;
}

/* A short line in quotes whose words a paragraph of the page has, too. */
static void look_for_words_printed_twice(line *lines, size_t n)
{
    enum { LEAST_WORDS = 6, LEAST_IN_HEADING = 7, MOST_WORDS = 25, LEAST_BYTES = 18, MOST_LINES = 16 };
    size_t looked_for = 0;
    for (size_t i = 0; i < n && looked_for < MOST_LINES; i++) {
        str words = STR("");
        size_t least = lines[i].heading ? LEAST_IN_HEADING : LEAST_WORDS;
        if (lines[i].n_words >= least && lines[i].n_words <= MOST_WORDS)
            words = telling_words(&lines[i]);
        looked_for += words.len >= LEAST_BYTES;
        for (size_t k = 0; words.len >= LEAST_BYTES && k < n; k++)
            if (k != i && lines[k].text.len > lines[i].text.len && line_is_text(&lines[k]) &&
                str_find(lines[k].text, words) < lines[k].text.len)
                line_set_look(&lines[i], LOOK_PULL_QUOTE);
    }
}

/* "Capt. Jane Doe" close under a quotation that stands in a text, or a plain name below it. */
static bool is_speaker_of_text(const line *lines, size_t i)
{
    enum { MOST_WORDS = 6 };
    const line *l = &lines[i];
    bool name = LOOKS(l, LOOK_NAMES_PLAIN) || LOOKS(l, LOOK_NAMES_ONLY),
         close = l->blanks_before == 0 && (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS));
    return i > 1 && (name || close) && l->n_words <= MOST_WORDS && !l->heading &&
           !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_BYLINE) && !l[-1].heading &&
           mark_len(l[-1].text, false) && line_is_text(&lines[i - 2]);
}

/* In quotes as a whole and without a full stop, which spoken words of a text would have: two sentences; or
 * one that is bold, and longer than crossheads are, where headings are marked otherwise. */
static void look_for_unstopped_quotes(line *lines, size_t n)
{
    enum { LEAST_WORDS = 5, LEAST_IN_ONE = 8, MOST_WORDS = 30, FEWEST_HEADINGS = 2 };
    size_t headings = 0;
    for (size_t i = 0; i < n; i++)
        headings += lines[i].heading > 0;
    for (size_t i = 1; i + 1 < n; i++) {
        const line *l = &lines[i];
        bool whole = !l->heading && !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_TITLE_CASE) &&
                     l->n_words >= LEAST_WORDS && l->n_words <= MOST_WORDS && telling_words(l).len;
        bool large = (LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_ITALIC)) && l->n_words >= LEAST_IN_ONE &&
                     headings >= FEWEST_HEADINGS;
        if (!whole || !(LOOKS(l, LOOK_SENTENCES) || large) || !line_is_text(l - 1))
            continue;
        const line *below = l + 1 + (i + 2 < n && is_speaker_of_text(lines, i + 1));
        line_set_look_if(&lines[i], LOOK_PULL_QUOTE,
                         (line_is_text(below) && !LOOKS(below, LOOK_BYLINE)) || below->heading);
    }
}

/* "Jane Doe, teacher on the island", "JANE DOE, president" */
static bool is_speaker(const line *l)
{
    enum { MOST_WORDS = 9 };
    size_t comma = str_find(l->text, STR(","));
    return l->n_words <= MOST_WORDS && comma < l->text.len && !LOOKS(l, LOOK_ENDS_SENTENCE) &&
           byline_may_be_person(byline_bare(str_to(l->text, comma)));
}

/* Under a quotation that is set apart its speaker stands, and what he is. */
static void look_under_pull_quotes(line *lines, size_t n)
{
    enum { MOST_WORDS = 7 };
    for (size_t i = 0; i + 1 < n; i++) {
        line *below = &lines[i + 1];
        bool dash =
            str_starts(below->text, STR("\xe2\x80\x94")) || str_starts(below->text, STR("\xe2\x80\x93"));
        bool close =
            LOOKS(&lines[i], LOOK_ALL_CAPS) && below->blanks_before == 0 && !LOOKS(below, LOOK_ENDS_SENTENCE);
        if (!LOOKS(&lines[i], LOOK_PULL_QUOTE) || below->heading || LOOKS(below, LOOK_BYLINE))
            continue;
        bool shouted = LOOKS(below, LOOK_ALL_CAPS) && LOOKS(&lines[i], LOOK_STARTS_QUOTE);
        if ((below->n_words <= MOST_WORDS && (dash || close || shouted)) || is_speaker(below) ||
            is_speaker_of_text(lines, i + 1))
            line_set_look(below, LOOK_PULL_QUOTE);
    }
}

/* "## 'Port may borrow a third'" over its writer: a headline is quoted, too. */
static void look_over_writers(line *lines, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++)
        if (lines[i].heading && !lines[i + 1].heading &&
            (LOOKS(&lines[i + 1], LOOK_BYLINE) || LOOKS(&lines[i + 1], LOOK_NAMES_ONLY) ||
             LOOKS(&lines[i + 1], LOOK_ROLE)))
            line_clear_look(&lines[i], LOOK_PULL_QUOTE);
}

/* "The thing about old bells": a column's last line opens a quotation that goes on elsewhere; of a headline's
 * the next line would close it. */
static void look_for_open_quotes(line *lines, size_t n)
{
    enum { MOST_WORDS = 14 };
    static const int others[] = {LOOK_BOLD, LOOK_ENDS_SENTENCE, LOOK_BEFORE_BYLINE, LOOK_ALL_CAPS};
    for (size_t i = 1; i + 1 < n; i++) {
        const line *l = &lines[i], *below = l + 1;
        if (!LOOKS(l, LOOK_STARTS_QUOTE) || l->heading || l->n_words > MOST_WORDS ||
            line_looks_any(l, others, sizeof others / sizeof *others) || !line_is_text(l - 1))
            continue;
        str inside = str_from(l->text, 1);
        bool open =
            !memchr(inside.ptr, '"', inside.len) && str_find(inside, STR("\xe2\x80\x9d")) == inside.len;
        bool anew = below->heading || LOOKS(below, LOOK_BEFORE_BYLINE);
        line_set_look_if(&lines[i], LOOK_PARTED,
                         open && anew && !memchr(below->text.ptr, '"', below->text.len) &&
                             str_find(below->text, STR("\xe2\x80\x9d")) == below->text.len);
    }
}

/* "QUOTE", "They said it": over somebody's words and his name, which make a box. */
static bool is_quotes_label(const line *l)
{
    enum { MOST_WORDS = 4 };
    static const char *const names[] = {"quote",
                                        "quotes",
                                        "in quotes",
                                        "quote of the day",
                                        "quotable",
                                        "quotable quote",
                                        "quotable quotes",
                                        "quote of the week",
                                        "they said it",
                                        "quote unquote",
                                        "quote, unquote",
                                        "quote/unquote",
                                        "thought for today",
                                        "thought for the day",
                                        "thought of the day"};
    for (size_t i = 0; l->n_words <= MOST_WORDS && i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(l->text, str_of(names[i])))
            return true;
    return false;
}

/* Behind somebody's words: his name, in capitals, italics or behind a dash. */
static bool is_under_quote(const line *l)
{
    enum { MOST_WORDS = 9 };
    bool set = LOOKS(l, LOOK_ALL_CAPS) || LOOKS(l, LOOK_ITALIC) || LOOKS(l, LOOK_BOLD) ||
               LOOKS(l, LOOK_NAMES_PLAIN) || LOOKS(l, LOOK_NAMES_ONLY) ||
               str_starts(l->text, STR("\xe2\x80\x94")) || str_starts(l->text, STR("\xe2\x80\x93")) ||
               str_starts(l->text, STR("-"));
    return set && l->n_words <= MOST_WORDS && !l->heading && !LOOKS(l, LOOK_ENDS_SENTENCE);
}

static void look_for_quote_boxes(line *lines, size_t n)
{
    enum { MOST_WORDS = 45, MOST_UNDER = 2 };
    for (size_t i = 0; i + 2 < n; i++) {
        if (!is_quotes_label(&lines[i]) || lines[i + 1].n_words > MOST_WORDS || lines[i + 1].heading ||
            !is_under_quote(&lines[i + 2]))
            continue;
        size_t end = i + 2;
        while (end < n && end < i + 2 + MOST_UNDER && is_under_quote(&lines[end]))
            end++;
        for (size_t k = i; k < end; k++)
            line_set_look(&lines[k], LOOK_BOXED);
    }
}

void lines_look_for_pull_quotes(line *lines, size_t n)
{
    look_for_words_printed_twice(lines, n);
    look_for_unstopped_quotes(lines, n);
    look_over_writers(lines, n);
    look_under_pull_quotes(lines, n);
    look_for_open_quotes(lines, n);
    look_for_quote_boxes(lines, n);
}
