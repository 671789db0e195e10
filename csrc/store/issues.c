#include "store/issues.h"

#include <stdlib.h>

#include "base/sort.h"
#include "parse/loose.h"
#include "store/by_hand.h"
#include "store/clue_words.h"
#include "store/issue_rows.h"
#include "store/link_uses.h"

typedef struct update {
    arena *mem;
    db *db;
    known_pages *known;
    link_uses *uses;
    places *places;
    kept_page *keep;
    issue_row *rows; /* places->issues, then that of the loose pages */
    bool *issue_touched, *page_touched;
} update;

/* Whether words are as rare as when links were made last, but for those that changed since, and of these all
 * is kept that depends on them: the archive has about as many pages, and no word that was not close to
 * telling something when all was made can do so now. */
static bool are_as_rare(db *d, size_t n_pages, int64_t most_lost)
{
    int64_t then = db_get(d, "SELECT value FROM meta WHERE name = 'linked_pages'", "");
    int64_t lost = most_lost + db_get(d, "SELECT value FROM meta WHERE name = 'lost_pages'", "");
    double differ = rarity_log_pages(then) - rarity_log_pages((int64_t)n_pages);
    bool as_rare = then > 0 && differ > -0.1 && differ < 0.1 && lost <= rarity_close_pages((int64_t)n_pages);
    db_run(d, "INSERT OR REPLACE INTO meta VALUES ('linked_pages', ?1), ('lost_pages', ?2)", "ii",
           (int64_t)n_pages, as_rare ? lost : (int64_t)0);
    return as_rare;
}

/* The slot in `rows` of a page's issue. */
static size_t slot_of(const update *u, size_t index)
{
    int32_t at = u->places->pages[index].issue;
    return at < 0 ? u->places->n_issues : (size_t)at;
}

