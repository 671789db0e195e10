#include "parse/marker.h"

#include "base/ascii.h"
#include "parse/marker_hint.h"
#include "parse/page_name.h"
#include "parse/token.h"

/* How papers print them.  Words in lower case stand for themselves; AT is a page ("page 3", "P3", "A3"), NUM
 * its number alone, WORDS one to four words, NAME one to three (more are a teaser's headline), LABEL any
 * words to the end; a word followed by ? may be missing. */
static const struct form {
    marker_kind kind;
    const char *words;
} forms[] = {
    {MARKER_JUMP, "please? see AT"},
    {MARKER_JUMP, "please? see back page"},
    {MARKER_JUMP, "please? turn to AT"},
    {MARKER_JUMP, "please? turn to back page"},
    {MARKER_JUMP, "please? turn to WORDS on? AT"},
    {MARKER_JUMP, "turn to NUM"},
    {MARKER_JUMP, "jump to AT"},
    {MARKER_JUMP, "go to AT"},
    {MARKER_JUMP, "to AT"},
    {MARKER_JUMP, "more on AT"},
    {MARKER_JUMP, "continue reading? on AT"},
    {MARKER_JUMP, "continue to AT"},
    {MARKER_JUMP, "continued to? AT"},
    {MARKER_JUMP, "to? be? continued on AT"},
    {MARKER_JUMP, "to? be? continued on NUM"},
    {MARKER_JUMP, "continued on? next page"},
    {MARKER_JUMP, "continued on back page"},
    {MARKER_JUMP, "continued overleaf"},
    {MARKER_JUMP, "WORDS continued on AT"},
    {MARKER_JUMP, "story continues on AT"},
    {MARKER_JUMP, "WORDS continues on AT"},
    {MARKER_JUMP, "continues on AT"},
    {MARKER_JUMP, "continues on NUM"},
    {MARKER_JUMP, "concluded on AT"},
    {MARKER_JUMP, "contd on? AT"},
    {MARKER_JUMP, "cont'd on? AT"},
    {MARKER_JUMP, "cont\xe2\x80\x99"
                  "d on? AT"},
    {MARKER_JUMP, "cont on? AT"},
    {MARKER_CONTINUED, "from AT"},
    {MARKER_CONTINUED, "from page"},
    {MARKER_CONTINUED, "from the? front page"},
    {MARKER_CONTINUED, "continued from AT"},
    {MARKER_CONTINUED, "continued from NUM"},
    {MARKER_CONTINUED, "continued from page"},
    {MARKER_CONTINUED, "continued from previous page"},
    {MARKER_CONTINUED, "continued from the? front page?"},
    {MARKER_CONTINUED, "continued from the? cover"},
    {MARKER_CONTINUED, "continuing from AT"},
    {MARKER_CONTINUED, "concluded from AT"},
    {MARKER_CONTINUED, "carried over from AT"},
    {MARKER_CONTINUED, "contd from AT"},
    {MARKER_CONTINUED, "contd from page"},
    {MARKER_CONTINUED, "cont'd from AT"},
    {MARKER_CONTINUED, "cont'd from page"},
    {MARKER_CONTINUED, "cont\xe2\x80\x99"
                       "d from AT"},
    {MARKER_CONTINUED, "cont from AT"},
    {MARKER_CONTINUED, "cont from page"},
    {MARKER_CONTINUED, "WORDS continued from AT"},
    {MARKER_CONTINUED, "WORDS from AT"},
    {MARKER_REFER, "page NUM LABEL"},
    {MARKER_REFER, "AT"},
    {MARKER_JUMP, "please? see story AT"},
    {MARKER_REFER, "please? see related? full? story on AT"},
    {MARKER_REFER, "please? see related? stories on AT"},
    {MARKER_REFER, "please? see related? full? report on AT"},
    {MARKER_REFER, "see also AT"},
    {MARKER_REFER, "see pictures on? AT"},
    {MARKER_REFER, "see WORDS pictures on? AT"},
    {MARKER_REFER, "see photos on? AT"},
    {MARKER_REFER, "see WORDS photos on? AT"},
    {MARKER_JUMP, "please? see WORDS on? AT"},
    {MARKER_REFER, "related? story on? AT"},
    {MARKER_REFER, "related? stories on? AT"},
    {MARKER_REFER, "full story on? AT"},
    {MARKER_REFER, "details on AT"},
    {MARKER_REFER, "read more on AT"},
    {MARKER_REFER, "read it on AT"},
    {MARKER_REFER, "find out more on AT"},
    {MARKER_REFER, "full report on? AT"},
    {MARKER_REFER, "in full on? AT"},
    {MARKER_REFER, "also on AT"},
    {MARKER_REFER, "inside on? AT"},
    {MARKER_REFER, "on AT"},
    {MARKER_REFER, "NAME AT"},
};

