#include "parse/html.h"

#include "base/ascii.h"

typedef enum tag_kind {
    TAG_NONE, /* no name of HTML's */
    TAG_OTHER,
    TAG_PART, /* stands between blocks of text */
    TAG_CELL, /* of a table */
    TAG_ITEM,
    TAG_BOLD,
    TAG_ITALIC,
    TAG_HEADING
} tag_kind;

static const struct {
    const char *name;
    tag_kind kind;
} tags[] = {{"a", TAG_OTHER},         {"article", TAG_PART}, {"aside", TAG_PART},   {"b", TAG_BOLD},
            {"blockquote", TAG_PART}, {"body", TAG_PART},    {"br", TAG_PART},      {"caption", TAG_CELL},
            {"center", TAG_PART},     {"code", TAG_OTHER},   {"col", TAG_PART},     {"colgroup", TAG_PART},
            {"dd", TAG_PART},         {"div", TAG_PART},     {"dl", TAG_PART},      {"dt", TAG_PART},
            {"em", TAG_ITALIC},       {"figure", TAG_PART},  {"font", TAG_OTHER},   {"footer", TAG_PART},
            {"figcaption", TAG_PART}, {"header", TAG_PART},  {"hr", TAG_PART},      {"html", TAG_PART},
            {"i", TAG_ITALIC},        {"img", TAG_PART},     {"li", TAG_ITEM},      {"main", TAG_PART},
            {"mark", TAG_OTHER},      {"nav", TAG_PART},     {"ol", TAG_PART},      {"p", TAG_PART},
            {"pre", TAG_PART},        {"s", TAG_OTHER},      {"section", TAG_PART}, {"small", TAG_OTHER},
            {"span", TAG_OTHER},      {"strong", TAG_BOLD},  {"sub", TAG_OTHER},    {"sup", TAG_OTHER},
            {"table", TAG_CELL},      {"tbody", TAG_CELL},   {"td", TAG_CELL},      {"tfoot", TAG_CELL},
            {"th", TAG_CELL},         {"thead", TAG_CELL},   {"tr", TAG_CELL},      {"u", TAG_OTHER},
            {"ul", TAG_PART}};

/* The name of the tag that `text` begins with, the "<" included. */
static str tag_name(str text)
{
    enum { LONGEST_NAME = 10 };
    size_t from = 1 + (text.len > 1 && text.ptr[1] == '/'), end = from;
    while (end < text.len && end - from <= LONGEST_NAME && ascii_is_alnum(text.ptr[end]))
        end++;
    return str_to(str_from(text, from), end - from);
}

static bool is_heading(str name)
{
    return name.len == 2 && ascii_lower(name.ptr[0]) == 'h' && name.ptr[1] >= '1' && name.ptr[1] <= '6';
}

static tag_kind kind_of(str name)
{
    if (is_heading(name))
        return TAG_HEADING;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (str_eq_nocase(name, str_of(tags[i].name)))
            return tags[i].kind;
    return TAG_NONE;
}

size_t html_tag_len(str text)
{
    enum { LONGEST = 300 };
    if (text.len == 0 || text.ptr[0] != '<')
        return 0;
    str name = tag_name(text);
    if (kind_of(name) == TAG_NONE)
        return 0;
    size_t at = (size_t)(name.ptr + name.len - text.ptr), most = text.len < LONGEST ? text.len : LONGEST;
    if (at >= text.len || !ascii_is_one_of(text.ptr[at], " \t/>"))
        return 0;
    while (at < most && text.ptr[at] != '>' && text.ptr[at] != '<')
        at++;
    return at < most && text.ptr[at] == '>' ? at + 1 : 0;
}

bool html_tag_parts(str tag)
{
    tag_kind kind = kind_of(tag_name(tag));
    return kind == TAG_PART || kind == TAG_CELL || kind == TAG_ITEM;
}

size_t html_entity_len(str text, str *character)
{
    static const struct {
        const char *name, *character;
    } entities[] = {{"&amp;", "&"},
                    {"&apos;", "'"},
                    {"&#39;", "'"},
                    {"&#x27;", "'"},
                    {"&#34;", "\""},
                    {"&quot;", "\""},
                    {"&lt;", "<"},
                    {"&gt;", ">"},
                    {"&nbsp;", " "},
                    {"&#160;", " "},
                    {"&thinsp;", " "},
                    {"&ensp;", " "},
                    {"&emsp;", " "},
                    {"&shy;", ""},
                    {"&ndash;", "\xe2\x80\x93"},
                    {"&mdash;", "\xe2\x80\x94"},
                    {"&lsquo;", "\xe2\x80\x98"},
                    {"&rsquo;", "\xe2\x80\x99"},
                    {"&ldquo;", "\xe2\x80\x9c"},
                    {"&rdquo;", "\xe2\x80\x9d"},
                    {"&hellip;", "\xe2\x80\xa6"},
                    {"&bull;", "\xe2\x80\xa2"},
                    {"&middot;", "\xc2\xb7"},
                    {"&deg;", "\xc2\xb0"},
                    {"&pound;", "\xc2\xa3"},
                    {"&euro;", "\xe2\x82\xac"},
                    {"&frac12;", "\xc2\xbd"},
                    {"&eacute;", "\xc3\xa9"}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (str_starts(text, str_of(entities[i].name))) {
            *character = str_of(entities[i].character);
            return strlen(entities[i].name);
        }
    return 0;
}

/* Bytes of the tag, or of the blank as an entity, that `text` ends in; 0 for none. */
static size_t last_len(str text)
{
    str blank = STR("&nbsp;");
    if (str_ends(text, blank))
        return blank.len;
    const char *open = text.len && text.ptr[text.len - 1] == '>' ? memrchr(text.ptr, '<', text.len) : NULL;
    str tag = open ? str_from(text, (size_t)(open - text.ptr)) : STR("");
    return tag.len && html_tag_len(tag) == tag.len ? tag.len : 0;
}

/* What a tag before the text tells, or one behind it. */
static void read_tag(str tag, bool before, html_marks *marks, int *bold, int *italic)
{
    str name = tag_name(tag);
    tag_kind kind = kind_of(name);
    marks->table |= kind == TAG_CELL;
    marks->item |= kind == TAG_ITEM && before;
    *bold += kind == TAG_BOLD;
    *italic += kind == TAG_ITALIC;
    if (kind == TAG_HEADING && before)
        marks->heading = (uint8_t)(name.ptr[1] - '0');
}

str html_strip(str text, html_marks *marks)
{
    enum { BOTH_ENDS = 2 };
    str blank = STR("&nbsp;");
    int bold = 0, italic = 0;
    size_t len;
    *marks = (html_marks){0};
    while ((len = str_starts(text, blank) ? blank.len : html_tag_len(text)) > 0) {
        read_tag(str_to(text, len), true, marks, &bold, &italic);
        text = str_trim(str_from(text, len));
    }
    while ((len = last_len(text)) > 0) {
        read_tag(str_from(text, text.len - len), false, marks, &bold, &italic);
        text = str_trim(str_to(text, text.len - len));
    }
    marks->bold = bold >= BOTH_ENDS;
    marks->italic = italic >= BOTH_ENDS;
    return text;
}
