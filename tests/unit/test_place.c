#include "unit.h"

#include <stdio.h>

#include "base/buf.h"
#include "parse/place.h"

/* "2025-05-17/2025-05-18 v5 n191 p2", unknown parts left out. */
static const char *path_says(void **state, const char *key)
{
    place_evidence e = place_from_path(str_of(key));
    buf out = buf_in(*state);
    if (date_known(e.first))
        date_add_iso(&out, e.first);
    if (date_known(e.first) && date_compare(e.first, e.last) != 0) {
        buf_add_char(&out, '/');
        date_add_iso(&out, e.last);
    }
    if (e.volume)
        buf_addf(&out, " v%d", e.volume);
    if (e.number)
        buf_addf(&out, " n%d", e.number);
    if (e.page_number)
        buf_addf(&out, " p%d", e.page_number);
    str s = str_trim(buf_str(&out));
    return s.len ? s.ptr : "";
}

#define SAYS(key, expected)                                                                                  \
    do {                                                                                                     \
        print_message("%s\n", key);                                                                          \
        assert_string_equal(path_says(state, key), expected);                                                \
    } while (0)

static void reads_paths(void **state)
{
    SAYS("2025-05-17/page-2.txt", "2025-05-17 p2");
    SAYS("20250517_03.txt", "2025-05-17 p3");
    SAYS("2025051703.txt", "2025-05-17 p3");
    SAYS("std_20250531_p4.txt", "2025-05-31 p4");
    SAYS("STD20250531A04.md", "2025-05-31 p4");
    SAYS("VOL.5-NO.191/p2.md", "v5 n191 p2");
    SAYS("vol5/no191/2.txt", "v5 n191 p2");
    SAYS("v5n191/page_03.txt", "v5 n191 p3");
    SAYS("std-2025-05-17-A4.txt", "2025-05-17 p4");
    SAYS("std-2025-05-17-04.txt", "2025-05-17 p4");
    SAYS("17 May 2025/4.txt", "2025-05-17 p4");
    SAYS("17-18 May 2025/4.txt", "2025-05-17/2025-05-18 p4");
    SAYS("May-17-2025/Page 4.txt", "2025-05-17 p4");
    SAYS("17_May_2025_p4.txt", "2025-05-17 p4");
    SAYS("no191/page_3.txt", "n191 p3");
    SAYS("Issue 191/Page 3.TXT", "n191 p3");
    SAYS("2025/05/17/p2.txt", "2025-05-17 p2");
    SAYS("2025/05/17/2.txt", "2025-05-17 p2");
    SAYS("2025-05/17.txt", "2025-05-17");
    SAYS("2025/05/17.txt", "2025-05-17");
    SAYS("2025-05-17.txt", "2025-05-17");
    SAYS("17-05-2025/p1.txt", "2025-05-17 p1");
    SAYS("05-17-2025/p1.txt", "2025-05-17 p1");
    SAYS("2025-05-17-18/p1.txt", "2025-05-17/2025-05-18 p1");
    SAYS("20250517-20250518/p1.txt", "2025-05-17/2025-05-18 p1");
    SAYS("Science and Technology Daily/2025-05-17/page-1.txt", "2025-05-17 p1");
    SAYS("page-2.txt", "p2");
    SAYS("2025-05-17/page-2-of-4.txt", "2025-05-17 p2");
    SAYS("VOL.5-NO.191 MAY 17-18, 2025/p2.md", "2025-05-17/2025-05-18 v5 n191 p2");
}

static void reads_pages_of_a_file(void **state)
{
    SAYS("2025-05-17.txt@3", "2025-05-17 p3");
    SAYS("2025-05-17/page-2.txt@2", "2025-05-17");
    SAYS("scan.txt@2", "");
}

static void guesses_nothing(void **state)
{
    SAYS("", "");
    SAYS("59b96c3d85731148.txt", "");
    SAYS("000_02861011364d209f.txt", "");
    SAYS("001_26de6426fb603456.txt", "");
    SAYS("003_2f5ab4b3fee228e3.txt", "");
    SAYS("20240517abcdef12.txt", "");
    SAYS("ab20240517cdef12.txt", "");
    SAYS("7f3a9c.txt", "");
    SAYS("scan_0042.txt", "");
    SAYS("scan_3.txt", "");
    SAYS("4.txt", "");
    SAYS("a4.txt", "");
    SAYS("v2/x.txt", "");
    SAYS("2025-05-17/59b96c3d85731148.txt", "2025-05-17");
    SAYS("2025-05-17/000_59b96c3d85731148.txt", "2025-05-17");
    SAYS("2025-05-17/scan_0042.txt", "2025-05-17");
    SAYS("2025-05-17/scan (2).txt", "2025-05-17");
    SAYS("2025-05-17-18.txt", "2025-05-17");
    SAYS("05-06-2025/p1.txt", "p1");
    SAYS("2025-06-31/p1.txt", "p1");
    SAYS("20251317.txt", "");
    SAYS("2025/3/2.txt", "");
}
int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(reads_paths),
        UNIT_TEST(reads_pages_of_a_file),
        UNIT_TEST(guesses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
