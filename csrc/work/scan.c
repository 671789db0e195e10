#include "work/scan.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/sort.h"
#include "work/huge.h"

/* Folders and links that are still to be looked at. */
typedef struct path_list {
    str *items;
    size_t n, capacity;
} path_list;

typedef struct folder_id {
    uint64_t device, inode;
    bool used;
} folder_id;

typedef struct walker {
    arena *mem;
    watch *watch;
    str root;
    buf full_path;
    path_list folders; /* a stack */
    path_list links;   /* found on this level, for the next */
    folder_id *seen;   /* a hash table */
    size_t n_seen, seen_size;
    size_t file_capacity, message_capacity;
    int32_t level; /* symbolic links followed so far */
    scan *out;
    uv_fs_t listing;
    bool listing_open;
} walker;

static void push(walker *w, path_list *list, str path)
{
    list->items = arena_grow(w->mem, list->items, list->n, &list->capacity, sizeof *list->items);
    list->items[list->n++] = path;
}

static void add_message(walker *w, str path, int code)
{
    scan *out = w->out;
    buf text = buf_in(w->mem);
    buf_addf(&text, "cannot be read: %s", uv_strerror(code));
    out->messages =
        arena_grow(w->mem, out->messages, out->n_messages, &w->message_capacity, sizeof *out->messages);
    out->messages[out->n_messages++] = (scan_message){path, buf_str(&text)};
}

static const char *full_path(walker *w, str path)
{
    w->full_path.len = 0;
    buf_add(&w->full_path, w->root);
    if (path.len) {
        buf_add_char(&w->full_path, '/');
        buf_add(&w->full_path, path);
    }
    return w->full_path.ptr;
}

static folder_id *seen_slot(folder_id *table, size_t size, uint64_t device, uint64_t inode)
{
    const uint64_t id[2] = {device, inode};
    size_t at = hash_bytes((str){(const char *)id, sizeof id}) & (size - 1);
    while (table[at].used && (table[at].device != device || table[at].inode != inode))
        at = (at + 1) & (size - 1);
    return &table[at];
}

static void grow_seen(walker *w)
{
    size_t size = w->seen_size ? w->seen_size * 2 : 256;
    folder_id *table = arena_array(w->mem, size, sizeof *table);
    for (size_t i = 0; i < w->seen_size; i++)
        if (w->seen[i].used)
            *seen_slot(table, size, w->seen[i].device, w->seen[i].inode) = w->seen[i];
    w->seen = table;
    w->seen_size = size;
}

/* True the first time for each folder. */
static bool enter(walker *w, const uv_stat_t *st)
{
    if (w->n_seen * 2 >= w->seen_size)
        grow_seen(w);
    folder_id *slot = seen_slot(w->seen, w->seen_size, st->st_dev, st->st_ino);
    if (slot->used)
        return false;
    *slot = (folder_id){st->st_dev, st->st_ino, true};
    w->n_seen++;
    return true;
}

