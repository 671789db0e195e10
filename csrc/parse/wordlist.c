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
/* How many bits of a hash are a slot's number, and the slots: where a word begins, plus 1, below the hash's
 * last eight bits; 0 for none. */
extern const uint32_t stdaily_words_index[];

/* As words.sh has it; false for what stands in no word of the list. */
static bool hash_of(str word, uint32_t *hash)
{
    *hash = 0;
    for (size_t i = 0; i < word.len; i++) {
        bool letter = word.ptr[i] >= 'a' && word.ptr[i] <= 'z';
        if (!letter && word.ptr[i] != '-')
            return false;
        *hash = *hash * 1664525u + (letter ? (uint32_t)(word.ptr[i] - 'a') + 1 : 27);
    }
    return word.len > 0;
}

static bool line_is(const char *line, str word)
{
    size_t i = 0;
    while (i < word.len && line[i] == word.ptr[i])
        i++;
    return i == word.len && line[i] == '\n';
}

bool wordlist_has(str word)
{
    enum { OFFSET_BITS = 24 };
    const uint32_t bits = stdaily_words_index[0], last = (1u << bits) - 1, *slots = &stdaily_words_index[1];
    uint32_t hash;
    if (!hash_of(word, &hash))
        return false;
    for (uint32_t at = hash >> (32 - bits); slots[at]; at = (at + 1) & last) {
        bool alike = slots[at] >> OFFSET_BITS == (hash & 0xFF);
        if (alike && line_is(stdaily_words + (slots[at] & 0xFFFFFF) - 1, word))
            return true;
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
