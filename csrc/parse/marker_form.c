/* How papers print jump lines, continued lines and refers. */
#include "parse/marker_form.h"
#include "base/ascii.h"
#include "parse/page_name.h"
#include "parse/token.h"
#include "parse/wordlist.h"

/* The words of forms. */
/* clang-format off */
#define ITEM_WORDS(X) \
    X(PLEASE, "please") X(SEE, "see") X(BACK, "back") X(PAGE, "page") X(TURN, "turn") X(TO, "to") \
    X(ON, "on") X(JUMP, "jump") X(GO, "go") X(MORE, "more") X(CONTINUE, "continue") X(READING, "reading") \
    X(CONTINUED, "continued") X(BE, "be") X(NEXT, "next") X(OVERLEAF, "overleaf") X(STORY, "story") \
    X(CONTINUES, "continues") X(CONCLUDED, "concluded") X(CONTD, "contd") X(CONT_D, "cont'd") \
    X(CONT_CURLY_D, "cont\xe2\x80\x99" "d") X(CONT, "cont") X(CTD, "ctd") X(FROM, "from") X(THE, "the") \
    X(FRONT, "front") X(FIRST, "first") X(PREVIOUS, "previous") X(COVER, "cover") X(CONTINUING, "continuing") \
    X(CARRIED, "carried") X(OVER, "over") X(RELATED, "related") X(FULL, "full") X(STORIES, "stories") \
    X(REPORT, "report") X(ALSO, "also") X(PICTURES, "pictures") X(PHOTOS, "photos") X(DETAILS, "details") \
    X(READ, "read") X(IT, "it") X(FIND, "find") X(OUT, "out") X(IN, "in") X(INSIDE, "inside") \
    X(FOR, "for") X(COVERAGE, "coverage") X(STARTS, "starts") X(BEGINS, "begins")
/* clang-format on */
#define ITEM(name, text) name,
#define ITEM_WORD(name, text) [name] = {text, sizeof text - 1},

/* What forms are made of: AT is a page ("page 3", "P3", "A3"), NUM its number alone, WORDS one to four words,
 * NAME one to three (more are a teaser's headline), LABEL any words to the end. */
enum item {
    END,
    AT,
    NUM,
    WORDS,
    NAME,
    LABEL,
    LABEL_END,
    ITEM_WORDS(ITEM) ITEMS,
    MAYBE = 64 /* may be missing */
};

_Static_assert(ITEMS <= MAYBE, "items are bits of a set");

static const str item_words[ITEMS] = {ITEM_WORDS(ITEM_WORD)};

