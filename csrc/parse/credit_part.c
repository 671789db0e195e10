#include "parse/credit_part.h"

#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/token.h"
#include "parse/word_class.h"

str credit_name(str inside)
{
    static const char *const openings[] = {"photographs", "photograph", "pictures",    "photos",
                                           "photo",       "picture",    "image",       "images",
                                           "credit",      "pic",        "illustration"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (!str_opens(inside, openings[i]))
            continue;
        str rest = str_trim(str_from(inside, strlen(openings[i])));
        if (rest.len && strchr(":/-", rest.ptr[0]))
            rest = str_trim(str_from(rest, 1));
        else if (str_starts_nocase(rest, STR("by ")))
            rest = str_trim(str_from(rest, 3));
        else if (str_starts_nocase(rest, STR("credit:")))
            rest = str_trim(str_from(rest, 7));
        else
            continue;
        return rest.len ? rest : inside;
    }
    return inside;
}

/* "LI Na/XINHUA": a photographer and an agency. */
static bool is_name_and_agency(str inside)
{
    enum { LONGEST = 50 };
    size_t slash = str_find(inside, STR("/"));
    str first = str_trim(str_to(inside, slash)), second = str_trim(str_from(inside, slash + 1));
    return slash > 0 && slash < inside.len && second.len > 0 && inside.len < LONGEST &&
           ascii_is_upper(first.ptr[0]) && ascii_is_upper(second.ptr[0]) &&
           !ascii_is_digit(first.ptr[first.len - 1]);
}

/* "JANE DOE FOR THE HERALD" */
static bool is_name_for_paper(str inside)
{
    static const char words[] = " for the ";
    size_t at = str_find_nocase(inside, STR(words));
    return at < inside.len && byline_is_person(str_to(inside, at)) &&
           credit_is_named(str_from(inside, at + sizeof words - 1), 3);
}

bool credit_mentions_photo(str inside)
{
    if (is_name_and_agency(inside) || is_name_for_paper(inside))
        return true;
    str token;
    size_t at = 0;
    while (token_next(inside, &at, &token)) {
        str word = token_core(token);
        size_t slash = str_find(word, STR("/")), colon = str_find(word, STR(":"));
        if (word_classes(str_to(str_to(word, slash), colon)) & WORD_PHOTO)
            return true;
        /* OCR: "PH0TO", "PHOT0". */
        if (word.len == 5 && edit_distance(word, STR("photo"), 1) <= 1 && !ascii_is_lower(word.ptr[0]))
            return true;
    }
    return false;
}

/* Words that a credit has beside names: "Photo courtesy of", "Provided to". */
static bool is_credit_word(str word)
{
    return word_classes(word) & WORD_PHOTO || word_in(word, " by of to for from the via and staff special ");
}

/* "Photo" of "Photo:LI" and "PHOTO/LI". */
static str first_part(str word)
{
    return str_to(str_to(word, str_find(word, STR("/"))), str_find(word, STR(":")));
}

enum { MOST_BEFORE_PHOTO = 2 };

/* Which of the first words is one of photographs; MOST_BEFORE_PHOTO + 1 for none. */
static size_t photo_word(str s)
{
    size_t at = 0;
    str token;
    for (size_t n = 0; n <= MOST_BEFORE_PHOTO && token_next(s, &at, &token); n++)
        if (word_classes(first_part(token_core(token))) & WORD_PHOTO)
            return n;
    return MOST_BEFORE_PHOTO + 1;
}

/* "Photo by Jane Doe", "Staff photo", "Provided to The Herald", "Herald photo by Jane Doe", "HERALD FILE
 * PHOTO": a word of photographs at its start, and names. */
