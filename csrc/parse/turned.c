/* Headings that were printed in several lines and stand apart: each line is as full as the column's width let
 * it. */
#include "base/ascii.h"
#include "parse/line.h"
#include "parse/token.h"

/* A width between these, in bytes, and so many lines that turn at it. */
enum {
    NARROWEST = 14,
    WIDEST = 42,
    FEWEST_TURNS = 2,
    FEWEST_BEFORE_LABELS = 4,
    MOST_LABEL_WORDS = 2,
    MOST_WORDS = 9,
    MOST_TURNS = 5,
    LEAST_HEADLINE_WORDS = 4
};

static bool is_other(const line *l)
{
    static const int others[] = {LOOK_BYLINE,    LOOK_NAMES_ONLY, LOOK_CREDIT, LOOK_REFER,
                                 LOOK_JUMP,      LOOK_DATE,       LOOK_VOLUME, LOOK_FURNITURE,
                                 LOOK_LIST_ITEM, LOOK_CONTINUED,  LOOK_CJK,    LOOK_REFER_TAIL,
                                 LOOK_SOURCE,    LOOK_NEAR_REFER, LOOK_PAPER};
    if (line_looks_any(l, others, sizeof others / sizeof *others))
        return true;
    return l->n_words == 0 || (LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_QUESTION)) ||
           (LOOKS(l, LOOK_FIGURES) && l->n_words < 4);
}

static bool may_be_heading(const line *l)
{
    return !is_other(l) && !LOOKS(l, LOOK_LABEL) && !LOOKS(l, LOOK_STANDING) && l->n_words <= MOST_WORDS &&
           l->text.len <= WIDEST;
}

/* The widths at which the first of two lines turns: from its own length to less than with the next line's
 * word. */
static bool turns_at(const line *l, const line *next, size_t *from, size_t *to)
{
    bool both = !LOOKS(l, LOOK_APART) && !LOOKS(next, LOOK_APART) && may_be_heading(l) &&
                may_be_heading(next) && (l->heading > 0) == (next->heading > 0) &&
                LOOKS(l, LOOK_ALL_CAPS) == LOOKS(next, LOOK_ALL_CAPS) && next->blanks_before <= 1;
    if (!both)
        return false;
    *from = l->text.len;
    *to = l->text.len + 1 + str_find(next->text, STR(" "));
    return *to > NARROWEST && *from <= WIDEST;
}

/* Under a headline stands text, a byline or a continued line. */
static bool may_follow_headline(const line *l)
{
    return line_is_text(l) || LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_NAMES_PLAIN) ||
           LOOKS(l, LOOK_CONTINUED) || LOOKS(l, LOOK_LABEL) || LOOKS(l, LOOK_ROLE);
}

typedef struct turning {
    uint16_t lines[WIDEST + 2]; /* by width: lines that turn at it */
    size_t pairs, long_ones;    /* and those whose second line is too long for a label */
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
        t.long_ones += lines[i + 1].n_words > MOST_LABEL_WORDS || LOOKS(&lines[i + 1], LOOK_STARTS_LOWER);
        for (size_t w = from < NARROWEST ? NARROWEST : from; w < to && w <= WIDEST; w++)
            t.lines[w] += t.lines[w] < UINT16_MAX;
    }
    return t;
}

/* Of a page's headings of one line the second widest: one may be a banner. */
static size_t usual_width(const line *lines, size_t n)
{
    enum { MOST_HEADLINE_WORDS = 14 };
    size_t widest = 0, second = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        const line *l = &lines[i];
        size_t len = l->text.len;
        if (LOOKS(l, LOOK_CLOSE_LINES) || l->n_words < LEAST_HEADLINE_WORDS ||
            l->n_words > MOST_HEADLINE_WORDS || is_other(l) || LOOKS(l, LOOK_STARTS_LOWER) ||
            !may_follow_headline(&lines[i + 1]))
            continue;
        second = len > widest ? widest : len > second ? len : second;
        widest = len > widest ? len : widest;
    }
    return second;
}

static bool is_quoted(str s)
{
    return ascii_is_one_of(s.ptr[0], "'\"") || str_starts(s, STR("\xe2\x80\x98")) ||
           str_starts(s, STR("\xe2\x80\x9c")) || ascii_is_one_of(s.ptr[s.len - 1], "'\"") ||
           str_ends(s, STR("\xe2\x80\x99")) || str_ends(s, STR("\xe2\x80\x9d"));
}

