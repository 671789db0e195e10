#include "base/utf8.h"

#include <utf8proc.h>

size_t utf8_valid_len(str s)
{
    if (s.len == 0)
        return 0;
    if ((unsigned char)s.ptr[0] < 0x80)
        return 1;
    utf8proc_int32_t c;
    utf8proc_ssize_t len =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, s.len < 4 ? (utf8proc_ssize_t)s.len : 4, &c);
    return len > 0 ? (size_t)len : 0;
}

int32_t utf8_char(str s, size_t *len_bytes)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t len =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, s.len < 4 ? (utf8proc_ssize_t)s.len : 4, &c);
    *len_bytes = len > 0 ? (size_t)len : 1;
    return len > 0 ? c : 0xFFFD;
}

str utf8_fold(arena *mem, str s)
{
    /* Decomposed into the arena's own memory, so that nothing is left behind when the arena fails. */
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    const utf8proc_uint8_t *source = (const utf8proc_uint8_t *)s.ptr;
    utf8proc_ssize_t len = utf8proc_decompose(source, (utf8proc_ssize_t)s.len, NULL, 0, options);
    if (len < 0)
        return s;
    utf8proc_int32_t *chars = arena_array(mem, (size_t)len + 1, sizeof *chars);
    len = utf8proc_decompose(source, (utf8proc_ssize_t)s.len, chars, len, options);
    len = len < 0 ? len : utf8proc_reencode(chars, len, options);
    return len < 0 ? s : (str){(const char *)chars, (size_t)len};
}

bool utf8_is_cjk(int32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}
