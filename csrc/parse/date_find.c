#include "parse/date.h"

#include "base/ascii.h"
#include "parse/token.h"

enum { MONTHS = 12, MOST_BLANKS = 4, FIRST_YEAR = 1600, LAST_YEAR = 2199 };

/* The longest text before the first year of a date: "Wednesday-Thursday, September 30 to October 1, ". */
enum { REACH_BYTES = 64 };

static const char *const month_names[MONTHS] = {"january",   "february", "march",    "april",
                                                "may",       "june",     "july",     "august",
                                                "september", "october",  "november", "december"};
static const char *const weekday_names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday"};

typedef struct scan {
    str s;
    size_t at;
} scan;

/* A day as far as it is printed; 0 unknown. */
typedef struct partial {
    int year, month, day;
} partial;

static char peek(const scan *c, size_t ahead)
{
    return c->at + ahead < c->s.len ? c->s.ptr[c->at + ahead] : '\0';
}

static bool take(scan *c, str text)
{
    if (!str_starts_nocase(str_from(c->s, c->at), text))
        return false;
    c->at += text.len;
    return true;
}

static void skip_blanks(scan *c)
{
    for (int i = 0; i < MOST_BLANKS && ascii_is_space(peek(c, 0)); i++)
        c->at++;
}

/* The digit that a character stands for, letters that OCR puts in its place included; -1 none. */
static int digit_value(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    switch (c) {
    case 'l':
    case 'I':
    case '|':
        return 1;
    case 'O':
    case 'o':
        return 0;
    case 'S':
        return 5;
    case 'B':
        return 8;
    case 'Z':
        return 2;
    default:
        return -1;
    }
}

/* A number of `least` to `most` digits, `sure` of them true ones (a lone l or I counts), that ends there. */
static bool take_number(scan *c, size_t least, size_t most, size_t sure, int *value)
{
    size_t n = 0, n_true = 0;
    int sum = 0;
    for (; n < most && digit_value(peek(c, n)) >= 0; n++) {
        sum = sum * 10 + digit_value(peek(c, n));
        n_true += ascii_is_digit(peek(c, n)) || (most <= 2 && digit_value(peek(c, n)) == 1);
    }
    if (n < least || n_true < sure || ascii_is_digit(peek(c, n)))
        return false;
    *value = sum;
    c->at += n;
    return true;
}

static bool take_day(scan *c, int *day)
{
    scan try = *c;
    if (!take_number(&try, 1, 2, 1, day) || *day < 1 || *day > 31)
        return false;
    if (ascii_is_alpha(peek(&try, 0))) {
        scan month_at = try;
        if (!take(&try, STR("st")) && !take(&try, STR("nd")) && !take(&try, STR("rd")))
            take(&try, STR("th"));
        /* "17May" is a day; "17m" is none */
        if (ascii_is_alpha(peek(&try, 0)) && (try.at != month_at.at || !ascii_is_upper(peek(&try, 0))))
            return false;
    }
    *c = try;
    return true;
}

static bool take_year(scan *c, int *year)
{
    scan try = *c;
    if (!take_number(&try, 4, 4, 2, year) || ascii_is_alpha(peek(&try, 0)))
        return false;
    if (*year < FIRST_YEAR || *year > LAST_YEAR)
        return false;
    *c = try;
    return true;
}

/* ", 2025", also with the comma lost or read as a full stop. */
static bool take_comma_year(scan *c, int *year)
{
    scan try = *c;
    skip_blanks(&try);
    if (peek(&try, 0) == ',' || peek(&try, 0) == '.')
        try.at++;
    skip_blanks(&try);
    if (!take_year(&try, year))
        return false;
    *c = try;
    return true;
}

/* The letter that a character in a word stands for. */
static char word_letter(char c)
{
    return c == '0' ? 'o' : c == '1' || c == '|' ? 'l' : ascii_lower(c);
}

