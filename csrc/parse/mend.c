#include "parse/mend.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "parse/halves.h"
#include "parse/hyphen.h"
#include "parse/letter.h"
#include "parse/lost_mark.h"
#include "parse/misread.h"

typedef struct writer {
    arena *mem;
    const lexicon *words;
    str context; /* text near, in which words that were run together may stand apart */
    buf out;
    bool mid_word;      /* the text so far ends in the first half of a word */
    paragraph *current; /* NULL before the first */
    mended *result;
    size_t paragraphs_capacity, mends_capacity, spans_capacity, marks_capacity;
} writer;

/* ------------------------------------------------------------------ what is recorded */

static void add_span(writer *w, uint32_t line, size_t source_byte)
{
    paragraph *p = w->current;
    if (!p)
        return;
    if (p->n_spans) {
        const span *s = &p->spans[p->n_spans - 1];
        if (s->line == line && source_byte - s->source_byte == w->out.len - s->at_byte)
            return;
    }
    p->spans = arena_grow(w->mem, p->spans, p->n_spans, &w->spans_capacity, sizeof *p->spans);
    p->spans[p->n_spans++] = (span){w->out.len, line, source_byte};
}

static void add_mark(writer *w, mark_kind kind, uint32_t line, size_t start_byte, size_t end_byte)
{
    paragraph *p = w->current;
    p->marks = arena_grow(w->mem, p->marks, p->n_marks, &w->marks_capacity, sizeof *p->marks);
    p->marks[p->n_marks++] = (mark){kind, start_byte, end_byte, line};
}

static void add_mend(writer *w, uint32_t line, str before, str after, const char *reason)
{
    mended *r = w->result;
    if (!r)
        return;
    r->mends = arena_grow(w->mem, r->mends, r->n_mends, &w->mends_capacity, sizeof *r->mends);
    r->mends[r->n_mends++] =
        (mend){line, before, (str){arena_copy(w->mem, after.ptr, after.len), after.len}, reason};
}

/* ------------------------------------------------------------------ one line's text */

typedef struct source {
    const block *block;
    size_t offset; /* of block->text in block->raw */
    uint32_t line;
} source;

static void put(writer *w, const source *src, str piece)
{
    if (piece.len == 0)
        return;
    add_span(w, src->line, src->offset + (size_t)(piece.ptr - src->block->text.ptr));
    buf_add(&w->out, piece);
}

