--- Runs page specs: lua5.4 tests/pages/run.lua STDAILY_BINARY SPEC...
---
--- A spec file holds cases.  A case is a title line, a page, and what the dump must say of it:
---
---     ================ title
---     the page's text, as OCR wrote it
---     ---------------- blocks
---     1 headline a1 1
---     3 body a1 2 para
---     ---------------- page
---     {"page": null, "articles": [{"headline": "…"}]}
---
--- `blocks` lists every line that is not blank: line, kind, article, order and join; `-` stands for null,
--- and may be left out at the end; `?` stands for anything.  An article `-` also allows an id that is no
--- article's, as a photo, a teaser or a graphic may have.
--- `page` is JSON: of an object only the keys given are compared; an array must have as many elements.
---
--- A case is an archive of its own.  Its page is `page.txt`, unless the title is followed by a line
--- `---------------- at 2025-05-17/page-2.txt`; `---------------- also PATH` adds another page to the
--- archive, of which nothing is asked.  In a title `[escapes]` says that the pages' text holds \f, \n, \r, \t,
--- \\, \xHH and \{text}N (a text N times over), and that its own line ends do not count.
local here = arg[0]:match('^(.*)/[^/]*$') or '.'
package.path = here .. '/?.lua;' .. package.path
local dir = require('pl.dir')
local file = require('pl.file')
local json = require('dkjson')
local spec = require('spec')

-- Dumping ----------------------------------------------------------------------------------------

