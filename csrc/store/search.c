#include "store/search.h"

#include "base/ascii.h"
#include "base/buf.h"

static bool has_word(str term)
{
    for (size_t i = 0; i < term.len; i++)
        if (ascii_is_alnum(term.ptr[i]) || (unsigned char)term.ptr[i] >= 0x80)
            return true;
    return false;
}

search_terms search_parse(arena *mem, str text)
{
    search_terms terms = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < text.len;) {
        bool quoted = text.ptr[i] == '"';
        size_t start = i + quoted, end = start;
        while (end < text.len && text.ptr[end] != '"' && (quoted || !ascii_is_space(text.ptr[end])))
            end++;
        const str term = {text.ptr + start, end - start};
        if (has_word(term)) {
            terms.items = arena_grow(mem, terms.items, terms.n, &capacity, sizeof *terms.items);
            terms.items[terms.n++] = term;
        }
        bool at_end_mark = end < text.len && (ascii_is_space(text.ptr[end]) || quoted);
        i = end + at_end_mark;
    }
    return terms;
}

/* Each term as a phrase of FTS5, which splits it at hyphens and the like as it did the articles. */
static str expression(arena *mem, const search_terms *terms, const char *between, const char *after)
{
    buf out = buf_in(mem);
    for (size_t i = 0; i < terms->n; i++) {
        buf_addf(&out, "%s\"", i ? between : "");
        buf_add(&out, terms->items[i]);
        buf_add(&out, STR("\""));
    }
    buf_add(&out, str_of(after));
    return buf_str(&out);
}

db_rows search_undated_pages(arena *mem, db *d, const search_terms *terms, int64_t page)
{
    return db_select(d,
                     "SELECT p.id, p.page_number FROM article_text AS t"
                     " JOIN page AS p ON p.id = t.rowid >> 24 JOIN issue AS i ON i.id = p.issue"
                     " JOIN page AS own ON own.id = ?2 JOIN issue AS own_issue ON own_issue.id = own.issue"
                     " WHERE article_text MATCH ?1 AND p.id <> own.id"
                     " AND (i.date_first IS NULL OR own_issue.date_first IS NULL)"
                     " ORDER BY bm25(article_text), p.path, p.part, t.rowid",
                     "si", expression(mem, terms, " OR ", ""), page);
}

db_rows search_articles(arena *mem, db *d, const search_terms *terms, int64_t limit)
{
    return db_select(d,
                     "SELECT p.id, a.position, p.key, i.title, p.page_number, a.headline, a.line"
                     " FROM article_text AS t"
                     " JOIN page AS p ON p.id = t.rowid >> 24"
                     " JOIN article AS a ON a.page = p.id AND a.position = (t.rowid & 16777215)"
                     " JOIN issue AS i ON i.id = p.issue"
                     " WHERE article_text MATCH ?1 ORDER BY bm25(article_text, 4.0, 1.0), i.rank, p.place,"
                     " p.path, p.part, a.position LIMIT ?2",
                     "si", expression(mem, terms, " ", " *"), limit);
}
