/* The stories that a marker may lead to: those of its issue, and those of pages without a date that the index
 * finds by its rarest words. */
#include <stdlib.h>

#include "api/reading.h"
#include "base/buf.h"
#include "parse/edge.h"
#include "parse/link.h"
#include "parse/token.h"
#include "store/clue_words.h"
#include "store/pages.h"
#include "store/schema.h"
#include "store/search.h"

enum { MOST_PAGES = 48, MOST_ALIKE_PAGES = 16, MOST_RARE_WORDS = 12, MOST_CANDIDATES = 30 };

typedef struct gathered {
    int64_t ids[MOST_PAGES];
    link_page pages[MOST_PAGES];
    size_t n;
} gathered;

static void add_page(query *q, gathered *g, int64_t id, int64_t number, bool elsewhere)
{
    for (size_t i = 0; i < g->n; i++)
        if (g->ids[i] == id)
            return;
    if (g->n == MOST_PAGES)
        return;
    g->ids[g->n] = id;
    link_page *p = &g->pages[g->n++];
    *p = (link_page){.page_number = (int32_t)number, .sure = 1, .elsewhere = elsewhere};
    p->clues = clues_of_page(&q->mem, q->db, id, &p->n_clues);
}

static void add_pages(query *q, gathered *g, db_rows rows, size_t most, bool elsewhere)
{
    int64_t ids[MOST_PAGES], numbers[MOST_PAGES];
    size_t n = 0;
    while (n < most && db_next(&rows)) {
        ids[n] = db_int(&rows, 0);
        numbers[n++] = db_int(&rows, 1);
    }
    db_done(&rows);
    for (size_t i = 0; i < n; i++)
        add_page(q, g, ids[i], numbers[i], elsewhere);
}

/* ---- the words by which others are found */

typedef struct rare_word {
    str word;
    int64_t count;
} rare_word;

static int rarest_first(const void *x, const void *y)
{
    const rare_word *a = x, *b = y;
    return (a->count > b->count) - (a->count < b->count);
}

static bool has_word(const rare_word *words, size_t n, str word)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(words[i].word, word))
            return true;
    return false;
}

/* Words of the text that stand elsewhere too. */
static search_terms rare_words(query *q, str text)
{
    enum { MOST_READ = 400 };
    const lexicon *all = reading_words(q);
    rare_word *words = arena_array(&q->mem, MOST_READ, sizeof *words);
    size_t n = 0, at = 0;
    str token;
    while (n < MOST_READ && token_next(text, &at, &token)) {
        str core = token_core(token);
        if (!word_tells(core, false) || has_word(words, n, core))
            continue;
        int64_t count = lexicon_count(all, core);
        if (count > 1)
            words[n++] = (rare_word){core, count};
    }
    if (n)
        qsort(words, n, sizeof *words, rarest_first);
    search_terms terms = {.n = n < MOST_RARE_WORDS ? n : MOST_RARE_WORDS};
    terms.items = arena_array(&q->mem, terms.n, sizeof *terms.items);
    for (size_t i = 0; i < terms.n; i++)
        terms.items[i] = words[i].word;
    return terms;
}

static const clue *marker_clue(const link_page *p, const marker_key *m)
{
    for (size_t i = 0; i < p->n_clues; i++)
        if (p->clues[i].kind == (m->is_teaser ? CLUE_TEASER : CLUE_JUMP) &&
            p->clues[i].index == (int32_t)m->position)
            return &p->clues[i];
    return NULL;
}

static str marker_text(query *q, int64_t page_id, const clue *marker)
{
    buf text = buf_in(&q->mem);
    buf_add(&text, marker->printed);
    if (marker->article >= 0) {
        const page *p = reading_page_in(q, &q->mem, page_id);
        buf_add_char(&text, ' ');
        if ((size_t)marker->article < p->n_articles)
            buf_add(&text, edge_body(&q->mem, p, &p->articles[marker->article]));
    }
    return buf_str(&text);
}

/* ---- the rows */

static bool put_candidate(query *q, const gathered *g, const link_candidate *c)
{
    db_rows row =
        db_select(q->db,
                  "SELECT p.key, 'a' || (a.position + 1), i.title, p.page_number, a.headline, a.line"
                  " FROM article AS a JOIN page AS p ON p.id = a.page JOIN issue AS i"
                  " ON i.id = p.issue WHERE a.page = ?1 AND a.position = ?2",
                  "ii", g->ids[c->page], (int64_t)c->story->index);
    if (!db_next(&row))
        return false;
    for (int column = 0; column < 6; column++)
        rows_add_column(q->rows, &row, column);
    db_done(&row);
    rows_add_real(q->rows, c->confidence);
    rows_add_text(q->rows, c->evidence);
    return true;
}

