#include "parse/byline.h"

#include "base/ascii.h"
#include "parse/byline_opening.h"
#include "parse/byline_part.h"
#include "parse/title_word.h"
#include "parse/token.h"
#include "parse/word_class.h"

enum { MOST_WORDS = 16, LONGEST_BYTES = 140 };

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
        c.first_caps |= c.n == 1 && byline_is_caps(word) && word.len <= 8;
        c.second_given |= c.n == 2 && !byline_is_caps(word);
        c.capital += upper;
        c.caps += byline_is_caps(word);
        c.odd = !upper && !(word_classes(word) & (WORD_STAFF | WORD_PARTICLE)) &&
                !memchr(token.ptr, '@', token.len);
    }
    return c;
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
        if (!first && !byline_has_caps_name(name))
            continue;
        if (!token_next(name, &at, &surname) || !token_next(name, &at, &given))
            return false;
        given = token_core(given);
        /* "LIM Hui Min", but not "WHAT A MESS" */
        if (token_next(name, &at, &more) &&
            (token_core(more).len > SHORT_NAME || given.len > SHORT_NAME ||
             byline_is_caps(token_core(more)) || token_next(name, &at, &more)))
            return false;
        bool likely =
            given.len <= SHORT_NAME || title_word(given) & TITLE_GIVEN || byline_word_is_strange(given);
        if (!byline_is_caps(token_core(surname)) || !likely)
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
    enum { MOST_NAMES = 6 }; /* "By" opens prose, too */
    static const char *const openings[] = {"by ", "this article is by ", "this story is by "};
    size_t k = 0, n_openings = sizeof openings / sizeof *openings;
    while (k < n_openings && !str_starts_nocase(text, str_of(openings[k])))
        k++;
    if (k == n_openings || !ascii_is_upper(text.ptr[0]) || text.ptr[text.len - 1] != '.')
        return text;
    byline_list list = {.rest = str_trim(str_from(str_to(text, text.len - 1), strlen(openings[k])))};
    bool names = k > 0 || count_names(list.rest).n <= MOST_NAMES;
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
    str bare = byline_bare(text), names = byline_after_opening(bare, &marked);
    if (byline_is_agency(bare) || is_addresses(bare) || is_agency_with_place(bare))
        return BYLINE_NAMES;
    if (marked && str_ends_nocase(names, STR("editorial board")))
        return BYLINE_MARKED;
    if (marked)
        names = byline_without_title(byline_without_age(byline_without_helpers(names)));
    if (marked && is_staff(names))
        return BYLINE_MARKED;
    name_words c = count_names(names);
    if (c.odd && may_end_names(c.last))
        names = byline_without_reports(names, &reports);
    str alone = byline_without_special(names);
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
    if (marked && (byline_has_writer(names) || byline_has_caps_name(names)))
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

bool byline_goes_on(str text)
{
    enum { LONGEST = 60 };
    str opening = str_starts(text, STR("& ")) ? STR("& ") : STR("and ");
    return text.len <= LONGEST && str_starts_nocase(text, opening) &&
           byline_look(str_from(text, opening.len)) != BYLINE_NONE;
}

/* As "Hu Min" beside "Port Anshun" and "San Vicenta". */
static bool is_surely_person(str name)
{
    size_t at = 0, strange = 0, n = 0;
    str token;
    if (byline_has_caps_name(name))
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

/* Without what stands around the names of a line. */
static str names_only(str text)
{
    enum { SHORTEST_SURNAME = 3 };
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
    /* "From Mr Alan Penn.", "J. H. WALTON.", no "Jr." */
    size_t letters = 0;
    while (bare.len > letters + 1 && ascii_is_alpha(bare.ptr[bare.len - 2 - letters]))
        letters++;
    if (str_ends(bare, STR(".")) && letters >= SHORTEST_SURNAME)
        bare.len--;
    size_t colon = str_find(bare, STR(": "));
    if (colon < bare.len && is_agency_with_place(bare)) /* "LONDON: Reuters" */
        bare = str_from(bare, colon + 2);
    return bare;
}

str *byline_names(arena *mem, str text, size_t *n_names)
{
    bool marked, reports;
    str bare = names_only(text), *names = NULL, part;
    size_t n = 0, persons = 0, capacity = 0;
    if (byline_is_agency(bare)) { /* "Staff and agencies" are one */
        names = arena_grow(mem, names, n, &capacity, sizeof *names);
        names[0] = bare;
        *n_names = 1;
        return names;
    }
    byline_list list = {.rest = byline_without_age(byline_without_helpers(byline_without_special(
                            byline_without_reports(byline_after_opening(bare, &marked), &reports))))};
    bool listed =
        str_find(list.rest, STR(" and ")) < list.rest.len || memchr(list.rest.ptr, '&', list.rest.len);
    bool behind_comma = false, behind_slash = false;
    for (; byline_next_part(&list, &part);
         behind_comma = list.comma && !list.joined, behind_slash = list.slash) {
        bool role = byline_is_role(part);
        str name = role ? part : byline_person(part);
        /* "From Rahul Reddy, Chandkot": what stands alone behind a comma is a place. */
        bool place = n > 0 && behind_comma && !role &&
                     (!memchr(name.ptr, ' ', name.len) || (!listed && !is_surely_person(name)));
        /* "LI MEI / JINDU" */
        place |=
            n > 0 && behind_slash && !role && !memchr(name.ptr, ' ', name.len) && !byline_is_agency(name);
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
