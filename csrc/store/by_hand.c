#include "store/by_hand.h"

#include "base/hash.h"

/* ---- which pages */

/* A page that stands in the archive twice has no one place. */
static void join(db *d, const correction *c)
{
    db_run(d,
           "INSERT INTO by_hand SELECT p.id, s.id,"
           " (SELECT jump_page FROM marker WHERE page = p.id AND teaser = ?3 AND line = ?4"
           "  ORDER BY headline = ?5 DESC, position LIMIT 1) AS leads_to,"
           " coalesce((SELECT continued_from FROM article WHERE page = s.id"
           "  ORDER BY line = ?6 DESC, headline = ?7 DESC, line > ?6, abs(line - ?6) LIMIT 1), 0), 2"
           " FROM page AS p, page AS s WHERE p.hash = ?1 AND s.hash = ?2 AND p.id <> s.id"
           " AND leads_to IS NOT NULL AND (SELECT count(*) FROM page WHERE hash IN (?1, ?2)) = 2"
           " ON CONFLICT DO UPDATE SET state = max(state, 1)",
           "iiiisis", (int64_t)c->marker.hash, (int64_t)c->story.hash, (int64_t)c->teaser, c->marker.line,
           c->marker.text, c->story.line, c->story.text);
}

bool by_hand_update(db *d, const corrections *all)
{
    str text = all->text;
    correction c;
    db_script(d, "UPDATE by_hand SET state = 0");
    while (corrections_next(&text, &c))
        if (c.what == CORRECTION_LINK)
            join(d, &c);
    bool differs = db_get(d, "SELECT count(*) FROM by_hand WHERE state <> 1", "") > 0;
    db_script(d, "DELETE FROM by_hand WHERE state = 0");
    return differs;
}

/* ---- their places */

typedef struct side {
    size_t page;
    int32_t number; /* that it has by the link; 0 unknown */
} side;

typedef struct joined {
    side from, to;
} joined;

typedef struct by_hand {
    const known_pages *known;
    places *places;
    joined *items;
    size_t n, capacity;
} by_hand;

static int32_t at_least_zero(int64_t number)
{
    return number > 0 && number <= INT32_MAX ? (int32_t)number : 0;
}

static void load(by_hand *h)
{
    const known_pages *k = h->known;
    db_rows rows = db_select(k->db,
                             "SELECT from_page, to_page, to_number, from_number FROM by_hand"
                             " JOIN page AS p ON p.id = from_page JOIN page AS s ON s.id = to_page"
                             " ORDER BY p.path, p.part, s.path, s.part, to_number, from_number",
                             "");
    while (db_next(&rows)) {
        joined j = {{known_index_of(k, db_int(&rows, 0)), at_least_zero(db_int(&rows, 3))},
                    {known_index_of(k, db_int(&rows, 1)), at_least_zero(db_int(&rows, 2))}};
        if (j.from.page == k->n_pages || j.to.page == k->n_pages)
            continue;
        h->items = arena_grow(k->mem, h->items, h->n, &h->capacity, sizeof *h->items);
        h->items[h->n++] = j;
    }
}

/* What the page says of itself comes before what the link says. */
static int32_t number_of(const by_hand *h, side s)
{
    int32_t own = h->places->pages[s.page].page_number;
    return own ? own : s.number;
}

static bool is_taken(const by_hand *h, int32_t at, int32_t number)
{
    for (size_t i = 0; number && i < h->known->n_pages; i++)
        if (h->places->pages[i].issue == at && h->places->pages[i].page_number == number)
            return true;
    return false;
}

static bool days_allow(const place_evidence *e, const issue *in)
{
    return !date_known(e->first) || !date_known(in->first) ||
           (date_compare(e->first, in->last) <= 0 && date_compare(e->last, in->first) >= 0);
}

static void put(const by_hand *h, side s, side other, const char *which)
{
    const placement *at = &h->places->pages[other.page];
    buf why = buf_in(h->known->mem);
    buf_addf(&why, "placed by a link that you corrected, %s ", which);
    buf_add(&why, h->known->evidence[other.page].key);
    h->places->pages[s.page] = (placement){.issue = at->issue,
                                           .page_number = number_of(h, s),
                                           .turn = at->turn,
                                           .sure = at->sure,
                                           .told = hash_bytes(buf_str(&why)) | 1,
                                           .by_links = buf_str(&why)};
}

/* Where the other page is placed and this one is not. */
static bool follow(const by_hand *h, side s, side other, const char *which)
{
    int32_t at = h->places->pages[other.page].issue, number = number_of(h, s);
    if (h->places->pages[s.page].issue >= 0 || at < 0 || is_taken(h, at, number) ||
        !days_allow(&h->known->evidence[s.page], &h->places->issues[at]))
        return false;
    put(h, s, other, which);
    return true;
}

static bool follow_all(const by_hand *h)
{
    bool any = false;
    for (size_t i = 0; i < h->n; i++) {
        any |= follow(h, h->items[i].to, h->items[i].from, "from");
        any |= follow(h, h->items[i].from, h->items[i].to, "to");
    }
    return any;
}

static int32_t add_issue(const by_hand *h, str page_key)
{
    places *p = h->places;
    issue *issues = arena_array(h->known->mem, p->n_issues + 1, sizeof *issues);
    buf key = buf_in(h->known->mem);
    if (p->n_issues)
        memcpy(issues, p->issues, p->n_issues * sizeof *issues);
    buf_add(&key, STR("undated-"));
    buf_add(&key, page_key);
    issues[p->n_issues] = (issue){.key = buf_str(&key), .paper = STR("")};
    p->issues = issues;
    return (int32_t)p->n_issues++;
}

/* Two loose pages become an issue. */
static bool found_issue(const by_hand *h)
{
    for (size_t i = 0; i < h->n; i++) {
        side from = h->items[i].from, to = h->items[i].to;
        placement *first = &h->places->pages[from.page], *second = &h->places->pages[to.page];
        int32_t n = number_of(h, from), m = number_of(h, to);
        if (first->issue >= 0 || second->issue >= 0 || (n && n == m))
            continue;
        second->issue = add_issue(h, h->known->evidence[from.page].key);
        second->page_number = m;
        put(h, from, to, "to");
        put(h, to, from, "from");
        return true;
    }
    return false;
}

void by_hand_place(const known_pages *k, places *p, bool all)
{
    by_hand h = {.known = k, .places = p};
    load(&h);
    do
        while (follow_all(&h))
            ;
    while (all && found_issue(&h));
}
