#include "parse/syntax.h"
#include "parse/credit.h"

#include "base/ascii.h"
#include "parse/halves.h"
#include "parse/hyphen.h"
#include "parse/token.h"
#include "parse/word_class.h"

static str first_word(str text)
{
    str token = {0};
    size_t at = 0;
    while (token_next(text, &at, &token) && token_core(token).len == 0)
        ;
    return token_core(token);
}

static str last_token(str text)
{
    text = str_trim(text);
    size_t i = text.len;
    while (i > 0 && !ascii_is_space(text.ptr[i - 1]))
        i--;
    return str_from(text, i);
}

bool line_ends_abbreviated(const line *l)
{
    str token = last_token(l->text);
    if (token.len < 2 || token.ptr[token.len - 1] != '.')
        return false;
    str word = token_core(token);
    bool initial = word.len == 1 && ascii_is_upper(word.ptr[0]);
    return initial || word_classes(word) & WORD_ABBREVIATION;
}

bool line_is_open(const line *l)
{
    return !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_JUMP_TAIL) && !LOOKS(l, LOOK_JUMP);
}

bool line_opens_sentence(const line *l)
{
    str word = first_word(l->text);
    return word.len && ascii_is_upper(word.ptr[0]) && (word_classes(word) & WORD_OPENS);
}

bool line_points_back(const line *l)
{
    return word_in(first_word(l->text), " he she they it his her their its but and this these those such ");
}

/* What stands before the hyphen that the line ends in. */
static str broken_word(const line *l)
{
    str token = token_core(last_token(l->text));
    for (size_t i = token.len; i > 0; i--)
        if (token.ptr[i - 1] == '-')
            return str_from(token, i);
    return token;
}

/* The halves are a word, and not both are words by themselves. */
static bool makes_word(str half, str rest)
{
    enum { LONGEST = 64 };
    char bytes[LONGEST];
    if (half.len == 0 || rest.len == 0 || half.len + rest.len > LONGEST)
        return false;
    memcpy(bytes, half.ptr, half.len);
    memcpy(bytes + half.len, rest.ptr, rest.len);
    /* Lists have some of them, as names or abbreviations. */
    bool ending = word_in(rest, " al ed en er ers es est ful ing ive less ly ment ness ous sion tion ");
    return word_is_listed((str){bytes, half.len + rest.len}) &&
           !(word_is_listed(half) && word_is_listed(rest) && !ending);
}

bool line_completes_word(const line *previous, const line *l)
{
    return LOOKS(previous, LOOK_ENDS_HYPHEN) && LOOKS(l, LOOK_STARTS_LOWER) &&
           makes_word(broken_word(previous), first_word(l->text));
}

bool line_parts_word(const line *previous, const line *l)
{
    enum { LEAST_HALF = 2 };
    str half = last_token(previous->text), rest = first_word(l->text);
    return LOOKS(l, LOOK_STARTS_LOWER) && half.len >= LEAST_HALF && rest.len >= LEAST_HALF &&
           str_is_lower(str_from(half, 1)) && str_is_lower(rest) && makes_word(half, rest);
}

bool line_is_suspended(const line *previous, const line *l)
{
    return hyphen_is_suspended(broken_word(previous), first_word(l->text));
}

bool line_may_precede_name(const line *previous, const line *l)
{
    str word = first_word(l->text);
    return !word.len || !ascii_is_upper(word.ptr[0]) || hyphen_may_precede_name(broken_word(previous));
}

static bool starts_upper(str token)
{
    str word = token_core(token);
    return word.len && ascii_is_upper(word.ptr[0]);
}

/* The line ends in a name, or in what may stand inside one: "Academy of", "Bank for the". */
static bool ends_in_name(const line *l)
{
    str rest = str_trim(l->text), token = last_token(rest);
    for (int skipped = 0; skipped < 2 && word_classes(token_core(token)) & WORD_MIDWAY; skipped++) {
        rest = str_trim(str_to(rest, rest.len - token.len));
        token = last_token(rest);
    }
    return starts_upper(token);
}

bool line_begins_plainly(const line *previous, const line *l)
{
    str first = {0}, second = {0};
    size_t at = 0;
    if (!token_next(l->text, &at, &first) || !token_next(l->text, &at, &second))
        return false;
    str word = token_core(first);
    bool acronym = word.len > 1 && ascii_is_upper(word.ptr[1]);
    return starts_upper(first) && !acronym && word.len == first.len && !starts_upper(second) &&
           word_is_listed(word) && !ends_in_name(previous);
}

bool line_ends_name(const line *previous, const line *l)
{
    enum { LONGEST_HEAD = 50, LONGEST_BEFORE = 160, LONGEST_ACRONYM = 14 };
    char bytes[LONGEST_BEFORE + LONGEST_HEAD + 1];
    size_t open = str_find(str_to(l->text, LONGEST_HEAD), STR("("));
    if (open >= l->text.len || open >= LONGEST_HEAD)
        return false;
    str acronym = str_to(str_from(l->text, open), LONGEST_ACRONYM), head = str_to(l->text, open);
    size_t close = str_find(acronym, STR(")"));
    if (close == acronym.len)
        return false;
    acronym.len = close + 1;
    size_t before = previous->text.len < LONGEST_BEFORE ? previous->text.len : LONGEST_BEFORE;
    memcpy(bytes, previous->text.ptr + previous->text.len - before, before);
    bytes[before] = ' ';
    memcpy(bytes + before + 1, head.ptr, head.len);
    return !credit_is_acronym(str_trim(head), acronym) &&
           credit_is_acronym(str_trim((str){bytes, before + 1 + head.len}), acronym);
}

bool line_asks_for_more(const line *l)
{
    /* Words that few sentences end with, and those of WORD_MIDWAY. */
    static const char asking[] = " every each one two three four five six seven eight nine ten first second "
                                 "third more fewer less million "
                                 "billion several many few other another no not only also even just very "
                                 "most such both either neither is "
                                 "was are were be been being has have had will would can could may might "
                                 "must should do does did get gets "
                                 "got make makes made take takes give gives put become became including ";
    return LOOKS(l, LOOK_ENDS_MIDWORD) || word_in(token_core(last_token(l->text)), asking);
}

static bool starts_with_words(str s, str prefix)
{
    return s.len > prefix.len && prefix.len > 0 && str_starts(s, prefix) &&
           !ascii_is_alnum(s.ptr[prefix.len]);
}

bool line_is_repeat(const line *l, const line *previous, const line *next)
{
    enum { LEAST_REPEATED_WORDS = 3 };
    if (l->n_words < LEAST_REPEATED_WORDS)
        return false;
    /* Of two printed lines that are the same, that which stands by itself. */
    bool under_same = previous && str_eq(previous->text, l->text),
         over_same =
             next && str_eq(next->text, l->text) && !(next->blanks_before > 0 && l->blanks_before == 0);
    if (over_same || (next && starts_with_words(next->text, l->text)) || (under_same && l->blanks_before > 0))
        return true;
    return previous && previous->text.len > l->text.len && str_ends(previous->text, l->text) &&
           !ascii_is_alnum(previous->text.ptr[previous->text.len - l->text.len - 1]);
}
