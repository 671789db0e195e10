/* Where a key stands in sorted items. */
#ifndef STDAILY_BASE_LOWER_BOUND_H
#define STDAILY_BASE_LOWER_BOUND_H

#include <stdbool.h>
#include <stddef.h>

/* The first of n items of so many bytes each that `is_before` says not to stand before the key; n for none.
 */
static inline size_t lower_bound(const void *items, size_t n, size_t item_bytes, const void *key,
                                 bool (*is_before)(const void *item, const void *key))
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before((const char *)items + middle * item_bytes, key))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
