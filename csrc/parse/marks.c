/* What stands beside articles: jumps, teasers, and what the page says of its issue. */
#include "base/ascii.h"
#include "parse/buf_join.h"
#include "parse/builder.h"
#include "parse/folio.h"
#include "parse/page_name.h"
#include "parse/refer.h"
#include "parse/token.h"

/* ------------------------------------------------------------------ jumps */

void read_jumps(builder *b)
{
    page *p = b->page;
    size_t capacity = 0;
    int32_t current = -1;
    for (size_t i = 0; i < p->n_blocks; i++) {
        const block *blk = &p->blocks[i];
        if (blk->article >= 0)
            current = blk->article;
        const marker *m = &b->lines[i].marker;
        bool tail = blk->kind == KIND_BODY && LOOKS(&b->lines[i], LOOK_JUMP_TAIL);
        /* "HARBOR: Page 3" is one where it stands, and a refer elsewhere. */
        bool whole = blk->kind == KIND_JUMP_LINE && (m->kind == MARKER_JUMP || m->kind == MARKER_REFER);
        if (!whole && !tail)
            continue;
        p->jumps = arena_grow(b->mem, p->jumps, p->n_jumps, &capacity, sizeof *p->jumps);
        p->jumps[p->n_jumps++] = (jump){
            .block = (int32_t)i,
            .article = blk->article >= 0 ? blk->article : current,
            .page = m->page,
            .start_byte = tail ? m->start_byte : 0,
            .word = m->word.ptr ? m->word : STR(""),
        };
    }
}

/* ------------------------------------------------------------------ teasers */

/* What looks like a jump is a refer in a teaser. */
static bool is_refer(const builder *b, size_t i)
{
    const line *l = &b->lines[i];
    return b->page->blocks[i].kind == KIND_TEASER && (LOOKS(l, LOOK_REFER) || LOOKS(l, LOOK_REFER_TAIL) ||
                                                      LOOKS(l, LOOK_JUMP) || LOOKS(l, LOOK_JUMP_TAIL));
}

static bool has_own_headline(const builder *b, size_t i)
{
    enum { MOST_SECTION_WORDS = 3 };
    const line *l = &b->lines[i];
    if (LOOKS(l, LOOK_REFER_TAIL) || LOOKS(l, LOOK_JUMP_TAIL))
        return true;
    size_t at = 0, n = 0;
    str token;
    while (l->marker.word.ptr && token_next(l->marker.word, &at, &token))
        n += token_core(token).len > 0;
    return LOOKS(l, LOOK_REFER) && n > MOST_SECTION_WORDS;
}

static void add_teaser(builder *b, size_t *capacity, size_t first, size_t last, size_t refer)
{
    static const marker none = {0};
    page *p = b->page;
    const marker *m = &b->lines[refer].marker;
    buf headline = buf_in(b->mem);
    str section = m->word.ptr ? m->word : STR("");
    /* "SCIENCE" over the headline is no part of it. */
    bool label = LOOKS(&b->lines[first], LOOK_LABEL) ||
                 (LOOKS(&b->lines[first], LOOK_ALL_CAPS) && b->lines[first].n_words == 1 &&
                  !LOOKS(&b->lines[first + (first < last)], LOOK_ALL_CAPS));
    bool labelled = first + !has_own_headline(b, refer) < last && first != refer && label;
    if (labelled && section.len == 0 && !str_eq_nocase(p->blocks[first].text, STR("inside")))
        section = p->blocks[first].text;
    for (size_t i = first + labelled; i <= last; i++)
        if ((i != refer || has_own_headline(b, i)) && !LOOKS(&b->lines[i], LOOK_TEASER_TEXT))
            buf_add_line(&headline, refer_headline(p->blocks[i].text, i == refer ? m : &none, &section));
    p->teasers = arena_grow(b->mem, p->teasers, p->n_teasers, capacity, sizeof *p->teasers);
    p->teasers[p->n_teasers++] = (teaser){.first_block = (int32_t)first,
                                          .last_block = (int32_t)last,
                                          .headline = buf_str(&headline),
                                          .section = section,
                                          .page = m->page > 0 ? m->page : 0};
}

