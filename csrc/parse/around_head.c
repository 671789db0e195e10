/* Headlines: the decks under them, and how the page sets them. */
#include "parse/line.h"
#include "parse/opening.h"

/* What a headline over its deck is none of. */
static bool is_over_no_deck(const line *l)
{
    static const int others[] = {LOOK_LABEL, LOOK_LABEL_LAST,  LOOK_APART, LOOK_CREDIT,
                                 LOOK_JUMP,  LOOK_ENDS_HYPHEN, LOOK_REFER, LOOK_REFER_TAIL};
    if (line_looks_any(l, others, sizeof others / sizeof *others) ||
        (LOOKS(l, LOOK_STARTS_LOWER) && !LOOKS(l, LOOK_TURNED)))
        return true;
    return LOOKS(l, LOOK_ENDS_SENTENCE) && !line_asks(l);
}

/* Whole sentences between a marked heading and "By ..." are its deck, and end as sentences do; in italics
 * over any writer, too, and longer. */
static bool is_deck_of_sentences(const line *l, const line *deck, const line *below)
{
    enum { LEAST_WORDS = 6, MOST_WORDS = 30 };
    bool italic = LOOKS(deck, LOOK_ITALIC) && deck->n_words < WORDS_COUNTED,
         name = italic && (LOOKS(below, LOOK_NAMES_PLAIN) || LOOKS(below, LOOK_NAMES_ONLY) ||
                           LOOKS(below, LOOK_BYLINE)),
         by = LOOKS(below, LOOK_BYLINE) && str_starts_nocase(below->text, STR("by "));
    bool stops = LOOKS(deck, LOOK_ENDS_SENTENCE) || (LOOKS(deck, LOOK_BOLD) && LOOKS(deck, LOOK_SENTENCES));
    return (l->heading > 0 || LOOKS(l, LOOK_BOLD) || (italic && line_may_be_headline(l))) &&
           !is_over_no_deck(l) && !LOOKS(l, LOOK_BYLINE) && !deck->heading && deck->n_words >= LEAST_WORDS &&
           (deck->n_words <= MOST_WORDS || italic) && stops && (by || name) && !LOOKS(deck, LOOK_CREDIT) &&
           !LOOKS(deck, LOOK_JUMP_TAIL) && !LOOKS(deck, LOOK_FURNITURE) && !LOOKS(deck, LOOK_LEAD) &&
           !LOOKS(below, LOOK_STARTS_LOWER);
}

/* A line without a mark and a full stop under a marked heading, over a text that begins anew. */
static bool is_deck_over_text(const line *l, const line *deck, const line *below)
{
    enum { LEAST_WORDS = 8, MOST_WORDS = 18 };
    static const int others[] = {LOOK_ENDS_SENTENCE, LOOK_ENDS_COMMA,    LOOK_ENDS_HYPHEN, LOOK_CREDIT,
                                 LOOK_NAME_TAIL,     LOOK_JUMP_TAIL,     LOOK_REFER_TAIL,  LOOK_STARTS_LOWER,
                                 LOOK_BOLD,          LOOK_BYLINE,        LOOK_FURNITURE,   LOOK_LEAD,
                                 LOOK_CONTINUED,     LOOK_PICTURE_ABOVE, LOOK_CLOSE_LINES};
    bool titled = LOOKS(deck, LOOK_TITLE_CASE) && !LOOKS(l, LOOK_SENTENCE_CASE);
    bool heading = l->heading > 0 || LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_ALL_CAPS);
    return heading && l->n_words >= 4 && !is_over_no_deck(l) && !deck->heading &&
           ((LOOKS(deck, LOOK_SENTENCE_CASE) && !LOOKS(deck, LOOK_ENDS_MIDWORD)) || titled) &&
           deck->n_words >= LEAST_WORDS && deck->n_words <= MOST_WORDS &&
           !line_looks_any(deck, others, sizeof others / sizeof *others) && line_is_text(below) &&
           LOOKS(below, LOOK_ENDS_SENTENCE) && !LOOKS(below, LOOK_STARTS_LOWER) && !below->heading &&
           !LOOKS(below, LOOK_CREDIT);
}

