#include "parse/unit.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "parse/byline_part.h"
#include "parse/credit.h"
#include "parse/line_form.h"
#include "parse/opening.h"
#include "parse/syntax.h"
#include "parse/word_class.h"

/* "The potter's clay ........ 13", "Sport: Rowers take the cup, page 16" */
static bool is_index_row(const line *l)
{
    enum { MOST_WORDS = 10 };
    if (!LOOKS(l, LOOK_REFER_TAIL) || l->n_words > MOST_WORDS || LOOKS(l, LOOK_STARTS_LOWER))
        return false;
    str head = str_to(l->text, l->marker.start_byte), rest = str_from(l->text, head.len);
    return str_find(l->text, STR("....")) < l->text.len ||
           (rest.len > 1 && rest.ptr[0] == ',' &&
            str_starts_nocase(str_trim(str_from(rest, 1)), STR("page ")));
}

/* A letter's or a brief's writer, close under the text: in italics, or "-Jane Doe". */
static bool is_name_below(const line *l)
{
    return (LOOKS(l, LOOK_ITALIC) || str_starts(l->text, STR("-"))) && LOOKS(l, LOOK_NAMES_PLAIN);
}

/* A quotation that is set apart, with its last mark. */
static bool is_whole_quote(const line *l)
{
    return LOOKS(l, LOOK_PULL_QUOTE) &&
           (str_ends(l->text, STR("\"")) || str_ends(l->text, STR("\xe2\x80\x9d")));
}

/* "To the Editor:" */
static bool is_salutation(const line *l)
{
    return LOOKS(l, LOOK_SALUTATION) && LOOKS(l, LOOK_WORDS_1_3) && LOOKS(l, LOOK_ENDS_COMMA);
}

/* Lines that are something by themselves, however close they stand to others. */
static bool stands_alone(const line *l)
{
    static const int looks[] = {LOOK_BYLINE, LOOK_JUMP,      LOOK_CONTINUED, LOOK_VOLUME,     LOOK_REFER,
                                LOOK_CJK,    LOOK_LIST_ITEM, LOOK_SOURCE,    LOOK_BOLD,       LOOK_PAPER,
                                LOOK_ROW,    LOOK_ADVERT,    LOOK_SCRAP,     LOOK_NO_LETTERS, LOOK_BOXED,
                                LOOK_TABLE,  LOOK_CHART};
    if (line_looks_any(l, looks, sizeof looks / sizeof *looks))
        return true;
    return is_index_row(l) || is_name_below(l) || is_whole_quote(l) || line_is_address(l) ||
           is_salutation(l) ||
           (LOOKS(l, LOOK_NAMES_ONLY) && !LOOKS(l, LOOK_BRACKETED) && byline_is_agency(l->text));
}

/* The printed line above is too short to go on: a heading, or a paragraph's end. */
static bool ends_short(const line *above, const line *l, const column *c)
{
    if (LOOKS(l, LOOK_STARTS_LOWER) || LOOKS(above, LOOK_ENDS_HYPHEN) || LOOKS(above, LOOK_ENDS_COMMA) ||
        LOOKS(above, LOOK_ENDS_MIDWORD))
        return false;
    return column_has_room(c, above, l) || (LOOKS(above, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_CREDIT) &&
                                            column_has_room_behind_stop(c, above, l));
}

/* "LAGOS, May 3 (AP) -- The" behind what is no part of its sentence. */
static bool begins_dispatch(const line *above, const line *l)
{
    str s = l->text;
    return s.len > 1 && ascii_is_upper(s.ptr[0]) && ascii_is_upper(s.ptr[1]) &&
           !LOOKS(above, LOOK_ENDS_MIDWORD) && !LOOKS(above, LOOK_ENDS_HYPHEN) &&
           !LOOKS(above, LOOK_ENDS_COMMA) && opening_is_dateline(s);
}

/* "WASHINGTON — President" over a column's next line, however much room it seems to have. */
static bool opens_dispatch(const line *above, const line *l)
{
    enum { MOST_WORDS = 6 };
    return above->n_words <= MOST_WORDS && !LOOKS(above, LOOK_ALL_CAPS) &&
           !LOOKS(above, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_ALL_CAPS) && opening_is_dispatch(above->text);
}

