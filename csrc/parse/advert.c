/* What advertisers print: short lines with prices, goods and a number to call. */
#include "base/ascii.h"
#include "parse/date.h"
#include "parse/furniture.h"
#include "parse/line.h"
#include "parse/syntax.h"
#include "parse/token.h"
#include "parse/word_class.h"

static bool is_boxed(const line *l)
{
    return LOOKS(l, LOOK_BOXED) || LOOKS(l, LOOK_CHART);
}

static bool may_be_of_advert(const line *l)
{
    enum { MOST_WORDS = 10, MOST_WITH_CALL = 14 };
    bool call = l->n_words > MOST_WORDS && l->n_words <= MOST_WITH_CALL && l->words.seen & CHAR_DIGIT &&
                str_find_nocase(l->text, STR(" call ")) < l->text.len;
    return !is_boxed(l) && (l->n_words <= MOST_WORDS || call) && !LOOKS(l, LOOK_STARTS_LOWER) &&
           !LOOKS(l, LOOK_ENDS_HYPHEN);
}

/* What an advertiser prints: short lines, close over one with a number to call or an offer.  A sentence may
 * ask for a call, too. */
static void look_for_numbers_to_call(line *lines, size_t n)
{
    enum { MOST_LINES = 5 };
    for (size_t i = 0; i < n; i++) {
        bool number = may_be_of_advert(&lines[i]) && lines[i].words.seen & CHAR_DIGIT &&
                      furniture_has_number_to_call(lines[i].text);
        if (LOOKS(&lines[i], LOOK_ENDS_SENTENCE) || !number)
            continue;
        line_set_look(&lines[i], LOOK_ADVERT);
        for (size_t k = i; k > 0 && i - k < MOST_LINES && lines[k].blanks_before == 0; k--) {
            if (!may_be_of_advert(&lines[k - 1]))
                break;
            line_set_look(&lines[k - 1], LOOK_ADVERT);
        }
    }
}

/* A number to call or a site, and few words. */
static bool gives_contact(const line *l)
{
    static const int others[] = {LOOK_BYLINE,    LOOK_ROLE,    LOOK_NAMES_ONLY, LOOK_CREDIT,
                                 LOOK_LIST_ITEM, LOOK_REFER,   LOOK_DATE,       LOOK_VOLUME,
                                 LOOK_TABLE,     LOOK_RUNNING, LOOK_BRACKETED};
    return may_be_of_advert(l) && LOOKS(l, LOOK_FURNITURE) && !memchr(l->text.ptr, '@', l->text.len) &&
           (furniture_has_number_to_call(l->text) || memchr(l->text.ptr, '.', l->text.len)) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* What a firm says of itself over its number, a line each; above it a story has ended. */
static void look_above_contacts(line *lines, size_t n)
{
    enum { MOST_LINES = 6, MOST_IN_SENTENCE = 8 };
    static const int others[] = {LOOK_JUMP,       LOOK_JUMP_TAIL,    LOOK_CONTINUED, LOOK_REFER,
                                 LOOK_REFER_TAIL, LOOK_BYLINE,       LOOK_VOLUME,    LOOK_DATE,
                                 LOOK_CREDIT,     LOOK_TABLE,        LOOK_CJK,       LOOK_LIST_ITEM,
                                 LOOK_SPEAKER,    LOOK_STARTS_QUOTE, LOOK_SIGNATURE, LOOK_SALUTATION};
    for (size_t i = 0; i < n; i++) {
        if (LOOKS(&lines[i], LOOK_SALUTATION))
            return; /* under letters stand names and addresses */
        if (!gives_contact(&lines[i]))
            continue;
        size_t first = i;
        while (
            first > 0 && i - first < MOST_LINES && may_be_of_advert(&lines[first - 1]) &&
            !line_looks_any(&lines[first - 1], others, sizeof others / sizeof *others) &&
            (!LOOKS(&lines[first - 1], LOOK_ENDS_SENTENCE) || lines[first - 1].n_words <= MOST_IN_SENTENCE))
            first--;
        while (first < i && LOOKS(&lines[first], LOOK_ENDS_SENTENCE)) /* the story's last */
            first++;
        bool ended = first > 0 && first < i && line_is_text(&lines[first - 1]) &&
                     LOOKS(&lines[first - 1], LOOK_ENDS_SENTENCE);
        for (size_t k = first; ended && k < i; k++)
            line_set_look(&lines[k], LOOK_ADVERT);
    }
}

/* "$4.95 a yard", "socks 25 cents", "25c. window"; none of millions */
static bool has_price(const line *l)
{
    str s = l->text;
    if (!(l->words.seen & CHAR_DIGIT) || str_find(s, STR("illion")) < s.len)
        return false;
    for (size_t i = 0; i + 1 < s.len; i++) {
        bool before = s.ptr[i] == '$' || str_starts(str_from(s, i), STR("\xc2\xa3"));
        str unit = str_from(s, i + 1);
        bool behind =
            ascii_is_digit(s.ptr[i]) &&
            (str_starts(unit, STR(" cents")) || str_starts(unit, STR(" cts")) || str_starts(unit, STR("c.")));
        if (before || behind)
            return true;
    }
    return false;
}

/* "419 S. Sandusky", "1052 CHAPEL": a number and a street. */
static bool is_address(const line *l)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 6, FEWEST_DIGITS = 2, MOST_DIGITS = 5 };
    str s = l->text;
    size_t digits = 0;
    if (l->n_words < FEWEST_WORDS || l->n_words > MOST_WORDS || LOOKS(l, LOOK_ENDS_FIGURE))
        return false;
    while (digits < s.len && ascii_is_digit(s.ptr[digits]))
        digits++;
    return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && digits + 1 < s.len && s.ptr[digits] == ' ' &&
           ascii_is_upper(s.ptr[digits + 1]) && !LOOKS(l, LOOK_ENDS_SENTENCE);
}

