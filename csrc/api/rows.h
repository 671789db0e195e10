/* Row sets while they are made. */
#ifndef STDAILY_API_ROWS_H
#define STDAILY_API_ROWS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "stdaily.h"
#include "store/db.h"

/* `columns` must be static and end in NULL.  NULL for want of memory. */
stdaily_rows *rows_new(const char *const *columns);

/* Where the rows are; who sets its handler must free them when it is called. */
arena *rows_arena(stdaily_rows *rows);

/* Makes room for that many rows more. */
void rows_expect(stdaily_rows *rows, size_t n);

/* Values are added from left to right and row by row. */
void rows_add_null(stdaily_rows *rows);
void rows_add_int(stdaily_rows *rows, int64_t value);
void rows_add_real(stdaily_rows *rows, double value);
void rows_add_text(stdaily_rows *rows, str value);         /* copied */
void rows_add_text_or_null(stdaily_rows *rows, str value); /* null when empty */

/* Adds the rest of a statement's row, and of all its rows. */
void rows_add_column(stdaily_rows *rows, const db_rows *from, int column);
void rows_add_all(stdaily_rows *rows, db_rows *from);

#endif
