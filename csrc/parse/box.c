/* Facts in a box: under a label, behind what they are, or one sentence each. */
#include "base/ascii.h"
#include "parse/date.h"
#include "parse/line.h"
#include "parse/token.h"

/* A fact by itself: one short sentence, no result or list. */
static bool is_fact(const line *l)
{
    enum { FEWEST_WORDS = 4, MOST_WORDS = 20 };
    static const int others[] = {LOOK_STARTS_LOWER, LOOK_STARTS_QUOTE, LOOK_SENTENCES, LOOK_CREDIT,
                                 LOOK_JUMP_TAIL,    LOOK_SPEAKER,      LOOK_CONTINUED, LOOK_LEAD,
                                 LOOK_BOLD,         LOOK_FURNITURE,    LOOK_REFER_TAIL};
    return l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS && l->heading == 0 &&
           str_find(l->text, STR(": ")) == l->text.len &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* "**When:** Saturday, 1 to 4 p.m.", "**May 8** - Book sale" */
static bool is_labelled_fact(const line *l)
{
    enum { LONGEST_LABEL = 24, SHORTEST_LABEL = 2, MOST_WORDS = 20 };
    const str mark = STR("**");
    if (l->n_words > MOST_WORDS || LOOKS(l, LOOK_BOLD) || !str_starts(l->text, mark))
        return false;
    str label = str_from(l->text, mark.len);
    size_t len = str_find(label, mark);
    return len > SHORTEST_LABEL && len <= LONGEST_LABEL && len + mark.len < label.len &&
           !LOOKS(l, LOOK_ENDS_QUESTION) && !LOOKS(l, LOOK_ENDS_FIGURE); /* a page of an index */
}

typedef enum told { TOLD_NOTHING, TOLD_WHEN, TOLD_WHAT } told;

static bool names_fact(str word)
{
    static const char words[] = " what when where who why how cost costs tickets admission details info "
                                "information contact time date "
                                "venue price ages parking registration website phone hours rsvp ";
    return word_in(word, words);
}

/* "When: 2 p.m. Sunday", "March 3: The wall breaks", "900: metres of stone" */
static told told_fact(const line *l)
{
    enum { LONGEST_LABEL = 20, MOST_WORDS = 25 };
    size_t colon = str_find(str_to(l->text, LONGEST_LABEL), STR(": ")), at = 0;
    str label = str_to(l->text, colon), first;
    if (l->heading || l->n_words > MOST_WORDS || colon + 1 >= l->text.len || colon == LONGEST_LABEL ||
        !token_next(label, &at, &first))
        return TOLD_NOTHING;
    if (names_fact(token_core(first)) && at >= label.len)
        return TOLD_WHAT;
    str word = token_core(first);
    return ascii_is_digit(first.ptr[0]) || date_is_month(word) || date_is_weekday(word) ? TOLD_WHEN
                                                                                        : TOLD_NOTHING;
}

static size_t end_of_told(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WHAT = 2, FEWEST = 3 };
    size_t first = i, what = 0;
    for (told t; i < n && (t = told_fact(&lines[i])); i++)
        what += t == TOLD_WHAT;
    return what >= FEWEST_WHAT || i >= first + FEWEST ? i : first;
}

static bool may_head_box(const line *l)
{
    enum { MOST_WORDS = 5 };
    return l->n_words <= MOST_WORDS && (l->heading > 0 || LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_ALL_CAPS)) &&
           !LOOKS(l, LOOK_BYLINE) && !LOOKS(l, LOOK_STARTS_LOWER);
}

static size_t end_of_sentences(const line *lines, size_t n, size_t i)
{
    while (i < n && lines[i].blanks_before == 0 && is_fact(&lines[i]) && LOOKS(&lines[i], LOOK_ENDS_SENTENCE))
        i++;
    return i;
}

/* Only the first may stand apart, as what is on does under its day; but "**When:**" is a box's wherever it
 * stands. */
static size_t end_of_labelled(const line *lines, size_t n, size_t first)
{
    size_t i = first;
    for (; i < n && is_labelled_fact(&lines[i]); i++) {
        str word;
        size_t at = 0;
        if (lines[i].blanks_before > 0 && i > first &&
            !(token_next(lines[i].text, &at, &word) && names_fact(token_core(word))))
            break;
    }
    return i;
}

/* Where the facts below a label end; `first`, which is theirs, where there are too few.  Where a page's
 * paragraphs stand close, too, only colons tell. */
static size_t facts_end(const line *lines, size_t n, size_t first, bool close_page)
{
    enum { FEWEST = 2 };
    size_t colons = end_of_told(lines, n, first);
    if (colons > first || close_page)
        return colons;
    bool in_heading = lines[first - 1].heading > 0;
    size_t sentences = in_heading ? first : end_of_sentences(lines, n, first),
           labelled = end_of_labelled(lines, n, first);
    if (sentences >= first + FEWEST && (sentences == n || lines[sentences].blanks_before > 0))
        return sentences;
    return labelled >= first + FEWEST ? labelled : first;
}

/* "DID YOU KNOW?" and facts that stand close below. */
void lines_look_for_boxes(line *lines, size_t n)
{
    size_t tight = 0;
    for (size_t i = 1; i < n; i++)
        tight += lines[i].blanks_before == 0;
    bool close_page = tight * 2 >= n;
    for (size_t i = 0; i < n; i++) {
        if (!may_head_box(&lines[i]) || (i > 0 && lines[i].blanks_before == 0 && !close_page))
            continue;
        size_t end = facts_end(lines, n, i + 1, close_page);
        if (end == i + 1)
            continue;
        for (; i < end; i++)
            line_set_look(&lines[i], LOOK_BOXED);
        i--;
    }
}
