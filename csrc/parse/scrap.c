/* What OCR made of stains, rules and torn edges: lines of marks and scraps of letters. */
#include "base/ascii.h"
#include "parse/line.h"
#include "parse/token.h"
#include "parse/wordlist.h"

enum { LEAST_LONG = 5 };

/* "ee", "|", "\xc2\xa5": no word, no figure, no name. */
static bool is_scrap(str token)
{
    static const char marks[] = " - & * / \xe2\x80\x93 \xe2\x80\x94 \xe2\x80\xa2 ";
    str core = token_core(token);
    if (core.len == 0)
        return !word_in(token, marks);
    if (core.len == 1)
        return ascii_is_alpha(core.ptr[0]) && !strchr("aAIO", core.ptr[0]) && token.len == 1;
    return core.len < LEAST_LONG && str_is_lower(core) && !wordlist_has(core);
}

/* Of many tokens few may be long, half at least are scraps. */
static bool is_of_scraps(str text)
{
    enum { ONE_IN = 6 };
    size_t at = 0, n = 0, n_long = 0, scraps = 0;
    str token;
    while (token_next(text, &at, &token)) {
        n++;
        n_long += token_core(token).len >= LEAST_LONG;
        scraps += is_scrap(token);
        if (n_long * ONE_IN > n + ONE_IN)
            return false;
    }
    return scraps * 2 >= n && n_long * ONE_IN <= n;
}

/* "Gi", ": a", "S a or e Er OS er": a letter or two, or many such words and no other. */
static bool is_of_letters(const line *l)
{
    enum { MOST_LETTERS = 2, FEWEST_TOKENS = 7 };
    size_t at = 0, n = 0, letters = 0;
    bool word = false; /* "to 8:" */
    str token;
    while (token_next(l->text, &at, &token)) {
        str core = token_core(token);
        if (core.len > MOST_LETTERS)
            return false;
        letters += core.len > 0 && ascii_is_alpha(core.ptr[0]) ? core.len : 0;
        word |= core.len == MOST_LETTERS && ascii_is_alpha(core.ptr[0]) && wordlist_has(core);
        n++;
    }
    /* An initial, "UN", a heading's last word. */
    bool mark = n == 1 && (letters == 1 || LOOKS(l, LOOK_ALL_CAPS) || wordlist_has_any_case(l->text));
    return (n >= FEWEST_TOKENS && letters >= n) ||
           (letters > 0 && letters <= MOST_LETTERS && !mark && !word && str_has_lower(l->text));
}

void lines_look_for_scraps(line *lines, size_t n)
{
    enum { MOST_WORDS = 14 };
    static const int others[] = {LOOK_CJK,           LOOK_TABLE,       LOOK_ROW,       LOOK_NO_LETTERS,
                                 LOOK_ENDS_SENTENCE, LOOK_ENDS_HYPHEN, LOOK_FURNITURE, LOOK_JUMP,
                                 LOOK_CONTINUED,     LOOK_LABEL,       LOOK_REFER};
    for (size_t i = 0; i < n && wordlist_is_there(); i++) {
        line *l = &lines[i];
        bool half = i > 0 && LOOKS(&lines[i - 1], LOOK_ENDS_HYPHEN);
        if (l->n_words <= MOST_WORDS && !l->heading && !half &&
            !line_looks_any(l, others, sizeof others / sizeof *others) &&
            (is_of_letters(l) || is_of_scraps(l->text))) {
            line_set_look(l, LOOK_FURNITURE);
            line_set_look(l, LOOK_SCRAP);
        }
    }
}
