#include "parse/link.h"

#include <stdlib.h>

#include "parse/link_assign.h"
#include "parse/link_score.h"

/* A pair less probable than that is no link.  At least 0.5, so that no story is linked twice. */
static const double least_confidence = 0.8;

/* Markers to one page and stories on it, beyond which none is looked at; a printed page has a tenth. */
enum { MOST_MARKERS = 64, MOST_STORIES = 256 };

typedef struct story {
    story_side side;
    int32_t page, article; /* indexes */
    bool taken;            /* a jump leads to it */
} story;

typedef struct linking {
    arena *mem;
    const link_page *pages;
    size_t n_pages;
    vocabulary *words;
    link_text **texts; /* by page and article */
    story *stories;
    size_t n_stories;
    link *links;
    size_t n_links;
} linking;

/* The page that a marker names: 0 unknown. */
static int32_t target_of(const linking *k, const link *l)
{
    const link_page *from = &k->pages[l->from_page];
    if (l->from_teaser >= 0)
        return from->page->teasers[l->from_teaser].page;
    int32_t target = from->page->jumps[l->from_jump].page;
    if (target < 0)
        return from->page_number ? from->page_number + 1 : 0;
    return target;
}

static void list_links(linking *k)
{
    size_t n = 0;
    for (size_t i = 0; i < k->n_pages; i++)
        n += k->pages[i].page->n_jumps + k->pages[i].page->n_teasers;
    k->links = arena_array(k->mem, n, sizeof *k->links);
    for (size_t i = 0; i < k->n_pages; i++) {
        const page *p = k->pages[i].page;
        for (size_t j = 0; j < p->n_jumps + p->n_teasers; j++) {
            bool jumps = j < p->n_jumps;
            k->links[k->n_links++] = (link){.from_page = (int32_t)i,
                                            .to_page = -1,
                                            .from_jump = jumps ? (int32_t)j : -1,
                                            .from_teaser = jumps ? -1 : (int32_t)(j - p->n_jumps),
                                            .to_article = -1,
                                            .status = LINK_UNMATCHED,
                                            .evidence = STR("")};
        }
    }
}

static void read_stories(linking *k)
{
    size_t n = 0;
    k->words = vocabulary_new(k->mem);
    k->texts = arena_array(k->mem, k->n_pages, sizeof *k->texts);
    for (size_t i = 0; i < k->n_pages; i++)
        n += k->pages[i].page->n_articles;
    k->stories = arena_array(k->mem, n, sizeof *k->stories);
    for (size_t i = 0; i < k->n_pages; i++) {
        const page *p = k->pages[i].page;
        k->texts[i] = arena_array(k->mem, p->n_articles, sizeof **k->texts);
        for (size_t a = 0; a < p->n_articles; a++) {
            k->texts[i][a] = link_text_of(k->words, p, &p->articles[a]);
            k->stories[k->n_stories++] = (story){
                .side = {.article = &p->articles[a],
                         .text = &k->texts[i][a],
                         .word = vocabulary_read(k->words, p->articles[a].continued_word),
                         .page_number = k->pages[i].page_number},
                .page = (int32_t)i,
                .article = (int32_t)a,
            };
        }
    }
    vocabulary_weigh(k->words);
    for (size_t s = 0; s < k->n_stories; s++) {
        link_text *text = &k->texts[k->stories[s].page][k->stories[s].article];
        word_set_weigh(k->words, &text->all);
        word_set_weigh(k->words, &text->headline);
    }
}

/* A jump or teaser with what it is compared by. */
typedef struct marker_side {
    jump_side jump;
    teaser_side teaser;
} marker_side;

static marker_side side_of(const linking *k, const link *l)
{
    marker_side side = {0};
    const link_page *from = &k->pages[l->from_page];
    if (l->from_teaser >= 0) {
        side.teaser.teaser = &from->page->teasers[l->from_teaser];
        side.teaser.words = vocabulary_read(k->words, side.teaser.teaser->headline);
        word_set_weigh(k->words, &side.teaser.words);
        return side;
    }
    const jump *j = &from->page->jumps[l->from_jump];
    side.jump = (jump_side){.jump = j,
                            .text = j->article >= 0 ? &k->texts[l->from_page][j->article] : NULL,
                            .word = vocabulary_read(k->words, j->word),
                            .end = jump_end(from->page, j),
                            .page_number = from->page_number};
    return side;
}

static bool is_own_story(const linking *k, const link *l, const story *s)
{
    return l->from_jump >= 0 && s->page == l->from_page &&
           s->article == k->pages[l->from_page].page->jumps[l->from_jump].article;
}

static double score_of(const linking *k, const link *l, const marker_side *side, const story *s)
{
    if (is_own_story(k, l, s))
        return -1e9;
    return l->from_teaser >= 0 ? score_teaser(k->words, &side->teaser, &s->side)
                               : score_jump(k->words, &side->jump, &s->side);
}

