--- The editor, the same for Neovim and Vim: everything else asks only this module for it.
--- What the two do differently is in editor/nvim.lua and editor/vim.lua.

---@class stdaily.Mark a stretch of a line in a highlight group
---@field [1] integer line, from 1
---@field [2] integer first byte, from 0
---@field [3] integer byte after the last one, or -1 for the line's end
---@field [4] string highlight group

---@class stdaily.Panel a window over the text
---@field buffer integer
---@field window integer
---@field fill fun(self: stdaily.Panel, lines: string[], marks: stdaily.Mark[])
---@field top fun(self: stdaily.Panel, line: integer) shows the text from this line on
---@field place fun(self: stdaily.Panel, rect: stdaily.Rect, title: string?)
---@field scroll fun(self: stdaily.Panel, lines: integer)
---@field close fun(self: stdaily.Panel)

---@class stdaily.Prompt: stdaily.Panel one line to type in
---@field type fun(self: stdaily.Prompt, text: string) writes the text anew
---@field say fun(self: stdaily.Prompt, words: string) says something at the right end

local M = {}

local side = vim.fn.has('nvim') == 1 and require('stdaily.editor.nvim') or require('stdaily.editor.vim')
for name, value in pairs(side) do
  M[name] = value
end

local call = M.call

--- Runs `{ module, function, arguments … }` for the Vim script side.
function M.run(request)
  request = M.import(request)
  local unpack = table.unpack or unpack -- luacheck: ignore
  return M.export(require('stdaily.' .. request[1])[request[2]](unpack(request, 3)))
end

--- Runs an Ex command.
---@return string? message
function M.execute(command)
  local message = call('stdaily#execute', command)
  return message ~= '' and message or nil
end

---@param line string
function M.notice(line) call('stdaily#echo', 'None', { line }, 0) end

---@param line string
function M.warn(line) call('stdaily#echo', 'WarningMsg', { line }, 0) end

---@param ... string a line each
function M.fail(...) call('stdaily#echo', 'ErrorMsg', { ... }, 1) end

---@param buffer integer
---@return boolean
function M.is_loaded(buffer) return call('bufloaded', buffer) == 1 end

function M.buffer_name(buffer) return call('bufname', buffer) end

function M.current_buffer() return call('bufnr', '%') end

---@return integer line, integer column byte, from 1
function M.cursor() return call('line', '.'), call('col', '.') end

---@param line integer
---@param column integer? byte, from 1
function M.set_cursor(line, column)
  call('cursor', line, column or 1)
end

--- Replaces a buffer's text, which its reader cannot change.
---@param buffer integer
---@param lines string[]
---@param marks stdaily.Mark[]
function M.fill(buffer, lines, marks)
  call('setbufvar', buffer, '&readonly', 0) -- it would warn
  call('setbufvar', buffer, '&modifiable', 1)
  M.set_lines(buffer, lines)
  call('setbufvar', buffer, '&modifiable', 0)
  call('setbufvar', buffer, '&readonly', 1)
  call('setbufvar', buffer, '&modified', 0)
  M.set_marks(buffer, marks, lines)
end

--- Replaces one line of such a buffer.
---@param marks stdaily.Mark[] of this line
function M.refill(buffer, line, text, marks)
  call('setbufvar', buffer, '&readonly', 0)
  call('setbufvar', buffer, '&modifiable', 1)
  M.set_line(buffer, line, text, marks)
  call('setbufvar', buffer, '&modifiable', 0)
  call('setbufvar', buffer, '&readonly', 1)
  call('setbufvar', buffer, '&modified', 0)
end

--- How many screen lines a line fills, where it is broken as 'linebreak' does.
---@param most integer not counted further
local function rows_of(line, width, most)
  local rows, used = 1, 0
  for word, blanks in line:gmatch('([^%s!@*%-+;:,./?]*[!@*%-+;:,./?]*)(%s*)') do
    local wide = call('strdisplaywidth', word)
    if used > 0 and used + wide > width then rows, used = rows + 1, 0 end
    used = used + wide
    rows, used = rows + math.floor(math.max(0, used - 1) / width), used > 0 and (used - 1) % width + 1 or 0
    used = math.min(used + #blanks, width)
    if rows >= most then return most end
  end
  return rows
end

local function widest(lines, most)
  local width = 20
  for _, line in ipairs(lines) do
    width = math.max(width, #line > 4 * most and most or call('strdisplaywidth', line))
    if width >= most then return most end
  end
  return width
end

--- How many screen lines the lines fill.
local function height_of(lines, width, most)
  local height = 0
  for _, line in ipairs(lines) do
    height = height + rows_of(line, width, most)
    if height >= most then return most end
  end
  return height
end

--- Where a box of this size stands: below the cursor, else above it, else where there is room.
---@return stdaily.Rect
local function place(width, height)
  local at = call('screenpos', call('win_getid'), call('line', '.'), call('col', '.'))
  local room = M.eval('&lines') - math.max(1, M.eval('&cmdheight'))
  local row = at.row -- from 1, and so, from 0, of the line below
  if row + height + 2 > room then row = at.row - 1 >= height + 2 and at.row - height - 3 or room - height - 2 end
  local col = math.max(0, math.min(at.col - 1, M.eval('&columns') - width - 2))
  return { row = math.max(0, row), col = col, width = width, height = height, border = true }
end

--- A text in a window at the cursor that goes when the cursor moves.
---@param lines string[]
---@param marks stdaily.Mark[]
---@param title string
---@param most integer? screen lines that it may fill
---@return boolean is_whole false where the end of it had no room
function M.hover(lines, marks, title, most)
  local room = M.eval('&lines') - math.max(1, M.eval('&cmdheight')) - 2
  local width = widest(lines, math.max(1, math.min(80, M.eval('&columns') - 2)))
  most = math.max(1, math.min(most or room, room))
  local height = height_of(lines, width, most + 1)
  M.hover_panel(place(width, math.min(height, most)), title):fill(lines, marks)
  return height <= most
end

local OPENERS = { split = 'split', vsplit = 'vsplit', tab = 'tab split' }
local WINDOW_MODIFIERS = ' tab vertical horizontal aboveleft leftabove belowright rightbelow topleft botright '

local function wants_window(modifiers)
  for word in modifiers:gmatch('%S+') do
    if WINDOW_MODIFIERS:find(' ' .. word:gsub('^%d+', '') .. ' ', 1, true) then return true end
  end
  return false
end

--- Whether the window's buffer would not be left: a changed one, or one that is to stay where it is.
---@return boolean
function M.is_stuck()
  return M.eval([[&modified && !&hidden && &bufhidden !=# 'hide' && len(win_findbuf(bufnr('%'))) < 2]]) == 1
    or M.eval([[exists('&winfixbuf') && &winfixbuf]]) == 1
end

--- Nothing is opened in the window of a list.
local function leave_list()
  if M.eval('&buftype') ~= 'quickfix' then return end
  M.execute('wincmd p')
  if M.eval('&buftype') == 'quickfix' then M.execute('aboveleft new') end
end

--- Shows an address.  Beside a buffer that must not be left, it gets a window of its own.
---@param address string
---@param how 'edit'|'split'|'vsplit'|'tab'|nil
---@param modifiers string? as <q-mods> gives them
---@return boolean
function M.edit(address, how, modifiers)
  modifiers = modifiers or ''
  leave_list()
  local opener = OPENERS[how] or ((wants_window(modifiers) or M.is_stuck()) and 'split')
  local message = opener and M.execute(modifiers .. ' ' .. opener)
    or M.execute('edit ' .. call('fnameescape', address))
  if message then M.fail(message) end
  return not message
end

return M
