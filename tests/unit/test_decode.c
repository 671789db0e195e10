#include "unit.h"

#include <stdio.h>

#include "base/utf8.h"
#include "parse/decode.h"

static void gives(void **state, str bytes, decode_result result, const char *encoding, str text)
{
    decoded got = decode(*state, bytes);
    assert_int_equal(got.result, result);
    assert_string_equal(got.encoding, encoding);
    assert_int_equal(got.text.len, text.len);
    assert_memory_equal(got.text.ptr, text.ptr, text.len);
}

static void leaves_utf8_where_it_is(void **state)
{
    str bytes =
        STR("Caf\xc3\xa9 \xe4\xb8\xad\xe6\x96\x87, plain text over more than eight bytes\n\nand on\n");
    gives(state, bytes, DECODE_CLEAN, "UTF-8", bytes);
    assert_ptr_equal(decode(*state, bytes).text.ptr, bytes.ptr);
    gives(state, STR("\xef\xbb\xbfnews"), DECODE_CLEAN, "UTF-8", STR("news"));
    gives(state, STR(""), DECODE_CLEAN, "UTF-8", STR(""));
    gives(state, STR("\xef\xbb\xbf"), DECODE_CLEAN, "UTF-8", STR(""));
}

static void mends_line_ends(void **state)
{
    gives(state, STR("a\r\nb\r\n\r\nc"), DECODE_CLEAN, "UTF-8", STR("a\nb\n\nc"));
    gives(state, STR("a\rb\r"), DECODE_CLEAN, "UTF-8", STR("a\nb\n"));
    gives(state, STR("a\rb\nc\r\r\n\r"), DECODE_CLEAN, "UTF-8", STR("a b\nc \n "));
    gives(state, STR("\r"), DECODE_CLEAN, "UTF-8", STR("\n"));
}

static void reads_utf16(void **state)
{
    gives(state, STR("\xff\xfeN\0e\0w\0s\0\r\0\n\0-N"), DECODE_CLEAN, "UTF-16LE", STR("News\n\xe4\xb8\xad"));
    gives(state, STR("\xfe\xff\0N\0e\0w\0s"), DECODE_CLEAN, "UTF-16BE", STR("News"));
    gives(state, STR("N\0e\0w\0s\0 \0p\0a\0p\0e\0r\0"), DECODE_CLEAN, "UTF-16LE", STR("News paper"));
    gives(state, STR("\0N\0e\0w\0s"), DECODE_CLEAN, "UTF-16BE", STR("News"));
    /* half a pair, and half a unit at the end */
    decoded got = decode(*state, STR("\xff\xfe"
                                     "a\0\n\0\x00\xd8"
                                     "b\0c"));
    assert_int_equal(got.result, DECODE_DAMAGED);
    assert_int_equal(got.bad_line, 2);
    assert_true(str_eq(got.text, STR("a\n" UTF8_REPLACEMENT "b" UTF8_REPLACEMENT)));
}

static void reads_gb18030(void **state)
{
    gives(state, STR("SciTech \xbf\xc6\xbc\xbc\xc8\xd5\xb1\xa8\r\n"), DECODE_CLEAN, "GB18030",
          STR("SciTech \xe7\xa7\x91\xe6\x8a\x80\xe6\x97\xa5\xe6\x8a\xa5\n"));
    /* a character of four bytes, U+20034 */
    gives(state, STR("\xbf\xc6\xbc\xbc\xc8\xd5\xb1\xa8\xbf\xc6\x95\x32\x87\x38"), DECODE_CLEAN, "GB18030",
          STR("\xe7\xa7\x91\xe6\x8a\x80\xe6\x97\xa5\xe6\x8a\xa5\xe7\xa7\x91\xf0\xa0\x80\xb4"));
}

static void replaces_bad_bytes(void **state)
{
    decoded got =
        decode(*state, STR("A page of good text\r\nwith caf\xe9 and nothing more\r\n\x80 at the end\r\n"));
    assert_int_equal(got.result, DECODE_DAMAGED);
    assert_int_equal(got.bad_line, 2);
    assert_string_equal(got.encoding, "UTF-8");
    assert_true(str_eq(got.text, STR("A page of good text\nwith caf" UTF8_REPLACEMENT
                                     " and nothing more\n" UTF8_REPLACEMENT " at the end\n")));
}

static void keeps_a_few_nuls(void **state)
{
    str bytes = STR("A page with a \0 in it and another \0 there\n");
    gives(state, bytes, DECODE_CLEAN, "UTF-8", bytes);
}

static void knows_binary(void **state)
{
    enum { SIZE = 100000 };
    static char bytes[SIZE];
    gives(state, (str){bytes, SIZE}, DECODE_BINARY, "UTF-8", STR(""));
    uint32_t seed = 1;
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i < SIZE; i++)
            bytes[i] = (char)((seed = seed * 1664525 + 1013904223) >> 24);
        size_t size = round % 2 ? SIZE : 200;
        assert_int_equal(decode(*state, (str){bytes, size}).result, DECODE_BINARY);
        bytes[0] = '\xff';
        bytes[1] = '\xfe';
        assert_int_equal(decode(*state, (str){bytes, SIZE}).result, DECODE_BINARY);
    }
}

static void takes_any_bytes(void **state)
{
    char bytes[64];
    uint32_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        size_t len = round % 64;
        for (size_t i = 0; i < len; i++) {
            seed = seed * 1664525 + 1013904223;
            bytes[i] = (seed >> 30) ? (char)('a' + (seed >> 20) % 26) : (char)(seed >> 16);
        }
        char *exact = malloc(len + 1); /* so that a sanitizer sees a read past the end */
        assert_non_null(exact);
        memcpy(exact + 1, bytes, len);
        decoded got = decode(*state, (str){exact + 1, len});
        size_t n_pages;
        decode_pages(*state, got.text, &n_pages);
        assert_true(n_pages >= 1);
        assert_int_equal(got.bad_line > 0, got.result == DECODE_DAMAGED);
        free(exact);
    }
}

static void splits_pages(void **state)
{
    size_t n;
    str *pages = decode_pages(*state, STR("one\n\ftwo\f\fthree\n\f \n"), &n);
    assert_int_equal(n, 4);
    assert_true(str_eq(pages[0], STR("one\n")));
    assert_true(str_eq(pages[1], STR("two")));
    assert_true(str_eq(pages[2], STR("")));
    assert_true(str_eq(pages[3], STR("three\n")));
    pages = decode_pages(*state, STR(""), &n);
    assert_int_equal(n, 1);
    assert_int_equal(pages[0].len, 0);
    decode_pages(*state, STR("\f\f"), &n);
    assert_int_equal(n, 1);
}

static void bounds_the_pages_of_a_file(void **state)
{
    enum { SIZE = 100000 };
    static char bytes[SIZE];
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = i % 2 ? '\f' : 'x';
    size_t n;
    str *pages = decode_pages(*state, (str){bytes, SIZE}, &n);
    assert_int_equal(n, 9999);
    assert_ptr_equal(pages[n - 1].ptr + pages[n - 1].len, bytes + SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(leaves_utf8_where_it_is),
        UNIT_TEST(mends_line_ends),
        UNIT_TEST(reads_utf16),
        UNIT_TEST(reads_gb18030),
        UNIT_TEST(replaces_bad_bytes),
        UNIT_TEST(keeps_a_few_nuls),
        UNIT_TEST(knows_binary),
        UNIT_TEST(takes_any_bytes),
        UNIT_TEST(splits_pages),
        UNIT_TEST(bounds_the_pages_of_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