static void settle(linking *k, link *l, const marker_side *side, story *s, double confidence)
{
    buf why = buf_in(k->mem);
    l->confidence = confidence;
    bool linked = confidence >= least_confidence;
    if (linked) {
        l->status = LINK_LINKED;
        l->to_page = s->page;
        l->to_article = s->article;
        s->taken |= l->from_jump >= 0;
    } else {
        buf_add(&why, STR("not sure of \""));
        buf_add(&why, s->side.article->headline);
        buf_add(&why, STR("\": "));
    }
    if (l->from_teaser >= 0)
        explain_teaser(k->words, &side->teaser, &s->side, &why);
    else
        explain_jump(k->words, &side->jump, &s->side, &why);
    l->evidence = buf_str(&why);
}

/* Gives the markers, all jumps or all teasers, what they lead to among the stories. */
static void link_markers(linking *k, link **markers, size_t n_markers, story **stories, size_t n_stories)
{
    n_markers = n_markers < MOST_MARKERS ? n_markers : MOST_MARKERS;
    n_stories = n_stories < MOST_STORIES ? n_stories : MOST_STORIES;
    marker_side *sides = arena_array(k->mem, n_markers, sizeof *sides);
    double *scores = arena_array(k->mem, n_markers * n_stories, sizeof *scores);
    for (size_t m = 0; m < n_markers; m++) {
        sides[m] = side_of(k, markers[m]);
        for (size_t s = 0; s < n_stories; s++)
            scores[m * n_stories + s] = score_of(k, markers[m], &sides[m], stories[s]);
    }
    const assigned *best = link_assign(k->mem, scores, n_markers, n_stories);
    for (size_t m = 0; m < n_markers; m++)
        if (best[m].column >= 0)
            settle(k, markers[m], &sides[m], stories[best[m].column], best[m].probability);
}

static bool has_page(const linking *k, int32_t number)
{
    for (size_t i = 0; i < k->n_pages; i++)
        if (number && k->pages[i].page_number == number)
            return true;
    return false;
}

/* The stories that may stand on a page: those of pages with its number; for a page that is not there, those
 * of pages without a number; for an unknown page, all.  What a jump leads to is no jump's again. */
static size_t stories_on(const linking *k, int32_t target, bool jumps, story **stories)
{
    bool known = has_page(k, target);
    size_t n = 0;
    for (size_t s = 0; s < k->n_stories; s++) {
        int32_t number = k->stories[s].side.page_number;
        if (known ? number == target : !number || !target)
            if (!jumps || !k->stories[s].taken)
                stories[n++] = &k->stories[s];
    }
    return n;
}

typedef struct target {
    int32_t number, index;
    bool teaser;
} target;

/* Teasers after jumps, unknown pages last: these get what others leave. */
static int by_target(const void *x, const void *y)
{
    const target *a = x, *b = y;
    int order = a->teaser - b->teaser;
    order = order ? order : (a->number == 0) - (b->number == 0);
    order = order ? order : (a->number > b->number) - (a->number < b->number);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static void link_all(linking *k)
{
    target *targets = arena_array(k->mem, k->n_links, sizeof *targets);
    link **markers = arena_array(k->mem, k->n_links, sizeof *markers);
    story **stories = arena_array(k->mem, k->n_stories, sizeof *stories);
    for (size_t i = 0; i < k->n_links; i++)
        targets[i] = (target){target_of(k, &k->links[i]), (int32_t)i, k->links[i].from_teaser >= 0};
    if (k->n_links)
        qsort(targets, k->n_links, sizeof *targets, by_target);
    for (size_t i = 0, end; i < k->n_links; i = end) {
        size_t n = 0;
        for (end = i; end < k->n_links && targets[end].number == targets[i].number &&
                      targets[end].teaser == targets[i].teaser;
             end++)
            markers[n++] = &k->links[targets[end].index];
        size_t n_stories = stories_on(k, targets[i].number, !targets[i].teaser, stories);
        link_markers(k, markers, n, stories, n_stories);
    }
}

/* Markers to pages that are not there, once those are settled that a page without a number answers. */
static void mark_missing(linking *k)
{
    for (size_t i = 0; i < k->n_links; i++) {
        link *l = &k->links[i];
        int32_t number = target_of(k, l);
        if (l->status == LINK_LINKED || !number || has_page(k, number))
            continue;
        l->status = LINK_PAGE_MISSING;
        l->confidence = 0;
        l->evidence = STR("");
    }
}

link *link_issue(arena *mem, const issue *i, const link_page *pages, size_t n_pages, size_t *n_links)
{
    linking k = {.mem = mem, .pages = pages, .n_pages = n_pages};
    list_links(&k);
    if (k.n_links && i) { /* a loose page has no other page to lead to */
        read_stories(&k);
        link_all(&k);
    }
    mark_missing(&k);
    *n_links = k.n_links;
    return k.links;
}
