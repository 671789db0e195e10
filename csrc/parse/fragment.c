/* Stretches that OCR put under another article's headline. */
#include <math.h>

#include "base/ascii.h"
#include "base/lower_bound.h"
#include "parse/builder.h"
#include "parse/note.h"
#include "parse/syntax.h"

/* What speaks for moving a stretch, in units of affinity. */
static const double GAIN_LOWER = 1.5;  /* it begins in the middle of a sentence, where none is open */
static const double GAIN_OPEN = 1.0;   /* the other article breaks off */
static const double GAIN_BOTH = 0.5;   /* and so the sentence may be whole */
static const double GAIN_HYPHEN = 1.0; /* ... or the word */
static const double GAIN_WORD = 2.0;   /* ... and so a word is */
static const double GAIN_JUMP = 1.5;   /* the host's text was sent on above it */
static const double GAIN_NOTE = 3.0;   /* it ends in a note on the other article's writer */
static const double GAIN_NEXT = 0.7;   /* the other article's headline stands right below */
static const double LEAST_GAIN = 1.3;
/* By which the stretch must talk more of the other article than of its host, by paragraph. */
static const double LEAST_FIT = 0.5;
static const double LEAST_FIT_LOWER = -0.3; /* where it begins in the middle of a sentence */
static const double LEAST_FIT_ONLY = -1.0;  /* ... that only one article breaks off */
static const double LEAST_FIT_OPEN = 2.5;   /* where neither side says that the sentence is cut there */
static const double LEAST_FIT_CLOSED =
    1.5; /* where the other article does not break off: its own text may be lost */
static const double LEAST_FIT_WORD = -9; /* where the tail has the rest of a word: hardly any doubt is left */
static const double MOST_FIT = 3.0;      /* what is more tells only of length */

typedef struct mover {
    builder *b;
    int32_t *group;         /* by block: article whose body or crosshead it is, else -1 */
    affinity_scores scores; /* by article */
    uint32_t *jumps;        /* by article: how many it has */
    bool *has_tail;         /* by article: it got one */
    int32_t *notes;         /* by article: the first block of the note on its writer, or -1 */
    size_t n_open;          /* articles that break off */
} mover;

static bool is_text(const block *blk)
{
    return line_kind_is_text(blk->kind);
}

static bool has_head(const article *a)
{
    return a->headline.len > 0;
}

/* The last body line of each article; -1 for none. */
static int32_t *last_lines(builder *b)
{
    page *p = b->page;
    int32_t *last = arena_array(b->mem, p->n_articles + 1, sizeof *last);
    for (size_t a = 0; a < p->n_articles; a++)
        last[a] = -1;
    for (size_t i = 0; i < p->n_blocks; i++)
        if (p->blocks[i].article >= 0 && is_text(&p->blocks[i]))
            last[p->blocks[i].article] = (int32_t)i;
    return last;
}

/* The article breaks off: its last line is open and no jump follows. */
static bool breaks_off(const mover *m, int32_t a, int32_t last)
{
    return last >= 0 && m->b->page->blocks[last].kind == KIND_BODY && line_is_open(&m->b->lines[last]) &&
           m->jumps[a] == 0;
}

static bool is_before(const void *item, const void *key)
{
    return ((const jump *)item)->block < *(const int32_t *)key;
}

/* The first jump from block `least` on; jumps are in the page's order. */
static size_t first_jump(const page *p, int32_t least)
{
    return lower_bound(p->jumps, p->n_jumps, sizeof *p->jumps, &least, is_before);
}

/* A jump line right below a run goes with it, where its story has none yet. */
static size_t with_jumps(const mover *m, size_t last, int32_t to)
{
    const page *p = m->b->page;
    int32_t host = p->blocks[last].article;
    for (size_t i = last + 1; i < p->n_blocks && m->jumps[to] == 0; i++) {
        line_kind kind = p->blocks[i].kind;
        if (kind == KIND_JUMP_LINE && p->blocks[i].article == host)
            return i;
        if (kind != KIND_CAPTION && kind != KIND_FURNITURE)
            break;
    }
    return last;
}

