#include "parse/label_form.h"

#include "base/ascii.h"
#include "parse/byline_part.h"
#include "parse/folio.h"
#include "parse/marker_form.h"
#include "parse/page_name.h"
#include "parse/title_word.h"
#include "parse/token.h"
#include "parse/word_class.h"

static bool names_section(const line *l, const line_word *w)
{
    str word = {l->text.ptr + w->at, w->len};
    size_t part = word.len;
    if (l->words.seen & SEEN_MARK) {
        part = str_find(word, STR("/"));
        part = part < word.len ? part : str_find(word, STR("+"));
    }
    return title_word(str_to(word, part)) & TITLE_SECTION;
}

/* Whether the line's first n words name a section or a column, and whether the last of them does. */
static bool is_label(const line *l, const line_word *words, size_t n, bool *last)
{
    enum { MOST_LABEL_WORDS = 5 };
    bool all = true, behind = false; /* another word */
    *last = false;
    if (n > MOST_LABEL_WORDS || LOOKS(l, LOOK_ENDS_SENTENCE) || LOOKS(l, LOOK_STARTS_LOWER))
        return false;
    for (size_t i = n; all && i-- > 0;) {
        if (words[i].len == 0 || words[i].classes & WORD_SMALL)
            continue;
        all = names_section(l, &words[i]);
        *last |= all && !behind;
        behind = true;
    }
    return *last && all;
}

static bool is_letter(str s, size_t at)
{
    return at < s.len && ascii_is_alpha(s.ptr[at]);
}

/* A mark of labels, by what it does at a label's start, its end, or both. */
typedef struct label_mark {
    const char *open, *close;
    uint8_t most_words; /* of a label in it */
} label_mark;

enum { MOST_IN_MARKS = 6, MOST_BEHIND_MARK = 4, MOST_BEFORE_MARK = 5, MOST_BESIDE_SLASH = 3 };

/* Longer marks before those that they begin with. */
static const label_mark label_marks[] = {
    {"[", "]", MOST_IN_MARKS},
    {"\xc2\xab", "\xc2\xbb", MOST_IN_MARKS}, /* guillemets */
    {"<", ">", MOST_IN_MARKS},
    {"|", "|", MOST_IN_MARKS},
    {"//", "//", MOST_IN_MARKS},
    {"/", "/", MOST_IN_MARKS},
    {"\xe2\x80\x94", "\xe2\x80\x94", MOST_IN_MARKS}, /* dashes */
    {"\xe2\x80\x93", "\xe2\x80\x93", MOST_IN_MARKS},
    {"- ", " -", MOST_IN_MARKS},
    {"\xe2\x80\xa2", "\xe2\x80\xa2", MOST_IN_MARKS}, /* bullets */
    {"\xe2\x97\x8f", "\xe2\x97\x8f", MOST_IN_MARKS},
    {">>", "", MOST_BEHIND_MARK},
    {"\xc2\xbb", "", MOST_IN_MARKS},
    {"\xe2\x80\xba", "", MOST_BEHIND_MARK}, /* a single guillemet */
    {"\xe2\x97\x8f", "", MOST_BEHIND_MARK},
    {"\xe2\x98\x85", "", MOST_BEHIND_MARK}, /* a star */
    {"\xe2\x86\x92", "", MOST_BEHIND_MARK}, /* an arrow */
    {"//", "", MOST_BESIDE_SLASH},
    {"| ", "", MOST_BEHIND_MARK},
    {"", ">>", MOST_BEFORE_MARK},
    {"", "\xc2\xbb", MOST_BEFORE_MARK},
    {"", "\xe2\x80\xba", MOST_BEFORE_MARK},
    {"", "\xe2\x86\x92", MOST_BEFORE_MARK},
    {"", " >", MOST_BEFORE_MARK},
    {"", " /", MOST_BESIDE_SLASH},
    {"", " |", MOST_BEFORE_MARK},
};

static size_t count_read(str s)
{
    size_t at = 0, n = 0;
    str token;
    while (token_next(s, &at, &token))
        n += token_core(token).len > 0;
    return n;
}