/* A section's or a column's, over a heading. */
static bool is_label(const line *l)
{
    enum { MOST_WORDS = 4 };
    return LOOKS(l, LOOK_LABEL) ||
           (LOOKS(l, LOOK_ALL_CAPS) && l->n_words <= MOST_WORDS && l->blanks_before > 0);
}

/* A heading among paragraphs or under a label: the line above ends a sentence, and the line itself ends none,
 * though the next line's first word would have had room in it; or a brief's heading over its place.  Of a
 * heading of several lines the next one has room, too. */
static bool is_set_off(const line *lines, size_t n, size_t index, const column *c)
{
    const line *above = &lines[index - 1], *l = &lines[index], *next = l + 1;
    if (index + 1 >= n || next->blanks_before > 0 || !(LOOKS(above, LOOK_ENDS_SENTENCE) || is_label(above)) ||
        LOOKS(l, LOOK_STARTS_LOWER) || LOOKS(l, LOOK_ENDS_SENTENCE))
        return false;
    if (LOOKS(next, LOOK_STARTS_LOWER))
        return index + 2 < n && next[1].blanks_before == 0 && !LOOKS(next, LOOK_ENDS_SENTENCE) &&
               column_has_room(c, l, next) && ends_short(next, next + 1, c);
    return ends_short(l, next, c) || begins_dispatch(l, next);
}

/* A heading over its text: the first line behind a gap ends no sentence, and a sentence begins behind it. */
static bool is_over_text(const line *lines, size_t index, const column *c)
{
    enum { FEWEST_WORDS = 2, SHORTER_CHARS = 2 };
    const line *above = &lines[index - 1], *l = &lines[index];
    bool labelled = index > 1 && above->blanks_before == 0 && is_label(above - 1);
    bool first = index == 1 || above->blanks_before > 0 || labelled;
    bool closed = LOOKS(above, LOOK_ENDS_SENTENCE) || LOOKS(above, LOOK_ENDS_HYPHEN) ||
                  LOOKS(above, LOOK_ENDS_COMMA) || LOOKS(above, LOOK_ENDS_MIDWORD) ||
                  LOOKS(above, LOOK_STARTS_LOWER) || LOOKS(above, LOOK_TITLE_CASE);
    bool shorter = above->text.len + SHORTER_CHARS <= c->least_chars;
    return first && !closed && above->n_words >= FEWEST_WORDS &&
           (line_opens_sentence(l) || (shorter && line_begins_plainly(above, l)) ||
            (shorter && labelled && !LOOKS(l, LOOK_STARTS_LOWER)));
}

/* A story that goes on in the middle of a sentence under its continued line and a heading: lines[index] is
 * the first of the text, which fills its line, where those above have room for what follows them. */
static bool is_under_jump_head(const line *lines, size_t n, size_t index, const column *c)
{
    enum { MOST_LINES = 4 };
    const line *l = &lines[index];
    if (!LOOKS(l, LOOK_STARTS_LOWER) || c->least_chars == 0 || index + 1 == n || l[1].blanks_before > 0)
        return false;
    size_t k = 1;
    while (k <= MOST_LINES && k < index && !LOOKS(l - k - 1, LOOK_CONTINUED))
        k++;
    if (k > MOST_LINES || k >= index || LOOKS(l - k, LOOK_STARTS_LOWER) || column_has_room(c, l, l + 1))
        return false;
    for (const line *above = l - k; above < l; above++)
        if (above[1].blanks_before > 0 || !column_has_room(c, above, above + 1))
            return false;
    return true;
}

