#include "store/path.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/hash.h"
#include "store/store.h"

enum { MOST_NAME_BYTES = 60 };

bool path_make_folders(char *path)
{
    for (char *slash = path + 1;; slash++) {
        if (*slash != '/' && *slash)
            continue;
        char cut = *slash;
        *slash = '\0';
        struct stat st;
        bool there = mkdir(path, 0700) == 0 || errno == EEXIST;
        bool is_file = there && stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
        *slash = cut;
        if (is_file)
            errno = ENOTDIR;
        if (!there || is_file)
            return false;
        if (!cut)
            return true;
    }
}

/* The cache folder; "" when nothing names one. */
static str cache_folder(arena *mem, const char *cache_dir)
{
    buf folder = buf_in(mem);
    const char *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache_dir && *cache_dir)
        buf_add(&folder, str_of(cache_dir));
    else if (xdg && xdg[0] == '/') /* a relative one is to be ignored, says the XDG specification */
        buf_addf(&folder, "%s/stdaily", xdg);
    else if (home && *home)
        buf_addf(&folder, "%s/.cache/stdaily", home);
    return buf_str(&folder);
}

static void add_safe_name(buf *out, str name)
{
    for (size_t i = 0; i < name.len && i < MOST_NAME_BYTES; i++) {
        char c = name.ptr[i];
        buf_add_char(out, ascii_is_alnum(c) || (c == '.' && i) || c == '-' ? c : '_');
    }
}

stdaily_status store_path(arena *mem, const char *archive_path, const char *cache_dir, failure *f,
                          const char **path)
{
    str folder = cache_folder(mem, cache_dir);
    if (!folder.len)
        return fail(f, STDAILY_UNREADABLE,
                    "no folder for the index of %s: neither XDG_CACHE_HOME nor HOME is set", archive_path);
    if (!path_make_folders(arena_copy(mem, folder.ptr, folder.len)))
        return fail(f, STDAILY_UNREADABLE,
                    "the cache folder %s cannot be made (%s): choose another, by cache_dir or --cache",
                    folder.ptr, strerror(errno));
    char *real = realpath(folder.ptr, NULL);
    const char *slash = strrchr(archive_path, '/');
    buf out = buf_in(mem);
    buf_addf(&out, "%s/", real ? real : folder.ptr);
    free(real);
    add_safe_name(&out, str_of(slash ? slash + 1 : archive_path));
    buf_addf(&out, "-%016" PRIx64 ".sqlite3", hash_bytes(str_of(archive_path)));
    *path = out.ptr;
    return STDAILY_OK;
}
