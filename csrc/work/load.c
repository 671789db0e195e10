#include "work/load.h"

#include <inttypes.h>
#include <time.h>
#include <uv.h>

#include "base/buf.h"
#include "base/hash.h"

#define SECOND_NS INT64_C(1000000000)

static int64_t time_ns(uv_timespec_t t)
{
    return (int64_t)t.tv_sec * SECOND_NS + t.tv_nsec;
}

/* A file that was written just now may be written again without a change of its times, which tick
 * coarsely; on some file systems in whole seconds. */
static bool is_recent(int64_t ctime_ns)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t age_ns = (int64_t)now.tv_sec * SECOND_NS + now.tv_nsec - ctime_ns;
    return age_ns < (ctime_ns % SECOND_NS == 0 ? 3 * SECOND_NS : SECOND_NS / 10);
}

static int get_stat(uv_file file, uv_stat_t *st)
{
    uv_fs_t request;
    int code = uv_fs_fstat(NULL, &request, file, NULL);
    *st = request.statbuf;
    uv_fs_req_cleanup(&request);
    return code;
}

static int read_some(uv_file file, char *to, size_t len)
{
    uv_fs_t request;
    uv_buf_t piece = uv_buf_init(to, (unsigned)len);
    int got = uv_fs_read(NULL, &request, file, &piece, 1, -1, NULL);
    uv_fs_req_cleanup(&request);
    return got;
}

/* Up to `size` bytes; a code of libuv, or 0. */
static int read_all(uv_file file, char *to, int64_t size_bytes, size_t *len)
{
    *len = 0;
    while (*len < (size_t)size_bytes) {
        int got = read_some(file, to + *len, (size_t)size_bytes - *len);
        if (got < 0)
            return got;
        if (got == 0)
            break;
        *len += (size_t)got;
    }
    return 0;
}

static void set_state(file_state *state, const uv_stat_t *st)
{
    state->size_bytes = (int64_t)st->st_size;
    state->mtime_ns = time_ns(st->st_mtim);
    state->ctime_ns = time_ns(st->st_ctim);
    state->inode = (int64_t)st->st_ino;
}

static bool same_state(const file_state *a, const file_state *b)
{
    return a->size_bytes == b->size_bytes && a->mtime_ns == b->mtime_ns && a->ctime_ns == b->ctime_ns;
}

/* Reads what has the size that l->state says, and sets the state to what it was then.  Allocates nothing,
 * so that no file is left open when memory runs out. */
static int read_open(uv_file file, char *to, loaded *l)
{
    uv_stat_t st;
    file_state after = {0};
    int code = get_stat(file, &st);
    if (code)
        return code;
    if (!S_ISREG(st.st_mode)) {
        l->gone = true;
        return 0;
    }
    size_t len;
    code = read_all(file, to, l->state.size_bytes, &len);
    l->bytes = (str){to, len};
    set_state(&l->state, &st);
    if (!code)
        code = get_stat(file, &st);
    set_state(&after, &st);
    l->state.doubtful = is_recent(l->state.ctime_ns) || !same_state(&l->state, &after);
    return code;
}

static int read_file(arena *mem, const char *name, loaded *l)
{
    uv_fs_t request;
    const int flags = UV_FS_O_RDONLY | UV_FS_O_NONBLOCK | UV_FS_O_NOCTTY;
    char *to = arena_alloc(mem, (size_t)l->state.size_bytes + 1);
    uv_file file = uv_fs_open(NULL, &request, name, flags, 0, NULL);
    uv_fs_req_cleanup(&request);
    if (file < 0) {
        l->gone = file == UV_ENOENT;
        return l->gone ? 0 : file;
    }
    int code = read_open(file, to, l);
    uv_fs_close(NULL, &request, file, NULL);
    uv_fs_req_cleanup(&request);
    return code;
}

static str too_large(arena *mem, int64_t size_bytes)
{
    buf text = buf_in(mem);
    buf_addf(&text, "not read: it has %" PRId64 " bytes and the most for a file is %" PRId64 ": split it",
             size_bytes, MOST_FILE_BYTES);
    return buf_str(&text);
}

static str cannot_read(arena *mem, int code)
{
    buf text = buf_in(mem);
    buf_addf(&text, "cannot be read: %s", uv_strerror(code));
    return buf_str(&text);
}

loaded load_file(arena *mem, const char *root, const file_state *seen)
{
    loaded l = {.bytes = {"", 0}, .error = {"", 0}, .state = *seen};
    l.state.doubtful = false;
    buf name = buf_in(mem);
    buf_addf(&name, "%s/", root);
    buf_add(&name, seen->path);
    /* Once more when it has grown since it was seen; after that, doubt leaves it to the next refresh. */
    for (int tries = 0; tries < 2 && !l.gone && !l.error.len; tries++) {
        int64_t size_bytes = l.state.size_bytes;
        int code = size_bytes > MOST_FILE_BYTES ? 0 : read_file(mem, name.ptr, &l);
        if (size_bytes > MOST_FILE_BYTES)
            l.error = too_large(mem, size_bytes);
        else if (code)
            l.error = cannot_read(mem, code);
        l.state.doubtful = l.state.doubtful || code;
        if (l.state.size_bytes == size_bytes)
            break;
    }
    l.state.hash = hash_bytes(l.error.len ? l.error : l.bytes);
    return l;
}
