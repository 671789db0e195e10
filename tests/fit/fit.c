/* fit: draws the weights of parse/evidence.c towards those under which labelled pages are most likely.
 *
 * Reads lines "SHARE GOLD.lines.tsv PAGE" from standard input; a page of share 0 is only decoded, to tell
 * how well the weights do on pages that they were not fitted to.  Writes "WHICH INDEX... WEIGHT" lines, of
 * which table.lua makes the table. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crf.h"
#include "gold.h"
#include "parse/kind.h"

/* How strongly a weight is held to where it was: weights that few pages speak of stay. */
static const double HOLD = 20, RATE = 0.05, LAST_RATE = 0.002, MOMENTUM = 0.9, SPREAD_MEMORY = 0.99;
enum { ROUNDS = 12, BATCH = 40, MOST_PAGES = 20000 };

typedef struct pages {
    sample *items;
    double *shares;
    size_t n;
} pages;

/* What adverts say in whole sentences: were it learnt, stories would be lost as furniture, which is worse
 * than an advert among them. */
static bool is_text_of_furniture(const gold_page *p, size_t u)
{
    const line *l = &p->looks.units[u];
    return p->of_units[u] == KIND_FURNITURE && (LOOKS(l, LOOK_WORDS_15_25) || LOOKS(l, LOOK_WORDS_26_UP));
}

static sample sample_of(const gold_page *p)
{
    sample s = {.n = p->looks.n_units, .units = p->looks.units, .gold = p->of_units};
    for (size_t u = 0; u < s.n; u++)
        if (is_text_of_furniture(p, u))
            s.gold[u] = KIND_COUNT;
    s.pair_bits = arena_array(p->mem, s.n, sizeof *s.pair_bits);
    s.n_lines = arena_array(p->mem, s.n, sizeof *s.n_lines);
    for (size_t u = 0; u < s.n; u++) {
        s.n_lines[u] = p->looks.first[u + 1] - p->looks.first[u];
        if (u > 0)
            s.pair_bits[u] = kind_pair_bits(&s.units[u - 1], &s.units[u]);
    }
    return s;
}

static pages read_pages(void)
{
    pages p = {calloc(MOST_PAGES, sizeof *p.items), calloc(MOST_PAGES, sizeof *p.shares), 0};
    gold_page one;
    while (p.items && p.shares && p.n < MOST_PAGES && gold_next(&one)) {
        p.shares[p.n] = one.share;
        p.items[p.n++] = sample_of(&one);
    }
    return p;
}

/* Says how many lines are decoded as they are. */
static void report(const char *when, const weights *w, const pages *p, bool fitted)
{
    size_t right = 0, all = 0;
    for (size_t i = 0; i < p->n; i++) {
        const sample *s = &p->items[i];
        if ((p->shares[i] > 0) != fitted)
            continue;
        line_kind *kinds = calloc(s->n + 1, sizeof *kinds);
        if (!kinds)
            abort();
        crf_decode(w, s, kinds);
        for (size_t u = 0; u < s->n; u++) {
            if (s->gold[u] == KIND_COUNT)
                continue;
            all += s->n_lines[u];
            right += kinds[u] == s->gold[u] ? s->n_lines[u] : 0;
        }
        free(kinds);
    }
    if (all > 0)
        fprintf(stderr, "%s, pages %s: %.4f of %zu lines right\n", when, fitted ? "fitted to" : "held out",
                (double)right / (double)all, all);
}

typedef struct descent {
    weights mean, spread; /* of the gradient, remembered */
    double mean_left, spread_left;
} descent;

/* One step of Adam down the gradient of one batch. */
static void step(weights *w, const weights *origin, const weights *gradient, double scale, double rate,
                 descent *d)
{
    double *x = (double *)w, *mean = (double *)&d->mean, *spread = (double *)&d->spread;
    const double *from = (const double *)origin, *up = (const double *)gradient;
    d->mean_left *= MOMENTUM;
    d->spread_left *= SPREAD_MEMORY;
    for (size_t i = 0; i < N_WEIGHTS; i++) {
        double g = HOLD * (x[i] - from[i]) - scale * up[i];
        mean[i] = MOMENTUM * mean[i] + (1 - MOMENTUM) * g;
        spread[i] = SPREAD_MEMORY * spread[i] + (1 - SPREAD_MEMORY) * g * g;
        x[i] -= rate * mean[i] / (1 - d->mean_left) / (sqrt(spread[i] / (1 - d->spread_left)) + 1e-6);
    }
}

