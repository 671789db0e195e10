--- What is known of an archive: its figures, its links, what could not be read.

local address = require('stdaily.address')
local editor = require('stdaily.editor')
local render = require('stdaily.render')

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
  return {
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
end

local function add_page(pairs_, archive, page)
  local row = (archive.core:query('pages', page) or {})[1]
  if not row then return end
  pairs_[#pairs_ + 1] = { '', '' }
  pairs_[#pairs_ + 1] = { 'this page', page }
  pairs_[#pairs_ + 1] = { 'placed by', (row.evidence or '') ~= '' and row.evidence or 'nothing: it is loose' }
  if row.not_before then pairs_[#pairs_ + 1] = { 'not before', row.not_before } end
end

--- The archive's figures, and how this buffer's page was placed.
function M.info()
  local archive = archive_or_say()
  local infos = archive and ask(archive, 'info')
  if not infos then return end
  local rows = figures(archive, infos[1] or {})
  local view = require('stdaily.view').get()
  if view and view.where.page then add_page(rows, archive, view.where.page) end
  local lines, marks, width = {}, {}, 0
  for i, row in ipairs(rows) do
    lines[i] = (' %-10s %s '):format(row[1], row[2] or '')
    marks[i] = { i, 1, 1 + #row[1], 'StdKey' }
    width = math.max(width, editor.call('strdisplaywidth', lines[i]))
  end
  width = math.min(width, editor.eval('&columns') - 4)
  editor.hover(lines, marks, { width = width, height = #lines }, 'stdaily')
end

local STATUS = { linked = 'linked', missing = 'page-missing', unmatched = 'unmatched' }
local TYPES = { linked = 'I', ['page-missing'] = 'E', unmatched = 'W' }

local function place_of(archive, row)
  local targets, message = render.targets(row)
  local where = { archive = archive.path, kind = row.article and 'article' or 'page', page = row.page,
    article = row.article }
  return {
    address = address.make(where),
    module = row.headline ~= '' and row.headline or row.page,
    text = row.message or message or row.status,
    type = TYPES[row.status],
    pattern = require('stdaily.quickfix').pattern_for(targets and ' → ' .. targets[1].title or message or ''),
  }
end

--- Every jump of the archive, or those of one status.
---@param narrow string
function M.links(narrow)
  local wanted = STATUS[narrow]
  if narrow ~= '' and not wanted then return editor.fail('links are linked, missing or unmatched') end
  local archive = archive_or_say()
  local rows = archive and ask(archive, 'jumps')
  if not rows then return end
  local places = {}
  for _, row in ipairs(rows) do
    if not wanted or row.status == wanted then places[#places + 1] = place_of(archive, row) end
  end
  if #places == 0 then return editor.notice('no jumps to list') end
  require('stdaily.quickfix').show(places, 'Jumps ' .. (narrow ~= '' and narrow or 'of ' .. archive.path))
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
