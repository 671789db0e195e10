#include "parse/line.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "parse/byline.h"
#include "parse/byline_part.h"
#include "parse/credit.h"
#include "parse/folio.h"
#include "parse/furniture.h"
#include "parse/label_form.h"
#include "parse/letter.h"
#include "parse/line_form.h"
#include "parse/markdown.h"
#include "parse/marker_hint.h"
#include "parse/opening.h"
#include "parse/refer.h"
#include "parse/syntax.h"
#include "parse/token.h"
#include "parse/word_class.h"

typedef struct counts {
    uint32_t words, read, capital, caps, initials, lower, heavy_lower, plain, figures, units, letters, digits,
        cjk;
    uint16_t classes; /* of all words */
    bool sentences;
    const line_word *first, *last; /* not of marks alone; NULL for none */
} counts;

/* Past so many words it is no heading. */
enum { FEW_WORDS = 14 };

_Static_assert(LOOK_COUNT <= 128, "looks are bits of two words");

static void count_word(counts *c, const line_word *word)
{
    enum { LONGEST_WITH_UNIT = 4 }; /* "10th", "25kg" */
    c->words++;
    if (word->len == 0)
        return;
    c->read++;
    if (!c->first)
        c->first = word;
    c->last = word;
    bool upper = word->shape & SHAPE_UPPER, lower = word->shape & SHAPE_LOWER,
         digit = word->shape & SHAPE_DIGIT, has_lower = word->shape & SHAPE_HAS_LOWER;
    c->capital += upper;
    c->caps += upper & (word->len > 1) & !has_lower;
    c->initials += upper & (word->len == 1);
    c->lower += lower;
    c->heavy_lower += lower & !(word->classes & WORD_SMALL);
    c->plain += lower & !(word->classes & (WORD_STAFF | WORD_PARTICLE));
    c->figures += digit & (!has_lower | (word->len <= LONGEST_WITH_UNIT));
    c->units += (word->classes & WORD_UNIT) != 0;
    c->classes |= word->classes;
}

/* The same for what many words above show to be text: how they look tells no more. */
static void count_word_of_text(counts *c, const line_word *word)
{
    c->words++;
    c->read += word->len > 0;
    c->last = word->len > 0 ? word : c->last;
    c->classes |= word->classes;
}

/* Where the token around a word begins. */
static size_t token_start(str text, const line_word *word)
{
    size_t at = word->at;
    while (at > 0 && !ascii_is_space(text.ptr[at - 1]))
        at--;
    return at;
}

static void count_words(line *l, const line_word *words, counts *c)
{
    enum { LAST_BYTES = 60, SURELY_TEXT = 2 };
    bool ended = false;
    size_t n = l->words.n < WORDS_COUNTED ? l->words.n : WORDS_COUNTED;
    for (size_t i = 0; i < n; i++) {
        c->sentences |= ended & ((words[i].shape & SHAPE_OPENS) != 0);
        ended = words[i].shape & SHAPE_ENDS;
        if (c->read <= FEW_WORDS || c->heavy_lower < SURELY_TEXT)
            count_word(c, &words[i]);
        else
            count_word_of_text(c, &words[i]);
    }
    l->n_words = (uint16_t)n;
    for (size_t i = l->words.n; i-- > n && words[i].at + LAST_BYTES > l->text.len;)
        if (words[i].len > 0) {
            if (token_start(l->text, &words[i]) + LAST_BYTES > l->text.len)
                c->last = &words[i];
            break;
        }
}

