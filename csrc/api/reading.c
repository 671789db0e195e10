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

uint32_t reading_line(const page *p, int32_t index)
{
    return index >= 0 && (size_t)index < p->n_blocks ? p->blocks[index].line : 1;
}
