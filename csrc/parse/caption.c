/* Captions and sidebars, to the article that they are about. */
#include <math.h>

#include "base/hash.h"
#include "parse/buf_join.h"
#include "parse/builder.h"
#include "parse/credit.h"
#include "parse/syntax.h"

/* In units of affinity: below it a photo stands alone.  The more words a caption has, the likelier one of
 * them is another article's, too. */
static const double LEAST_FIT = 2.1, LEAST_FIT_BY_WORD = 0.05;
static const double FIT_INSIDE = 2.4;        /* the article's text goes on below the caption */
static const double FIT_BELOW = 1.2;         /* the caption stands at the article's end */
static const double LEAST_FIT_SIDEBAR = 0.8; /* of a sidebar */
static const double FIT_UNDER = 0.4;         /* it stands under the article */
static const double FIT_QUOTE = 2.0;         /* and quotes it, or its text goes on below */

typedef struct headlines {
    uint32_t *slots; /* article, plus 1; 0 for none; NULL before one is looked for */
    size_t n_slots;
} headlines;

typedef struct placer {
    builder *b;
    int32_t *group;         /* by block: article, for text and headlines; else -1 */
    affinity_scores scores; /* by article */
    int32_t above;          /* the last block that is no caption, or -1 */
    size_t below;           /* a block; of those looked at, the next that the page's text goes on with */
    headlines headlines;
} placer;

static bool is_flow(line_kind kind)
{
    return kind != KIND_CAPTION && kind != KIND_FURNITURE && kind != KIND_SIDEBAR;
}

/* The article above, if nothing but captions stands between; -1 for none. */
static int32_t article_above(const placer *m)
{
    return m->above >= 0 ? m->b->page->blocks[m->above].article : -1;
}

/* The article whose text goes on below block i; -1 for none.  Asked for from top to bottom. */
static int32_t article_below(placer *m, size_t i)
{
    const page *p = m->b->page;
    m->below = m->below > i ? m->below : i + 1;
    while (m->below < p->n_blocks && !is_flow(p->blocks[m->below].kind))
        m->below++;
    if (m->below == p->n_blocks)
        return -1;
    const block *blk = &p->blocks[m->below];
    return line_kind_is_text(blk->kind) ? blk->article : -1;
}

static double least_fit(const placer *m, size_t first, size_t last)
{
    enum { MOST_WORDS = 20 };
    size_t n = affinity_size(m->b->affinity, (text_run){first, last + 1});
    return LEAST_FIT + LEAST_FIT_BY_WORD * (double)(n < MOST_WORDS ? n : MOST_WORDS);
}

static int32_t fitting_article(placer *m, size_t first, size_t last, double *score)
{
    affinity_score(m->b->affinity, first, last, m->group, &m->scores);
    int32_t best = best_article(m->b->page, &m->scores, -1);
    *score = best >= 0 ? m->scores.of[best] : 0;
    return best;
}

static void add_caption(builder *b, caption c, int32_t to)
{
    page *p = b->page;
    caption **list = to < 0 ? &p->photos : &p->articles[to].captions;
    size_t *n = to < 0 ? &p->n_photos : &p->articles[to].n_captions;
    /* Room for the next power of two. */
    size_t capacity = *n;
    if ((*n & (*n - 1)) == 0)
        *list = arena_grow(b->mem, *list, *n, &capacity, sizeof **list);
    (*list)[(*n)++] = c;
    for (int32_t i = c.first_block; i <= c.last_block; i++)
        p->blocks[i].article = to;
}

static caption read_caption(builder *b, size_t first, size_t last)
{
    buf lines = buf_in(b->mem);
    for (size_t i = first; i <= last; i++)
        buf_add_line(&lines, b->page->blocks[i].text);
    str text = buf_str(&lines);
    caption c = {.first_block = (int32_t)first, .last_block = (int32_t)last, .text = text, .credit = STR("")};
    size_t start;
    if (credit_find(text, &start, &c.credit))
        c.text = str_trim(str_to(text, start));
    return c;
}

static int32_t caption_article(placer *m, size_t first, size_t last)
{
    double score;
    int32_t best = fitting_article(m, first, last, &score), above = article_above(m);
    if (above >= 0 && m->b->page->articles[above].headline.len) {
        bool inside = article_below(m, last) == above;
        double here = m->scores.of[above] + (inside ? FIT_INSIDE : FIT_BELOW);
        best = here >= score ? above : best;
        score = here >= score ? here : score;
    }
    return score >= least_fit(m, first, last) ? best : -1;
}

