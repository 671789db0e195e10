/* What a page has for its readers' use, beside the stories: index, small adverts, weather, crossword. */
#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/line.h"
#include "parse/opening.h"
#include "parse/page_name.h"
#include "parse/token.h"

#include <string.h>

/* The first letter, past few marks, is one of these. */
static bool begins_with_one_of(const line *l, const char *letters)
{
    enum { MOST_MARKS = 4 };
    size_t i = 0;
    while (i < l->text.len && i < MOST_MARKS && !ascii_is_alpha(l->text.ptr[i]))
        i++;
    return i < l->text.len && ascii_is_one_of(l->text.ptr[i], letters);
}

void line_set_service(line *l)
{
    line_set_look(l, LOOK_ADVERT);
    line_set_look(l, LOOK_FURNITURE);
    line_clear_look(l, LOOK_ENDS_SENTENCE);
}

/* The rows under "INDEX" name a section and its pages. */
static void look_for_index(line *lines, size_t n)
{
    enum { MOST_ROWS = 24, MOST_WORDS = 6 };
    for (size_t i = 0; i < n; i++) {
        if (!str_eq_nocase(lines[i].text, STR("index")) &&
            !str_eq_nocase(lines[i].text, STR("today's index")))
            continue;
        line_set_look(&lines[i], LOOK_FURNITURE);
        for (size_t k = i + 1; k < n && k <= i + MOST_ROWS && lines[k].n_words <= MOST_WORDS; k++) {
            str row = lines[k].text;
            if (row.len == 0 || !ascii_is_digit(row.ptr[row.len - 1]))
                break;
            line_set_look(&lines[k], LOOK_FURNITURE);
        }
    }
}

/* "| Letters | Page |": the head of a table whose last column is one of pages. */
static bool heads_index_table(const line *l)
{
    str row = l->text;
    size_t bar = row.len;
    if (!LOOKS(l, LOOK_TABLE))
        return false;
    while (bar > 1 && row.ptr[bar - 2] != '|')
        bar--;
    return bar > 1 && str_eq_nocase(str_trim(str_to(str_from(row, bar - 1), row.len - bar)), STR("page"));
}

static void look_for_index_tables(line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (bool index = heads_index_table(&lines[i]); index && i < n && LOOKS(&lines[i], LOOK_TABLE); i++) {
            line_clear_look(&lines[i], LOOK_TABLE);
            line_set_service(&lines[i]);
        }
}

/* "TV C6", "Church News 5A": a section and its lettered page. */
static bool is_section_row(const line *l)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 4 };
    size_t at = l->text.len;
    if (l->n_words < FEWEST_WORDS || l->n_words > MOST_WORDS || !(l->words.seen & CHAR_DIGIT))
        return false;
    while (at > 0 && !ascii_is_space(l->text.ptr[at - 1]))
        at--;
    return page_name_is_lettered(str_from(l->text, at));
}

static void look_for_sections(line *lines, size_t n)
{
    enum { FEWEST = 3 };
    for (size_t i = 0, end; i<n; i = end> i ? end : i + 1) {
        for (end = i; end < n && is_section_row(&lines[end]);)
            end++;
        for (size_t k = i; end - i >= FEWEST && k < end; k++) {
            line_clear_look(&lines[k], LOOK_REFER);
            lines[k].marker = (marker){0};
            line_set_service(&lines[k]);
        }
    }
}

/* "WANTED" */
static bool is_adverts_label(str text)
{
    static const char *const names[] = {"advertisement", "public notice",     "wanted",
                                        "for sale",      "situations vacant", "to let"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(text, str_of(names[i])))
            return true;
    return false;
}

/* "DEATHS", "PLANNING NOTICE" */
static bool names_paid_notices(str text)
{
    static const char *const names[] = {"deaths",        "births",        "marriages",   "in memoriam",
                                        "death notices", "public notice", "legal notice"};
    static const char *const ends[] = {" notice", " notices"};
    if (str_starts_nocase(text, STR("notice of ")) || str_starts_nocase(text, STR("notice to ")))
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(text, str_of(names[i])))
            return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        str end = str_of(ends[i]);
        if (text.len > end.len && str_ends_nocase(text, end))
            return true;
    }
    return false;
}