static bool may_be_label(const line *l)
{
    enum { LONGEST_LABEL = 5 };
    return !is_other(l) && !LOOKS(l, LOOK_LONE) && l->n_words <= LONGEST_LABEL &&
           !LOOKS(l, LOOK_CLOSE_LINES) && (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS)) &&
           !LOOKS(l, LOOK_NAMES_PLAIN) && !LOOKS(l, LOOK_ENDS_COMMA) && !LOOKS(l, LOOK_ENDS_MIDWORD) &&
           !LOOKS(l, LOOK_BRACKETED) && !LOOKS(l, LOOK_ENDS_QUESTION) && !(l->words.seen & CHAR_DIGIT) &&
           !is_quoted(l->text);
}

/* "Letter from abroad" over a headline that begins anew: its own next line would go on in lower case. */
static bool is_phrase_over(const line *l, const line *head)
{
    enum { MOST_PHRASE_WORDS = 4 };
    bool anew = LOOKS(head, LOOK_SENTENCE_CASE) || LOOKS(head, LOOK_ALL_CAPS) || LOOKS(head, LOOK_TITLE_CASE);
    return LOOKS(l, LOOK_SENTENCE_CASE) && l->n_words > 1 && l->n_words <= MOST_PHRASE_WORDS &&
           !is_other(l) && anew && !LOOKS(l, LOOK_LONE) && !LOOKS(l, LOOK_CLOSE_LINES) &&
           !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_COMMA) && !LOOKS(l, LOOK_ENDS_MIDWORD) &&
           !LOOKS(l, LOOK_FINITE) && !(l->words.seen & CHAR_DIGIT) && !is_quoted(l->text);
}

static bool may_be_headline(const line *l)
{
    enum { MOST_HEADLINE_WORDS = 10 };
    return !is_other(l) && l->n_words <= MOST_HEADLINE_WORDS && !LOOKS(l, LOOK_STARTS_LOWER);
}

static bool is_whole(const line *l)
{
    return l->n_words >= LEAST_HEADLINE_WORDS && !LOOKS(l, LOOK_ENDS_HYPHEN) && !LOOKS(l, LOOK_ENDS_COMMA) &&
           !LOOKS(l, LOOK_ENDS_MIDWORD);
}

/* Whether the heading's lines stand closer to each other than a label next to it. */
static bool has_close_lines(const line *lines, size_t n, size_t i)
{
    return LOOKS(&lines[i], LOOK_CLOSE_LINES) ||
           (i + 1 < n && lines[i + 1].blanks_before == 0 && lines[i + 1].n_words <= MOST_WORDS &&
            !is_other(&lines[i + 1]));
}

/* "ROWING" close over "Old boat, new record": of one headline all lines would be in capitals. */
static bool is_label_in_capitals(const line *lines, size_t i)
{
    const line *l = &lines[i], *next = &lines[i + 1];
    return LOOKS(l, LOOK_ALL_CAPS) && next->blanks_before == 0 && !LOOKS(next, LOOK_ALL_CAPS) &&
           may_be_label(l) && !str_ends(l->text, STR(".")) && may_be_headline(next) &&
           (i == 0 || l->blanks_before > 0) && l->heading == 0 && next->heading == 0;
}

/* "OPINION" over "Guest column" */
static bool is_under_section(const line *section, const line *l)
{
    enum { MOST_UNDER = 4 };
    return LOOKS(section, LOOK_LABEL) && l->n_words <= MOST_UNDER &&
           (LOOKS(l, LOOK_LABEL) || LOOKS(l, LOOK_LABEL_LAST)) && !is_other(l);
}

