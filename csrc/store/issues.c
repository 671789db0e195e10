#include "store/issues.h"

#include <stdlib.h>

#include "base/buf.h"
#include "parse/loose.h"
#include "store/clue_words.h"
#include "store/link_memory.h"
#include "store/schema.h"

typedef struct stored_issue {
    int64_t id, rank;
    str title; /* says volume, number and dates */
    issue issue;
    int64_t pages, articles;
    bool keep;
} stored_issue;

typedef struct placed_page {
    int64_t issue, articles; /* issue -1: not placed before */
    double sure;
    int32_t number;
    str evidence;
} placed_page;

typedef struct update {
    arena *mem;
    db *db;
    place_evidence *evidence;
    placed_page *pages;
    int64_t *ids;
    uint64_t *texts;   /* hashes */
    page_clues *clues; /* heads */
    size_t n_pages;
    stored_issue *old;
    size_t n_old;
    link_memory *memory;
    places *places;
    stored_issue *now; /* places->issues as they are to be stored, then that of the loose pages */
    bool *issue_touched, *page_touched;
} update;

static str copy_text(arena *mem, const db_rows *rows, int column)
{
    str text = db_text(rows, column);
    if (!text.len)
        return STR("");
    return (str){arena_copy(mem, text.ptr, text.len), text.len};
}

static int read_number(str digits)
{
    int value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (digits.ptr[i] - '0');
    return value;
}

/* "2025-05-17" */
static date date_at(const db_rows *rows, int column)
{
    str iso = db_text(rows, column);
    if (iso.len != 10)
        return (date){0};
    return (date){(int16_t)read_number(str_to(iso, 4)), (int8_t)read_number((str){iso.ptr + 5, 2}),
                  (int8_t)read_number((str){iso.ptr + 8, 2})};
}

static str iso(arena *mem, date when)
{
    buf text = buf_in(mem);
    if (date_known(when))
        date_add_iso(&text, when);
    return buf_str(&text);
}

static void load_pages(update *u)
{
    size_t capacity = 0, evidence_capacity = 0, ids_capacity = 0, texts_capacity = 0, clues_capacity = 0;
    db_rows rows = db_select(
        u->db,
        "SELECT id, coalesce(issue, -1), articles, page_number, evidence, key, paper,"
        " volume, number, printed_page, date_first, date_last, not_before, sure, hash, heads, by_path"
        " FROM page ORDER BY path, part",
        "");
    while (db_next(&rows)) {
        size_t n = u->n_pages++;
        u->pages = arena_grow(u->mem, u->pages, n, &capacity, sizeof *u->pages);
        u->ids = arena_grow(u->mem, u->ids, n, &ids_capacity, sizeof *u->ids);
        u->ids[n] = db_int(&rows, 0);
        u->texts = arena_grow(u->mem, u->texts, n, &texts_capacity, sizeof *u->texts);
        u->texts[n] = (uint64_t)db_int(&rows, 14);
        u->clues = arena_grow(u->mem, u->clues, n, &clues_capacity, sizeof *u->clues);
        str heads = copy_text(u->mem, &rows, 15);
        u->clues[n] =
            (page_clues){(const clue_head *)(const void *)heads.ptr, heads.len / sizeof *u->clues[n].heads};
        str by_path = copy_text(u->mem, &rows, 16);
        u->pages[n] = (placed_page){.issue = db_int(&rows, 1),
                                    .sure = db_real(&rows, 13),
                                    .articles = db_int(&rows, 2),
                                    .number = (int32_t)db_int(&rows, 3),
                                    .evidence = copy_text(u->mem, &rows, 4)};
        u->evidence = arena_grow(u->mem, u->evidence, n, &evidence_capacity, sizeof *u->evidence);
        u->evidence[n] = (place_evidence){.key = copy_text(u->mem, &rows, 5),
                                          .paper = copy_text(u->mem, &rows, 6),
                                          .volume = (int32_t)db_int(&rows, 7),
                                          .number = (int32_t)db_int(&rows, 8),
                                          .page_number = (int32_t)db_int(&rows, 9),
                                          .first = date_at(&rows, 10),
                                          .last = date_at(&rows, 11),
                                          .not_before = date_at(&rows, 12)};
        if (by_path.len == sizeof(path_evidence))
            u->evidence[n].by_path = (const path_evidence *)(const void *)by_path.ptr;
    }
}

