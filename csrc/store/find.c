#include "store/find.h"

#define ISSUE_ROW "SELECT 'issue', i.key, NULL, NULL, i.title FROM issue AS i "
#define PAGE_TITLE                                                                                           \
    "coalesce('Page ' || p.page_number || ', ', '') || CASE i.id WHEN 0 THEN p.key ELSE i.title END"
#define PAGE_ROW                                                                                             \
    "SELECT 'page', i.key, p.key, NULL, " PAGE_TITLE " FROM page AS p JOIN issue AS i ON i.id = p.issue "

db_rows find_issue_key(db *d, str key)
{
    return db_select(d, ISSUE_ROW "WHERE i.key = ?1 AND i.id <> 0", "s", key);
}

db_rows find_page_key(db *d, str key)
{
    return db_select(d, PAGE_ROW "WHERE p.key = ?1", "s", key);
}

db_rows find_article_key(db *d, str page_key, int64_t position)
{
    return db_select(d,
                     "SELECT 'article', i.key, p.key, 'a' || (a.position + 1), a.headline FROM page AS p"
                     " JOIN issue AS i ON i.id = p.issue JOIN article AS a ON a.page = p.id"
                     " WHERE p.key = ?1 AND a.position = ?2",
                     "si", page_key, position);
}

db_rows find_dates(db *d, str first_iso, str last_iso)
{
    return db_select(d, ISSUE_ROW "WHERE i.date_first <= ?2 AND i.date_last >= ?1 ORDER BY i.rank", "ss",
                     first_iso, last_iso);
}

db_rows find_number(db *d, int64_t volume, int64_t number)
{
    return db_select(d, ISSUE_ROW "WHERE i.number = ?2 AND (?1 = 0 OR i.volume = ?1) ORDER BY i.rank", "ii",
                     volume, number);
}

db_rows find_page_name(db *d, str part)
{
    return db_select(d,
                     PAGE_ROW "WHERE instr(lower(p.key), lower(?1)) > 0"
                              " ORDER BY i.rank, p.place, p.path, p.part LIMIT 50",
                     "s", part);
}
