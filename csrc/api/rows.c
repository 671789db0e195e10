#include "api/rows.h"

#include <stdlib.h>
#include <string.h>

typedef struct cell {
    int type; /* as stdaily_rows_type() gives it */
    union {
        int64_t integer;
        double real;
        str text;
    } value;
} cell;

enum { NULL_CELL, INT_CELL, REAL_CELL, TEXT_CELL };

struct stdaily_rows {
    arena mem;
    const char *const *columns;
    size_t n_columns;
    cell *cells;
    size_t n_cells, capacity;
};

stdaily_rows *rows_new(const char *const *columns)
{
    stdaily_rows *rows = calloc(1, sizeof *rows);
    if (!rows)
        return NULL;
    rows->columns = columns;
    while (columns[rows->n_columns])
        rows->n_columns++;
    return rows;
}

arena *rows_arena(stdaily_rows *rows)
{
    return &rows->mem;
}

void rows_expect(stdaily_rows *rows, size_t n)
{
    cell *cells = arena_array(&rows->mem, rows->n_cells + n * rows->n_columns, sizeof *cells);
    if (rows->n_cells)
        memcpy(cells, rows->cells, rows->n_cells * sizeof *cells);
    rows->cells = cells;
    rows->capacity = rows->n_cells + n * rows->n_columns;
}

static cell *add_cell(stdaily_rows *rows, int type)
{
    rows->cells = arena_grow(&rows->mem, rows->cells, rows->n_cells, &rows->capacity, sizeof *rows->cells);
    cell *c = &rows->cells[rows->n_cells++];
    c->type = type;
    return c;
}

void rows_add_null(stdaily_rows *rows)
{
    add_cell(rows, NULL_CELL);
}

void rows_add_int(stdaily_rows *rows, int64_t value)
{
    add_cell(rows, INT_CELL)->value.integer = value;
}

void rows_add_real(stdaily_rows *rows, double value)
{
    add_cell(rows, REAL_CELL)->value.real = value;
}

void rows_add_text(stdaily_rows *rows, str value)
{
    str copy = {value.len ? arena_copy(&rows->mem, value.ptr, value.len) : "", value.len};
    add_cell(rows, TEXT_CELL)->value.text = copy;
}

void rows_add_text_or_null(stdaily_rows *rows, str value)
{
    if (value.len)
        rows_add_text(rows, value);
    else
        rows_add_null(rows);
}

void rows_add_column(stdaily_rows *rows, const db_rows *from, int column)
{
    switch (db_type_of(from, column)) {
    case DB_NULL:
        rows_add_null(rows);
        break;
    case DB_INT:
        rows_add_int(rows, db_int(from, column));
        break;
    case DB_REAL:
        rows_add_real(rows, db_real(from, column));
        break;
    case DB_TEXT:
        rows_add_text(rows, db_text(from, column));
        break;
    }
}

void rows_add_all(stdaily_rows *rows, db_rows *from)
{
    while (db_next(from))
        for (int column = 0; column < (int)rows->n_columns; column++)
            rows_add_column(rows, from, column);
}

int64_t stdaily_rows_count(const stdaily_rows *rows)
{
    return rows ? (int64_t)(rows->n_cells / rows->n_columns) : 0;
}

int64_t stdaily_rows_columns(const stdaily_rows *rows)
{
    return rows ? (int64_t)rows->n_columns : 0;
}

const char *stdaily_rows_name(const stdaily_rows *rows, int64_t column)
{
    return rows && column >= 0 && (size_t)column < rows->n_columns ? rows->columns[column] : NULL;
}

int64_t stdaily_rows_column(const stdaily_rows *rows, const char *name)
{
    for (size_t i = 0; rows && name && i < rows->n_columns; i++)
        if (strcmp(rows->columns[i], name) == 0)
            return (int64_t)i;
    return -1;
}

static const cell *cell_at(const stdaily_rows *rows, int64_t row, int64_t column)
{
    static const cell null;
    if (!rows || row < 0 || row >= stdaily_rows_count(rows) || column < 0 ||
        (size_t)column >= rows->n_columns)
        return &null;
    return &rows->cells[(size_t)row * rows->n_columns + (size_t)column];
}

int stdaily_rows_type(const stdaily_rows *rows, int64_t row, int64_t column)
{
    return cell_at(rows, row, column)->type;
}

int64_t stdaily_rows_int(const stdaily_rows *rows, int64_t row, int64_t column)
{
    const cell *c = cell_at(rows, row, column);
    return c->type == INT_CELL ? c->value.integer : c->type == REAL_CELL ? (int64_t)c->value.real : 0;
}

double stdaily_rows_real(const stdaily_rows *rows, int64_t row, int64_t column)
{
    const cell *c = cell_at(rows, row, column);
    return c->type == REAL_CELL ? c->value.real : c->type == INT_CELL ? (double)c->value.integer : 0;
}

const char *stdaily_rows_text(const stdaily_rows *rows, int64_t row, int64_t column, size_t *len_bytes)
{
    const cell *c = cell_at(rows, row, column);
    bool text = c->type == TEXT_CELL;
    if (len_bytes)
        *len_bytes = text ? c->value.text.len : 0;
    return text ? c->value.text.ptr : "";
}

void stdaily_rows_free(stdaily_rows *rows)
{
    if (!rows)
        return;
    arena_free(&rows->mem);
    free(rows);
}
