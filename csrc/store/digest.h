/* What the index keeps of a page beside its text: made from the text and the labels that stand, so that it
 * can be taken out of the index again without having been kept. */
#ifndef STDAILY_STORE_DIGEST_H
#define STDAILY_STORE_DIGEST_H

#include "parse/lexicon.h"
#include "parse/page.h"
#include "parse/place.h"

typedef struct article_digest {
    str headline; /* for lists; made from the first words where none is printed */
    str printed;  /* the headline as it stands on the page; "" for none */
    str kicker, bylines;
    uint32_t line;
    int32_t continued_from, jump_page; /* -2 for none; else as in parse/page.h */
    str body;                          /* what is searched */
} article_digest;

enum { DIGEST_NONE = -2 };

/* A jump line or teaser, without where it leads. */
typedef struct marker_digest {
    bool teaser;
    int32_t position; /* among the page's jumps, or teasers */
    uint32_t line;
    int32_t article;       /* that the jump line ends; -1 for none */
    str headline, section; /* of a teaser */
    int32_t page;
} marker_digest;

typedef struct page_digest {
    str key;
    place_evidence evidence;
    article_digest *articles;
    size_t n_articles;
    lexicon *words;
    marker_digest *markers;
    size_t n_markers;
    str clues, heads;     /* see parse/clue.h */
    uint32_t *clue_words; /* keys, each once */
    size_t n_clue_words;
} page_digest;

page_digest digest_page(arena *mem, str key, str text, const labels *standing);
/* Whether the index would keep the same of both, but for the words, which are of the text alone. */
bool digest_same(arena *mem, const page_digest *a, const page_digest *b);

#endif
