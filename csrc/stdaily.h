/* stdaily: an archive of a newspaper, read from bare OCR pages.
 *
 * Usage, the whole of it:
 *
 *     stdaily_archive *archive;
 *     stdaily_rows *rows;
 *     if (stdaily_open("/home/me/pages", NULL, &archive) != STDAILY_OK) {
 *         fprintf(stderr, "%s\n", stdaily_message(archive));
 *     } else {
 *         stdaily_refresh_start(archive);
 *         stdaily_refresh_wait(archive, -1);
 *         const char *scope[] = { "" };
 *         if (stdaily_query(archive, "articles", scope, 1, &rows) == STDAILY_OK) {
 *             int64_t headline = stdaily_rows_column(rows, "headline");
 *             for (int64_t i = 0; i < stdaily_rows_count(rows); i++)
 *                 puts(stdaily_rows_text(rows, i, headline, NULL));
 *             stdaily_rows_free(rows);
 *         }
 *     }
 *     stdaily_close(archive);
 *
 * The archive is only read.  What is derived from it lives in one SQLite file in a cache
 * folder, which may be deleted at any time.
 *
 * Text      All text going in and out is UTF-8.  Text that comes out ends in a NUL byte, which its
 *           length does not count; text of pages may hold NUL bytes, so use the length.
 * Errors    A function that can fail returns a stdaily_status; stdaily_message() then says in one
 *           line what failed, where, and what to do.
 * Threads   A handle and the row sets made from it belong to one thread at a time.  Different
 *           handles, also of one archive, may be used by different threads and processes.  A
 *           refresh works on threads of its own and never calls back.
 * Ownership What a function hands out through a `**` parameter belongs to the caller, who gives it
 *           back to the function named there.  Any other pointer belongs to the library.
 */
#ifndef STDAILY_H
#define STDAILY_H

#include <stddef.h>
#include <stdint.h>

#define STDAILY_VERSION "0.1.0"

#if defined(_WIN32)
#define STDAILY_API
#else
#define STDAILY_API __attribute__((visibility("default")))
#endif

#pragma GCC visibility push(default)
/* What stands between the next two markers is what stdaily_declarations() hands out; it must be
 * plain C declarations, without macros, that LuaJIT's ffi.cdef accepts. */
/* ffi: begin */

/* An archive and its index. */
typedef struct stdaily_archive stdaily_archive;

/* The result of a query: named columns, counted rows; a value is text, an integer, a real number
 * or null. */
typedef struct stdaily_rows stdaily_rows;

typedef enum stdaily_status {
    STDAILY_OK = 0,
    STDAILY_NO_MEMORY = 1,  /* memory ran out; the handle is still good */
    STDAILY_INVALID = 2,    /* a call that makes no sense: an unknown query, a wrong argument count */
    STDAILY_NOT_FOUND = 3,  /* the folder, page, article or issue asked for is not there */
    STDAILY_UNREADABLE = 4, /* the archive or the cache cannot be read or written */
    STDAILY_BUSY = 5,       /* a refresh of this handle is still running */
    STDAILY_CANCELLED = 6,  /* the refresh was cancelled; the index is as it was before */
    STDAILY_FAILED = 7      /* anything else; the message says what */
} stdaily_status;

typedef enum stdaily_refresh_state {
    STDAILY_REFRESH_IDLE = 0,     /* none was started yet */
    STDAILY_REFRESH_SCANNING = 1, /* looking at folders and files */
    STDAILY_REFRESH_READING = 2,  /* reading and parsing what changed */
    STDAILY_REFRESH_LINKING = 3,  /* placing pages, linking jumps, writing the index */
    STDAILY_REFRESH_DONE = 4,     /* ended; `status` says how */
} stdaily_refresh_state;

typedef struct stdaily_progress {
    stdaily_refresh_state state;
    stdaily_status status; /* STDAILY_OK while it runs */
    int64_t files_found;   /* files seen so far; final once state is past SCANNING */
    int64_t files_total;   /* files that are new or changed and so are read; 0 while scanning */
    int64_t files_done;    /* of these, read and parsed */
    int64_t files_failed;  /* of these, those with a message (query "messages") */
    int64_t changed;       /* 1 when the refresh changed the index, else 0; final when DONE */
} stdaily_progress;

/* The library's version, "MAJOR.MINOR.PATCH".  Static; any thread. */
const char *stdaily_version(void);

/* The text of the declarations between the two markers of this header, for ffi.cdef.  Static; any
 * thread. */
const char *stdaily_declarations(void);