/* Letters, digits and Chinese characters at the line's start. */
static void count_letters(const line *l, counts *c)
{
    enum { BYTES_LOOKED_AT = 240, FEW_LETTERS = 3 };
    str text = str_to(l->text, BYTES_LOOKED_AT);
    if (!(l->words.seen & CHAR_WIDE)) {
        /* Where there is no Chinese more letters than a few tell nothing. */
        for (size_t i = 0; i < text.len && c->letters < FEW_LETTERS; i++)
            c->letters += (ascii_class(text.ptr[i]) & CHAR_ALPHA) != 0;
        c->digits = (l->words.seen & CHAR_DIGIT) != 0;
        if (c->letters == FEW_LETTERS)
            return;
        c->letters = c->digits = 0;
    }
    for (size_t i = 0, len; i < text.len; i += len) {
        len = 1;
        c->letters += (ascii_class(text.ptr[i]) & CHAR_ALPHA) != 0;
        c->digits += (ascii_class(text.ptr[i]) & CHAR_DIGIT) != 0;
        if (ascii_class(text.ptr[i]) & CHAR_HIGH) {
            int32_t code = utf8_char(str_from(l->text, i), &len);
            c->cjk += utf8_is_cjk(code);
            c->letters += code >= 0xC0 && code < 0x2000;
        }
    }
}

/* The last character that is not a quote, bracket or mark. */
static char last_mark(str s, bool *quoted)
{
    *quoted = false;
    while (s.len) {
        char c = s.ptr[s.len - 1];
        if (str_ends(s, STR("\xe2\x80\x9d")) || str_ends(s, STR("\xe2\x80\x99"))) {
            *quoted = true;
            s.len -= 3;
        } else if (str_ends(s, STR("\xe2\x80\x94")) || str_ends(s, STR("\xe2\x80\x93"))) {
            return ',';
        } else if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_') {
            *quoted |= c == '"';
            s.len--;
        } else {
            return c;
        }
    }
    return '\0';
}

/* "What the law says", "How it was": no sentence breaks off there. */
static bool is_clause(const line *l, const counts *c)
{
    if (!c->first) /* only marks stand before the last word */
        return false;
    str first = {l->text.ptr + c->first->at, c->first->len}, last = {l->text.ptr + c->last->at, c->last->len};
    return c->words > 2 && word_in(first, " what how why where who ") &&
           word_in(last, " says say said is are was were means does did ");
}

/* "We had no choice", in quotes that nothing ends a sentence in: spoken sentences have a mark of their own.
 */
static bool is_quoted_phrase(const line *l)
{
    enum { MOST_WORDS = 8 };
    bool quoted;
    return LOOKS(l, LOOK_STARTS_QUOTE) && l->n_words <= MOST_WORDS &&
           !ascii_is_one_of(last_mark(l->text, &quoted), ".!?,;:-") && quoted;
}

static void look_at_ends(line *l, const counts *c)
{
    str s = l->text;
    bool quoted;
    char end = last_mark(s, &quoted), start = s.ptr[0];
    line_set_look_if(l, LOOK_ENDS_SENTENCE, end == '.' || end == '!' || (end == '?'));
    line_set_look_if(l, LOOK_ENDS_QUESTION, end == '?' || end == '!');
    line_set_look_if(
        l, LOOK_ENDS_HYPHEN,
        (end == '-' && s.ptr[s.len - 1] == '-' && s.len > 1 && ascii_is_alpha(s.ptr[s.len - 2])) ||
            str_ends(s, STR(SOFT_HYPHEN)));
    line_set_look_if(l, LOOK_ENDS_COMMA, end == ',' || end == ';' || end == ':');
    bool midword = !LOOKS(l, LOOK_ENDS_SENTENCE) && c->last && c->last->classes & WORD_MIDWAY &&
                   c->last->shape & SHAPE_LOWER && !is_clause(l, c);
    line_set_look_if(l, LOOK_ENDS_MIDWORD, midword || end == ';');
    bool quote = start == '"' || str_starts(s, STR("\xe2\x80\x9c"));
    line_set_look_if(l, LOOK_STARTS_QUOTE, quote);
    line_set_look_if(l, LOOK_STARTS_LOWER, ascii_is_lower(start) && !LOOKS(l, LOOK_LIST_ITEM));
    line_set_look_if(l, LOOK_BRACKETED, start == '(' && s.ptr[s.len - 1] == ')');
}

