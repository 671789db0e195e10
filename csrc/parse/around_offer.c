/* What readers are offered beside the stories, each in a paragraph that begins with its label: goods, posts,
 * rooms, puzzles, stars, numbers drawn. */
#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/furniture.h"
#include "parse/line.h"
#include "parse/opening.h"
#include "parse/token.h"

/* "ROOM FOR RENT near the port": how long the words in capitals are that it begins with; 0 for fewer than
 * two. */
static size_t shouted_words(str s)
{
    enum { FEWEST = 2, FEWEST_LETTERS = 3 };
    size_t at = 0, n = 0, len = 0;
    str token;
    while (token_next(s, &at, &token) && !str_has_lower(token)) {
        str word = token_core(token);
        n += str_leading_capitals(word) >= FEWEST_LETTERS;
        len = (size_t)(token.ptr - s.ptr) + token.len;
    }
    return n >= FEWEST || (n == 1 && len > 0 && ascii_is_one_of(s.ptr[len - 1], ":!")) ? len : 0;
}

/* "**SUDOKU No. 12** Fill in": what stands in marks, or in capitals; the line, where all of it is bold or a
 * heading. */
static str label_of(const line *l)
{
    str s = l->text;
    if (str_starts(s, STR("**")))
        return byline_bare(str_to(s, 2 + str_find(str_from(s, 2), STR("**"))));
    if (LOOKS(l, LOOK_BOLD) || l->heading || LOOKS(l, LOOK_ALL_CAPS))
        return byline_bare(s);
    return str_to(s, shouted_words(s));
}

/* Of what readers play, or look up; a number may stand behind it. */
static bool names_pastime(str label)
{
    static const char *const names[] = {
        "sudoku",      "crossword",       "kakuro",         "horoscope",  "horoscopes",    "your stars",
        "the stars",   "your week ahead", "lotto",          "lottery",    "lotto results", "lottery results",
        "4d results",  "prayer times",    "tides",          "tide times", "tv tonight",    "tv guide",
        "word search", "exchange rates",  "winning numbers"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        str name = str_of(names[i]), rest = str_trim(str_from(label, name.len));
        if (str_starts_nocase(label, name) &&
            (rest.len == 0 || (!ascii_is_alpha(rest.ptr[0]) && rest.ptr[0] != '\'') ||
             str_starts(rest, STR("No"))))
            return true;
    }
    return false;
}

static bool begins_with_sign(str s)
{
    static const char *const signs[] = {"aries", "taurus",  "gemini",      "cancer",    "leo",      "virgo",
                                        "libra", "scorpio", "sagittarius", "capricorn", "aquarius", "pisces"};
    str bare = byline_bare(s);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        str rest = str_from(bare, str_of(signs[i]).len);
        if (str_starts_nocase(bare, str_of(signs[i])) && (rest.len == 0 || !ascii_is_alpha(rest.ptr[0])))
            return true;
    }
    return false;
}

/* "1 Home of a badger", "DOWN", "Leo (July 23-Aug. 22): ...", "High 4.51am, 5.20pm" */
static bool is_of_pastime(const line *l)
{
    enum { MOST_WORDS = 30, FEWEST_FIGURES = 2 };
    if (l->n_words > MOST_WORDS || LOOKS(l, LOOK_BYLINE) || l->text.len == 0)
        return false;
    if (ascii_is_digit(l->text.ptr[0]) || str_eq_nocase(l->text, STR("across")) ||
        str_eq_nocase(l->text, STR("down")) || begins_with_sign(l->text))
        return true;
    size_t figures = 0;
    for (size_t i = 1; i + 1 < l->text.len; i++)
        figures += ascii_is_one_of(l->text.ptr[i], ".:") && ascii_is_digit(l->text.ptr[i - 1]) &&
                   ascii_is_digit(l->text.ptr[i + 1]);
    return figures >= FEWEST_FIGURES;
}

/* "$9.95", "$85/mo": to the cent, or by the month. */
static bool names_price(str s)
{
    for (size_t i = 1; i + 1 < s.len; i++) {
        bool sign = s.ptr[i - 1] == '$' || str_ends(str_to(s, i), STR("\xc2\xa3"));
        size_t end = i;
        while (end < s.len && ascii_is_digit(s.ptr[end]))
            end++;
        str unit = str_from(s, end);
        bool cents =
            unit.len > 2 && unit.ptr[0] == '.' && ascii_is_digit(unit.ptr[1]) && ascii_is_digit(unit.ptr[2]);
        if (end > i && ((sign && cents) || str_starts(unit, STR("/mo"))))
            return true;
    }
    return false;
}