/* The marker; NULL when its page is not there any more. */
static const clue *gather(query *q, gathered *g, const marker_key *m)
{
    add_pages(q, g,
              db_select(q->db,
                        "SELECT id, page_number FROM page WHERE id = ?1 UNION ALL SELECT o.id, o.page_number"
                        " FROM page AS p CROSS JOIN page AS o ON o.issue = p.issue AND o.id <> p.id"
                        " WHERE p.id = ?1 AND p.issue <> 0",
                        "i", m->page),
              MOST_PAGES - MOST_ALIKE_PAGES, false);
    const clue *marker = g->n ? marker_clue(&g->pages[0], m) : NULL;
    if (!marker)
        return NULL;
    search_terms terms = rare_words(q, marker_text(q, m->page, marker));
    if (terms.n)
        add_pages(q, g, search_undated_pages(&q->mem, q->db, &terms, m->page), MOST_ALIKE_PAGES, true);
    return marker;
}

/* What is left of the odds of a story that another jump line leads to. */
static const double taken_share = 0.02;

static bool is_taken(query *q, const gathered *g, const marker_key *m, const link_candidate *c)
{
    return !m->is_teaser &&
           db_get(q->db,
                  "SELECT count(*) FROM marker WHERE to_page = ?1 AND to_article = ?2"
                  " AND teaser = 0 AND NOT (page = ?3 AND position = ?4)",
                  "iiii", g->ids[c->page], (int64_t)c->story->index, m->page, (int64_t)m->position);
}

static int surest_first(const void *x, const void *y)
{
    const link_candidate *a = x, *b = y;
    int order = (a->confidence < b->confidence) - (a->confidence > b->confidence);
    order = order ? order : (a->page > b->page) - (a->page < b->page);
    return order ? order : (a->story->index > b->story->index) - (a->story->index < b->story->index);
}

/* What linking left a story of the marker's issue at: it knows how sure the pages are of one issue. */
static double most_in_issue(query *q, const marker_key *m)
{
    db_rows row = db_select(q->db,
                            "SELECT confidence FROM marker WHERE page = ?1 AND teaser = ?2 AND position = ?3"
                            " AND status = 'unmatched' AND confidence > 0",
                            "iii", m->page, (int64_t)m->is_teaser, (int64_t)m->position);
    double most = db_next(&row) ? db_real(&row, 0) : 1;
    db_done(&row);
    return most;
}

/* Makes the likeliest story of the issue no likelier than `most`, and the others less in proportion. */
static void bound(const gathered *g, link_candidate *all, size_t n, double most)
{
    double top = most;
    for (size_t i = 0; i < n; i++)
        if (!g->pages[all[i].page].elsewhere && all[i].confidence > top)
            top = all[i].confidence;
    for (size_t i = 0; i < n; i++)
        if (!g->pages[all[i].page].elsewhere)
            all[i].confidence *= most / top;
}

/* Each story is weighed again, with what is known of other jumps. */
static void weigh(query *q, const gathered *g, const marker_key *m, link_candidate *all, size_t n)
{
    double left = 1;
    for (size_t i = 0; i < n; i++) {
        double before = all[i].confidence;
        if (is_taken(q, g, m, &all[i]))
            all[i].confidence *= taken_share;
        left -= before - all[i].confidence;
    }
    for (size_t i = 0; i < n; i++)
        all[i].confidence /= left;
    bound(g, all, n, most_in_issue(q, m));
    if (n)
        qsort(all, n, sizeof *all, surest_first);
}

stdaily_status query_candidates(query *q)
{
    marker_key m;
    stdaily_status status = query_find_marker(q, q->args[0], q->args[1], &m);
    if (status != STDAILY_OK)
        return status;
    gathered g = {0};
    const clue *marker = gather(q, &g, &m);
    if (!marker)
        return STDAILY_OK;
    size_t n, rows = 0;
    rarity *r = clue_words_rarity(&q->mem, q->db);
    int64_t n_loose = db_get(q->db, "SELECT pages FROM issue WHERE id = ?1", "i", (int64_t)LOOSE_ISSUE);
    link_candidate *all = link_candidates(&q->mem, r, g.pages, g.n, 0, marker, n_loose, &n);
    weigh(q, &g, &m, all, n);
    for (size_t i = 0; i < n && rows < MOST_CANDIDATES; i++)
        rows += put_candidate(q, &g, &all[i]);
    return STDAILY_OK;
}
