/* Jump lines and teasers in the index, with where they lead. */
#ifndef STDAILY_STORE_MARKERS_H
#define STDAILY_STORE_MARKERS_H

#include "base/arena.h"
#include "store/db.h"
#include "store/issues.h"

typedef struct marker {
    int64_t page;
    bool teaser;
    int32_t position; /* among the page's jumps, or teasers */
    uint32_t line;
    int32_t article;       /* that the jump line ends; -1 for a teaser */
    str headline, section; /* of a teaser */
    int32_t jump_page;
    const char *status; /* as in stdaily.h */
    int64_t to_page;    /* 0: none */
    int32_t to_article;
    double confidence;
    str evidence, message;
} marker;

/* Parses and links a group's pages, whose texts are given. */
marker *markers_link(arena *mem, const link_group *group, const str *texts, size_t *n);

/* Replaces the markers of a group's pages. */
void markers_put(db *d, const link_group *group, const marker *markers, size_t n);

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