/* "Open 11-8", "Closed Monday": when a shop is open. */
static bool tells_hours(const line *l)
{
    enum { MOST_WORDS = 5 };
    if (l->n_words > MOST_WORDS)
        return false;
    str s = l->text;
    bool open = (str_starts_nocase(s, STR("open ")) || str_starts_nocase(s, STR("hours"))) &&
                l->words.seen & CHAR_DIGIT;
    str behind = str_starts_nocase(s, STR("closed ")) ? str_from(s, sizeof "closed " - 1) : STR("");
    return open || (behind.len && date_is_weekday(token_core(behind)));
}

static bool sells(const line *l)
{
    return tells_hours(l) || line_has(l, WORD_TRADE, 0) || has_price(l) || is_address(l);
}

/* Lines of an advert, one after the other. */
typedef struct advert_run {
    size_t first, end; /* lines */
    size_t first_cue, last_cue;
    size_t cues;  /* how many sell something */
    size_t flows; /* how many go on in a line of small letters, as prose in a column does */
} advert_run;

static bool may_go_on(const line *l)
{
    static const int others[] = {LOOK_JUMP,   LOOK_JUMP_TAIL, LOOK_CONTINUED, LOOK_REFER,   LOOK_BYLINE,
                                 LOOK_VOLUME, LOOK_DATE,      LOOK_CREDIT,    LOOK_ROW,     LOOK_NO_LETTERS,
                                 LOOK_TABLE,  LOOK_SOURCE,    LOOK_LIST_ITEM, LOOK_SPEAKER, LOOK_STARTS_QUOTE,
                                 LOOK_CJK,    LOOK_SENTENCES};
    return !is_boxed(l) && !line_looks_any(l, others, sizeof others / sizeof *others);
}

