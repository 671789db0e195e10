#include "parse/refer.h"

#include "base/ascii.h"
#include "parse/page_name.h"
#include "parse/title_word.h"
#include "parse/token.h"

/* Marks and blanks at the end off; *marked says that there were marks, *arrow that one of them leads on:
 * dots, a bar, an arrow. */
static size_t without_separators(str s, bool *marked, bool *arrow)
{
    size_t end = s.len, dots = 0;
    *marked = *arrow = false;
    while (end > 0) {
        unsigned char c = (unsigned char)s.ptr[end - 1];
        size_t n = c < 0x80 ? 1 : 0;
        while (n == 0 || (n < end && ((unsigned char)s.ptr[end - n] & 0xC0) == 0x80))
            n++;
        str mark = {s.ptr + end - n, n};
        if (c < 0x80 && (ascii_is_alnum((char)c) || strchr("\"')?!%", (char)c)))
            break;
        if (n > 1 && token_core(mark).len > 0)
            break;
        bool quote = str_eq(mark, STR("\xe2\x80\x9d")) || str_eq(mark, STR("\xe2\x80\x99"));
        bool money = str_eq(mark, STR("\xc2\xa3")) || str_eq(mark, STR("\xe2\x82\xac")) ||
                     str_eq(mark, STR("\xc2\xa5"));
        if (quote || money)
            break;
        dots += c == '.';
        *marked |= !ascii_is_space((char)c);
        *arrow |= c == '|' || c == '>' || n == 2 || dots > 1 || str_eq(mark, STR("\xe2\x80\xa2")) ||
                  (n == 3 && !str_starts(mark, STR("\xe2\x80")));
        end -= n;
    }
    return end;
}

static size_t count_words(str text)
{
    size_t at = 0, n = 0;
    str token;
    while (token_next(text, &at, &token))
        n += token_core(token).len > 0;
    return n;
}

/* All words are sections', or it is a label in capitals of few words. */
static bool is_section(str label, bool capitals_tell)
{
    enum { MOST_WORDS = 4 };
    size_t at = 0, n = 0, sections = 0, small = 0;
    bool capitals = true;
    str token;
    while (token_next(label, &at, &token)) {
        str word = token_core(token);
        n++;
        capitals &= !str_has_lower(word);
        small += word.len == 0 || word_classes(word) & WORD_SMALL;
        sections += (title_word(word) & TITLE_SECTION) != 0;
    }
    return n > 0 && n <= MOST_WORDS &&
           ((sections > 0 && sections + small == n) || (capitals && capitals_tell));
}

/* A section stands behind some words: "Rice: culture and science" is all headline. */
static bool is_behind_headline(str head)
{
    enum { FEWEST_WORDS = 3 };
    return count_words(head) >= FEWEST_WORDS;
}

/* The section between the headline and the page: "..., SPORT"; cut off. */
static void take_section(str text, marker *m)
{
    str head = str_to(text, m->start_byte);
    for (size_t i = head.len; i-- > 1;) {
        bool marked, arrow;
        if (!strchr(",|/.:", head.ptr[i]) && (unsigned char)head.ptr[i] < 0x80)
            continue;
        size_t end = without_separators(str_to(head, i + 1), &marked, &arrow);
        str label = str_trim(str_from(head, i + 1));
        if (!marked || label.len == 0)
            continue;
        if (is_behind_headline(str_to(head, end)) && is_section(label, str_has_lower(str_to(head, end)))) {
            m->word = label;
            m->start_byte = end;
        }
        return;
    }
}

/* "Page 3 | SPORT", "P3 Sport" */
static bool names_page_first(str tail)
{
    bool p = tail.len > 1 && ascii_lower(tail.ptr[0]) == 'p';
    return p && (str_starts_nocase(tail, STR("page ")) || !ascii_is_alpha(tail.ptr[1]));
}

/* Whether the tail from `at` on is a refer: "Page 3" and "P3" by themselves, "A3" behind a mark, "3" behind
 * an arrow. */
