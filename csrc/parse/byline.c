#include "parse/byline.h"

#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/title_word.h"
#include "parse/token.h"
#include "parse/word_class.h"

enum { MOST_WORDS = 16, LONGEST_BYTES = 140 };

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
    "guest column by", "guest editorial by", "a column by",   "column by",  "special report by",
    "an interview by", "an essay by",        "a profile by",  "profile by", "photo essay by",
    "research by",     "prepared by",        "submitted by",  "posted by",  "as told to",
    "special to",      "a letter from",      "dispatch from",
};

static bool is_caps(str word)
{
    if (word.len < 2)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_lower(word.ptr[i]) || ascii_is_digit(word.ptr[i]))
            return false;
    return true;
}

/* A surname in capitals and a given name: "YANG Xue". */
static bool has_caps_name(str names)
{
    str token;
    size_t at = 0;
    bool after_caps = false;
    while (token_next(names, &at, &token)) {
        str word = token_core(token);
        if (after_caps && word.len > 1 && ascii_is_upper(word.ptr[0]) && !is_caps(word))
            return true;
        after_caps = is_caps(word);
    }
    return false;
}

typedef struct name_words {
    size_t n, capital, caps;
    bool odd; /* the last word stands in no byline; those behind it are not counted */
    str last;
    bool first_caps, second_given;
} name_words;

static bool is_joining(str word)
{
    return str_eq_nocase(word, STR("and")) || str_eq_nocase(word, STR("with"));
}

static name_words count_names(str names)
{
    name_words c = {0};
    str token;
    size_t at = 0;
    while (!c.odd && token_next(names, &at, &token)) {
        str word = token_core(token);
        c.n++;
        c.last = word;
        if (word.len == 0 || is_joining(word))
            continue;
        bool upper = ascii_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0xC3;
        c.first_caps |= c.n == 1 && is_caps(word) && word.len <= 8;
        c.second_given |= c.n == 2 && !is_caps(word);
        c.capital += upper;
        c.caps += is_caps(word);
        c.odd = !upper && !(word_classes(word) & (WORD_STAFF | WORD_PARTICLE)) &&
                !memchr(token.ptr, '@', token.len);
    }
    return c;
}

/* One of the words is a name, or stands for a writer: "Our Correspondent". */
static bool has_writer(str names)
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
    return placed && (has_caps_name(rest) || starts_with_person(rest)) ? rest : STR("");
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
static str after_opening(str text, bool *marked)
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
        if (!has_caps_name(rest) && !starts_with_person(rest))
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
        if (str_eq(opening, STR("from")) && (text.ptr[0] != 'F' || !has_writer(rest)))
            continue;
        if (!by && !str_eq(opening, STR("from")) && rest.ptr[0] != ':' && !has_caps_name(rest) &&
            !starts_with_person(str_trim(rest)))
            continue;
        rest = str_from(rest, rest.ptr[0] == ':');
        *marked = true;
        return str_trim(rest);
    }
    return text;
}

/* "Jane Doe, Special to The Herald" to "Jane Doe". */
static str without_special(str names)
{
    for (size_t i = 1; i + 12 < names.len; i++)
        if (ascii_lower(names.ptr[i]) == 's' && ascii_is_one_of(names.ptr[i - 1], ", ") &&
            str_starts_nocase(str_from(names, i), STR("special to ")))
            return byline_bare(str_to(names, i));
    return names;
}

/* "Jane Doe, news editor" to "Jane Doe". */
static str without_title(str names)
{
    size_t comma = str_find(names, STR(","));
    str title = str_trim(str_from(names, comma + 1));
    return title.len && ascii_is_lower(title.ptr[0]) && byline_is_role(title) ? str_to(names, comma) : names;
}

/* "Jane Doe; photos by John Roe", "Jane Doe, with additional reporting by John Roe" to "Jane Doe". */
static str without_helpers(str names)
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
static str without_age(str names)
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

/* "our own staff": no name, but who they are. */
static bool is_staff(str names)
{
    enum { FEWEST_WORDS = 2 };
    str token;
    size_t at = 0, n = 0;
    for (; token_next(names, &at, &token); n++)
        if (!(word_classes(token_core(token)) & (WORD_STAFF | WORD_ROLE)))
            return false;
    return n >= FEWEST_WORDS;
}

/* Nothing but addresses: "doe@paper.example, roe@paper.example". */
static bool is_addresses(str text)
{
    size_t at = 0, n = 0;
    str token;
    for (; token_next(text, &at, &token); n++)
        if (!memchr(token.ptr, '@', token.len))
            return false;
    return n > 0;
}

/* "A reports", "A and B report": a sentence that is a byline. */
static str without_reports(str names, bool *reports)
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

/* No word of a name, but one that the two above take off with what follows. */
static bool may_end_names(str word)
{
    return str_starts(word, STR("report")) || str_eq(word, STR("writes")) || str_eq_nocase(word, STR("to"));
}

