#include "parse/furniture.h"

#include <stdint.h>

#include "base/ascii.h"

/* Each of four characters at least. */
static const char *const phrases[] = {
    "wechat",       "weibo",      "e-paper",          "epaper",       "qr code",    "scan the",
    "scan to",      "follow us",  "subscribe",        "www.",         "http",       "issn",
    "tel:",         "fax:",       "hotline",          "postal code",  "email:",     "e-mail:",
    "copyright",    "all rights", "official account", "download the", "mobile app", ".com.cn",
    "published by", "printed by", "sponsored by",     "cn 11-",       "advertis"};

/* "$2.00", "80p", "75 CENTS", "Rs 5.00": a price and nothing else. */
static bool is_price(str s)
{
    size_t letters = 0, digits = 0, signs = 0;
    if (s.len < 3 || s.len > 10)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        letters += ascii_is_alpha(s.ptr[i]);
        digits += ascii_is_digit(s.ptr[i]);
        signs += s.ptr[i] == '$' || (unsigned char)s.ptr[i] >= 0x80;
    }
    bool unit = signs > 0 || str_ends(s, STR("p")) || str_starts(s, STR("R")) ||
                str_eq_nocase(str_from(s, s.len - 5), STR("cents"));
    return digits > 0 && digits <= 5 && letters <= 5 && unit;
}

static bool is_telephone(str s)
{
    size_t digits = 0, others = 0;
    for (size_t i = 0; i < s.len; i++) {
        digits += ascii_is_digit(s.ptr[i]);
        others += s.ptr[i] == ',' || s.ptr[i] == '%';
    }
    return digits >= 7 && digits <= 14 && others == 0 &&
           (memchr(s.ptr, '-', s.len) || str_find(s, STR(": ")) < s.len);
}

/* An address or a telephone number, in a line of few words. */
static bool is_contact(str s, bool digits)
{
    enum { LONGEST = 59 };
    if (s.len > LONGEST)
        return false;
    const char *at = memchr(s.ptr, '@', s.len);
    bool address =
        at && at > s.ptr && ascii_is_alnum(at[-1]) && at + 1 < s.ptr + s.len && ascii_is_alnum(at[1]);
    return address || (digits && is_telephone(s));
}

/* Which of 1024 sets the four characters are in, whatever the case of letters. */
static unsigned set_of_four(const char *ptr)
{
    uint32_t four;
    memcpy(&four, ptr, sizeof four);
    return (four | 0x20202020u) * 2654435761u >> 22;
}

/* One of the phrases stands in the text. */
static bool has_phrase(str s)
{
    enum { N = sizeof phrases / sizeof *phrases };
    uint64_t sets[1024 / 64] = {0}; /* those that a phrase begins with */
    for (size_t k = 0; k < N; k++) {
        unsigned set = set_of_four(phrases[k]);
        sets[set / 64] |= UINT64_C(1) << set % 64;
    }
    for (size_t i = 0; i + 4 <= s.len; i++) {
        unsigned set = set_of_four(s.ptr + i);
        if (!(sets[set / 64] >> set % 64 & 1))
            continue;
        for (size_t k = 0; k < N; k++)
            if (str_starts_nocase(str_from(s, i), str_of(phrases[k])))
                return true;
    }
    return false;
}

bool furniture_is(str text, bool digits)
{
    enum { LONGEST = 120 };
    return text.len <= LONGEST &&
           ((digits && is_price(text)) || is_contact(text, digits) || has_phrase(text));
}
