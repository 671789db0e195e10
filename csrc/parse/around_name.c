/* Names beside what they may stand with: writers, photographers, agencies. */
#include "base/ascii.h"
#include "parse/byline.h"
#include "parse/byline_part.h"
#include "parse/credit.h"
#include "parse/line.h"
#include "parse/line_form.h"
#include "parse/opening.h"
#include "parse/syntax.h"
#include "parse/token.h"
#include "parse/wordlist.h"

/* The text under a writer, over which a label may stand; NULL for none. */
static const line *text_under(const line *lines, size_t n, size_t i)
{
    enum { MOST_LABEL_WORDS = 4 };
    const line *l = i + 1 < n ? &lines[i + 1] : NULL;
    if (l && i + 2 < n && l->n_words <= MOST_LABEL_WORDS && !line_is_text(l) &&
        !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_CREDIT))
        l++;
    return l;
}

/* "JANE DOE / LAGOS" over a text that begins in Lagos. */
static bool is_place_of_text(const line *l, const line *text)
{
    enum { NEAR_BYTES = 200, SHORTEST = 3 };
    size_t slash = str_find(l->text, STR(" / "));
    str place = str_trim(str_from(l->text, slash < l->text.len ? slash + 3 : slash));
    if (!text || place.len < SHORTEST || !LOOKS(l, LOOK_ALL_CAPS) || byline_is_agency(place))
        return false;
    str start = str_to(text->text, NEAR_BYTES);
    return str_find_nocase(start, place) < start.len;
}

/* "Jane Doe | The Herald", "JANE DOE / LAGOS", between a heading and a text; under a caption it is a credit.
 */
static bool is_under_headline(const line *lines, size_t n, size_t i)
{
    enum { MOST_HEADLINE_WORDS = 12, LEAST_TEXT_WORDS = 12 };
    const line *above = &lines[i - 1], *below = text_under(lines, n, i);
    if (above->heading > 0)
        return true;
    bool barred = lines[i].words.seen & SEEN_MARK && memchr(lines[i].text.ptr, '|', lines[i].text.len);
    bool placed =
        str_find(lines[i].text, STR(" / ")) < lines[i].text.len &&
        (LOOKS(above, LOOK_TITLE_CASE) || LOOKS(above, LOOK_ALL_CAPS) || is_place_of_text(&lines[i], below));
    bool dashed = line_opens_with_dash(&lines[i]) && below && LOOKS(below, LOOK_LEAD);
    if (!barred && !placed && !dashed) /* a credit may stand over its caption */
        return false;
    bool picture = LOOKS(above, LOOK_PICTURE_ABOVE);
    bool text = below && line_is_text(below) && below->n_words >= LEAST_TEXT_WORDS;
    bool heading = above->n_words <= MOST_HEADLINE_WORDS &&
                   (line_asks(above) || !LOOKS(above, LOOK_ENDS_SENTENCE)) && !LOOKS(above, LOOK_JUMP);
    return text && !picture && heading;
}

/* "-- STAFF REPORTER" behind a brief: none has taken a picture. */
static bool is_reporter_behind(const line *l, const line *above)
{
    if (!LOOKS(l, LOOK_CREDIT) || !LOOKS(l, LOOK_ROLE) || !LOOKS(above, LOOK_ENDS_SENTENCE))
        return false;
    str role = byline_bare(l->text);
    return byline_is_role(role) && !byline_is_agency(role) &&
           str_find_nocase(role, STR("photo")) == role.len && !LOOKS(above, LOOK_PICTURE_ABOVE);
}

/* "Jane Doe / Reuters" and "ASSOCIATED PRESS" are a credit under a caption's sentence, a byline elsewhere. */
static void settle_credits(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        const line *above = &lines[i - 1];
        if (LOOKS(l, LOOK_CREDIT) && LOOKS(l, LOOK_NAMES_PLAIN) && is_under_headline(lines, n, i))
            line_clear_look(l, LOOK_CREDIT);
        if (is_reporter_behind(l, above)) {
            line_clear_look(l, LOOK_CREDIT);
            line_set_look(l, LOOK_SIGNATURE);
        }
        /* "JANE DOE/Coast Daily" under no headline */
        bool slashed = LOOKS(l, LOOK_NAMES_ONLY) && LOOKS(l, LOOK_PAPER) && !LOOKS(l, LOOK_BYLINE) &&
                       memchr(l->text.ptr, '/', l->text.len);
        if (slashed && !line_may_be_headline(above)) {
            line_set_look(l, LOOK_CREDIT);
            line_clear_look(l, LOOK_NAMES_ONLY);
            line_clear_look(l, LOOK_PAPER);
            continue;
        }
        if (!LOOKS(l, LOOK_CREDIT) || !LOOKS(l, LOOK_NAMES_ONLY))
            continue;
        /* An agency by itself under a text names its source. */
        bool picture = LOOKS(above, LOOK_PICTURE_ABOVE);
        bool source = byline_is_agency(l->text) && !picture && !LOOKS(l, LOOK_BRACKETED);
        bool sentence = !source && LOOKS(above, LOOK_ENDS_SENTENCE) && !LOOKS(above, LOOK_ENDS_QUESTION) &&
                        !above->heading;
        bool heads = byline_is_agency(l->text) && is_under_headline(lines, n, i); /* "(AFP)" */
        bool under_sentence = sentence || (LOOKS(l, LOOK_BRACKETED) && !heads);
        line_clear_look(l, under_sentence ? LOOK_NAMES_ONLY : LOOK_CREDIT);
    }
}

