#include "parse/byline_opening.h"

#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/title_word.h"
#include "parse/token.h"
#include "parse/word_class.h"

/* What may stand before the names; longest first.  The first word of each is a WORD_BYLINE in
 * word_class.gperf. */
static const char *const openings[] = {"story and photos by",
                                       "photos and story by",
                                       "photo and text by",
                                       "photos and text by",
                                       "text and photos by",
                                       "text and photo by",
                                       "text & photos by",
                                       "photo & text by",
                                       "photos & text by",
                                       "text & photo by",
                                       "words and pictures by",
                                       "edited and translated by",
                                       "edited by",
                                       "reported by",
                                       "reporting by",
                                       "written by",
                                       "compiled by",
                                       "translated by",
                                       "interviewed by",
                                       "this article is by",
                                       "this story is by",
                                       "this report is by",
                                       "interview by",
                                       "contributed by",
                                       "report by",
                                       "words by",
                                       "story by",
                                       "exclusive by",
                                       "analysis by",
                                       "commentary by",
                                       "comment by",
                                       "opinion by",
                                       "reviewed by",
                                       "review by",
                                       "essay by",
                                       "text by",
                                       "text and photos",
                                       "photos and text",
                                       "story and photos",
                                       "words and pictures",
                                       "our correspondent",
                                       "special correspondent",
                                       "staff reporters",
                                       "staff reporter",
                                       "staff writers",
                                       "staff writer",
                                       "reporters",
                                       "reporter",
                                       "correspondent",
                                       "words",
                                       "report",
                                       "story",
                                       "text",
                                       "authors",
                                       "author",
                                       "from",
                                       "by"};

/* The same where nothing but a person may follow. */
static const char *const person_openings[] = {
    "guest column by", "guest editorial by", "a column by",  "column by",  "special report by",
    "an interview by", "an essay by",        "a profile by", "profile by", "photo essay by",
    "research by",     "prepared by",        "submitted by", "posted by",  "as told to",
    "a letter from",   "dispatch from",
};

bool byline_is_caps(str word)
{
    if (word.len < 2)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_lower(word.ptr[i]) || ascii_is_digit(word.ptr[i]))
            return false;
    return true;
}

/* A surname in capitals and a given name: "YANG Xue". */
bool byline_has_caps_name(str names)
{
    str token;
    size_t at = 0;
    bool after_caps = false;
    while (token_next(names, &at, &token)) {
        str word = token_core(token);
        if (after_caps && word.len > 1 && ascii_is_upper(word.ptr[0]) && !byline_is_caps(word))
            return true;
        after_caps = byline_is_caps(word);
    }
    return false;
}

/* One of the words is a name, or stands for a writer: "Our Correspondent". */
bool byline_has_writer(str names)
{
    size_t at = 0;
    str token;
    while (token_next(names, &at, &token)) {
        str word = token_core(token);
        bool upper = word.len && (ascii_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0xC3);
        if (word.len && (word_classes(word) & (WORD_STAFF | WORD_ROLE | WORD_PAPER) ||
                         title_word(word) & TITLE_GIVEN || (upper && byline_word_is_strange(word))))
            return true;
    }
    return false;
}

static bool starts_with_person(str names)
{
    byline_list list = {.rest = names};
    str part;
    return byline_next_part(&list, &part) && byline_is_person(part);
}

/* Its first word is an opening's, or has "by" in it, glued to a name. */
static bool may_open(str text)
{
    size_t len = 0;
    while (len < text.len && ascii_is_alpha(text.ptr[len]))
        len++;
    return str_opens(text, "by") || word_classes(str_to(text, len)) & (WORD_BYLINE | WORD_OF_BYLINE);
}

/* "In Lagos: Jane Doe" to "Jane Doe"; "" for others. */
static str after_place(str text)
{
    enum { LONGEST_PLACE = 40 };
    size_t colon = str_find(str_to(text, LONGEST_PLACE), STR(": "));
    if (!str_opens(text, "in") || colon >= text.len || colon + 2 > LONGEST_PLACE)
        return STR("");
    str place = str_trim(str_from(str_to(text, colon), 2)), rest = str_trim(str_from(text, colon + 1));
    bool placed = place.len && ascii_is_upper(place.ptr[0]) && !memchr(place.ptr, '.', place.len) &&
                  text.ptr[0] == 'I' && byline_has_name_word(place) && !str_eq_nocase(place, STR("memoriam"));
    return placed && (byline_has_caps_name(rest) || starts_with_person(rest)) ? rest : STR("");
}

/* "Photos by Ann Dee, text by Jane Doe" to "Jane Doe"; "" for others. */
static str after_pictures(str text)
{
    static const char *const writers[] = {", text by ", ", words by ", ", story by ", " and text by "};
    if (!str_starts_nocase(text, STR("photo")) && !str_starts_nocase(text, STR("picture")))
        return STR("");
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        str writer = str_of(writers[i]);
        size_t at = str_find_nocase(text, writer);
        if (at < text.len)
            return str_trim(str_from(text, at + writer.len));
    }
    return STR("");
}

