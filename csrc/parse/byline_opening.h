/* What stands in a byline before its names and behind them: "By", "Text and photos:"; "reports", "; photos by
 * John Roe", a pupil's age.  The strings that are handed out are parts of those given. */
#ifndef STDAILY_PARSE_BYLINE_OPENING_H
#define STDAILY_PARSE_BYLINE_OPENING_H

#include <stdbool.h>

#include "base/str.h"

bool byline_is_caps(str word);

/* A surname in capitals and a given name: "YANG Xue". */
bool byline_has_caps_name(str names);

/* One of the words is a name, or stands for a writer: "Our Correspondent". */
bool byline_has_writer(str names);

/* What follows "By", or `text` itself when it has no such opening; *marked says which. */
str byline_after_opening(str text, bool *marked);

/* "Jane Doe, Special to The Herald" to "Jane Doe". */
str byline_without_special(str names);

/* "Jane Doe, news editor" to "Jane Doe". */
str byline_without_title(str names);

/* "Jane Doe; photos by John Roe", "Jane Doe, with additional reporting by John Roe" to "Jane Doe". */
str byline_without_helpers(str names);

/* "Jane Doe, 17", "Jane Doe, Grade 9", "Jane Doe '07" to "Jane Doe": a pupil's age or year. */
str byline_without_age(str names);

/* "Jane Doe reports from Lagos" to "Jane Doe"; *reports says whether there is such a word. */
str byline_without_reports(str names, bool *reports);

#endif