/* The same where its credit, lines[credit], stands over it. */
static size_t end_under_credit(const line *lines, size_t n, size_t credit)
{
    enum { MOST_LINES = 8 };
    if (credit == 0 || credit + 2 >= n || !LOOKS(&lines[credit], LOOK_CREDIT) ||
        !line_is_open(&lines[credit - 1]) || LOOKS(&lines[credit - 1], LOOK_BYLINE) ||
        LOOKS(&lines[credit + 1], LOOK_STARTS_LOWER) || !credit_is_all(lines[credit].text))
        return 0;
    for (size_t i = credit + 1; i + 1 < n && i <= credit + MOST_LINES && lines[i].blanks_before == 0; i++)
        if (LOOKS(&lines[i], LOOK_ENDS_SENTENCE) || LOOKS(&lines[i], LOOK_CREDIT))
            return !LOOKS(&lines[i], LOOK_CREDIT) && LOOKS(&lines[i + 1], LOOK_STARTS_LOWER) ? i : 0;
    return 0;
}

/* A photo's text cuts the column in the middle of a sentence, which goes on behind its credit: the index of
 * that, where the text begins with lines[index]; else 0.  Where no hyphen says so, too, the text is one
 * sentence, or two where its credit names a photograph, and begins with the first line that may, but never
 * with a block's second. */
static size_t caption_end(const line *lines, size_t n, size_t index)
{
    enum { MOST_LINES = 8, MOST_SENTENCES = 1 };
    const line *l = &lines[index];
    if (index == 0 || l->blanks_before > 0 || l->text.len == 0 || !ascii_is_upper(l->text.ptr[0]) ||
        !line_is_open(l - 1) || LOOKS(l - 1, LOOK_BYLINE))
        return 0;
    size_t under_credit = end_under_credit(lines, n, index - 1);
    if (under_credit || end_under_credit(lines, n, index))
        return under_credit ? under_credit : index;
    bool broken = LOOKS(l - 1, LOOK_ENDS_HYPHEN);
    if (!broken && l[-1].blanks_before > 0 && !LOOKS(l - 1, LOOK_STARTS_LOWER))
        return 0;
    size_t sentences = 0;
    for (size_t i = index; i + 1 < n && i < index + MOST_LINES; i++) {
        const line *below = &lines[i + 1];
        if (LOOKS(&lines[i], LOOK_CREDIT)) {
            bool photo = line_has(&lines[i], WORD_PHOTO, 0) && LOOKS(l - 1, LOOK_STARTS_LOWER);
            return (sentences == 0 || photo) && LOOKS(below, LOOK_STARTS_LOWER) ? i : 0;
        }
        /* Behind its last sentence the rest of the broken word: no credit need tell. */
        if (broken && LOOKS(&lines[i], LOOK_ENDS_SENTENCE) && line_completes_word(l - 1, below))
            return i;
        bool ends = LOOKS(&lines[i], LOOK_ENDS_SENTENCE) && !LOOKS(below, LOOK_CREDIT),
             breaks = LOOKS(&lines[i], LOOK_ENDS_HYPHEN) && !LOOKS(below, LOOK_STARTS_LOWER);
        sentences += !broken && ends;
        if (below->blanks_before > 0 || sentences > MOST_SENTENCES ||
            (!broken && (breaks || LOOKS(&lines[i], LOOK_SENTENCES))))
            return 0;
    }
    return 0;
}

/* "Bob Tanner" over "Ashby" under a whole text: a writer and where he lives. */
static bool is_place_of(const line *lines, size_t n, size_t index)
{
    enum { MOST_WORDS = 3 };
    const line *name = &lines[index - 1], *place = &lines[index];
    return index > 1 && LOOKS(name, LOOK_NAMES_PLAIN) && name->blanks_before > 0 &&
           LOOKS(&lines[index - 2], LOOK_ENDS_SENTENCE) && place->n_words <= MOST_WORDS &&
           LOOKS(place, LOOK_TITLE_CASE) && (index + 1 == n || lines[index + 1].blanks_before > 0);
}

static bool may_be_names(const line *l)
{
    return LOOKS(l, LOOK_NAMES_PLAIN) || LOOKS(l, LOOK_NAMES_ONLY);
}

