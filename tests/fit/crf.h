/* A linear-chain conditional random field over a page's units: what parse/evidence.c is a table of. */
#ifndef STDAILY_FIT_CRF_H
#define STDAILY_FIT_CRF_H

#include <stddef.h>

#include "parse/evidence.h"

enum { MOST_LOOK_PAIRS = 128 };

/* The evidence table as numbers in one row. */
typedef struct weights {
    double bias[STATE_WEIGHED], start[STATE_WEIGHED];
    double look[LOOK_COUNT][STATE_WEIGHED];
    double look_pair[MOST_LOOK_PAIRS];
    double move[STATE_WEIGHED][STATE_WEIGHED];
    double pair[PAIR_COUNT][STATE_WEIGHED][STATE_WEIGHED];
} weights;

enum { N_WEIGHTS = sizeof(weights) / sizeof(double) };

/* A page with the kind of each unit. */
typedef struct sample {
    size_t n;
    const line *units;
    uint32_t *pair_bits; /* of the step to each unit */
    line_kind *gold;     /* KIND_COUNT: not known */
    size_t *n_lines;     /* of each unit */
} sample;

/* The weights that stdaily is built with. */
weights crf_built_in(void);

/* A step that is never taken, whatever the weights. */
bool crf_is_barred(int from, int to);

/* Adds to *gradient how the page's log likelihood grows with each weight; returns minus that likelihood. */
double crf_learn(const weights *w, const sample *s, weights *gradient);

/* The most likely kinds. */
void crf_decode(const weights *w, const sample *s, line_kind *kinds);

#endif
