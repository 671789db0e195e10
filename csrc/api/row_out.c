#include "api/row_out.h"

#include "base/buf.h"

#define NUL_SHOWN "\xe2\x90\x80"
enum { MOST_START_BYTES = 24 };

str row_out_show_nuls(arena *mem, str text)
{
    if (!text.len || !memchr(text.ptr, '\0', text.len))
        return text;
    buf out = buf_in(mem);
    for (size_t i = 0; i < text.len; i++)
        buf_add(&out, text.ptr[i] ? (str){text.ptr + i, 1} : STR(NUL_SHOWN));
    return buf_str(&out);
}

/* Turns offsets of a text, which must not fall, into those of the text as it is shown. */
typedef struct shift {
    str text;
    size_t at, nuls;
} shift;

static size_t shown_at(shift *s, size_t offset)
{
    for (; s->at < offset && s->at < s->text.len; s->at++)
        s->nuls += s->text.ptr[s->at] == '\0';
    return offset + s->nuls * (sizeof NUL_SHOWN - 2);
}

/* "OFFSET:LINE,..." */
static str spans_text(arena *mem, const row_out *row)
{
    buf out = buf_in(mem);
    shift s = {.text = row->text};
    for (size_t i = 0; i < row->n_spans; i++) {
        if (i && row->spans[i].line == row->spans[i - 1].line)
            continue;
        buf_addf(&out, "%s%zu:%u", out.len ? "," : "", shown_at(&s, row->spans[i].at_byte),
                 row->spans[i].line);
    }
    if (!row->n_spans)
        buf_addf(&out, "0:%u", row->line);
    return buf_str(&out);
}

/* "KIND:START:END,..." */
static str marks_text(arena *mem, const row_out *row)
{
    static const char *const names[] = {[MARK_GAP] = "gap", [MARK_DUP] = "dup", [MARK_GARBLE] = "garble"};
    buf out = buf_in(mem);
    for (size_t i = 0; i < row->n_marks; i++) {
        const mark *m = &row->marks[i];
        shift s = {.text = row->text};
        buf_addf(&out, "%s%s:%zu", out.len ? "," : "", names[m->kind], shown_at(&s, m->start_byte));
        buf_addf(&out, ":%zu", shown_at(&s, m->end_byte));
    }
    return buf_str(&out);
}

void row_out_put(query *q, const row_out *row)
{
    rows_add_text(q->rows, str_of(row->role));
    rows_add_text(q->rows, row_out_show_nuls(&q->mem, row->text));
    rows_add_int(q->rows, row->line);
    rows_add_text(q->rows, spans_text(&q->mem, row));
    rows_add_text_or_null(q->rows, row_out_show_nuls(&q->mem, row->credit));
    rows_add_text_or_null(q->rows, row_out_show_nuls(&q->mem, row->note));
    rows_add_text_or_null(q->rows, marks_text(&q->mem, row));
}

static str first_word(str text)
{
    size_t end = 0;
    while (end < text.len && end < MOST_START_BYTES && text.ptr[end] != ' ')
        end++;
    return str_to(text, end);
}

span *row_out_spans(arena *mem, str text, const page *p, const int32_t *blocks, size_t n, size_t *n_spans)
{
    span *spans = arena_array(mem, n, sizeof *spans);
    size_t at = 0;
    *n_spans = 0;
    for (size_t i = 0; i < n; i++) {
        const block *b = &p->blocks[blocks[i]];
        size_t found = i ? str_find(str_from(text, at), first_word(b->text)) : 0;
        if (at + found >= text.len && i)
            continue;
        at += found;
        spans[(*n_spans)++] = (span){.at_byte = at, .line = b->line};
        at++;
    }
    return spans;
}
