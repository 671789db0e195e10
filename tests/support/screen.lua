--- An editor in a real terminal, for tests that press keys and read the screen: tmux, with an empty
--- home.  Nothing waits a fixed time: the screen is read until it shows what it must, or until so long
--- after that the test fails, with the screen printed.

local folder = require('support.folder')

local quote = folder.quote
local PATIENCE_S = 20
local LIFE_S = 600 -- of an editor whose test was killed

---@class Screen
---@field folder Folder holds the editor's home and what it may write
---@field private tmux string
---@field private dead boolean?
local Screen = {}
Screen.__index = Screen

local M = { Screen = Screen }

local TMUX = [[
set -s escape-time 0
set -g status off
set -g default-terminal tmux-256color
set -g default-shell /bin/sh
]]

-- What the editors read as a person's own configuration.
local CONFIGURATION = [[
set runtimepath^=%s
set background=dark noswapfile nomore
%s
]]

-- What may pass from the test's environment into the editor's.
local PASSED = { 'PATH', 'STDAILY_LIBRARY', 'LD_PRELOAD', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS' }

--- The editors to test: both, or those that $STDAILY_EDITOR names.
function M.editors()
  local editors = {}
  for editor in (os.getenv('STDAILY_EDITOR') or 'nvim vim'):gmatch('%S+') do editors[#editors + 1] = editor end
  return editors
end

local function binary(editor)
  if editor == 'nvim' then return os.getenv('STDAILY_NVIM') or 'nvim' end
  return os.getenv('STDAILY_VIM') or 'vim'
end

--- The script that runs the editor in an environment of its own, and tells how it ended.
local function launcher(home, options)
  local words = { 'cd', quote(options.cwd or home), '&& env -i' }
  local variables = { HOME = home, LANG = 'C.UTF-8', TERM = 'tmux-256color', COLORTERM = 'truecolor' }
  for _, kind in ipairs({ 'CONFIG', 'DATA', 'STATE', 'CACHE' }) do
    variables['XDG_' .. kind .. '_HOME'] = home .. '/' .. kind:lower()
  end
  for _, name in ipairs(PASSED) do variables[name] = os.getenv(name) end
  for name, value in pairs(options.environment or {}) do variables[name] = value end
  for name, value in pairs(variables) do words[#words + 1] = quote(name .. '=' .. value) end
  words[#words + 1] = ('timeout --foreground %d'):format(LIFE_S)
  words[#words + 1] = binary(options.editor)
  words[#words + 1] = '-i NONE'
  for _, argument in ipairs(options.arguments or {}) do words[#words + 1] = quote(argument) end
  local ended = quote(home .. '/../ended')
  return ('trap : HUP\n%s\necho $? > %s.new && mv %s.new %s\n'):format(table.concat(words, ' '), ended, ended, ended)
end

--- The looks of a text on a coloured screen: its attributes and colours.
function M.look_of(coloured, what)
  local at = coloured:find(what, 1, true)
  if not at then error('not on the screen: ' .. what .. '\n' .. coloured, 2) end
  local look = {}
  for codes in coloured:sub(1, at - 1):gmatch('\27%[([%d;:]*)m') do
    local first = tonumber(codes:match('^%d+')) or 0
    if first == 0 then look = {} end
    local part = first < 30 and 'attributes' or (first < 40 or first >= 90 and first < 100) and 'text' or 'ground'
    look[part] = codes
  end
  return table.concat({ look.attributes or '', look.text or '', look.ground or '' }, ' ')
end

local started = 0

--- Starts an editor.  A folder given is used once more and not removed in the end, as by a person
--- who quits and starts again.
---@class ScreenOptions
---@field editor 'nvim'|'vim'
---@field configuration string? Vim script, after the plugin was put in the runtime path
---@field arguments string[]?
---@field environment table<string, string>?
---@field cwd string?
---@field folder Folder?
---@field cols integer?
---@field rows integer?
---@param options ScreenOptions
---@return Screen
function M.start(options)
  local self = setmetatable({ folder = options.folder or folder.new(), borrowed = options.folder ~= nil }, Screen)
  local home = self.folder:make('home')
  local configuration = CONFIGURATION:format(folder.root, options.configuration or '')
  self.folder:write(options.editor == 'nvim' and 'home/config/nvim/init.vim' or 'home/.vimrc', configuration)
  self.folder:write('start', launcher(home, options))
  self.folder:write('tmux.conf', TMUX)
  -- A socket each: a server that was told to end may still hold the one before.
  started = started + 1
  local socket, config = quote(self.folder.path .. '/tmux' .. started), quote(self.folder.path .. '/tmux.conf')
  self.tmux = ('tmux -u -S %s -f %s '):format(socket, config)
  local said = folder.output(('%s new-session -d -s test -x %d -y %d sh %s'):format(self.tmux, options.cols or 100,
    options.rows or 30, quote(self.folder.path .. '/start')))
  assert(said == '', said)
  return self
end

--- A value of tmux's own.
---@private
function Screen:ask(format)
  return (folder.output(self.tmux .. 'display -p -t test ' .. quote(format)):gsub('\n$', ''))
end

--- Types text as it stands.
function Screen:type(text)
  folder.output(self.tmux .. 'send-keys -t test -l -- ' .. quote(text))
  return self
end

--- Presses keys by tmux's names: Enter, Escape, Down, C-n, 'C-]' ...
function Screen:press(...)
  for _, key in ipairs({ ... }) do folder.output(self.tmux .. 'send-keys -t test -- ' .. quote(key)) end
  return self
end

--- Runs a command of the editor's.
function Screen:command(text) return self:type(':' .. text):press('Enter') end

--- The screen's text; with `colours`, with the escape sequences that make them.
---@param colours boolean?
function Screen:text(colours)
  return folder.output(self.tmux .. 'capture-pane -p ' .. (colours and '-e ' or '') .. '-t test')
end

--- The screen's lines.
function Screen:lines()
  local lines = {}
  for line in self:text():gmatch('([^\n]*)\n') do lines[#lines + 1] = line end
  return lines
end

--- Where the cursor is, row and column from 1.
function Screen:cursor()
  local column, row = self:ask('#{cursor_x} #{cursor_y}'):match('(%d+) (%d+)')
  return tonumber(row) + 1, tonumber(column) + 1
end

--- The text of the line that the cursor is on.
function Screen:cursor_line() return self:lines()[(self:cursor())] or '' end

local function holds(what, text)
  if type(what) == 'function' then return what(text) end
  return text:find(what, 1, true) ~= nil
end

local function poll(self, what, wanted)
  local deadline = os.time() + PATIENCE_S
  local text = self:text()
  while (holds(what, text) and true or false) ~= wanted do
    if os.time() > deadline then return nil, text end
    folder.output('sleep 0.03')
    text = self:text()
  end
  -- What is asked of the screen next must not meet it half drawn.
  for _ = 1, 20 do
    local again = self:text()
    if again == text then break end
    text = again
  end
  return text
end

--- Waits until the screen shows a text, or until a function of the screen's text is true.
---@param what string|fun(text: string): any
---@param name string? what a function waits for
---@return string screen
function Screen:wait(what, name)
  local text, last = poll(self, what, true)
  if text then return text end
  error(('not on the screen: %s\n%s'):format(name or what, last), 2)
end

--- Waits until the screen does not show a text any more.
---@param what string
---@return string screen
function Screen:wait_gone(what)
  local text, last = poll(self, what, false)
  if text then return text end
  error(('still on the screen: %s\n%s'):format(what, last), 2)
end

--- Waits for a file of the folder; gives its only line, and removes it.
---@private
---@return string? nil: it did not come
function Screen:wait_file(name)
  local path = self.folder.path .. '/' .. name
  local deadline = os.time() + PATIENCE_S
  while os.time() <= deadline do
    local file = io.open(path, 'rb')
    if file then
      local text = file:read('*a'):gsub('\n$', '')
      file:close()
      os.remove(path)
      return text
    end
    folder.output('sleep 0.03')
  end
end

--- Waits until the editor has ended; gives its exit code.
function Screen:wait_dead()
  local text = self:wait_file('ended')
  if not text then error('the editor still runs:\n' .. self:text(), 2) end
  self.dead = true
  return text
end

--- The value of an expression of Vim script, as text.  Goes through the editor's command line.
---@param expression string
function Screen:value(expression)
  local path = self.folder.path .. '/value'
  self:command(("call writefile([json_encode(%s)], '%s.new') | call rename('%s.new', '%s')"):format(expression, path,
    path, path))
  local text = self:wait_file('value')
  if not text then error('no value of ' .. expression .. '\n' .. self:text(), 2) end
  return text
end

--- Ends the editor, and waits for it: what it writes at its end would come back into the removed folder.
function Screen:stop()
  folder.output(self.tmux .. 'kill-server')
  if not self.dead then self.dead = self:wait_file('ended') ~= nil end
  if not self.borrowed then self.folder:remove() end
end

return M
