#include "parse/folio.h"

#include "base/ascii.h"
#include "parse/token.h"
#include "parse/word_class.h"

enum { LONGEST_VOLUME_BYTES = 80, LONGEST_FOLIO_BYTES = 160, MOST_DIGITS = 6 };

/* A number at the start of s, past "." ":" "-" "#" and blanks; letters that OCR takes for digits count when
 * a digit stands beside them.  Sets *len to the bytes used; 0 when there is none. */
static int32_t number_at(str s, size_t *len)
{
    size_t i = 0, digits = 0;
    while (i < s.len && ascii_is_one_of(s.ptr[i], " .:-#,\t"))
        i++;
    int32_t n = 0;
    size_t start = i;
    bool real = false;
    for (; i < s.len && digits < MOST_DIGITS; i++, digits++) {
        char c = s.ptr[i];
        /* "41,233" */
        bool thousands = c == ',' && digits > 0 && i + 3 < s.len && ascii_is_digit(s.ptr[i + 1]) &&
                         ascii_is_digit(s.ptr[i + 2]) && ascii_is_digit(s.ptr[i + 3]);
        if (thousands)
            c = s.ptr[++i];
        if (ascii_is_digit(c))
            real = true;
        else if (c == 'O' || c == 'o')
            c = '0';
        else if (c == 'l' || c == 'I' || c == '|')
            c = '1';
        else
            break;
        n = n * 10 + (c - '0');
    }
    *len = i;
    bool ends = i == s.len || !ascii_is_alnum(s.ptr[i]) || str_starts_nocase(str_from(s, i), STR("no"));
    return real && i > start && ends ? n : 0;
}

/* Length of a word at the start of s that means volume or number, 0 for none. */
static size_t keyword_len(str s, const char *const *words)
{
    for (; *words; words++) {
        str word = str_of(*words);
        bool same = s.len >= word.len;
        for (size_t i = 0; same && i < word.len; i++) {
            char c = s.ptr[i] == '0' ? 'o' : s.ptr[i] == '1' ? 'l' : ascii_lower(s.ptr[i]);
            same = c == word.ptr[i];
        }
        if (same && (s.len == word.len || !ascii_is_alpha(s.ptr[word.len])))
            return word.len;
    }
    return 0;
}

/* "CXII" at the start of s, past blanks and marks; 0 when it is no roman number. */
static int32_t roman_at(str s, size_t *len)
{
    size_t i = 0;
    int32_t n = 0, before = 0;
    while (i < s.len && strchr(" .:-", s.ptr[i]))
        i++;
    for (; i < s.len && ascii_is_upper(s.ptr[i]); i++) {
        static const char digits[] = "IVXLCDM";
        static const int32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
        const char *digit = strchr(digits, s.ptr[i]);
        if (!digit)
            return 0;
        int32_t value = values[digit - digits];
        n += value > before ? value - 2 * before : value;
        before = value;
    }
    *len = i;
    return n > 0 && n < 2000 ? n : 0;
}

static bool has_digit(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.ptr[i]))
            return true;
    return false;
}

/* What stands beside a date in a folio and says no more: weekdays, editions, prices, addresses. */
static bool is_of_folio_line(str word)
{
    static const char words[] =
        " edition late final city morning evening weekend daily first second price cents cts "
        "rs established est founded since "
        "in year pages page issue published every weekly no vol number volume ";
    bool address = false;
    for (size_t i = 1; i + 1 < word.len; i++)
        address |= (word.ptr[i] == '.' || word.ptr[i] == '@') && ascii_is_alpha(word.ptr[i - 1]) &&
                   ascii_is_alpha(word.ptr[i + 1]);
    return address || word_in(word, words) || date_is_weekday(word);
}

/* Letters that neither the date nor what stands with dates explains. */
static size_t unexplained_letters(str text, size_t date_start, size_t date_end)
{
    size_t at = 0, other = 0;
    str token;
    while (token_next(text, &at, &token)) {
        str word = token_core(token);
        size_t place = (size_t)(token.ptr - text.ptr);
        if ((place >= date_start && place < date_end) || is_of_folio_line(word))
            continue;
        for (size_t i = 0; i < word.len; i++)
            other += ascii_is_alpha(word.ptr[i]);
    }
    return other;
}

