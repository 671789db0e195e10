/* The names that papers give their pages: "2", "A4", "3-B", "two", and what OCR makes of them. */
#ifndef STDAILY_PARSE_PAGE_NAME_H
#define STDAILY_PARSE_PAGE_NAME_H

#include <stdint.h>

#include "base/str.h"

/* "2", "A4", "3A", "4-5" and "4&5" (the first), "two"; `damaged`: "I2A" for 12A, too; 0 when it names no
 * page. */
int32_t page_name(str word, bool damaged);

/* "A4", "3-B": a section's letter with the number, that no other word is needed beside. */
bool page_name_is_lettered(str word);

/* A few capitals and marks that stand where a page's name must be: "UA", "'.111". */
bool page_name_is_torn(str word);

#endif