/* lines[index] is "Rosa Delgado" over a text, or "Westport" under her name behind her text. */
static bool is_of_writer(const line *lines, size_t n, size_t index)
{
    bool over_text = index + 1 == n || !LOOKS(&lines[index + 1], LOOK_TITLE_CASE);
    bool signs = index > 1 && may_be_names(&lines[index - 1]) && LOOKS(&lines[index - 2], LOOK_ENDS_SENTENCE);
    return signs || (may_be_names(&lines[index]) && over_text);
}

/* "Jane Doe" close under a last paragraph that is no printed line, over a marked heading: elsewhere it may be
 * a photographer. */
static bool is_name_behind(const line *lines, size_t n, size_t index)
{
    const line *above = &lines[index - 1];
    bool whole = LOOKS(above, LOOK_WORDS_15_25) || LOOKS(above, LOOK_WORDS_26_UP);
    return may_be_names(&lines[index]) && whole && LOOKS(above, LOOK_ENDS_SENTENCE) &&
           (index + 1 == n || (lines[index + 1].blanks_before > 0 && lines[index + 1].heading));
}

/* The next line of a heading in capitals or in title case, where no blank line says that it is one: no label
 * stands over it. */
static bool is_headed_on(const line *lines, size_t n, size_t index, const column *c)
{
    static const int others[] = {LOOK_LABEL,  LOOK_STANDING, LOOK_PAPER,         LOOK_DATE,
                                 LOOK_CREDIT, LOOK_ROLE,     LOOK_ENDS_SENTENCE, LOOK_NO_LETTERS};
    const line *above = &lines[index - 1], *l = &lines[index];
    bool capitals = LOOKS(above, LOOK_ALL_CAPS) && LOOKS(l, LOOK_ALL_CAPS),
         titles =
             LOOKS(above, LOOK_TITLE_CASE) && LOOKS(l, LOOK_TITLE_CASE) && !is_of_writer(lines, n, index);
    return c->no_blanks && (capitals || titles) &&
           !line_looks_any(above, others, sizeof others / sizeof *others) &&
           !line_looks_any(l, others, sizeof others / sizeof *others) && column_has_room(c, above, l);
}

/* "Clear Conscience." as old papers set crossheads: words in title case behind a whole sentence, or a broken
 * word that they do not complete, and a full line below begins anew. */
static bool is_stopped(const line *lines, size_t n, size_t index, const column *c)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 4 };
    const line *l = &lines[index];
    if (!LOOKS(l, LOOK_TITLE_CASE) || !LOOKS(l, LOOK_ENDS_SENTENCE) || index == 0 || index + 2 >= n ||
        c->least_chars == 0 || l->n_words < FEWEST_WORDS || l->n_words > MOST_WORDS || l->heading ||
        l->words.seen & CHAR_DIGIT || l[0].blanks_before + l[1].blanks_before + l[2].blanks_before > 0)
        return false;
    bool single = str_find(l->text, STR(".")) + 1 == l->text.len,
         above = LOOKS(l - 1, LOOK_ENDS_SENTENCE) || LOOKS(l - 1, LOOK_ENDS_HYPHEN);
    return single && above && !LOOKS(l + 1, LOOK_STARTS_LOWER) && !LOOKS(l + 1, LOOK_TITLE_CASE) &&
           column_has_room(c, l, l + 1) && !column_has_room(c, l + 1, l + 2);
}

static bool is_name_in_capitals(const line *l)
{
    return LOOKS(l, LOOK_NAMES_PLAIN) && LOOKS(l, LOOK_ALL_CAPS);
}

