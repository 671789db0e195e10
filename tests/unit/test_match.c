#include "unit.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "parse/match.h"

static int32_t score(void **state, const char *query, const char *text)
{
    match_candidate candidate = match_candidate_of(*state, str_of(text));
    return match_score(match_query_new(*state, str_of(query)), &candidate);
}

/* The text with what matched in brackets. */
static const char *marked(void **state, const char *query, const char *text)
{
    uint32_t at[MATCH_MOST_UNITS];
    match_candidate candidate = match_candidate_of(*state, str_of(text));
    match_query *q = match_query_new(*state, str_of(query));
    size_t n = match_positions(q, &candidate, at, MATCH_MOST_UNITS), next = 0;
    assert_int_equal(n > 0, match_score(q, &candidate) > 0);
    buf out = buf_in(*state);
    for (size_t i = 0; text[i]; i++) {
        bool hit = next < n && at[next] == i;
        next += hit;
        if (hit)
            buf_add_char(&out, '[');
        buf_add_char(&out, text[i]);
        while (((unsigned char)text[i + 1] & 0xc0) == 0x80)
            buf_add_char(&out, text[++i]);
        if (hit)
            buf_add_char(&out, ']');
    }
    assert_int_equal(next, n);
    return out.ptr;
}

#define MARKS(query, text, expected) assert_string_equal(marked(state, query, text), expected)
#define BEATS(query, better, worse)                                                                          \
    assert_true(score(state, query, better) > score(state, query, worse) && score(state, query, worse) > 0)

static void matches_in_order(void **state)
{
    assert_true(score(state, "lunar", "China's Lunar Sample") > 0);
    assert_int_equal(score(state, "rlunar", "China's Lunar Sample"), 0);
    assert_int_equal(score(state, "lunars", "Lunar"), 0);
    assert_int_equal(score(state, "x", ""), 0);
}

static void wants_every_term(void **state)
{
    assert_true(score(state, "sample lunar", "China's Lunar Sample") > 0);
    assert_true(score(state, "  sample\tlunar ", "China's Lunar Sample") > 0);
    assert_int_equal(score(state, "sample solar", "China's Lunar Sample"), 0);
}

static void empty_query_matches_all(void **state)
{
    assert_true(match_query_empty(match_query_new(*state, STR(" \t"))));
    assert_int_equal(score(state, "", "Lunar"), 1);
    assert_int_equal(score(state, " ", ""), 1);
    assert_int_equal(score(state, "-", "Lunar"), 1);
}

static void prefers_what_a_reader_means(void **state)
{
    BEATS("lunar", "Lunar Sample Sharing", "Luna Under Nearly All Regions");
    BEATS("lunar", "The Lunar Sample", "The Sublunar Sample");
    BEATS("lunar", "Lunar Sample", "A Lunar Sample");
    BEATS("lunar", "The Lunar Sample", "The Lunarian Sample");
    BEATS("bank", "Central Bank to Back Aids", "Biotech and Nickel");
    BEATS("cb", "Central Bank", "Scramble");
    BEATS("aids", "Bank to Back Aids", "Avoid Damaged Seeds");
}

static void case_counts_with_a_capital(void **state)
{
    assert_true(score(state, "most", "MOST to Support SMEs") > 0);
    assert_true(score(state, "MOST", "MOST to Support SMEs") > 0);
    assert_int_equal(score(state, "MOST", "At most a Few"), 0);
    assert_true(score(state, "Most of", "Most Of All") > 0);
    BEATS("a", "a", "A");
}

static void folds_marks_and_quotes(void **state)
{
    assert_true(score(state, "cafe", "Caf\xc3\xa9 Culture") > 0);
    assert_true(score(state, "caf\xc3\xa9", "Cafe Culture") > 0);
    assert_true(score(state, "china's", "China\xe2\x80\x99s Moon") > 0);
    assert_true(score(state, "china\xe2\x80\x99s", "China's Moon") > 0);
    assert_true(score(state, "sci\xe2\x80\x93tech", "Sci-tech News") > 0);
    assert_true(score(state, "sci-tech", "Scitech News") > 0);
    assert_true(score(state, "\xe6\x9c\x88", "\xe6\x8e\xa2\xe6\x9c\x88") > 0);
    assert_int_equal(score(state, "\xe6\x9c\x89", "\xe6\x8e\xa2\xe6\x9c\x88"), 0);
    assert_true(score(state, "\xc3\x89", "\xc3\x89tude") > 0);
    assert_int_equal(score(state, "\xc3\x89", "\xc3\xa9tude"), 0);
}

