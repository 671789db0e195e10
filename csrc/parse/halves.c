#include "parse/halves.h"

#include "base/ascii.h"
#include "parse/token.h"
#include "parse/wordlist.h"

/* First halves that are set with a hyphen. */
#define ADJECTIVES "self high low large small long short medium mid multi ultra well full half real cross "
static const char hyphenating[] =
    " " ADJECTIVES "part first second third one two three four five six seven eight nine "
    "ten year million billion ";
/* First halves that are set without one, and so make words that no list has. */
static const char closed_prefixes[] =
    " micro macro bio geo nano cyber over under super semi inter counter electro photo hydro thermo tele "
    "auto radio neuro aero agro eco meta infra trans para poly mono hyper mega giga tera kilo milli some "
    "any every no fore out up down back ";
/* First halves that some write with a hyphen and some without. */
static const char prefixes[] =
    " re co pre non anti un de ex semi sub inter intra counter post pro bi tri e mid vice self neo pan "
    "quasi ";
/* Words so common that OCR often runs them into their neighbours. */
static const char function_words[] =
    " the and of to in for that with on is are was were be been by at from as it this these those their "
    "its which who will would can could has have had not but or an into around other others more than "
    "after before about over under between through during when where while such some also only all any "
    "each both many most much new may might must should shall does did said says told he she they we you "
    "his her our your if than there then because against since until within without per though although "
    "even ";
/* Syllables of Chinese names that are words, too. */
static const char name_syllables[] =
    " dan dong nan hang tong gang sun ling ning pan bin fan men ting song sang tan can fen gong pang hun "
    "dun ban bang ding fang hung mu pin rang sing tang wen ";
/* ... and such of English words, that words break behind. */
static const char syllables[] =
    " con com im in par ap ac at dis en ob op ad al an am as em el es tor mar mis sig sin pos pol pub "
    "cap cor col ";

bool half_is_adjective(str first)
{
    return word_in(first, " " ADJECTIVES);
}

bool half_is_hyphenated(str first)
{
    return word_in(first, hyphenating);
}

bool half_is_closed_prefix(str first)
{
    return word_in(first, closed_prefixes);
}

bool half_is_prefix(str first)
{
    return word_in(first, prefixes);
}

bool half_is_name_syllable(str second)
{
    return word_in(second, name_syllables);
}

bool word_is_function_word(str word)
{
    return word_in(word, function_words);
}

str halves_pair(char space[LONGEST_PAIR_BYTES], str first, const char *between, str second)
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

both_forms halves_look_up(const lexicon *words, str first, str second)
{
    char space[LONGEST_PAIR_BYTES];
    both_forms f;
    str word = halves_pair(space, first, "-", second);
    f.hyphenated = lexicon_count(words, word);
    f.hyphenated_listed = wordlist_has(word);
    word = halves_pair(space, first, "", second);
    f.whole = lexicon_count(words, word);
    f.whole_listed = wordlist_has(word);
    return f;
}

bool word_is_listed(str word)
{
    char space[LONGEST_PAIR_BYTES];
    word = halves_pair(space, word, "", STR(""));
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

/* Broken words that no paper hyphenates, though both halves are words, or the first is a prefix. */
static const char always_broken[] =
    " re-search re-searcher re-searchers re-searched re-venue re-venues re-turn re-turns re-turned "
    "re-port re-ports re-ported re-porter re-porters re-main re-mains re-mained re-cent re-cently "
    "re-cord re-cords re-corded re-source re-sources re-lease re-leased re-leases re-view re-views "
    "re-move re-moved re-tail re-tired re-peat re-peated re-late re-lated de-sign de-signs de-signed "
    "de-signer de-signers de-liver de-livers de-livered de-livery de-liveries de-cider de-mand de-mands "
    "de-part de-parts de-parted de-partment de-tail de-tails de-bate de-bates de-feat de-light "
    "de-pending de-vice de-vices de-vote de-voted pro-vision pro-visions pro-file pro-files pro-long "
    "pro-test pro-tests pro-found pro-pose pro-posed pro-gram pro-grams be-fore be-come be-comes "
    "be-cause be-side be-sides be-low be-have be-half be-tween be-long be-longs con-tract con-tracts "
    "con-test con-tests con-tent con-tents con-form con-duct con-sent con-cert con-certs con-vent "
    "in-come in-comes in-form in-formed in-side in-put in-sight in-sights in-stance in-tend in-tended "
    "in-vest in-vested in-vestment ex-port ex-ports ex-ported ex-tent ex-press ex-change ex-changes "
    "ex-pert ex-perts sub-mit sub-mitted sub-ject sub-jects ";
/* Short words that make compounds; a list has many that nobody uses. */
static const char short_words[] =
    " ups ins outs web air sea sun car bus day low top old new two six ten eye ear arm leg tax oil gas "
    "ice job key law map net pay red sky tea toy war wet box bed cup egg end far fat fun gun hot ink jet "
    "lap log man mud off out pig pin pot raw run tip ton van way wax zip go no by on up in at ";

bool word_is_always_broken(str pair)
{
    return word_in(pair, always_broken);
}

static bool half_is_word(str half)
{
    enum { SHORT = 3 };
    char space[LONGEST_PAIR_BYTES];
    return half.len > SHORT ? wordlist_has(halves_pair(space, half, "", STR("")))
                            : word_in(half, short_words);
}

bool halves_make_compound(const lexicon *words, str first, str second)
{
    enum { OFTEN = 3 };
    char space[LONGEST_PAIR_BYTES];
    str whole = halves_pair(space, first, "-", second);
    if (whole.len == 0 || word_is_always_broken(whole) || half_is_name_syllable(second))
        return false;
    bool prefixed = half_is_prefix(first) || half_is_closed_prefix(first) || half_is_hyphenated(first);
    bool first_is_word = half_is_word(first) || lexicon_count(words, first) >= OFTEN;
    bool second_is_word = half_is_word(second) || lexicon_count(words, second) >= OFTEN;
    return (prefixed || (first_is_word && !word_in(first, syllables))) && second_is_word;
}

bool word_is_closed(str first, str second)
{
    char space[LONGEST_PAIR_BYTES], other[LONGEST_PAIR_BYTES];
    str whole = halves_pair(space, first, "", second), hyphenated = halves_pair(other, first, "-", second);
    return whole.len > 0 && wordlist_has(whole) && !wordlist_has(hyphenated);
}
