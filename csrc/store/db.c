#include "store/db.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdlib.h>

enum { MOST_STATEMENTS = 96, BUSY_MS = 5000 };

typedef struct kept {
    const char *sql; /* the literal's address; NULL for a statement used once */
    sqlite3_stmt *statement;
} kept;

struct db {
    sqlite3 *handle;
    stdaily_status status;
    bool damaged;
    failure failure;
    bool (*wait)(void *context);
    void *wait_context;
    kept kept[MOST_STATEMENTS];
    size_t n_kept;
};

static stdaily_status status_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return STDAILY_NO_MEMORY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return STDAILY_BUSY;
    case SQLITE_INTERRUPT:
        return STDAILY_CANCELLED;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB:
    case SQLITE_AUTH:
        return STDAILY_UNREADABLE;
    default:
        return STDAILY_FAILED;
    }
}

static void set_error(db *d, int code)
{
    if (d->status != STDAILY_OK)
        return;
    d->damaged = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
    d->status = fail(&d->failure, status_of(code), "%s",
                     d->handle ? sqlite3_errmsg(d->handle) : sqlite3_errstr(code));
}

static int on_busy(void *context, int tries)
{
    db *d = context;
    (void)tries;
    return d->wait(d->wait_context);
}

stdaily_status db_open(const char *path, db **out)
{
    db *d = calloc(1, sizeof *d);
    *out = d;
    if (!d)
        return STDAILY_NO_MEMORY;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2(path, &d->handle, flags, NULL);
    if (code != SQLITE_OK) {
        set_error(d, code);
        return d->status;
    }
    sqlite3_busy_timeout(d->handle, BUSY_MS);
    /* SQLite removes the log by its name when the last user goes; were the database deleted and made anew
     * meanwhile, that would be the new one's. */
    int persist = 1;
    sqlite3_file_control(d->handle, "main", SQLITE_FCNTL_PERSIST_WAL, &persist);
    return STDAILY_OK;
}

void db_reset(db *d)
{
    db_clear(d);
    /* The schema must have been looked at, or the database would leave the WAL mode for others. */
    sqlite3_exec(d->handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, (int *)NULL);
    db_script(d, "VACUUM");
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_RESET_DATABASE, 0, (int *)NULL);
}

static void drop_statements(db *d)
{
    for (size_t i = 0; i < d->n_kept; i++)
        sqlite3_finalize(d->kept[i].statement);
    d->n_kept = 0;
}

void db_close(db *d)
{
    if (!d)
        return;
    drop_statements(d);
    sqlite3_close(d->handle);
    free(d);
}

stdaily_status db_status(const db *d)
{
    return d->status;
}

const char *db_message(const db *d)
{
    return d->failure.message;
}

bool db_damaged(const db *d)
{
    return d->damaged;
}

void db_clear(db *d)
{
    for (size_t i = d->n_kept; i-- > 0;) {
        sqlite3_reset(d->kept[i].statement);
        if (!d->kept[i].sql) {
            sqlite3_finalize(d->kept[i].statement);
            d->kept[i] = d->kept[--d->n_kept];
        }
    }
    if (d->handle && !sqlite3_get_autocommit(d->handle))
        sqlite3_exec(d->handle, "ROLLBACK", NULL, NULL, NULL);
    d->status = STDAILY_OK;
    d->damaged = false;
    d->failure.message[0] = '\0';
}

void db_on_busy(db *d, bool (*wait)(void *context), void *context)
{
    d->wait = wait;
    d->wait_context = context;
    sqlite3_busy_handler(d->handle, on_busy, d);
}

