/* stdaily show: an article as a reader reads it, one paragraph a line. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd/commands.h"
#include "cmd/output.h"

typedef struct reading {
    const stdaily_rows *paragraphs; /* query "paragraphs" */
    const stdaily_rows *jumps;      /* query "jumps" of the page */
    bool terminal;
} reading;

/* A terminal gets no control character; a pipe gets the text as it is. */
static void put_text(const reading *r, const stdaily_rows *rows, int64_t row, const char *column)
{
    size_t len = 0;
    const char *text = stdaily_rows_text(rows, row, stdaily_rows_column(rows, column), &len);
    if (r->terminal)
        put_escaped(stdout, text, len);
    else
        fwrite(text, 1, len, stdout);
}

static void put_more(const reading *r, const stdaily_rows *rows, int64_t row, const char *column)
{
    if (!has_value(rows, row, column))
        return;
    fputs(" (", stdout);
    put_text(r, rows, row, column);
    putchar(')');
}

/* Where the jump on `line` leads. */
static void put_jump(const reading *r, int64_t line)
{
    int64_t column = stdaily_rows_column(r->jumps, "line");
    for (int64_t i = 0; i < stdaily_rows_count(r->jumps); i++) {
        if (stdaily_rows_int(r->jumps, i, column) == line)
            put_more(r, r->jumps, i, "message");
    }
}

static void put_paragraph(const reading *r, int64_t row)
{
    const stdaily_rows *rows = r->paragraphs;
    const char *role = stdaily_rows_text(rows, row, stdaily_rows_column(rows, "role"), NULL);
    if (row > 0)
        putchar('\n');
    put_text(r, rows, row, "text");
    put_more(r, rows, row, "credit");
    if (strcmp(role, "jump") == 0)
        put_jump(r, stdaily_rows_int(rows, row, stdaily_rows_column(rows, "line")));
    else if (strcmp(role, "gap") == 0)
        put_more(r, rows, row, "note");
    putchar('\n');
}

/* The first thing found that can be read: a row, or -1. */
static int64_t readable(const stdaily_rows *found)
{
    int64_t kind = stdaily_rows_column(found, "kind");
    for (int64_t i = 0; i < stdaily_rows_count(found); i++) {
        const char *name = stdaily_rows_text(found, i, kind, NULL);
        if (strcmp(name, "article") == 0 || strcmp(name, "page") == 0)
            return i;
    }
    return -1;
}

static int show_found(stdaily_archive *archive, const options *o, const char *page, const char *article)
{
    reading r = {.terminal = isatty(STDOUT_FILENO)};
    stdaily_rows *jumps = session_query(archive, "jumps", page, NULL);
    stdaily_rows *paragraphs = jumps ? session_query(archive, "paragraphs", page, article) : NULL;
    r.jumps = jumps;
    r.paragraphs = paragraphs;
    int64_t n = paragraphs ? stdaily_rows_count(paragraphs) : 0;
    for (int64_t i = 0; i < n && !ferror(stdout); i++) {
        if (o->json)
            put_json_row(paragraphs, i, NULL);
        else
            put_paragraph(&r, i);
    }
    stdaily_rows_free(jumps);
    stdaily_rows_free(paragraphs);
    return paragraphs ? EXIT_FOUND : EXIT_ERROR;
}

int command_show(stdaily_archive *archive, const options *o)
{
    stdaily_rows *found = session_query(archive, "find", o->operand, NULL);
    if (!found)
        return EXIT_ERROR;
    int status = EXIT_NOTHING;
    int64_t row = readable(found);
    if (row >= 0)
        status =
            show_found(archive, o, stdaily_rows_text(found, row, stdaily_rows_column(found, "page"), NULL),
                       stdaily_rows_text(found, row, stdaily_rows_column(found, "article"), NULL));
    else
        complain("no article or page is named \"%s\": see `stdaily articles %s`", o->operand, o->dir);
    stdaily_rows_free(found);
    return status;
}
