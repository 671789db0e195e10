#include "api/query.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "store/lists.h"

typedef struct named_query {
    const char *name;
    size_t n_args;
    stdaily_status (*run)(query *q);
    const char *const *columns;
} named_query;

#define COLUMNS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define ARTICLE_COLUMNS                                                                                      \
    COLUMNS("page", "article", "issue", "issue_title", "page_number", "headline", "kicker", "bylines",       \
            "line", "continued_from", "jump_page")
#define TARGET                                                                                               \
    "status", "target_page", "target_article", "target_headline", "target_line", "confidence", "evidence",   \
        "message", "marker", "corrected", "target_page_number"

static const named_query QUERIES[] = {
    {"info", 0, query_info,
     COLUMNS("path", "cache_path", "files", "pages", "issues", "loose_pages", "articles", "jumps", "linked",
             "missing", "unmatched", "teasers", "teasers_linked", "messages", "refreshed_at", "corrected",
             "corrections_path")},
    {"messages", 0, query_messages, COLUMNS("path", "line", "message")},
    {"issues", 0, query_issues,
     COLUMNS("issue", "title", "paper", "volume", "number", "date_first", "date_last", "pages", "articles")},
    {"pages", 1, query_pages,
     COLUMNS("page", "issue", "page_number", "volume", "number", "date_first", "date_last", "not_before",
             "evidence", "articles")},
    {"articles", 1, query_articles, ARTICLE_COLUMNS},
    {"article", 2, query_article, ARTICLE_COLUMNS},
    {"paragraphs", 2, query_paragraphs, COLUMNS("role", "text", "line", "spans", "credit", "note", "marks")},
    {"mends", 1, query_mends, COLUMNS("page", "article", "line", "before", "after", "reason")},
    {"source", 1, query_source, COLUMNS("text")},
    {"jumps", 1, query_jumps, COLUMNS("page", "article", "headline", "line", "jump_page", TARGET)},
    {"teasers", 1, query_teasers, COLUMNS("page", "line", "headline", "section", "jump_page", TARGET)},
    {"origins", 2, query_origins,
     COLUMNS("page", "article", "headline", "line", "confidence", "evidence", "message")},
    {"match", 2, query_match,
     COLUMNS("page", "article", "issue", "issue_title", "page_number", "headline", "score", "positions")},
    {"search", 2, query_search,
     COLUMNS("page", "article", "issue_title", "page_number", "headline", "line", "snippet")},
    {"find", 1, query_find, COLUMNS("kind", "issue", "page", "article", "title")},
    {"candidates", 2, query_candidates,
     COLUMNS("page", "article", "issue_title", "page_number", "headline", "line", "confidence", "evidence")},
    {"dump", 2, query_dump, COLUMNS("page", "json")},
};
enum { N_QUERIES = sizeof QUERIES / sizeof *QUERIES };

static const named_query *find_query(const char *name)
{
    for (size_t i = 0; i < N_QUERIES; i++)
        if (strcmp(QUERIES[i].name, name) == 0)
            return &QUERIES[i];
    return NULL;
}

/* Apart from run_query(), so that what that one holds is sound after the jump. */
static stdaily_status run_guarded(const named_query *named, query *q)
{
    if (ARENA_FAILED(&q->mem) || ARENA_FAILED(&q->page_mem) || ARENA_FAILED(rows_arena(q->rows)))
        return fail(q->failure, STDAILY_NO_MEMORY, "memory ran out");
    return named->run(q);
}

/* In a transaction, so that all it reads is of one state of the index. */
static stdaily_status run_query(const named_query *named, query *q)
{
    store *s = q->archive->store;
    if (!store_is_current(s)) {
        stdaily_status status = store_renew(s, false, q->failure);
        if (status != STDAILY_OK)
            return status;
    }
    q->db = store_db(s);
    db_script(q->db, "BEGIN");
    stdaily_status status = run_guarded(named, q);
    stdaily_status of_db = store_status(s, q->failure);
    bool damaged = db_damaged(q->db);
    db_clear(q->db);
    failure ignored;
    if (damaged)
        store_renew(s, true, &ignored);
    return of_db != STDAILY_OK ? of_db : status;
}