void db_script(db *d, const char *sql)
{
    if (d->status != STDAILY_OK)
        return;
    int code = sqlite3_exec(d->handle, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        set_error(d, code);
}

static sqlite3_stmt *prepare(db *d, const char *sql, bool once)
{
    if (d->status != STDAILY_OK)
        return NULL;
    for (size_t i = 0; !once && i < d->n_kept; i++)
        if (d->kept[i].sql == sql)
            return d->kept[i].statement;
    if (d->n_kept == MOST_STATEMENTS) {
        d->status = fail(&d->failure, STDAILY_FAILED, "too many statements are kept");
        return NULL;
    }
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v3(d->handle, sql, -1, once ? 0 : SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (code != SQLITE_OK) {
        set_error(d, code);
        return NULL;
    }
    d->kept[d->n_kept++] = (kept){once ? NULL : sql, statement};
    return statement;
}

static int bind_text(sqlite3_stmt *statement, int at, str s, bool blob)
{
    const char *ptr = s.len ? s.ptr : "";
    return blob ? sqlite3_bind_blob64(statement, at, ptr, s.len, SQLITE_STATIC)
                : sqlite3_bind_text64(statement, at, ptr, s.len, SQLITE_STATIC, SQLITE_UTF8);
}

static int bind_one(sqlite3_stmt *statement, int at, char type, va_list *args)
{
    if (type == 'r')
        return sqlite3_bind_double(statement, at, va_arg(*args, double));
    if (type == 'i' || type == 'n') {
        int64_t value = va_arg(*args, int64_t);
        return type == 'n' && !value ? sqlite3_bind_null(statement, at)
                                     : sqlite3_bind_int64(statement, at, value);
    }
    str s = va_arg(*args, str);
    return type == 'z' && !s.len ? sqlite3_bind_null(statement, at)
                                 : bind_text(statement, at, s, type == 'b');
}

static db_rows start(db *d, const char *sql, bool once, const char *types, va_list *args)
{
    db_rows rows = {d, prepare(d, sql, once)};
    for (int i = 0; rows.statement && types[i]; i++) {
        int code = bind_one(rows.statement, i + 1, types[i], args);
        if (code != SQLITE_OK) {
            set_error(d, code);
            db_done(&rows);
        }
    }
    return rows;
}

void db_run(db *d, const char *sql, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    db_rows rows = start(d, sql, false, types, &args);
    va_end(args);
    if (db_next(&rows))
        db_done(&rows);
}

int64_t db_get(db *d, const char *sql, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    db_rows rows = start(d, sql, false, types, &args);
    va_end(args);
    if (!db_next(&rows))
        return 0;
    int64_t value = db_int(&rows, 0);
    db_done(&rows);
    return value;
}

db_rows db_select(db *d, const char *sql, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    db_rows rows = start(d, sql, false, types, &args);
    va_end(args);
    return rows;
}

db_rows db_select_once(db *d, const char *sql, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    db_rows rows = start(d, sql, true, types, &args);
    va_end(args);
    return rows;
}

bool db_next(db_rows *rows)
{
    if (!rows->statement)
        return false;
    int code = sqlite3_step(rows->statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        set_error(rows->db, code);
    db_done(rows);
    return false;
}

void db_done(db_rows *rows)
{
    db *d = rows->db;
    sqlite3_stmt *statement = rows->statement;
    rows->statement = NULL;
    if (!statement)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    for (size_t i = d->n_kept; i-- > 0;)
        if (d->kept[i].statement == statement && !d->kept[i].sql) {
            sqlite3_finalize(statement);
            d->kept[i] = d->kept[--d->n_kept];
        }
}

int db_columns(const db_rows *rows)
{
    return rows->statement ? sqlite3_column_count(rows->statement) : 0;
}

db_type db_type_of(const db_rows *rows, int column)
{
    switch (sqlite3_column_type(rows->statement, column)) {
    case SQLITE_INTEGER:
        return DB_INT;
    case SQLITE_FLOAT:
        return DB_REAL;
    case SQLITE_NULL:
        return DB_NULL;
    default:
        return DB_TEXT;
    }
}

int64_t db_int(const db_rows *rows, int column)
{
    return sqlite3_column_int64(rows->statement, column);
}

double db_real(const db_rows *rows, int column)
{
    return sqlite3_column_double(rows->statement, column);
}

str db_text(const db_rows *rows, int column)
{
    const char *ptr = sqlite3_column_blob(rows->statement, column);
    int len = sqlite3_column_bytes(rows->statement, column);
    if (!ptr && sqlite3_errcode(rows->db->handle) == SQLITE_NOMEM)
        set_error(rows->db, SQLITE_NOMEM);
    return ptr ? (str){ptr, (size_t)len} : (str){"", 0};
}

int64_t db_last_id(const db *d)
{
    return d->handle ? sqlite3_last_insert_rowid(d->handle) : 0;
}
