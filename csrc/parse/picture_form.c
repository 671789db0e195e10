/* Whether a line says of itself that it tells what a picture shows. */
#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/credit.h"
#include "parse/line_form.h"
#include "parse/token.h"
#include "parse/word_class.h"

/* "Second row: ...", "Front row, from left" */
static bool names_row(str s)
{
    static const char *const rows[] = {"first row", "second row", "third row", "fourth row", "fifth row",
                                       "front row", "back row",   "top row",   "bottom row", "middle row"};
    enum { LONGEST = 10 };
    str start = str_to(s, LONGEST);
    if (str_find_nocase(start, STR(" row")) == start.len)
        return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t len = str_of(rows[i]).len;
        if (str_starts_nocase(s, str_of(rows[i])) && len < s.len && ascii_is_one_of(s.ptr[len], ":,("))
            return true;
    }
    return false;
}

/* "Above: ...", "TOP LEFT: ...": where on the page the picture is; "Below, we ask ..." is a text's. */
static bool names_side(str s)
{
    static const char sides[] = " above below left right top bottom far centre center ";
    enum { MOST_SIDES = 2 };
    size_t at = 0;
    str token;
    for (size_t n = 0; n < MOST_SIDES && token_next(s, &at, &token); n++) {
        if (!word_in(token_core(token), sides))
            return false;
        if (token.ptr[token.len - 1] == ':')
            return true;
    }
    return false;
}

/* "Ms Doe (left) and Mr Roe", "Doe, second from left, and Roe": who is where. */
static bool names_place_in_picture(str s)
{
    static const char *const places[] = {
        "(left)",       "(right)",           "(center)",           "(centre)",         "(far left",
        "(far right",   "(from left",        "(second from",       "(third from",      ", far left,",
        ", far right,", " second from left", " second from right", " third from left", " third from right"};
    bool bracket = memchr(s.ptr, '(', s.len);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if ((bracket || places[i][0] != '(') && str_find_nocase(s, str_of(places[i])) < s.len)
            return true;
    static const char *const behind_names[] = {", left, ", ", right, ", ", center, ", ", centre, "};
    for (size_t i = 0; i < sizeof behind_names / sizeof *behind_names; i++) {
        size_t at = str_find(s, str_of(behind_names[i])), word = at;
        while (word > 0 && s.ptr[word - 1] != ' ')
            word--;
        if (at < s.len && ascii_is_upper(s.ptr[word]))
            return true;
    }
    return false;
}

/* What follows "**Steady hands:**" or "LONG WAIT:"; "" where no such label opens the text, but a place or a
 * name. */
static str behind_label(str s)
{
    enum { MOST_WORDS = 5, LONGEST = 44, FEWEST_LETTERS = 4 };
    str head = str_to(s, LONGEST), token;
    size_t colon = str_find(head, STR(":")), at = 0, n = 0;
    if (colon == head.len || memchr(head.ptr, '.', colon))
        return STR("");
    for (; token_next(str_to(s, colon), &at, &token); n++)
        if (token_core(token).len >= FEWEST_LETTERS && byline_word_is_strange(token_core(token)))
            return STR("");
    str rest = str_from(s, colon + 1);
    while (rest.len && rest.ptr[0] == '*')
        rest = str_from(rest, 1);
    return n <= MOST_WORDS && rest.len && rest.ptr[0] == ' ' ? str_trim(rest) : STR("");
}

/* "holding the", "queueing for", "showing their" behind a noun: what those in the picture do. */
static bool is_participle(str before, str word, str behind)
{
    enum { SHORTEST = 5 };
    uint32_t classes = word_classes(before);
    return word.len >= SHORTEST && str_ends(word, STR("ing")) && str_is_lower(word) && before.len &&
           !(classes & (WORD_SMALL | WORD_MIDWAY | WORD_COMMON)) &&
           word_in(behind,
                   " a after against along among an around as at beside by down during for from her his in "
                   "inside into its near next off on onto out outside over past round their the through to "
                   "towards two under up with ");
}

/* Only whole sentences have such a word; "held at", "carved by" stand in phrases, too. */
static bool is_verb(str word, str behind)
{
    static const char verbs[] =
        " ate beat began broke came chose did died drew drove fell felt flew gave got "
        "had he i it kept knew led met put ran rose sank sat saw sent she shot spoke "
        "stole stood swam they threw took want wants we went woke wrote you ",
                      either[] = " bought brought caught found heard hit left lost made paid set sold struck "
                                 "told won ";
    bool past = (word.len > 3 && str_ends(word, STR("ed"))) || word_in(word, either);
    return word_classes(word) & WORD_FINITE || word_in(word, verbs) ||
           (past && !word_in(behind, " at by for from in near on to under with "));
}

