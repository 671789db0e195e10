#include "parse/mend.h"

#include "base/ascii.h"
#include "parse/hyphen.h"
#include "parse/letter.h"
#include "parse/mend_word.h"
#include "parse/speck.h"

static void add_mark(writer *w, mark_kind kind, uint32_t line, size_t start_byte, size_t end_byte)
{
    paragraph *p = w->current;
    p->marks = arena_grow(w->mem, p->marks, p->n_marks, &w->marks_capacity, sizeof *p->marks);
    p->marks[p->n_marks++] = (mark){kind, start_byte, end_byte, line};
}

static void end_paragraph(writer *w)
{
    if (!w->current)
        return;
    w->current->text = buf_str(&w->out);
    w->out = buf_in(w->mem);
    w->current = NULL;
}

static void begin_paragraph(writer *w, bool crosshead)
{
    end_paragraph(w);
    mended *r = w->result;
    r->paragraphs =
        arena_grow(w->mem, r->paragraphs, r->n_paragraphs, &w->paragraphs_capacity, sizeof *r->paragraphs);
    w->current = &r->paragraphs[r->n_paragraphs++];
    *w->current = (paragraph){.crosshead = crosshead};
    w->spans_capacity = w->marks_capacity = 0;
}

static str last_word(str text)
{
    size_t i = text.len;
    while (i > 0) {
        size_t start = i - 1;
        while (start > 0 && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
            start--;
        if (word_char_len(text, start) != i - start)
            break;
        i = start;
    }
    return str_from(text, i);
}

static str first_word(str text)
{
    size_t i = 0;
    while (i < text.len && !ascii_is_alnum(text.ptr[i]))
        i++;
    size_t start = i;
    for (size_t len; i < text.len && (len = word_char_len(text, i)) > 0;)
        i += len;
    return (str){text.ptr + start, i - start};
}

/* Bytes of the hyphen that a text ends in, 0 for none. */
static size_t hyphen_len(str text)
{
    return str_ends(text, STR("-")) ? 1 : str_ends(text, STR(SOFT_HYPHEN)) ? strlen(SOFT_HYPHEN) : 0;
}

/* Whether the hyphen between `stem` and `text` belongs to the word broken there. */
static bool is_kept(const lexicon *words, str stem, str text)
{
    str first = last_word(stem), second = first_word(text);
    size_t end = (size_t)(second.ptr + second.len - text.ptr), before = stem.len - first.len;
    bool several = (end + 1 < text.len && text.ptr[end] == '-' && ascii_is_alnum(text.ptr[end + 1])) ||
                   (before > 0 && stem.ptr[before - 1] == '-');
    return (several ? hyphens_are_kept : hyphen_is_kept)(words, first, second);
}

/* Records that the halves of a word, `hyphen` at the end of the first, became one word. */
static void note_joined(writer *w, uint32_t line, const str halves[2], const char *hyphen, const char *kept,
                        const char *why)
{
    buf before = buf_in(w->mem), after = buf_in(w->mem);
    buf_addf(&before, "%.*s%s %.*s", (int)halves[0].len, halves[0].ptr, hyphen, (int)halves[1].len,
             halves[1].ptr);
    buf_addf(&after, "%.*s%s%.*s", (int)halves[0].len, halves[0].ptr, kept, (int)halves[1].len,
             halves[1].ptr);
    writer_add_mend(w, line, buf_str(&before), buf_str(&after), why);
    w->mid_word = true;
}

/* Joins the word that the text so far breaks off with the one that `text`, of `line`, begins with. */
static void join_hyphen(writer *w, str text, uint32_t line)
{
    str written = buf_str(&w->out);
    size_t len = hyphen_len(written);
    str stem = str_to(written, written.len - len), halves[] = {last_word(stem), first_word(text)};
    if (halves[0].len == 0 || halves[1].len == 0) {
        buf_add_char(&w->out, ' ');
        return;
    }
    bool kept = len == 1 && is_kept(w->words, stem, text);
    note_joined(w, line, halves, "-", kept ? "-" : "", "a word broken at a column's end");
    if (!kept)
        w->out.len -= len;
}

/* The same where the hyphen is lost. */
static void join_halves(writer *w, str text, uint32_t line)
{
    const str halves[] = {last_word(buf_str(&w->out)), first_word(text)};
    note_joined(w, line, halves, "", "", "a word broken at a column's end, its hyphen lost");
}

/* What a garbled line adds, its pieces joined as the ends of a column are. */
static void put_pieces(writer *w, const block *blk, const source *src)
{
    size_t from = w->out.len;
    for (size_t i = 0; i < blk->n_pieces; i++) {
        str piece = str_trim(blk->pieces[i]);
        if (i > 0) {
            str before = blk->pieces[i - 1];
            str written = buf_str(&w->out);
            bool hyphen = hyphen_len(written) > 0, glued = !ascii_is_space(before.ptr[before.len - 1]);
            if (hyphen)
                join_hyphen(w, piece, blk->line);
            else if (!glued)
                buf_add_char(&w->out, ' ');
        }
        writer_put_text(w, src, piece);
    }
    writer_add_mend(w, blk->line, blk->text, str_from(buf_str(&w->out), from), "two columns read as one");
}

static str text_to_read(const page *p, const block *blk, int32_t index)
{
    for (size_t j = 0; j < p->n_jumps; j++)
        if (p->jumps[j].block == index)
            return str_trim(str_to(blk->text, p->jumps[j].start_byte));
    return blk->text;
}

/* Records that a line's text was read without the specks around it. */
static void note_specks(writer *w, const block *blk, str text, str clean)
{
    str first = str_to(clean, str_find(clean, STR(" ")));
    size_t last = clean.len;
    while (last > 0 && clean.ptr[last - 1] != ' ')
        last--;
    if (clean.ptr > text.ptr)
        writer_add_mend(w, blk->line, (str){text.ptr, (size_t)(first.ptr + first.len - text.ptr)}, first,
                        "specks read as marks");
    str tail = str_from(clean, last);
    if (clean.ptr + clean.len < text.ptr + text.len)
        writer_add_mend(w, blk->line, (str){tail.ptr, (size_t)(text.ptr + text.len - tail.ptr)}, tail,
                        "specks read as marks");
}

static void put_block(writer *w, const page *p, int32_t index)
{
    const block *blk = &p->blocks[index];
    bool crosshead = blk->kind == KIND_CROSSHEAD;
    str text = text_to_read(p, blk, index), read = text;
    source src = {blk, (size_t)(blk->text.ptr - blk->raw.ptr), blk->line};
    if (blk->join == JOIN_DUP && w->current) {
        add_mark(w, MARK_DUP, blk->line, w->out.len, w->out.len);
        return;
    }
    if (blk->join == JOIN_DUP)
        return;
    if (p->has_specks && !crosshead && blk->join != JOIN_GARBLE) {
        bool last = (size_t)index + 1 == p->n_blocks;
        text = without_specks(read, last ? STR("") : p->blocks[index + 1].text);
        if (text.len < read.len)
            note_specks(w, blk, read, text);
    }
    if (crosshead || !w->current || w->current->crosshead || blk->join == JOIN_PARA || blk->join == JOIN_GAP)
        begin_paragraph(w, crosshead);
    else if ((blk->join == JOIN_HYPHEN || (p->has_specks && blk->join == JOIN_SPACE)) && w->out.len > 1 &&
             hyphen_len(buf_str(&w->out)))
        join_hyphen(w, text, blk->line);
    else if (blk->join == JOIN_HYPHEN && w->out.len > 1)
        join_halves(w, text, blk->line);
    else
        buf_add_char(&w->out, ' ');
    size_t start = w->out.len;
    const block *garbled = &p->blocks[blk->lead_block];
    if (blk->lead.len && garbled->join == JOIN_GARBLE) {
        source lead = {garbled, (size_t)(garbled->text.ptr - garbled->raw.ptr), garbled->line};
        writer_put(w, &lead, blk->lead);
        buf_add_char(&w->out, ' ');
        writer_add_mend(w, blk->line, STR(""), blk->lead,
                        "the words stand in the line that reads two columns as one");
    }
    if (blk->join == JOIN_GARBLE)
        put_pieces(w, blk, &src);
    else
        writer_put_text(w, &src, text);
    if (blk->join == JOIN_GAP)
        add_mark(w, MARK_GAP, blk->line, 0, 0);
    if (blk->join == JOIN_GARBLE)
        add_mark(w, MARK_GARBLE, blk->line, start, w->out.len);
}

/* A text that stands by itself, in a line of its own: its paragraph is none of the article's. */
static str mend_single(writer *w, str text, uint32_t line)
{
    block whole = {.raw = text, .text = text};
    source src = {&whole, 0, line};
    w->out = buf_in(w->mem);
    writer_put_text(w, &src, text);
    str mended_text = buf_str(&w->out);
    w->out = buf_in(w->mem);
    return mended_text;
}

str mend_text(arena *mem, str text, const lexicon *words)
{
    writer w = {.mem = mem, .words = words, .context = STR("")};
    return mend_single(&w, text, 0);
}

mended *mend_article(arena *mem, const page *p, const article *a, const lexicon *words)
{
    /* Many pages' worth: each word looked for in all of an endless one would take for ever. */
    enum { MOST_CONTEXT_BYTES = 32 * 1024 };
    writer w = {.mem = mem, .words = words, .context = STR("")};
    w.result = arena_alloc(mem, sizeof *w.result);
    mend_single(&w, a->headline, p->blocks[a->first_block].line);
    for (size_t i = 0; i < a->n_captions; i++)
        mend_single(&w, a->captions[i].text, p->blocks[a->captions[i].first_block].line);
    w.context = str_to(p->source, MOST_CONTEXT_BYTES);
    for (size_t k = 0; k < a->n_reading; k++) {
        if (line_kind_is_text(p->blocks[a->reading[k]].kind))
            put_block(&w, p, a->reading[k]);
    }
    end_paragraph(&w);
    return w.result;
}

const char *join_name(const block *previous, const block *b, const lexicon *words)
{
    static const char *const names[] = {[JOIN_PARA] = "para",
                                        [JOIN_SPACE] = "space",
                                        [JOIN_DUP] = "dup",
                                        [JOIN_GAP] = "gap",
                                        [JOIN_GARBLE] = "garble"};
    if (b->join == JOIN_NONE)
        return NULL;
    if (b->join != JOIN_HYPHEN)
        return names[b->join];
    size_t hyphen = previous ? hyphen_len(previous->text) : 0;
    bool kept = hyphen && is_kept(words, str_to(previous->text, previous->text.len - hyphen), b->text);
    return kept ? "hyphen-keep" : "hyphen-drop";
}