static bool is_paid_notices_label(const line *l)
{
    enum { MOST_WORDS = 7 };
    if (l->n_words > MOST_WORDS)
        return false;
    str label = byline_bare(l->text);
    return names_paid_notices(label) || names_paid_notices(str_to(label, str_find(label, STR(":"))));
}

/* "KEENA, Patrick, Dublin": the dead by their surnames; "notice is hereby given". */
static bool is_paid_notice(const line *l)
{
    static const char *const phrases[] = {"hereby",         "intend to apply",           "notice that",
                                          "are invited",    "planning permission",       "sealed bids",
                                          "public hearing", "letters of administration", "public auction",
                                          "highest bidder"};
    enum { LEAST_WORDS = 8, LEAST_CAPITALS = 3 };
    str first = token_core(str_to(l->text, str_find(l->text, STR(" "))));
    if (first.len >= LEAST_CAPITALS && !str_has_lower(first) &&
        str_leading_capitals(first) >= LEAST_CAPITALS &&
        ascii_is_one_of(l->text.ptr[(size_t)(first.ptr - l->text.ptr) + first.len], ",*("))
        return true;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (str_find_nocase(l->text, str_of(phrases[i])) < l->text.len)
            return true;
    return false;
}

/* "**PUBLIC NOTICE** In the high court": the label begins the text. */
static bool begins_with_paid_notices_label(const line *l)
{
    enum { LONGEST = 40 };
    if (!str_starts(l->text, STR("**")))
        return false;
    str label = str_from(l->text, 2);
    label = str_to(label, str_find(label, STR("**")));
    return label.len <= LONGEST && label.len < l->text.len - 2 && names_paid_notices(byline_bare(label));
}

/* What readers pay for, under its label. */
static void look_for_paid_notices(line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool run_in = begins_with_paid_notices_label(&lines[i]);
        if (!run_in && !(i + 1 < n && is_paid_notices_label(&lines[i]) && is_paid_notice(&lines[i + 1])))
            continue;
        size_t end = i + 1;
        while (end < n && is_paid_notice(&lines[end]))
            end++;
        for (size_t k = i; k < end; k++)
            line_set_service(&lines[k]);
        i = end - 1;
    }
}

/* "JOHN DOE, AUCTIONEER." */
static bool names_auctioneer(const line *l)
{
    enum { MOST_WORDS = 5 };
    str s = l->text;
    s.len -= s.len > 0 && s.ptr[s.len - 1] == '.';
    return l->n_words <= MOST_WORDS &&
           (str_ends_nocase(s, STR("auctioneer")) || str_ends_nocase(s, STR("auctioneers")));
}

/* What an auctioneer sells stands above his name, up to a rule or to the end of a story. */
static void look_for_auctions(line *lines, size_t n)
{
    enum { MOST_LINES = 14, MOST_WORDS = 8 };
    for (size_t i = 0; i < n; i++) {
        if (!names_auctioneer(&lines[i]))
            continue;
        size_t first = i, told = i;
        while (first > 0 && i - first < MOST_LINES && !LOOKS(&lines[first - 1], LOOK_NO_LETTERS) &&
               !names_auctioneer(&lines[first - 1])) {
            const line *above = &lines[first - 1];
            bool sale = str_find_nocase(above->text, STR("auction")) < above->text.len;
            if (line_is_text(above) && above->n_words > MOST_WORDS && !sale)
                break;
            first--;
            told = sale ? first : told;
        }
        for (size_t k = told; told < i && k <= i; k++)
            line_set_service(&lines[k]);
    }
}

/* "PINE wardrobe, GBP 40. Moyne 55019.", "LOST: a dog. Apply Box 118.": it begins in capitals and sells or
 * asks. */
