#include "parse/link_candidates.h"

#include <math.h>
#include <stdlib.h>

#include "parse/link_score.h"

/* Log odds of a story on a page of another number than the marker's: a digit may be damaged. */
static const double weight_other_page = -5.0;

typedef struct choice {
    link_candidate candidate;
    link_text text;
    story_side side;
    double score;
} choice;

typedef struct question {
    arena *mem;
    vocabulary *words;
    const link_page *pages;
    size_t n_pages, from, position;
    bool is_teaser;
    choice *choices;
    size_t n;
} question;

static void read_choices(question *q)
{
    size_t n = 0;
    for (size_t i = 0; i < q->n_pages; i++)
        n += q->pages[i].page->n_articles;
    q->choices = arena_array(q->mem, n, sizeof *q->choices);
    for (size_t i = 0; i < q->n_pages; i++) {
        const page *p = q->pages[i].page;
        for (size_t a = 0; a < p->n_articles; a++) {
            choice *c = &q->choices[q->n++];
            c->candidate = (link_candidate){.page = (int32_t)i, .article = (int32_t)a};
            c->text = link_text_of(q->words, p, &p->articles[a]);
            c->side = (story_side){.article = &p->articles[a],
                                   .text = &c->text,
                                   .word = vocabulary_read(q->words, p->articles[a].continued_word),
                                   .page_number = q->pages[i].page_number};
        }
    }
    vocabulary_weigh(q->words);
    for (size_t i = 0; i < q->n; i++) {
        word_set_weigh(q->words, &q->choices[i].text.all);
        word_set_weigh(q->words, &q->choices[i].text.headline);
    }
}

/* The story that the jump breaks off is taken out of the choices. */
static const link_text *take_own_story(question *q, int32_t own_article)
{
    for (size_t i = 0; i < q->n; i++) {
        choice own = q->choices[i];
        if (own.candidate.page != (int32_t)q->from || own.candidate.article != own_article)
            continue;
        for (q->n--; i < q->n; i++) {
            q->choices[i] = q->choices[i + 1];
            q->choices[i].side.text = &q->choices[i].text;
        }
        link_text *text = arena_alloc(q->mem, sizeof *text);
        *text = own.text;
        return text;
    }
    return NULL;
}

static void score_jumps(question *q)
{
    const link_page *from = &q->pages[q->from];
    const jump *j = &from->page->jumps[q->position];
    const jump_side side = {.jump = j,
                            .text = take_own_story(q, j->article),
                            .word = vocabulary_read(q->words, j->word),
                            .end = jump_end(from->page, j),
                            .page_number = from->page_number};
    for (size_t i = 0; i < q->n; i++) {
        buf why = buf_in(q->mem);
        q->choices[i].score = score_jump(q->words, &side, &q->choices[i].side);
        explain_jump(q->words, &side, &q->choices[i].side, &why);
        q->choices[i].candidate.evidence = buf_str(&why);
    }
}

static void score_teasers(question *q)
{
    teaser_side side = {.teaser = &q->pages[q->from].page->teasers[q->position]};
    side.words = vocabulary_read(q->words, side.teaser->headline);
    word_set_weigh(q->words, &side.words);
    for (size_t i = 0; i < q->n; i++) {
        buf why = buf_in(q->mem);
        q->choices[i].score = score_teaser(q->words, &side, &q->choices[i].side);
        explain_teaser(q->words, &side, &q->choices[i].side, &why);
        q->choices[i].candidate.evidence = buf_str(&why);
    }
}

/* The page that the marker names: 0 unknown. */
static int32_t page_named(const question *q)
{
    const link_page *from = &q->pages[q->from];
    if (q->is_teaser)
        return from->page->teasers[q->position].page;
    int32_t number = from->page->jumps[q->position].page;
    return number >= 0 ? number : from->page_number ? from->page_number + 1 : 0;
}

static void weigh(question *q)
{
    int32_t named = page_named(q);
    double all = 1; /* for none of them */
    for (size_t i = 0; i < q->n; i++) {
        choice *c = &q->choices[i];
        if (named && c->side.page_number && c->side.page_number != named)
            c->score += weight_other_page;
        c->score = fmin(c->score, 30);
        all += exp(c->score);
    }
    for (size_t i = 0; i < q->n; i++)
        q->choices[i].candidate.confidence = exp(q->choices[i].score) / all;
}

static int best_first(const void *x, const void *y)
{
    const choice *a = x, *b = y;
    int order = (a->score < b->score) - (a->score > b->score);
    order = order ? order : (a->candidate.page > b->candidate.page) - (a->candidate.page < b->candidate.page);
    return order ? order : a->candidate.article - b->candidate.article;
}

link_candidate *link_candidates(arena *mem, const link_page *pages, size_t n_pages, size_t from,
                                bool is_teaser, size_t position, size_t *n)
{
    question q = {.mem = mem,
                  .words = vocabulary_new(mem),
                  .pages = pages,
                  .n_pages = n_pages,
                  .from = from,
                  .position = position,
                  .is_teaser = is_teaser};
    read_choices(&q);
    if (is_teaser)
        score_teasers(&q);
    else
        score_jumps(&q);
    weigh(&q);
    if (q.n)
        qsort(q.choices, q.n, sizeof *q.choices, best_first);
    link_candidate *candidates = arena_array(mem, q.n, sizeof *candidates);
    for (size_t i = 0; i < q.n; i++)
        candidates[i] = q.choices[i].candidate;
    *n = q.n;
    return candidates;
}
