#include "parse/hyphen.h"

#include "base/ascii.h"
#include "parse/token.h"

enum { LONGEST_PAIR_BYTES = 64, LEAST_SEEN = 2 };

/* First halves that are set with a hyphen. */
static const char hyphenating[] = " self high low large small long short medium mid multi ultra well full "
                                  "half part real cross first second third one two "
                                  "three four five six seven eight nine ten year million billion ";

static int64_t count_joined(const lexicon *words, str first, const char *between, str second)
{
    char joined[LONGEST_PAIR_BYTES];
    size_t middle = strlen(between);
    if (first.len + middle + second.len > sizeof joined)
        return 0;
    memcpy(joined, first.ptr, first.len);
    memcpy(joined + first.len, between, middle);
    memcpy(joined + first.len + middle, second.ptr, second.len);
    return lexicon_count(words, (str){joined, first.len + middle + second.len});
}

bool hyphen_is_kept(const lexicon *words, str first, str second)
{
    if (first.len == 0 || second.len == 0)
        return false;
    if (!ascii_is_lower(second.ptr[0]) || ascii_is_digit(first.ptr[first.len - 1]))
        return true;
    int64_t hyphenated = count_joined(words, first, "-", second),
            whole = count_joined(words, first, "", second);
    if (hyphenated != whole)
        return hyphenated > whole;
    bool both_words = lexicon_count(words, first) > 0 && lexicon_count(words, second) > 0;
    return hyphenated > 0 || (both_words && second.len > 2) ||
           (word_in(first, hyphenating) && lexicon_count(words, second) > 0);
}

bool hyphen_is_suspended(str second)
{
    return word_in(second, " and or to nor but versus vs ");
}

size_t hyphen_lost_at(const lexicon *words, str word)
{
    enum { SHORTEST = 5, MOST_SEEN_WHOLE = 2, TIMES = 2 };
    int64_t whole = word.len >= SHORTEST && word.len < LONGEST_PAIR_BYTES ? lexicon_count(words, word)
                                                                          : MOST_SEEN_WHOLE + 1;
    if (whole > MOST_SEEN_WHOLE)
        return 0;
    size_t best = 0;
    int64_t best_count = 0;
    for (size_t i = 1; i + 1 < word.len; i++) {
        int64_t n = count_joined(words, str_to(word, i), "-", str_from(word, i));
        if (n > best_count) {
            best_count = n;
            best = i;
        }
    }
    return best_count >= 1 && best_count >= whole * TIMES ? best : 0;
}

bool hyphen_is_false(const lexicon *words, str word, size_t hyphen_at)
{
    int64_t hyphenated = lexicon_count(words, word);
    int64_t whole = count_joined(words, str_to(word, hyphen_at), "", str_from(word, hyphen_at + 1));
    return whole >= LEAST_SEEN && whole >= hyphenated * 2;
}
