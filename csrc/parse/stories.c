/* Stories by the names they talk of: headlines under which the story above goes on were crossheads, and a
 * line of text under which another begins was a headline. */
#include "parse/builder.h"
#include "parse/syntax.h"
#include "parse/wordlist.h"

/* What is known of a name that stands on the page. */
typedef struct name {
    uint64_t key;
    uint32_t story, text; /* that had it last, plus 1; 0 for an empty slot */
} name;

typedef struct names {
    const builder *b;
    name *slots;
    size_t n_slots;
} names;

/* How many names the text of an article has, and how many of them the story above has, too. */
typedef struct ties {
    size_t n, shared;
} ties;

static bool is_name(str text, const line_word *w, bool sentence_start)
{
    enum { LEAST_LEN = 3, LONGEST = 64 };
    if (sentence_start || !(w->shape & SHAPE_UPPER) || w->len < LEAST_LEN || w->len > LONGEST ||
        (w->at > 0 && !ascii_is_space(text.ptr[w->at - 1])))
        return false;
    bool acronym = ascii_is_upper(text.ptr[w->at + 1]);
    return acronym || !wordlist_has_any_case((str){text.ptr + w->at, w->len});
}

static name *find_name(const names *n, uint64_t key)
{
    size_t at = (key * 0x9E3779B97F4A7C15u >> 20) & (n->n_slots - 1);
    while (n->slots[at].text && n->slots[at].key != key)
        at = (at + 1) & (n->n_slots - 1);
    n->slots[at].key = key;
    return &n->slots[at];
}

static uint64_t key_of(str text, const line_word *w)
{
    str word = {text.ptr + w->at, w->len};
    return word_key_to(w->key, str_ends(word, STR("'s")) ? w->len - 2u : w->len);
}

/* Counts the names of the text's blocks that are new to it, and those that story has; or makes all of them
 * the story's. */
static ties read_names(const names *n, size_t first, size_t end, uint32_t text, uint32_t story, bool keep)
{
    ties t = {0};
    for (size_t i = first; i < end; i++) {
        const line *l = &n->b->lines[i];
        bool start = true;
        if (n->b->page->blocks[i].kind != KIND_BODY)
            continue;
        for (size_t k = l->words.first; k < l->words.first + l->words.n; k++) {
            const line_word *w = &n->b->words.items[k];
            bool found = is_name(l->text, w, start);
            start = w->shape & SHAPE_STOPS;
            if (!found)
                continue;
            name *known = find_name(n, key_of(l->text, w));
            bool first_time = known->text != text + 1;
            t.n += first_time;
            t.shared += first_time && known->story == story + 1;
            known->text = text + 1;
            if (keep)
                known->story = story + 1;
        }
    }
    return t;
}

/* A headline by its place and looks, with nothing that only an article has. */
static bool is_weak(const builder *b, size_t index)
{
    const page *p = b->page;
    const article *a = &p->articles[index];
    size_t i = (size_t)a->first_block;
    if (a->n_bylines || a->kicker.len || a->continued || i == 0 || p->blocks[i].kind != KIND_HEADLINE ||
        i + 1 >= p->n_blocks || p->blocks[i + 1].kind != KIND_BODY)
        return false;
    return p->blocks[i - 1].kind == KIND_BODY && !LOOKS(&b->lines[i - 1], LOOK_JUMP_TAIL) &&
           !LOOKS(&b->lines[i + 1], LOOK_LEAD) && !LOOKS(&b->lines[i + 1], LOOK_SALUTATION) &&
           !LOOKS(&b->lines[i], LOOK_OF_BRIEFS);
}

/* Two stories share a name now and then, hardly ever a good part of them: of crossheads' texts half share a
 * third of their names with the text above, of stories one in thirty. */
static bool is_tied(ties t)
{
    enum { SEVERAL = 2, LEAST_NAMES = 2 };
    return (t.shared >= SEVERAL && t.shared * 3 >= t.n) || (t.n >= LEAST_NAMES && t.shared * 2 >= t.n);
}

/* A line that goes on in the next, or begins as sentences do and crossheads do not. */
static bool begins_sentence(const builder *b, size_t i)
{
    enum { LEAST_WORDS = 5 };
    const line *l = &b->lines[i], *below = &b->lines[i + 1];
    bool opens = line_opens_sentence(l) && !line_opens_sentence(below) && l->n_words >= LEAST_WORDS;
    return LOOKS(below, LOOK_STARTS_LOWER) || opens;
}