static const struct form {
    marker_kind kind;
    uint8_t items[8];
} forms[] = {
    {MARKER_JUMP, {MAYBE | PLEASE, SEE, AT}},
    {MARKER_JUMP, {MAYBE | PLEASE, SEE, BACK, PAGE}},
    {MARKER_JUMP, {MAYBE | PLEASE, SEE, WORDS, NUM}},
    {MARKER_JUMP, {MAYBE | PLEASE, TURN, TO, AT}},
    {MARKER_JUMP, {MAYBE | PLEASE, TURN, TO, BACK, PAGE}},
    {MARKER_JUMP, {MAYBE | PLEASE, TURN, TO, WORDS, MAYBE | ON, AT}},
    {MARKER_JUMP, {TURN, TO, NUM}},
    {MARKER_JUMP, {TURN, TO, AT, FOR, MORE}},
    {MARKER_JUMP, {JUMP, TO, AT}},
    {MARKER_JUMP, {GO, TO, AT}},
    {MARKER_JUMP, {TO, AT}},
    {MARKER_JUMP, {MORE, ON, AT}},
    {MARKER_JUMP, {CONTINUE, MAYBE | READING, ON, AT}},
    {MARKER_JUMP, {CONTINUE, TO, AT}},
    {MARKER_JUMP, {CONTINUED, MAYBE | TO, AT}},
    {MARKER_JUMP, {MAYBE | TO, MAYBE | BE, CONTINUED, ON, AT}},
    {MARKER_JUMP, {MAYBE | TO, MAYBE | BE, CONTINUED, ON, NUM}},
    {MARKER_JUMP, {CONTINUED, MAYBE | ON, NEXT, PAGE}},
    {MARKER_JUMP, {NEXT, PAGE}},
    {MARKER_JUMP, {CONTINUED, ON, BACK, PAGE}},
    {MARKER_JUMP, {CONTINUED, OVERLEAF}},
    {MARKER_JUMP, {WORDS, CONTINUED, ON, AT}},
    {MARKER_JUMP, {STORY, CONTINUES, ON, AT}},
    {MARKER_JUMP, {WORDS, CONTINUES, ON, AT}},
    {MARKER_JUMP, {CONTINUES, ON, AT}},
    {MARKER_JUMP, {CONTINUES, ON, NUM}},
    {MARKER_JUMP, {CONCLUDED, ON, AT}},
    {MARKER_JUMP, {CONTD, MAYBE | ON, AT}},
    {MARKER_JUMP, {CONT_D, MAYBE | ON, AT}},
    {MARKER_JUMP, {CONT_CURLY_D, MAYBE | ON, AT}},
    {MARKER_JUMP, {CONT, MAYBE | ON, AT}},
    {MARKER_JUMP, {CTD, MAYBE | ON, AT}},
    {MARKER_JUMP, {WORDS, CONTD, ON, AT}},
    {MARKER_JUMP, {WORDS, CONT_D, ON, AT}},
    {MARKER_JUMP, {WORDS, CONT, ON, AT}},
    {MARKER_CONTINUED, {FROM, AT}},
    {MARKER_CONTINUED, {FROM, PAGE}},
    {MARKER_CONTINUED, {FROM, MAYBE | THE, FRONT, PAGE}},
    {MARKER_CONTINUED, {FROM, MAYBE | THE, FIRST, PAGE}},
    {MARKER_CONTINUED, {FROM, MAYBE | THE, BACK, PAGE}},
    {MARKER_CONTINUED, {CONTINUED, FROM, AT}},
    {MARKER_CONTINUED, {CONTINUED, FROM, NUM}},
    {MARKER_CONTINUED, {CONTINUED, FROM, PAGE}},
    {MARKER_CONTINUED, {CONTINUED, FROM, PREVIOUS, PAGE}},
    {MARKER_CONTINUED, {CONTINUED, FROM, MAYBE | THE, FRONT, MAYBE | PAGE}},
    {MARKER_CONTINUED, {CONTINUED, FROM, MAYBE | THE, FIRST, PAGE}},
    {MARKER_CONTINUED, {CONTINUED, FROM, MAYBE | THE, BACK, PAGE}},
    {MARKER_CONTINUED, {CONTINUED, FROM, MAYBE | THE, COVER}},
    {MARKER_CONTINUED, {CONTINUING, FROM, AT}},
    {MARKER_CONTINUED, {CONCLUDED, FROM, AT}},
    {MARKER_CONTINUED, {CARRIED, OVER, FROM, AT}},
    {MARKER_CONTINUED, {CONTD, FROM, AT}},
    {MARKER_CONTINUED, {CONTD, FROM, PAGE}},
    {MARKER_CONTINUED, {CONT_D, FROM, AT}},
    {MARKER_CONTINUED, {CONT_D, FROM, PAGE}},
    {MARKER_CONTINUED, {CONT_CURLY_D, FROM, AT}},
    {MARKER_CONTINUED, {CONT, FROM, AT}},
    {MARKER_CONTINUED, {CONT, FROM, PAGE}},
    {MARKER_CONTINUED, {CTD, FROM, AT}},
    {MARKER_CONTINUED, {CTD, FROM, PAGE}},
    {MARKER_CONTINUED, {WORDS, CONTINUED, FROM, AT}},
    {MARKER_CONTINUED, {STORY, FROM, AT}},
    {MARKER_CONTINUED, {WORDS, FROM, AT}},
    {MARKER_CONTINUED, {STORY, FROM, PAGE}},
    {MARKER_CONTINUED, {WORDS, FROM, PAGE}},
    {MARKER_REFER, {PAGE, NUM, LABEL}},
    {MARKER_REFER, {AT}},
    {MARKER_JUMP, {MAYBE | PLEASE, SEE, STORY, AT}},
    {MARKER_REFER, {MAYBE | PLEASE, SEE, MAYBE | RELATED, MAYBE | FULL, STORY, ON, AT}},
    {MARKER_REFER, {MAYBE | PLEASE, SEE, MAYBE | RELATED, STORIES, ON, AT}},
    {MARKER_REFER, {MAYBE | PLEASE, SEE, MAYBE | RELATED, MAYBE | FULL, REPORT, ON, AT}},
    {MARKER_REFER, {SEE, AT, FOR, MAYBE | THE, MAYBE | FULL, STORY}},
    {MARKER_REFER, {SEE, AT, FOR, MORE}},
    {MARKER_REFER, {SEE, AT, FOR, DETAILS}},
    {MARKER_REFER, {FOR, MORE, SEE, AT}},
    {MARKER_REFER, {FOR, DETAILS, SEE, AT}},
    {MARKER_REFER, {FOR, MORE, TURN, TO, AT}},
    {MARKER_REFER, {FOR, DETAILS, TURN, TO, AT}},
    {MARKER_REFER, {SEE, ALSO, AT}},
    {MARKER_REFER, {SEE, PICTURES, MAYBE | ON, AT}},
    {MARKER_REFER, {SEE, WORDS, PICTURES, MAYBE | ON, AT}},
    {MARKER_REFER, {SEE, PHOTOS, MAYBE | ON, AT}},
    {MARKER_REFER, {SEE, WORDS, PHOTOS, MAYBE | ON, AT}},
    {MARKER_JUMP, {MAYBE | PLEASE, SEE, WORDS, MAYBE | ON, AT}},
    {MARKER_REFER, {MAYBE | RELATED, STORY, MAYBE | ON, AT}},
    {MARKER_REFER, {MAYBE | RELATED, STORIES, MAYBE | ON, AT}},
    {MARKER_REFER, {FULL, STORY, MAYBE | ON, AT}},
    {MARKER_REFER, {DETAILS, ON, AT}},
    {MARKER_REFER, {MAYBE | FULL, STORY, INSIDE, MAYBE | ON, AT}},
    {MARKER_REFER, {MORE, INSIDE, MAYBE | ON, AT}},
    {MARKER_REFER, {MORE, PICTURES, MAYBE | ON, AT}},
    {MARKER_REFER, {MORE, PHOTOS, MAYBE | ON, AT}},
    {MARKER_REFER, {MORE, STORIES, MAYBE | ON, AT}},
    {MARKER_REFER, {MORE, COVERAGE, MAYBE | ON, AT}},
    {MARKER_REFER, {FULL, COVERAGE, MAYBE | ON, AT}},
    {MARKER_REFER, {MAYBE | FULL, COVERAGE, STARTS, ON, AT}},
    {MARKER_REFER, {MAYBE | FULL, COVERAGE, BEGINS, ON, AT}},
    {MARKER_REFER, {READ, MAYBE | THE, MAYBE | FULL, STORY, MAYBE | ON, AT}},
    {MARKER_REFER, {READ, MORE, ON, AT}},
    {MARKER_REFER, {READ, IT, ON, AT}},
    {MARKER_REFER, {FIND, OUT, MORE, ON, AT}},
    {MARKER_REFER, {FULL, REPORT, MAYBE | ON, AT}},
    {MARKER_REFER, {IN, FULL, MAYBE | ON, AT}},
    {MARKER_REFER, {ALSO, ON, AT}},
    {MARKER_REFER, {INSIDE, MAYBE | ON, AT}},
    {MARKER_REFER, {ON, AT}},
    {MARKER_REFER, {NAME, AT}},
};

