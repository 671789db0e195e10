/* Where each jump line and teaser of an issue leads. */
#ifndef STDAILY_PARSE_LINK_H
#define STDAILY_PARSE_LINK_H

#include "parse/lexicon.h"
#include "parse/page.h"
#include "parse/place.h"

typedef enum link_status { LINK_LINKED, LINK_PAGE_MISSING, LINK_UNMATCHED } link_status;

typedef struct link_page {
    const page *page;
    int32_t page_number; /* as placed; 0 unknown */
} link_page;

typedef struct link {
    int32_t from_page, to_page;     /* indexes into the pages given; to_page -1 unless linked */
    int32_t from_jump, from_teaser; /* index on its page; the other is -1 */
    int32_t to_article;             /* index on its page, -1 unless linked */
    link_status status;
    double confidence; /* 0 to 1; of the link made, or of the best candidate refused */
    str evidence;      /* in words: "names Yap and Sun on both pages; says 'From page 1'" */
} link;

/* Links all jumps and teasers of one issue's pages (or of one loose page, given alone with i NULL).
 * One link per jump and per teaser, by page, jumps first, in the order in which they stand. */
link *link_issue(arena *mem, const issue *i, const link_page *pages, size_t n_pages, size_t *n_links);

/* One line for a reader: "continues on page 2: HEADLINE", or which page of which issue is missing. */
str link_message(arena *mem, const issue *i, const link_page *pages, const link *l);

#endif
