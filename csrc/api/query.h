/* A query while it runs. */
#ifndef STDAILY_API_QUERY_H
#define STDAILY_API_QUERY_H

#include "api/archive.h"
#include "api/rows.h"

enum { MOST_ARGS = 2 };

typedef struct query {
    stdaily_archive *archive;
    db *db;
    arena mem;      /* for what is needed until the query ends; the rows copy what they are given */
    arena page_mem; /* for one page at a time: emptied before the next */
    stdaily_rows *rows;
    failure *failure;
    str args[MOST_ARGS]; /* end in NUL; "" where left out */
} query;

/* Each adds its rows.  An error of the database need not be looked at: its caller does. */
stdaily_status query_info(query *q);
stdaily_status query_messages(query *q);
stdaily_status query_issues(query *q);
stdaily_status query_pages(query *q);
stdaily_status query_articles(query *q);
stdaily_status query_article(query *q);
stdaily_status query_jumps(query *q);
stdaily_status query_teasers(query *q);
stdaily_status query_origins(query *q);
stdaily_status query_paragraphs(query *q);
stdaily_status query_source(query *q);
stdaily_status query_mends(query *q);
stdaily_status query_match(query *q);
stdaily_status query_search(query *q);
stdaily_status query_find(query *q);
stdaily_status query_dump(query *q);
stdaily_status query_candidates(query *q);

/* For the arguments "page" and "article". */
stdaily_status query_find_page(query *q, str key, int64_t *page);
stdaily_status query_find_article(query *q, str page_key, str article, int64_t *page, int64_t *position);

/* Adds an article's key: 11 as "a12". */
void query_add_article(query *q, int64_t position);

/* "a12" to 11; -1 for anything else. */
int64_t query_article_position(str article);

/* A jump line or a teaser. */
typedef struct marker_key {
    int64_t page;
    bool is_teaser;
    size_t position;
} marker_key;

stdaily_status query_find_marker(query *q, str page_key, str key, marker_key *out);

/* An argument that is a count: "" and "0" mean all. */
stdaily_status query_limit(query *q, str arg, size_t *limit);

#endif
