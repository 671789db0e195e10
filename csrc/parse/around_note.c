/* What papers say of a writer in italics below his text: "Jane Doe is a lawyer in Rome." */
#include "parse/byline_part.h"
#include "parse/line.h"

/* The line above that has no more than this name, and "By" or a title: his byline. */
static const line *byline_of(const line *lines, size_t i, str name)
{
    enum { MOST_LINES = 120, MOST_WORDS = 7 };
    for (size_t k = i; k-- > 0 && i - k <= MOST_LINES;)
        if (lines[k].n_words <= MOST_WORDS && !LOOKS(&lines[k], LOOK_ENDS_SENTENCE) &&
            str_find_nocase(lines[k].text, name) < lines[k].text.len)
            return &lines[k];
    return NULL;
}

void lines_look_for_notes(line *lines, size_t n)
{
    enum { MOST_WORDS = 30 };
    for (size_t i = 2; i < n; i++) {
        line *l = &lines[i];
        if (!LOOKS(l, LOOK_ITALIC) || !LOOKS(l, LOOK_ENDS_SENTENCE) || l->n_words > MOST_WORDS ||
            l->heading || !line_is_text(l - 1) || (i + 1 < n && line_is_text(l + 1)))
            continue;
        str name = byline_subject(l->text);
        if (!memchr(name.ptr, ' ', name.len) || !byline_of(lines, i, name))
            continue;
        line_clear_look(l, LOOK_ENDS_SENTENCE);
        line_clear_look(l, LOOK_SENTENCES);
        line_set_look(l, LOOK_ROLE);
        line_set_look(l, LOOK_SIGNATURE);
    }
}
