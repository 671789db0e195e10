#include "parse/furniture.h"

#include <stdint.h>

#include "base/ascii.h"
#include "parse/page_name.h"
#include "parse/title_word.h"
#include "parse/token.h"

/* Each of four characters at least.  Of what is `topical` headlines talk, too: it tells only in a label. */
static const struct phrase {
    const char *text;
    bool topical;
} phrases[] = {{"wechat", true},
               {"weibo", true},
               {"e-paper", true},
               {"epaper", true},
               {"qr code", true},
               {"hotline", true},
               {"copyright", true},
               {"mobile app", true},
               {"advertis", true},
               {"advertisement", false},
               {"advertise with", false},
               {"scan the", false},
               {"scan to", false},
               {"scan for", false},
               {"scanned with", false},
               {"printed on recycled", false},
               {"postage paid", false},
               {"recycle this", false},
               {"publications mail", false},
               {"proudly serving", false},
               {"first published", false},
               {"forecast:", false},
               {"\xc2\xb0"
                "c ",
                false},
               {"follow us", false},
               {"subscribe", false},
               {"www.", false},
               {"http", false},
               {"issn", false},
               {"tel:", false},
               {"fax:", false},
               {"postal code", false},
               {"email:", false},
               {"e-mail:", false},
               {"all rights", false},
               {"official account", false},
               {"download the", false},
               {".com.cn", false},
               {"published by", false},
               {"printed by", false},
               {"printed at", false},
               {"printed in", false},
               {"sponsored by", false},
               {"member of the press", false},
               {"audit bureau of", false},
               {"additional copies", false},
               {"solution, page", false},
               {"solutions, page", false},
               {"solution on page", false},
               {"solutions on page", false},
               {"answers on page", false},
               {"advertorial", false},
               {"conditions apply", false},
               {"offer ends", false},
               {"while stocks last", false},
               {"while supplies last", false},
               {"get one free", false},
               {"free estimates", false},
               {"new patients welcome", false},
               {"now hiring", false},
               {"member fdic", false},
               {"apply online at", false},
               {"reservations:", false},
               {"your ad here", false},
               {"for rent:", false},
               {"for sale:", false},
               {"help wanted:", false},
               {"join us for worship", false},
               {"for more news", false},
               {"cn 11-", false}};

/* "$2.00", "80p", "75 CENTS", "Rs 5.00": a price and nothing else. */
static bool is_price(str s)
{
    static const char *const currencies[] = {"$", "\xc2\xa3", "\xc2\xa5", "\xe2\x82", "Ksh", "KSh", "Tk"};
    size_t letters = 0, digits = 0, signs = 0;
    if (s.len == 2 && ascii_is_digit(s.ptr[0]) && s.ptr[1] == 'd') /* of old pence */
        return true;
    if (s.len < 3 || s.len > 10)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        letters += ascii_is_alpha(s.ptr[i]);
        digits += ascii_is_digit(s.ptr[i]);
    }
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        signs += str_find(s, str_of(currencies[i])) < s.len;
    bool unit =
        signs > 0 || str_ends(s, STR("p")) || str_starts(s, STR("R")) || str_ends_nocase(s, STR("cents"));
    /* "P20.00", "Ksh60.00" */
    bool pence =
        s.len > 4 && s.ptr[s.len - 3] == '.' && ascii_is_upper(s.ptr[0]) && ascii_is_digit(s.ptr[s.len - 4]);
    return digits > 0 && digits <= 5 && letters <= 5 && (unit || pence);
}

/* "$3.00 DESIGNATED AREAS HIGHER", "£1.20 where sold": a price with its pence, and few words more. */
static bool begins_with_price(str s)
{
    enum { LONGEST = 48 };
    size_t space = str_find(s, STR(" ")), dot = str_find(s, STR("."));
    bool pence = dot + 3 == space && ascii_is_digit(s.ptr[dot + 1]) && ascii_is_digit(s.ptr[dot + 2]);
    return s.len <= LONGEST && space < s.len && pence && is_price(str_to(s, space));
}

/* "PRICE FIVE CENTS", "Price: $4.00 a year", "10c per copy": what the paper costs, and no headline that does.
 */
