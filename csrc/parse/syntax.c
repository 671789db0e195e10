#include "parse/syntax.h"

#include "base/ascii.h"
#include "parse/hyphen.h"
#include "parse/token.h"

static const char abbreviations[] = " co corp inc ltd mr mrs ms dr prof st no vol vs etc e.g i.e u.s u.k u.n "
                                    "jan feb mar apr aug sept oct nov dec gen "
                                    "sen rep gov dept univ approx fig ";
static const char opening_words[] =
    " the a an in it he she they we i this these those that there here however meanwhile moreover "
    "furthermore besides "
    "also according additionally specifically currently since although while when as by if after before "
    "during for with "
    "despite to at on from but and so yet now today last next then thus therefore instead once many most "
    "some such "
    "both each its his her their our more what how why who one two three first second third finally ";

static str first_word(str text)
{
    str token = {0};
    size_t at = 0;
    while (token_next(text, &at, &token) && token_core(token).len == 0)
        ;
    return token_core(token);
}

static str last_token(str text)
{
    text = str_trim(text);
    size_t i = text.len;
    while (i > 0 && !ascii_is_space(text.ptr[i - 1]))
        i--;
    return str_from(text, i);
}

bool line_ends_abbreviated(const line *l)
{
    str token = last_token(l->text);
    if (token.len < 2 || token.ptr[token.len - 1] != '.')
        return false;
    str word = token_core(token);
    bool initial = word.len == 1 && ascii_is_upper(word.ptr[0]);
    return initial || word_in(word, abbreviations);
}

bool line_is_open(const line *l)
{
    return !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_JUMP_TAIL) && !LOOKS(l, LOOK_JUMP);
}

bool line_opens_sentence(const line *l)
{
    str word = first_word(l->text);
    return word.len && ascii_is_upper(word.ptr[0]) && word_in(word, opening_words);
}

bool line_is_suspended(const line *l)
{
    return hyphen_is_suspended(first_word(l->text));
}