/* In a run of teaser lines the page stands under each headline, or over each: as in the run's first. */
static void read_teaser_run(builder *b, size_t *capacity, size_t first, size_t last)
{
    first += first < last && line_is_inside_label(&b->lines[first]);
    bool over = is_refer(b, first) && !has_own_headline(b, first);
    size_t start = first;
    for (size_t i = first; i <= last; i++) {
        bool ends = over ? i == last || is_refer(b, i + 1) : is_refer(b, i);
        if (!ends)
            continue;
        if (i > start || has_own_headline(b, i))
            add_teaser(b, capacity, start, i, over ? start : i);
        start = i + 1;
    }
}

static bool has_refer(const builder *b)
{
    for (size_t i = 0; i < b->page->n_blocks; i++)
        if (is_refer(b, i))
            return true;
    return false;
}

/* "Forests Shift North A4"; where other pages stand beside their sections, "Harbor A2" is one, too. */
static void read_bare_pages(builder *b)
{
    enum { LEAST_WORDS = 3, LEAST_LABEL_WORDS = 2 };
    bool refers = has_refer(b);
    for (size_t i = 0; i < b->page->n_blocks; i++) {
        line *l = &b->lines[i];
        if (b->page->blocks[i].kind != KIND_TEASER || l->marker.kind != MARKER_NONE)
            continue;
        bool label = refers && l->n_words < LEAST_WORDS;
        l->marker = refer_bare_tail(l->text, label ? LEAST_LABEL_WORDS : LEAST_WORDS);
        line_set_look_if(l, label ? LOOK_REFER : LOOK_REFER_TAIL, l->marker.kind == MARKER_REFER);
        if (label) {
            l->marker.word = str_to(l->text, l->marker.start_byte);
            l->marker.start_byte = 0;
        }
    }
}

void read_teasers(builder *b)
{
    page *p = b->page;
    size_t capacity = 0;
    read_bare_pages(b);
    for (size_t i = 0; i < p->n_blocks; i++) {
        if (p->blocks[i].kind != KIND_TEASER)
            continue;
        size_t last = i;
        while (last + 1 < p->n_blocks && p->blocks[last + 1].kind == KIND_TEASER)
            last++;
        read_teaser_run(b, &capacity, i, last);
        i = last;
    }
}

/* ------------------------------------------------------------------ photos */

/* "A whale has come into the bay. See story on page 3": where the refer begins that a photo's text ends in;
 * its length for none. */
static size_t refer_at_end(str text, marker *m)
{
    enum { LONGEST_REFER = 48 };
    for (size_t i = text.len; i-- > 1 && text.len - i <= LONGEST_REFER;) {
        str before = str_trim(str_to(text, i));
        bool begins = before.len && (ascii_is_space(text.ptr[i - 1]) || text.ptr[i - 1] == '(') &&
                      (ascii_is_one_of(before.ptr[before.len - 1], ".!?;:(\"") ||
                       str_ends(before, STR("\xe2\x80\x94")) || str_ends(before, STR("\xe2\x80\x9d")));
        if (!begins)
            continue;
        *m = marker_whole(str_from(text, i));
        if (m->page > 0 && (m->kind == MARKER_REFER || m->kind == MARKER_JUMP))
            return i;
    }
    return text.len;
}

