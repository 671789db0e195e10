/* Papers that print a writer's name behind his story, and not over it. */
#include "base/ascii.h"
#include "parse/byline.h"
#include "parse/byline_part.h"
#include "parse/line.h"
#include "parse/line_form.h"

/* A story's last paragraph, and no caption. */
static bool is_end_of_story(const line *l)
{
    static const int captions[] = {LOOK_CREDIT, LOOK_PULL_QUOTE};
    if (LOOKS(l, LOOK_CAPTION_WORDS) && !LOOKS(l, LOOK_STARTS_QUOTE))
        return false;
    return LOOKS(l, LOOK_ENDS_SENTENCE) && (line_is_text(l) || LOOKS(l, LOOK_SENTENCE_CASE)) &&
           !LOOKS(l, LOOK_BYLINE) && !l->heading &&
           !line_looks_any(l, captions, sizeof captions / sizeof *captions);
}

static bool is_name(const line *l)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 7, MOST_IN_CAPITALS = 3 };
    static const int others[] = {LOOK_LABEL,      LOOK_LABEL_LAST, LOOK_ENDS_SENTENCE,
                                 LOOK_ENDS_COMMA, LOOK_ROLE,       LOOK_FURNITURE};
    if (l->n_words < FEWEST_WORDS || l->n_words > MOST_WORDS || l->heading || l->words.seen & CHAR_DIGIT ||
        line_looks_any(l, others, sizeof others / sizeof *others))
        return false;
    if (line_opens_with_dash(l))
        return byline_is_sure(byline_bare(l->text));
    if (LOOKS(l, LOOK_BYLINE))
        return str_starts_nocase(l->text, STR("by "));
    bool capitals = LOOKS(l, LOOK_ALL_CAPS) && l->n_words <= MOST_IN_CAPITALS;
    return !LOOKS(l, LOOK_CREDIT) && (LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_NAMES_PLAIN) || capitals) &&
           byline_is_sure(l->text);
}

/* Of a page that prints names so, by the look of a sure one: a surname may be a word, too. */
static bool may_be_name(const line *l)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 3 };
    static const int others[] = {LOOK_LABEL,      LOOK_LABEL_LAST, LOOK_ENDS_SENTENCE, LOOK_STANDING,
                                 LOOK_ENDS_COMMA, LOOK_ROLE,       LOOK_FURNITURE,     LOOK_CREDIT};
    return LOOKS(l, LOOK_ALL_CAPS) && l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS && !l->heading &&
           !(l->words.seen & CHAR_DIGIT) && byline_may_be_person(l->text) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* "- Jane Doe": a dash and a name that no list holds; a photographer's paper would follow a comma. */
static bool may_be_dashed_name(const line *l)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 4 };
    static const int others[] = {LOOK_ENDS_SENTENCE, LOOK_ENDS_COMMA, LOOK_ROLE, LOOK_FURNITURE};
    bool name = LOOKS(l, LOOK_NAMES_ONLY) ||
                (LOOKS(l, LOOK_NAMES_PLAIN) && byline_may_be_person(byline_bare(l->text)));
    return line_opens_with_dash(l) && name && l->n_words >= FEWEST_WORDS && l->n_words <= MOST_WORDS &&
           !l->heading && !memchr(l->text.ptr, ',', l->text.len) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* Behind its last paragraph, and no paragraph below goes on. */
static bool is_behind_story(const line *lines, size_t n, size_t i)
{
    if (i == 0 || !is_end_of_story(&lines[i - 1]))
        return false;
    /* It may be a photographer's. */
    if (LOOKS(&lines[i - 1], LOOK_BEFORE_CREDIT) && !line_opens_with_dash(&lines[i]))
        return false;
    const line *below = i + 1 < n ? &lines[i + 1] : NULL;
    return !below || !line_is_text(below) || LOOKS(below, LOOK_CREDIT) || LOOKS(below, LOOK_BEFORE_CREDIT) ||
           LOOKS(below, LOOK_CAPTION_WORDS) || LOOKS(below, LOOK_ALL_CAPS) || line_may_be_headline(below);
}

/* Where most papers print the writer. */
static bool is_under_headline(const line *lines, size_t i)
{
    const line *l = &lines[i];
    bool writer = LOOKS(l, LOOK_BYLINE) || LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_NAMES_PLAIN);
    return writer && i > 0 && line_may_be_headline(&lines[i - 1]);
}

/* "- Jane Doe" behind a story, and what follows begins another; or "**Jane Doe**" over the next brief's
 * label: no count is needed. */
static bool is_set_end(const line *lines, size_t n, size_t i)
{
    const line *l = &lines[i];
    bool name = LOOKS(l, LOOK_NAMES_PLAIN) || LOOKS(l, LOOK_NAMES_ONLY) || is_name(l);
    bool photographer = memchr(l->text.ptr, ',', l->text.len) || (i > 0 && LOOKS(l - 1, LOOK_PICTURE_ABOVE));
    if (!name || photographer || l->heading || i + 1 >= n || !is_behind_story(lines, n, i))
        return false;
    bool dashed = line_opens_with_dash(l) && (LOOKS(l + 1, LOOK_CONTINUED) || l[1].heading > 0),
         bold = LOOKS(l, LOOK_BOLD) && LOOKS(l + 1, LOOK_LABEL) && byline_is_sure(l->text);
    return dashed || bold;
}

static void sign(line *lines, size_t i)
{
    static const int others[] = {LOOK_CREDIT, LOOK_LIST_ITEM, LOOK_NEAR_LIST, LOOK_TIGHT};
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        line_clear_look(&lines[i], others[k]);
    line_set_look(&lines[i], LOOK_SIGNATURE);
    line_set_look_if(&lines[i], LOOK_NAMES_ONLY, !LOOKS(&lines[i], LOOK_BYLINE));
    line_clear_look(&lines[i - 1], LOOK_BEFORE_BYLINE);
    line_clear_look(&lines[i - 1], LOOK_BEFORE_CREDIT);
}

void lines_look_for_endlines(line *lines, size_t n)
{
    enum { FEWEST = 2 };
    size_t sure = 0, likely = 0, capitals = 0, under = 0, dashed = 0;
    for (size_t i = 0; i < n; i++) {
        bool name = is_name(&lines[i]) || may_be_dashed_name(&lines[i]),
             is = (name || may_be_name(&lines[i])) && is_behind_story(lines, n, i);
        sure += is && name;
        likely += is && !name;
        capitals += is && name && LOOKS(&lines[i], LOOK_ALL_CAPS);
        dashed += is && line_opens_with_dash(&lines[i]);
        under += !is && is_under_headline(lines, i);
    }
    for (size_t i = 1; i < n; i++)
        if (is_set_end(lines, n, i))
            sign(lines, i);
    likely = capitals ? likely : 0;
    if (sure == 0 || sure + likely <= 2 * under || (sure + likely < FEWEST && dashed == 0))
        return;
    for (size_t i = 0; i < n; i++) {
        bool name =
            is_name(&lines[i]) || may_be_dashed_name(&lines[i]) || (capitals && may_be_name(&lines[i]));
        if (name && is_behind_story(lines, n, i))
            sign(lines, i);
    }
}
