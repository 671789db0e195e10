#include "parse/names.h"

#include "parse/word_class.h"
#include "parse/wordlist.h"

/* What a known name in full, and a new acronym that is explained, count beside other names. */
static const float FULL_NAME = 0.3F, EXPLAINED = 2;

/* What is known of a name that stands on the page. */
typedef struct name {
    uint64_t key;         /* 0 for an empty slot */
    uint32_t story, text; /* that had it last */
} name;

struct names {
    const word_list *words;
    name *slots;
    size_t n_slots;
    uint32_t story, text;
    size_t n_of_story;
};

names *names_new(arena *mem, const word_list *words)
{
    names *n = arena_alloc(mem, sizeof *n);
    *n = (names){.words = words, .n_slots = 64, .story = 1, .text = 1};
    size_t most = 0;
    for (size_t i = 0; i < words->n; i++)
        most += (words->items[i].shape & SHAPE_UPPER) != 0;
    while (n->n_slots < most + most / 4)
        n->n_slots *= 2;
    n->slots = arena_array(mem, n->n_slots, sizeof *n->slots);
    return n;
}

void names_begin_story(names *n)
{
    n->story++;
    n->n_of_story = 0;
}

size_t names_of_story(const names *n)
{
    return n->n_of_story;
}

void names_begin_text(names *n)
{
    n->text++;
}

static name *find(const names *n, str text, const line_word *w)
{
    str word = {text.ptr + w->at, w->len};
    uint64_t key = word_key_to(w->key, str_ends(word, STR("'s")) ? w->len - 2u : w->len);
    size_t at = (key * 0x9E3779B97F4A7C15u >> 20) & (n->n_slots - 1);
    while (n->slots[at].key && n->slots[at].key != key)
        at = (at + 1) & (n->n_slots - 1);
    n->slots[at].key = key;
    return &n->slots[at];
}

static bool is_acronym(str text, const line_word *w)
{
    return ascii_is_upper(text.ptr[w->at + 1]);
}

/* Ordinary words in capitals are no names, wherever they stand. */
static bool is_name(str text, const line_word *w)
{
    enum { LEAST_LEN = 3, LONGEST = 64 };
    if (!(w->shape & SHAPE_UPPER) || w->len < LEAST_LEN || w->len > LONGEST)
        return false;
    char before = w->at > 0 ? text.ptr[w->at - 1] : ' ';
    if (!ascii_is_space(before) && before != '(' && before != '"' && !((unsigned char)before & 0x80))
        return false;
    return is_acronym(text, w) || !wordlist_has_any_case((str){text.ptr + w->at, w->len});
}

/* "(ABC)" */
static bool is_explained(str text, const line_word *w)
{
    return w->at > 0 && text.ptr[w->at - 1] == '(' && w->at + w->len < text.len &&
           text.ptr[w->at + w->len] == ')';
}

static bool stand_together(const line_word *a, const line_word *b)
{
    return !(a->shape & SHAPE_STOPS) && a->shape & b->shape & SHAPE_UPPER && a->at + a->len + 1u >= b->at;
}

/* Not "Mr. Brown", nor the first word of a sentence before it. */
static bool is_part_of_name(const word_list *words, word_run run, size_t i)
{
    const line_word *w = words->items;
    bool forename = i > run.first && stand_together(&w[i - 1], &w[i]) &&
                    !(w[i - 1].classes & (WORD_OPENS | WORD_SMALL | WORD_TOPIC | WORD_ABBREVIATION));
    return forename || (i + 1 < run.first + run.n && stand_together(&w[i], &w[i + 1]));
}

void names_add(names *n, const line *l)
{
    for (size_t i = l->words.first; i < l->words.first + l->words.n; i++) {
        if (!is_name(l->text, &n->words->items[i]))
            continue;
        name *found = find(n, l->text, &n->words->items[i]);
        n->n_of_story += found->story != n->story;
        found->story = n->story;
    }
}

void names_compare(names *n, const line *l, name_ties *ties)
{
    for (size_t i = l->words.first; i < l->words.first + l->words.n; i++) {
        const line_word *w = &n->words->items[i];
        if (!is_name(l->text, w))
            continue;
        name *found = find(n, l->text, w);
        if (found->text == n->text)
            continue;
        found->text = n->text;
        bool acronym = is_acronym(l->text, w), explained = acronym && is_explained(l->text, w);
        if (found->story == n->story)
            ties->known += explained ? 0 : !acronym && is_part_of_name(n->words, l->words, i) ? FULL_NAME : 1;
        else
            ties->unknown += explained ? EXPLAINED : 1;
    }
}
