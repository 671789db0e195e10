/* Letters, and who signs them and other texts below. */
#include "base/ascii.h"
#include "parse/byline.h"
#include "parse/byline_part.h"
#include "parse/line.h"
#include "parse/line_form.h"
#include "parse/opening.h"
#include "parse/token.h"

/* "Ashby", "Carrick, Co Down.", "graduate student, classics" under a writer's name. */
static bool is_place(const line *l)
{
    enum { MOST_WORDS = 6 };
    bool trade = LOOKS(l, LOOK_STARTS_LOWER) && memchr(l->text.ptr, ',', l->text.len);
    return l->n_words <= MOST_WORDS && !l->heading && !LOOKS(l, LOOK_BOLD) &&
           (trade || !LOOKS(l, LOOK_STARTS_LOWER)) && !LOOKS(l, LOOK_FINITE) && !LOOKS(l, LOOK_LABEL) &&
           !LOOKS(l, LOOK_CREDIT);
}

/* "REUTERS", "THE LEDGER" */
static bool is_source(const line *l)
{
    enum { MOST_WORDS = 3 };
    /* "HARBOR NEWS" is a section sooner than a paper. */
    bool section = LOOKS(l, LOOK_LABEL) || (LOOKS(l, LOOK_LABEL_LAST) && !str_starts(l->text, STR("THE ")));
    return (LOOKS(l, LOOK_NAMES_ONLY) && byline_is_agency(l->text)) ||
           (LOOKS(l, LOOK_PAPER) && LOOKS(l, LOOK_ALL_CAPS) && l->n_words <= MOST_WORDS &&
            !LOOKS(l, LOOK_NEAR_FOLIO) && !section);
}

/* "J. H. WALTON." */
static bool is_stopped_name(const line *l)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 4 };
    str s = byline_bare(l->text);
    return LOOKS(l, LOOK_ALL_CAPS) && l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS && s.len > 3 &&
           s.ptr[1] == '.' && byline_may_be_person(s);
}

/* "Bob Tanner", "Bob Tanner, Ashby", "REUTERS" */
static bool is_signature(const line *l)
{
    enum { MOST_WORDS = 8 };
    if (l->heading || LOOKS(l, LOOK_CREDIT) || l->n_words > MOST_WORDS || l->words.seen & CHAR_DIGIT)
        return false;
    return LOOKS(l, LOOK_NAMES_PLAIN) || is_source(l) || is_stopped_name(l);
}

/* "-- J.D.", "(J.D.)", "J.D.": a brief's writer. */
static bool is_initials(const line *l)
{
    enum { FEWEST = 2, MOST = 4 };
    str s = byline_bare(l->text);
    size_t letters = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (ascii_is_upper(s.ptr[i]) && i + 1 < s.len && s.ptr[i + 1] == '.')
            letters++;
        else if (s.ptr[i] != '.' && s.ptr[i] != ' ')
            return false;
    }
    return letters >= FEWEST && letters <= MOST && !l->heading;
}

/* "MINDFUL" over "Mill Lane" under a letter: of a pen name any word may be made. */
static bool is_pen_name(const line *lines, size_t n, size_t i)
{
    enum { MOST_WORDS = 3, MOST_PLACE_WORDS = 3 };
    const line *l = &lines[i], *place = &lines[i + 1];
    return i + 1 < n && LOOKS(l, LOOK_ALL_CAPS) && l->n_words <= MOST_WORDS && !LOOKS(l, LOOK_LABEL) &&
           !LOOKS(l, LOOK_LABEL_LAST) && !(l->words.seen & CHAR_DIGIT) && place->blanks_before == 0 &&
           LOOKS(place, LOOK_TITLE_CASE) && place->n_words <= MOST_PLACE_WORDS && !place->heading &&
           (i + 2 == n || !line_is_text(&lines[i + 2]));
}

