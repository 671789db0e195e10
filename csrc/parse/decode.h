/* A file's bytes to UTF-8 text. */
#ifndef STDAILY_PARSE_DECODE_H
#define STDAILY_PARSE_DECODE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef enum decode_result {
    DECODE_CLEAN,   /* UTF-8, or text that was wholly understood as another encoding */
    DECODE_DAMAGED, /* bytes that fit no encoding became replacement characters */
    DECODE_BINARY   /* no text: `text` is empty */
} decode_result;

typedef struct decoded {
    str text;
    const char *encoding; /* "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030" */
    decode_result result;
    uint32_t bad_line; /* DECODE_DAMAGED: the first line with such a byte, from 1 */
} decoded;

/* Understands a BOM, UTF-8, UTF-16 and GB18030; line ends become "\n".  `bytes` must outlive the result. */
decoded decode(arena *mem, str bytes);

/* Splits a text at form feeds.  Returns the pages' texts, at least one. */
str *decode_pages(arena *mem, str text, size_t *n_pages);

#endif
