#include <math.h>
#include <stdlib.h>

#include "parse/link_score.h"

/* Log odds of a story on a page of another number than the marker's: a digit may be damaged. */
static const double weight_other_page = -5.0, most_score = 30;

/* Had a page of no known issue been likelier than not, it would have been placed: of all pages and markers
 * more is known there than here. */
static const double most_elsewhere = 0.5;

typedef struct choice {
    link_candidate candidate;
    double score;
} choice;

static double score_of(rarity *r, const link_page *pages, size_t from, const clue *marker, size_t to,
                       const clue *story, int64_t n_loose)
{
    int32_t named = link_target(&pages[from], marker), number = pages[to].page_number;
    double score = pages[to].elsewhere
                       ? link_score_elsewhere(r, marker, story, n_loose)
                       : link_score(r, &pages[from], marker, &pages[to], story, named && named == number);
    return fmin(named && number && named != number ? score + weight_other_page : score, most_score);
}

static int best_first(const void *x, const void *y)
{
    const choice *a = x, *b = y;
    int order = (a->score < b->score) - (a->score > b->score);
    order = order ? order : (a->candidate.page > b->candidate.page) - (a->candidate.page < b->candidate.page);
    return order ? order : a->candidate.story->index - b->candidate.story->index;
}

static size_t count_clues(const link_page *pages, size_t n_pages)
{
    size_t n = 0;
    for (size_t i = 0; i < n_pages; i++)
        n += pages[i].n_clues;
    return n;
}

link_candidate *link_candidates(arena *mem, rarity *r, const link_page *pages, size_t n_pages, size_t from,
                                const clue *marker, int64_t n_loose, size_t *n)
{
    choice *choices = arena_array(mem, count_clues(pages, n_pages), sizeof *choices);
    double all = 1; /* for none of them */
    *n = 0;
    for (size_t i = 0; i < n_pages; i++)
        for (size_t k = 0; k < pages[i].n_clues; k++) {
            const clue *story = &pages[i].clues[k];
            bool own = marker->kind == CLUE_JUMP && i == from && story->article == marker->article;
            if (clue_goes_out(story) || own)
                continue;
            choice *c = &choices[(*n)++];
            *c = (choice){{.page = (int32_t)i, .story = story},
                          score_of(r, pages, from, marker, i, story, n_loose)};
            all += exp(c->score);
        }
    for (size_t i = 0; i < *n; i++)
        if (pages[choices[i].candidate.page].elsewhere)
            choices[i].score += log(most_elsewhere);
    if (*n)
        qsort(choices, *n, sizeof *choices, best_first);
    link_candidate *candidates = arena_array(mem, *n, sizeof *candidates);
    for (size_t i = 0; i < *n; i++) {
        buf why = buf_in(mem);
        link_explain(r, marker, choices[i].candidate.story, &why);
        candidates[i] = choices[i].candidate;
        candidates[i].confidence = exp(choices[i].score) / all;
        candidates[i].evidence = buf_str(&why);
    }
    return candidates;
}