/* "**Morag Quell,**" over "Moyne, Isle of Holt.": the place ends what the comma leaves open. */
static bool is_over_place(const line *lines, size_t n, size_t i)
{
    const line *l = &lines[i], *place = &lines[i + 1];
    return i + 1 < n && LOOKS(l, LOOK_ENDS_COMMA) && LOOKS(l, LOOK_NAMES_PLAIN) && is_place(place) &&
           LOOKS(place, LOOK_ENDS_SENTENCE) && LOOKS(place, LOOK_TITLE_CASE);
}

static bool is_nameless(const line *l)
{
    str s = byline_bare(l->text);
    return str_starts_nocase(s, STR("name withheld")) || str_eq_nocase(s, STR("name and address supplied"));
}

/* "Bob Tanner, Ashby" among letters. */
static bool is_with_place(const line *l, bool letters)
{
    return letters && memchr(l->text.ptr, ',', l->text.len);
}

/* The line under a name says where its bearer lives, or what he is.  `sure`: the name is known to be a
 * letter's end; `letters`: the page has some. */
static bool has_place_below(const line *lines, size_t n, size_t i, bool sure, bool letters)
{
    enum { MOST_TITLE_WORDS = 3 };
    if (i + 1 >= n)
        return false;
    const line *place = &lines[i + 1];
    bool told = sure || LOOKS(place, LOOK_STARTS_LOWER) || is_with_place(place, letters) ||
                (place->n_words <= MOST_TITLE_WORDS && LOOKS(place, LOOK_TITLE_CASE));
    return told && (sure || place->blanks_before == 0) && is_place(place);
}

static bool is_end_of_text(const line *l)
{
    return line_is_text(l) && (LOOKS(l, LOOK_ENDS_SENTENCE) || LOOKS(l, LOOK_JUMP_TAIL)) &&
           !LOOKS(l, LOOK_BEFORE_CREDIT) && !LOOKS(l, LOOK_CREDIT);
}

/* A paragraph that is too long for a picture's: no photographer's name is below it. */
static bool is_long_text(const line *l)
{
    return line_is_text(l) && LOOKS(l, LOOK_ENDS_SENTENCE) && LOOKS(l, LOOK_WORDS_26_UP) &&
           !LOOKS(l, LOOK_CREDIT) && !LOOKS(l, LOOK_OF_PICTURE) && !LOOKS(l, LOOK_PICTURE_ABOVE);
}

/* "-Jane Doe", "-- Jane Doe, reporter", which an engine may mark as a heading, too. */
static bool is_dashed_name(const line *l)
{
    enum { MOST_WORDS = 7 };
    if (!line_opens_with_dash(l))
        return false;
    str name = byline_bare(l->text);
    size_t comma = str_find(name, STR(","));
    return LOOKS(l, LOOK_NAMES_PLAIN) ||
           (comma < name.len && l->n_words <= MOST_WORDS && byline_is_person(str_to(name, comma)) &&
            !LOOKS(l, LOOK_ENDS_SENTENCE));
}

/* Neither "Yours" nor the like is above, but a whole text, and a heading or nothing is below. */
static bool signs_between(const line *lines, size_t i, const line *below, bool letters)
{
    enum { MOST_WORDS = 6 };
    const line *l = &lines[i];
    bool bold = is_with_place(l, letters) && LOOKS(l, LOOK_BOLD) && LOOKS(l, LOOK_TITLE_CASE) &&
                l->n_words <= MOST_WORDS;
    bool before_heading = !below || below->heading || LOOKS(below, LOOK_LABEL) ||
                          LOOKS(below, LOOK_FURNITURE) || (LOOKS(below, LOOK_BOLD) && !line_is_text(below)) ||
                          ((letters || is_source(l)) && line_may_be_headline(below)) ||
                          (letters && below > &lines[i + 1] && !line_is_text(below));
    bool dashed = is_dashed_name(l),
         ended = is_end_of_text(&lines[i - 1]) || (dashed && before_heading && is_long_text(&lines[i - 1]));
    return (bold || dashed || is_signature(l)) && ended && (before_heading || dashed);
}

