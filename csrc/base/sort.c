#include "base/sort.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* So many items out of order are put in their places one by one. */
enum { MOST_STRAYS = 16, STRAY_BYTES = 256 };

typedef struct sorting {
    char *items;
    size_t n, size; /* in order so far; of an item */
    int (*compare)(const void *, const void *);
    size_t n_strays;
    _Alignas(max_align_t) char strays[MOST_STRAYS][STRAY_BYTES];
} sorting;

static char *item(const sorting *s, size_t at)
{
    return s->items + at * s->size;
}

static void copy(const sorting *s, void *to, const void *from)
{
    if (to != from)
        memcpy(to, from, s->size);
}

/* Appends an item, or takes it out; or the last one, when that alone is out of order. */
static void take(sorting *s, const char *next)
{
    if (s->n == 0 || s->compare(item(s, s->n - 1), next) <= 0) {
        copy(s, item(s, s->n++), next);
        return;
    }
    bool last_strays = s->n > 1 && s->compare(item(s, s->n - 2), next) <= 0;
    copy(s, s->strays[s->n_strays++], last_strays ? item(s, s->n - 1) : next);
    if (last_strays)
        copy(s, item(s, s->n - 1), next);
}

static void put_back(sorting *s, const char *stray)
{
    size_t low = 0, high = s->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->compare(item(s, middle), stray) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    memmove(item(s, low + 1), item(s, low), (s->n++ - low) * s->size);
    copy(s, item(s, low), stray);
}

void sort_items(void *items, size_t n, size_t size, int (*compare)(const void *, const void *))
{
    sorting s = {.items = items, .size = size, .compare = compare};
    size_t taken = 0;
    while (size <= STRAY_BYTES && taken < n && s.n_strays < MOST_STRAYS)
        take(&s, item(&s, taken++));
    bool all = taken == n && s.n_strays < MOST_STRAYS;
    for (size_t i = 0; i < s.n_strays; i++)
        if (all)
            put_back(&s, s.strays[i]);
        else
            copy(&s, item(&s, s.n + i), s.strays[i]);
    if (!all)
        qsort(items, n, size, compare);
}
