#include "parse/wordlist.h"

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
        ".popsection\n");
extern const char stdaily_words[], stdaily_words_end[];

static int compare(str word, const char *line, size_t len)
{
    size_t n = word.len < len ? word.len : len;
    int order = memcmp(word.ptr, line, n);
    return order ? order : (word.len > len) - (word.len < len);
}

bool wordlist_has(str word)
{
    const char *low = stdaily_words, *high = stdaily_words_end;
    while (low < high) {
        const char *line = low + (high - low) / 2;
        while (line > low && line[-1] != '\n')
            line--;
        size_t len =
            (size_t)((const char *)memchr(line, '\n', (size_t)(stdaily_words_end - line) + 1) - line);
        int order = compare(word, line, len);
        if (order == 0)
            return true;
        if (order < 0)
            high = line;
        else
            low = line + len + 1;
    }
    return false;
}

bool wordlist_is_there(void)
{
    return &stdaily_words_end[0] > &stdaily_words[0];
}