/* "... said." and the like stand behind it. */
static bool tells_what_was_said(str s)
{
    static const char *const verbs[] = {" said", " says", " told ", " added"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t at = str_find(s, str_of(verbs[i]));
        if (at < s.len && !str_ends(str_to(s, at), STR(" who")))
            return true;
    }
    return false;
}

/* Speech, or whom another paragraph has named: a story's last paragraph over its agency, and no picture's. */
static bool is_of_report(const line *l)
{
    return line_points_back(l) || tells_what_was_said(l->text);
}

/* A paragraph that ends in "(Reuters)" is no caption between two headings, where it is a brief, nor where it
 * reports. */
static void settle_sources(line *lines, size_t n)
{
    enum { LEAST_WORDS = 12 };
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        bool between =
            line_may_be_headline(&lines[i - 1]) && (i + 1 == n || line_may_be_headline(&lines[i + 1]));
        if (!LOOKS(l, LOOK_CREDIT) || LOOKS(l, LOOK_PICTURE_ABOVE) || LOOKS(l, LOOK_OF_PICTURE))
            continue;
        bool brief = between && l->n_words >= LEAST_WORDS && LOOKS(l, LOOK_SENTENCES);
        if ((brief || is_of_report(l)) && credit_is_source(l->text))
            line_clear_look(l, LOOK_CREDIT);
    }
}

/* Between a headline and its text stand no words that are surely names but the writers'. */
static bool is_over_story(const line *name, const line *below)
{
    enum { LEAST_TEXT_WORDS = 12 };
    return below->n_words >= LEAST_TEXT_WORDS && line_is_text(below) && !LOOKS(below, LOOK_CREDIT) &&
           byline_is_sure(name->text);
}

/* "National Secretary" close under a name, over the text. */
static bool is_office_of(const line *lines, size_t n, size_t i)
{
    enum { LEAST_TEXT_WORDS = 12 };
    const line *l = &lines[i], *name = &lines[i - 1];
    return i + 1 < n && LOOKS(name, LOOK_NAMES_PLAIN) && l->blanks_before == 0 && !l->heading &&
           !LOOKS(l, LOOK_SALUTATION) && LOOKS(l, LOOK_TITLE_CASE) && byline_is_office(l->text) &&
           line_is_text(&lines[i + 1]) && lines[i + 1].n_words >= LEAST_TEXT_WORDS;
}

static bool is_name_in_capitals(const line *l)
{
    return LOOKS(l, LOOK_ALL_CAPS) && l->n_words >= 2 && l->n_words <= 3 && !LOOKS(l, LOOK_LABEL) &&
           !LOOKS(l, LOOK_LABEL_LAST) && !LOOKS(l, LOOK_ENDS_SENTENCE) && !(l->words.seen & CHAR_DIGIT);
}

/* "JANE FARROW" close under a headline of another case, over the text. */
static bool is_name_under_small_letters(const line *lines, size_t i)
{
    enum { LEAST_TEXT_WORDS = 12 };
    const line *l = &lines[i], *above = &lines[i - 1], *below = &lines[i + 1];
    if (!is_name_in_capitals(l))
        return false;
    str last = l->text;
    for (size_t at = 0; at < l->text.len; at++)
        if (l->text.ptr[at] == ' ')
            last = str_from(l->text, at + 1);
    return !LOOKS(above, LOOK_ALL_CAPS) && below->n_words >= LEAST_TEXT_WORDS && line_is_text(below) &&
           !LOOKS(below, LOOK_CREDIT) && byline_may_be_person(byline_bare(l->text)) &&
           byline_word_is_strange(last);
}