static void look_at_case(line *l, const counts *c)
{
    bool upper_start = ascii_is_upper(l->text.ptr[0]) || (c->first && c->first->shape & SHAPE_UPPER);
    line_set_look_if(l, LOOK_ALL_CAPS,
                     c->caps > 0 && c->lower == 0 && c->caps + c->initials + c->figures >= c->capital &&
                         c->letters >= 3);
    bool few_lower = c->heavy_lower == 0 || (c->heavy_lower == 1 && c->capital >= 5);
    bool title = c->words > 0 && c->capital + c->figures > 0 && few_lower && !LOOKS(l, LOOK_ALL_CAPS) &&
                 c->letters >= 3 && (c->capital > 1 || c->words <= 2) && !LOOKS(l, LOOK_STARTS_LOWER);
    line_set_look_if(l, LOOK_TITLE_CASE, title);
    line_set_look_if(l, LOOK_SENTENCE_CASE, !title && upper_start && c->heavy_lower > 0);
}

static void look_at_length(line *l, const counts *c)
{
    uint32_t n = c->words;
    int look = n <= 3    ? LOOK_WORDS_1_3
               : n <= 6  ? LOOK_WORDS_4_6
               : n <= 9  ? LOOK_WORDS_7_9
               : n <= 14 ? LOOK_WORDS_10_14
               : n <= 25 ? LOOK_WORDS_15_25
                         : LOOK_WORDS_26_UP;
    line_set_look(l, look);
    line_set_look_if(l, LOOK_SPEAKER, !l->heading && line_is_speaker(l));
    bool heading = l->heading > 0 || LOOKS(l, LOOK_ALL_CAPS);
    line_set_look_if(l, LOOK_SENTENCES, c->sentences && !(heading && n <= FEW_WORDS));
    line_set_look_if(l, LOOK_FINITE, n <= FEW_WORDS && c->classes & WORD_FINITE && !heading);
    line_set_look_if(l, LOOK_LEADING_TOPIC,
                     n <= FEW_WORDS && !heading && c->first && c->first->classes & WORD_TOPIC &&
                         c->heavy_lower > 0 && l->text.ptr[0] != '"');
}

/* "Jane Doe,Special to The Herald" */
static bool has_glued_special(str s)
{
    const char *comma = memchr(s.ptr, ',', s.len), *end = s.ptr + s.len;
    while (comma && comma + 1 < end && ascii_lower(comma[1]) != 's')
        comma = memchr(comma + 1, ',', (size_t)(end - comma - 1));
    return comma && comma + 1 < end;
}

static bool opens_byline(const line *l, const counts *c)
{
    bool by = c->first && (c->first->key & 0xFFFF) == ('b' | 'y' << 8); /* or "ByYANG" */
    return by || (line_has(l, WORD_BYLINE, 0) && c->first &&
                  word_classes((str){l->text.ptr + c->first->at, c->first->len}) & WORD_BYLINE);
}

/* No more than names, or words that stand around names. */
static bool may_be_byline(const line *l, const counts *c)
{
    enum { MOST_PLAIN = 4 }; /* words in lower case of a byline: "words and pictures by" */
    return c->plain == 0 || (c->plain <= MOST_PLAIN &&
                             (line_has(l, WORD_OF_BYLINE | WORD_AGENCY | WORD_ROLE, SEEN_MARK | CHAR_HIGH) ||
                              opens_byline(l, c) || has_glued_special(l->text)));
}

/* Of few words in capitals or title case; with a title, an agency or an address, or it begins as "of the". */
static bool may_be_role(const line *l, const counts *c)
{
    enum { MOST_WORDS = 8 };
    return l->n_words <= MOST_WORDS && (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS)) &&
           (line_has(l, WORD_ROLE | WORD_AGENCY | WORD_OF_BYLINE, SEEN_MARK) ||
            (c->first && c->first->classes & WORD_PARTICLE));
}

