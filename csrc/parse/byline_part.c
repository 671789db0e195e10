#include "parse/byline_part.h"

#include "base/ascii.h"
#include "parse/html.h"
#include "parse/title_word.h"
#include "parse/token.h"
#include "parse/word_class.h"
#include "parse/wordlist.h"

enum { MOST_PART_WORDS = 12 };

/* Bytes of a mark that ends at `end` or begins at 0: 0 for none. */
static size_t mark_len(str s, bool at_end)
{
    static const str wide[] = {{"\xe2\x80\x94", 3}, {"\xe2\x80\x93", 3}, {"\xe2\x80\xa2", 3},
                               {"\xe2\x97\x8f", 3}, {"\xe2\x96\xa0", 3}, {"\xe2\x96\xaa", 3},
                               {"\xe2\x96\xba", 3}, {"\xc2\xbb", 2}};
    if (s.len == 0)
        return 0;
    char c = s.ptr[at_end ? s.len - 1 : 0];
    if (ascii_is_alnum(c))
        return 0;
    if (!(ascii_class(c) & CHAR_HIGH))
        return ascii_is_one_of(c, " \t-|*_/:;,");
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (at_end ? str_ends(s, wide[i]) : str_starts(s, wide[i]))
            return wide[i].len;
    return 0;
}

/* "(Mrs) Pauline Tarn", "EDNA PARKER (Miss)" to the name. */
static str without_bracketed_title(str s)
{
    static const char *const titles[] = {"(mr)",  "(mrs)",  "(ms)",  "(miss)", "(dr)",   "(rev)",  "(prof)",
                                         "(mr.)", "(mrs.)", "(ms.)", "(dr.)",  "(rev.)", "(prof.)"};
    if (s.len == 0 || (s.ptr[0] != '(' && s.ptr[s.len - 1] != ')'))
        return s;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        str title = str_of(titles[i]);
        if (s.len > title.len && str_starts_nocase(s, title))
            return str_trim(str_from(s, title.len));
        if (s.len > title.len && str_ends_nocase(s, title))
            return str_trim(str_to(s, s.len - title.len));
    }
    return s;
}