enum { MOST_TOKENS = 14 };

typedef struct tokens {
    str word[MOST_TOKENS]; /* cores */
    const char *start[MOST_TOKENS];
    const char *end[MOST_TOKENS]; /* of the whole token */
    bool marked[MOST_TOKENS];     /* a mark stands between it and the word before */
    bool misread[MOST_TOKENS];    /* of fuzzy ones: may_be_misread() */
    struct {
        size_t n; /* tokens; 0 for none */
        int32_t page;
    } page[MOST_TOKENS]; /* that begins with the token */
    size_t n;
    bool fuzzy;
} tokens;

/* A word as OCR could have read it: "rn" is "m", "vv" is "w", and digits are letters. */
static str refolded(str word, char *room, size_t capacity)
{
    size_t n = 0;
    for (size_t i = 0; i < word.len && n < capacity; i++) {
        char c = ascii_lower(word.ptr[i]), next = i + 1 < word.len ? ascii_lower(word.ptr[i + 1]) : '\0';
        bool one = (c == 'r' && next == 'n') || (c == 'v' && next == 'v');
        i += one;
        room[n++] = one                    ? (c == 'r' ? 'm' : 'w')
                    : c == '0'             ? 'o'
                    : c == '1' || c == '|' ? 'l'
                    : c == '5'             ? 's'
                                           : c;
    }
    return (str){room, n};
}

/* refolded() makes another word of it. */
static bool may_be_misread(str word)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = ascii_lower(word.ptr[i]), next = i + 1 < word.len ? ascii_lower(word.ptr[i + 1]) : '\0';
        if ((c == 'r' && next == 'n') || (c == 'v' && next == 'v') || strchr("01|5", c))
            return true;
    }
    return false;
}

