#include "parse/clue.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "parse/link_score.h"
#include "parse/token.h"

/* A story with more words is none. */
enum { MOST_WORDS = 2000, MOST_NAMES_BYTES = 600 };

/* The lengths of what follows it. */
typedef struct head {
    int32_t kind, edge, page, byline;
    uint32_t n_text, n_headline, n_word, names_bytes;
} head;

typedef struct reader {
    arena *mem;
    uint32_t *items;
    size_t n, capacity;
    buf names;
} reader;

uint32_t clue_word(str core)
{
    uint64_t hash = word_stem_hash(core);
    return (uint32_t)(hash ^ hash >> 32) & ~(uint32_t)1;
}

static void add_key(reader *r, uint32_t key)
{
    r->items = arena_grow(r->mem, r->items, r->n, &r->capacity, sizeof *r->items);
    r->items[r->n++] = key;
}

static bool is_acronym(str core)
{
    for (size_t i = 0; i < core.len; i++)
        if (!ascii_is_upper(core.ptr[i]) && !ascii_is_digit(core.ptr[i]))
            return false;
    return core.len > 1 && ascii_is_upper(core.ptr[0]);
}

static void read_text(reader *r, str text)
{
    size_t at = 0;
    bool sentence_start = true;
    str token;
    while (token_next(text, &at, &token) && r->n < MOST_WORDS) {
        str core = token_core(token);
        bool name = word_is_name(core, sentence_start) || is_acronym(core);
        char end = token.ptr[token.len - 1];
        sentence_start = end == '.' || end == '?' || end == '!';
        if (core.len == 0 || !word_tells(core, name))
            continue;
        add_key(r, clue_word(core) | name);
        if (name && r->names.len < MOST_NAMES_BYTES) {
            buf_add(&r->names, core);
            buf_add_char(&r->names, ' ');
        }
    }
}

static void read_headline(reader *r, str text)
{
    size_t at = 0;
    str token;
    while (token_next(text, &at, &token) && r->n < MOST_WORDS) {
        str core = token_core(token);
        if (word_tells(core, is_acronym(core)))
            add_key(r, clue_word(core));
    }
}

static int by_key(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

/* Each word once; it is a name where it is one anywhere. */
static void make_set(reader *r)
{
    size_t n = 0;
    if (r->n)
        qsort(r->items, r->n, sizeof *r->items, by_key);
    for (size_t i = 0; i < r->n; i++) {
        if (n && r->items[n - 1] >> 1 == r->items[i] >> 1)
            r->items[n - 1] |= r->items[i];
        else
            r->items[n++] = r->items[i];
    }
    r->n = n;
}

static void add_bytes(buf *out, const void *bytes, size_t len)
{
    buf_add(out, (str){bytes, len});
}

static void write_clue(arena *mem, buf *out, head h, str text, str headline, str word)
{
    reader readers[3] = {{.mem = mem}, {.mem = mem}, {.mem = mem}};
    readers[0].names = buf_in(mem);
    read_text(&readers[0], text);
    read_headline(&readers[1], headline);
    read_headline(&readers[2], word);
    for (size_t i = 0; i < 3; i++)
        make_set(&readers[i]);
    str names = buf_str(&readers[0].names);
    h.n_text = (uint32_t)readers[0].n;
    h.n_headline = (uint32_t)readers[1].n;
    h.n_word = (uint32_t)readers[2].n;
    h.names_bytes = (uint32_t)names.len;
    add_bytes(out, &h, sizeof h);
    for (size_t i = 0; i < 3; i++)
        add_bytes(out, readers[i].items, readers[i].n * sizeof *readers[i].items);
    buf_add(out, names);
    while (out->len % sizeof(uint32_t))
        buf_add_char(out, ' ');
}

static void write_jump(arena *mem, buf *out, const page *p, const jump *j)
{
    const article *a = j->article >= 0 ? &p->articles[j->article] : NULL;
    head h = {.kind = CLUE_JUMP, .edge = jump_end(p, j), .page = j->page, .byline = a && a->n_bylines > 0};
    write_clue(mem, out, h, a ? link_body(mem, p, a) : STR(""), a ? a->headline : STR(""), j->word);
}

static void write_story(arena *mem, buf *out, const page *p, const article *a)
{
    head h = {.kind = CLUE_STORY, .byline = a->n_bylines > 0};
    str body = STR("");
    if (a->continued) {
        body = link_body(mem, p, a);
        h.kind = CLUE_CONTINUED;
        h.page = a->continued_from ? a->continued_from : -1;
        h.edge = link_start(body);
    } else if (!a->headline.len) {
        return;
    }
    write_clue(mem, out, h, body, a->headline, a->continued_word);
}

str clues_write(arena *mem, const page *p)
{
    buf out = buf_in(mem);
    bool dated = date_known(p->folio.first) || p->folio.number;
    for (size_t i = 0; i < p->n_jumps; i++)
        write_jump(mem, &out, p, &p->jumps[i]);
    for (size_t i = 0; i < p->n_teasers; i++) {
        head h = {.kind = CLUE_TEASER, .page = p->teasers[i].page};
        write_clue(mem, &out, h, STR(""), p->teasers[i].headline, STR(""));
    }
    for (size_t i = 0; i < p->n_articles; i++)
        if (!dated || p->articles[i].continued)
            write_story(mem, &out, p, &p->articles[i]);
    return buf_str(&out);
}

static clue_words take_words(str *bytes, size_t n)
{
    clue_words words = {(const uint32_t *)(const void *)bytes->ptr, n};
    *bytes = str_from(*bytes, n * sizeof(uint32_t));
    return words;
}

static bool read_clue(str *bytes, clue *c)
{
    head h;
    if (bytes->len < sizeof h)
        return false;
    memcpy(&h, bytes->ptr, sizeof h);
    uint64_t n_words = (uint64_t)h.n_text + h.n_headline + h.n_word;
    uint64_t names_bytes = ((uint64_t)h.names_bytes + 3) / 4 * 4;
    if (n_words * sizeof(uint32_t) + names_bytes > bytes->len - sizeof h)
        return false;
    *bytes = str_from(*bytes, sizeof h);
    *c =
        (clue){.kind = (clue_kind)h.kind, .edge = (text_edge)h.edge, .page = h.page, .byline = h.byline != 0};
    c->text = take_words(bytes, h.n_text);
    c->headline = take_words(bytes, h.n_headline);
    c->word = take_words(bytes, h.n_word);
    c->names = str_to(*bytes, h.names_bytes);
    *bytes = str_from(*bytes, names_bytes);
    return true;
}

clue *clues_read(arena *mem, str bytes, size_t *n)
{
    clue *clues = NULL, c;
    size_t capacity = 0;
    *n = 0;
    while (read_clue(&bytes, &c)) {
        clues = arena_grow(mem, clues, *n, &capacity, sizeof *clues);
        clues[(*n)++] = c;
    }
    return clues;
}