/* What a line of few words may be by its words alone: a byline, a part of the folio, a marker. */
static void look_at_few_words(line *l, const line_word *words, const counts *c)
{
    str s = l->text;
    bool digits = l->words.seen & CHAR_DIGIT;
    line_set_look_if(l, LOOK_SOURCE, line_is_source(l));
    line_set_look_if(l, LOOK_CORRECTION, line_heads_corrections(l));
    line_set_look_if(l, LOOK_DAY, line_is_day(l));
    if (line_has(l, WORD_OF_BYLINE, 0) && byline_is_thanks(s)) {
        line_set_look(l, LOOK_ROLE);
        line_set_look(l, LOOK_SIGNATURE);
        line_clear_look(l, LOOK_ENDS_SENTENCE);
    }
    line_set_look_if(l, LOOK_FURNITURE, furniture_is(s, digits));
    byline_form form = may_be_byline(l, c) ? byline_look(s) : BYLINE_NONE;
    line_set_look_if(l, LOOK_BYLINE, form == BYLINE_MARKED);
    if (form == BYLINE_MARKED) {
        line_clear_look(l, LOOK_CREDIT);
        line_clear_look(l, LOOK_FURNITURE); /* "By Jane Doe (jane@paper.example)" */
        line_clear_look(l, LOOK_ENDS_SENTENCE);
    }
    line_set_look_if(l, LOOK_NAMES_ONLY, form == BYLINE_NAMES);
    line_set_look_if(l, LOOK_NAMES_PLAIN, form == BYLINE_PLAIN);
    line_set_look_if(l, LOOK_ROLE, may_be_role(l, c) && byline_is_role(s));
    line_look_for_label(l, words);
    line_set_look_if(l, LOOK_PAPER,
                     (l->words.classes & WORD_PAPER || memchr(s.ptr, '-', s.len)) && folio_is_paper(s) &&
                         !opening_is_dateline(s));
    if (digits) {
        line_set_look_if(l, LOOK_VOLUME, folio_volume(s, NULL, NULL));
        line_set_look_if(l, LOOK_DATE, folio_date(s, NULL, NULL));
        line_set_look_if(l, LOOK_PAGE_NUMBER, folio_page_number(s) > 0);
        line_set_look_if(l, LOOK_RUNNING, folio_is_running(s));
    }
    if (digits && !LOOKS(l, LOOK_FURNITURE))
        line_look_for_section_page(l, words);
    if (LOOKS(l, LOOK_FURNITURE) || LOOKS(l, LOOK_REFER))
        return;
    if (marker_may_be(s, words, &l->words))
        l->marker = marker_whole(s);
    bool folio = LOOKS(l, LOOK_RUNNING) || LOOKS(l, LOOK_PAPER) || LOOKS(l, LOOK_DATE);
    bool paged = digits && str_starts_nocase(s, STR("page "));
    if (l->marker.kind == MARKER_NONE && !folio && (paged || line_has(l, 0, SEEN_MARK | CHAR_HIGH)))
        l->marker = refer_lead(s);
    line_set_look_if(l, LOOK_JUMP, l->marker.kind == MARKER_JUMP);
    line_set_look_if(l, LOOK_CONTINUED, l->marker.kind == MARKER_CONTINUED);
    if (LOOKS(l, LOOK_CONTINUED)) /* "From Page A1": no Mr Page */
        line_clear_look(l, LOOK_BYLINE);
    line_set_look_if(l, LOOK_REFER, l->marker.kind == MARKER_REFER);
}

/* "Maplewood Harriers. See page 2", "It was not to be. Turn to page 3": a last line of few capitals. */
static bool ends_paragraph(str before)
{
    enum { MOST_CAPITALS = 3 };
    size_t capitals = 0, at = 0;
    str token, last = {"", 0};
    while (token_next(before, &at, &token)) {
        str core = token_core(token);
        capitals += core.len && ascii_is_upper(core.ptr[0]);
        last = core.len ? token : last;
    }
    return capitals <= MOST_CAPITALS && str_ends(last, STR("."));
}

