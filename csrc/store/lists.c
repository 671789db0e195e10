#include "store/lists.h"

#include "base/buf.h"

bool lists_scope(db *d, str key, scope *out)
{
    *out = (scope){.kind = SCOPE_ARCHIVE};
    if (!key.len)
        return true;
    out->kind = SCOPE_ISSUE;
    out->id = db_get(d, "SELECT id FROM issue WHERE key = ?1", "s", key);
    if (out->id)
        return true;
    out->kind = SCOPE_PAGE;
    out->id = lists_page(d, key);
    return out->id != 0;
}

int64_t lists_page(db *d, str key)
{
    return db_get(d, "SELECT id FROM page WHERE key = ?1", "s", key);
}

db_rows lists_info(db *d)
{
    return db_select(d,
                     "SELECT (SELECT count(*) FROM file),"
                     " coalesce((SELECT sum(pages) FROM issue), 0),"
                     " (SELECT count(*) FROM issue WHERE id <> 0),"
                     " coalesce((SELECT pages FROM issue WHERE id = 0), 0),"
                     " coalesce((SELECT sum(articles) FROM issue), 0),"
                     " coalesce(sum(teaser = 0), 0),"
                     " coalesce(sum(teaser = 0 AND status = 'linked'), 0),"
                     " coalesce(sum(teaser = 0 AND status = 'page-missing'), 0),"
                     " coalesce(sum(teaser = 0 AND status = 'unmatched'), 0),"
                     " coalesce(sum(teaser), 0),"
                     " coalesce(sum(teaser AND status = 'linked'), 0),"
                     " (SELECT count(*) FROM message),"
                     " (SELECT value FROM meta WHERE name = 'refreshed_at'),"
                     " (SELECT count(*) FROM correction)"
                     " FROM marker",
                     "");
}

db_rows lists_messages(db *d)
{
    return db_select(d, "SELECT path, line, text FROM message ORDER BY origin > 0, path, line", "");
}

db_rows lists_issues(db *d)
{
    return db_select(d,
                     "SELECT key, title, paper, volume, number, date_first, date_last, pages, articles"
                     " FROM issue ORDER BY rank",
                     "");
}

/* The tables are joined in this very order, which is that of their indexes, so that nothing is sorted. */
static db_rows list(arena *mem, db *d, scope s, const char *columns, const char *joins, const char *order)
{
#define BY_ISSUE "issue AS i CROSS JOIN page AS p ON p.issue = i.id"
    static const char *const tables[] = {[SCOPE_ARCHIVE] = BY_ISSUE,
                                         [SCOPE_ISSUE] = BY_ISSUE,
                                         [SCOPE_PAGE] = "page AS p CROSS JOIN issue AS i ON i.id = p.issue"};
    static const char *const conditions[] = {
        [SCOPE_ARCHIVE] = "?1 = 0", [SCOPE_ISSUE] = "i.id = ?1", [SCOPE_PAGE] = "p.id = ?1"};
    buf sql = buf_in(mem);
    buf_addf(&sql, "SELECT %s FROM %s %s WHERE %s ORDER BY i.rank, p.place, p.path, p.part%s", columns,
             tables[s.kind], joins, conditions[s.kind], order);
    return db_select_once(d, sql.ptr, "i", s.id);
}

db_rows lists_pages(arena *mem, db *d, scope s)
{
    return list(mem, d, s,
                "p.key, i.key, p.page_number, i.volume, i.number, i.date_first, i.date_last,"
                " p.not_before, p.evidence, p.articles",
                "", "");
}

db_rows lists_page_ids(arena *mem, db *d, scope s)
{
    return list(mem, d, s, "p.id, p.key", "", "");
}

/* A page number as it is told to a reader: -1 stands for "next page", 0 for one that is lost. */
#define JUMP_PAGE(column)                                                                                    \
    "CASE " column " WHEN -1 THEN p.page_number + 1 WHEN 0 THEN NULL ELSE " column " END"

#define ARTICLE_COLUMNS                                                                                      \
    "p.key, 'a' || (a.position + 1), i.key, i.title, p.page_number, a.headline, a.kicker, a.bylines,"        \
    " a.line, CASE a.continued_from WHEN 0 THEN p.page_number - 1 ELSE a.continued_from END, " JUMP_PAGE(    \
        "a.jump_page")

db_rows lists_articles(arena *mem, db *d, scope s)
{
    return list(mem, d, s, ARTICLE_COLUMNS, "CROSS JOIN article AS a ON a.page = p.id", ", a.position");
}

db_rows lists_shelf(db *d)
{
    return db_select(d,
                     "SELECT p.id, p.key, i.key, i.title, p.page_number, p.articles FROM issue AS i"
                     " CROSS JOIN page AS p ON p.issue = i.id ORDER BY i.rank, p.place, p.path, p.part",
                     "");
}

db_rows lists_headlines(db *d)
{
    return db_select(d, "SELECT page, position, headline FROM article ORDER BY page, position", "");
}