/* Token `at` is the word as printed, or damaged: one letter wrong in a short word, two in a long one. */
static bool same_word(const tokens *t, size_t at, str wanted)
{
    enum { LONGEST = 24 };
    char room[LONGEST];
    str word = t->word[at];
    if (word.len == wanted.len && str_eq_nocase(word, wanted))
        return true;
    if (str_eq(wanted, STR("page")) && word.len <= 5) {
        if (ascii_lower(word.ptr[0]) == 'p' && word_in(word, " p pg pp pages "))
            return true;
        /* Words of their own, not a damaged "page". */
        if (t->fuzzy && word_in(word, " age wage rage sage cage pace "))
            return false;
    }
    if (!t->fuzzy || wanted.len < 3 || word.len + 1 < wanted.len || word.len > LONGEST)
        return false;
    int most = wanted.len < 6 ? 1 : 2;
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

static void set_word(marker *m, const tokens *t, size_t from, size_t to)
{
    if (to > from)
        m->word = (str){t->start[from], (size_t)(t->word[to - 1].ptr + t->word[to - 1].len - t->start[from])};
}

/* How many words stand for a form's item; 0 for one that is no words. */
static size_t most_words(str item)
{
    return !ascii_is_upper(item.ptr[0]) ? 0
           : str_eq(item, STR("NAME"))  ? 3
           : str_eq(item, STR("WORDS")) ? 4
           : str_eq(item, STR("LABEL")) ? MOST_TOKENS
                                        : 0;
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
    bool capitals = before.len > 1;
    for (size_t i = 0; i < before.len; i++)
        capitals &= !ascii_is_lower(before.ptr[i]);
    return ascii_is_lower(before.ptr[0]) || capitals || t->marked[at] ||
           word_in(before, " from on to see continued contd cont ");
}

/* How many tokens from `at` on are a page: "page 3", "P3", "A3", "pages 4 and 5"; 0 for none. */
static size_t page_at(const tokens *t, size_t at, int32_t *page)
{
    if (page_name_is_lettered(t->word[at]) && is_set_off(t, at)) {
        *page = page_name(t->word[at], false);
        return 1 + rest_of_page(t, at + 1);
    }
    if (at + 1 >= t->n || !same_word(t, at, STR("page")))
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

static bool form_matches(const char *words, const tokens *t, size_t at, marker *m);

/* The tokens from `at` on are up to `most` words of a label, and behind them the form goes on. */
static bool label_matches(const char *rest, const tokens *t, size_t at, size_t most, marker *m)
{
    for (size_t n = 1; n <= most && at + n <= t->n && is_label_word(t->word[at + n - 1]); n++) {
        /* "Harriers. See page 2" has no label. */
        if (!word_in(t->word[at + n - 1], " see turn continued contd ") && form_matches(rest, t, at + n, m)) {
            set_word(m, t, at, at + n);
            return true;
        }
    }
    return false;
}

/* Whether tokens from `at` on are the form from `words` on; fills *m. */
static bool form_matches(const char *words, const tokens *t, size_t at, marker *m)
{
    while (*words == ' ')
        words++;
    if (!*words)
        return at == t->n;
    size_t len = 0;
    while (words[len] && words[len] != ' ')
        len++;
    str item = {words, len};
    const char *rest = words + len;
    bool optional = item.ptr[item.len - 1] == '?';
    if (optional)
        item.len--;
    size_t most = most_words(item);
    if (most > 0)
        return label_matches(rest, t, at, most, m);
    if (str_eq(item, STR("AT")) || str_eq(item, STR("NUM"))) {
        if (at == t->n)
            return false;
        bool alone = item.len > 2;
        int32_t page = alone ? page_name(t->word[at], t->fuzzy) : t->page[at].page;
        size_t n = alone ? page > 0 : t->page[at].n;
        if (n == 0 || !form_matches(rest, t, at + n, m))
            return false;
        m->page = page;
        return true;
    }
    if (at < t->n && same_word(t, at, item) && form_matches(rest, t, at + 1, m))
        return true;
    return optional && form_matches(rest, t, at, m);
}

static void add_token(tokens *t, str token, str core)
{
    t->word[t->n] = core;
    t->start[t->n] = core.ptr;
    t->end[t->n] = token.ptr + token.len;
    const char *before = t->n > 0 ? t->start[t->n - 1] + t->word[t->n - 1].len : core.ptr;
    t->misread[t->n] = t->fuzzy && may_be_misread(core);
    t->marked[t->n] = false;
    for (const char *at = before; at < core.ptr; at++)
        t->marked[t->n] |= !ascii_is_space(*at);
    t->n++;
}

/* "Seepage", "Turnto", "ContinuedA3", "Cont.on": two words that lost their blank; the second, or "". */
static str second_word(str core, size_t *first_len)
{
    static const char *const first[] = {"see",    "from",      "on",     "to",    "story", "turn",
                                        "please", "continued", "cont'd", "contd", "cont"};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        str head = str_of(first[i]);
        if (!str_starts_nocase(core, head))
            continue;
        str rest = str_from(core, head.len);
        rest = str_from(rest, rest.len > 1 && rest.ptr[0] == '.');
        bool lettered = rest.len && ascii_is_upper(rest.ptr[0]) && page_name_is_lettered(rest);
        if (str_starts_nocase(rest, STR("page")) || str_starts_nocase(rest, STR("continue")) || lettered ||
            (rest.len && word_in(rest, " to on see story turn from "))) {
            *first_len = head.len;
            return rest;
        }
    }
    return STR("");
}

static void add_split(tokens *t, str token, str core)
{
    size_t first_len;
    str rest = t->fuzzy ? second_word(core, &first_len) : STR("");
    if (rest.len) {
        add_token(t, (str){core.ptr, first_len}, str_to(core, first_len));
        core = rest;
        token = (str){rest.ptr, (size_t)(token.ptr + token.len - rest.ptr)};
    }
    /* "page2", "P3", "p.4" */
    size_t page_len = str_starts_nocase(core, STR("page")) ? 4 : str_starts_nocase(core, STR("p")) ? 1 : 0;
    size_t dot = page_len && page_len < core.len && core.ptr[page_len] == '.', number = page_len + dot;
    if (page_len && core.len > number && core.len <= number + 2 &&
        (ascii_is_digit(core.ptr[number]) || page_name_is_lettered(str_from(core, number)))) {
        add_token(t, (str){core.ptr, page_len}, str_to(core, page_len));
        core = str_from(core, number);
    }
    add_token(t, token, core);
}

static bool tokenise(tokens *t, str text)
{
    size_t at = 0;
    str token;
    while (token_next(text, &at, &token)) {
        /* "PAGE 3|INSIGHTS" */
        const char *bar = memchr(token.ptr, '|', token.len);
        if (bar && bar > token.ptr) {
            at -= (size_t)(token.ptr + token.len - bar);
            token.len = (size_t)(bar - token.ptr);
        }
        str core = token_core(token);
        if (core.len == 0)
            continue;
        if (t->n + 3 > MOST_TOKENS)
            return false;
        add_split(t, token, core);
    }
    return t->n > 0;
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

/* A form's first word, and whether the text begins with it; many forms share one. */
typedef struct first_word {
    str word;
    bool same;
} first_word;

/* The form begins with a word of its own, and the text with another. */
static bool begins_otherwise(const char *words, const tokens *t, first_word *last)
{
    str word = {words, (size_t)(strchrnul(words, ' ') - words)};
    if (!ascii_is_lower(words[0]) || words[word.len - 1] == '?')
        return false;
    if (!str_eq(word, last->word))
        *last = (first_word){word, same_word(t, 0, word)};
    return !last->same;
}

static marker match_forms(const tokens *t)
{
    first_word last = {STR(""), false};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (begins_otherwise(forms[i].words, t, &last))
            continue;
        marker m = {.kind = forms[i].kind};
        if (!form_matches(forms[i].words, t, 0, &m))
            continue;
        if (m.page == 0 && strstr(forms[i].words, "next"))
            m.page = MARKER_PAGE_NEXT;
        if (m.page == 0 && strstr(forms[i].words, "previous"))
            m.page = MARKER_PAGE_PREVIOUS;
        if (m.page == 0 && (strstr(forms[i].words, "front") || strstr(forms[i].words, "cover")))
            m.page = 1;
        return m;
    }
    return (marker){0};
}

static bool may_match(const tokens *t)
{
    marker_hints hints = {0};
    for (size_t i = 0; i < t->n; i++)
        marker_hint(&hints, t->word[i], i > 0);
    return marker_hints_tell(&hints);
}

/* "Con ti nard from Page IA": words broken anywhere, and letters wrong in them. */
static marker match_squashed(const tokens *t)
{
    enum { LONGEST = 24, LONGEST_PAGE = 3, MOST_EDITS = 3 };
    static const struct {
        marker_kind kind;
        const char *letters;
    } wanted[] = {{MARKER_CONTINUED, "continuedfrompage"},
                  {MARKER_CONTINUED, "concludedfrompage"},
                  {MARKER_JUMP, "continuedonpage"},
                  {MARKER_JUMP, "concludedonpage"}};
    char room[LONGEST];
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->word[i].len; k++, n++) {
            if (n == LONGEST)
                return (marker){0};
            room[n] = t->word[i].ptr[k];
        }
    marker best = {0};
    int least = MOST_EDITS + 1;
    for (size_t page_len = 1; page_len <= LONGEST_PAGE && page_len < n; page_len++) {
        str letters = {room, n - page_len}, page = {room + n - page_len, page_len};
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted && page_name(page, true) > 0; i++) {
            int edits = edit_distance(letters, str_of(wanted[i].letters), MOST_EDITS);
            if (edits < least) {
                least = edits;
                best = (marker){.kind = wanted[i].kind, .page = page_name(page, true)};
            }
        }
    }
    return best;
}