/* What follows "By", or `text` itself when it has no such opening. */
str byline_after_opening(str text, bool *marked)
{
    *marked = false;
    str placed = after_place(text), pictured = after_pictures(text);
    if (placed.len || pictured.len) {
        *marked = true;
        return placed.len ? placed : pictured;
    }
    if (!may_open(text))
        return text;
    for (size_t i = 0; i < sizeof person_openings / sizeof *person_openings; i++) {
        str rest = str_from(text, strlen(person_openings[i]));
        if (text.len <= rest.len || !str_opens(text, person_openings[i]) || rest.len == 0 ||
            rest.ptr[0] != ' ')
            continue;
        rest = str_trim(rest);
        if (!byline_has_caps_name(rest) && !starts_with_person(rest))
            continue;
        *marked = true;
        return rest;
    }
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (!str_opens(text, openings[i]))
            continue;
        str opening = str_of(openings[i]);
        if (text.len == opening.len)
            continue;
        str rest = str_from(text, opening.len);
        /* "ByYANG Xue" has lost its blank. */
        bool glued = opening.len == 2 && ascii_is_upper(rest.ptr[0]) && rest.len > 1;
        bool blank = str_trim(rest).ptr != rest.ptr;
        if (!blank && rest.ptr[0] != ':' && !glued)
            continue;
        /* A title without "by" needs a name in the paper's style, or a colon, behind it. */
        bool by = str_ends(opening, STR("by"));
        if (str_eq(opening, STR("from")) && (text.ptr[0] != 'F' || !byline_has_writer(rest)))
            continue;
        if (!by && !str_eq(opening, STR("from")) && rest.ptr[0] != ':' && !byline_has_caps_name(rest) &&
            !starts_with_person(str_trim(rest)))
            continue;
        rest = str_from(rest, rest.ptr[0] == ':');
        *marked = true;
        return str_trim(rest);
    }
    return text;
}

/* "Jane Doe, Special to The Herald" to "Jane Doe". */
str byline_without_special(str names)
{
    for (size_t i = 1; i + 12 < names.len; i++)
        if (ascii_lower(names.ptr[i]) == 's' && ascii_is_one_of(names.ptr[i - 1], ", ") &&
            str_starts_nocase(str_from(names, i), STR("special to ")))
            return byline_bare(str_to(names, i));
    return names;
}

/* "Jane Doe, news editor" to "Jane Doe". */
str byline_without_title(str names)
{
    size_t comma = str_find(names, STR(","));
    str title = str_trim(str_from(names, comma + 1));
    return title.len && ascii_is_lower(title.ptr[0]) && byline_is_role(title) ? str_to(names, comma) : names;
}

/* "Jane Doe; photos by John Roe", "Jane Doe, with additional reporting by John Roe" to "Jane Doe". */
str byline_without_helpers(str names)
{
    static const char *const helpers[] = {"photos by ",
                                          "photo by ",
                                          "pictures by ",
                                          "with additional reporting by ",
                                          "additional reporting by ",
                                          "translated by ",
                                          "edited by ",
                                          "(text)"};
    for (size_t i = 2; i < names.len; i++) {
        if (names.ptr[i - 1] != ' ')
            continue;
        for (size_t k = 0; k < sizeof helpers / sizeof *helpers; k++)
            if (str_opens(str_from(names, i), helpers[k]))
                return byline_bare(str_to(names, i));
    }
    return names;
}

/* "Jane Doe, 17", "Jane Doe, Grade 9", "Jane Doe '07" to "Jane Doe": a pupil's age or year. */
str byline_without_age(str names)
{
    enum { MOST_DIGITS = 4 };
    size_t digits = names.len;
    while (digits > 0 && ascii_is_digit(names.ptr[digits - 1]))
        digits--;
    if (digits == names.len || names.len - digits > MOST_DIGITS)
        return names;
    str before = str_to(names, digits);
    if (str_ends(before, STR(" '")))
        return str_trim(str_to(before, before.len - 1));
    if (str_ends(before, STR(" \xe2\x80\x99")))
        return str_trim(str_to(before, before.len - 3));
    static const char *const kinds[] = {", ", ", age ", ", aged ", ", grade ", ", year ", ", class of "};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_ends_nocase(before, str_of(kinds[i])))
            return str_trim(str_to(before, before.len - strlen(kinds[i])));
    return names;
}

/* "A reports", "A and B report": a sentence that is a byline. */
str byline_without_reports(str names, bool *reports)
{
    static const char *const verbs[] = {" reports", " report", " reporting", " writes"};
    *reports = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs && !*reports; i++) {
        size_t at = str_find(names, str_of(verbs[i])), end = at + strlen(verbs[i]);
        str place = str_from(names, end < names.len ? end : names.len);
        if (at == names.len ||
            (place.len && !str_starts(place, STR(" from ")) && !str_starts(place, STR(" in "))))
            continue;
        *reports = true;
        names.len = at;
    }
    return names;
}
