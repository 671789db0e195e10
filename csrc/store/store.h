/* The index of one archive: an SQLite file in a cache folder. */
#ifndef STDAILY_STORE_STORE_H
#define STDAILY_STORE_STORE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "store/db.h"

typedef struct store store;

/* Where the index of the archive in the folder `archive_path` (absolute, without links) is kept; makes
 * the folders.  cache_dir NULL: the user's own cache folder. */
stdaily_status store_path(arena *mem, const char *archive_path, const char *cache_dir, failure *f,
                          const char **path);

/* Opens or creates the index.  A file that is damaged, of another version or not ours is replaced, with
 * a message in it that says so. */
stdaily_status store_open(const char *path, const char *archive_path, failure *f, store **out);
void store_close(store *s); /* NULL is ignored */

/* Whether the file that was opened is still the one at its path, which may be deleted at any time. */
bool store_is_current(const store *s);

/* Opens what is at the path now.  `damaged`: the index in use turned out to be damaged, so it is emptied
 * unless another process did so first; a message in it says so. */
stdaily_status store_renew(store *s, bool damaged, failure *f);

db *store_db(store *s);

/* The status of the database's first error, with a message that names the index. */
stdaily_status store_status(store *s, failure *f);

/* Another number after each change of the index: what was made from it is stale when it differs. */
int64_t store_generation(store *s);

#endif
