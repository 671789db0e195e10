/* What a line looks like beside its neighbours. */
#include "base/ascii.h"
#include "base/hash.h"
#include "parse/credit.h"
#include "parse/line.h"

static void set_if(line *l, int look, bool yes)
{
    if (yes)
        line_set_look(l, look);
}

enum { EDGE_LINES = 8, FOLIO_REACH = 3 };

static void mark_near(line *lines, size_t n, size_t i, size_t reach, int look)
{
    size_t from = i > reach ? i - reach : 0, to = i + reach < n ? i + reach : n - 1;
    for (size_t k = from; k <= to; k++)
        if (k != i)
            line_set_look(&lines[k], look);
}

/* Of the lines that are not first, the blank lines before one that is no surprise; and whether tight
 * lines mean anything. */
static void look_at_spacing(line *lines, size_t n)
{
    size_t tight = 0, single = 0;
    for (size_t i = 1; i < n; i++) {
        tight += lines[i].blanks_before == 0;
        single += lines[i].blanks_before == 1;
    }
    uint32_t usual = single >= tight ? 1 : 0;
    bool tight_tells = single > 0 && (single + tight) / (single + 1) < 20;
    for (size_t i = 0; i < n; i++) {
        set_if(&lines[i], LOOK_PICTURE_ABOVE, i > 0 && lines[i].blanks_before > usual + 1);
        set_if(&lines[i], LOOK_TIGHT, i > 0 && tight_tells && lines[i].blanks_before == 0);
    }
}

static bool may_be_passed_over(const line *l)
{
    return LOOKS(l, LOOK_CREDIT) || LOOKS(l, LOOK_FURNITURE) || LOOKS(l, LOOK_NO_LETTERS);
}

/* "Jane Doe / Reuters" and "ASSOCIATED PRESS" are a credit under a caption's sentence, a byline elsewhere. */
static void settle_credits(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        if (!LOOKS(l, LOOK_CREDIT) || !LOOKS(l, LOOK_NAMES_ONLY))
            continue;
        const line *above = &lines[i - 1];
        bool sentence =
            LOOKS(above, LOOK_ENDS_SENTENCE) && !LOOKS(above, LOOK_ENDS_QUESTION) && !above->heading;
        bool under_sentence = sentence || LOOKS(l, LOOK_BRACKETED);
        line_clear_look(l, under_sentence ? LOOK_NAMES_ONLY : LOOK_CREDIT);
        if (under_sentence)
            line_clear_look(l, LOOK_ROLE);
    }
}

/* A name that stands over what its bearer is. */
static void settle_names(line *lines, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        const line *below = &lines[i + 1];
        bool titled =
            LOOKS(below, LOOK_ROLE) && !LOOKS(below, LOOK_BYLINE) && !LOOKS(below, LOOK_NAMES_PLAIN);
        if (LOOKS(&lines[i], LOOK_NAMES_PLAIN) && titled && !lines[i].heading)
            line_set_look(&lines[i], LOOK_NAMES_ONLY);
    }
}

/* Walks up from the end, so that each line knows the next one that is no caption. */
static void look_ahead(line *lines, size_t n)
{
    const line *next = NULL;
    for (size_t i = n; i-- > 0;) {
        line *l = &lines[i];
        if (next) {
            /* Under a jump head the story goes on in the middle of a sentence. */
            bool jump_head = l->heading > 0 || (i > 0 && LOOKS(&lines[i - 1], LOOK_CONTINUED));
            set_if(l, LOOK_NEXT_LOWER, LOOKS(next, LOOK_STARTS_LOWER) && !jump_head);
            set_if(l, LOOK_BEFORE_BYLINE, LOOKS(next, LOOK_BYLINE));
            set_if(l, LOOK_BEFORE_CONTINUED, LOOKS(next, LOOK_CONTINUED));
            set_if(l, LOOK_BEFORE_DATELINE, LOOKS(next, LOOK_DATELINE));
            set_if(l, LOOK_BEFORE_SOURCE, LOOKS(next, LOOK_SOURCE));
        }
        if (i + 1 < n) {
            const line *below = &lines[i + 1];
            set_if(l, LOOK_BEFORE_CREDIT,
                   LOOKS(below, LOOK_CREDIT) && credit_is_all(below->text) && !LOOKS(l, LOOK_CREDIT));
            set_if(l, LOOK_BEGINS_NEXT,
                   l->n_words >= 3 && below->text.len > l->text.len && str_starts(below->text, l->text));
            set_if(l, LOOK_BEFORE_FOLIO, LOOKS(below, LOOK_VOLUME) || LOOKS(below, LOOK_DATE));
        }
        if (!may_be_passed_over(l))
            next = l;
    }
}

