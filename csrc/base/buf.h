/* Text that grows, in an arena. */
#ifndef STDAILY_BASE_BUF_H
#define STDAILY_BASE_BUF_H

#include <stdarg.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef struct buf {
    arena *mem;
    char *ptr; /* ends in a NUL byte once anything was added */
    size_t len;
    size_t capacity;
} buf;

static inline buf buf_in(arena *mem)
{
    return (buf){.mem = mem};
}

void buf_add(buf *b, str s);
void buf_add_char(buf *b, char c);
void buf_add_number(buf *b, uint32_t n);
void buf_addf(buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD. */
void buf_add_json(buf *b, str s);
static inline str buf_str(const buf *b)
{
    return b->ptr ? (str){b->ptr, b->len} : (str){"", 0};
}

#endif
