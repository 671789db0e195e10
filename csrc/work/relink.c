/* Where pages belong and where their markers lead. */
#include "store/pages.h"
#include "work/link_job.h"
#include "work/session.h"

#define JOB_BYTES ((int64_t)512 * 1024)

static void finish(session *s, job *base)
{
    const link_job *j = (const link_job *)base;
    for (size_t i = 0; i < j->n_tasks && session_going(s); i++)
        markers_put(s->db, j->tasks[i].group, j->tasks[i].markers, j->tasks[i].n_markers);
}

/* A function of its own, so that the job is sound after the jump. */
static bool add_task(session *s, link_job *j, const link_group *group)
{
    if (ARENA_FAILED(&j->mem))
        return false;
    link_task *t = &j->tasks[j->n_tasks++];
    t->group = group;
    t->texts = arena_array(&j->mem, group->n_pages, sizeof *t->texts);
    for (size_t i = 0; i < group->n_pages; i++) {
        t->texts[i] = pages_text(&j->mem, s->db, group->pages[i]);
        j->job.cost_bytes += (int64_t)t->texts[i].len;
    }
    return true;
}

static size_t start_job(session *s, const link_group *groups, size_t n)
{
    link_job *j = link_job_new(s->watch);
    if (!j) {
        session_out_of_memory(s);
        return 0;
    }
    s->starting = &j->job;
    bool good = true;
    while (good && j->n_tasks < n && j->n_tasks < MOST_LINK_GROUPS && j->job.cost_bytes < JOB_BYTES)
        good = add_task(s, j, &groups[j->n_tasks]);
    size_t taken = j->n_tasks;
    if (good)
        session_start_job(s, finish);
    else
        session_out_of_memory(s);
    return taken;
}

void session_link(session *s)
{
    size_t n;
    const link_group *groups = issues_update(&s->mem, s->db, s->touched, s->n_touched, &n);
    s->free_job = link_job_free;
    for (size_t at = 0; at < n && session_going(s);)
        at += start_job(s, groups + at, n - at);
    session_finish_jobs(s, finish);
}
