/* A page while it is being put together; shared by the steps of page_parse(). */
#ifndef STDAILY_PARSE_BUILDER_H
#define STDAILY_PARSE_BUILDER_H

#include "parse/affinity.h"
#include "parse/column.h"
#include "parse/kind.h"
#include "parse/line.h"
#include "parse/look.h"
#include "parse/page.h"

typedef struct builder {
    arena *mem;
    page *page;
    line *lines; /* as many as the page has blocks, in the same order */
    size_t *
        paragraph; /* by block: the first one of its paragraph, caption or heading, where lines are wrapped */
    word_list words;
    affinity *affinity;
    column column;
} builder;

/* Of the articles with a headline the one that fits best, `except` apart; -1 for none. */
int32_t best_article(const page *p, const affinity_scores *s, int32_t except);

/* Articles by their headlines, with kicker, byline and markers; body lines to the headline above them. */
void build_articles(builder *b);

/* A crosshead or line of text under which another story begins is its headline; a headline under which the
 * story above goes on is none. */
void part_stories(builder *b, const page_looks *looks, const kind_choice *choices);

/* Stretches that stand under another article's headline go to their own. */
void move_fragments(builder *b);

/* Captions, photos and sidebars to the article that they are about. */
void place_captions(builder *b);

/* Lines in which two columns are read across. */
void find_overlaps(builder *b);

/* Reading order and joins within each article. */
void order_articles(builder *b);

/* A heading with nothing under it, where no story could follow, is furniture, or a table's or a photo's
 * title. */
void drop_bare_headings(builder *b);

/* Teasers, jumps and what the page says of its issue. */
void read_teasers(builder *b);
void read_photo_refers(builder *b); /* behind place_captions() */
void read_jumps(builder *b);
void read_folio(builder *b);

#endif
