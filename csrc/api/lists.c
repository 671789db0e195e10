/* The queries that only list what the index holds. */
#include "store/lists.h"

#include "api/query.h"

stdaily_status query_info(query *q)
{
    rows_add_text(q->rows, str_of(q->archive->path));
    rows_add_text(q->rows, str_of(q->archive->index_path));
    db_rows info = lists_info(q->db);
    while (db_next(&info))
        for (int column = 0, n = db_columns(&info); column < n; column++)
            rows_add_column(q->rows, &info, column);
    rows_add_text_or_null(q->rows, str_of(q->archive->corrections_path));
    return STDAILY_OK;
}

stdaily_status query_messages(query *q)
{
    db_rows rows = lists_messages(q->db);
    rows_add_all(q->rows, &rows);
    return STDAILY_OK;
}

stdaily_status query_issues(query *q)
{
    db_rows rows = lists_issues(q->db);
    rows_add_all(q->rows, &rows);
    return STDAILY_OK;
}

static stdaily_status list_scope(query *q, db_rows (*list)(arena *mem, db *d, scope s))
{
    scope s;
    if (!lists_scope(q->db, q->args[0], &s))
        return fail(q->failure, STDAILY_NOT_FOUND, "no issue and no page %s in the archive %s",
                    q->args[0].ptr, q->archive->path);
    db_rows rows = list(&q->mem, q->db, s);
    rows_add_all(q->rows, &rows);
    return STDAILY_OK;
}

stdaily_status query_pages(query *q)
{
    return list_scope(q, lists_pages);
}

stdaily_status query_articles(query *q)
{
    return list_scope(q, lists_articles);
}

stdaily_status query_jumps(query *q)
{
    return list_scope(q, lists_jumps);
}

stdaily_status query_teasers(query *q)
{
    return list_scope(q, lists_teasers);
}

static stdaily_status list_of_article(query *q, db_rows (*list)(db *d, int64_t page, int64_t position))
{
    int64_t page, position;
    stdaily_status status = query_find_article(q, q->args[0], q->args[1], &page, &position);
    if (status != STDAILY_OK)
        return status;
    db_rows rows = list(q->db, page, position);
    rows_add_all(q->rows, &rows);
    return STDAILY_OK;
}

stdaily_status query_article(query *q)
{
    return list_of_article(q, lists_article);
}

stdaily_status query_origins(query *q)
{
    return list_of_article(q, lists_origins);
}