static bool tail_at(str text, size_t at, marker *m)
{
    bool marked, arrow;
    str tail = str_from(text, at), bare = tail;
    size_t end = without_separators(str_to(text, at), &marked, &arrow);
    while (bare.len && !ascii_is_alnum(bare.ptr[bare.len - 1]))
        bare.len--;
    bool one_word = !memchr(bare.ptr, ' ', bare.len);
    bool lettered = one_word && page_name_is_lettered(bare) && ascii_lower(bare.ptr[0]) != 'p';
    if (lettered || (one_word && arrow && page_name(bare, false) > 0 && ascii_is_digit(bare.ptr[0]))) {
        *m = (marker){.kind = MARKER_REFER, .page = page_name(bare, false)};
        if (!marked)
            return false;
    } else {
        *m = marker_whole(tail);
        bool label = m->kind == MARKER_REFER && names_page_first(tail) && m->word.len > 0;
        if (m->kind != MARKER_REFER && m->kind != MARKER_JUMP)
            return false;
        /* "Robots, Page 3": what is before a page is its section only behind a mark. */
        str head = str_to(text, end);
        if (m->word.len && !label &&
            (!marked || !is_behind_headline(head) || !is_section(m->word, str_has_lower(head))))
            return false;
        m->kind = MARKER_REFER;
    }
    m->start_byte = end;
    return end > 0;
}

/* "PAGE 4 Robots learn to weld": where the number ends; 0 for none. */
static size_t number_end(str text)
{
    size_t end = sizeof "page " - 1;
    if (!str_starts_nocase(text, STR("page ")))
        return 0;
    while (end < text.len && ascii_is_digit(text.ptr[end]))
        end++;
    return end + 1 < text.len && text.ptr[end] == ' ' && ascii_is_upper(text.ptr[end + 1]) ? end : 0;
}

/* Where the first mark stands that may part a page from its headline; *len is the mark's. */
static size_t find_lead_end(str text, size_t *len)
{
    enum { LONGEST_LEAD = 28 };
    static const char *const marks[] = {":", "|", " \xe2\x80\x94 ", " \xe2\x80\x93 "};
    size_t end = text.len;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = str_find(str_to(text, LONGEST_LEAD), str_of(marks[i]));
        if (at < LONGEST_LEAD && at < end) {
            end = at;
            *len = strlen(marks[i]);
        }
    }
    size_t number = end == text.len ? number_end(text) : 0;
    return number ? number : end;
}

/* "Page 3", "SPORT, A3"; before a bar "Local News 3" and "A3", too: elsewhere "G20" is no page. */
static int32_t lead_page(str lead, bool bar)
{
    marker m = marker_whole(lead);
    bool lettered = page_name_is_lettered(lead);
    if (m.kind == MARKER_REFER && (m.word.len == 0 || is_section(m.word, true)) && (bar || !lettered))
        return m.page;
    size_t last = lead.len;
    while (last > 0 && lead.ptr[last - 1] != ' ')
        last--;
    bool section = last > 0 && is_section(str_to(lead, last), false);
    return bar && (section || last == 0) ? page_name(str_from(lead, last), false) : 0;
}

marker refer_lead(str text)
{
    enum { LEAST_WORDS = 4, LEAST_LOWER_BYTES = 4 };
    size_t len = 0, end = find_lead_end(text, &len), at = 0, n = 0, digit = 0, lower = 0;
    while (digit < end && !ascii_is_digit(text.ptr[digit]))
        digit++;
    if (end == text.len || (digit == end && !str_starts_nocase(text, STR("p"))))
        return (marker){0};
    str token, head = str_trim(str_from(text, end + len));
    for (; token_next(head, &at, &token); n++)
        lower += ascii_is_lower(token.ptr[0]) && token.len >= LEAST_LOWER_BYTES;
    /* Fewer words are a section's name, or a title in lower case; behind no mark a running head's. */
    bool headline = lower > 0 && n + 1 >= LEAST_WORDS && !is_section(head, false);
    int32_t page = !headline && (n < LEAST_WORDS || len == 0)
                       ? 0
                       : lead_page(str_trim(str_to(text, end)), text.ptr[end] == '|');
    return page > 0 ? (marker){.kind = MARKER_REFER, .page = page, .word = head} : (marker){0};
}