/* "XU Li & TANG Fen in Chengdu", but not "NASA Finds Water on Mars": each part a surname in capitals and a
 * given name, that is no longer word of a dictionary. */
static bool is_caps_names(str names)
{
    enum { SHORT_NAME = 4 };
    byline_list list = {.rest = names};
    str part, surname, given, more;
    for (bool first = true; byline_next_part(&list, &part); first = false) {
        size_t at = 0;
        str name = byline_person(part);
        if (!first && !has_caps_name(name))
            continue;
        if (!token_next(name, &at, &surname) || !token_next(name, &at, &given))
            return false;
        given = token_core(given);
        /* "LIM Hui Min", but not "WHAT A MESS" */
        if (token_next(name, &at, &more) && (token_core(more).len > SHORT_NAME || given.len > SHORT_NAME ||
                                             is_caps(token_core(more)) || token_next(name, &at, &more)))
            return false;
        bool likely =
            given.len <= SHORT_NAME || title_word(given) & TITLE_GIVEN || byline_word_is_strange(given);
        if (!is_caps(token_core(surname)) || !likely)
            return false;
    }
    return true;
}

/* What the parts of a line without "By" are. */
typedef struct line_parts {
    size_t persons, others;
    bool titled, fit; /* one has a title, an agency or a place behind it; none is anything else */
} line_parts;

static line_parts read_parts(str names)
{
    enum { LONGEST_PLACE_WORDS = 3 };
    line_parts p = {.fit = true};
    byline_list list = {.rest = names};
    str part;
    /* "COUNCIL AND COURT" is no list of names. */
    bool joined = str_find(names, STR(" and ")) < names.len || str_find(names, STR(" & ")) < names.len;
    while (p.fit && byline_next_part(&list, &part)) {
        str person = byline_person(part);
        if (byline_is_role(part)) {
            p.titled = true;
        } else if ((joined ? byline_may_be_person : byline_is_person)(person)) {
            p.persons++;
            p.titled |= person.len < part.len;
        } else {
            p.others++;
            p.fit = p.persons > 0 && p.others == 1 && count_names(part).n <= LONGEST_PLACE_WORDS;
        }
    }
    return p;
}

/* "By Jane Doe Jr." to "By Jane Doe Jr" */
static str without_last_stop(str text)
{
    static const char *const ends[] = {" Jr.", " Sr.", " M.D.", " Ph.D."};
    for (size_t i = 0; text.len && text.ptr[text.len - 1] == '.' && i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, str_of(ends[i])))
            return str_to(text, text.len - 1);
    return text;
}

/* "BY JANE DOE." as old papers set it, to "BY JANE DOE". */
static str without_full_stop(str text)
{
    enum { OPENING = sizeof "by " - 1, MOST_NAMES = 6 };
    if (!str_starts_nocase(text, STR("by ")) || text.ptr[0] != 'B' || text.ptr[text.len - 1] != '.')
        return text;
    byline_list list = {.rest = str_trim(str_from(str_to(text, text.len - 1), OPENING))};
    bool names = count_names(list.rest).n <= MOST_NAMES;
    if (byline_is_agency(list.rest))
        return str_to(text, text.len - 1);
    for (str part; names && byline_next_part(&list, &part);)
        names = byline_may_be_person(part);
    return names ? str_to(text, text.len - 1) : text;
}

/* "Reuters, London", "LONDON: Reuters" */
static bool is_agency_with_place(str text)
{
    enum { MOST_PLACE_WORDS = 3 };
    static const char *const marks[] = {", ", ": "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = str_find(text, str_of(marks[i]));
        if (at == text.len)
            continue;
        str first = str_to(text, at), second = str_from(text, at + strlen(marks[i]));
        str place = i == 0 ? second : first;
        name_words c = count_names(place);
        return byline_is_agency(i == 0 ? first : second) && c.n <= MOST_PLACE_WORDS && c.capital == c.n;
    }
    return false;
}

