#include "unit.h"

#include <stdio.h>

#include "parse/date.h"

/* "2025-05-17" or "2025-05-17/2025-05-18", "" when there is none. */
static const char *found(const char *text, char *out, size_t size)
{
    date first, last;
    out[0] = '\0';
    if (!date_find(str_of(text), &first, &last, NULL, NULL))
        return out;
    int n = snprintf(out, size, "%04d-%02d-%02d", first.year, first.month, first.day);
    if (date_compare(first, last) != 0)
        snprintf(out + n, size - (size_t)n, "/%04d-%02d-%02d", last.year, last.month, last.day);
    return out;
}

#define FINDS(text, expected)                                                                                \
    do {                                                                                                     \
        char out_[64];                                                                                       \
        print_message("%s\n", text);                                                                         \
        assert_string_equal(found(text, out_, sizeof out_), expected);                                       \
    } while (0)

static void finds_days(void **state)
{
    (void)state;
    FINDS("MAY 17, 2025", "2025-05-17");
    FINDS("17 May 2025", "2025-05-17");
    FINDS("17th of May, 2025", "2025-05-17");
    FINDS("Saturday, May 17, 2025", "2025-05-17");
    FINDS("Sat. May 17 2025", "2025-05-17");
    FINDS("2025-05-17", "2025-05-17");
    FINDS("2025.05.17", "2025-05-17");
    FINDS("2025/5/7", "2025-05-07");
    FINDS("SEPT. 3, 2024", "2024-09-03");
    FINDS("DEC.31,2024", "2024-12-31");
    FINDS("MAY17,2025", "2025-05-17");
    FINDS("NO.191MAY 17, 2025", "2025-05-17");
    FINDS("2025\xe5\xb9\xb4"
          "5\xe6\x9c\x88"
          "17\xe6\x97\xa5",
          "2025-05-17");
    FINDS("on May 14, 2025, to place a satellite", "2025-05-14");
    FINDS("In May 2025, 17 people came; on 3 June 2025 they left.", "2025-06-03");
    FINDS("February 29, 2024", "2024-02-29");
}

static void finds_ranges(void **state)
{
    (void)state;
    FINDS("MAY 17-18, 2025", "2025-05-17/2025-05-18");
    FINDS("MAY 17 \xe2\x80\x93 18, 2025", "2025-05-17/2025-05-18");
    FINDS("MAY 31-JUNE 1, 2025", "2025-05-31/2025-06-01");
    FINDS("DEC. 31, 2024-JAN. 1, 2025", "2024-12-31/2025-01-01");
    FINDS("DECEMBER 31-JANUARY 1, 2025", "2024-12-31/2025-01-01");
    FINDS("17-18 May 2025", "2025-05-17/2025-05-18");
    FINDS("31 May-1 June 2025", "2025-05-31/2025-06-01");
    FINDS("31 December 2024 to 1 January 2025", "2024-12-31/2025-01-01");
    FINDS("Saturday-Sunday, May 17-18, 2025", "2025-05-17/2025-05-18");
    FINDS("2025.05.17-18", "2025-05-17/2025-05-18");
    FINDS("2025-05-17/2025-05-18", "2025-05-17/2025-05-18");
    FINDS("2025-05-17-18", "2025-05-17");
    FINDS("May 17, 2025 - 10 a.m.", "2025-05-17");
}

static void mends_misread_characters(void **state)
{
    (void)state;
    FINDS("MAY l7-l8, 2O25", "2025-05-17/2025-05-18");
    FINDS("MAY I, 2025", "2025-05-01");
    FINDS("MAY 3O, 2025", "2025-05-30");
    FINDS("0CTOBER 5, 2025", "2025-10-05");
    FINDS("JU1Y 4, 2024", "2024-07-04");
    FINDS("Decembcr 4, 2024", "2024-12-04");
    FINDS("MAY 17-18. 2025", "2025-05-17/2025-05-18");
}

static void refuses_what_is_no_day(void **state)
{
    (void)state;
    FINDS("", "");
    FINDS("June 31, 2025", "");
    FINDS("31 June 2025", "");
    FINDS("February 29, 2025", "");
    FINDS("2025-13-01", "");
    FINDS("2025-02-30", "");
    FINDS("MAY 18-17, 2025", "");
    FINDS("MAY 0, 2025", "");
    FINDS("May 14", "");
    FINDS("May 2025", "");
    FINDS("MAYOR 17, 2025", "");
    FINDS("may 17 people, 2025", "");
    FINDS("2020-2025", "");
    FINDS("May 17, 20255", "");
    FINDS("May 17, 0025", "");
    FINDS("Marching 3, 2025", "");
}

static void tells_where_it_stands(void **state)
{
    (void)state;
    date first, last;
    size_t start, end;
    str text = STR("VOL.5-NO.191, Saturday, MAY 17-18, 2025, four pages");
    assert_true(date_find(text, &first, &last, &start, &end));
    str hit = {text.ptr + start, end - start};
    assert_true(str_eq(hit, STR("Saturday, MAY 17-18, 2025")));
    assert_false(date_find(str_from(text, end), &first, &last, NULL, NULL));
}

static void counts_days_both_ways(void **state)
{
    (void)state;
    assert_int_equal(date_days((date){1970, 1, 1}), 0);
    assert_int_equal(date_days((date){2025, 5, 17}), 20225);
    date last = date_of_days(-200000);
    for (int32_t day = -199999; day < 100000; day++) {
        date d = date_of_days(day);
        assert_int_equal(date_days(d), day);
        assert_int_equal(date_compare(last, d), -1);
        last = d;
    }
}

static void prints(void **state)
{
    buf out = buf_in(*state);
    date_add_iso(&out, (date){2025, 5, 7});
    buf_add_char(&out, '\n');
    date_add_range(&out, (date){2025, 5, 17}, (date){2025, 5, 17});
    buf_add_char(&out, '\n');
    date_add_range(&out, (date){2025, 5, 17}, (date){2025, 5, 18});
    buf_add_char(&out, '\n');
    date_add_range(&out, (date){2025, 5, 31}, (date){2025, 6, 1});
    buf_add_char(&out, '\n');
    date_add_range(&out, (date){2024, 12, 31}, (date){2025, 1, 1});
    assert_string_equal(out.ptr, "2025-05-07\n17 May 2025\n17-18 May 2025\n31 May-1 June 2025\n"
                                 "31 December 2024-1 January 2025");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_days),
        cmocka_unit_test(finds_ranges),
        cmocka_unit_test(mends_misread_characters),
        cmocka_unit_test(refuses_what_is_no_day),
        cmocka_unit_test(tells_where_it_stands),
        cmocka_unit_test(counts_days_both_ways),
        UNIT_TEST(prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
