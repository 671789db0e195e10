--- Lists of places, in the quickfix window.

local editor = require('stdaily.editor')

local M = {}

--- The editor is slow to take many new names at once.
local MOST = 2000

--- How a list shows its places: without what only the editor needs.
local TEXT = 'stdaily#quickfix_text'

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

---@param places stdaily.Place[]
---@param title string
---@return integer id of the list
function M.show(places, title)
  editor.call('setqflist', {}, ' ', { title = title, items = items_of(places), quickfixtextfunc = TEXT })
  local id = editor.call('getqflist', { id = 0 }).id
  editor.execute('botright copen')
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
    { title = title, items = items_of(places), quickfixtextfunc = TEXT, idx = at or 1 })
  editor.execute('lopen')
  say_cut(places)
end

--- A pattern for a line that holds a text.
---@param text string
function M.pattern_for(text) return '\\V' .. text:gsub('\\', '\\\\'):gsub('%z', '.') end

return M
