#include "crf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { S = STATE_COUNT, W = STATE_WEIGHED };
typedef double row[S];

static const double NEVER = -1e9, BARRED = -19;

weights crf_built_in(void)
{
    weights w = {0};
    for (int k = 0; k < W; k++) {
        w.bias[k] = state_bias[k];
        w.start[k] = state_start[k];
        for (int l = 0; l < LOOK_COUNT; l++)
            w.look[l][k] = look_weights[l][k];
        for (int to = 0; to < W; to++)
            w.move[k][to] = state_transitions[k][to];
    }
    for (size_t i = 0; i < n_look_pairs; i++)
        w.look_pair[i] = look_pairs[i].weight;
    for (size_t i = 0; i < n_pair_weights; i++)
        w.pair[pair_weights[i].pair][pair_weights[i].from][pair_weights[i].to] += pair_weights[i].weight;
    return w;
}

bool crf_is_barred(int from, int to)
{
    return state_transitions[from][to] < BARRED;
}

static bool has_pair(const line *l, size_t i)
{
    return LOOKS(l, look_pairs[i].first) && LOOKS(l, look_pairs[i].second);
}

static void emission(const weights *w, const line *l, double *scores)
{
    memcpy(scores, w->bias, sizeof w->bias);
    for (int look = 0; look < LOOK_COUNT; look++)
        for (int k = 0; k < W && LOOKS(l, look); k++)
            scores[k] += w->look[look][k];
    for (size_t i = 0; i < n_look_pairs; i++)
        if (has_pair(l, i))
            scores[look_pairs[i].state] += w->look_pair[i];
    for (int k = W; k < S; k++)
        scores[k] = scores[state_weighed_as(k)];
}

static void moves(const weights *w, uint32_t bits, row *scores)
{
    for (int from = 0; from < S; from++)
        for (int to = 0; to < S; to++) {
            int a = state_weighed_as(from), b = state_weighed_as(to);
            scores[from][to] = w->move[a][b];
            for (uint32_t rest = bits; rest; rest &= rest - 1)
                scores[from][to] += w->pair[__builtin_ctz(rest)][a][b];
            if (crf_is_barred(a, b) || !state_may_follow(from, to))
                scores[from][to] = -30;
        }
    scores[STATE_HEAD_UNDER_KICKER][STATE_KICKER_AFTER] += second_kicker;
}

static double log_sum(const double *terms)
{
    double most = terms[0], sum = 0;
    for (int k = 1; k < S; k++)
        most = terms[k] > most ? terms[k] : most;
    for (int k = 0; k < S; k++)
        sum += exp(terms[k] - most);
    return most + log(sum);
}

typedef struct lattice {
    const sample *s;
    bool is_gold;        /* only the states of the unit's own kind are open */
    row *emitted;        /* by unit */
    row (*moved)[S];     /* by unit: from the one before */
    row *ahead, *behind; /* log sums over all ways from the start, and to the end */
} lattice;

static line_kind kind_of(int state)
{
    return state == STATE_KICKER_AFTER ? KIND_KICKER : (line_kind)state_weighed_as(state);
}

static bool is_open(const lattice *l, size_t i, int state)
{
    line_kind kind = kind_of(state);
    return !l->is_gold || kind == l->s->gold[i] || l->s->gold[i] == KIND_COUNT;
}

/* Fills in the sums; returns that over all ways. */
static double sum_ways(lattice *l)
{
    size_t n = l->s->n;
    row terms;
    for (size_t i = 0; i < n; i++)
        for (int to = 0; to < S; to++) {
            for (int from = 0; from < S && i > 0; from++)
                terms[from] = l->ahead[i - 1][from] + l->moved[i][from][to];
            double before = i > 0 ? log_sum(terms) : 0;
            l->ahead[i][to] = is_open(l, i, to) ? before + l->emitted[i][to] : NEVER;
        }
    memset(l->behind[n - 1], 0, sizeof(row));
    for (size_t i = n - 1; i-- > 0;)
        for (int from = 0; from < S; from++) {
            for (int to = 0; to < S; to++)
                terms[to] = is_open(l, i + 1, to)
                                ? l->moved[i + 1][from][to] + l->emitted[i + 1][to] + l->behind[i + 1][to]
                                : NEVER;
            l->behind[i][from] = log_sum(terms);
        }
    return log_sum(l->ahead[n - 1]);
}