/* The article's text goes to the one above; its headline is a crosshead, or the start of a sentence. */
static void join_to(builder *b, size_t index, size_t end, uint32_t story)
{
    page *p = b->page;
    size_t head = (size_t)p->articles[index].first_block;
    p->blocks[head].kind = begins_sentence(b, head) ? KIND_BODY : KIND_CROSSHEAD;
    p->articles[index].headline = STR("");
    for (size_t i = head; i < end; i++)
        if (p->blocks[i].article == (int32_t)index)
            p->blocks[i].article = (int32_t)story;
}

static names names_of(const builder *b)
{
    names n = {.b = b, .n_slots = 64};
    size_t most = 0;
    for (size_t i = 0; i < b->words.n; i++)
        most += (b->words.items[i].shape & SHAPE_UPPER) != 0;
    while (n.n_slots < most + most / 4)
        n.n_slots *= 2;
    n.slots = arena_array(b->mem, n.n_slots, sizeof *n.slots);
    return n;
}

/* A line by itself between whole sentences that is as long as a headline. */
static bool may_head(const builder *b, size_t i)
{
    enum { LEAST_WORDS = 5, MOST_WORDS = 14 };
    const line *above = &b->lines[i - 1], *l = &b->lines[i], *below = &b->lines[i + 1];
    const block *blocks = b->page->blocks;
    if ((blocks[i].kind != KIND_BODY && blocks[i].kind != KIND_CROSSHEAD) ||
        blocks[i + 1].kind != KIND_BODY || l->n_words < LEAST_WORDS || l->n_words > MOST_WORDS ||
        !l->blanks_before || !below->blanks_before)
        return false;
    bool closed = LOOKS(above, LOOK_ENDS_SENTENCE) || blocks[i - 1].kind == KIND_CROSSHEAD;
    bool starts = LOOKS(l, LOOK_STARTS_LOWER) || LOOKS(l, LOOK_STARTS_QUOTE);
    bool text = blocks[i].kind == KIND_BODY && (starts || LOOKS(l, LOOK_ENDS_SENTENCE));
    return closed && !text && !LOOKS(l, LOOK_JUMP_TAIL) && !LOOKS(below, LOOK_STARTS_LOWER) &&
           !LOOKS(below, LOOK_WORDS_1_3);
}

/* Of a line that looks like a crosshead, under which no name of the text above stands. */
static bool heads_story(const builder *b, text_run above, text_run below, ties names_above, ties names_below)
{
    enum { LEAST_WORDS = 12, LEAST_NAMES = 2, LONG = 6 };
    static const double MOST_ALIKE = 0.01;
    const line *l = &b->lines[above.end];
    if (LOOKS(l, LOOK_TITLE_CASE))
        return true;
    return names_above.n > 0 && (names_below.n >= LEAST_NAMES || l->n_words >= LONG) &&
           affinity_size(b->affinity, above) >= LEAST_WORDS &&
           affinity_size(b->affinity, below) >= LEAST_WORDS &&
           affinity_between(b->affinity, above, below) < MOST_ALIKE;
}

/* Of a line that looks like a crosshead and says nothing of what stands above it: of many names on both sides
 * only one or two are shared, as stories of one page do. */
static bool has_few_ties(const builder *b, text_run above, ties names_above, ties names_below)
{
    enum { LEAST_NAMES = 6, FEW = 10, FEW_FOR_TITLE = 5 };
    size_t n = names_above.n < names_below.n ? names_above.n : names_below.n;
    bool title = LOOKS(&b->lines[above.end], LOOK_TITLE_CASE);
    text_run heading = {above.end, above.end + 1};
    return n >= LEAST_NAMES && names_below.shared * (title ? FEW_FOR_TITLE : FEW) < n &&
           affinity_between(b->affinity, heading, above) <= 0;
}