local function quote(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

local function run(command)
  if not os.execute(command) then
    error('failed: ' .. command:sub(1, 200), 0)
  end
end

--- Writes each case into an archive of its own and dumps them all; sets `dump`, `errors` and `status`.
local function dump_all(binary, cases, folder)
  local script = { 'cd ' .. quote(folder), 'XDG_CACHE_HOME=$PWD/cache; export XDG_CACHE_HOME' }
  for i, case in ipairs(cases) do
    for _, page in ipairs(case.pages) do
      local path = ('%s/%d/%s'):format(folder, i, page.path)
      assert(dir.makepath(path:match('^(.*)/')))
      assert(file.write(path, page.text))
    end
    script[#script + 1] = ('%s dump %d >%d.dump 2>%d.errors; echo $? >%d.status'):format(quote(binary), i, i, i, i)
  end
  file.write(folder .. '/dump.sh', table.concat(script, '\n') .. '\n')
  run('sh ' .. quote(folder .. '/dump.sh'))
  for i, case in ipairs(cases) do
    case.dump = file.read(('%s/%d.dump'):format(folder, i))
    case.errors = file.read(('%s/%d.errors'):format(folder, i))
    case.status = tonumber(file.read(('%s/%d.status'):format(folder, i)))
  end
end

--- The dump's object for the case's first page; nil and what is wrong.
local function dumped_page(case)
  if case.status ~= 0 then
    return nil, ('dump ended with %s: %s'):format(case.status, case.errors)
  end
  for line in case.dump:gmatch('[^\n]+') do
    local page, rest, problem = json.decode(line, 1, json.null)
    if not page or rest <= #line or line:find('[%z\1-\31]') then
      return nil, problem or 'no JSON: ' .. line
    elseif page.path == case.pages[1].path then
      return page
    end
  end
  return nil, 'the dump lacks the page ' .. case.pages[1].path
end

-- Comparing --------------------------------------------------------------------------------------

local function is_array(value)
  return type(value) == 'table' and value ~= json.null and getmetatable(value).__jsontype == 'array'
end

local function show(value)
  if type(value) == 'string' then
    return ('%q'):format(value):gsub('\\\n', '\\n')
  elseif value == json.null then
    return 'null'
  elseif type(value) ~= 'table' then
    return tostring(value)
  end
  local parts = {}
  if is_array(value) then
    for _, element in ipairs(value) do
      parts[#parts + 1] = show(element)
    end
    return '[' .. table.concat(parts, ', ') .. ']'
  end
  for key, element in pairs(value) do
    parts[#parts + 1] = key .. ': ' .. show(element)
  end
  table.sort(parts)
  return '{' .. table.concat(parts, ', ') .. '}'
end

--- Adds to `found` where `got` differs from `expected`.
local function compare_values(name, expected, got, found)
  local function differs()
    found[#found + 1] = { name, show(expected), show(got) }
  end
  if type(expected) ~= 'table' or expected == json.null then
    if got ~= expected then
      differs()
    end
  elseif type(got) ~= 'table' or got == json.null then
    differs()
  elseif is_array(expected) then
    if not is_array(got) or #got ~= #expected then
      return differs()
    end
    for i, element in ipairs(expected) do
      compare_values(('%s[%d]'):format(name, i), element, got[i], found)
    end
  else
    local keys = {}
    for key in pairs(expected) do
      keys[#keys + 1] = key
    end
    table.sort(keys)
    for _, key in ipairs(keys) do
      compare_values(name .. '.' .. key, expected[key], got[key], found)
    end
  end
end

local fields = { 'kind', 'article', 'order', 'join' }

local function words(line)
  local list = {}
  for word in line:gmatch('%S+') do
    list[#list + 1] = word
  end
  return list
end

local function compare_blocks(expected, page, found)
  local ids, got, lines = {}, {}, {}
  for _, article in ipairs(page.articles or {}) do
    ids[article.id] = true
  end
  for _, block in ipairs(page.blocks or {}) do
    local row = {}
    for i, field in ipairs(fields) do
      local value = block[field]
      row[i] = (value == nil or value == json.null) and '-' or tostring(value)
    end
    got[block.line], lines[block.line] = row, true
  end
  local asked = {}
  for _, line in ipairs(expected) do
    local row = words(line)
    if #row > 0 then
      local number = math.tointeger(tonumber(table.remove(row, 1)))
      asked[number], lines[number] = row, true
    end
  end
  local numbers = {}
  for number in pairs(lines) do
    numbers[#numbers + 1] = number
  end
  table.sort(numbers)
  for _, number in ipairs(numbers) do
    local want, have = asked[number], got[number]
    local same = want ~= nil and have ~= nil
    for i = 1, same and #fields or 0 do
      local value = want[i] or '-'
      local no_article = fields[i] == 'article' and value == '-' and not ids[have[i]]
      same = same and (value == '?' or value == have[i] or no_article)
    end
    if not same then
      found[#found + 1] = {
        'line ' .. number,
        want and table.concat(want, ' ') or 'nothing',
        have and table.concat(have, ' ') or 'nothing',
      }
    end
  end
end

--- What is wrong with a case: a list of {where, expected, got}; empty when it passes.
local function differences(case)
  local page, problem = dumped_page(case)
  local found = {}
  if not page then
    return { { 'dump', 'a page', problem } }
  end
  if case.blocks then
    compare_blocks(case.blocks, page, found)
  end
  if case.page then
    compare_values('page', case.page, page, found)
  end
  return found
end

-- Main -------------------------------------------------------------------------------------------

local function read_all(paths)
  local cases = {}
  for _, path in ipairs(paths) do
    for _, case in ipairs(spec.read(path)) do
      cases[#cases + 1] = case
    end
  end
  return cases
end

--- An absolute path to the binary, and a new folder.
local function prepare(binary)
  local pipe = assert(io.popen('realpath -e ' .. quote(binary) .. ' && mktemp -d'))
  local path, folder = pipe:read('l', 'l')
  pipe:close()
  return path, folder or error('no such binary: ' .. binary, 0)
end

local function report(case)
  local found = differences(case)
  if #found > 0 then
    print(('%s: %s'):format(case.where, case.title))
    for _, difference in ipairs(found) do
      print(('  %s\n    expected  %s\n    got       %s'):format(table.unpack(difference)))
    end
  end
  return #found == 0
end

local function main()
  local cases = read_all({ table.unpack(arg, 2) })
  local binary, folder = prepare(arg[1])
  local dumped, problem = pcall(dump_all, binary, cases, folder)
  os.execute('rm -rf ' .. quote(folder))
  if not dumped then
    error(problem, 0)
  end
  local passed = 0
  for _, case in ipairs(cases) do
    passed = passed + (report(case) and 1 or 0)
  end
  print(('%d passed, %d failed'):format(passed, #cases - passed))
  return passed == #cases
end

if #arg < 2 then
  io.stderr:write('usage: lua5.4 run.lua STDAILY_BINARY SPEC...\n')
  os.exit(2)
end
local ran, result = pcall(main)
if not ran then
  io.stderr:write('run.lua: ', result, '\n')
  os.exit(2)
end
os.exit(result and 0 or 1)
