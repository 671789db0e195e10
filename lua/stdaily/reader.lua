--- Asks the core for an article, a page or its source, and has it rendered.

local render = require('stdaily.render')
local sheets = require('stdaily.sheet')

local M = {}

--- Runs queries, each a name and its arguments, until one fails.
---@return table<string, table[]>? results by the queries' names
---@return string? message
local function ask(core, ...)
  local results = {}
  local unpack = table.unpack or unpack -- luacheck: ignore
  for _, query in ipairs({ ... }) do
    local rows, message = core:query(unpack(query))
    if not rows then return nil, message end
    results[query[1]] = rows
  end
  return results
end

local function where(test, rows)
  local kept = {}
  for _, row in ipairs(rows) do
    if test(row) then kept[#kept + 1] = row end
  end
  return kept
end

---@class stdaily.Reading
---@field sheet stdaily.Sheet
---@field title string
---@field row table of the article or page
---@field is_one boolean? of a whole story: all of it stands on one page

--- Everything that is shown of an article.
---@param core stdaily.Archive
---@return stdaily.ArticleRows? data
---@return string? message
function M.article_rows(core, page, article)
  local found, message = ask(core, { 'article', page, article }, { 'paragraphs', page, article }, { 'jumps', page },
    { 'origins', page, article })
  if not found then return nil, message end
  local row = found.article[1]
  if not row then return nil, ('there is no article %s on %s any more'):format(article, page) end
  return {
    article = row,
    paragraphs = found.paragraphs,
    jumps = where(function(jump) return jump.article == article end, found.jumps),
    origins = found.origins,
  }
end

local function title_of(row) return (row.headline or '') ~= '' and row.headline or '(no headline)' end

---@return stdaily.Reading?
---@return string? message
function M.article(core, page, article)
  local data, message = M.article_rows(core, page, article)
  if not data then return nil, message end
  return { sheet = render.article(data), title = title_of(data.article), row = data.article }
end

--- The article of the row of `origins` in which a story stands before; teasers are no parts.
local function before(core, page, article, seen)
  for _, row in ipairs(core:query('origins', page, article) or {}) do
    if row.article and not seen[row.page .. ':' .. row.article] then return row end
  end
end

--- The article with which a story begins.
---@return string page
---@return string article
function M.beginning(core, page, article)
  local seen = {}
  while true do
    seen[page .. ':' .. article] = true
    local row = before(core, page, article, seen)
    if not row then return page, article end
    page, article = row.page, row.article
  end
end

--- A part of a story and all that goes on from it; none twice.
---@return stdaily.Part?
---@return string? message
local function part_of(core, page, article, seen)
  seen[page .. ':' .. article] = true
  local data, message = M.article_rows(core, page, article)
  if not data then return nil, message end
  local after = {}
  for _, jump in ipairs(data.jumps) do
    local is_new = jump.status == 'linked' and jump.target_article
      and not seen[jump.target_page .. ':' .. jump.target_article]
    if is_new then after[jump.line] = part_of(core, jump.target_page, jump.target_article, seen) end
  end
  return { data = data, after = after }
end

--- A story with all its parts, from the one with which it begins.
---@return stdaily.Reading?
---@return string? message
function M.whole(core, page, article)
  local part, message = part_of(core, page, article, {})
  if not part then return nil, message end
  local row = part.data.article
  return { sheet = render.whole(part), title = title_of(row), row = row, is_one = next(part.after) == nil }
end

local function issue_title(core, issue)
  for _, row in ipairs(core:query('issues') or {}) do
    if row.issue == issue then return row.title end
  end
  return ''
end

--- Which article each row of the page belongs to, and what leads to it.
local function belongings(core, page, articles)
  local article_of, origins = {}, {}
  for _, row in ipairs(articles) do
    for _, paragraph in ipairs(core:query('paragraphs', page, row.article) or {}) do
      article_of[paragraph.role .. ':' .. (paragraph.line or 0)] = row.article
    end
    origins[row.article] = core:query('origins', page, row.article) or {}
  end
  return article_of, origins
end

---@return stdaily.Reading?
---@return string? message
function M.page(core, page)
  local found, message = ask(core, { 'pages', page }, { 'paragraphs', page, '' }, { 'articles', page },
    { 'jumps', page }, { 'teasers', page })
  if not found then return nil, message end
  local row = found.pages[1]
  if not row then return nil, ('there is no page %s any more'):format(page) end
  row.issue_title = issue_title(core, row.issue)
  local article_of, origins = belongings(core, page, found.articles)
  return {
    sheet = render.page({ page = row, rows = found.paragraphs, article_of = article_of, jumps = found.jumps,
      teasers = found.teasers, origins = origins }),
    title = render.dateline(row),
    row = row,
  }
end

--- The page as OCR left it: the buffer's lines are the page's.
---@return stdaily.Reading?
---@return string? message
function M.source(core, page)
  local found, message = ask(core, { 'pages', page }, { 'source', page })
  if not found then return nil, message end
  local sheet = sheets.new()
  for i, row in ipairs(found.source) do
    sheet:add(sheets.shown(row.text or ''), { role = 'source', page = page, line = i, key = 'source:' .. i })
  end
  local row = found.pages[1]
  row.issue_title = issue_title(core, row.issue)
  return { sheet = sheet, title = page, row = row }
end

return M
