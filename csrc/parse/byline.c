#include "parse/byline.h"

#include "base/ascii.h"
#include "parse/token.h"
#include "parse/word_class.h"
#include "parse/wordlist.h"

enum { MOST_WORDS = 16, LONGEST_BYTES = 140 };

/* What may stand before the names; longest first. */
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
                                       "text by",
                                       "from our correspondent",
                                       "our correspondent",
                                       "special correspondent",
                                       "staff reporters",
                                       "staff reporter",
                                       "staff writers",
                                       "staff writer",
                                       "reporters",
                                       "reporter",
                                       "correspondent",
                                       "text",
                                       "author",
                                       "from",
                                       "by"};

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
    bool odd; /* a word that stands in no byline; those behind it are not counted */
    bool first_caps, second_given;
} name_words;

static bool is_strange(str word)
{
    char folded[24];
    if (word.len >= sizeof folded)
        return true;
    for (size_t i = 0; i < word.len; i++)
        folded[i] = ascii_lower(word.ptr[i]);
    return !wordlist_has((str){folded, word.len});
}

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

/* Of the words with a capital at least `n` (above 0) are strange: in no word list, as most names are. */
static bool has_strange(str names, size_t n, size_t capital)
{
    size_t at = 0;
    str token;
    while (n > 0 && n <= capital && token_next(names, &at, &token)) {
        str word = token_core(token);
        bool upper = word.len && (ascii_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0xC3);
        if (!upper || is_joining(word))
            continue;
        n -= is_strange(word);
        capital--;
    }
    return n == 0;
}

/* What follows "By", or `text` itself when it has no such opening. */
static str after_opening(str text, bool *marked)
{
    *marked = false;
    for (size_t i = 0; text.len && i < sizeof openings / sizeof *openings; i++) {
        if (ascii_lower(text.ptr[0]) != openings[i][0])
            continue;
        str opening = str_of(openings[i]);
        if (!str_starts_nocase(text, opening) || text.len == opening.len)
            continue;
        str rest = str_from(text, opening.len);
        /* "ByYANG Xue" has lost its blank. */
        bool glued = opening.len == 2 && ascii_is_upper(rest.ptr[0]) && rest.len > 1;
        bool blank = str_trim(rest).ptr != rest.ptr;
        if (!blank && rest.ptr[0] != ':' && !glued)
            continue;
        /* A title without "by" needs a name in the paper's style, or a colon, behind it. */
        bool by = str_ends(opening, STR("by"));
        if (str_eq(opening, STR("from")) && !has_strange(rest, 1, SIZE_MAX))
            continue;
        if (!by && !str_eq(opening, STR("from")) && rest.ptr[0] != ':' && !has_caps_name(rest))
            continue;
        rest = str_from(rest, rest.ptr[0] == ':');
        *marked = true;
        return str_trim(rest);
    }
    return text;
}

/* "A reports", "A and B report": a sentence that is a byline. */
static str without_reports(str names, bool *reports)
{
    static const char *const verbs[] = {" reports", " report", " reporting", " writes"};
    *reports = false;
    if (!memmem(names.ptr, names.len, " report", 7) && !memmem(names.ptr, names.len, " writes", 7))
        return names;
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

byline_form byline_look(str text)
{
    bool marked, reports;
    str names = without_reports(after_opening(text, &marked), &reports);
    char end = text.len ? text.ptr[text.len - 1] : '\0';
    if (names.len == 0 || names.len > LONGEST_BYTES || strchr(".?!:", end))
        return BYLINE_NONE;
    name_words c = count_names(names);
    if (c.n == 0 || c.n > MOST_WORDS || c.odd || c.capital == 0)
        return BYLINE_NONE;
    if (marked)
        return BYLINE_MARKED;
    if (reports && c.capital >= 2)
        return BYLINE_NAMES;
    /* Without "By", only the style that sets a surname in capitals is sure to be a name. */
    bool names_alone = c.n >= 2 && c.n <= 8 && c.first_caps && c.second_given && c.caps < c.capital;
    if (names_alone)
        return BYLINE_NAMES;
    bool plain = c.n >= 2 && c.n <= 10 && c.capital >= 2 && !is_caps(str_trim(text)) &&
                 has_strange(names, (c.capital + 1) / 2, c.capital);
    return plain ? BYLINE_PLAIN : BYLINE_NONE;
}

/* " in Chengdu", " from Berlin", ", Science Desk": a name ends before them. */
static str without_place(str name)
{
    static const char *const ends[] = {" in ", " from ", " at "};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        name = str_to(name, str_find(name, str_of(ends[i])));
    return str_trim(name);
}

/* Where the next name ends: at a comma, "&", ";", "/" or "and". */
static size_t name_end(str rest, size_t *separator_len)
{
    for (size_t i = 0; i < rest.len; i++) {
        if (strchr(",&;|/", rest.ptr[i])) {
            *separator_len = 1;
            return i;
        }
        if (str_starts_nocase(str_from(rest, i), STR(" and ")) ||
            str_starts_nocase(str_from(rest, i), STR(" with "))) {
            *separator_len = rest.ptr[i + 1] == 'w' || rest.ptr[i + 1] == 'W' ? 6 : 5;
            return i;
        }
    }
    *separator_len = 0;
    return rest.len;
}

/* "Staff Writer", "Health Correspondent", "jane@paper.example": not a name, when a name is there. */
bool byline_is_role(str part)
{
    str token, last = STR("");
    size_t at = 0;
    while (token_next(part, &at, &token))
        last = token_core(token);
    return memchr(part.ptr, '@', part.len) || word_classes(last) & WORD_ROLE;
}

static size_t without_roles(str *names, size_t n)
{
    size_t kept = 0, persons = 0;
    for (size_t i = 0; i < n; i++)
        persons += !byline_is_role(names[i]);
    for (size_t i = 0; i < n; i++)
        if (persons == 0 || !byline_is_role(names[i]))
            names[kept++] = names[i];
    return kept;
}

str *byline_names(arena *mem, str text, size_t *n_names)
{
    bool marked, reports;
    str rest = without_reports(after_opening(text, &marked), &reports);
    str *names = NULL;
    size_t n = 0, capacity = 0, separator_len;
    bool comma = false;
    while (rest.len) {
        size_t end = name_end(rest, &separator_len), before_len = rest.len;
        str name = without_place(str_trim(str_to(rest, end)));
        rest = str_trim(str_from(rest, end + separator_len));
        bool and_next = str_starts_nocase(rest, STR("and "));
        if (and_next)
            rest = str_trim(str_from(rest, 4));
        /* "From Rahul Reddy, Chandkot": a word alone behind a comma is a place. */
        bool place = n > 0 && comma && !memchr(name.ptr, ' ', name.len);
        comma = end < before_len && separator_len == 1 && !and_next;
        if (name.len == 0 || place)
            continue;
        names = arena_grow(mem, names, n, &capacity, sizeof *names);
        names[n++] = name;
    }
    *n_names = without_roles(names, n);
    return names;
}
