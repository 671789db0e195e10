#include "store/markers.h"

#include "parse/link.h"
#include "store/clue_words.h"

static const char *status_name(link_status status)
{
    static const char *const names[] = {
        [LINK_LINKED] = "linked", [LINK_PAGE_MISSING] = "page-missing", [LINK_UNMATCHED] = "unmatched"};
    return names[status];
}

static str copy_text(arena *mem, const db_rows *rows, int column)
{
    str text = db_text(rows, column);
    return (str){arena_copy(mem, text.ptr, text.len), text.len};
}

/* Why the marker leads where it does, or not to what is likeliest. */
static str evidence_of(arena *mem, const marker_link *l)
{
    buf out = buf_in(mem);
    if (l->best.page >= 0 && l->status != LINK_LINKED) {
        buf_add(&out, STR("not sure of \""));
        buf_add(&out, l->best.story->printed);
        buf_add(&out, STR("\": "));
    }
    buf_add(&out, l->best.page >= 0 ? l->best.evidence : STR(""));
    return buf_str(&out);
}

static void put_link(arena *mem, db *d, const link_group *group, const marker_link *l)
{
    bool linked = l->status == LINK_LINKED;
    db_run(d,
           "UPDATE marker SET status = ?4, to_page = ?5, to_article = nullif(?6, -1), confidence = ?7,"
           " evidence = ?8, message = ?9 WHERE page = ?1 AND teaser = ?2 AND position = ?3",
           "iiisnirss", group->ids[l->from_page], (int64_t)(l->marker->kind == CLUE_TEASER),
           (int64_t)l->marker->index, str_of(status_name(l->status)),
           linked ? group->ids[l->best.page] : (int64_t)0, (int64_t)(linked ? l->best.story->index : -1),
           l->best.page >= 0 ? l->best.confidence : 0.0, evidence_of(mem, l),
           link_message(mem, group->issue, group->pages, l));
}

static void put_words(db *d, int64_t issue_id, clue_words words)
{
    db_run(d, "DELETE FROM issue_word WHERE issue = ?1", "i", issue_id);
    for (size_t i = 0; i < words.n; i++)
        db_run(d, "INSERT INTO issue_word VALUES (?1, ?2)", "ii", (int64_t)words.items[i], issue_id);
}

void markers_link(arena *mem, db *d, rarity *r, link_group *group)
{
    size_t n;
    for (size_t i = 0; i < group->n_pages; i++)
        group->pages[i].clues = clues_of_page(mem, d, group->ids[i], &group->pages[i].n_clues);
    rarity_watch(r);
    const marker_link *links = link_issue(mem, r, group->issue, group->pages, group->n_pages, &n);
    if (group->issue)
        put_words(d, group->id, rarity_asked(r));
    for (size_t i = 0; i < n; i++)
        put_link(mem, d, group, &links[i]);
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
