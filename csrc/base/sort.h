/* Sorting of what is often in order already. */
#ifndef STDAILY_BASE_SORT_H
#define STDAILY_BASE_SORT_H

#include <stddef.h>

/* qsort() that takes less where few items are out of order; `items` may be NULL when n is 0. */
void sort_items(void *items, size_t n, size_t size, int (*compare)(const void *, const void *));

#endif