/* Engines often read a writer's name behind the story's first paragraph. */
static bool is_under_first_paragraph(const line *lines, size_t i)
{
    const line *first = &lines[i - 1];
    return i > 1 && line_is_text(first) && LOOKS(first, LOOK_ENDS_SENTENCE) && !LOOKS(first, LOOK_CREDIT) &&
           line_may_be_headline(&lines[i - 2]) && LOOKS(&lines[i], LOOK_TITLE_CASE) &&
           !LOOKS(&lines[i], LOOK_BOLD) && is_over_story(&lines[i], &lines[i + 1]);
}

/* "BY A MAN OF THE COAST.", "By Jane Doe HarborEdtos" between a headline and its text: whatever it says, it
 * says who wrote it. */
static bool is_by_somebody(const line *lines, size_t n, size_t i)
{
    enum { MOST_WORDS = 10, LEAST_TEXT_WORDS = 12 };
    const line *l = &lines[i];
    if (i == 0 || i + 1 >= n || l->n_words < 2 || l->n_words > MOST_WORDS || l->heading ||
        !str_starts_nocase(l->text, STR("by ")) || LOOKS(l, LOOK_STARTS_LOWER) || line_is_text(l - 1) ||
        LOOKS(l - 1, LOOK_CREDIT) || l[-1].n_words < 2)
        return false;
    str first = str_from(l->text, 3), second = str_from(first, str_find(first, STR(" ")));
    str third = str_from(second, 1 + str_find(str_from(second, second.len > 0), STR(" ")));
    bool named = byline_may_be_person(str_to(first, first.len - third.len));
    bool called =
        LOOKS(l, LOOK_ALL_CAPS) && (str_starts(first, STR("A ")) || str_starts(first, STR("AN ")) ||
                                    str_starts(first, STR("ONE ")) || str_starts(first, STR("THE ")));
    return (named || called) && line_is_text(l + 1) && l[1].n_words >= LEAST_TEXT_WORDS;
}

/* "and PHIL HOLT in Kirkmouth" under "By MARGO FINCH" */
static void look_for_second_writers(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        /* where the first one is may stand between */
        bool placed = i > 1 && LOOKS(&lines[i - 2], LOOK_BYLINE) && str_starts(lines[i - 1].text, STR("in "));
        if ((!LOOKS(&lines[i - 1], LOOK_BYLINE) && !placed) || lines[i].heading ||
            !byline_goes_on(lines[i].text))
            continue;
        line_set_look(&lines[i], LOOK_BYLINE);
        line_clear_look(&lines[i], LOOK_STARTS_LOWER);
        line_clear_look(&lines[i - 1], LOOK_NEXT_LOWER);
    }
}

/* A name that stands over its text, or over what its bearer is, under a headline: else it is one
 * itself, over "Staff Reporters". */
static void settle_names(line *lines, size_t n)
{
    for (size_t i = 1; i + 1 < n; i++) {
        line *below = &lines[i + 1];
        if (!LOOKS(&lines[i], LOOK_BYLINE) && is_by_somebody(lines, n, i)) {
            line_set_look(&lines[i], LOOK_BYLINE);
            line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
            line_clear_look(&lines[i], LOOK_SENTENCES);
        }
        line_set_look_if(below, LOOK_ROLE, is_office_of(lines, n, i + 1));
        bool titled =
            LOOKS(below, LOOK_ROLE) && !LOOKS(below, LOOK_BYLINE) && !LOOKS(below, LOOK_NAMES_PLAIN);
        bool named = (LOOKS(&lines[i], LOOK_NAMES_PLAIN) && (titled || is_over_story(&lines[i], below))) ||
                     is_name_under_small_letters(lines, i) || (is_name_in_capitals(&lines[i]) && titled);
        bool headed = line_may_be_headline(&lines[i - 1]);
        /* An engine may mark all that is short as a heading of one level. */
        bool marked = lines[i].heading != 0;
        if (marked && named && headed && !below->heading) {
            bool alike = lines[i].heading == lines[i - 1].heading && byline_is_sure(lines[i].text),
                 lower = lines[i].heading > lines[i - 1].heading && is_name_under_small_letters(lines, i);
            line_set_look_if(&lines[i], LOOK_NAMES_ONLY, alike || lower);
        }
        if (!marked &&
            ((named && headed) || (LOOKS(&lines[i], LOOK_NAMES_PLAIN) && is_under_first_paragraph(lines, i))))
            line_set_look(&lines[i], LOOK_NAMES_ONLY);
    }
}

