/* Stories by what only their whole texts tell: where one begins, and where it goes on under a crosshead. */
#include "parse/seam.h"

/* A box about a story repeats its headline. */
static void find_boxed_headline(builder *b, size_t boxed)
{
    page *p = b->page;
    size_t found = p->n_blocks;
    for (size_t i = 0; i < p->n_blocks; i++) {
        line_kind kind = p->blocks[i].kind;
        if ((kind != KIND_HEADLINE && kind != KIND_CROSSHEAD) ||
            !str_eq_nocase(p->blocks[i].text, p->blocks[boxed].text))
            continue;
        if (kind == KIND_HEADLINE)
            return;
        found = i;
    }
    if (found < p->n_blocks)
        p->blocks[found].kind = KIND_HEADLINE;
}

static void find_boxed_headlines(builder *b)
{
    enum { LEAST_WORDS = 3, MOST_LOOKED_AT = 32 };
    for (size_t i = 0, looked_at = 0; i < b->page->n_blocks && looked_at < MOST_LOOKED_AT; i++) {
        if (b->page->blocks[i].kind == KIND_SIDEBAR && b->lines[i].n_words >= LEAST_WORDS) {
            find_boxed_headline(b, i);
            looked_at++;
        }
    }
}

/* No story begins with a crosshead. */
static void find_first_headline(builder *b)
{
    page *p = b->page;
    size_t i = 0;
    while (i < p->n_blocks && p->blocks[i].kind != KIND_HEADLINE && !line_kind_is_text(p->blocks[i].kind))
        i++;
    for (; i < p->n_blocks && p->blocks[i].kind == KIND_CROSSHEAD; i++)
        p->blocks[i].kind = KIND_HEADLINE;
}

/* Under a crosshead stands no byline. */
static void find_signed_headlines(builder *b)
{
    block *blocks = b->page->blocks;
    for (size_t i = 0; i + 1 < b->page->n_blocks; i++)
        if (blocks[i].kind == KIND_CROSSHEAD &&
            (blocks[i + 1].kind == KIND_BYLINE || blocks[i + 1].kind == KIND_CONTINUED_LINE))
            blocks[i].kind = KIND_HEADLINE;
}

static bool is_of_story(line_kind kind)
{
    return kind == KIND_BODY || kind == KIND_BYLINE || kind == KIND_CROSSHEAD || kind == KIND_CONTINUED_LINE;
}

/* A headline over a jump line, with no text between them and none of its own below, is a teaser's. */
static void find_teasers(builder *b)
{
    block *blocks = b->page->blocks;
    size_t n = b->page->n_blocks;
    for (size_t i = 1; i < n; i++) {
        size_t first = i;
        while (first > 0 && blocks[first - 1].kind == KIND_HEADLINE)
            first--;
        if (blocks[i].kind != KIND_JUMP_LINE || first == i || (i + 1 < n && is_of_story(blocks[i + 1].kind)))
            continue;
        for (size_t k = first; k <= i; k++)
            blocks[k].kind = KIND_TEASER;
    }
}

/* "INSIDE" over teasers is their label. */
static void find_labels_of_teasers(builder *b)
{
    block *blocks = b->page->blocks;
    for (size_t i = 0; i + 1 < b->page->n_blocks; i++)
        if (blocks[i].kind == KIND_TEASER && blocks[i + 1].kind == KIND_TEASER &&
            line_is_inside_label(&b->lines[i]))
            blocks[i].kind = KIND_KICKER;
}

/* Many headings over no text are an advert; a rule between a headline's decks ends none. */
static void find_wordy_adverts(builder *b)
{
    enum { FEWEST_LINES = 5 };
    block *blocks = b->page->blocks;
    size_t n = b->page->n_blocks;
    for (size_t i = 0, end; i < n; i = end + 1) {
        for (end = i; end < n && (blocks[end].kind == KIND_HEADLINE || blocks[end].kind == KIND_BYLINE);
             end++)
            ;
        size_t next = end;
        bool many = end - i >= FEWEST_LINES;
        while (many && next < n && LOOKS(&b->lines[next], LOOK_NO_LETTERS))
            next++;
        line_kind below = next < n ? blocks[next].kind : KIND_FURNITURE;
        bool advert = many && (below == KIND_FURNITURE || below == KIND_GRAPHIC);
        for (size_t k = i; advert && k < end; k++)
            blocks[k].kind = KIND_FURNITURE;
    }
}

void part_stories(builder *b, const page_looks *looks, const kind_choice *choices)
{
    float evidence[SEAM_COUNT];
    find_wordy_adverts(b);
    find_first_headline(b);
    find_signed_headlines(b);
    find_boxed_headlines(b);
    for (seams *s = seams_new(b, looks, choices); seams_next(s, evidence);) {
        float odds = 0;
        for (int i = 0; i < SEAM_COUNT; i++)
            odds += seam_weights[i] * evidence[i];
        seams_decide(s, odds > 0);
    }
    find_teasers(b);
    find_labels_of_teasers(b);
}
