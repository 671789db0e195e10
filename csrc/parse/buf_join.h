/* Printed lines of a heading or caption as one. */
#ifndef STDAILY_PARSE_BUF_JOIN_H
#define STDAILY_PARSE_BUF_JOIN_H

#include "base/buf.h"

static inline void buf_add_line(buf *b, str text)
{
    if (b->len && text.len)
        buf_add_char(b, ' ');
    buf_add(b, text);
}

#endif
