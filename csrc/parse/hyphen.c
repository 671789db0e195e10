#include "parse/hyphen.h"

#include "base/ascii.h"
#include "parse/token.h"
#include "parse/wordlist.h"

enum { LONGEST_PAIR_BYTES = 64 };

/* First halves that are set with a hyphen. */
#define ADJECTIVES "self high low large small long short medium mid multi ultra well full half real cross "
static const char hyphenating[] =
    " " ADJECTIVES "part first second third one two three four five six seven eight nine "
    "ten year million billion ";
/* First halves that are set without one, and so make words that no list has. */
static const char closed_prefixes[] = " micro macro bio geo nano cyber over under super semi inter counter "
                                      "electro photo hydro thermo tele auto radio neuro "
                                      "aero agro eco meta infra trans para poly mono hyper mega giga tera "
                                      "kilo milli some any every no fore out up down back ";
/* Words so common that OCR often runs them into their neighbours. */
static const char function_words[] =
    " the and of to in for that with on is are was were be been by at from as it this these those their its "
    "which who will "
    "would can could has have had not but or an into around other others more than after before about over "
    "under between "
    "through during when where while such some also only all any each both many most much new "
    "may might must should shall does did said says told he she they we you his her our your if than there "
    "then "
    "because against since until within without per though although even ";
/* Those that are halves of other words, too: only beside one of their kind are they words. */
static const char small_words[] = " up out off down if we us me him them so no one do go my ";
#define NUMBERS "two three four five six seven eight nine ten "
/* What a number is put before with a hyphen: "a nine-day week". */
static const char units[] =
    " day week month year hour minute mile page member story part point nation person lane seat ";
/* Second halves that make new words without a blank. */
static const char compounding[] =
    " able ability abilities less like wise ward wards fold hood ship ware land man men "
    "woman women work works maker makers making sphere scape proof ";
/* Syllables of Chinese names that are words, too. */
static const char name_syllables[] =
    " dan dong nan hang tong gang sun ling ning pan bin fan men ting song sang tan can "
    "fen gong pang hun dun ban bang ding fang hung mu pin rang sing tang wen ";
/* ... and such of English words, that words break behind. */
static const char syllables[] =
    " con com im in par ap ac at dis en ob op ad al an am as em el es tor mar mis sig sin "
    "pos pol pub cap cor col ";
/* First halves that some write with a hyphen and some without. */
static const char prefixes[] =
    " re co pre non anti un de ex semi sub inter intra counter post pro bi tri e mid vice "
    "self neo pan quasi ";

static str pair(char *space, str first, const char *between, str second)
{
    size_t middle = strlen(between), n = 0;
    if (first.len + middle + second.len > LONGEST_PAIR_BYTES)
        return STR("");
    for (size_t i = 0; i < first.len; i++)
        space[n++] = ascii_lower(first.ptr[i]);
    memcpy(space + n, between, middle);
    n += middle;
    for (size_t i = 0; i < second.len; i++)
        space[n++] = ascii_lower(second.ptr[i]);
    return (str){space, n};
}

/* What is known of "first-second" and "firstsecond". */
typedef struct both_forms {
    int64_t hyphenated, whole; /* counts in the archive */
    bool hyphenated_listed, whole_listed;
} both_forms;

static both_forms look_up(const lexicon *words, str first, str second)
{
    char space[LONGEST_PAIR_BYTES];
    both_forms f;
    str word = pair(space, first, "-", second);
    f.hyphenated = lexicon_count(words, word);
    f.hyphenated_listed = wordlist_has(word);
    word = pair(space, first, "", second);
    f.whole = lexicon_count(words, word);
    f.whole_listed = wordlist_has(word);
    return f;
}

bool word_is_listed(str word)
{
    char space[LONGEST_PAIR_BYTES];
    word = pair(space, word, "", STR(""));
    if (word.len == 0 || wordlist_has(word))
        return word.len > 0;
    /* Forms that a list leaves out. */
    static const char *const endings[] = {"s", "es", "d", "ed", "ing", "er", "ers", "ly"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        str ending = str_of(endings[i]);
        if (word.len > ending.len + 3 && str_ends(word, ending) &&
            wordlist_has(str_to(word, word.len - ending.len)))
            return true;
    }
    return false;
}

bool word_is_known(const lexicon *words, str word)
{
    enum { OFTEN = 3 };
    return word_is_listed(word) || lexicon_count(words, word) >= OFTEN;
}

