#include "parse/credit.h"

#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/token.h"
#include "parse/word_class.h"

enum { LONGEST_CREDIT_BYTES = 90, MOST_ITALIC_WORDS = 6 };

/* "PHOTO: XINHUA" to "XINHUA"; "Photo by LI Na/VCG" to "LI Na/VCG"; others stay whole. */
static str credit_name(str inside)
{
    static const char *const openings[] = {"photographs", "photograph", "pictures",    "photos",
                                           "photo",       "picture",    "image",       "images",
                                           "credit",      "pic",        "illustration"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        str opening = str_of(openings[i]);
        if (!str_starts_nocase(inside, opening))
            continue;
        str rest = str_trim(str_from(inside, opening.len));
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
    size_t slash = str_find(inside, STR("/"));
    str first = str_trim(str_to(inside, slash)), second = str_trim(str_from(inside, slash + 1));
    return slash > 0 && slash < inside.len && second.len > 0 && inside.len < 50 &&
           ascii_is_upper(first.ptr[0]) && ascii_is_upper(second.ptr[0]) &&
           !ascii_is_digit(first.ptr[first.len - 1]);
}

static bool mentions_photo(str inside)
{
    if (is_name_and_agency(inside))
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

static bool is_credit(size_t start, str inside, size_t *start_byte, str *credit)
{
    inside = str_trim(inside);
    if (inside.len == 0 || !mentions_photo(inside))
        return false;
    if (start_byte)
        *start_byte = start;
    if (credit)
        *credit = credit_name(inside);
    return true;
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

/* "Photo by Jane Doe", "Staff photo", "Provided to The Herald": a word of photographs at its start, and
 * names. */
static bool says_photo(str s)
{
    enum { MOST_WORDS = 9 };
    size_t at = 0, n = 0, photo = photo_word(s);
    str token;
    while (photo <= MOST_BEFORE_PHOTO && token_next(s, &at, &token)) {
        str word = token_core(token), first = first_part(word);
        bool before = n < photo;
        if (before && !is_credit_word(first) && !byline_is_agency(first) &&
            !word_in(first, " contributed submitted archive stock press pool agency "))
            return false;
        if (++n > MOST_WORDS || (word.len && ascii_is_lower(word.ptr[0]) && !is_credit_word(first)))
            return false;
    }
    return n >= 2 || (n == 1 && str_eq_nocase(s, STR("handout")));
}

/* All words begin with capitals, and they are no more than `most`. */
static bool is_named(str s, size_t most)
{
    size_t at = 0, n = 0;
    str token;
    while (token_next(s, &at, &token)) {
        str word = token_core(token);
        bool upper = word.len && (ascii_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0xC3);
        if (++n > most || (!upper && !word_in(word, " of for the van de la via ")))
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

/* An agency, or a house that has only pictures. */
static bool is_house(str s)
{
    enum { LONGEST = sizeof "shutterstock" - 1 };
    static const char *const houses[] = {"epa",   "vcg",          "cfp",   "icphoto", "imaginechina",
                                         "getty", "shutterstock", "alamy", "nasa"};
    for (size_t i = 0; s.len <= LONGEST && i < sizeof houses / sizeof *houses; i++)
        if (str_eq_nocase(s, str_of(houses[i])))
            return true;
    /* "From wire reports" says who wrote. */
    return byline_is_agency(s) && !str_starts_nocase(s, STR("from ")) && !str_ends(s, STR("reports")) &&
           !str_ends(s, STR("report"));
}

static bool is_in_capitals(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_lower(s.ptr[i]))
            return false;
    return true;
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
        !is_named(first, 4) || !is_named(second, 5))
        return false;
    bool house = is_house(second) || is_paper(second) || is_house(str_to(second, str_find(second, STR(" "))));
    return is_house(first) ||
           (byline_is_person(first) && (house || is_named(second, is_in_capitals(first) ? 4 : 2))) ||
           (house && is_named(first, 3) && memchr(first.ptr, ' ', first.len));
}

/* The words are a credit and nothing else. */
static bool is_whole(str s)
{
    return s.len > 0 && s.len <= LONGEST_CREDIT_BYTES &&
           (says_photo(s) || str_starts(s, STR("Courtesy of ")) || is_name_with_house(s) || is_house(s));
}

/* A sentence ends before `at`, or a dash or nothing stands there. */
static bool may_begin_at(str text, size_t at)
{
    while (at > 0 && ascii_is_space(text.ptr[at - 1]))
        at--;
    if (at == 0 || strchr(".!?\"'", text.ptr[at - 1]))
        return true;
    str before = str_trim(str_to(text, at));
    return before.len == 0 || str_ends(before, STR("\xe2\x80\x9d"));
}

static bool found(size_t start, str credit, size_t *start_byte, str *name)
{
    if (start_byte)
        *start_byte = start;
    if (name)
        *name = credit_name(credit);
    return true;
}

/* "... of the port Photo: LIN Hai/Agency": behind no sentence's end. */
static bool opens_credit(str tail)
{
    static const char *const openings[] = {"photo:",
                                           "photos:",
                                           "picture:",
                                           "pictures:",
                                           "photograph:",
                                           "photographs:",
                                           "image:",
                                           "credit:",
                                           "photo by ",
                                           "photo/",
                                           "photo courtesy of ",
                                           "photograph courtesy of ",
                                           "pic:",
                                           "pics:",
                                           "pix:",
                                           "picture by ",
                                           "pictures by ",
                                           "photos by ",
                                           "photograph by ",
                                           "picture courtesy of ",
                                           "image courtesy of "};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (str_starts_nocase(tail, str_of(openings[i])))
            return true;
    return false;
}

/* "... of the port. Photo: LIN Hai/Agency": without brackets. */
static bool open_credit(str text, size_t *start_byte, str *credit)
{
    size_t from = text.len > LONGEST_CREDIT_BYTES ? text.len - LONGEST_CREDIT_BYTES : 0;
    for (size_t i = from; i < text.len; i++) {
        char first = text.ptr[i];
        if (ascii_is_space(first) || (i > 0 && !ascii_is_space(text.ptr[i - 1])))
            continue;
        bool behind_word = i > 1 && ascii_is_alnum(text.ptr[i - 2]);
        bool opens = first == 'P' || first == 'I' || first == 'C';
        if (behind_word && !opens)
            continue;
        str tail = str_from(text, i);
        if ((may_begin_at(text, i) && is_whole(byline_bare(tail))) ||
            (opens && opens_credit(tail) && mentions_photo(tail)))
            return found(i, byline_bare(tail), start_byte, credit);
    }
    return false;
}

/* "... on the pier. -- Orla Gallagher, Herald": names behind a dash that ends the caption. */
static bool dash_credit(str text, size_t *start_byte, str *credit)
{
    enum { MOST_WORDS = 7 };
    static const char dash[] = "\xe2\x80\x94";
    str tail = str_from(text, text.len > LONGEST_CREDIT_BYTES ? text.len - LONGEST_CREDIT_BYTES : 0);
    const char *lead = memrchr(tail.ptr, dash[0], tail.len);
    while (lead && !str_starts(str_from(tail, (size_t)(lead - tail.ptr)), STR(dash)))
        lead = memrchr(tail.ptr, dash[0], (size_t)(lead - tail.ptr));
    if (!lead)
        return false;
    size_t at = (size_t)(lead - text.ptr);
    str names = str_trim(str_from(text, at + sizeof dash - 1)), before = str_trim(str_to(text, at)), token;
    if (names.len == 0 || (before.len && !strchr(".!?\"'", before.ptr[before.len - 1])))
        return false;
    size_t i = 0, words = 0;
    while (token_next(names, &i, &token)) {
        str word = token_core(token);
        words++;
        if (word.len && ascii_is_lower(word.ptr[0]) && !word_in(word, " of for the van de la "))
            return false;
    }
    if (words > MOST_WORDS || (words < 2 && !byline_is_agency(names)) || names.ptr[names.len - 1] == '.')
        return false;
    if (start_byte)
        *start_byte = at;
    if (credit)
        *credit = names;
    return true;
}

/* "... of the hall. *Herald file photo*", "*Herald/Jane Doe*": in italics behind the text. */
static bool italic_credit(str text, size_t *start_byte, str *credit)
{
    size_t end = text.len - 1, at = end;
    while (at > 0 && text.ptr[at - 1] != '*')
        at--;
    if (at < 2 || !ascii_is_space(text.ptr[at - 2]) || end - at > LONGEST_CREDIT_BYTES)
        return false;
    str inside = {text.ptr + at, end - at};
    size_t slash = str_find(inside, STR("/"));
    bool paper_first = slash < inside.len && byline_is_person(str_trim(str_from(inside, slash + 1)));
    if (!paper_first && !is_whole(inside) && !(mentions_photo(inside) && is_named(inside, MOST_ITALIC_WORDS)))
        return false;
    return found(at - 1, inside, start_byte, credit);
}

/* "(Reuters)" behind a caption's text: longer texts end in their source so, too. */
static bool is_agency_credit(str text, size_t start, str inside)
{
    enum { LONGEST_TEXT_BYTES = 200 };
    str before = str_trim(str_to(text, start));
    bool short_name = inside.len >= 2 && inside.len <= 12 && !memchr(inside.ptr, ' ', inside.len);
    for (size_t i = 0; i < inside.len && before.len == 0; i++)
        short_name &= ascii_is_upper(inside.ptr[i]);
    bool sentence =
        before.len && before.len <= LONGEST_TEXT_BYTES && strchr(".!?\"'", before.ptr[before.len - 1]);
    return (before.len == 0 && (short_name || is_house(inside))) || (sentence && is_house(inside));
}

bool credit_find(str text, size_t *start_byte, str *credit)
{
    str s = str_trim(text);
    if (s.len && s.ptr[s.len - 1] == '.')
        s.len--;
    if (s.len < 4)
        return false;
    if (s.ptr[s.len - 1] == '*')
        return italic_credit(s, start_byte, credit);
    char end = s.ptr[s.len - 1];
    if (end != ')' && end != ']')
        return open_credit(s, start_byte, credit) || dash_credit(s, start_byte, credit);
    size_t least = s.len > LONGEST_CREDIT_BYTES ? s.len - LONGEST_CREDIT_BYTES : 0;
    for (size_t i = s.len - 1; i-- > least;) {
        if (s.ptr[i] != (end == ')' ? '(' : '['))
            continue;
        str inside = {s.ptr + i + 1, s.len - i - 2};
        if (is_agency_credit(s, i, inside))
            return found(i, inside, start_byte, credit);
        return is_credit(i, inside, start_byte, credit);
    }
    /* The opening bracket is lost. */
    return open_credit(str_to(s, s.len - 1), start_byte, credit);
}

bool credit_is_source(str text)
{
    size_t start;
    str name;
    return credit_find(text, &start, &name) && is_house(byline_bare(name)) &&
           !mentions_photo(str_from(text, start));
}

static bool has_strange_word(str name)
{
    size_t at = 0;
    str token;
    while (token_next(name, &at, &token))
        if (byline_word_is_strange(token_core(token)))
            return true;
    return false;
}

/* "... a silo at Moyne, Estonia Reuters": an agency behind a text that no full stop ends. */
static bool ends_in_agency(str s)
{
    enum { LEAST_TEXT_BYTES = 40 };
    size_t at = s.len;
    while (at > 0 && !ascii_is_space(s.ptr[at - 1]))
        at--;
    return at >= LEAST_TEXT_BYTES && ascii_is_upper(s.ptr[at]) && byline_is_agency(str_from(s, at));
}

bool credit_is_name_behind(str text)
{
    enum { LONGEST_NAME = 30, LONGEST_TEXT = 400, MOST_NAMES = 3 };
    str s = str_trim(text);
    if (s.len == 0 || s.len > LONGEST_TEXT)
        return false;
    bool bracket = s.ptr[s.len - 1] == ')';
    size_t end = s.len - bracket, at = end;
    while (at > 0 && end - at <= LONGEST_NAME && !strchr(bracket ? "(" : ".!?\"", s.ptr[at - 1]))
        at--;
    str name = str_trim((str){s.ptr + at, end - at}), before = str_trim(str_to(s, at - (bracket && at > 0)));
    if (ends_in_agency(s))
        return true;
    return at > 1 && end - at <= LONGEST_NAME && before.len > 0 &&
           strchr(".!?\"", before.ptr[before.len - 1]) && memchr(name.ptr, ' ', name.len) &&
           is_named(name, MOST_NAMES) && has_strange_word(name);
}

bool credit_is_all(str text)
{
    size_t start;
    return credit_find(text, &start, NULL) && str_trim(str_to(text, start)).len == 0;
}

static bool ends_nocase(str s, str end)
{
    return s.len >= end.len && str_eq_nocase(str_from(s, s.len - end.len), end);
}

/* The last bracket near the end. */
static char last_bracket(str text)
{
    str tail = str_from(text, text.len > LONGEST_CREDIT_BYTES ? text.len - LONGEST_CREDIT_BYTES : 0);
    for (size_t i = tail.len; i-- > 0;)
        if (strchr("()[]", tail.ptr[i]))
            return tail.ptr[i];
    return '\0';
}

bool credit_is_cut(str text, str next)
{
    static const char *const ends[] = {"photo by",    "photos by", "picture by", "pictures by", "photo:",
                                       "photograph:", "photos:",   "picture:",   "pictures:",   "credit:"};
    if (text.len == 0 || next.len == 0 || next.len > LONGEST_CREDIT_BYTES)
        return false;
    char end = next.ptr[next.len - 1], last = ascii_lower(text.ptr[text.len - 1]);
    if (end == ')' || end == ']')
        return last_bracket(text) == (end == ')' ? '(' : '[');
    if (str_ends(text, STR(". \xe2\x80\x94")))
        return is_named(next, 7);
    /* "Photo by Jane", "DOE" */
    str name;
    if (is_named(next, 2) && credit_find(text, NULL, &name) && !memchr(name.ptr, ' ', name.len) &&
        !is_house(name) && str_starts(str_from(text, text.len - name.len), name))
        return true;
    for (size_t i = 0; (last == 'y' || last == ':') && i < sizeof ends / sizeof *ends; i++)
        if (ends_nocase(text, str_of(ends[i])))
            return true;
    return false;
}
