#include "parse/misread.h"

#include "base/ascii.h"
#include "parse/halves.h"
#include "parse/token.h"
#include "parse/wordlist.h"

/* A figure that begins a short word belongs there: "3rd". */
enum { LONGEST = 40, LONG_WORD = 6 };

/* Read as the first, printed as the second. */
static const struct confusion {
    const char *read, *printed;
    size_t least; /* letters of a word, of which fewer may be another word */
} confusions[] = {{"q", "p", 0},  {"p", "q", 0},  {"r", "n", 0},  {"v", "y", 0},  {"y", "v", 0},
                  {"m", "rn", 0}, {"rn", "m", 0}, {"u", "n", 0},  {"n", "u", 0},  {"e", "c", 0},
                  {"c", "e", 0},  {"h", "b", 0},  {"b", "h", 0},  {"i", "l", 0},  {"l", "i", 0},
                  {"f", "t", 0},  {"t", "f", 0},  {"d", "cl", 0}, {"cl", "d", 0}, {"w", "vv", 0},
                  {"vv", "w", 0}, {"u", "ii", 0}, {"ii", "u", 0}, {"ni", "m", 5}, {"u", "h", 6},
                  {"m", "ni", 8}, {"w", "tr", 7}, {"n", "h", 8},  {"h", "li", 8}, {"li", "h", 8},
                  {"n", "ri", 8}, {"ri", "n", 8}, {"n", "ti", 8}, {"ti", "n", 8}};

/* In lower case; or but for its first letter. */
static bool is_plain(str word)
{
    return ascii_is_alpha(word.ptr[0]) && str_is_lower(str_from(word, 1));
}

/* "t0p" to "top". */
static str without_figures(arena *mem, str word)
{
    enum { SHORTEST = 3 };
    static const char read[] = "015", printed[] = "ols";
    if (word.len < SHORTEST)
        return STR("");
    char *text = arena_copy(mem, word.ptr, word.len);
    for (size_t i = word.len < LONG_WORD; i < word.len; i++) {
        const char *figure = memchr(read, text[i], sizeof read - 1);
        text[i] = figure ? printed[figure - read] : text[i];
    }
    str other = {text, word.len};
    return is_plain(other) && word_is_listed(other) ? other : STR("");
}

/* "4I2" to "412", "I4" to "14": letters between figures and before one.  "O2" is none, nor is "I95", a road.
 */
static str with_figures(arena *mem, str word)
{
    static const char read[] = "IlO", printed[] = "110";
    size_t figures = 0;
    char *text = arena_copy(mem, word.ptr, word.len);
    for (size_t i = 0; i < word.len; i++) {
        const char *letter = memchr(read, text[i], sizeof read - 1);
        if (!letter && !ascii_is_digit(text[i]))
            return STR("");
        figures += !letter;
        text[i] = letter ? printed[letter - read] : text[i];
    }
    bool ends_so = !ascii_is_digit(word.ptr[word.len - 1]), road = word.ptr[0] == 'I' && word.len > 2;
    bool sure = figures > 0 && figures < word.len && word.ptr[0] != 'O' && !ends_so && !road;
    return sure ? (str){text, word.len} : STR("");
}

/* "1ast" to "last". */
static str without_first_figure(arena *mem, str word)
{
    enum { SHORTEST = 4 };
    if (word.len < SHORTEST || word.ptr[0] != '1' || !str_is_lower(str_from(word, 1)))
        return STR("");
    char *text = arena_copy(mem, word.ptr, word.len);
    text[0] = 'l';
    str other = {text, word.len};
    return word_is_listed(other) ? other : STR("");
}

/* The word with what stands at `at` read as the confusion has it printed; its length, or 0. */
static size_t put_printed(char *to, str word, size_t at, const struct confusion *c)
{
    str read = str_of(c->read), printed = str_of(c->printed);
    if (word.len < c->least || !str_starts(str_from(word, at), read) || word.len + printed.len > LONGEST)
        return 0;
    memcpy(to, word.ptr, at);
    memcpy(to + at, printed.ptr, printed.len);
    memcpy(to + at + printed.len, word.ptr + at + read.len, word.len - at - read.len);
    return word.len - read.len + printed.len;
}

static bool is_in_use(const lexicon *words, str word)
{
    enum { LEAST_SEEN = 3 };
    return lexicon_is_small(words) || lexicon_count(words, word) >= LEAST_SEEN;
}

/* "aproved", "occassion", "yeild": a letter once for twice, twice for once, or two in the other order.  The
 * next such way to write the word, from `way` on, three a letter; 0 when it is none. */