/* Short lines whose text stands on the page more than once: a box repeats a headline. */
static void look_for_repeats(arena *mem, line *lines, size_t n)
{
    size_t size = 16;
    while (size < n * 2)
        size *= 2;
    uint32_t *slots = arena_array(mem, size, sizeof *slots);
    for (size_t i = 0; i < n; i++) {
        if (lines[i].n_words > 14 || lines[i].text.len < 8)
            continue;
        size_t at = hash_folded(lines[i].text) & (size - 1);
        while (slots[at] && !str_eq_nocase(lines[slots[at] - 1].text, lines[i].text))
            at = (at + 1) & (size - 1);
        if (slots[at])
            line_set_look(&lines[i], LOOK_REPEATED);
        else
            slots[at] = (uint32_t)i + 1;
    }
}

/* A paragraph, or a piece of one. */
static bool is_text(const line *l)
{
    bool is_long = LOOKS(l, LOOK_WORDS_15_25) || LOOKS(l, LOOK_WORDS_26_UP);
    return is_long || (LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_WORDS_1_3)) || LOOKS(l, LOOK_BYLINE) ||
           LOOKS(l, LOOK_STARTS_LOWER);
}

/* What may be the headline of a teaser beside its page. */
static bool may_be_teased(const line *l)
{
    static const int others[] = {LOOK_PAPER,       LOOK_VOLUME, LOOK_DATE,      LOOK_REFER,
                                 LOOK_REFER_TAIL,  LOOK_JUMP,   LOOK_FURNITURE, LOOK_LABEL,
                                 LOOK_WORDS_26_UP, LOOK_BYLINE, LOOK_CREDIT,    LOOK_RUNNING,
                                 LOOK_CONTINUED};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (LOOKS(l, others[i]))
            return false;
    return true;
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
        if (above && below && is_text(&lines[i - 1]) && !is_text(&lines[i + 1]) &&
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
    for (size_t i = 1; i < n; i++) {
        bool complete = LOOKS(&lines[i - 1], LOOK_REFER_TAIL) || (LOOKS(&lines[i - 1], LOOK_REFER) && !over);
        bool follows = false;
        for (size_t k = i; k < n && k <= i + RUN_REACH; k++)
            follows |= LOOKS(&lines[k], LOOK_REFER) || LOOKS(&lines[k], LOOK_REFER_TAIL) ||
                       LOOKS(&lines[k], LOOK_JUMP);
        set_if(&lines[i], LOOK_BEHIND_REFERS, complete && !follows);
    }
}

static bool is_of_folio(const line *l)
{
    return LOOKS(l, LOOK_PAPER) || LOOKS(l, LOOK_VOLUME) || LOOKS(l, LOOK_DATE);
}

/* Whether the lines around one that says "PAGE 2 | FRONTIER" are the folio's or the page's edge. */
static bool stands_in_folio(const line *lines, size_t n, size_t i)
{
    bool above = i == 0 || is_of_folio(&lines[i - 1]), below = i + 1 == n || is_of_folio(&lines[i + 1]);
    return above && below;
}

/* Such a line is the page's own number on a page that is no front page, or in the folio; else a teaser's. */
static void look_at_refers(line *lines, size_t n)
{
    bool nameplate = false, inside = false;
    for (size_t i = 0; i < n; i++) {
        nameplate |= LOOKS(&lines[i], LOOK_PAPER) && LOOKS(&lines[i], LOOK_NEAR_FOLIO);
        inside |= LOOKS(&lines[i], LOOK_CONTINUED);
    }
    for (size_t i = 0; i < n; i++) {
        line *l = &lines[i];
        bool at_edge = LOOKS(l, LOOK_TOP) || LOOKS(l, LOOK_BOTTOM);
        bool own = !nameplate || inside || stands_in_folio(lines, n, i);
        set_if(l, LOOK_REFER_INSIDE, LOOKS(l, LOOK_REFER) && at_edge && own);
        /* "METRO | A3" runs over the pages inside; on the front it is a teaser's. */
        if (LOOKS(l, LOOK_RUNNING) && LOOKS(l, LOOK_REFER) && !own)
            line_clear_look(l, LOOK_RUNNING);
    }
}

/* "See page 3" under a heading that no text stands under is a teaser's. */
static void settle_refers(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        const line *above = &lines[i - 1];
        bool heading = (LOOKS(above, LOOK_TITLE_CASE) || LOOKS(above, LOOK_ALL_CAPS) || above->heading) &&
                       !is_text(above) && !LOOKS(above, LOOK_CREDIT) && !LOOKS(above, LOOK_NAMES_PLAIN);
        bool behind_text = i == 1 || is_text(&lines[i - 2]) || LOOKS(&lines[i - 2], LOOK_JUMP);
        if (LOOKS(l, LOOK_JUMP) && heading && behind_text && above->n_words > 2 && l->marker.word.len == 0 &&
            (str_starts_nocase(l->text, STR("see ")) || str_starts_nocase(l->text, STR("more ")))) {
            line_clear_look(l, LOOK_JUMP);
            line_set_look(l, LOOK_REFER);
            l->marker.kind = MARKER_REFER;
        }
    }
}