/* One sentence between a heading and a writer, over the text; or one behind a bullet. */
static bool is_deck_with_stop(const line *l, const line *deck, const line *below, const line *text)
{
    enum { LEAST_WORDS = 6, MOST_WORDS = 22, LEAST_TEXT_WORDS = 12 };
    static const int others[] = {LOOK_SENTENCES,  LOOK_CREDIT, LOOK_LEAD,         LOOK_JUMP_TAIL,
                                 LOOK_NAME_TAIL,  LOOK_BYLINE, LOOK_STARTS_LOWER, LOOK_FURNITURE,
                                 LOOK_ENDS_COMMA, LOOK_SPEAKER};
    bool writer =
        LOOKS(below, LOOK_BYLINE) || LOOKS(below, LOOK_NAMES_ONLY) || LOOKS(below, LOOK_NAMES_PLAIN);
    bool over_text = line_is_text(text) && text->n_words >= LEAST_TEXT_WORDS && !LOOKS(text, LOOK_CREDIT);
    if (!writer || !over_text || (line_is_text(l) && !line_asks(l)) || is_over_no_deck(l))
        return false;
    bool stops = LOOKS(deck, LOOK_ENDS_SENTENCE) && !LOOKS(deck, LOOK_ENDS_QUESTION) &&
                 !LOOKS(deck, LOOK_STARTS_QUOTE);
    return LOOKS(deck, LOOK_SENTENCE_CASE) && deck->n_words >= LEAST_WORDS && deck->n_words <= MOST_WORDS &&
           (stops || LOOKS(deck, LOOK_LIST_ITEM)) &&
           !line_looks_any(deck, others, sizeof others / sizeof *others);
}

/* "• The bridge will open in May" under a marked heading: one point, no list's. */
static bool is_deck_in_point(const line *l, const line *deck, const line *below)
{
    enum { FEWEST_HEAD_WORDS = 2, MOST_HEAD_WORDS = 14, LEAST_WORDS = 5, MOST_WORDS = 25 };
    static const int others[] = {LOOK_ENDS_SENTENCE, LOOK_ENDS_COMMA, LOOK_ENDS_HYPHEN, LOOK_STARTS_LOWER,
                                 LOOK_REFER_TAIL,    LOOK_JUMP_TAIL,  LOOK_CREDIT,      LOOK_FURNITURE};
    bool heading = l->heading || LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_ALL_CAPS) ||
                   LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_TURNED);
    return heading && LOOKS(deck, LOOK_LIST_ITEM) && !LOOKS(l, LOOK_LIST_ITEM) &&
           !LOOKS(below, LOOK_LIST_ITEM) && !LOOKS(l, LOOK_BYLINE) && !is_over_no_deck(l) &&
           l->n_words >= FEWEST_HEAD_WORDS && l->n_words <= MOST_HEAD_WORDS && deck->n_words >= LEAST_WORDS &&
           deck->n_words <= MOST_WORDS && !line_looks_any(deck, others, sizeof others / sizeof *others);
}

/* "Text of New Pact to the Cabinet for Approval.": old papers set decks in title case and with a full stop,
 * in several lines under a heading in capitals, or the last words of one. */
static bool is_deck_in_titles(const line *l, const line *deck, const line *below)
{
    enum {
        LEAST_WORDS = 5,
        MOST_WORDS = 18,
        FEWEST_HEAD_WORDS = 2,
        MOST_HEAD_WORDS = 9,
        MOST_LAST_WORDS = 6,
        FEWEST_OVER_TEXT = 6,
        LEAST_TEXT_WORDS = 20
    };
    static const int others[] = {LOOK_SENTENCES, LOOK_CREDIT, LOOK_JUMP,  LOOK_JUMP_TAIL, LOOK_DATE,
                                 LOOK_LEAD,      LOOK_BYLINE, LOOK_LABEL, LOOK_ROLE,      LOOK_FURNITURE};
    if (!LOOKS(deck, LOOK_TITLE_CASE) || !LOOKS(deck, LOOK_ENDS_SENTENCE) || deck->heading || l->heading ||
        line_looks_any(deck, others, sizeof others / sizeof *others) || is_over_no_deck(l))
        return false;
    bool over_text =
        deck->n_words >= FEWEST_OVER_TEXT && below->n_words >= LEAST_TEXT_WORDS && line_is_text(below);
    bool begun = LOOKS(l, LOOK_ALL_CAPS) && !LOOKS(l, LOOK_ENDS_COMMA) && l->n_words >= FEWEST_HEAD_WORDS &&
                 l->n_words <= MOST_HEAD_WORDS && (LOOKS(deck, LOOK_CLOSE_LINES) || over_text) &&
                 deck->n_words >= LEAST_WORDS && deck->n_words <= MOST_WORDS &&
                 (over_text || LOOKS(below, LOOK_ALL_CAPS) || LOOKS(below, LOOK_NO_LETTERS) ||
                  LOOKS(below, LOOK_BYLINE) || LOOKS(below, LOOK_LEAD));
    bool last = LOOKS(l, LOOK_TITLE_CASE) && LOOKS(l, LOOK_CLOSE_LINES) && l->n_words >= LEAST_WORDS &&
                l->n_words <= MOST_WORDS && deck->n_words <= MOST_LAST_WORDS &&
                (LOOKS(below, LOOK_BYLINE) || LOOKS(below, LOOK_LEAD));
    return begun || last;
}

