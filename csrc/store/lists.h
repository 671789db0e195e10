/* What the index lists; the columns are those of the queries in stdaily.h. */
#ifndef STDAILY_STORE_LISTS_H
#define STDAILY_STORE_LISTS_H

#include "base/arena.h"
#include "store/db.h"

/* The whole archive, an issue or a page. */
typedef struct scope {
    enum { SCOPE_ARCHIVE, SCOPE_ISSUE, SCOPE_PAGE } kind;
    int64_t id;
} scope;

/* False when no issue and no page has that key. */
bool lists_scope(db *d, str key, scope *out);

/* The id of a page; 0 for none. */
int64_t lists_page(db *d, str key);

db_rows lists_info(db *d);
db_rows lists_messages(db *d);
db_rows lists_issues(db *d);
db_rows lists_pages(arena *mem, db *d, scope s);
db_rows lists_page_ids(arena *mem, db *d, scope s); /* id, key */
db_rows lists_articles(arena *mem, db *d, scope s);
db_rows lists_article(db *d, int64_t page, int64_t position);
db_rows lists_jumps(arena *mem, db *d, scope s);
db_rows lists_teasers(arena *mem, db *d, scope s);
db_rows lists_origins(db *d, int64_t page, int64_t position);
/* line, headline of an article */
db_rows lists_place(db *d, int64_t page, int64_t position);
/* id, page, issue, issue title, page number, articles: newest first. */
db_rows lists_shelf(db *d);
/* page id, position, headline of all articles: a page's stand together, in order. */
db_rows lists_headlines(db *d);

/* Where a page's marker leads, in a line; "" for an unknown one. */
str lists_marker_message(arena *mem, db *d, int64_t page, bool teaser, int64_t position);

/* Where a continued story began, in a line; `from` is the page that it names, 0 the one before. */
str lists_continued_note(arena *mem, db *d, int64_t page, int64_t position, int32_t from);

#endif
