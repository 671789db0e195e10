/* What is listed under one label: short pieces with headings of their own, and what is on by days. */
#include "base/ascii.h"
#include "parse/date.h"
#include "parse/line.h"
#include "parse/token.h"

static bool may_be_heading(const line *l)
{
    static const int others[] = {
        LOOK_STARTS_LOWER, LOOK_BYLINE,     LOOK_CREDIT,    LOOK_JUMP,          LOOK_REFER,
        LOOK_VOLUME,       LOOK_CONTINUED,  LOOK_FURNITURE, LOOK_ADVERT,        LOOK_ROW,
        LOOK_BOXED,        LOOK_CHART,      LOOK_SIGNATURE, LOOK_BEFORE_BYLINE, LOOK_BEFORE_CONTINUED,
        LOOK_ENDS_COMMA,   LOOK_NO_LETTERS, LOOK_CJK,       LOOK_REFER_TAIL};
    return !LOOKS(l, LOOK_ENDS_SENTENCE) && !line_looks_any(l, others, sizeof others / sizeof *others);
}

static bool is_marked(const line *l)
{
    return l->heading || LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_ALL_CAPS);
}

static bool may_be_label(const line *l)
{
    enum { MOST_WORDS = 4 };
    return l->n_words <= MOST_WORDS && may_be_heading(l);
}

static bool set_alike(const line *a, const line *b)
{
    return a->heading == b->heading && LOOKS(a, LOOK_BOLD) == LOOKS(b, LOOK_BOLD) &&
           LOOKS(a, LOOK_ALL_CAPS) == LOOKS(b, LOOK_ALL_CAPS);
}

