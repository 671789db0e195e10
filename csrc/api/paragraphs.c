/* What a reader reads of an article or of a page, from the top. */
#include <stdlib.h>

#include "api/row_out.h"
#include "base/buf.h"
#include "base/lower_bound.h"
#include "store/lists.h"
#include "store/pages.h"

/* What stands between an article's paragraphs. */
typedef struct insert {
    int32_t article, block; /* sorted by these */
    int32_t after;          /* the paragraph before it; -1 none */
    enum { INSERT_CAPTION, INSERT_JUMP, INSERT_BLOCK } kind;
    size_t index; /* of the article's captions, the page's jumps */
} insert;

typedef struct view {
    query *q;
    int64_t id;
    const page *page;
    const lexicon *words;
    int32_t *paragraph_of; /* by line, of the article shown; -1 */
    int32_t *before;       /* by block: the one before it that is of the same article; -1 */
    int32_t *kicker;       /* by article: the block of its kicker; -1 */
    insert *inserts;
    size_t n_inserts, insert_capacity;
} view;

static void put(const view *v, const char *role, str text, uint32_t line, str note)
{
    const row_out row = {.role = role, .text = text, .line = line, .note = note};
    row_out_put(v->q, &row);
}

static void put_caption(const view *v, const caption *c)
{
    size_t n = (size_t)(c->last_block - c->first_block) + 1;
    int32_t *blocks = arena_array(&v->q->mem, n, sizeof *blocks);
    for (size_t i = 0; i < n; i++)
        blocks[i] = c->first_block + (int32_t)i;
    bool only_credit = !c->text.len;
    row_out row = {.role = only_credit ? "credit" : "caption",
                   .text = only_credit ? c->credit : mend_text(&v->q->mem, c->text, v->words),
                   .line = reading_line(v->page, c->first_block),
                   .credit = only_credit ? STR("") : c->credit};
    row.spans = row_out_spans(&v->q->mem, row.text, v->page, blocks, n, &row.n_spans);
    row_out_put(v->q, &row);
}

static void put_jump(const view *v, size_t index)
{
    const jump *j = &v->page->jumps[index];
    put(v, "jump", reading_jump_text(v->page, j), reading_line(v->page, j->block),
        lists_marker_message(&v->q->mem, v->q->db, v->id, false, (int64_t)index));
}

static const char *role_of(line_kind kind)
{
    switch (kind) {
    case KIND_KICKER:
    case KIND_HEADLINE:
    case KIND_BYLINE:
    case KIND_CROSSHEAD:
    case KIND_BODY:
    case KIND_GRAPHIC:
    case KIND_SIDEBAR:
        return line_kind_name(kind);
    default:
        return NULL;
    }
}

static void put_block(const view *v, int32_t index)
{
    const block *b = &v->page->blocks[index];
    put(v, role_of(b->kind), b->text, b->line, STR(""));
}

static void put_insert(const view *v, const insert *i)
{
    if (i->kind == INSERT_CAPTION)
        put_caption(v, &v->page->articles[i->article].captions[i->index]);
    else if (i->kind == INSERT_JUMP)
        put_jump(v, i->index);
    else
        put_block(v, i->block);
}

/* ---- the head of an article */

static bool is_of_deck(const article *a, int32_t index)
{
    return a->deck_block >= 0 && index >= a->deck_block;
}

static void put_headline(const view *v, const article *a)
{
    int32_t *blocks = arena_array(&v->q->mem, a->n_reading, sizeof *blocks);
    size_t n = 0;
    for (size_t i = 0; i < a->n_reading; i++)
        if (v->page->blocks[a->reading[i]].kind == KIND_HEADLINE && !is_of_deck(a, a->reading[i]))
            blocks[n++] = a->reading[i];
    row_out row = {.role = "headline",
                   .text = mend_text(&v->q->mem, a->headline, v->words),
                   .line = reading_line(v->page, n ? blocks[0] : a->first_block)};
    row.spans = row_out_spans(&v->q->mem, row.text, v->page, blocks, n, &row.n_spans);
    row_out_put(v->q, &row);
}

/* Those above the text, or those that sign it. */
static void put_bylines(const view *v, const article *a, bool below)
{
    bool text_above = false;
    for (size_t i = 0; i < a->n_reading; i++) {
        line_kind kind = v->page->blocks[a->reading[i]].kind;
        text_above |= kind == KIND_BODY;
        if (kind == KIND_BYLINE && text_above == below)
            put_block(v, a->reading[i]);
    }
}

static void put_head(const view *v, int32_t index)
{
    const article *a = &v->page->articles[index];
    if (a->kicker.len)
        put(v, "kicker", a->kicker,
            reading_line(v->page, v->kicker[index] >= 0 ? v->kicker[index] : a->first_block), STR(""));
    if (a->headline.len)
        put_headline(v, a);
    for (size_t i = 0; i < a->n_reading; i++)
        if (v->page->blocks[a->reading[i]].kind == KIND_HEADLINE && is_of_deck(a, a->reading[i]))
            put(v, "deck", v->page->blocks[a->reading[i]].text, reading_line(v->page, a->reading[i]),
                STR(""));
    put_bylines(v, a, false);
    if (a->continued && a->continued_block >= 0)
        put(v, "continued", v->page->blocks[a->continued_block].text,
            reading_line(v->page, a->continued_block),
            lists_continued_note(&v->q->mem, v->q->db, v->id, index, a->continued_from));
}