/* A short line that may be a headline or a crosshead. */
static bool is_heading_like(const line *l)
{
    return l->n_words <= 14 && !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_STARTS_LOWER) &&
           !LOOKS(l, LOOK_ENDS_HYPHEN) && !LOOKS(l, LOOK_ENDS_COMMA) && !LOOKS(l, LOOK_CREDIT);
}

static bool is_paragraph(const line *l)
{
    return !is_heading_like(l) && is_text(l);
}

/* Briefs have one paragraph each; between crossheads there are mostly more. */
static void look_for_briefs(line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!is_heading_like(&lines[i]))
            continue;
        set_if(&lines[i], LOOK_ONE_ABOVE,
               i > 1 && is_paragraph(&lines[i - 1]) && is_heading_like(&lines[i - 2]));
        set_if(&lines[i], LOOK_ONE_BELOW,
               i + 1 < n && is_paragraph(&lines[i + 1]) && (i + 2 == n || is_heading_like(&lines[i + 2])));
    }
}

/* What stands above the nameplate, where that is near the page's top. */
static void look_above_plate(line *lines, size_t n)
{
    enum { MOST_ABOVE = 10 };
    size_t plate = n;
    for (size_t i = 1; i < n && i <= MOST_ABOVE && plate == n; i++) {
        if (LOOKS(&lines[i], LOOK_WORDS_26_UP) || LOOKS(&lines[i], LOOK_BYLINE) ||
            LOOKS(&lines[i], LOOK_CONTINUED) || LOOKS(&lines[i - 1], LOOK_RUNNING))
            return;
        if (LOOKS(&lines[i], LOOK_PAPER) && LOOKS(&lines[i], LOOK_NEAR_FOLIO) &&
            !LOOKS(&lines[i], LOOK_REFER))
            plate = i;
    }
    for (size_t i = 0; i < plate && plate < n; i++)
        line_set_look(&lines[i], LOOK_ABOVE_PLATE);
}

