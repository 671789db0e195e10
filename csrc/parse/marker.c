#include "parse/marker.h"

#include "base/ascii.h"
#include "parse/marker_form.h"
#include "parse/marker_hint.h"
#include "parse/page_name.h"
#include "parse/token.h"

static bool may_match(const tokens *t)
{
    marker_hints hints = {0};
    for (size_t i = 0; i < t->n; i++)
        marker_hint(&hints, t->word[i], i > 0);
    return marker_hints_tell(&hints);
}

/* "Con ti nard from Page IA": words broken anywhere, and letters wrong in them. */
static marker match_squashed(const tokens *t)
{
    enum { LONGEST = 24, LONGEST_PAGE = 3, MOST_EDITS = 3 };
    static const struct {
        marker_kind kind;
        const char *letters;
    } wanted[] = {{MARKER_CONTINUED, "continuedfrompage"},
                  {MARKER_CONTINUED, "concludedfrompage"},
                  {MARKER_JUMP, "continuedonpage"},
                  {MARKER_JUMP, "concludedonpage"}};
    char room[LONGEST];
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->word[i].len; k++, n++) {
            if (n == LONGEST)
                return (marker){0};
            room[n] = t->word[i].ptr[k];
        }
    marker best = {0};
    int least = MOST_EDITS + 1;
    for (size_t page_len = 1; page_len <= LONGEST_PAGE && page_len < n; page_len++) {
        str letters = {room, n - page_len}, page = {room + n - page_len, page_len};
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted && page_name(page, true) > 0; i++) {
            int edits = edit_distance(letters, str_of(wanted[i].letters), MOST_EDITS);
            if (edits < least) {
                least = edits;
                best = (marker){.kind = wanted[i].kind, .page = page_name(page, true)};
            }
        }
    }
    return best;
}

marker marker_whole(str text)
{
    tokens exact, fuzzy;
    if (text.len > 100 || !tokens_read(&exact, text, false) || !may_match(&exact))
        return (marker){0};
    marker m = forms_match(&exact);
    /* "Sce page 2" is a damaged jump before it is a section's label. */
    bool labelled = m.kind == MARKER_REFER && m.word.len > 0;
    if ((m.kind == MARKER_NONE || labelled) && tokens_read(&fuzzy, text, true)) {
        marker damaged = forms_match(&fuzzy), broken = {0};
        if (damaged.kind == MARKER_NONE || damaged.kind == MARKER_REFER)
            broken = match_squashed(&exact);
        m = broken.kind ? broken : damaged.kind == MARKER_REFER && labelled ? m : damaged;
    }
    /* An arrow sends the reader on: "> Page 3", in italics or not. */
    text = str_from(text, text.len && strchr("*_", text.ptr[0]) ? 1 : 0);
    bool arrow = str_starts(text, STR("\xc2\xbb")) || str_starts(text, STR("\xe2\x86\x92")) ||
                 str_starts(text, STR(">")) || str_starts(text, STR("\xe2\x96\xba"));
    if (m.kind == MARKER_REFER && m.word.len == 0 && arrow)
        m.kind = MARKER_JUMP;
    return m;
}

/* Where a sentence ends before `at`, or the text begins. */
static bool after_sentence(str text, size_t at)
{
    while (at > 0 && (ascii_is_space(text.ptr[at - 1]) || strchr("*_([", text.ptr[at - 1])))
        at--;
    if (at == 0)
        return false;
    char c = text.ptr[at - 1];
    return c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == ',' || c == ')' ||
           (unsigned char)c >= 0x80;
}

/* "... on Friday. STORM: Page 4", "... on Friday. » Page 4": jumps, behind a sentence. */
static bool leads_on(str text, size_t at, str word)
{
    bool capitals = word.len > 1 && !str_has_lower(word);
    while (at > 0 && (ascii_is_space(text.ptr[at - 1]) || (capitals && strchr("*_", text.ptr[at - 1]))))
        at--;
    str before = str_to(text, at);
    if (capitals)
        return at > 1 && strchr(".!?\"", text.ptr[at - 1]) && !str_ends(before, STR(".."));
    return word.len == 0 && (str_ends(before, STR("\xc2\xbb")) || str_ends(before, STR("\xe2\x96\xba")) ||
                             str_ends(before, STR("\xe2\x86\x92")) || str_ends(before, STR(">")));
}

marker marker_tail(str text)
{
    enum { LONGEST_TAIL = 70 };
    size_t from = text.len > LONGEST_TAIL ? text.len - LONGEST_TAIL : 0;
    if (!marker_may_end(str_from(text, from)))
        return (marker){0};
    for (size_t i = from; i < text.len; i++) {
        bool word_start = ascii_is_alpha(text.ptr[i]) && (i == 0 || !ascii_is_alnum(text.ptr[i - 1]));
        /* A capital after a word in lower case is as good as a sentence's end: stories break off anywhere. */
        if (!word_start || !(after_sentence(text, i) || (i > 0 && ascii_is_upper(text.ptr[i]))))
            continue;
        marker m = marker_whole(str_from(text, i));
        if (m.kind == MARKER_REFER && leads_on(text, i, m.word))
            m.kind = MARKER_JUMP;
        if (m.kind != MARKER_JUMP)
            continue;
        while (i > 0 && (strchr(" \t*_([>", text.ptr[i - 1]) ||
                         (leads_on(text, i, STR("")) && (unsigned char)text.ptr[i - 1] >= 0x80)))
            i -= (unsigned char)text.ptr[i - 1] < 0x80 ? 1 : (unsigned char)text.ptr[i - 2] == 0xC2 ? 2 : 3;
        m.start_byte = i;
        return m;
    }
    return (marker){0};
}
