#include "parse/block.h"

#include "base/ascii.h"
#include "parse/line.h"
#include "parse/token.h"

/* Lines that no blank line parts. */
typedef struct block {
    const line *lines;
    size_t n;
    size_t rows; /* below the label, without the source */
    size_t told; /* rows that are facts by their form */
    size_t priced, tabled, sells, stops, bare, points;
    bool label, marked, source;
} block;

/* Each paragraph is a line of its own, behind a blank one. */
static bool parts_paragraphs(const line *lines, size_t n)
{
    enum { FEWEST = 2, LEAST_WORDS = 18 };
    size_t apart = 0, close = 0;
    for (size_t i = 1; i < n; i++)
        if (lines[i].n_words >= LEAST_WORDS) {
            apart += lines[i].blanks_before > 0;
            close += lines[i].blanks_before == 0;
        }
    return apart >= FEWEST && apart > close * 2;
}

static bool is_index_label(const line *l)
{
    return str_eq_nocase(l->text, STR("index")) || str_eq_nocase(l->text, STR("today's index")) ||
           line_is_inside_label(l);
}

static bool may_be_label(const line *l)
{
    enum { MOST_WORDS = 8 };
    static const int others[] = {
        LOOK_STARTS_LOWER, LOOK_BYLINE,  LOOK_CREDIT,     LOOK_REFER,       LOOK_REFER_TAIL, LOOK_VOLUME,
        LOOK_DATE,         LOOK_PAPER,   LOOK_CONTINUED,  LOOK_JUMP,        LOOK_CJK,        LOOK_FURNITURE,
        LOOK_LIST_ITEM,    LOOK_RUNNING, LOOK_NO_LETTERS, LOOK_ENDS_HYPHEN, LOOK_ROLE,       LOOK_SENTENCES};
    bool stops = LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ENDS_QUESTION);
    return l->n_words <= MOST_WORDS && !stops && !is_index_label(l) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

static bool is_point(const line *l)
{
    return LOOKS(l, LOOK_LIST_ITEM) || str_starts(str_trim(l->raw), STR("> "));
}

/* A figure as prices and rates are printed: "P42.78", "£50", "10.56". */
static bool has_price(str text)
{
    static const char *const signs[] = {"$",        "\xc2\xa3",     "\xe2\x82\xac",
                                        "\xc2\xa5", "\xe2\x96\xb2", "\xe2\x96\xbc"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_find(text, str_of(signs[i])) < text.len)
            return true;
    for (size_t i = 1; i + 2 < text.len; i++)
        if (text.ptr[i] == '.' && ascii_is_digit(text.ptr[i - 1]) && ascii_is_digit(text.ptr[i + 1]) &&
            ascii_is_digit(text.ptr[i + 2]))
            return true;
    return false;
}

/* "Westport 11 9 1 1 31 10 28": of a league's table. */
static bool has_columns(str text)
{
    enum { FEWEST = 4 };
    size_t at = 0, figures = 0;
    str token;
    while (token_next(text, &at, &token))
        figures += ascii_is_digit(token.ptr[0]);
    return figures >= FEWEST;
}

/* It begins or ends in a figure, or is told behind a colon or between bars. */
static bool tells_fact(const line *l)
{
    str text = l->text;
    while (text.len && ascii_is_one_of(text.ptr[0], "*>"))
        text = str_from(text, 1);
    text = str_trim(text);
    if (text.len == 0)
        return false;
    size_t last = text.len;
    while (last > 0 && !ascii_is_space(text.ptr[last - 1]))
        last--;
    bool figure = false;
    for (size_t i = last; i < text.len; i++)
        figure |= ascii_is_digit(text.ptr[i]);
    return is_point(l) || figure || has_price(text) || ascii_is_digit(text.ptr[0]) ||
           str_find(text, STR(": ")) < text.len || str_find(text, STR(" | ")) < text.len;
}

