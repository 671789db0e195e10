/* What a line looks like beside its neighbours. */
#include "base/ascii.h"
#include "base/hash.h"
#include "parse/byline_part.h"
#include "parse/credit.h"
#include "parse/folio.h"
#include "parse/line.h"
#include "parse/syntax.h"
#include "parse/token.h"
#include "parse/word_class.h"

enum { FOLIO_REACH = 3, LONE_REACH = 3 };

static void mark_near(line *lines, size_t n, size_t i, size_t reach, int look)
{
    size_t from = i > reach ? i - reach : 0, to = i + reach < n ? i + reach : n - 1;
    for (size_t k = from; k <= to; k++)
        if (k != i)
            line_set_look(&lines[k], look);
}

/* A short line that may be a headline or a crosshead. */
static bool is_heading_like(const line *l)
{
    return l->n_words <= 14 && !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_STARTS_LOWER) &&
           !LOOKS(l, LOOK_ENDS_HYPHEN) && !LOOKS(l, LOOK_ENDS_COMMA) && !LOOKS(l, LOOK_CREDIT);
}

static bool is_paragraph(const line *l)
{
    return !is_heading_like(l) && line_is_text(l);
}

/* "![](pier.jpeg)" */
static bool is_picture_markup(const line *l)
{
    return LOOKS(l, LOOK_NO_LETTERS) && str_starts(str_trim(l->raw), STR("!["));
}

/* Of the lines that are not first, the blank lines before one that is no surprise; and whether tight
 * lines mean anything: behind a paragraph they do not where most paragraphs are tight. */
static void look_at_spacing(line *lines, size_t n)
{
    enum { MOST_TIGHT = 20, MANY_TIGHT = 3 };
    size_t n_tight = 0, single = 0;
    for (size_t i = 1; i < n; i++) {
        n_tight += lines[i].blanks_before == 0;
        single += lines[i].blanks_before == 1;
    }
    uint32_t usual = single >= n_tight ? 1 : 0;
    bool tight_tells = single > 0 && (single + n_tight) / (single + 1) < MOST_TIGHT;
    bool loose_text = single > 0 && n_tight / single < MANY_TIGHT;
    for (size_t i = 0; i < n; i++) {
        bool picture = i > 0 && (lines[i].blanks_before > usual + 1 || is_picture_markup(&lines[i - 1]));
        line_set_look_if(&lines[i], LOOK_PICTURE_ABOVE, picture);
        /* A label in capitals is no line of a headline that is not, however close they stand. */
        bool label = i > 0 && LOOKS(&lines[i - 1], LOOK_LABEL) && LOOKS(&lines[i - 1], LOOK_ALL_CAPS) &&
                     !LOOKS(&lines[i], LOOK_ALL_CAPS) && !LOOKS(&lines[i], LOOK_ROW) &&
                     is_heading_like(&lines[i]) && !lines[i].heading;
        bool tight = i > 0 && tight_tells && lines[i].blanks_before == 0 && !label &&
                     !LOOKS(&lines[i], LOOK_SALUTATION) && !LOOKS(&lines[i - 1], LOOK_JUMP_TAIL);
        line_set_look_if(&lines[i], LOOK_TIGHT, tight && (loose_text || !is_paragraph(&lines[i - 1])));
    }
}

static bool may_be_passed_over(const line *l)
{
    return LOOKS(l, LOOK_CREDIT) || LOOKS(l, LOOK_FURNITURE) || LOOKS(l, LOOK_NO_LETTERS);
}

/* "SHENZHEN Library has": where other stories of the page begin in capitals, this is no name in capitals. */
static void look_for_leads(line *lines, size_t n)
{
    enum { SEVERAL = 2, LEAST_CAPITALS = 4 };
    size_t leads = 0;
    for (size_t i = 0; i < n; i++)
        leads += LOOKS(&lines[i], LOOK_LEAD);
    for (size_t i = 1; i < n && leads >= SEVERAL; i++) {
        str text = lines[i].text;
        size_t capitals = str_leading_capitals(text);
        line_set_look_if(&lines[i], LOOK_LEAD,
                         capitals >= LEAST_CAPITALS && capitals < text.len && text.ptr[capitals] == ' ' &&
                             is_paragraph(&lines[i]) && is_heading_like(&lines[i - 1]));
    }
}

/* "### Third Gunboat Is Forced To Flee, Is Report.", "## Ferry earns 22 cr." over its writer, "PORT ICE CO.":
 * a full stop that ends no sentence. */
