/* Full text search. */
#ifndef STDAILY_STORE_SEARCH_H
#define STDAILY_STORE_SEARCH_H

#include "base/arena.h"
#include "store/db.h"

/* The words and "quoted phrases" of what a person typed; nothing in it is syntax. */
typedef struct search_terms {
    str *items;
    size_t n;
} search_terms;

search_terms search_parse(arena *mem, str text);

/* page id, position, page key, issue title, page number, headline, line: articles with all terms, the last
 * one also as the beginning of a word; best first. */
db_rows search_articles(arena *mem, db *d, const search_terms *terms, int64_t limit);

/* page id, page number: other pages with any of the terms, of which no date tells that they belong elsewhere;
 * best first, a page maybe several times. */
db_rows search_undated_pages(arena *mem, db *d, const search_terms *terms, int64_t page);

#endif