/* What its article has from `first` to `last`: text of others, moved before, may stand between. */
static void move_run(mover *m, size_t first, size_t last, int32_t to)
{
    int32_t host = m->b->page->blocks[last].article;
    last = with_jumps(m, last, to);
    for (size_t i = first; i <= last; i++) {
        block *blk = &m->b->page->blocks[i];
        if (blk->article == host && (is_text(blk) || blk->kind == KIND_JUMP_LINE)) {
            blk->article = to;
            m->group[i] = is_text(blk) ? to : -1;
        }
    }
    const page *p = m->b->page;
    for (size_t j = first_jump(p, (int32_t)first); j < p->n_jumps && p->jumps[j].block <= (int32_t)last;
         j++) {
        if (p->jumps[j].article != host)
            continue;
        m->jumps[host]--;
        m->jumps[to]++;
        p->jumps[j].article = to;
    }
}

/* Text at the page's top, or behind a graphic, that has no headline: the tail of an article of this page,
 * where one breaks off; else it stays an article without a headline. */
static void place_orphans(mover *m, const int32_t *last)
{
    page *p = m->b->page;
    for (size_t a = 0; a < p->n_articles; a++) {
        if (has_head(&p->articles[a]) || p->articles[a].continued || last[a] < 0)
            continue;
        size_t first = (size_t)p->articles[a].first_block;
        affinity_score(m->b->affinity, first, (size_t)last[a], m->group, &m->scores);
        int32_t to = best_article(p, &m->scores, (int32_t)a);
        bool lower = LOOKS(&m->b->lines[first], LOOK_STARTS_LOWER);
        if (to >= 0 && (lower || breaks_off(m, to, last[to])))
            move_run(m, first, (size_t)last[a], to);
    }
}

/* A stretch at the end of one article's text that may be another's. */
typedef struct tail {
    int32_t first, last; /* blocks */
    int32_t host, to;    /* articles */
    bool under_open;     /* the host's text breaks off before it, too */
    bool under_jump;     /* the host has a jump above it, and another one in it */
    bool ends_in_note;   /* on the writer of `to`, which no other can have */
    double gain;
} tail;

static bool ends_in_lower(str text)
{
    size_t i = text.len;
    while (i > 0 && !ascii_is_space(text.ptr[i - 1]))
        i--;
    return i < text.len && ascii_is_lower(text.ptr[i]);
}

typedef enum cut { CUT_CLOSED, CUT_OPEN, CUT_ASKS, CUT_WORD } cut;

/* How many words the paragraph has up to block `end`. */
static size_t paragraph_words(const builder *b, int32_t end)
{
    size_t n = 0;
    for (size_t i = b->paragraph[end]; i <= (size_t)end; i++)
        n += b->lines[i].n_words;
    return n;
}

/* Whether the tail may go on with a sentence that article `to` breaks off at block `end`.  Headings, captions
 * and notices that were taken for text end without a full stop, too: only a word that asks for another,
 * prose that ends in lower case, or a tail that begins so, says that a sentence is cut. */
static cut cut_of(const mover *m, int32_t to, int32_t end, int32_t first)
{
    enum { LEAST_TEXT_WORDS = 10 };
    const line *above = &m->b->lines[end], *l = &m->b->lines[first];
    if (!breaks_off(m, to, end) || above->heading)
        return CUT_CLOSED;
    if (line_completes_word(above, l))
        return CUT_WORD;
    bool prose = paragraph_words(m->b, end) >= LEAST_TEXT_WORDS;
    bool asks = LOOKS(above, LOOK_ENDS_MIDWORD) || LOOKS(above, LOOK_ENDS_HYPHEN) ||
                (prose && ends_in_lower(above->text));
    if (LOOKS(l, LOOK_STARTS_LOWER) ||
        (asks && !line_opens_sentence(l) && !line_begins_plainly(above, l) && !LOOKS(l, LOOK_STARTS_QUOTE)))
        return CUT_ASKS;
    return prose ? CUT_OPEN : CUT_CLOSED;
}

/* How well the grammar of the cut fits: article `to` ends with block `end`, the tail begins with block
 * `first`. */
static double syntax_gain(const mover *m, int32_t to, int32_t end, int32_t first)
{
    const builder *b = m->b;
    cut c = cut_of(m, to, end, first);
    bool lower = LOOKS(&b->lines[first], LOOK_STARTS_LOWER), open = c != CUT_CLOSED;
    double gain = (lower ? GAIN_LOWER : 0) + (open ? GAIN_OPEN : 0) + (c == CUT_WORD ? GAIN_WORD : 0);
    if (open && LOOKS(&b->lines[end], LOOK_ENDS_HYPHEN))
        gain += lower ? GAIN_HYPHEN : -GAIN_LOWER;
    else if (open && lower)
        gain += GAIN_BOTH;
    return gain;
}