static bool is_stopped_heading(const line *l, bool over_writer)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 16, MOST_OVER_WRITER = 14, MOST_IN_CAPITALS = 8 };
    if (!LOOKS(l, LOOK_ENDS_SENTENCE) || LOOKS(l, LOOK_ENDS_QUESTION) || LOOKS(l, LOOK_SENTENCES))
        return false;
    if (l->heading)
        return (LOOKS(l, LOOK_TITLE_CASE) && l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS) ||
               (over_writer && l->n_words <= MOST_OVER_WRITER);
    size_t last = l->text.len;
    while (last > 0 && l->text.ptr[last - 1] != ' ')
        last--;
    return LOOKS(l, LOOK_ALL_CAPS) && l->n_words <= MOST_IN_CAPITALS && last > 0 &&
           word_classes(token_core(str_from(l->text, last))) & WORD_ABBREVIATION;
}

/* "Harbours: waiting for the tide" over a text: what is said ends as sentences do. */
static bool is_no_speaker(const line *l, const line *next)
{
    enum { MOST_WORDS = 12, LEAST_TEXT_WORDS = 15 };
    bool names = LOOKS(l, LOOK_BYLINE) || LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_NAMES_PLAIN);
    return LOOKS(l, LOOK_SPEAKER) && l->n_words <= MOST_WORDS && is_heading_like(l) && !names &&
           !LOOKS(l, LOOK_ITALIC) && !LOOKS(l, LOOK_ENDS_MIDWORD) && next->n_words >= LEAST_TEXT_WORDS &&
           line_is_text(next) && !LOOKS(next, LOOK_STARTS_LOWER) && !LOOKS(next, LOOK_SPEAKER);
}

/* Walks up from the end, so that each line knows the next one that is no caption. */
static void look_ahead(line *lines, size_t n)
{
    enum { MOST_WORDS = 9 };
    const line *next = NULL;
    for (size_t i = n; i-- > 0;) {
        line *l = &lines[i];
        if (next) {
            /* Under a jump head the story goes on in the middle of a sentence. */
            bool jump_head = l->heading > 0 || (i > 0 && LOOKS(&lines[i - 1], LOOK_CONTINUED));
            line_set_look_if(l, LOOK_NEXT_LOWER, LOOKS(next, LOOK_STARTS_LOWER) && !jump_head);
            bool goes_on = !LOOKS(l, LOOK_ENDS_SENTENCE) && !l->heading && line_ends_name(l, next);
            line_set_look_if(l, LOOK_PARTED, goes_on);
            line_set_look_if(l, LOOK_NEXT_LOWER, goes_on);
            if (is_no_speaker(l, next)) {
                line_clear_look(l, LOOK_SPEAKER);
                line_set_look(l, LOOK_TOPIC);
            }
            line_set_look_if(l, LOOK_BEFORE_BYLINE, LOOKS(next, LOOK_BYLINE));
            /* "Review: Row over level crossing at the gate" */
            if (LOOKS(l, LOOK_BEFORE_BYLINE) && is_heading_like(l) && !LOOKS(l, LOOK_CAPTION_WORDS))
                line_clear_look(l, LOOK_OF_PICTURE);
            line_set_look_if(l, LOOK_BEFORE_CONTINUED, LOOKS(next, LOOK_CONTINUED));
            /* "Flood gates fail..." */
            if (LOOKS(next, LOOK_CONTINUED) && l->n_words <= MOST_WORDS && str_ends(l->text, STR("...")))
                line_clear_look(l, LOOK_ENDS_SENTENCE);
            bool calendar = LOOKS(next, LOOK_DAY) && !LOOKS(l, LOOK_DAY) && !line_is_text(l);
            line_set_look_if(l, LOOK_BEFORE_LEAD, LOOKS(next, LOOK_LEAD) || calendar);
            line_set_look_if(l, LOOK_BEFORE_SALUTATION, LOOKS(next, LOOK_SALUTATION));
            line_set_look_if(l, LOOK_BEFORE_SOURCE, LOOKS(next, LOOK_SOURCE));
        }
        if (i > 0 && LOOKS(l, LOOK_BEFORE_LEAD) && LOOKS(l, LOOK_TIGHT) && is_heading_like(l) &&
            LOOKS(l - 1, LOOK_ENDS_SENTENCE)) {
            /* A brief's heading: all of the column stands close. */
            line_clear_look(l, LOOK_TIGHT);
        }
        if (i + 1 < n) {
            const line *below = &lines[i + 1];
            line_set_look_if(l, LOOK_BEFORE_CREDIT,
                             LOOKS(below, LOOK_CREDIT) && credit_is_all(below->text) &&
                                 !LOOKS(l, LOOK_CREDIT) && !LOOKS(l, LOOK_ENDS_HYPHEN) &&
                                 !LOOKS(l, LOOK_ENDS_MIDWORD));
            line_set_look_if(l, LOOK_BEGINS_NEXT,
                             l->n_words >= 3 && below->text.len > l->text.len &&
                                 str_starts(below->text, l->text));
            line_set_look_if(l, LOOK_BEFORE_FOLIO, LOOKS(below, LOOK_VOLUME) || LOOKS(below, LOOK_DATE));
        }
        static const int writers[] = {LOOK_BYLINE, LOOK_NAMES_ONLY, LOOK_ROLE};
        if (is_stopped_heading(l, next && line_looks_any(next, writers, sizeof writers / sizeof *writers)))
            line_clear_look(l, LOOK_ENDS_SENTENCE);
        if (!may_be_passed_over(l))
            next = l;
    }
}