static bool has_section_word(str s)
{
    size_t at = 0;
    str token;
    while (token_next(s, &at, &token))
        if (title_word(token_core(token)) & TITLE_SECTION)
            return true;
    return false;
}

/* What is in a label's marks; "" for none. */
static str in_marks(str s, bool *closed)
{
    for (size_t i = 0; i < sizeof label_marks / sizeof *label_marks; i++) {
        str open = str_of(label_marks[i].open), close = str_of(label_marks[i].close);
        if (s.len <= open.len + close.len || !str_starts(s, open) || !str_ends(s, close))
            continue;
        str inner = str_trim((str){s.ptr + open.len, s.len - open.len - close.len});
        *closed = close.len > 0;
        return inner.len && count_read(inner) <= label_marks[i].most_words ? inner : STR("");
    }
    return STR("");
}

/* A mark that is no quote's nor a sentence's stands first or last. */
static bool may_have_label_marks(const line *l)
{
    enum { MOST_WORDS = 8 };
    char first = l->text.ptr[0], last = l->text.ptr[l->text.len - 1];
    return l->n_words <= MOST_WORDS && ((unsigned char)first >= 0x80 || (unsigned char)last >= 0x80 ||
                                        ascii_is_one_of(first, "[<|/>-") || ascii_is_one_of(last, "/>|"));
}

/* "[ STATE OF PLAY ]", "Street smart >", "« 4 weeks to go »", but not "[ Page 4 ]". */
static bool is_in_label_marks(const line *l)
{
    enum { LEAST_BYTES = 3 };
    static const int others[] = {LOOK_BYLINE, LOOK_NAMES_ONLY, LOOK_NAMES_PLAIN, LOOK_ROLE,
                                 LOOK_CREDIT, LOOK_SOURCE,     LOOK_FURNITURE,   LOOK_TABLE};
    bool closed = false, digits = l->words.seen & CHAR_DIGIT;
    str inner = in_marks(l->text, &closed), first = str_to(inner, str_find(inner, STR(" ")));
    if (inner.len < LEAST_BYTES || line_looks_any(l, others, sizeof others / sizeof *others) ||
        ascii_is_one_of(inner.ptr[inner.len - 1], ".,;:") || (digits && !closed))
        return false;
    size_t last = inner.len;
    while (last > 0 && inner.ptr[last - 1] != ' ')
        last--;
    return (ascii_is_upper(first.ptr[0]) && !digits) ||
           (digits && page_name(str_from(inner, last), false) == 0 &&
            marker_whole(inner).kind == MARKER_NONE);
}

/* "ROUNDUP |", "Analysis:", "FRESH START:", "#StateOfPlay" */
static bool is_ended_as_label(const line *l)
{
    enum { MOST_IN_CAPITALS = 3 };
    str s = l->text, before = str_trim(str_to(s, s.len - 1)); /* a speck may look like a mark */
    char end = s.ptr[s.len - 1];
    bool hashed = s.ptr[0] == '#' && is_letter(s, 1) && l->n_words == 1;
    size_t most = LOOKS(l, LOOK_ALL_CAPS) ? MOST_IN_CAPITALS : 1;
    return hashed || (end == '|' && is_letter(before, before.len - 1) && s.ptr[0] != '|') ||
           (end == ':' && l->n_words <= most);
}

/* "Budget 2023", "Olympics '24" */
static bool has_year_last(str s)
{
    enum { CENTURIES = 2 };
    if (!is_letter(s, 0))
        return false;
    size_t digits = s.len;
    while (digits > 0 && ascii_is_digit(s.ptr[digits - 1]))
        digits--;
    str before = str_to(s, digits), year = str_from(s, digits);
    bool shortened = str_ends(before, STR(" '")) || str_ends(before, STR(" \xe2\x80\x99"));
    bool whole = year.len == 2 * CENTURIES && str_ends(before, STR(" ")) &&
                 (str_starts(year, STR("19")) || str_starts(year, STR("20")));
    return whole || (year.len == CENTURIES && shortened);
}

