/* Captions and sidebars, to the article that they are about. */
#include "parse/buf_join.h"
#include "parse/builder.h"
#include "parse/credit.h"
#include "parse/syntax.h"

/* In units of affinity. */
static const double LEAST_FIT = 2.5;  /* below it a photo stands alone */
static const double FIT_INSIDE = 2.0; /* the article's text goes on below the caption */
static const double FIT_BELOW = 1.2;  /* the caption stands at the article's end */

typedef struct placer {
    builder *b;
    int32_t *group; /* by block: article, for text and headlines; else -1 */
    double *scores; /* by article */
} placer;

static bool is_flow(line_kind kind)
{
    return kind != KIND_CAPTION && kind != KIND_FURNITURE && kind != KIND_SIDEBAR;
}

/* The article above block i, if nothing but captions stands between; -1 for none. */
static int32_t article_above(const builder *b, size_t i)
{
    const page *p = b->page;
    while (i-- > 0)
        if (p->blocks[i].kind != KIND_CAPTION)
            return p->blocks[i].article;
    return -1;
}

/* The article whose text goes on below block i; -1 for none. */
static int32_t article_below(const builder *b, size_t i)
{
    const page *p = b->page;
    for (i++; i < p->n_blocks; i++)
        if (is_flow(p->blocks[i].kind))
            return p->blocks[i].kind == KIND_BODY || p->blocks[i].kind == KIND_CROSSHEAD
                       ? p->blocks[i].article
                       : -1;
    return -1;
}

/* The best of all articles with a headline; m->scores is left filled. */
static int32_t best_article(placer *m, size_t first, size_t last, double *score)
{
    const page *p = m->b->page;
    affinity_scores(m->b->words, first, last, m->group, m->scores, p->n_articles);
    int32_t best = -1;
    for (size_t a = 0; a < p->n_articles; a++)
        if (p->articles[a].headline.len && (best < 0 || m->scores[a] > m->scores[best]))
            best = (int32_t)a;
    *score = best >= 0 ? m->scores[best] : 0;
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
    str text = STR("");
    for (size_t i = first; i <= last; i++)
        text = join_lines(b->mem, text, b->page->blocks[i].text);
    caption c = {.first_block = (int32_t)first, .last_block = (int32_t)last, .text = text, .credit = STR("")};
    size_t start;
    if (credit_find(text, &start, &c.credit))
        c.text = str_trim(str_to(text, start));
    return c;
}

static int32_t caption_article(placer *m, size_t first, size_t last)
{
    const page *p = m->b->page;
    double score;
    int32_t best = best_article(m, first, last, &score), above = article_above(m->b, first);
    if (best < 0)
        return -1;
    if (above >= 0 && p->articles[above].headline.len) {
        bool inside = article_below(m->b, last) == above;
        double here = m->scores[above] + (inside ? FIT_INSIDE : FIT_BELOW);
        best = here >= score ? above : best;
        score = here >= score ? here : score;
    }
    return score >= LEAST_FIT ? best : -1;
}

static int32_t sidebar_article(placer *m, size_t first, size_t last)
{
    const page *p = m->b->page;
    for (size_t a = 0; a < p->n_articles; a++)
        for (size_t i = first; i <= last; i++)
            if (p->articles[a].headline.len && str_eq_nocase(p->articles[a].headline, p->blocks[i].text))
                return (int32_t)a;
    double score;
    int32_t best = best_article(m, first, last, &score);
    return score >= LEAST_FIT ? best : article_above(m->b, first);
}

static size_t run_end(const builder *b, size_t i)
{
    const page *p = b->page;
    size_t last = i;
    while (last + 1 < p->n_blocks && p->blocks[last + 1].kind == p->blocks[i].kind) {
        bool ended = p->blocks[i].kind == KIND_CAPTION &&
                     (LOOKS(&b->lines[last], LOOK_CREDIT) ||
                      (b->lines[last + 1].blanks_before > 0 && !line_is_open(&b->lines[last])));
        if (ended)
            break;
        last++;
    }
    return last;
}

static placer placer_of(builder *b)
{
    page *p = b->page;
    placer m = {.b = b};
    m.group = arena_array(b->mem, p->n_blocks + 1, sizeof *m.group);
    m.scores = arena_array(b->mem, p->n_articles + 1, sizeof *m.scores);
    for (size_t i = 0; i < p->n_blocks; i++) {
        line_kind kind = p->blocks[i].kind;
        bool counts = kind == KIND_BODY || kind == KIND_CROSSHEAD || kind == KIND_HEADLINE;
        m.group[i] = counts ? p->blocks[i].article : -1;
    }
    return m;
}

void place_captions(builder *b)
{
    placer m = placer_of(b);
    page *p = b->page;
    for (size_t i = 0; i < p->n_blocks; i++) {
        if (p->blocks[i].kind != KIND_CAPTION && p->blocks[i].kind != KIND_SIDEBAR)
            continue;
        size_t last = run_end(b, i);
        if (p->blocks[i].kind == KIND_CAPTION) {
            add_caption(b, read_caption(b, i, last), caption_article(&m, i, last));
        } else {
            int32_t to = sidebar_article(&m, i, last);
            for (size_t k = i; k <= last; k++)
                p->blocks[k].article = to;
        }
        i = last;
    }
}