/* The word as it may have been printed. */
static str refolded(str word, char *room, size_t capacity)
{
    size_t n = 0;
    for (size_t i = 0, len; i < word.len && n < capacity; i += len)
        room[n++] = letter_printed(word, i, &len);
    return (str){room, n};
}

/* Token `at` is the word as printed, or damaged: one letter wrong in a short word, two in a long one. */
static bool same_word(const tokens *t, size_t at, str wanted)
{
    enum { LONGEST = 24, LONGEST_PAGE = 5, SHORTEST_DAMAGED = 3, LONG = 6 };
    char room[LONGEST];
    str word = t->word[at];
    if (word.len == wanted.len && str_eq_nocase(word, wanted))
        return true;
    if (str_eq(wanted, STR("page")) && word.len <= LONGEST_PAGE) {
        if (ascii_lower(word.ptr[0]) == 'p' && word_in(word, " p pg pp pages "))
            return true;
        /* Words of their own, not a damaged "page". */
        if (t->fuzzy && word_in(word, " age wage rage sage cage pace "))
            return false;
    }
    if (!t->fuzzy || wanted.len < SHORTEST_DAMAGED || word.len + 1 < wanted.len || word.len > LONGEST)
        return false;
    /* "Sea Walls, P3", "Bee keepers win, page 4": a word of its own, over no page; "Town Turns to Gas". */
    bool over_page = at + 1 < t->n && t->page[at + 1].n > 0;
    if (wanted.len < LONG && !over_page && !str_eq(wanted, STR("page")) && wordlist_has_any_case(word))
        return false;
    int most = wanted.len < LONG ? 1 : 2;
    if (word.len <= wanted.len + (size_t)most && edit_distance(word, wanted, most) <= most)
        return true;
    return t->misread[at] && edit_distance(refolded(word, room, LONGEST), wanted, most) <= most;
}

