/* The nameplate and what stands around it: editions and teasers above, mottoes and the folio below. */
#include "parse/line.h"
#include "parse/token.h"

static bool is_dated(const line *l)
{
    return LOOKS(l, LOOK_VOLUME) || LOOKS(l, LOOK_DATE);
}

static bool may_be_plate(const line *l)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 5 };
    static const int others[] = {LOOK_LABEL,     LOOK_REFER,     LOOK_REFER_TAIL, LOOK_BYLINE,
                                 LOOK_FURNITURE, LOOK_CONTINUED, LOOK_JUMP,       LOOK_ENDS_SENTENCE,
                                 LOOK_STANDING,  LOOK_CREDIT,    LOOK_RUNNING,    LOOK_VOLUME,
                                 LOOK_DATE,      LOOK_LABEL_LAST};
    return l->heading == 1 && l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS &&
           (LOOKS(l, LOOK_ALL_CAPS) || LOOKS(l, LOOK_TITLE_CASE)) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* A title that no word tells: the first of the highest headings, with the volume or the date close below. */
static void look_for_plate(line *lines, size_t n)
{
    enum { MOST_ABOVE = 10, REACH = 3 };
    size_t plate = n;
    for (size_t i = 0; i < n && i < MOST_ABOVE; i++) {
        if (LOOKS(&lines[i], LOOK_PAPER) || LOOKS(&lines[i], LOOK_RUNNING) || LOOKS(&lines[i], LOOK_BYLINE) ||
            (is_dated(&lines[i]) && plate == n))
            return;
        if (plate == n && lines[i].heading == 1) {
            if (!may_be_plate(&lines[i]))
                return;
            plate = i;
        }
        if (plate < n && is_dated(&lines[i]) && i <= plate + REACH) {
            line_set_look(&lines[plate], LOOK_PAPER);
            return;
        }
    }
}

/* "LATE CITY FINAL", "HOME EDITION" */
static bool names_edition(const line *l)
{
    enum { MOST_WORDS = 4 };
    static const char words[] =
        " final late night city home edition morning evening noon extra early sunday weekend "
        "national international first second special ";
    size_t at = 0;
    str token;
    bool told = false;
    while (token_next(l->text, &at, &token)) {
        if (!word_in(token_core(token), words))
            return false;
        told |= word_in(token_core(token), " final edition extra ");
    }
    return told && l->n_words > 1 && l->n_words <= MOST_WORDS;
}

/* What stands above the nameplate, where that is near the page's top. */
static void look_above_plate(line *lines, size_t n)
{
    enum { MOST_ABOVE = 10 };
    size_t plate = n;
    for (size_t i = 1; i < n && i <= MOST_ABOVE && plate == n; i++) {
        if (LOOKS(&lines[i], LOOK_WORDS_26_UP) || LOOKS(&lines[i], LOOK_BYLINE) ||
            LOOKS(&lines[i], LOOK_CONTINUED) || LOOKS(&lines[i - 1], LOOK_RUNNING))
            return;
        if (LOOKS(&lines[i], LOOK_PAPER) && LOOKS(&lines[i], LOOK_NEAR_FOLIO) &&
            !LOOKS(&lines[i], LOOK_REFER))
            plate = i;
    }
    for (size_t i = 0; i < plate && plate < n; i++) {
        if (names_edition(&lines[i]))
            line_set_look(&lines[i], LOOK_FURNITURE);
        else
            line_set_look_if(&lines[i], LOOK_ABOVE_PLATE, !line_is_inside_label(&lines[i]));
    }
}

static bool is_of_plate(const line *l)
{
    return (LOOKS(l, LOOK_PAPER) && LOOKS(l, LOOK_NEAR_FOLIO)) || LOOKS(l, LOOK_VOLUME) ||
           LOOKS(l, LOOK_DATE) || LOOKS(l, LOOK_RUNNING);
}

/* "Serving the valley since 1904", "THE NEWSPAPER OF THE TRADE" */
static bool is_motto(const line *l)
{
    enum { MOST_WORDS = 14 };
    static const char *const openings[] = {"serving ", "the newspaper of ", "the only newspaper ",
                                           "an independent newspaper"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (str_starts_nocase(l->text, str_of(openings[i])))
            return l->n_words <= MOST_WORDS && !LOOKS(l, LOOK_ENDS_QUESTION);
    return false;
}

/* Between a paper's title and its date, or parts of the folio, stand mottoes and addresses. */
static void look_between_plate_and_folio(line *lines, size_t n)
{
    enum { REACH = 3 };
    for (size_t i = 1; i + 1 < n && i < EDGE_LINES; i++) {
        bool above = false, below = false,
             refer = LOOKS(&lines[i], LOOK_REFER) || LOOKS(&lines[i], LOOK_REFER_TAIL) ||
                     LOOKS(&lines[i], LOOK_NEAR_REFER);
        for (size_t k = 1; k <= REACH && k <= i; k++)
            above |= is_of_plate(&lines[i - k]);
        for (size_t k = 1; k <= REACH && i + k < n; k++)
            below |= is_of_plate(&lines[i + k]);
        bool motto = (above || below) && is_motto(&lines[i]),
             places = str_find(lines[i].text, STR(" \xe2\x80\xa2 ")) < lines[i].text.len;
        line_set_look_if(&lines[i], LOOK_IN_FOLIO,
                         ((above && below) || motto) && !refer && (!lines[i].heading || places) &&
                             !is_of_plate(&lines[i]));
    }
}

void lines_look_for_plate(line *lines, size_t n)
{
    look_for_plate(lines, n);
    look_above_plate(lines, n);
    look_between_plate_and_folio(lines, n);
}
