#include "parse/link.h"

#include <stdlib.h>

#include "parse/link_assign.h"
#include "parse/link_score.h"

/* A pair less probable than that is no link; at least 0.5, so that no story is linked twice.  Of 21,721 jumps
 * of the press that were linked from 0.75 on (sets `tune` and `wide`, all manners of naming and of damage) as
 * many were right as claimed down to here; of the 66 below, of which 0.78 was claimed, 42.  Less likely than
 * the last it is not worth telling. */
static const double least_confidence = 0.8, least_of_teaser = 0.7, least_told = 0.02;

/* Markers to one page and stories on it, beyond which none is looked at; a printed page has a tenth. */
enum { MOST_MARKERS = 64, MOST_STORIES = 256 };

typedef struct story {
    const clue *clue;
    int32_t page; /* index */
    bool taken;   /* a jump leads to it */
} story;

typedef struct linking {
    arena *mem;
    rarity *rarity;
    const link_page *pages;
    size_t n_pages;
    story *stories;
    size_t n_stories;
    marker_link *links;
    size_t n_links;
    double *sure; /* by turn: see placement */
    int32_t n_turns;
} linking;

static int32_t target_of(const linking *k, const marker_link *l)
{
    return link_target(&k->pages[l->from_page], l->marker);
}

static void list_clues(linking *k)
{
    size_t n = 0;
    for (size_t i = 0; i < k->n_pages; i++)
        n += k->pages[i].n_clues;
    k->links = arena_array(k->mem, n, sizeof *k->links);
    k->stories = arena_array(k->mem, n, sizeof *k->stories);
    for (size_t i = 0; i < k->n_pages; i++)
        for (size_t c = 0; c < k->pages[i].n_clues; c++) {
            const clue *at = &k->pages[i].clues[c];
            if (clue_goes_out(at))
                k->links[k->n_links++] = (marker_link){
                    .from_page = (int32_t)i, .marker = at, .status = LINK_UNMATCHED, .best.page = -1};
            else
                k->stories[k->n_stories++] = (story){at, (int32_t)i, false};
        }
}

static double less(double a, double b)
{
    return a < b ? a : b;
}

static void list_turns(linking *k)
{
    for (size_t i = 0; i < k->n_pages; i++)
        k->n_turns = k->pages[i].turn >= k->n_turns ? k->pages[i].turn + 1 : k->n_turns;
    k->sure = arena_array(k->mem, (size_t)k->n_turns, sizeof *k->sure);
    for (int32_t i = 0; i < k->n_turns; i++)
        k->sure[i] = 1;
    for (size_t i = 0; i < k->n_pages; i++)
        k->sure[k->pages[i].turn] = less(k->sure[k->pages[i].turn], k->pages[i].sure);
}

/* How probable it is that two pages are of one issue. */
static double together(const linking *k, int32_t a, int32_t b)
{
    int32_t first = k->pages[a].turn, last = k->pages[b].turn;
    double sure = 1;
    for (int32_t turn = (first < last ? first : last) + 1; turn <= first || turn <= last; turn++)
        sure = less(sure, k->sure[turn]);
    return sure;
}

/* `probable`: by story, that the marker leads to it, if their pages are of one issue. */
static void settle(linking *k, marker_link *l, story **stories, size_t n_stories, const double *probable)
{
    story *best = NULL;
    double confidence = least_told;
    for (size_t s = 0; s < n_stories; s++) {
        double sum = less(probable[s], together(k, l->from_page, stories[s]->page));
        if (sum <= confidence)
            continue;
        confidence = sum;
        best = stories[s];
    }
    if (!best)
        return;
    buf why = buf_in(k->mem);
    link_explain(k->rarity, l->marker, best->clue, &why);
    l->best = (link_candidate){best->page, best->clue, confidence, buf_str(&why)};
    if (confidence < (l->marker->kind == CLUE_JUMP ? least_confidence : least_of_teaser))
        return;
    l->status = LINK_LINKED;
    best->taken |= l->marker->kind == CLUE_JUMP;
}

/* Gives the markers, all jumps or all teasers, what they lead to among the stories. */
static void link_markers(linking *k, marker_link **markers, size_t n_markers, story **stories,
                         size_t n_stories, bool known_page)
{
    n_markers = n_markers < MOST_MARKERS ? n_markers : MOST_MARKERS;
    n_stories = n_stories < MOST_STORIES ? n_stories : MOST_STORIES;
    double *scores = arena_array(k->mem, n_markers * n_stories, sizeof *scores);
    for (size_t m = 0; m < n_markers; m++)
        for (size_t s = 0; s < n_stories; s++)
            scores[m * n_stories + s] =
                link_score(k->rarity, &k->pages[markers[m]->from_page], markers[m]->marker,
                           &k->pages[stories[s]->page], stories[s]->clue, known_page);
    const double *probable = link_assign(k->mem, scores, n_markers, n_stories);
    for (size_t m = 0; m < n_markers; m++)
        settle(k, markers[m], stories, n_stories, probable + m * n_stories);
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
        int32_t number = k->pages[k->stories[s].page].page_number;
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
    marker_link **markers = arena_array(k->mem, k->n_links, sizeof *markers);
    story **stories = arena_array(k->mem, k->n_stories, sizeof *stories);
    for (size_t i = 0; i < k->n_links; i++)
        targets[i] =
            (target){target_of(k, &k->links[i]), (int32_t)i, k->links[i].marker->kind == CLUE_TEASER};
    if (k->n_links)
        qsort(targets, k->n_links, sizeof *targets, by_target);
    for (size_t i = 0, end; i < k->n_links; i = end) {
        size_t n = 0;
        for (end = i; end < k->n_links && targets[end].number == targets[i].number &&
                      targets[end].teaser == targets[i].teaser;
             end++)
            markers[n++] = &k->links[targets[end].index];
        size_t n_stories = stories_on(k, targets[i].number, !targets[i].teaser, stories);
        link_markers(k, markers, n, stories, n_stories, has_page(k, targets[i].number));
    }
}

/* Markers to pages that are not there, once those are settled that a page without a number answers. */
static void mark_missing(linking *k)
{
    for (size_t i = 0; i < k->n_links; i++) {
        marker_link *l = &k->links[i];
        int32_t number = target_of(k, l);
        if (l->status == LINK_LINKED || !number || has_page(k, number))
            continue;
        l->status = LINK_PAGE_MISSING;
        l->best = (link_candidate){.page = -1};
    }
}

marker_link *link_issue(arena *mem, rarity *r, const issue *i, const link_page *pages, size_t n_pages,
                        size_t *n_links)
{
    linking k = {.mem = mem, .rarity = r, .pages = pages, .n_pages = n_pages};
    list_clues(&k);
    list_turns(&k);
    if (k.n_links && i) /* a loose page has no other page to lead to */
        link_all(&k);
    mark_missing(&k);
    *n_links = k.n_links;
    return k.links;
}
