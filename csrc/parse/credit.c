#include "parse/credit.h"

#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/credit_part.h"
#include "parse/marker.h"
#include "parse/token.h"

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
        if (str_opens(tail, openings[i]))
            return true;
    return false;
}

/* "Photo: Farmers on the road near Moyne. AFP": what it shows, not who took it. */
static bool opens_caption(str text, size_t at)
{
    enum { LEAST_BYTES = 25 };
    size_t stop = str_find(text, STR(". "));
    return at == 0 && stop >= LEAST_BYTES && stop + 2 < text.len;
}

/* "... on Friday NASA/JPL": in capitals, with a house. */
static bool is_shouted_house(str tail)
{
    return memchr(tail.ptr, '/', tail.len) && !str_has_lower(tail) && !byline_has_digit(tail) &&
           credit_is_words(tail);
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
        str tail = str_from(text, i);
        size_t word = str_find(tail, STR(" "));
        bool lower = first == 'p' && word > 1 && tail.ptr[word - 1] == ':';
        bool opens = first == 'P' || first == 'I' || first == 'C' || lower;
        bool shouted =
            behind_word && ascii_is_upper(first) && str_has_lower(str_to(text, i)) && is_shouted_house(tail);
        if (shouted)
            return found(i, tail, start_byte, credit);
        if (behind_word && !opens)
            continue;
        if ((may_begin_at(text, i) && credit_is_words(byline_bare(tail))) ||
            (opens && opens_credit(tail) && credit_mentions_photo(tail) && !opens_caption(text, i)))
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
    if (words > MOST_WORDS || (words < 2 && !byline_is_agency(names)) || names.ptr[names.len - 1] == '.' ||
        byline_has_digit(names)) /* "- Page 6" */
        return false;
    if (start_byte)
        *start_byte = at;
    if (credit)
        *credit = names;
    return true;
}

