/* Any bytes through the pure half of the core: decode, split, parse, link, mend.  What comes out must keep
 * to the promises of its headers. */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "parse/decode.h"
#include "parse/lexicon.h"
#include "parse/link.h"
#include "parse/mend.h"
#include "parse/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
    if (!condition)
        abort();
}

static void check_block(const page *p, const block *b)
{
    require(b->line >= 1 && b->line <= p->n_lines);
    require(b->kind >= 0 && b->kind < KIND_COUNT);
    require(b->article >= -1 && b->article < (int32_t)p->n_articles);
    require(b->raw.ptr >= p->source.ptr && b->raw.ptr + b->raw.len <= p->source.ptr + p->source.len);
}

static void check_page(const page *p)
{
    for (size_t i = 0; i < p->n_blocks; i++) {
        check_block(p, &p->blocks[i]);
        require(i == 0 || p->blocks[i].line > p->blocks[i - 1].line);
    }
    for (size_t i = 0; i < p->n_articles; i++) {
        const article *a = &p->articles[i];
        for (size_t j = 0; j < a->n_reading; j++)
            require(a->reading[j] >= 0 && a->reading[j] < (int32_t)p->n_blocks);
    }
    for (size_t i = 0; i < p->n_jumps; i++) {
        require(p->jumps[i].block >= 0 && p->jumps[i].block < (int32_t)p->n_blocks);
        require(p->jumps[i].start_byte <= p->blocks[p->jumps[i].block].text.len);
    }
}

static void check_paragraph(const page *p, const paragraph *text)
{
    for (size_t i = 0; i < text->n_spans; i++) {
        require(text->spans[i].at_byte <= text->text.len);
        require(i == 0 || text->spans[i].at_byte >= text->spans[i - 1].at_byte);
        require(text->spans[i].line >= 1 && text->spans[i].line <= p->n_lines);
    }
    for (size_t i = 0; i < text->n_marks; i++) {
        require(text->marks[i].start_byte <= text->marks[i].end_byte);
        require(text->marks[i].end_byte <= text->text.len);
    }
}

static void read_page(arena *mem, str text)
{
    labels standing = {.known = text.len % 2};
    standing.keys = label_keys(mem, text, &standing.n);
    standing.n /= 2;
    page *p = page_parse(mem, text, &standing);
    check_page(p);
    lexicon *words = lexicon_new(mem);
    lexicon_add_text(words, text, 1);
    for (size_t i = 0; i < p->n_articles; i++) {
        mended *m = mend_article(mem, p, &p->articles[i], words);
        for (size_t j = 0; j < m->n_paragraphs; j++)
            check_paragraph(p, &m->paragraphs[j]);
        mend_text(mem, p->articles[i].headline, words);
    }
    size_t n_links = 0;
    link_page alone = {.page_number = p->folio.page_number, .sure = 1};
    alone.clues = clues_read(mem, clues_write(mem, p), &alone.n_clues);
    link_issue(mem, NULL, NULL, &alone, 1, &n_links);
    require(n_links == p->n_jumps + p->n_teasers);
}

static void read_file(arena *mem, str bytes)
{
    size_t n_pages = 0;
    str *pages = decode_pages(mem, decode(mem, bytes).text, &n_pages);
    require(n_pages >= 1);
    for (size_t i = 0; i < n_pages; i++)
        read_page(mem, pages[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const str bytes = {(const char *)data, size};
    arena mem = {0};
    if (!ARENA_FAILED(&mem))
        read_file(&mem, bytes);
    arena_free(&mem);
    return 0;
}