static bool is_small_advert(const line *l)
{
    enum { MOST_WORDS = 30, LEAST_CAPITALS = 3, MOST_CAPITALS = 14 };
    static const char *const asks[] = {"apply ", "box no",   " box ",  "reqd",   "required", "wanted", " ono",
                                       "o.n.o",  "for sale", "to let", "phone ", "enquire ", "offers"};
    static const char *const currencies[] = {"$", "\xc2\xa3", "\xe2\x82\xac", "Rs"};
    size_t mark = str_starts(l->text, STR("**")) ? 2 : 0;
    if (l->n_words > MOST_WORDS || l->heading || l->text.len < mark + LEAST_CAPITALS ||
        !ascii_is_upper(l->text.ptr[mark + 1]) || opening_is_dispatch(l->text))
        return false;
    str first = token_core(str_to(l->text, str_find(l->text, STR(" "))));
    if (first.len < LEAST_CAPITALS || first.len > MOST_CAPITALS || str_has_lower(first) ||
        !ascii_is_upper(first.ptr[0]))
        return false;
    bool told = false;
    for (size_t i = 0; !told && i < sizeof asks / sizeof *asks; i++)
        told = str_find_nocase(l->text, str_of(asks[i])) < l->text.len;
    for (size_t i = 0; !told && l->words.seen & CHAR_DIGIT && i < sizeof currencies / sizeof *currencies;
         i++) {
        size_t at = str_find(l->text, str_of(currencies[i])) + str_of(currencies[i]).len;
        told = at < l->text.len && (ascii_is_digit(l->text.ptr[at]) || ascii_is_digit(l->text.ptr[at - 1]));
    }
    return told;
}

/* Small adverts come in columns. */
static void look_for_small_adverts(line *lines, size_t n)
{
    enum { FEWEST = 2 };
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && is_small_advert(&lines[end]);)
            end++;
        for (size_t k = i; end - i >= FEWEST && k < end; k++)
            line_set_service(&lines[k]);
        end = end > i ? end : i + 1;
    }
}

static bool tells_weather(str text)
{
    static const char *const signs[] = {"\xc2\xb0", "deg",  "fine",  "rain", "shower", "cloud",
                                        "sunny",    "wind", "frost", "snow", "clear",  "max."};
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
        size_t at = str_find_nocase(text, str_of(signs[k]));
        if (at < text.len && (at == 0 || !ascii_is_alpha(text.ptr[at - 1]))) /* "grain" is no rain */
            return true;
    }
    return false;
}

/* How long "WEATHER", "Today's weather" is that the line begins with; 0 where it does not. */
static size_t weather_label(const line *l)
{
    static const char *const names[] = {"weather", "the weather", "today's weather",
                                        "today\xe2\x80\x99s weather", "weather forecast"};
    if (!begins_with_one_of(l, "WTwt"))
        return 0;
    str text = byline_bare(l->text);
    size_t best = 0, skipped = (size_t)(text.ptr - l->text.ptr);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (str_starts_nocase(text, str_of(names[k])))
            best = skipped + str_of(names[k]).len;
    return best;
}

/* "TODAY'S WEATHER" and the forecast behind it, or close under it. */
static void look_for_weather(line *lines, size_t n)
{
    enum { MOST_LINES = 6, MOST_WORDS = 36 };
    for (size_t i = 0; i < n; i++) {
        size_t label = weather_label(&lines[i]);
        if (!label)
            continue;
        str rest = byline_bare(str_from(lines[i].text, label));
        bool whole = rest.len == 0;
        bool shouted = !str_has_lower(str_to(lines[i].text, label));
        bool told = !whole &&
                    (ascii_is_one_of(lines[i].text.ptr[label], shouted ? "*:|. " : "*:|.") ||
                     str_starts(str_from(lines[i].text, label), STR("\xe2\x80\x94"))) &&
                    lines[i].n_words <= MOST_WORDS && tells_weather(rest);
        size_t end = i + 1;
        for (bool sign = whole; sign && end < n && end <= i + MOST_LINES; end += sign)
            sign = tells_weather(lines[end].text) && lines[end].n_words <= MOST_WORDS &&
                   !lines[end].heading && !LOOKS(&lines[end], LOOK_BYLINE);
        for (size_t k = i; (told || end > i + 1) && k < end; k++)
            line_set_service(&lines[k]);
    }
}

/* "Maximum: 34", "RAINFALL: Nil", "THE FORECAST", "SUNSET: 5.33pm" */
static bool is_weather_row(const line *l)
{
    enum { MOST_WORDS = 7 };
    static const char words[] =
        " maximum minimum max min high low rainfall humidity sunset sunrise moonrise moonset "
        "expected temperature temperatures forecast weather wind tomorrow ";
    if (l->n_words > MOST_WORDS)
        return false;
    str rest = byline_bare(l->text), first;
    size_t at = 0;
    if (str_starts_nocase(rest, STR("the ")))
        rest = str_from(rest, sizeof "the " - 1);
    return token_next(rest, &at, &first) && word_in(token_core(first), words) &&
           (at >= rest.len || first.ptr[first.len - 1] == ':' || l->words.seen & CHAR_DIGIT);
}

