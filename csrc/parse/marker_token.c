/* A text's tokens as the forms of markers need them. */
#include "base/ascii.h"
#include "parse/marker_form.h"
#include "parse/page_name.h"
#include "parse/token.h"

char letter_printed(str word, size_t at, size_t *len)
{
    char c = ascii_lower(word.ptr[at]), next = at + 1 < word.len ? ascii_lower(word.ptr[at + 1]) : '\0';
    bool two = (c == 'r' && next == 'n') || (c == 'v' && next == 'v');
    *len = two ? 2 : 1;
    if (two)
        return c == 'r' ? 'm' : 'w';
    return c == '0' ? 'o' : c == '1' || c == '|' ? 'l' : c == '5' ? 's' : c;
}

static bool may_be_misread(str word)
{
    for (size_t i = 0, len; i < word.len; i++)
        if (letter_printed(word, i, &len) != ascii_lower(word.ptr[i]))
            return true;
    return false;
}

static void add_token(tokens *t, str token, str core)
{
    t->word[t->n] = core;
    t->start[t->n] = core.ptr;
    t->end[t->n] = token.ptr + token.len;
    const char *before = t->n > 0 ? t->start[t->n - 1] + t->word[t->n - 1].len : core.ptr;
    t->misread[t->n] = t->fuzzy && may_be_misread(core);
    t->asked[t->n] = t->is[t->n] = 0;
    t->marked[t->n] = false;
    for (const char *at = before; at < core.ptr; at++)
        t->marked[t->n] |= !ascii_is_space(*at);
    t->n++;
}

/* "Seepage", "Turnto", "ContinuedA3", "Cont.on", "SeeOPEN": two words that lost their blank; the second, or
 * "". */
static str second_word(str core, size_t *first_len)
{
    static const char *const first[] = {"see",    "from",      "on",     "to",    "story", "turn",
                                        "please", "continued", "cont'd", "contd", "cont"};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        if (!str_opens(core, first[i]))
            continue;
        str head = str_of(first[i]);
        str rest = str_from(core, head.len);
        rest = str_from(rest, rest.len > 1 && rest.ptr[0] == '.');
        bool lettered = rest.len && ascii_is_upper(rest.ptr[0]) && page_name_is_lettered(rest);
        bool jump_word = i == 0 && rest.len > 2 && ascii_is_lower(core.ptr[2]) && str_is_upper(rest);
        if (str_starts_nocase(rest, STR("page")) || str_starts_nocase(rest, STR("continue")) || lettered ||
            jump_word || (rest.len && word_in(rest, " to on see story turn from "))) {
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
    /* "page2", "P3", "p.4", "P2&3" */
    size_t page_len = str_starts_nocase(core, STR("page")) ? 4 : str_starts_nocase(core, STR("p")) ? 1 : 0;
    size_t dot = page_len && page_len < core.len && core.ptr[page_len] == '.', number = page_len + dot;
    size_t longest = number + 2;
    if (memchr(core.ptr, '&', core.len))
        longest += sizeof "&10" - 1;
    if (page_len && core.len > number && core.len <= longest &&
        (ascii_is_digit(core.ptr[number]) || page_name_is_lettered(str_from(core, number)))) {
        add_token(t, (str){core.ptr, page_len}, str_to(core, page_len));
        core = str_from(core, number);
    }
    add_token(t, token, core);
}

bool tokens_read(tokens *t, str text, bool fuzzy)
{
    t->n = 0;
    t->fuzzy = fuzzy;
    size_t at = 0;
    str token;
    bool barred = text.len && memchr(text.ptr, '|', text.len);
    while (token_next(text, &at, &token)) {
        /* "PAGE 3|INSIGHTS" */
        const char *bar = barred ? memchr(token.ptr, '|', token.len) : NULL;
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
