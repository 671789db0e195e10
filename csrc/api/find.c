/* What a person named: by key, date, number, file name or headline. */
#include "store/find.h"

#include <stdlib.h>

#include "api/headlines.h"
#include "base/ascii.h"
#include "base/buf.h"

enum { MOST_FOUND = 50, LEAST_NAME_BYTES = 3 };

static size_t add_rows(query *q, db_rows rows)
{
    int64_t before = stdaily_rows_count(q->rows);
    rows_add_all(q->rows, &rows);
    return (size_t)(stdaily_rows_count(q->rows) - before);
}

static void add_archive(query *q)
{
    rows_add_text(q->rows, STR("archive"));
    for (int i = 0; i < 3; i++)
        rows_add_null(q->rows);
    rows_add_text(q->rows, str_of(q->archive->path));
}

/* "PAGE:a3", a page, an issue: nothing else can be meant. */
static bool find_key(query *q, str text)
{
    size_t colon = text.len;
    while (colon && text.ptr[colon - 1] != ':')
        colon--;
    int64_t position = colon ? query_article_position(str_from(text, colon)) : -1;
    return (position >= 0 && add_rows(q, find_article_key(q->db, str_to(text, colon - 1), position))) ||
           add_rows(q, find_page_key(q->db, text)) || add_rows(q, find_issue_key(q->db, text));
}

static void find_date(query *q, str text)
{
    date first, last;
    if (!date_find(text, &first, &last, NULL, NULL))
        return;
    buf from = buf_in(&q->mem), to = buf_in(&q->mem);
    date_add_iso(&from, first);
    date_add_iso(&to, last);
    add_rows(q, find_dates(q->db, buf_str(&from), buf_str(&to)));
}

/* Takes blanks and the marks that stand around numbers. */
static void skip_marks(str *text)
{
    while (text->len && (ascii_is_space(text->ptr[0]) || strchr(".,:-#", text->ptr[0])))
        *text = str_from(*text, 1);
}

/* A word and the number after it: "vol. 5"; false and *text as it was where they do not stand there. */
static bool take_number(str *text, str word, int64_t *number)
{
    str rest = *text;
    skip_marks(&rest);
    if (!str_starts_nocase(rest, word))
        return false;
    rest = str_from(rest, word.len);
    skip_marks(&rest);
    size_t n = 0;
    for (*number = 0; n < rest.len && n < 9 && ascii_is_digit(rest.ptr[n]); n++)
        *number = *number * 10 + (rest.ptr[n] - '0');
    if (!n)
        return false;
    *text = str_from(rest, n);
    return true;
}

/* "no 191", "Vol. 5 No. 191", "#191", "191". */
static void find_number_in(query *q, str text)
{
    static const str volumes[] = {{"volume", 6}, {"vol", 3}}, numbers[] = {{"number", 6}, {"no", 2}, {"", 0}};
    int64_t volume = 0, number = 0;
    for (size_t i = 0; i < 2 && !volume; i++)
        take_number(&text, volumes[i], &volume);
    for (size_t i = 0; i < 3 && !number; i++)
        take_number(&text, numbers[i], &number);
    skip_marks(&text);
    if (number && !text.len)
        add_rows(q, find_number(q->db, volume, number));
}

static void find_name(query *q, str text)
{
    bool blank = false;
    for (size_t i = 0; i < text.len; i++)
        blank = blank || ascii_is_space(text.ptr[i]);
    if (!blank && text.len >= LEAST_NAME_BYTES && memchr(text.ptr, '.', text.len))
        add_rows(q, find_page_name(q->db, text));
}

/* How near a headline is to what was typed. */
enum { LIKE = 0, PART, WHOLE };

typedef struct candidate {
    size_t index;
    int32_t score;
    int nearness;
} candidate;

static int compare_candidates(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->nearness != y->nearness)
        return y->nearness - x->nearness;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* In any case: teasers are printed in capitals. */
static int nearness_of(str whole, str text)
{
    if (str_eq_nocase(whole, text))
        return WHOLE;
    return str_find_nocase(whole, text) < whole.len ? PART : LIKE;
}

static void put_headline(query *q, const headline *h)
{
    rows_add_text(q->rows, STR("article"));
    rows_add_text(q->rows, h->page->issue);
    rows_add_text(q->rows, h->page->key);
    query_add_article(q, h->position);
    rows_add_text(q->rows, h->candidate.text);
}

static stdaily_status find_headline(query *q, str text)
{
    const headline *all;
    size_t n, n_found = 0;
    stdaily_status status = headlines_get(q, &all, &n);
    if (status != STDAILY_OK)
        return status;
    match_query *m = match_query_new(&q->mem, text);
    candidate *found = arena_array(&q->mem, n, sizeof *found);
    for (size_t i = 0; i < n; i++) {
        int32_t score = match_score(m, &all[i].candidate);
        int nearness = nearness_of(all[i].candidate.text, text);
        if (score > 0 || nearness > LIKE)
            found[n_found++] = (candidate){i, score, nearness};
    }
    if (n_found)
        qsort(found, n_found, sizeof *found, compare_candidates);
    /* who typed a headline, or a part of one, means no other */
    for (size_t i = 0; i < n_found && i < MOST_FOUND && found[i].nearness == found[0].nearness; i++)
        put_headline(q, &all[found[i].index]);
    return STDAILY_OK;
}

stdaily_status query_find(query *q)
{
    str text = str_trim(q->args[0]);
    if (!text.len || str_eq(text, str_of(q->archive->path))) {
        add_archive(q);
        return STDAILY_OK;
    }
    if (find_key(q, text))
        return STDAILY_OK;
    find_date(q, text);
    find_number_in(q, text);
    find_name(q, text);
    return find_headline(q, text);
}
