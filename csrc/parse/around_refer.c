/* Teasers' pages beside their headlines, and a page's own number. */
#include "parse/line.h"
#include "parse/page_name.h"
#include "parse/title_word.h"

/* What may be the headline of a teaser beside its page. */
static bool may_be_teased(const line *l)
{
    static const int others[] = {LOOK_PAPER,       LOOK_VOLUME, LOOK_DATE,      LOOK_REFER,
                                 LOOK_REFER_TAIL,  LOOK_JUMP,   LOOK_FURNITURE, LOOK_LABEL,
                                 LOOK_WORDS_26_UP, LOOK_BYLINE, LOOK_CREDIT,    LOOK_RUNNING,
                                 LOOK_CONTINUED};
    return !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* The pages of a run of teasers stand under their headlines, or over them, as in the run's first. */
static void look_near_refers(line *lines, size_t n)
{
    enum { RUN_REACH = 2 };
    bool over = false;
    for (size_t i = 0, last = n; i < n; i++) {
        if (!LOOKS(&lines[i], LOOK_REFER) || LOOKS(&lines[i], LOOK_REFER_INSIDE))
            continue;
        bool above = i > 0 && may_be_teased(&lines[i - 1]), below = i + 1 < n && may_be_teased(&lines[i + 1]);
        /* A paragraph that ends above is no headline. */
        if (above && below && line_is_text(&lines[i - 1]) && !line_is_text(&lines[i + 1]) &&
            !LOOKS(&lines[i - 1], LOOK_ENDS_QUESTION))
            above = false;
        if (last == n || i > last + RUN_REACH)
            over = !above;
        if (over && below)
            line_set_look(&lines[i + 1], LOOK_NEAR_REFER);
        if (!over && above)
            line_set_look(&lines[i - 1], LOOK_NEAR_REFER);
        last = i;
    }
}

/* A heading that has nothing below but a page: no inside page has one over its number. */
static bool is_head_of_refer(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WORDS = 3 };
    const line *head = i > 0 ? &lines[i - 1] : NULL;
    return head && head->n_words >= FEWEST_WORDS && may_be_teased(head) && !line_is_text(head) &&
           (LOOKS(head, LOOK_TITLE_CASE) || LOOKS(head, LOOK_ALL_CAPS)) && !LOOKS(head, LOOK_NAMES_PLAIN) &&
           !LOOKS(head, LOOK_NAMES_ONLY) && !LOOKS(head, LOOK_SOURCE) && !LOOKS(head, LOOK_ROLE) &&
           !(i + 1 < n && LOOKS(&lines[i + 1], LOOK_BYLINE));
}

/* A page has one number of its own. */
static bool has_several_pages(const line *lines, size_t n)
{
    int32_t page = 0;
    for (size_t i = 0; i < n; i++) {
        if (!LOOKS(&lines[i], LOOK_REFER) || lines[i].marker.page <= 0)
            continue;
        if (page > 0 && lines[i].marker.page != page)
            return true;
        page = lines[i].marker.page;
    }
    return false;
}

/* Such a line is the page's own number on a page that is no front page, or in the folio; else a teaser's. */
static void look_at_refers(line *lines, size_t n)
{
    bool nameplate = false, inside = false, several = has_several_pages(lines, n);
    for (size_t i = 0; i < n; i++) {
        nameplate |= LOOKS(&lines[i], LOOK_PAPER) && LOOKS(&lines[i], LOOK_NEAR_FOLIO);
        inside |= LOOKS(&lines[i], LOOK_CONTINUED);
    }
    for (size_t i = 0; i < n; i++) {
        line *l = &lines[i];
        bool at_edge = LOOKS(l, LOOK_TOP) || LOOKS(l, LOOK_BOTTOM);
        bool teased = !inside && (several || is_head_of_refer(lines, n, i));
        bool own = (!nameplate && !teased) || inside;
        line_set_look_if(l, LOOK_REFER_INSIDE, LOOKS(l, LOOK_REFER) && at_edge && own);
        /* "METRO | A3" runs over the pages inside; on the front it is a teaser's. */
        if (LOOKS(l, LOOK_RUNNING) && LOOKS(l, LOOK_REFER) && !own)
            line_clear_look(l, LOOK_RUNNING);
    }
}

/* The words in capitals of "HARBOR, Page A6" and "HARBOR: Page 6"; "" for none. */
static str jump_word(const line *l)
{
    enum { MOST_WORDS = 4 };
    size_t end = str_find(l->text, STR(", "));
    if (end == l->text.len)
        end = str_find(l->text, STR(":"));
    str word = str_to(l->text, end);
    if (l->n_words > MOST_WORDS || word.len < 2 || end == l->text.len || str_has_lower(word) ||
        !str_starts_nocase(str_trim(str_from(l->text, end + 1)), STR("page")))
        return STR("");
    return word;
}

