--- From what is read to the page as OCR left it, at the same line, and back.

local address = require('stdaily.address')
local editor = require('stdaily.editor')
local views = require('stdaily.view')

local M = {}

---@param spans string? "OFFSET:LINE,…"
---@return fun(): integer?, integer? offset and line
local function each_span(spans)
  local next_pair = (spans or ''):gmatch('(%d+):(%d+)')
  return function()
    local offset, line = next_pair()
    return tonumber(offset), tonumber(line)
  end
end

--- The page's line that byte `offset` of an item's text comes from, and how far into it that is; mended
--- words make the latter a guess.
---@param item stdaily.Item
---@param offset integer from 0
---@return integer line
---@return integer bytes
function M.line_at(item, offset)
  local found, from = item.line or 1, 0
  for start, line in each_span(item.spans) do
    if start > offset then break end
    found, from = line, start
  end
  return found, offset - from
end

--- How far an item is from a line of the page, and the byte of its text that is nearest.
---@param item stdaily.Item
---@return integer? distance nil where it comes from no line
---@return integer offset
function M.distance(item, line)
  local best, at
  for offset, from in each_span(item.spans) do
    local away = math.abs(from - line)
    if not best or away < best then best, at = away, offset end
  end
  if not best and item.line then best, at = math.abs(item.line - line), 0 end
  return best, at or 0
end

--- The line and column of a sheet that stand nearest to a line of the page.
---@param sheet stdaily.Sheet
---@param page string? where the sheet has text of several pages
---@return integer? line
---@return integer column
---@return integer distance
function M.nearest(sheet, line, page)
  local best, best_line, column
  for number = 1, #sheet.lines do
    local item = sheet.items[number]
    local away, offset = nil, 0
    local is_text = item and item.role ~= 'dateline' and (not page or item.page == page)
    if is_text then away, offset = M.distance(item, line) end
    if away and (not best or away < best) then best, best_line, column = away, number, offset + 1 end
  end
  return best_line, column or 1, best or math.huge
end

local function to_source(view)
  local line, column = editor.cursor()
  local item = view.sheet.items[line]
  if not item then item = view.sheet.items[math.max(line - 1, 1)] end -- an empty line: what stands above it
  local page = item and item.page or view.where.page
  if not page then return editor.notice('no page on this line') end
  local target, bytes = 1, 0
  if item and item.line then target, bytes = M.line_at(item, column - 1) end
  local from = { where = view.where, line = line, column = column, arrived = target }
  if not editor.edit(address.make({ archive = view.archive.path, kind = 'source', page = page })) then return end
  editor.set_cursor(target, bytes + 1)
  local source = views.get()
  if source then source.state = from end
end

--- The article, or the page where no article holds it, that shows a line of the page.
local function reading_of(view, line)
  local core, page, reader = view.archive.core, view.where.page, require('stdaily.reader')
  local best
  local function try(where, reading)
    if not reading then return end
    local at, column, away = M.nearest(reading.sheet, line, page)
    if at and (not best or away < best.away) then best = { where = where, line = at, column = column, away = away } end
  end
  local from = view.state and view.state.where or {}
  if from.kind == 'page' then try(from, reader.page(core, page)) end
  if from.kind == 'whole' then try(from, reader.whole(core, from.page, from.article)) end
  if from.kind == 'article' and from.page == page then try(from, reader.article(core, page, from.article)) end
  for _, row in ipairs(core:query('articles', page) or {}) do
    if best and best.away == 0 then break end
    try({ kind = 'article', page = page, article = row.article }, reader.article(core, page, row.article))
  end
  if not best or best.away > 0 then try({ kind = 'page', page = page }, reader.page(core, page)) end
  return best
end

local function to_reading(view)
  local line, column = editor.cursor()
  local from = view.state
  if from and from.arrived == line then
    if editor.edit(address.make(from.where)) then editor.set_cursor(from.line, from.column) end
    return
  end
  local best = reading_of(view, line)
  if not best then return editor.notice('nothing to read on this page') end
  best.where.archive = view.archive.path
  if editor.edit(address.make(best.where)) then editor.set_cursor(best.line, best.column + column - 1) end
end

function M.toggle()
  local view = views.here()
  if not view then return end
  if view.where.kind == 'source' then to_reading(view) else to_source(view) end
end

return M
