/* A page file's bytes. */
#ifndef STDAILY_WORK_LOAD_H
#define STDAILY_WORK_LOAD_H

#include "base/arena.h"
#include "store/pages.h"

#define MOST_FILE_BYTES ((int64_t)64 * 1024 * 1024)

typedef struct loaded {
    bool gone; /* there is no such file any more */
    str bytes;
    str error;        /* "" when it was read */
    file_state state; /* as it was when it was read, `path` included */
} loaded;

/* Reads seen->path below `root`, a file that was just seen with that size and those times.  Never waits,
 * as a pipe would make it. */
loaded load_file(arena *mem, const char *root, const file_state *seen);

#endif
