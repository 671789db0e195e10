/* Names beside what they may stand with: writers, photographers, agencies. */
#include "parse/byline_part.h"
#include "parse/credit.h"
#include "parse/line.h"

/* "Jane Doe | The Herald", between a heading and a text; under a caption it is a credit. */
static bool is_under_headline(const line *lines, size_t n, size_t i)
{
    enum { MOST_HEADLINE_WORDS = 12, LEAST_TEXT_WORDS = 12 };
    const line *above = &lines[i - 1];
    if (above->heading > 0)
        return true;
    if (str_find(lines[i].text, STR("|")) >= lines[i].text.len) /* a credit may stand over its caption */
        return false;
    bool picture = LOOKS(above, LOOK_SCENE) || LOOKS(above, LOOK_PICTURE_ABOVE);
    bool text = i + 1 < n && line_is_text(&lines[i + 1]) && lines[i + 1].n_words >= LEAST_TEXT_WORDS;
    bool heading = above->n_words <= MOST_HEADLINE_WORDS && !LOOKS(above, LOOK_ENDS_SENTENCE) &&
                   !LOOKS(above, LOOK_JUMP);
    return text && !picture && heading;
}

/* "Jane Doe / Reuters" and "ASSOCIATED PRESS" are a credit under a caption's sentence, a byline elsewhere. */
static void settle_credits(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        const line *above = &lines[i - 1];
        if (LOOKS(l, LOOK_CREDIT) && LOOKS(l, LOOK_NAMES_PLAIN) && is_under_headline(lines, n, i))
            line_clear_look(l, LOOK_CREDIT);
        if (!LOOKS(l, LOOK_CREDIT) || !LOOKS(l, LOOK_NAMES_ONLY))
            continue;
        /* An agency by itself under a text names its source. */
        bool picture = LOOKS(above, LOOK_SCENE) || LOOKS(above, LOOK_PICTURE_ABOVE);
        bool source = byline_is_agency(l->text) && !picture && !LOOKS(l, LOOK_BRACKETED);
        bool sentence = !source && LOOKS(above, LOOK_ENDS_SENTENCE) && !LOOKS(above, LOOK_ENDS_QUESTION) &&
                        !above->heading;
        bool under_sentence = sentence || LOOKS(l, LOOK_BRACKETED);
        line_clear_look(l, under_sentence ? LOOK_NAMES_ONLY : LOOK_CREDIT);
        if (under_sentence)
            line_clear_look(l, LOOK_ROLE);
    }
}

/* A headline may stand right above its writer: what does is neither text nor a label. */
static bool may_be_headline(const line *l)
{
    enum { FEWEST_WORDS = 3 };
    return l->n_words >= FEWEST_WORDS && !line_is_text(l) && !LOOKS(l, LOOK_LABEL) &&
           !LOOKS(l, LOOK_LABEL_LAST) && !LOOKS(l, LOOK_CREDIT) && !LOOKS(l, LOOK_JUMP) &&
           !LOOKS(l, LOOK_FURNITURE) && !LOOKS(l, LOOK_REFER) && !LOOKS(l, LOOK_DATE);
}

/* A name that stands over what its bearer is, under a headline: else it is one itself, over "Staff
 * Reporters". */
static void settle_names(line *lines, size_t n)
{
    for (size_t i = 1; i + 1 < n; i++) {
        const line *below = &lines[i + 1];
        bool titled =
            LOOKS(below, LOOK_ROLE) && !LOOKS(below, LOOK_BYLINE) && !LOOKS(below, LOOK_NAMES_PLAIN);
        if (LOOKS(&lines[i], LOOK_NAMES_PLAIN) && titled && !lines[i].heading &&
            may_be_headline(&lines[i - 1]))
            line_set_look(&lines[i], LOOK_NAMES_ONLY);
    }
}

void lines_settle_names(line *lines, size_t n)
{
    settle_credits(lines, n);
    settle_names(lines, n);
}

/* "Bob Tanner, Ashby" under a letter. */
static void look_for_signatures(line *lines, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        line *l = &lines[i];
        const line *above = &lines[i - 1];
        bool place = i + 1 < n && lines[i + 1].blanks_before == 0 && lines[i + 1].n_words <= 3 &&
                     LOOKS(&lines[i + 1], LOOK_TITLE_CASE) && !lines[i + 1].heading;
        const line *below = i + 1 + place < n ? &lines[i + 1 + place] : NULL;
        bool named = LOOKS(l, LOOK_NAMES_PLAIN) && !l->heading && !LOOKS(l, LOOK_CREDIT);
        bool ends_text = line_is_text(above) && LOOKS(above, LOOK_ENDS_SENTENCE) &&
                         !LOOKS(above, LOOK_BEFORE_CREDIT) && !LOOKS(above, LOOK_CREDIT);
        bool before_heading = !below || below->heading || LOOKS(below, LOOK_LABEL);
        if (!named || !ends_text || !before_heading)
            continue;
        line_set_look(l, LOOK_SIGNATURE);
        if (place)
            line_set_look(&lines[i + 1], LOOK_SIGNATURE);
    }
}

/* "# Jane Doe" over "## Why barns matter". */
static void look_for_names_over_heads(line *lines, size_t n)
{
    for (size_t i = 0; i + 2 < n; i++) {
        const line *l = &lines[i], *head = &lines[i + 1];
        bool above = i == 0 || line_is_text(&lines[i - 1]) || LOOKS(&lines[i - 1], LOOK_LABEL) ||
                     LOOKS(&lines[i - 1], LOOK_SIGNATURE);
        if (above && LOOKS(l, LOOK_NAMES_PLAIN) && l->heading && head->heading >= l->heading &&
            !line_is_text(head) && !LOOKS(head, LOOK_NAMES_PLAIN) && head->n_words > 2 &&
            line_is_text(&lines[i + 2]))
            line_set_look(&lines[i], LOOK_NAME_OVER_HEAD);
    }
}

/* A credit that stands over its caption: what is above it is none. */
static void look_under_credits(line *lines, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        const line *above = i > 0 ? &lines[i - 1] : NULL;
        bool over = !above || above->heading || LOOKS(above, LOOK_JUMP) || LOOKS(above, LOOK_NO_LETTERS) ||
                    LOOKS(above, LOOK_FURNITURE) || LOOKS(above, LOOK_CREDIT) || LOOKS(above, LOOK_JUMP_TAIL);
        if (over && LOOKS(&lines[i], LOOK_CREDIT) && !LOOKS(&lines[i + 1], LOOK_CREDIT) &&
            line_is_text(&lines[i + 1]) && LOOKS(&lines[i + 1], LOOK_ENDS_SENTENCE) &&
            credit_is_all(lines[i].text))
            line_set_look(&lines[i + 1], LOOK_UNDER_CREDIT);
    }
}

void lines_look_at_names(line *lines, size_t n)
{
    look_for_signatures(lines, n);
    look_under_credits(lines, n);
    look_for_names_over_heads(lines, n);
}
