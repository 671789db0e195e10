#include "work/huge.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { HUGE_BYTES = 2 * 1024 * 1024 };

void *huge_alloc(size_t bytes)
{
    if (bytes < HUGE_BYTES || bytes > SIZE_MAX - HUGE_BYTES)
        return malloc(bytes);
    bytes = (bytes + HUGE_BYTES - 1) / HUGE_BYTES * HUGE_BYTES;
    void *memory = aligned_alloc(HUGE_BYTES, bytes);
#ifdef MADV_HUGEPAGE
    if (memory)
        madvise(memory, bytes, MADV_HUGEPAGE); /* where that fails, pages are small */
#endif
    return memory;
}