static size_t put_respelled(char *to, str word, size_t way)
{
    size_t at = way / 3;
    if (at + 1 >= word.len || word.len >= LONGEST)
        return 0;
    char c = word.ptr[at], next = word.ptr[at + 1];
    memcpy(to, word.ptr, word.len);
    if (way % 3 == 0) {
        memmove(to + at + 1, to + at, word.len - at);
        return word.len + 1;
    }
    if (way % 3 == 1) {
        memmove(to + at, to + at + 1, word.len - at - 1);
        return c == next ? word.len - 1 : 0;
    }
    to[at] = next;
    to[at + 1] = c;
    return c != next ? word.len : 0;
}

/* What a word may have been; `several`: more than one is possible. */
typedef struct printed {
    char text[LONGEST];
    size_t len;
    bool common; /* only words that are in use may be meant by one of few letters */
    bool several;
} printed;

static bool is_common(const lexicon *words, str word)
{
    enum { LEAST_SEEN = 2 };
    return lexicon_count(words, word) >= LEAST_SEEN && is_in_use(words, word);
}

static void consider(printed *p, const lexicon *words, const char *text, size_t len)
{
    str candidate = {text, len};
    if (len == 0 || !wordlist_has(candidate) || str_eq(candidate, (str){p->text, p->len}) ||
        !(p->common ? is_common(words, candidate) : is_in_use(words, candidate)))
        return;
    p->several |= p->len > 0;
    memcpy(p->text, text, len);
    p->len = len;
}

/* "apologise": the list may have only the other way to write it. */
static bool is_listed_with_z(str word)
{
    char text[LONGEST];
    memcpy(text, word.ptr, word.len);
    for (size_t i = 1; i < word.len; i++) {
        if (text[i] != 's' || (text[i - 1] != 'i' && text[i - 1] != 'y'))
            continue;
        text[i] = 'z';
        if (word_is_listed((str){text, word.len}))
            return true;
        text[i] = 's';
    }
    return false;
}

static str with_other_letter(arena *mem, const lexicon *words, str word)
{
    enum { SHORTEST = 3, SHORT = 6, MOST_SEEN = 1 };
    printed p = {.len = 0, .common = word.len < SHORT};
    char text[LONGEST];
    if (word.len < SHORTEST || !str_is_lower(word) || word_is_listed(word) ||
        lexicon_count(words, word) > MOST_SEEN || is_listed_with_z(word))
        return STR("");
    for (size_t at = 0; at < word.len; at++)
        for (size_t i = 0; i < sizeof confusions / sizeof *confusions; i++)
            consider(&p, words, text, put_printed(text, word, at, &confusions[i]));
    for (size_t way = 0; word.len >= SHORT && way < word.len * 3; way++)
        consider(&p, words, text, put_respelled(text, word, way));
    return p.len == 0 || p.several ? STR("") : (str){arena_copy(mem, p.text, p.len), p.len};
}

/* "peopIe", "lt": a large I for a small l, or the other way round. */
static str with_other_i(arena *mem, str word, bool starts)
{
    static const char *const words[] = {"lt", "lts", "lf"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(word, str_of(words[i]))) {
            char *text = arena_copy(mem, word.ptr, word.len);
            text[0] = starts ? 'I' : 'i';
            return (str){text, word.len};
        }
    enum { SHORTEST = 4 };
    char *text = NULL;
    for (size_t i = 1; word.len >= SHORTEST && i < word.len; i++) {
        if (word.ptr[i] != 'I')
            continue;
        if (!text)
            text = arena_copy(mem, word.ptr, word.len);
        text[i] = 'l';
    }
    str other = {text, text ? word.len : 0};
    return other.len && is_plain(other) && word_is_listed(other) ? other : STR("");
}

str word_misread(arena *mem, const lexicon *words, str word, bool starts)
{
    if (word.len > LONGEST || !wordlist_is_there())
        return STR("");
    bool figures = false;
    for (size_t i = word.len < LONG_WORD; i < word.len; i++)
        figures |= ascii_is_digit(word.ptr[i]);
    if (figures) {
        str number = with_figures(mem, word);
        return number.len ? number : without_figures(mem, word);
    }
    if (word.len > 0 && ascii_is_digit(word.ptr[0]))
        return without_first_figure(mem, word);
    str other_i = with_other_i(mem, word, starts);
    return other_i.len ? other_i : with_other_letter(mem, words, word);
}

bool bar_is_pronoun(str behind)
{
    size_t at = 0;
    str word;
    return token_next(behind, &at, &word) &&
           word_in(word, " have had am was would will could can did do don't didn't think know thought ");
}

