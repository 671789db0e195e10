/* stdaily for a Lua without LuaJIT's ffi: one source for Lua 5.1, 5.2, 5.3 and 5.4.
 *
 * It gives the same archive object as lua/stdaily/core/ffi.lua, which documents it.  What fails
 * gives nil and a message.  A method raises an error only where its first argument is no archive.
 */
#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "stdaily.h"

#define ARCHIVE "stdaily.archive"
#define ROWS "stdaily.rows"
#define LONGEST_MS 1e12 /* what is longer is for ever, and fits an integer */
#define CLOSED "this archive is closed: open it again"

enum { MAX_ARGS = 8, NUMBER_SIZE = 64 };

typedef struct archive_box {
    stdaily_archive *archive; /* NULL when closed */
} archive_box;

/* Row sets live in a box of their own while Lua copies them: an error of Lua's, out of memory, jumps
 * over the code that would free them, and then __gc does. */
typedef struct rows_box {
    stdaily_rows *rows;
} rows_box;

static int fail(lua_State *L, const char *message)
{
    lua_pushnil(L);
    lua_pushstring(L, message);
    return 2;
}

static void push_int(lua_State *L, int64_t value)
{
#if LUA_VERSION_NUM >= 503
    lua_pushinteger(L, (lua_Integer)value);
#else
    lua_pushnumber(L, (lua_Number)value);
#endif
}

static void set_int(lua_State *L, const char *key, int64_t value)
{
    push_int(L, value);
    lua_setfield(L, -2, key);
}

static void set_bool(lua_State *L, const char *key, bool value)
{
    lua_pushboolean(L, value);
    lua_setfield(L, -2, key);
}

/* The archive of a method call; NULL when it is closed. */
static stdaily_archive *self_of(lua_State *L)
{
    archive_box *box = luaL_checkudata(L, 1, ARCHIVE);
    return box->archive;
}

static int report(lua_State *L, stdaily_archive *archive, stdaily_status status)
{
    if (status != STDAILY_OK)
        return fail(L, stdaily_message(archive));
    lua_pushboolean(L, 1);
    return 1;
}

/* Arguments */

/* Puts the text of an argument, which may be nil or a number, in *text; false when it is something
 * else or holds a NUL byte.  The text belongs to the stack's slot `index`. */
static bool take_text(lua_State *L, int index, const char **text)
{
    char number[NUMBER_SIZE];
    size_t len;
    switch (lua_type(L, index)) {
    case LUA_TNONE:
    case LUA_TNIL:
        *text = "";
        return true;
    case LUA_TNUMBER:
        snprintf(number, sizeof number, "%.14g", (double)lua_tonumber(L, index));
        lua_pushstring(L, number);
        lua_replace(L, index);
        *text = lua_tostring(L, index);
        return true;
    case LUA_TSTRING:
        *text = lua_tolstring(L, index, &len);
        return strlen(*text) == len;
    default:
        return false;
    }
}

/* Collects the arguments from stack slot 3 on; nil at the end counts as left out.  Gives the number of the
 * first bad one, or 0. */
static int take_args(lua_State *L, const char **args, size_t *n_args)
{
    int top = lua_gettop(L);
    while (top >= 3 && lua_isnil(L, top))
        top--;
    *n_args = 0;
    for (int index = 3; index <= top; index++) {
        if (!take_text(L, index, &args[*n_args]))
            return index - 2;
        ++*n_args;
    }
    return 0;
}

/* Rows */

static int rows_gc(lua_State *L)
{
    rows_box *box = lua_touserdata(L, 1);
    stdaily_rows_free(box->rows);
    box->rows = NULL;
    return 0;
}

static rows_box *push_rows_box(lua_State *L)
{
    rows_box *box = lua_newuserdata(L, sizeof *box);
    box->rows = NULL;
    luaL_getmetatable(L, ROWS);
    lua_setmetatable(L, -2);
    return box;
}