/* "June 2016", "June/July 2016", "Summer 2016", of papers that have no days. */
static bool names_month_and_year(str text)
{
    enum { YEAR_DIGITS = 4 };
    str token, before = STR("");
    size_t at = 0, digits;
    while (token_next(text, &at, &token)) {
        str word = token_core(token);
        for (digits = 0; digits < word.len && ascii_is_digit(word.ptr[digits]);)
            digits++;
        size_t slash = str_find(before, STR("/"));
        bool month =
            date_is_month(str_to(before, slash)) || word_in(before, " spring summer autumn fall winter ");
        if (month && word.len == YEAR_DIGITS && digits == word.len && ascii_is_one_of(word.ptr[0], "12"))
            return true;
        before = word;
    }
    return false;
}

bool folio_volume(str text, int32_t *volume, int32_t *number)
{
    static const char *const volume_words[] = {"volume", "vol", NULL};
    static const char *const number_words[] = {"number", "issue", "no", "nr", NULL};
    enum { MOST_OTHER_LETTERS = 50 };
    int32_t v = 0, n = 0;
    size_t len, other = 0;
    if (volume)
        *volume = 0;
    if (number)
        *number = 0;
    /* One that begins so may say much more. */
    bool opens = text.len <= LONGEST_FOLIO_BYTES && keyword_len(text, volume_words) > 0;
    if ((text.len > LONGEST_VOLUME_BYTES && !opens) || !has_digit(text))
        return false;
    for (size_t i = 0; i < text.len;) {
        str rest = str_from(text, i);
        bool word_start =
            ascii_is_one_of(text.ptr[i], "VvNnIi") && (i == 0 || !ascii_is_alpha(text.ptr[i - 1]));
        size_t v_len = word_start ? keyword_len(rest, volume_words) : 0;
        /* "Volume No. 84, Issue No. 99" */
        str behind = str_from(rest, v_len + 1);
        size_t also = v_len > 0 && v_len + 1 < rest.len ? keyword_len(behind, number_words) : 0;
        v_len += also > 0 ? also + 1 : 0;
        size_t n_len = word_start ? keyword_len(rest, number_words) : 0;
        int32_t value = v_len || n_len ? number_at(str_from(rest, v_len + n_len), &len) : 0;
        if (value == 0 && v_len)
            value = roman_at(str_from(rest, v_len), &len);
        if (value > 0) {
            *(v_len ? &v : &n) = value;
            i += v_len + n_len + len;
            continue;
        }
        other += ascii_is_alpha(text.ptr[i]);
        i++;
    }
    /* "Issue 191" alone must be the line, or stand beside a date; with a volume a title may, too. */
    date first, last;
    size_t start = 0, end = 0;
    bool stands_beside = v == 0 ? other > 4 : text.len > LONGEST_VOLUME_BYTES;
    if (n > 0 && stands_beside && date_find(text, &first, &last, &start, &end))
        other = unexplained_letters(text, start, end);
    if (n > 0 && v == 0 && keyword_len(text, number_words) > 0 && names_month_and_year(text))
        other = 0;
    bool part = v == 0 && text.ptr[0] == '('; /* "(No. 5)" of a series */
    if (n == 0 || part || (v == 0 && other > 4) || other > MOST_OTHER_LETTERS)
        return false;
    if (volume)
        *volume = v;
    if (number)
        *number = n;
    return true;
}

/* "Page 2" somewhere in the line. */
static bool mentions_page(str text)
{
    size_t at = 0, len;
    str token;
    while (token_next(text, &at, &token))
        if (str_eq_nocase(token_core(token), STR("page")) && number_at(str_from(text, at), &len) > 0)
            return true;
    return false;
}

