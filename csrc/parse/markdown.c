#include "parse/markdown.h"

#include "base/ascii.h"
#include "parse/html.h"

#define BOLD STR("**")

/* Length of "1. ", "2) " or "2004: " at the start; 0 for none. */
static size_t numbered_item_len(str s)
{
    enum { MOST_DIGITS = 2, YEAR_DIGITS = 4 };
    size_t i = 0;
    while (i < s.len && i < YEAR_DIGITS && ascii_is_digit(s.ptr[i]))
        i++;
    bool number = i > 0 && i <= MOST_DIGITS && i + 2 < s.len && (s.ptr[i] == '.' || s.ptr[i] == ')');
    bool year = i == YEAR_DIGITS && i + 2 < s.len && s.ptr[i] == ':';
    return (number || year) && s.ptr[i + 1] == ' ' ? i + 2 : 0;
}

/* Markup of a picture, a comment or a rule of a table, and no text: "![](figure.jpeg)", "<!-- image -->". */
static bool is_markup(str s)
{
    return (str_starts(s, STR("![")) && s.ptr[s.len - 1] == ')') ||
           (str_starts(s, STR("<!--")) && str_ends(s, STR("-->")));
}

/* More than one, or what parts a table's head from its rows. */
static bool has_cells(str s)
{
    enum { LONGEST_LABEL = 40 };
    return s.len > LONGEST_LABEL || s.ptr[1] != ' ' || !ascii_is_alpha(s.ptr[2]) ||
           memchr(s.ptr + 1, '|', s.len - 2);
}

/* "- SPORT -", "• Courts •": a label, and no list's item. */
static bool is_between_marks(str s)
{
    enum { LONGEST = 50 };
    return s.len <= LONGEST && ((str_starts(s, STR("- ")) && str_ends(s, STR(" -"))) ||
                                (str_starts(s, STR("\xe2\x80\xa2 ")) && str_ends(s, STR(" \xe2\x80\xa2"))));
}

/* "## Sport" to "Sport". */
static str without_hashes(line *l, str s)
{
    enum { LOWEST_LEVEL = 6 };
    size_t hashes = 0;
    while (hashes < s.len && s.ptr[hashes] == '#')
        hashes++;
    if (!hashes || hashes > LOWEST_LEVEL || hashes == s.len || !ascii_is_space(s.ptr[hashes]))
        return s;
    l->heading = (uint8_t)hashes;
    return str_trim(str_from(s, hashes));
}

/* "- an item" to "an item"; a number stays. */
static str without_bullet(line *l, str s)
{
    bool item = (str_starts(s, STR("- ")) || str_starts(s, STR("* ")) || str_starts(s, STR("\xe2\x80\xa2")) ||
                 str_starts(s, STR("\xe2\x96"))) &&
                s.len > 2 && !is_between_marks(s);
    line_set_look_if(l, LOOK_LIST_ITEM, item || numbered_item_len(s) > 0);
    /* a bullet has three bytes */
    return item ? str_trim(str_from(s, s.ptr[0] == '-' || s.ptr[0] == '*' ? 1 : 3)) : s;
}

/* "**Sport**" and "*Sport*" to "Sport". */
static str without_emphasis(line *l, str s)
{
    enum { LONGEST_LABEL = 40 };
    if (l->bold_run) {
        if (str_starts(s, BOLD))
            s = str_from(s, BOLD.len);
        if (str_ends(s, BOLD))
            s = str_to(s, s.len - BOLD.len);
    }
    bool bold = s.len > 4 && str_starts(s, BOLD) && str_ends(s, BOLD);
    line_set_look_if(l, LOOK_BOLD, bold || l->bold_run);
    line_set_look_if(l, LOOK_ITALIC,
                     !bold && s.len > 2 && s.ptr[0] == '*' && s.ptr[1] != ' ' && s.ptr[s.len - 1] == '*');
    bool paired = s.len > 2 && ascii_is_one_of(s.ptr[0], "*_") && s.ptr[s.len - 1] == s.ptr[0];
    while (paired && s.len > 2 && ascii_is_one_of(s.ptr[0], "*_") && s.ptr[s.len - 1] == s.ptr[0] &&
           (bold || !memchr(s.ptr + 1, s.ptr[0], s.len - 2)))
        s = str_trim((str){s.ptr + 1, s.len - 2});
    if (bold && str_starts(s, STR("\xe2\x96")) && s.len > 3) /* a square, a triangle */
        s = str_trim(str_from(s, 3));
    if ((bold || paired) && str_starts(s, STR("\xe2\x80\xa2 ")) && !str_ends(s, STR("\xe2\x80\xa2"))) {
        line_set_look_if(l, LOOK_LIST_ITEM, s.len > LONGEST_LABEL);
        s = str_trim(str_from(s, 3));
    }
    return s;
}

void markdown_strip(line *l)
{
    html_marks html;
    str s = html_strip(str_trim(l->raw), &html);
    l->heading = html.heading;
    line_set_look_if(l, LOOK_BOLD, html.bold);
    line_set_look_if(l, LOOK_ITALIC, html.italic);
    line_set_look_if(l, LOOK_LIST_ITEM, html.item && s.len > 0);
    /* "| SPORT |" is a label. */
    bool row = s.len > 2 && s.ptr[0] == '|' && s.ptr[s.len - 1] == '|' && has_cells(s);
    line_set_look_if(l, LOOK_TABLE, row || (html.table && s.len > 0));
    if (s.len && (s.ptr[0] == '!' || s.ptr[0] == '<') && is_markup(s)) {
        l->text = str_to(s, 0);
        return;
    }
    s = without_bullet(l, without_hashes(l, s));
    while (str_starts(s, STR("> ")))
        s = str_trim(str_from(s, 2));
    l->text = without_emphasis(l, s);
}

size_t markdown_bold_len(str text)
{
    enum { MOST_LINES = 6 };
    if (!str_starts(text, BOLD))
        return 0;
    size_t at = BOLD.len;
    for (size_t n = 0; n < MOST_LINES && at < text.len; n++) {
        size_t end = at + str_find(str_from(text, at), STR("\n"));
        str row = {text.ptr + at, end - at};
        size_t mark = str_find(row, BOLD);
        str rest = mark < row.len ? str_trim(str_from(row, mark + BOLD.len)) : STR("");
        if (str_trim(row).len == 0 || (mark < row.len && (n == 0 || rest.len > 0)))
            return 0;
        if (mark < row.len)
            return end;
        at = end + 1;
    }
    return 0;
}