static void shuffle(size_t *order, size_t n, uint64_t *state)
{
    for (size_t i = n; i-- > 1;) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        size_t other = (size_t)(*state >> 33) % (i + 1), kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
}

static void add_weights(weights *sum, const weights *w)
{
    for (size_t k = 0; k < N_WEIGHTS; k++)
        ((double *)sum)[k] += ((const double *)w)[k];
}

/* Weights that are not to be learned are put back after each step.  The mean over the second half of the
 * rounds is less at the mercy of the last batches than where these end. */
static void fit(weights *w, const weights *origin, const pages *p, const bool *kept)
{
    static descent d;
    static weights gradient, sum;
    size_t *order = calloc(p->n + 1, sizeof *order), n = 0, n_summed = 0;
    uint64_t random = 1;
    if (!order)
        abort();
    d = (descent){.mean_left = 1, .spread_left = 1};
    memset(&sum, 0, sizeof sum);
    for (size_t i = 0; i < p->n; i++)
        if (p->shares[i] > 0)
            order[n++] = i;
    for (int round = 0; round < ROUNDS; round++) {
        double loss = 0, rate = RATE * (1 - (double)round / ROUNDS) + LAST_RATE;
        shuffle(order, n, &random);
        for (size_t first = 0; first < n; first += BATCH) {
            size_t end = first + BATCH < n ? first + BATCH : n;
            memset(&gradient, 0, sizeof gradient);
            for (size_t i = first; i < end; i++) {
                weights one = {0};
                loss += crf_learn(w, &p->items[order[i]], &one);
                for (size_t k = 0; k < N_WEIGHTS; k++)
                    ((double *)&gradient)[k] += p->shares[order[i]] * ((double *)&one)[k];
            }
            step(w, origin, &gradient, (double)n / (double)(end - first), rate, &d);
            for (size_t k = 0; k < N_WEIGHTS; k++)
                if (!kept[k])
                    ((double *)w)[k] = 0;
            if (round >= ROUNDS / 2) {
                add_weights(&sum, w);
                n_summed++;
            }
        }
        fprintf(stderr, "round %d: loss %.1f\n", round + 1, loss);
    }
    for (size_t k = 0; k < N_WEIGHTS && n_summed > 0; k++)
        ((double *)w)[k] = ((double *)&sum)[k] / (double)n_summed;
    free(order);
}

/* Of steps between two kinds that look so together, those that tell much. */
static void drop_weak_pairs(const weights *w, bool *kept)
{
    const double LEAST = 0.7;
    const double *first = &w->pair[0][0][0];
    size_t before = (size_t)(first - (const double *)w);
    for (size_t i = 0; i < sizeof w->pair / sizeof *first; i++)
        kept[before + i] = fabs(first[i]) >= LEAST;
}

static void write_weights(const weights *w)
{
    for (int k = 0; k < STATE_WEIGHED; k++) {
        printf("bias %d %.1f\nstart %d %.1f\n", k, w->bias[k], k, w->start[k]);
        for (int look = 0; look < LOOK_COUNT; look++)
            printf("look %d %d %.1f\n", look, k, w->look[look][k]);
        for (int to = 0; to < STATE_WEIGHED; to++)
            printf("move %d %d %.1f\n", k, to, crf_is_barred(k, to) ? -20 : w->move[k][to]);
    }
    for (size_t i = 0; i < n_look_pairs; i++)
        printf("look_pair %zu %.1f\n", i, w->look_pair[i]);
    for (int pair = 0; pair < PAIR_COUNT; pair++)
        for (int from = 0; from < STATE_WEIGHED; from++)
            for (int to = 0; to < STATE_WEIGHED; to++)
                if (!crf_is_barred(from, to) && w->pair[pair][from][to] != 0)
                    printf("pair %d %d %d %.1f\n", pair, from, to, w->pair[pair][from][to]);
}

int main(void)
{
    static weights origin, w;
    static bool kept[N_WEIGHTS];
    pages p = read_pages();
    if (p.n == 0)
        fit_fail("no pages on", "standard input");
    origin = w = crf_built_in();
    report("before", &w, &p, true);
    report("before", &w, &p, false);
    memset(kept, true, sizeof kept);
    fit(&w, &origin, &p, kept);
    /* Once more without the many weights of pairs that hardly tell. */
    drop_weak_pairs(&w, kept);
    fit(&w, &origin, &p, kept);
    report("after", &w, &p, true);
    report("after", &w, &p, false);
    write_weights(&w);
    return 0;
}