str byline_bare(str s)
{
    size_t n;
    s = str_trim(s);
    while ((n = mark_len(s, false)) > 0)
        s = str_from(s, n);
    while ((n = mark_len(s, true)) > 0)
        s = str_to(s, s.len - n);
    s = without_bracketed_title(s);
    bool bracketed = s.len > 2 && ((s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') ||
                                   (s.ptr[0] == '[' && s.ptr[s.len - 1] == ']'));
    return bracketed ? str_trim((str){s.ptr + 1, s.len - 2}) : s;
}

/* Length of what separates two names where s begins, or 0. */
static size_t separator_len(str s)
{
    static const char *const words[] = {" and ",          " with ",         " \xe2\x80\xa2 ",
                                        " \xe2\x80\x94 ", " \xe2\x80\x93 ", " - "};
    if (ascii_is_alnum(s.ptr[0]))
        return 0;
    size_t tag = html_tag_len(s); /* "Jane Doe<br>and John Roe" */
    if (tag > 0)
        return tag + (str_starts_nocase(str_from(s, tag), STR("and ")) ? 4 : 0);
    if (ascii_is_one_of(s.ptr[0], ",&;|/"))
        return 1;
    if (s.len < 3 || (ascii_is_alnum(s.ptr[1]) && !ascii_is_one_of(s.ptr[1], "aAwW")))
        return 0;
    for (size_t i = 0; s.ptr[0] == ' ' && i < sizeof words / sizeof *words; i++)
        if (str_starts_nocase(s, str_of(words[i])))
            return strlen(words[i]);
    return 0;
}

bool byline_next_part(byline_list *list, str *part)
{
    str s = list->rest;
    size_t end = 0, len = 0;
    while (end < s.len && (len = separator_len(str_from(s, end))) == 0)
        end++;
    if (s.len == 0)
        return false;
    *part = byline_bare(str_to(s, end));
    list->rest = str_trim(str_from(s, end + len));
    bool dash = len > 1 && !ascii_is_alpha(s.ptr[end + 1]);
    list->comma = dash || (len == 1 && ascii_is_one_of(s.ptr[end], ",|"));
    list->slash = len == 1 && s.ptr[end] == '/';
    bool and_next = str_starts_nocase(list->rest, STR("and "));
    list->rest = str_from(list->rest, and_next ? 4 : 0);
    list->joined =
        and_next || (end < s.len && (s.ptr[end] == '&' || str_starts_nocase(str_from(s, end), STR(" and ")) ||
                                     str_starts_nocase(str_from(s, end), STR(" with "))));
    return true;
}

/* The last word of each is a WORD_AGENCY in word_class.gperf. */
#define AGENCY(name)                                                                                         \
    {                                                                                                        \
        name, sizeof name - 1                                                                                \
    }
static const struct {
    const char *name;
    size_t len;
} agencies[] = {AGENCY("associated press"),
                AGENCY("ap"),
                AGENCY("reuter"),
                AGENCY("reuters"),
                AGENCY("afp"),
                AGENCY("agence france-presse"),
                AGENCY("agence france presse"),
                AGENCY("xinhua"),
                AGENCY("xinhua news agency"),
                AGENCY("bloomberg"),
                AGENCY("bloomberg news"),
                AGENCY("upi"),
                AGENCY("united press"),
                AGENCY("united press international"),
                AGENCY("pti"),
                AGENCY("press trust of india"),
                AGENCY("ani"),
                AGENCY("ians"),
                AGENCY("kyodo"),
                AGENCY("kyodo news"),
                AGENCY("jiji press"),
                AGENCY("jiji"),
                AGENCY("afp-jiji"),
                AGENCY("yonhap"),
                AGENCY("tass"),
                AGENCY("interfax"),
                AGENCY("dpa"),
                AGENCY("efe"),
                AGENCY("ansa"),
                AGENCY("pa"),
                AGENCY("press association"),
                AGENCY("pa media"),
                AGENCY("aap"),
                AGENCY("canadian press"),
                AGENCY("bernama"),
                AGENCY("antara"),
                AGENCY("nan"),
                AGENCY("news agency of nigeria"),
                AGENCY("china news service"),
                AGENCY("new york times service"),
                AGENCY("new york times"),
                AGENCY("nyt news service"),
                AGENCY("washington post"),
                AGENCY("los angeles times"),
                AGENCY("knight ridder"),
                AGENCY("knight ridder newspapers"),
                AGENCY("tribune news service"),
                AGENCY("times news network"),
                AGENCY("news services"),
                AGENCY("news service"),
                AGENCY("wire services"),
                AGENCY("wire reports"),
                AGENCY("wire report"),
                AGENCY("wires"),
                AGENCY("editorial board"),
                AGENCY("bureau report"),
                AGENCY("staff reports"),
                AGENCY("staff report"),
                AGENCY("staff and wire reports"),
                AGENCY("agencies"),
                AGENCY("agency reports"),
                AGENCY("staff and agencies"),
                AGENCY("news agencies")};

static str last_word(str s)
{
    const char *blank = memrchr(s.ptr, ' ', s.len);
    return str_from(s, blank ? (size_t)(blank + 1 - s.ptr) : 0);
}

/* "Express News Service", "Tribune staff report": of a name that is in no list. */
static bool is_news_service(str s)
{
    enum { MOST_BLANKS = 3 };
    static const char *const ends[] = {" news service", " news agency", " news network", " staff report",
                                       " staff reports"};
    size_t blanks = 0;
    if (str_starts_nocase(s, STR("by ")))
        return false;
    for (size_t i = 0; i < s.len; i++)
        blanks += s.ptr[i] == ' ';
    for (size_t i = 0; blanks <= MOST_BLANKS && i < sizeof ends / sizeof *ends; i++)
        if (s.len > strlen(ends[i]) && ascii_is_upper(s.ptr[0]) && str_ends_nocase(s, str_of(ends[i])))
            return true;
    return false;
}

/* "Reuters, Agence France-Presse", "AP/AFP" */
static bool are_agencies(str part)
{
    enum { MOST = 4 };
    byline_list list = {.rest = part};
    size_t n = 0;
    for (str agency; byline_next_part(&list, &agency); n++)
        if (n == MOST || agency.len == part.len || !byline_is_agency(agency))
            return false;
    return n > 1;
}

bool byline_is_agency(str part)
{
    enum { LONGEST = 36 };
    part = byline_bare(part);
    if (memchr(part.ptr, ',', part.len) || memchr(part.ptr, '/', part.len))
        return are_agencies(part);
    if (part.len > LONGEST || !(word_classes(last_word(part)) & WORD_AGENCY))
        return false;
    if (str_starts_nocase(part, STR("from ")))
        part = str_from(part, 5);
    if (str_starts_nocase(part, STR("the ")))
        part = str_from(part, 4);
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        if (part.len == agencies[i].len && str_eq_nocase(part, str_of(agencies[i].name)))
            return part.len > 3 || !ascii_is_lower(part.ptr[part.len - 1]);
    return is_news_service(part);
}

str byline_subject(str text)
{
    enum { MOST_WORDS = 4, LONGEST_VERB = 7, LONGEST_TITLE = 4 };
    size_t at = 0, end = 0;
    str token;
    for (size_t n = 0; n <= MOST_WORDS && token_next(text, &at, &token); n++) {
        str word = token_core(token);
        if (n > 0 && word.len <= LONGEST_VERB &&
            word_in(word, " is was writes teaches works runs lives covers edits "))
            return str_to(text, end);
        if (word.len == 0 || !ascii_is_upper(word.ptr[0]) ||
            (word.len <= LONGEST_TITLE && word_in(word, " mr mrs ms miss dr the ")))
            break;
        end = (size_t)(word.ptr + word.len - text.ptr);
    }
    return STR("");
}

bool byline_is_thanks(str text)
{
    static const char *const openings[] = {"additional reporting by ", "reporting by ", "with reporting by ",
                                           "with inputs from ", "with input from "};
    text = byline_bare(text);
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (str_starts_nocase(text, str_of(openings[i])))
            return true;
    return str_find(text, STR(" contributed to this ")) < text.len;
}

typedef struct part_words {
    str word[MOST_PART_WORDS];
    size_t n;
} part_words;

static bool words_of(str part, part_words *w)
{
    str token;
    size_t at = 0;
    w->n = 0;
    while (token_next(part, &at, &token)) {
        str word = token_core(token);
        if (word.len == 0)
            continue;
        if (w->n == MOST_PART_WORDS)
            return false;
        w->word[w->n++] = word;
    }
    return w->n > 0;
}

bool byline_word_is_strange(str word)
{
    return !wordlist_has_any_case(word) &&
           !word_in(word,
                    " monday tuesday wednesday thursday friday saturday sunday january february april june "
                    "july august september october november december ");
}

bool byline_has_name_word(str text)
{
    size_t at = 0;
    str token;
    while (token_next(text, &at, &token)) {
        str word = token_core(token);
        if (word.len > 1 && (title_word(word) & TITLE_GIVEN || byline_word_is_strange(word)))
            return true;
    }
    return false;
}

static bool is_title_word(str word)
{
    static const char ranks[] =
        " chief senior deputy assistant associate political foreign national diplomatic crime "
        "courts legal medical environmental general own city new acting contributing guest "
        "our a the of and to in for on managing ";
    return word_classes(word) & (WORD_ROLE | WORD_STAFF) || word_in(word, ranks) ||
           title_word(word) & TITLE_SECTION;
}

/* Of the words from `from` to `to` all but one or two belong to titles of writers. */
static bool is_title(const part_words *w, size_t from, size_t to)
{
    if (from >= to || !(word_classes(w->word[to - 1]) & WORD_ROLE))
        return false;
    size_t unknown = 0;
    for (size_t i = from; i + 1 < to; i++)
        unknown += !is_title_word(w->word[i]);
    bool staff = to - from >= 2 && word_in(w->word[to - 2], " staff senior special ");
    return unknown <= (staff ? 2u : to - from <= 3 ? 1u : 0u);
}

/* "Jane Doe (nee Roe)" is all name. */
static bool is_maiden_name(str s)
{
    return str_starts_nocase(s, STR("(nee ")) || str_starts(s, STR("(n\xc3\xa9"
                                                                   "e "));
}

static str without_maiden_name(str part)
{
    size_t bracket = str_find(part, STR("("));
    return is_maiden_name(str_from(part, bracket)) ? str_trim(str_to(part, bracket)) : part;
}

/* " in Rome", " (Rome)", " for the Herald": a name or a title ends before it. */
static str without_place(str part)
{
    static const char *const words[] = {
        "in ",         "from ",       "at ",         "for the ", "for The ", "of the ", "of The ",
        "special to ", "Special to ", "SPECIAL TO ", "IN ",      "FROM ",    "("};
    for (size_t i = 0; i + 1 < part.len; i++) {
        if (part.ptr[i] != ' ' || !ascii_is_one_of(part.ptr[i + 1], "ifaosSIF(") ||
            is_maiden_name(str_from(part, i + 1)))
            continue;
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (part.ptr[i + 1] == words[k][0] && str_starts(str_from(part, i + 1), str_of(words[k])))
                return byline_bare(str_to(part, i));
    }
    return byline_bare(part);
}

bool byline_is_role(str part)
{
    part_words w;
    part = byline_bare(part);
    if (part.len == 0)
        return false;
    bool mail = memchr(part.ptr, '@', part.len) && !memchr(part.ptr, ' ', part.len);
    bool special = ascii_is_one_of(part.ptr[0], "sS") && (str_starts_nocase(part, STR("special to ")) ||
                                                          str_starts_nocase(part, STR("special for ")));
    bool of_paper = ascii_is_one_of(part.ptr[0], "oOfF") &&
                    (str_starts_nocase(part, STR("of the ")) || str_starts_nocase(part, STR("for the "))) &&
                    !str_eq_nocase(part, STR("for the record"));
    str title = without_place(part);
    if (mail || byline_is_agency(title))
        return true;
    if (!words_of(special || of_paper ? part : title, &w))
        return false;
    for (size_t i = 0; of_paper && i < w.n; i++)
        special |= (word_classes(w.word[i]) & (WORD_PAPER | WORD_STAFF)) != 0;
    if (special)
        return w.n <= 7 && (ascii_is_upper(w.word[w.n - 1].ptr[0]) ||
                            word_classes(w.word[w.n - 1]) & WORD_STAFF); /* "of the Tribune staff" */
    bool to_the_editor = w.n >= 3 && word_in(w.word[w.n - 3], " to from ");
    return !to_the_editor && is_title(&w, 0, w.n) && !byline_has_post(part);
}

str byline_person(str part)
{
    part_words w;
    const char *mail = memchr(part.ptr, '@', part.len);
    while (mail && mail > part.ptr && !ascii_is_space(mail[-1]))
        mail--;
    str name = without_place(mail ? str_to(part, (size_t)(mail - part.ptr)) : part);
    if (!words_of(name, &w) || w.n < 3)
        return name;
    /* The longest title at the end whose words are ordinary ones. */
    size_t first = w.n;
    bool role = word_classes(w.word[w.n - 1]) & WORD_ROLE;
    for (size_t i = w.n; role && i-- > 2 && (i + 1 == w.n || !byline_word_is_strange(w.word[i]));)
        if (is_title(&w, i, w.n))
            first = i;
    if (first < w.n)
        return byline_bare(str_to(name, (size_t)(w.word[first].ptr - name.ptr)));
    for (size_t i = w.n - 2; i >= 1; i--)
        if (is_title(&w, 0, i))
            return byline_bare(str_from(name, (size_t)(w.word[i].ptr - name.ptr)));
    return name;
}

static bool is_capital(str word)
{
    return ascii_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0xC3;
}

bool byline_has_digit(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.ptr[i]))
            return true;
    return false;
}