/* Whether the text below line i, up to `end`, is another story's than that from `head` on. */
static bool begins_story(const builder *b, const names *n, size_t head, size_t i, size_t end, uint32_t stamp)
{
    enum { LEAST_ABOVE = 4, LEAST_BELOW = 6 };
    ties above = read_names(n, head, i, stamp, stamp, true);
    ties below = read_names(n, i + 1, end, stamp + 1, stamp, false);
    if (below.shared > 0)
        return b->page->blocks[i].kind == KIND_CROSSHEAD &&
               has_few_ties(b, (text_run){head, i}, above, below);
    if (b->page->blocks[i].kind == KIND_BODY)
        return above.n >= LEAST_ABOVE && below.n >= LEAST_BELOW;
    return heads_story(b, (text_run){head, i}, (text_run){i + 1, end}, above, below);
}

/* A box about a story repeats its headline. */
static void find_boxed_headline(builder *b, size_t boxed)
{
    page *p = b->page;
    size_t found = p->n_blocks;
    for (size_t i = 0; i < p->n_blocks; i++) {
        line_kind kind = p->blocks[i].kind;
        if ((kind != KIND_HEADLINE && kind != KIND_CROSSHEAD) ||
            !str_eq_nocase(p->blocks[i].text, p->blocks[boxed].text))
            continue;
        if (kind == KIND_HEADLINE)
            return;
        found = i;
    }
    if (found < p->n_blocks)
        p->blocks[found].kind = KIND_HEADLINE;
}

static void find_boxed_headlines(builder *b)
{
    enum { LEAST_WORDS = 3, MOST_LOOKED_AT = 32 };
    for (size_t i = 0, looked_at = 0; i < b->page->n_blocks && looked_at < MOST_LOOKED_AT; i++) {
        if (b->page->blocks[i].kind == KIND_SIDEBAR && b->lines[i].n_words >= LEAST_WORDS) {
            find_boxed_headline(b, i);
            looked_at++;
        }
    }
}

/* Under a crosshead stands no byline. */
static void find_signed_headlines(builder *b)
{
    block *blocks = b->page->blocks;
    for (size_t i = 0; i + 1 < b->page->n_blocks; i++)
        if (blocks[i].kind == KIND_CROSSHEAD &&
            (blocks[i + 1].kind == KIND_BYLINE || blocks[i + 1].kind == KIND_CONTINUED_LINE))
            blocks[i].kind = KIND_HEADLINE;
}

void part_stories(builder *b)
{
    enum { MOST_LOOKED_AT = 16 };
    page *p = b->page;
    names n = {0};
    size_t head = 0;
    uint32_t stamp = 0;
    find_signed_headlines(b);
    find_boxed_headlines(b);
    for (size_t i = 1; i + 1 < p->n_blocks && stamp < 2 * MOST_LOOKED_AT; i++) {
        if (p->blocks[i].kind == KIND_HEADLINE)
            head = i;
        if (!may_head(b, i))
            continue;
        if (!n.slots)
            n = names_of(b);
        size_t end = i + 1;
        while (end < p->n_blocks && p->blocks[end].kind != KIND_HEADLINE)
            end++;
        stamp += 2;
        if (!begins_story(b, &n, head, i, end, stamp))
            continue;
        p->blocks[i].kind = KIND_HEADLINE;
        if (p->blocks[i - 1].kind == KIND_CROSSHEAD)
            p->blocks[i - 1].kind = KIND_KICKER;
        head = i;
    }
}

void join_stories(builder *b)
{
    page *p = b->page;
    names n = {0};
    uint32_t story = 0, *stories = arena_array(b->mem, p->n_articles + 1, sizeof *stories);
    bool weak = false;
    for (size_t a = 0; a < p->n_articles; a++) {
        size_t first = (size_t)p->articles[a].first_block, end = p->n_blocks;
        bool next_weak = a + 1 < p->n_articles && is_weak(b, a + 1);
        if (a + 1 < p->n_articles)
            end = (size_t)p->articles[a + 1].first_block;
        if ((weak || next_weak) && !n.slots)
            n = names_of(b);
        if (weak && is_tied(read_names(&n, first, end, (uint32_t)a, story, false)))
            join_to(b, a, end, story);
        else
            story = (uint32_t)a;
        stories[a] = story;
        if (next_weak)
            read_names(&n, first, end, (uint32_t)a, story, true);
        weak = next_weak;
    }
    for (size_t j = 0; j < p->n_jumps; j++)
        if (p->jumps[j].article >= 0)
            p->jumps[j].article = (int32_t)stories[p->jumps[j].article];
}