/* The slot of the first article with this headline. */
static uint32_t *find_headline(const placer *m, str text)
{
    size_t at = hash_folded(text) & (m->headlines.n_slots - 1);
    uint32_t *slots = m->headlines.slots;
    while (slots[at] && !str_eq_nocase(m->b->page->articles[slots[at] - 1].headline, text))
        at = (at + 1) & (m->headlines.n_slots - 1);
    return &slots[at];
}

static void read_headlines(placer *m)
{
    const page *p = m->b->page;
    for (m->headlines.n_slots = 16; m->headlines.n_slots < p->n_articles * 2;)
        m->headlines.n_slots *= 2;
    m->headlines.slots = arena_array(m->b->mem, m->headlines.n_slots, sizeof *m->headlines.slots);
    for (uint32_t a = 0; a < p->n_articles; a++) {
        uint32_t *slot = find_headline(m, p->articles[a].headline);
        if (p->articles[a].headline.len && !*slot)
            *slot = a + 1;
    }
}

static int32_t sidebar_article(placer *m, size_t first, size_t last)
{
    const page *p = m->b->page;
    uint32_t named = UINT32_MAX;
    if (!m->headlines.slots)
        read_headlines(m);
    for (size_t i = first; i <= last; i++) {
        uint32_t found = *find_headline(m, p->blocks[i].text);
        named = found && found - 1 < named ? found - 1 : named;
    }
    if (named < UINT32_MAX)
        return (int32_t)named;
    double score;
    int32_t best = fitting_article(m, first, last, &score), above = article_above(m);
    bool quote = LOOKS(&m->b->lines[first], LOOK_PULL_QUOTE) || article_below(m, last) == above;
    double here = above < 0 ? 0 : m->scores.of[above] + (quote ? FIT_QUOTE : FIT_UNDER);
    best = here >= score ? above : best;
    return fmax(here, score) >= LEAST_FIT_SIDEBAR ? best : -1;
}

/* The label of another box. */
static bool begins_box(const line *l)
{
    return LOOKS(l, LOOK_BOXED) && l->blanks_before > 0 &&
           (l->heading || LOOKS(l, LOOK_BOLD) || LOOKS(l, LOOK_ALL_CAPS));
}

/* A credit by itself goes with the text above it. */
static bool ends_caption(const line *l, const line *below)
{
    return LOOKS(l, LOOK_CREDIT) || (below->blanks_before > 0 && !line_is_open(l) &&
                                     !(LOOKS(below, LOOK_CREDIT) && credit_is_all(below->text)));
}

static size_t run_end(const builder *b, size_t i)
{
    const page *p = b->page;
    size_t last = i;
    while (last + 1 < p->n_blocks && p->blocks[last + 1].kind == p->blocks[i].kind) {
        if (p->blocks[i].kind == KIND_CAPTION && ends_caption(&b->lines[last], &b->lines[last + 1]))
            break;
        if (p->blocks[i].kind == KIND_SIDEBAR && begins_box(&b->lines[last + 1]))
            break;
        last++;
    }
    return last;
}

static placer placer_of(builder *b)
{
    page *p = b->page;
    placer m = {.b = b, .above = -1};
    m.group = arena_array(b->mem, p->n_blocks + 1, sizeof *m.group);
    m.scores = affinity_scores_new(b->mem, p->n_articles);
    for (size_t i = 0; i < p->n_blocks; i++) {
        line_kind kind = p->blocks[i].kind;
        bool counts = line_kind_is_text(kind) || kind == KIND_HEADLINE;
        m.group[i] = counts ? p->blocks[i].article : -1;
    }
    return m;
}

void place_captions(builder *b)
{
    placer m = placer_of(b);
    page *p = b->page;
    for (size_t i = 0; i < p->n_blocks; i++) {
        line_kind kind = p->blocks[i].kind;
        size_t last = kind == KIND_CAPTION || kind == KIND_SIDEBAR ? run_end(b, i) : i;
        if (kind == KIND_CAPTION) {
            add_caption(b, read_caption(b, i, last), caption_article(&m, i, last));
        } else if (kind == KIND_SIDEBAR) {
            /* Results and times, one a line, stand anywhere, and name whom stories name. */
            int32_t to = LOOKS(&b->lines[i], LOOK_ROW) ? -1 : sidebar_article(&m, i, last);
            for (size_t k = i; k <= last; k++)
                p->blocks[k].article = to;
        }
        if (kind != KIND_CAPTION)
            m.above = (int32_t)last;
        i = last;
    }
}