/* Opens the archive in the folder `path` with its index in the folder `cache_dir`; NULL means
 * $XDG_CACHE_HOME/stdaily or ~/.cache/stdaily.  The folder is not read yet: an index that exists is
 * there to query at once, a new one is empty until a refresh.  A cache file that is damaged or of
 * another version is replaced, which the "messages" query reports.
 * Sets *archive even when it fails, for stdaily_message(); only without memory is it NULL.  Give it
 * back with stdaily_close() in every case.
 * Errors: NOT_FOUND (no such folder), UNREADABLE, NO_MEMORY. */
stdaily_status stdaily_open(const char *path, const char *cache_dir, stdaily_archive **archive);

/* Cancels a refresh that still runs, waits for its threads to end and frees the handle.  Row sets
 * made from it stay valid.  NULL is ignored. */
void stdaily_close(stdaily_archive *archive);

/* One line about the last call on this handle that failed.  Valid until the next call on the
 * handle; never NULL; "" when nothing failed yet.  For NULL: says that memory ran out. */
const char *stdaily_message(const stdaily_archive *archive);

/* The archive's folder as an absolute path without links.  Valid until stdaily_close(). */
const char *stdaily_path(const stdaily_archive *archive);

/* Starts a refresh in the background: finds what was added, changed, renamed or removed, reads only
 * that, and replaces the index in one transaction.  Queries go on giving the old index until it
 * ends.  When another process refreshes the same archive, this one waits for it.
 * Errors: BUSY, NO_MEMORY, FAILED. */
stdaily_status stdaily_refresh_start(stdaily_archive *archive);

/* Fills *progress with where the refresh stands; never waits.  When it ended with an error,
 * stdaily_message() has it. */
void stdaily_refresh_progress(stdaily_archive *archive, stdaily_progress *progress);

/* Waits up to timeout_ms milliseconds (below 0: for ever) for the refresh to end.
 * Returns BUSY when it still runs, else the refresh's own status (OK when none was started). */
stdaily_status stdaily_refresh_wait(stdaily_archive *archive, int64_t timeout_ms);

/* Asks the refresh to stop; returns at once.  It ends with CANCELLED soon after, or with OK when it
 * was about to end. */
void stdaily_refresh_cancel(stdaily_archive *archive);

/* A descriptor that becomes readable when progress was made and when the refresh ends, for an event
 * loop.  Call stdaily_refresh_progress() to clear it; do not read or close it.  Valid until
 * stdaily_close(); -1 when the system gives none. */
int stdaily_refresh_fd(stdaily_archive *archive);

/* Runs the query `name` with `n_args` texts as arguments and sets *rows to its result, to be given
 * back to stdaily_rows_free().  On an error *rows is NULL.  An argument may be left out at the end;
 * it counts as "".  The queries and their columns are listed in stdaily.h below the markers.
 * Errors: INVALID (no such query, too many arguments), NOT_FOUND, UNREADABLE, NO_MEMORY. */
stdaily_status stdaily_query(stdaily_archive *archive, const char *name, const char *const *args,
                             size_t n_args, stdaily_rows **rows);

/* Corrects where a jump line or a teaser leads.  `page` and `marker` are its keys, as the queries "jumps" and
 * "teasers" give them; `target` is an article's key ("2025-05-17/page-2.txt:a1"), "none" where no story fits,
 * or "" to have it again as stdaily found it.  Queries give it from then on.
 * What a person corrected is kept outside the cache, in $XDG_DATA_HOME/stdaily/corrections.txt or
 * ~/.local/share/stdaily/corrections.txt, by the text of the pages: it holds in every archive that has these
 * pages, however their files are named.
 * Errors: INVALID (no such marker or target), NOT_FOUND (no such page), BUSY (a refresh runs), UNREADABLE,
 * NO_MEMORY. */
stdaily_status stdaily_correct(stdaily_archive *archive, const char *page, const char *marker,
                               const char *target);

/* Row sets.  Rows and columns count from 0.  A row or column out of range reads as null.  Any
 * thread, one at a time. */
int64_t stdaily_rows_count(const stdaily_rows *rows);
int64_t stdaily_rows_columns(const stdaily_rows *rows);

/* The name of a column; NULL when out of range.  Static. */
const char *stdaily_rows_name(const stdaily_rows *rows, int64_t column);

/* The column of that name; -1 when there is none. */
int64_t stdaily_rows_column(const stdaily_rows *rows, const char *name);

/* The type of a value: 0 null, 1 integer, 2 real, 3 text. */
int stdaily_rows_type(const stdaily_rows *rows, int64_t row, int64_t column);

/* A value as an integer; 0 when it is null or text. */
int64_t stdaily_rows_int(const stdaily_rows *rows, int64_t row, int64_t column);

/* A value as a real number; 0 when it is null or text. */
double stdaily_rows_real(const stdaily_rows *rows, int64_t row, int64_t column);