/* "From page 1" stands under its headline, or over it: then what follows is no text. */
static void look_under_continued(line *lines, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        const line *above = i > 0 ? &lines[i - 1] : NULL;
        bool under_heading = above && !is_text(above) && !LOOKS(above, LOOK_CREDIT) &&
                             !LOOKS(above, LOOK_DATE) && !LOOKS(above, LOOK_RUNNING) &&
                             !LOOKS(above, LOOK_FURNITURE) && !LOOKS(above, LOOK_JUMP);
        if (LOOKS(&lines[i], LOOK_CONTINUED) && !under_heading && !is_text(&lines[i + 1]))
            line_set_look(&lines[i + 1], LOOK_UNDER_CONTINUED);
    }
}

static const int cases[] = {LOOK_TITLE_CASE, LOOK_SENTENCE_CASE, LOOK_ALL_CAPS};
enum { N_CASES = sizeof cases / sizeof *cases, MOST_CASED_WORDS = 20 };

/* Over bylines and continued lines stand sure headlines. */
static bool is_sure_headline(const line *l)
{
    enum { LEAST_WORDS = 4, MOST_WORDS = 20 };
    bool over = LOOKS(l, LOOK_BEFORE_BYLINE) || LOOKS(l, LOOK_BEFORE_CONTINUED);
    return over && l->n_words >= LEAST_WORDS && l->n_words <= MOST_WORDS && !LOOKS(l, LOOK_BYLINE);
}

/* A paper sets its headlines in one case, and an engine writes most of them at the same levels. */
static void look_at_headline_style(line *lines, size_t n)
{
    size_t counts[N_CASES] = {0}, sure = 0;
    int deepest = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_sure_headline(&lines[i]))
            continue;
        sure++;
        deepest = lines[i].heading > deepest ? lines[i].heading : deepest;
        for (int c = 0; c < N_CASES; c++)
            counts[c] += LOOKS(&lines[i], cases[c]);
    }
    for (size_t i = 0; i < n && sure > 0; i++) {
        set_if(&lines[i], LOOK_DEEPER_LEVEL, deepest > 0 && lines[i].heading > deepest);
        for (int c = 0; c < N_CASES && lines[i].n_words <= MOST_CASED_WORDS; c++)
            if (counts[c] * 3 >= sure * 2)
                line_set_look(&lines[i], LOOKS(&lines[i], cases[c]) ? LOOK_HEADLINE_CASE : LOOK_OTHER_CASE);
    }
}

/* The rows under "INDEX" name a section and its pages. */
static void look_under_index(line *lines, size_t n)
{
    enum { MOST_ROWS = 24, MOST_WORDS = 6 };
    for (size_t i = 0; i < n; i++) {
        if (!str_eq_nocase(lines[i].text, STR("index")) &&
            !str_eq_nocase(lines[i].text, STR("today's index")))
            continue;
        line_set_look(&lines[i], LOOK_FURNITURE);
        for (size_t k = i + 1; k < n && k <= i + MOST_ROWS; k++) {
            if ((lines[k].n_words > MOST_WORDS ||
                 !ascii_is_digit(lines[k].text.len ? lines[k].text.ptr[lines[k].text.len - 1] : 'a')) &&
                !LOOKS(&lines[k], LOOK_FURNITURE))
                break;
            line_clear_look(&lines[k], LOOK_REFER);
            line_clear_look(&lines[k], LOOK_REFER_TAIL);
            line_clear_look(&lines[k], LOOK_NAMES_ONLY);
            line_clear_look(&lines[k], LOOK_NAMES_PLAIN);
            line_set_look(&lines[k], LOOK_FURNITURE);
        }
    }
}

