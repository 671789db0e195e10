/* How stories and letters begin, and how letters end. */
#ifndef STDAILY_PARSE_OPENING_H
#define STDAILY_PARSE_OPENING_H

#include <stdbool.h>

#include "base/str.h"

/* "LAGOS, May 3 (AP) -- The", "LAGOS: The", "(Lagos) -- The": a place in capitals or in brackets, a dash or a
 * colon, and the start of a sentence. */
bool opening_is_dateline(str s);

/* The same with a dash between blanks: "SAN JOSE, Calif. — Contract". */
bool opening_is_dispatch(str s);

/* "*Toronto, Aug. 1.* A game", "Berlin, May 3.-It is": as old papers set it, a place and a day. */
bool opening_is_dated_place(str text);

/* "Toronto, Aug. 1" and nothing else. */
bool opening_is_place_and_day(str text);

/* "LAGOS, May 3 (AP) --" and nothing else: the text stands in the next printed line. */
bool opening_is_cut_dateline(str s);

/* "THE price of rice has", "T HE price", "MARIA SANTOS LOPEZ has": the first words are in capitals, and are
 * no acronym. */
bool opening_is_in_capitals(str s);

/* "Sir, --", "Dear Editor:", "To the Editor:" */
bool opening_is_salutation(str s);

/* "... for good. -- Yours, etc.," */
bool ending_is_of_letter(str s);

#endif