/* A label between a deck and the writer, or between him and the text, which only its words or marks tell. */
static bool is_label_within(const line *l, bool behind_writer)
{
    enum { MOST_WORDS = 3, MOST_SURE = 6 };
    static const int others[] = {LOOK_CREDIT, LOOK_NAMES_PLAIN, LOOK_NAMES_ONLY, LOOK_ROLE};
    bool sure = LOOKS(l, LOOK_LABEL) && l->n_words <= MOST_SURE;
    return (sure || (!behind_writer && l->n_words <= MOST_WORDS)) && !line_is_text(l) && !l->heading &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* A sentence between a heading and a text that begins as stories do, or one in bold over one that is not:
 * nothing of the text stands there. */
static bool is_deck_over_lead(const line *l, const line *deck, const line *text)
{
    enum {
        FEWEST_HEAD_WORDS = 3,
        MOST_HEAD_WORDS = 14,
        LEAST_WORDS = 6,
        MOST_WORDS = 30,
        LEAST_TEXT_WORDS = 12,
        LEAST_UNSTOPPED = 8
    };
    static const int others[] = {LOOK_CREDIT,       LOOK_LEAD,         LOOK_JUMP_TAIL,  LOOK_NAME_TAIL,
                                 LOOK_BYLINE,       LOOK_STARTS_LOWER, LOOK_FURNITURE,  LOOK_SPEAKER,
                                 LOOK_STARTS_QUOTE, LOOK_SALUTATION,   LOOK_OF_PICTURE, LOOK_PICTURE_ABOVE,
                                 LOOK_CLOSE_LINES,  LOOK_SENTENCES};
    bool headed = (!line_is_text(l) || line_asks(l)) && !is_over_no_deck(l) &&
                  l->n_words >= FEWEST_HEAD_WORDS && l->n_words <= MOST_HEAD_WORDS &&
                  !LOOKS(l, LOOK_BYLINE) && !LOOKS(l, LOOK_NAMES_PLAIN);
    bool story = line_is_text(text) && text->n_words >= LEAST_TEXT_WORDS && !LOOKS(text, LOOK_CREDIT);
    bool dated = LOOKS(text, LOOK_LEAD) && (opening_is_dateline(text->text) || text->text.ptr[0] == '(');
    static const int ends[] = {LOOK_ENDS_COMMA, LOOK_ENDS_HYPHEN, LOOK_ENDS_MIDWORD, LOOK_REFER_TAIL};
    bool set =
        l->heading || LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS) || LOOKS(deck, LOOK_LIST_ITEM);
    bool stops = LOOKS(deck, LOOK_ENDS_SENTENCE) || (dated && set && deck->n_words >= LEAST_UNSTOPPED &&
                                                     !line_looks_any(deck, ends, sizeof ends / sizeof *ends));
    bool sentence = LOOKS(deck, LOOK_SENTENCE_CASE) && stops && !deck->heading &&
                    deck->n_words >= LEAST_WORDS && deck->n_words <= MOST_WORDS &&
                    !line_looks_any(deck, others, sizeof others / sizeof *others);
    bool bold = LOOKS(deck, LOOK_BOLD) && !LOOKS(text, LOOK_BOLD);
    return headed && sentence && story && (dated || bold);
}

/* What may stand between a writer and his text: his post, or a second writer. */
static bool is_behind_writer(const line *l)
{
    return LOOKS(l, LOOK_ROLE) ||
           (!line_is_text(l) && (LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_NAMES_PLAIN)));
}

