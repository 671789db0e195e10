#include "parse/wordlist.h"

#include "base/ascii.h"
#include <stdint.h>

enum { LONGEST_LISTED = 64 };

/* The sorted list as the build made it, one word a line; kept out of the compiler's way. */
__asm__(".pushsection .rodata\n"
        ".hidden stdaily_words\n"
        ".globl stdaily_words\n"
        "stdaily_words:\n"
        ".incbin \"" STDAILY_WORDS_FILE "\"\n"
        ".hidden stdaily_words_end\n"
        ".globl stdaily_words_end\n"
        "stdaily_words_end:\n"
        ".byte 10\n"
        ".balign 4\n"
        ".hidden stdaily_words_index\n"
        ".globl stdaily_words_index\n"
        "stdaily_words_index:\n"
        ".include \"" STDAILY_WORDS_INDEX "\"\n"
        ".popsection\n");
extern const char stdaily_words[], stdaily_words_end[];
/* Where the words with three first letters begin; one more at the end. */
extern const uint32_t stdaily_words_index[];

/* Of a letter from 1 on, 0 of a hyphen and behind the word's end; -1 of what stands in no word of the list.
 */
static int slot_of(str word, size_t at)
{
    if (at >= word.len || word.ptr[at] == '-')
        return 0;
    return word.ptr[at] >= 'a' && word.ptr[at] <= 'z' ? word.ptr[at] - 'a' + 1 : -1;
}

bool wordlist_has(str word)
{
    enum { SLOTS = 27 };
    int first = slot_of(word, 0), second = slot_of(word, 1), third = slot_of(word, 2);
    if (first <= 0 || second < 0 || third < 0)
        return false;
    const uint32_t *range = &stdaily_words_index[(first * SLOTS + second) * SLOTS + third];
    const char *low = stdaily_words + range[0], *high = stdaily_words + range[1];
    while (low < high) {
        const char *line = low + (high - low) / 2;
        while (line > low && line[-1] != '\n')
            line--;
        size_t i = 0;
        while (i < word.len && line[i] == word.ptr[i])
            i++;
        if (i == word.len && line[i] == '\n')
            return true;
        if (i == word.len || word.ptr[i] < line[i]) {
            high = line;
            continue;
        }
        while (line[i] != '\n')
            i++;
        low = line + i + 1;
    }
    return false;
}

bool wordlist_has_any_case(str word)
{
    char folded[LONGEST_LISTED];
    if (word.len > LONGEST_LISTED)
        return false;
    for (size_t i = 0; i < word.len; i++)
        folded[i] = ascii_lower(word.ptr[i]);
    return wordlist_has((str){folded, word.len});
}

bool wordlist_is_there(void)
{
    return &stdaily_words_end[0] > &stdaily_words[0];
}
