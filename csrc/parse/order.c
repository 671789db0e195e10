/* Reading order, and how each body line attaches to the one before it. */
#include "base/ascii.h"
#include "parse/builder.h"
#include "parse/syntax.h"

enum { RANK_HEADLINE, RANK_BYLINE, RANK_TEXT, RANK_SIGNATURE, RANKS };

/* A byline below all of the text signs it. */
static int rank_of(line_kind kind, bool below_text)
{
    switch (kind) {
    case KIND_HEADLINE:
        return RANK_HEADLINE;
    case KIND_BYLINE:
        return below_text ? RANK_SIGNATURE : RANK_BYLINE;
    case KIND_CROSSHEAD:
    case KIND_BODY:
        return RANK_TEXT;
    default:
        return -1;
    }
}

/* ------------------------------------------------------------------ order */

/* Text above the headline is the tail of an article that breaks off below: read last.  The tail may also
 * stand under other headlines; what stands in the article's own column comes first. */
static void put_in_order(builder *b, article *a, const int32_t *own, size_t n, int32_t head)
{
    page *p = b->page;
    int32_t last_text = -1;
    for (size_t k = 0; k < n; k++)
        if (p->blocks[own[k]].kind == KIND_BODY && own[k] >= head)
            last_text = own[k];
    a->reading = arena_array(b->mem, n, sizeof *a->reading);
    for (int rank = 0; rank < RANKS; rank++) {
        for (size_t pass = 0; pass < 2; pass++) {
            for (size_t k = 0; k < n; k++) {
                bool above = rank == RANK_TEXT && own[k] < head;
                if (rank_of(p->blocks[own[k]].kind, last_text >= 0 && own[k] > last_text) == rank &&
                    above == (pass == 1)) {
                    a->reading[a->n_reading] = own[k];
                    p->blocks[own[k]].order = (int32_t)++a->n_reading;
                }
            }
        }
    }
}

/* ------------------------------------------------------------------ joins */

/* A word is broken at the line's end, or a number's unit stands on the next line. */
static bool ends_in_hyphen(const line *l)
{
    size_t n = l->text.len;
    return LOOKS(l, LOOK_ENDS_HYPHEN) ||
           (n > 1 && l->text.ptr[n - 1] == '-' && ascii_is_digit(l->text.ptr[n - 2]));
}

static line_join join_after_open(const builder *b, const line *previous, const line *l, bool tight)
{
    bool lower = LOOKS(l, LOOK_STARTS_LOWER), quote = LOOKS(l, LOOK_STARTS_QUOTE);
    bool opens = line_opens_sentence(l);
    if (ends_in_hyphen(previous)) {
        if (line_is_suspended(previous, l))
            return JOIN_SPACE;
        bool lost = opens || quote || (!lower && !line_may_precede_name(previous, l));
        return lost ? JOIN_GAP : JOIN_HYPHEN;
    }
    if (tight && b->column.least_chars && line_parts_word(previous, l))
        return JOIN_HYPHEN;
    if (lower || (tight && !column_has_room(&b->column, previous, l)))
        return JOIN_SPACE;
    if (LOOKS(previous, LOOK_ENDS_COMMA))
        return quote && previous->text.ptr[previous->text.len - 1] == ':' ? JOIN_PARA : JOIN_SPACE;
    bool lost = opens || (quote && !LOOKS(previous, LOOK_ENDS_MIDWORD)) || LOOKS(l, LOOK_SPEAKER) ||
                line_begins_plainly(previous, l);
    if (!lost)
        return JOIN_SPACE;
    return line_asks_for_more(previous) ? JOIN_GAP : JOIN_PARA; /* or only the full stop is lost */
}

/* "• Approved a show", in a list that is part of the text. */
static bool is_point(const line *l)
{
    return LOOKS(l, LOOK_LIST_ITEM) && l->raw.len && (unsigned char)l->raw.ptr[0] >= 0x80;
}

static line_join join_of(const builder *b, const line *previous, const line *l)
{
    enum { FEW_WORDS = 9 };
    bool lower = LOOKS(l, LOOK_STARTS_LOWER), tight = b->column.tight_tells && l->blanks_before == 0;
    if (LOOKS(previous, LOOK_SALUTATION) && previous->n_words <= FEW_WORDS && l->blanks_before > 0)
        return JOIN_PARA;
    if ((is_point(l) || LOOKS(l, LOOK_LISTED)) && !ends_in_hyphen(previous))
        return JOIN_PARA;
    if (line_is_open(previous))
        return join_after_open(b, previous, l, tight);
    if (LOOKS(previous, LOOK_JUMP_TAIL))
        return JOIN_PARA;
    if (line_ends_abbreviated(previous))
        return lower || tight ? JOIN_SPACE : JOIN_PARA;
    if (lower)
        return tight ? JOIN_SPACE : JOIN_GAP;
    bool full = tight && !column_has_room(&b->column, previous, l) &&
                !column_has_room_behind_stop(&b->column, previous, l);
    return full ? JOIN_SPACE : JOIN_PARA;
}

static void join_article(builder *b, const article *a)
{
    page *p = b->page;
    int32_t previous = -1;
    for (size_t k = 0; k < a->n_reading; k++) {
        int32_t i = a->reading[k];
        block *blk = &p->blocks[i];
        if (blk->kind != KIND_BODY) {
            previous = -1;
            continue;
        }
        int32_t next =
            k + 1 < a->n_reading && p->blocks[a->reading[k + 1]].kind == KIND_BODY ? a->reading[k + 1] : -1;
        if (blk->n_pieces && previous >= 0) {
            blk->join = JOIN_GARBLE;
            previous = i;
            continue;
        }
        if (line_is_repeat(&b->lines[i], previous >= 0 ? &b->lines[previous] : NULL,
                           next >= 0 ? &b->lines[next] : NULL)) {
            blk->join = JOIN_DUP;
            continue;
        }
        blk->join = previous >= 0 ? join_of(b, &b->lines[previous], &b->lines[i]) : JOIN_PARA;
        previous = i;
    }
}

/* ------------------------------------------------------------------ all articles */

void order_articles(builder *b)
{
    page *p = b->page;
    size_t *first = arena_array(b->mem, p->n_articles + 2, sizeof *first);
    int32_t *own = arena_array(b->mem, p->n_blocks + 1, sizeof *own);
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].article >= 0 && rank_of(p->blocks[i].kind, false) >= 0)
            first[p->blocks[i].article + 2]++;
    for (size_t a = 1; a < p->n_articles + 2; a++)
        first[a] += first[a - 1];
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].article >= 0 && rank_of(p->blocks[i].kind, false) >= 0)
            own[first[p->blocks[i].article + 1]++] = (int32_t)i;
    for (size_t a = 0; a < p->n_articles; a++) {
        article *art = &p->articles[a];
        put_in_order(b, art, own + first[a], first[a + 1] - first[a], art->first_block);
        join_article(b, art);
    }
}
