#include "store/digest.h"

#include "base/buf.h"
#include "parse/clue.h"
#include "parse/mend.h"
#include "parse/rarity.h"

enum { MOST_FIRST_WORDS_BYTES = 60 };

static uint32_t first_line(const page *p, const article *a)
{
    return a->first_block >= 0 && (size_t)a->first_block < p->n_blocks ? p->blocks[a->first_block].line : 1;
}

static str join_names(arena *mem, const str *names, size_t n)
{
    buf out = buf_in(mem);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_add(&out, STR(", "));
        buf_add(&out, names[i]);
    }
    return buf_str(&out);
}

/* What the index holds of an article must not change when other pages do, so that its words are mended
 * by those of its own page. */
static str body_text(arena *mem, const page *p, const article *a, const lexicon *words)
{
    buf out = buf_in(mem);
    const mended *m = mend_article(mem, p, a, words);
    for (size_t i = 0; i < m->n_paragraphs; i++) {
        buf_add(&out, m->paragraphs[i].text);
        buf_add_char(&out, '\n');
    }
    for (size_t i = 0; i < a->n_captions; i++) {
        buf_add(&out, mend_text(mem, a->captions[i].text, words));
        buf_add_char(&out, '\n');
    }
    return buf_str(&out);
}

static str first_words(arena *mem, str body)
{
    size_t end = 0;
    while (end < body.len && body.ptr[end] != '\n' && end < MOST_FIRST_WORDS_BYTES)
        end++;
    if (end < body.len && body.ptr[end] != '\n') {
        size_t cut = end;
        while (cut && body.ptr[cut] != ' ')
            cut--;
        while (!cut && end && (body.ptr[end] & 0xC0) == 0x80)
            end--;
        end = cut ? cut : end;
    }
    buf out = buf_in(mem);
    buf_add(&out, STR("(no headline)"));
    if (end) {
        buf_add_char(&out, ' ');
        buf_add(&out, str_to(body, end));
        buf_add(&out, STR(" \xe2\x80\xa6"));
    }
    return buf_str(&out);
}

static article_digest digest_article(arena *mem, const page *p, size_t index, const lexicon *words)
{
    const article *a = &p->articles[index];
    article_digest d = {.printed = a->headline,
                        .kicker = a->kicker,
                        .bylines = join_names(mem, a->bylines, a->n_bylines),
                        .line = first_line(p, a),
                        .continued_from = a->continued ? a->continued_from : DIGEST_NONE,
                        .jump_page = DIGEST_NONE,
                        .body = body_text(mem, p, a, words)};
    d.headline = a->headline.len ? mend_text(mem, a->headline, words) : first_words(mem, d.body);
    return d;
}

static uint32_t line_of(const page *p, int32_t index)
{
    return index >= 0 && (size_t)index < p->n_blocks ? p->blocks[index].line : 1;
}

static void digest_markers(arena *mem, const page *p, page_digest *d)
{
    d->markers = arena_array(mem, p->n_jumps + p->n_teasers, sizeof *d->markers);
    for (size_t i = 0; i < p->n_jumps; i++)
        d->markers[d->n_markers++] = (marker_digest){.position = (int32_t)i,
                                                     .line = line_of(p, p->jumps[i].block),
                                                     .article = p->jumps[i].article,
                                                     .page = p->jumps[i].page};
    for (size_t i = 0; i < p->n_teasers; i++)
        d->markers[d->n_markers++] = (marker_digest){.teaser = true,
                                                     .position = (int32_t)i,
                                                     .line = line_of(p, p->teasers[i].first_block),
                                                     .article = -1,
                                                     .headline = p->teasers[i].headline,
                                                     .section = p->teasers[i].section,
                                                     .page = p->teasers[i].page};
}

static void digest_clues(arena *mem, const page *p, page_digest *d)
{
    size_t n;
    d->clues = clues_write(mem, p);
    const clue *clues = clues_read(mem, d->clues, &n);
    d->clue_words = rarity_keys(mem, clues, n, &d->n_clue_words);
    clue_head *heads = arena_array(mem, n, sizeof *heads);
    for (size_t i = 0; i < n; i++)
        heads[i] = clue_head_of(&clues[i]);
    d->heads = (str){(const char *)heads, n * sizeof *heads};
}

page_digest digest_page(arena *mem, str key, str text, const labels *standing)
{
    const page *p = page_parse(mem, text, standing);
    page_digest d = {.key = key,
                     .evidence = {.key = key,
                                  .paper = p->folio.paper,
                                  .volume = p->folio.volume,
                                  .number = p->folio.number,
                                  .page_number = p->folio.page_number,
                                  .first = p->folio.first,
                                  .last = p->folio.last,
                                  .not_before = p->not_before},
                     .articles = arena_array(mem, p->n_articles, sizeof(article_digest)),
                     .n_articles = p->n_articles,
                     .words = lexicon_new(mem)};
    digest_markers(mem, p, &d);
    digest_clues(mem, p, &d);
    lexicon_add_text(d.words, text, 1);
    for (size_t i = 0; i < p->n_articles; i++)
        d.articles[i] = digest_article(mem, p, i, d.words);
    for (size_t i = 0; i < p->n_jumps; i++)
        if (p->jumps[i].article >= 0)
            d.articles[p->jumps[i].article].jump_page = p->jumps[i].page;
    return d;
}

static void add_date(buf *out, date when)
{
    if (date_known(when))
        date_add_iso(out, when);
    buf_add_char(out, '\n');
}

/* All of it, but for its words and its key, as one text. */
static str digest_print(arena *mem, const page_digest *d)
{
    const place_evidence *e = &d->evidence;
    buf out = buf_in(mem);
    buf_addf(&out, "%d %d %d %zu ", e->volume, e->number, e->page_number, e->paper.len);
    buf_add(&out, e->paper);
    add_date(&out, e->first);
    add_date(&out, e->last);
    add_date(&out, e->not_before);
    for (size_t i = 0; i < d->n_articles; i++) {
        const article_digest *a = &d->articles[i];
        const str texts[] = {a->headline, a->printed, a->kicker, a->bylines, a->body};
        buf_addf(&out, "article %u %d %d\n", a->line, a->continued_from, a->jump_page);
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
            buf_addf(&out, "%zu ", texts[k].len);
            buf_add(&out, texts[k]);
        }
    }
    for (size_t i = 0; i < d->n_markers; i++) {
        const marker_digest *m = &d->markers[i];
        buf_addf(&out, "marker %d %d %u %d %d %zu %zu ", m->teaser, m->position, m->line, m->article, m->page,
                 m->headline.len, m->section.len);
        buf_add(&out, m->headline);
        buf_add(&out, m->section);
    }
    buf_add(&out, d->clues);
    return buf_str(&out);
}

bool digest_same(arena *mem, const page_digest *a, const page_digest *b)
{
    return str_eq(digest_print(mem, a), digest_print(mem, b));
}
