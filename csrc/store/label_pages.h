/* On which pages of the archive short lines are printed, and which of them stand: see parse/label.h. */
#ifndef STDAILY_STORE_LABEL_PAGES_H
#define STDAILY_STORE_LABEL_PAGES_H

#include "base/arena.h"
#include "parse/label.h"
#include "store/db.h"

/* Pages that came and went, until they are written. */
typedef struct label_delta label_delta;

label_delta *label_delta_new(arena *mem);
/* `keys`: of the page's text, by label_keys(); `added`, or removed. */
void label_delta_note(label_delta *delta, db *d, int64_t page, const uint64_t *keys, size_t n, bool added);

/* Lines that stand now and did not when the index's pages were decided, or the other way round. */
typedef struct label_news {
    uint64_t *keys; /* sorted */
    size_t n;
    bool knew, knows; /* see labels */
} label_news;

label_news label_delta_write(arena *mem, label_delta *delta, db *d);
/* Pages that were decided by what is not so any more. */
int64_t *label_news_pages(arena *mem, db *d, const label_news *news, size_t *n);
/* Once all pages are decided by what is so now. */
void label_news_write(db *d, const label_news *news);

/* As it was when the index's pages were decided; with the news, as it is. */
labels labels_of_text(arena *mem, db *d, str text, const label_news *news);

#endif
