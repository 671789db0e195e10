/* What a page says of its issue: nameplate, volume and number, date, page number. */
#ifndef STDAILY_PARSE_FOLIO_H
#define STDAILY_PARSE_FOLIO_H

#include <stdint.h>

#include "base/str.h"
#include "parse/date.h"

/* "VOL.5-NO.191", "Vol. 5 No. 191", "Issue 191", with O read for 0 and l for 1.  What is not printed
 * is set to 0.  Either pointer may be NULL. */
bool folio_volume(str text, int32_t *volume, int32_t *number);

/* A date or a range of days, and little besides. */
bool folio_date(str text, date *first, date *last);

/* A weekday with its whole date, among titles, places and prices: at a page's edge a folio, whatever else it
 * says. */
bool folio_tells_day(str text);

/* "OAKMOUTH, JANUARY, 1886." of papers that have no days: a place, a month and a year. */
bool folio_tells_month(str text);

/* The title of a newspaper: "... Daily", "The ... Times". */
bool folio_is_paper(str text);

/* "PAGE 2", "P3", "A4": the page's own number; 0 when the line is none. */
int32_t folio_page_number(str text);

/* A running head: a page number, with a title, a section or a date beside it: "A2 | HOME NEWS | The Star". */
bool folio_is_running(str text);

#endif
