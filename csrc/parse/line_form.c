#include "parse/line_form.h"

#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/date.h"
#include "parse/page_name.h"
#include "parse/title_word.h"
#include "parse/token.h"
#include "parse/word_class.h"

/* "**Sept. 29** -- Fair at the old mill" */
static bool has_bold_topic(str s)
{
    enum { SHORTEST = 3, LONGEST = 28 };
    static const char mark[] = "**", *const dashes[] = {" \xe2\x80\x94 ", " \xe2\x80\x93 ", " - "};
    if (!str_starts(s, STR(mark)))
        return false;
    str rest = str_from(s, sizeof mark - 1);
    size_t len = str_find(rest, STR(mark));
    for (size_t i = 0; len >= SHORTEST && len <= LONGEST && i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(str_from(rest, len + sizeof mark - 1), str_of(dashes[i])))
            return true;
    return false;
}

bool line_is_speaker(const line *l)
{
    enum { LONGEST = 44, MOST_WORDS = 5 };
    str s = l->text;
    if (str_starts(s, STR("Q. ")) || str_starts(s, STR("A. ")))
        return true;
    if (has_bold_topic(s))
        return true;
    if (!(l->words.seen & SEEN_MARK))
        return false;
    size_t colon = str_find(str_to(s, LONGEST), STR(":")), at = 0, words = 0;
    size_t end = colon + 1;
    while (end < s.len && s.ptr[end] == '*')
        end++;
    str token, name = str_to(s, colon);
    if (colon >= LONGEST || end + 1 >= s.len || s.ptr[end] != ' ')
        return false;
    while (token_next(name, &at, &token)) {
        str word = token_core(token);
        words++;
        if (word.len == 0 || (!ascii_is_upper(word.ptr[0]) && !word_in(word, " and of the ")))
            return false;
    }
    return words >= 1 && words <= MOST_WORDS;
}

bool line_is_source(const line *l)
{
    enum { LONGEST = 140 };
    static const char *const openings[] = {"source",      "sources",   "data source",    "data from",
                                           "designed by", "design by", "graphic by",     "graphics by",
                                           "graphic:",    "graphics:", "infographic by", "infographic:",
                                           "chart by",    "chart:",    "illustrated by", "note:"};
    str s = l->text;
    if (s.len >= LONGEST)
        return false;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (!str_opens(s, openings[i]))
            continue;
        str opening = str_of(openings[i]);
        str rest = str_trim(str_from(s, opening.len));
        if (str_ends(opening, STR("by")) || str_ends(opening, STR(":")) || str_ends(opening, STR("from")) ||
            (rest.len && rest.ptr[0] == ':'))
            return true;
    }
    return false;
}

bool line_is_address(const line *l)
{
    enum { MOST_WORDS = 6 };
    size_t at = 0;
    bool address = false;
    str token;
    if (l->n_words > MOST_WORDS)
        return false;
    while (token_next(l->text, &at, &token)) {
        bool here = memchr(token.ptr, '@', token.len);
        str word = token_core(token);
        bool plain = word.len && !ascii_is_digit(word.ptr[0]) && token.ptr[token.len - 1] != ':' &&
                     !word_in(word, " email e-mail mail phone tel twitter x or and on at ");
        if (plain && !here)
            return false;
        address |= here;
    }
    return address;
}

bool line_is_day(const line *l)
{
    enum { MOST_WORDS = 4 };
    size_t at = 0;
    bool day = false;
    str token;
    if (l->n_words > MOST_WORDS || LOOKS(l, LOOK_ENDS_SENTENCE))
        return false;
    while (token_next(l->text, &at, &token)) {
        str word = token_core(token);
        bool is_day = date_is_weekday(word);
        if (word.len && !ascii_is_digit(word.ptr[0]) && !is_day && !date_is_month(word) &&
            !word_in(word, " today tomorrow "))
            return false;
        day |= is_day;
    }
    return day;
}

bool line_heads_corrections(const line *l)
{
    static const char *const heads[] = {"correction",
                                        "corrections",
                                        "clarification",
                                        "clarifications",
                                        "corrections and clarifications",
                                        "corrections & clarifications",
                                        "for the record"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_eq_nocase(l->text, str_of(heads[i])))
            return true;
    return false;
}

/* "... in the dark." -- ANYA FELL, RESIDENT; '... to mow.'* -- **Anya Fell** */
static bool names_speaker(str s)
{
    static const char *const quotes[] = {"\"", "\xe2\x80\x9d", "'", "\xe2\x80\x99"};
    size_t dash = s.len;
    while (dash > 0 && !str_starts(str_from(s, dash - 1), STR("\xe2\x80\x94")))
        dash--;
    if (dash < 2)
        return false;
    str before = byline_bare(str_to(s, dash - 1)), name = byline_bare(str_from(s, dash + 2));
    bool closed = false;
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        closed |= str_ends(before, str_of(quotes[i]));
    return closed && name.len > 3 &&
           (!str_has_lower(name) || byline_may_be_person(str_to(name, str_find(name, STR(",")))));
}