/* Where a text breaks off and goes on again stands something else between: a caption, a quotation. */
static void look_for_interruptions(line *lines, size_t n)
{
    enum { FEWEST_WORDS = 8, FEWEST_IN_WORD = 4 };
    for (size_t i = 1; i + 1 < n; i++) {
        const line *above = &lines[i - 1], *below = &lines[i + 1];
        line *l = &lines[i];
        while (above > lines && is_picture_markup(above))
            above--;
        bool open = above->n_words >= FEWEST_WORDS && !LOOKS(above, LOOK_ENDS_SENTENCE) &&
                    !LOOKS(above, LOOK_JUMP_TAIL) && !LOOKS(above, LOOK_CREDIT) && !above->heading;
        bool whole = l->n_words >= FEWEST_WORDS &&
                     (LOOKS(l, LOOK_ENDS_SENTENCE) || LOOKS(l, LOOK_CREDIT) || LOOKS(l, LOOK_NAME_TAIL));
        bool quoted = l->text.len && ascii_is_one_of(l->text.ptr[l->text.len - 1], "'\")");
        bool in_word = LOOKS(above, LOOK_ENDS_HYPHEN) && l->n_words >= FEWEST_IN_WORD &&
                       (quoted || LOOKS(l, LOOK_ENDS_SENTENCE));
        if (!open || !(whole || in_word) || LOOKS(l, LOOK_STARTS_LOWER) || !LOOKS(below, LOOK_STARTS_LOWER))
            continue;
        line_set_look(l, LOOK_INTERRUPTS);
        /* A paragraph does not stand inside a word; what does and quotes nobody is a picture's. */
        line_set_look_if(l, LOOK_OF_PICTURE,
                         !LOOKS(l, LOOK_STARTS_QUOTE) && line_completes_word(above, below));
        line_clear_look(l, LOOK_TIGHT);
        line_clear_look(l, LOOK_NEXT_LOWER);
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

/* Briefs have one paragraph each; between crossheads there are mostly more. */
static void look_for_briefs(line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!is_heading_like(&lines[i]))
            continue;
        line_set_look_if(&lines[i], LOOK_ONE_ABOVE,
                         i > 1 && is_paragraph(&lines[i - 1]) && is_heading_like(&lines[i - 2]));
        line_set_look_if(&lines[i], LOOK_ONE_BELOW,
                         i + 1 < n && is_paragraph(&lines[i + 1]) &&
                             (i + 2 == n || is_heading_like(&lines[i + 2])));
    }
}

/* "NEWS IN BRIEF", "World briefs", "Digest" */
static bool is_briefs_label(const line *l)
{
    static const char *const words[] = {"brief",    "digest",     "roundup",       "the courts",
                                        "round-up", "police log", "police blotter"};
    enum { MOST_WORDS = 4 };
    bool label = LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS) || LOOKS(l, LOOK_LABEL);
    if (l->n_words > MOST_WORDS || !label)
        return false;
    for (size_t at = 0; at < l->text.len; at++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if ((at == 0 || !ascii_is_alpha(l->text.ptr[at - 1])) &&
                str_opens(str_from(l->text, at), words[i]))
                return true;
    return false;
}

