#include "work/link_job.h"

#include <stdlib.h>

static void run(job *base)
{
    link_job *j = (link_job *)base;
    j->job.failed = true;
    if (ARENA_FAILED(&j->mem))
        return;
    for (size_t i = 0; i < j->n_tasks && !watch_cancelled(j->watch); i++) {
        link_task *t = &j->tasks[i];
        t->markers = markers_link(&j->mem, t->group, t->texts, &t->n_markers);
    }
    j->job.failed = watch_cancelled(j->watch);
}

link_job *link_job_new(watch *w)
{
    link_job *j = calloc(1, sizeof *j);
    if (j) {
        j->job.run = run;
        j->watch = w;
        j->mem.stop = &w->cancelled;
    }
    return j;
}

void link_job_free(job *base)
{
    link_job *j = (link_job *)base;
    arena_free(&j->mem);
    free(j);
}