/* The word in capitals of "HARBOR A6", which is no section's; "" for none. */
static str jump_word_by_page(const line *l)
{
    size_t end = str_find(l->text, STR(" "));
    str word = str_to(l->text, end), page = str_trim(str_from(l->text, end));
    if (l->n_words != 2 || l->heading || !str_is_upper(word) || !page_name_is_lettered(page) ||
        LOOKS(l, LOOK_LABEL) || title_word(word) & TITLE_SECTION)
        return STR("");
    return word;
}

/* The story above talks of it. */
static bool is_told_above(const line *lines, size_t at, str word)
{
    enum { FEWEST_LETTERS = 4, MOST_LINES = 64 };
    for (size_t i = at; i-- > 0 && i + MOST_LINES > at && word.len >= FEWEST_LETTERS;)
        for (size_t k = 0; k + word.len <= lines[i].text.len; k++)
            if (str_starts_nocase(str_from(lines[i].text, k), word))
                return true;
    return false;
}

/* What a story may end in: behind it stands what is of no story yet. */
static bool may_end_story(const line *l)
{
    static const int ends[] = {LOOK_JUMP, LOOK_REFER, LOOK_CREDIT, LOOK_SOURCE, LOOK_FURNITURE};
    return line_is_text(l) || line_looks_any(l, ends, sizeof ends / sizeof *ends);
}

/* A heading over "See page 3"; beside another over a jump line any words are one. */
static bool may_be_referred(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WORDS = 3 };
    const line *l = &lines[i];
    bool run = (i > 0 && LOOKS(&lines[i - 1], LOOK_JUMP)) ||
               (i + 3 < n && !line_is_text(&lines[i + 2]) && LOOKS(&lines[i + 3], LOOK_JUMP));
    bool set = run || LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS) || l->heading;
    bool asks = LOOKS(l, LOOK_ALL_CAPS) && LOOKS(l, LOOK_ENDS_QUESTION);
    return set && l->n_words >= FEWEST_WORDS && (!line_is_text(l) || asks) && !LOOKS(l, LOOK_CREDIT) &&
           !LOOKS(l, LOOK_NAMES_PLAIN);
}

/* "See page 3" under a heading that no text stands under is a teaser's. */
static void settle_refers(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        const line *above = &lines[i - 1];
        bool behind_story = i == 1 || may_end_story(&lines[i - 2]);
        if (LOOKS(l, LOOK_JUMP) && behind_story && may_be_referred(lines, n, i - 1)) {
            line_clear_look(l, LOOK_JUMP);
            line_set_look(l, LOOK_REFER);
            l->marker.kind = MARKER_REFER;
        }
        /* "HARBOR, Page A6" under a text, close or of its matter, sends on to its rest. */
        if (!LOOKS(l, LOOK_REFER) && !LOOKS(l, LOOK_REFER_TAIL))
            continue;
        str word = line_is_text(above) && !above->heading ? jump_word(l) : STR(""),
            by_page = line_is_text(above) && !above->heading ? jump_word_by_page(l) : STR("");
        if ((word.len && (l->blanks_before == 0 || is_told_above(lines, i, word))) ||
            (by_page.len && is_told_above(lines, i, by_page))) {
            line_clear_look(l, LOOK_REFER);
            line_clear_look(l, LOOK_REFER_TAIL);
            line_set_look(l, LOOK_JUMP);
            l->marker.kind = MARKER_JUMP;
        }
    }
}

/* No story has begun where "Rowers hold the cup » B1" seems to be sent on: it is a teaser's. */
static void settle_jumps_on_top(line *lines, size_t n)
{
    enum { MOST_LINES = 10, MOST_WORDS = 14 };
    for (size_t i = 0; i < n && i < MOST_LINES; i++) {
        line *l = &lines[i];
        bool teased = LOOKS(l, LOOK_JUMP_TAIL) && l->n_words <= MOST_WORDS && !LOOKS(l, LOOK_SENTENCES);
        if (teased) {
            line_clear_look(l, LOOK_JUMP_TAIL);
            line_set_look(l, LOOK_REFER_TAIL);
            l->marker.kind = MARKER_REFER;
        } else if (line_is_text(l)) {
            return;
        }
    }
}

void lines_look_at_refers(line *lines, size_t n)
{
    settle_jumps_on_top(lines, n);
    settle_refers(lines, n);
    look_at_refers(lines, n);
    look_near_refers(lines, n);
}
