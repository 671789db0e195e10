#include "parse/page.h"

#include "parse/builder.h"
#include "parse/credit.h"
#include "parse/kind.h"

const char *line_kind_name(line_kind kind)
{
    static const char *const names[KIND_COUNT] = {
        [KIND_NAMEPLATE] = "nameplate", [KIND_FOLIO] = "folio",
        [KIND_TEASER] = "teaser",       [KIND_KICKER] = "kicker",
        [KIND_HEADLINE] = "headline",   [KIND_BYLINE] = "byline",
        [KIND_CROSSHEAD] = "crosshead", [KIND_BODY] = "body",
        [KIND_CAPTION] = "caption",     [KIND_GRAPHIC] = "graphic",
        [KIND_JUMP_LINE] = "jump_line", [KIND_CONTINUED_LINE] = "continued_line",
        [KIND_SIDEBAR] = "sidebar",     [KIND_FURNITURE] = "furniture",
    };
    return names[kind];
}

/* Each line's kind: that of the unit it is part of. */
static line_kind *decide_kinds(builder *b, size_t n)
{
    size_t n_units, *first = arena_array(b->mem, n, sizeof *first);
    line *units = units_of(b->mem, b->lines, n, first, &n_units);
    line_kind *of_units = arena_array(b->mem, n, sizeof *of_units),
              *kinds = arena_array(b->mem, n, sizeof *kinds);
    kinds_decode(b->mem, units, n_units, of_units);
    for (size_t u = 0; u < n_units; u++) {
        if (LOOKS(&units[u], LOOK_TURNED))
            line_set_look(&b->lines[first[u]], LOOK_TURNED);
        for (size_t i = first[u]; i < (u + 1 < n_units ? first[u + 1] : n); i++)
            kinds[i] = of_units[u];
    }
    return kinds;
}

static void make_blocks(builder *b, size_t n)
{
    page *p = b->page;
    line_kind *kinds = decide_kinds(b, n);
    p->blocks = arena_array(b->mem, n, sizeof *p->blocks);
    p->n_blocks = n;
    for (size_t i = 0; i < n; i++)
        p->blocks[i] = (block){.raw = b->lines[i].raw,
                               .text = b->lines[i].text,
                               .line = b->lines[i].number,
                               .kind = kinds[i],
                               .article = -1,
                               .lead = STR(""),
                               .paragraph_start = i == 0 || b->lines[i].blanks_before > 0};
}

/* What the lines talk of; of a caption, its credit is no part. */
static void read_words(builder *b)
{
    page *p = b->page;
    text_words *texts = arena_array(b->mem, p->n_blocks + 1, sizeof *texts);
    for (size_t i = 0; i < p->n_blocks; i++) {
        size_t credit;
        texts[i] = (text_words){p->blocks[i].text, b->lines[i].words};
        if (p->blocks[i].kind == KIND_CAPTION && credit_find(p->blocks[i].text, &credit, NULL)) {
            texts[i].text = str_to(p->blocks[i].text, credit);
            texts[i].words = words_read(&b->words, texts[i].text);
        }
    }
    b->affinity = affinity_new(b->mem, &b->words, texts, p->n_blocks);
}

/* Articles whose text all went elsewhere are none; the others are numbered anew. */
static void drop_empty_articles(builder *b)
{
    page *p = b->page;
    int32_t *renumbered = arena_array(b->mem, p->n_articles + 1, sizeof *renumbered);
    size_t n = 0;
    for (size_t a = 0; a < p->n_articles; a++) {
        bool empty = p->articles[a].n_reading == 0;
        renumbered[a] = empty ? -1 : (int32_t)n;
        if (!empty)
            p->articles[n++] = p->articles[a];
    }
    p->n_articles = n;
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].article >= 0)
            p->blocks[i].article = renumbered[p->blocks[i].article];
    for (size_t j = 0; j < p->n_jumps; j++)
        if (p->jumps[j].article >= 0)
            p->jumps[j].article = renumbered[p->jumps[j].article];
}

page *page_parse(arena *mem, str text)
{
    /* Of memory for a byte of prose. */
    enum { PARSED_BYTES = 28, LONGEST_PROSE_BYTES = 1 << 20 };
    size_t n;
    arena_expect(mem, (text.len < LONGEST_PROSE_BYTES ? text.len : LONGEST_PROSE_BYTES) * PARSED_BYTES);
    builder b = {.mem = mem, .words = {.mem = mem}, .page = arena_alloc(mem, sizeof(page))};
    b.page->source = text;
    b.lines = lines_read(&b.words, text, &n, &b.page->n_lines);
    make_blocks(&b, n);
    measure_column(&b);
    read_teasers(&b);
    build_articles(&b);
    read_jumps(&b);
    read_folio(&b);
    read_words(&b);
    join_stories(&b);
    move_fragments(&b);
    place_captions(&b);
    find_overlaps(&b);
    order_articles(&b);
    drop_empty_articles(&b);
    return b.page;
}