static bool is_deck_over_writer(const line *lines, size_t n, size_t head)
{
    enum { MOST_BEHIND_WRITER = 2 };
    size_t writer = head + 2;
    writer += writer + 1 < n && is_label_within(&lines[writer], false);
    size_t text = writer + 1;
    while (text + 1 < n && text <= writer + MOST_BEHIND_WRITER && is_behind_writer(&lines[text]))
        text++;
    text += text + 1 < n && is_label_within(&lines[text], true);
    return text < n && is_deck_with_stop(&lines[head], &lines[head + 1], &lines[writer], &lines[text]);
}

/* A long line over a byline says more under a headline; a label of few words it is the headline of. */
void lines_look_for_decks(line *lines, size_t n)
{
    enum { LEAST_DECK_WORDS = 10, LEAST_OTHER_WORDS = 7, MOST_DECK_WORDS = 30 };
    enum { LEAST_PHRASE_WORDS = 3, LEAST_WORDS = 4, MOST_LABEL_WORDS = 5, MOST_WORDS = 12 };
    for (size_t i = 0; i + 2 < n; i++) {
        line *l = &lines[i], *deck = &lines[i + 1];
        const line *below = &lines[i + 2];
        if (i + 3 < n && LOOKS(below, LOOK_CREDIT) && LOOKS(&lines[i + 3], LOOK_BYLINE))
            below = &lines[i + 3]; /* a picture stands over the writer */
        bool by =
            LOOKS(below, LOOK_BYLINE) && str_starts_nocase(below->text, STR("by ")) && below->blanks_before;
        bool byline = (LOOKS(below, LOOK_BYLINE) || LOOKS(below, LOOK_NAMES_ONLY) ||
                       LOOKS(below, LOOK_NAMES_PLAIN) || LOOKS(below, LOOK_ROLE)) &&
                      (by || !LOOKS(below, LOOK_STARTS_LOWER)) && !LOOKS(deck, LOOK_LEAD);
        bool shouted = LOOKS(l, LOOK_ALL_CAPS) && !LOOKS(deck, LOOK_ALL_CAPS);
        bool alike = LOOKS(l, LOOK_TITLE_CASE) == LOOKS(deck, LOOK_TITLE_CASE) && !shouted;
        size_t least_deck = shouted ? LEAST_OTHER_WORDS : LEAST_DECK_WORDS;
        size_t least = LOOKS(l, LOOK_SENTENCE_CASE) ? LEAST_PHRASE_WORDS
                       : !alike                     ? LEAST_WORDS
                                                    : MOST_LABEL_WORDS + 1;
        bool sentences = is_deck_of_sentences(l, deck, below) || is_deck_in_point(l, deck, below) ||
                         is_deck_in_titles(l, deck, below) || is_deck_over_writer(lines, n, i) ||
                         is_deck_over_lead(l, deck, below);
        if (sentences) {
            line_clear_look(deck, LOOK_ENDS_SENTENCE);
            line_clear_look(deck, LOOK_LIST_ITEM);
            for (size_t k = i; k <= i + 2; k++)
                line_clear_look(&lines[k], LOOK_NEAR_LIST);
        }
        if (sentences || is_deck_over_text(l, deck, below)) {
            line_set_look(l, LOOK_OVER_DECK);
            line_set_look(deck, LOOK_DECK);
        } else if (byline && l->n_words >= least && l->n_words <= MOST_WORDS && deck->n_words >= least_deck &&
                   deck->n_words <= MOST_DECK_WORDS && !LOOKS(deck, LOOK_ENDS_SENTENCE) &&
                   !is_over_no_deck(l)) {
            line_set_look(l, LOOK_OVER_DECK);
            line_set_look(deck, LOOK_DECK);
        }
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

/* A paper sets its headlines in one case. */
void lines_look_at_headline_style(line *lines, size_t n)
{
    size_t counts[N_CASES] = {0}, sure = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_sure_headline(&lines[i]))
            continue;
        sure++;
        for (int c = 0; c < N_CASES; c++)
            counts[c] += LOOKS(&lines[i], cases[c]);
    }
    for (size_t i = 0; i < n && sure > 0; i++) {
        for (int c = 0; c < N_CASES && lines[i].n_words <= MOST_CASED_WORDS; c++)
            if (counts[c] * 3 >= sure * 2)
                line_set_look(&lines[i], LOOKS(&lines[i], cases[c]) ? LOOK_HEADLINE_CASE : LOOK_OTHER_CASE);
    }
}