bool hyphen_is_kept(const lexicon *words, str first, str second)
{
    if (first.len == 0 || second.len == 0)
        return false;
    if (!ascii_is_lower(second.ptr[0]) || ascii_is_digit(first.ptr[first.len - 1]))
        return true;
    both_forms f = look_up(words, first, second);
    if (f.hyphenated != f.whole)
        return f.hyphenated > f.whole;
    if (f.hyphenated_listed != f.whole_listed)
        return f.hyphenated_listed;
    if (ascii_is_upper(first.ptr[0]) && word_in(second, name_syllables))
        return false;
    bool both_words = word_is_known(words, first) && word_is_known(words, second);
    return f.hyphenated > 0 ||
           (!f.whole_listed && second.len > 2 && (both_words || word_in(first, hyphenating)));
}

bool hyphens_are_kept(const lexicon *words, str first, str second)
{
    both_forms f = look_up(words, first, second);
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
    return !(broken && wordlist_has(pair(space, first, "", second)));
}

bool hyphen_is_dash(const lexicon *words, str first, str second)
{
    if (!word_in(second, function_words) || !word_is_known(words, first))
        return false;
    both_forms f = look_up(words, first, second);
    return !f.hyphenated && !f.hyphenated_listed && !f.whole && !f.whole_listed;
}

bool hyphen_may_precede_name(str first)
{
    return first.len > 0 && (!ascii_is_lower(first.ptr[0]) || word_in(first, prefixes) ||
                             word_in(first, " all trans then now early late "));
}

/* Broken words that no paper hyphenates, though both halves are words, or the first is a prefix. */
static const char always_broken[] =
    " re-search re-searcher re-searchers re-searched re-venue re-venues re-turn re-turns re-turned re-port "
    "re-ports "
    "re-ported re-porter re-porters re-main re-mains re-mained re-cent re-cently re-cord re-cords re-corded "
    "re-source "
    "re-sources re-lease re-leased re-leases re-view re-views re-move re-moved re-tail re-tired re-peat "
    "re-peated "
    "re-late re-lated de-sign de-signs de-signed de-signer de-signers de-liver de-livers de-livered "
    "de-livery "
    "de-liveries de-cider de-mand de-mands de-part de-parts de-parted de-partment de-tail de-tails de-bate "
    "de-bates "
    "de-feat de-light de-pending de-vice de-vices de-vote de-voted pro-vision pro-visions pro-file pro-files "
    "pro-long "
    "pro-test pro-tests pro-found pro-pose pro-posed pro-gram pro-grams be-fore be-come be-comes be-cause "
    "be-side "
    "be-sides be-low be-have be-half be-tween be-long be-longs con-tract con-tracts con-test con-tests "
    "con-tent "
    "con-tents con-form con-duct con-sent con-cert con-certs con-vent in-come in-comes in-form in-formed "
    "in-side "
    "in-put in-sight in-sights in-stance in-tend in-tended in-vest in-vested in-vestment ex-port ex-ports "
    "ex-ported "
    "ex-tent ex-press ex-change ex-changes ex-pert ex-perts sub-mit sub-mitted sub-ject sub-jects ";
/* Short words that make compounds; a list has many that nobody uses. */
static const char short_words[] =
    " ups ins outs web air sea sun car bus day low top old new two six ten eye ear arm leg "
    "tax oil gas ice job key law map net pay red "
    "sky tea toy war wet box bed cup egg end far fat fun gun hot ink jet lap "
    "log man mud off out pig pin pot raw run tip "
    "ton van way wax zip go no by on up in at ";

static bool half_is_word(str half)
{
    enum { SHORT = 3 };
    char space[LONGEST_PAIR_BYTES];
    return half.len > SHORT ? wordlist_has(pair(space, half, "", STR(""))) : word_in(half, short_words);
}

bool halves_make_compound(const lexicon *words, str first, str second)
{
    enum { OFTEN = 3 };
    char space[LONGEST_PAIR_BYTES];
    str whole = pair(space, first, "-", second);
    if (whole.len == 0 || word_in(whole, always_broken) || word_in(second, name_syllables))
        return false;
    bool prefixed =
        word_in(first, prefixes) || word_in(first, closed_prefixes) || word_in(first, hyphenating);
    bool first_is_word = half_is_word(first) || lexicon_count(words, first) >= OFTEN;
    bool second_is_word = half_is_word(second) || lexicon_count(words, second) >= OFTEN;
    return (prefixed || (first_is_word && !word_in(first, syllables))) && second_is_word;
}