static bool tells_price(str s)
{
    enum { LONGEST = 64, LONGEST_UNIT = 20 };
    static const char *const units[] = {" per copy", " a copy", " per year", " a year"};
    if (s.len > LONGEST)
        return false;
    if (str_starts_nocase(s, STR("price"))) {
        str sum = str_trim(str_from(s, s.len > 5 && s.ptr[5] == ':' ? 6 : 5));
        str first = token_core(str_to(sum, str_find(sum, STR(" "))));
        bool number = word_in(first, " one two three four five six seven eight nine ten fifteen twenty ");
        return sum.len < s.len && sum.len &&
               (is_price(str_to(sum, str_find(sum, STR(" ")))) || number ||
                (ascii_is_digit(sum.ptr[0]) && str_find_nocase(sum, STR("cents")) < sum.len));
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (s.len <= LONGEST_UNIT && str_ends_nocase(s, str_of(units[i])) &&
            (ascii_is_digit(s.ptr[0]) || is_price(str_to(s, str_find(s, STR(" "))))))
            return true;
    return false;
}

static bool asks_to_write(str s)
{
    return str_starts_nocase(s, STR("contact ")) || str_starts_nocase(s, STR("e-mail ")) ||
           str_starts_nocase(s, STR("email ")) || str_starts_nocase(s, STR("write to "));
}

/* "555-0142", "Circulation: (02) 555 0142": a number, and few letters; no row of results. */
static bool is_number_to_call(str s)
{
    enum { MOST_LETTERS = 12, LEAST_GROUP = 3 };
    size_t letters = 0, group = 0, longest = 0;
    for (size_t i = 0; i < s.len; i++) {
        letters += ascii_is_alpha(s.ptr[i]);
        group = ascii_is_digit(s.ptr[i]) ? group + 1 : 0;
        longest = group > longest ? group : longest;
    }
    return letters <= MOST_LETTERS && longest >= LEAST_GROUP && !memchr(s.ptr, ',', s.len) &&
           furniture_has_number_to_call(s);
}

/* An address for mail or a number, in a line of few words. */
static bool is_contact(str s, bool digits)
{
    enum { LONGEST = 59, LONGEST_CALL = 100 };
    if (s.len > (asks_to_write(s) ? LONGEST_CALL : LONGEST))
        return false;
    const char *at = memchr(s.ptr, '@', s.len);
    bool address =
        at && at > s.ptr && ascii_is_alnum(at[-1]) && at + 1 < s.ptr + s.len && ascii_is_alnum(at[1]);
    return address || (digits && is_number_to_call(s)) || (at && asks_to_write(s));
}

/* "facebook.com/TheHerald", "herald.example.net": a site, and little else. */
static bool is_site(str s)
{
    static const char *const ends[] = {".com", ".net", ".org", ".info", ".co."};
    enum { LONGEST = 40, MOST_BLANKS = 1 };
    size_t blanks = 0;
    bool found = false;
    if (s.len > LONGEST || !memchr(s.ptr, '.', s.len))
        return false;
    for (size_t i = 0; i < s.len; i++)
        blanks += s.ptr[i] == ' ';
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = str_find_nocase(s, str_of(ends[i]));
        found |= at > 0 && at < s.len && ascii_is_alnum(s.ptr[at - 1]);
    }
    return found && blanks <= MOST_BLANKS;
}

enum { PHRASES = sizeof phrases / sizeof *phrases };

/* Four characters, letters in lower case. */
static uint32_t four_at(const char *ptr)
{
    uint32_t four;
    memcpy(&four, ptr, sizeof four);
    return four | 0x20202020u;
}

static unsigned set_of(uint32_t four)
{
    return four * 2654435761u >> 20;
}

/* Few words, or figures, a colon, an address beside them. */
static bool is_label(str s, bool digits)
{
    enum { MOST_BLANKS = 1, MOST_BLANKS_IN_CAPITALS = 4 };
    size_t blanks = 0;
    for (size_t i = 0; i < s.len; i++)
        blanks += s.ptr[i] == ' ';
    return digits || blanks <= MOST_BLANKS || (blanks <= MOST_BLANKS_IN_CAPITALS && !str_has_lower(s)) ||
           memchr(s.ptr, ':', s.len) || memchr(s.ptr, '@', s.len);
}

/* A phrase stands at the text's byte `at`; `four` are the characters there. */
static bool begins_phrase(str s, size_t at, uint32_t four, bool digits)
{
    for (size_t k = 0; k < PHRASES; k++)
        if (four_at(phrases[k].text) == four && str_starts_nocase(str_from(s, at), str_of(phrases[k].text)) &&
            (!phrases[k].topical || is_label(s, digits)))
            return true;
    return false;
}

/* One of the phrases stands in the text. */
static bool has_phrase(str s, bool digits)
{
    uint64_t sets[4096 / 64] = {0}; /* of four characters that a phrase begins with */
#pragma GCC unroll 64               /* so that the compiler makes constants of them */
    for (size_t k = 0; k < PHRASES; k++) {
        unsigned set = set_of(four_at(phrases[k].text));
        sets[set / 64] |= UINT64_C(1) << set % 64;
    }
    for (size_t i = 0; i + 4 <= s.len; i++) {
        uint32_t four = four_at(s.ptr + i);
        if (sets[set_of(four) / 64] >> set_of(four) % 64 & 1 && begins_phrase(s, i, four, digits))
            return true;
    }
    return false;
}

