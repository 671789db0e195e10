/* Where lines are printed lines, not paragraphs: what one holds. */
#include <stdlib.h>

#include "parse/builder.h"
#include "parse/token.h"

static size_t chars_of(str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

static int compare_sizes(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Lengths of the text's lines that another follows closely, sorted. */
static size_t *lengths_of(builder *b, size_t *n, size_t *loose)
{
    page *p = b->page;
    size_t *lengths = arena_array(b->mem, p->n_blocks, sizeof *lengths);
    *n = *loose = 0;
    for (size_t i = 1; i < p->n_blocks; i++) {
        if (b->lines[i].blanks_before > 0)
            ++*loose;
        else if (p->blocks[i].kind == KIND_BODY && p->blocks[i - 1].kind == KIND_BODY)
            lengths[(*n)++] = chars_of(b->lines[i - 1].text);
    }
    if (*n)
        qsort(lengths, *n, sizeof *lengths, compare_sizes);
    return lengths;
}

void measure_column(builder *b)
{
    enum { FEW = 8, MANY = 20, LONGEST_COLUMN = 90 };
    size_t n, loose, *lengths = lengths_of(b, &n, &loose);
    if (n == 0)
        return;
    size_t longest = lengths[n * 95 / 100], short_ones = 0;
    while (lengths[short_ones] * 4 < longest * 3)
        short_ones++;
    size_t n_full = n - short_ones;
    bool even = n >= MANY && longest <= LONGEST_COLUMN && n_full * 3 >= n * 2;
    b->tight_tells = loose > 0 || even;
    b->least_chars = n < FEW ? longest * 8 / 10 : lengths[short_ones + n_full / 5];
}

bool has_room(const builder *b, const line *above, const line *l)
{
    /* A longer word would have been broken. */
    enum { LEAST_PART = 6 };
    str token = STR("");
    size_t at = 0;
    token_next(l->text, &at, &token);
    size_t need = chars_of(token) < LEAST_PART ? chars_of(token) : LEAST_PART;
    return chars_of(above->text) + 1 + need <= b->least_chars;
}