static bool is_piece_of_text(const line *l)
{
    enum { FEWEST_WORDS = 5 };
    static const int others[] = {LOOK_BOLD,   LOOK_ALL_CAPS, LOOK_BYLINE,
                                 LOOK_CREDIT, LOOK_JUMP,     LOOK_FURNITURE};
    return l->n_words >= FEWEST_WORDS && !l->heading &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* "Today", "Saturday, May 5" */
static bool is_day(const line *l)
{
    return LOOKS(l, LOOK_DAY) || str_eq_nocase(l->text, STR("today")) ||
           str_eq_nocase(l->text, STR("tomorrow"));
}

/* Headings that are set alike, each over a few paragraphs. */
typedef struct listing {
    size_t end;
    size_t headings, days, most_words, most_paragraphs;
} listing;

static listing listing_from(const line *lines, size_t n, size_t first)
{
    enum { MOST_WORDS = 7, MOST_PARAGRAPHS = 8 };
    listing g = {.end = first};
    for (size_t i = first; i < n;) {
        const line *l = &lines[i++];
        size_t from = i;
        if (l->n_words > MOST_WORDS || !may_be_heading(l) || is_piece_of_text(l) ||
            !set_alike(l, &lines[first]))
            break;
        while (i < n && is_piece_of_text(&lines[i]))
            i++;
        if (i == from || i > from + MOST_PARAGRAPHS)
            break;
        g.headings++;
        g.days += is_day(l);
        g.most_words = l->n_words > g.most_words ? l->n_words : g.most_words;
        g.most_paragraphs = i - from > g.most_paragraphs ? i - from : g.most_paragraphs;
        g.end = i;
    }
    return g;
}

/* A story's headline, deck and crossheads are set so, too; but its deck is longer and so are its parts. */
static bool are_briefs(const listing *g)
{
    enum { FEWEST = 3, MOST_PARAGRAPHS = 2, FEW_WORDS = 3 };
    return g->headings >= FEWEST && g->most_paragraphs <= MOST_PARAGRAPHS &&
           (g->most_words <= FEW_WORDS || g->most_paragraphs == 1);
}

/* It has no label's place, whatever its words. */
static void set_over_listing(line *l)
{
    static const int others[] = {LOOK_LABEL, LOOK_LABEL_LAST, LOOK_STANDING, LOOK_PAPER};
    line_set_look(l, LOOK_BEFORE_LEAD);
    line_set_look(l, LOOK_OF_BRIEFS);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        line_clear_look(l, others[i]);
}

static void set_days(line *lines, size_t n)
{
    static const int others[] = {LOOK_NAMES_ONLY, LOOK_NAMES_PLAIN, LOOK_DATE};
    for (size_t i = 0; i < n; i++) {
        if (is_piece_of_text(&lines[i]))
            continue;
        line_set_look(&lines[i], LOOK_DAY);
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            line_clear_look(&lines[i], others[k]);
    }
}

static void set_briefs(line *label, line *lines, size_t n)
{
    line_set_look(label, LOOK_LABEL);
    line_clear_look(label, LOOK_CORRECTION); /* "FOR THE RECORD" */
    line_clear_look(label, LOOK_PAPER);
    for (size_t i = 0; i < n; i++)
        line_set_look_if(&lines[i], LOOK_OF_BRIEFS, !is_piece_of_text(&lines[i]));
}

static void look_under_labels(line *lines, size_t n)
{
    enum { FEWEST_DAYS = 2 };
    for (size_t i = 0; i + 1 < n; i++) {
        line *l = &lines[i];
        bool alike = set_alike(l, &lines[i + 1]) && LOOKS(l, LOOK_ALL_CAPS),
             plate = LOOKS(l, LOOK_PAPER) && (i == 0 || LOOKS(l, LOOK_NEAR_FOLIO));
        if (!may_be_label(l) || is_day(l) || plate)
            continue;
        listing g = listing_from(lines, n, i + 1);
        if (g.days >= FEWEST_DAYS) {
            set_over_listing(l);
            set_days(l + 1, g.end - i - 1);
        } else if (is_marked(l) && !alike && are_briefs(&g)) {
            set_briefs(l, l + 1, g.end - i - 1);
        } else {
            continue;
        }
        i = g.end - 1;
    }
}

/* "**Thur 4** County elections", "May 8 - Book sale", "Sat 6 Coffee morning": a day that is told by its
 * number or in bold, and what is on. */
static bool is_entry(const line *l)
{
    enum { FEWEST_WORDS = 4, MOST_WORDS = 30, MOST_IN_DAY = 4 };
    static const char others[] = " daily today tomorrow ";
    const str mark = STR("**");
    bool bold = str_starts(l->text, mark), day = false, number = false, closed = false;
    size_t at = 0, n = 0;
    str token;
    if (l->n_words < FEWEST_WORDS || l->n_words > MOST_WORDS || l->heading || LOOKS(l, LOOK_BOLD) ||
        !(bold || line_has(l, 0, CHAR_DIGIT)))
        return false;
    for (; n < MOST_IN_DAY && !closed && token_next(l->text, &at, &token); n++) {
        str word = token_core(token);
        bool digit = word.len && ascii_is_digit(word.ptr[0]),
             named = date_is_weekday(word) || date_is_month(word) || word_in(word, others);
        if (!digit && !named)
            break;
        day |= named;
        number |= digit;
        str rest = str_from(token, n == 0 && bold ? mark.len : 0);
        closed = bold && str_find(rest, mark) < rest.len;
    }
    return day && (bold ? closed : number);
}

static bool may_be_over_entries(const line *l)
{
    enum { MOST_WORDS = 7 };
    return l->n_words <= MOST_WORDS && may_be_heading(l) && !line_is_text(l) && !is_day(l);
}

/* What is on, day by day: no teasers, though each ends or begins in a number. */
static void look_for_entries(line *lines, size_t n)
{
    enum { FEWEST = 2 };
    static const int others[] = {LOOK_REFER_TAIL, LOOK_REFER,      LOOK_NEAR_REFER,  LOOK_CREDIT,
                                 LOOK_BYLINE,     LOOK_NAMES_ONLY, LOOK_NAMES_PLAIN, LOOK_LEAD};
    for (size_t i = 0, end; i<n; i = end> i ? end : i + 1) {
        for (end = i; end < n && is_entry(&lines[end]);)
            end++;
        for (size_t k = i; end - i >= FEWEST && k < end; k++) {
            if (LOOKS(&lines[k], LOOK_BOXED) || LOOKS(&lines[k], LOOK_ROW))
                continue;
            line_set_look(&lines[k], LOOK_LISTED);
            for (size_t o = 0; o < sizeof others / sizeof *others; o++)
                line_clear_look(&lines[k], others[o]);
            lines[k].marker = (marker){0};
        }
        if (end - i >= FEWEST && i > 0 && may_be_over_entries(&lines[i - 1]))
            set_over_listing(&lines[i - 1]);
    }
}

void lines_look_for_listings(line *lines, size_t n)
{
    look_for_entries(lines, n);
    look_under_labels(lines, n);
}
