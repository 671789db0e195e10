#include "parse/opening.h"

#include <string.h>

#include "base/ascii.h"
#include "parse/date.h"
#include "parse/token.h"
#include "parse/wordlist.h"

/* Length of a dash, or of a place's colon, with the blanks that must stand around it; 0 for none. */
static size_t dash_len(str s)
{
    static const char *const dashes[] = {
        " \xe2\x80\x94 ", " \xe2\x80\x93 ", " -- ", " - ", " \xe2\x80\xa2 ", ": "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(s, str_of(dashes[i])))
            return strlen(dashes[i]);
    return 0;
}

/* A place does, where more than an initial is in capitals. */
static bool begins_in_capitals(str s)
{
    enum { LEAST = 3 };
    return str_leading_capitals(s) >= LEAST;
}

enum { LONGEST_DATELINE = 50 };

/* Past the day behind a place and a month, which a text begins with; 0 where it does not. */
static size_t place_and_day(str s)
{
    enum { MOST_WORDS = 6 };
    size_t at = 0;
    bool comma = false, month = false;
    str token;
    if (!memchr(s.ptr, ',', s.len))
        return 0;
    for (size_t n = 0; n < MOST_WORDS && token_next(s, &at, &token); n++) {
        str word = token_core(token);
        if (month) {
            size_t digits = 0;
            while (digits < token.len && ascii_is_digit(token.ptr[digits]))
                digits++;
            return digits > 0 && digits <= 2 ? (size_t)(token.ptr - s.ptr) + digits : 0;
        }
        month = comma && date_is_month(word);
        if (word.len == 0 || !ascii_is_upper(word.ptr[0]) ||
            (word.len == 2 && word_in(word, " on in at by ")))
            return 0;
        comma = token.ptr[token.len - 1] == ',';
    }
    return 0;
}

bool opening_is_dated_place(str s)
{
    s = str_to(str_from(s, s.len && s.ptr[0] == '*'), LONGEST_DATELINE);
    size_t end = place_and_day(s);
    return end > 0 && end < s.len && ascii_is_one_of(s.ptr[end], ".*-\xe2");
}

bool opening_is_place_and_day(str s)
{
    return s.len <= LONGEST_DATELINE && place_and_day(s) == s.len && s.len > 0;
}

bool opening_is_dateline(str s)
{
    size_t dash = 0, at = 0;
    bool bracket = s.len && s.ptr[0] == '(';
    if (opening_is_dated_place(s))
        return true;
    if (!bracket && !begins_in_capitals(s))
        return false;
    while (at < s.len && at < LONGEST_DATELINE && (dash = dash_len(str_from(s, at))) == 0)
        at++;
    if (dash == 0 || at + dash >= s.len || (bracket && s.ptr[at - 1] != ')'))
        return false;
    bool colon = s.ptr[at] == ':', quote = (unsigned char)s.ptr[at + dash] >= 0x80 || s.ptr[at + dash] == '"';
    for (size_t i = 0; colon && i < at; i++)
        if (!ascii_is_upper(s.ptr[i]) && s.ptr[i] != ' ')
            return false;
    return quote || ascii_is_upper(s.ptr[at + dash]);
}

bool opening_is_dispatch(str s)
{
    str place = str_to(s, LONGEST_DATELINE);
    return str_find(place, STR(" \xe2\x80\x94 ")) < place.len && opening_is_dateline(s);
}

bool opening_is_cut_dateline(str s)
{
    size_t at = 0;
    bool month = false;
    str token;
    if (!begins_in_capitals(s) || s.len > LONGEST_DATELINE)
        return false;
    while (token_next(s, &at, &token)) {
        str word = token_core(token);
        month |= date_is_month(word) && ascii_is_lower(word.ptr[1]); /* a date in capitals is the folio's */
    }
    char end = s.ptr[s.len - 1];
    return month && (ascii_is_digit(end) || end == ')' || end == '-' || (unsigned char)end >= 0x80);
}

/* "THE", "POLICE": letters in capitals, two of them at least, and no acronym that is a word by chance. */
static bool is_word_in_capitals(str word)
{
    enum { SHORT = 3, LONGEST = 64 };
    if (word.len < 2 || word.len > LONGEST || !str_is_upper(word))
        return false;
    if (word.len < SHORT)
        return word_in(word, " an as at by he if in is my no of on so to we ");
    return !word_in(word, " who aids arm unit cop sat ") && wordlist_has_any_case(word);
}

bool opening_is_in_capitals(str s)
{
    enum { FEWEST_NAMES = 3 };
    size_t at = 0, words = 0, names = 0;
    str token;
    bool drop = s.len > 3 && ascii_is_upper(s.ptr[0]) && s.ptr[1] == ' ' && ascii_is_upper(s.ptr[2]) &&
                ascii_is_upper(s.ptr[3]) && s.ptr[0] != 'A' && s.ptr[0] != 'I';
    if (drop)
        return true;
    while (token_next(s, &at, &token)) {
        str word = token_core(token);
        if (word.len == 0 || str_has_lower(word))
            break;
        /* "A LONG WALK: Residents wait" begins a caption. */
        if (str_ends(token, STR(":")))
            return false;
        words += is_word_in_capitals(word);
        names += word.len > 1 && ascii_is_upper(word.ptr[0]) && ascii_is_upper(word.ptr[1]);
    }
    return (words > 0 || names >= FEWEST_NAMES) && at < s.len && token.len > 0 &&
           ascii_is_alnum(token.ptr[0]);
}

bool opening_is_salutation(str s)
{
    static const char *const openings[] = {"sir",         "madam",         "sir/madam",    "sirs",
                                           "dear editor", "to the editor", "dear sir",     "editor",
                                           "a chara",     "dear madam",    "dear editors", "dear readers"};
    enum { LONGEST = 60 };
    enum { LONGEST_NAME = 32 };
    bool marked = s.len && s.len <= LONGEST && ascii_is_one_of(s.ptr[s.len - 1], ",:");
    if (marked && s.len <= LONGEST_NAME && str_starts_nocase(s, STR("dear "))) /* "Dear Friends," */
        return true;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        str rest = str_opens(s, openings[i]) ? str_from(s, strlen(openings[i])) : STR("");
        if (rest.len &&
            (strchr(",:;", rest.ptr[0]) || str_starts(rest, STR(" \xe2\x80\x94")) ||
             str_starts(rest, STR(" \xe2\x80\x93")) || (marked && str_starts_nocase(rest, STR(" of ")))))
            return true; /* "To the Editor of The Times," */
    }
    return false;
}

bool ending_is_of_letter(str s)
{
    enum { LAST_BYTES = 32 };
    static const char *const endings[] = {"yours",   "sincerely", "is mise",  "respectfully",
                                          "regards", "i am, etc", "i am, &c", "i remain"};
    str tail = str_from(s, s.len > LAST_BYTES ? s.len - LAST_BYTES : 0);
    if (tail.len == 0 || !ascii_is_one_of(tail.ptr[tail.len - 1], ",."))
        return false;
    bool stopped = tail.ptr[tail.len - 1] == '.'; /* "I am, &c." */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_find_nocase(tail, str_of(endings[i])) < tail.len && (!stopped || endings[i][1] == ' '))
            return true;
    return false;
}
