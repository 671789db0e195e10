/* Labels that stand: short lines printed on several pages of an archive, as sections and columns are named.
 */
#ifndef STDAILY_PARSE_LABEL_H
#define STDAILY_PARSE_LABEL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* What an archive knows of a page's short lines. */
typedef struct labels {
    const uint64_t *keys; /* of those that stand, sorted */
    size_t n;
    bool known; /* so many stand in the archive that the others tell something, too */
} labels;

enum {
    LABEL_PAGES = 3,     /* a line stands that is printed on so many */
    LABELS_TO_KNOW = 50, /* so many must stand before one that does not is told from them */
};

/* Of a line that may be a label, whatever its case and marks; 0 for any other. */
uint64_t label_key(str text);

/* Of a page's lines, sorted, each once; none for a text that is too long for a page of a newspaper. */
uint64_t *label_keys(arena *mem, str text, size_t *n);

bool label_is_in(const uint64_t *keys, size_t n, uint64_t key);

#endif
