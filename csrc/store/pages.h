/* Files and pages in the index. */
#ifndef STDAILY_STORE_PAGES_H
#define STDAILY_STORE_PAGES_H

#include "base/arena.h"
#include "store/db.h"
#include "store/digest.h"

/* How a file looked when it was read. */
typedef struct file_state {
    str path; /* in the archive */
    int64_t size_bytes, mtime_ns, ctime_ns, inode;
    uint64_t hash; /* of its bytes, or of the message when it could not be read */
    bool doubtful; /* equal times would not prove that it is unchanged */
} file_state;

/* All files, sorted by the bytes of their paths. */
/* `expected`: about how many there are. */
file_state *files_load(arena *mem, db *d, size_t expected, size_t *n);
void files_put(db *d, const file_state *file);
void files_remove(db *d, str path);

typedef struct stored_page {
    int64_t id, issue;
    str path, key, text;
    bool decided; /* there is a digest of it in the index */
} stored_page;

/* The pages of a file with their texts, in order. */
stored_page *pages_of_file(arena *mem, db *d, str path, size_t *n);
stored_page pages_load(arena *mem, db *d, int64_t page);
str pages_text(arena *mem, db *d, int64_t page);

typedef struct listed_page {
    int64_t id, issue, page_number; /* 0 unknown */
    str key;
} listed_page;

/* The page after that one in order of path, or the first after 0; false when there is none. */
bool pages_next(arena *mem, db *d, int64_t after, listed_page *out);

/* A page that is not decided yet; returns its id. */
int64_t pages_add(db *d, str path, int32_t part, str key, str text);
void pages_decide(arena *mem, db *d, int64_t id, const page_digest *digest);
/* `digest` must be that by which it was decided; then it is like one that was just added. */
void pages_undecide(db *d, int64_t id, const page_digest *digest);
void pages_remove(db *d, int64_t id); /* when it is not decided */

/* Adds what `delta` counts to the archive's words. */
void words_add(db *d, const lexicon *delta);
int64_t words_count(db *d, str word);

void messages_add(db *d, str path, int64_t line, str text, int origin);
void messages_remove(db *d, str path, int origin);

#endif
