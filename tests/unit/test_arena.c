#include "unit.h"

#include <stdbool.h>
#include <string.h>

enum { ALIGNMENT = _Alignof(max_align_t), FIRST_BYTES = 16 * 1024 };

static void memory_is_zeroed_and_aligned(void **state)
{
    for (size_t size = 0; size < 300; size++) {
        unsigned char *p = arena_alloc(*state, size);
        assert_int_equal((uintptr_t)p % ALIGNMENT, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, size);
    }
}

static void allocations_do_not_overlap(void **state)
{
    enum { N = 500 };
    unsigned char *p[N];
    for (size_t i = 0; i < N; i++) {
        p[i] = arena_alloc(*state, i * 7 % 300);
        memset(p[i], (int)(i % 251), i * 7 % 300);
    }
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < i * 7 % 300; k++)
            assert_int_equal(p[i][k], i % 251);
}

static void no_size_is_a_valid_pointer(void **state)
{
    assert_non_null(arena_alloc(*state, 0));
    assert_non_null(arena_array(*state, 0, 8));
    assert_non_null(arena_array(*state, 8, 0));
}

static void a_large_piece_fits(void **state)
{
    enum { LARGE = 20 * 1024 * 1024 };
    char *p = arena_alloc(*state, LARGE);
    p[0] = p[LARGE - 1] = 'x';
    assert_true(((arena *)*state)->used_bytes >= LARGE);
}

static void growing_keeps_what_is_there(void **state)
{
    size_t capacity = 0;
    uint32_t *items = NULL;
    for (uint32_t n = 0; n < 5000; n++) {
        items = arena_grow(*state, items, n, &capacity, sizeof *items);
        assert_true(capacity > n);
        items[n] = n * 3;
    }
    for (uint32_t n = 0; n < 5000; n++)
        assert_int_equal(items[n], n * 3);
}

static void growing_moves_nothing_while_there_is_room(void **state)
{
    size_t capacity = 0;
    int *items = arena_grow(*state, NULL, 0, &capacity, sizeof *items);
    size_t first = capacity;
    assert_ptr_equal(arena_grow(*state, items, first - 1, &capacity, sizeof *items), items);
    assert_int_equal(capacity, first);
    assert_ptr_not_equal(arena_grow(*state, items, first, &capacity, sizeof *items), items);
    assert_int_equal(capacity, first * 2);
}

static void a_copy_ends_in_nul(void **state)
{
    assert_string_equal(arena_copy(*state, "otter tail", 5), "otter");
    assert_string_equal(arena_copy(*state, NULL, 0), "");
    assert_memory_equal(arena_copy(*state, "a\0b", 3), "a\0b", 4);
}

/* Whether `take` runs memory out. */
static bool fails(arena *mem, void (*take)(arena *mem))
{
    if (ARENA_FAILED(mem))
        return true;
    take(mem);
    return false;
}

static void take_too_large(arena *mem)
{
    arena_alloc(mem, SIZE_MAX);
}

static void take_overflowing_array(arena *mem)
{
    arena_array(mem, SIZE_MAX / 2 + 1, 2);
}

static void take_overflowing_copy(arena *mem)
{
    arena_copy(mem, "", SIZE_MAX);
}

static void take_overflowing_growth(arena *mem)
{
    size_t capacity = SIZE_MAX / 2 + 1;
    arena_grow(mem, NULL, SIZE_MAX - 1, &capacity, 1);
}

static void take_a_byte(arena *mem)
{
    arena_alloc(mem, 1);
}

static void take_a_chunk(arena *mem)
{
    arena_alloc(mem, FIRST_BYTES);
}

static void sizes_that_overflow_count_as_memory_run_out(void **state)
{
    assert_true(fails(*state, take_too_large));
    assert_true(fails(*state, take_overflowing_array));
    assert_true(fails(*state, take_overflowing_copy));
    assert_true(fails(*state, take_overflowing_growth));
    assert_false(fails(*state, take_a_byte));
}

static void a_limit_is_kept(void **state)
{
    arena *mem = *state;
    mem->limit_bytes = FIRST_BYTES - 1;
    assert_true(fails(mem, take_a_byte));
    mem->limit_bytes = FIRST_BYTES;
    assert_false(fails(mem, take_a_byte));
    assert_true(fails(mem, take_a_chunk));
    assert_true(mem->used_bytes <= mem->limit_bytes);
    assert_false(fails(mem, take_a_byte));
    mem->limit_bytes = 0;
    assert_false(fails(mem, take_a_chunk));
}

static void a_freed_arena_starts_anew(void **state)
{
    arena *mem = *state;
    take_a_chunk(mem);
    arena_free(mem);
    assert_int_equal(mem->used_bytes, 0);
    arena_free(mem);
    assert_false(fails(mem, take_a_byte));
    assert_int_equal(mem->used_bytes, FIRST_BYTES);
}

static void what_is_handed_over_is_used_again(void **state)
{
    arena *mem = *state, other = {0};
    assert_false(ARENA_FAILED(&other));
    memset(arena_alloc(&other, FIRST_BYTES / 2), 0xAA, FIRST_BYTES / 2);
    arena_hand_over(&other, mem);
    assert_int_equal(other.used_bytes, 0);
    const char *large = arena_alloc(mem, 2 * FIRST_BYTES);
    assert_int_equal(large[2 * FIRST_BYTES - 1], 0);
    assert_int_equal(mem->used_bytes, 2 * FIRST_BYTES);
    const unsigned char *p = arena_alloc(mem, FIRST_BYTES);
    assert_int_equal(mem->used_bytes, 3 * FIRST_BYTES);
    for (size_t i = 0; i < FIRST_BYTES; i++)
        assert_int_equal(p[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(memory_is_zeroed_and_aligned),
        UNIT_TEST(allocations_do_not_overlap),
        UNIT_TEST(no_size_is_a_valid_pointer),
        UNIT_TEST(a_large_piece_fits),
        UNIT_TEST(growing_keeps_what_is_there),
        UNIT_TEST(growing_moves_nothing_while_there_is_room),
        UNIT_TEST(a_copy_ends_in_nul),
        UNIT_TEST(sizes_that_overflow_count_as_memory_run_out),
        UNIT_TEST(a_limit_is_kept),
        UNIT_TEST(a_freed_arena_starts_anew),
        UNIT_TEST(what_is_handed_over_is_used_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
