/* A page, taken out of the index and parsed. */
#ifndef STDAILY_API_READING_H
#define STDAILY_API_READING_H

#include "api/query.h"
#include "parse/lexicon.h"
#include "parse/mend.h"
#include "parse/page.h"

/* Judges words by the whole archive, asking the index for those that are looked at. */
lexicon *reading_words(query *q);

const page *reading_page_in(query *q, arena *mem, int64_t id);
/* In q->page_mem, which it empties. */
const page *reading_page(query *q, int64_t id);

/* The line of a block; 1 when there is no such block. */
uint32_t reading_line(const page *p, int32_t index);

/* What a jump line says: "See page 2". */
str reading_jump_text(const page *p, const jump *j);

#endif
