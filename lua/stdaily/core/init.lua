--- The core library, found in the plugin's own folder and loaded once: through ffi where this Lua is
--- LuaJIT, else through the C module built for this very Lua.

---@class stdaily.Core
local M = {}

--- Of this Lua layer; the library must be of the same.
M.version = '0.1.0'

local HERE = debug.getinfo(1, 'S').source:gsub('^@', '')
local DEPTH = '[^/]*/[^/]*/[^/]*/[^/]*$' -- lua/stdaily/core/init.lua

local function exists(path)
  local file = io.open(path, 'rb')
  if file then file:close() end
  return file ~= nil
end

local function quoted(path)
  if path:find('^[%w/._+~-]+$') then return path end
  return "'" .. path:gsub("'", "'\\''") .. "'"
end

local function root_of(file)
  local root = file:gsub(DEPTH, ''):gsub('/$', '')
  return root == '' and '.' or root
end

--- The plugin's folder.  Where its Lua files are links, what is built lies where they point to.
---@param library string a file of the build folder
local function find_root(library)
  if not vim then return root_of(HERE) end
  local file = vim.fn.fnamemodify(HERE, ':p')
  local root = root_of(file)
  if exists(root .. '/build/' .. library) then return root end
  return root_of(vim.fn.resolve(file))
end

local function has_ffi()
  return type(jit) == 'table' and pcall(require, 'ffi')
end

--- The file for this Lua.  Another Lua's module might load and fail only later.
local function library_name()
  if has_ffi() then return 'libstdaily.so' end
  return 'stdaily_lua' .. _VERSION:gsub('%D', '') .. '.so'
end

local name = library_name()
local root = find_root(name)
local folder = os.getenv('STDAILY_LIBRARY') or root .. '/build'
local path = folder .. '/' .. name

local function build_command()
  return ('run: cmake -S %s -B %s && cmake --build %s'):format(quoted(root), quoted(root .. '/build'),
    quoted(root .. '/build'))
end

local function missing()
  if exists(folder .. '/libstdaily.so') then
    return ('%s is not there, as the headers of %s were not found: install them, then %s'):format(path, _VERSION,
      build_command())
  end
  return ('%s is not there: %s'):format(path, build_command())
end

--- @param reason string of the system's loader, maybe of many lines
local function unloadable(reason)
  local lacking = reason:match('(lib[^%s:]+): cannot open shared object file')
  if lacking and lacking ~= 'libstdaily.so' then
    return ('%s needs %s, which this system lacks: install it, then %s'):format(path, lacking, build_command())
  end
  reason = reason:gsub('[%c%s]+', ' '):gsub(path:gsub('%p', '%%%0') .. ':? ?', '')
  return ('%s cannot be loaded (%s): %s'):format(path, reason, build_command())
end

local function other_version(version)
  return ('%s is version %s, this plugin is %s: %s, then start again'):format(path, version, M.version,
    build_command())
end

local function load_ffi() return require('stdaily.core.ffi').load(path) end

local function load_module()
  local open, reason = package.loadlib(path, 'luaopen_stdaily')
  if not open then error(reason, 0) end
  return open()
end

local library

---@return table? library
---@return string? message
local function load_library()
  if library then return library end
  if not exists(path) then return nil, missing() end
  local ok, loaded = pcall(has_ffi() and load_ffi or load_module)
  if not ok then return nil, unloadable(tostring(loaded)) end
  for _, version in ipairs({ loaded.version, loaded.built_for }) do
    if version ~= M.version then return nil, other_version(version) end
  end
  if loaded.declare then
    local declared, reason = pcall(loaded.declare)
    if not declared then return nil, unloadable(tostring(reason)) end
  end
  library = loaded
  return library
end

--- Why the library cannot be used; nil where it can.
---@return string? message
function M.obstacle()
  local _, message = load_library()
  return message
end

--- Opens the archive in a folder; its index is there at once, as the last refresh left it.
---@param archive string the folder
---@param options { cache_dir: string? }?
---@return stdaily.Archive? archive
---@return string? message
function M.open(archive, options)
  local loaded, message = load_library()
  if not loaded then return nil, message end
  return loaded.open(archive, (options or {}).cache_dir)
end

return M
