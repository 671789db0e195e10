--- From article to article, from issue to issue, and up.

local address = require('stdaily.address')
local editor = require('stdaily.editor')
local views = require('stdaily.view')

local M = {}

local function open(view, where)
  where.archive = view.archive.path
  editor.edit(address.make(where))
end

local function index_of(rows, test)
  for i, row in ipairs(rows) do
    if test(row) then return i end
  end
end

--- The rows of a query that one goes through from this page: the issue's, or a loose page's own.
local function around(view, query)
  local issue = view.row and view.row.issue or ''
  return view.archive.core:query(query, issue ~= '' and issue or view.where.page) or {}
end

local function ends(step, what)
  editor.notice(('this is the %s %s'):format(step > 0 and 'last' or 'first', what))
end

--- In lists and on whole pages: to a line of this role.
---@return boolean
local function to_line(view, roles, step)
  local line = editor.cursor()
  local found
  for _ = 1, editor.eval('v:count1') do
    local next_line = view.sheet:find(function(item) return roles[item.role] end, line + step, step)
    if not next_line then break end
    line, found = next_line, true
  end
  if found then
    editor.execute("normal! m'")
    editor.set_cursor(line)
  end
  return found or false
end

local function to_article(view, step)
  local rows, where = around(view, 'articles'), view.where
  local at = index_of(rows, function(row) return row.page == where.page and row.article == where.article end)
  local row = at and rows[math.max(1, math.min(#rows, at + step * editor.eval('v:count1')))]
  if not row or rows[at] == row then
    return ends(step, (view.row.issue or '') ~= '' and 'article of the issue: ]i and [i go to another' or 'article')
  end
  open(view, { kind = 'article', page = row.page, article = row.article })
end

local function to_page(view, step)
  local rows = around(view, 'pages')
  local at = index_of(rows, function(row) return row.page == view.where.page end)
  local row = at and rows[at + step]
  if not row then return ends(step, 'page') end
  open(view, { kind = view.where.kind, page = row.page })
end

local function move(step)
  local view = views.here()
  if not view then return end
  local kind = view.where.kind
  if kind == 'whole' then
    if not to_line(view, { headline = true, part = true }, step) then to_article(view, step) end
  elseif kind == 'article' then
    to_article(view, step)
  elseif kind == 'source' then
    to_page(view, step)
  elseif not to_line(view, kind == 'page' and { headline = true } or { article = true }, step) then
    if kind == 'page' then to_page(view, step) else ends(step, 'article shown') end
  end
end

function M.next_article() move(1) end

function M.previous_article() move(-1) end

--- Opens an issue as this view shows things: at its first article, its first page, or whole.
local function open_issue(view, issue)
  local core, kind = view.archive.core, view.where.kind
  if kind == 'article' or kind == 'whole' then
    local row = (core:query('articles', issue) or {})[1]
    if row then return open(view, { kind = 'article', page = row.page, article = row.article }) end
  elseif kind ~= 'issue' then
    local row = (core:query('pages', issue) or {})[1]
    if row then return open(view, { kind = kind, page = row.page }) end
  end
  open(view, { kind = 'issue', issue = issue })
end

local function move_issue(step)
  local view = views.here()
  if not view then return end
  if view.where.kind == 'browse' then
    if not to_line(view, { issue = true }, step) then ends(step, 'issue shown') end
    return
  end
  local current, issues = view.row and view.row.issue or '', {}
  for _, row in ipairs(view.archive.core:query('issues') or {}) do
    if row.issue ~= '' then issues[#issues + 1] = row end
  end
  local at = index_of(issues, function(row) return row.issue == current end)
  if not at then return editor.notice('this page is of no known issue') end
  local row = issues[math.max(1, math.min(#issues, at - step * editor.eval('v:count1')))]
  if row == issues[at] then
    return editor.notice(('this is the %s issue of the archive'):format(step > 0 and 'newest' or 'oldest'))
  end
  open_issue(view, row.issue)
end

function M.next_issue() move_issue(1) end

function M.previous_issue() move_issue(-1) end

--- Puts the cursor on what the person came from.
local function to_key(key)
  local view = views.get()
  local line = view and view.sheet:find(function(item) return item.key == key end)
  if line then editor.set_cursor(line) end
end

--- Whole story → article → page → issue → archive.
function M.up()
  local view = views.here(true)
  if not view then return end
  local where, issue = view.where, view.row and view.row.issue or ''
  if not view.row and where.kind ~= 'browse' then
    open(view, { kind = 'browse' })
  elseif where.kind == 'whole' then
    require('stdaily.whole').toggle()
  elseif where.kind == 'article' or where.kind == 'source' then
    local key = where.kind == 'article' and view.sheet:find(function(item) return item.role == 'headline' end)
    key = key and view.sheet.items[key].key
    open(view, { kind = 'page', page = where.page })
    if key then to_key(key) end
  elseif where.kind == 'page' and issue ~= '' then
    open(view, { kind = 'issue', issue = issue })
    to_key('page:' .. where.page)
  elseif where.kind ~= 'browse' then
    open(view, { kind = 'browse' })
    to_key(where.kind == 'issue' and 'issue:' .. where.issue or 'page:' .. (where.page or ''))
  else
    editor.notice('this is the whole archive')
  end
end

return M
