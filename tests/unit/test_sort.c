#include "unit.h"

#include <string.h>

#include "base/sort.h"

enum { N = 200 };

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void fill(uint32_t *items)
{
    for (uint32_t i = 0; i < N; i++)
        items[i] = i;
}

static void assert_sorted(uint32_t *items, size_t n)
{
    sort_items(items, n, sizeof *items, by_value);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(items[i], i);
}

static void nothing_is_sorted(void **state)
{
    (void)state;
    sort_items(NULL, 0, sizeof(uint32_t), by_value);
}

static void what_is_in_order_stays(void **state)
{
    (void)state;
    uint32_t items[N];
    fill(items);
    assert_sorted(items, N);
    assert_sorted(items, 1);
}

static void each_stray_finds_its_place(void **state)
{
    (void)state;
    for (size_t from = 0; from < N; from += 7)
        for (size_t to = 0; to < N; to += 11) {
            uint32_t items[N];
            fill(items);
            memmove(items + from, items + from + 1, (N - 1 - from) * sizeof *items);
            memmove(items + to + 1, items + to, (N - 1 - to) * sizeof *items);
            items[to] = (uint32_t)from;
            assert_sorted(items, N);
        }
}

static void so_do_few_and_many(void **state)
{
    (void)state;
    unsigned seed = 1;
    for (size_t swaps = 0; swaps < N; swaps++) {
        uint32_t items[N];
        fill(items);
        for (size_t i = 0; i < swaps; i++) {
            size_t a = (size_t)rand_r(&seed) % N, b = (size_t)rand_r(&seed) % N;
            uint32_t item = items[a];
            items[a] = items[b];
            items[b] = item;
        }
        assert_sorted(items, N);
    }
}

typedef struct large {
    uint32_t value;
    char more[300];
} large;

static void large_items_are_sorted(void **state)
{
    large *items = arena_array(*state, N, sizeof *items);
    for (uint32_t i = 0; i < N; i++)
        items[i].value = i ^ 5;
    sort_items(items, N, sizeof *items, by_value);
    for (size_t i = 0; i < N; i++)
        assert_int_equal(items[i].value, i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {UNIT_TEST(nothing_is_sorted), UNIT_TEST(what_is_in_order_stays),
                                       UNIT_TEST(each_stray_finds_its_place), UNIT_TEST(so_do_few_and_many),
                                       UNIT_TEST(large_items_are_sorted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
