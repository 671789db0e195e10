/* Stretches that OCR put under another article's headline. */
#include "parse/builder.h"
#include "parse/syntax.h"

/* How much better a stretch must fit another article than the one it stands in, by what else speaks for
 * the move.  In units of affinity. */
static const double MARGIN_ORPHAN = 0.0; /* it stands under no headline of its own */
static const double MARGIN_OPEN = 0.4;   /* the other article breaks off in the middle of a sentence */

typedef struct mover {
    builder *b;
    int32_t *group; /* by block: article whose body or crosshead it is, else -1 */
    double *scores; /* by article */
} mover;

static bool is_text(const block *blk)
{
    return blk->kind == KIND_BODY || blk->kind == KIND_CROSSHEAD;
}

static bool has_head(const article *a)
{
    return a->headline.len > 0;
}

/* The last body line of each article; -1 for none. */
static int32_t *last_lines(builder *b)
{
    page *p = b->page;
    int32_t *last = arena_array(b->mem, p->n_articles + 1, sizeof *last);
    for (size_t a = 0; a < p->n_articles; a++)
        last[a] = -1;
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].article >= 0 && is_text(&p->blocks[i]))
            last[p->blocks[i].article] = (int32_t)i;
    return last;
}

static bool jumps_away(const builder *b, int32_t a)
{
    for (size_t i = 0; i < b->page->n_jumps; i++)
        if (b->page->jumps[i].article == a)
            return true;
    return false;
}

/* The article breaks off: its last line is open and no jump follows. */
static bool breaks_off(const builder *b, int32_t a, int32_t last)
{
    return last >= 0 && b->page->blocks[last].kind == KIND_BODY && line_is_open(&b->lines[last]) &&
           !jumps_away(b, a);
}

static int32_t best_article(const mover *m, size_t first, size_t last, int32_t except, double *score)
{
    const page *p = m->b->page;
    affinity_scores(m->b->words, first, last, m->group, m->scores, p->n_articles);
    int32_t best = -1;
    for (size_t a = 0; a < p->n_articles; a++)
        if ((int32_t)a != except && has_head(&p->articles[a]) && (best < 0 || m->scores[a] > m->scores[best]))
            best = (int32_t)a;
    *score = best >= 0 ? m->scores[best] : 0;
    return best;
}

static void move_run(mover *m, size_t first, size_t last, int32_t to)
{
    for (size_t i = first; i <= last; i++) {
        block *blk = &m->b->page->blocks[i];
        if (is_text(blk) || blk->kind == KIND_JUMP_LINE) {
            blk->article = to;
            m->group[i] = is_text(blk) ? to : -1;
        }
    }
    for (size_t j = 0; j < m->b->page->n_jumps; j++) {
        jump *moved = &m->b->page->jumps[j];
        if (moved->block >= (int32_t)first && moved->block <= (int32_t)last)
            moved->article = to;
    }
}

/* Text at the page's top, or behind a graphic, that has no headline: the tail of an article of this page,
 * where one breaks off; else it stays an article without a headline. */
static void place_orphans(mover *m, const int32_t *last)
{
    page *p = m->b->page;
    for (size_t a = 0; a < p->n_articles; a++) {
        if (has_head(&p->articles[a]) || p->articles[a].continued || last[a] < 0)
            continue;
        double score;
        int32_t to = best_article(m, (size_t)p->articles[a].first_block, (size_t)last[a], (int32_t)a, &score);
        bool open = to >= 0 && breaks_off(m->b, to, last[to]);
        bool lower = LOOKS(&m->b->lines[p->articles[a].first_block], LOOK_STARTS_LOWER);
        if (to >= 0 && score > MARGIN_ORPHAN && (open || lower))
            move_run(m, (size_t)p->articles[a].first_block, (size_t)last[a], to);
    }
}

/* The best cut of article `host` for a tail that article `to` lacks: the first block of the tail, or -1. */
static int32_t find_tail(mover *m, int32_t host, int32_t host_last, int32_t to, double *gain)
{
    enum { MOST_TAIL_BLOCKS = 40 };
    builder *b = m->b;
    int32_t cut = -1, tried = 0;
    for (int32_t i = host_last; i > b->page->articles[host].first_block && tried < MOST_TAIL_BLOCKS; i--) {
        const block *blk = &b->page->blocks[i];
        if (blk->article != host || !is_text(blk))
            continue;
        tried++;
        int32_t before = i - 1;
        while (before >= 0 && !(is_text(&b->page->blocks[before]) && b->page->blocks[before].article == host))
            before--;
        if (before < 0 || before <= b->page->articles[host].first_block)
            break;
        bool clean = !line_is_open(&b->lines[before]) || LOOKS(&b->lines[before], LOOK_JUMP_TAIL);
        if (!clean || blk->kind != KIND_BODY)
            continue;
        affinity_scores(b->words, (size_t)i, (size_t)host_last, m->group, m->scores, b->page->n_articles);
        double here = m->scores[to] - m->scores[host];
        here += LOOKS(&b->lines[i], LOOK_STARTS_LOWER) ? 1.5 : 0;
        if (here > *gain) {
            *gain = here;
            cut = i;
        }
    }
    return cut;
}

/* An article that breaks off may have its tail behind another article of the page. */
static void find_tails(mover *m, int32_t *last)
{
    enum { MOST_ARTICLES = 24 };
    page *p = m->b->page;
    for (int32_t a = 0; a < (int32_t)p->n_articles && p->n_articles <= MOST_ARTICLES; a++) {
        if (!has_head(&p->articles[a]) || !breaks_off(m->b, a, last[a]))
            continue;
        double gain = MARGIN_OPEN;
        int32_t cut = -1, from = -1;
        for (int32_t host = 0; host < (int32_t)p->n_articles; host++) {
            int32_t at = host != a && last[host] >= 0 ? find_tail(m, host, last[host], a, &gain) : -1;
            if (at >= 0) {
                cut = at;
                from = host;
            }
        }
        if (cut < 0)
            continue;
        move_run(m, (size_t)cut, (size_t)last[from], a);
        last[from] = cut - 1;
    }
}

static mover mover_of(builder *b)
{
    page *p = b->page;
    mover m = {.b = b};
    m.group = arena_array(b->mem, p->n_blocks + 1, sizeof *m.group);
    m.scores = arena_array(b->mem, p->n_articles + 1, sizeof *m.scores);
    for (size_t i = 0; i < p->n_blocks; i++) {
        bool counts = is_text(&p->blocks[i]) || p->blocks[i].kind == KIND_HEADLINE;
        m.group[i] = counts ? p->blocks[i].article : -1;
    }
    return m;
}

void move_fragments(builder *b)
{
    mover m = mover_of(b);
    int32_t *last = last_lines(b);
    place_orphans(&m, last);
    find_tails(&m, last_lines(b));
}