static void sign(line *lines, size_t i, bool place)
{
    line_set_look(&lines[i], LOOK_SIGNATURE);
    line_clear_look(&lines[i], LOOK_CREDIT);
    line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
    line_set_look(&lines[i - 1], LOOK_SIGNED);
    if (place) {
        line_set_look(&lines[i + 1], LOOK_SIGNATURE);
        line_clear_look(&lines[i + 1], LOOK_ENDS_SENTENCE);
    }
}

/* Under a letter its writer's name, and where he lives: behind "Yours, etc.,", or between a whole text and a
 * heading.  `letters`: the page has some. */
static void look_for_signatures(line *lines, size_t n, bool letters)
{
    enum { MOST_WORDS = 6 };
    bool open = false; /* a letter has begun, and no heading since */
    for (size_t i = 1; i < n; i++) {
        const line *l = &lines[i], *above = &lines[i - 1];
        bool heading = !line_is_text(above) && !LOOKS(above, LOOK_SALUTATION) && above->n_words > 1;
        open = (open && !heading) || LOOKS(above, LOOK_SALUTATION);
        /* Under a pen name and a place the next letter's heading tells, too. */
        bool next = letters && i + 2 < n && lines[i + 2].heading > 0;
        if (is_end_of_text(above) && (is_initials(l) || ((open || next) && is_pen_name(lines, n, i)))) {
            sign(lines, i, !is_initials(l));
            line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
            continue;
        }
        bool closed = l->n_words <= MOST_WORDS &&
                      (ending_is_of_letter(above->text) || (line_is_text(above) && is_nameless(l)));
        bool over_heading = i + 2 < n && letters && LOOKS(l, LOOK_NAMES_PLAIN) &&
                            (lines[i + 2].heading > 0 || line_may_be_headline(&lines[i + 2]) ||
                             LOOKS(&lines[i + 2], LOOK_FURNITURE));
        bool place = has_place_below(lines, n, i, closed || over_heading, letters);
        const line *below = i + 1 + place < n ? &lines[i + 1 + place] : NULL;
        if (is_end_of_text(above) && is_over_place(lines, n, i)) {
            sign(lines, i, true);
            line_set_look(&lines[i + 1], LOOK_ROLE);
            continue;
        }
        /* A name in bold over a headline may be its columnist's. */
        if (LOOKS(l, LOOK_BOLD) && below && below->heading == 0 && !is_with_place(l, letters))
            continue;
        if (closed || signs_between(lines, i, below, letters))
            sign(lines, i, place);
        line_set_look_if(&lines[i], LOOK_NAMES_PLAIN, closed && is_nameless(l));
    }
}

/* "From Mr Alan Penn." between a letter's headline and the letter. */
static bool is_senders_line(const line *l, bool letters)
{
    enum { MOST_WORDS = 8 };
    static const char *const titles[] = {"mr ",   "mrs ",       "ms ",  "miss ", "dr ",
                                         "prof ", "professor ", "sir ", "lord ", "lady ",
                                         "mr. ",  "mrs. ",      "ms. ", "dr. ",  "prof. "};
    if (l->n_words <= MOST_WORDS && str_starts_nocase(l->text, STR("letter from ")))
        return letters || byline_is_sure(str_from(l->text, sizeof "letter from " - 1));
    if (l->n_words > MOST_WORDS || !str_starts_nocase(l->text, STR("from ")))
        return false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_starts_nocase(str_from(l->text, sizeof "from " - 1), str_of(titles[i])))
            return true;
    return false;
}

static void look_for_senders(line *lines, size_t n, bool letters)
{
    for (size_t i = 1; i + 1 < n; i++)
        if (is_senders_line(&lines[i], letters) && line_may_be_headline(&lines[i - 1]) &&
            line_is_text(&lines[i + 1])) {
            line_set_look(&lines[i], LOOK_BYLINE);
            line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
        }
}

void lines_look_for_signatures(line *lines, size_t n)
{
    bool letters = false;
    for (size_t i = 0; i < n; i++)
        letters |= line_tells_letters(&lines[i]);
    look_for_senders(lines, n, letters);
    look_for_signatures(lines, n, letters);
}
