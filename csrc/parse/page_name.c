#include "parse/page_name.h"

#include "base/ascii.h"

enum { MOST_DIGITS = 3, SHORTEST_NUMBER = 3, LONGEST_NUMBER = 6 };

static const char *const number_words[] = {"one",   "two",   "three", "four", "five",   "six",
                                           "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

/* The digit that OCR read as this character, or -1. */
static int digit_like(char c)
{
    static const char letters[] = "IilLJ|!OoSBZG", digits[] = "1111111005826";
    const char *at = c ? strchr(letters, c) : NULL;
    return ascii_is_digit(c) ? c - '0' : at ? digits[at - letters] - '0' : -1;
}

static int32_t number_of(str word, bool damaged)
{
    int32_t n = 0;
    if (word.len == 0 || word.len > MOST_DIGITS)
        return 0;
    for (size_t i = 0; i < word.len; i++) {
        int digit = damaged ? digit_like(word.ptr[i]) : ascii_is_digit(word.ptr[i]) ? word.ptr[i] - '0' : -1;
        if (digit < 0)
            return 0;
        n = n * 10 + digit;
    }
    return n;
}

/* A section's letter and a hyphen off: "A4", "A-4", "3A", "3-A". */
static str without_letter(str word)
{
    size_t n = word.len;
    if (n > 1 && ascii_is_upper(word.ptr[0]) && ascii_is_digit(word.ptr[1]))
        return str_from(word, 1);
    if (n > 2 && ascii_is_upper(word.ptr[0]) && word.ptr[1] == '-' && ascii_is_digit(word.ptr[2]))
        return str_from(word, 2);
    if (n > 2 && ascii_is_upper(word.ptr[n - 1]) && word.ptr[n - 2] == '-' && ascii_is_digit(word.ptr[n - 3]))
        return str_to(word, n - 2);
    if (n > 1 && ascii_is_upper(word.ptr[n - 1]) && ascii_is_digit(word.ptr[n - 2]))
        return str_to(word, n - 1);
    return word;
}

int32_t page_name(str word, bool damaged)
{
    bool letters = word.len >= SHORTEST_NUMBER && word.len <= LONGEST_NUMBER && ascii_is_alpha(word.ptr[0]);
    for (size_t i = 0; letters && i < sizeof number_words / sizeof *number_words; i++)
        if (str_eq_nocase(word, str_of(number_words[i])))
            return (int32_t)i + 1;
    str digits = without_letter(word);
    size_t first = str_find(digits, STR("-")), both = str_find(digits, STR("&"));
    int32_t n = number_of(str_to(digits, first < both ? first : both), false);
    if (n > 0 || !damaged || word.len == 0 || word.len > MOST_DIGITS + 1)
        return n;
    /* "I", "I5", "lOA", "IS" for 1S: of letters alone the last is the section's. */
    char last = word.ptr[word.len - 1];
    if (word.len == 1)
        return last == 'l' || last == 'I' || last == 'i' ? 1 : 0;
    return number_of(str_to(word, word.len - !ascii_is_digit(last)), true);
}

bool page_name_is_lettered(str word)
{
    return without_letter(word).len < word.len && page_name(word, false) > 0;
}

bool page_name_is_torn(str word)
{
    enum { LONGEST = 4 };
    size_t digits = 0;
    for (size_t i = 0; i < word.len; i++) {
        digits += ascii_is_digit(word.ptr[i]);
        if (ascii_is_lower(word.ptr[i]) && digit_like(word.ptr[i]) < 0)
            return false;
    }
    return word.len > 0 && word.len <= LONGEST && digits < word.len;
}