static stored_issue issue_at(arena *mem, const db_rows *rows)
{
    return (stored_issue){.id = db_int(rows, 0),
                          .rank = db_int(rows, 1),
                          .title = copy_text(mem, rows, 2),
                          .issue = {.key = copy_text(mem, rows, 3),
                                    .paper = copy_text(mem, rows, 4),
                                    .volume = (int32_t)db_int(rows, 5),
                                    .number = (int32_t)db_int(rows, 6),
                                    .first = date_at(rows, 7),
                                    .last = date_at(rows, 8)},
                          .pages = db_int(rows, 9),
                          .articles = db_int(rows, 10)};
}

#define ISSUE_COLUMNS                                                                                        \
    "SELECT id, rank, title, key, paper, volume, number, date_first, date_last, pages, articles FROM issue "

static void load_issues(update *u)
{
    size_t capacity = 0;
    db_rows rows = db_select(u->db, ISSUE_COLUMNS "ORDER BY key", "");
    while (db_next(&rows)) {
        u->old = arena_grow(u->mem, u->old, u->n_old, &capacity, sizeof *u->old);
        u->old[u->n_old++] = issue_at(u->mem, &rows);
    }
}

const issue *issues_load(arena *mem, db *d, int64_t id)
{
    if (id == LOOSE_ISSUE)
        return NULL;
    stored_issue *found = NULL;
    db_rows rows = db_select(d, ISSUE_COLUMNS "WHERE id = ?1", "i", id);
    if (db_next(&rows)) {
        found = arena_alloc(mem, sizeof *found);
        *found = issue_at(mem, &rows);
        db_done(&rows);
    }
    return found ? &found->issue : NULL;
}

static int compare_keys(const void *a, const void *b)
{
    const stored_issue *x = a, *y = b;
    size_t len = x->issue.key.len < y->issue.key.len ? x->issue.key.len : y->issue.key.len;
    int order = memcmp(x->issue.key.ptr, y->issue.key.ptr, len);
    return order ? order : (x->issue.key.len > y->issue.key.len) - (x->issue.key.len < y->issue.key.len);
}

static bool same_issue(const stored_issue *a, const stored_issue *b)
{
    return str_eq(a->title, b->title) && str_eq(a->issue.paper, b->issue.paper) &&
           a->issue.volume == b->issue.volume && a->issue.number == b->issue.number &&
           date_compare(a->issue.first, b->issue.first) == 0 &&
           date_compare(a->issue.last, b->issue.last) == 0;
}

/* The slot in `now` of a page's issue. */
static size_t slot_of(const update *u, size_t index)
{
    int32_t at = u->places->pages[index].issue;
    return at < 0 ? u->places->n_issues : (size_t)at;
}

static void prepare_issues(update *u)
{
    size_t n = u->places->n_issues;
    u->now = arena_array(u->mem, n + 1, sizeof *u->now);
    for (size_t i = 0; i < n; i++)
        u->now[i] = (stored_issue){.rank = (int64_t)i,
                                   .title = issue_title(u->mem, &u->places->issues[i]),
                                   .issue = u->places->issues[i]};
    u->now[n] = (stored_issue){.rank = (int64_t)n, .title = STR("Loose pages"), .issue.key = STR("")};
    for (size_t i = 0; i < u->n_pages; i++) {
        u->now[slot_of(u, i)].pages++;
        u->now[slot_of(u, i)].articles += u->pages[i].articles;
    }
}

static void put_issue(db *d, const stored_issue *s, arena *mem)
{
    const issue *i = &s->issue;
    db_run(d, "INSERT OR REPLACE INTO issue VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
           "isisznnzzii", s->id, i->key, s->rank, s->title, i->paper, (int64_t)i->volume, (int64_t)i->number,
           iso(mem, i->first), iso(mem, i->last), s->pages, s->articles);
}

