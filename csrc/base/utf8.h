/* UTF-8, on top of utf8proc. */
#ifndef STDAILY_BASE_UTF8_H
#define STDAILY_BASE_UTF8_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define UTF8_REPLACEMENT "\xef\xbf\xbd"

/* Length in bytes of the character that `s` starts with; 0 when it is not valid UTF-8 or s is empty. */
size_t utf8_valid_len(str s);

/* The character that `s` starts with and its length in bytes; a bad byte counts as U+FFFD of length 1.
 * s must not be empty. */
int32_t utf8_char(str s, size_t *len_bytes);

/* Case folded and canonically composed, for comparing; s itself when it is not valid UTF-8. */
str utf8_fold(arena *mem, str s);

/* Han, kana, hangul and full-width forms: scripts set without spaces. */
bool utf8_is_cjk(int32_t c);

#endif