/* A jump word or a section's label: letters, begins with a capital. */
static bool is_label_word(str word)
{
    return word.len > 0 &&
           (ascii_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0x80 ||
            word_in(word, " in of and the for on to & a ")) &&
           !ascii_is_digit(word.ptr[0]);
}

/* "Harriers. See page 2" has no label. */
static bool ends_label(str word)
{
    return !word_in(word, " see turn continued contd ");
}

static void ask(tokens *t, size_t at, enum item item)
{
    bool is = item == LABEL       ? is_label_word(t->word[at])
              : item == LABEL_END ? ends_label(t->word[at])
                                  : same_word(t, at, item_words[item]);
    t->asked[at] |= UINT64_C(1) << item;
    t->is[at] |= (uint64_t)is << item;
}

/* Whether the token is the item's word, or one of a label; asked once. */
static inline bool token_is(tokens *t, size_t at, enum item item)
{
    if (!(t->asked[at] >> item & 1))
        ask(t, at, item);
    return t->is[at] >> item & 1;
}

static void set_word(marker *m, const tokens *t, size_t from, size_t to)
{
    if (to > from)
        m->word = (str){t->start[from], (size_t)(t->word[to - 1].ptr + t->word[to - 1].len - t->start[from])};
}

/* How many words stand for an item; 0 for one that is no words. */
static size_t most_words(enum item item)
{
    return item == NAME ? 3 : item == WORDS ? 4 : item == LABEL ? MOST_TOKENS : 0;
}

/* "4 and 5", "I E": what belongs to a page's name behind its first word. */
static size_t rest_of_page(const tokens *t, size_t at)
{
    bool more =
        at + 2 <= t->n && word_in(t->word[at], " and & to or ") && page_name(t->word[at + 1], false) > 0;
    bool letter = at + 1 == t->n && t->word[at].len == 1 && ascii_is_upper(t->word[at].ptr[0]);
    return more ? 2 : letter && t->fuzzy ? 1 : 0;
}

/* A label and a page without its own word, as "SPORT, A6", have a mark between them, or the label is in
 * capitals: "Audi A6" is no refer. */
static bool is_set_off(const tokens *t, size_t at)
{
    if (at == 0)
        return true;
    str before = t->word[at - 1];
    bool capitals = before.len > 1 && !str_has_lower(before);
    return ascii_is_lower(before.ptr[0]) || capitals || t->marked[at] ||
           word_in(before, " from on to see continued contd cont ");
}

/* How many tokens from `at` on are a page: "page 3", "P3", "A3", "pages 4 and 5"; 0 for none. */
static size_t page_at(tokens *t, size_t at, int32_t *page)
{
    if (page_name_is_lettered(t->word[at]) && is_set_off(t, at)) {
        *page = page_name(t->word[at], false);
        return 1 + rest_of_page(t, at + 1);
    }
    if (at + 1 >= t->n || !token_is(t, at, PAGE))
        return 0;
    *page = page_name(t->word[at + 1], t->fuzzy);
    if (*page > 0)
        return 2 + rest_of_page(t, at + 2);
    bool torn = t->fuzzy && at > 0 && at + 2 == t->n && str_eq_nocase(t->word[at], STR("page")) &&
                page_name_is_torn(t->word[at + 1]);
    return torn ? 2 : 0;
}

static void find_pages(tokens *t)
{
    for (size_t i = 0; i < t->n; i++)
        t->page[i].n = page_at(t, i, &t->page[i].page);
}

static bool form_matches(const uint8_t *items, tokens *t, size_t at, marker *m);