/* "Farmers Turn to Solar Pumps, page 3": the words of what looks like a jump are the headline's own, for they
 * stand in the middle of it. */
static marker refer_in_headline(const line *l)
{
    enum { MOST_WORDS = 14 };
    str head = str_trim(str_to(l->text, l->marker.start_byte)),
        tail = str_from(l->text, l->marker.start_byte);
    bool inside = head.len && ascii_is_alnum(head.ptr[head.len - 1]) && !LOOKS(l, LOOK_SENTENCES);
    bool titled = l->marker.word.len > 0 && str_has_lower(l->marker.word);
    /* "Villages Go to Sea, P3" */
    bool misread = LOOKS(l, LOOK_TITLE_CASE) && str_opens(tail, "se") && !str_opens(tail, "see");
    if (l->n_words > MOST_WORDS || !inside || !(titled || misread))
        return (marker){0};
    marker own = refer_tail(l->text);
    return own.start_byte > l->marker.start_byte ? own : (marker){0};
}

static void look_at_tail(line *l)
{
    enum { LONGEST_TITLE = 25 };
    if (l->marker.kind == MARKER_NONE) {
        l->marker = marker_tail(l->text);
        line_set_look_if(l, LOOK_JUMP_TAIL, l->marker.kind == MARKER_JUMP);
    }
    marker refer = LOOKS(l, LOOK_JUMP_TAIL) ? refer_in_headline(l) : (marker){0};
    if (refer.kind == MARKER_REFER) {
        l->marker = refer;
        line_clear_look(l, LOOK_JUMP_TAIL);
        line_set_look(l, LOOK_REFER_TAIL);
    }
    /* A heading has no jump; it is a teaser's. */
    bool heading = (l->n_words <= FEW_WORDS && (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS))) ||
                   (l->n_words <= LONGEST_TITLE && LOOKS(l, LOOK_TITLE_CASE));
    if (l->marker.kind == MARKER_JUMP && LOOKS(l, LOOK_JUMP_TAIL) && heading &&
        !ends_paragraph(str_to(l->text, l->marker.start_byte))) {
        l->marker.kind = MARKER_REFER;
        line_clear_look(l, LOOK_JUMP_TAIL);
        line_set_look(l, LOOK_REFER_TAIL);
    }
    bool folio = LOOKS(l, LOOK_DATE) || LOOKS(l, LOOK_VOLUME);
    if (l->marker.kind == MARKER_NONE && l->n_words <= FEW_WORDS && !folio && !LOOKS(l, LOOK_ENDS_SENTENCE) &&
        !LOOKS(l, LOOK_FURNITURE)) {
        l->marker = refer_tail(l->text);
        line_set_look_if(l, LOOK_REFER_TAIL, l->marker.kind == MARKER_REFER);
    }
    if (LOOKS(l, LOOK_REFER_TAIL))
        line_clear_look(l, LOOK_NAME_TAIL); /* the name is a section's */
}

static bool may_end_name(const line_word *word)
{
    return !(word->shape & SHAPE_LOWER) || word->classes & (WORD_SMALL | WORD_PARTICLE);
}

