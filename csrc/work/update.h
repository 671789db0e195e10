/* Brings an index up to date with its archive, in one transaction. */
#ifndef STDAILY_WORK_UPDATE_H
#define STDAILY_WORK_UPDATE_H

#include "store/store.h"
#include "work/watch.h"

/* On an error or when cancelled the index is as it was.  For corrections_path, see store/corrections.h. */
stdaily_status update_index(store *s, const char *root, const char *corrections_path, watch *w, failure *f,
                            bool *changed);

#endif
