-- exports.lua HEADER BUILD: the library exports exactly what the header declares, a Lua module only
-- luaopen_*, and neither the parser nor the core keeps state or does I/O behind its callers' backs.
local header, build = arg[1], arg[2]
assert(header and build, 'usage: exports.lua HEADER BUILD')

local failed = false
local function report(...)
  print(string.format(...))
  failed = true
end

local function lines(command)
  local pipe = assert(io.popen(command .. ' 2>/dev/null'))
  local all = {}
  for line in pipe:lines() do
    all[#all + 1] = line
  end
  pipe:close()
  return all
end

local function exported(file)
  local names = {}
  for _, line in ipairs(lines("nm -D --defined-only '" .. file .. "'")) do
    names[#names + 1] = line:match('(%S+)$')
  end
  return names
end

local function check_library()
  local text = assert(io.open(header)):read('a')
  local block = assert(text:match('/%* ffi: begin %*/(.-)/%* ffi: end %*/'), 'no markers in the header')
  local declared = {}
  for name in block:gsub('/%*.-%*/', ''):gmatch('(stdaily_[%w_]+)%s*%(') do
    declared[name] = true
  end
  assert(next(declared), 'no function in the header')
  for _, name in ipairs(exported(build .. '/libstdaily.so')) do
    if not declared[name] then
      report('libstdaily.so exports %s, which stdaily.h does not declare', name)
    end
    declared[name] = nil
  end
  for name in pairs(declared) do
    report('stdaily.h declares %s, which libstdaily.so does not export', name)
  end
end

local function check_modules()
  for _, file in ipairs(lines("ls '" .. build .. "'/stdaily_lua*.so")) do
    local names = exported(file)
    for _, name in ipairs(names) do
      if not name:find('^luaopen_') then
        report('%s exports %s', file, name)
      end
    end
    if #names == 0 then
      report('%s exports nothing', file)
    end
  end
end

-- Data that can be written to would be a global.  (The command notes a signal in one.)
local function check_globals()
  local objects = "find '" .. build .. "/csrc' -name '*.o' -not -path '*stdaily_command*'"
  for _, line in ipairs(lines(objects .. ' | xargs objdump -t')) do
    local section, name = line:match(' O (%.%S+)%s+%x+%s+(%S+)$')
    if section and (section:find('^%.data') or section:find('^%.bss')) and not section:find('^%.data%.rel%.ro') then
      report('%s is a global that can be written to', name)
    end
  end
end

local io_functions = {}
for name in ([[open openat fopen read write close stat lstat fstat opendir readdir mmap malloc_stats
  getenv setlocale time clock_gettime gettimeofday printf puts fwrite fputs rand random system
  popen pthread_create exit abort]]):gmatch('%S+') do
  io_functions[name] = true
end

local function check_pure()
  for _, line in ipairs(lines("nm -u '" .. build .. "/csrc/libstdaily_parse.a'")) do
    local name = line:match('^%s+U%s+([%w_]+)')
    if name and io_functions[name:gsub('^__', ''):gsub('_chk$', ''):gsub('64$', '')] then
      report('the parser calls %s', name)
    end
  end
end

check_library()
check_modules()
check_globals()
check_pure()
os.exit(not failed)
