#include "parse/lost_mark.h"

#include "base/ascii.h"
#include "parse/halves.h"
#include "parse/token.h"
#include "parse/wordlist.h"

/* Halves of other words, too: only beside one of their kind or a function word are they words. */
static const char small_words[] = " up out off down if we us me him them so no one do go my ";
#define NUMBERS "two three four five six seven eight nine ten "
/* What a number is put before with a hyphen: "a nine-day week". */
static const char units[] =
    " day week month year hour minute mile page member story part point nation person lane seat ";
#define LENGTHS " inch foot mile meter metre kilometer kilometre acre "
/* What papers set off from a figure, unlike "km". */
static const char set_off[] =
    " rmb usd yuan percent million billion trillion tonnes tons dollars euros pounds hectares "
    "households more people other different ";
/* Second halves that make new words without a blank. */
static const char compounding[] = " able ability abilities ally less like ness isms wise ward wards fold "
                                  "hood ship ware land man men woman women work "
                                  "works maker makers making sphere scape proof ";

/* How sure, from 0: scores are only compared, and what is less than SURE is left alone. */
enum { SURE = 20 };

/* "communities", "loans": no first half of a compound. */
static bool is_plural(str word)
{
    return word.len > 4 && str_ends(word, STR("s")) && !str_ends(word, STR("ss")) &&
           word_is_listed(str_to(word, word.len - 1));
}

/* "energysaving", "muchcriticised". */
static bool is_participle_compound(str first, str second)
{
    enum { LEAST_HALF = 4, LEAST_BOTH = 10 };
    return (str_ends(second, STR("ing")) || str_ends(second, STR("ed"))) && first.len >= LEAST_HALF &&
           second.len > LEAST_HALF && first.len + second.len >= LEAST_BOTH && wordlist_has(first) &&
           word_is_listed(second) && !is_plural(first) && !word_is_function_word(first) &&
           !half_is_closed_prefix(first);
}

static int hyphen_score(const lexicon *words, str first, str second, int64_t whole)
{
    enum { LEAST_PREFIXED = 3, MOST_SEEN = 2, LEAST_BEHIND_ADJECTIVE = 4 };
    both_forms f = halves_look_up(words, first, second);
    bool adjective = half_is_adjective(first);
    bool prefixed = !adjective && (half_is_prefix(first) || half_is_closed_prefix(first));
    if (prefixed && f.hyphenated < LEAST_PREFIXED * (whole > 0 ? whole : 1))
        return 0;
    if (f.hyphenated > 0 && f.hyphenated >= whole)
        return 100 + (int)(f.hyphenated < 100 ? f.hyphenated : 100);
    if (f.hyphenated_listed && second.len > 1)
        return 60;
    if (word_in(first, " " NUMBERS) && word_in(second, units))
        return 35;
    if (adjective && second.len >= LEAST_BEHIND_ADJECTIVE && word_is_listed(second))
        return 30;
    return whole <= MOST_SEEN && lexicon_is_small(words) && is_participle_compound(first, second) ? 25 : 0;
}

static bool stand_apart(str context, str first, str second)
{
    char space[LONGEST_PAIR_BYTES];
    str both = halves_pair(space, first, " ", second);
    for (size_t at = 0; both.len && at < context.len;) {
        size_t hit = at + str_find(str_from(context, at), both);
        if (hit >= context.len)
            return false;
        bool starts = hit == 0 || !ascii_is_alnum(context.ptr[hit - 1]);
        size_t end = hit + both.len;
        if (starts && (end == context.len || !ascii_is_alnum(context.ptr[end])))
            return true;
        at = hit + 1;
    }
    return false;
}

/* "seemsto", "briefingin", "snapthem", "shouldask", "noimmediate", "onefamily": one of them is no part of a
 * compound. */
static bool runs_into_small_word(str first, str second)
{
    enum { SHORT = 4, MIDDLING = 5, LONG = 6, LONGER = 7 };
    return (first.len >= SHORT && word_in(second, " to of the is and them him us ")) ||
           (first.len >= LONG && word_in(second, " in on at by as we he it ")) ||
           (second.len >= SHORT && word_in(first, " to of is if be so ")) ||
           (second.len >= SHORT - 1 && word_in(first, " should would could might must they their which ")) ||
           (second.len >= MIDDLING && word_in(first, " one ")) ||
           (second.len >= LONGER && word_in(first, " no ")) || (first.len > SHORT && word_in(second, " no "));
}

