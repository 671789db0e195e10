#include "base/str.h"

#include "base/ascii.h"

str str_trim(str s)
{
    while (s.len && ascii_is_space(s.ptr[0]))
        s = str_from(s, 1);
    while (s.len && ascii_is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

size_t str_find(str s, str needle)
{
    if (needle.len == 0)
        return 0;
    for (size_t i = 0; i + needle.len <= s.len; i++) {
        const char *hit = memchr(s.ptr + i, needle.ptr[0], s.len - needle.len - i + 1);
        if (!hit)
            break;
        i = (size_t)(hit - s.ptr);
        if (memcmp(hit, needle.ptr, needle.len) == 0)
            return i;
    }
    return s.len;
}

bool str_eq_nocase(str a, str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
            return false;
    return true;
}

bool str_starts_nocase(str s, str prefix)
{
    return s.len >= prefix.len && str_eq_nocase(str_to(s, prefix.len), prefix);
}
