/* One refresh of an index, from its BEGIN to its COMMIT: what its steps share. */
#ifndef STDAILY_WORK_SESSION_H
#define STDAILY_WORK_SESSION_H

#include "store/clue_words.h"
#include "store/label_pages.h"
#include "store/pages.h"
#include "store/store.h"
#include "work/batch.h"
#include "work/scan.h"
#include "work/watch.h"

typedef struct session {
    store *store;
    db *db;
    const char *root, *corrections_path;
    watch *watch;
    failure *failure;
    stdaily_status status; /* the first error */
    arena mem;             /* when it or the next two fail, all that is named here is freed */
    arena files_mem, words_mem;
    pool pool;
    scan scan;
    lexicon *words;         /* what is to be added to the archive's words; NULL for nothing yet */
    clue_delta *clue_words; /* likewise, by their keys in clues */
    rarity_change changed_words;
    label_delta *labels; /* of the pages that came and went */
    label_news news;     /* by which pages are decided */
    int64_t *undecided;  /* pages that came */
    size_t n_undecided, undecided_capacity;
    int64_t *touched; /* issues that lost a page */
    size_t n_touched, touched_capacity;
    job *taken, *starting; /* jobs that the pool does not hold */
    bool changed;
} session;

/* Notes an error of the database or a wish to stop; true to go on. */
bool session_going(session *s);
void session_out_of_memory(session *s);

/* Starts a batch for as many of n items as make one; returns how many.  `add` takes the next of them into it.
 */
size_t session_start_batch(session *s, const batch_kind *kind, const void *items, size_t n,
                           bool (*add)(session *s, batch *b, const void *items),
                           void (*finish)(session *s, job *j));
/* Waits for all jobs that run, which are cancelled when the session is not going on. */
void session_finish_jobs(session *s, void (*finish)(session *s, job *j));

typedef struct work_item {
    const file_state *known; /* NULL: a new file */
    const found_file *found; /* NULL: one that is not there any more */
} work_item;

file_state work_seen_state(const found_file *file);

/* Reads the files, and replaces in the index what it has of them. */
void session_read(session *s, const work_item *items, size_t n);

/* An issue that lost a page. */
void session_touch(session *s, int64_t issue_id);

/* Adds to, or takes from, the words' counts of pages. */
void session_count_clues(session *s, const page_digest *digest, int32_t count);
void session_add_words(session *s, const lexicon *words);

/* Finds the articles of the pages that came, and of those where they change which labels stand. */
void session_decide(session *s);

/* Places all pages, and links what that and the read files touched. */
void session_link(session *s);

#endif