/* "Bob Tanner, Ashby" under a letter. */
static void look_for_signatures(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        const line *above = &lines[i - 1];
        bool place = i + 1 < n && lines[i + 1].blanks_before == 0 && lines[i + 1].n_words <= 3 &&
                     LOOKS(&lines[i + 1], LOOK_TITLE_CASE) && !lines[i + 1].heading;
        const line *below = i + 1 + place < n ? &lines[i + 1 + place] : NULL;
        bool named = LOOKS(l, LOOK_NAMES_PLAIN) && !l->heading && !LOOKS(l, LOOK_CREDIT);
        bool ends_text = is_text(above) && LOOKS(above, LOOK_ENDS_SENTENCE) &&
                         !LOOKS(above, LOOK_BEFORE_CREDIT) && !LOOKS(above, LOOK_CREDIT);
        bool before_heading = !below || below->heading || LOOKS(below, LOOK_LABEL);
        if (!named || !ends_text || !before_heading)
            continue;
        line_set_look(l, LOOK_SIGNATURE);
        if (place)
            line_set_look(&lines[i + 1], LOOK_SIGNATURE);
    }
}

/* "# Jane Doe" over "## Why barns matter". */
static void look_for_names_over_heads(line *lines, size_t n)
{
    for (size_t i = 0; i + 2 < n; i++) {
        const line *l = &lines[i], *head = &lines[i + 1];
        bool above = i == 0 || is_text(&lines[i - 1]) || LOOKS(&lines[i - 1], LOOK_LABEL) ||
                     LOOKS(&lines[i - 1], LOOK_SIGNATURE);
        if (above && LOOKS(l, LOOK_NAMES_PLAIN) && l->heading && head->heading >= l->heading &&
            !is_text(head) && !LOOKS(head, LOOK_NAMES_PLAIN) && head->n_words > 2 && is_text(&lines[i + 2]))
            line_set_look(&lines[i], LOOK_NAME_OVER_HEAD);
    }
}

/* A credit that stands over its caption: what is above it is none. */
static void look_under_credits(line *lines, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        const line *above = i > 0 ? &lines[i - 1] : NULL;
        bool over = !above || above->heading || LOOKS(above, LOOK_JUMP) || LOOKS(above, LOOK_NO_LETTERS) ||
                    LOOKS(above, LOOK_FURNITURE) || LOOKS(above, LOOK_CREDIT) || LOOKS(above, LOOK_JUMP_TAIL);
        if (over && LOOKS(&lines[i], LOOK_CREDIT) && !LOOKS(&lines[i + 1], LOOK_CREDIT) &&
            is_text(&lines[i + 1]) && LOOKS(&lines[i + 1], LOOK_ENDS_SENTENCE) &&
            credit_is_all(lines[i].text))
            line_set_look(&lines[i + 1], LOOK_UNDER_CREDIT);
    }
}

void lines_look_around(arena *mem, line *lines, size_t n)
{
    look_at_spacing(lines, n);
    settle_credits(lines, n);
    settle_names(lines, n);
    look_under_index(lines, n);
    look_ahead(lines, n);
    look_for_repeats(mem, lines, n);
    for (size_t i = 0; i < n; i++) {
        set_if(&lines[i], LOOK_TOP, i < EDGE_LINES);
        set_if(&lines[i], LOOK_BOTTOM, i + 3 >= n);
        if (LOOKS(&lines[i], LOOK_VOLUME) || LOOKS(&lines[i], LOOK_DATE))
            mark_near(lines, n, i, FOLIO_REACH, LOOK_NEAR_FOLIO);
        if (LOOKS(&lines[i], LOOK_CJK))
            mark_near(lines, n, i, 1, LOOK_NEAR_CJK);
        if (LOOKS(&lines[i], LOOK_LIST_ITEM))
            mark_near(lines, n, i, 1, LOOK_NEAR_LIST);
    }
    lines_look_turned(lines, n);
    look_under_continued(lines, n);
    look_for_signatures(lines, n);
    look_under_credits(lines, n);
    look_for_names_over_heads(lines, n);
    settle_refers(lines, n);
    look_at_refers(lines, n);
    look_near_refers(lines, n);
    look_above_plate(lines, n);
    look_for_briefs(lines, n);
    look_at_headline_style(lines, n);
    for (size_t i = 0; i < n && !is_text(&lines[i]); i++)
        line_set_look(&lines[i], LOOK_ABOVE_TEXT);
}