/* "... on the pier. - Herald photograph": behind a hyphen that ends the caption. */
static bool hyphen_credit(str text, size_t *start_byte, str *credit)
{
    enum { LONGEST = 40 };
    size_t from = text.len > LONGEST ? text.len - LONGEST : 0, at = from;
    while (at < text.len && !str_starts(str_from(text, at), STR(" - ")))
        at++;
    if (at == text.len)
        return false;
    str names = str_trim(str_from(text, at + 3)), before = str_trim(str_to(text, at));
    if (before.len == 0 || names.len == 0 || !strchr(".!?\"'", before.ptr[before.len - 1]) ||
        !ascii_is_upper(names.ptr[0]) || !credit_mentions_photo(names))
        return false;
    return found(at, names, start_byte, credit);
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

/* "... at noon yesterday. EDNA TROTT": a name in capitals behind a caption's text. */
static bool shouted_credit(str text, size_t *start_byte, str *credit)
{
    enum { LONGEST_TEXT = 260, LONGEST_NAME = 30, MOST_NAMES = 3 };
    size_t at = text.len;
    while (at > 0 && text.len - at <= LONGEST_NAME && !ascii_is_one_of(text.ptr[at - 1], ".!?\""))
        at--;
    str name = str_trim(str_from(text, at));
    if (at == 0 || text.len - at > LONGEST_NAME || text.len > LONGEST_TEXT || str_has_lower(name) ||
        !memchr(name.ptr, ' ', name.len) || !str_has_lower(str_to(text, at)) || byline_has_digit(name) ||
        !credit_is_named(name, MOST_NAMES) || !has_strange_word(name))
        return false;
    return found((size_t)(name.ptr - text.ptr), name, start_byte, credit);
}

/* One sentence of few words stands before it. */
static bool is_behind_sentence(str text, size_t at)
{
    enum { LONGEST = 160 };
    str before = str_trim(str_to(text, at));
    return before.len && before.len <= LONGEST && before.ptr[before.len - 1] == '.' &&
           str_find(before, STR(". ")) == before.len;
}

/* "... of the hall. *Herald file photo*", "*Herald/Jane Doe*", "*Jane Doe*": in italics behind the text. */
static bool italic_credit(str text, size_t *start_byte, str *credit)
{
    enum { MOST_WORDS = 6 };
    size_t end = text.len - 1, at = end;
    while (at > 0 && text.ptr[at - 1] != '*')
        at--;
    if (at < 2 || !ascii_is_space(text.ptr[at - 2]) || end - at > LONGEST_CREDIT_BYTES)
        return false;
    str inside = {text.ptr + at, end - at};
    size_t slash = str_find(inside, STR("/"));
    bool paper_first = slash < inside.len && byline_is_person(str_trim(str_from(inside, slash + 1)));
    bool name = byline_is_person(inside) && is_behind_sentence(text, at - 1);
    if (!paper_first && !name && !credit_is_words(inside) &&
        !(credit_mentions_photo(inside) && credit_is_named(inside, MOST_WORDS)))
        return false;
    return found(at - 1, inside, start_byte, credit);
}

/* "(Reuters)" behind a caption's text: longer texts end in their source so, too. */
static bool is_agency_credit(str text, size_t start, str inside)
{
    enum { LONGEST_TEXT_BYTES = 200, SHORTEST_NAME = 2, LONGEST_NAME = 12 };
    str before = str_trim(str_to(text, start));
    bool short_name = inside.len >= SHORTEST_NAME && inside.len <= LONGEST_NAME && str_is_upper(inside);
    bool sentence =
        before.len && before.len <= LONGEST_TEXT_BYTES && strchr(".!?\"'", before.ptr[before.len - 1]);
    return (before.len == 0 && (short_name || credit_is_house(inside))) ||
           (sentence && credit_is_house(inside));
}

/* "940218/7A": a negative's number. */
static bool is_negative(str inside)
{
    enum { FEWEST_DIGITS = 5, LONGEST = 14 };
    size_t digits = 0;
    for (size_t i = 0; i < inside.len; i++) {
        if (!ascii_is_digit(inside.ptr[i]) && !ascii_is_upper(inside.ptr[i]) && !strchr("/-", inside.ptr[i]))
            return false;
        digits += ascii_is_digit(inside.ptr[i]);
    }
    return digits >= FEWEST_DIGITS && inside.len <= LONGEST && memchr(inside.ptr, '/', inside.len);
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
        return open_credit(s, start_byte, credit) || dash_credit(s, start_byte, credit) ||
               hyphen_credit(s, start_byte, credit) ||
               (ascii_is_upper(end) && shouted_credit(s, start_byte, credit));
    size_t least = s.len > LONGEST_CREDIT_BYTES ? s.len - LONGEST_CREDIT_BYTES : 0;
    for (size_t i = s.len - 1; i-- > least;) {
        if (s.ptr[i] != (end == ')' ? '(' : '['))
            continue;
        str inside = {s.ptr + i + 1, s.len - i - 2};
        if (is_agency_credit(s, i, inside))
            return found(i, inside, start_byte, credit);
        inside = str_trim(inside);
        return (credit_mentions_photo(inside) || is_negative(inside)) && found(i, inside, start_byte, credit);
    }
    /* The opening bracket is lost. */
    return open_credit(str_to(s, s.len - 1), start_byte, credit);
}

bool credit_is_source(str text)
{
    size_t start;
    str name;
    return credit_find(text, &start, &name) && credit_is_house(byline_bare(name)) &&
           !credit_mentions_photo(str_from(text, start));
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

static bool ends_in_capital(str names)
{
    size_t at = names.len;
    while (at > 0 && names.ptr[at - 1] != ' ')
        at--;
    return at < names.len && !ascii_is_lower(names.ptr[at]);
}

/* "Jane Doe, Rahul Mehta" */
static bool is_list_of_names(str names)
{
    byline_list list = {.rest = names};
    str part;
    size_t n = 0;
    for (; byline_next_part(&list, &part); n++)
        if (!byline_may_be_person(part))
            return false;
    return n > 1;
}

bool credit_is_name_behind(str text)
{
    enum { LONGEST_NAME = 44, LONGEST_ONE = 30, LONGEST_TEXT = 400, MOST_NAMES = 3 };
    str s = str_trim(text);
    if (s.len == 0 || s.len > LONGEST_TEXT)
        return false;
    bool bracket = s.ptr[s.len - 1] == ')';
    size_t end = s.len - bracket, at = end;
    while (at > 0 && end - at <= LONGEST_NAME && !ascii_is_one_of(s.ptr[at - 1], bracket ? "(" : ".!?\""))
        at--;
    str name = str_trim((str){s.ptr + at, end - at}), before = str_trim(str_to(s, at - (bracket && at > 0)));
    if (ends_in_agency(s))
        return true;
    return at > 1 && end - at <= LONGEST_NAME && before.len > 0 &&
           strchr(".!?\"", before.ptr[before.len - 1]) && memchr(name.ptr, ' ', name.len) &&
           ((credit_is_named(name, MOST_NAMES) && name.len <= LONGEST_ONE && ends_in_capital(name) &&
             has_strange_word(name)) ||
            is_list_of_names(name));
}

bool credit_is_all(str text)
{
    size_t start;
    return credit_find(text, &start, NULL) && str_trim(str_to(text, start)).len == 0;
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
    static const char *const ends[] = {"photo by",  "photos by",   "picture by", "pictures by",
                                       "photo:",    "photograph:", "photos:",    "picture:",
                                       "pictures:", "credit:",     "courtesy of"};
    if (text.len == 0 || next.len == 0 || next.len > LONGEST_CREDIT_BYTES)
        return false;
    char end = next.ptr[next.len - 1], last = ascii_lower(text.ptr[text.len - 1]);
    if (end == ')' || end == ']')
        return last_bracket(text) == (end == ')' ? '(' : '[');
    if (str_ends(text, STR(". \xe2\x80\x94")))
        return credit_is_named(next, 7);
    /* "Photo by Jane", "DOE" */
    str name;
    if (credit_is_named(next, 2) && credit_find(text, NULL, &name)) {
        size_t by = str_find(name, STR(" by "));
        name = str_from(name, by < name.len ? by + 4 : 0);
        if (!memchr(name.ptr, ' ', name.len) && !credit_is_house(name) &&
            str_starts(str_from(text, text.len - name.len), name))
            return true;
    }
    for (size_t i = 0; (last == 'y' || last == ':' || last == 'f') && i < sizeof ends / sizeof *ends; i++)
        if (str_ends_nocase(text, str_of(ends[i])))
            return true;
    return false;
}

bool credit_is_acronym(str above, str text)
{
    enum { LEAST_LETTERS = 2, MOST_LETTERS = 12, LONGEST = 160 };
    size_t left = str_find(text, STR(")"));
    if (left >= text.len || text.ptr[0] != '(' || text.len > left + 2)
        return false;
    str letters = {text.ptr + 1, left - 1};
    if (letters.len < LEAST_LETTERS || letters.len > MOST_LETTERS || !str_is_upper(letters))
        return false;
    size_t at = above.len, least = above.len > LONGEST ? above.len - LONGEST : 0;
    for (left = letters.len; left > 0 && at > least; at--) {
        char c = above.ptr[at - 1];
        bool begins = at == 1 || !ascii_is_alnum(above.ptr[at - 2]);
        if (!begins || !ascii_is_upper(c))
            continue;
        if (c != letters.ptr[left - 1])
            return false;
        left--;
    }
    return left == 0;
}