/* A word without "'s" or an apostrophe at its end. */
static str without_genitive(str word)
{
    static const char *const ends[] = {"'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (word.len > strlen(ends[i]) + 1 && str_ends(word, str_of(ends[i])))
            return str_to(word, word.len - strlen(ends[i]));
    return word;
}

/* "sci- tech" at `at`, the end of "sci": the blank goes, and the hyphen where it was a column's. */
static bool mend_open_hyphen(writer *w, const source *src, str text, size_t start, size_t *at)
{
    bool soft = str_ends((str){text.ptr + start, *at - start}, STR(SOFT_HYPHEN));
    size_t hyphen = soft ? *at - strlen(SOFT_HYPHEN) : *at, blank = soft ? *at : *at + 1;
    if (blank + 1 >= text.len || !(soft || text.ptr[hyphen] == '-') || text.ptr[blank] != ' ' ||
        !ascii_is_alnum(text.ptr[blank + 1]))
        return false;
    size_t second_end = word_end(text, blank + 1);
    str first = {text.ptr + start, hyphen - start}, second = {text.ptr + blank + 1, second_end - blank - 1};
    if (first.len == 0 || hyphen_is_suspended(first, second) ||
        (!memchr(first.ptr, '-', first.len) && hyphen_is_dash(w->words, first, second)))
        return false;
    /* The blank is a column's end; a whole word that the archive knows says that the hyphen is, too. */
    buf whole = buf_in(w->mem);
    buf_add(&whole, first);
    buf_add(&whole, second);
    bool whole_known = word_is_known(w->words, buf_str(&whole));
    bool halves_unknown = !word_is_known(w->words, first) && !word_is_known(w->words, second);
    bool compound = halves_make_compound(w->words, first, second) &&
                    lexicon_count(w->words, buf_str(&whole)) == 0 && !word_is_closed(first, second);
    bool drop =
        soft || ((whole_known || halves_unknown) && !compound && !hyphen_is_kept(w->words, first, second));
    size_t from = w->out.len;
    put(w, src, first);
    if (!drop)
        put(w, src, (str){text.ptr + hyphen, 1});
    put(w, src, second);
    add_mend(w, src->line, (str){text.ptr + start, second_end - start}, str_from(buf_str(&w->out), from),
             "a column's end left inside the word");
    *at = second_end;
    return true;
}

/* Writes the word without its hyphens that are a column's end. */
static bool mend_false_hyphen(writer *w, const source *src, str word)
{
    str core = without_genitive(word);
    const char *hyphen = memchr(core.ptr, '-', core.len);
    bool several = hyphen && memchr(hyphen + 1, '-', core.len - (size_t)(hyphen + 1 - core.ptr));
    size_t from = w->out.len, written = 0;
    for (size_t at = 1; hyphen && at + 1 < core.len; at++) {
        if (core.ptr[at] != '-' || !ascii_is_alpha(core.ptr[at - 1]) || !ascii_is_alpha(core.ptr[at + 1]) ||
            !(several ? hyphens_are_false : hyphen_is_false)(w->words, core, at))
            continue;
        put(w, src, (str){core.ptr + written, at - written});
        written = at + 1;
    }
    if (!written)
        return false;
    put(w, src, str_from(word, written));
    add_mend(w, src->line, word, str_from(buf_str(&w->out), from),
             "the archive has the word without a hyphen");
    return true;
}

static bool mend_lost_mark(writer *w, const source *src, str word)
{
    size_t at = 0;
    str core = without_genitive(word);
    bool another = memchr(core.ptr, '-', core.len) && word_lost_another(w->words, core, &at);
    lost_mark lost = another ? LOST_HYPHEN : word_lost(w->words, core, w->context, &at);
    if (lost == LOST_NOTHING)
        return false;
    size_t from = w->out.len;
    put(w, src, str_to(word, at));
    buf_add_char(&w->out, lost == LOST_HYPHEN ? '-' : ' ');
    put(w, src, str_from(word, at));
    add_mend(w, src->line, word, str_from(buf_str(&w->out), from),
             lost == LOST_HYPHEN ? "a hyphen was lost" : "a blank was lost");
    return true;
}

static bool mend_misread(writer *w, const source *src, str word)
{
    str core = without_genitive(word), before = str_trim(buf_str(&w->out));
    bool starts = before.len == 0 || strchr(".!?\"", before.ptr[before.len - 1]);
    str printed = word_misread(w->mem, w->words, core, starts);
    if (printed.len == 0)
        return false;
    size_t from = w->out.len;
    add_span(w, src->line, src->offset + (size_t)(word.ptr - src->block->text.ptr));
    buf_add(&w->out, printed);
    put(w, src, str_from(word, core.len));
    add_mend(w, src->line, word, str_from(buf_str(&w->out), from), "a letter misread");
    return true;
}

/* "releas ed" at `at`, the end of "releas". */
static bool mend_parted(writer *w, const source *src, str text, size_t start, size_t *at)
{
    if (*at + 1 >= text.len || text.ptr[*at] != ' ' || !ascii_is_alpha(text.ptr[*at + 1]))
        return false;
    str first = {text.ptr + start, *at - start};
    size_t end = word_end(text, *at + 1);
    str second = {text.ptr + *at + 1, end - *at - 1};
    bool starts = start == 0 && w->out.len == 0;
    if (!word_is_parted(w->words, first, second, starts))
        return false;
    size_t from = w->out.len;
    put(w, src, first);
    put(w, src, second);
    add_mend(w, src->line, (str){text.ptr + start, end - start}, str_from(buf_str(&w->out), from),
             "a blank inside the word");
    *at = end;
    return true;
}

/* Writes a word of letters that only typesetting knows as the word it is. */
static bool mend_letters(writer *w, const source *src, str word)
{
    size_t from = w->out.len, written = 0;
    for (size_t at = 0; at < word.len; at++) {
        const char *letters = ligature_letters(word, at);
        bool soft = str_starts(str_from(word, at), STR(SOFT_HYPHEN));
        if (!letters && !soft)
            continue;
        put(w, src, (str){word.ptr + written, at - written});
        if (letters)
            add_span(w, src->line, src->offset + (size_t)(word.ptr + at - src->block->text.ptr));
        buf_add(&w->out, letters ? str_of(letters) : STR(""));
        written = at + (letters ? 3 : 2);
        at = written - 1;
    }
    if (!written)
        return false;
    put(w, src, str_from(word, written));
    add_mend(w, src->line, word, str_from(buf_str(&w->out), from), "a ligature or soft hyphen");
    return true;
}

/* "duplexes,said", "the pier.The": behind the mark at `at` a blank was lost. */
static bool lacks_blank(str text, size_t at)
{
    if (at < 2 || at + 2 >= text.len || !ascii_is_lower(text.ptr[at - 1]) ||
        !ascii_is_lower(text.ptr[at - 2]))
        return false;
    char next = text.ptr[at + 1];
    return text.ptr[at] == ','
               ? ascii_is_alpha(next)
               : text.ptr[at] == '.' && ascii_is_upper(next) && ascii_is_lower(text.ptr[at + 2]);
}

/* The marks between words: a blank that was lost behind one is put there, emphasis goes. */
static void put_mark(writer *w, const source *src, str text, size_t at, size_t *plain)
{
    bool emphasis = text.ptr[at] == '*';
    if (!emphasis && !lacks_blank(text, at))
        return;
    put(w, src, (str){text.ptr + *plain, at + !emphasis - *plain});
    *plain = at + 1;
    if (emphasis)
        return;
    buf_add_char(&w->out, ' ');
    size_t start = at;
    while (start > 0 && word_char_len(text, start - 1) == 1)
        start--;
    str before = {text.ptr + start, word_end(text, at + 1) - start};
    buf after = buf_in(w->mem);
    buf_add(&after, str_to(before, at + 1 - start));
    buf_add_char(&after, ' ');
    buf_add(&after, str_from(before, at + 1 - start));
    add_mend(w, src->line, before, buf_str(&after), "a blank was lost");
}

/* Writes a line's text, its words mended and its emphasis marks left out. */
static void put_text(writer *w, const source *src, str text)
{
    size_t plain = 0, at = 0;
    const bool mid_word = w->mid_word;
    w->mid_word = false;
    while (at < text.len) {
        if (!ascii_is_alnum(text.ptr[at]) && !ligature_letters(text, at)) {
            put_mark(w, src, text, at++, &plain);
            continue;
        }
        size_t start = at;
        at = word_end(text, at);
        str word = {text.ptr + start, at - start};
        size_t mended_end = at;
        str before = {text.ptr + plain, start - plain};
        put(w, src, before);
        /* Half of a word that a column's end breaks. */
        bool half = (start == 0 && mid_word) || (at == text.len && str_ends(word, STR(SOFT_HYPHEN))) ||
                    (at + 1 == text.len && text.ptr[at] == '-');
        if (half)
            put(w, src, word);
        else if (!mend_open_hyphen(w, src, text, start, &mended_end) && !mend_false_hyphen(w, src, word) &&
                 !mend_parted(w, src, text, start, &mended_end) && !mend_lost_mark(w, src, word) &&
                 !mend_letters(w, src, word) && !mend_misread(w, src, word))
            put(w, src, word);
        at = plain = mended_end;
    }
    put(w, src, (str){text.ptr + plain, text.len - plain});
}

/* ------------------------------------------------------------------ paragraphs */

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

/* Joins the word that the text so far breaks off with the one that `text`, of `line`, begins with. */
static void join_hyphen(writer *w, str text, uint32_t line)
{
    str written = buf_str(&w->out);
    size_t len = hyphen_len(written);
    str first = last_word(str_to(written, written.len - len)), second = first_word(text);
    if (first.len == 0 || second.len == 0) {
        buf_add_char(&w->out, ' ');
        return;
    }
    bool kept = len == 1 && is_kept(w->words, str_to(written, written.len - len), text);
    buf before = buf_in(w->mem), after = buf_in(w->mem);
    buf_addf(&before, "%.*s- %.*s", (int)first.len, first.ptr, (int)second.len, second.ptr);
    buf_addf(&after, "%.*s%s%.*s", (int)first.len, first.ptr, kept ? "-" : "", (int)second.len, second.ptr);
    add_mend(w, line, buf_str(&before), buf_str(&after), "a word broken at a column's end");
    if (!kept)
        w->out.len -= len;
    w->mid_word = true;
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
        put_text(w, src, piece);
    }
    add_mend(w, blk->line, blk->text, str_from(buf_str(&w->out), from), "two columns read as one");
}

