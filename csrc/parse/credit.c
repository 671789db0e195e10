#include "parse/credit.h"

#include "base/ascii.h"
#include "parse/token.h"
#include "parse/word_class.h"

enum { LONGEST_CREDIT_BYTES = 90 };

/* "PHOTO: XINHUA" to "XINHUA"; "Photo by LI Na/VCG" to "LI Na/VCG"; others stay whole. */
static str credit_name(str inside)
{
    static const char *const openings[] = {"photographs", "photograph", "pictures",    "photos",
                                           "photo",       "picture",    "image",       "images",
                                           "credit",      "pic",        "illustration"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        str opening = str_of(openings[i]);
        if (!str_starts_nocase(inside, opening))
            continue;
        str rest = str_trim(str_from(inside, opening.len));
        if (rest.len && strchr(":/-", rest.ptr[0]))
            rest = str_trim(str_from(rest, 1));
        else if (str_starts_nocase(rest, STR("by ")))
            rest = str_trim(str_from(rest, 3));
        else if (str_starts_nocase(rest, STR("credit:")))
            rest = str_trim(str_from(rest, 7));
        else
            continue;
        return rest.len ? rest : inside;
    }
    return inside;
}

/* "LI Na/XINHUA": a photographer and an agency. */
static bool is_name_and_agency(str inside)
{
    size_t slash = str_find(inside, STR("/"));
    str first = str_trim(str_to(inside, slash)), second = str_trim(str_from(inside, slash + 1));
    return slash > 0 && slash < inside.len && second.len > 0 && inside.len < 50 &&
           ascii_is_upper(first.ptr[0]) && ascii_is_upper(second.ptr[0]) &&
           !ascii_is_digit(first.ptr[first.len - 1]);
}

static bool mentions_photo(str inside)
{
    if (is_name_and_agency(inside))
        return true;
    str token;
    size_t at = 0;
    while (token_next(inside, &at, &token)) {
        str word = token_core(token);
        size_t slash = str_find(word, STR("/")), colon = str_find(word, STR(":"));
        if (word_classes(str_to(str_to(word, slash), colon)) & WORD_PHOTO)
            return true;
        /* OCR: "PH0TO", "PHOT0". */
        if (word.len == 5 && edit_distance(word, STR("photo"), 1) <= 1 && !ascii_is_lower(word.ptr[0]))
            return true;
    }
    return false;
}

static bool is_credit(size_t start, str inside, size_t *start_byte, str *credit)
{
    inside = str_trim(inside);
    if (inside.len == 0 || !mentions_photo(inside))
        return false;
    if (start_byte)
        *start_byte = start;
    if (credit)
        *credit = credit_name(inside);
    return true;
}

/* "... of the port. Photo: LIN Hai/Agency": without brackets, after a sentence. */
static bool open_credit(str text, size_t *start_byte, str *credit)
{
    size_t from = text.len > LONGEST_CREDIT_BYTES ? text.len - LONGEST_CREDIT_BYTES : 0;
    for (size_t i = text.len; i-- > from;) {
        char first = ascii_lower(text.ptr[i]);
        if ((first != 'p' && first != 'i' && first != 'c') || (i > 0 && !ascii_is_space(text.ptr[i - 1])))
            continue;
        str tail = str_from(text, i);
        bool opens = str_starts_nocase(tail, STR("photo:")) || str_starts_nocase(tail, STR("photos:")) ||
                     str_starts(tail, STR("Photo by ")) || str_starts(tail, STR("PHOTO BY ")) ||
                     str_starts(tail, STR("PHOTO/")) || str_starts_nocase(tail, STR("photo courtesy of ")) ||
                     str_starts_nocase(tail, STR("photograph:")) ||
                     str_starts_nocase(tail, STR("picture:")) || str_starts_nocase(tail, STR("pictures:")) ||
                     str_starts_nocase(tail, STR("image:")) || str_starts(tail, STR("Courtesy of ")) ||
                     str_starts(tail, STR("Photos by ")) || str_starts(tail, STR("Provided by ")) ||
                     str_starts_nocase(tail, STR("credit:"));
        if (opens)
            return is_credit(i, tail, start_byte, credit);
    }
    return false;
}

/* "... on the pier. -- Orla Gallagher, Herald": names behind a dash that ends the caption. */
static bool dash_credit(str text, size_t *start_byte, str *credit)
{
    enum { MOST_WORDS = 7 };
    static const char dash[] = "\xe2\x80\x94";
    str tail = str_from(text, text.len > LONGEST_CREDIT_BYTES ? text.len - LONGEST_CREDIT_BYTES : 0);
    const char *lead = memrchr(tail.ptr, dash[0], tail.len);
    while (lead && !str_starts(str_from(tail, (size_t)(lead - tail.ptr)), STR(dash)))
        lead = memrchr(tail.ptr, dash[0], (size_t)(lead - tail.ptr));
    if (!lead)
        return false;
    size_t at = (size_t)(lead - text.ptr);
    str names = str_trim(str_from(text, at + sizeof dash - 1)), before = str_trim(str_to(text, at)), token;
    if (names.len == 0 || (before.len && !strchr(".!?\"')", before.ptr[before.len - 1])))
        return false;
    size_t i = 0, words = 0;
    while (token_next(names, &i, &token)) {
        str word = token_core(token);
        words++;
        if (word.len && ascii_is_lower(word.ptr[0]) && !word_in(word, " of for the van de la "))
            return false;
    }
    if (words < 2 || words > MOST_WORDS || names.ptr[names.len - 1] == '.')
        return false;
    if (start_byte)
        *start_byte = at;
    if (credit)
        *credit = names;
    return true;
}

/* "(EPA)" and nothing else: an agency. */
static bool is_agency(str text)
{
    if (text.len < 4 || text.len > 14 || text.ptr[0] != '(' || text.ptr[text.len - 1] != ')')
        return false;
    for (size_t i = 1; i + 1 < text.len; i++)
        if (!ascii_is_upper(text.ptr[i]))
            return false;
    return true;
}

bool credit_find(str text, size_t *start_byte, str *credit)
{
    str s = str_trim(text);
    if (is_agency(s)) {
        if (start_byte)
            *start_byte = 0;
        if (credit)
            *credit = (str){s.ptr + 1, s.len - 2};
        return true;
    }
    if (s.len && s.ptr[s.len - 1] == '.')
        s.len--;
    if (s.len < 6)
        return false;
    char end = s.ptr[s.len - 1];
    if (end != ')' && end != ']')
        return open_credit(s, start_byte, credit) || dash_credit(s, start_byte, credit);
    size_t least = s.len > LONGEST_CREDIT_BYTES ? s.len - LONGEST_CREDIT_BYTES : 0;
    for (size_t i = s.len - 1; i-- > least;)
        if (s.ptr[i] == (end == ')' ? '(' : '['))
            return is_credit(i, (str){s.ptr + i + 1, s.len - i - 2}, start_byte, credit);
    /* The opening bracket is lost. */
    return open_credit(str_to(s, s.len - 1), start_byte, credit);
}

bool credit_is_all(str text)
{
    size_t start;
    return credit_find(text, &start, NULL) && str_trim(str_to(text, start)).len == 0;
}
