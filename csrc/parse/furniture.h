/* What a newspaper says of itself: prices, addresses, where to follow it. */
#ifndef STDAILY_PARSE_FURNITURE_H
#define STDAILY_PARSE_FURNITURE_H

#include "base/str.h"

/* The line says such a thing and little else; `digits`: there are some in it. */
bool furniture_is(str text, bool digits);

/* Whether a text of a few sentences offers something and gives a number to call. */
bool furniture_is_advert(str text);

#endif