/* "**Pandas by Radio.**" over its paragraph: the full stop belongs to the manner, not to a sentence. */
static void look_for_run_in_heads(line *lines, size_t n)
{
    enum { MOST_WORDS = 9 };
    for (size_t i = 0; i + 1 < n; i++)
        if (LOOKS(&lines[i], LOOK_BOLD) && LOOKS(&lines[i], LOOK_TITLE_CASE) &&
            lines[i].n_words <= MOST_WORDS && !LOOKS(&lines[i], LOOK_SENTENCES) &&
            !LOOKS(&lines[i], LOOK_ENDS_QUESTION) && line_is_text(&lines[i + 1]))
            line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
}

/* Under their label stand briefs of a paragraph or two each, until a story with a writer follows. */
static void look_under_briefs_label(line *lines, size_t n)
{
    enum { MOST_PARAGRAPHS = 3 };
    size_t paragraphs = MOST_PARAGRAPHS + 1; /* since the last heading of a brief */
    for (size_t i = 0; i + 1 < n; i++) {
        const line *l = &lines[i];
        if (is_briefs_label(l)) {
            line_set_look(&lines[i], LOOK_LABEL);
            paragraphs = 0;
            continue;
        }
        paragraphs += is_paragraph(l);
        bool heading = is_heading_like(l) && is_paragraph(&lines[i + 1]);
        if (LOOKS(l, LOOK_BYLINE) || LOOKS(l, LOOK_BEFORE_BYLINE) || LOOKS(l, LOOK_BEFORE_CONTINUED))
            paragraphs = MOST_PARAGRAPHS + 1;
        if (!heading || paragraphs > MOST_PARAGRAPHS)
            continue;
        line_set_look(&lines[i], LOOK_OF_BRIEFS);
        paragraphs = 0;
    }
}

/* "4" by itself at the page's edge. */
static bool is_lone_number(const line *l)
{
    enum { MOST_DIGITS = 2 };
    if (l->text.len == 0 || l->text.len > MOST_DIGITS)
        return false;
    for (size_t i = 0; i < l->text.len; i++)
        if (!ascii_is_digit(l->text.ptr[i]))
            return false;
    return true;
}

/* "Sales by month. Source: Port Office" next to a table. */
static void look_under_tables(line *lines, size_t n)
{
    enum { MOST_WORDS = 25 };
    for (size_t i = 1; i < n; i++)
        line_set_look_if(&lines[i], LOOK_SOURCE,
                         LOOKS(&lines[i - 1], LOOK_TABLE) && lines[i].n_words <= MOST_WORDS &&
                             str_find(lines[i].text, STR(" Source: ")) < lines[i].text.len);
}

/* One line by itself, as headings are, and as first lines of paragraphs where a page parts those. */
static bool is_lone(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WORDS = 3, MOST_WORDS = 9 };
    const line *l = &lines[i];
    return i + 1 < n && l->blanks_before > 0 && lines[i + 1].blanks_before > 0 && !l->heading &&
           l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS && !LOOKS(l, LOOK_ENDS_SENTENCE) &&
           !LOOKS(l, LOOK_CLOSE_LINES) && !LOOKS(l, LOOK_BOLD) && !LOOKS(l, LOOK_ITALIC);
}

/* A headline's next piece, its writer, or a jump head's mark: no paragraph goes on there. */
static bool is_over_piece(const line *l, const line *next)
{
    enum { LEAST_REST_WORDS = 8 };
    static const int others[] = {LOOK_BYLINE, LOOK_NAMES_ONLY, LOOK_NAMES_PLAIN, LOOK_CONTINUED};
    return LOOKS(l, LOOK_BEFORE_BYLINE) || line_looks_any(next, others, sizeof others / sizeof *others) ||
           (next->n_words < LEAST_REST_WORDS && !LOOKS(next, LOOK_ENDS_SENTENCE));
}

/* An engine that parts a paragraph's first line, which is set in, from the rest: most short lines by
 * themselves go on in lower case. */
