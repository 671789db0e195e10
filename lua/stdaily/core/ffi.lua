--- The core through LuaJIT's ffi.  csrc/lua/module.c is the same for every other Lua.
--- What fails gives nil and a message of one line.

local ffi = require('ffi')

local CLOSED = 'this archive is closed: open it again'
local LONGEST_MS = 1e12 -- what is longer is for ever, and fits an integer
local STATES = { [0] = 'idle', 'scanning', 'reading', 'linking', 'done' }

local has_new, new_table = pcall(require, 'table.new')
if not has_new then
  new_table = function() return {} end
end

---@class stdaily.Progress
---@field state 'idle'|'scanning'|'reading'|'linking'|'done'
---@field status integer the core's status; 0 while it runs and when it ended well
---@field ok boolean
---@field cancelled boolean
---@field files_found integer files seen so far
---@field files_total integer files to be read, as they are new or changed
---@field files_done integer of these, read
---@field files_failed integer of these, those that the query `messages` tells about
---@field changed boolean whether the refresh changed the index

---@class stdaily.Archive
---@field package _handle ffi.cdata*? nil when closed
---@field package _library ffi.namespace*
local Archive = {}
Archive.__index = Archive

--- Argument number `index` as a text, or nil where it is none.
local function text_of(value)
  if value == nil then return '' end
  if type(value) == 'number' then return string.format('%.14g', value) end
  if type(value) ~= 'string' or value:find('%z') then return nil end
  return value
end

local function message_of(library, handle) return ffi.string(library.stdaily_message(handle)) end

---@param self stdaily.Archive
---@param status integer
local function report(self, status)
  if status ~= 0 then return nil, message_of(self._library, self._handle) end
  return true
end

local function value_of(library, rows, row, column, len)
  local kind = library.stdaily_rows_type(rows, row, column)
  if kind == 3 then
    local text = library.stdaily_rows_text(rows, row, column, len)
    return ffi.string(text, len[0])
  elseif kind == 1 then
    return tonumber(library.stdaily_rows_int(rows, row, column))
  elseif kind == 2 then
    return library.stdaily_rows_real(rows, row, column)
  end
  return nil
end

---@return table<string, string|number>[]
local function copy_rows(library, rows)
  local count = tonumber(library.stdaily_rows_count(rows))
  local n_columns = tonumber(library.stdaily_rows_columns(rows))
  local len, names = ffi.new('size_t[1]'), {}
  for column = 0, n_columns - 1 do
    names[column] = ffi.string(library.stdaily_rows_name(rows, column))
  end
  local result = new_table(count, 0)
  for row = 0, count - 1 do
    local fields = new_table(0, n_columns)
    for column = 0, n_columns - 1 do
      fields[names[column]] = value_of(library, rows, row, column, len)
    end
    result[row + 1] = fields
  end
  return result
end

