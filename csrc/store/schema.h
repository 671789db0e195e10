/* The tables of the index. */
#ifndef STDAILY_STORE_SCHEMA_H
#define STDAILY_STORE_SCHEMA_H

#include "store/db.h"

typedef enum schema_state {
    SCHEMA_NONE, /* an empty file */
    SCHEMA_OURS,
    SCHEMA_OLD,    /* of another version of stdaily */
    SCHEMA_FOREIGN /* of another program, or of another archive */
} schema_state;

schema_state schema_look(db *d, str archive_path);
void schema_create(db *d, str archive_path);

/* The issue that stands for pages without one. */
enum { LOOSE_ISSUE = 0 };

/* Articles are numbered through in the full text index. */
#define ARTICLES_OF_PAGE (INT64_C(1) << 24)

/* Where a message comes from, which says when it goes. */
enum { MESSAGE_OF_CACHE, MESSAGE_OF_SCAN, MESSAGE_OF_FILE, MESSAGE_OF_CORRECTIONS };

#endif
