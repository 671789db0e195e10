#include "parse/syntax.h"

#include "base/ascii.h"
#include "parse/hyphen.h"
#include "parse/token.h"
#include "parse/word_class.h"

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
    return initial || word_classes(word) & WORD_ABBREVIATION;
}

bool line_is_open(const line *l)
{
    return !LOOKS(l, LOOK_ENDS_SENTENCE) && !LOOKS(l, LOOK_JUMP_TAIL) && !LOOKS(l, LOOK_JUMP);
}

bool line_opens_sentence(const line *l)
{
    str word = first_word(l->text);
    return word.len && ascii_is_upper(word.ptr[0]) && (word_classes(word) & WORD_OPENS);
}

/* What stands before the hyphen that the line ends in. */
static str broken_word(const line *l)
{
    str token = token_core(last_token(l->text));
    for (size_t i = token.len; i > 0; i--)
        if (token.ptr[i - 1] == '-')
            return str_from(token, i);
    return token;
}

bool line_is_suspended(const line *previous, const line *l)
{
    return hyphen_is_suspended(broken_word(previous), first_word(l->text));
}

bool line_may_precede_name(const line *previous, const line *l)
{
    str word = first_word(l->text);
    return !word.len || !ascii_is_upper(word.ptr[0]) || hyphen_may_precede_name(broken_word(previous));
}