bool word_is_closed(str first, str second)
{
    char space[LONGEST_PAIR_BYTES], other[LONGEST_PAIR_BYTES];
    str whole = pair(space, first, "", second), hyphenated = pair(other, first, "-", second);
    return whole.len > 0 && wordlist_has(whole) && !wordlist_has(hyphenated);
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
    both_forms f = look_up(words, first, second);
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
    if (lexicon_count(words, pair(space, first, "", second)) >= (seen > 1 ? seen * LEAST_SEEN : LEAST_SEEN))
        return true;
    while (memchr(first.ptr, '-', first.len))
        first = str_from(first, 1);
    const char *end = memchr(second.ptr, '-', second.len);
    second = end ? str_to(second, (size_t)(end - second.ptr)) : second;
    both_forms f = look_up(words, first, second);
    return first.len >= LEAST_HALF && second.len >= LEAST_HALF && f.whole_listed && !f.hyphenated_listed &&
           f.hyphenated == 0 && !halves_make_compound(words, first, second);
}

/* ------------------------------------------------------------------ lost hyphens and blanks */

/* How sure, from 0; what is less than SURE is left alone. */
enum { SURE = 20 };

/* "communities", "loans": no first half of a compound. */
static bool is_plural(str word)
{
    return word.len > 4 && str_ends(word, STR("s")) && !str_ends(word, STR("ss")) &&
           word_is_listed(str_to(word, word.len - 1));
}

/* An archive in which a word that is in use may well not occur twice. */
static bool is_small(const lexicon *words)
{
    enum { FEW = 3000 };
    return lexicon_count(words, STR("the")) < FEW;
}

/* "energysaving", "muchcriticised". */
static bool is_participle_compound(str first, str second)
{
    enum { LEAST_HALF = 4, LEAST_BOTH = 10 };
    return (str_ends(second, STR("ing")) || str_ends(second, STR("ed"))) && first.len >= LEAST_HALF &&
           second.len > LEAST_HALF && first.len + second.len >= LEAST_BOTH && wordlist_has(first) &&
           word_is_listed(second) && !is_plural(first) && !word_in(first, function_words) &&
           !word_in(first, closed_prefixes);
}

static int hyphen_score(const lexicon *words, str first, str second, int64_t whole)
{
    enum { LEAST_PREFIXED = 3, MOST_SEEN = 2 };
    both_forms f = look_up(words, first, second);
    bool adjective = word_in(first, " " ADJECTIVES);
    bool prefixed = !adjective && (word_in(first, prefixes) || word_in(first, closed_prefixes));
    if (prefixed && f.hyphenated < LEAST_PREFIXED * (whole > 0 ? whole : 1))
        return 0;
    if (f.hyphenated > 0 && f.hyphenated >= whole)
        return 100 + (int)(f.hyphenated < 100 ? f.hyphenated : 100);
    if (f.hyphenated_listed && second.len > 1)
        return 60;
    if (word_in(first, " " NUMBERS) && word_in(second, units))
        return 35;
    if (adjective && second.len >= 4 && word_is_listed(second))
        return 30;
    return whole <= MOST_SEEN && is_small(words) && is_participle_compound(first, second) ? 25 : 0;
}

static bool stand_apart(str context, str first, str second)
{
    char space[LONGEST_PAIR_BYTES];
    str both = pair(space, first, " ", second);
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
           (first.len >= LONG && word_in(second, " in on at by as we he ")) ||
           (second.len >= SHORT && word_in(first, " to of is if ")) ||
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
    bool small = is_small(words);
    int64_t first_seen = lexicon_count(words, first), second_seen = lexicon_count(words, second);
    if (word_in(second, compounding) || !(small || (first_seen && second_seen)))
        return 0;
    if (word_in(first, " the and for with from ") && second.len > 2)
        return 35;
    if (word_in(first, " " NUMBERS) && is_plural(second))
        return 35;
    bool first_common = word_in(first, function_words), second_common = word_in(second, function_words);
    if ((first_common || word_in(first, small_words)) && (second_common || word_in(second, small_words)))
        return 40;
    if (runs_into_small_word(first, second))
        return 30;
    if ((first_common && second.len >= (first.len > 2 ? LEAST_HALF : LEAST_WITH_SHORT) &&
         !word_in(first, closed_prefixes)) ||
        (second_common && first.len >= LEAST_HALF && second.len >= 3))
        return 35;
    if (first.len < LEAST_HALF || second.len < LEAST_HALF || word_in(first, closed_prefixes))
        return 0;
    bool often = small || first_seen + second_seen >= LEAST_SEEN;
    bool both = first_seen >= LEAST_OF_EACH && second_seen >= LEAST_OF_EACH;
    size_t least = both ? LEAST_OF_BOTH_SEEN : LEAST_BOTH;
    return is_plural(first) || (often && first.len + second.len >= least) ? 20 : 0;
}

