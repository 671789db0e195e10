/* Numbers of issues that do not fit those before and after. */
#include <stdlib.h>

#include "base/sort.h"
#include "parse/place_node.h"

/* Between two issues so far apart nothing is told; numbers that a digit misread makes have few digits. */
enum { MOST_DAYS = 120, MOST_NUMBER_DIGITS = 6 };

static int by_first(const void *x, const void *y)
{
    const cluster *a = *(cluster *const *)x, *b = *(cluster *const *)y;
    int order = date_compare(a->first, b->first);
    order = order ? order : (a->number > b->number) - (a->number < b->number);
    return order ? order : str_compare(a->nodes->printed->key, b->nodes->printed->key);
}

static bool is_in_series(const cluster *c, const cluster *other)
{
    return other->number && other->volume == c->volume && date_compare(c->first, other->first) != 0;
}

/* The next issue of the same volume on one side; NULL when there is none near. */
static const cluster *neighbour(cluster *const *sorted, size_t n, size_t at, int step)
{
    for (size_t i = at + (size_t)step; i < n; i += (size_t)step) {
        int32_t days = sorted[i]->day - sorted[at]->day;
        if (abs(days) > MOST_DAYS)
            return NULL;
        if (is_in_series(sorted[at], sorted[i]))
            return sorted[i];
    }
    return NULL;
}

/* One digit of as many is another. */
static bool is_misread(int32_t a, int32_t b)
{
    int differ = 0, digits = 0;
    for (; (a || b) && digits < MOST_NUMBER_DIGITS; a /= 10, b /= 10, digits++)
        differ += a % 10 != b % 10 || !a || !b;
    return differ == 1;
}

/* The number that an issue has between two others, where one comes as regularly as they do; 0 unknown. */
static int32_t number_between(const cluster *before, const cluster *c, const cluster *after)
{
    int32_t days = c->day - before->day;
    int32_t all_days = after->day - before->day;
    int32_t numbers = after->number - before->number;
    if (numbers < 2 || days * numbers % all_days != 0)
        return 0;
    return before->number + days * numbers / all_days;
}

void place_mend_numbers(arena *mem, cluster **clusters, size_t n)
{
    cluster **sorted = arena_array(mem, n, sizeof *sorted);
    size_t n_dated = 0;
    for (size_t i = 0; i < n; i++)
        if (date_known(clusters[i]->first))
            sorted[n_dated++] = clusters[i];
    sort_items(sorted, n_dated, sizeof *sorted, by_first);
    for (size_t i = 0; i < n_dated; i++)
        sorted[i]->day = date_days(sorted[i]->first);
    for (size_t i = 0; i < n_dated; i++) {
        cluster *c = sorted[i];
        const cluster *before = neighbour(sorted, n_dated, i, -1), *after = neighbour(sorted, n_dated, i, 1);
        if (!c->number || !before || !after || (before->number < c->number && c->number < after->number))
            continue;
        int32_t number = number_between(before, c, after);
        if (number && is_misread(c->number, number)) {
            c->misread = c->number;
            c->number = number;
        }
    }
}
