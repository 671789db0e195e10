--- doc.lua [STDAILY]: the help, the README and the code name the same things.
package.path = 'lua/?.lua;lua/?/init.lua;' .. package.path
local stdaily = arg[1]

local function read(path)
  local file = assert(io.open(path))
  local text = file:read('a')
  file:close()
  return text
end

local function output(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read('a')
  return text, pipe:close()
end

local help, readme, header = read('doc/stdaily.txt'), read('README.md'), read('csrc/stdaily.h')
local wrong = 0
local function report(...)
  wrong = wrong + 1
  print(string.format(...))
end

--- What a pattern finds, as a set.
local function set(text, pattern)
  local found = {}
  for item in text:gmatch(pattern) do
    found[item] = true
  end
  return found
end

local function compare(what, code, text)
  assert(next(code), 'no ' .. what .. ' found in the code')
  for item in pairs(code) do
    if not text[item] then
      report('the help lacks the %s %s', what, item)
    end
  end
  for item in pairs(text) do
    if not code[item] then
      report('the help has the %s %s, which is not there', what, item)
    end
  end
end

--- The help from one section's tag to the next line of =.
local function section(tag)
  return assert(help:match('%*stdaily%-' .. tag .. '%*\n(.-)\n==='), 'no section ' .. tag)
end

local function check_commands()
  local code = set(read('lua/stdaily/command.lua'):match('M%.subcommands = (%b{})'), '\n  ([%w_]+) = {')
  compare('subcommand :Std', code, set(section('commands'), '\n:Std (%l+)'))
  for name in pairs(set(readme .. help, ':Std (%l+)')) do
    if not code[name] then
      report(':Std %s is not there', name)
    end
  end
end

local function check_narrowings()
  local code = set(read('lua/stdaily/links.lua'):match('local NARROWINGS = (%b{})'), '\n  (%l+) = ')
  compare('narrowing of :Std links', code, set(section('commands'):match('\n:Std links.-\n\n'), '\n +`(%l+)`'))
end

local function check_keys()
  local code, text = set(read('plugin/stdaily.vim'), '<Plug>%(stdaily%-([%w-]+)%)'), section('keys')
  for _, key in ipairs(require('stdaily.keys').list) do
    code[key.plug] = true
    for _, lhs in ipairs(key.keys) do
      if not (' ' .. text:gsub('%s', ' ') .. ' '):find(' ' .. lhs .. ' ', 1, true) then
        report('the help lacks the key %s', lhs)
      end
    end
  end
  compare('map <Plug>', code, set(text, '%(stdaily%-([%w-]+)%)'))
end

local function check_options()
  local _, errors = require('stdaily.config').check({ unknown = 1 })
  local code = set(errors[1]:match('it has (.*)'), '[%w_]+')
  compare('option', code, set(section('configuration'), '\n    ([%l_]+)   '))
end

local function check_queries()
  local list = assert(header:match('Queries: name.-\n \\*\n(.*)') or header:match('Queries: name(.*)'))
  local code = set(list, '\n %* (%l+) %([%l, ]*%)')
  compare('query', code, set(section('lua'):match('\n    query  .-\n(.-)\n\n'), '    (%l+)[^\n]*'))
end

local function check_command_line()
  if not stdaily then
    return
  end
  local usage, text = output(stdaily .. ' --help'), section('command%-line')
  compare('subcommand stdaily', set(usage, '\n  stdaily (%l+)'), set(text, '\n    stdaily (%l+)'))
  compare('option of stdaily', set(usage, '(%-%-[%l-]+)'), set(text, '(%-%-[%l-]+)'))
end

--- The editor accepts the help, and every |link| of it leads somewhere.
local function check_tags(editor)
  local folder = output('mktemp -d'):gsub('%s', '')
  os.execute(("cp doc/stdaily.txt '%s'"):format(folder))
  local command = "%s -u NONE -i NONE -n -c 'helptags %s' -c 'redir! > %s/runtime' -c 'silent echo $VIMRUNTIME' "
    .. "-c 'redir END' -c 'qall!' 2>&1 </dev/null"
  local said, ok = output(command:format(editor, folder, folder))
  if not ok or said:find('E%d+:') then
    report('%s: helptags: %s', editor, said)
    return
  end
  local tags = set('\n' .. read(folder .. '/tags'), '\n([^\t\n]+)\t')
  local own = set('\n' .. read(read(folder .. '/runtime'):gsub('%s', '') .. '/doc/tags'), '\n([^\t\n]+)\t')
  for link in pairs(set(help, '|([^|%s]+)|')) do
    if not (tags[link] or own[link]) then
      report('%s: |%s| leads nowhere', editor, link)
    end
  end
  os.execute(("rm -rf '%s'"):format(folder))
end

local function check_width()
  for line in help:gmatch('[^\n]+') do
    if utf8.len(line) > 78 then
      report('the help has a line of more than 78 characters: %s', line)
    end
  end
end

local function check_readme()
  for link in pairs(set(readme, '%]%(([^)]+)%)')) do
    local file = not link:find('^https?:') and io.open(link)
    if file then
      file:close()
    elseif not link:find('^https?:') then
      report('README.md: %s is not there', link)
    end
  end
end

check_commands()
check_narrowings()
check_keys()
compare('highlight group', set(read('lua/stdaily/highlights.lua'), '\n  (Std%u%l+%u?%l*) ='),
  set(section('highlights'), '\n    (Std%u%w+)'))
check_options()
check_queries()
check_command_line()
check_tags('vim -es')
check_tags('nvim --headless')
check_width()
check_readme()
os.exit(wrong == 0)
