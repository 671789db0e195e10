/* A 64-bit hash (FNV-1a) for telling texts apart; not safe against somebody who wants a clash. */
#ifndef STDAILY_BASE_HASH_H
#define STDAILY_BASE_HASH_H

#include <stdint.h>

#include "base/ascii.h"
#include "base/str.h"

static inline uint64_t hash_bytes(str s)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.ptr[i]) * 0x100000001b3u;
    return h;
}

/* The same for texts that differ only in the case of ASCII letters. */
static inline uint64_t hash_folded(str s)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)ascii_lower(s.ptr[i])) * 0x100000001b3u;
    return h;
}

/* A hash with one value more. */
static inline uint64_t hash_mix(uint64_t state, uint64_t value)
{
    state = (state ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return state ^ state >> 29;
}

#endif
