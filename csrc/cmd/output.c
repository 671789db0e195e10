#include "cmd/output.h"

#include <stdarg.h>
#include <string.h>
#include <wchar.h>

/* The character that `text` starts with and its length; -1 and 1 for a byte that is not UTF-8.  main()
 * has set a UTF-8 locale; where there is none, every byte above ASCII counts as bad. */
static long next_char(const char *text, size_t len, size_t *char_len)
{
    mbstate_t state = {0};
    wchar_t c = 0;
    size_t n = mbrtowc(&c, text, len, &state);
    *char_len = 1;
    if (n > len)
        return -1;
    if (n > 1)
        *char_len = n;
    return (long)c;
}

static bool reorders_text(long c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

static bool is_control(long c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

void put_escaped(FILE *out, const char *text, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i += n) {
        long c = next_char(text + i, len - i, &n);
        if (c == '\n')
            fputs("\\n", out);
        else if (c == '\t')
            fputs("\\t", out);
        else if (c < 0 || c < 0x20 || c == 0x7f)
            fprintf(out, "\\x%02x", (unsigned char)text[i]);
        else if (is_control(c) || reorders_text(c))
            fprintf(out, "\\u%04lx", c);
        else
            fwrite(text + i, 1, n, out);
    }
}

static const char *column_text(const stdaily_rows *rows, int64_t row, const char *column, size_t *len)
{
    return stdaily_rows_text(rows, row, stdaily_rows_column(rows, column), len);
}

bool has_value(const stdaily_rows *rows, int64_t row, const char *column)
{
    size_t len = 0;
    int type = stdaily_rows_type(rows, row, stdaily_rows_column(rows, column));
    column_text(rows, row, column, &len);
    return type == 3 ? len > 0 : type != 0;
}

void put_value(const stdaily_rows *rows, int64_t row, const char *column)
{
    int64_t index = stdaily_rows_column(rows, column);
    size_t len = 0;
    switch (stdaily_rows_type(rows, row, index)) {
    case 1:
        printf("%lld", (long long)stdaily_rows_int(rows, row, index));
        break;
    case 2:
        printf("%.2f", stdaily_rows_real(rows, row, index));
        break;
    case 3: {
        const char *text = stdaily_rows_text(rows, row, index, &len);
        put_escaped(stdout, text, len);
        break;
    }
    default:
        break;
    }
}

void put_json_text(const char *json, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i += n) {
        long c = next_char(json + i, len - i, &n);
        if (c >= 0x7f && c <= 0x9f)
            printf("\\u%04lx", c);
        else
            fwrite(json + i, 1, n, stdout);
    }
}

static void put_json_string(const char *text, size_t len)
{
    size_t n = 0;
    putchar('"');
    for (size_t i = 0; i < len; i += n) {
        long c = next_char(text + i, len - i, &n);
        if (c == '"' || c == '\\')
            printf("\\%c", (char)c);
        else if (c < 0)
            fputs("\xef\xbf\xbd", stdout);
        else if (is_control(c))
            printf("\\u%04lx", c);
        else
            fwrite(text + i, 1, n, stdout);
    }
    putchar('"');
}

static void put_json_value(const stdaily_rows *rows, int64_t row, int64_t column)
{
    size_t len = 0;
    const char *text;
    switch (stdaily_rows_type(rows, row, column)) {
    case 1:
        printf("%lld", (long long)stdaily_rows_int(rows, row, column));
        break;
    case 2:
        printf("%.6g", stdaily_rows_real(rows, row, column));
        break;
    case 3:
        text = stdaily_rows_text(rows, row, column, &len);
        put_json_string(text, len);
        break;
    default:
        fputs("null", stdout);
        break;
    }
}

void put_json_row(const stdaily_rows *rows, int64_t row, const char *kind)
{
    int64_t n_columns = stdaily_rows_columns(rows);
    putchar('{');
    if (kind)
        printf("\"kind\":\"%s\"%s", kind, n_columns > 0 ? "," : "");
    for (int64_t column = 0; column < n_columns; column++) {
        printf("%s\"%s\":", column > 0 ? "," : "", stdaily_rows_name(rows, column));
        put_json_value(rows, row, column);
    }
    fputs("}\n", stdout);
}

int complain(const char *format, ...)
{
    char line[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    fputs("stdaily: ", stderr);
    put_escaped(stderr, line, strlen(line));
    fputc('\n', stderr);
    return EXIT_ERROR;
}

int finish_output(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    return complain("the output could not be written whole: see whether the disk is full");
}
