#include "parse/date.h"

enum { MONTHS = 12 };

/* The proleptic Gregorian calendar in eras of 400 years that begin in March. */
int32_t date_days(date d)
{
    int32_t year = d.year - (d.month <= 2);
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t year_of_era = year - era * 400;
    int32_t day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

date date_of_days(int32_t days)
{
    days += 719468;
    int32_t era = (days >= 0 ? days : days - 146096) / 146097;
    int32_t day_of_era = days - era * 146097;
    int32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t from_march = (5 * day_of_year + 2) / 153;
    int32_t month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (date){.year = (int16_t)(year_of_era + era * 400 + (month <= 2)),
                  .month = (int8_t)month,
                  .day = (int8_t)(day_of_year - (153 * from_march + 2) / 5 + 1)};
}

void date_add_iso(buf *out, date d)
{
    char text[] = "0000-00-00"; /* an archive has a key for each issue: printf would take most of the time */
    for (int at = 3, year = d.year; at >= 0; at--, year /= 10)
        text[at] = (char)('0' + year % 10);
    text[5] = (char)('0' + d.month / 10);
    text[6] = (char)('0' + d.month % 10);
    text[8] = (char)('0' + d.day / 10);
    text[9] = (char)('0' + d.day % 10);
    buf_add(out, (str){text, sizeof text - 1});
}

static const char *month_title(date d)
{
    static const char *const titles[MONTHS] = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};
    return d.month >= 1 && d.month <= MONTHS ? titles[d.month - 1] : "?";
}

void date_add_range(buf *out, date first, date last)
{
    if (date_compare(first, last) != 0) {
        buf_addf(out, "%d", first.day);
        if (first.month != last.month || first.year != last.year)
            buf_addf(out, " %s", month_title(first));
        if (first.year != last.year)
            buf_addf(out, " %d", first.year);
        buf_add_char(out, '-');
    }
    buf_addf(out, "%d %s %d", last.day, month_title(last), last.year);
}
