/* Links without a refresh. */
#ifndef STDAILY_WORK_RELINK_H
#define STDAILY_WORK_RELINK_H

#include "base/arena.h"
#include "store/db.h"

/* Places all pages anew, none of which changed, and links what that touches; within the caller's
 * transaction. */
void relink_by_hand(arena *mem, db *d);

#endif
