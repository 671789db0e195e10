/* Boxes in two languages: under a label and a story's headline stands its title in Chinese, then people and
 * what they are, each in both. */
#include "parse/line.h"

static bool may_head_box(const line *l)
{
    enum { MOST_WORDS = 18 };
    static const int others[] = {LOOK_NEAR_FOLIO, LOOK_PAPER, LOOK_BYLINE, LOOK_CREDIT, LOOK_CJK};
    return l->n_words <= MOST_WORDS && (line_asks(l) || !LOOKS(l, LOOK_ENDS_SENTENCE)) &&
           !LOOKS(l, LOOK_STARTS_LOWER) && !line_looks_any(l, others, sizeof others / sizeof *others);
}

/* The index behind the last line in Chinese of those that follow lines[first] with no text between them. */
static size_t end_of_box(const line *lines, size_t n, size_t first, size_t *n_chinese)
{
    enum { MOST_BETWEEN = 2, MOST_WORDS = 14 };
    size_t end = first;
    *n_chinese = 0;
    for (size_t i = first; i < n && i <= end + MOST_BETWEEN; i++) {
        if (LOOKS(&lines[i], LOOK_CJK)) {
            end = i + 1;
            ++*n_chinese;
        } else if (lines[i].n_words > MOST_WORDS || LOOKS(&lines[i], LOOK_ENDS_SENTENCE)) {
            break;
        }
    }
    return end;
}

void lines_look_for_bilingual_boxes(line *lines, size_t n)
{
    enum { FEWEST_CHINESE = 2 };
    for (size_t i = 1, end; i < n; i = end) {
        size_t n_chinese;
        end = i + 1;
        if (!LOOKS(&lines[i], LOOK_CJK) || LOOKS(&lines[i], LOOK_NEAR_FOLIO) || !may_head_box(&lines[i - 1]))
            continue;
        end = end_of_box(lines, n, i, &n_chinese);
        if (n_chinese < FEWEST_CHINESE)
            continue;
        line_set_look(&lines[i - 1], LOOK_BOXED);
        if (end < n)
            line_clear_look(&lines[end], LOOK_NEAR_CJK);
    }
}
