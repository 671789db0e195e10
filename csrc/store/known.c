#include "store/known.h"

#include "base/buf.h"

/* Both as they are stored, for this machine's own use. */
typedef struct stored_said {
    uint64_t text; /* its hash */
    path_evidence by_path;
    date first, last, not_before;
    int32_t volume, number, page_number;
    uint32_t articles, heads, paper_bytes, key_bytes, unused; /* heads, paper and key follow */
} stored_said;

typedef struct stored_found {
    int64_t issue;
    double sure;
    uint64_t state, told;
    int32_t number;
    uint32_t listed, pairs, words; /* pairs, and the words of all of them, follow */
} stored_found;

typedef struct stored_pair {
    int64_t to_page; /* id */
    double score;
    int32_t from_clue, to_clue;
    uint32_t words, found;
} stored_pair;

typedef struct id_slot {
    int64_t id; /* 0: empty */
    size_t index;
} id_slot;

struct known_index {
    id_slot *slots;
    size_t n_slots;
};

/* ------------------------------------------------------------------ what a page says of itself */

static str write_said(arena *mem, uint64_t text, const page_digest *digest)
{
    const place_evidence *e = &digest->evidence, by_path = place_from_path(digest->key);
    const stored_said said = {
        .text = text,
        .by_path = {by_path.first, by_path.last, by_path.volume, by_path.number, by_path.page_number},
        .first = e->first,
        .last = e->last,
        .not_before = e->not_before,
        .volume = e->volume,
        .number = e->number,
        .page_number = e->page_number,
        .articles = (uint32_t)digest->n_articles,
        .heads = (uint32_t)(digest->heads.len / sizeof(clue_head)),
        .paper_bytes = (uint32_t)e->paper.len,
        .key_bytes = (uint32_t)digest->key.len};
    buf out = buf_in(mem);
    buf_add(&out, (str){(const char *)&said, sizeof said});
    buf_add(&out, digest->heads);
    buf_add(&out, e->paper);
    buf_add(&out, digest->key);
    return buf_str(&out);
}

void known_add(arena *mem, db *d, int64_t page_id, const page_digest *digest)
{
    uint64_t text = (uint64_t)db_get(d, "SELECT hash FROM page WHERE id = ?1", "i", page_id);
    db_run(d, "INSERT INTO known SELECT path, part, id, ?2, NULL FROM page WHERE id = ?1", "ib", page_id,
           write_said(mem, text, digest));
}

void known_remove(db *d, int64_t page_id)
{
    db_run(d, "DELETE FROM known WHERE (path, part) = (SELECT path, part FROM page WHERE id = ?1)", "i",
           page_id);
}

static str take(str *bytes, size_t len)
{
    str taken = str_to(*bytes, len);
    *bytes = str_from(*bytes, len);
    return taken;
}

/* What is kept may be damaged: false then. */
static bool read_said(known_pages *k, size_t at, str bytes)
{
    const stored_said *said = (const void *)bytes.ptr;
    if (bytes.len < sizeof *said)
        return false;
    size_t heads_bytes = said->heads * sizeof(clue_head);
    take(&bytes, sizeof *said);
    if (bytes.len != heads_bytes + said->paper_bytes + said->key_bytes)
        return false;
    k->texts[at] = said->text;
    k->pages[at].articles = said->articles;
    k->clues[at] = (page_clues){(const void *)take(&bytes, heads_bytes).ptr, said->heads};
    k->evidence[at] = (place_evidence){.volume = said->volume,
                                       .number = said->number,
                                       .page_number = said->page_number,
                                       .first = said->first,
                                       .last = said->last,
                                       .not_before = said->not_before,
                                       .by_path = &said->by_path};
    k->evidence[at].paper = take(&bytes, said->paper_bytes);
    k->evidence[at].key = bytes;
    return true;
}

/* ------------------------------------------------------------------ what was found of it */

static void read_found(known_pages *k, size_t at)
{
    str bytes = k->pages[at].found;
    const stored_found *found = (const void *)bytes.ptr;
    kept_page *kept = &k->found.pages[at];
    if (bytes.len < sizeof *found ||
        bytes.len != sizeof *found + found->pairs * sizeof(stored_pair) + found->words * sizeof(uint32_t))
        return;
    k->pages[at].issue = found->issue;
    k->pages[at].number = found->number;
    k->pages[at].sure = found->sure;
    *kept = (kept_page){.state = found->state, .told = found->told, .listed = found->listed != 0};
    const stored_pair *pairs = (const void *)(found + 1);
    const uint32_t *words = (const void *)(pairs + found->pairs);
    size_t n_left = found->words;
    kept->pairs = arena_array(k->mem, found->pairs, sizeof *kept->pairs);
    for (size_t i = 0; i < found->pairs && pairs[i].words <= n_left; i++) {
        const stored_pair *p = &pairs[i];
        size_t to = known_index_of(k, p->to_page);
        if (to < k->n_pages)
            kept->pairs[kept->n_pairs++] = (kept_pair){.to_page = (uint32_t)to,
                                                       .from_clue = p->from_clue,
                                                       .to_clue = p->to_clue,
                                                       .score = p->score,
                                                       .words = {words, p->words},
                                                       .found = p->found != 0};
        words += p->words;
        n_left -= p->words;
    }
    k->found.n_pairs += kept->n_pairs;
}

