/* What placing works on: pages and the issues that gather them.  The place_*.c files' own business. */
#ifndef STDAILY_PARSE_PLACE_NODE_H
#define STDAILY_PARSE_PLACE_NODE_H

#include "base/buf.h"
#include "parse/place.h"

typedef struct cluster cluster;

typedef enum issue_source { FROM_NOTHING, FROM_PRINT, FROM_PATH, FROM_PATH_MATE, FROM_FOLDER } issue_source;
typedef enum page_source {
    PAGE_UNKNOWN,
    PAGE_PRINTED,
    PAGE_FROM_PATH,
    PAGE_FROM_ORDER,
    PAGE_LEFT_OVER
} page_source;

typedef struct node {
    const place_evidence *printed;
    path_evidence path;
    size_t index;    /* in the caller's order */
    str folder;      /* the file itself for the pages of one with several */
    str file;        /* the key without "@2" */
    int32_t ordinal; /* the 2, which is 1 where there is none */
    int32_t order;   /* a page number that only the place among its neighbours gives; 0 none */
    /* what counts, of all that */
    date first, last;
    int32_t volume, number, page_number;
    str paper;
    issue_source source;
    page_source page_from;
    const struct node *mate; /* FROM_PATH_MATE, FROM_FOLDER: a page that prints what counts */
    bool ambiguous;          /* several issues could have it */
    cluster *in;
    struct node *next; /* in the cluster */
} node;

/* An issue that is being gathered. */
struct cluster {
    date first, last;
    int32_t volume, number;
    int32_t misread; /* the number that is printed, where the issues before and after tell another; 0 none */
    int32_t day;     /* of `first`, while numbers are mended */
    str paper;
    node *nodes;
    int32_t index; /* among the issues, once sorted */
    str key;
};

static inline bool node_is_dated(const node *n)
{
    return date_known(n->first);
}

/* Gathers the nodes, sorted by key, into clusters: those with a date from the first to the last, then others.
 */
cluster **place_gather(arena *mem, node *nodes, size_t n_nodes, size_t *n_clusters);

/* Gives pages beside those of one issue that issue, and pages left over the number left over. */
void place_neighbours(arena *mem, node *nodes, size_t n_nodes);

/* Mends a number in which one digit was misread, by the issues before and after. */
void place_mend_numbers(arena *mem, cluster **clusters, size_t n);

str place_issue_key(arena *mem, const cluster *c);
/* A hash of all that the words which tell a node's evidence depend on. */
uint64_t place_told(const node *n);

#endif