/* How stories begin, and what captions are told by. */
static void look_at_lead_and_credit(line *l, const line_word *words, const counts *c, bool is_short)
{
    enum { FEWEST_OVER_NAME = 9 };
    bool dateline = !is_short && opening_is_dateline(l->text);
    line_set_look_if(l, LOOK_LEAD, dateline || (!is_short && opening_is_in_capitals(l->text)));
    bool credit = line_may_have_credit(l, words) && credit_find(l->text, NULL, NULL),
         source = credit && credit_is_source(l->text);
    /* A story's first printed line: "PORT ELLIS, May 8.-Leaders of the". */
    credit = credit && !(is_short && l->words.seen & CHAR_DIGIT && opening_is_dated_place(l->text));
    line_set_look_if(l, LOOK_CREDIT, credit && !(dateline && source));
    if (credit && !source)
        line_clear_look(l, LOOK_LEAD); /* "LONG WAIT: Tenants queue ..." */
    line_set_look_if(l, LOOK_OF_PICTURE, line_is_of_picture(l));
    if (LOOKS(l, LOOK_OF_PICTURE))
        line_clear_look(l, LOOK_LEADING_TOPIC); /* "In good hands: ..." */
    line_set_look_if(l, LOOK_PULL_QUOTE, line_is_pull_quote(l));
    if (LOOKS(l, LOOK_PULL_QUOTE) && LOOKS(l, LOOK_STARTS_QUOTE))
        line_clear_look(l, LOOK_CREDIT); /* it is the speaker's name */
    line_set_look_if(l, LOOK_NAME_TAIL,
                     c->read >= FEWEST_OVER_NAME && !LOOKS(l, LOOK_CREDIT) && may_end_name(c->last) &&
                         credit_is_name_behind(l->text));
}

static void look_at_matter(line *l, const line_word *words, const counts *c)
{
    enum { MOST_BEFORE_FIGURE = 8, MOST_WITH_GRAPHIC = 4 };
    bool is_short = l->n_words < WORDS_COUNTED && c->read <= FEW_WORDS;
    line_set_look_if(l, LOOK_NO_LETTERS, c->letters + c->digits + c->cjk == 0);
    line_set_look_if(l, LOOK_CJK, c->cjk >= 2 && c->cjk * 3 >= c->letters);
    line_set_look_if(l, LOOK_FIGURES,
                     is_short && c->digits > 0 && c->figures + c->units > 0 &&
                         (c->figures + c->units) * 2 >= c->words);
    bool figure_last = c->last && (c->last->shape & SHAPE_DIGIT || c->last->classes & WORD_UNIT);
    line_set_look_if(l, LOOK_ENDS_FIGURE,
                     l->n_words <= MOST_BEFORE_FIGURE && figure_last && !LOOKS(l, LOOK_ENDS_SENTENCE));
    line_set_look_if(l, LOOK_SALUTATION, opening_is_salutation(l->text));
    line_set_look_if(l, LOOK_GRAPHIC_WORD, l->n_words <= MOST_WITH_GRAPHIC && c->classes & WORD_GRAPHIC);
    line_set_look_if(l, LOOK_CAPTION_WORDS, c->classes & WORD_CAPTION);
    look_at_lead_and_credit(l, words, c, is_short);
    /* Of a byline of many names: "This article is by ..." */
    bool lists_writers =
        line_has(l, WORD_OF_BYLINE, 0) && str_starts_nocase(l->text, STR("this article is by "));
    if ((is_short || lists_writers) && !LOOKS(l, LOOK_SALUTATION))
        look_at_few_words(l, words, c);
    else if (l->n_words < WORDS_COUNTED && c->digits > 0) {
        line_set_look_if(l, LOOK_FURNITURE, furniture_is_advert(l->text));
        line_set_look_if(l, LOOK_VOLUME, folio_volume(l->text, NULL, NULL));
    }
    if (furniture_is_for_writers(l->text))
        line_set_look(l, LOOK_FURNITURE);
    if (furniture_is_remark(l->text)) {
        line_set_look(l, LOOK_FURNITURE);
        line_set_look(l, LOOK_ADVERT);
        line_clear_look(l, LOOK_CREDIT);
    }
    if (line_has(l, WORD_IMPRINT, 0) && !l->heading && furniture_is_imprint(l->text)) {
        line_set_look(l, LOOK_FURNITURE);
        line_set_look(l, LOOK_ADVERT);
    }
    look_at_tail(l);
}

