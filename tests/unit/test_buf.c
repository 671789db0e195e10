#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"

enum { MANY = 1000000 };

static void test_grows_by_doubling(void **state)
{
    (void)state;
    arena mem = {0};
    if (ARENA_FAILED(&mem))
        fail();
    mem.limit_bytes = 8 * MANY;
    buf b = buf_in(&mem);
    for (int i = 0; i < MANY; i++)
        buf_add_char(&b, 'x');
    assert_int_equal(buf_str(&b).len, MANY);
    assert_int_equal(b.ptr[MANY], '\0');
    arena_free(&mem);
}

static void test_json_escapes(void **state)
{
    (void)state;
    arena mem = {0};
    if (ARENA_FAILED(&mem))
        fail();
    buf b = buf_in(&mem);
    buf_add_json(&b, STR("a\"b\\c\n\x01\xff\xe6\xb0\xb4"));
    assert_string_equal(b.ptr, "\"a\\\"b\\\\c\\n\\u0001\xef\xbf\xbd\xe6\xb0\xb4\"");
    arena_free(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grows_by_doubling),
        cmocka_unit_test(test_json_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