static bool says_photo(str s)
{
    enum { MOST_WORDS = 9 };
    size_t at = 0, n = 0, photo = photo_word(s);
    bool shouted = photo > 0 && !str_has_lower(s);
    bool by = photo > 0 && str_find(s, STR(" by ")) < s.len;
    str token;
    while (photo <= MOST_BEFORE_PHOTO && token_next(s, &at, &token)) {
        str word = token_core(token), first = first_part(word);
        bool before = n < photo;
        bool paper = word_classes(first) & WORD_PAPER; /* "Journal photo/JANE DOE" */
        if (before && !by && !shouted && !paper && !is_credit_word(first) && !byline_is_agency(first) &&
            !word_in(first, " contributed submitted archive stock press pool agency "))
            return false;
        if (++n > MOST_WORDS || (word.len && ascii_is_lower(word.ptr[0]) && !is_credit_word(first)))
            return false;
    }
    return n >= 2 || (n == 1 && word_in(token_core(s), " handout contributed submitted "));
}

bool credit_is_named(str s, size_t most)
{
    size_t at = 0, n = 0;
    str token;
    while (token_next(s, &at, &token)) {
        str word = token_core(token);
        bool upper = word.len && (ascii_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0xC3);
        if (++n > most || (!upper && !word_in(word, " of for the and van de la via ")))
            return false;
    }
    return n > 0;
}

static bool is_paper(str s)
{
    size_t at = 0;
    str token;
    while (token_next(s, &at, &token))
        if (word_classes(token_core(token)) & (WORD_PAPER | WORD_STAFF))
            return true;
    return false;
}

bool credit_is_house(str s)
{
    enum { LONGEST = sizeof "shutterstock" - 1 };
    /* Each a WORD_AGENCY in word_class.gperf. */
    static const char *const houses[] = {"epa",   "vcg",          "cfp",   "icphoto", "imaginechina",
                                         "getty", "shutterstock", "alamy", "nasa",    "getty images"};
    for (size_t i = 0; s.len <= LONGEST && i < sizeof houses / sizeof *houses; i++)
        if (str_eq_nocase(s, str_of(houses[i])))
            return true;
    /* "From wire reports" says who wrote. */
    return byline_is_agency(s) && !str_starts_nocase(s, STR("from ")) && !str_ends(s, STR("reports")) &&
           !str_ends(s, STR("report"));
}

/* "Jane Doe / The Herald", "JANE DOE/STAFF", "Reuters/Jane Doe", "For China Daily". */
static bool is_name_with_house(str s)
{
    static const char *const marks[] = {"/", " | ", " \xe2\x80\x93 ", " \xe2\x80\x94 "};
    size_t slash = s.len, len = 0;
    for (size_t i = 0; slash == s.len && i < sizeof marks / sizeof *marks; i++) {
        slash = str_find(s, str_of(marks[i]));
        len = strlen(marks[i]);
    }
    str first = str_trim(str_to(s, slash)), second = byline_bare(str_from(s, slash + len));
    if (slash == s.len || memchr(first.ptr, '(', first.len) || str_starts_nocase(s, STR("by ")) ||
        !credit_is_named(first, 4) || !credit_is_named(second, 5))
        return false;
    bool house = credit_is_house(second) || is_paper(second) ||
                 credit_is_house(str_to(second, str_find(second, STR(" "))));
    return credit_is_house(first) ||
           (byline_is_person(first) && (house || credit_is_named(second, !str_has_lower(first) ? 4 : 2))) ||
           (house && credit_is_named(first, 3) && memchr(first.ptr, ' ', first.len));
}

/* "Jane Doe photo" */
static bool is_name_and_photo(str s)
{
    size_t blank = s.len;
    while (blank > 0 && s.ptr[blank - 1] != ' ')
        blank--;
    return blank > 0 && word_in(str_from(s, blank), " photo photos photograph ") &&
           byline_is_person(str_trim(str_to(s, blank)));
}

bool credit_is_words(str s)
{
    return s.len > 0 && s.len <= LONGEST_CREDIT_BYTES &&
           (says_photo(s) || str_starts(s, STR("Courtesy of ")) || is_name_with_house(s) ||
            is_name_and_photo(s) || credit_is_house(s));
}
