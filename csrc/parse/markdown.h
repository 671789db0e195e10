/* The Markdown that OCR engines write: headings, lists, quotations, emphasis, and markup that is no text. */
#ifndef STDAILY_PARSE_MARKDOWN_H
#define STDAILY_PARSE_MARKDOWN_H

#include "parse/line.h"

/* Fills in the line's text, its heading level and the looks that its marks give. */
void markdown_strip(line *l);

/* Where bold type that begins at the start of `text` ends a few lines below: the bytes up to the end of its
 * last line; 0 where it ends in its own line, or nowhere. */
size_t markdown_bold_len(str text);

#endif
