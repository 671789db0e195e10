/* Teasers of several lines: under a label of theirs, or with what the story is about. */
#include "parse/line.h"

bool line_is_inside_label(const line *l)
{
    enum { MOST_WORDS = 4 };
    static const char *const names[] = {"inside",        "what's inside",     "what\xe2\x80\x99s inside",
                                        "also inside",   "inside today",      "today inside",
                                        "more inside",   "inside this issue", "in this issue",
                                        "on the inside", "look inside",       "also in this issue"};
    str text = l->text;
    if (l->n_words == 0 || l->n_words > MOST_WORDS)
        return false;
    text.len -= text.ptr[text.len - 1] == ':';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_opens(text, names[i]) && text.len == strlen(names[i]))
            return true;
    return false;
}

static bool is_page(const line *l)
{
    return (LOOKS(l, LOOK_REFER) || LOOKS(l, LOOK_REFER_TAIL)) && !LOOKS(l, LOOK_REFER_INSIDE);
}

/* A headline may stand in a teaser: it has no writer and is no text. */
static bool may_be_head(const line *l)
{
    static const int others[] = {LOOK_PAPER,        LOOK_VOLUME,      LOOK_DATE,       LOOK_JUMP,
                                 LOOK_FURNITURE,    LOOK_LABEL,       LOOK_BYLINE,     LOOK_CREDIT,
                                 LOOK_NAMES_ONLY,   LOOK_CONTINUED,   LOOK_ENDS_COMMA, LOOK_ENDS_HYPHEN,
                                 LOOK_STARTS_LOWER, LOOK_ENDS_MIDWORD};
    enum { FEWEST_WORDS = 2 };
    bool stops = LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_QUESTION);
    return l->n_words >= FEWEST_WORDS && !stops && !LOOKS(l, LOOK_WORDS_26_UP) &&
           !LOOKS(l, LOOK_WORDS_15_25) && !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* A paragraph that a teaser has room for. */
static bool may_be_text(const line *l)
{
    enum { FEWEST_WORDS = 7 };
    return l->n_words >= FEWEST_WORDS && l->n_words < WORDS_COUNTED && !l->heading && !line_asks(l) &&
           !LOOKS(l, LOOK_CREDIT) && !LOOKS(l, LOOK_LEAD) && !LOOKS(l, LOOK_STARTS_LOWER) &&
           !LOOKS(l, LOOK_UNDER_CONTINUED);
}

static void set_teaser(line *head, line *text)
{
    line_set_look(head, LOOK_OVER_TEASERS);
    line_set_look(text, LOOK_TEASER_TEXT);
}

/* A page over a headline that has no text: the paper's pages stand over, none is of what is above. */
static bool is_over_headline(const line *lines, size_t n, size_t i)
{
    const line *below = i + 2 < n ? &lines[i + 2] : NULL;
    if (below && LOOKS(below, LOOK_REFER))
        return true;
    bool story =
        below && (line_is_text(below) || LOOKS(below, LOOK_NAMES_ONLY) || LOOKS(below, LOOK_NAMES_PLAIN));
    return i + 1 < n && may_be_head(&lines[i + 1]) && !story;
}

/* A headline, a paragraph and a page, with no writer between them: no story. */
static void look_for_texts(line *lines, size_t n)
{
    for (size_t i = 2; i < n; i++) {
        const line *l = &lines[i];
        bool over = LOOKS(l, LOOK_REFER) && is_page(l) && !l->heading && may_be_text(&lines[i - 1]) &&
                    line_is_text(&lines[i - 1]) && !LOOKS(&lines[i - 1], LOOK_JUMP_TAIL) &&
                    may_be_head(&lines[i - 2]);
        if (over && !is_over_headline(lines, n, i))
            set_teaser(&lines[i - 2], &lines[i - 1]);
    }
}

/* "**Doing the Tango**" over "Why the town dances. PAGE C1": the text ends in its page. */
static bool ends_in_page(const line *l, marker *m)
{
    enum { LONGEST_PAGE = 14 };
    if (!line_has(l, 0, CHAR_DIGIT) || !may_be_text(l) || l->marker.kind != MARKER_NONE ||
        LOOKS(l, LOOK_ENDS_SENTENCE))
        return false;
    size_t at = l->text.len, least = at > LONGEST_PAGE ? at - LONGEST_PAGE : 0;
    while (at > least && !str_opens(str_from(l->text, at), "page "))
        at--;
    str before = str_trim(str_to(l->text, at));
    if (at == least || before.len == 0 || !strchr(".!?\"", before.ptr[before.len - 1]))
        return false;
    *m = marker_whole(str_from(l->text, at));
    m->start_byte = before.len;
    return m->kind == MARKER_REFER && m->page > 0;
}

