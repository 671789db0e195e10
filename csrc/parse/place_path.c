#include "base/ascii.h"
#include "parse/place.h"

/* Where names follow no standard, a number is read only if all around it is understood: a hash, a scanner's
 * count or a copy's "(2)" must not become a page or a date. */

enum {
    PART_BYTES = 256, /* of a folder's or file's name, from its end */
    MOST_PAGES = 200,
    MOST_BARE_PAGES = 64, /* for a number without the word "page" */
    MOST_VOLUMES = 999,
    MOST_NUMBERS = 999999,
    RANGE_DAYS = 4, /* an issue covers no more days */
    FIRST_YEAR = 1800,
    LAST_YEAR = 2199
};

/* What the number after a word is.  "v5" and "n191" count only together, "A4" only beside an issue. */
typedef enum word_role {
    ROLE_NONE,
    ROLE_PAGE,
    ROLE_NUMBER,
    ROLE_VOLUME,
    ROLE_N,
    ROLE_V,
    ROLE_SECTION,
    ROLE_COUNT
} word_role;

/* One name on a path, and what it says. */
typedef struct part {
    char text[PART_BYTES]; /* dates are blanked out once read */
    size_t len;
    date first, last;
    size_t date_end;            /* where the date stood; 0 none */
    int32_t values[ROLE_COUNT]; /* 0 unknown */
    size_t number_end;          /* where the issue's number stood; 0 none */
    int32_t bare;               /* the only number without a word to it */
    size_t bare_at;             /* where it starts */
    size_t n_bare;              /* how many there are */
    size_t last_unknown;        /* end of the last word not understood; 0 none */
    bool has_hash;              /* letters and digits mixed without sense */
} part;

static word_role role_of(str word)
{
    static const struct {
        const char *word;
        word_role role;
    } words[] = {
        {"page", ROLE_PAGE},     {"pages", ROLE_PAGE}, {"pg", ROLE_PAGE},    {"p", ROLE_PAGE},
        {"no", ROLE_NUMBER},     {"nr", ROLE_NUMBER},  {"num", ROLE_NUMBER}, {"number", ROLE_NUMBER},
        {"issue", ROLE_NUMBER},  {"iss", ROLE_NUMBER}, {"n", ROLE_N},        {"vol", ROLE_VOLUME},
        {"volume", ROLE_VOLUME}, {"v", ROLE_V},        {"a", ROLE_SECTION},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(word, str_of(words[i].word)))
            return words[i].role;
    return ROLE_NONE;
}

/* Up to nine digits; -1 for more, which no number here has. */
static int32_t number_value(str digits)
{
    int32_t value = 0;
    if (digits.len > 9)
        return -1;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (digits.ptr[i] - '0');
    return value;
}

static bool valid_date(int32_t year, int32_t month, int32_t day, date *d)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    *d = (date){(int16_t)year, (int8_t)month, (int8_t)day};
    return date_compare(date_of_days(date_days(*d)), *d) == 0;
}

static size_t digits_at(const part *p, size_t at)
{
    size_t n = 0;
    while (at + n < p->len && ascii_is_digit(p->text[at + n]))
        n++;
    return n;
}

/* "20250517" alone, after a name ("std20250517") and before a page ("2025051703", "20250517p3"). */
static bool find_compact_date(const part *p, date *d, size_t *start, size_t *end)
{
    for (size_t at = 0, n; at < p->len; at += n) {
        n = digits_at(p, at);
        if (n != 8 && n != 10) {
            n = n ? n : 1;
            continue;
        }
        bool named = at == 0 || !ascii_is_alpha(p->text[at - 1]);
        for (size_t i = at; i > 0 && ascii_is_alnum(p->text[i - 1]); i--) {
            if (ascii_is_digit(p->text[i - 1]))
                break;
            named |= ascii_lower(p->text[i - 1]) > 'f'; /* no hexadecimal digit */
        }
        size_t letters = 0;
        while (at + n + letters < p->len && ascii_is_alpha(p->text[at + n + letters]))
            letters++;
        if (letters && role_of((str){p->text + at + n, letters}) == ROLE_NONE)
            named = false;
        int32_t value = number_value((str){p->text + at, 8});
        if (named && valid_date(value / 10000, value / 100 % 100, value % 100, d)) {
            *start = at;
            *end = at + 8;
            return true;
        }
    }
    return false;
}

/* "17-05-2025" or "05-17-2025" where only one reading is a date. */
static bool find_numeric_date(const part *p, date *d, size_t *start, size_t *end)
{
    for (size_t at = 0; at + 10 <= p->len; at++) {
        char separator = p->text[at + 2];
        if ((at > 0 && ascii_is_alnum(p->text[at - 1])) || digits_at(p, at) != 2 ||
            digits_at(p, at + 3) != 2 || digits_at(p, at + 6) != 4 || separator != p->text[at + 5] ||
            (separator != '-' && separator != '.' && separator != '_'))
            continue;
        int32_t a = number_value((str){p->text + at, 2}), b = number_value((str){p->text + at + 3, 2});
        int32_t year = number_value((str){p->text + at + 6, 4});
        if ((a > 12 && valid_date(year, b, a, d)) || (b > 12 && valid_date(year, a, b, d)) ||
            (a == b && valid_date(year, a, b, d))) {
            *start = at;
            *end = at + 10;
            return true;
        }
    }
    return false;
}

