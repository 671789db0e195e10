/* Links the markers of issues on another thread. */
#ifndef STDAILY_WORK_LINK_JOB_H
#define STDAILY_WORK_LINK_JOB_H

#include "store/markers.h"
#include "work/pool.h"
#include "work/watch.h"

enum { MOST_LINK_GROUPS = 64 };

typedef struct link_task {
    const link_group *group;
    str *texts; /* of its pages */
    marker *markers;
    size_t n_markers;
} link_task;

typedef struct link_job {
    job job;
    watch *watch;
    arena mem; /* of the texts and the markers */
    link_task tasks[MOST_LINK_GROUPS];
    size_t n_tasks;
} link_job;

link_job *link_job_new(watch *w);
void link_job_free(job *j);

#endif
