/* Jump lines and teasers in the index, with where they lead. */
#ifndef STDAILY_STORE_MARKERS_H
#define STDAILY_STORE_MARKERS_H

#include "base/arena.h"
#include "store/db.h"
#include "store/issues.h"

/* Links the markers of a group's pages anew. */
void markers_link(arena *mem, db *d, rarity *r, link_group *group);

/* One as it is in the index. */
typedef struct stored_marker {
    bool teaser;
    uint32_t line;
    int32_t article; /* -1 for none */
    str headline, section;
    int32_t jump_page;
    str status;
    str to_key; /* "" for none */
    int32_t to_article;
    str to_headline; /* as it is printed */
    double confidence;
} stored_marker;

/* Those of a page, in order. */
stored_marker *markers_load(arena *mem, db *d, int64_t page, size_t *n);

#endif