/* In words or as ISO prints it, with other separators than a newspaper's. */
static bool find_printed_date(const part *p, date *first, date *last, size_t *start, size_t *end)
{
    static const char *const separators[] = {"", "_", "_-", "_-."};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        char text[PART_BYTES];
        for (size_t at = 0; at < p->len; at++)
            text[at] = p->text[at] && strchr(separators[i], p->text[at]) ? ' ' : p->text[at];
        if (date_find((str){text, p->len}, first, last, start, end))
            return true;
    }
    return false;
}

static bool take_date(part *p, date *first, date *last)
{
    size_t start, end;
    if (!find_printed_date(p, first, last, &start, &end)) {
        if (!find_compact_date(p, first, &start, &end) && !find_numeric_date(p, first, &start, &end))
            return false;
        *last = *first;
    }
    memset(p->text + start, ' ', end - start);
    p->date_end = end;
    return true;
}

static void read_dates(part *p)
{
    date first, last;
    if (!take_date(p, &p->first, &p->last))
        return;
    size_t end = p->date_end;
    part rest = *p;
    if (!take_date(&rest, &first, &last))
        return;
    int32_t days = date_days(last) - date_days(p->first);
    if (days > 0 && days < RANGE_DAYS) { /* "20250517-20250518" */
        *p = rest;
        p->last = last;
        p->date_end = rest.date_end > end ? rest.date_end : end;
    }
}

static void set_value(part *p, word_role role, int32_t value)
{
    static const int32_t most[ROLE_COUNT] = {
        [ROLE_PAGE] = MOST_PAGES,     [ROLE_NUMBER] = MOST_NUMBERS, [ROLE_N] = MOST_NUMBERS,
        [ROLE_VOLUME] = MOST_VOLUMES, [ROLE_V] = MOST_VOLUMES,      [ROLE_SECTION] = MOST_BARE_PAGES,
    };
    if (value >= 1 && value <= most[role] && !p->values[role])
        p->values[role] = value;
}

/* "p2", "no191", "vol5no191", "v5n191", "A4": true when the whole word is understood. */
static bool read_mixed(part *p, str word)
{
    part values = *p;
    while (word.len) {
        size_t letters = 0, digits = 0;
        while (letters < word.len && !ascii_is_digit(word.ptr[letters]))
            letters++;
        while (letters + digits < word.len && ascii_is_digit(word.ptr[letters + digits]))
            digits++;
        word_role role = role_of(str_to(word, letters));
        if (role == ROLE_NONE || digits == 0 || (role == ROLE_SECTION && digits > 2))
            return false;
        set_value(&values, role, number_value((str){word.ptr + letters, digits}));
        word = str_from(word, letters + digits);
    }
    *p = values;
    return true;
}

