/* A person's word on where a marker leads: into the file that keeps it, and into the index. */
#include "store/by_hand.h"

#include "api/reading.h"
#include "store/lists.h"
#include "work/relink.h"

typedef struct request {
    query *q;
    str page, marker, target;
    correction correction;
    marker_key from;
    int64_t from_article; /* that it ends; -1 none */
} request;

static uint64_t hash_of(db *d, int64_t page_id)
{
    return (uint64_t)db_get(d, "SELECT hash FROM page WHERE id = ?1", "i", page_id);
}

static stdaily_status find_marker(request *r)
{
    query *q = r->q;
    stdaily_status status = query_find_marker(q, r->page, r->marker, &r->from);
    if (status != STDAILY_OK)
        return status;
    const page *p = reading_page(q, r->from.page);
    correction *c = &r->correction;
    size_t at = r->from.position;
    c->teaser = r->from.is_teaser;
    if (at >= (c->teaser ? p->n_teasers : p->n_jumps))
        return fail(q->failure, STDAILY_FAILED, "the page %s is not as the index has it", r->page.ptr);
    int32_t first = c->teaser ? p->teasers[at].first_block : p->jumps[at].block;
    r->from_article = c->teaser ? -1 : p->jumps[at].article;
    c->marker =
        (text_place){.file = r->page,
                     .text = c->teaser ? p->teasers[at].headline : reading_jump_text(p, &p->jumps[at]),
                     .hash = hash_of(q->db, r->from.page),
                     .line = reading_line(p, first)};
    return STDAILY_OK;
}

static stdaily_status no_target(request *r)
{
    return fail(r->q->failure, STDAILY_INVALID,
                "%s is no other story: give an article as \"page-2.txt:a1\", \"none\" or \"\"",
                r->target.ptr);
}

static stdaily_status find_target(request *r)
{
    if (!r->target.len || str_eq(r->target, STR("none"))) {
        r->correction.what = r->target.len ? CORRECTION_NONE : CORRECTION_UNDO;
        return STDAILY_OK;
    }
    size_t colon = r->target.len;
    while (colon && r->target.ptr[colon - 1] != ':')
        colon--;
    str key = str_to(r->target, colon ? colon - 1 : 0);
    int64_t story_page = lists_page(r->q->db, key);
    int64_t position = query_article_position(str_from(r->target, colon));
    bool own = story_page == r->from.page && position == r->from_article;
    db_rows found = lists_place(r->q->db, story_page, position);
    if (own || !db_next(&found))
        return no_target(r);
    str headline = db_text(&found, 1);
    r->correction.story =
        (text_place){.file = key,
                     .text = {arena_copy(&r->q->mem, headline.ptr, headline.len), headline.len},
                     .hash = hash_of(r->q->db, story_page),
                     .line = db_int(&found, 0)};
    db_done(&found);
    return STDAILY_OK;
}

/* The index follows the file, by whomever that was written. */
static void apply(request *r)
{
    query *q = r->q;
    const corrections all = corrections_load(&q->mem, q->archive->corrections_path);
    corrections_restore(q->db);
    if (by_hand_update(q->db, &all))
        relink_by_hand(&q->mem, q->db);
    corrections_apply(q->db, &all);
    db_script(q->db, "UPDATE meta SET value = value + 1 WHERE name = 'generation'; COMMIT");
}

static stdaily_status correct(request *r)
{
    query *q = r->q;
    if (ARENA_FAILED(&q->mem) || ARENA_FAILED(&q->page_mem))
        return fail(q->failure, STDAILY_NO_MEMORY, "memory ran out");
    stdaily_status status = find_marker(r);
    if (status == STDAILY_OK)
        status = find_target(r);
    if (status == STDAILY_OK && db_status(q->db) == STDAILY_OK)
        status = corrections_save(q->archive->corrections_path, &r->correction, q->failure);
    if (status == STDAILY_OK && db_status(q->db) == STDAILY_OK)
        apply(r);
    return status;
}

static stdaily_status busy(failure *f)
{
    return fail(f, STDAILY_BUSY, "this archive is being refreshed: correct the link when that is done");
}

stdaily_status stdaily_correct(stdaily_archive *archive, const char *page_key, const char *marker_text,
                               const char *target)
{
    if (!archive || !archive->refresh || !page_key || !marker_text)
        return STDAILY_INVALID;
    failure ignored;
    if (refresh_wait(archive->refresh, 0, &ignored) == STDAILY_BUSY)
        return busy(&archive->failure);
    stdaily_status status = STDAILY_OK;
    if (!store_is_current(archive->store))
        status = store_renew(archive->store, false, &archive->failure);
    if (status != STDAILY_OK)
        return status;
    query q = {.archive = archive, .failure = &archive->failure, .db = store_db(archive->store)};
    request r = {.q = &q,
                 .page = str_of(page_key),
                 .marker = str_of(marker_text),
                 .target = str_of(target ? target : "")};
    db_script(q.db, "BEGIN IMMEDIATE");
    if (db_status(q.db) == STDAILY_OK)
        status = correct(&r);
    bool locked = db_status(q.db) == STDAILY_BUSY;
    stdaily_status of_db = store_status(archive->store, &archive->failure);
    db_clear(q.db);
    arena_free(&q.page_mem);
    arena_free(&q.mem);
    if (of_db != STDAILY_OK)
        return locked ? busy(&archive->failure) : of_db;
    return status;
}
