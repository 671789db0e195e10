#include "parse/misread.h"

#include "base/ascii.h"
#include "parse/hyphen.h"
#include "parse/token.h"
#include "parse/wordlist.h"

enum { LONGEST = 40 };

/* Read as the first, printed as the second. */
static const struct confusion {
    const char *read, *printed;
} confusions[] = {{"m", "rn"}, {"rn", "m"}, {"u", "n"},  {"n", "u"},  {"e", "c"},  {"c", "e"},
                  {"h", "b"},  {"b", "h"},  {"i", "l"},  {"l", "i"},  {"f", "t"},  {"t", "f"},
                  {"d", "cl"}, {"cl", "d"}, {"w", "vv"}, {"vv", "w"}, {"u", "ii"}, {"ii", "u"}};

/* Lower case, but for a capital at the start where `capital` allows it; figures where `figures` does. */
static bool is_of_letters(str word, bool capital, bool figures)
{
    for (size_t i = 0; i < word.len; i++) {
        bool upper = i == 0 && capital && ascii_is_upper(word.ptr[i]);
        bool figure = i > 0 && figures && strchr("015", word.ptr[i]);
        if (!ascii_is_lower(word.ptr[i]) && !upper && !figure)
            return false;
    }
    return true;
}

static bool is_listed(char *text, size_t len)
{
    char first = text[0];
    text[0] = ascii_lower(first);
    bool listed = word_is_listed((str){text, len});
    text[0] = first;
    return listed;
}

/* "t0p" to "top". */
static str without_figures(arena *mem, str word)
{
    enum { SHORTEST = 3 };
    size_t figures = 0;
    if (word.len < SHORTEST || !is_of_letters(word, true, true))
        return STR("");
    char *text = arena_copy(mem, word.ptr, word.len);
    for (size_t i = 0; i < word.len; i++) {
        if (!ascii_is_digit(text[i]))
            continue;
        text[i] = text[i] == '0' ? 'o' : text[i] == '1' ? 'l' : 's';
        figures++;
    }
    return figures > 0 && is_listed(text, word.len) ? (str){text, word.len} : STR("");
}

/* The word with what stands at `at` read as the confusion has it printed; its length, or 0. */
static size_t put_printed(char *to, str word, size_t at, const struct confusion *c)
{
    str read = str_of(c->read), printed = str_of(c->printed);
    if (!str_starts(str_from(word, at), read) || word.len + printed.len > LONGEST)
        return 0;
    memcpy(to, word.ptr, at);
    memcpy(to + at, printed.ptr, printed.len);
    memcpy(to + at + printed.len, word.ptr + at + read.len, word.len - at - read.len);
    return word.len - read.len + printed.len;
}

/* In a small archive a word that is in use may not occur at all. */
static bool is_in_use(const lexicon *words, str word)
{
    enum { LEAST_SEEN = 3, FEW = 3000 };
    return lexicon_count(words, STR("the")) < FEW || lexicon_count(words, word) >= LEAST_SEEN;
}

static str with_other_letter(arena *mem, const lexicon *words, str word)
{
    enum { SHORTEST = 6, MOST_SEEN = 1 };
    str found = STR("");
    if (word.len < SHORTEST || !is_of_letters(word, false, false) || word_is_listed(word) ||
        lexicon_count(words, word) > MOST_SEEN)
        return found;
    for (size_t at = 0; at < word.len; at++)
        for (size_t i = 0; i < sizeof confusions / sizeof *confusions; i++) {
            char text[LONGEST];
            size_t len = put_printed(text, word, at, &confusions[i]);
            if (len == 0 || !wordlist_has((str){text, len}) || !is_in_use(words, (str){text, len}))
                continue;
            if (found.len > 0)
                return STR("");
            found = (str){arena_copy(mem, text, len), len};
        }
    return found;
}

str word_misread(arena *mem, const lexicon *words, str word)
{
    if (word.len > LONGEST || !wordlist_is_there())
        return STR("");
    bool figures = false;
    for (size_t i = 1; i < word.len; i++)
        figures |= ascii_is_digit(word.ptr[i]);
    return figures ? without_figures(mem, word) : with_other_letter(mem, words, word);
}

bool word_is_parted(const lexicon *words, str first, str second, bool starts)
{
    enum { LEAST_STEM = 4, MOST_SEEN = 1 };
    char both[LONGEST];
    bool may_end = first.len >= LEAST_STEM && word_in(second, " ed ing es er ly tion ion ment ness ");
    if ((first.len > 1 && !may_end) || first.len + second.len > LONGEST || second.len < 2 ||
        !wordlist_is_there())
        return false;
    memcpy(both, first.ptr, first.len);
    memcpy(both + first.len, second.ptr, second.len);
    str whole = {both, first.len + second.len};
    bool capital = ascii_is_upper(first.ptr[0]);
    if (first.len == 1) {
        bool word = strchr("AIOXaiox", first.ptr[0]);
        bool lower = is_of_letters(second, false, false);
        bool upper = capital && ascii_is_upper(second.ptr[0]) && ascii_is_upper(second.ptr[1]);
        return !word && (lower || upper) && wordlist_has_any_case(whole) &&
               (starts || (!capital && strchr("bcdfghjklmnpqrtvwz", first.ptr[0])));
    }
    return is_of_letters(first, false, false) && wordlist_has(whole) && !word_is_listed(first) &&
           lexicon_count(words, first) <= MOST_SEEN;
}