stdaily_status stdaily_query(stdaily_archive *archive, const char *name, const char *const *args,
                             size_t n_args, stdaily_rows **rows)
{
    if (!rows)
        return STDAILY_INVALID;
    *rows = NULL;
    if (!archive || !archive->refresh)
        return STDAILY_INVALID;
    const named_query *named = name ? find_query(name) : NULL;
    if (!named)
        return fail(&archive->failure, STDAILY_INVALID, "no query has the name \"%s\"", name ? name : "");
    if (n_args > named->n_args)
        return fail(&archive->failure, STDAILY_INVALID, "the query \"%s\" takes %zu arguments, not %zu", name,
                    named->n_args, n_args);
    query q = {.archive = archive, .failure = &archive->failure, .rows = rows_new(named->columns)};
    if (!q.rows)
        return fail(q.failure, STDAILY_NO_MEMORY, "memory ran out");
    for (size_t i = 0; i < MOST_ARGS; i++)
        q.args[i] = i < n_args && args && args[i] ? str_of(args[i]) : STR("");
    stdaily_status status = run_query(named, &q);
    arena_free(&q.page_mem);
    arena_free(&q.mem);
    if (status == STDAILY_OK)
        *rows = q.rows;
    else
        stdaily_rows_free(q.rows);
    return status;
}

stdaily_status query_find_page(query *q, str key, int64_t *page)
{
    *page = lists_page(q->db, key);
    if (*page)
        return STDAILY_OK;
    return fail(q->failure, STDAILY_NOT_FOUND, "no page %s in the archive %s", key.ptr, q->archive->path);
}

void query_add_article(query *q, int64_t position)
{
    char key[24];
    int len = snprintf(key, sizeof key, "a%lld", (long long)position + 1);
    rows_add_text(q->rows, (str){key, (size_t)len});
}

/* "x12" to 11 where x is the letter; -1 for anything else. */
static int64_t position_of(str key, char letter)
{
    int64_t number = 0;
    if (key.len < 2 || key.len > 9 || key.ptr[0] != letter)
        return -1;
    for (size_t i = 1; i < key.len; i++) {
        if (!ascii_is_digit(key.ptr[i]))
            return -1;
        number = number * 10 + (key.ptr[i] - '0');
    }
    return number - 1;
}

int64_t query_article_position(str article)
{
    return position_of(article, 'a');
}

stdaily_status query_find_marker(query *q, str page_key, str key, marker_key *out)
{
    out->is_teaser = str_starts(key, STR("t"));
    int64_t position = position_of(key, out->is_teaser ? 't' : 'j');
    out->position = (size_t)position;
    stdaily_status status = query_find_page(q, page_key, &out->page);
    if (status != STDAILY_OK)
        return status;
    if (position >= 0 &&
        db_get(q->db, "SELECT count(*) FROM marker WHERE page = ?1 AND teaser = ?2 AND position = ?3", "iii",
               out->page, (int64_t)out->is_teaser, position))
        return STDAILY_OK;
    return fail(q->failure, STDAILY_NOT_FOUND, "no jump line and no teaser %s on the page %s", key.ptr,
                page_key.ptr);
}

stdaily_status query_find_article(query *q, str page_key, str article, int64_t *page, int64_t *position)
{
    stdaily_status status = query_find_page(q, page_key, page);
    if (status != STDAILY_OK)
        return status;
    *position = query_article_position(article);
    if (db_get(q->db, "SELECT count(*) FROM article WHERE page = ?1 AND position = ?2", "ii", *page,
               *position))
        return STDAILY_OK;
    return fail(q->failure, STDAILY_NOT_FOUND, "no article %s on the page %s", article.ptr, page_key.ptr);
}

stdaily_status query_limit(query *q, str arg, size_t *limit)
{
    size_t number = 0;
    for (size_t i = 0; i < arg.len; i++) {
        if (!ascii_is_digit(arg.ptr[i]) || i > 8)
            return fail(q->failure, STDAILY_INVALID, "\"%s\" is no limit: give a number", arg.ptr);
        number = number * 10 + (size_t)(arg.ptr[i] - '0');
    }
    *limit = number ? number : SIZE_MAX;
    return STDAILY_OK;
}
