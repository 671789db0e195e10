/* What a line says of itself by its form: of one whose words are counted and whose ends, case and length
 * have been looked at.  `words` are the line's. */
#ifndef STDAILY_PARSE_LINE_FORM_H
#define STDAILY_PARSE_LINE_FORM_H

#include "parse/line.h"

/* "Name: ..." of up to five words before the colon, in bold or not. */
bool line_is_speaker(const line *l);

/* "Source: ...", "Designed by ..." */
bool line_is_source(const line *l);

/* "Email: jane@paper.example | @jane": how to reach a writer, and no word more. */
bool line_is_address(const line *l);

/* What stands over a paper's own mistakes. */
bool line_heads_corrections(const line *l);

/* "MONDAY, AUG. 16", "Saturday": a day of the week, and nothing else but its date. */
bool line_is_day(const line *l);

/* Says what a picture shows, or who is where in it: "From left, Jane Doe, ...", "Front row: ...", "Photo
 * taken on May 3 shows ...", "Jane Doe (left)", "Above: ...". */
bool line_is_of_picture(const line *l);

/* A quotation in bold or in a quotation's mark that names its speaker or ends with its own mark. */
bool line_is_pull_quote(const line *l);

/* A credit stands in brackets, behind a dash, or has a word of its own, with a blank or a mark behind it; or
 * it ends in an agency. */
bool line_may_have_credit(const line *l, const line_word *words);

/* "Dear Sir,", "LETTERS", "Letters to the Editor": the page has letters. */
bool line_tells_letters(const line *l);

/* "-Jane Doe", as a point of a list, too, and behind longer dashes. */
bool line_opens_with_dash(const line *l);

#endif
