--- What a picker can pick from.

local address = require('stdaily.address')
local editor = require('stdaily.editor')

---@class stdaily.PickerSource
---@field name string
---@field title string
---@field fetch fun(archive: stdaily.OpenArchive, query: string, limit: integer): table[]?, string?
---@field total fun(archive: stdaily.OpenArchive): integer?
---@field label fun(row: table): string
---@field detail fun(row: table): string, string right of the label; what of it stays where there is no room
---@field spots fun(row: table, label: string, query: string): integer[][] what of the label was found
---@field spots_in_text (fun(row: table, line: string, query: string): integer[][])? what of a line of the preview
---@field empty fun(archive: stdaily.OpenArchive, query: string): string what an empty list says
---@field reading fun(archive: stdaily.OpenArchive, row: table): stdaily.Reading?
---@field preview_line fun(row: table, sheet: stdaily.Sheet): integer
---@field place fun(archive: stdaily.OpenArchive, row: table): stdaily.Place
---@field open fun(archive: stdaily.OpenArchive, row: table, how: string, modifiers: string?)

local function where_of(archive, row)
  local where = require('stdaily.command').where_of({ kind = row.kind or 'article', page = row.page,
    article = row.article, issue = row.issue })
  where.archive = archive.path
  return where
end

local function headline_of(row)
  local text = row.headline or row.title or ''
  return text ~= '' and text or '(no headline)'
end

--- Issue and page, and the page alone.
---@return string detail
---@return string brief
local function detail_of(row)
  local page = row.page_number and 'p' .. row.page_number or ''
  local issue = row.issue_title or ''
  if issue == '' then return page, page end
  return (issue:match(', (.+)$') or issue) .. (page ~= '' and ' ' .. page or ''), page
end

--- The characters that the matcher names.
local function spots_of_positions(row, label)
  local spots = {}
  for position in (row.positions or ''):gmatch('%d+') do
    local at = tonumber(position)
    local _, last = label:find('^[^\128-\191][\128-\191]*', at + 1)
    spots[#spots + 1] = { at, last or at + 1 }
  end
  return spots
end

--- The words of a query, wherever they begin a word; letters of other scripts wherever they stand.
local function spots_of_words(_, text, query)
  local spots, lower = {}, text:lower()
  for word in query:lower():gmatch('[%w\128-\255]+') do
    local first, last = lower:find(word, 1, true)
    while first do
      local begins = word:byte() > 127 or not lower:sub(first - 1, first - 1):find('%w')
      if first == 1 or begins then spots[#spots + 1] = { first - 1, last } end
      first, last = lower:find(word, last + 1, true)
    end
  end
  return spots
end

local function line_in(row, sheet)
  if not row.line then return 1 end
  return (require('stdaily.source').nearest(sheet, row.line)) or 1
end

local function reading_of(archive, row)
  local target = { page = row.page, article = row.article }
  if row.kind == 'issue' or not row.page or row.page == '' then return nil end
  if row.article == '' then target.article = nil end
  return (require('stdaily.preview').reading(archive.core, target))
end

---@param parts table
---@return stdaily.PickerSource
local function source(parts)
  parts.label = parts.label or headline_of
  parts.detail = parts.detail or detail_of
  parts.spots = parts.spots or spots_of_positions
  parts.reading = reading_of
  parts.preview_line = parts.preview_line or function() return 1 end
  parts.total = parts.total or function() return nil end
  function parts.place(archive, row)
    return { address = address.make(where_of(archive, row)), module = (detail_of(row)), text = parts.label(row),
      line = row.line and parts.line and parts.line(archive, row) or 1 }
  end
  function parts.open(archive, row, how, modifiers)
    if not editor.edit(address.make(where_of(archive, row)), how, how == 'edit' and modifiers or nil) then return end
    if parts.line then editor.set_cursor(parts.line(archive, row)) end
  end
  return parts
end

local function indexing_or(text)
  return function(archive, query)
    if archive.progress ~= '' then return 'indexing: the list fills when that is done' end
    return query == '' and 'no articles' or text
  end
end

local function line_of_hit(archive, row)
  local reading = reading_of(archive, row)
  return reading and line_in(row, reading.sheet) or 1
end

return {
  match = source({
    name = 'match',
    title = 'Headlines',
    fetch = function(archive, query, limit) return archive.core:query('match', query, limit) end,
    total = function(archive) return ((archive.core:query('info') or {})[1] or {}).articles end,
    empty = indexing_or('no headline matches'),
  }),
  search = source({
    name = 'search',
    title = 'Full text',
    fetch = function(archive, query, limit)
      if query:find('^%s*$') then return {} end
      return archive.core:query('search', query, limit)
    end,
    label = function(row) return headline_of(row) .. ': ' .. (row.snippet or '') end,
    spots = spots_of_words,
    spots_in_text = spots_of_words,
    preview_line = line_in,
    line = line_of_hit,
    empty = function(_, query) return query == '' and 'type words to search for' or 'no article has these words' end,
  }),
  find = source({
    name = 'find',
    title = 'Open',
    fetch = function(archive, query) return archive.core:query('find', query) end,
    detail = function(row) return row.kind, row.kind end,
    empty = indexing_or('nothing is called so'),
  }),
}
