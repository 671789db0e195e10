/* Text: views, UTF-8, growing text, JSON. */
#include "unit.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

/* ------------------------------------------------------------------ str */

#define IS(actual, expected)                                                                                 \
    do {                                                                                                     \
        str is_ = (actual);                                                                                  \
        assert_int_equal(is_.len, strlen(expected));                                                         \
        assert_memory_equal(is_.ptr, expected, is_.len);                                                     \
    } while (0)

static void views_are_cut_within_bounds(void **state)
{
    (void)state;
    str s = STR("harbor");
    IS(str_from(s, 3), "bor");
    IS(str_from(s, 6), "");
    IS(str_from(s, 60), "");
    IS(str_to(s, 3), "har");
    IS(str_to(s, 60), "harbor");
    assert_ptr_equal(str_from(s, 60).ptr, s.ptr + s.len);
    assert_int_equal(str_of(NULL).len, 0);
}

static void prefixes_and_suffixes(void **state)
{
    (void)state;
    str s = STR("harbor");
    assert_true(str_starts(s, STR("har")) && str_starts(s, STR("")) && str_starts(s, s));
    assert_false(str_starts(s, STR("Har")) || str_starts(s, STR("harbors")));
    assert_true(str_ends(s, STR("bor")) && str_ends(s, STR("")) && str_ends(s, s));
    assert_false(str_ends(s, STR("Bor")) || str_ends(s, STR("a harbor")));
    assert_true(str_starts_nocase(s, STR("HAR")) && str_eq_nocase(s, STR("HarBOR")));
    assert_false(str_eq_nocase(s, STR("harbo")) || str_eq_nocase(STR("["), STR("{")));
}

static void blanks_of_all_kinds_are_trimmed(void **state)
{
    (void)state;
    IS(str_trim(STR(" \t\r\n\v\f otter \t")), "otter");
    IS(str_trim(STR("\xc2\xa0otter\xc2\xa0")), "otter");
    IS(str_trim(STR("\xe3\x80\x80otter\xe3\x80\x80")), "otter");
    IS(str_trim(STR("\xe2\x80\x89otter\xe2\x80\x8b")), "otter");
    IS(str_trim(STR("\xef\xbb\xbfotter ")), "otter");
    IS(str_trim(STR("two otters")), "two otters");
    IS(str_trim(STR(" \xc2\xa0 ")), "");
    IS(str_trim(STR("")), "");
    IS(str_trim((str){NULL, 0}), "");
}

static void trimming_cuts_no_character_in_two(void **state)
{
    (void)state;
    /* The last bytes of these are those of blanks. */
    IS(str_trim(STR("\xc3\xa0")), "\xc3\xa0");
    IS(str_trim(STR("\xe4\x80\x80")), "\xe4\x80\x80");
    IS(str_trim(STR("\xa0")), "\xa0");
    IS(str_trim(STR("\xe2\x80\x94")), "\xe2\x80\x94");
}

static void finds_the_first(void **state)
{
    (void)state;
    str s = STR("tatatam");
    assert_int_equal(str_find(s, STR("tat")), 0);
    assert_int_equal(str_find(s, STR("tam")), 4);
    assert_int_equal(str_find(s, STR("m")), 6);
    assert_int_equal(str_find(s, STR("")), 0);
    assert_int_equal(str_find(s, STR("tom")), s.len);
    assert_int_equal(str_find(s, STR("tatatams")), s.len);
    assert_int_equal(str_find(STR(""), STR("t")), 0);
    assert_int_equal(str_find((str){"a\0b", 3}, (str){"\0b", 2}), 1);
}

static void a_text_is_found_wherever_it_stands(void **state)
{
    enum { LENGTH = 70 };
    char bytes[LENGTH];
    (void)state;
    for (size_t len = 1; len <= 20; len++) {
        for (size_t at = 0; at + len <= LENGTH; at++) {
            memset(bytes, 'a', sizeof bytes);
            memset(bytes + at, 'b', len);
            str s = {bytes, LENGTH}, needle = {bytes + at, len};
            assert_int_equal(str_find(s, needle), at);
            assert_int_equal(str_find(str_to(s, at + len), needle), at);
            assert_int_equal(str_find(str_to(s, at + len - 1), needle), at + len - 1);
        }
    }
}

