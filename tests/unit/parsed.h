/* Pages made of a few lines, and what was made of them as text to compare. */
#ifndef STDAILY_TESTS_PARSED_H
#define STDAILY_TESTS_PARSED_H

#include "base/buf.h"
#include "parse/page.h"

/* Stories that share no word of weight, in paragraphs that are clearly body text. */
#define OTTER_HEAD "Otters Return to the Old Harbor\n\nBy GONG Mei\n\n"
#define OTTER_1                                                                                              \
    "Nine otters swam into the old harbor on Monday, and the dockhands put down their ropes to watch them "  \
    "dive for crabs between the ferries.\n\n"
#define OTTER_2                                                                                              \
    "The otters had left the harbor forty years ago, when the ferries still burned coal and the crabs were " \
    "too few for them.\n\n"
#define LOOM_HEAD "Basalt Thread Comes Off Cotton Looms\n\nBy PU Si\n\n"
#define LOOM_1                                                                                               \
    "Looms that wove cotton for a century now weave basalt thread in a mill at Anshun, where molten rock "   \
    "is drawn as thin as a hair.\n\n"
#define LOOM_2                                                                                               \
    "The basalt thread neither burns nor rusts, the weavers of the mill say, and nobody has yet found a "    \
    "way to dye it.\n\n"

static inline page *parsed(void **state, const char *text)
{
    return page_parse(*state, str_of(text), NULL);
}

/* The kinds of the page's lines, with blanks between them. */
static inline const char *kinds_in(void **state, const char *text)
{
    page *p = parsed(state, text);
    buf out = buf_in(*state);
    for (size_t i = 0; i < p->n_blocks; i++)
        buf_addf(&out, "%s%s", i ? " " : "", line_kind_name(p->blocks[i].kind));
    return buf_str(&out).ptr;
}

/* "HEADLINE: 1 3 5p 7s 9-": an article's lines in reading order, with body lines' joins: p paragraph, s
 * space,
 * - hyphen, d duplicate, g gap, x garble. */
static inline const char *read_in_order(void **state, const page *p, size_t index)
{
    buf out = buf_in(*state);
    assert_true(index < p->n_articles);
    const article *a = &p->articles[index];
    buf_add(&out, a->headline);
    buf_add_char(&out, ':');
    for (size_t k = 0; k < a->n_reading; k++) {
        const block *b = &p->blocks[a->reading[k]];
        buf_addf(&out, " %u", b->line);
        if (b->join != JOIN_NONE)
            buf_add_char(&out, " ps-dgx"[b->join]);
    }
    return buf_str(&out).ptr;
}

#endif
