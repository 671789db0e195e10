--- Lists of places, in the quickfix window.

local editor = require('stdaily.editor')

local M = {}

--- The editor is slow to take many new names at once.
local MOST = 2000

--- How a list shows its places: without what only the editor needs.
local TEXT = 'stdaily#quickfix_text'

--- Tells our lists from others that are shown in the same window.
local CONTEXT = 'stdaily'

---@class stdaily.Place
---@field address string
---@field module string shown instead of the address
---@field text string
---@field line integer?
---@field pattern string? where the line is not known
---@field type string? 'E', 'W', 'I'

---@param places stdaily.Place[]
---@return table[]
local function items_of(places)
  local items = {}
  for i = 1, math.min(#places, MOST) do
    local place = places[i]
    items[i] = { filename = place.address, module = place.module, text = place.text, type = place.type or '',
      lnum = place.line or (not place.pattern and 1 or 0), pattern = place.pattern or '', valid = 1 }
  end
  return items
end

local function say_cut(places)
  if #places > MOST then editor.notice(('the list has the first %d of %d'):format(MOST, #places)) end
end

--- A list's window opens its entries in a window of ours: to the editor, that is no place for them, and it would
--- make a new one each time.
local function map_keys()
  if not require('stdaily.config').get().keys then return end
  for _, key in ipairs({ '<CR>', '<2-LeftMouse>' }) do
    if editor.call('maparg', key, 'n') == '' then
      editor.execute(("nnoremap <buffer> <silent> %s <Cmd>call stdaily#call('quickfix', 'open')<CR>"):format(key))
    end
  end
end

--- The window to open an entry in; nil where the editor knows best.
---@param is_local boolean
---@return integer?
local function window_for(is_local)
  local list = is_local and editor.call('getloclist', 0, { context = 0, filewinid = 0 })
    or editor.call('getqflist', { context = 0 })
  if list.context ~= CONTEXT then return nil end
  if is_local then return list.filewinid > 0 and list.filewinid or nil end
  local views = require('stdaily.view')
  local candidates = { editor.call('winnr', '#') }
  for number = 1, editor.call('winnr', '$') do candidates[#candidates + 1] = number end
  for _, number in ipairs(candidates) do
    if number > 0 and views.get(editor.call('winbufnr', number)) then return editor.call('win_getid', number) end
  end
end

--- Opens the entry under the cursor.
function M.open()
  local is_local = editor.call('getwininfo', editor.call('win_getid'))[1].loclist == 1
  local window, line = window_for(is_local), editor.cursor()
  local message
  if window then
    editor.call('win_gotoid', window)
    message = editor.execute(line .. (is_local and 'll' or 'cc'))
  else
    message = editor.execute([[execute "normal! \<CR>"]])
  end
  if message then editor.fail(message) end
end

---@param places stdaily.Place[]
---@param title string
---@return integer id of the list
function M.show(places, title)
  editor.call('setqflist', {}, ' ',
    { title = title, items = items_of(places), context = CONTEXT, quickfixtextfunc = TEXT })
  local id = editor.call('getqflist', { id = 0 }).id
  editor.execute('botright copen')
  map_keys()
  say_cut(places)
  return id
end

--- Gives a list other items; the same one stays current.
---@param id integer
---@return boolean done false when there is no such list any more
function M.renew(id, places)
  local now = editor.call('getqflist', { id = id, idx = 0, title = 0 })
  if now.id ~= id then return false end
  editor.call('setqflist', {}, 'r', { id = id, title = now.title, items = items_of(places), quickfixtextfunc = TEXT,
    idx = math.max(1, math.min(now.idx, #places)) })
  return true
end

--- In the location list of this window.
---@param at integer? the place to stand on
function M.show_local(places, title, at)
  editor.call('setloclist', 0, {}, ' ',
    { title = title, items = items_of(places), context = CONTEXT, quickfixtextfunc = TEXT, idx = at or 1 })
  editor.execute('lopen')
  map_keys()
  say_cut(places)
end

--- A pattern for a line that holds a text.
---@param text string
function M.pattern_for(text) return '\\V' .. text:gsub('\\', '\\\\'):gsub('%z', '.') end

return M