marker refer_tail(str text)
{
    enum { LONGEST_TAIL = 28, LEAST_WORDS_BYTES = 8 };
    marker best = {0}, m;
    size_t last = text.len > LONGEST_TAIL / 2 ? text.len - LONGEST_TAIL / 2 : 0;
    bool may_end = false;
    for (size_t i = last; i < text.len && !may_end; i++)
        may_end = ascii_is_digit(text.ptr[i]) ||
                  (ascii_lower(text.ptr[i]) == 'p' && str_starts_nocase(str_from(text, i), STR("page ")));
    for (size_t i = may_end ? text.len : 0; i-- > LEAST_WORDS_BYTES && text.len - i <= LONGEST_TAIL;) {
        bool word_start = ascii_is_alnum(text.ptr[i]) && !ascii_is_alnum(text.ptr[i - 1]) &&
                          text.ptr[i - 1] != '-' && text.ptr[i - 1] != '\'';
        if (word_start && tail_at(text, i, &m))
            best = m;
    }
    if (best.kind == MARKER_REFER && best.word.len == 0)
        take_section(text, &best);
    return best;
}

marker refer_bare_tail(str text, size_t least_words)
{
    size_t at = 0, n = 0;
    str token, last = STR("");
    for (; token_next(text, &at, &token); n++)
        last = token;
    if (n < least_words || !ascii_is_upper(last.ptr[0]) || !page_name_is_lettered(last))
        return (marker){0};
    return (marker){.kind = MARKER_REFER,
                    .page = page_name(last, false),
                    .start_byte = str_trim(str_to(text, (size_t)(last.ptr - text.ptr))).len};
}

/* "**Sport** Shinty: women take the cup": the section in bold is cut off. */
static str take_bold_label(str head, str *section)
{
    enum { LONGEST_LABEL = 28 };
    str bold = STR("**"), text = str_starts(head, bold) ? str_from(head, bold.len) : head;
    size_t end = str_find(text, bold);
    str rest = str_trim(str_from(text, end + bold.len));
    if (end == 0 || end > LONGEST_LABEL || rest.len == 0)
        return head;
    if (section->len == 0)
        *section = str_trim(str_to(text, end - (text.ptr[end - 1] == ':')));
    return rest;
}

/* Where the quotation mark begins that stands before byte `at`; else `at`. */
static size_t with_quote(str text, size_t at)
{
    static const char *const quotes[] = {"\"", "'", "\xe2\x80\x98", "\xe2\x80\x9c"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (str_ends(str_to(text, at), str_of(quotes[i])))
            return at - strlen(quotes[i]);
    return at;
}

str refer_headline(str text, const marker *m, str *section)
{
    enum { MOST_SECTION_WORDS = 3 };
    str head = text;
    if (m->start_byte > 0) {
        head = str_to(text, m->start_byte);
    } else if (m->word.ptr) {
        /* "Page 3: Robots Learn to Weld" */
        if (count_words(m->word) > MOST_SECTION_WORDS && m->word.ptr + m->word.len <= text.ptr + text.len) {
            head = str_from(text, with_quote(text, (size_t)(m->word.ptr - text.ptr)));
            *section = STR("");
        }
    }
    head = take_bold_label(head, section);
    for (size_t i = 0; i + 1 < head.len; i++) {
        if (head.ptr[i] != ':' && head.ptr[i] != '|')
            continue;
        str label = str_trim(str_to(head, i)), rest = str_trim(str_from(head, i + 1));
        bool inside = str_eq_nocase(label, STR("inside"));
        if (inside || (rest.len && is_section(label, false))) {
            if (!inside && section->len == 0)
                *section = label;
            return rest;
        }
        break;
    }
    return str_trim(head);
}