/* "Wind/Waves", "Harbour > Ferries", "MONEY | Kilmore", "Euro 2009 > Athletics": a section's or an event's
 * parts, each of few words. */
static bool is_parted(const line *l, bool cased, bool digits)
{
    enum { LEAST_WORD = 3, MOST_IN_PART = 3 };
    static const char *const marks[] = {
        " / ", " | ", " > ", " \xe2\x80\xa2 ", " \xc2\xb7 ", " \xc2\xbb ",
    };
    str s = l->text;
    size_t slash = str_find(s, STR("/"));
    if (cased && !digits && slash >= LEAST_WORD && slash + LEAST_WORD < s.len && is_letter(s, slash - 1) &&
        ascii_is_upper(s.ptr[slash + 1]))
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        str mark = str_of(marks[i]);
        size_t at = str_find(s, mark);
        str left = str_to(s, at), right = str_from(s, at + mark.len);
        /* "GOLD RINGS | SILVER" sells, "Doe / The Herald" ends a caption. */
        bool other = (mark.ptr[1] == '|' && !has_section_word(left) && !has_section_word(right)) ||
                     str_starts_nocase(right, STR("the "));
        if (digits && (byline_has_digit(right) || !has_year_last(left) || folio_date(left, NULL, NULL)))
            continue;
        if (at < s.len && right.len && ascii_is_upper(right.ptr[0]) && !other &&
            count_read(left) <= MOST_IN_PART && count_read(right) <= MOST_IN_PART)
            return true;
    }
    return false;
}

/* Set as labels are, of whatever words. */
static bool is_marked_as_label(const line *l)
{
    enum { MOST_WORDS = 8, LEAST_BYTES = 5 };
    static const int people[] = {LOOK_BYLINE, LOOK_NAMES_ONLY, LOOK_NAMES_PLAIN, LOOK_ROLE};
    str s = l->text;
    bool named = line_looks_any(l, people, sizeof people / sizeof *people);
    if (LOOKS(l, LOOK_ENDS_SENTENCE) || l->n_words > MOST_WORDS || s.len < LEAST_BYTES ||
        LOOKS(l, LOOK_CREDIT) || LOOKS(l, LOOK_SOURCE) || LOOKS(l, LOOK_BYLINE))
        return false;
    if (LOOKS(l, LOOK_LABEL_MARKS))
        return true;
    bool marked = line_has(l, 0, SEEN_MARK | CHAR_HIGH) || s.ptr[0] == '#' || memchr(s.ptr, '>', s.len);
    if (!marked)
        return false;
    bool cased = LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS), digits = l->words.seen & CHAR_DIGIT;
    return (cased && !digits && is_ended_as_label(l)) || (!named && is_parted(l, cased, digits));
}

size_t line_spaced_words(str text, const line_word *words, size_t n)
{
    enum { FEWEST = 3, LEAST_CAPITALS = 2, MOST = 40, USUAL_LETTERS = 6 };
    size_t capitals = 0;
    if (n < FEWEST || n > MOST)
        return 0;
    for (size_t i = 0; i < n; i++) {
        if (words[i].len > 1 || (words[i].len == 1 && !(words[i].shape & (SHAPE_UPPER | SHAPE_DIGIT))) ||
            words[i].shape & SHAPE_STOPS)
            return 0;
        capitals += (words[i].shape & SHAPE_UPPER) != 0;
    }
    /* Each stands for itself: no mark is glued to one. */
    return capitals >= LEAST_CAPITALS && text.len <= n * 3 ? 1 + n / USUAL_LETTERS : 0;
}

