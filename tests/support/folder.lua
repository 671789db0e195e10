--- A temporary folder for a test, and the few things of the shell that tests need.

---@class Folder
---@field path string absolute
local Folder = {}
Folder.__index = Folder

local M = {}

--- The repository.
M.root = (debug.getinfo(1, 'S').source:match('^@(.*)tests/support/folder%.lua$') or ''):gsub('/$', '')

function M.quote(text) return "'" .. tostring(text):gsub("'", "'\\''") .. "'" end

--- What a shell command prints, its errors too.
function M.output(command)
  local pipe = assert(io.popen('(' .. command .. ') 2>&1'))
  local text = pipe:read('*a')
  pipe:close()
  return text
end

local function run(command)
  local ok = os.execute(command)
  assert(ok == true or ok == 0, 'failed: ' .. command)
end

---@return Folder
function M.new()
  local path = M.output('mktemp -d'):gsub('%s+$', '')
  return setmetatable({ path = path }, Folder)
end

--- Writes a file, with the folders above it; gives its path.
function Folder:write(name, bytes)
  local path = self.path .. '/' .. name
  if name:find('/') then run('mkdir -p ' .. M.quote(path:gsub('/[^/]*$', ''))) end
  local file = assert(io.open(path, 'wb'))
  file:write(bytes)
  file:close()
  return path
end

--- Makes a folder in it; gives its path.
function Folder:make(name)
  run('mkdir -p ' .. M.quote(self.path .. '/' .. name))
  return self.path .. '/' .. name
end

function Folder:remove()
  run('chmod -R u+rwX ' .. M.quote(self.path) .. ' && rm -rf ' .. M.quote(self.path))
end

return M
