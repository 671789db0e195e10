#include "api/reading.h"

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

const page *reading_page(query *q, int64_t id)
{
    arena_free(&q->page_mem);
    return page_parse(&q->page_mem, pages_text(&q->page_mem, q->db, id));
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
