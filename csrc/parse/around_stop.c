/* Headings between blank lines that end in a full stop, as old papers set them on pages that have several,
 * and writers who sign so over the next one. */
#include "parse/byline_part.h"
#include "parse/line.h"

/* "The Army's Best Man." by itself: words in title case with a full stop. */
static bool is_stopped_title(const line *lines, size_t n, size_t i)
{
    enum { FEWEST_WORDS = 2, MOST_WORDS = 7 };
    const line *l = &lines[i];
    static const int others[] = {LOOK_ENDS_QUESTION, LOOK_STARTS_QUOTE, LOOK_SALUTATION, LOOK_CREDIT,
                                 LOOK_FURNITURE};
    return LOOKS(l, LOOK_TITLE_CASE) && LOOKS(l, LOOK_ENDS_SENTENCE) && l->n_words >= FEWEST_WORDS &&
           l->n_words <= MOST_WORDS && l->blanks_before > 0 && (i + 1 == n || l[1].blanks_before > 0) &&
           !line_looks_any(l, others, sizeof others / sizeof *others) && !(l->words.seen & CHAR_DIGIT) &&
           !memchr(l->text.ptr, ',', l->text.len);
}

static bool is_long_paragraph(const line *l)
{
    enum { LEAST_WORDS = 15 };
    return line_is_text(l) && l->n_words >= LEAST_WORDS;
}

/* Between paragraphs, or over one and under a writer or a label: old papers set headings so. */
static bool is_stopped_head(const line *lines, size_t n, size_t i)
{
    enum { MOST_LABEL_WORDS = 4 };
    if (i == 0 || i + 1 >= n || !is_stopped_title(lines, n, i) || !is_long_paragraph(&lines[i + 1]) ||
        LOOKS(&lines[i + 1], LOOK_STARTS_LOWER) || LOOKS(&lines[i], LOOK_SENTENCES))
        return false;
    const line *above = &lines[i - 1];
    bool label = !line_is_text(above) && above->n_words <= MOST_LABEL_WORDS && LOOKS(above, LOOK_TITLE_CASE);
    return label || is_stopped_title(lines, n, i - 1) ||
           (is_long_paragraph(above) && LOOKS(above, LOOK_ENDS_SENTENCE));
}

/* "Jane Doe.", "Mrs. J. Doe." under her text, and over the next heading. */
static bool is_stopped_writer(const line *lines, size_t n, size_t i)
{
    static const char *const titles[] = {"Mr. ", "Mrs. ", "Miss ", "Dr. ", "Rev. ", "Prof. "};
    const line *l = &lines[i];
    if (i == 0 || i + 1 >= n || !is_stopped_title(lines, n, i) || !is_long_paragraph(l - 1) ||
        !(is_stopped_head(lines, n, i + 1) || !line_is_text(l + 1)))
        return false;
    bool titled = false;
    for (size_t k = 0; k < sizeof titles / sizeof *titles; k++)
        titled |= str_starts(l->text, str_of(titles[k]));
    return titled || byline_may_be_person(byline_bare(l->text));
}

void lines_look_for_stopped_heads(line *lines, size_t n)
{
    enum { FEWEST = 2 };
    size_t count = 0;
    for (size_t i = 0; i < n && count < FEWEST; i++)
        count += is_stopped_head(lines, n, i);
    for (size_t i = n; count >= FEWEST && i-- > 0;) {
        bool writer = is_stopped_writer(lines, n, i);
        if (!writer && !is_stopped_head(lines, n, i))
            continue;
        line_set_look_if(&lines[i], LOOK_SIGNATURE, writer);
        line_clear_look(&lines[i], LOOK_ENDS_SENTENCE);
    }
}
