--- What is known of an archive: its figures, its links, what could not be read.

local editor = require('stdaily.editor')

local M = {}

local function archive_or_say()
  local archive, message = require('stdaily.archives').default()
  if not archive then editor.fail(message) end
  return archive
end

--- Rows of a query, or nil after saying why not.
local function ask(archive, ...)
  local rows, message = archive.core:query(...)
  if not rows then editor.fail(message) end
  return rows
end

local function figures(archive, info)
  local count = require('stdaily.browse').count
  local rows = {
    { 'archive', archive.path },
    { 'index', info.cache_path },
    { 'refreshed', info.refreshed_at and editor.call('strftime', '%Y-%m-%d %H:%M', info.refreshed_at) or 'never' },
    { 'pages', ('%s in %s; %s'):format(count(info.pages or 0, 'page'), count(info.files or 0, 'file'),
      count(info.loose_pages or 0, 'loose page')) },
    { 'issues', ('%d'):format(info.issues or 0) },
    { 'articles', ('%d'):format(info.articles or 0) },
    { 'jumps', ('%d: %d linked, %d to pages that are missing, %d unmatched'):format(info.jumps or 0, info.linked or 0,
      info.missing or 0, info.unmatched or 0) },
    { 'teasers', ('%d: %d linked'):format(info.teasers or 0, info.teasers_linked or 0) },
    { 'messages', ('%d'):format(info.messages or 0) },
  }
  if (info.corrected or 0) > 0 then
    table.insert(rows, #rows, { 'corrected', ('%s by you, kept in %s'):format(count(info.corrected, 'link'),
      info.corrections_path) })
  end
  return rows
end

local function add_page(pairs_, archive, page)
  local row = (archive.core:query('pages', page) or {})[1]
  if not row then return end
  pairs_[#pairs_ + 1] = { '', '' }
  pairs_[#pairs_ + 1] = { 'this page', page }
  pairs_[#pairs_ + 1] = { 'placed by', (row.evidence or '') ~= '' and row.evidence or 'nothing: it is loose' }
  if row.not_before then pairs_[#pairs_ + 1] = { 'not before', row.not_before } end
end

local MOST_PAGES = 200 -- whose mends are counted while one waits

--- How often the words of a scope were mended, by reason, most frequent first.
---@param what string a name for the scope
local function add_mends(rows, archive, scope, what)
  local counts, reasons, all = {}, {}, 0
  for _, mend in ipairs(archive.core:query('mends', scope) or {}) do
    if not counts[mend.reason] then
      counts[mend.reason] = 0
      reasons[#reasons + 1] = mend.reason
    end
    counts[mend.reason], all = counts[mend.reason] + 1, all + 1
  end
  table.sort(reasons, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return a < b
  end)
  rows[#rows + 1] = { 'mended', ('%d in %s'):format(all, what) }
  for _, reason in ipairs(reasons) do rows[#rows + 1] = { '', ('%4d  %s'):format(counts[reason], reason) } end
end

--- The mends of what this buffer shows, or of the whole archive if that is soon done.
local function add_mends_here(rows, archive, view, pages)
  local where = view and view.archive == archive and view.where or {}
  if where.page then
    add_mends(rows, archive, where.page, 'the words of this page')
  elseif where.kind == 'issue' and where.issue ~= '' then
    add_mends(rows, archive, where.issue, 'the words of this issue')
  elseif pages <= MOST_PAGES then
    add_mends(rows, archive, '', 'the words of all pages')
  else
    rows[#rows + 1] = { 'mended', 'open an issue or a page, and :Std info counts its mends' }
  end
end

--- The archive's figures, how this buffer's page was placed, and what was mended in it.
function M.info()
  local archive = archive_or_say()
  local infos = archive and ask(archive, 'info')
  if not infos then return end
  local rows = figures(archive, infos[1] or {})
  local view = require('stdaily.view').get()
  if view and view.archive == archive and view.where.page then add_page(rows, archive, view.where.page) end
  add_mends_here(rows, archive, view, infos[1].pages or 0)
  local lines, marks = {}, {}
  for i, row in ipairs(rows) do
    lines[i] = (' %-10s %s '):format(row[1], row[2] or '')
    marks[i] = { i, 1, 1 + #row[1], 'StdKey' }
  end
  editor.hover(lines, marks, 'stdaily')
end

--- What could not be read.
function M.messages()
  local archive = archive_or_say()
  local rows = archive and ask(archive, 'messages')
  if not rows then return end
  if #rows == 0 then return editor.notice('every file was read') end
  local places = {}
  for i, row in ipairs(rows) do
    -- the index's own path is absolute
    local path = row.path:sub(1, 1) == '/' and row.path or archive.path .. '/' .. row.path
    places[i] = { address = path, module = row.path, line = row.line, text = row.message, type = 'W' }
  end
  require('stdaily.quickfix').show(places, 'Messages of ' .. archive.path)
end

return M
