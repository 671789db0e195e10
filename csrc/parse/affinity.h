/* How much two stretches of a page talk of the same: shared words, weighed by how rare they are on it. */
#ifndef STDAILY_PARSE_AFFINITY_H
#define STDAILY_PARSE_AFFINITY_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef struct affinity affinity;

/* Reads the words of n texts (a page's lines). */
affinity *affinity_new(arena *mem, const str *texts, size_t n);

/* How well the run of texts first..last fits each group: scores[g], for every group g from 0 to
 * n_groups - 1, becomes the summed rarity of the words that the run shares with texts of that group outside
 * the run, over the square root of the run's own.  group_of[t] is text t's group, or -1. */
void affinity_scores(affinity *a, size_t first, size_t last, const int32_t *group_of, double *scores,
                     size_t n_groups);

#endif