bool line_is_pull_quote(const line *l)
{
    enum { FEWEST_WORDS = 5, FEWEST_SET_APART = 3, MANY_WORDS = 10 };
    static const char *const ends[] = {"\"", "\xe2\x80\x9d", "\"**", "\xe2\x80\x9d**"};
    str raw = str_trim(l->raw);
    bool set_apart = str_starts(raw, STR("> "));
    if (l->n_words < (set_apart ? FEWEST_SET_APART : FEWEST_WORDS))
        return false;
    str bare = str_from(l->text, l->text.ptr[0] == '*');
    bool single = str_starts(bare, STR("'")) || str_starts(bare, STR("\xe2\x80\x98"));
    if ((LOOKS(l, LOOK_STARTS_QUOTE) || single) && names_speaker(l->text))
        return true;
    if (!(LOOKS(l, LOOK_BOLD) || l->heading > 0 || set_apart || LOOKS(l, LOOK_ITALIC)))
        return false;
    if (set_apart && (LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_STARTS_QUOTE) || LOOKS(l, LOOK_ENDS_SENTENCE)))
        return true;
    /* "## Nobody knows why the ice still grows." */
    if (l->heading > 0 && LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_QUESTION) &&
        !LOOKS(l, LOOK_STARTS_LOWER) && !LOOKS(l, LOOK_STARTS_QUOTE) && !LOOKS(l, LOOK_TITLE_CASE) &&
        l->n_words >= MANY_WORDS && l->n_words < WORDS_COUNTED)
        return true;
    if (single && l->n_words >= MANY_WORDS && LOOKS(l, LOOK_SENTENCE_CASE))
        return str_ends(l->text, STR("'")) || str_ends(l->text, STR("\xe2\x80\x99"));
    if (!LOOKS(l, LOOK_STARTS_QUOTE))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(l->text, str_of(ends[i])))
            return LOOKS(l, LOOK_ENDS_SENTENCE);
    size_t dash = str_find(l->text, STR("\xe2\x80\x94 "));
    return dash + 3 < l->text.len && ascii_is_upper(l->text.ptr[dash + 4]);
}

static bool ends_in_agency(const line *l, const line_word *words)
{
    size_t n = l->words.n;
    while (n > 0 && words[n - 1].len == 0)
        n--;
    return n > 0 && word_classes((str){l->text.ptr + words[n - 1].at, words[n - 1].len}) & WORD_AGENCY;
}

bool line_may_have_credit(const line *l, const line_word *words)
{
    enum { LAST_BYTES = 100 };
    str tail = str_from(l->text, l->text.len > LAST_BYTES ? l->text.len - LAST_BYTES : 0);
    char end = tail.ptr[tail.len - 1];
    if (end == '.' && tail.len > 1)
        end = tail.ptr[tail.len - 2];
    bool named =
        line_has(l, 0, SEEN_MARK | CHAR_HIGH) || (line_has(l, WORD_AGENCY, 0) && ends_in_agency(l, words));
    bool open = named && ascii_is_alpha(end) && (l->n_words <= 3 || str_find(tail, STR(". ")) < tail.len);
    bool shouted = ascii_is_upper(end) && !LOOKS(l, LOOK_ALL_CAPS) && str_find(tail, STR(". ")) < tail.len;
    return open || shouted || end == ')' || end == ']' || end == '*' || l->words.classes & WORD_PHOTO ||
           (l->words.seen & SEEN_MARK &&
            (memchr(tail.ptr, ':', tail.len) || memchr(tail.ptr, '/', tail.len) ||
             memchr(tail.ptr, '|', tail.len))) ||
           (l->words.seen & CHAR_HIGH && str_find(tail, STR("\xe2\x80\x94")) < tail.len);
}

bool line_opens_with_dash(const line *l)
{
    return str_starts(l->text, STR("-")) || str_starts(l->text, STR("\xe2\x80\x93")) ||
           str_starts(l->text, STR("\xe2\x80\x94")) ||
           (LOOKS(l, LOOK_LIST_ITEM) && str_starts(str_trim(l->raw), STR("- ")));
}

bool line_tells_letters(const line *l)
{
    return LOOKS(l, LOOK_SALUTATION) || (LOOKS(l, LOOK_LABEL) && str_starts_nocase(l->text, STR("letters")));
}