static str write_found(known_pages *k, const placement *at, int64_t issue_id, const kept_page *keep)
{
    size_t n_words = 0;
    for (size_t i = 0; i < keep->n_pairs; i++)
        n_words += keep->pairs[i].words.n;
    const size_t len =
        sizeof(stored_found) + keep->n_pairs * sizeof(stored_pair) + n_words * sizeof(uint32_t);
    if (len > k->room) {
        k->room = 2 * len;
        k->scratch = arena_alloc(k->mem, k->room);
    }
    stored_found *found = k->scratch;
    *found = (stored_found){.issue = issue_id,
                            .sure = at->sure,
                            .state = keep->state,
                            .told = at->told,
                            .number = at->page_number,
                            .listed = keep->listed,
                            .pairs = (uint32_t)keep->n_pairs,
                            .words = (uint32_t)n_words};
    stored_pair *pairs = (void *)(found + 1);
    uint32_t *words = (void *)(pairs + keep->n_pairs);
    for (size_t i = 0; i < keep->n_pairs; i++) {
        const kept_pair *p = &keep->pairs[i];
        pairs[i] = (stored_pair){.to_page = k->pages[p->to_page].id,
                                 .score = p->score,
                                 .from_clue = p->from_clue,
                                 .to_clue = p->to_clue,
                                 .words = (uint32_t)p->words.n,
                                 .found = p->found};
        if (p->words.n)
            memcpy(words, p->words.items, p->words.n * sizeof *words);
        words += p->words.n;
    }
    return (str){(const char *)found, len};
}

void known_put(known_pages *k, size_t page_index, const placement *at, int64_t issue_id,
               const kept_page *keep)
{
    const known_page *before = &k->pages[page_index];
    str found = write_found(k, at, issue_id, keep);
    if (!str_eq(found, before->found))
        db_run(k->db,
               "UPDATE known SET found = ?2 WHERE (path, part) = (SELECT path, part FROM page WHERE id = ?1)",
               "ib", before->id, found);
}

/* ------------------------------------------------------------------ all pages */

static id_slot *slot_of(const known_index *index, int64_t id)
{
    size_t at = (uint64_t)id * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (index->n_slots - 1);
    while (index->slots[at].id && index->slots[at].id != id)
        at = (at + 1) & (index->n_slots - 1);
    return &index->slots[at];
}

static void index_pages(known_pages *k)
{
    known_index *index = k->index = arena_alloc(k->mem, sizeof *index);
    for (index->n_slots = 2; index->n_slots < 2 * k->n_pages;)
        index->n_slots *= 2;
    index->slots = arena_array(k->mem, index->n_slots, sizeof *index->slots);
    for (size_t i = 0; i < k->n_pages; i++)
        *slot_of(index, k->pages[i].id) = (id_slot){k->pages[i].id, i};
}

size_t known_index_of(const known_pages *k, int64_t page_id)
{
    const id_slot *slot = slot_of(k->index, page_id);
    return page_id && slot->id ? slot->index : k->n_pages;
}

known_pages *known_load(arena *mem, db *d)
{
    known_pages *k = arena_alloc(mem, sizeof *k);
    *k = (known_pages){.mem = mem, .db = d};
    size_t n = (size_t)db_get(d, "SELECT count(*) FROM page", "");
    k->pages = arena_array(mem, n, sizeof *k->pages);
    k->evidence = arena_array(mem, n, sizeof *k->evidence);
    k->clues = arena_array(mem, n, sizeof *k->clues);
    k->texts = arena_array(mem, n, sizeof *k->texts);
    k->found.pages = arena_array(mem, n, sizeof *k->found.pages);
    db_rows rows = db_select(d, "SELECT page, said, found FROM known ORDER BY path, part", "");
    while (db_next(&rows)) {
        str said = db_text(&rows, 1), found = db_text(&rows, 2);
        size_t room = (said.len + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t);
        char *bytes = arena_alloc(mem, room + found.len);
        memcpy(bytes, said.ptr, said.len);
        memcpy(bytes + room, found.ptr, found.len);
        if (k->n_pages == n || !read_said(k, k->n_pages, (str){bytes, said.len}))
            continue;
        known_page *at = &k->pages[k->n_pages++];
        at->id = db_int(&rows, 0);
        at->issue = -1;
        at->found = (str){bytes + room, found.len};
    }
    index_pages(k);
    for (size_t i = 0; i < k->n_pages; i++)
        read_found(k, i);
    return k;
}
