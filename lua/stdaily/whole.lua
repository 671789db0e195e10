--- From a part of a story to the whole of it, at the same line, and back.

local address = require('stdaily.address')
local editor = require('stdaily.editor')
local views = require('stdaily.view')

local M = {}

--- What one goes to has the same line of the same page.
local function is_same(item)
  return function(other)
    return other.page == item.page and other.line == item.line and other.role == item.role
  end
end

--- Puts the cursor on the same text, or as near above it as there is any.
local function go_to(item, column)
  local view = views.get()
  local line = item and view and view.sheet:find(is_same(item))
  if line then
    editor.set_cursor(line, column)
  elseif item and item.line then
    local nearest = require('stdaily.source').nearest(view.sheet, item.line, item.page)
    if nearest then editor.set_cursor(nearest) end
  end
end

local function open(view, where, item)
  where.archive = view.archive.path
  local _, column = editor.cursor()
  if editor.edit(address.make(where)) then go_to(item, column) end
end

--- The item of the cursor's line, or on an empty line that of the nearest one above.
local function item_here(view)
  local line = editor.cursor()
  local found = view.sheet:find(function(item) return item.page ~= nil end, line, -1)
  return found and view.sheet.items[found]
end

--- In an article: the story's other parts too.  In the whole story: the part that the cursor is in.
function M.toggle()
  local view = views.here()
  if not view then return end
  local item = item_here(view)
  local page, article = item and item.page, item and item.article
  if not page or not article then return editor.notice('no story on this line') end
  if view.where.kind == 'whole' then
    return open(view, { kind = 'article', page = page, article = article }, item)
  end
  local core, reader = view.archive.core, require('stdaily.reader')
  local first_page, first_article = reader.beginning(core, page, article)
  local reading, message = reader.whole(core, first_page, first_article)
  if not reading then return editor.fail(message) end
  if reading.is_one then return editor.notice(M.why_one(reading)) end
  open(view, { kind = 'whole', page = first_page, article = first_article }, item)
end

--- Why a story has no other part.
---@param reading stdaily.Reading
function M.why_one(reading)
  local line = reading.sheet:find(function(item) return item.role == 'jump' and item.message ~= nil end)
    or reading.sheet:find(function(item) return item.role == 'continued' and item.message ~= nil end)
  if line then return reading.sheet.items[line].message end
  return 'all of this story is on this page'
end

return M
