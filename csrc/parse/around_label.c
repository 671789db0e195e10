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

/* "Behind the news:", "(Who's who)", "| 50 years ago", "Rural revival | Moyne": marks that labels have more
 * often than headlines. */
static bool has_marks(const line *l)
{
    static const char *const leading[] = {"| ", ">> ", "\xe2\x97\x8f ", "\xe2\x98\x85 ", "\xe2\x80\xa2 "};
    static const char *const between[] = {" | ", " \xc2\xb7 ", " \xe2\x80\xa2 ", " - ", " \xe2\x80\x94 "};
    str s = l->text, raw = str_trim(l->raw);
    if ((s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') || s.ptr[s.len - 1] == ':')
        return true;
    for (size_t i = 0; i < sizeof leading / sizeof *leading; i++)
        if (str_starts(raw, str_of(leading[i])))
            return true;
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (str_find(s, str_of(between[i])) < s.len)
            return true;
    return false;
}

/* `italic`: it is, over a marked heading. */
static bool may_be_marked_label(const line *l, bool italic)
{
    enum { MOST_WORDS = 6 };
    static const int others[] = {LOOK_BYLINE,  LOOK_NAMES_ONLY, LOOK_NAMES_PLAIN,  LOOK_ROLE,
                                 LOOK_CREDIT,  LOOK_SOURCE,     LOOK_FURNITURE,    LOOK_REFER,
                                 LOOK_DATE,    LOOK_CONTINUED,  LOOK_JUMP,         LOOK_TABLE,
                                 LOOK_PAPER,   LOOK_LABEL,      LOOK_STARTS_LOWER, LOOK_ROW,
                                 LOOK_FIGURES, LOOK_VOLUME,     LOOK_ADVERT};
    return l->n_words > 0 && l->n_words <= MOST_WORDS && l->text.len > 0 && !LOOKS(l, LOOK_ENDS_SENTENCE) &&
           !line_looks_any(l, others, sizeof others / sizeof *others) && (italic || has_marks(l));
}

/* Between a text and a headline, or a headline and its writer or text. */
static bool is_beside_headline(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WORDS = 4, LEAST_TEXT_WORDS = 12 };
    if (i + 1 >= n)
        return false;
    const line *above = i > 0 ? &lines[i - 1] : NULL, *below = &lines[i + 1];
    bool headed = above && line_may_be_headline(above) && !LOOKS(above, LOOK_LIST_ITEM);
    if (headed)
        return may_follow(below) && (above->n_words >= FEWEST_WORDS || above->heading);
    /* "Among the plans:" over them */
    bool over_story = i + 2 < n && (is_of_writer(below + 1) ||
                                    (line_is_text(below + 1) && below[1].n_words >= LEAST_TEXT_WORDS));
    if (LOOKS(&lines[i], LOOK_ENDS_COMMA) && !below->heading && !over_story)
        return false;
    bool apart = !above || line_is_text(above) || is_of_writer(above) || LOOKS(above, LOOK_CREDIT) ||
                 LOOKS(above, LOOK_JUMP) || LOOKS(above, LOOK_JUMP_TAIL);
    return apart && line_may_be_headline(below) && !LOOKS(below, LOOK_LIST_ITEM) &&
           (below->n_words >= FEWEST_WORDS || below->heading);
}

/* "What's Next?" between a writer and his text; beside a headline a standing one, or "| Did you know?". */
static bool asks_as_label(const line *lines, size_t n, size_t i)
{
    enum { MOST_WORDS = 5 };
    const line *l = &lines[i];
    if (!line_asks(l) || l->n_words > MOST_WORDS)
        return false;
    bool cased = LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS);
    bool under_writer = i > 0 && i + 1 < n && LOOKS(l - 1, LOOK_BYLINE) && !LOOKS(l - 1, LOOK_SIGNATURE) &&
                        line_is_text(l + 1);
    bool beside = LOOKS(l, LOOK_LABEL_MARKS) || (cased && LOOKS(l, LOOK_STANDING));
    return (cased && under_writer) || (beside && is_beside_headline(lines, n, i));
}

static void look_for_marked_labels(line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (asks_as_label(lines, n, i)) {
            line_set_look(&lines[i], LOOK_LABEL);
            line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
            line_clear_look(&lines[i], LOOK_ENDS_QUESTION);
            continue;
        }
        bool italic =
            LOOKS(&lines[i], LOOK_ITALIC) && !lines[i].heading && i + 1 < n && lines[i + 1].heading > 0;
        line_set_look_if(&lines[i], LOOK_LABEL,
                         may_be_marked_label(&lines[i], italic) && is_beside_headline(lines, n, i));
    }
}

void lines_look_where_labels_stand(line *lines, size_t n)
{
    enum { MOST_WORDS = 5 };
    size_t count[PLACE_UNDER + 1] = {0};
    look_for_marked_labels(lines, n);
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
