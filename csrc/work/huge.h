/* Memory of huge pages, where the system has them. */
#ifndef STDAILY_WORK_HUGE_H
#define STDAILY_WORK_HUGE_H

#include <stddef.h>

/* malloc() for much memory that is used at once: to map it in small pages takes about as long as to use it.
 */
void *huge_alloc(size_t bytes);

#endif
