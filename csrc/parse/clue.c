#include "parse/clue.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "parse/token.h"
#include "parse/wordlist.h"

/* A story with more words is none. */
enum { MOST_WORDS = 2000, MOST_NAMES_BYTES = 600, MOST_PRINTED_BYTES = 400 };

/* What stands before a name and is no part of it. */
static const char titles[] =
    " mr mrs ms miss dr prof professor president minister sir lord lady madam captain "
    "chief director general governor mayor judge senator comrade ";

/* The lengths of what follows it. */
typedef struct head {
    int32_t kind, edge, index, article, page, byline;
    uint32_t n_text, n_headline, n_word, names_bytes, printed_bytes;
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
    uint32_t key = clue_key((uint32_t)(hash ^ hash >> 32));
    return key ? key : CLUE_USES + 1; /* 0 stands for no word in tables */
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

/* A word with a capital that may be a part of a longer name, and where it was put. */
typedef struct name_part {
    bool any;
    size_t at; /* in the reader's items; those of a word that was left out are past the end */
} name_part;

static uint32_t introduce(reader *r, name_part before)
{
    if (!before.any)
        return 0;
    if (before.at < r->n)
        r->items[before.at] |= CLUE_NAME | CLUE_INTRODUCED;
    return CLUE_NAME | CLUE_INTRODUCED;
}

static void add_name(reader *r, str core)
{
    if (r->names.len >= MOST_NAMES_BYTES || word_in(core, titles))
        return;
    if (str_ends(core, STR("'s")))
        core.len -= 2;
    else if (str_ends(core, STR("\xe2\x80\x99s")))
        core.len -= 4;
    buf_add(&r->names, core);
    buf_add_char(&r->names, ' ');
}

/* A word of a text; what it leaves for the next one to be joined to. */
static name_part read_word(reader *r, str token, bool sentence_start, name_part before)
{
    str core = token_core(token);
    bool acronym = is_acronym(core), capital = core.len > 1 && ascii_is_upper(core.ptr[0]);
    bool name = word_is_name(core, sentence_start) || acronym;
    bool opens = token.ptr[0] == '(';
    bool closes = core.ptr + core.len < token.ptr + token.len;
    name_part none = {0};
    if (core.len == 0 || !word_tells(core, name))
        return none;
    uint32_t uses = name ? CLUE_NAME : 0;
    if (name && !acronym && wordlist_has_any_case(core))
        uses |= CLUE_ORDINARY;
    if (capital && core.ptr == token.ptr)
        uses |= introduce(r, before);
    if (acronym && opens)
        uses |= CLUE_INTRODUCED;
    if (name)
        add_name(r, core);
    add_key(r, clue_word(core) | uses);
    return capital && !closes && !word_in(core, titles) ? (name_part){true, r->n - 1} : none;
}

static void read_text(reader *r, str text)
{
    size_t at = 0;
    bool sentence_start = true;
    name_part before = {0};
    str token;
    while (token_next(text, &at, &token) && r->n < MOST_WORDS) {
        before = read_word(r, token, sentence_start, before);
        char end = token.ptr[token.len - 1];
        sentence_start = end == '.' || end == '?' || end == '!';
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

/* Each word once, with all of its uses. */
static void make_set(reader *r)
{
    size_t n = 0;
    if (r->n)
        qsort(r->items, r->n, sizeof *r->items, by_key);
    for (size_t i = 0; i < r->n; i++) {
        if (n && clue_key(r->items[n - 1]) == clue_key(r->items[i]))
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
    headline = str_to(headline, headline.len < MOST_PRINTED_BYTES ? headline.len : MOST_PRINTED_BYTES);
    h.n_text = (uint32_t)readers[0].n;
    h.n_headline = (uint32_t)readers[1].n;
    h.n_word = (uint32_t)readers[2].n;
    h.names_bytes = (uint32_t)names.len;
    h.printed_bytes = (uint32_t)headline.len;
    add_bytes(out, &h, sizeof h);
    for (size_t i = 0; i < 3; i++)
        add_bytes(out, readers[i].items, readers[i].n * sizeof *readers[i].items);
    buf_add(out, names);
    buf_add(out, headline);
    while (out->len % sizeof(uint32_t))
        buf_add_char(out, ' ');
}

static void write_jump(arena *mem, buf *out, const page *p, size_t index)
{
    enum { MOST_JUMPS = 256 }; /* a printed page has a twentieth */
    const jump *j = &p->jumps[index];
    jump_story story = {.headline = STR(""), .body = STR("")};
    if (index < MOST_JUMPS)
        story = edge_jump_story(mem, p, j);
    head h = {.kind = CLUE_JUMP,
              .edge = edge_of_jump(p, j),
              .index = (int32_t)index,
              .article = j->article,
              .page = j->page,
              .byline = story.byline};
    write_clue(mem, out, h, story.body, story.headline, j->word);
}

static void write_story(arena *mem, buf *out, const page *p, size_t index)
{
    const article *a = &p->articles[index];
    str body = edge_body(mem, p, a);
    head h = {.kind = a->continued ? CLUE_CONTINUED : CLUE_STORY,
              .edge = edge_of_start(body),
              .index = (int32_t)index,
              .article = (int32_t)index,
              .page = !a->continued       ? 0
                      : a->continued_from ? a->continued_from
                                          : -1,
              .byline = a->n_bylines > 0};
    write_clue(mem, out, h, body, a->headline, a->continued_word);
}

str clues_write(arena *mem, const page *p)
{
    buf out = buf_in(mem);
    for (size_t i = 0; i < p->n_jumps; i++)
        write_jump(mem, &out, p, i);
    for (size_t i = 0; i < p->n_teasers; i++) {
        head h = {.kind = CLUE_TEASER, .index = (int32_t)i, .article = -1, .page = p->teasers[i].page};
        write_clue(mem, &out, h, STR(""), p->teasers[i].headline, STR(""));
    }
    for (size_t i = 0; i < p->n_articles; i++)
        write_story(mem, &out, p, i);
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
    uint64_t text_bytes = ((uint64_t)h.names_bytes + h.printed_bytes + 3) / 4 * 4;
    if (n_words * sizeof(uint32_t) + text_bytes > bytes->len - sizeof h)
        return false;
    *bytes = str_from(*bytes, sizeof h);
    *c = (clue){.kind = (clue_kind)h.kind,
                .edge = (text_edge)h.edge,
                .index = h.index,
                .article = h.article,
                .page = h.page,
                .byline = h.byline != 0};
    c->text = take_words(bytes, h.n_text);
    c->headline = take_words(bytes, h.n_headline);
    c->word = take_words(bytes, h.n_word);
    c->names = str_to(*bytes, h.names_bytes);
    c->printed = str_to(str_from(*bytes, h.names_bytes), h.printed_bytes);
    *bytes = str_from(*bytes, text_bytes);
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

size_t clue_count_names(clue_words words)
{
    size_t n = 0;
    for (size_t i = 0; i < words.n; i++)
        n += words.items[i] & CLUE_NAME;
    return n;
}

clue_head clue_head_of(const clue *c)
{
    return (clue_head){.page = c->page,
                       .n_names = (uint16_t)clue_count_names(c->text),
                       .n_headline = (uint16_t)c->headline.n,
                       .kind = (uint8_t)c->kind,
                       .byline = c->byline};
}