/* The word cannot be of a person's name; `given`: one stands before it. */
static bool is_no_name(str word, bool given)
{
    bool owner =
        str_ends(word, STR("'s")) || str_ends(word, STR("'S")) || str_ends(word, STR("\xe2\x80\x99s"));
    uint32_t classes = word_classes(word);
    return owner || (!is_capital(word) && !(classes & WORD_PARTICLE)) || memchr(word.ptr, '@', word.len) ||
           byline_has_digit(word) || classes & WORD_PHOTO || (!given && title_word(word) & TITLE_SECTION);
}

/* "Dr Jane Doe" to "Jane Doe" */
static str without_honour(str part)
{
    size_t blank = str_find(part, STR(" "));
    return word_in(token_core(str_to(part, blank)), " dr prof professor sir rev capt ")
               ? str_trim(str_from(part, blank))
               : part;
}

static bool is_person(str part, bool half)
{
    enum { MOST_NAMES = 4 };
    part_words w;
    part = without_honour(without_maiden_name(part));
    if (!words_of(part, &w) || w.n < 2 || w.n > MOST_NAMES || !is_capital(part))
        return false;
    size_t counted = 0, caps = 0;
    bool given = title_word(w.word[0]) & TITLE_GIVEN;
    for (size_t i = 0; i < w.n; i++) {
        if (is_no_name(w.word[i], given))
            return false;
        bool counts = is_capital(w.word[i]) && w.word[i].len > 1;
        counted += counts;
        caps += counts && !str_has_lower(w.word[i]);
    }
    /* All words in capitals must be strange, others half of them. */
    size_t wanted = caps == counted && !given && !half ? counted : (counted + 1) / 2, likely = given;
    wanted += counted == MOST_NAMES && wanted < counted; /* "Moyne Opens Half-price Kitchen" */
    for (size_t i = 0; i < w.n && likely < wanted; i++)
        likely += is_capital(w.word[i]) && w.word[i].len > 1 && byline_word_is_strange(w.word[i]);
    return likely > 0 && likely >= wanted;
}

bool byline_is_person(str part)
{
    return is_person(part, false);
}

bool byline_may_be_person(str part)
{
    return is_person(part, true);
}

bool byline_has_post(str part)
{
    enum { FEWEST_NAMES = 2, MOST_POST_WORDS = 4 };
    part_words w;
    if (!words_of(part, &w) || !(word_classes(w.word[w.n - 1]) & WORD_ROLE))
        return false;
    size_t post = w.n;
    while (post > FEWEST_NAMES && is_title_word(w.word[post - 1]))
        post--;
    for (size_t i = 0; i < post; i++)
        if (is_title_word(w.word[i]))
            return false;
    return post < w.n && w.n - post <= MOST_POST_WORDS &&
           byline_is_person(str_trim(str_to(part, (size_t)(w.word[post].ptr - part.ptr))));
}

bool byline_is_office(str part)
{
    enum { MOST_WORDS = 5 };
    size_t at = 0, n = 0;
    bool office = false;
    str token;
    while (token_next(part, &at, &token) && n <= MOST_WORDS) {
        str word = token_core(token);
        n += word.len > 0;
        office |= (word_classes(word) & WORD_OFFICE) != 0;
    }
    return office && n <= MOST_WORDS;
}