bool folio_date(str text, date *first, date *last)
{
    enum { LONGEST_DATE_LINE = 110, MOST_OTHER_LETTERS = 14 };
    date a, b;
    size_t start, end;
    if (text.len > LONGEST_DATE_LINE || !date_find(text, &a, &b, &start, &end))
        return false;
    /* A volume, a weekday or a price may stand beside the date, and the paper's title with the page. */
    bool full = folio_volume(text, NULL, NULL) || mentions_page(text);
    if (!full && unexplained_letters(text, start, end) > MOST_OTHER_LETTERS)
        return false;
    /* "FRIDAY, AUG. 14, 1885." of old papers. */
    bool stop = text.len && text.ptr[text.len - 1] == '.' && str_has_lower(text);
    if (stop || (text.len && text.ptr[0] == '('))
        return false;
    if (first)
        *first = a;
    if (last)
        *last = b;
    return true;
}

bool folio_tells_day(str text)
{
    enum { LONGEST_PRICE = 3 };
    date first, last;
    size_t start, end, at = 0;
    str token;
    bool weekday = false;
    if (text.len > LONGEST_FOLIO_BYTES || str_starts_nocase(text, STR("by ")) ||
        !date_find(text, &first, &last, &start, &end) || first.year == 0 || first.day == 0)
        return false;
    while (token_next(text, &at, &token)) {
        str word = token_core(token);
        bool of_date = token.ptr >= text.ptr + start && token.ptr < text.ptr + end;
        weekday |= date_is_weekday(word);
        bool small = word.len > LONGEST_PRICE && ascii_is_lower(word.ptr[0]);
        if (small && !of_date && !is_of_folio_line(word))
            return false;
    }
    return weekday;
}

bool folio_tells_month(str text)
{
    enum { MOST_OTHER_WORDS = 3, LONGEST = 50 };
    str token;
    size_t at = 0, other = 0;
    bool comma = memchr(text.ptr, ',', text.len);
    if (text.len > LONGEST || !comma || !names_month_and_year(text))
        return false;
    while (token_next(text, &at, &token)) {
        str word = token_core(token);
        if (word.len && !ascii_is_upper(word.ptr[0]) && !ascii_is_digit(word.ptr[0]))
            return false;
        other += word.len && ascii_is_alpha(word.ptr[0]) && !date_is_month(word);
    }
    return other <= MOST_OTHER_WORDS;
}

/* "Courier-Post", of two titles. */
static bool is_double_title(str word)
{
    size_t hyphen = str_find(word, STR("-"));
    return hyphen + 1 < word.len && word_classes(str_to(word, hyphen)) & WORD_PAPER &&
           ascii_is_upper(word.ptr[hyphen + 1]);
}

bool folio_is_paper(str text)
{
    str token;
    size_t at = 0, words = 0;
    bool titled = false;
    while (token_next(text, &at, &token)) {
        str word = token_core(token);
        words++;
        if (word.len && ascii_is_lower(word.ptr[0]) && !word_in(word, " and of the & "))
            return false;
        titled |= word_classes(word) & WORD_PAPER || is_double_title(word);
    }
    return titled && words >= 2 && words <= 6 && !memchr(text.ptr, ':', text.len);
}

/* A lone number at either end, as a page's: "3 Lagoon Daily Post", "... | 3"; 0 for none. */
static int32_t number_at_edge(str text, str *rest)
{
    enum { MOST_PAGES = 200 };
    size_t first = 0, last = text.len, len;
    if (str_starts_nocase(text, STR("page ")))
        text = str_from(text, sizeof "page " - 1), last = text.len;
    while (first < text.len && !ascii_is_space(text.ptr[first]) && text.ptr[first] != '|')
        first++;
    while (last > 0 && !ascii_is_space(text.ptr[last - 1]) && text.ptr[last - 1] != '|')
        last--;
    str words[] = {str_to(text, first), str_from(text, last)};
    str rests[] = {str_from(text, first), str_to(text, last)};
    for (int i = 0; i < 2; i++) {
        str word = words[i];
        while (word.len && word.ptr[0] == '*')
            word = str_from(word, 1);
        while (word.len && word.ptr[word.len - 1] == '*')
            word.len--;
        if (word.len >= 2 && ascii_is_upper(word.ptr[0]))
            word = str_from(word, 1);
        else if (word.len >= 2 && ascii_is_digit(word.ptr[0]) && ascii_is_upper(word.ptr[word.len - 1]))
            word.len--; /* "5A" */
        int32_t n = word.len && word.len <= 3 && ascii_is_digit(word.ptr[0]) ? number_at(word, &len) : 0;
        if (n > 0 && n <= MOST_PAGES && len == word.len) {
            *rest = rests[i];
            return n;
        }
    }
    return 0;
}