/* A label over or under a headline is no line of it: that would have gone on where it ends. */
static void look_for_labels(line *lines, size_t n, size_t width)
{
    enum { MOST_BESIDE_LABEL = 7 };
    for (size_t i = 0; i + 1 < n; i++) {
        line *l = &lines[i], *next = &lines[i + 1];
        if (is_label_in_capitals(lines, i)) {
            line_set_look(l, LOOK_APART);
            line_clear_look(next, LOOK_TIGHT);
        }
        if (i + 2 < n && is_under_section(l, next) && is_whole(&lines[i + 2]) &&
            may_be_headline(&lines[i + 2]))
            line_set_look(next, LOOK_APART);
        bool over = l->text.len < next->text.len || LOOKS(next, LOOK_ENDS_COMMA);
        line *label = over ? l : next, *head = over ? next : l;
        bool close = over ? has_close_lines(lines, n, i + 1) : LOOKS(l, LOOK_CLOSE_LINES);
        bool named = may_be_label(label) || (over && is_phrase_over(label, head));
        if (next->blanks_before == 0 || !named || !may_be_headline(head) ||
            (!is_whole(head) && !(over && close)))
            continue;
        /* A long line under five words or more says more of them. */
        bool deck = over && label->n_words > LEAST_HEADLINE_WORDS && head->n_words > MOST_BESIDE_LABEL;
        bool plate = LOOKS(label, LOOK_FIRST_LINE) && LOOKS(label, LOOK_NEAR_FOLIO);
        bool last_word = !over && label->n_words == 1 && !close;
        bool over_deck = over && label->n_words >= LEAST_HEADLINE_WORDS && label->heading &&
                         (!next->heading || next->heading > l->heading);
        if (deck || plate || last_word || over_deck)
            continue;
        size_t widest = over && next->text.len > width ? next->text.len : width;
        bool cases = LOOKS(head, LOOK_SENTENCE_CASE) && label->n_words > 1;
        if (close || cases || l->text.len + 1 + str_find(next->text, STR(" ")) <= widest)
            line_set_look(label, LOOK_APART);
    }
}

/* Quotes that open and do not close: "Mayor: 'We". */
static bool leaves_quote_open(str s)
{
    bool first = s.len > 1 && s.ptr[0] == '\'' && ascii_is_upper(s.ptr[1]);
    size_t open = first ? 0 : str_find(s, STR(" '")), curly = str_find(s, STR("\xe2\x80\x98")),
           wide = str_find(s, STR("\xe2\x80\x9c"));
    return (open < s.len && !str_ends(s, STR("'")) &&
            str_find(str_from(s, open), STR("' ")) + open >= s.len) ||
           (curly < s.len && str_find(str_from(s, curly), STR("\xe2\x80\x99")) + curly >= s.len) ||
           (wide < s.len && str_find(str_from(s, wide), STR("\xe2\x80\x9d")) + wide >= s.len);
}

/* What no headline ends on, and paragraphs that an engine parts often do. */
static const char more_midway[] =
    " as against amid among before between but her his if its my no not only or our "
    "over says should still than their these this through under unlikely when which "
    "with without your ";

/* Nor on these, but "How Old the Bridge Is" does. */
static const char verbs[] = " are be been can could had has have is may must was were will would ";

static bool asks_within(str s)
{
    size_t at = 0;
    str token;
    while (token_next(s, &at, &token))
        if (word_in(token_core(token), " all as how than that what where who why "))
            return true;
    return false;
}

/* "Six Things to Know About" says nothing without the next line; "Out & About" may be a label. */
static bool is_half(const line *l)
{
    size_t from = l->text.len;
    while (from > 0 && l->text.ptr[from - 1] != ' ')
        from--;
    str last = token_core(str_from(l->text, from));
    bool set = LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS) || l->heading > 0;
    return str_ends(l->text, STR(";")) || leaves_quote_open(l->text) ||
           (l->n_words >= LEAST_HEADLINE_WORDS &&
            (word_in(last, " a about an and at by for from into of the to ") ||
             (set && (word_in(last, more_midway) || (word_in(last, verbs) && !asks_within(l->text))))));
}

static void look_for_halves(line *lines, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        line *l = &lines[i], *next = &lines[i + 1];
        if (l->n_words < 2 || l->n_words > MOST_WORDS || next->n_words > MOST_WORDS || is_other(l) ||
            is_other(next))
            continue;
        bool set = l->heading > 0 && next->heading > 0 && !LOOKS(next, LOOK_STARTS_LOWER);
        bool quote = leaves_quote_open(l->text) && is_quoted(next->text) && !is_quoted(str_to(next->text, 1));
        if ((next->blanks_before > 0 || set || quote) &&
            (quote || LOOKS(l, LOOK_ALL_CAPS) == LOOKS(next, LOOK_ALL_CAPS)) && is_half(l)) {
            line_set_look(l, LOOK_TURNS);
            line_set_look(next, LOOK_TURNED);
        }
    }
}

