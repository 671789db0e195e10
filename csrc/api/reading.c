#include "api/reading.h"

#include "store/label_pages.h"
#include "store/pages.h"

static int64_t look_up(void *context, str word)
{
    return words_count(context, word);
}

lexicon *reading_words(query *q)
{
    lexicon *words = lexicon_new(&q->mem);
    lexicon_set_source(words, look_up, q->db);
    return words;
}

const page *reading_page_in(query *q, arena *mem, int64_t id)
{
    str text = pages_text(mem, q->db, id);
    const labels standing = labels_of_text(mem, q->db, text, NULL);
    return page_parse(mem, text, &standing);
}

const page *reading_page(query *q, int64_t id)
{
    arena_free(&q->page_mem);
    return reading_page_in(q, &q->page_mem, id);
}

static bool is_mark(char c)
{
    return c == '*' || c == '_' || c == ' ';
}

str reading_jump_text(const page *p, const jump *j)
{
    str text = str_from(p->blocks[j->block].text, j->start_byte);
    while (text.len && is_mark(text.ptr[0]))
        text = str_from(text, 1);
    while (text.len && is_mark(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

uint32_t reading_line(const page *p, int32_t index)
{
    return index >= 0 && (size_t)index < p->n_blocks ? p->blocks[index].line : 1;
}