static int blank_score(const lexicon *words, str first, str second, str context)
{
    enum {
        LEAST_HALF = 4,
        LEAST_BOTH = 11,
        LEAST_WITH_SHORT = 5,
        LEAST_SEEN = 4,
        LEAST_OF_EACH = 2,
        LEAST_OF_BOTH_SEEN = 8
    };
    bool article = str_eq(first, STR("a")) && second.len >= LEAST_HALF;
    if ((first.len < 2 && !article) || second.len < 2 || !word_is_listed(first) || !word_is_listed(second))
        return 0;
    if (stand_apart(context, first, second))
        return 80;
    if (article)
        return 0;
    /* Of an archive of some size both words are known to be in use. */
    bool small = lexicon_is_small(words);
    int64_t first_seen = lexicon_count(words, first), second_seen = lexicon_count(words, second);
    if (word_in(second, compounding) || !(small || (first_seen && second_seen)))
        return 0;
    if (word_in(first, " the and for with from ") && second.len > 2)
        return 35;
    if (word_in(first, " " NUMBERS) && is_plural(second))
        return 35;
    bool first_common = word_is_function_word(first), second_common = word_is_function_word(second);
    if ((first_common || word_in(first, small_words)) && (second_common || word_in(second, small_words)))
        return 40;
    if (runs_into_small_word(first, second))
        return 30;
    if ((first_common && second.len >= (first.len > 2 ? LEAST_HALF : LEAST_WITH_SHORT) &&
         !half_is_closed_prefix(first)) ||
        (second_common && first.len >= LEAST_HALF && second.len >= 3))
        return 35;
    if (first.len < LEAST_HALF || second.len < LEAST_HALF || half_is_closed_prefix(first))
        return 0;
    bool often = small || first_seen + second_seen >= LEAST_SEEN;
    bool both = first_seen >= LEAST_OF_EACH && second_seen >= LEAST_OF_EACH;
    size_t least = both ? LEAST_OF_BOTH_SEEN : LEAST_BOTH;
    /* "motors port" or "motor sport". */
    str with_s = {second.ptr - 1, second.len + 1};
    if (is_plural(first) && wordlist_has(with_s))
        return 0;
    return is_plural(first) || (often && first.len + second.len >= least) ? 20 : 0;
}

/* In lower case; or but for its first letter, which *capital tells. */
static bool is_plain(str word, bool *capital)
{
    *capital = ascii_is_upper(word.ptr[0]);
    return str_is_lower(str_from(word, *capital));
}

/* A form that is a word, too: only an archive that hardly ever prints it so says otherwise. */
static int listed_score(const lexicon *words, str first, str second, int64_t whole)
{
    enum { LEAST_SEEN = 8, RATIO = 8, LEAST_HALF = 3 };
    if (first.len < LEAST_HALF || second.len < LEAST_HALF || !word_is_listed(first) ||
        !word_is_listed(second))
        return 0;
    int64_t hyphenated = halves_look_up(words, first, second).hyphenated;
    return hyphenated >= LEAST_SEEN && hyphenated >= RATIO * whole ? 100 : 0;
}

/* Of a word with a capital, which may be a name. */
static int capital_score(const lexicon *words, str first, str second, int64_t whole)
{
    enum { LEAST_SEEN = 2, RATIO = 2 };
    int64_t hyphenated = halves_look_up(words, first, second).hyphenated;
    return hyphenated >= LEAST_SEEN && hyphenated > RATIO * whole ? 100 : 0;
}

/* "SouthernFujian", where both stand apart near it: papers print names so, too. */
static bool are_names_glued(str word, str context, size_t *at_byte)
{
    enum { LEAST_HALF = 3 };
    size_t at = 1;
    while (at < word.len && ascii_is_lower(word.ptr[at]))
        at++;
    *at_byte = at;
    str rest = str_from(word, at);
    if (at < LEAST_HALF || rest.len < LEAST_HALF || word.len + 1 > LONGEST_PAIR_BYTES ||
        !ascii_is_upper(*word.ptr) || !ascii_is_upper(*rest.ptr) || !str_is_lower(str_from(rest, 1)))
        return false;
    char space[LONGEST_PAIR_BYTES];
    memcpy(space, word.ptr, at);
    space[at] = ' ';
    memcpy(space + at + 1, rest.ptr, rest.len);
    return str_find(context, (str){space, word.len + 1}) < context.len;
}

/* "83laboratories", "6RMB"; "84inch" and "30day" had a hyphen. */
static lost_mark figure_lost(str word, size_t digits)
{
    enum { LEAST_DIGITS = 2, MOST_DIGITS = 3, LEAST_REST = 4 };
    str rest = str_from(word, digits);
    if (word_in(rest, set_off))
        return LOST_BLANK;
    if (digits < LEAST_DIGITS || rest.len < LEAST_REST || !str_is_lower(rest))
        return LOST_NOTHING;
    if (digits <= MOST_DIGITS && (word_in(rest, units) || word_in(rest, LENGTHS)))
        return LOST_HYPHEN;
    return word_is_listed(rest) && (digits > LEAST_DIGITS || str_ends(rest, STR("s"))) ? LOST_BLANK
                                                                                       : LOST_NOTHING;
}

