#include "cmd/commands.h"

#include <stdio.h>
#include <string.h>

#include "cmd/output.h"

/* A list for a reader: one row a line, with tabs between the columns. */
typedef struct list {
    const char *query;
    const char *const *columns; /* "page:article" is two columns that make one key; ends in NULL */
    const char *kind;           /* for JSON, where one list mixes two queries; else NULL */
} list;

/* Writes a column, or two that make a key; nothing where the first is not there. */
static void put_column(const stdaily_rows *rows, int64_t row, const char *column)
{
    char first[32] = "";
    const char *colon = strchr(column, ':');
    if (!colon) {
        put_value(rows, row, column);
        return;
    }
    memcpy(first, column, (size_t)(colon - column));
    if (!has_value(rows, row, first))
        return;
    put_value(rows, row, first);
    if (has_value(rows, row, colon + 1)) {
        putchar(':');
        put_value(rows, row, colon + 1);
    }
}

static void put_line(const stdaily_rows *rows, int64_t row, const list *l)
{
    for (const char *const *column = l->columns; *column; column++) {
        put_column(rows, row, *column);
        putchar(column[1] ? '\t' : '\n');
    }
}

/* Prints the result of the list's query; *n grows by the rows printed.  EXIT_ERROR or EXIT_FOUND. */
static int put_list(stdaily_archive *archive, const options *o, const list *l, const char *first,
                    const char *second, int64_t *n)
{
    stdaily_rows *rows = session_query(archive, l->query, first, second);
    if (!rows)
        return EXIT_ERROR;
    for (int64_t i = 0; i < stdaily_rows_count(rows) && !ferror(stdout); i++) {
        if (o->json)
            put_json_row(rows, i, l->kind);
        else
            put_line(rows, i, l);
    }
    *n += stdaily_rows_count(rows);
    stdaily_rows_free(rows);
    return EXIT_FOUND;
}

static int nothing(const char *text)
{
    complain("%s", text);
    return EXIT_NOTHING;
}

static int no_pages(const options *o)
{
    complain("no page in %s: put .txt or .md files in it, one a page", o->dir);
    return EXIT_NOTHING;
}

static long long count(const stdaily_rows *info, const char *column)
{
    return (long long)stdaily_rows_int(info, 0, stdaily_rows_column(info, column));
}

int command_index(stdaily_archive *archive, const options *o)
{
    stdaily_rows *info = session_query(archive, "info", NULL, NULL);
    if (!info)
        return EXIT_ERROR;
    long long pages = count(info, "pages");
    if (pages > 0)
        printf("%lld pages in %lld issues, %lld loose; %lld articles; %lld jumps: %lld linked, "
               "%lld to missing pages, %lld unmatched\n",
               pages, count(info, "issues"), count(info, "loose_pages"), count(info, "articles"),
               count(info, "jumps"), count(info, "linked"), count(info, "missing"), count(info, "unmatched"));
    stdaily_rows_free(info);
    return pages > 0 ? EXIT_FOUND : no_pages(o);
}

int command_dump(stdaily_archive *archive, const options *o)
{
    stdaily_rows *rows = session_query(archive, "dump", NULL, NULL);
    if (!rows)
        return EXIT_ERROR;
    int64_t n = stdaily_rows_count(rows), column = stdaily_rows_column(rows, "json");
    for (int64_t i = 0; i < n && !ferror(stdout); i++) {
        size_t len = 0;
        const char *json = stdaily_rows_text(rows, i, column, &len);
        put_json_text(json, len);
        putchar('\n');
    }
    stdaily_rows_free(rows);
    return n > 0 ? EXIT_FOUND : no_pages(o);
}

int command_articles(stdaily_archive *archive, const options *o)
{
    static const char *const columns[] = {"page:article", "issue_title", "page_number", "headline", NULL};
    static const list articles = {"articles", columns, NULL};
    int64_t n = 0;
    int status = put_list(archive, o, &articles, "", NULL, &n);
    return status != EXIT_FOUND || n > 0 ? status : no_pages(o);
}

int command_match(stdaily_archive *archive, const options *o)
{
    static const char *const columns[] = {"page:article", "issue_title", "page_number", "headline", NULL};
    static const list match = {"match", columns, NULL};
    int64_t n = 0;
    int status = put_list(archive, o, &match, o->operand, o->limit, &n);
    return status != EXIT_FOUND || n > 0 ? status : nothing("no headline matches: try fewer letters");
}

int command_search(stdaily_archive *archive, const options *o)
{
    static const char *const columns[] = {"page:article", "issue_title", "page_number",
                                          "headline",     "snippet",     NULL};
    static const list search = {"search", columns, NULL};
    int64_t n = 0;
    int status = put_list(archive, o, &search, o->operand, o->limit, &n);
    return status != EXIT_FOUND || n > 0 ? status : nothing("no article holds these words: try fewer");
}

int command_links(stdaily_archive *archive, const options *o)
{
    static const char *const columns[] = {"page:line", "status",  "target_page:target_article",
                                          "headline",  "message", NULL};
    static const list jumps = {"jumps", columns, "jump"};
    static const list teasers = {"teasers", columns, "teaser"};
    int64_t n = 0;
    int status = put_list(archive, o, &jumps, "", NULL, &n);
    if (status == EXIT_FOUND)
        status = put_list(archive, o, &teasers, "", NULL, &n);
    return status != EXIT_FOUND || n > 0 ? status : nothing("no page has a jump line or a teaser");
}

int command_info(stdaily_archive *archive, const options *o)
{
    stdaily_rows *info = session_query(archive, "info", NULL, NULL);
    if (!info)
        return EXIT_ERROR;
    if (o->json)
        put_json_row(info, 0, NULL);
    for (int64_t i = 0; !o->json && i < stdaily_rows_columns(info); i++) {
        const char *name = stdaily_rows_name(info, i);
        printf("%s\t", name);
        put_value(info, 0, name);
        putchar('\n');
    }
    stdaily_rows_free(info);
    return EXIT_FOUND;
}

int command_messages(stdaily_archive *archive, const options *o)
{
    static const char *const columns[] = {"path:line", "message", NULL};
    static const list messages = {"messages", columns, NULL};
    int64_t n = 0;
    int status = put_list(archive, o, &messages, NULL, NULL, &n);
    return status != EXIT_FOUND || n > 0 ? status : nothing("no messages: every file could be read");
}