db_rows lists_article(db *d, int64_t page, int64_t position)
{
    return db_select(d,
                     "SELECT " ARTICLE_COLUMNS " FROM article AS a JOIN page AS p ON p.id = a.page"
                     " JOIN issue AS i ON i.id = p.issue WHERE a.page = ?1 AND a.position = ?2",
                     "ii", page, position);
}

db_rows lists_place(db *d, int64_t page, int64_t position)
{
    return db_select(d, "SELECT line, headline FROM article WHERE page = ?1 AND position = ?2", "ii", page,
                     position);
}

#define TARGET_COLUMNS                                                                                       \
    JUMP_PAGE("m.jump_page")                                                                                 \
    ", m.status, tp.key, 'a' || (m.to_article + 1), ta.headline, ta.line, m.confidence,"                     \
    " m.evidence, m.message, CASE m.teaser WHEN 1 THEN 't' ELSE 'j' END || (m.position + 1),"                \
    " EXISTS (SELECT 1 FROM correction AS c WHERE (c.page, c.teaser, c.position) ="                          \
    "  (m.page, m.teaser, m.position)), tp.page_number"

#define TARGET_JOINS                                                                                         \
    " LEFT JOIN page AS tp ON tp.id = m.to_page"                                                             \
    " LEFT JOIN article AS ta ON ta.page = m.to_page AND ta.position = m.to_article"

db_rows lists_jumps(arena *mem, db *d, scope s)
{
    return list(mem, d, s, "p.key, 'a' || (m.article + 1), a.headline, m.line, " TARGET_COLUMNS,
                "CROSS JOIN marker AS m ON m.page = p.id AND m.teaser = 0"
                " LEFT JOIN article AS a ON a.page = m.page AND a.position = m.article" TARGET_JOINS,
                ", m.position");
}

db_rows lists_teasers(arena *mem, db *d, scope s)
{
    return list(mem, d, s, "p.key, m.line, m.headline, m.section, " TARGET_COLUMNS,
                "CROSS JOIN marker AS m ON m.page = p.id AND m.teaser = 1" TARGET_JOINS, ", m.position");
}

db_rows lists_origins(db *d, int64_t page, int64_t position)
{
    return db_select(
        d,
        "SELECT p.key, 'a' || (m.article + 1), coalesce(m.headline, a.headline), m.line, m.confidence,"
        " m.evidence, CASE m.teaser WHEN 1 THEN 'announced on ' ELSE 'continued from ' END ||"
        " coalesce('page ' || p.page_number, p.key) || coalesce(': ' || coalesce(m.headline, a.headline), '')"
        " FROM marker AS m JOIN page AS p ON p.id = m.page"
        " LEFT JOIN article AS a ON a.page = m.page AND a.position = m.article"
        " WHERE m.to_page = ?1 AND m.to_article = ?2 ORDER BY m.teaser, m.confidence DESC, p.path, p.part,"
        " m.position",
        "ii", page, position);
}

/* The first column of the first row. */
static str take_text(arena *mem, db_rows rows)
{
    str text = {"", 0};
    if (db_next(&rows)) {
        text = db_text(&rows, 0);
        text.ptr = arena_copy(mem, text.ptr, text.len);
        db_done(&rows);
    }
    return text;
}

str lists_marker_message(arena *mem, db *d, int64_t page, bool teaser, int64_t position)
{
    return take_text(mem, db_select(d,
                                    "SELECT message FROM marker"
                                    " WHERE page = ?1 AND teaser = ?2 AND position = ?3",
                                    "iii", page, (int64_t)teaser, position));
}

str lists_continued_note(arena *mem, db *d, int64_t page, int64_t position, int32_t from)
{
    str origin =
        take_text(mem, db_select(d,
                                 "SELECT 'continued from ' || coalesce('page ' || p.page_number, p.key)"
                                 " || coalesce(': ' || a.headline, '')"
                                 " FROM marker AS m JOIN page AS p ON p.id = m.page"
                                 " LEFT JOIN article AS a ON a.page = m.page AND a.position = m.article"
                                 " WHERE m.to_page = ?1 AND m.to_article = ?2 AND m.teaser = 0"
                                 " ORDER BY m.confidence DESC, p.path, p.part, m.position",
                                 "ii", page, position));
    if (origin.len)
        return origin;
    return take_text(
        mem, db_select(d,
                       "SELECT CASE"
                       " WHEN f.number IS NULL OR f.number < 1 THEN 'it began on a page that is not known'"
                       " WHEN i.id = 0 THEN 'it began on page ' || f.number || ' of an issue not known'"
                       " WHEN EXISTS (SELECT 1 FROM page AS o WHERE o.issue = i.id"
                       "  AND o.page_number = f.number)"
                       " THEN 'no jump line on page ' || f.number || ' was found to lead here'"
                       " ELSE 'page ' || f.number || ' of ' || i.title || ', is not in this archive' END"
                       " FROM page AS p JOIN issue AS i ON i.id = p.issue"
                       " JOIN (SELECT CASE ?2 WHEN 0 THEN page_number - 1 ELSE ?2 END AS number FROM page"
                       "  WHERE id = ?1) AS f"
                       " WHERE p.id = ?1",
                       "ii", page, (int64_t)from));
}
