/* Memory that is freed all at once.
 *
 * Running out of memory does not return NULL but jumps to the handler that the arena's owner set, so
 * that code which builds values need not check each step:
 *
 *     arena mem = {0};
 *     if (ARENA_FAILED(&mem)) { arena_free(&mem); return STDAILY_NO_MEMORY; }
 *     ... arena_alloc(&mem, n) ...
 *     arena_free(&mem);
 */
#ifndef STDAILY_BASE_ARENA_H
#define STDAILY_BASE_ARENA_H

#include <setjmp.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct arena_chunk arena_chunk;

typedef struct arena {
    arena_chunk *chunks;
    arena_chunk *spare; /* to be used before new ones */
    char *next, *end;
    size_t used_bytes;             /* of all chunks */
    size_t expected_bytes;         /* see arena_expect() */
    size_t limit_bytes;            /* 0: none; else allocation past it fails, as if memory had run out */
    bool over_limit;               /* that is why it failed */
    void *(*source)(size_t bytes); /* of chunks, as malloc() is, which NULL stands for */
    const atomic_bool *stop; /* NULL: none; else allocation fails some time after another thread set it */
    jmp_buf on_failure;
} arena;

/* True when control comes back here because memory ran out.  Locals changed since must be volatile. */
#define ARENA_FAILED(a) (setjmp((a)->on_failure) != 0)

/* About so many bytes will be asked for in small pieces: one chunk is made for them when one is needed. */
void arena_expect(arena *a, size_t bytes);
/* size bytes, zeroed, aligned for any type; a size of 0 gives a valid pointer. */
void *arena_alloc(arena *a, size_t size);
/* The same for an array; a product that overflows counts as memory run out. */
void *arena_array(arena *a, size_t n, size_t size);
void *arena_double(arena *a, void *items, size_t n, size_t *capacity, size_t size);
/* Grows an array to hold at least n + 1 items, doubling; *capacity counts items. */
static inline void *arena_grow(arena *a, void *items, size_t n, size_t *capacity, size_t size)
{
    return n < *capacity ? items : arena_double(a, items, n, capacity, size);
}
char *arena_copy(arena *a, const char *ptr, size_t len); /* NUL added */
/* Jumps to the failure handler; for allocators that work beside the arena. */
_Noreturn void arena_fail(arena *a);
void arena_free(arena *a);
/* Frees all of an arena so that another one uses its memory, which the system need not clear again. */
void arena_hand_over(arena *from, arena *to);

#endif