/* "hav e". */
static bool is_tail_apart(str first, str second, str whole)
{
    return first.len > 1 && !strchr("aiox", second.ptr[0]) && str_is_lower(whole) && !word_is_listed(first) &&
           wordlist_has(whole);
}

/* "t hem"; "T he", "W HEN" where a paragraph starts: a large initial may stand apart. */
static bool is_initial_apart(str first, str second, str whole, bool starts)
{
    bool capital = ascii_is_upper(first.ptr[0]);
    bool upper = capital && ascii_is_upper(second.ptr[0]) && ascii_is_upper(second.ptr[1]);
    return !strchr("AIOXaiox", first.ptr[0]) && (upper || str_is_lower(second)) &&
           wordlist_has_any_case(whole) &&
           (starts || (!capital && strchr("bcdfghjklmnpqrtvwz", first.ptr[0])));
}

/* Second halves that a list has as words, and that no paper prints so. */
static const char bound[] =
    " st er ed es ent ion ions al ment ity en ers rs ing est ness ish ist ism ance ence ous "
    "ful tion der fer ";
/* Words whose halves are words, too, and never stand beside each other. */
static const char parted[] =
    " i-s i-t i-n i-f o-f o-n o-r t-o b-y w-e an-other him-self her-self it-self my-self your-self "
    "one-self them-selves our-selves some-thing some-what every-thing any-thing al-most al-ready al-ways "
    "al-though al-so al-together be-fore be-cause be-tween be-come be-comes be-came be-gan be-gin "
    "be-gins be-ginning be-hind be-yond be-haviour be-havior be-neath be-lief be-lieve be-lieves "
    "be-lieved to-gether to-morrow to-wards in-stead mean-while where-ever there-fore with-out with-draw "
    "with-drawn under-stood under-went over-came over-come before-hand after-wards grand-children "
    "grand-child grand-son grand-sons grand-mother grand-father grand-daughter grand-parents chair-man "
    "chair-men chair-woman chair-person spokes-man spokes-men spokes-woman spokes-person sales-man "
    "police-man police-men fire-man fire-men states-man country-side road-side road-sides side-walk "
    "side-walks birth-day birth-days sports-wear soft-ware hard-ware news-paper news-papers rail-way "
    "rail-ways rail-road air-port air-ports air-craft head-quarters head-line head-lines work-shop "
    "work-shops class-room class-rooms back-ground sun-light moon-light child-hood neighbor-hood "
    "neighbour-hood member-ship leader-ship relation-ship relation-ships champion-ship champion-ships "
    "partner-ship partner-ships scholar-ship scholar-ships citizen-ship friend-ship owner-ship "
    "land-scape net-work net-works frame-work break-through key-board earth-quake earth-quakes fore-cast "
    "fore-casts broad-cast ";

/* "bor der", "be fore", "re port". */
static bool is_parted_word(str first, str second, str whole)
{
    enum { LEAST_FIRST = 3, LEAST_BEFORE_ED = 4 };
    char space[LONGEST_PAIR_BYTES];
    if (!wordlist_has(whole))
        return false;
    str pair = halves_pair(space, first, "-", second);
    if (word_in(pair, parted))
        return true;
    size_t least = str_eq(second, STR("ed")) ? LEAST_BEFORE_ED : LEAST_FIRST;
    return (word_in(second, bound) && first.len >= least) ||
           (word_in(first, " re de ") && word_is_always_broken(pair));
}

bool word_is_parted(const lexicon *words, str first, str second, bool starts)
{
    enum { LEAST_HALF = 4, MOST_SEEN = 1 };
    char both[LONGEST];
    if (first.len + second.len > LONGEST || second.len == 0 || !wordlist_is_there())
        return false;
    memcpy(both, first.ptr, first.len);
    memcpy(both + first.len, second.ptr, second.len);
    str whole = {both, first.len + second.len};
    if (str_is_lower(whole) && is_parted_word(first, second, whole))
        return true;
    if (second.len == 1)
        return is_tail_apart(first, second, whole);
    if (first.len == 1)
        return is_initial_apart(first, second, whole, starts);
    if (!str_is_lower(first) || !str_is_lower(second))
        return false;
    bool first_listed = word_is_listed(first), second_listed = word_is_listed(second);
    str odd = first_listed ? second : first;
    if (first_listed && first.len < LEAST_HALF && second.len < LEAST_HALF)
        return false; /* "an im" */
    return !(first_listed && second_listed) && wordlist_has(whole) && lexicon_count(words, odd) <= MOST_SEEN;
}