/* Whether lines[index] and the one above are one unit. */
static bool go_together(const line *lines, size_t n, size_t index, const column *c)
{
    enum { FOLIO_LINES = 12 };
    const line *above = &lines[index - 1], *l = &lines[index];
    if (l->blanks_before == 0 && l->bold_run && l->bold_run == above->bold_run)
        return true;
    if (l->blanks_before > 0 || stands_alone(above) || LOOKS(l, LOOK_TABLE) || caption_end(lines, n, index))
        return false;
    if (credit_is_cut(above->text, l->text) || opening_is_cut_dateline(above->text))
        return true;
    if (stands_alone(l))
        return false;
    /* A heading of several lines has the mark on each. */
    if (above->heading || l->heading)
        return above->heading == l->heading;
    if (is_headed_on(lines, n, index, c) || opens_dispatch(above, l))
        return true;
    bool name = LOOKS(above, LOOK_NAMES_PLAIN) && above->blanks_before > 0 &&
                (LOOKS(l, LOOK_LABEL) || column_has_room(c, above, l));
    /* "JANE FARROW" between a letter's last words and "Moyne" */
    name |= is_name_in_capitals(l) && LOOKS(above, LOOK_ENDS_SENTENCE);
    name |= is_name_in_capitals(above) && !LOOKS(l, LOOK_ALL_CAPS);
    name |= LOOKS(above, LOOK_ROLE) && LOOKS(above, LOOK_ALL_CAPS); /* "STAFF REPORTER" over its place */
    bool furniture = LOOKS(l, LOOK_FURNITURE) && LOOKS(above, LOOK_ENDS_SENTENCE);
    if (name || furniture || is_place_of(lines, n, index) || is_name_behind(lines, n, index) ||
        ends_short(above, l, c) || is_set_off(lines, n, index, c) || is_stopped(lines, n, index, c) ||
        is_stopped(lines, n, index - 1, c) || is_over_text(lines, index, c) || begins_dispatch(above, l) ||
        is_under_jump_head(lines, n, index, c))
        return false;
    bool dated = LOOKS(l, LOOK_DATE) || LOOKS(above, LOOK_DATE);
    bool shorter_label = LOOKS(LOOKS(above, LOOK_ALL_CAPS) ? above : l, LOOK_WORDS_1_3);
    bool label = LOOKS(above, LOOK_ALL_CAPS) != LOOKS(l, LOOK_ALL_CAPS) && shorter_label;
    return !(dated && index < FOLIO_LINES) && !label &&
           (!LOOKS(above, LOOK_CREDIT) || LOOKS(above, LOOK_ENDS_HYPHEN)) && !LOOKS(above, LOOK_JUMP_TAIL);
}

static bool is_title(const line *l)
{
    return (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS)) && !LOOKS(l, LOOK_ENDS_SENTENCE) &&
           !opening_is_dateline(l->text);
}

/* Where no blank line parts them: a heading begins behind a whole sentence, and ends where a sentence begins.
 * `title` says that the lines so far may be one. */
static bool heading_parts(const line *above, const line *l, bool title, const column *c)
{
    if (LOOKS(l, LOOK_STARTS_LOWER) || LOOKS(above, LOOK_ENDS_HYPHEN) || LOOKS(above, LOOK_ENDS_MIDWORD) ||
        (LOOKS(above, LOOK_ENDS_COMMA) && !is_title(l)))
        return false;
    /* "Jane Mary Doe (31), of Mill": names at a paragraph's beginning. */
    if (memchr(above->text.ptr, ',', above->text.len) && !is_title(l) && !LOOKS(above, LOOK_RUNNING) &&
        !LOOKS(above, LOOK_DATE) && !column_has_room(c, above, l))
        return false;
    bool begins = !title && is_title(l) && LOOKS(above, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_WORDS_1_3);
    return begins || (title && !is_title(l));
}

/* A few lines of which none is full, nor as long as those below: letters larger than the text's. */
static bool is_set_large(const line *lines, size_t n, size_t first, size_t last, const column *c)
{
    enum { MOST_LINES = 4, LINES_BELOW = 3, LONGER_BYTES = 2 };
    size_t longest = lines[last].text.len, below = 0;
    bool apart = first == 0 || lines[first].blanks_before > 0 || LOOKS(&lines[first - 1], LOOK_CONTINUED) ||
                 (c->no_blanks && LOOKS(&lines[first - 1], LOOK_ENDS_SENTENCE));
    if (!apart || c->least_chars == 0 || last - first >= MOST_LINES ||
        LOOKS(&lines[last], LOOK_ENDS_SENTENCE) || LOOKS(&lines[last], LOOK_ENDS_HYPHEN))
        return false;
    for (size_t i = first; i < last; i++) {
        if (!column_has_room(c, &lines[i], &lines[i + 1]))
            return false;
        longest = lines[i].text.len > longest ? lines[i].text.len : longest;
    }
    for (size_t i = last + 1; i < n && i <= last + LINES_BELOW; i++)
        below = lines[i].text.len > below ? lines[i].text.len : below;
    return below > longest + LONGER_BYTES;
}