byline_form byline_look(str text)
{
    bool marked, reports = false;
    if (str_starts_nocase(text, STR("by ")) && str_ends(text, STR(":")))
        text.len--;
    text = without_full_stop(without_last_stop(text));
    if (text.len == 0 || ascii_is_one_of(text.ptr[text.len - 1], ".?!:"))
        return BYLINE_NONE;
    str bare = byline_bare(text), names = after_opening(bare, &marked);
    if (byline_is_agency(bare) || is_addresses(bare) || is_agency_with_place(bare))
        return BYLINE_NAMES;
    if (marked && str_ends_nocase(names, STR("editorial board")))
        return BYLINE_MARKED;
    if (marked)
        names = without_title(without_age(without_helpers(names)));
    if (marked && is_staff(names))
        return BYLINE_MARKED;
    name_words c = count_names(names);
    if (c.odd && may_end_names(c.last))
        names = without_reports(names, &reports);
    str alone = without_special(names);
    if (reports || alone.len < names.len)
        c = count_names(alone);
    names = alone;
    if (names.len > LONGEST_BYTES)
        return BYLINE_NONE;
    bool colon = str_find(names, STR(": ")) < names.len;
    if ((c.odd || colon) && !marked && byline_has_post(names))
        return BYLINE_NAMES;
    if (c.n == 0 || c.n > MOST_WORDS || c.odd || c.capital == 0)
        return BYLINE_NONE;
    if (marked && (has_writer(names) || has_caps_name(names)))
        return BYLINE_MARKED;
    if (marked)
        return c.n >= 2 && c.capital == c.n && !str_starts_nocase(names, STR("the ")) ? BYLINE_PLAIN
                                                                                      : BYLINE_NONE;
    /* "Jane Doe: 'We Must" */
    if (colon)
        return BYLINE_NONE;
    line_parts parts = read_parts(names);
    bool persons = parts.fit && parts.persons > 0;
    if (reports && c.capital >= 2)
        return persons ? BYLINE_MARKED : BYLINE_NAMES;
    /* Without "By", only the style that sets a surname in capitals is sure to be a name. */
    bool caps_style = c.n >= 2 && c.n <= 8 && c.first_caps && c.second_given && c.caps < c.capital;
    if ((caps_style && (c.n == 2 || is_caps_names(names))) || (persons && parts.titled))
        return BYLINE_NAMES;
    return persons ? BYLINE_PLAIN : BYLINE_NONE;
}

/* As "Hu Min" beside "Port Anshun" and "San Vicenta". */
static bool is_surely_person(str name)
{
    size_t at = 0, strange = 0, n = 0;
    str token;
    if (has_caps_name(name))
        return true;
    while (token_next(name, &at, &token)) {
        str word = token_core(token);
        if (n == 0 &&
            word_in(word, " san santa santo sao new nueva nuevo saint st mount los las villa puerto "))
            return false;
        if (n++ == 0 && title_word(word) & TITLE_GIVEN)
            return true;
        strange += byline_word_is_strange(word);
    }
    return strange == n && byline_is_person(name);
}

bool byline_is_sure(str text)
{
    byline_list list = {.rest = byline_bare(text)};
    str part;
    size_t n = 0;
    for (; byline_next_part(&list, &part); n++)
        if (!is_surely_person(part))
            return false;
    return n > 0;
}

str *byline_names(arena *mem, str text, size_t *n_names)
{
    bool marked, reports;
    str bare = without_full_stop(byline_bare(text));
    if (str_starts_nocase(bare, STR("and ")))
        bare = str_trim(str_from(bare, 4));
    /* The next line has the other name. */
    if (str_ends(bare, STR(" and")) || (str_ends(bare, STR(" AND")) && !str_has_lower(bare)))
        bare = str_trim(str_to(bare, bare.len - 4));
    if (str_starts(bare, STR("with ")))
        bare = str_trim(str_from(bare, sizeof "with " - 1));
    if (str_starts_nocase(bare, STR("letter from ")))
        bare = str_trim(str_from(bare, sizeof "letter from " - 1));
    /* "From Mr Alan Penn.", no "Jr." */
    if (bare.len > 4 && str_ends(bare, STR(".")) && ascii_is_lower(bare.ptr[bare.len - 2]) &&
        ascii_is_lower(bare.ptr[bare.len - 3]))
        bare.len--;
    size_t colon = str_find(bare, STR(": "));
    if (colon < bare.len && is_agency_with_place(bare)) /* "LONDON: Reuters" */
        bare = str_from(bare, colon + 2);
    byline_list list = {.rest = bare};
    if (!byline_is_agency(bare))
        list.rest = without_age(
            without_helpers(without_special(without_reports(after_opening(bare, &marked), &reports))));
    str *names = NULL, part;
    size_t n = 0, persons = 0, capacity = 0;
    bool listed =
        str_find(list.rest, STR(" and ")) < list.rest.len || memchr(list.rest.ptr, '&', list.rest.len);
    for (bool behind_comma = false; byline_next_part(&list, &part);
         behind_comma = list.comma && !list.joined) {
        bool role = byline_is_role(part);
        str name = role ? part : byline_person(part);
        /* "From Rahul Reddy, Chandkot": what stands alone behind a comma is a place. */
        bool place = n > 0 && behind_comma && !role &&
                     (!memchr(name.ptr, ' ', name.len) || (!listed && !is_surely_person(name)));
        if (name.len == 0 || place || (role && persons > 0) || (n > 0 && byline_has_digit(name)))
            continue;
        if (!role && persons == 0)
            n = 0;
        persons += !role;
        names = arena_grow(mem, names, n, &capacity, sizeof *names);
        names[n++] = name;
    }
    *n_names = n;
    return names;
}
