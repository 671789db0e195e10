/* How much two stretches of a page talk of the same: shared words, weighed by how rare they are on it. */
#ifndef STDAILY_PARSE_AFFINITY_H
#define STDAILY_PARSE_AFFINITY_H

#include <stdint.h>

#include "parse/words.h"

typedef struct affinity affinity;

typedef struct text_words {
    str text;
    word_run words;
} text_words;

/* Reads the words of n texts (a page's lines). */
affinity *affinity_new(arena *mem, const word_list *list, const text_words *texts, size_t n);

/* A run of texts: the first and the one behind the last. */
typedef struct text_run {
    size_t first, end;
} text_run;

/* Words that tell, in all texts of the run. */
size_t affinity_size(const affinity *a, text_run run);

/* How like the words of two runs are: 0 for no word in common, 1 for the same. */
double affinity_between(affinity *a, text_run one, text_run other);

/* How well a run of texts fits groups of texts. */
typedef struct affinity_scores {
    size_t n_groups;
    double *of;       /* by group */
    int32_t *touched; /* those whose score is not 0, in no order */
    size_t n_touched;
    uint32_t *counted; /* by group: stamp of the last word counted for it */
    uint32_t stamp;
} affinity_scores;

affinity_scores affinity_scores_new(arena *mem, size_t n_groups);

/* How well the run of texts first..last fits each group: s->of[g] becomes the summed rarity of the words that
 * the run shares with texts of that group outside the run, over the square root of the run's own. group_of[t]
 * is text t's group, or -1. */
void affinity_score(const affinity *a, size_t first, size_t last, const int32_t *group_of,
                    affinity_scores *s);

#endif