static void look_for_weather_rows(line *lines, size_t n)
{
    enum { FEWEST = 3 };
    for (size_t i = 0, end; i<n; i = end> i ? end : i + 1) {
        for (end = i; end < n && is_weather_row(&lines[end]);)
            end++;
        for (size_t k = i; end - i >= FEWEST && k < end; k++)
            line_set_service(&lines[k]);
    }
}

/* "ACROSS: 1. Grape season (7)", "DOWN 2 Ship": a crossword's clues. */
static bool is_clues(const line *l)
{
    enum { MOST_BETWEEN = 3 };
    size_t word = str_starts_nocase(l->text, STR("across")) ? 6
                  : str_starts_nocase(l->text, STR("down")) ? 4
                                                            : 0;
    if (!begins_with_one_of(l, "ACDacd") || !(l->words.seen & CHAR_DIGIT))
        return false;
    bool titled = str_starts_nocase(byline_bare(l->text), STR("crossword")) &&
                  str_find_nocase(l->text, STR("across 1")) < l->text.len;
    if (titled)
        return true;
    str rest = str_from(l->text, word);
    if (!word || LOOKS(l, LOOK_STARTS_LOWER))
        return false;
    for (size_t i = 0; i < rest.len && i < MOST_BETWEEN; i++) {
        if (ascii_is_digit(rest.ptr[i]))
            return true;
        if (!strchr(" .:-*", rest.ptr[i]))
            return false;
    }
    return false;
}

/* The heading over a crossword's clues goes with them. */
static void look_for_puzzles(line *lines, size_t n)
{
    enum { MOST_WORDS = 4 };
    for (size_t i = 0; i < n; i++) {
        if (!is_clues(&lines[i]))
            continue;
        line_set_look(&lines[i], LOOK_ADVERT);
        line_set_look(&lines[i], LOOK_FURNITURE);
        line_clear_look(&lines[i], LOOK_SPEAKER);
        if (i > 0 && lines[i - 1].n_words <= MOST_WORDS && !line_is_text(&lines[i - 1]))
            line_set_look(&lines[i - 1], LOOK_FURNITURE);
    }
}

/* Right under "ADVERTISEMENT" are a story's headline and its writer: the advertisement was a picture. */
static bool is_over_headline(const line *lines, size_t n, size_t label)
{
    enum { MOST_LINES = 4, FEWEST_WORDS = 4, MOST_WORDS = 14 };
    static const int others[] = {LOOK_BYLINE, LOOK_ENDS_SENTENCE, LOOK_NO_LETTERS, LOOK_DATE, LOOK_VOLUME};
    size_t k = label + 1, words = 0;
    for (; k < n && k <= label + MOST_LINES &&
           !line_looks_any(&lines[k], others, sizeof others / sizeof *others);
         k++)
        words += lines[k].n_words;
    return k < n && LOOKS(&lines[k], LOOK_BYLINE) && words >= FEWEST_WORDS && words <= MOST_WORDS;
}

/* The short lines under "ADVERTISEMENT" are one. */
static void look_for_adverts(line *lines, size_t n)
{
    enum { MOST_ROWS = 12, MOST_WORDS = 9 };
    for (size_t i = 0; i < n; i++) {
        if (!is_adverts_label(lines[i].text))
            continue;
        line_set_look(&lines[i], LOOK_FURNITURE);
        if (is_over_headline(lines, n, i))
            continue;
        for (size_t k = i + 1; k < n && k <= i + MOST_ROWS && lines[k].n_words <= MOST_WORDS; k++) {
            if (LOOKS(&lines[k], LOOK_BYLINE) || lines[k].heading)
                break;
            bool headline = k + 1 < n && LOOKS(&lines[k + 1], LOOK_BYLINE) && line_may_be_headline(&lines[k]);
            line_set_look_if(&lines[k], LOOK_FURNITURE, !headline);
        }
    }
}

void lines_look_for_service(line *lines, size_t n)
{
    look_for_index(lines, n);
    look_for_sections(lines, n);
    look_for_adverts(lines, n);
    look_for_paid_notices(lines, n);
    look_for_auctions(lines, n);
    look_for_small_adverts(lines, n);
    look_for_weather(lines, n);
    look_for_weather_rows(lines, n);
    look_for_index_tables(lines, n);
    look_for_puzzles(lines, n);
}
