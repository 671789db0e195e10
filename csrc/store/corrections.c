#include "store/corrections.h"

#include <inttypes.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "store/pages.h"
#include "store/schema.h"

enum { HASH_DIGITS = 16, MOST_LINE_DIGITS = 9, MOST_TEXT_BYTES = 120, MOST_BAD_LINES = 20 };

static const char PREAMBLE[] =
    "# Links of stdaily that were corrected by hand, one a line; :help stdaily-corrections\n";

/* ---- the text */

static str take_field(str *line)
{
    size_t end = str_find(*line, STR("\t"));
    str field = str_to(*line, end);
    *line = end < line->len ? str_from(*line, end + 1) : (str){NULL, 0};
    return field;
}

static bool parse_hash(str text, uint64_t *hash)
{
    *hash = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = ascii_lower(text.ptr[i]);
        bool letter = c >= 'a' && c <= 'f';
        if (!letter && !ascii_is_digit(c))
            return false;
        *hash = *hash << 4 | (uint64_t)(letter ? c - 'a' + 10 : c - '0');
    }
    return text.len == HASH_DIGITS;
}

static bool parse_line(str text, int64_t *line)
{
    *line = 0;
    if (text.len > MOST_LINE_DIGITS)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            return false;
        *line = *line * 10 + (text.ptr[i] - '0');
    }
    return *line > 0;
}

static bool take_place(str *line, text_place *out)
{
    out->file = take_field(line);
    bool good = parse_hash(take_field(line), &out->hash);
    good = parse_line(take_field(line), &out->line) && good;
    out->text = take_field(line);
    return good;
}

