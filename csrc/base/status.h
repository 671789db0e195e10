/* What went wrong, in one line for a person. */
#ifndef STDAILY_BASE_STATUS_H
#define STDAILY_BASE_STATUS_H

#include "stdaily.h"

enum { MESSAGE_BYTES = 512 };

/* The last failure of something; the text is cut at MESSAGE_BYTES and never holds a control character. */
typedef struct failure {
    char message[MESSAGE_BYTES];
} failure;

/* Sets the message and returns `status`, so that a caller can say `return fail(f, STATUS, ...)`. */
stdaily_status fail(failure *f, stdaily_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
