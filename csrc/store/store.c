#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/schema.h"

struct store {
    db *db;
    char *path, *archive_path;
    int64_t made_at; /* tells one index at this path from its successor */
    dev_t device;
    ino_t inode;
};

db *store_db(store *s)
{
    return s->db;
}

stdaily_status store_status(store *s, failure *f)
{
    stdaily_status status = db_status(s->db);
    if (status == STDAILY_OK)
        return STDAILY_OK;
    if (status == STDAILY_NO_MEMORY)
        return fail(f, status, "memory ran out");
    if (db_damaged(s->db))
        return fail(f, status, "the index %s is damaged (%s); a refresh makes it anew", s->path,
                    db_message(s->db));
    return fail(f, status, "the index %s cannot be used: %s", s->path, db_message(s->db));
}

int64_t store_generation(store *s)
{
    return db_get(s->db, "SELECT sum(value) FROM meta WHERE name IN ('made', 'generation')", "");
}

bool store_is_current(const store *s)
{
    struct stat st;
    return s->db && stat(s->path, &st) == 0 && st.st_dev == s->device && st.st_ino == s->inode;
}

/* One process at a time makes or replaces an index: the folder is the lock. */
static int lock_folder(const char *path)
{
    arena mem = {0};
    if (ARENA_FAILED(&mem)) {
        arena_free(&mem);
        return -1;
    }
    char *folder = arena_copy(&mem, path, strlen(path));
    char *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
    int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    arena_free(&mem);
    while (fd >= 0 && flock(fd, LOCK_EX) != 0 && errno == EINTR)
        ;
    return fd;
}

static void open_db(store *s)
{
    db_close(s->db);
    if (db_open(s->path, &s->db) == STDAILY_OK)
        db_script(s->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                         "PRAGMA journal_size_limit = 33554432;"
                         "PRAGMA temp_store = MEMORY;");
}

static void create(store *s, const char *reason)
{
    db_script(s->db, "BEGIN IMMEDIATE");
    schema_create(s->db, str_of(s->archive_path));
    if (reason) {
        char text[128];
        snprintf(text, sizeof text, "the index was %s and is made anew", reason);
        db_run(s->db, "INSERT INTO message VALUES (?1, NULL, ?2, ?3)", "ssi", str_of(s->path), str_of(text),
               (int64_t)MESSAGE_OF_CACHE);
    }
    db_script(s->db, "COMMIT");
}

static int64_t made_at(store *s)
{
    return db_get(s->db, "SELECT value FROM meta WHERE name = 'made'", "");
}

/* Under the lock: looks again, since another process may just have done it. */
static void create_or_replace(store *s, bool damaged)
{
    static const char *const reasons[] = {[SCHEMA_NONE] = NULL,
                                          [SCHEMA_OURS] = "damaged",
                                          [SCHEMA_OLD] = "of another version of stdaily",
                                          [SCHEMA_FOREIGN] = "not one of this archive"};
    schema_state state = schema_look(s->db, str_of(s->archive_path));
    if (db_damaged(s->db))
        damaged = true;
    else if (damaged && state == SCHEMA_OURS && made_at(s) != s->made_at)
        damaged = false;
    else if (db_status(s->db) != STDAILY_OK)
        return;
    if (damaged || state > SCHEMA_OURS)
        db_reset(s->db);
    if (damaged || state != SCHEMA_OURS)
        create(s, damaged ? reasons[SCHEMA_OURS] : reasons[state]);
}

static void open_ours(store *s, bool damaged)
{
    open_db(s);
    if (!s->db)
        return;
    bool ours = schema_look(s->db, str_of(s->archive_path)) == SCHEMA_OURS;
    stdaily_status status = db_status(s->db);
    bool another_makes_it = status == STDAILY_BUSY;
    if (status == STDAILY_OK ? ours && !damaged : !db_damaged(s->db) && !another_makes_it)
        return;
    int lock = lock_folder(s->path);
    open_db(s);
    if (s->db)
        create_or_replace(s, damaged);
    if (lock >= 0)
        close(lock);
}

stdaily_status store_renew(store *s, bool damaged, failure *f)
{
    s->inode = 0; /* not current until all of this went well */
    open_ours(s, damaged);
    if (!s->db)
        return fail(f, STDAILY_NO_MEMORY, "memory ran out");
    s->made_at = made_at(s);
    if (store_status(s, f) != STDAILY_OK)
        return db_status(s->db);
    struct stat st;
    if (stat(s->path, &st) != 0)
        return fail(f, STDAILY_UNREADABLE, "the index %s cannot be read: %s", s->path, strerror(errno));
    s->device = st.st_dev;
    s->inode = st.st_ino;
    return STDAILY_OK;
}

stdaily_status store_open(const char *path, const char *archive_path, failure *f, store **out)
{
    *out = NULL;
    store *s = calloc(1, sizeof *s);
    if (s) {
        s->path = strdup(path);
        s->archive_path = strdup(archive_path);
    }
    stdaily_status status = s && s->path && s->archive_path ? store_renew(s, false, f)
                                                            : fail(f, STDAILY_NO_MEMORY, "memory ran out");
    if (status == STDAILY_OK)
        *out = s;
    else
        store_close(s);
    return status;
}

void store_close(store *s)
{
    if (!s)
        return;
    db_close(s->db);
    free(s->archive_path);
    free(s->path);
    free(s);
}
