/* The characters that words are made of. */
#ifndef STDAILY_PARSE_LETTER_H
#define STDAILY_PARSE_LETTER_H

#include "base/ascii.h"
#include "base/str.h"

#define SOFT_HYPHEN "\xc2\xad"

/* Bytes of the letter, figure, apostrophe or soft hyphen at `at`; 0 where there is none: quotes and dashes
 * part words. */
static inline size_t word_char_len(str text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];
    if (c < 0x80)
        return ascii_is_alnum(text.ptr[at]) || c == '\'';
    unsigned char next = at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : 0;
    unsigned char third = at + 2 < text.len ? (unsigned char)text.ptr[at + 2] : 0;
    bool sign =
        (c == 0xC2 && next != 0xAD) || /* to U+00BF */
        (c == 0xE2 && (next == 0x80 || next == 0x81) && !(next == 0x80 && third == 0x99)) ||
        (c == 0xE3 && next == 0x80) ||                                                   /* of Chinese */
        (c == 0xEF && (next == 0xBC || next == 0xBD) && (third < 0x90 || third > 0x99)); /* full width */
    if (sign)
        return 0;
    size_t len = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    return len < text.len - at ? len : text.len - at;
}

/* The end of the word that goes on at `at`; a hyphen inside it belongs to it. */
static inline size_t word_end(str text, size_t at)
{
    while (at < text.len) {
        bool hyphen = text.ptr[at] == '-' && at + 1 < text.len && ascii_is_alnum(text.ptr[at + 1]);
        size_t len = hyphen ? 1 : word_char_len(text, at);
        if (len == 0)
            break;
        at += len;
    }
    return at;
}

/* A ligature's letters; NULL for what is none. */
static inline const char *ligature_letters(str text, size_t at)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (text.len - at < 3 || text.ptr[at] != '\xef' || text.ptr[at + 1] != '\xac')
        return NULL;
    unsigned index = (unsigned char)text.ptr[at + 2] - 0x80u;
    return index < sizeof letters / sizeof *letters ? letters[index] : NULL;
}

#endif
