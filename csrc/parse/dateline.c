#include "parse/dateline.h"

#include <string.h>

#include "base/ascii.h"

/* Length of a dash, or of a place's colon, with the blanks that must stand around it; 0 for none. */
static size_t dash_len(str s)
{
    static const char *const dashes[] = {" \xe2\x80\x94 ", " \xe2\x80\x93 ", " -- ", " - ", ": "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(s, str_of(dashes[i])))
            return strlen(dashes[i]);
    return 0;
}

bool dateline_begins(str s)
{
    enum { MOST_BYTES = 50, LEAST_CAPITALS = 3 };
    size_t capitals = 0, dash = 0, at = 0;
    bool bracket = s.len && s.ptr[0] == '(';
    while (capitals < s.len && ascii_is_upper(s.ptr[capitals]))
        capitals++;
    if (!bracket && capitals < LEAST_CAPITALS)
        return false;
    while (at < s.len && at < MOST_BYTES && (dash = dash_len(str_from(s, at))) == 0)
        at++;
    if (dash == 0 || at + dash >= s.len || (bracket && s.ptr[at - 1] != ')'))
        return false;
    bool colon = s.ptr[at] == ':', quote = (unsigned char)s.ptr[at + dash] >= 0x80 || s.ptr[at + dash] == '"';
    for (size_t i = 0; colon && i < at; i++)
        if (!ascii_is_upper(s.ptr[i]) && s.ptr[i] != ' ')
            return false;
    return quote || ascii_is_upper(s.ptr[at + dash]);
}