/* ---- its paragraphs */

static const char *mark_note(mark_kind kind)
{
    static const char *const notes[] = {[MARK_GAP] = "text is missing here",
                                        [MARK_DUP] = "a repeated stretch is left out here",
                                        [MARK_GARBLE] = "two columns are interleaved here"};
    return notes[kind];
}

static void put_paragraph(const view *v, const paragraph *p)
{
    buf note = buf_in(&v->q->mem);
    for (size_t i = 0; i < p->n_marks; i++) {
        const mark *m = &p->marks[i];
        if (m->kind == MARK_GAP && m->start_byte == 0)
            put(v, "gap", STR("[\xe2\x80\xa6]"), m->line, str_of(mark_note(m->kind)));
        else
            buf_addf(&note, "%s%s", note.len ? "; " : "", mark_note(m->kind));
    }
    const row_out row = {.role = p->crosshead ? "crosshead" : "body",
                         .text = p->text,
                         .line = p->n_spans ? p->spans[0].line : 1,
                         .spans = p->spans,
                         .n_spans = p->n_spans,
                         .note = buf_str(&note),
                         .marks = p->marks,
                         .n_marks = p->n_marks};
    row_out_put(v->q, &row);
}

/* After which paragraph it stands: that of the nearest line of the article above it, but never between a
 * crosshead and its text. */
static int32_t paragraph_before(const view *v, const mended *m, const insert *i)
{
    bool in_line = i->kind == INSERT_JUMP && v->page->jumps[i->index].start_byte > 0;
    int32_t at = in_line ? i->block : v->before[i->block];
    while (at >= 0 && v->paragraph_of[v->page->blocks[at].line] < 0)
        at = v->before[at];
    if (at < 0)
        return i->kind == INSERT_JUMP ? (int32_t)m->n_paragraphs - 1 : -1;
    int32_t before = v->paragraph_of[v->page->blocks[at].line];
    return before - m->paragraphs[before].crosshead;
}

static int compare_after(const void *a, const void *b)
{
    const insert *x = a, *y = b;
    if (x->after != y->after)
        return x->after < y->after ? -1 : 1;
    return (x->block > y->block) - (x->block < y->block);
}

static int compare_inserts(const void *a, const void *b)
{
    const insert *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->block > y->block) - (x->block < y->block);
}

static bool is_before(const void *item, const void *key)
{
    return ((const insert *)item)->article < *(const int32_t *)key;
}

/* The inserts of one article. */
static insert *inserts_of(const view *v, int32_t index, size_t *n)
{
    size_t first = lower_bound(v->inserts, v->n_inserts, sizeof *v->inserts, &index, is_before);
    for (*n = 0; first + *n < v->n_inserts && v->inserts[first + *n].article == index; (*n)++)
        ;
    return v->inserts + first;
}

static void put_article(const view *v, int32_t index)
{
    const mended *m = mend_article(&v->q->mem, v->page, &v->page->articles[index], v->words);
    for (size_t i = 0; i < m->n_paragraphs; i++)
        for (size_t k = 0; k < m->paragraphs[i].n_spans; k++)
            v->paragraph_of[m->paragraphs[i].spans[k].line] = (int32_t)i;
    size_t n, at = 0;
    insert *inserts = inserts_of(v, index, &n);
    for (size_t i = 0; i < n; i++)
        inserts[i].after = paragraph_before(v, m, &inserts[i]);
    if (n)
        qsort(inserts, n, sizeof *inserts, compare_after);
    put_head(v, index);
    for (int32_t i = -1; i < (int32_t)m->n_paragraphs; i++) {
        if (i >= 0)
            put_paragraph(v, &m->paragraphs[i]);
        for (; at < n && inserts[at].after == i; at++)
            put_insert(v, &inserts[at]);
    }
    put_bylines(v, &v->page->articles[index], true);
}

/* ---- what the page holds */

static void add_insert(view *v, insert i)
{
    v->inserts = arena_grow(&v->q->mem, v->inserts, v->n_inserts, &v->insert_capacity, sizeof *v->inserts);
    v->inserts[v->n_inserts++] = i;
}

