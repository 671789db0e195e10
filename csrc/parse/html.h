/* The HTML that OCR engines leave in a page: tables in tags, "<br>", "&nbsp;". */
#ifndef STDAILY_PARSE_HTML_H
#define STDAILY_PARSE_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Bytes of the tag that `text` begins with, of HTML's own names only; 0 for none. */
size_t html_tag_len(str text);

/* The tag parts words: "<br>", "</td>", not "</b>". */
bool html_tag_parts(str tag);

/* Bytes of the entity that `text` begins with, 0 for none; `character` is what it stands for, in static
 * memory. */
size_t html_entity_len(str text, str *character);

/* What the tags around a line tell of it. */
typedef struct html_marks {
    bool table, item, bold, italic;
    uint8_t heading; /* its level, 0 for none */
} html_marks;

/* A trimmed line's text without the tags around it. */
str html_strip(str text, html_marks *marks);

#endif