/* "Woman cleared of" over "theft" over a text: neither ends a sentence, though one begins below. */
static bool is_cut_in_two(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WORDS = 3, MOST_LAST_WORDS = 5, LEAST_TEXT_WORDS = 12 };
    static const int ends[] = {LOOK_ENDS_SENTENCE, LOOK_ENDS_COMMA, LOOK_ENDS_HYPHEN, LOOK_ENDS_MIDWORD,
                               LOOK_JUMP_TAIL,     LOOK_FIGURES,    LOOK_CLOSE_LINES};
    const line *l = &lines[i], *next = &lines[i + 1], *text = &lines[i + 2];
    bool above = i == 0 || LOOKS(l - 1, LOOK_ENDS_SENTENCE) || is_other(l - 1);
    bool goes_on = i + 3 == n || !LOOKS(text + 1, LOOK_STARTS_LOWER);
    return above && goes_on && may_be_heading(l) && may_be_heading(next) && l->n_words >= FEWEST_WORDS &&
           !LOOKS(l, LOOK_STARTS_LOWER) && !LOOKS(l, LOOK_STARTS_QUOTE) && !LOOKS(l, LOOK_ENDS_COMMA) &&
           !LOOKS(l, LOOK_ENDS_HYPHEN) && (l->heading == next->heading || next->heading == 0) &&
           l->blanks_before > 0 && next->blanks_before > 0 && text->blanks_before > 0 &&
           LOOKS(next, LOOK_STARTS_LOWER) && next->n_words <= MOST_LAST_WORDS &&
           !line_looks_any(next, ends, sizeof ends / sizeof *ends) && line_is_text(text) &&
           text->n_words >= LEAST_TEXT_WORDS && !LOOKS(text, LOOK_STARTS_LOWER) && !LOOKS(text, LOOK_CREDIT);
}

/* How many lines of few words from lines[i] on are one heading over a writer or a text that opens as stories
 * do, the second at least in lower case: "Mining audit" / "to start with" / "nickel isles"; 0 for none. */
static size_t pieces_over_story(const line *lines, size_t n, size_t i)
{
    enum { MOST_PIECES = 4, MOST_PIECE_WORDS = 6, LEAST_WORDS = 4 };
    static const int ends[] = {LOOK_ENDS_SENTENCE, LOOK_ENDS_HYPHEN, LOOK_JUMP_TAIL,
                               LOOK_CLOSE_LINES,   LOOK_NAMES_PLAIN, LOOK_APART};
    const line *first = &lines[i];
    static const int starts[] = {LOOK_STARTS_LOWER, LOOK_STARTS_QUOTE, LOOK_ALL_CAPS, LOOK_NAMES_PLAIN,
                                 LOOK_LABEL_LAST};
    bool above = i == 0 || LOOKS(first - 1, LOOK_ENDS_SENTENCE) || is_other(first - 1);
    if (!above || line_looks_any(first, starts, sizeof starts / sizeof *starts))
        return 0;
    size_t k = 0, words = 0;
    bool lower = false;
    for (; k < MOST_PIECES && i + k < n && may_be_heading(first + k); k++) {
        const line *l = first + k;
        if (l->n_words > MOST_PIECE_WORDS || line_looks_any(l, ends, sizeof ends / sizeof *ends) ||
            l->heading != first->heading || (k > 0 && l->blanks_before != first[1].blanks_before))
            break;
        lower |= LOOKS(l, LOOK_STARTS_LOWER) && (k == 1 || l->blanks_before == 0);
        words += l->n_words;
    }
    const line *below = first + k;
    if (k < 2 || i + k >= n || !lower || words < LEAST_WORDS || LOOKS(below - 1, LOOK_ENDS_MIDWORD))
        return 0;
    return LOOKS(below, LOOK_BYLINE) || (LOOKS(below, LOOK_LEAD) && line_is_text(below)) ? k : 0;
}

