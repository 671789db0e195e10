#include "parse/cohesion.h"

enum { LEAST_WORDS = 12, MOST_WORDS = 60, MOST_LINES = 24 };

/* The lines below `from` that hold enough words. */
static text_run below(const affinity *a, size_t from, size_t n_lines)
{
    text_run run = {from, from};
    while (run.end < n_lines && run.end < from + MOST_LINES && affinity_size(a, run) < MOST_WORDS)
        run.end++;
    return run;
}

static text_run above(const affinity *a, size_t end)
{
    text_run run = {end, end};
    while (run.first > 0 && run.first + MOST_LINES > end && affinity_size(a, run) < MOST_WORDS)
        run.first--;
    return run;
}

static int look_of(double likeness)
{
    return likeness == 0     ? LOOK_COHESION_NONE
           : likeness < 0.04 ? LOOK_COHESION_LOW
           : likeness < 0.1  ? LOOK_COHESION_SOME
                             : LOOK_COHESION_HIGH;
}

void cohesion_look(affinity *a, size_t n_lines, line *units, const size_t *first, size_t n_units)
{
    for (size_t u = 1; u + 1 < n_units; u++) {
        if (units[u].n_words > 14 || LOOKS(&units[u], LOOK_STARTS_LOWER))
            continue;
        text_run before = above(a, first[u]), after = below(a, first[u + 1], n_lines);
        if (affinity_size(a, before) >= LEAST_WORDS && affinity_size(a, after) >= LEAST_WORDS)
            line_set_look(&units[u], look_of(affinity_between(a, before, after)));
    }
}
