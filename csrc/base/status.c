#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

stdaily_status fail(failure *f, stdaily_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (vsnprintf(f->message, sizeof f->message, format, args) < 0)
        f->message[0] = '\0';
    va_end(args);
    /* A message may name a file, and a file's name may hold anything. */
    for (char *c = f->message; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            *c = '?';
    return status;
}