static bool has_one_of(str s, const char *const *phrases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_find_nocase(s, str_of(phrases[i])) < s.len)
            return true;
    return false;
}

/* "Box 4411", "20% off", a number: no headline has them. */
static bool says_where_to_buy(const line *l)
{
    static const char *const phrases[] = {"% off",      "visit our", "box no",
                                          "call today", "order now", "closing date"};
    static const char *const numbered[] = {" Box ", " Call ", "Dial *"};
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++) {
        size_t digit = str_find(l->text, str_of(numbered[i])) + str_of(numbered[i]).len;
        if (digit < l->text.len && ascii_is_digit(l->text.ptr[digit]))
            return true;
    }
    return has_one_of(l->text, phrases, sizeof phrases / sizeof *phrases) ||
           furniture_has_number_to_call(l->text);
}

/* "discounts", "apply at": what advertisers say, and reporters hardly. */
static bool asks_to_buy(const line *l)
{
    enum { MOST_BESIDE_PRICE = 20 };
    static const char *const phrases[] = {
        "ref:",        "discount",    "free delivery", "quoting",       "apply to ",    "apply at ",
        "apply with ", "apply by ",   "apply this ",   "apply online",  "for rent",     "to let",
        "for sale",    "now leasing", "showroom",      "over 18s only", "texts cost",   "conditions apply",
        "good pay",    "no agents",   "clearance",     "no obligation", "open till ",   "open daily",
        "open 7 days", " wanted, ",   "auction",       "% p.a.",        "chance to win"};
    return has_one_of(l->text, phrases, sizeof phrases / sizeof *phrases) ||
           (l->n_words <= MOST_BESIDE_PRICE && names_price(l->text));
}

/* Capitals before the first small letter. */
static size_t capitals_of(str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len && !ascii_is_lower(s.ptr[i]); i++)
        n += ascii_is_upper(s.ptr[i]);
    return n;
}

/* Shouted, or with a cry: "NOW LEASING for Fall 2018!". A place over a dispatch ends in a colon or a dash. */
static bool cries(str label)
{
    enum { FEWEST_CAPITALS = 5 };
    bool cry = label.ptr[label.len - 1] == '!' || str_find(label, STR("! ")) < label.len,
         small = word_in(token_core(label), " wanted lost found strayed stolen "),
         place = (label.ptr[label.len - 1] == ':' && !small) || str_ends(label, STR("\xe2\x80\x94"));
    return cry || small || (capitals_of(label) >= FEWEST_CAPITALS && !place);
}

/* A brief may ask its readers to call, too, but tells what happened. */
static bool tells_story(str s)
{
    static const char *const words[] = {" said ", " told ",     " was ",      " were ",
                                        " had ",  " has been ", " have been "};
    return has_one_of(s, words, sizeof words / sizeof *words);
}

static bool is_offer(const line *l, str label)
{
    enum { MOST_WORDS_OF_FIRM = 30, MOST_HEADLINE_WORDS = 12 };
    static const int others[] = {LOOK_STARTS_QUOTE, LOOK_JUMP_TAIL, LOOK_BYLINE, LOOK_CREDIT,
                                 LOOK_REFER,        LOOK_LIST_ITEM, LOOK_VOLUME, LOOK_DATE};
    bool firm = l->n_words <= MOST_WORDS_OF_FIRM && l->words.seen & CHAR_HIGH && l->words.seen & CHAR_DIGIT &&
                str_find(l->text, STR(" \xe2\x80\xa2 ")) < l->text.len &&
                furniture_has_number_to_call(l->text);
    if (!firm && (label.len == 0 || !cries(label) || opening_is_dateline(l->text)))
        return false;
    bool may_be_headline = label.len == l->text.len && l->n_words <= MOST_HEADLINE_WORDS;
    return l->n_words < WORDS_COUNTED && !line_looks_any(l, others, sizeof others / sizeof *others) &&
           (says_where_to_buy(l) || (!may_be_headline && asks_to_buy(l))) && !tells_story(l->text);
}

void lines_look_for_offers(line *lines, size_t n)
{
    enum { MOST_LINES = 14 };
    for (size_t i = 0; i < n; i++) {
        str label = label_of(&lines[i]);
        bool pastime = label.len && names_pastime(label), alone = label.len == lines[i].text.len;
        size_t end = i + 1;
        while (pastime && end < n && end <= i + MOST_LINES && is_of_pastime(&lines[end]))
            end++;
        if ((pastime && (end > i + 1 || !alone)) || is_offer(&lines[i], label))
            for (size_t k = i; k < end; k++)
                line_set_service(&lines[k]);
        i = end - 1;
    }
}
