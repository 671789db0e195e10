-- layers.lua CSRC: each file includes only what its layer may.
local root = assert(arg[1], 'usage: layers.lua CSRC')

-- Folders that a folder's files may include from, itself apart.
local layers = {
  base = {},
  parse = { 'base' },
  store = { 'base', 'parse' },
  work = { 'base', 'parse', 'store' },
  api = { 'base', 'parse', 'store', 'work' },
  cmd = {},
  lua = {},
}
-- The public header is the lowest layer's (for its status codes), the bindings' and the command's.
local sees_public = { base = true, store = true, work = true, api = true, cmd = true, lua = true }
-- System headers with a home: in how many files of which folder they may stand.
local homes = {
  ['sqlite3.h'] = { 'store', 1 },
  ['uv.h'] = { 'work', math.huge },
  ['lua.h'] = { 'lua', math.huge },
  ['lauxlib.h'] = { 'lua', math.huge },
}
-- What the pure layers must not see.
local impure = { 'unistd.h', 'fcntl.h', 'dirent.h', 'pthread.h', 'signal.h', 'time.h', 'locale.h', 'sys/' }

local bad, users = {}, {}
local function report(file, ...)
  bad[#bad + 1] = file .. ': ' .. string.format(...)
end

local function check_own(file, folder, name)
  local from = name:match('^(.-)/')
  if not from then
    local public = name == 'stdaily.h' and sees_public[folder]
    local generated = { ['declarations.inc'] = 'api', ['parser_id.h'] = 'store', ['word_class.c'] = 'parse' }
    if not public and generated[name] ~= folder then
      report(file, '%s may not include "%s"', folder, name)
    end
    return
  end
  local allowed = from == folder
  for _, below in ipairs(layers[folder]) do
    allowed = allowed or from == below
  end
  if not allowed then
    report(file, '%s may not include "%s"', folder, name)
  end
end

local function check_system(file, folder, name)
  local home = homes[name]
  if home then
    users[name] = (users[name] or 0) + 1
    if home[1] ~= folder then
      report(file, '<%s> belongs to %s', name, home[1])
    elseif users[name] > home[2] then
      report(file, 'a second file that includes <%s>', name)
    end
  end
  for _, prefix in ipairs((folder == 'base' or folder == 'parse') and impure or {}) do
    if name:sub(1, #prefix) == prefix then
      report(file, '%s is pure and may not include <%s>', folder, name)
    end
  end
end

local files = 0
for file in assert(io.popen("find '" .. root .. "' -name '*.[ch]' | LC_ALL=C sort")):lines() do
  local folder = file:sub(#root + 2):match('^(.-)/')
  if folder and not layers[folder] then
    report(file, 'no layer has the name "%s"', folder)
  elseif folder then
    files = files + 1
    for line in io.lines(file) do
      local open, name = line:match('^%s*#%s*include%s*([<"])([^>"]+)')
      if open == '"' then
        check_own(file, folder, name)
      elseif open then
        check_system(file, folder, name)
      end
    end
  end
end

for _, message in ipairs(bad) do
  print(message)
end
if files == 0 then
  bad[1] = 'no files'
end
print(('layers: %d files, %d wrong'):format(files, #bad))
os.exit(#bad == 0)
