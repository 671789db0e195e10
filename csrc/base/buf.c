#include "base/buf.h"

#include <stdint.h>
#include <stdio.h>

#include "base/utf8.h"

enum { FIRST_CAPACITY = 64 };

static void reserve(buf *b, size_t more)
{
    size_t need = b->len + more + 1;
    if (need < more)
        arena_fail(b->mem);
    if (need <= b->capacity)
        return;
    size_t capacity = b->capacity ? b->capacity : FIRST_CAPACITY;
    while (capacity < need)
        capacity = capacity > SIZE_MAX / 2 ? need : capacity * 2;
    char *grown = arena_alloc(b->mem, capacity);
    if (b->len)
        memcpy(grown, b->ptr, b->len);
    b->ptr = grown;
    b->capacity = capacity;
}

void buf_add(buf *b, str s)
{
    reserve(b, s.len);
    if (s.len)
        memcpy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
    b->ptr[b->len] = '\0';
}

void buf_add_char(buf *b, char c)
{
    buf_add(b, (str){&c, 1});
}

void buf_add_number(buf *b, uint32_t n)
{
    char digits[10];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + n % 10);
    while (n /= 10);
    buf_add(b, (str){digits + at, sizeof digits - at});
}

void buf_addf(buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        arena_fail(b->mem);
    reserve(b, (size_t)len);
    va_start(args, format);
    vsnprintf(b->ptr + b->len, (size_t)len + 1, format, args);
    va_end(args);
    b->len += (size_t)len;
}

void buf_add_json(buf *b, str s)
{
    buf_add_char(b, '"');
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.ptr[i];
        size_t len = utf8_valid_len(str_from(s, i));
        if (c == '"' || c == '\\')
            buf_addf(b, "\\%c", c);
        else if (c == '\n')
            buf_add(b, STR("\\n"));
        else if (c < 0x20 || c == 0x7f)
            buf_addf(b, "\\u%04x", c);
        else if (len == 0)
            buf_add(b, STR(UTF8_REPLACEMENT));
        else
            buf_add(b, (str){s.ptr + i, len});
        i += len ? len : 1;
    }
    buf_add_char(b, '"');
}
