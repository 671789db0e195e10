/* Character classes that no locale changes. */
#ifndef STDAILY_BASE_ASCII_H
#define STDAILY_BASE_ASCII_H

#include <stdbool.h>
#include <stdint.h>

/* A byte's class, for loops over whole texts: one look-up instead of comparisons. */
enum {
    CHAR_BLANK = 1,
    CHAR_LOWER = 2,
    CHAR_UPPER = 4,
    CHAR_DIGIT = 8,
    CHAR_HIGH = 16,  /* not ASCII */
    CHAR_WIDE = 32,  /* of the bytes that no Chinese character lacks */
    CHAR_OPENS = 64, /* a sentence may begin with it: a capital, a quote, what is not ASCII */
    CHAR_STOP = 128, /* ends a sentence */
    CHAR_ALPHA = CHAR_LOWER | CHAR_UPPER,
    CHAR_ALNUM = CHAR_ALPHA | CHAR_DIGIT
};
extern const uint8_t ascii_classes[256];

static inline uint8_t ascii_class(char c)
{
    return ascii_classes[(unsigned char)c];
}

static inline bool ascii_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_alpha(char c)
{
    return ascii_is_upper(c) || ascii_is_lower(c);
}

static inline bool ascii_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

/* The character is one of these, or NUL: strchr() without a call, for sets that are literals. */
static inline bool ascii_is_one_of(char c, const char *set)
{
    while (*set && *set != c)
        set++;
    return *set == c;
}

static inline char ascii_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

#endif