static void a_text_is_found_in_any_case(void **state)
{
    (void)state;
    assert_int_equal(str_find_nocase(STR("The Otters"), STR("otter")), 4);
    assert_int_equal(str_find_nocase(STR("The Otters"), STR("seal")), 10);
    assert_int_equal(str_find_nocase(STR("ot"), STR("otter")), 2);
    assert_int_equal(str_find_nocase(STR(""), STR("otter")), 0);
    /* '@' and '`' differ as a letter's cases do, but are none. */
    assert_int_equal(str_find_nocase(STR("a`b, a@b"), STR("A@B")), 5);
    str line = STR("and then, as the clerk said, THE LONG BRIDGE, left of it, was closed"),
        all = STR("And Then, as the Clerk said, the long bridge, LEFT of it, was closed");
    for (size_t at = 0; at < line.len; at++)
        for (size_t len = 1; at + len <= line.len; len++) {
            str needle = {line.ptr + at, len};
            size_t found = str_find_nocase(all, needle), first = 0;
            while (!str_eq_nocase((str){all.ptr + first, len}, needle))
                first++;
            assert_int_equal(found, first);
        }
}

static void case_is_of_ascii_letters(void **state)
{
    (void)state;
    assert_true(str_has_lower(STR("OTTeR")));
    assert_false(str_has_lower(STR("OTTER 9 \xc3\xa9")) || str_has_lower(STR("")));
    assert_true(str_is_upper(STR("OTTER")) && str_is_upper(STR("")));
    assert_false(str_is_upper(STR("OTTER 9")) || str_is_upper(STR("Otter")));
    assert_true(str_is_lower(STR("otter")) && str_is_lower(STR("")));
    assert_false(str_is_lower(STR("otter9")) || str_is_lower(STR("Otter")));
}

/* ------------------------------------------------------------------ UTF-8 */

static void valid_characters_have_a_length(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t len;
        int32_t c;
    } cases[] = {
        {"a", 1, 'a'},
        {"\xc3\xa9", 2, 0xE9},
        {"\xe6\xb0\xb4", 3, 0x6C34},
        {"\xf0\x9f\xa6\xa6", 4, 0x1F9A6},
        {"\xef\xbf\xbd", 3, 0xFFFD},
        {"\x80", 0, 0xFFFD},         /* goes on with nothing */
        {"\xc3", 0, 0xFFFD},         /* cut off */
        {"\xe6\xb0", 0, 0xFFFD},     /* cut off */
        {"\xc0\xaf", 0, 0xFFFD},     /* longer than need be */
        {"\xed\xa0\x80", 0, 0xFFFD}, /* a surrogate */
        {"\xf4\x90\x80\x80", 0, 0xFFFD},
        {"\xff", 0, 0xFFFD},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t len;
        str s = str_of(cases[i].text);
        assert_int_equal(utf8_valid_len(s), cases[i].len);
        assert_int_equal(utf8_char(s, &len), cases[i].c);
        assert_int_equal(len, cases[i].len ? cases[i].len : 1);
    }
    assert_int_equal(utf8_valid_len(STR("")), 0);
    assert_int_equal(utf8_valid_len((str){"\0", 1}), 1);
}

static void folds_case_and_composes(void **state)
{
    IS(utf8_fold(*state, STR("Caf\xc3\x89")), "caf\xc3\xa9");
    IS(utf8_fold(*state, STR("Cafe\xcc\x81")), "caf\xc3\xa9");
    IS(utf8_fold(*state, STR("STRASSE")), "strasse");
    IS(utf8_fold(*state, STR("Stra\xc3\x9f"
                             "e")),
       "strasse");
    IS(utf8_fold(*state, STR("")), "");
    IS(utf8_fold(*state, STR("Not \xff UTF-8")), "Not \xff UTF-8");
}

