#include "parse/page.h"

#include "parse/builder.h"
#include "parse/kind.h"
#include "parse/look.h"
#include "parse/speck.h"

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

/* A teaser's text may end in its page. */
static void keep_teaser_text(const page_looks *looks, size_t u)
{
    const line *unit = &looks->units[u];
    if (!LOOKS(unit, LOOK_TEASER_TEXT))
        return;
    for (size_t i = looks->first[u]; i < looks->first[u + 1]; i++)
        line_set_look(&looks->lines[i], LOOK_TEASER_TEXT);
    if (LOOKS(unit, LOOK_REFER_TAIL)) {
        line *last = &looks->lines[looks->first[u + 1] - 1];
        last->marker = unit->marker;
        line_set_look(last, LOOK_REFER_TAIL);
    }
}

/* Each line's kind is that of the unit it is part of. */
static void make_blocks(builder *b, const page_looks *looks, const kind_choice *choices)
{
    page *p = b->page;
    p->blocks = arena_array(b->mem, looks->n_lines, sizeof *p->blocks);
    p->n_blocks = looks->n_lines;
    b->paragraph = arena_array(b->mem, looks->n_lines, sizeof *b->paragraph);
    for (size_t u = 0; u < looks->n_units; u++) {
        static const int kept[] = {LOOK_TURNED, LOOK_ROLE, LOOK_SIGNATURE, LOOK_PAGE_NUMBER};
        for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
            if (LOOKS(&looks->units[u], kept[k]))
                line_set_look(&looks->lines[looks->first[u]], kept[k]);
        keep_teaser_text(looks, u);
        for (size_t i = looks->first[u]; i < looks->first[u + 1]; i++) {
            b->paragraph[i] = looks->first[u];
            str text = b->lines[i].text;
            text.len += b->lines[i].specks;
            p->blocks[i] = (block){.raw = b->lines[i].raw,
                                   .text = text,
                                   .line = b->lines[i].number,
                                   .kind = choices[u].kind,
                                   .article = -1,
                                   .lead = STR(""),
                                   .paragraph_start = i == 0 || b->lines[i].blanks_before > 0};
        }
    }
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

page *page_parse(arena *mem, str text, const labels *standing)
{
    /* Of memory for a byte of prose. */
    enum { PARSED_BYTES = 28, LONGEST_PROSE_BYTES = 1 << 20 };
    arena_expect(mem, (text.len < LONGEST_PROSE_BYTES ? text.len : LONGEST_PROSE_BYTES) * PARSED_BYTES);
    page_looks looks = page_look_at(mem, text, standing);
    builder b = {.mem = mem,
                 .lines = looks.lines,
                 .words = looks.words,
                 .affinity = looks.affinity,
                 .column = looks.column};
    b.page = arena_alloc(mem, sizeof *b.page);
    b.page->source = text;
    b.page->n_lines = looks.n_source_lines;
    kind_choice *choices = arena_array(mem, looks.n_units, sizeof *choices);
    kinds_decode(mem, looks.units, looks.n_units, choices);
    make_blocks(&b, &looks, choices);
    part_stories(&b, &looks, choices);
    read_teasers(&b);
    b.page->has_specks = page_has_specks(b.page);
    build_articles(&b);
    read_jumps(&b);
    read_folio(&b);
    move_fragments(&b);
    drop_bare_headings(&b);
    place_captions(&b);
    read_photo_refers(&b);
    find_overlaps(&b);
    order_articles(&b);
    drop_empty_articles(&b);
    return b.page;
}