static void remove_issue(db *d, int64_t id)
{
    db_run(d, "DELETE FROM issue WHERE id = ?1", "i", id);
    db_run(d, "DELETE FROM issue_word WHERE issue = ?1", "i", id);
}

/* Gives each issue the id under which it is stored, and stores what changed of it. */
static void write_issues(update *u)
{
    size_t n = u->places->n_issues;
    int64_t next_id = db_get(u->db, "SELECT max(id) FROM issue", "") + 1;
    for (size_t i = 0; i < n + (u->now[n].pages > 0); i++) {
        stored_issue *s = &u->now[i];
        stored_issue *old = u->n_old ? bsearch(s, u->old, u->n_old, sizeof *s, compare_keys) : NULL;
        s->id = i == n ? LOOSE_ISSUE : old ? old->id : next_id++;
        u->issue_touched[i] = !old || !same_issue(s, old);
        if (old)
            old->keep = true;
        if (u->issue_touched[i] || s->rank != old->rank || s->pages != old->pages ||
            s->articles != old->articles)
            put_issue(u->db, s, u->mem);
    }
    for (size_t i = 0; i < u->n_old; i++)
        if (!u->old[i].keep)
            remove_issue(u->db, u->old[i].id);
}

typedef struct id_slot {
    int64_t id;
    size_t slot;
} id_slot;

