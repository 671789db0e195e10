/* Full text search, with the passage that was found. */
#include "store/search.h"

#include "api/reading.h"
#include "base/ascii.h"
#include "base/buf.h"

enum { SNIPPET_BEFORE_BYTES = 60, SNIPPET_BYTES = 180 };

typedef struct passage {
    str text;
    uint32_t line;
} passage;

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

static str first_word(str term)
{
    size_t start = 0, end;
    while (start < term.len && !is_word_byte(term.ptr[start]))
        start++;
    for (end = start; end < term.len && is_word_byte(term.ptr[end]); end++)
        ;
    return (str){term.ptr + start, end - start};
}

/* Where a word of `text` starts with `word`, in any case; text.len for nowhere. */
static size_t find_word(str text, str word)
{
    for (size_t i = 0; i < text.len; i++)
        if ((i == 0 || !is_word_byte(text.ptr[i - 1])) && str_starts_nocase(str_from(text, i), word))
            return i;
    return text.len;
}

/* About SNIPPET_BYTES around `at`, cut between words. */
static str cut(arena *mem, str text, size_t at)
{
    size_t start = at > SNIPPET_BEFORE_BYTES ? at - SNIPPET_BEFORE_BYTES : 0;
    while (start && start < at && text.ptr[start - 1] != ' ')
        start++;
    size_t end = start + SNIPPET_BYTES < text.len ? start + SNIPPET_BYTES : text.len;
    while (end < text.len && end > at && text.ptr[end] != ' ')
        end--;
    if (end <= at)
        end = text.len;
    buf out = buf_in(mem);
    if (start)
        buf_add(&out, STR("\xe2\x80\xa6 "));
    buf_add(&out, (str){text.ptr + start, end - start});
    if (end < text.len)
        buf_add(&out, STR(" \xe2\x80\xa6"));
    return buf_str(&out);
}

static uint32_t line_at(const paragraph *p, size_t at)
{
    uint32_t line = p->n_spans ? p->spans[0].line : 1;
    for (size_t i = 0; i < p->n_spans && p->spans[i].at_byte <= at; i++)
        line = p->spans[i].line;
    return line;
}

/* The first passage with the first term that occurs at all; else the article's beginning. */
static passage find_passage(query *q, const lexicon *words, int64_t id, size_t position,
                            const search_terms *terms)
{
    const page *p = reading_page(q, id);
    if (position >= p->n_articles)
        return (passage){{"", 0}, 1};
    const mended *m = mend_article(&q->page_mem, p, &p->articles[position], words);
    for (size_t t = 0; t < terms->n; t++)
        for (size_t i = 0; i < m->n_paragraphs; i++) {
            size_t at = find_word(m->paragraphs[i].text, first_word(terms->items[t]));
            if (at < m->paragraphs[i].text.len)
                return (passage){cut(&q->page_mem, m->paragraphs[i].text, at),
                                 line_at(&m->paragraphs[i], at)};
        }
    return (passage){m->n_paragraphs ? cut(&q->page_mem, m->paragraphs[0].text, 0) : STR(""),
                     reading_line(p, p->articles[position].first_block)};
}

static void put_hit(query *q, const lexicon *words, const db_rows *hit, const search_terms *terms)
{
    size_t position = (size_t)db_int(hit, 1);
    const passage found = find_passage(q, words, db_int(hit, 0), position, terms);
    rows_add_column(q->rows, hit, 2);
    query_add_article(q, (int64_t)position);
    for (int column = 3; column <= 5; column++)
        rows_add_column(q->rows, hit, column);
    rows_add_int(q->rows, found.line);
    rows_add_text(q->rows, found.text);
}

stdaily_status query_search(query *q)
{
    size_t limit;
    stdaily_status status = query_limit(q, q->args[1], &limit);
    const search_terms terms = search_parse(&q->mem, q->args[0]);
    if (status != STDAILY_OK || !terms.n)
        return status;
    db_rows hits = search_articles(&q->mem, q->db, &terms, limit > INT64_MAX ? -1 : (int64_t)limit);
    const lexicon *words = reading_words(q);
    while (db_next(&hits))
        put_hit(q, words, &hits, &terms);
    return STDAILY_OK;
}
