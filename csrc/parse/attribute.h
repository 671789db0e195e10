/* Two words that papers set with a hyphen before a noun: "a four year plan". */
#ifndef STDAILY_PARSE_ATTRIBUTE_H
#define STDAILY_PARSE_ATTRIBUTE_H

#include "base/str.h"

/* What is asked of every word before its neighbours are. */
bool word_may_begin_attribute(str first);

/* Whether `first` and `second`, which stand apart, are one attribute of `after`; "" for a neighbour that is
 * not there. */
bool words_are_attribute(str before, str first, str second, str after);

#endif
