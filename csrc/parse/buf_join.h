/* Two printed lines of a heading as one. */
#ifndef STDAILY_PARSE_BUF_JOIN_H
#define STDAILY_PARSE_BUF_JOIN_H

#include "base/buf.h"

static inline str join_lines(arena *mem, str first, str second)
{
    buf b = buf_in(mem);
    buf_add(&b, first);
    if (first.len && second.len)
        buf_add_char(&b, ' ');
    buf_add(&b, second);
    return buf_str(&b);
}

#endif