static void look_for_parted_lines(line *lines, size_t n)
{
    enum { FEWEST = 6, ONE_IN = 2 };
    size_t lone = 0, parted = 0;
    for (size_t i = 0; i < n; i++) {
        bool is = is_lone(lines, n, i);
        lone += is;
        parted += is && LOOKS(&lines[i + 1], LOOK_STARTS_LOWER) && !is_over_piece(&lines[i], &lines[i + 1]);
    }
    for (size_t i = 0; i < n && parted >= FEWEST && parted * ONE_IN >= lone; i++) {
        const str text = lines[i].text;
        bool title = (LOOKS(&lines[i], LOOK_TITLE_CASE) && !memchr(text.ptr, ',', text.len)) ||
                     LOOKS(&lines[i], LOOK_ALL_CAPS);
        line_set_look_if(&lines[i], LOOK_PARTED,
                         !title && is_lone(lines, n, i) && !is_over_piece(&lines[i], &lines[i + 1]));
    }
}

/* "With the tide on the" between a whole text and a headline of another case, or a marked one: a text that
 * lost its end. */
static bool is_cut_text(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WORDS = 4, MOST_WORDS = 14, LEAST_HEAD_WORDS = 3, LEAST_TEXT_WORDS = 8 };
    static const int others[] = {LOOK_BOLD,          LOOK_ITALIC,   LOOK_LABEL,   LOOK_CREDIT,
                                 LOOK_OF_BRIEFS,     LOOK_BYLINE,   LOOK_SPEAKER, LOOK_LIST_ITEM,
                                 LOOK_ENDS_SENTENCE, LOOK_CONTINUED};
    if (i == 0 || i + 2 >= n || LOOKS(&lines[i + 1], LOOK_BYLINE))
        return false;
    const line *l = &lines[i], *head = l + 1;
    if (l->heading || l->n_words < FEWEST_WORDS || l->n_words > MOST_WORDS || !LOOKS(l, LOOK_SENTENCE_CASE) ||
        line_looks_any(l, others, sizeof others / sizeof *others) || !line_is_text(l - 1))
        return false;
    str first = str_to(l->text, str_find(l->text, STR(" ")));
    bool comma = memchr(l->text.ptr, ',', l->text.len) && line_opens_sentence(l);
    bool asks = (LOOKS(l, LOOK_ENDS_MIDWORD) || line_asks_for_more(l) || comma) &&
                !word_in(first, " what why how who where when "); /* "What the tide means to you" */
    bool other = head->heading > 0 || LOOKS(head, LOOK_TITLE_CASE) || LOOKS(head, LOOK_ALL_CAPS);
    bool heading = other && head->n_words >= LEAST_HEAD_WORDS && is_heading_like(head) &&
                   !LOOKS(head, LOOK_NAMES_PLAIN) && !LOOKS(head, LOOK_NAMES_ONLY);
    /* "The keeper, who came from Moyne" over "Rovers in May, limped": an engine parted the two. */
    bool text = comma && line_is_text(head) && head->n_words >= LEAST_TEXT_WORDS &&
                !LOOKS(head, LOOK_BYLINE) && !LOOKS(head, LOOK_LEAD) && !LOOKS(head, LOOK_CREDIT);
    return asks && (heading || text) && head->blanks_before > 0 && l->blanks_before > 0;
}

static void look_for_cut_texts(line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++)
        line_set_look_if(&lines[i], LOOK_PARTED, is_cut_text(lines, n, i));
}

static void look_for_acronyms(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (LOOKS(&lines[i], LOOK_CREDIT) && credit_is_acronym(lines[i - 1].text, lines[i].text))
            line_clear_look(&lines[i], LOOK_CREDIT);
}

/* "Volume 53," by itself on top */
static bool is_lone_volume(const line *l)
{
    enum { MOST_WORDS = 2 };
    return l->n_words == MOST_WORDS && l->words.seen & CHAR_DIGIT &&
           (str_starts_nocase(l->text, STR("volume ")) || str_starts_nocase(l->text, STR("vol. ")));
}