/* The block of the host's text before block i, or -1. */
static int32_t text_before(const builder *b, int32_t host, int32_t i)
{
    while (--i > b->page->articles[host].first_block)
        if (is_text(&b->page->blocks[i]) && b->page->blocks[i].article == host)
            return i;
    return -1;
}

/* Whether any article could have a tail that begins so, and win more by it than the best one so far. */
static bool may_be_wanted(const mover *m, const tail *t, const int32_t *last, const tail *best)
{
    const page *p = m->b->page;
    for (int32_t to = 0; to < (int32_t)p->n_articles; to++) {
        if (to == t->host || !has_head(&p->articles[to]) || last[to] < 0 || m->has_tail[to])
            continue;
        double syntax = syntax_gain(m, to, last[to], t->first) + (t->under_jump ? GAIN_JUMP : 0),
               most = syntax + MOST_FIT + (to == t->host + 1 ? GAIN_NEXT : 0);
        if (syntax > 0 && most > best->gain &&
            (!t->under_open || cut_of(m, to, last[to], t->first) == CUT_WORD))
            return true;
    }
    return false;
}

/* By how much the tail must at least fit. */
static double least_fit(const mover *m, const tail *t, cut c)
{
    double least_lower = m->n_open == 1 ? LEAST_FIT_ONLY : LEAST_FIT_LOWER;
    if (t->under_jump)
        return c != CUT_CLOSED || t->to == t->host + 1 ? LEAST_FIT_LOWER : LEAST_FIT;
    return c == CUT_WORD || t->ends_in_note ? LEAST_FIT_WORD
           : LOOKS(&m->b->lines[t->first], LOOK_STARTS_LOWER)
               ? (c == CUT_CLOSED ? LEAST_FIT_CLOSED : least_lower)
           : c == CUT_CLOSED ? LEAST_FIT_CLOSED
           : c == CUT_OPEN   ? LEAST_FIT_OPEN
                             : LEAST_FIT;
}

/* For article t.to, whose fit is known. */
static void weigh_tail_for(mover *m, tail t, size_t n_paragraphs, const int32_t *last, tail *best)
{
    double syntax = syntax_gain(m, t.to, last[t.to], t.first) + (t.ends_in_note ? GAIN_NOTE : 0) +
                    (t.under_jump ? GAIN_JUMP : 0);
    double fit = m->scores.of[t.to] - m->scores.of[t.host];
    cut c = cut_of(m, t.to, last[t.to], t.first);
    if (t.under_open && c != CUT_WORD)
        return;
    t.gain = syntax + (fit > 0 ? fmin(fit, MOST_FIT) : fit / sqrt((double)n_paragraphs)) +
             (t.to == t.host + 1 ? GAIN_NEXT : 0);
    if (syntax > 0 && !m->has_tail[t.to] && fit / sqrt((double)n_paragraphs) >= least_fit(m, &t, c) &&
        t.gain > best->gain)
        *best = t;
}

static void weigh_tail(mover *m, tail t, size_t n_paragraphs, const int32_t *last, tail *best)
{
    page *p = m->b->page;
    if (!may_be_wanted(m, &t, last, best))
        return;
    affinity_score(m->b->affinity, (size_t)t.first, (size_t)t.last, m->group, &m->scores);
    for (t.to = 0; t.to < (int32_t)p->n_articles; t.to++)
        if (t.to != t.host && has_head(&p->articles[t.to]) && last[t.to] >= 0)
            weigh_tail_for(m, t, n_paragraphs, last, best);
}

/* The piece of the tail that ends in a note on another article's writer is that article's. */
static void weigh_notes(mover *m, tail t, size_t n_paragraphs, const int32_t *last, tail *best)
{
    const page *p = m->b->page;
    for (t.to = 0; t.to < (int32_t)p->n_articles; t.to++) {
        int32_t note = m->notes[t.to];
        if (t.to == t.host || note < t.first || note > t.last || last[t.to] < 0 ||
            p->blocks[note].article != t.host)
            continue;
        for (t.last = note; (size_t)t.last + 1 < p->n_blocks && m->b->paragraph[t.last + 1] == (size_t)note;)
            t.last++;
        t.ends_in_note = true;
        affinity_score(m->b->affinity, (size_t)t.first, (size_t)t.last, m->group, &m->scores);
        weigh_tail_for(m, t, n_paragraphs, last, best);
        return;
    }
}