/* "Volunteers lifting the bell onto its cart." behind a label: a noun and what it does, and no verb that
 * would make it a sentence of a text.  What is on has an hour. */
static bool is_phrase_of_picture(str s)
{
    enum { FEWEST_WORDS = 6, MOST_WORDS = 35 };
    size_t at = 0, n = 0;
    str token, before = STR(""), word = STR(""), behind;
    bool doing = false, clause = false, open = true;
    while (s.len && ascii_is_one_of(s.ptr[s.len - 1], ".*"))
        s.len--;
    if (s.len == 0 || !ascii_is_upper(s.ptr[0]))
        return false;
    for (; open && n <= MOST_WORDS; before = word, word = behind, n++) {
        open = token_next(s, &at, &token);
        behind = open ? token_core(token) : STR("");
        bool ends =
            open && token.ptr[token.len - 1] == '.' && behind.len > 2 && ascii_is_lower(behind.ptr[0]);
        if (ends || (open && ascii_is_one_of(token.ptr[0], "\"?")) || word_in(behind, " am pm a.m p.m "))
            return false;
        doing |= is_participle(before, word, behind);
        clause |= doing && word_in(word, " after as before when where while ");
        if (!clause && is_verb(word, behind))
            return false;
    }
    return doing && !open && n > FEWEST_WORDS;
}

/* "EASY SUNDAY. ...": ordinary words in capitals, where a dateline has a place. */
static bool opens_with_shouted_label(str s)
{
    enum { MOST_WORDS = 5, FEWEST_WORDS = 2, LONGEST = 44 };
    size_t end = 0, at = 0, n = 0;
    while (end < s.len && end < LONGEST && !ascii_is_lower(s.ptr[end]) &&
           !ascii_is_one_of(s.ptr[end], ".:?!"))
        end++;
    str label = str_to(s, end), token;
    if (end == s.len || end == LONGEST || ascii_is_lower(s.ptr[end]))
        return false;
    for (; token_next(label, &at, &token); n++)
        if (byline_word_is_strange(token_core(token)))
            return false;
    return n >= FEWEST_WORDS && n <= MOST_WORDS;
}

bool line_is_of_picture(const line *l)
{
    static const char *const openings[] = {
        "pictured ",
        "pictured, ",
        "from left",
        "left to right",
        "shown above",
        "photo shows ",
        "photos show ",
        "the photo shows ",
        "this photo shows ",
        "file photo shows ",
        "photo taken ",
        "photos taken ",
        "the photo taken ",
        "this photo taken ",
        "file photo taken ",
        "an aerial view ",
        "an aerial photo ",
        "artist's impression ",
        "an artist's impression ",
    };
    enum { FEWEST_WORDS = 4, MOST_WORDS = 80, MOST_IN_ONE = 45 };
    if (l->n_words > MOST_WORDS || l->heading)
        return false;
    if (l->text.ptr[0] == '[' && (str_opens(l->text, "[illustration:") || str_opens(l->text, "[figure:")))
        return true;
    if (l->n_words < FEWEST_WORDS)
        return l->n_words > 1 && memchr(l->text.ptr, '(', l->text.len) && names_place_in_picture(l->text);
    if (ascii_is_one_of(l->text.ptr[0], "FSTBMfstbm") && names_row(l->text))
        return true;
    if (ascii_is_one_of(l->text.ptr[0], "ABLRTCF") && names_side(l->text))
        return true;
    if (l->words.seen & SEEN_MARK && is_phrase_of_picture(behind_label(l->text)))
        return true;
    if (ascii_is_upper(l->text.ptr[0]) && opens_with_shouted_label(l->text) && credit_is_name_behind(l->text))
        return true;
    if (!(l->words.classes & WORD_CAPTION) && l->text.ptr[0] != 'A')
        return false;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (str_opens(l->text, openings[i]))
            return true;
    return l->n_words <= MOST_IN_ONE &&
           (names_place_in_picture(l->text) || str_find(l->text, STR(" in this file photo")) < l->text.len ||
            str_find(l->text, STR(", pictured ")) < l->text.len);
}
