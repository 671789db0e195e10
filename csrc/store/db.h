/* SQLite in the few calls that the store needs.
 *
 * The first error of a connection stays until db_clear(), and until then every call does nothing and
 * gives nothing, so that a caller checks db_status() once at the end of a step.
 *
 * Arguments of a statement follow a string with their types, a letter each: i int64_t, r double, s str
 * as text, z the same but null when empty, b str as a blob, n int64_t but null when 0. */
#ifndef STDAILY_STORE_DB_H
#define STDAILY_STORE_DB_H

#include <stdint.h>

#include "base/status.h"
#include "base/str.h"

typedef struct db db;

/* Opens or creates the database at `path`.  *out is NULL only without memory, else to be closed. */
stdaily_status db_open(const char *path, db **out);
/* Empties it, however damaged it is; other connections see that like any change. */
void db_reset(db *d);
void db_close(db *d); /* NULL is ignored; an open transaction is rolled back */

stdaily_status db_status(const db *d);
const char *db_message(const db *d); /* one line; "" when nothing failed */
bool db_damaged(const db *d);        /* the failure was that the file is no sound database */
void db_clear(db *d);                /* forgets the error and ends all statements and the transaction */

/* While another connection holds a lock, `wait` is called, which sleeps a little and returns whether to
 * go on trying.  Without it, five seconds are waited. */
void db_on_busy(db *d, bool (*wait)(void *context), void *context);

void db_script(db *d, const char *sql); /* several statements without arguments */

/* `sql` must be a string literal: its compiled form is kept under its address. */
void db_run(db *d, const char *sql, const char *types, ...);
int64_t db_get(db *d, const char *sql, const char *types, ...); /* first value of the first row, or 0 */

typedef enum db_type { DB_NULL, DB_INT, DB_REAL, DB_TEXT } db_type;

typedef struct db_rows {
    db *db;
    void *statement;
} db_rows;

/* db_next() gives false at the end and on an error; a loop left before that calls db_done(). */
db_rows db_select(db *d, const char *sql, const char *types, ...);
/* The same for a statement that is put together at run time. */
db_rows db_select_once(db *d, const char *sql, const char *types, ...);
bool db_next(db_rows *rows);
void db_done(db_rows *rows);

int db_columns(const db_rows *rows);
db_type db_type_of(const db_rows *rows, int column);
int64_t db_int(const db_rows *rows, int column);
double db_real(const db_rows *rows, int column);
str db_text(const db_rows *rows, int column); /* text or blob; valid until the next db_next() */

int64_t db_last_id(const db *d);

#endif
