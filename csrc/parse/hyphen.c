#include "parse/hyphen.h"

#include "base/ascii.h"
#include "parse/halves.h"
#include "parse/token.h"
#include "parse/wordlist.h"

bool hyphen_is_kept(const lexicon *words, str first, str second)
{
    if (first.len == 0 || second.len == 0)
        return false;
    if (!ascii_is_lower(second.ptr[0]) || ascii_is_digit(first.ptr[first.len - 1]))
        return true;
    both_forms f = halves_look_up(words, first, second);
    if (f.hyphenated != f.whole)
        return f.hyphenated > f.whole;
    if (f.hyphenated_listed != f.whole_listed)
        return f.hyphenated_listed;
    if (ascii_is_upper(first.ptr[0]) && half_is_name_syllable(second))
        return false;
    bool both_words = word_is_known(words, first) && word_is_known(words, second);
    return f.hyphenated > 0 ||
           (!f.whole_listed && second.len > 2 && (both_words || half_is_hyphenated(first)));
}

bool hyphens_are_kept(const lexicon *words, str first, str second)
{
    both_forms f = halves_look_up(words, first, second);
    bool compound =
        word_is_known(words, first) && word_is_known(words, second) && !f.whole && !f.whole_listed;
    return compound || hyphen_is_kept(words, first, second);
}

bool hyphen_is_suspended(str first, str second)
{
    char space[LONGEST_PAIR_BYTES];
    if (!word_in(second, " and or to nor but versus vs "))
        return false;
    /* "in-" "to", "thous-" "and". */
    bool broken = first.len == 2 || (first.len > 2 && !word_is_listed(first));
    return !(broken && wordlist_has(halves_pair(space, first, "", second)));
}

bool hyphen_is_dash(const lexicon *words, str first, str second)
{
    if (!word_is_function_word(second) || !word_is_known(words, first))
        return false;
    both_forms f = halves_look_up(words, first, second);
    return !f.hyphenated && !f.hyphenated_listed && !f.whole && !f.whole_listed;
}

bool hyphen_may_precede_name(str first)
{
    return first.len > 0 && (!ascii_is_lower(first.ptr[0]) || half_is_prefix(first) ||
                             word_in(first, " all trans then now early late "));
}

/* "Cao-feidian" and "SCI-TECH" may be broken words, "Run-Time" and "N-API" are not. */
static bool may_be_broken(str first, str second)
{
    bool lower = ascii_is_lower(second.ptr[0]);
    return lower ? first.len > 1
                 : first.len > 2 && second.len > 2 && ascii_is_upper(first.ptr[first.len - 1]);
}

bool hyphen_is_false(const lexicon *words, str word, size_t hyphen_at)
{
    enum { LEAST_SEEN = 2, RATIO = 2, LEAST_COMPOUND = 4, COMPOUND_RATIO = 8 };
    str first = str_to(word, hyphen_at), second = str_from(word, hyphen_at + 1);
    if (!may_be_broken(first, second))
        return false;
    both_forms f = halves_look_up(words, first, second);
    if (halves_make_compound(words, first, second))
        return f.whole >= LEAST_COMPOUND && f.whole >= f.hyphenated * COMPOUND_RATIO && !f.hyphenated_listed;
    if (f.whole >= LEAST_SEEN && f.whole >= f.hyphenated * RATIO)
        return true;
    /* "impor-tant": a half is no word, the whole is one. */
    return f.whole_listed && !f.hyphenated_listed && f.hyphenated <= (f.whole > 1 ? f.whole : 1);
}

bool hyphens_are_false(const lexicon *words, str word, size_t hyphen_at)
{
    enum { LEAST_SEEN = 2, LEAST_HALF = 2 };
    char space[LONGEST_PAIR_BYTES];
    str first = str_to(word, hyphen_at), second = str_from(word, hyphen_at + 1);
    int64_t seen = lexicon_count(words, word);
    if (lexicon_count(words, halves_pair(space, first, "", second)) >=
        (seen > 1 ? seen * LEAST_SEEN : LEAST_SEEN))
        return true;
    while (memchr(first.ptr, '-', first.len))
        first = str_from(first, 1);
    const char *end = memchr(second.ptr, '-', second.len);
    second = end ? str_to(second, (size_t)(end - second.ptr)) : second;
    both_forms f = halves_look_up(words, first, second);
    return first.len >= LEAST_HALF && second.len >= LEAST_HALF && f.whole_listed && !f.hyphenated_listed &&
           f.hyphenated == 0 && !halves_make_compound(words, first, second);
}