static line joined(word_list *words, const line *lines, size_t n, size_t first, size_t last, const column *c)
{
    if (first == last)
        return lines[first];
    buf b = buf_in(words->mem);
    for (size_t i = first; i <= last; i++) {
        str text = lines[i].text;
        bool broken = i < last && LOOKS(&lines[i], LOOK_ENDS_HYPHEN);
        buf_add(&b, str_to(text, text.len - broken));
        if (i < last && !broken)
            buf_add_char(&b, ' ');
    }
    line l = {.raw = buf_str(&b),
              .number = lines[first].number,
              .blanks_before = lines[first].blanks_before,
              .bold_run = lines[first].bold_run};
    words->n = 0;
    line_look_at(&l, words);
    line_set_look(&l, LOOK_CLOSE_LINES);
    line_set_look_if(&l, LOOK_SET_LARGE, is_set_large(lines, n, first, last, c));
    return l;
}

/* Parted from the text close below it by nothing but its shape: no sentence ends in it, none goes on. */
static bool stands_off(const line *lines, size_t n, size_t first, size_t last, const line *unit,
                       const column *c)
{
    enum { MOST_WORDS = 9, SHORTER = 2 };
    static const int others[] = {LOOK_ENDS_SENTENCE, LOOK_ENDS_COMMA, LOOK_ENDS_HYPHEN,   LOOK_ENDS_MIDWORD,
                                 LOOK_STARTS_LOWER,  LOOK_CREDIT,     LOOK_SPEAKER,       LOOK_FIGURES,
                                 LOOK_STARTS_QUOTE,  LOOK_ROW,        LOOK_LEADING_TOPIC, LOOK_DATE};
    if (c->least_chars == 0 || last + 2 >= n || lines[last + 1].blanks_before > 0 ||
        lines[last + 2].blanks_before > 0 || unit->n_words > MOST_WORDS ||
        line_looks_any(unit, others, sizeof others / sizeof *others))
        return false;
    bool above = first == 0 || lines[first].blanks_before > 0 ||
                 LOOKS(&lines[first - 1], LOOK_ENDS_SENTENCE) || is_label(&lines[first - 1]);
    return above && LOOKS(&lines[last + 2], LOOK_STARTS_LOWER) &&
           !column_has_room(c, &lines[last + 1], &lines[last + 2]) &&
           lines[last].text.len + SHORTER <= c->least_chars;
}

line *units_of(arena *mem, const line *lines, size_t n, const column *c, size_t *first, size_t *n_units)
{
    line *units = arena_array(mem, n, sizeof *units);
    word_list words = {.mem = mem}; /* of one unit at a time */
    size_t n_made = 0;
    for (size_t i = 0; i < n;) {
        size_t caption = c->lines_join ? caption_end(lines, n, i) : 0, last = caption ? caption : i;
        bool title = is_title(&lines[i]);
        while (c->lines_join && !caption && last + 1 < n && go_together(lines, n, last + 1, c) &&
               !(c->no_blanks && heading_parts(&lines[last], &lines[last + 1], title, c)))
            title &= is_title(&lines[++last]);
        first[n_made] = i;
        units[n_made] = joined(&words, lines, n, i, last, c);
        if (c->lines_join && last == i && is_stopped(lines, n, i, c))
            line_clear_look(&units[n_made], LOOK_ENDS_SENTENCE);
        line_set_look_if(&units[n_made], LOOK_SET_OFF,
                         c->lines_join && stands_off(lines, n, i, last, &units[n_made], c));
        n_made++;
        i = last + 1;
    }
    lines_look_around(mem, units, n_made);
    *n_units = n_made;
    return units;
}