bool correction_parse(str line, correction *out)
{
    *out = (correction){.what = CORRECTION_LINK};
    if (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    str kind = take_field(&line);
    out->teaser = str_eq(kind, STR("teaser"));
    if (!(out->teaser || str_eq(kind, STR("jump"))) || !take_place(&line, &out->marker) || !line.ptr)
        return false;
    if (str_eq(line, STR("none"))) {
        out->what = CORRECTION_NONE;
        return true;
    }
    return take_place(&line, &out->story) && !line.ptr;
}

/* As one field: without what would end it, and not endless. */
static void add_field(buf *out, str text)
{
    size_t len = text.len < MOST_TEXT_BYTES ? text.len : MOST_TEXT_BYTES;
    while (len < text.len && len && (text.ptr[len] & 0xC0) == 0x80)
        len--;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        buf_add_char(out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
    }
}

static void add_place(buf *out, const text_place *p)
{
    buf_add_char(out, '\t');
    add_field(out, p->file);
    buf_addf(out, "\t%016" PRIx64 "\t%" PRId64 "\t", p->hash, p->line);
    add_field(out, p->text);
}

static void add_correction(buf *out, const correction *c)
{
    buf_add(out, c->teaser ? STR("teaser") : STR("jump"));
    add_place(out, &c->marker);
    if (c->what == CORRECTION_LINK)
        add_place(out, &c->story);
    else
        buf_add(out, STR("\tnone"));
    buf_add_char(out, '\n');
}

/* A line's teasers are told apart by their text. */
static bool is_same_marker(arena *mem, const correction *a, const correction *b)
{
    if (a->teaser != b->teaser || a->marker.hash != b->marker.hash || a->marker.line != b->marker.line)
        return false;
    buf x = buf_in(mem), y = buf_in(mem);
    add_field(&x, a->marker.text);
    add_field(&y, b->marker.text);
    return !a->teaser || str_eq(buf_str(&x), buf_str(&y));
}

static str take_line(str *text)
{
    size_t end = str_find(*text, STR("\n"));
    str line = str_to(*text, end);
    *text = str_from(*text, end + 1);
    return line;
}

bool corrections_next(str *text, correction *out)
{
    while (text->len) {
        str line = str_trim(take_line(text));
        if (line.len && line.ptr[0] != '#' && correction_parse(line, out))
            return true;
    }
    return false;
}

str corrections_edit(arena *mem, str text, const correction *c)
{
    buf out = buf_in(mem);
    if (!text.len)
        buf_add(&out, STR(PREAMBLE));
    while (text.len) {
        correction old;
        str whole = text, line = take_line(&text);
        if (correction_parse(line, &old) && is_same_marker(mem, &old, c))
            continue;
        buf_add(&out, str_to(whole, whole.len - text.len));
        if (!text.len && out.ptr[out.len - 1] != '\n')
            buf_add_char(&out, '\n');
    }
    if (c->what != CORRECTION_UNDO)
        add_correction(&out, c);
    return buf_str(&out);
}

/* ---- the index */

/* 0 where there are none. */
static int64_t stamp_of(const corrections *c)
{
    str told = c->problem.len ? c->problem : c->text;
    return told.len ? (int64_t)hash_bytes(told) : 0;
}

bool corrections_differ(db *d, const corrections *c)
{
    return db_get(d, "SELECT value FROM meta WHERE name = 'corrections'", "") != stamp_of(c);
}

void corrections_restore(db *d)
{
    db_script(d, "INSERT OR REPLACE INTO marker SELECT * FROM machine_marker;"
                 "DELETE FROM machine_marker; DELETE FROM correction;");
    db_run(d, "DELETE FROM message WHERE origin = ?1", "i", (int64_t)MESSAGE_OF_CORRECTIONS);
}

/* For each marker that it means, and that is one for each copy of the page, one row; the story's page is that
 * of the marker's own issue where there are several of the same text. */
static void resolve(db *d, const correction *c)
{
    db_run(d,
           "INSERT OR REPLACE INTO correction SELECT p.id, ?1,"
           " (SELECT position FROM marker WHERE page = p.id AND teaser = ?1 AND line = ?3"
           "  ORDER BY headline = ?4 DESC, position LIMIT 1) AS marker,"
           " (SELECT id FROM (SELECT id, issue = p.issue AS own, path, part FROM page"
           "   WHERE hash = ?5 AND ?6 > 0) ORDER BY own DESC, path, part LIMIT 1), NULL, ?6 = 0"
           " FROM page AS p WHERE p.hash = ?2 AND marker IS NOT NULL",
           "iiisii", (int64_t)c->teaser, (int64_t)c->marker.hash, c->marker.line, c->marker.text,
           (int64_t)c->story.hash, c->what == CORRECTION_LINK ? c->story.line : 0);
    if (c->what == CORRECTION_LINK)
        db_run(d,
               "UPDATE correction SET to_article = (SELECT position FROM article WHERE page = to_page"
               " ORDER BY line = ?2 DESC, headline = ?3 DESC, line > ?2, abs(line - ?2) LIMIT 1)"
               " WHERE to_page IN (SELECT id FROM page WHERE hash = ?1) AND to_article IS NULL",
               "iis", (int64_t)c->story.hash, c->story.line, c->story.text);
}

/* The machine's links of these markers are kept, and those of jumps whose story is now another's. */
static void keep_machine_markers(db *d)
{
    db_run(d,
           "INSERT OR IGNORE INTO machine_marker SELECT m.* FROM correction AS c"
           " JOIN marker AS m ON (m.page, m.teaser, m.position) = (c.page, c.teaser, c.position)",
           "");
    db_run(d,
           "INSERT OR IGNORE INTO machine_marker SELECT m.* FROM correction AS c"
           " JOIN marker AS m ON m.to_page = c.to_page AND m.to_article = c.to_article"
           " WHERE c.teaser = 0 AND m.teaser = 0",
           "");
}

static void write_markers(db *d)
{
    db_run(d,
           "UPDATE marker SET status = 'unmatched', to_page = NULL, to_article = NULL, confidence = 0,"
           " evidence = 'its story goes with another jump line, as you said',"
           " message = 'its story goes with another jump line, as you said'"
           " WHERE teaser = 0 AND (page, teaser, position) IN"
           "  (SELECT page, teaser, position FROM machine_marker)",
           "");
    db_run(d,
           "UPDATE marker SET to_page = c.to_page, to_article = c.to_article, confidence = 1,"
           " evidence = '" CORRECTED_BY_YOU "',"
           " status = CASE WHEN c.to_page IS NOT NULL THEN 'linked' WHEN NOT c.none THEN 'page-missing'"
           "  WHEN m.status = 'page-missing' THEN m.status ELSE 'unmatched' END,"
           " message = CASE"
           "  WHEN c.to_page IS NOT NULL THEN CASE c.teaser WHEN 1 THEN 'is on ' ELSE 'continues on ' END"
           "   || coalesce('page ' || p.page_number, 'a page without a number')"
           "   || coalesce(': ' || nullif(a.printed, ''), '')"
           "  WHEN NOT c.none THEN 'the page with the story that you linked it to is not in this archive'"
           "  WHEN m.status = 'page-missing' THEN m.message"
           "  ELSE 'no story fits, as you said' END"
           " FROM correction AS c"
           " JOIN machine_marker AS m ON (m.page, m.teaser, m.position) = (c.page, c.teaser, c.position)"
           " LEFT JOIN page AS p ON p.id = c.to_page"
           " LEFT JOIN article AS a ON a.page = c.to_page AND a.position = c.to_article"
           " WHERE (marker.page, marker.teaser, marker.position) = (c.page, c.teaser, c.position)",
           "");
}

static void add_message(db *d, const char *path, int64_t line, str text)
{
    messages_add(d, str_of(path), line, text, MESSAGE_OF_CORRECTIONS);
}

void corrections_apply(db *d, const corrections *all)
{
    db_run(d, "INSERT OR REPLACE INTO meta VALUES ('corrections', ?1)", "i", stamp_of(all));
    if (all->problem.len)
        add_message(d, all->path, 0, all->problem);
    int bad = 0;
    str text = all->text;
    for (int64_t number = 1; text.len; number++) {
        correction c;
        str line = str_trim(take_line(&text));
        if (!line.len || line.ptr[0] == '#')
            continue;
        if (correction_parse(line, &c))
            resolve(d, &c);
        else if (bad++ < MOST_BAD_LINES)
            add_message(d, all->path, number,
                        STR("this line is no correction of a link; it is left as it is"));
    }
    db_script(d, "UPDATE correction SET to_page = NULL WHERE to_article IS NULL");
    keep_machine_markers(d);
    write_markers(d);
}