/* "The Midland Leader", of any words: none of them is small, as in a heading that has a date. */
static bool may_be_title(str rest, size_t date_start, size_t date_end)
{
    enum { MOST_WORDS = 6 };
    size_t at = 0, words = 0;
    str token;
    while (token_next(rest, &at, &token)) {
        str word = token_core(token);
        size_t place = (size_t)(token.ptr - rest.ptr);
        if (word.len == 0 || (place >= date_start && place < date_end) || is_of_folio_line(word))
            continue;
        if (word_in(word, " in on at to for by with from as is a an after over "))
            return false;
        words++;
    }
    return words > 0 && words <= MOST_WORDS;
}

bool folio_is_running(str text)
{
    enum { LONGEST = 90, LONGEST_LABEL = 3, LONGEST_TITLE = 6, MOST_OF_TITLE = 5 };
    str rest, token;
    date first, last;
    size_t start, end, at = 0, words = 0;
    if (text.len > LONGEST || text.len == 0)
        return false;
    /* "PAGE 4 - ANY TITLE - Friday, May 9, 2014" */
    if (str_starts_nocase(text, STR("page ")) && text.len > 5 && ascii_is_digit(text.ptr[5]) &&
        date_find(text, &first, &last, &start, &end))
        return true;
    bool numbered = number_at_edge(text, &rest) > 0;
    if (!numbered)
        rest = text;
    bool barred = memchr(text.ptr, '|', text.len);
    bool dated = date_find(rest, &first, &last, &start, &end), titled = false;
    if (!dated && !numbered)
        return false;
    while (token_next(rest, &at, &token)) {
        str word = token_core(token);
        bool of_date = dated && token.ptr >= rest.ptr + start && token.ptr < rest.ptr + end;
        if (word.len == 0 || of_date)
            continue;
        words++;
        bool address = memchr(word.ptr, '.', word.len) != NULL;
        titled |= address || word_classes(word) & WORD_PAPER;
        /* A bullet, read as a letter. */
        bool mark = word.len == 1;
        if (ascii_is_lower(word.ptr[0]) && !address && !mark && !word_in(word, " and of the "))
            return false;
    }
    if (!numbered)
        return dated && titled && words <= 6 && !strchr(".?!:", text.ptr[text.len - 1]);
    bool whole_date = dated && first.year > 0 && first.day > 0;
    return (titled && words <= MOST_OF_TITLE && !str_has_lower(rest)) || (dated && titled && words <= 8) ||
           (whole_date && may_be_title(rest, start, end)) ||
           (barred && words > 0 && words <= (titled ? LONGEST_TITLE : LONGEST_LABEL));
}

int32_t folio_page_number(str text)
{
    static const char *const page_words[] = {"page", "p", NULL};
    str others;
    int32_t at_edge = folio_is_running(text) ? number_at_edge(text, &others) : 0, volume, number;
    if (at_edge > 0 && !(folio_volume(text, &volume, &number) && number == at_edge))
        return at_edge;
    if (text.len == 0 || text.len > 40)
        return 0;
    size_t len, word = keyword_len(text, page_words);
    if (word == 0 && (text.ptr[0] == 'p' || text.ptr[0] == 'P') && text.len > 1 &&
        ascii_is_digit(text.ptr[1]))
        word = 1;
    str rest = str_from(text, word);
    /* "A4": a section's letter. */
    if (word == 0 && rest.len >= 2 && rest.len <= 3 && ascii_is_upper(rest.ptr[0]) &&
        ascii_is_digit(rest.ptr[1])) {
        int32_t n = number_at(str_from(rest, 1), &len);
        return len == rest.len - 1 ? n : 0;
    }
    if (word == 0)
        return 0;
    int32_t n = number_at(rest, &len);
    return n > 0 && n < 1000 ? n : 0;
}
