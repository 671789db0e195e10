/* Issues and pages by what a person calls them. */
#ifndef STDAILY_STORE_FIND_H
#define STDAILY_STORE_FIND_H

#include "parse/date.h"
#include "store/db.h"

/* Each gives: kind, issue, page, article, title, the columns of the query "find". */
db_rows find_issue_key(db *d, str key);
db_rows find_page_key(db *d, str key);
db_rows find_article_key(db *d, str page_key, int64_t position);
/* Issues that have one of those days. */
db_rows find_dates(db *d, str first_iso, str last_iso);
/* volume 0: any. */
db_rows find_number(db *d, int64_t volume, int64_t number);
/* Pages whose path has that text in it. */
db_rows find_page_name(db *d, str part);

#endif
