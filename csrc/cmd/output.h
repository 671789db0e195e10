/* What the command prints: rows as lines of text or of JSON, nothing in them that a terminal obeys. */
#ifndef STDAILY_CMD_OUTPUT_H
#define STDAILY_CMD_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "stdaily.h"

/* Exit statuses. */
enum { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_ERROR = 2 };

/* Writes `len` bytes with control characters, marks that reorder text and bytes that are not UTF-8
 * as \n, \x1b, \u202e. */
void put_escaped(FILE *out, const char *text, size_t len);

/* Writes one column of a row: text escaped, a number as it is, null as nothing. */
void put_value(const stdaily_rows *rows, int64_t row, const char *column);

/* Whether a value is there: not null, not "". */
bool has_value(const stdaily_rows *rows, int64_t row, const char *column);

/* Writes a text of the library that already is JSON, for a terminal's sake with DEL and C1 escaped. */
void put_json_text(const char *json, size_t len);

/* Writes a row as one line of JSON; `kind`, when not NULL, becomes a first key of that name. */
void put_json_row(const stdaily_rows *rows, int64_t row, const char *kind);

/* One line on standard error, "stdaily: ..."; returns EXIT_ERROR. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Flushes standard output; returns `status`, or EXIT_ERROR when something could not be written. */
int finish_output(int status);

#endif