static advert_run advert_run_from(const line *lines, size_t n, size_t first)
{
    enum { MOST_WORDS = 12, MOST_SELLING = 26 };
    advert_run r = {.first = first, .end = first};
    for (; r.end < n; r.end++) {
        const line *l = &lines[r.end];
        bool lower = LOOKS(l, LOOK_STARTS_LOWER);
        if (l->n_words > MOST_SELLING || !may_go_on(l) ||
            (lower && r.end > first && LOOKS(&lines[r.end - 1], LOOK_STARTS_LOWER)))
            break;
        bool cue = sells(l);
        if ((l->n_words > MOST_WORDS || l->heading) && !cue)
            break;
        r.first_cue = cue && r.cues == 0 ? r.end : r.first_cue;
        r.last_cue = cue ? r.end : r.last_cue;
        r.cues += cue;
        r.flows += r.end > first && lower && line_is_open(l - 1);
    }
    return r;
}

/* Many short lines in a row of which several sell something.  What stands last over text may be its headline.
 */
static void look_for_runs(line *lines, size_t n)
{
    enum { FEWEST_LINES = 6, FEWEST_CUES = 3, ONE_IN = 8, FLOW_IN = 4, MOST_BEFORE = 2 };
    for (size_t i = 0; i < n;) {
        advert_run r = advert_run_from(lines, n, i);
        size_t length = r.end - r.first;
        i = r.end > i ? r.end : i + 1;
        if (length < FEWEST_LINES || r.cues < FEWEST_CUES || r.cues * ONE_IN < length ||
            r.flows * FLOW_IN > length)
            continue;
        size_t from = r.first_cue > r.first + MOST_BEFORE ? r.first_cue - MOST_BEFORE : r.first;
        size_t end = r.end < n && lines[r.end].n_words > FEWEST_LINES ? r.last_cue + 1 : r.end;
        for (size_t k = from; k < end; k++)
            line_set_look(&lines[k], LOOK_ADVERT);
    }
}

static bool is_border(const line *l)
{
    bool writer = LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_BYLINE); /* with an address to write to */
    return LOOKS(l, LOOK_ADVERT) || (LOOKS(l, LOOK_FURNITURE) && !writer);
}

/* What may stand in an advert; a story's text is longer, has writers, speakers, places. */
static bool may_be_between_adverts(const line *l)
{
    enum { MOST_WORDS = 30 };
    static const int others[] = {LOOK_JUMP,   LOOK_JUMP_TAIL, LOOK_CONTINUED, LOOK_REFER,
                                 LOOK_BYLINE, LOOK_VOLUME,    LOOK_CREDIT,    LOOK_TABLE,
                                 LOOK_LEAD,   LOOK_CJK,       LOOK_SPEAKER,   LOOK_STARTS_QUOTE};
    return l->n_words <= MOST_WORDS && !is_boxed(l) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* A few lines between adverts of which some sell are one, too. */
static void look_between_adverts(line *lines, size_t n)
{
    enum { MOST_LINES = 14, MOST_WORDS = 100, ONE_IN = 6 };
    size_t above = n;
    for (size_t i = 0; i < n; i++) {
        if (!is_border(&lines[i]))
            continue;
        size_t words = 0, cues = 0, first = above + 1, k = first, end = first;
        for (; above < n && k < i && i - first <= MOST_LINES && may_be_between_adverts(&lines[k]); k++) {
            bool cue = sells(&lines[k]);
            words += lines[k].n_words;
            cues += cue;
            end = cue ? k + 1 : end;
        }
        end = LOOKS(&lines[i], LOOK_SCRAP) ? end : i; /* a stain may stand in the next story */
        bool all = above < n && k == i && words <= MOST_WORDS && cues * ONE_IN >= i - first;
        for (k = first; all && k < end; k++) {
            line_set_look(&lines[k], LOOK_ADVERT);
            line_set_look(&lines[k], LOOK_FURNITURE);
        }
        above = i;
    }
}

void lines_look_for_goods(line *lines, size_t n)
{
    look_for_numbers_to_call(lines, n);
    look_above_contacts(lines, n);
    look_for_runs(lines, n);
    look_between_adverts(lines, n);
}
