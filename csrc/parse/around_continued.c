/* "From page 1" and the heading over a continuation, which stands over it or under it.  That heading has no
 * label, no deck and no writer: these stand where the story begins. */
#include "parse/line.h"
#include "parse/syntax.h"

enum { MOST_WORDS = 14, MOST_LINES = 4 };

static bool may_be_jump_head(const line *l)
{
    static const int others[] = {LOOK_CREDIT,    LOOK_DATE,       LOOK_RUNNING,    LOOK_FURNITURE, LOOK_JUMP,
                                 LOOK_JUMP_TAIL, LOOK_CONTINUED,  LOOK_VOLUME,     LOOK_CJK,       LOOK_REFER,
                                 LOOK_LIST_ITEM, LOOK_NO_LETTERS, LOOK_PAGE_NUMBER};
    /* "The inquiry continues." is text, "Who Pays?" a headline. */
    bool asks = line_asks(l) && !LOOKS(l, LOOK_STARTS_LOWER);
    bool breaks_off = LOOKS(l, LOOK_SENTENCES) && !l->heading && !LOOKS(l, LOOK_TITLE_CASE);
    return l->n_words <= MOST_WORDS && (asks || !line_is_text(l)) && !breaks_off &&
           (asks || !LOOKS(l, LOOK_ENDS_SENTENCE) || LOOKS(l, LOOK_ALL_CAPS)) &&
           !line_looks_any(l, others, sizeof others / sizeof *others);
}

static bool is_set_as_title(const line *l)
{
    return LOOKS(l, LOOK_TITLE_CASE) || LOOKS(l, LOOK_ALL_CAPS);
}

/* Two lines of one heading, by their letters. */
static bool is_one_heading(const line *first, const line *second)
{
    enum { FEW_WORDS = 3 };
    /* Rarely a label does stand there. */
    bool apart = LOOKS(second, LOOK_APART) && second->n_words > 1 && first->n_words <= FEW_WORDS + 1;
    if (first->n_words + second->n_words > MOST_WORDS + 2 || apart ||
        LOOKS(first, LOOK_ALL_CAPS) != LOOKS(second, LOOK_ALL_CAPS) ||
        (LOOKS(first, LOOK_LABEL) && !LOOKS(first, LOOK_ENDS_COMMA)))
        return false;
    if (is_set_as_title(first))
        return is_set_as_title(second) || second->n_words <= FEW_WORDS || LOOKS(second, LOOK_STARTS_LOWER);
    return LOOKS(second, LOOK_STARTS_LOWER) ||
           (second->n_words <= FEW_WORDS && (first->heading || !line_opens_sentence(first)));
}

static void join_headings(line *first, line *second)
{
    static const int others[] = {LOOK_APART, LOOK_NAMES_PLAIN};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        line_clear_look(first, others[i]);
        line_clear_look(second, others[i]);
    }
    line_set_look(first, LOOK_TURNS);
    line_set_look(second, LOOK_TURNED);
}

/* The heading whose last line is lines[at]. */
static void look_over(line *lines, size_t at)
{
    size_t first = at;
    line_clear_look(&lines[at], LOOK_SPEAKER);
    while (first > 0 && at - first + 1 < MOST_LINES && may_be_jump_head(&lines[first - 1]) &&
           !LOOKS(&lines[first], LOOK_PICTURE_ABOVE) && is_one_heading(&lines[first - 1], &lines[first])) {
        join_headings(&lines[first - 1], &lines[first]);
        first--;
    }
}

static void look_under(line *lines, size_t n, size_t at)
{
    line_set_look(&lines[at], LOOK_UNDER_CONTINUED);
    for (size_t i = at - 1; i-- > 0 && LOOKS(&lines[i], LOOK_BEFORE_CONTINUED);)
        line_clear_look(&lines[i], LOOK_BEFORE_CONTINUED);
    for (size_t i = at; i + 2 < n && i - at + 1 < MOST_LINES && may_be_jump_head(&lines[i + 1]) &&
                        is_one_heading(&lines[i], &lines[i + 1]);
         i++)
        join_headings(&lines[i], &lines[i + 1]);
}

typedef enum side { NOWHERE, OVER, UNDER, EITHER } side;

/* Where the heading of a continued line may stand. */
static side side_of(const line *lines, size_t n, size_t at)
{
    const line *above = at > 0 ? &lines[at - 1] : NULL, *below = at + 1 < n ? &lines[at + 1] : NULL;
    /* "- Jane Doe" behind her text is no heading, though it may be set as one. */
    bool over = above && may_be_jump_head(above) && !LOOKS(above, LOOK_SIGNATURE),
         under = below && may_be_jump_head(below);
    if (!over || !under)
        return over ? OVER : under ? UNDER : NOWHERE;
    bool title_above = is_set_as_title(above) || above->heading,
         title_below = is_set_as_title(below) || below->heading;
    return title_above == title_below ? EITHER : title_above ? OVER : UNDER;
}

void lines_look_at_jump_heads(line *lines, size_t n)
{
    size_t sides[EITHER + 1] = {0};
    for (size_t i = 0; i < n; i++)
        if (LOOKS(&lines[i], LOOK_CONTINUED))
            sides[side_of(lines, n, i)]++;
    for (size_t i = 0; i < n; i++) {
        side s = LOOKS(&lines[i], LOOK_CONTINUED) ? side_of(lines, n, i) : NOWHERE;
        if (s == EITHER) /* a paper sets all on one side */
            s = sides[UNDER] > sides[OVER] ? UNDER : OVER;
        if (s == OVER) {
            look_over(lines, i - 1);
            if (i + 1 < n && !LOOKS(&lines[i + 1], LOOK_NAMES_ONLY))
                line_set_look(&lines[i + 1], LOOK_UNDER_JUMP_HEAD);
        } else if (s == UNDER) {
            look_under(lines, n, i + 1);
        }
    }
}