/* Whether the `len` characters ahead are the name or its abbreviation; one wrong letter in a long name. */
static bool is_name(const scan *c, size_t len, const char *name)
{
    size_t name_len = strlen(name), wrong = 0;
    for (size_t i = 0; i < len && i < name_len; i++)
        if (word_letter(peek(c, i)) != name[i]) {
            wrong++;
            if (i < 3)
                return false;
        }
    if (len == name_len)
        return wrong <= (name_len >= 6);
    return wrong == 0 && len < name_len && (len == 3 || len == 4);
}

static size_t word_len(const scan *c, bool with_digits)
{
    size_t n = 0;
    while (n < 10 && (ascii_is_alpha(peek(c, n)) ||
                      (with_digits && (peek(c, n) == '0' || peek(c, n) == '1' || peek(c, n) == '|'))))
        n++;
    return n;
}

/* The index of the name that stands here, from 1, with the full stop of an abbreviation; 0 none. */
static int take_name(scan *c, const char *const *names, int n_names)
{
    size_t plain = word_len(c, false), with_digits = word_len(c, true);
    if (with_digits < 3)
        return 0;
    for (int i = 0; i < n_names; i++) {
        if (word_letter(peek(c, 0)) != names[i][0])
            continue;
        size_t len = plain >= 3 && is_name(c, plain, names[i])                  ? plain
                     : with_digits > plain && is_name(c, with_digits, names[i]) ? with_digits
                                                                                : 0;
        if (len >= 3) {
            c->at += len;
            if (peek(c, 0) == '.')
                c->at++;
            return i + 1;
        }
    }
    return 0;
}

static int take_month(scan *c)
{
    return take_name(c, month_names, MONTHS);
}