/* A value as text, its length in bytes in *len_bytes (may be NULL); "" when it is not text.  Valid
 * until stdaily_rows_free(). */
const char *stdaily_rows_text(const stdaily_rows *rows, int64_t row, int64_t column, size_t *len_bytes);

/* Frees a row set and all text got from it.  NULL is ignored. */
void stdaily_rows_free(stdaily_rows *rows);

/* ffi: end */
#pragma GCC visibility pop

/* Keys
 *
 * page      A page's file, relative to the archive, with `/`; the second and later pages of a file
 *           with form feeds add `@2`, `@3` ...  Bytes as in the file system.
 * article   "a1", "a2" ... by order on the page.  With its page: "2025-05-17/page-2.txt:a1".
 * marker    A jump line, "j1", "j2" ..., or a teaser, "t1", "t2" ..., by order on the page.
 * issue     Its first date and number as far as known: "2025-05-17", "2025-05-17-no191",
 *           "vol5-no191"; "" for loose pages that no issue has.
 *
 * Files     Pages are the .txt and .md files at every depth.  Names that begin with a dot are left out,
 *           files of more than 64 MiB with a message.  Symbolic links are followed, but nothing is read
 *           twice.
 *
 * Queries: name (arguments) -> columns.  A scope is "" (the whole archive), an issue, or a page.  What
 * is not known is null.
 *
 * info ()           -> path, cache_path, files, pages, issues, loose_pages, articles, jumps, linked,
 *                      missing, unmatched, teasers, teasers_linked, messages, refreshed_at (seconds
 *                      since 1970, null before the first refresh), corrected (links, by a person),
 *                      corrections_path
 * messages ()       -> path, line (or null), message: what could not be read, by file
 * issues ()         -> issue, title ("Vol. 5 No. 191, 17-18 May 2025"), paper, volume, number,
 *                      date_first, date_last, pages, articles; newest first, loose pages last
 *                      (issue "", title "Loose pages")
 * pages (scope)     -> page, issue, page_number, volume, number, date_first, date_last, not_before,
 *                      evidence (how the page was placed, in words), articles
 * articles (scope)  -> page, article, issue, issue_title, page_number, headline, kicker, bylines
 *                      (joined by ", "), line, continued_from, jump_page; issues newest first, then
 *                      page and order on it
 * article (page, article) -> the same columns, one row
 * paragraphs (page, article) -> role, text, line, spans, credit, note, marks: what a reader reads,
 *                      from the top: role is kicker, headline, deck (a line under the headline that
 *                      says more), byline (below the text where it signs it), body, crosshead,
 *                      caption, credit, continued, jump, teaser, gap, graphic or sidebar.  `spans`
 *                      maps the text to the page's lines: "OFFSET:LINE" pairs joined by ",", where byte
 *                      OFFSET of `text` is the first that comes from LINE.  `note` says what is known of a
 *                      mended, lost, doubled or interleaved stretch, and `marks` where it is:
 *                      "KIND:START:END" joined by ",", for the bytes from START up to END; KIND is
 *                      gap (lost before START), dup (doubled, and left out at START) or garble
 *                      (interleaved).  Article "" gives the page whole: articles in order, with
 *                      furniture left out.
 * mends (scope)     -> page, article, line, before, after, reason: what was mended in the articles'
 *                      words; reads every page of the scope
 * source (page)     -> text: the page's lines as OCR left them, one row a line
 * jumps (scope)     -> page, article, headline, line, jump_page, status (linked, page-missing,
 *                      unmatched), target_page, target_article, target_headline, target_line,
 *                      confidence, evidence, message (one line for a reader: where it leads, or
 *                      what is missing), marker, corrected (1 when a person said where it leads),
 *                      target_page_number
 * teasers (scope)   -> page, line, headline, section, jump_page, and status ... target_page_number
 *                      as in jumps
 * candidates (page, marker) -> page, article, issue_title, page_number, headline, line, confidence,
 *                      evidence: the stories that a marker may lead to, best first, whatever it is
 *                      linked to
 * origins (page, article) -> page, article, headline, line, confidence, evidence, message: the jump
 *                      lines and teasers that lead to this article
 * match (query, limit) -> page, article, issue, issue_title, page_number, headline, score, positions
 *                      (byte offsets into headline, joined by ","): fuzzy over all headlines, best
 *                      first; query "" gives them all, newest first
 * search (query, limit) -> page, article, issue_title, page_number, headline, line, snippet: full
 *                      text, best first
 * find (text)       -> kind (archive, issue, page, article), issue, page, article, title: what a
 *                      person named by a headline, a date, an issue, a page or a key; best first
 * dump (after, limit) -> page, json: one row a page, in order of path, from the one after the page
 *                      `after` on, so that a large archive can be taken in pieces
 */
#endif
