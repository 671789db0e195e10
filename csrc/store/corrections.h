/* Links that a person corrected: one text file for all archives, which no cache takes with it.
 *
 * A correction is a line, its fields apart by tabs:
 *
 *     jump  FILE  HASH  LINE  TEXT  FILE  HASH  LINE  HEADLINE
 *     jump  FILE  HASH  LINE  TEXT  none
 *
 * and the same with "teaser".  HASH is that of a page's text and LINE one of its lines, where the marker
 * stands and where the story begins; so a page may be renamed or put elsewhere.  FILE, TEXT and HEADLINE are
 * there for a person who reads the file.  Empty lines and those that begin with # are left alone, and so is,
 * with a message, what cannot be read. */
#ifndef STDAILY_STORE_CORRECTIONS_H
#define STDAILY_STORE_CORRECTIONS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "store/db.h"

/* Stands as the evidence of a corrected marker. */
#define CORRECTED_BY_YOU "corrected by you"

/* A place in a page, told by the page's text. */
typedef struct text_place {
    str file, text; /* for a person: the page's key, and what stands at the place */
    uint64_t hash;
    int64_t line;
} text_place;

typedef struct correction {
    bool teaser;
    text_place marker;
    enum { CORRECTION_LINK, CORRECTION_NONE, CORRECTION_UNDO } what;
    text_place story; /* of a link */
} correction;

/* ---- the text of the file, without I/O */

bool correction_parse(str line, correction *out);

/* The text with this correction in place of all earlier ones of its marker; of other lines not a byte is
 * changed. */
str corrections_edit(arena *mem, str text, const correction *c);

/* ---- the file */

/* Where it is; "" when neither XDG_DATA_HOME nor HOME names a folder. */
str corrections_path(arena *mem);

typedef struct corrections {
    const char *path;
    str text;    /* "" of a file that is not there */
    str problem; /* why it cannot be read; it corrects nothing then */
} corrections;

corrections corrections_load(arena *mem, const char *path);

/* The next correction in a text, which is cut to what stands behind it; false at the end. */
bool corrections_next(str *text, correction *out);

/* Edits the file: it is replaced as a whole once the new one is on the disk. */
stdaily_status corrections_save(const char *path, const correction *c, failure *f);

/* ---- the index; all within the caller's transaction */

/* Whether what was applied last is another text. */
bool corrections_differ(db *d, const corrections *c);

/* Takes all corrections back out of the markers, before these or their pages change. */
void corrections_restore(db *d);

/* Puts them in, with messages on lines that cannot be read. */
void corrections_apply(db *d, const corrections *c);

#endif