/* "*3rd Brigade Public Affairs*" close under "By ..." */
static bool is_office_below(const line *l, const line *byline)
{
    enum { MOST_WORDS = 7 };
    return LOOKS(byline, LOOK_BYLINE) && LOOKS(l, LOOK_ITALIC) && LOOKS(l, LOOK_TITLE_CASE) &&
           l->blanks_before == 0 && l->n_words <= MOST_WORDS && !l->heading && !LOOKS(l, LOOK_ENDS_SENTENCE);
}

/* "Features", "Comment" close under a writer, over the text: the desk that he writes for. */
static void settle_desks(line *lines, size_t n)
{
    for (size_t i = 1; i + 1 < n; i++) {
        const line *above = &lines[i - 1];
        if (is_office_below(&lines[i], above)) {
            line_set_look(&lines[i], LOOK_ROLE);
            line_clear_look(&lines[i], LOOK_SENTENCES);
        }
        bool writer =
            LOOKS(above, LOOK_BYLINE) || LOOKS(above, LOOK_NAMES_ONLY) || LOOKS(above, LOOK_NAMES_PLAIN);
        if (!writer || above->heading || !LOOKS(&lines[i], LOOK_LABEL) || lines[i].n_words > 1 ||
            lines[i].blanks_before > 0 || above->blanks_before == 0 || lines[i + 1].blanks_before == 0)
            continue;
        line_clear_look(&lines[i], LOOK_LABEL);
        line_set_look(&lines[i], LOOK_ROLE);
    }
}

void lines_settle_names(line *lines, size_t n)
{
    look_for_second_writers(lines, n);
    settle_desks(lines, n);
    lines_settle_roles(lines, n);
    settle_credits(lines, n);
    settle_sources(lines, n);
    settle_names(lines, n);
}

/* "PORT MOYNE, Md., Oct. 17", "Port Moyne, June 20" */
static bool is_dated_place(const line *l)
{
    enum { MOST_WORDS = 6 };
    return l->n_words <= MOST_WORDS && !l->heading && l->words.seen & CHAR_DIGIT &&
           opening_is_place_and_day(l->text);
}

/* "Riyadh (Reuters)" between a headline and its text */
static bool is_place_with_agency(const line *l, const line *above, const line *below)
{
    enum { MOST_WORDS = 5 };
    if (l->n_words > MOST_WORDS)
        return false;
    size_t bracket = str_find(l->text, STR("("));
    if (bracket == 0 || bracket == l->text.len || l->heading || !ascii_is_upper(l->text.ptr[0]) ||
        !line_may_be_headline(above) || !line_is_text(below))
        return false;
    str inside = str_from(l->text, bracket + 1);
    return str_ends(inside, STR(")")) && byline_is_agency(str_to(inside, inside.len - 1));
}

/* "IN LAGOS" */
static bool is_in_place(const line *l)
{
    enum { MOST_WORDS = 4 };
    return LOOKS(l, LOOK_ALL_CAPS) && l->n_words > 1 && l->n_words <= MOST_WORDS &&
           str_starts(l->text, STR("IN "));
}

/* "LAGOS" by itself under a writer, over the text. */
static void look_for_lone_places(line *lines, size_t n)
{
    enum { MOST_WORDS = 4 };
    for (size_t i = 1; i + 1 < n; i++) {
        line *l = &lines[i];
        line *above = &lines[i - 1];
        bool under_writer = LOOKS(above, LOOK_BYLINE) || LOOKS(above, LOOK_ROLE);
        if (is_name_in_capitals(above) && byline_may_be_person(byline_bare(above->text)) && is_in_place(l) &&
            line_is_text(&lines[i + 1])) {
            line_set_look(above, LOOK_NAMES_ONLY);
            line_set_look(l, LOOK_ROLE);
        }
        if ((under_writer && is_dated_place(l) && line_is_text(&lines[i + 1])) ||
            is_place_with_agency(l, &lines[i - 1], &lines[i + 1]))
            line_set_look(l, LOOK_ROLE);
        if (!under_writer || l->words.seen & CHAR_DIGIT || !LOOKS(l, LOOK_ALL_CAPS) ||
            l->n_words > MOST_WORDS || l->heading || LOOKS(l, LOOK_LABEL) || LOOKS(l, LOOK_LABEL_LAST) ||
            !line_is_text(&lines[i + 1]))
            continue;
        str first = str_to(l->text, str_find(l->text, STR(" ")));
        bool short_form =
            memchr(first.ptr, '\'', first.len) || str_find(first, STR("\xe2\x80\x99")) < first.len;
        bool place = memchr(l->text.ptr, ',', l->text.len) ||
                     (!short_form && !wordlist_has_any_case(token_core(first)));
        if (!place)
            continue;
        line_set_look(l, LOOK_ROLE);
        line_clear_look(l, LOOK_ENDS_SENTENCE);
    }
}

