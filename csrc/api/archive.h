/* What a handle holds. */
#ifndef STDAILY_API_ARCHIVE_H
#define STDAILY_API_ARCHIVE_H

#include "base/status.h"
#include "store/store.h"
#include "work/refresh.h"

struct headlines;

struct stdaily_archive {
    char *path, *index_path, *corrections_path;
    store *store;
    refresh *refresh;
    struct headlines *headlines; /* for `match`; NULL until it is asked for */
    failure failure;
};

#endif
