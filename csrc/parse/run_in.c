#include "parse/run_in.h"

#include "base/ascii.h"
#include "parse/halves.h"
#include "parse/token.h"
#include "parse/wordlist.h"

#define PREPOSITIONS                                                                                         \
    " to at in of for with by on from into onto than like over under after before during within as through " \
    "without against about between behind beyond upon and or "
/* What "a" often follows. */
static const char before_article[] =
    PREPOSITIONS "is was be been were are has had have such become becomes became when while said told but "
                 "that make makes made take takes took give gives gave get gets got see saw find found only "
                 "just also being quite half what where if because send sent ";
/* Second halves that make words with "every" and adverbs. */
static const char joining[] = " thing body where one man day time place like ness ";
#define NUMBERS " two three four five six seven eight nine ten twenty thirty forty fifty hundred "
static const char before_number[] =
    " just only about over than the all last first next another these those with for from of by and at "
    "nearly almost after before within ";
/* Two words, of which the first has two letters. */
static const char two_words[] = " noone atleast infact ofcourse ";
static const char behind_i[] =
    " have would could should think know went said was had don't can't didn't won't "
    "couldn't wasn't wouldn't haven't ";
static const char behind_capitals[] =
    " of and has was is the for with from that which will are in on to as by at have were had ";

static bool is_plural(str word)
{
    return word.len > 3 && str_ends(word, STR("s")) && !str_ends(word, STR("ss"));
}

/* "a" does not stand before a vowel. */
static bool may_follow_article(str after)
{
    return after.len == 0 || !strchr("aeioAEIO", after.ptr[0]);
}

/* "toa", "awardeda": as it stands. */
static bool ends_in_article(str word, str after)
{
    enum { LEAST_PARTICIPLE = 5 };
    str first = str_to(word, word.len - 1);
    if (!str_ends(word, STR("a")) || !may_follow_article(after))
        return false;
    return (first.len > 2 || after.len > 0) &&
           (word_in(first, before_article) ||
            (first.len >= LEAST_PARTICIPLE && str_ends(first, STR("ed")) && word_is_listed(first)));
}

/* "to asecond", but no "asocial" and no "afire". */
static bool begins_with_article(str word, str before)
{
    enum { LEAST_NOUN = 3 };
    static const char *const adjectives[] = {"al", "ic", "ous", "ar", "an", "ive", "y", "ed", "ing"};
    str second = str_from(word, 1);
    if (word.ptr[0] != 'a' || second.len < LEAST_NOUN || !may_follow_article(second) ||
        !wordlist_has(second) || is_plural(second) || word_is_function_word(second) ||
        !word_in(before, PREPOSITIONS))
        return false;
    for (size_t i = 0; i < sizeof adjectives / sizeof *adjectives; i++)
        if (str_ends(second, str_of(adjectives[i])))
            return false;
    return true;
}

/* "partly", "never". */
static bool is_adverb(str word)
{
    enum { LEAST = 6 };
    bool ends = word.len >= LEAST && str_ends(word, STR("ly"));
    return (ends && wordlist_has(word) && wordlist_has(str_to(word, word.len - 2))) ||
           word_in(word, " never always often already ");
}

static bool part(str first, str second, str before)
{
    enum { LEAST = 4 };
    if (word_in(second, " be "))
        return word_in(first, " to not would should could might must will can ") &&
               !word_in(before, " a an the ");
    if (word_in(first, before_number) && word_in(second, NUMBERS))
        return true;
    if (second.len < LEAST || word_in(second, joining) || !wordlist_has(second))
        return false;
    return is_adverb(first) || (word_in(first, " every each ") && !is_plural(second));
}

/* "Idon't", "DNAof"; "thingI", which is no misread "l". */
static size_t at_capitals(str word, str after)
{
    enum { LEAST_BEFORE_I = 4 };
    size_t at = 0;
    while (at < word.len && ascii_is_upper(word.ptr[at]))
        at++;
    str rest = str_from(word, at);
    if (at == 1 && word.ptr[0] == 'I')
        return word_in(rest, behind_i) ? 1 : 0;
    if (at > 1)
        return word_in(rest, behind_capitals) && str_is_lower(rest) ? at : 0;
    str first = str_to(word, word.len - 1);
    char space[LONGEST_PAIR_BYTES];
    bool thing_i = at == 0 && word.ptr[word.len - 1] == 'I' && first.len >= LEAST_BEFORE_I &&
                   str_is_lower(first) && wordlist_has(first) && after.len && ascii_is_lower(after.ptr[0]);
    return thing_i && !word_is_listed(halves_pair(space, first, "", STR("l"))) ? first.len : 0;
}

/* "Thedelay", "Fornine" at a sentence's beginning, where it is less likely a name. */
static size_t at_beginning(str word)
{
    enum { LEAST_NOUN = 5, ARTICLE = 3 };
    static const char openers[] = " for with from of by at about over the all last these those ";
    if (str_starts(word, STR("The")) && word.len >= ARTICLE + LEAST_NOUN &&
        wordlist_has(str_from(word, ARTICLE)))
        return ARTICLE;
    for (size_t at = 2; at + 2 < word.len; at++)
        if (word_in(str_to(word, at), openers) && word_in(str_from(word, at), NUMBERS))
            return at;
    return 0;
}

size_t word_run_in(const lexicon *words, str word, neighbours beside)
{
    enum { SHORTEST = 3, LONGEST = 40, MOST_SEEN = 2, TWO_LETTERS = 2 };
    if (word.len < SHORTEST || word.len > LONGEST || !wordlist_is_there())
        return 0;
    if (word_in(word, two_words) && !(beside.before.len && ascii_is_upper(word.ptr[0])))
        return TWO_LETTERS;
    if (ascii_is_upper(word.ptr[0]) && str_is_lower(str_from(word, 1)) && beside.before.len == 0 &&
        !word_is_listed(word) && lexicon_count(words, word) <= MOST_SEEN)
        return at_beginning(word);
    if (!str_is_lower(word))
        return at_capitals(word, beside.after);
    if (word_is_listed(word))
        return 0;
    if (ends_in_article(word, beside.after))
        return word.len - 1;
    if (lexicon_count(words, word) > MOST_SEEN)
        return 0;
    if (begins_with_article(word, beside.before))
        return 1;
    size_t found = 0;
    for (size_t at = 2; at + 1 < word.len; at++) {
        if (!part(str_to(word, at), str_from(word, at), beside.before))
            continue;
        if (found)
            return 0;
        found = at;
    }
    return found;
}
