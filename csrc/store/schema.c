#include "store/schema.h"

#include "parser_id.h"

#define APPLICATION_ID 1937007713 /* "stda" */
#define TEXT_OF(number) #number
#define LITERAL(number) TEXT_OF(number)

#define MARKER_COLUMNS                                                                                       \
    "(page INTEGER, teaser INTEGER, position INTEGER, line INTEGER, article INTEGER, headline TEXT,"         \
    " section TEXT, jump_page INTEGER, status TEXT, to_page INTEGER, to_article INTEGER, confidence REAL,"   \
    " evidence TEXT, message TEXT, PRIMARY KEY (page, teaser, position)) WITHOUT ROWID;"

/* A page's text is kept; what else there is of it is what must be listed or searched without parsing.
 * PARSER_ID is made from the sources, so that an index made by another parser is never trusted. */
static const char TABLES[] =
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER,"
    " inode INTEGER, hash INTEGER, doubtful INTEGER) WITHOUT ROWID;"
    "CREATE TABLE page (id INTEGER PRIMARY KEY, path TEXT, part INTEGER, key TEXT UNIQUE,"
    " hash INTEGER," /* of its text */
    " not_before TEXT, articles INTEGER,"
    /* where it was placed; `place` is its page number, or more than any */
    " issue INTEGER, page_number INTEGER, evidence TEXT, place INTEGER, UNIQUE (path, part));"
    /* many pages a row, by the key of the first; and what came since, or without `said` went: see
       store/known.h */
    "CREATE TABLE known (first TEXT PRIMARY KEY, said BLOB);"
    "CREATE TABLE known_found (first TEXT PRIMARY KEY, found BLOB);"
    "CREATE TABLE known_news (key TEXT PRIMARY KEY, said BLOB) WITHOUT ROWID;"
    "CREATE INDEX page_place ON page (issue, place, path, part);"
    "CREATE INDEX page_hash ON page (hash);"
    "CREATE TABLE page_text (page INTEGER PRIMARY KEY, text BLOB);"
    "CREATE TABLE page_clue (page INTEGER PRIMARY KEY, clues BLOB);"
    "CREATE TABLE issue (id INTEGER PRIMARY KEY, key TEXT UNIQUE, rank INTEGER,"
    " pages INTEGER, articles INTEGER, title TEXT, paper TEXT, volume INTEGER, number INTEGER,"
    " date_first TEXT, date_last TEXT);"
    "CREATE INDEX issue_rank ON issue (rank);"
    "CREATE TABLE issue_row (id INTEGER PRIMARY KEY, items BLOB);" /* see store/issue_rows.c */
    /* `headline` is for lists; `printed` is what stands on the page, "" for none */
    "CREATE TABLE article (page INTEGER, position INTEGER, headline TEXT, printed TEXT, kicker TEXT,"
    " bylines TEXT, line INTEGER, continued_from INTEGER, jump_page INTEGER, PRIMARY KEY (page, position))"
    " WITHOUT ROWID;"
    "CREATE TABLE marker " MARKER_COLUMNS
    /* on how many pages a word stands, by its key: see parse/clue.h */
    "CREATE TABLE clue_word (key INTEGER PRIMARY KEY, pages INTEGER);"
    /* short lines by their keys, and their pages; which of them stood when the pages were decided */
    "CREATE TABLE label_page (label INTEGER, page INTEGER, PRIMARY KEY (label, page)) WITHOUT ROWID;"
    "CREATE TABLE standing_label (label INTEGER PRIMARY KEY);"
    "CREATE TABLE link_use (part INTEGER PRIMARY KEY, items BLOB);"
    /* the words, by their keys, that an issue's links depend on */
    "CREATE TABLE issue_word (key INTEGER, issue INTEGER, PRIMARY KEY (key, issue)) WITHOUT ROWID;"
    "CREATE INDEX issue_word_issue ON issue_word (issue);"
    "CREATE INDEX marker_target ON marker (to_page, to_article) WHERE to_page IS NOT NULL;"
    /* what a person corrected, and what stood there before */
    "CREATE TABLE correction (page INTEGER, teaser INTEGER, position INTEGER, to_page INTEGER,"
    " to_article INTEGER, none INTEGER, PRIMARY KEY (page, teaser, position)) WITHOUT ROWID;"
    "CREATE TABLE machine_marker " MARKER_COLUMNS
    /* pages that corrected links join: see store/by_hand.h */
    "CREATE TABLE by_hand (from_page INTEGER, to_page INTEGER, to_number INTEGER, from_number INTEGER,"
    " state INTEGER, PRIMARY KEY (from_page, to_page, to_number, from_number)) WITHOUT ROWID;"
    "CREATE TABLE message (path TEXT, line INTEGER, text TEXT, origin INTEGER);"
    "CREATE INDEX message_path ON message (path);"
    "CREATE TABLE word (word TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;"
    "CREATE INDEX word_gone ON word (word) WHERE count = 0;"
    "CREATE VIRTUAL TABLE article_text USING fts5 (headline, body, content='',"
    " tokenize=\"unicode61 remove_diacritics 2\");"
    "INSERT INTO meta VALUES ('generation', 0);"
    "PRAGMA application_id = " LITERAL(APPLICATION_ID) ";"
                                                       "PRAGMA user_version = " LITERAL(PARSER_ID) ";";

schema_state schema_look(db *d, str archive_path)
{
    int64_t application = db_get(d, "PRAGMA application_id", "");
    int64_t version = db_get(d, "PRAGMA user_version", "");
    if (!application && !version && !db_get(d, "SELECT count(*) FROM sqlite_schema", ""))
        return SCHEMA_NONE;
    if (application != APPLICATION_ID)
        return SCHEMA_FOREIGN;
    if (version != PARSER_ID)
        return SCHEMA_OLD;
    return db_get(d, "SELECT value = ?1 FROM meta WHERE name = 'archive'", "s", archive_path)
               ? SCHEMA_OURS
               : SCHEMA_FOREIGN;
}

void schema_create(db *d, str archive_path)
{
    db_script(d, TABLES);
    db_run(d, "INSERT INTO meta VALUES ('archive', ?1), ('made', random() >> 16)", "s", archive_path);
}