/* "Part Two", "First of three parts", "Chapter 3" */
static bool is_of_series(const line *l, const line_word *words)
{
    enum { MOST_WORDS = 6, LONGEST_NUMBER = 2 };
    static const char others[] =
        " a in of the first second third fourth fifth sixth last final next one two three "
        "four five six seven eight nine ten ";
    bool of = false, numbered = false;
    if (l->n_words < 2 || l->n_words > MOST_WORDS || LOOKS(l, LOOK_ENDS_SENTENCE))
        return false;
    for (size_t i = 0; i < l->words.n; i++)
        of |= words[i].len > 3 && ascii_is_one_of((char)words[i].key, "pcs");
    if (!of)
        return false;
    of = false;
    for (size_t i = 0; i < l->words.n; i++) {
        str word = {l->text.ptr + words[i].at, words[i].len};
        bool digits = words[i].shape & SHAPE_DIGIT && word.len <= LONGEST_NUMBER;
        bool part = word_in(word, " part parts chapter series ");
        if (word.len && !digits && !part && !word_in(word, others))
            return false;
        of |= part;
        numbered |= !part && word.len > 0;
    }
    return of && numbered;
}

/* "BUDGET 2023", "Olympics '24" */
static bool ends_in_year(const line *l)
{
    enum { MOST_WORDS = 3 };
    return l->words.seen & CHAR_DIGIT && l->n_words >= 2 && l->n_words <= MOST_WORDS &&
           (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS)) && has_year_last(l->text);
}

/* "[RUGBY]", "(EDUCATION)": no agency's name. */
static bool is_bracketed_section(const line *l)
{
    str s = l->text;
    bool bracketed = s.len > 2 && ((s.ptr[0] == '[' && s.ptr[s.len - 1] == ']') || LOOKS(l, LOOK_BRACKETED));
    return bracketed && !(l->words.classes & (WORD_PHOTO | WORD_AGENCY)) &&
           str_find_nocase(s, STR("photo")) == s.len && str_find_nocase(s, STR("file")) == s.len;
}

void line_look_for_label(line *l, const line_word *words)
{
    bool last, all = is_label(l, words, l->words.n, &last),
               spaced = line_spaced_words(l->text, words, l->words.n) > 0;
    if (all && is_bracketed_section(l))
        line_clear_look(l, LOOK_CREDIT);
    line_set_look_if(l, LOOK_LABEL_MARKS, spaced || (may_have_label_marks(l) && is_in_label_marks(l)));
    line_set_look_if(l, LOOK_LABEL,
                     all || spaced || str_eq_nocase(l->text, STR("letters to the editor")) ||
                         is_marked_as_label(l) || is_of_series(l, words));
    line_set_look_if(l, LOOK_LABEL_LAST, !LOOKS(l, LOOK_LABEL) && (last || ends_in_year(l)));
}

void line_look_for_section_page(line *l, const line_word *words)
{
    size_t n = l->words.n, skipped = 0;
    while (skipped < n && words[skipped].len == 0)
        skipped++;
    bool pointed = skipped > 0 || (LOOKS(l, LOOK_LIST_ITEM) && (unsigned char)l->raw.ptr[0] >= 0x80);
    if (pointed && skipped + 1 == n && words[skipped].len <= 2) {
        int32_t lone = page_name((str){l->text.ptr + words[skipped].at, words[skipped].len}, false);
        l->marker = (marker){.kind = lone > 0 ? MARKER_REFER : MARKER_NONE, .page = lone};
        line_set_look_if(l, LOOK_REFER, lone > 0);
        return;
    }
    bool last, leads = n > skipped + 1 && words[skipped].shape & SHAPE_DIGIT;
    if (n < 2 || (!leads && !(words[n - 1].shape & SHAPE_DIGIT)) ||
        !is_label(l, words + (leads ? skipped + 1 : 0), leads ? n - skipped - 1 : n - 1, &last))
        return;
    const line_word *number = leads ? &words[skipped] : &words[n - 1];
    int32_t page = number->len <= 2 ? page_name((str){l->text.ptr + number->at, number->len}, false) : 0;
    if (page == 0)
        return;
    str label = leads ? str_from(l->text, words[skipped + 1].at) : str_trim(str_to(l->text, number->at));
    l->marker = (marker){.kind = MARKER_REFER, .page = page, .word = label};
    line_set_look(l, LOOK_REFER);
}
