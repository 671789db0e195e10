--- The archive as a list: issues newest first, their pages and articles; loose pages last.
--- Only the newest issue is open at first, and issues are gathered by year where there are many, so
--- that the list is as quick to show for a million pages as for ten.

local render = require('stdaily.render')
local sheets = require('stdaily.sheet')

local M = {}

local MANY_ISSUES = 60 -- from here on, by years
local FEW_LOOSE = 40 -- loose pages are shown open up to here
local MOST_OPENED = 100 -- issues that are opened at once

local OPEN, SHUT = '▾ ', '▸ '

local function count(number, one, many)
  local text = ('%d'):format(number):reverse():gsub('(%d%d%d)', '%1,'):reverse():gsub('^,', '')
  return ('%s %s'):format(text, number == 1 and one or many or one .. 's')
end

M.count = count

local function year_of(issue) return (issue.date_first or ''):match('^%d+') or 'undated' end

local function is_loose(issue) return issue.issue == '' end

--- The groups of issues, in their order: years, or one group without a name.
local function groups_of(issues)
  local groups, by_year, split = {}, {}, #issues > MANY_ISSUES
  for _, issue in ipairs(issues) do
    local year = not split and 'all' or is_loose(issue) and 'loose' or year_of(issue)
    if not by_year[year] then
      local name = split and not is_loose(issue) and year or nil
      by_year[year] = { key = 'year:' .. year, name = name, issues = {}, pages = 0 }
      groups[#groups + 1] = by_year[year]
    end
    local group = by_year[year]
    group.issues[#group.issues + 1] = issue
    group.pages = group.pages + (issue.pages or 0)
  end
  return groups
end

--- What is open before anyone opened or closed a thing: the newest year and issue, a few loose pages.
local function opens_itself(issues, key)
  local newest = issues[1]
  if not newest then return false end
  if key == 'issue:' .. newest.issue or key == 'year:' .. year_of(newest) or key == 'year:all' then return true end
  if key ~= 'issue:' then return false end
  local loose = issues[#issues]
  return is_loose(loose) and (loose.pages or 0) <= FEW_LOOSE
end

local function is_open(view, issues, key)
  local chosen = view.state.open[key]
  if chosen == nil then return opens_itself(issues, key) end
  return chosen
end

--- Rows of a query for an issue, by page.  Loose pages have no scope of their own.
local function rows_by_page(core, query, issue)
  local by_page = {}
  for _, row in ipairs(core:query(query, issue) or {}) do
    by_page[row.page] = by_page[row.page] or {}
    table.insert(by_page[row.page], row)
  end
  return by_page
end

local function pages_of(core, issue)
  local rows = core:query('pages', issue) or {}
  if issue ~= '' then return rows end
  local loose = {}
  for _, row in ipairs(rows) do
    if (row.issue or '') == '' then loose[#loose + 1] = row end
  end
  return loose
end

local function add_article(sheet, row, indent)
  local headline = (row.headline == nil or row.headline == '') and '(no headline)' or row.headline
  local text = indent .. headline
  local line = sheet:add(text, {
    role = 'article', key = 'article:' .. row.page .. ':' .. row.article, page = row.page, article = row.article,
    issue = row.issue, line = row.line, targets = { { page = row.page, article = row.article, title = headline } },
  })
  local notes = {}
  if row.kicker and row.kicker ~= '' then notes[#notes + 1] = row.kicker end
  if row.continued_from then notes[#notes + 1] = ('from page %d'):format(row.continued_from) end
  if row.jump_page then notes[#notes + 1] = ('to page %d'):format(row.jump_page) end
  if #notes > 0 then
    sheet.lines[line] = text .. '  ' .. table.concat(notes, ' · ')
    sheet:mark(line, #text, -1, 'StdCount')
  end
end

local function page_label(row)
  if row.page_number then return ('page %d'):format(row.page_number), row.page end
  local about = row.not_before and ('not before ' .. row.not_before) or ''
  return row.page, about
end

local function add_page(sheet, row, articles, teasers)
  local label, about = page_label(row)
  local text = '  ' .. label
  local line = sheet:add(text .. (about ~= '' and '  ' .. about or ''), {
    role = 'page', key = 'page:' .. row.page, page = row.page, issue = row.issue,
    targets = { { page = row.page, title = label } },
  })
  sheet:mark(line, 0, #text, 'StdPage')
  sheet:mark(line, #text, -1, 'StdCount')
  for _, article in ipairs(articles or {}) do add_article(sheet, article, '    ') end
  for _, teaser in ipairs(teasers or {}) do render.add_teaser(sheet, teaser, '    ', true) end
end

local function add_issue_pages(view, sheet, issue)
  local core = view.archive.core
  local articles = rows_by_page(core, 'articles', issue.issue)
  local teasers = rows_by_page(core, 'teasers', issue.issue)
  for _, row in ipairs(pages_of(core, issue.issue)) do add_page(sheet, row, articles[row.page], teasers[row.page]) end
end

local function add_issue(view, sheet, issue, open)
  local title = issue.title or issue.issue
  local counts = count(issue.pages or 0, 'page') .. ', ' .. count(issue.articles or 0, 'article')
  local mark = open and OPEN or SHUT
  local line = sheet:add(mark .. title .. '  ' .. counts, {
    role = 'issue', key = 'issue:' .. issue.issue, issue = issue.issue, open = open,
  })
  sheet:mark(line, 0, #mark, 'StdFold')
  sheet:mark(line, #mark, #mark + #title, 'StdIssue')
  sheet:mark(line, #mark + #title, -1, 'StdCount')
  if open then add_issue_pages(view, sheet, issue) end
end

local function add_group(view, sheet, issues, group)
  local open = not group.name or is_open(view, issues, group.key)
  if group.name then
    local mark = open and OPEN or SHUT
    local text = mark .. group.name
    local line = sheet:add(text .. '  ' .. count(#group.issues, 'issue') .. ', ' .. count(group.pages, 'page'),
      { role = 'year', key = group.key, open = open })
    sheet:mark(line, 0, #text, 'StdFold')
    sheet:mark(line, #text, -1, 'StdCount')
  end
  if not open then return end
  for _, issue in ipairs(group.issues) do
    add_issue(view, sheet, issue, is_open(view, issues, 'issue:' .. issue.issue))
  end
end

local function short_path(path)
  local editor = require('stdaily.editor')
  return editor.call('fnamemodify', path, ':~')
end

--- The line of the counts.  A refresh is told of in it, so that nothing moves when one begins or ends.
---@param archive stdaily.OpenArchive
---@param counts string
---@param line integer
---@return string text
---@return stdaily.Mark[] marks
function M.counts_line(archive, counts, line)
  local busy = archive.progress ~= ''
  local text = counts .. '  ' .. (busy and 'Indexing: ' .. archive.progress or 'g? shows the keys')
  return text, { { line, 0, #counts, 'StdCount' }, { line, #counts, -1, busy and 'StdProgress' or 'StdCount' } }
end

--- The lines above the list: what archive, how much of it, and what it is doing.
local function add_head(view, sheet, issues)
  local archive, pages, articles = view.archive, 0, 0
  for _, issue in ipairs(issues) do pages, articles = pages + issue.pages, articles + issue.articles end
  local loose = issues[#issues] and is_loose(issues[#issues]) and 1 or 0
  sheet:add(short_path(archive.path), { role = 'head', key = 'head' }, 'StdHeadline')
  local counts = count(#issues - loose, 'issue') .. ', ' .. count(pages, 'page') .. ', ' .. count(articles, 'article')
  local text, marks = M.counts_line(archive, counts, #sheet.lines + 1)
  sheet:add(text, { role = 'head', key = 'counts', counts = counts })
  for _, mark in ipairs(marks) do sheet.marks[#sheet.marks + 1] = mark end
  local messages = #(archive.core:query('messages') or {})
  if messages > 0 then
    sheet:add(count(messages, 'message') .. ': see :Std messages', { role = 'head', key = 'messages' }, 'StdMissing')
  end
  sheet:add('')
end

local function add_empty(view, sheet)
  if view.archive.progress ~= '' then return end
  sheet:add('No pages here: an archive is a folder of .txt and .md files, at any depth.', { role = 'message' },
    'StdMissing')
end

--- The whole archive, or one issue of it.
---@param view stdaily.View
---@return stdaily.Reading?
---@return string? message
function M.read(view)
  local core = view.archive.core
  view.state = view.state or { open = {} }
  local issues, message = core:query('issues')
  if not issues then return nil, message end
  local sheet = sheets.new()
  if view.where.kind == 'issue' then
    for _, issue in ipairs(issues) do
      if issue.issue == view.where.issue then
        add_issue(view, sheet, issue, true)
        return { sheet = sheet, title = issue.title, row = issue }
      end
    end
    return nil, ('there is no issue %s in this archive'):format(view.where.issue)
  end
  add_head(view, sheet, issues)
  for _, group in ipairs(groups_of(issues)) do add_group(view, sheet, issues, group) end
  if #issues == 0 then add_empty(view, sheet) end
  view.state.issues = issues
  return { sheet = sheet, title = short_path(view.archive.path), row = {} }
end

--- The line of the issue, or year, that a line belongs to.
local function owner(view, line)
  return view.sheet:find(function(item) return item.role == 'issue' or item.role == 'year' end, line, -1)
end

local function set_open(view, line, open)
  local editor = require('stdaily.editor')
  local item = line and view.sheet.items[line]
  if not item or view.where.kind ~= 'browse' then return editor.notice('nothing to open or close here') end
  if open == nil then open = not item.open end
  view.state.open[item.key] = open
  editor.set_cursor(line)
  require('stdaily.view').redraw(view)
end

--- Opens or closes the issue or year of the cursor's line.
---@param open boolean? nil: the other way round
local function fold(open)
  local view = require('stdaily.view').here()
  if view then set_open(view, owner(view, (require('stdaily.editor').cursor())), open) end
end

function M.toggle() fold(nil) end

function M.unfold() fold(true) end

function M.fold() fold(false) end

--- Opens or closes all that the list shows.
local function all(open)
  local views, editor = require('stdaily.view'), require('stdaily.editor')
  local view = views.here()
  if not view or view.where.kind ~= 'browse' then return end
  local opened = 0
  for _, issue in ipairs(view.state.issues or {}) do
    if open and opened >= MOST_OPENED then
      editor.notice(('opened the newest %d issues'):format(opened))
      break
    end
    if open then view.state.open['year:' .. year_of(issue)] = true end
    view.state.open['issue:' .. issue.issue] = open
    opened = opened + 1
  end
  views.redraw(view)
end

function M.unfold_all() all(true) end

function M.fold_all() all(false) end

return M
