/* Where a page sets the labels of its stories: over their headlines, or under them. */
#include "parse/line.h"

static bool is_sure_label(const line *l)
{
    enum { MOST_WORDS = 5 };
    static const int others[] = {LOOK_FURNITURE,  LOOK_REFER,     LOOK_REFER_TAIL,   LOOK_BYLINE,
                                 LOOK_PAPER,      LOOK_DATE,      LOOK_GRAPHIC_WORD, LOOK_CREDIT,
                                 LOOK_CORRECTION, LOOK_NAMES_ONLY};
    return (LOOKS(l, LOOK_LABEL) || LOOKS(l, LOOK_STANDING)) && l->n_words <= MOST_WORDS &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

static bool is_of_writer(const line *l)
{
    return LOOKS(l, LOOK_BYLINE) || LOOKS(l, LOOK_NAMES_ONLY) || LOOKS(l, LOOK_ROLE);
}

/* Under a headline stand a writer, a text, or a continued line. */
static bool may_follow(const line *l)
{
    return line_is_text(l) || is_of_writer(l) || LOOKS(l, LOOK_CONTINUED);
}

typedef enum place { PLACE_NONE, PLACE_OVER, PLACE_UNDER } place;

/* Of a story with a writer: labels of briefs, boxes and graphics always stand over them. */
static place place_of(const line *lines, size_t n, size_t i)
{
    if (i + 2 >= n)
        return PLACE_NONE;
    bool under_headline = i > 0 && line_may_be_headline(&lines[i - 1]);
    bool signed_below = LOOKS(&lines[i + 1], LOOK_BEFORE_BYLINE) || LOOKS(&lines[i + 2], LOOK_BEFORE_BYLINE);
    if (line_may_be_headline(&lines[i + 1]) && !under_headline && signed_below)
        return PLACE_OVER;
    bool under_writer = i > 0 && is_of_writer(&lines[i - 1]) && line_is_text(&lines[i + 1]);
    return under_writer || (under_headline && may_follow(&lines[i + 1])) ? PLACE_UNDER : PLACE_NONE;
}

void lines_look_where_labels_stand(line *lines, size_t n)
{
    enum { MOST_WORDS = 5 };
    size_t count[PLACE_UNDER + 1] = {0};
    for (size_t i = 0; i < n; i++)
        if (is_sure_label(&lines[i]))
            count[place_of(lines, n, i)]++;
    for (size_t i = 0; i < n && count[PLACE_UNDER] > count[PLACE_OVER]; i++) {
        /* It says nothing of itself. */
        bool own = is_sure_label(&lines[i]) && place_of(lines, n, i) == PLACE_UNDER;
        line_set_look_if(&lines[i], LOOK_LABELS_UNDER,
                         lines[i].n_words <= MOST_WORDS && !LOOKS(&lines[i], LOOK_STARTS_LOWER) &&
                             count[PLACE_UNDER] - own > count[PLACE_OVER]);
    }
}