/* "Classified B5  Comics C3  Deaths B2", "Books 12 Letters 9 Sport 14": names and pages, several of them. */
static bool is_index(str s)
{
    enum { FEWEST = 2, FEWEST_PLAIN = 3, LONGEST_PLAIN = 2 };
    size_t at = 0, pages = 0, plain = 0, words = 0, sections = 0;
    str token;
    while (token_next(s, &at, &token)) {
        str word = token_core(token);
        if (word.len == 0)
            continue;
        bool page = page_name_is_lettered(word),
             number = word.len <= LONGEST_PLAIN && page_name(word, false) > 0 && ascii_is_digit(word.ptr[0]);
        if (!page && !number && !ascii_is_upper(word.ptr[0]) && !word_in(word, " and of the in for "))
            return false;
        pages += page;
        plain += number;
        sections += (title_word(word) & TITLE_SECTION) != 0;
        words++;
    }
    bool sections_only = plain >= FEWEST_PLAIN && sections >= FEWEST;
    return (pages >= FEWEST || sections_only) && words <= (pages + plain) * 4;
}

/* "Phone 2-5113", "Tel. 214": of few digits, too, behind such a word. */
static bool is_behind_call(str s, size_t at)
{
    static const char *const words[] = {"phone ", "tel ", "tel. ", "telephone ", "dial ", "phone: ", "tel: "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        str word = str_of(words[i]);
        if (at >= word.len && str_starts_nocase(str_from(s, at - word.len), word))
            return true;
    }
    return false;
}

/* "Tel. 6555-0142", "(02) 555-0147", "0131 555 0170": a number to call in a longer text, no span of years. */
bool furniture_has_number_to_call(str s)
{
    enum { LEAST_DIGITS = 7, LEAST_BEHIND_CALL = 3, MOST_DIGITS = 13, MOST_SINGLE = 1 };
    for (size_t i = 0; i < s.len; i++) {
        size_t digits = 0, marks = 0, single = 0, at = i;
        if (!ascii_is_digit(s.ptr[i]) || (i > 0 && ascii_is_alnum(s.ptr[i - 1])))
            continue;
        for (; at < s.len && (ascii_is_digit(s.ptr[at]) || strchr(" -()", s.ptr[at])); at++) {
            bool digit = ascii_is_digit(s.ptr[at]), next = at + 1 < s.len && ascii_is_digit(s.ptr[at + 1]),
                 last = at > i && ascii_is_digit(s.ptr[at - 1]);
            digits += digit;
            marks += !digit && next;
            single += digit && !next && !last;
        }
        /* "8 7 0 1 142 61 14": a table's row. */
        if (single > MOST_SINGLE) {
            i = at;
            continue;
        }
        bool years = at - i >= 9 && s.ptr[i + 4] == '-' && digits == 8;
        bool called = digits >= LEAST_BEHIND_CALL && digits < LEAST_DIGITS && is_behind_call(s, i);
        if (called || (digits >= LEAST_DIGITS && digits <= MOST_DIGITS && marks > 0 && !years))
            return true;
        i = at;
    }
    return false;
}

/* "2 larges $13.99 -- show your ID -- 555-0117": a price to the cent, and no sentence. */
static bool offers_at_price(str s)
{
    for (size_t i = 0; i + 1 < s.len; i++) {
        size_t end = i + 1;
        while (end < s.len && ascii_is_digit(s.ptr[end]))
            end++;
        if (s.ptr[i] == '$' && end > i + 1 && end + 2 < s.len && s.ptr[end] == '.' &&
            ascii_is_digit(s.ptr[end + 1]) && ascii_is_digit(s.ptr[end + 2]))
            return !strchr(".!?", s.ptr[s.len - 1]);
    }
    return false;
}

/* "All persons having claims call 555-0117" */
static bool ends_in_call(str s)
{
    static const char *const words[] = {" call ", " phone ", " tel ", " telephone ", " ring ", " contact "};
    size_t at = s.len;
    while (at > 0 && (ascii_is_digit(s.ptr[at - 1]) || strchr(" -()/", s.ptr[at - 1])))
        at--;
    for (size_t i = 0; at + 1 < s.len && i < sizeof words / sizeof *words; i++) {
        str word = str_of(words[i]);
        if (at + 1 >= word.len && str_starts_nocase(str_from(s, at + 1 - word.len), word))
            return true;
    }
    return false;
}

bool furniture_is_advert(str text)
{
    enum { LONGEST = 300 };
    static const char *const offers[] = {"% off",      "sale", "discount", "free ",
                                         "open daily", "!",    "from only"};
    if (text.len > LONGEST || !furniture_has_number_to_call(text))
        return false;
    if (ends_in_call(text))
        return true;
    for (size_t i = 0; i < sizeof offers / sizeof *offers; i++)
        if (str_find_nocase(text, str_of(offers[i])) < text.len)
            return true;
    return offers_at_price(text);
}