/* Pushes a value; pushes nothing and returns false for null. */
static bool push_value(lua_State *L, const stdaily_rows *rows, int64_t row, int64_t column)
{
    size_t len;
    const char *text;
    switch (stdaily_rows_type(rows, row, column)) {
    case 1:
        push_int(L, stdaily_rows_int(rows, row, column));
        return true;
    case 2:
        lua_pushnumber(L, (lua_Number)stdaily_rows_real(rows, row, column));
        return true;
    case 3:
        text = stdaily_rows_text(rows, row, column, &len);
        lua_pushlstring(L, text, len);
        return true;
    default:
        return false;
    }
}

/* Pushes the array of rows.  The columns' names are pushed once and copied from the stack. */
static bool push_rows(lua_State *L, const stdaily_rows *rows)
{
    int n_columns = (int)stdaily_rows_columns(rows);
    int64_t count = stdaily_rows_count(rows);
    if (!lua_checkstack(L, n_columns + 8))
        return false;
    int names = lua_gettop(L) + 1;
    for (int column = 0; column < n_columns; column++)
        lua_pushstring(L, stdaily_rows_name(rows, column));
    lua_createtable(L, (int)count, 0);
    for (int64_t row = 0; row < count; row++) {
        lua_createtable(L, 0, n_columns);
        for (int column = 0; column < n_columns; column++) {
            lua_pushvalue(L, names + column);
            if (push_value(L, rows, row, column))
                lua_rawset(L, -3);
            else
                lua_pop(L, 1);
        }
        lua_rawseti(L, -2, (int)row + 1);
    }
    return true;
}

/* Methods */

static int archive_query(lua_State *L)
{
    const char *args[MAX_ARGS], *name;
    size_t n_args;
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    if (lua_gettop(L) > MAX_ARGS + 2)
        return fail(L, "query: too many arguments");
    if (!take_text(L, 2, &name))
        return fail(L, "query: the name must be a text without NUL bytes");
    int bad = take_args(L, args, &n_args);
    if (bad) {
        lua_pushnil(L);
        lua_pushfstring(L, "query %s: argument %d must be a text without NUL bytes, or a number", name, bad);
        return 2;
    }
    rows_box *box = push_rows_box(L);
    if (stdaily_query(archive, name, args, n_args, &box->rows) != STDAILY_OK)
        return fail(L, stdaily_message(archive));
    if (!push_rows(L, box->rows))
        return fail(L, "query: memory ran out");
    stdaily_rows_free(box->rows);
    box->rows = NULL;
    return 1;
}

static int archive_correct(lua_State *L)
{
    const char *page, *marker, *target;
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    lua_settop(L, 4);
    if (!take_text(L, 2, &page) || !take_text(L, 3, &marker) || !take_text(L, 4, &target))
        return fail(L, "correct: page, marker and target must be texts without NUL bytes");
    return report(L, archive, stdaily_correct(archive, page, marker, target));
}

static int archive_refresh(lua_State *L)
{
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    return report(L, archive, stdaily_refresh_start(archive));
}

static int archive_progress(lua_State *L)
{
    static const char *const states[] = {"idle", "scanning", "reading", "linking", "done"};
    stdaily_progress progress;
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    stdaily_refresh_progress(archive, &progress);
    lua_createtable(L, 0, 9);
    lua_pushstring(L, states[progress.state]);
    lua_setfield(L, -2, "state");
    set_int(L, "status", progress.status);
    set_bool(L, "ok", progress.status == STDAILY_OK);
    set_bool(L, "cancelled", progress.status == STDAILY_CANCELLED);
    set_int(L, "files_found", progress.files_found);
    set_int(L, "files_total", progress.files_total);
    set_int(L, "files_done", progress.files_done);
    set_int(L, "files_failed", progress.files_failed);
    set_bool(L, "changed", progress.changed != 0);
    return 1;
}