static int64_t time_ns(uv_timespec_t t)
{
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void add_file(walker *w, str path, const uv_stat_t *st)
{
    scan *out = w->out;
    out->files = arena_grow(w->mem, out->files, out->n_files, &w->file_capacity, sizeof *out->files);
    out->files[out->n_files++] = (found_file){.path = path,
                                              .size_bytes = (int64_t)st->st_size,
                                              .mtime_ns = time_ns(st->st_mtim),
                                              .ctime_ns = time_ns(st->st_ctim),
                                              .inode = (int64_t)st->st_ino,
                                              .device = (int64_t)st->st_dev,
                                              .links = w->level};
}

static bool is_page_file(str path)
{
    return (path.len > 4 && str_ends_nocase(path, STR(".txt"))) ||
           (path.len > 3 && str_ends_nocase(path, STR(".md")));
}

static bool get_stat(walker *w, str path, uv_stat_t *st, int *code)
{
    uv_fs_t request;
    *code = uv_fs_stat(NULL, &request, full_path(w, path), NULL);
    *st = request.statbuf;
    uv_fs_req_cleanup(&request);
    return *code == 0;
}

/* A file, or what a symbolic link leads to. */
static void look(walker *w, str path)
{
    uv_stat_t st;
    int code;
    if (!get_stat(w, path, &st, &code)) {
        /* One that is gone by now was never there. */
        if (is_page_file(path) && (w->level || code != UV_ENOENT))
            add_message(w, path, code);
    } else if (S_ISDIR(st.st_mode)) {
        push(w, &w->folders, path);
    } else if (S_ISREG(st.st_mode) && is_page_file(path)) {
        add_file(w, path, &st);
    }
}

static str join(walker *w, str folder, const char *name)
{
    buf path = buf_in(w->mem);
    if (folder.len) {
        buf_add(&path, folder);
        buf_add_char(&path, '/');
    }
    buf_add(&path, str_of(name));
    return buf_str(&path);
}

/* Where the file system does not tell a link by its listing. */
static void look_first(walker *w, str path)
{
    uv_fs_t request;
    int code = uv_fs_lstat(NULL, &request, full_path(w, path), NULL);
    bool is_link = code == 0 && S_ISLNK(request.statbuf.st_mode);
    uv_fs_req_cleanup(&request);
    if (is_link)
        push(w, &w->links, path);
    else
        look(w, path);
}

static void list_folder(walker *w, str folder)
{
    uv_dirent_t entry;
    while (uv_fs_scandir_next(&w->listing, &entry) != UV_EOF) {
        if (entry.name[0] == '.')
            continue;
        bool file = entry.type == UV_DIRENT_FILE;
        if (file && !is_page_file(str_of(entry.name)))
            continue;
        if (entry.type == UV_DIRENT_DIR)
            push(w, &w->folders, join(w, folder, entry.name));
        else if (entry.type == UV_DIRENT_LINK)
            push(w, &w->links, join(w, folder, entry.name));
        else if (file)
            look(w, join(w, folder, entry.name));
        else if (entry.type == UV_DIRENT_UNKNOWN)
            look_first(w, join(w, folder, entry.name));
    }
}

/* 0, or the reason why the folder cannot be read. */
static int walk_folder(walker *w, str folder)
{
    uv_stat_t st;
    int code;
    if (!get_stat(w, folder, &st, &code))
        return code;
    if (!enter(w, &st))
        return 0;
    size_t before = w->out->n_files;
    code = uv_fs_scandir(NULL, &w->listing, full_path(w, folder), 0, NULL);
    w->listing_open = true;
    if (code >= 0)
        list_folder(w, folder);
    uv_fs_req_cleanup(&w->listing);
    w->listing_open = false;
    watch_count(w->watch, (int64_t)(w->out->n_files - before), 0, 0, 0);
    return code < 0 ? code : 0;
}

static int compare_paths(const void *a, const void *b)
{
    return str_compare(*(const str *)a, *(const str *)b);
}

/* The folders on the stack and all below them; false when cancelled. */
static bool walk_folders(walker *w)
{
    while (w->folders.n) {
        str folder = w->folders.items[--w->folders.n];
        if (watch_cancelled(w->watch))
            return false;
        int code = walk_folder(w, folder);
        if (code)
            add_message(w, folder, code);
    }
    return true;
}

/* What the links of a level lead to comes after all that has fewer links before it, so that a folder
 * keeps its own name if it has one in the archive, and the order of listing changes nothing. */
static bool walk_links(walker *w)
{
    while (w->links.n) {
        path_list level = w->links;
        w->links = (path_list){0};
        w->level++;
        qsort(level.items, level.n, sizeof *level.items, compare_paths);
        for (size_t i = 0; i < level.n; i++) {
            look(w, level.items[i]);
            if (!walk_folders(w))
                return false;
        }
    }
    return true;
}

static int compare_files(const void *a, const void *b)
{
    return str_compare(((const found_file *)a)->path, ((const found_file *)b)->path);
}

static int compare_identity(const void *a, const void *b)
{
    const found_file *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    if (x->inode != y->inode)
        return x->inode < y->inode ? -1 : 1;
    return x->links != y->links ? (x->links > y->links) - (x->links < y->links) : compare_files(a, b);
}

static int compare_messages(const void *a, const void *b)
{
    return str_compare(((const scan_message *)a)->path, ((const scan_message *)b)->path);
}

/* Drops what only links lead to a second time. */
static void drop_repeated(walker *w)
{
    scan *out = w->out;
    size_t n = 0;
    qsort(out->files, out->n_files, sizeof *out->files, compare_identity);
    for (size_t i = 0; i < out->n_files; i++) {
        const found_file *file = &out->files[i], *before = n ? &out->files[n - 1] : NULL;
        if (file->links && before && file->device == before->device && file->inode == before->inode)
            continue;
        out->files[n++] = *file;
    }
    watch_count(w->watch, (int64_t)n - (int64_t)out->n_files, 0, 0, 0);
    out->n_files = n;
}

static stdaily_status run(walker *w, failure *f)
{
    int code = walk_folder(w, STR(""));
    if (code)
        return fail(f, code == UV_ENOENT || code == UV_ENOTDIR ? STDAILY_NOT_FOUND : STDAILY_UNREADABLE,
                    "the archive %s cannot be read: %s", w->root.ptr, uv_strerror(code));
    if (!walk_folders(w) || !walk_links(w))
        return fail(f, STDAILY_CANCELLED, "the refresh was cancelled");
    scan *out = w->out;
    if (w->level)
        drop_repeated(w);
    sort_items(out->files, out->n_files, sizeof *out->files, compare_files);
    sort_items(out->messages, out->n_messages, sizeof *out->messages, compare_messages);
    return STDAILY_OK;
}

/* Apart from scan_archive(), so that what the walker holds is sound after the jump. */
static stdaily_status run_guarded(walker *w, failure *f)
{
    if (!ARENA_FAILED(w->mem))
        return run(w, f);
    if (w->listing_open)
        uv_fs_req_cleanup(&w->listing);
    return fail(f, STDAILY_NO_MEMORY, "memory ran out");
}

stdaily_status scan_archive(const char *root, watch *w, failure *f, scan *out)
{
    *out = (scan){.mem = {.source = huge_alloc}};
    walker walk = {
        .mem = &out->mem, .watch = w, .root = str_of(root), .full_path = buf_in(&out->mem), .out = out};
    return run_guarded(&walk, f);
}

void scan_free(scan *s)
{
    arena_free(&s->mem);
}
