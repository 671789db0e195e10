/* What a newspaper says of itself: prices, addresses, where to follow it. */
#ifndef STDAILY_PARSE_FURNITURE_H
#define STDAILY_PARSE_FURNITURE_H

#include "base/str.h"

/* The line says such a thing and little else; `digits`: there are some in it. */
bool furniture_is(str text, bool digits);

/* "Tel. 6555-0142", "(02) 555-0147", "0131 555 0170" stands in it, and is no span of years. */
bool furniture_has_number_to_call(str s);

/* Whether a text of a few sentences offers something and gives a number to call. */
bool furniture_is_advert(str text);

/* "Published every Friday. Postmaster: send changes of address to ...", in a text of a few sentences. */
bool furniture_is_imprint(str text);

/* "Letters may be edited. Write to: The Editor, 4 Mill Lane": what the paper asks of those who write to it.
 */
bool furniture_is_for_writers(str text);

/* "[The rest of the column is illegible]", "Advertisement: ...": what an engine says of the page, in
 * brackets, and what the paper says of a text. */
bool furniture_is_remark(str text);

#endif