static void tells_scripts_without_spaces(void **state)
{
    (void)state;
    assert_true(utf8_is_cjk(0x6C34) && utf8_is_cjk(0x3042) && utf8_is_cjk(0xD55C) && utf8_is_cjk(0xFF21));
    assert_false(utf8_is_cjk('a') || utf8_is_cjk(0xE9) || utf8_is_cjk(0x2014) || utf8_is_cjk(0x1F9A6));
}

/* ------------------------------------------------------------------ buf */

static void text_grows_and_ends_in_nul(void **state)
{
    buf b = buf_in(*state);
    assert_int_equal(buf_str(&b).len, 0);
    assert_non_null(buf_str(&b).ptr);
    buf_add(&b, STR("otter"));
    buf_add_char(&b, ' ');
    buf_addf(&b, "%d%%", 42);
    buf_add(&b, STR(""));
    assert_string_equal(b.ptr, "otter 42%");
}

static void many_small_pieces_cost_little(void **state)
{
    enum { MANY = 1000000 };
    arena *mem = *state;
    if (ARENA_FAILED(mem))
        fail();
    mem->limit_bytes = 8 * MANY;
    buf b = buf_in(mem);
    for (int i = 0; i < MANY; i++)
        buf_add_char(&b, 'x');
    assert_int_equal(buf_str(&b).len, MANY);
    assert_int_equal(b.ptr[MANY], '\0');
}

static void nul_bytes_are_kept(void **state)
{
    buf b = buf_in(*state);
    buf_add(&b, (str){"a\0b", 3});
    buf_addf(&b, "%s", "c");
    assert_int_equal(b.len, 4);
    assert_memory_equal(b.ptr, "a\0bc", 5);
}

static void a_length_that_overflows_counts_as_memory_run_out(void **state)
{
    static const str longest = {"x", SIZE_MAX};
    arena *mem = *state;
    buf b = buf_in(mem);
    buf_add_char(&b, 'x');
    if (ARENA_FAILED(mem))
        return;
    buf_add(&b, longest);
    fail();
}

static void json_escapes(void **state)
{
    static const struct {
        str text;
        const char *json;
    } cases[] = {
        {{"", 0}, "\"\""},
        {{"plain", 5}, "\"plain\""},
        {{"a\"b\\c/", 6}, "\"a\\\"b\\\\c/\""},
        {{"a\nb", 3}, "\"a\\nb\""},
        {{"\t\r\x01\x1f\x7f", 5}, "\"\\u0009\\u000d\\u0001\\u001f\\u007f\""},
        {{"a\0b", 3}, "\"a\\u0000b\""},
        {{"\xe6\xb0\xb4\xf0\x9f\xa6\xa6", 7}, "\"\xe6\xb0\xb4\xf0\x9f\xa6\xa6\""},
        {{"a\xff"
          "b",
          3},
         "\"a\xef\xbf\xbd"
         "b\""},
        {{"\xe6\xb0", 2}, "\"\xef\xbf\xbd\xef\xbf\xbd\""},
        {{"\xed\xa0\x80", 3}, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf b = buf_in(*state);
        buf_add_json(&b, cases[i].text);
        assert_string_equal(b.ptr, cases[i].json);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_are_cut_within_bounds),
        cmocka_unit_test(prefixes_and_suffixes),
        cmocka_unit_test(blanks_of_all_kinds_are_trimmed),
        cmocka_unit_test(trimming_cuts_no_character_in_two),
        cmocka_unit_test(finds_the_first),
        cmocka_unit_test(a_text_is_found_wherever_it_stands),
        cmocka_unit_test(a_text_is_found_in_any_case),
        cmocka_unit_test(case_is_of_ascii_letters),
        cmocka_unit_test(valid_characters_have_a_length),
        UNIT_TEST(folds_case_and_composes),
        cmocka_unit_test(tells_scripts_without_spaces),
        UNIT_TEST(text_grows_and_ends_in_nul),
        UNIT_TEST(many_small_pieces_cost_little),
        UNIT_TEST(nul_bytes_are_kept),
        UNIT_TEST(a_length_that_overflows_counts_as_memory_run_out),
        UNIT_TEST(json_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
