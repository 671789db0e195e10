/* Headings over nothing: among adverts and notices no story's headline, over a table its title. */
#include "parse/builder.h"

/* No story's: nothing that stands there could be what the heading is of. */
static bool is_beside_stories(const page *p, size_t i)
{
    if (i == p->n_blocks)
        return true;
    line_kind kind = p->blocks[i].kind;
    return kind == KIND_FURNITURE || kind == KIND_GRAPHIC || kind == KIND_FOLIO;
}

/* A few words over a photo's text and nothing else: of a headline of more the story may be lost. */
static bool is_over_photo(const builder *b, size_t first, size_t end)
{
    enum { MOST_WORDS = 5 };
    size_t captions = 0, words = 0;
    for (size_t i = first; i < end; i++) {
        line_kind kind = b->page->blocks[i].kind;
        if (kind != KIND_HEADLINE && kind != KIND_CAPTION)
            return false;
        captions += kind == KIND_CAPTION;
        words += kind == KIND_HEADLINE ? b->lines[i].n_words : 0;
    }
    return captions > 0 && words > 0 && words <= MOST_WORDS;
}

void drop_bare_headings(builder *b)
{
    page *p = b->page;
    size_t *n_blocks = arena_array(b->mem, p->n_articles + 1, sizeof *n_blocks);
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].article >= 0)
            n_blocks[p->blocks[i].article]++;
    for (size_t first = 0, end; first < p->n_blocks; first = end) {
        int32_t a = p->blocks[first].article;
        for (end = first + 1; end < p->n_blocks && p->blocks[end].article == a;)
            end++;
        if (a < 0 || n_blocks[a] != end - first || p->articles[a].continued)
            continue;
        size_t last = end;
        while (last < p->n_blocks && p->blocks[last].kind == KIND_CAPTION && p->blocks[last].article < 0)
            last++;
        if (is_over_photo(b, first, last)) {
            for (size_t i = first; i < end; i++) {
                p->blocks[i].kind = KIND_CAPTION;
                p->blocks[i].article = -1;
            }
            continue;
        }
        if (!is_beside_stories(p, end))
            continue;
        bool bare = true, table = end < p->n_blocks && p->blocks[end].kind == KIND_GRAPHIC;
        for (size_t i = first; i < end; i++)
            bare &= p->blocks[i].kind == KIND_HEADLINE;
        for (size_t i = first; bare && i < end; i++) {
            p->blocks[i].kind = table ? KIND_GRAPHIC : KIND_FURNITURE;
            p->blocks[i].article = -1;
        }
    }
}
