#include "parse/link_assign.h"

#include <math.h>
#include <stdbool.h>

/* A pair below that is no candidate; so many columns are weighed together. */
static const double least_score = -6.0;
enum { MOST_COLUMNS = 10 };

typedef struct problem {
    arena *mem;
    size_t n_rows, n_columns;
    double *odds;     /* 0 where the pair is no candidate */
    double *probable; /* by row and column */
} problem;

/* Rows and columns that compete with each other. */
typedef struct group {
    size_t *rows, *columns;
    size_t n_rows, n_columns;
} group;

static double odds_at(const problem *p, size_t row, size_t column)
{
    return p->odds[row * p->n_columns + column];
}

static void put(const problem *p, size_t row, size_t column, double probability)
{
    p->probable[row * p->n_columns + column] = probability;
}

/* Sums of odds over all ways to give out columns: before[r][mask] to the rows below r just those of the mask,
 * after[r][mask] to the rows from r on any that are not in the mask. */
typedef struct tables {
    double *before, *after;
    size_t n_masks;
} tables;

static void sum_before(const problem *p, const group *g, tables *t)
{
    t->before[0] = 1;
    for (size_t r = 0; r < g->n_rows; r++)
        for (size_t mask = 0; mask < t->n_masks; mask++) {
            const double *row = t->before + r * t->n_masks;
            double sum = row[mask];
            for (size_t c = 0; c < g->n_columns; c++)
                if (mask >> c & 1)
                    sum += row[mask ^ (size_t)1 << c] * odds_at(p, g->rows[r], g->columns[c]);
            t->before[(r + 1) * t->n_masks + mask] = sum;
        }
}

static void sum_after(const problem *p, const group *g, tables *t)
{
    for (size_t mask = 0; mask < t->n_masks; mask++)
        t->after[g->n_rows * t->n_masks + mask] = 1;
    for (size_t r = g->n_rows; r-- > 0;)
        for (size_t mask = 0; mask < t->n_masks; mask++) {
            const double *next = t->after + (r + 1) * t->n_masks;
            double sum = next[mask];
            for (size_t c = 0; c < g->n_columns; c++)
                if (!(mask >> c & 1))
                    sum += next[mask | (size_t)1 << c] * odds_at(p, g->rows[r], g->columns[c]);
            t->after[r * t->n_masks + mask] = sum;
        }
}

static double pair_probability(const problem *p, const group *g, const tables *t, size_t r, size_t c)
{
    const double *before = t->before + r * t->n_masks, *after = t->after + (r + 1) * t->n_masks;
    double sum = 0;
    for (size_t mask = 0; mask < t->n_masks; mask++)
        if (!(mask >> c & 1))
            sum += before[mask] * after[mask | (size_t)1 << c];
    return sum * odds_at(p, g->rows[r], g->columns[c]) / t->after[0];
}

static void solve_exactly(const problem *p, const group *g)
{
    tables t = {.n_masks = (size_t)1 << g->n_columns};
    t.before = arena_array(p->mem, (g->n_rows + 1) * t.n_masks, sizeof *t.before);
    t.after = arena_array(p->mem, (g->n_rows + 1) * t.n_masks, sizeof *t.after);
    sum_before(p, g, &t);
    sum_after(p, g, &t);
    for (size_t r = 0; r < g->n_rows; r++)
        for (size_t c = 0; c < g->n_columns; c++)
            put(p, g->rows[r], g->columns[c], pair_probability(p, g, &t, r, c));
}

static void solve_roughly(const problem *p, const group *g)
{
    double *sums = arena_array(p->mem, p->n_rows + p->n_columns, sizeof *sums);
    double *row_sums = sums, *column_sums = sums + p->n_rows;
    for (size_t r = 0; r < g->n_rows; r++)
        for (size_t c = 0; c < g->n_columns; c++) {
            double o = odds_at(p, g->rows[r], g->columns[c]);
            row_sums[g->rows[r]] += o;
            column_sums[g->columns[c]] += o;
        }
    for (size_t r = 0; r < g->n_rows; r++)
        for (size_t c = 0; c < g->n_columns; c++) {
            size_t row = g->rows[r], column = g->columns[c];
            double o = odds_at(p, row, column);
            put(p, row, column, o / (1 + row_sums[row] + column_sums[column] - o));
        }
}

/* All that hangs together with a row, by way of pairs that are candidates. */
static group group_of(const problem *p, size_t first_row, bool *seen_rows, bool *seen_columns)
{
    group g = {.rows = arena_array(p->mem, p->n_rows, sizeof *g.rows),
               .columns = arena_array(p->mem, p->n_columns, sizeof *g.columns)};
    g.rows[g.n_rows++] = first_row;
    seen_rows[first_row] = true;
    for (size_t r = 0, c = 0; r < g.n_rows || c < g.n_columns;) {
        if (r < g.n_rows) {
            for (size_t column = 0; column < p->n_columns; column++)
                if (!seen_columns[column] && odds_at(p, g.rows[r], column) > 0) {
                    seen_columns[column] = true;
                    g.columns[g.n_columns++] = column;
                }
            r++;
        } else {
            for (size_t row = 0; row < p->n_rows; row++)
                if (!seen_rows[row] && odds_at(p, row, g.columns[c]) > 0) {
                    seen_rows[row] = true;
                    g.rows[g.n_rows++] = row;
                }
            c++;
        }
    }
    return g;
}

double *link_assign(arena *mem, const double *scores, size_t n_rows, size_t n_columns)
{
    problem p = {.mem = mem, .n_rows = n_rows, .n_columns = n_columns};
    p.probable = arena_array(mem, n_rows * n_columns, sizeof *p.probable);
    p.odds = arena_array(mem, n_rows * n_columns, sizeof *p.odds);
    for (size_t i = 0; i < n_rows * n_columns; i++)
        p.odds[i] = scores[i] < least_score ? 0 : exp(scores[i]);
    bool *seen_rows = arena_array(mem, n_rows, sizeof *seen_rows);
    bool *seen_columns = arena_array(mem, n_columns, sizeof *seen_columns);
    for (size_t row = 0; row < n_rows; row++) {
        if (seen_rows[row])
            continue;
        group g = group_of(&p, row, seen_rows, seen_columns);
        if (g.n_columns > MOST_COLUMNS)
            solve_roughly(&p, &g);
        else
            solve_exactly(&p, &g);
    }
    return p.probable;
}