static void look_for_cut_headings(line *lines, size_t n)
{
    for (size_t i = 0; i + 2 < n; i++) {
        size_t pieces = is_cut_in_two(lines, n, i) ? 2 : pieces_over_story(lines, n, i);
        for (size_t k = 0; k < pieces; k++) {
            line *l = &lines[i + k];
            line_clear_look(l, LOOK_NEXT_LOWER);
            line_clear_look(l, LOOK_ENDS_MIDWORD);
            line_clear_look(l, LOOK_STARTS_LOWER);
            line_set_look_if(l, LOOK_TURNS, k + 1 < pieces);
            line_set_look_if(l, LOOK_TURNED, k > 0);
            line_set_look_if(l, LOOK_NO_NAMES, k > 0);
        }
    }
}

/* A word that tells, which one of the next paragraphs has. */
static bool is_told_below(const line *l, const line *below, size_t n)
{
    enum { LEAST_LETTERS = 4, MOST_LINES = 8, MOST_BYTES = 2000 };
    size_t at = 0;
    str token;
    while (token_next(l->text, &at, &token)) {
        str word = token_core(token);
        if (word.len < LEAST_LETTERS || word_classes(word) & (WORD_SMALL | WORD_COMMON))
            continue;
        str stem = str_to(word, word.len - (ascii_lower(word.ptr[word.len - 1]) == 's'));
        for (size_t i = 0; i < n && i < MOST_LINES; i++)
            if (line_is_text(&below[i])) {
                str start = str_to(below[i].text, MOST_BYTES);
                if (str_find_nocase(start, stem) < start.len)
                    return true;
            }
    }
    return false;
}

/* "Three Things to Know About" "Zoning": of a headline the text talks, of its label it mostly does not. */
static void look_for_told(line *lines, size_t n)
{
    enum { MOST_LAST_WORDS = 3 };
    static const int others[] = {LOOK_LABEL,       LOOK_LABEL_LAST, LOOK_STANDING,
                                 LOOK_LABEL_MARKS, LOOK_APART,      LOOK_TURNED};
    for (size_t i = 0; i + 2 < n; i++) {
        const line *l = &lines[i], *next = &lines[i + 1], *below = &lines[i + 2];
        bool last = next->n_words <= MOST_LAST_WORDS && l->n_words > 2 && l->n_words <= MOST_WORDS &&
                    may_be_heading(l) && may_be_heading(next) && may_follow_headline(below) &&
                    (l->heading > 0) == (next->heading > 0) &&
                    LOOKS(l, LOOK_ALL_CAPS) == LOOKS(next, LOOK_ALL_CAPS);
        if (last && !line_looks_any(next, others, sizeof others / sizeof *others) &&
            is_told_below(next, below, n - i - 2))
            line_set_look(&lines[i + 1], LOOK_TOLD_BELOW);
    }
}

/* The width that most headings turn at; 0 where none stands out. */
static size_t turning_width(const line *lines, size_t n)
{
    turning t = count_turns(lines, n);
    size_t best = 0;
    for (size_t w = NARROWEST; w <= WIDEST; w++)
        best = t.lines[w] > 0 && t.lines[w] >= t.lines[best] ? w : best;
    /* Labels under two or three headlines may be as long as chance has it. */
    size_t fewest = t.long_ones ? FEWEST_TURNS : FEWEST_BEFORE_LABELS;
    return t.lines[best] < fewest || t.lines[best] * 5u < t.pairs * 2 ? 0 : best;
}

/* Where more lines turn in a row than a heading has, they are a column's. */
static void look_for_turns(line *lines, size_t n, size_t width)
{
    size_t first = 0, from, to; /* of the run of lines that turn */
    for (size_t i = 0; i + 1 < n; i++) {
        bool turns = turns_at(&lines[i], &lines[i + 1], &from, &to) && width >= from && width < to &&
                     lines[i + 1].text.len <= width;
        if (turns && i + 2 < n)
            continue;
        size_t last = i + turns;
        for (size_t k = first; k <= last && last - first <= MOST_TURNS && last > first; k++) {
            line_set_look_if(&lines[k], LOOK_TURNS, k < last);
            line_set_look_if(&lines[k], LOOK_TURNED, k > first);
        }
        first = i + 1;
    }
}

void lines_look_turned(line *lines, size_t n)
{
    look_for_labels(lines, n, 0);
    size_t width = turning_width(lines, n);
    look_for_labels(lines, n, width ? width : usual_width(lines, n));
    look_for_halves(lines, n);
    look_for_cut_headings(lines, n);
    if (width > 0)
        look_for_turns(lines, n, width);
    look_for_told(lines, n);
}
