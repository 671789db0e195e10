/* fit_seams: the weights of seams in parse/evidence.c, by logistic regression on labelled pages.
 *
 * Reads what fit reads, after it: the decoder's own odds are the first piece of evidence.  Writes
 * "seam INDEX WEIGHT" lines. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "gold.h"
#include "parse/seam.h"

/* How strongly a weight is held to where it was. */
static const double HOLD = 20, CLOSE_ENOUGH = 1e-4;
enum { ROUNDS = 40, MOST_SEAMS = 200000 };

typedef struct seam {
    double share;
    float evidence[SEAM_COUNT];
    bool headline;
} seam;

typedef struct seam_list {
    seam *items;
    size_t n;
} seam_list;

static builder builder_of(const gold_page *p, const kind_choice *choices)
{
    builder b = {
        .mem = p->mem, .lines = p->looks.lines, .words = p->looks.words, .affinity = p->looks.affinity};
    b.page = arena_array(p->mem, 1, sizeof *b.page);
    b.page->n_blocks = p->looks.n_lines;
    b.page->blocks = arena_array(p->mem, p->looks.n_lines, sizeof *b.page->blocks);
    for (size_t u = 0; u < p->looks.n_units; u++)
        for (size_t i = p->looks.first[u]; i < p->looks.first[u + 1]; i++)
            b.page->blocks[i].kind = choices[u].kind;
    return b;
}

/* Each is decided as the gold has it, so that those below it are looked at as they should be. */
static void read_seams(const gold_page *p, seam_list *list)
{
    kind_choice *choices = arena_array(p->mem, p->looks.n_units, sizeof *choices);
    kinds_decode(p->mem, p->looks.units, p->looks.n_units, choices);
    builder b = builder_of(p, choices);
    line_kind *gold = arena_array(p->mem, p->looks.n_lines, sizeof *gold);
    for (size_t u = 0; u < p->looks.n_units; u++)
        gold[p->looks.first[u]] = p->of_units[u];
    seam s = {.share = sqrt(p->share)}; /* what was made by hand has hard seams, and few of each sort */
    for (seams *walk = seams_new(&b, &p->looks, choices); seams_next(walk, s.evidence);) {
        line_kind kind = gold[seams_block(walk)];
        s.headline = kind == KIND_HEADLINE;
        if (list->n < MOST_SEAMS && (s.headline || kind == KIND_CROSSHEAD || kind == KIND_BODY))
            list->items[list->n++] = s;
        seams_decide(walk, s.headline);
    }
}

static double odds_of(const double *weights, const seam *s)
{
    double odds = 0;
    for (int i = 0; i < SEAM_COUNT; i++)
        odds += weights[i] * (double)s->evidence[i];
    return odds;
}

static void report(const char *when, const double *weights, const seam_list *list, bool fitted)
{
    size_t all = 0, wrong[2] = {0};
    for (size_t i = 0; i < list->n; i++) {
        const seam *s = &list->items[i];
        if ((s->share > 0) != fitted)
            continue;
        all++;
        wrong[s->headline] += (odds_of(weights, s) > 0) != s->headline;
    }
    fprintf(stderr, "%s, pages %s: of %zu seams %zu read as headlines, %zu headlines not\n", when,
            fitted ? "fitted to" : "held out", all, wrong[false], wrong[true]);
}

/* Gauss; the matrix is positive, so that no pivot is 0. */
static void solve(double a[SEAM_COUNT][SEAM_COUNT], double *x)
{
    for (int i = 0; i < SEAM_COUNT; i++)
        for (int k = i + 1; k < SEAM_COUNT; k++) {
            double factor = a[k][i] / a[i][i];
            for (int j = i; j < SEAM_COUNT; j++)
                a[k][j] -= factor * a[i][j];
            x[k] -= factor * x[i];
        }
    for (int i = SEAM_COUNT; i-- > 0;) {
        for (int j = i + 1; j < SEAM_COUNT; j++)
            x[i] -= a[i][j] * x[j];
        x[i] /= a[i][i];
    }
}

/* Adds a seam's share of the slope and the curve of the log likelihood. */
static void learn(const double *weights, const seam *s, double *slope, double curve[SEAM_COUNT][SEAM_COUNT])
{
    double p = 1 / (1 + exp(-odds_of(weights, s)));
    for (int i = 0; i < SEAM_COUNT; i++) {
        slope[i] += s->share * ((s->headline ? 1 : 0) - p) * (double)s->evidence[i];
        for (int k = 0; k < SEAM_COUNT; k++)
            curve[i][k] += s->share * p * (1 - p) * (double)(s->evidence[i] * s->evidence[k]);
    }
}

/* Newton's method. */
static void fit(double *weights, const seam_list *list)
{
    for (int round = 0; round < ROUNDS; round++) {
        double step[SEAM_COUNT], curve[SEAM_COUNT][SEAM_COUNT] = {0}, longest = 0;
        for (int i = 0; i < SEAM_COUNT; i++) {
            step[i] = HOLD * ((double)seam_weights[i] - weights[i]);
            curve[i][i] = HOLD;
        }
        for (size_t i = 0; i < list->n; i++)
            learn(weights, &list->items[i], step, curve);
        solve(curve, step);
        for (int i = 0; i < SEAM_COUNT; i++) {
            weights[i] += step[i];
            longest = fmax(longest, fabs(step[i]));
        }
        if (longest < CLOSE_ENOUGH)
            return;
    }
}

int main(void)
{
    seam_list list = {calloc(MOST_SEAMS, sizeof *list.items), 0};
    gold_page one;
    double weights[SEAM_COUNT];
    if (!list.items)
        fit_fail("no memory for", "seams");
    while (gold_next(&one))
        read_seams(&one, &list);
    for (int i = 0; i < SEAM_COUNT; i++)
        weights[i] = (double)seam_weights[i];
    report("before", weights, &list, true);
    report("before", weights, &list, false);
    fit(weights, &list);
    report("after", weights, &list, true);
    report("after", weights, &list, false);
    for (int i = 0; i < SEAM_COUNT; i++)
        printf("seam %d %.1f\n", i, weights[i]);
    return 0;
}