/* The refer stands in the photo's text, or in a line of its own below. */
static void read_photo(builder *b, size_t *capacity, const caption *c)
{
    enum { FEWEST_BYTES = 12 };
    page *p = b->page;
    str text = c->text;
    while (text.len && ascii_is_one_of(text.ptr[text.len - 1], " .)]*"))
        text.len--;
    marker m = {0};
    size_t end = refer_at_end(text, &m), last = (size_t)c->last_block, below = last + 1;
    if (end == text.len && below < p->n_blocks && is_refer(b, below) && !has_own_headline(b, below)) {
        m = b->lines[below].marker;
        last = below;
    }
    str headline = str_trim(str_to(text, end));
    while (headline.len && ascii_is_one_of(headline.ptr[headline.len - 1], " .;:("))
        headline.len--;
    if (headline.len < FEWEST_BYTES || m.page <= 0)
        return;
    p->teasers = arena_grow(b->mem, p->teasers, p->n_teasers, capacity, sizeof *p->teasers);
    p->teasers[p->n_teasers++] = (teaser){.first_block = c->first_block,
                                          .last_block = (int32_t)last,
                                          .headline = headline,
                                          .section = STR(""),
                                          .page = m.page,
                                          .of_photo = true};
}

void read_photo_refers(builder *b)
{
    page *p = b->page;
    size_t capacity = p->n_teasers;
    for (size_t i = 0; i < p->n_photos; i++)
        read_photo(b, &capacity, &p->photos[i]);
    for (size_t a = 0; a < p->n_articles; a++)
        for (size_t i = 0; i < p->articles[a].n_captions; i++)
            read_photo(b, &capacity, &p->articles[a].captions[i]);
}

/* ------------------------------------------------------------------ folio */

static void take_folio_line(builder *b, folio *f, size_t i)
{
    str text = b->page->blocks[i].text;
    const marker *m = &b->lines[i].marker;
    int32_t volume, number, page_number = folio_page_number(text);
    if (page_number == 0 && m->kind == MARKER_REFER && m->page > 0)
        page_number = m->page;
    if (page_number == 0 && LOOKS(&b->lines[i], LOOK_PAGE_NUMBER))
        page_number = page_name(text, false); /* by itself */
    date first, last;
    if (f->folio_block < 0)
        f->folio_block = (int32_t)i;
    if (folio_volume(text, &volume, &number)) {
        f->volume = f->volume ? f->volume : volume;
        f->number = f->number ? f->number : number;
    }
    if (!date_known(f->first) && date_find(text, &first, &last, NULL, NULL)) {
        f->first = first;
        f->last = last;
    }
    if (page_number && !f->page_number)
        f->page_number = page_number;
}

static date newest_mentioned(const builder *b)
{
    const page *p = b->page;
    date newest = {0}, first, last;
    for (size_t i = 0; i < p->n_blocks; i++) {
        const block *blk = &p->blocks[i];
        if ((blk->kind == KIND_BODY || blk->kind == KIND_CAPTION) && b->lines[i].words.seen & CHAR_DIGIT &&
            date_find(blk->text, &first, &last, NULL, NULL) && date_compare(last, newest) > 0)
            newest = last;
    }
    return newest;
}

/* A front page sends its stories on, and what looks like its number is a teaser's. */
static bool number_is_teased(const page *p)
{
    const folio *f = &p->folio;
    size_t n = 0;
    for (size_t i = 0; i < p->n_jumps; i++)
        n += p->jumps[i].page == f->page_number ? 2 : 1;
    return f->page_number > 1 && (f->number || f->nameplate_block >= 0) && n > 1;
}

void read_folio(builder *b)
{
    page *p = b->page;
    folio *f = &p->folio;
    *f = (folio){.paper = STR(""), .nameplate_block = -1, .folio_block = -1};
    bool from_front = false;
    for (size_t i = 0; i < p->n_blocks; i++) {
        if (p->blocks[i].kind == KIND_NAMEPLATE && f->nameplate_block < 0) {
            f->nameplate_block = (int32_t)i;
            f->paper = p->blocks[i].text;
        } else if (p->blocks[i].kind == KIND_FOLIO) {
            take_folio_line(b, f, i);
        }
        from_front |= p->blocks[i].kind == KIND_CONTINUED_LINE;
    }
    /* The nameplate stands on the front page; an inside page repeats it small, with its number. */
    if (!from_front && ((f->nameplate_block >= 0 && !f->page_number) || number_is_teased(p)))
        f->page_number = 1;
    p->not_before = newest_mentioned(b);
}