static void collect_inserts(view *v)
{
    const page *p = v->page;
    for (size_t a = 0; a < p->n_articles; a++)
        for (size_t i = 0; i < p->articles[a].n_captions; i++)
            add_insert(v, (insert){.article = (int32_t)a,
                                   .block = p->articles[a].captions[i].first_block,
                                   .kind = INSERT_CAPTION,
                                   .index = i});
    for (size_t i = 0; i < p->n_jumps; i++)
        add_insert(v, (insert){.article = p->jumps[i].article,
                               .block = p->jumps[i].block,
                               .kind = INSERT_JUMP,
                               .index = i});
    for (size_t i = 0; i < p->n_blocks; i++) {
        const block *b = &p->blocks[i];
        if (b->article >= 0 ? b->kind == KIND_GRAPHIC || b->kind == KIND_SIDEBAR : role_of(b->kind) != NULL)
            add_insert(v, (insert){.article = b->article, .block = (int32_t)i, .kind = INSERT_BLOCK});
    }
    if (v->n_inserts)
        qsort(v->inserts, v->n_inserts, sizeof *v->inserts, compare_inserts);
}

static view view_of(query *q, int64_t id)
{
    view v = {.q = q, .id = id, .page = reading_page(q, id), .words = reading_words(q)};
    const page *p = v.page;
    v.paragraph_of = arena_array(&q->mem, (size_t)p->n_lines + 2, sizeof *v.paragraph_of);
    for (size_t i = 0; i < (size_t)p->n_lines + 2; i++)
        v.paragraph_of[i] = -1;
    v.before = arena_array(&q->mem, p->n_blocks, sizeof *v.before);
    v.kicker = arena_array(&q->mem, p->n_articles, sizeof *v.kicker);
    int32_t *last = arena_array(&q->mem, p->n_articles + 1, sizeof *last);
    for (size_t i = 0; i <= p->n_articles; i++)
        last[i] = -1;
    for (size_t i = 0; i < p->n_articles; i++)
        v.kicker[i] = -1;
    for (size_t i = 0; i < p->n_blocks; i++) {
        int32_t of = p->blocks[i].article;
        v.before[i] = last[of + 1];
        last[of + 1] = (int32_t)i;
        if (of >= 0 && p->blocks[i].kind == KIND_KICKER && v.kicker[of] < 0)
            v.kicker[of] = (int32_t)i;
    }
    collect_inserts(&v);
    return v;
}

/* ---- a page whole */

typedef struct part {
    int32_t block;
    enum { PART_ARTICLE, PART_PHOTO, PART_TEASER, PART_INSERT } kind;
    size_t index;
} part;

static int compare_parts(const void *a, const void *b)
{
    const part *x = a, *y = b;
    return (x->block > y->block) - (x->block < y->block);
}

static void put_teaser(const view *v, size_t index)
{
    const teaser *t = &v->page->teasers[index];
    put(v, "teaser", t->headline, reading_line(v->page, t->first_block),
        lists_marker_message(&v->q->mem, v->q->db, v->id, true, (int64_t)index));
}

static void put_part(const view *v, const part *p)
{
    switch (p->kind) {
    case PART_ARTICLE:
        put_article(v, (int32_t)p->index);
        break;
    case PART_PHOTO:
        put_caption(v, &v->page->photos[p->index]);
        break;
    case PART_TEASER:
        put_teaser(v, p->index);
        break;
    case PART_INSERT:
        put_insert(v, &v->inserts[p->index]);
        break;
    }
}

static void put_page(const view *v)
{
    const page *p = v->page;
    size_t n = 0, n_loose;
    inserts_of(v, -1, &n_loose);
    part *parts =
        arena_array(&v->q->mem, p->n_articles + p->n_photos + p->n_teasers + n_loose, sizeof *parts);
    for (size_t i = 0; i < p->n_articles; i++)
        parts[n++] = (part){p->articles[i].first_block, PART_ARTICLE, i};
    for (size_t i = 0; i < p->n_photos; i++)
        parts[n++] = (part){p->photos[i].first_block, PART_PHOTO, i};
    for (size_t i = 0; i < p->n_teasers; i++)
        parts[n++] = (part){p->teasers[i].first_block, PART_TEASER, i};
    for (size_t i = 0; i < n_loose; i++)
        parts[n++] = (part){v->inserts[i].block, PART_INSERT, i};
    if (n)
        qsort(parts, n, sizeof *parts, compare_parts);
    for (size_t i = 0; i < n; i++)
        put_part(v, &parts[i]);
}

stdaily_status query_paragraphs(query *q)
{
    int64_t id, position = -1;
    stdaily_status status = q->args[1].len ? query_find_article(q, q->args[0], q->args[1], &id, &position)
                                           : query_find_page(q, q->args[0], &id);
    if (status != STDAILY_OK)
        return status;
    const view v = view_of(q, id);
    if (position < 0)
        put_page(&v);
    else if ((size_t)position < v.page->n_articles)
        put_article(&v, (int32_t)position);
    return STDAILY_OK;
}

stdaily_status query_source(query *q)
{
    int64_t id;
    stdaily_status status = query_find_page(q, q->args[0], &id);
    if (status != STDAILY_OK)
        return status;
    str text = pages_text(&q->mem, q->db, id);
    while (text.len) {
        size_t end = str_find(text, STR("\n"));
        rows_add_text(q->rows, row_out_show_nuls(&q->mem, str_to(text, end)));
        text = str_from(text, end + 1);
    }
    return STDAILY_OK;
}
