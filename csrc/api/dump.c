/* A page as one line of JSON, in the format of the scorer. */
#include "api/reading.h"
#include "base/buf.h"
#include "store/issue_rows.h"
#include "store/markers.h"
#include "store/pages.h"

typedef struct dump {
    query *q;
    buf out;
    const page *page;
    const lexicon *words;
    int64_t id, page_number; /* 0 unknown */
} dump;

static void add_key(dump *d, const char *key)
{
    char last = d->out.len ? d->out.ptr[d->out.len - 1] : '{';
    if (last != '{' && last != '[')
        buf_add_char(&d->out, ',');
    buf_addf(&d->out, "\"%s\":", key);
}

static void add_text(dump *d, const char *key, str value)
{
    add_key(d, key);
    if (value.len)
        buf_add_json(&d->out, value);
    else
        buf_add(&d->out, STR("null"));
}

/* Null where it is 0. */
static void add_number(dump *d, const char *key, int64_t value)
{
    add_key(d, key);
    if (value)
        buf_addf(&d->out, "%lld", (long long)value);
    else
        buf_add(&d->out, STR("null"));
}

static void add_article_id(dump *d, const char *key, int64_t index)
{
    add_key(d, key);
    if (index >= 0)
        buf_addf(&d->out, "\"a%lld\"", (long long)index + 1);
    else
        buf_add(&d->out, STR("null"));
}

static void begin_item(dump *d, char bracket)
{
    char last = d->out.len ? d->out.ptr[d->out.len - 1] : '[';
    if (last != '[' && last != ':')
        buf_add_char(&d->out, ',');
    buf_add_char(&d->out, bracket);
}

static void begin_list(dump *d, const char *key)
{
    add_key(d, key);
    buf_add_char(&d->out, '[');
}

/* ---- the parts of a page */

/* For each body block the one before it in reading order, whose join it has; repeats are left out. */
static int32_t *previous_bodies(dump *d)
{
    const page *p = d->page;
    int32_t *previous = arena_array(&d->q->page_mem, p->n_blocks, sizeof *previous);
    for (size_t i = 0; i < p->n_blocks; i++)
        previous[i] = -1;
    for (size_t a = 0; a < p->n_articles; a++) {
        int32_t last = -1;
        for (size_t i = 0; i < p->articles[a].n_reading; i++) {
            int32_t at = p->articles[a].reading[i];
            if (p->blocks[at].kind != KIND_BODY)
                continue;
            previous[at] = last;
            if (p->blocks[at].join != JOIN_DUP)
                last = at;
        }
    }
    return previous;
}

static void add_blocks(dump *d)
{
    const page *p = d->page;
    const int32_t *previous = previous_bodies(d);
    begin_list(d, "blocks");
    for (size_t i = 0; i < p->n_blocks; i++) {
        const block *b = &p->blocks[i], *before = previous[i] >= 0 ? &p->blocks[previous[i]] : NULL;
        const char *join = b->kind == KIND_BODY ? join_name(before, b, d->words) : NULL;
        begin_item(d, '{');
        add_number(d, "line", b->line);
        add_text(d, "kind", str_of(line_kind_name(b->kind)));
        add_article_id(d, "article", b->article);
        add_number(d, "order", b->order);
        add_text(d, "join", join ? str_of(join) : STR(""));
        buf_add_char(&d->out, '}');
    }
    buf_add_char(&d->out, ']');
}

static void add_paragraphs(dump *d, const article *a)
{
    const mended *m = mend_article(&d->q->page_mem, d->page, a, d->words);
    begin_list(d, "paragraphs");
    for (size_t i = 0; i < m->n_paragraphs; i++) {
        begin_item(d, '{');
        add_text(d, "kind", m->paragraphs[i].crosshead ? STR("crosshead") : STR("body"));
        add_key(d, "text");
        buf_add_json(&d->out, m->paragraphs[i].text);
        buf_add_char(&d->out, '}');
    }
    buf_add_char(&d->out, ']');
}

static void add_captions(dump *d, const article *a)
{
    begin_list(d, "captions");
    for (size_t i = 0; i < a->n_captions; i++) {
        begin_item(d, '{');
        add_key(d, "text");
        buf_add_json(&d->out, mend_text(&d->q->page_mem, a->captions[i].text, d->words));
        add_text(d, "credit", a->captions[i].credit);
        buf_add_char(&d->out, '}');
    }
    buf_add_char(&d->out, ']');
}