marker marker_whole(str text)
{
    tokens exact, fuzzy;
    exact.n = fuzzy.n = 0;
    exact.fuzzy = false;
    fuzzy.fuzzy = true;
    if (text.len > 100 || !tokenise(&exact, text) || !may_match(&exact))
        return (marker){0};
    drop_column(&exact);
    find_pages(&exact);
    marker m = match_forms(&exact);
    /* "Sce page 2" is a damaged jump before it is a section's label. */
    bool labelled = m.kind == MARKER_REFER && m.word.len > 0;
    if ((m.kind == MARKER_NONE || labelled) && tokenise(&fuzzy, text)) {
        drop_column(&fuzzy);
        find_pages(&fuzzy);
        marker damaged = match_forms(&fuzzy), broken = {0};
        if (damaged.kind == MARKER_NONE || damaged.kind == MARKER_REFER)
            broken = match_squashed(&exact);
        m = broken.kind ? broken : damaged.kind == MARKER_REFER && labelled ? m : damaged;
    }
    /* An arrow sends the reader on: "> Page 3". */
    bool arrow = str_starts(text, STR("\xc2\xbb")) || str_starts(text, STR("\xe2\x86\x92")) ||
                 str_starts(text, STR(">")) || str_starts(text, STR("\xe2\x96\xba"));
    if (m.kind == MARKER_REFER && m.word.len == 0 && arrow)
        m.kind = MARKER_JUMP;
    return m;
}

