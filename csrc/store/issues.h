/* Which issue each page of the index belongs to. */
#ifndef STDAILY_STORE_ISSUES_H
#define STDAILY_STORE_ISSUES_H

#include "base/arena.h"
#include "parse/link.h"
#include "store/db.h"

/* Pages whose markers are linked together. */
typedef struct link_group {
    const issue *issue; /* NULL for a loose page, which is alone */
    int64_t id;         /* of the issue */
    int64_t *ids;       /* of the pages, in order of path */
    link_page *pages;   /* their clues are not there yet */
    size_t n_pages;
} link_group;

/* What came with the pages that were read. */
typedef struct issues_news {
    const int64_t *lost; /* issues that lost a page */
    size_t n_lost;
    const rarity_change *words;
} issues_news;

/* Places all pages anew and writes what changed.  Returns the groups whose links may have changed: a page
 * came, went, moved or changed in them, or a word of theirs is not as rare as it was. */
link_group *issues_update(arena *mem, db *d, rarity *r, const issues_news *news, size_t *n_groups);

#endif