/* Where on the page a line stands, and what stands near. */
static void look_at_places(line *lines, size_t n)
{
    enum { FOLIO_LINES = 12 };
    for (size_t i = 0; i < n; i++) {
        line_set_look_if(&lines[i], LOOK_FIRST_LINE,
                         i == 0 && lines[i].n_words <= 4 && !LOOKS(&lines[i], LOOK_FIGURES));
        line_set_look_if(&lines[i], LOOK_PAGE_NUMBER,
                         (i < LONE_REACH || i + LONE_REACH >= n) && is_lone_number(&lines[i]));
        line_set_look_if(&lines[i], LOOK_TOP, i < EDGE_LINES);
        line_set_look_if(&lines[i], LOOK_BOTTOM, i + 3 >= n);
        bool at_edge =
            (LOOKS(&lines[i], LOOK_TOP) || LOOKS(&lines[i], LOOK_BOTTOM)) && !LOOKS(&lines[i], LOOK_RUNNING);
        if (at_edge && line_has(&lines[i], 0, CHAR_DIGIT) && folio_tells_day(lines[i].text)) {
            line_set_look(&lines[i], LOOK_DATE);
            if (i + 1 < n) /* no heading goes on from it */
                line_clear_look(&lines[i + 1], LOOK_TIGHT);
        }
        line_set_look_if(&lines[i], LOOK_VOLUME, i < FOLIO_LINES && is_lone_volume(&lines[i]));
        if (i < EDGE_LINES && line_has(&lines[i], 0, CHAR_DIGIT) && folio_tells_month(lines[i].text)) {
            line_set_look(&lines[i], LOOK_DATE);
            line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
        }
        if (i == 0 && is_lone_number(&lines[i])) /* the page's own */
            line_clear_look(&lines[i], LOOK_FIGURES);
        if (LOOKS(&lines[i], LOOK_VOLUME) && i < FOLIO_LINES) { /* "VOL. XVII., No. 1...." */
            line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
            line_clear_look(&lines[i], LOOK_SENTENCES);
        }
        if (LOOKS(&lines[i], LOOK_VOLUME) || LOOKS(&lines[i], LOOK_DATE))
            mark_near(lines, n, i, FOLIO_REACH, LOOK_NEAR_FOLIO);
        if (LOOKS(&lines[i], LOOK_CJK))
            mark_near(lines, n, i, 1, LOOK_NEAR_CJK);
        if (LOOKS(&lines[i], LOOK_LIST_ITEM))
            mark_near(lines, n, i, 1, LOOK_NEAR_LIST);
    }
}

/* What is a byline has a name, a role or an address. */
static void look_for_names(line *lines, size_t n)
{
    enum { FEWEST_WORDS = 4, FEWEST_IN_CAPITALS = 8 };
    static const int names[] = {LOOK_BYLINE,    LOOK_NAMES_PLAIN,    LOOK_NAMES_ONLY, LOOK_ROLE,
                                LOOK_SIGNATURE, LOOK_NAME_OVER_HEAD, LOOK_CREDIT};
    for (size_t i = 0; i < n; i++) {
        const line *l = &lines[i];
        bool several = (LOOKS(l, LOOK_SENTENCE_CASE) && l->n_words >= FEWEST_WORDS) ||
                       (LOOKS(l, LOOK_ALL_CAPS) && l->n_words >= FEWEST_IN_CAPITALS);
        line_set_look_if(&lines[i], LOOK_NO_NAMES,
                         (several || LOOKS(l, LOOK_STARTS_LOWER) || str_ends(l->text, STR(":"))) &&
                             !line_looks_any(l, names, sizeof names / sizeof *names));
    }
}

void lines_look_around(arena *mem, line *lines, size_t n)
{
    look_at_spacing(lines, n);
    look_for_acronyms(lines, n);
    lines_settle_names(lines, n);
    lines_look_for_service(lines, n);
    lines_look_for_offers(lines, n);
    look_for_leads(lines, n);
    lines_look_for_stopped_heads(lines, n);
    look_ahead(lines, n);
    look_for_interruptions(lines, n);
    lines_look_for_pull_quotes(lines, n);
    look_for_repeats(mem, lines, n);
    look_at_places(lines, n);
    look_under_tables(lines, n);
    lines_look_for_bilingual_boxes(lines, n);
    lines_look_for_signatures(lines, n);
    lines_look_for_endlines(lines, n);
    lines_look_for_notes(lines, n);
    lines_look_at_names(lines, n);
    lines_look_at_refers(lines, n);
    lines_look_for_teasers(lines, n);
    lines_look_turned(lines, n);
    lines_look_at_jump_heads(lines, n);
    lines_look_for_decks(lines, n);
    look_for_parted_lines(lines, n);
    look_for_cut_texts(lines, n);
    lines_look_where_labels_stand(lines, n);
    lines_look_for_plate(lines, n);
    look_for_run_in_heads(lines, n);
    look_for_briefs(lines, n);
    look_under_briefs_label(lines, n);
    lines_look_for_listings(lines, n);
    lines_look_at_headline_style(lines, n);
    look_for_names(lines, n);
    for (size_t i = 0; i < n && !line_is_text(&lines[i]); i++)
        line_set_look(&lines[i], LOOK_ABOVE_TEXT);
}