/* Two such, or one beside another teaser. */
static void look_for_texts_with_pages(line *lines, size_t n)
{
    enum { REACH = 3 };
    marker m;
    for (size_t i = 1, last = n; i < n; i++) {
        if (!ends_in_page(&lines[i], &m) || !may_be_head(&lines[i - 1]))
            continue;
        bool beside = last < n && i <= last + REACH;
        for (size_t k = i > REACH ? i - REACH : 0; k < n && k <= i + REACH; k++)
            beside |= k != i && (is_page(&lines[k]) || (k > i && ends_in_page(&lines[k], &(marker){0})));
        last = i;
        if (!beside)
            continue;
        lines[i].marker = m;
        line_set_look(&lines[i], LOOK_REFER_TAIL);
        line_clear_look(&lines[i], LOOK_NAME_TAIL);
        line_clear_look(&lines[i - 1], LOOK_ENDS_SENTENCE);
        set_teaser(&lines[i - 1], &lines[i]);
    }
}

/* How many lines from `i` on are a headline, perhaps a paragraph, and where it sends the reader as jumps do.
 */
static size_t sent_on(const line *lines, size_t n, size_t i)
{
    if (i + 1 >= n || !may_be_head(&lines[i]) || LOOKS(&lines[i], LOOK_JUMP_TAIL))
        return 0;
    const line *below = &lines[i + 1];
    if (LOOKS(below, LOOK_JUMP) || (may_be_text(below) && LOOKS(below, LOOK_JUMP_TAIL)))
        return 2;
    return i + 2 < n && may_be_text(below) && LOOKS(&lines[i + 2], LOOK_JUMP) ? 3 : 0;
}

/* So many teasers at least, one under the other, are no stories. */
static void take_sent_on(line *lines, size_t n, size_t from, size_t fewest)
{
    size_t end = from, teasers = 0;
    for (size_t len; (len = sent_on(lines, n, end)) > 0; end += len)
        teasers++;
    for (size_t i = from, len; teasers >= fewest && i < end; i += len) {
        len = sent_on(lines, n, i);
        line *last = &lines[i + len - 1];
        bool whole = LOOKS(last, LOOK_JUMP);
        line_set_look(&lines[i], LOOK_OVER_TEASERS);
        line_set_look_if(&lines[i + 1], LOOK_TEASER_TEXT, !whole || len > 2);
        last->marker.kind = MARKER_REFER;
        line_clear_look(last, whole ? LOOK_JUMP : LOOK_JUMP_TAIL);
        line_set_look(last, whole ? LOOK_REFER : LOOK_REFER_TAIL);
    }
}

static bool ends_above(const line *lines, size_t i)
{
    static const int ends[] = {LOOK_PAPER, LOOK_VOLUME,     LOOK_DATE,    LOOK_FURNITURE,
                               LOOK_REFER, LOOK_REFER_TAIL, LOOK_RUNNING, LOOK_OVER_TEASERS};
    return i == 0 || line_looks_any(&lines[i - 1], ends, sizeof ends / sizeof *ends);
}

/* On top, before any story has a writer. */
static void look_for_runs(line *lines, size_t n)
{
    enum { MOST_LINES = 14, FEWEST_TEASERS = 2 };
    for (size_t i = 0; i < n && i < MOST_LINES && !LOOKS(&lines[i], LOOK_BYLINE); i++) {
        bool no_text = i + 1 < n && LOOKS(&lines[i + 1], LOOK_JUMP) && ends_above(lines, i);
        take_sent_on(lines, n, i, no_text ? 1 : FEWEST_TEASERS);
    }
}

/* "INSIDE TODAY" is a label over what has a page soon; "SPORT" over one headline and its page is of that
 * teaser. */
static void look_for_labels(line *lines, size_t n)
{
    enum { REACH = 4, MOST_SECTION_WORDS = 3 };
    for (size_t i = 0; i + 1 < n; i++) {
        line *l = &lines[i];
        if (line_is_inside_label(l)) {
            take_sent_on(lines, n, i + 1, 1);
            bool pages = false;
            for (size_t k = i + 1; k < n && k <= i + REACH && !LOOKS(&lines[k], LOOK_BYLINE); k++)
                pages |= is_page(&lines[k]);
            line_set_look_if(l, LOOK_LABEL, pages);
            if (pages)
                line_clear_look(l, LOOK_PAPER); /* "Today" */
            continue;
        }
        bool section = LOOKS(l, LOOK_LABEL) && l->n_words <= MOST_SECTION_WORDS && ends_above(lines, i);
        if (!section || !may_be_head(&lines[i + 1]) || LOOKS(&lines[i + 1], LOOK_REFER_INSIDE))
            continue;
        bool below = i + 2 < n && LOOKS(&lines[i + 2], LOOK_REFER) && is_page(&lines[i + 2]) &&
                     !LOOKS(&lines[i + 1], LOOK_REFER);
        if (below || LOOKS(&lines[i + 1], LOOK_REFER_TAIL)) {
            line_set_look(l, LOOK_OVER_TEASERS);
            line_set_look(&lines[i + 1], LOOK_NEAR_REFER);
        }
    }
}

void lines_look_for_teasers(line *lines, size_t n)
{
    look_for_texts(lines, n);
    look_for_texts_with_pages(lines, n);
    look_for_runs(lines, n);
    look_for_labels(lines, n);
}
