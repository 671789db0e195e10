/* Dates as newspapers print them. */
#ifndef STDAILY_PARSE_DATE_H
#define STDAILY_PARSE_DATE_H

#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

typedef struct date {
    int16_t year; /* 0: unknown */
    int8_t month; /* from 1 */
    int8_t day;   /* from 1 */
} date;

static inline bool date_known(date d)
{
    return d.year != 0;
}

/* All of it, for a hash. */
static inline uint32_t date_packed(date d)
{
    return (uint32_t)(uint16_t)d.year << 16 | (uint32_t)(uint8_t)d.month << 8 | (uint8_t)d.day;
}

/* A date or a range of days somewhere in `s`: "MAY 17-18, 2025", "MAY 31-JUNE 1, 2025",
 * "DEC. 31, 2024-JAN. 1, 2025", "17 May 2025", "Saturday, May 17, 2025", "2025-05-17", "2025.05.17".
 * Sets *first and *last (equal for one day) and *start_byte, *end_byte (may be NULL); false when there
 * is none. */
bool date_find(str s, date *first, date *last, size_t *start_byte, size_t *end_byte);

/* "Tue", "Tuesday"; "Sept", "September": alone, in any case. */
bool date_is_weekday(str word);
bool date_is_month(str word);

static inline int date_compare(date a, date b)
{
    uint32_t x = date_packed(a), y = date_packed(b);
    return (x > y) - (x < y);
}

/* Days since 1970-01-01. */
int32_t date_days(date d);
date date_of_days(int32_t days);

/* "2025-05-17" */
void date_add_iso(buf *out, date d);
/* "17-18 May 2025", "31 May-1 June 2025", "17 May 2025" */
void date_add_range(buf *out, date first, date last);

#endif