void line_look_at(line *l, word_list *list)
{
    counts c = {0};
    markdown_strip(l);
    if (l->text.len == 0) {
        line_set_look(l, LOOK_NO_LETTERS);
        line_set_look(l, LOOK_WORDS_1_3);
        return;
    }
    l->words = words_read(list, l->text);
    const line_word *words = list->items + l->words.first;
    count_words(l, words, &c);
    size_t spaced = line_spaced_words(l->text, words, l->words.n);
    if (spaced > 0) {
        l->n_words = (uint16_t)spaced;
        c.words = c.read = (uint32_t)spaced;
        c.caps = c.initials;
    }
    count_letters(l, &c);
    look_at_ends(l, &c);
    look_at_case(l, &c);
    look_at_length(l, &c);
    if (is_quoted_phrase(l)) {
        line_clear_look(l, LOOK_STARTS_QUOTE);
        line_clear_look(l, LOOK_ENDS_MIDWORD); /* "'Not a penny more'" */
        line_clear_look(l, LOOK_FINITE);
    }
    line_set_look_if(l, LOOK_HEADING_1, l->heading == 1);
    line_set_look_if(l, LOOK_HEADING_2, l->heading == 2);
    line_set_look_if(l, LOOK_HEADING_3, l->heading >= 3);
    look_at_matter(l, words, &c);
}

/* At most so many lines are not blank. */
static size_t count_filled_lines(str text)
{
    size_t n = 1;
    const char *at = text.ptr, *end = text.ptr + text.len;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        while (at < end && *at == '\n')
            at++;
        n += at < end;
    }
    return n;
}

/* "LOCAL NEWS.": headings of old papers end in a full stop. */
static bool is_heading_with_stop(const line *l, const line *above)
{
    enum { MOST_WORDS = 8 };
    return LOOKS(l, LOOK_ALL_CAPS) && l->n_words <= MOST_WORDS && LOOKS(l, LOOK_ENDS_SENTENCE) &&
           !LOOKS(l, LOOK_ENDS_QUESTION) &&
           !(above && !above->heading && !LOOKS(above, LOOK_ALL_CAPS) && !LOOKS(above, LOOK_NO_LETTERS) &&
             line_is_open(above));
}

line *lines_read(word_list *words, str text, size_t *n_lines, uint32_t *n_source_lines)
{
    enum { USUAL_WORD_BYTES = 5 };
    words->capacity = text.len / USUAL_WORD_BYTES + 1;
    words->items = arena_array(words->mem, words->capacity, sizeof *words->items);
    line *lines = arena_array(words->mem, count_filled_lines(text), sizeof *lines);
    size_t n = 0, bold_end = 0;
    uint32_t number = 0, blanks = 0, bold_run = 0;
    for (size_t at = 0; at < text.len;) {
        if (text.ptr[at] == '\n') { /* as every other line is */
            at++;
            number++;
            blanks++;
            continue;
        }
        if (at >= bold_end) {
            size_t len = markdown_bold_len(str_from(text, at));
            bold_end = at + len;
            bold_run = len ? number + 1 : 0;
        }
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t len = end ? (size_t)(end - text.ptr) - at : text.len - at;
        str raw = {text.ptr + at, len};
        at += len + 1;
        number++;
        if (raw.len && raw.ptr[raw.len - 1] == '\r')
            raw.len--;
        if (str_trim(raw).len == 0) {
            blanks++;
            continue;
        }
        lines[n] = (line){.raw = raw, .number = number, .blanks_before = blanks, .bold_run = bold_run};
        line_look_at(&lines[n], words);
        if (is_heading_with_stop(&lines[n], n ? &lines[n - 1] : NULL))
            line_clear_look(&lines[n], LOOK_ENDS_SENTENCE);
        n++;
        blanks = 0;
    }
    *n_lines = n;
    *n_source_lines = number;
    return lines;
}
