/* A refresh in the background, on a thread of its own. */
#ifndef STDAILY_WORK_REFRESH_H
#define STDAILY_WORK_REFRESH_H

#include "base/status.h"

typedef struct refresh refresh;

/* The texts are copied; for corrections_path, see store/corrections.h.  NULL for want of memory. */
refresh *refresh_new(const char *root, const char *index_path, const char *corrections_path);
void refresh_free(refresh *r); /* cancels it and waits; NULL is ignored */

/* As the functions of stdaily.h of these names. */
stdaily_status refresh_start(refresh *r, failure *f);
void refresh_progress(refresh *r, stdaily_progress *progress, failure *f);
stdaily_status refresh_wait(refresh *r, int64_t timeout_ms, failure *f);
void refresh_cancel(refresh *r);
int refresh_fd(const refresh *r);

#endif
