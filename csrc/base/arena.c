#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct arena_chunk {
    arena_chunk *previous;
    size_t size;
    max_align_t data[];
};

enum {
    ALIGNMENT = _Alignof(max_align_t),
    FIRST_CHUNK_BYTES = 16 * 1024,
    MOST_CHUNK_BYTES = 4 * 1024 * 1024 - sizeof(arena_chunk) /* so that it is of whole huge pages */
};

_Noreturn void arena_fail(arena *a)
{
    longjmp(a->on_failure, 1);
}

static void use_chunk(arena *a, arena_chunk *chunk)
{
    chunk->previous = a->chunks;
    a->chunks = chunk;
    a->used_bytes += chunk->size;
    a->next = (char *)chunk->data;
    a->end = a->next + chunk->size;
}

static bool use_spare(arena *a, size_t need)
{
    arena_chunk **at = &a->spare, *found;
    while (*at && (*at)->size < need)
        at = &(*at)->previous;
    found = *at;
    if (!found)
        return false;
    *at = found->previous;
    use_chunk(a, found);
    return true;
}

static void add_chunk(arena *a, size_t need)
{
    if (a->stop && atomic_load(a->stop))
        arena_fail(a);
    if (use_spare(a, need))
        return;
    size_t size = a->chunks ? a->chunks->size * 2 : FIRST_CHUNK_BYTES;
    bool fits = !a->limit_bytes || a->expected_bytes <= a->limit_bytes - a->used_bytes;
    if (size < a->expected_bytes && fits)
        size = a->expected_bytes;
    a->expected_bytes = 0;
    if (size > MOST_CHUNK_BYTES)
        size = MOST_CHUNK_BYTES;
    if (size < need)
        size = need;
    a->over_limit = a->limit_bytes && size > a->limit_bytes - a->used_bytes;
    if (a->over_limit || size > SIZE_MAX - sizeof(arena_chunk))
        arena_fail(a);
    arena_chunk *chunk =
        a->source ? a->source(sizeof(arena_chunk) + size) : malloc(sizeof(arena_chunk) + size);
    if (!chunk)
        arena_fail(a);
    chunk->size = size;
    use_chunk(a, chunk);
}

void arena_expect(arena *a, size_t bytes)
{
    a->expected_bytes = bytes;
}

static void *take(arena *a, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        arena_fail(a);
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!a->next || (size_t)(a->end - a->next) < size)
        add_chunk(a, size);
    void *ptr = a->next;
    a->next += size;
    return ptr;
}

void *arena_alloc(arena *a, size_t size)
{
    void *ptr = take(a, size);
    return memset(ptr, 0, size);
}

void *arena_array(arena *a, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        arena_fail(a);
    return arena_alloc(a, n * size);
}

void *arena_double(arena *a, void *items, size_t n, size_t *capacity, size_t size)
{
    size_t wanted = *capacity ? *capacity : 8;
    while (wanted <= n) {
        if (wanted > SIZE_MAX / 2)
            arena_fail(a);
        wanted *= 2;
    }
    void *grown = arena_array(a, wanted, size);
    if (n)
        memcpy(grown, items, n * size);
    *capacity = wanted;
    return grown;
}

char *arena_copy(arena *a, const char *ptr, size_t len)
{
    if (len == SIZE_MAX)
        arena_fail(a);
    char *copy = take(a, len + 1);
    if (len)
        memcpy(copy, ptr, len);
    copy[len] = '\0';
    return copy;
}

static void free_chunks(arena_chunk *chunk)
{
    while (chunk) {
        arena_chunk *previous = chunk->previous;
        free(chunk);
        chunk = previous;
    }
}

static void forget(arena *a)
{
    a->chunks = a->spare = NULL;
    a->next = a->end = NULL;
    a->used_bytes = a->expected_bytes = 0;
}

void arena_free(arena *a)
{
    free_chunks(a->chunks);
    free_chunks(a->spare);
    forget(a);
}

void arena_hand_over(arena *from, arena *to)
{
    for (arena_chunk *chunk = from->chunks, *previous; chunk; chunk = previous) {
        previous = chunk->previous;
        chunk->previous = to->spare;
        to->spare = chunk;
    }
    free_chunks(from->spare);
    forget(from);
}
