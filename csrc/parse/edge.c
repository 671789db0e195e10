#include "parse/edge.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "parse/token.h"

/* Words broken at a line's end are closed: the lexicon's choice of a hyphen makes no difference here. */
static void add_block(buf *text, const block *b)
{
    if (b->join == JOIN_HYPHEN && text->len && text->ptr[text->len - 1] == '-')
        text->len--;
    else if (text->len)
        buf_add_char(text, ' ');
    for (size_t i = 0; i < b->n_pieces; i++) {
        buf_add(text, b->pieces[i]);
        buf_add_char(text, ' ');
    }
    if (b->n_pieces == 0)
        buf_add(text, b->text);
}

str edge_body(arena *mem, const page *p, const article *a)
{
    buf text = buf_in(mem);
    for (size_t i = 0; i < a->n_reading; i++) {
        const block *b = &p->blocks[a->reading[i]];
        if (b->kind == KIND_BODY && b->join != JOIN_DUP)
            add_block(&text, b);
    }
    return buf_str(&text);
}

/* The last block that an earlier jump of the same article ends; -1 for the first jump. */
static int32_t jump_before(const page *p, const jump *j)
{
    int32_t last = -1;
    for (size_t i = 0; i < p->n_jumps; i++) {
        const jump *other = &p->jumps[i];
        if (other->article == j->article && other->block < j->block && other->block > last)
            last = other->block;
    }
    return last;
}

static bool is_last_jump(const page *p, const jump *j)
{
    for (size_t i = 0; i < p->n_jumps; i++)
        if (p->jumps[i].article == j->article && p->jumps[i].block > j->block)
            return false;
    return true;
}

/* What stands in an article after one block, up to another. */
static jump_story story_between(arena *mem, const page *p, const article *a, int32_t after, int32_t to)
{
    jump_story story = {.headline = STR("")};
    buf text = buf_in(mem);
    for (size_t i = 0; i < a->n_reading; i++) {
        const block *b = &p->blocks[a->reading[i]];
        if (a->reading[i] <= after || a->reading[i] > to)
            continue;
        if (b->kind == KIND_BODY && b->join != JOIN_DUP)
            add_block(&text, b);
        else if (b->kind == KIND_CROSSHEAD && !text.len && !story.headline.len)
            story.headline = b->text;
    }
    story.body = buf_str(&text);
    return story;
}

jump_story edge_jump_story(arena *mem, const page *p, const jump *j)
{
    if (j->article < 0)
        return (jump_story){STR(""), STR(""), false};
    const article *a = &p->articles[j->article];
    int32_t before = jump_before(p, j);
    jump_story whole = {edge_body(mem, p, a), a->headline, a->n_bylines > 0};
    if (before < 0 && is_last_jump(p, j))
        return whole;
    jump_story story = story_between(mem, p, a, before, j->block);
    if (before < 0) {
        story.headline = a->headline;
        story.byline = whole.byline;
    }
    return story.body.len ? story : whole;
}

text_edge edge_of_start(str text)
{
    text = token_core(text);
    if (text.len == 0 || ascii_is_digit(text.ptr[0]))
        return EDGE_UNKNOWN;
    return ascii_is_lower(text.ptr[0]) ? EDGE_CUT : EDGE_WHOLE;
}

static text_edge end_of(str text)
{
    str last = {0}, token;
    for (size_t at = 0; token_next(text, &at, &token);)
        last = token;
    while (last.len && !ascii_is_alnum(last.ptr[last.len - 1]) &&
           (unsigned char)last.ptr[last.len - 1] < 0x80) {
        char c = last.ptr[last.len - 1];
        if (c == '.' || c == '?' || c == '!')
            return EDGE_WHOLE;
        last.len--;
    }
    if (last.len == 0)
        return EDGE_UNKNOWN;
    str core = token_core(last); /* a closing curly quote hides what ends the sentence */
    bool hidden = core.len < last.len && core.ptr + core.len < last.ptr + last.len &&
                  memchr(".?!", core.ptr[core.len], 3) != NULL;
    return hidden ? EDGE_WHOLE : EDGE_CUT;
}

text_edge edge_of_jump(const page *p, const jump *j)
{
    str text = str_trim(str_to(p->blocks[j->block].text, j->start_byte));
    if (text.len)
        return end_of(text);
    if (j->article < 0)
        return EDGE_UNKNOWN;
    const article *a = &p->articles[j->article];
    for (size_t i = a->n_reading; i-- > 0;) {
        const block *b = &p->blocks[a->reading[i]];
        if (b->kind == KIND_BODY && a->reading[i] != j->block)
            return end_of(b->text);
    }
    return EDGE_UNKNOWN;
}
