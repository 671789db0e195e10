/* An archive that the command has opened and, unless told not to, refreshed. */
#ifndef STDAILY_CMD_SESSION_H
#define STDAILY_CMD_SESSION_H

#include <stdbool.h>

#include "stdaily.h"

typedef struct options {
    const char *dir;
    const char *operand; /* the article or query; NULL where the subcommand has none */
    const char *cache;   /* NULL: the usual place */
    const char *limit;   /* digits */
    bool json;
    bool refresh;
} options;

/* Opens and refreshes the archive, with the files that could not be read named on standard error.  Sets
 * *archive, to be closed with stdaily_close(), or says what is wrong and returns EXIT_ERROR. */
int session_open(const options *o, stdaily_archive **archive);

/* Runs a query; says what is wrong and returns NULL when it fails. */
stdaily_rows *session_query(stdaily_archive *archive, const char *name, const char *first,
                            const char *second);

/* The files that could not be read, one line each on standard error. */
void session_put_messages(stdaily_archive *archive);

#endif