/* It may stand in a box as a row of its own. */
static bool may_be_row(const line *l)
{
    enum { MOST_WORDS = 14 };
    static const int others[] = {LOOK_BYLINE,       LOOK_JUMP,   LOOK_JUMP_TAIL,  LOOK_REFER,
                                 LOOK_CONTINUED,    LOOK_VOLUME, LOOK_CREDIT,     LOOK_STARTS_LOWER,
                                 LOOK_BOLD,         LOOK_CJK,    LOOK_SALUTATION, LOOK_ENDS_HYPHEN,
                                 LOOK_ENDS_MIDWORD, LOOK_RUNNING};
    return l->n_words <= MOST_WORDS && l->heading == 0 && !memchr(l->text.ptr, '@', l->text.len) &&
           (!LOOKS(l, LOOK_ITALIC) || LOOKS(l, LOOK_SOURCE)) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

static block block_at(const line *lines, size_t n, size_t first)
{
    block b = {.lines = lines + first, .n = 1};
    while (first + b.n < n && lines[first + b.n].blanks_before == 0)
        b.n++;
    if (b.n == 1) /* no box has one line */
        return b;
    b.label =
        may_be_label(b.lines) && !(tells_fact(b.lines) && !b.lines->heading && !LOOKS(b.lines, LOOK_BOLD));
    b.marked = b.label && (b.lines->heading || LOOKS(b.lines, LOOK_BOLD));
    bool sourced = LOOKS(&b.lines[b.n - 1], LOOK_SOURCE);
    for (size_t i = b.label; i < b.n; i++) {
        const line *l = &b.lines[i];
        bool advert = LOOKS(l, LOOK_ADVERT) || LOOKS(l, LOOK_FURNITURE),
             sold = advert && !sourced && !(LOOKS(l, LOOK_ENDS_FIGURE) && has_price(l->text));
        if (!may_be_row(l) || (sold && !is_point(l)))
            return (block){.n = b.n};
        bool told = tells_fact(l);
        if (LOOKS(l, LOOK_SOURCE) && i + 1 == b.n) {
            b.source = true;
            continue;
        }
        b.rows++;
        b.told += told;
        bool priced = has_price(l->text);
        b.priced += priced;
        b.tabled += has_columns(l->text);
        b.sells += priced || LOOKS(l, LOOK_ALL_CAPS) || line_has(l, WORD_TRADE, 0);
        b.points += is_point(l);
        b.bare += ascii_is_digit(l->text.ptr[0]) && !is_point(l);
        b.stops += LOOKS(l, LOOK_ENDS_SENTENCE) && !told;
    }
    return b;
}

/* Under a headline stand its decks; a writer or a text that begins anew tells that it is one. */
static bool is_over_story(const line *below, bool facts)
{
    return LOOKS(below, LOOK_BYLINE) || LOOKS(below, LOOK_NAMES_ONLY) || LOOKS(below, LOOK_NAMES_PLAIN) ||
           (LOOKS(below, LOOK_LEAD) && !facts) || LOOKS(below, LOOK_CONTINUED);
}

/* Capitals stand over adverts and decks, too: where they alone mark the label, each row tells a fact, or none
 * sells and no text stands below. */
static bool is_box_under_capitals(const block *b, const line *below, bool apart)
{
    enum { FEWEST = 3 };
    bool over_text = below && line_is_text(below);
    return LOOKS(b->lines, LOOK_ALL_CAPS) &&
           (b->priced == b->rows || (apart && b->rows >= FEWEST && b->sells == 0 && !over_text));
}

static bool is_box(const block *b, const line *below, bool apart)
{
    enum { FEWEST = 2, FEWEST_UNTOLD = 3, MOST_LABEL_WORDS = 5 };
    bool facts = (b->told == b->rows || b->tabled * 2 > b->rows) && b->rows > FEWEST;
    if (b->rows < FEWEST || b->stops * 2 > b->rows || (below && is_over_story(below, facts)))
        return false;
    if (!b->label)
        return b->bare == b->rows && b->rows > FEWEST;
    if (!b->marked)
        return facts || is_box_under_capitals(b, below, apart);
    return b->told == b->rows ||
           (b->rows >= FEWEST_UNTOLD && (b->told >= FEWEST || b->lines->n_words <= MOST_LABEL_WORDS));
}

/* In columns of printed lines, most of its lines do not go on in the next: there was room, or they are longer
 * than the column's.  A text's lines hardly begin so that all of them look like facts. */
static bool ends_its_lines(const block *b, const column *c)
{
    size_t full = 0;
    for (size_t i = 1; i < b->n; i++)
        full += !column_has_room(c, &b->lines[i - 1], &b->lines[i]) &&
                b->lines[i - 1].text.len * 2 < c->least_chars * 3;
    return b->told == b->rows || full * 2 < b->n;
}

static void set_box(line *lines, const block *b)
{
    bool plain = b->label && !b->marked && !LOOKS(b->lines, LOOK_ALL_CAPS);
    bool chart =
        (b->source && b->points == 0) || ((b->priced + b->tabled) * 2 > b->rows && !plain) || !b->label;
    for (size_t i = 0; i < b->n; i++) {
        line_clear_look(&lines[i], LOOK_ADVERT);
        line_clear_look(&lines[i], LOOK_FURNITURE);
        if (chart)
            line_clear_look(&lines[i], LOOK_ROW);
        line_set_look_if(&lines[i], chart ? LOOK_CHART : LOOK_BOXED, !LOOKS(&lines[i], LOOK_ROW));
    }
}

void lines_look_for_blocks(line *lines, size_t n, const column *c)
{
    bool apart = parts_paragraphs(lines, n), columns = c->lines_join && !c->no_blanks && c->least_chars > 0;
    for (size_t i = 0, end; (apart || columns) && i < n; i = end) {
        block b = block_at(lines, n, i);
        end = i + b.n;
        if (is_box(&b, end < n ? &lines[end] : NULL, apart) && (apart || ends_its_lines(&b, c)))
            set_box(lines + i, &b);
    }
}