/* A story is sent on once: of two jumps the first ends it. */
static bool is_under_jump(const mover *m, int32_t host, int32_t before, int32_t i)
{
    const page *p = m->b->page;
    if (m->jumps[host] < 2)
        return false;
    size_t j = first_jump(p, before);
    return j < p->n_jumps && p->jumps[j].block < i && p->jumps[j].article == host;
}

/* Weighs every cut of the host's text after a whole sentence, or where another article's word may go on. */
static void weigh_tails(mover *m, int32_t host, const int32_t *last, tail *best)
{
    enum { MOST_PARAGRAPHS = 40, MOST_LINES = 240 };
    builder *b = m->b;
    size_t n = 0, n_lines = 0;
    bool lower_below = false; /* where a stretch begins in lower case, another's is likelier to begin */
    for (int32_t i = last[host]; i > b->page->articles[host].first_block && n < MOST_PARAGRAPHS; i--) {
        const block *blk = &b->page->blocks[i];
        if (blk->article != host || !is_text(blk))
            continue;
        if (++n_lines > MOST_LINES)
            return;
        int32_t before = text_before(b, host, i);
        if (before < 0)
            return;
        bool lower = LOOKS(&b->lines[i], LOOK_STARTS_LOWER);
        /* On a dirty page a stain may look like the full stop of a line that the next goes on with. */
        bool inside = b->page->has_specks && b->paragraph[i] != (size_t)i && b->lines[i].blanks_before == 0;
        bool ended = !inside && !line_is_open(&b->lines[before]) &&
                     !(lower && line_ends_abbreviated(&b->lines[before]));
        bool repeat = line_is_repeat(&b->lines[i], &b->lines[before], NULL),
             headed = b->page->blocks[before].kind == KIND_CROSSHEAD; /* its text stands below it */
        bool goes_on = !ended && (!lower || line_completes_word(&b->lines[before], &b->lines[i]));
        tail t = {.first = i, .last = last[host], .host = host, .under_open = !ended};
        t.under_jump = is_under_jump(m, host, before, i);
        bool begins = blk->kind == KIND_BODY && !goes_on && !repeat && !headed;
        if (begins && (lower || !lower_below || t.under_jump) && (lower || m->n_open > 0 || t.under_jump)) {
            weigh_tail(m, t, n + 1, last, best);
            weigh_notes(m, t, n + 1, last, best);
        }
        lower_below |= begins && lower && ended;
        n += b->paragraph[i] == (size_t)i;
    }
}

/* Moves the surest tail, and again, until none is sure. */
static void find_tails(mover *m)
{
    enum { MOST_ARTICLES = 24 };
    page *p = m->b->page;
    if (p->n_articles > MOST_ARTICLES)
        return;
    m->notes = notes_on_writers(m->b);
    for (size_t round = 0; round < p->n_articles; round++) {
        int32_t *last = last_lines(m->b);
        m->n_open = 0;
        for (int32_t a = 0; a < (int32_t)p->n_articles; a++)
            m->n_open += has_head(&p->articles[a]) && breaks_off(m, a, last[a]);
        tail best = {.gain = LEAST_GAIN};
        for (int32_t host = 0; host < (int32_t)p->n_articles; host++)
            if (last[host] >= 0)
                weigh_tails(m, host, last, &best);
        if (best.last == 0)
            return;
        m->has_tail[best.to] = true;
        move_run(m, (size_t)best.first, (size_t)best.last, best.to);
    }
}

static mover mover_of(builder *b)
{
    page *p = b->page;
    mover m = {.b = b};
    m.group = arena_array(b->mem, p->n_blocks + 1, sizeof *m.group);
    m.scores = affinity_scores_new(b->mem, p->n_articles);
    m.jumps = arena_array(b->mem, p->n_articles + 1, sizeof *m.jumps);
    m.has_tail = arena_array(b->mem, p->n_articles + 1, sizeof *m.has_tail);
    for (size_t i = 0; i < p->n_blocks; i++) {
        bool counts = is_text(&p->blocks[i]) || p->blocks[i].kind == KIND_HEADLINE;
        m.group[i] = counts ? p->blocks[i].article : -1;
    }
    for (size_t j = 0; j < p->n_jumps; j++)
        if (p->jumps[j].article >= 0)
            m.jumps[p->jumps[j].article]++;
    return m;
}

void move_fragments(builder *b)
{
    mover m = mover_of(b);
    int32_t *last = last_lines(b);
    place_orphans(&m, last);
    find_tails(&m);
}
