/* What stands under a writer's name, over the text: what he is, whose, where he writes from, his address. */
#include "base/ascii.h"
#include "parse/byline.h"
#include "parse/byline_part.h"
#include "parse/line.h"
#include "parse/line_form.h"
#include "parse/token.h"
#include "parse/word_class.h"
#include "parse/wordlist.h"

/* Surely a writer, or what may be one under a headline. */
static bool is_writer(const line *lines, size_t i)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 3 };
    const line *l = &lines[i];
    if (LOOKS(l, LOOK_BYLINE) || LOOKS(l, LOOK_NAMES_ONLY))
        return true;
    bool name = LOOKS(l, LOOK_NAMES_PLAIN) ||
                (LOOKS(l, LOOK_ALL_CAPS) && l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS &&
                 !LOOKS(l, LOOK_LABEL) && byline_has_name_word(l->text));
    return name && !l->heading && i > 0 && line_may_be_headline(&lines[i - 1]) &&
           !LOOKS(&lines[i - 1], LOOK_NAMES_PLAIN);
}

/* "USA Today Network", "The Courier" */
static bool is_of_paper(const line *l)
{
    enum { MOST_WORDS = 4 };
    str first = str_to(l->text, str_find(l->text, STR(" ")));
    if (word_classes(first) & WORD_SMALL && !str_eq_nocase(first, STR("the"))) /* "On the Record" */
        return false;
    return l->n_words <= MOST_WORDS && !LOOKS(l, LOOK_LABEL) && !LOOKS(l, LOOK_LABEL_LAST) &&
           (LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS)) && l->words.classes & WORD_PAPER &&
           (LOOKS(l, LOOK_PAPER) || str_ends(l->text, STR(" Network")));
}

/* "in Lagos", and "Lagos" over a text that begins there. */
static bool is_place(const line *l, const line *below)
{
    enum { MOST_WORDS = 4, NEAR_BYTES = 160 };
    if (l->n_words > MOST_WORDS || LOOKS(l, LOOK_LABEL) || LOOKS(l, LOOK_LABEL_LAST) ||
        l->words.seen & CHAR_DIGIT)
        return false;
    if (str_starts_nocase(l->text, STR("in ")) && l->text.len > 3 && ascii_is_upper(l->text.ptr[3]))
        return l->text.ptr[0] == 'i' || byline_has_name_word(str_from(l->text, 3)); /* "In Depth" */
    bool cased = LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS);
    str start = str_to(below->text, NEAR_BYTES);
    return cased && byline_has_name_word(l->text) && str_find_nocase(start, l->text) < start.len;
}

static void set_role(line *l)
{
    static const int others[] = {LOOK_FURNITURE,   LOOK_PAPER,    LOOK_STARTS_LOWER,
                                 LOOK_NAMES_PLAIN, LOOK_STANDING, LOOK_LABEL};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        line_clear_look(l, others[i]);
    line_set_look(l, LOOK_ROLE);
}

void lines_settle_roles(line *lines, size_t n)
{
    enum { MOST_WORDS = 5 };
    static const int others[] = {LOOK_BYLINE, LOOK_CREDIT, LOOK_JUMP, LOOK_CONTINUED, LOOK_REFER, LOOK_LEAD};
    for (size_t i = 1; i + 1 < n; i++) {
        line *l = &lines[i];
        if (l->n_words > MOST_WORDS || line_looks_any(l, others, sizeof others / sizeof *others) ||
            LOOKS(l, LOOK_ENDS_SENTENCE) || LOOKS(l, LOOK_ENDS_COMMA))
            continue;
        bool under_role = i > 1 && LOOKS(&lines[i - 1], LOOK_ROLE) && is_writer(lines, i - 2);
        if (!under_role && !is_writer(lines, i - 1))
            continue;
        const line *below = &lines[i + 1];
        bool over_text = line_is_text(below) || line_is_address(below);
        if (line_is_address(l) ||
            (over_text && (byline_is_role(l->text) || is_of_paper(l) || is_place(l, below))))
            set_role(l);
    }
}
