#include "parse/speck.h"

#include "base/ascii.h"
#include "parse/halves.h"
#include "parse/line.h"
#include "parse/misread.h"
#include "parse/token.h"

/* No sentence has these; of a page that has specks not the others either, set apart by a blank. */
static const char *const sure[] = {"|", "{", "}", "~", "^", "\xc2\xab", "\xc2\xbb", "\xc2\xa9", "\xc2\xa5"};
static const char *const likely[] = {">", "<", "_", "=", "+", ":", ";", "\xc2\xb0", "\xe2\x80\x98"};

static bool is_one_of(str token, const char *const *marks, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(token, str_of(marks[i])))
            return true;
    return false;
}

static bool is_sure(str token)
{
    return is_one_of(token, sure, sizeof sure / sizeof *sure);
}

static bool is_likely(str token)
{
    return is_sure(token) || is_one_of(token, likely, sizeof likely / sizeof *likely);
}

/* What stands behind the last blank. */
static str last_token(str text)
{
    size_t at = text.len;
    while (at > 0 && !ascii_is_space(text.ptr[at - 1]))
        at--;
    return str_from(text, at);
}

static bool may_be_speck(char c)
{
    return (unsigned char)c >= 0x80 || ascii_is_one_of(c, "|{}~^");
}

/* Of one end: what has both is a table's row. */
static bool ends_in_speck(str text)
{
    enum { LEAST_BYTES = 20 };
    size_t at = 0;
    str first;
    return text.len >= LEAST_BYTES && (may_be_speck(text.ptr[0]) || may_be_speck(text.ptr[text.len - 1])) &&
           token_next(text, &at, &first) && is_sure(first) != is_sure(last_token(text));
}

bool page_has_specks(const page *p)
{
    enum { SEVERAL = 3 };
    size_t n = 0;
    for (size_t i = 0; i < p->n_blocks && n < SEVERAL; i++)
        n += p->blocks[i].kind == KIND_BODY && ends_in_speck(str_trim(p->blocks[i].text));
    return n >= SEVERAL;
}

/* "said. a", "board. 4": no sentence begins so at a line's end, but for a number that the next goes on with.
 */
static bool is_speck_behind_sentence(str token, str before, str next)
{
    enum { MOST = 2, LEAST_WORD = 3 };
    if (token.len == 0 || token.len > MOST || word_is_function_word(token))
        return false;
    bool figure = token.len == 1 && ascii_is_digit(token.ptr[0]);
    if (!figure && !str_is_lower(token))
        return false;
    size_t end = before.len;
    while (end > 0 && !ascii_is_alnum(before.ptr[end - 1]) && !strchr(".!?", before.ptr[end - 1]))
        end--;
    bool stop = end > LEAST_WORD && strchr(".!?", before.ptr[end - 1]);
    return stop && str_is_lower((str){before.ptr + end - 1 - LEAST_WORD, LEAST_WORD}) &&
           (!figure || next.len == 0 || !ascii_is_lower(next.ptr[0]));
}

static str without_specks_behind(str text, str next)
{
    enum { MOST = 3 };
    for (int i = 0; i < MOST; i++) {
        str token = last_token(text), before = str_trim(str_to(text, text.len - token.len));
        if (before.len == 0 || !(is_likely(token) || is_speck_behind_sentence(token, before, next)))
            break;
        text = before;
    }
    return text;
}

void lines_look_past_specks(word_list *words, line *lines, size_t n)
{
    enum { SEVERAL = 3, FEWEST_WORDS = 4 };
    size_t dirty = 0;
    for (size_t i = 0; i < n && dirty < SEVERAL; i++)
        dirty += !LOOKS(&lines[i], LOOK_ALL_CAPS) && ends_in_speck(lines[i].text);
    for (size_t i = 0; i < n && dirty >= SEVERAL; i++) {
        line *l = &lines[i];
        str clean = without_specks_behind(l->text, i + 1 < n ? lines[i + 1].text : STR(""));
        size_t specks = l->text.len - clean.len;
        bool heading = l->heading || LOOKS(l, LOOK_ALL_CAPS) || LOOKS(l, LOOK_TITLE_CASE);
        if (specks == 0 || specks > UINT8_MAX || heading || l->n_words < FEWEST_WORDS)
            continue;
        line anew = {.raw = clean,
                     .number = l->number,
                     .blanks_before = l->blanks_before,
                     .bold_run = l->bold_run,
                     .specks = (uint8_t)specks};
        line_look_at(&anew, words);
        anew.raw = l->raw;
        *l = anew;
    }
}

/* "| the", "; gave", "~ Nigerian". */
static str without_specks_before(str text)
{
    size_t at = 0;
    str token;
    if (!token_next(text, &at, &token) ||
        !(is_sure(token) || str_eq(token, STR(";")) || str_eq(token, STR("."))))
        return text;
    str rest = str_trim(str_from(text, at));
    if (str_eq(token, STR("|")) && bar_is_pronoun(rest))
        return text;
    return rest.len && ascii_is_alpha(rest.ptr[0]) ? rest : text;
}

str without_specks(str text, str next)
{
    return without_specks_before(without_specks_behind(text, next));
}
