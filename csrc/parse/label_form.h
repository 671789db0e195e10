/* Labels of sections and columns told by one line's form: by their words, and by the marks that set them.
 * `words` are the line's. */
#ifndef STDAILY_PARSE_LABEL_FORM_H
#define STDAILY_PARSE_LABEL_FORM_H

#include "parse/line.h"

/* Sets looks of "Arts & Entertainment", "Letters |", "Sport / Football"; and of what ends in such a word. */
void line_look_for_label(line *l, const line_word *words);

/* "Sport 6", "City & State | 4", "6 SPORT", "► 6": a refer. */
void line_look_for_section_page(line *l, const line_word *words);

/* "F O C U S": as many words as its letters seem to make, 0 where they are not set apart. */
size_t line_spaced_words(str text, const line_word *words, size_t n);

#endif