static void add_state(const lattice *l, size_t i, int state, double p, weights *gradient)
{
    const line *unit = &l->s->units[i];
    int k = state_weighed_as(state);
    gradient->bias[k] += p;
    if (i == 0)
        gradient->start[k] += p;
    for (int look = 0; look < LOOK_COUNT; look++)
        if (LOOKS(unit, look))
            gradient->look[look][k] += p;
    for (size_t q = 0; q < n_look_pairs; q++)
        if (look_pairs[q].state == k && has_pair(unit, q))
            gradient->look_pair[q] += p;
}

/* Adds what is expected of each weight's evidence, times `sign`. */
static double add_expected(lattice *l, double sign, weights *gradient)
{
    const double LEAST = -20;
    double all = sum_ways(l);
    for (size_t i = 0; i < l->s->n; i++)
        for (int to = 0; to < S; to++) {
            double p = l->ahead[i][to] + l->behind[i][to] - all;
            if (p < LEAST)
                continue;
            add_state(l, i, to, sign * exp(p), gradient);
            for (int from = 0; from < S && i > 0; from++) {
                p = l->ahead[i - 1][from] + l->moved[i][from][to] + l->emitted[i][to] + l->behind[i][to] -
                    all;
                if (p < LEAST || !is_open(l, i, to))
                    continue;
                int a = state_weighed_as(from), b = state_weighed_as(to);
                gradient->move[a][b] += sign * exp(p);
                for (uint32_t rest = l->s->pair_bits[i]; rest; rest &= rest - 1)
                    gradient->pair[__builtin_ctz(rest)][a][b] += sign * exp(p);
            }
        }
    return all;
}

static void *allocate(size_t n, size_t size)
{
    void *items = calloc(n ? n : 1, size);
    if (!items)
        abort();
    return items;
}

static lattice lattice_new(const weights *w, const sample *s)
{
    lattice l = {.s = s};
    l.emitted = allocate(s->n, sizeof(row));
    l.moved = allocate(s->n, sizeof *l.moved);
    l.ahead = allocate(s->n, sizeof(row));
    l.behind = allocate(s->n, sizeof(row));
    for (size_t i = 0; i < s->n; i++) {
        emission(w, &s->units[i], l.emitted[i]);
        if (i > 0)
            moves(w, s->pair_bits[i], l.moved[i]);
    }
    for (int k = 0; k < W; k++)
        l.emitted[0][k] += w->start[k];
    l.emitted[0][STATE_HEAD_UNDER_KICKER] = -30; /* no kicker stands above the first line */
    return l;
}

static void lattice_free(lattice *l)
{
    free(l->emitted);
    free(l->moved);
    free(l->ahead);
    free(l->behind);
}

double crf_learn(const weights *w, const sample *s, weights *gradient)
{
    if (s->n == 0)
        return 0;
    lattice l = lattice_new(w, s);
    double all = add_expected(&l, -1, gradient);
    l.is_gold = true;
    double gold = add_expected(&l, 1, gradient);
    lattice_free(&l);
    return all - gold;
}

void crf_decode(const weights *w, const sample *s, line_kind *kinds)
{
    if (s->n == 0)
        return;
    lattice l = lattice_new(w, s);
    uint8_t(*came_from)[S] = allocate(s->n, sizeof *came_from);
    memcpy(l.ahead[0], l.emitted[0], sizeof(row));
    for (size_t i = 1; i < s->n; i++)
        for (int to = 0; to < S; to++) {
            int best = 0;
            for (int from = 1; from < S; from++)
                if (l.ahead[i - 1][from] + l.moved[i][from][to] > l.ahead[i - 1][best] + l.moved[i][best][to])
                    best = from;
            came_from[i][to] = (uint8_t)best;
            l.ahead[i][to] = l.ahead[i - 1][best] + l.moved[i][best][to] + l.emitted[i][to];
        }
    int state = 0;
    for (int k = 1; k < S; k++)
        state = l.ahead[s->n - 1][k] > l.ahead[s->n - 1][state] ? k : state;
    for (size_t i = s->n; i-- > 0; state = came_from[i][state])
        kinds[i] = kind_of(state);
    free(came_from);
    lattice_free(&l);
}