static bool is_word_char(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

static void read_bare(part *p, size_t at, size_t len)
{
    bool copy = at > 0 && p->text[at - 1] == '('; /* "page (2).txt" is a second copy */
    p->bare = len <= 3 && !copy ? number_value((str){p->text + at, len}) : 0;
    p->bare_at = at;
    p->n_bare++;
}

static void read_words(part *p)
{
    word_role pending = ROLE_NONE;
    for (size_t at = 0; at < p->len;) {
        size_t end = at, digits = digits_at(p, at);
        while (end < p->len && is_word_char(p->text[end]))
            end++;
        str word = {p->text + at, end - at};
        if (word.len == 0) {
            at++;
            continue;
        }
        bool mixed = false;
        for (size_t i = at; i < end; i++)
            mixed |= ascii_is_digit(p->text[i]);
        if (digits == word.len && pending != ROLE_NONE)
            set_value(p, pending, number_value(word));
        else if (digits == word.len)
            read_bare(p, at, word.len);
        else if (mixed && !read_mixed(p, word))
            p->has_hash = true;
        if (p->values[ROLE_NUMBER] && !p->number_end)
            p->number_end = end;
        pending = mixed ? ROLE_NONE : role_of(word);
        if (pending == ROLE_SECTION) /* "a" is a word too */
            pending = ROLE_NONE;
        if (!mixed && pending == ROLE_NONE)
            p->last_unknown = end;
        at = end;
    }
}

static part read_part(str name)
{
    part p = {0};
    if (name.len > PART_BYTES)
        name = str_from(name, name.len - PART_BYTES);
    if (name.len)
        memcpy(p.text, name.ptr, name.len);
    p.len = name.len;
    read_dates(&p);
    read_words(&p);
    if (p.values[ROLE_V] && p.values[ROLE_N]) {
        set_value(&p, ROLE_VOLUME, p.values[ROLE_V]);
        set_value(&p, ROLE_NUMBER, p.values[ROLE_N]);
    } else if (p.values[ROLE_V] && p.values[ROLE_NUMBER]) {
        set_value(&p, ROLE_VOLUME, p.values[ROLE_V]);
    }
    return p;
}

static void add_part(place_evidence *found, const part *p)
{
    if (date_known(p->first)) {
        found->first = p->first;
        found->last = p->last;
    }
    if (p->values[ROLE_VOLUME])
        found->volume = p->values[ROLE_VOLUME];
    if (p->values[ROLE_NUMBER])
        found->number = p->values[ROLE_NUMBER];
    if (p->values[ROLE_PAGE])
        found->page_number = p->values[ROLE_PAGE];
}

/* "2025-05-17-18": as a folder two days, as a file a page or two days. */
static bool may_be_range(const part *p)
{
    return p->date_end && p->n_bare == 1 && p->bare_at == p->date_end + 1 && p->bare > p->first.day &&
           p->bare < p->first.day + RANGE_DAYS;
}

static void add_folder(place_evidence *found, str name)
{
    part p = read_part(name);
    if (may_be_range(&p) && date_compare(p.first, p.last) == 0)
        valid_date(p.first.year, p.first.month, p.bare, &p.last);
    add_part(found, &p);
}

static bool knows_issue(const place_evidence *found)
{
    return date_known(found->first) || found->number;
}

/* Whether the one bare number in a file's name can only be its page: after the issue, or all there is. */
static bool bare_is_page(const place_evidence *found, const part *p)
{
    if (p->n_bare != 1 || p->bare < 1 || p->bare > MOST_BARE_PAGES || p->has_hash || may_be_range(p))
        return false;
    size_t issue_end = p->date_end > p->number_end ? p->date_end : p->number_end;
    if (issue_end)
        return p->bare_at >= issue_end && p->bare_at >= p->last_unknown;
    return knows_issue(found) && digits_at(p, 0) == p->len;
}

static void add_file(place_evidence *found, str name, bool bare_is_day)
{
    part p = read_part(name);
    if (!p.values[ROLE_PAGE] && !bare_is_day && bare_is_page(found, &p))
        p.values[ROLE_PAGE] = p.bare;
    if (!p.values[ROLE_PAGE] && (p.date_end || knows_issue(found)))
        p.values[ROLE_PAGE] = p.values[ROLE_SECTION];
    add_part(found, &p);
}

/* "2025/05/17/p2.txt", "2025-05/17.txt": a date over several folders.  Returns how much of the path is
 * left after it. */
static size_t add_date_over_folders(place_evidence *found, str path, size_t file_len)
{
    char text[PART_BYTES];
    date first, last;
    size_t start, end;
    path = path.len > PART_BYTES ? str_from(path, path.len - PART_BYTES) : path;
    for (size_t i = 0; i < path.len; i++)
        text[i] = path.ptr[i] == '-' || path.ptr[i] == '_' ? '/' : path.ptr[i];
    if (!date_find((str){text, path.len}, &first, &last, &start, &end) || end < start + 10 ||
        start + file_len >= path.len)
        return path.len;
    found->first = found->last = first;
    return path.len - (start + 10);
}

/* Cuts "@2" off a key; the number, or 0. */
static int32_t cut_ordinal(str *key)
{
    size_t at = key->len;
    while (at > 0 && ascii_is_digit(key->ptr[at - 1]))
        at--;
    if (at == 0 || at == key->len || key->ptr[at - 1] != '@')
        return 0;
    int32_t ordinal = number_value(str_from(*key, at));
    *key = str_to(*key, at - 1);
    return ordinal;
}

static str without_ending(str name)
{
    for (size_t at = name.len; at-- > 1;)
        if (name.ptr[at] == '.')
            return str_eq_nocase(str_from(name, at), STR(".txt")) ||
                           str_eq_nocase(str_from(name, at), STR(".md"))
                       ? str_to(name, at)
                       : name;
    return name;
}

place_evidence place_from_path(str key)
{
    place_evidence found = {.key = key};
    str path = key;
    int32_t ordinal = cut_ordinal(&path);
    path = without_ending(path);
    size_t at = 0;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/') {
            add_folder(&found, (str){path.ptr + at, i - at});
            at = i + 1;
        }
    size_t left = path.len;
    if (!date_known(found.first))
        left = add_date_over_folders(&found, path, path.len - at);
    add_file(&found, str_from(path, at), left < path.len - at);
    /* a file for a whole issue holds its pages in order; in a page's own file the second is unknown */
    if (ordinal)
        found.page_number = found.page_number || !knows_issue(&found) ? 0 : ordinal;
    return found;
}
