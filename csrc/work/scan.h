/* Finds the files of an archive. */
#ifndef STDAILY_WORK_SCAN_H
#define STDAILY_WORK_SCAN_H

#include "base/arena.h"
#include "base/str.h"
#include "work/watch.h"

typedef struct found_file {
    str path; /* in the archive, ends in NUL */
    int64_t size_bytes, mtime_ns, ctime_ns, inode, device;
    int32_t links; /* symbolic links followed to it */
} found_file;

typedef struct scan_message {
    str path, text;
} scan_message;

typedef struct scan {
    arena mem;
    found_file *files; /* sorted by the bytes of their paths */
    size_t n_files;
    scan_message *messages; /* what could not be looked at, sorted like them */
    size_t n_messages;
} scan;

/* Looks for .txt and .md files at every depth below `root`, names that begin with a dot left out.
 * Symbolic links are followed, but no folder is entered twice, and a file that links lead to counts once:
 * under its own name if that is in the archive, else under the first.
 * Fails when `root` itself cannot be read, or with CANCELLED. */
stdaily_status scan_archive(const char *root, watch *w, failure *f, scan *out);
void scan_free(scan *s); /* also after a failure */

#endif
