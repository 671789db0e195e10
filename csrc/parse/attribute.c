#include "parse/attribute.h"

#include "base/ascii.h"
#include "parse/halves.h"
#include "parse/token.h"

static const char numbers[] =
    " two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
    "seventy eighty ninety ";
/* Behind more than one they are plural, but in an attribute. */
static const char measures[] =
    " day week month year hour minute mile kilometer kilometre meter metre inch foot acre ";
/* These stand before plural nouns, too: "the two star players". */
static const char others[] =
    " dollar page member point star lane seat story storey man way room bedroom part step "
    "stage game man person ";
static const char attributes[] = " large-scale small-scale full-scale long-term short-term medium-term ";

static bool is_number(str word)
{
    enum { MOST_DIGITS = 3 };
    if (word_in(word, numbers))
        return true;
    size_t at = 0;
    while (at < word.len && ascii_is_digit(word.ptr[at]))
        at++;
    return at == word.len && at > 0 && at <= MOST_DIGITS && !str_eq(word, STR("1"));
}

static bool may_be_noun(str word)
{
    enum { LEAST = 3 };
    return word.len >= LEAST && str_is_lower(word) && word_is_listed(word) && !word_is_function_word(word) &&
           !word_in(word, " old olds long wide high deep tall thick ago later apart away back ");
}

bool word_may_begin_attribute(str first)
{
    return is_number(first) || word_in(first, " large small full long short medium ");
}

bool words_are_attribute(str before, str first, str second, str after)
{
    char space[LONGEST_PAIR_BYTES];
    if (!may_be_noun(after))
        return false;
    if (word_in(halves_pair(space, first, "-", second), attributes))
        return before.len && !word_in(before, " a an the this that ");
    if (!is_number(first))
        return false;
    if (word_in(before, " a an "))
        return word_in(second, measures) || word_in(second, others);
    return word_in(before, " the this its their his her our my your ") && word_in(second, measures) &&
           !str_ends(after, STR("s"));
}
