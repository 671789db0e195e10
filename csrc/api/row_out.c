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

/* "OFFSET:LINE,..." with the offsets in the text as it is shown. */
static str spans_text(arena *mem, const row_out *row)
{
    buf out = buf_in(mem);
    size_t at = 0, nuls = 0;
    for (size_t i = 0; i < row->n_spans; i++) {
        if (i && row->spans[i].line == row->spans[i - 1].line)
            continue;
        for (; at < row->spans[i].at_byte && at < row->text.len; at++)
            nuls += row->text.ptr[at] == '\0';
        buf_addf(&out, "%s%zu:%u", out.len ? "," : "", row->spans[i].at_byte + nuls * (sizeof NUL_SHOWN - 2),
                 row->spans[i].line);
    }
    if (!row->n_spans)
        buf_addf(&out, "0:%u", row->line);
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