static int archive_wait(lua_State *L)
{
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    double timeout_ms = (double)lua_tonumber(L, 2);
    bool forever = !lua_isnumber(L, 2) || !(timeout_ms >= 0 && timeout_ms < LONGEST_MS);
    stdaily_status status = stdaily_refresh_wait(archive, forever ? -1 : (int64_t)timeout_ms);
    if (status == STDAILY_BUSY) {
        lua_pushboolean(L, 0);
        return 1;
    }
    return report(L, archive, status);
}

static int archive_cancel(lua_State *L)
{
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    stdaily_refresh_cancel(archive);
    lua_pushboolean(L, 1);
    return 1;
}

static int archive_fd(lua_State *L)
{
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    int fd = stdaily_refresh_fd(archive);
    if (fd < 0)
        return fail(L, "this system gives no descriptor to wait on");
    push_int(L, fd);
    return 1;
}

static int archive_message(lua_State *L)
{
    stdaily_archive *archive = self_of(L);
    lua_pushstring(L, archive ? stdaily_message(archive) : CLOSED);
    return 1;
}

static int archive_path(lua_State *L)
{
    stdaily_archive *archive = self_of(L);
    if (!archive)
        return fail(L, CLOSED);
    lua_pushstring(L, stdaily_path(archive));
    return 1;
}

static int archive_close(lua_State *L)
{
    archive_box *box = luaL_checkudata(L, 1, ARCHIVE);
    stdaily_close(box->archive);
    box->archive = NULL;
    lua_pushboolean(L, 1);
    return 1;
}

/* Module */

static int module_open(lua_State *L)
{
    const char *path, *cache_dir;
    if (lua_type(L, 1) != LUA_TSTRING || !take_text(L, 1, &path))
        return fail(L, "open: the folder must be a text without NUL bytes");
    if (!take_text(L, 2, &cache_dir))
        return fail(L, "open: cache_dir must be a text without NUL bytes");
    archive_box *box = lua_newuserdata(L, sizeof *box);
    box->archive = NULL;
    luaL_getmetatable(L, ARCHIVE);
    lua_setmetatable(L, -2);
    if (stdaily_open(path, *cache_dir ? cache_dir : NULL, &box->archive) == STDAILY_OK)
        return 1;
    fail(L, stdaily_message(box->archive));
    stdaily_close(box->archive);
    box->archive = NULL;
    return 2;
}

static void set_functions(lua_State *L, const luaL_Reg *functions)
{
    for (; functions->name; functions++) {
        lua_pushcfunction(L, functions->func);
        lua_setfield(L, -2, functions->name);
    }
}

static const luaL_Reg archive_methods[] = {
    {"query", archive_query},
    {"correct", archive_correct},
    {"refresh", archive_refresh},
    {"progress", archive_progress},
    {"wait", archive_wait},
    {"cancel", archive_cancel},
    {"fd", archive_fd},
    {"path", archive_path},
    {"message", archive_message},
    {"close", archive_close},
    {NULL, NULL},
};

__attribute__((visibility("default"))) int luaopen_stdaily(lua_State *L);

int luaopen_stdaily(lua_State *L)
{
    if (luaL_newmetatable(L, ROWS)) {
        lua_pushcfunction(L, rows_gc);
        lua_setfield(L, -2, "__gc");
    }
    if (luaL_newmetatable(L, ARCHIVE)) {
        lua_newtable(L);
        set_functions(L, archive_methods);
        lua_setfield(L, -2, "__index");
        lua_pushcfunction(L, archive_close);
        lua_setfield(L, -2, "__gc");
    }
    lua_newtable(L);
    lua_pushcfunction(L, module_open);
    lua_setfield(L, -2, "open");
    lua_pushstring(L, stdaily_version());
    lua_setfield(L, -2, "version");
    lua_pushliteral(L, STDAILY_VERSION);
    lua_setfield(L, -2, "built_for");
    return 1;
}
