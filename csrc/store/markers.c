#include "store/markers.h"

#include "parse/link.h"

static const char *status_name(link_status status)
{
    static const char *const names[] = {
        [LINK_LINKED] = "linked", [LINK_PAGE_MISSING] = "page-missing", [LINK_UNMATCHED] = "unmatched"};
    return names[status];
}

static uint32_t line_of(const page *p, int32_t index)
{
    return index >= 0 && (size_t)index < p->n_blocks ? p->blocks[index].line : 1;
}

static marker marker_of(const link_group *group, const page *p, const link *l)
{
    marker m = {.page = group->pages[l->from_page],
                .teaser = l->from_teaser >= 0,
                .position = l->from_teaser >= 0 ? l->from_teaser : l->from_jump,
                .article = -1,
                .status = status_name(l->status),
                .to_article = l->to_article,
                .confidence = l->confidence,
                .evidence = l->evidence};
    if (l->status == LINK_LINKED)
        m.to_page = group->pages[l->to_page];
    if (m.teaser) {
        const teaser *t = &p->teasers[m.position];
        m.line = line_of(p, t->first_block);
        m.headline = t->headline;
        m.section = t->section;
        m.jump_page = t->page;
    } else {
        const jump *j = &p->jumps[m.position];
        m.line = line_of(p, j->block);
        m.article = j->article;
        m.jump_page = j->page;
    }
    return m;
}

marker *markers_link(arena *mem, const link_group *group, const str *texts, size_t *n)
{
    link_page *pages = arena_array(mem, group->n_pages, sizeof *pages);
    for (size_t i = 0; i < group->n_pages; i++)
        pages[i] = (link_page){page_parse(mem, texts[i]), group->numbers[i]};
    link *links = link_issue(mem, group->issue, pages, group->n_pages, n);
    marker *markers = arena_array(mem, *n, sizeof *markers);
    for (size_t i = 0; i < *n; i++) {
        markers[i] = marker_of(group, pages[links[i].from_page].page, &links[i]);
        markers[i].message = link_message(mem, group->issue, pages, &links[i]);
    }
    return markers;
}

void markers_put(db *d, const link_group *group, const marker *markers, size_t n)
{
    for (size_t i = 0; i < group->n_pages; i++)
        db_run(d, "DELETE FROM marker WHERE page = ?1", "i", group->pages[i]);
    for (size_t i = 0; i < n; i++) {
        const marker *m = &markers[i];
        db_run(d,
               "INSERT INTO marker VALUES (?1, ?2, ?3, ?4, nullif(?5, -1), ?6, ?7, ?8, ?9, ?10,"
               " nullif(?11, -1), ?12, ?13, ?14)",
               "iiiiizzisnirss", m->page, (int64_t)m->teaser, (int64_t)m->position, (int64_t)m->line,
               (int64_t)m->article, m->headline, m->section, (int64_t)m->jump_page, str_of(m->status),
               m->to_page, (int64_t)m->to_article, m->confidence, m->evidence, m->message);
    }
}

static str copy_text(arena *mem, const db_rows *rows, int column)
{
    str text = db_text(rows, column);
    return (str){arena_copy(mem, text.ptr, text.len), text.len};
}

stored_marker *markers_load(arena *mem, db *d, int64_t page_id, size_t *n)
{
    stored_marker *markers = NULL;
    size_t capacity = 0;
    *n = 0;
    db_rows rows = db_select(d,
                             "SELECT m.teaser, m.line, coalesce(m.article, -1), m.headline, m.section,"
                             " m.jump_page, m.status, p.key, m.to_article, a.printed, m.confidence"
                             " FROM marker AS m LEFT JOIN page AS p ON p.id = m.to_page"
                             " LEFT JOIN article AS a ON a.page = m.to_page AND a.position = m.to_article"
                             " WHERE m.page = ?1 ORDER BY m.teaser, m.position",
                             "i", page_id);
    while (db_next(&rows)) {
        markers = arena_grow(mem, markers, *n, &capacity, sizeof *markers);
        markers[(*n)++] = (stored_marker){.teaser = db_int(&rows, 0) != 0,
                                          .line = (uint32_t)db_int(&rows, 1),
                                          .article = (int32_t)db_int(&rows, 2),
                                          .headline = copy_text(mem, &rows, 3),
                                          .section = copy_text(mem, &rows, 4),
                                          .jump_page = (int32_t)db_int(&rows, 5),
                                          .status = copy_text(mem, &rows, 6),
                                          .to_key = copy_text(mem, &rows, 7),
                                          .to_article = (int32_t)db_int(&rows, 8),
                                          .to_headline = copy_text(mem, &rows, 9),
                                          .confidence = db_real(&rows, 10)};
    }
    return markers;
}