/* Gives each issue the id under which it is stored, and stores what changed of it. */
static void write_issues(update *u)
{
    size_t n = u->places->n_issues;
    u->rows = arena_array(u->mem, n + 1, sizeof *u->rows);
    for (size_t i = 0; i < n; i++)
        u->rows[i].issue = &u->places->issues[i];
    for (size_t i = 0; i < u->known->n_pages; i++) {
        u->rows[slot_of(u, i)].pages++;
        u->rows[slot_of(u, i)].articles += u->known->pages[i].articles;
    }
    issue_rows_put(u->mem, u->db, u->rows, n + (u->rows[n].pages > 0));
    for (size_t i = 0; i <= n; i++)
        u->issue_touched[i] = u->rows[i].changed;
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

static id_slot *sort_ids(const update *u)
{
    size_t n = u->places->n_issues + 1;
    id_slot *slots = arena_array(u->mem, n, sizeof *slots);
    for (size_t i = 0; i < n; i++)
        slots[i] = (id_slot){u->rows[i].id, i};
    sort_items(slots, n, sizeof *slots, compare_ids);
    return slots;
}

static void touch(update *u, const id_slot *slots, int64_t id)
{
    const id_slot wanted = {.id = id};
    const id_slot *found = bsearch(&wanted, slots, u->places->n_issues + 1, sizeof *slots, compare_ids);
    if (found)
        u->issue_touched[found->slot] = true;
}

static void write_page(update *u, size_t index, int64_t issue_id, bool tells_anew)
{
    const placement *at = &u->places->pages[index];
    db_run(u->db,
           "UPDATE page SET issue = ?2, page_number = ?3, place = coalesce(?3, 1 << 40),"
           " evidence = coalesce(?4, evidence) WHERE id = ?1",
           "iinz", u->known->pages[index].id, issue_id, (int64_t)at->page_number,
           tells_anew ? place_tell(u->mem, u->places, index) : STR(""));
}

static void write_pages(update *u, const id_slot *slots)
{
    int64_t *issue_ids = arena_array(u->mem, u->known->n_pages, sizeof *issue_ids);
    for (size_t i = 0; i < u->known->n_pages; i++) {
        const known_page *before = &u->known->pages[i];
        const placement *now = &u->places->pages[i];
        int64_t issue_id = issue_ids[i] = u->rows[slot_of(u, i)].id;
        bool moved = before->issue != issue_id || before->number != now->page_number ||
                     before->turn != now->turn || before->sure < now->sure || before->sure > now->sure;
        bool tells_anew = u->known->found.pages[i].told != now->told || now->by_links.len;
        if (moved || tells_anew)
            write_page(u, i, issue_id, tells_anew);
        if (!moved)
            continue;
        touch(u, slots, before->issue);
        u->issue_touched[slot_of(u, i)] = true;
        u->page_touched[i] = true;
    }
    known_put(u->known, u->places->pages, issue_ids, u->keep);
}

static void add_to_group(const update *u, link_group *g, size_t index)
{
    const placement *at = &u->places->pages[index];
    const place_evidence *e = &u->known->evidence[index];
    g->pages[g->n_pages] = (link_page){.page_number = at->page_number,
                                       .turn = at->turn,
                                       .sure = at->sure,
                                       .first = e->first,
                                       .last = e->last};
    g->ids[g->n_pages++] = u->known->pages[index].id;
}

typedef struct group_list {
    link_group *items;
    size_t n, capacity;
} group_list;

static link_group *add_group(const update *u, group_list *groups, size_t n_pages)
{
    groups->items = arena_grow(u->mem, groups->items, groups->n, &groups->capacity, sizeof *groups->items);
    link_group *g = &groups->items[groups->n++];
    *g = (link_group){.pages = arena_array(u->mem, n_pages, sizeof *g->pages),
                      .ids = arena_array(u->mem, n_pages, sizeof *g->ids)};
    return g;
}

static link_group *collect_groups(update *u, size_t *n_groups)
{
    size_t n = u->places->n_issues;
    group_list groups = {0};
    size_t *group_of = arena_array(u->mem, n, sizeof *group_of);
    for (size_t i = 0; i < n; i++) {
        if (!u->issue_touched[i])
            continue;
        group_of[i] = groups.n;
        link_group *g = add_group(u, &groups, (size_t)u->rows[i].pages);
        g->issue = &u->places->issues[i];
        g->id = u->rows[i].id;
    }
    for (size_t i = 0; i < u->known->n_pages; i++) {
        size_t slot = slot_of(u, i);
        if (slot == n && u->page_touched[i])
            add_to_group(u, add_group(u, &groups, 1), i);
        else if (slot < n && u->issue_touched[slot])
            add_to_group(u, &groups.items[group_of[slot]], i);
    }
    *n_groups = groups.n;
    return groups.items;
}

static bool has_loose_pages(const update *u)
{
    for (size_t i = 0; i < u->known->n_pages; i++)
        if (u->places->pages[i].issue < 0)
            return true;
    return false;
}

/* A page's clues, as many as it has heads. */
static const clue *read_clues(void *source, size_t page_index, size_t n)
{
    const update *u = source;
    size_t n_read;
    const clue *read = clues_of_page(u->mem, u->db, u->known->pages[page_index].id, &n_read);
    clue *clues = arena_array(u->mem, n, sizeof *clues);
    for (size_t i = 0; i < n && i < n_read; i++)
        clues[i] = read[i];
    return clues;
}

static kept_use *read_uses(void *source, bool out, uint32_t key, size_t *n)
{
    const update *u = source;
    return link_uses_of(u->uses, out, key, n);
}

/* Pages that say nothing of where they belong go where their stories do. */
static void place_by_stories(update *u, rarity *r, const rarity_change *changed_words, bool knew)
{
    const known_pages *known = u->known;
    const loose_context context = {.rarity = r,
                                   .texts = known->texts,
                                   .before = knew ? &known->found : NULL,
                                   .changed_words = changed_words,
                                   .clues = read_clues,
                                   .uses = read_uses,
                                   .source = u};
    loose_memory now =
        place_loose(u->mem, u->places, known->evidence, known->clues, known->n_pages, &context);
    link_uses_put(u->uses, &now);
    u->keep = now.pages;
}

/* A link is as sure as words are rare. */
static void touch_words(update *u, const id_slot *slots, const rarity_change *changed)
{
    for (size_t i = 0; i < changed->n; i++) {
        db_rows rows =
            db_select(u->db, "SELECT issue FROM issue_word WHERE key = ?1", "i", (int64_t)changed->keys[i]);
        while (db_next(&rows))
            touch(u, slots, db_int(&rows, 0));
    }
}

static void touch_all(update *u)
{
    memset(u->issue_touched, true, u->places->n_issues + 1);
    memset(u->page_touched, true, u->known->n_pages);
}

link_group *issues_update(arena *mem, db *d, rarity *r, const issues_news *news, size_t *n_groups)
{
    update u = {.mem = mem, .db = d, .known = known_load(mem, d)};
    size_t n_pages = u.known->n_pages;
    u.places = place_pages(mem, u.known->evidence, n_pages);
    u.uses = link_uses_open(u.known);
    bool knew = are_as_rare(d, n_pages, news->words->most_lost);
    by_hand_place(u.known, u.places, false);
    if (has_loose_pages(&u)) {
        place_by_stories(&u, r, news->words, knew);
    } else {
        link_uses_put(u.uses, NULL);
        u.keep = arena_array(mem, n_pages, sizeof *u.keep);
    }
    by_hand_place(u.known, u.places, true);
    u.issue_touched = arena_array(mem, u.places->n_issues + 1, sizeof *u.issue_touched);
    u.page_touched = arena_array(mem, n_pages, sizeof *u.page_touched);
    write_issues(&u);
    const id_slot *slots = sort_ids(&u);
    write_pages(&u, slots);
    for (size_t i = 0; i < news->n_lost; i++)
        touch(&u, slots, news->lost[i]);
    if (knew)
        touch_words(&u, slots, news->words);
    else
        touch_all(&u);
    return collect_groups(&u, n_groups);
}
