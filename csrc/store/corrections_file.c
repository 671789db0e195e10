/* The file of the corrected links: never half written, never lost. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/corrections.h"
#include "store/path.h"

enum { MOST_FILE_BYTES = 64 * 1024 * 1024 };

str corrections_path(arena *mem)
{
    buf path = buf_in(mem);
    const char *xdg = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (xdg && xdg[0] == '/')
        buf_addf(&path, "%s/stdaily/corrections.txt", xdg);
    else if (home && *home)
        buf_addf(&path, "%s/.local/share/stdaily/corrections.txt", home);
    return buf_str(&path);
}

static stdaily_status cannot(failure *f, const char *what, const char *path)
{
    return fail(f, STDAILY_UNREADABLE, "%s cannot be %s: %s", path, what, strerror(errno));
}

/* Up to `size` bytes of it; -1 on an error. */
static ssize_t read_file(const char *path, char *bytes, size_t size)
{
    size_t len = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : 1;
    while (n > 0 && len < size) {
        n = read(fd, bytes + len, size - len);
        len += n > 0 ? (size_t)n : 0;
        if (n < 0 && errno == EINTR)
            n = 1;
    }
    int code = errno;
    if (fd >= 0)
        close(fd);
    errno = code;
    return n < 0 ? -1 : (ssize_t)len;
}

/* No file is open while the arena may fail; one that grew meanwhile is read again. */
static stdaily_status load(arena *mem, const char *path, failure *f, str *text)
{
    struct stat st;
    *text = STR("");
    for (;;) {
        if (!*path || (stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR)))
            return STDAILY_OK;
        if (stat(path, &st) != 0)
            return cannot(f, "read", path);
        if (!S_ISREG(st.st_mode) || st.st_size > MOST_FILE_BYTES)
            return fail(f, STDAILY_UNREADABLE, "%s is no list of corrected links: move it away", path);
        size_t size = (size_t)st.st_size;
        char *bytes = arena_alloc(mem, size + 1);
        ssize_t len = read_file(path, bytes, size + 1);
        if (len < 0)
            return cannot(f, "read", path);
        *text = (str){bytes, (size_t)len};
        if ((size_t)len <= size)
            return STDAILY_OK;
    }
}

corrections corrections_load(arena *mem, const char *path)
{
    corrections c = {.path = path, .problem = STR("")};
    failure f;
    if (load(mem, path, &f, &c.text) != STDAILY_OK) {
        size_t n = strlen(path);
        bool named =
            strncmp(f.message, path, n) == 0 && f.message[n] == ' '; /* it is listed beside the path */
        str problem = str_of(named ? f.message + n + 1 : f.message);
        c.problem = (str){arena_copy(mem, problem.ptr, problem.len), problem.len};
    }
    return c;
}

static bool write_all(int fd, str text)
{
    while (text.len) {
        ssize_t n = write(fd, text.ptr, text.len);
        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0)
            text = str_from(text, (size_t)n);
    }
    return true;
}

/* Writes beside the file what takes its place when it is safe on the disk. */
static bool replace(arena *mem, const char *path, int folder, str text)
{
    struct stat st;
    mode_t mode = stat(path, &st) == 0 ? st.st_mode & 0777 : 0600;
    buf beside = buf_in(mem);
    buf_addf(&beside, "%s.new", path);
    int fd = open(beside.ptr, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool good = fchmod(fd, mode) == 0 && write_all(fd, text) && fsync(fd) == 0;
    int code = errno;
    close(fd);
    errno = code;
    good = good && rename(beside.ptr, path) == 0;
    code = errno;
    if (good)
        fsync(folder); /* some file systems cannot */
    else
        unlink(beside.ptr);
    errno = code;
    return good;
}

/* One process at a time: the folder is the lock. */
static int lock(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (fd >= 0 && flock(fd, LOCK_EX) != 0 && errno == EINTR)
        ;
    return fd;
}

/* The file that a link at `path` stands for, and its folder, which is made. */
static bool find_file(arena *mem, const char *path, const char **file, char **folder)
{
    char real[PATH_MAX];
    if (!realpath(path, real))
        snprintf(real, sizeof real, "%s", path);
    *file = arena_copy(mem, real, strlen(real));
    *folder = arena_copy(mem, real, strlen(real));
    char *slash = strrchr(*folder, '/');
    if (slash)
        *slash = '\0';
    return path_make_folders(*folder);
}

static stdaily_status edit_file(arena *mem, const char *path, const correction *c, failure *f,
                                volatile int *held)
{
    const char *file;
    char *folder;
    str text;
    if (!find_file(mem, path, &file, &folder))
        return fail(f, STDAILY_UNREADABLE, "the folder %s for corrected links cannot be made: %s", folder,
                    strerror(errno));
    *held = lock(folder);
    if (*held < 0)
        return cannot(f, "opened", folder);
    stdaily_status status = load(mem, file, f, &text);
    if (status == STDAILY_OK && !replace(mem, file, *held, corrections_edit(mem, text, c)))
        status = cannot(f, "written", file);
    return status;
}

stdaily_status corrections_save(const char *path, const correction *c, failure *f)
{
    if (!*path)
        return fail(f, STDAILY_UNREADABLE,
                    "no folder for corrected links: neither XDG_DATA_HOME nor HOME is set");
    arena mem = {0};
    volatile int held = -1;
    stdaily_status status;
    if (ARENA_FAILED(&mem))
        status = fail(f, STDAILY_NO_MEMORY, "memory ran out");
    else
        status = edit_file(&mem, path, c, f, &held);
    if (held >= 0)
        close(held);
    arena_free(&mem);
    return status;
}