static void add_article(dump *d, size_t index)
{
    const article *a = &d->page->articles[index];
    begin_item(d, '{');
    add_article_id(d, "id", (int64_t)index);
    add_text(d, "headline", a->headline.len ? mend_text(&d->q->page_mem, a->headline, d->words) : STR(""));
    add_text(d, "kicker", a->kicker);
    begin_list(d, "bylines");
    for (size_t i = 0; i < a->n_bylines; i++) {
        if (i)
            buf_add_char(&d->out, ',');
        buf_add_json(&d->out, a->bylines[i]);
    }
    buf_add_char(&d->out, ']');
    int64_t from = a->continued_from ? a->continued_from : d->page_number - 1;
    add_number(d, "continued_from", a->continued && from > 0 ? from : 0);
    add_paragraphs(d, a);
    add_captions(d, a);
    buf_add_char(&d->out, '}');
}

/* ---- jumps and teasers, with what they lead to */

static void add_target(dump *d, const stored_marker *m)
{
    add_key(d, "target");
    if (!m->to_key.len) {
        buf_add(&d->out, STR("null"));
        return;
    }
    buf_add_char(&d->out, '{');
    add_text(d, "path", m->to_key);
    add_article_id(d, "article", m->to_article);
    add_text(d, "headline",
             m->to_headline.len ? mend_text(&d->q->page_mem, m->to_headline, d->words) : STR(""));
    buf_add_char(&d->out, '}');
}

static int64_t reader_page(const dump *d, int64_t number)
{
    return number >= 0 ? number : d->page_number ? d->page_number + 1 : 0;
}

static void add_jump(dump *d, const stored_marker *m)
{
    begin_item(d, '{');
    add_number(d, "line", m->line);
    add_article_id(d, "article", m->article);
    add_number(d, "page", reader_page(d, m->jump_page));
    add_text(d, "status", m->status);
    add_target(d, m);
    add_key(d, "confidence");
    /* Not as a real number: the host's locale might print a comma. */
    int parts = (int)(m->confidence * 10000 + 0.5);
    buf_addf(&d->out, "%d.%04d}", parts / 10000, parts % 10000);
}

static void add_teaser(dump *d, const stored_marker *m)
{
    begin_item(d, '{');
    add_text(d, "headline", m->headline);
    add_number(d, "page", reader_page(d, m->jump_page));
    add_text(d, "section", m->section);
    add_target(d, m);
    buf_add_char(&d->out, '}');
}

static void add_markers(dump *d)
{
    size_t n, teasers = 0;
    const stored_marker *markers = markers_load(&d->q->page_mem, d->q->db, d->id, &n);
    begin_list(d, "teasers");
    for (size_t i = 0; i < n; i++) {
        if (!markers[i].teaser)
            continue;
        /* A photo's refer has no headline of its own. */
        bool of_photo = teasers < d->page->n_teasers && d->page->teasers[teasers].of_photo;
        teasers++;
        if (!of_photo)
            add_teaser(d, &markers[i]);
    }
    buf_add(&d->out, STR("]"));
    begin_list(d, "jumps");
    for (size_t i = 0; i < n; i++)
        if (!markers[i].teaser)
            add_jump(d, &markers[i]);
    buf_add(&d->out, STR("]"));
}

/* ---- a page */

static void add_issue(dump *d, int64_t id)
{
    const issue *found = issue_load(&d->q->page_mem, d->q->db, id);
    const issue none = {.paper = {"", 0}};
    const issue *i = found ? found : &none;
    buf first = buf_in(&d->q->page_mem), last = buf_in(&d->q->page_mem);
    if (date_known(i->first))
        date_add_iso(&first, i->first);
    if (date_known(i->last))
        date_add_iso(&last, i->last);
    add_text(d, "paper", i->paper);
    add_number(d, "volume", i->volume);
    add_number(d, "number", i->number);
    add_text(d, "date_first", buf_str(&first));
    add_text(d, "date_last", buf_str(&last));
}

static void dump_page(query *q, const listed_page *listed, const lexicon *words)
{
    dump d = {.q = q,
              .page = reading_page(q, listed->id),
              .words = words,
              .out = buf_in(&q->page_mem),
              .id = listed->id,
              .page_number = listed->page_number};
    buf_add_char(&d.out, '{');
    add_text(&d, "path", listed->key);
    add_number(&d, "page", d.page_number);
    add_issue(&d, listed->issue);
    add_blocks(&d);
    begin_list(&d, "articles");
    for (size_t i = 0; i < d.page->n_articles; i++)
        add_article(&d, i);
    buf_add_char(&d.out, ']');
    add_markers(&d);
    buf_add_char(&d.out, '}');
    rows_add_text(q->rows, listed->key);
    rows_add_text(q->rows, buf_str(&d.out));
}

stdaily_status query_dump(query *q)
{
    size_t limit;
    int64_t after = 0;
    stdaily_status status = query_limit(q, q->args[1], &limit);
    if (status == STDAILY_OK && q->args[0].len)
        status = query_find_page(q, q->args[0], &after);
    const lexicon *words = reading_words(q);
    listed_page listed;
    while (status == STDAILY_OK && limit-- && pages_next(&q->mem, q->db, after, &listed)) {
        after = listed.id;
        dump_page(q, &listed, words);
    }
    return status;
}