/* "Lismore. Continued on page 4": a sentence's last word is no label's; that of "SPORT. Page 3" is. */
static bool ends_sentence(tokens *t, size_t at)
{
    enum { LONGEST_ABBREVIATION = 3 };
    const char *mark = t->word[at].ptr + t->word[at].len;
    if (t->word[at].len <= LONGEST_ABBREVIATION || mark == t->end[at] || !strchr(".!?", *mark))
        return false;
    return at + 1 == t->n || t->start[at + 1] > t->end[at] + 1 || !t->page[at + 1].n;
}

/* The tokens from `at` on are up to `most` words of a label, and behind them the form goes on. */
static bool label_matches(const uint8_t *rest, tokens *t, size_t at, size_t most, marker *m)
{
    for (size_t n = 1; n <= most && at + n <= t->n && token_is(t, at + n - 1, LABEL); n++) {
        if (ends_sentence(t, at + n - 1))
            return false;
        if (token_is(t, at + n - 1, LABEL_END) && form_matches(rest, t, at + n, m)) {
            set_word(m, t, at, at + n);
            return true;
        }
    }
    return false;
}

/* The token at `at` begins a page, and behind it the form goes on. */
static bool page_matches(enum item item, const uint8_t *rest, tokens *t, size_t at, marker *m)
{
    if (at == t->n)
        return false;
    int32_t page = item == NUM ? page_name(t->word[at], t->fuzzy) : t->page[at].page;
    size_t n = item == NUM ? page > 0 : t->page[at].n;
    if (n == 0 || !form_matches(rest, t, at + n, m))
        return false;
    m->page = page;
    return true;
}

/* Whether tokens from `at` on are the form from `items` on; fills *m. */
static bool form_matches(const uint8_t *items, tokens *t, size_t at, marker *m)
{
    enum item item = *items & ~MAYBE;
    if (item == END)
        return at == t->n;
    size_t most = most_words(item);
    if (most > 0)
        return label_matches(items + 1, t, at, most, m);
    if (item == AT || item == NUM)
        return page_matches(item, items + 1, t, at, m);
    if (at < t->n && token_is(t, at, item) && form_matches(items + 1, t, at + 1, m))
        return true;
    return *items & MAYBE && form_matches(items + 1, t, at, m);
}

/* "..., Col. 3" behind a marker says nothing that is needed. */
static void drop_column(tokens *t)
{
    str last = t->word[t->n - 1];
    if (t->n > 2 && str_starts_nocase(last, STR("col")) && ascii_is_digit(last.ptr[last.len - 1]))
        t->n--;
    if (t->n > 3 && word_in(t->word[t->n - 2], " col column ") && ascii_is_digit(t->word[t->n - 1].ptr[0]))
        t->n -= 2;
}

static bool has_item(const struct form *form, enum item item)
{
    return memchr(form->items, item, sizeof form->items);
}

/* "See FLOOD, 2", but not "See table 2": without a word for "page" a jump's own must be in capitals. */
static bool is_bare_number(const struct form *form, const tokens *t, str word)
{
    return has_item(form, SEE) && has_item(form, NUM) && (t->fuzzy || word.len < 3 || !str_is_upper(word));
}

/* Most forms begin with a word that the first token is not. */
static bool may_begin(const struct form *form, tokens *t)
{
    uint8_t first = form->items[0];
    return first & MAYBE || first <= LABEL_END || token_is(t, 0, first);
}

marker forms_match(tokens *t)
{
    drop_column(t);
    find_pages(t);
    for (const struct form *form = forms; form < forms + sizeof forms / sizeof *forms; form++) {
        marker m = {.kind = form->kind};
        if (!may_begin(form, t) || !form_matches(form->items, t, 0, &m) || is_bare_number(form, t, m.word))
            continue;
        if (m.page == 0 && has_item(form, NEXT))
            m.page = MARKER_PAGE_NEXT;
        if (m.page == 0 && has_item(form, PREVIOUS))
            m.page = MARKER_PAGE_PREVIOUS;
        if (m.page == 0 && m.kind == MARKER_CONTINUED && has_item(form, BACK))
            m.page = MARKER_PAGE_BACK;
        if (m.page == 0 && (has_item(form, FRONT) || has_item(form, FIRST) || has_item(form, COVER)))
            m.page = 1;
        return m;
    }
    return (marker){0};
}
