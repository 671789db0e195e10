#include "store/known_row.h"

/* Both begin at multiples of ALIGNMENT. */
typedef struct stored_said {
    int64_t page;  /* id */
    uint64_t text; /* its hash */
    path_evidence by_path;
    date first, last, not_before;
    int32_t volume, number, page_number;
    uint32_t articles, heads, paper_bytes, key_bytes; /* heads, paper and key follow */
} stored_said;

typedef struct stored_found {
    int64_t page; /* id */
    int64_t issue;
    double sure;
    uint64_t state, told;
    int32_t number, turn;
    uint32_t pairs, words; /* pairs, and the words of all of them, follow */
} stored_found;

typedef struct stored_pair {
    int64_t to_page; /* id */
    double score;
    int32_t from_clue, to_clue;
    uint32_t words, found;
} stored_pair;

enum { ALIGNMENT = sizeof(uint64_t) };

static size_t aligned(size_t bytes)
{
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static str take(str *bytes, size_t len)
{
    str taken = str_to(*bytes, len);
    *bytes = str_from(*bytes, len);
    return taken;
}

static str take_page(str *row, size_t len)
{
    str taken = take(row, aligned(len));
    return taken.len < len ? STR("") : taken;
}

static void end_page(buf *row)
{
    static const char zeros[ALIGNMENT] = {0};
    buf_add(row, (str){zeros, aligned(row->len) - row->len});
}

/* ------------------------------------------------------------------ what a page says of itself */

str known_write_said(arena *mem, int64_t page_id, uint64_t text_hash, const page_digest *digest)
{
    const place_evidence *e = &digest->evidence, by_path = place_from_path(digest->key);
    const stored_said said = {
        .page = page_id,
        .text = text_hash,
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
    end_page(&out);
    return buf_str(&out);
}

static size_t said_bytes(const stored_said *said)
{
    return sizeof *said + said->heads * sizeof(clue_head) + said->paper_bytes + said->key_bytes;
}

str known_next_said(str *row)
{
    return row->len < sizeof(stored_said) ? STR("") : take_page(row, said_bytes((const void *)row->ptr));
}

str known_key_of(str bytes)
{
    const stored_said *said = (const void *)bytes.ptr;
    size_t end = said_bytes(said);
    return (str){bytes.ptr + end - said->key_bytes, said->key_bytes};
}

void known_read_said(known_pages *k, size_t at, str bytes)
{
    const stored_said *said = (const void *)take(&bytes, sizeof *said).ptr;
    k->texts[at] = said->text;
    k->pages[at] = (known_page){.id = said->page, .articles = said->articles, .issue = -1};
    k->clues[at] = (page_clues){(const void *)take(&bytes, said->heads * sizeof(clue_head)).ptr, said->heads};
    k->evidence[at] = (place_evidence){.volume = said->volume,
                                       .number = said->number,
                                       .page_number = said->page_number,
                                       .first = said->first,
                                       .last = said->last,
                                       .not_before = said->not_before,
                                       .by_path = &said->by_path};
    k->evidence[at].paper = take(&bytes, said->paper_bytes);
    k->evidence[at].key = take(&bytes, said->key_bytes);
}

/* ------------------------------------------------------------------ what was found of it */

static str next_found(str *row)
{
    const stored_found *found = (const void *)row->ptr;
    size_t len = sizeof *found;
    if (row->len >= len)
        len += found->pairs * sizeof(stored_pair) + found->words * sizeof(uint32_t);
    return take_page(row, len);
}

static void read_pairs(known_pages *k, kept_page *kept, const stored_found *found)
{
    const stored_pair *pairs = (const void *)(found + 1);
    size_t n_left = found->words;
    uint32_t *words = arena_array(k->mem, n_left, sizeof *words);
    memcpy(words, pairs + found->pairs, n_left * sizeof *words);
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

void known_take_found(known_pages *k, str *row)
{
    str bytes = next_found(row);
    const stored_found *found = (const void *)bytes.ptr;
    size_t at = bytes.len ? known_index_of(k, found->page) : k->n_pages;
    if (at == k->n_pages || k->pages[at].new)
        return;
    kept_page *kept = &k->found.pages[at];
    *kept = (kept_page){.state = found->state, .told = found->told};
    if (found->pairs)
        read_pairs(k, kept, found);
    k->pages[at].issue = found->issue;
    k->pages[at].number = found->number;
    k->pages[at].turn = found->turn;
    k->pages[at].sure = found->sure;
    k->pages[at].whole = kept->n_pairs == found->pairs;
}

bool known_is_same(const known_pages *k, size_t page_index, const placement *at, int64_t issue_id,
                   const kept_page *keep)
{
    const known_page *p = &k->pages[page_index];
    const kept_page *before = &k->found.pages[page_index];
    return p->whole && (keep->same || !keep->n_pairs) && keep->n_pairs == before->n_pairs &&
           keep->state == before->state && at->told == before->told && issue_id == p->issue &&
           at->page_number == p->number && at->turn == p->turn && !(at->sure < p->sure || at->sure > p->sure);
}

void known_write_found(const known_pages *k, size_t page_index, buf *row, const placement *at,
                       int64_t issue_id, const kept_page *keep)
{
    size_t n_words = 0;
    for (size_t i = 0; i < keep->n_pairs; i++)
        n_words += keep->pairs[i].words.n;
    const stored_found found = {.page = k->pages[page_index].id,
                                .issue = issue_id,
                                .sure = at->sure,
                                .state = keep->state,
                                .told = at->told,
                                .number = at->page_number,
                                .turn = at->turn,
                                .pairs = (uint32_t)keep->n_pairs,
                                .words = (uint32_t)n_words};
    buf_add(row, (str){(const char *)&found, sizeof found});
    for (size_t i = 0; i < keep->n_pairs; i++) {
        const kept_pair *p = &keep->pairs[i];
        const stored_pair pair = {.to_page = k->pages[p->to_page].id,
                                  .score = p->score,
                                  .from_clue = p->from_clue,
                                  .to_clue = p->to_clue,
                                  .words = (uint32_t)p->words.n,
                                  .found = p->found};
        buf_add(row, (str){(const char *)&pair, sizeof pair});
    }
    for (size_t i = 0; i < keep->n_pairs; i++)
        if (keep->pairs[i].words.n)
            buf_add(row, (str){(const char *)keep->pairs[i].words.items,
                               keep->pairs[i].words.n * sizeof *keep->pairs[i].words.items});
    end_page(row);
}