/* "aBelgian", "inBeijing", "83laboratories": behind what no word goes on with. */
static lost_mark glued_lost(str word, str context, size_t *at_byte)
{
    enum { LEAST_REST = 4 };
    size_t digits = 0, at = 0;
    while (digits < word.len && ascii_is_digit(word.ptr[digits]))
        digits++;
    *at_byte = digits;
    if (digits > 0)
        return figure_lost(word, digits);
    while (at < word.len && ascii_is_lower(word.ptr[at]))
        at++;
    if (at == 0)
        return are_names_glued(word, context, at_byte) ? LOST_BLANK : LOST_NOTHING;
    str rest = str_from(word, at);
    *at_byte = at;
    bool glued = rest.len >= LEAST_REST && ascii_is_upper(*rest.ptr) && str_is_lower(str_from(rest, 1)) &&
                 word_in(str_to(word, at), " a an in of at the to by for from and with on as ");
    return glued ? LOST_BLANK : LOST_NOTHING;
}

lost_mark word_lost(const lexicon *words, str word, str context, size_t *at_byte)
{
    enum { SHORTEST = 4, LONGEST = 40, MOST_SEEN = 2, MOST_LISTED = 8 };
    bool capital;
    if (word.len < SHORTEST || word.len > LONGEST)
        return LOST_NOTHING;
    if (!is_plain(word, &capital))
        return wordlist_is_there() ? glued_lost(word, context, at_byte) : LOST_NOTHING;
    bool listed = word_is_listed(word);
    int64_t seen = lexicon_count(words, word);
    if (listed && (seen > MOST_LISTED || lexicon_is_small(words)))
        return LOST_NOTHING;
    lost_mark lost = LOST_NOTHING;
    int best = SURE - 1;
    for (size_t i = 1; i + 1 < word.len; i++) {
        str first = str_to(word, i), second = str_from(word, i);
        int hyphen = listed    ? listed_score(words, first, second, seen)
                     : capital ? capital_score(words, first, second, seen)
                               : hyphen_score(words, first, second, seen);
        bool may_part = !listed && !capital && seen <= MOST_SEEN && wordlist_is_there();
        int blank = may_part ? blank_score(words, first, second, context) : 0;
        if (hyphen > best || blank > best) {
            lost = hyphen >= blank ? LOST_HYPHEN : LOST_BLANK;
            best = hyphen >= blank ? hyphen : blank;
            *at_byte = i;
        }
    }
    return lost;
}

/* Of a word with a hyphen the parts next to it: "39-yearold", "hit-andrun". */
static bool part_lost(const lexicon *words, str word, size_t *at_byte)
{
    static const char measured[] = " old olds long wide high deep tall thick strong ";
    for (size_t start = 0, end; start < word.len; start = end + 1) {
        size_t at = 0;
        end = start + str_find(str_from(word, start), STR("-"));
        str part = {word.ptr + start, end - start};
        if (part.len == 0 || !ascii_is_lower(*part.ptr) || word_is_listed(part))
            continue;
        lost_mark lost = word_lost(words, part, STR(""), &at);
        bool found = lost == LOST_HYPHEN ||
                     (lost == LOST_BLANK && word_in(str_to(part, at), " and at by for in of or the to "));
        for (size_t i = 3; !found && ascii_is_digit(*word.ptr) && i + 3 <= part.len; i++) {
            at = i;
            found = word_is_listed(str_to(part, i)) && word_in(str_from(part, i), measured);
        }
        if (found) {
            *at_byte = start + at;
            return true;
        }
    }
    return false;
}

bool word_lost_another(const lexicon *words, str word, size_t *at_byte)
{
    enum { LEAST_SEEN = 2, MOST_SEEN = 4, LONGEST = 40 };
    int64_t seen = word.len <= LONGEST ? lexicon_count(words, word) : 0;
    if (word.len > LONGEST || seen > MOST_SEEN)
        return false;
    for (size_t i = 1; i < word.len; i++) {
        char space[LONGEST_PAIR_BYTES];
        str first = str_to(word, i), second = str_from(word, i);
        if (!ascii_is_lower(word.ptr[i - 1]) || !ascii_is_lower(word.ptr[i]))
            continue;
        int64_t hyphenated = lexicon_count(words, halves_pair(space, first, "-", second));
        if (hyphenated >= LEAST_SEEN && hyphenated > seen) {
            *at_byte = i;
            return true;
        }
    }
    return seen < LEAST_SEEN && part_lost(words, word, at_byte);
}