/* Where a sentence ends before `at`, or the text begins. */
static bool after_sentence(str text, size_t at)
{
    while (at > 0 && (ascii_is_space(text.ptr[at - 1]) || strchr("*_([", text.ptr[at - 1])))
        at--;
    if (at == 0)
        return false;
    char c = text.ptr[at - 1];
    return c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == ',' || c == ')' ||
           (unsigned char)c >= 0x80;
}

/* "... on Friday. STORM: Page 4", "... on Friday. » Page 4": jumps, behind a sentence. */
static bool leads_on(str text, size_t at, str word)
{
    bool capitals = word.len > 1;
    for (size_t i = 0; i < word.len; i++)
        capitals &= !ascii_is_lower(word.ptr[i]);
    while (at > 0 && ascii_is_space(text.ptr[at - 1]))
        at--;
    str before = str_to(text, at);
    if (capitals)
        return at > 1 && strchr(".!?\"", text.ptr[at - 1]) && text.ptr[at - 2] != '.';
    return word.len == 0 && (str_ends(before, STR("\xc2\xbb")) || str_ends(before, STR("\xe2\x96\xba")) ||
                             str_ends(before, STR("\xe2\x86\x92")) || str_ends(before, STR(">")));
}

marker marker_tail(str text)
{
    enum { LONGEST_TAIL = 70 };
    size_t from = text.len > LONGEST_TAIL ? text.len - LONGEST_TAIL : 0;
    if (!marker_may_end(str_from(text, from)))
        return (marker){0};
    for (size_t i = from; i < text.len; i++) {
        bool word_start = ascii_is_alpha(text.ptr[i]) && (i == 0 || !ascii_is_alnum(text.ptr[i - 1]));
        /* A capital after a word in lower case is as good as a sentence's end: stories break off anywhere. */
        if (!word_start || !(after_sentence(text, i) || (i > 0 && ascii_is_upper(text.ptr[i]))))
            continue;
        marker m = marker_whole(str_from(text, i));
        if (m.kind == MARKER_REFER && leads_on(text, i, m.word))
            m.kind = MARKER_JUMP;
        if (m.kind != MARKER_JUMP)
            continue;
        while (i > 0 && (strchr(" \t*_([>", text.ptr[i - 1]) ||
                         (leads_on(text, i, STR("")) && (unsigned char)text.ptr[i - 1] >= 0x80)))
            i -= (unsigned char)text.ptr[i - 1] < 0x80 ? 1 : (unsigned char)text.ptr[i - 2] == 0xC2 ? 2 : 3;
        m.start_byte = i;
        return m;
    }
    return (marker){0};
}
