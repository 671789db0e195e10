/* What every unit test needs: cmocka with the headers that it wants before it, and an arena a test. */
#ifndef STDAILY_TESTS_UNIT_H
#define STDAILY_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"

/* The test's *state is then its arena.  A test that runs memory out sets its own handler. */
static inline int unit_begin(void **state)
{
    *state = calloc(1, sizeof(arena));
    return *state ? 0 : -1;
}

static inline int unit_end(void **state)
{
    arena_free(*state);
    free(*state);
    return 0;
}

#define UNIT_TEST(f) cmocka_unit_test_setup_teardown(f, unit_begin, unit_end)

#endif