static int compare_ids(const void *a, const void *b)
{
    const id_slot *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

static void touch(update *u, const id_slot *slots, int64_t id)
{
    const id_slot wanted = {.id = id};
    const id_slot *found = bsearch(&wanted, slots, u->places->n_issues + 1, sizeof *slots, compare_ids);
    if (found)
        u->issue_touched[found->slot] = true;
}

static void write_pages(update *u, const id_slot *slots)
{
    for (size_t i = 0; i < u->n_pages; i++) {
        placed_page *p = &u->pages[i];
        const placement *now = &u->places->pages[i];
        int64_t issue_id = u->now[slot_of(u, i)].id;
        bool moved = p->issue != issue_id || p->number != now->page_number || p->sure < now->sure ||
                     p->sure > now->sure;
        if (!moved && str_eq(p->evidence, now->evidence))
            continue;
        db_run(u->db,
               "UPDATE page SET issue = ?2, page_number = ?3, evidence = ?4, sure = ?5,"
               " place = coalesce(?3, 1 << 40) WHERE id = ?1",
               "iinsr", u->ids[i], issue_id, (int64_t)now->page_number, now->evidence, now->sure);
        if (!moved)
            continue;
        touch(u, slots, p->issue);
        u->issue_touched[slot_of(u, i)] = true;
        u->page_touched[i] = true;
    }
}

static void add_to_group(const update *u, link_group *g, size_t index)
{
    const placement *at = &u->places->pages[index];
    const place_evidence *e = &u->evidence[index];
    g->pages[g->n_pages] =
        (link_page){.page_number = at->page_number, .sure = at->sure, .first = e->first, .last = e->last};
    g->ids[g->n_pages++] = u->ids[index];
}

static void make_room(const update *u, link_group *g, size_t n_pages)
{
    g->pages = arena_array(u->mem, n_pages, sizeof *g->pages);
    g->ids = arena_array(u->mem, n_pages, sizeof *g->ids);
}

static link_group *collect_groups(update *u, size_t *n_groups)
{
    size_t n = u->places->n_issues;
    link_group *groups = arena_array(u->mem, n + u->n_pages, sizeof *groups);
    size_t *group_of = arena_array(u->mem, n, sizeof *group_of);
    *n_groups = 0;
    for (size_t i = 0; i < n; i++) {
        if (!u->issue_touched[i])
            continue;
        link_group *g = &groups[group_of[i] = (*n_groups)++];
        g->issue = &u->places->issues[i];
        g->id = u->now[i].id;
        make_room(u, g, (size_t)u->now[i].pages);
    }
    for (size_t i = 0; i < u->n_pages; i++) {
        size_t slot = slot_of(u, i);
        bool loose = slot == n;
        if (loose ? !u->page_touched[i] : !u->issue_touched[slot])
            continue;
        link_group *g = &groups[loose ? (*n_groups)++ : group_of[slot]];
        if (loose)
            make_room(u, g, 1);
        add_to_group(u, g, i);
    }
    return groups;
}

static bool has_loose_pages(const update *u)
{
    for (size_t i = 0; i < u->n_pages; i++)
        if (u->places->pages[i].issue < 0)
            return true;
    return false;
}

/* A page's clues, as many as it has heads. */
static const clue *read_clues(void *source, size_t page_index, size_t n)
{
    const update *u = source;
    size_t n_read;
    const clue *read = clues_of_page(u->mem, u->db, u->ids[page_index], &n_read);
    clue *clues = arena_array(u->mem, n, sizeof *clues);
    for (size_t i = 0; i < n && i < n_read; i++)
        clues[i] = read[i];
    return clues;
}

static kept_use *read_uses(void *source, bool out, uint32_t key, size_t *n)
{
    const update *u = source;
    return link_memory_uses(u->memory, out, key, n);
}

/* Pages that say nothing of where they belong go where their stories do. */
static void place_by_stories(update *u, rarity *r, const rarity_change *changed_words)
{
    str *said = arena_array(u->mem, u->n_pages, sizeof *said);
    for (size_t i = 0; i < u->n_pages; i++)
        said[i] = u->pages[i].evidence;
    const loose_context context = {.rarity = r,
                                   .texts = u->texts,
                                   .evidence = said,
                                   .before = changed_words->from_nothing ? NULL : link_memory_load(u->memory),
                                   .changed_words = changed_words,
                                   .clues = read_clues,
                                   .uses = read_uses,
                                   .source = u};
    loose_memory now = place_loose(u->mem, u->places, u->evidence, u->clues, u->n_pages, &context);
    link_memory_put(u->memory, &now);
}

/* A link is as sure as words are rare. */
static void touch_words(update *u, const id_slot *slots, const rarity_change *changed)
{
    if (!changed->n)
        return;
    db_rows rows = db_select(u->db, "SELECT issue, keys FROM issue_word", "");
    while (db_next(&rows)) {
        str keys = copy_text(u->mem, &rows, 1);
        clue_words words = {(const uint32_t *)(const void *)keys.ptr, keys.len / sizeof(uint32_t)};
        if (rarity_changed_in(words, changed))
            touch(u, slots, db_int(&rows, 0));
    }
}

static void touch_all(update *u)
{
    memset(u->issue_touched, true, u->places->n_issues + 1);
    memset(u->page_touched, true, u->n_pages);
}

link_group *issues_update(arena *mem, db *d, rarity *r, const issues_news *news, size_t *n_groups)
{
    update u = {.mem = mem, .db = d};
    load_pages(&u);
    load_issues(&u);
    u.places = place_pages(mem, u.evidence, u.n_pages);
    bool knew = link_memory_holds(d, u.n_pages) && !news->words->from_nothing;
    u.memory = link_memory_open(mem, d, u.ids, u.n_pages);
    if (has_loose_pages(&u))
        place_by_stories(&u, r, news->words);
    else
        link_memory_put(u.memory, NULL);
    size_t n = u.places->n_issues;
    u.issue_touched = arena_array(mem, n + 1, sizeof *u.issue_touched);
    u.page_touched = arena_array(mem, u.n_pages, sizeof *u.page_touched);
    prepare_issues(&u);
    write_issues(&u);
    id_slot *slots = arena_array(mem, n + 1, sizeof *slots);
    for (size_t i = 0; i <= n; i++)
        slots[i] = (id_slot){u.now[i].id, i};
    qsort(slots, n + 1, sizeof *slots, compare_ids);
    write_pages(&u, slots);
    for (size_t i = 0; i < news->n_lost; i++)
        touch(&u, slots, news->lost[i]);
    if (knew)
        touch_words(&u, slots, news->words);
    else
        touch_all(&u);
    return collect_groups(&u, n_groups);
}
