/* Headings over nothing: among adverts and notices no story's headline, over a table its title, over a photo
 * the photo's. */
#include "parse/builder.h"

/* The kind of a heading of so many words over block i, of which no story can be; KIND_HEADLINE where it may
 * be one whose text is lost. */
static line_kind kind_over(const page *p, size_t i, size_t words)
{
    enum { MOST_PHOTO_WORDS = 5 };
    switch (i < p->n_blocks ? p->blocks[i].kind : KIND_FURNITURE) {
    case KIND_FURNITURE:
    case KIND_FOLIO:
        return KIND_FURNITURE;
    case KIND_GRAPHIC:
        return KIND_GRAPHIC;
    case KIND_CAPTION:
        return words <= MOST_PHOTO_WORDS ? KIND_CAPTION : KIND_HEADLINE;
    default:
        return KIND_HEADLINE;
    }
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
        bool bare = a >= 0 && !p->articles[a].continued;
        size_t words = 0;
        for (end = first; end < p->n_blocks && p->blocks[end].article == a; end++) {
            bare &= p->blocks[end].kind == KIND_HEADLINE;
            words += b->lines[end].n_words;
        }
        line_kind kind = bare && n_blocks[a] == end - first ? kind_over(p, end, words) : KIND_HEADLINE;
        for (size_t i = first; kind != KIND_HEADLINE && i < end; i++) {
            p->blocks[i].kind = kind;
            p->blocks[i].article = -1;
        }
    }
}