/* "(c) 2024 The Publishing Co.", with the sign. */
static bool is_copyright(str s)
{
    enum { YEAR_DIGITS = 4 };
    str sign = STR("\xc2\xa9"), year = str_starts(s, sign) ? str_trim(str_from(s, sign.len)) : STR("");
    return year.len > YEAR_DIGITS && ascii_is_digit(year.ptr[0]) && ascii_is_digit(year.ptr[YEAR_DIGITS - 1]);
}

/* "HIGH TIDE 5.41 a.m.", "Sunrise 6.02, sunset 18.30": when the day's tides and lights are. */
static bool is_almanac(str s)
{
    enum { FEWEST_TIMES = 2 };
    static const char *const openings[] = {"tides",    "high tide",  "low tide",   "high water",
                                           "sunrise",  "sun rises",  "sun sets",   "sunset",
                                           "moonrise", "moon rises", "lighting-up"};
    bool opens = false;
    size_t at = 0, times = 0;
    str token;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        opens |= str_starts_nocase(s, str_of(openings[i]));
    while (opens && token_next(s, &at, &token))
        times += ascii_is_digit(token.ptr[0]);
    return times >= FEWEST_TIMES;
}

/* What says it with its figures. */
static bool is_in_figures(str text)
{
    return is_price(text) || begins_with_price(text) || is_index(text) || is_copyright(text) ||
           is_almanac(text) || furniture_is_advert(text);
}

bool furniture_is_for_writers(str s)
{
    static const char *const verbs[] = {"may be ",  "should ",     "must ",
                                        "will be ", "are welcome", "are subject"};
    static const char *const openings[] = {"letters to the editor ", "letters for publication ", "letters "};
    static const char *const others[] = {"send your letters to ", "mail your letters to ", "write to us at ",
                                         "address letters to "};
    enum { LONGEST = 500 };
    if (s.len == 0 || s.len > LONGEST || !ascii_is_one_of(s.ptr[0], "LSMWA"))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_starts_nocase(s, str_of(others[i])))
            return true;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        for (size_t k = 0; str_starts_nocase(s, str_of(openings[i])) && k < sizeof verbs / sizeof *verbs; k++)
            if (str_starts_nocase(str_from(s, str_of(openings[i]).len), str_of(verbs[k])))
                return true;
    return false;
}

bool furniture_is_imprint(str text)
{
    enum { LONGEST = 700 };
    static const char *const claims[] = {"opinions expressed in this",
                                         "opinions expressed on this",
                                         "opinions expressed herein",
                                         "opinions expressed are those",
                                         "views expressed in this",
                                         "views expressed on this",
                                         "views expressed herein",
                                         "views expressed are those",
                                         "subscription rates",
                                         "subscription price",
                                         "subscriptions are",
                                         "subscribers who fail",
                                         "postmaster: ",
                                         "second-class matter",
                                         "entered as second",
                                         "second-class postage",
                                         "authorized publication",
                                         "reserves the right to edit",
                                         "reserves the right to refuse",
                                         "reserves the right to reject",
                                         "this newspaper is subject to",
                                         "this newspaper is a member of",
                                         "independent press standards",
                                         "registered as a newspaper",
                                         "registered at the g",
                                         "is published every",
                                         "is published weekly",
                                         "is published daily",
                                         "is published monthly",
                                         "is published twice",
                                         "published weekly by",
                                         "circulation: ",
                                         "circulation hotline",
                                         "advertisements will be"};
    for (size_t i = 0; text.len <= LONGEST && i < sizeof claims / sizeof *claims; i++)
        if (str_find_nocase(text, str_of(claims[i])) < text.len)
            return true;
    return false;
}

bool furniture_is_remark(str text)
{
    enum { SHORTEST = 12, LONGEST = 400 };
    static const char *const labels[] = {"advertisement:", "**advertisement:", "advertisement -"};
    static const char *const things[] = {
        "article",    "advert",   "column", "illegible", "unreadable", "image of",
        "picture of", "photo of", "map",    " text ",    "follows",    "not shown",
        "omitted",    "notices",  "logo",   "obscured",  "cut off",    "partially visible"};
    if (text.len < SHORTEST || text.len > LONGEST)
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_starts_nocase(text, str_of(labels[i])))
            return true;
    if (text.ptr[0] != '[' || str_find(text, STR("]")) + 1 != text.len)
        return false;
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (str_find_nocase(text, str_of(things[i])) < text.len)
            return true;
    return false;
}

bool furniture_is(str text, bool digits)
{
    enum { LONGEST = 120 };
    return text.len <= LONGEST && ((digits && is_in_figures(text)) || is_contact(text, digits) ||
                                   is_site(text) || tells_price(text) || has_phrase(text, digits));
}