/* "# Jane Doe" over "## Why barns matter"; under a column's label without marks, too. */
static void look_for_names_over_heads(line *lines, size_t n)
{
    enum { LEAST_HEAD_WORDS = 4 };
    for (size_t i = 0; i + 2 < n; i++) {
        const line *l = &lines[i], *head = &lines[i + 1];
        bool above = i == 0 || line_is_text(&lines[i - 1]) || LOOKS(&lines[i - 1], LOOK_LABEL) ||
                     LOOKS(&lines[i - 1], LOOK_SIGNATURE);
        bool heading = l->heading && head->heading >= l->heading;
        bool columnist = i > 0 && head->n_words >= LEAST_HEAD_WORDS && l->heading == head->heading &&
                         (LOOKS(&lines[i - 1], LOOK_LABEL) || LOOKS(&lines[i - 1], LOOK_LABEL_LAST));
        if ((above || columnist) && LOOKS(l, LOOK_NAMES_PLAIN) && (heading || columnist) &&
            !line_is_text(head) && !LOOKS(head, LOOK_NAMES_PLAIN) && head->n_words > 2 &&
            line_is_text(&lines[i + 2]))
            line_set_look(&lines[i], LOOK_NAME_OVER_HEAD);
    }
}

/* A text in the middle of a sentence: what stands below it is no part of it. */
static bool breaks_off(const line *l)
{
    enum { FEWEST_WORDS = 8 };
    return l->n_words >= FEWEST_WORDS && (LOOKS(l, LOOK_ENDS_HYPHEN) || LOOKS(l, LOOK_ENDS_MIDWORD));
}

/* A picture stood between a headline, marked or over a byline, and its story, and only its credit was read.
 */
static bool is_between_head_and_story(const line *lines, size_t n, size_t i)
{
    enum { MOST_HEAD_WORDS = 14, LEAST_WORDS = 12, LONG_WORDS = 26 };
    const line *head = &lines[i - 1], *text = &lines[i + 1];
    if (i + 2 < n && LOOKS(text, LOOK_LABEL) && !LOOKS(text, LOOK_FURNITURE))
        i++, text++;
    bool goes_on = i + 2 < n && line_is_text(&lines[i + 2]) && !LOOKS(&lines[i + 2], LOOK_CREDIT);
    bool story = line_is_text(text) && text->n_words >= (goes_on ? LEAST_WORDS : LONG_WORDS) &&
                 !LOOKS(text, LOOK_OF_PICTURE);
    return !LOOKS(head, LOOK_ENDS_SENTENCE) && head->n_words <= MOST_HEAD_WORDS &&
           (LOOKS(text, LOOK_BYLINE) || (head->heading && story));
}

/* A credit that stands over its caption: what is above it is none, and where its sentence goes on below, a
 * text. */
static void look_under_credits(line *lines, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        line *above = i > 0 ? &lines[i - 1] : NULL;
        if (above && LOOKS(above, LOOK_BEFORE_CREDIT) && is_between_head_and_story(lines, n, i)) {
            line_clear_look(above, LOOK_BEFORE_CREDIT);
            continue;
        }
        bool inside = above && i + 2 < n && line_is_open(above) && LOOKS(&lines[i + 2], LOOK_STARTS_LOWER);
        bool over = !above || inside || above->heading || LOOKS(above, LOOK_JUMP) ||
                    LOOKS(above, LOOK_NO_LETTERS) || LOOKS(above, LOOK_FURNITURE) ||
                    LOOKS(above, LOOK_CREDIT) || LOOKS(above, LOOK_JUMP_TAIL) || breaks_off(above);
        if (over && LOOKS(&lines[i], LOOK_CREDIT) && !LOOKS(&lines[i + 1], LOOK_CREDIT) &&
            line_is_text(&lines[i + 1]) && LOOKS(&lines[i + 1], LOOK_ENDS_SENTENCE) &&
            credit_is_all(lines[i].text)) {
            line_set_look(&lines[i + 1], LOOK_UNDER_CREDIT);
            if (!inside)
                continue;
            line_clear_look(above, LOOK_BEFORE_CREDIT);
            line_set_look(above, LOOK_NEXT_LOWER);
            line_clear_look(&lines[i], LOOK_TIGHT);
        }
    }
}

void lines_look_at_names(line *lines, size_t n)
{
    look_for_lone_places(lines, n);
    look_under_credits(lines, n);
    look_for_names_over_heads(lines, n);
}