static bool take_dash(scan *c)
{
    static const char *const dashes[] = {
        "-", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\x90", "\xe2\x80\x91", "/", "&", "~", "\xef\xbd\x9e"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (take(c, str_of(dashes[i])))
            return true;
    return false;
}

static bool take_range(scan *c)
{
    scan try = *c;
    skip_blanks(&try);
    if (take_dash(&try)) {
        if (peek(&try, 0) == '-')
            try.at++;
    } else if (!take(&try, STR("to ")) && !take(&try, STR("and ")) && !take(&try, STR("until "))) {
        return false;
    }
    skip_blanks(&try);
    *c = try;
    return true;
}

/* "May 17, 2025", the month optional at a range's end, the year at both. */
static bool take_month_first(scan *c, bool need_month, partial *p)
{
    scan try = *c;
    *p = (partial){.month = take_month(&try)};
    if (!p->month && need_month)
        return false;
    if (p->month)
        take(&try, STR(",")); /* "JANUARY, 1, 1870" */
    skip_blanks(&try);
    if (!take_day(&try, &p->day))
        return false;
    if (!take_comma_year(&try, &p->year))
        p->year = 0;
    *c = try;
    return true;
}

/* "17 May 2025", the month optional at a range's start, the year at both. */
static bool take_day_first(scan *c, bool need_month, partial *p)
{
    scan try = *c;
    *p = (partial){0};
    if (!take_day(&try, &p->day))
        return false;
    scan day_end = try;
    skip_blanks(&try);
    if (take(&try, STR("of ")))
        skip_blanks(&try);
    p->month = take_month(&try);
    if (!p->month) {
        *c = day_end;
        return !need_month;
    }
    if (!take_comma_year(&try, &p->year))
        p->year = 0;
    *c = try;
    return true;
}

static int month_days(int year, int month)
{
    static const int8_t days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static bool complete(partial p, date *d)
{
    if (!p.year || !p.month || p.day < 1 || p.day > month_days(p.year, p.month))
        return false;
    *d = (date){.year = (int16_t)p.year, .month = (int8_t)p.month, .day = (int8_t)p.day};
    return true;
}

/* What one end of a range leaves out, the other has. */
static bool complete_range(partial a, partial b, date *first, date *last)
{
    b.month = b.month ? b.month : a.month;
    a.month = a.month ? a.month : b.month;
    if (!a.year)
        a.year = a.month > b.month ? b.year - 1 : b.year;
    return complete(a, first) && complete(b, last) && date_compare(*first, *last) <= 0;
}

static bool take_words(scan *c, bool (*take_part)(scan *, bool, partial *), bool month_first, date *first,
                       date *last)
{
    partial a, b;
    if (!take_part(c, month_first, &a))
        return false;
    scan after_first = *c;
    if (take_range(c) && take_part(c, !month_first, &b) && b.year)
        return complete_range(a, b, first, last);
    *c = after_first;
    *last = (date){0};
    if (!complete(a, first))
        return false;
    *last = *first;
    return true;
}

/* "2025-05-17", "2025.5.17", "2025/05/17". */
static bool take_iso_day(scan *c, char *separator, date *d)
{
    scan try = *c;
    partial p = {0};
    if (!take_number(&try, 4, 4, 2, &p.year) || p.year < FIRST_YEAR || p.year > LAST_YEAR)
        return false;
    *separator = peek(&try, 0);
    if (*separator != '-' && *separator != '.' && *separator != '/')
        return false;
    try.at++;
    if (!take_number(&try, 1, 2, 1, &p.month) || p.month > MONTHS || peek(&try, 0) != *separator)
        return false;
    try.at++;
    if (!take_number(&try, 1, 2, 1, &p.day) || ascii_is_alpha(peek(&try, 0)) || !complete(p, d))
        return false;
    *c = try;
    return true;
}

static bool take_iso(scan *c, date *first, date *last)
{
    char separator, again;
    if (!take_iso_day(c, &separator, first))
        return false;
    *last = *first;
    scan try = *c;
    partial p = {.year = first->year, .month = first->month};
    /* "2025-05-17-18" may be a page: no range of days */
    if (take_range(&try)) {
        if (take_iso_day(&try, &again, last) ||
            (separator != '-' && take_number(&try, 2, 2, 1, &p.day) && complete(p, last))) {
            if (date_compare(*first, *last) <= 0) {
                *c = try;
                return true;
            }
        }
        *last = *first;
    }
    return true;
}

/* "2025年5月17日" */
static bool take_chinese(scan *c, date *first, date *last)
{
    scan try = *c;
    partial p = {0};
    if (!take_number(&try, 4, 4, 2, &p.year) || p.year < FIRST_YEAR || !take(&try, STR("\xe5\xb9\xb4")) ||
        !take_number(&try, 1, 2, 1, &p.month) || p.month > MONTHS || !take(&try, STR("\xe6\x9c\x88")) ||
        !take_number(&try, 1, 2, 1, &p.day) || !take(&try, STR("\xe6\x97\xa5")) || !complete(p, first))
        return false;
    *last = *first;
    *c = try;
    return true;
}

/* "Saturday, ", "Sat.-Sun. "; the blanks after it too. */
static void skip_weekdays(scan *c)
{
    scan try = *c;
    const int n = sizeof weekday_names / sizeof *weekday_names;
    if (!take_name(&try, weekday_names, n))
        return;
    scan second = try;
    if (take_range(&second) && take_name(&second, weekday_names, n))
        try = second;
    if (peek(&try, 0) == ',')
        try.at++;
    skip_blanks(&try);
    *c = try;
}

static bool take_date(scan *c, date *first, date *last)
{
    skip_weekdays(c);
    scan try = *c;
    if (ascii_is_alpha(peek(c, 0)) && take_words(&try, take_month_first, true, first, last)) {
        *c = try;
        return true;
    }
    if (digit_value(peek(c, 0)) < 0)
        return false;
    if (take_iso(c, first, last) || take_chinese(c, first, last))
        return true;
    try = *c;
    if (take_words(&try, take_day_first, false, first, last) ||
        (try = *c, take_words(&try, take_month_first, true, first, last))) {
        *c = try;
        return true;
    }
    return false;
}

/* The first digit from `at` on, eight bytes at a time. */
static size_t next_digit(str s, size_t at)
{
    const uint64_t ones = 0x0101010101010101u, highs = ones * 0x80;
    for (; at + sizeof(uint64_t) <= s.len; at += sizeof(uint64_t)) {
        uint64_t bytes;
        memcpy(&bytes, s.ptr + at, sizeof bytes);
        bytes ^= ones * '0';
        if ((bytes - ones * 10) & ~bytes & highs)
            break;
    }
    while (at < s.len && !ascii_is_digit(s.ptr[at]))
        at++;
    return at;
}

/* The first year from `at` on: every date has one, and most numbers are none. */
static size_t next_year(str s, size_t at)
{
    for (at = next_digit(s, at); at < s.len; at = next_digit(s, at)) {
        size_t start = at;
        while (start > 0 && at - start < 4 && digit_value(s.ptr[start - 1]) >= 0)
            start--;
        scan c = {s, start};
        int year;
        if (take_number(&c, 4, 4, 2, &year) && year >= FIRST_YEAR && year <= LAST_YEAR)
            return start;
        while (at < s.len && ascii_is_digit(s.ptr[at]))
            at++;
    }
    return s.len;
}

/* Three letters that a month begins with. */
static bool begins_month(const char *three)
{
    for (int i = 0; i < MONTHS; i++)
        if (word_letter(three[0]) == month_names[i][0] && word_letter(three[1]) == month_names[i][1] &&
            word_letter(three[2]) == month_names[i][2])
            return true;
    return false;
}

/* Whether the year at `year` may be a date's: behind a day or a month, or before a number. */
static bool may_be_dates(str s, size_t year)
{
    enum { LONGEST_NAME = 10, LONGEST_DAY = 4 };
    scan behind = {s, year + 4};
    bool separated = peek(&behind, 0) == '-' || peek(&behind, 0) == '.' || peek(&behind, 0) == '/';
    if ((separated && digit_value(peek(&behind, 1)) >= 0) || peek(&behind, 0) == '\xe5')
        return true;
    size_t end = year;
    while (end > 0 && (ascii_is_space(s.ptr[end - 1]) || s.ptr[end - 1] == ',' || s.ptr[end - 1] == '.'))
        end--;
    size_t least = end > LONGEST_NAME ? end - LONGEST_NAME : 0;
    for (size_t i = end; i-- > least && (ascii_is_alpha(s.ptr[i]) || digit_value(s.ptr[i]) >= 0);)
        if (ascii_is_digit(s.ptr[i]) || (digit_value(s.ptr[i]) == 1 && i + LONGEST_DAY >= end) ||
            (i + 3 <= end && begins_month(s.ptr + i)))
            return true;
    return false;
}

static bool starts_word(str s, size_t at)
{
    if (at == 0)
        return true;
    char before = s.ptr[at - 1];
    return ascii_is_alpha(s.ptr[at]) ? !ascii_is_alpha(before) : !ascii_is_alnum(before);
}

/* A month, a weekday or a number may begin with it. */
static bool may_start(char c)
{
    return digit_value(c) >= 0 || (ascii_is_alpha(c) && ascii_is_one_of(ascii_lower(c), "jfmasondtw"));
}

bool date_find(str s, date *first, date *last, size_t *start_byte, size_t *end_byte)
{
    size_t tried = 0;
    for (size_t year = next_year(s, 0); year < s.len; year = next_year(s, year + 4)) {
        if (!may_be_dates(s, year)) {
            tried = year + 1;
            continue;
        }
        if (year > REACH_BYTES && tried < year - REACH_BYTES)
            tried = year - REACH_BYTES;
        for (; tried <= year; tried++) {
            scan c = {s, tried};
            if (!may_start(s.ptr[tried]) || !starts_word(s, tried) || !take_date(&c, first, last))
                continue;
            if (start_byte)
                *start_byte = tried;
            if (end_byte)
                *end_byte = c.at;
            return true;
        }
    }
    return false;
}

bool date_is_weekday(str word)
{
    return word_in(
        word,
        " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs "
        "fri sat sun ");
}

bool date_is_month(str word)
{
    return word_in(
        word,
        " january february march april may june july august september october november december jan feb "
        "mar apr jun jul aug sept sep oct nov dec ");
}
