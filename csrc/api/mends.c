/* What was changed in the words that the pages have. */
#include "api/row_out.h"
#include "store/lists.h"

static void put_mends(query *q, str key, int64_t position, const mended *m)
{
    for (size_t i = 0; i < m->n_mends; i++) {
        rows_add_text(q->rows, key);
        query_add_article(q, position);
        rows_add_int(q->rows, m->mends[i].line);
        rows_add_text(q->rows, row_out_show_nuls(&q->page_mem, m->mends[i].before));
        rows_add_text(q->rows, row_out_show_nuls(&q->page_mem, m->mends[i].after));
        rows_add_text(q->rows, str_of(m->mends[i].reason));
    }
}

typedef struct listed {
    int64_t id;
    str key;
} listed;

static listed *list_pages(query *q, scope s, size_t *n)
{
    listed *pages = NULL;
    size_t capacity = 0;
    *n = 0;
    db_rows rows = lists_page_ids(&q->mem, q->db, s);
    while (db_next(&rows)) {
        pages = arena_grow(&q->mem, pages, *n, &capacity, sizeof *pages);
        str key = db_text(&rows, 1);
        pages[(*n)++] = (listed){db_int(&rows, 0), {arena_copy(&q->mem, key.ptr, key.len), key.len}};
    }
    return pages;
}

stdaily_status query_mends(query *q)
{
    scope s;
    if (!lists_scope(q->db, q->args[0], &s))
        return fail(q->failure, STDAILY_NOT_FOUND, "no issue and no page %s in the archive %s",
                    q->args[0].ptr, q->archive->path);
    size_t n;
    const listed *pages = list_pages(q, s, &n);
    const lexicon *words = reading_words(q);
    for (size_t i = 0; i < n; i++) {
        const page *p = reading_page(q, pages[i].id);
        for (size_t a = 0; a < p->n_articles; a++)
            put_mends(q, pages[i].key, (int64_t)a, mend_article(&q->page_mem, p, &p->articles[a], words));
    }
    return STDAILY_OK;
}