static str text_to_read(const page *p, const block *blk, int32_t index)
{
    for (size_t j = 0; j < p->n_jumps; j++)
        if (p->jumps[j].block == index)
            return str_trim(str_to(blk->text, p->jumps[j].start_byte));
    return blk->text;
}

static void put_block(writer *w, const page *p, int32_t index)
{
    const block *blk = &p->blocks[index];
    bool crosshead = blk->kind == KIND_CROSSHEAD;
    str text = text_to_read(p, blk, index);
    source src = {blk, (size_t)(blk->text.ptr - blk->raw.ptr), blk->line};
    if (blk->join == JOIN_DUP && w->current) {
        add_mark(w, MARK_DUP, blk->line, w->out.len, w->out.len);
        return;
    }
    if (blk->join == JOIN_DUP)
        return;
    if (crosshead || !w->current || w->current->crosshead || blk->join == JOIN_PARA || blk->join == JOIN_GAP)
        begin_paragraph(w, crosshead);
    else if (blk->join == JOIN_HYPHEN && w->out.len > 1 && hyphen_len(buf_str(&w->out)))
        join_hyphen(w, text, blk->line);
    else
        buf_add_char(&w->out, ' ');
    size_t start = w->out.len;
    const block *garbled = &p->blocks[blk->lead_block];
    if (blk->lead.len && garbled->join == JOIN_GARBLE) {
        source lead = {garbled, (size_t)(garbled->text.ptr - garbled->raw.ptr), garbled->line};
        put(w, &lead, blk->lead);
        buf_add_char(&w->out, ' ');
        add_mend(w, blk->line, STR(""), blk->lead,
                 "the words stand in the line that reads two columns as one");
    }
    if (blk->join == JOIN_GARBLE)
        put_pieces(w, blk, &src);
    else
        put_text(w, &src, text);
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
    put_text(w, &src, text);
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
        line_kind kind = p->blocks[a->reading[k]].kind;
        if (kind == KIND_BODY || kind == KIND_CROSSHEAD)
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
    bool kept = previous && previous->text.len > 1 &&
                is_kept(words, str_to(previous->text, previous->text.len - 1), b->text);
    return kept ? "hyphen-keep" : "hyphen-drop";
}