static void tells_where(void **state)
{
    MARKS("lunar", "Luna: The Lunar Sample", "Luna: The [L][u][n][a][r] Sample");
    MARKS("mo po", "Moon Politics of Portugal", "[M][o]on [P][o]litics of Portugal");
    MARKS("cafe", "A Caf\xc3\xa9", "A [C][a][f][\xc3\xa9]");
    MARKS("fin", "Re\xef\xac\x81ne", "Re[\xef\xac\x81][n]e");
    MARKS("\xe6\x9c\x88", "\xe6\x8e\xa2\xe6\x9c\x88", "\xe6\x8e\xa2[\xe6\x9c\x88]");
    MARKS("aa", "x a aa", "x a [a][a]");
    MARKS("sst", "Science, Sports, Technology", "[S]cience, [S]ports, [T]echnology");
    MARKS("moon moo", "moon", "[m][o][o][n]");
}

static bool is_subsequence(const char *query, size_t query_len, const char *text, size_t len)
{
    size_t found = 0;
    for (size_t i = 0; i < len && found < query_len; i++)
        found += ascii_lower(text[i]) == query[found];
    return found == query_len;
}

static void positions_are_of_the_query(void **state)
{
    uint32_t seed = 3;
    for (int round = 0; round < 5000; round++) {
        char text[24], query[6];
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = "ab aB-b."[(seed = seed * 1664525 + 1013904223) >> 29];
        for (size_t i = 0; i < sizeof query; i++)
            query[i] = "ab"[(seed = seed * 1664525 + 1013904223) >> 31];
        size_t query_len = 1 + seed % 6, len = (seed >> 8) % 25;
        match_query *q = match_query_new(*state, (str){query, query_len});
        match_candidate candidate = match_candidate_of(*state, (str){text, len});
        uint32_t at[MATCH_MOST_UNITS];
        bool matches = is_subsequence(query, query_len, text, len);
        size_t n = match_positions(q, &candidate, at, MATCH_MOST_UNITS);
        assert_int_equal(match_score(q, &candidate) > 0, matches);
        assert_int_equal(n, matches ? query_len : 0);
        for (size_t i = 0; i < n; i++) {
            assert_int_equal(ascii_lower(text[at[i]]), query[i]);
            assert_true(i == 0 || at[i - 1] < at[i]);
        }
    }
}

static void bounds_long_texts(void **state)
{
    enum { SIZE = 300000 };
    static char text[SIZE];
    memset(text, 'a', SIZE);
    match_candidate candidate = match_candidate_of(*state, (str){text, SIZE});
    match_query *q = match_query_new(*state, (str){text, SIZE});
    uint32_t at[MATCH_MOST_UNITS];
    assert_true(match_score(q, &candidate) > 0);
    assert_int_equal(match_positions(q, &candidate, at, MATCH_MOST_UNITS), MATCH_MOST_TERM_UNITS);
    for (size_t i = 0; i + 1 < SIZE; i += 2)
        memcpy(text + i, i % 4 ? "\xcc\x81" : "\xc3\xa9", 2);
    candidate = match_candidate_of(*state, (str){text, SIZE});
    assert_true(match_score(match_query_new(*state, STR("eee")), &candidate) > 0);
    memset(text, '\xff', SIZE);
    candidate = match_candidate_of(*state, (str){text, SIZE});
    match_score(match_query_new(*state, (str){text, SIZE}), &candidate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(matches_in_order),
        UNIT_TEST(wants_every_term),
        UNIT_TEST(empty_query_matches_all),
        UNIT_TEST(prefers_what_a_reader_means),
        UNIT_TEST(case_counts_with_a_capital),
        UNIT_TEST(folds_marks_and_quotes),
        UNIT_TEST(tells_where),
        UNIT_TEST(positions_are_of_the_query),
        UNIT_TEST(bounds_long_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