/* In lower case; or but for its first letter, which *capital tells. */
static bool is_plain(str word, bool *capital)
{
    *capital = ascii_is_upper(word.ptr[0]);
    for (size_t i = *capital; i < word.len; i++)
        if (!ascii_is_lower(word.ptr[i]))
            return false;
    return true;
}

/* A form that is a word, too: only an archive that hardly ever prints it so says otherwise. */
static int listed_score(const lexicon *words, str first, str second, int64_t whole)
{
    enum { LEAST_SEEN = 8, RATIO = 8, LEAST_HALF = 3 };
    if (first.len < LEAST_HALF || second.len < LEAST_HALF || !word_is_listed(first) ||
        !word_is_listed(second))
        return 0;
    int64_t hyphenated = look_up(words, first, second).hyphenated;
    return hyphenated >= LEAST_SEEN && hyphenated >= RATIO * whole ? 100 : 0;
}

/* Of a word with a capital, which may be a name. */
static int capital_score(const lexicon *words, str first, str second, int64_t whole)
{
    enum { LEAST_SEEN = 2 };
    int64_t hyphenated = look_up(words, first, second).hyphenated;
    return hyphenated >= LEAST_SEEN && hyphenated > 2 * whole ? 100 : 0;
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
    for (size_t i = 1; i < rest.len; i++)
        if (!ascii_is_lower(rest.ptr[i]))
            return false;
    if (at < LEAST_HALF || rest.len < LEAST_HALF || word.len + 1 > LONGEST_PAIR_BYTES ||
        !ascii_is_upper(*word.ptr) || !ascii_is_upper(*rest.ptr))
        return false;
    char space[LONGEST_PAIR_BYTES];
    memcpy(space, word.ptr, at);
    space[at] = ' ';
    memcpy(space + at + 1, rest.ptr, rest.len);
    return str_find(context, (str){space, word.len + 1}) < context.len;
}

/* "aBelgian", "inBeijing", "83laboratories": behind what no word goes on with. */
static bool is_glued(str word, str context, size_t *at_byte)
{
    enum { LEAST_DIGITS = 2, LEAST_REST = 4 };
    size_t digits = 0, at = 0;
    while (digits < word.len && ascii_is_digit(word.ptr[digits]))
        digits++;
    for (at = digits; digits == 0 && at < word.len && ascii_is_lower(word.ptr[at]); at++)
        ;
    if (at == 0)
        return are_names_glued(word, context, at_byte);
    str rest = str_from(word, at);
    *at_byte = at;
    for (size_t i = 1; i < rest.len; i++)
        if (!ascii_is_lower(rest.ptr[i]))
            return false;
    if (rest.len < LEAST_REST)
        return false;
    if (digits > 0)
        return digits == at && digits >= LEAST_DIGITS && ascii_is_lower(*rest.ptr) && word_is_listed(rest) &&
               (digits > LEAST_DIGITS || str_ends(rest, STR("s")) ||
                word_in(rest, " more people percent other different "));
    str first = str_to(word, at);
    return ascii_is_upper(*rest.ptr) && word_in(first, " a an in of at the to by for from and with on as ");
}

lost_mark word_lost(const lexicon *words, str word, str context, size_t *at_byte)
{
    enum { SHORTEST = 4, LONGEST = 40, MOST_SEEN = 2, MOST_LISTED = 8 };
    bool capital;
    if (word.len < SHORTEST || word.len > LONGEST)
        return LOST_NOTHING;
    if (!is_plain(word, &capital))
        return wordlist_is_there() && is_glued(word, context, at_byte) ? LOST_BLANK : LOST_NOTHING;
    bool listed = word_is_listed(word);
    int64_t seen = lexicon_count(words, word);
    if (listed && (seen > MOST_LISTED || is_small(words)))
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
        int64_t hyphenated = lexicon_count(words, pair(space, first, "-", second));
        if (hyphenated >= LEAST_SEEN && hyphenated > seen) {
            *at_byte = i;
            return true;
        }
    }
    return seen < LEAST_SEEN && part_lost(words, word, at_byte);
}
