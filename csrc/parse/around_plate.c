/* The nameplate and what stands around it: editions and teasers above, mottoes and the folio below. */
#include "base/ascii.h"
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

/* "The Coast Times" on top, with the volume or the date soon below: neither a writer nor his agency. */
static void look_for_titles_like_agencies(line *lines, size_t n)
{
    enum { MOST_ABOVE = 5, REACH = 6 };
    for (size_t i = 0; i < n && i < MOST_ABOVE; i++) {
        if (!LOOKS(&lines[i], LOOK_PAPER) || lines[i].heading != 1)
            continue;
        for (size_t k = i + 1; k < n && k <= i + REACH; k++)
            if (is_dated(&lines[k])) {
                line_clear_look(&lines[i], LOOK_NAMES_ONLY);
                line_clear_look(&lines[i], LOOK_ROLE);
                line_set_look(&lines[i], LOOK_NEAR_FOLIO);
            }
    }
}

/* The page's first line in capitals, with a volume or a date soon below and no other title. */
static void look_for_title_in_capitals(line *lines, size_t n)
{
    enum { REACH = 9, MOST_WORDS = 4, FEWEST_WORDS = 2 };
    static const int others[] = {LOOK_LABEL, LOOK_LABEL_LAST, LOOK_STANDING, LOOK_ENDS_SENTENCE,
                                 LOOK_NAMES_ONLY};
    if (n == 0 || !LOOKS(&lines[0], LOOK_ALL_CAPS) || lines[0].n_words < FEWEST_WORDS ||
        lines[0].n_words > MOST_WORDS || line_looks_any(&lines[0], others, sizeof others / sizeof *others))
        return;
    bool volume = false;
    for (size_t i = 0; i < n && i <= REACH; i++) {
        if (LOOKS(&lines[i], LOOK_PAPER) || LOOKS(&lines[i], LOOK_BYLINE) || LOOKS(&lines[i], LOOK_RUNNING))
            return;
        volume |= LOOKS(&lines[i], LOOK_VOLUME);
    }
    if (!volume)
        return;
    line_set_look(&lines[0], LOOK_PAPER);
    line_set_look(&lines[0], LOOK_NEAR_FOLIO);
}

/* What "www.coasttimes.com" is the address of: "coasttimes"; "" where the line has no address. */
static str name_in_address(str text)
{
    enum { SHORTEST = 6 };
    size_t at = 0;
    str token;
    while (token_next(text, &at, &token)) {
        str s = token_core(token);
        if (str_starts_nocase(s, STR("www.")))
            s = str_from(s, sizeof "www." - 1);
        size_t dot = str_find(s, STR("."));
        str end = str_from(s, dot);
        bool site = str_starts_nocase(end, STR(".co")) || str_starts_nocase(end, STR(".org")) ||
                    str_starts_nocase(end, STR(".net")) || str_starts_nocase(end, STR(".news"));
        if (site && dot >= SHORTEST && !memchr(s.ptr, '@', s.len) && !memchr(s.ptr, '/', s.len))
            return str_to(s, dot);
    }
    return STR("");
}

/* The line's letters are the address's name, "the" apart. */
static bool is_named_so(str title, str name)
{
    if (title.len > 4 && str_starts_nocase(title, STR("the ")) && !str_starts_nocase(name, STR("the")))
        title = str_from(title, 4);
    size_t at = 0;
    for (size_t i = 0; i < title.len; i++) {
        if (!ascii_is_alnum(title.ptr[i]))
            continue;
        if (at == name.len || ascii_lower(title.ptr[i]) != ascii_lower(name.ptr[at]))
            return false;
        at++;
    }
    return at == name.len;
}

/* A title that the paper's address on the page's top tells. */
static void look_for_title_of_address(line *lines, size_t n)
{
    enum { MOST_WORDS = 5, MOST_BESIDE = 12 };
    for (size_t i = 0; i < n && i < EDGE_LINES; i++) {
        str name = lines[i].n_words <= MOST_BESIDE ? name_in_address(lines[i].text) : STR("");
        for (size_t k = 0; name.len && k < n && k < EDGE_LINES; k++) {
            if (k == i || lines[k].n_words > MOST_WORDS || !is_named_so(lines[k].text, name))
                continue;
            line_set_look(&lines[i], LOOK_FURNITURE);
            line_set_look(&lines[k], LOOK_PAPER);
            line_set_look(&lines[k], LOOK_NEAR_FOLIO);
            line_set_look(&lines[k], LOOK_FIRST_LINE);
            line_clear_look(&lines[k], LOOK_LABEL);
            line_clear_look(&lines[k], LOOK_NAMES_ONLY);
        }
    }
}

/* "All that is fit to read" in quotes over the title. */
static bool is_quoted_motto(const line *l)
{
    enum { MOST_WORDS = 12 };
    str s = l->text;
    bool closed = s.len && (s.ptr[s.len - 1] == '"' || str_ends(s, STR("\xe2\x80\x9d")));
    bool opened = s.len && (s.ptr[0] == '"' || str_starts(s, STR("\xe2\x80\x9c")));
    return opened && closed && l->n_words <= MOST_WORDS;
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
        if (names_edition(&lines[i]) || is_quoted_motto(&lines[i]))
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
    /* "TRUSTED NEWS SINCE 1737" */
    size_t since = str_find_nocase(l->text, STR(" since 1"));
    return l->n_words <= MOST_WORDS && since + sizeof " since 1737" - 1 == l->text.len;
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
    look_for_titles_like_agencies(lines, n);
    look_for_title_of_address(lines, n);
    look_for_title_in_capitals(lines, n);
    look_for_plate(lines, n);
    look_above_plate(lines, n);
    look_between_plate_and_folio(lines, n);
}
