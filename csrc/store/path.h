/* Folders of the person's own. */
#ifndef STDAILY_STORE_PATH_H
#define STDAILY_STORE_PATH_H

#include <stdbool.h>

/* mkdir -p, for the person alone; "" and "/" are there.  `path` is as it was when it returns. */
bool path_make_folders(char *path);

#endif