--- Runs a query; stdaily.h lists them all.  A null value is an absent key.  An argument may be nil,
--- which is an empty text, and at the end one that is left out.
---@param name string
---@param ... string|number|nil
---@return table<string, string|number>[]? rows
---@return string? message
function Archive:query(name, ...)
  local library, handle, count = self._library, self._handle, select('#', ...)
  if not handle then return nil, CLOSED end
  local query = text_of(name)
  if not query then return nil, 'query: the name must be a text without NUL bytes' end
  while count > 0 and select(count, ...) == nil do count = count - 1 end
  local texts, args = {}, ffi.new('const char *[?]', count + 1)
  for index = 1, count do
    local text = text_of((select(index, ...)))
    if not text then
      return nil, ('query %s: argument %d must be a text without NUL bytes, or a number'):format(query, index)
    end
    texts[index] = text -- keeps it alive: C strings do not
    args[index - 1] = text
  end
  local out = ffi.new('stdaily_rows *[1]')
  if library.stdaily_query(handle, query, args, #texts, out) ~= 0 then
    return nil, message_of(library, handle)
  end
  local rows = ffi.gc(out[0], library.stdaily_rows_free)
  local result = copy_rows(library, rows)
  library.stdaily_rows_free(ffi.gc(rows, nil))
  return result
end

--- Corrects where a jump line or a teaser leads; for good, see stdaily.h.
---@param page string
---@param marker string "j1" or "t1", as the queries `jumps` and `teasers` give it
---@param target string? an article's key, "none", or nothing: as stdaily found it
---@return true?
---@return string? message
function Archive:correct(page, marker, target)
  if not self._handle then return nil, CLOSED end
  page, marker, target = text_of(page), text_of(marker), text_of(target)
  if not page or not marker or not target then
    return nil, 'correct: page, marker and target must be texts without NUL bytes'
  end
  return report(self, tonumber(self._library.stdaily_correct(self._handle, page, marker, target)))
end

--- Starts a refresh in the background.
---@return true?
---@return string? message
function Archive:refresh()
  if not self._handle then return nil, CLOSED end
  return report(self, tonumber(self._library.stdaily_refresh_start(self._handle)))
end

--- Where the refresh stands; never waits.
---@return stdaily.Progress?
---@return string? message
function Archive:progress()
  if not self._handle then return nil, CLOSED end
  local progress = ffi.new('stdaily_progress[1]')
  self._library.stdaily_refresh_progress(self._handle, progress)
  local status = tonumber(progress[0].status)
  return {
    state = STATES[tonumber(progress[0].state)],
    status = status,
    ok = status == 0,
    cancelled = status == tonumber(self._library.STDAILY_CANCELLED),
    files_found = tonumber(progress[0].files_found),
    files_total = tonumber(progress[0].files_total),
    files_done = tonumber(progress[0].files_done),
    files_failed = tonumber(progress[0].files_failed),
    changed = progress[0].changed ~= 0,
  }
end

--- Waits for the refresh to end, for ever where no time is given.
---@param timeout_ms number?
---@return boolean? ended well; false: it still runs; nil: it failed
---@return string? message
function Archive:wait(timeout_ms)
  if not self._handle then return nil, CLOSED end
  local time = tonumber(timeout_ms)
  if not (time and time >= 0 and time < LONGEST_MS) then time = -1 end
  local status = tonumber(self._library.stdaily_refresh_wait(self._handle, time))
  if status == tonumber(self._library.STDAILY_BUSY) then return false end
  return report(self, status)
end

--- Asks the refresh to stop; returns at once.
---@return true?
---@return string? message
function Archive:cancel()
  if not self._handle then return nil, CLOSED end
  self._library.stdaily_refresh_cancel(self._handle)
  return true
end

--- The descriptor to watch for progress; it belongs to the archive.
---@return integer?
---@return string? message
function Archive:fd()
  if not self._handle then return nil, CLOSED end
  local fd = self._library.stdaily_refresh_fd(self._handle)
  if fd < 0 then return nil, 'this system gives no descriptor to wait on' end
  return fd
end

--- The folder, absolute and without links.
---@return string?
---@return string? message
function Archive:path()
  if not self._handle then return nil, CLOSED end
  return ffi.string(self._library.stdaily_path(self._handle))
end

--- About the last call that failed; '' where none did.
---@return string
function Archive:message()
  if not self._handle then return CLOSED end
  return message_of(self._library, self._handle)
end

--- Closes the archive, as the garbage collector does; may be called again.
---@return true
function Archive:close()
  local handle = self._handle
  self._handle = nil
  if handle then self._library.stdaily_close(ffi.gc(handle, nil)) end
  return true
end

local M = {}

--- Loads the library; an error says why it cannot be.
---@param path string
---@return { version: string, declare: fun(), open: fun(path: string, cache_dir: string?): stdaily.Archive?, string? }
function M.load(path)
  local library = ffi.load(path)
  ffi.cdef('const char *stdaily_version(void); const char *stdaily_declarations(void);')
  local module = { version = ffi.string(library.stdaily_version()) }

  --- To be called once the version is known to be right.
  function module.declare()
    if not pcall(ffi.typeof, 'stdaily_progress') then ffi.cdef(ffi.string(library.stdaily_declarations())) end
  end

  function module.open(folder, cache_dir)
    local name, cache = text_of(folder), text_of(cache_dir)
    if type(folder) ~= 'string' or not name then return nil, 'open: the folder must be a text without NUL bytes' end
    if not cache then return nil, 'open: cache_dir must be a text without NUL bytes' end
    local out = ffi.new('stdaily_archive *[1]')
    local status = library.stdaily_open(name, cache ~= '' and cache or nil, out)
    -- The closure keeps the library loaded until the handle is gone.
    local handle = ffi.gc(out[0], function(archive) library.stdaily_close(archive) end)
    local archive = setmetatable({ _handle = handle, _library = library }, Archive)
    if tonumber(status) == 0 then return archive end
    local message = archive:message()
    archive:close()
    return nil, message
  end

  return module
end

return M
