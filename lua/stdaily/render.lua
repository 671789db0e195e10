--- Articles and pages as text.  Pure: rows of the core in, a sheet out.

local notes = require('stdaily.notes')
local sheets = require('stdaily.sheet')

local M = {}

local GROUPS = {
  kicker = 'StdKicker',
  headline = 'StdHeadline',
  deck = 'StdCrosshead',
  byline = 'StdByline',
  crosshead = 'StdCrosshead',
  caption = 'StdCaption',
  credit = 'StdCredit',
  graphic = 'StdSidebar',
  sidebar = 'StdSidebar',
  gap = 'StdGap',
}

local RULE = ('─'):rep(40)

local CLOSE = { graphic = true, sidebar = true, teaser = true }

local HEAD = { kicker = true, headline = true, deck = true, byline = true, continued = true }

--- "17-18 May 2025 · page 1 · Vol. 5 No. 191"
---@param row table of the query `articles`, or one with its issue_title and page_number
function M.dateline(row)
  local parts = {}
  local title = row.issue_title or ''
  local number, date = title:match('^(.-), (.+)$')
  if row.issue == '' or row.issue == nil or title == '' then
    parts[1] = 'loose page'
  else
    parts[1] = date or title
  end
  parts[#parts + 1] = row.page_number and 'page ' .. row.page_number or row.page
  if number and date then parts[#parts + 1] = number end
  return table.concat(parts, ' · ')
end

--- The target of a row of `jumps` or `teasers`, or nothing and why.
---@return stdaily.Target[]? targets
---@return string? message
function M.targets(row)
  if row.status ~= 'linked' then return nil, row.message end
  return { {
    page = row.target_page,
    article = row.target_article,
    line = row.target_line,
    title = row.target_headline or '',
    confidence = row.confidence,
  } }
end

local function titled(title) return (title == nil or title == '') and '(no headline)' or title end

--- Where a linked jump leads: a headline and a page, and who said so if it was a person.
---@param jump table
local function destination(jump)
  local number = jump.target_page_number
  local page = number and ('page %d'):format(number) or jump.target_page
  return ('%s (%s%s)'):format(titled(jump.target_headline), page, jump.corrected == 1 and ', corrected by you' or '')
end

--- Adds a jump line and where it leads.
---@param jump table? its row in `jumps`
local function add_jump(sheet, text, item, jump)
  local tail, group = '', 'StdJump'
  if jump then
    item.targets, item.message = M.targets(jump)
    item.marker, item.name, item.status = jump.marker, text, jump.status
    item.corrected = jump.corrected == 1
    if item.targets then
      tail = ' → ' .. destination(jump)
    else
      tail, group = ': ' .. jump.message, 'StdMissing'
    end
  end
  local line = sheet:add(text .. tail, item)
  sheet:mark(line, 0, #text, 'StdJump')
  sheet:mark(line, #text, -1, group == 'StdJump' and 'StdTarget' or group)
end

--- Adds "From page 1" and where that is.
---@param row table of `paragraphs`; its note says why there are no origins
---@param origins table[] rows of `origins`
local function add_continued(sheet, row, item, origins)
  local tail, group
  if #origins > 0 then
    item.targets = M.origins(origins)
    tail, group = ' → ' .. titled(origins[1].headline), 'StdTarget'
  else
    item.message = row.note ~= '' and row.note or nil
    tail, group = item.message and ': ' .. item.message or '', 'StdMissing'
  end
  local line = sheet:add(row.text .. tail, item)
  sheet:mark(line, 0, #row.text, 'StdJump')
  sheet:mark(line, #row.text, -1, group)
end

---@return stdaily.Target[]
function M.origins(rows)
  local targets = {}
  for i, row in ipairs(rows) do
    targets[i] = { page = row.page, article = row.article, line = row.line, title = row.headline or '',
      confidence = row.confidence, is_marker = true }
  end
  return targets
end

---@param row table of `paragraphs`
---@param page string
---@param article string?
local function item_of(row, page, article)
  return { role = row.role, page = page, article = article, line = row.line, spans = row.spans,
    key = ('%s:%s:%s'):format(row.role, page, row.line or 0) }
end

--- Adds a paragraph, which is no jump and no continued line.
local function add_paragraph(sheet, row, item)
  local text, quiet
  text, quiet, item.spans = notes.put(sheets.shown(row.text or ''), row.marks, row.spans)
  local line = sheet:add(text, item, GROUPS[row.role])
  for _, stretch in ipairs(quiet) do sheet:mark(line, stretch[1], stretch[2], 'StdGap') end
  if row.role == 'caption' and row.credit and row.credit ~= '' then
    local credit = ' (' .. row.credit .. ')'
    sheet.lines[line] = text .. credit
    sheet:mark(line, #text, -1, 'StdCredit')
  end
  if #quiet == 0 and row.note and row.note ~= '' then
    local note = row.role == 'gap' and ' ' .. row.note or (' [%s]'):format(row.note)
    local at = #sheet.lines[line]
    sheet.lines[line] = sheet.lines[line] .. note
    sheet:mark(line, at, -1, 'StdGap')
  end
end

--- How the rows that follow each other stand: the head's close together, paragraphs apart.
local function is_close(previous, row)
  return previous == nil or (HEAD[previous] and HEAD[row.role])
    or (previous == row.role and CLOSE[row.role])
end

---@class stdaily.ArticleRows
---@field article table row of `article`
---@field paragraphs table[]
---@field jumps table[] rows of `jumps` that belong to it
---@field origins table[]

local function by_line_of(rows)
  local by_line = {}
  for _, row in ipairs(rows) do by_line[row.line] = row end
  return by_line
end

--- Adds a row that is not in an article's head.
---@param markers { jumps: table<integer, table>, teasers: table<integer, table>? } by line
local function add_row(sheet, row, item, markers, origins)
  if row.role == 'jump' then
    add_jump(sheet, row.text, item, markers.jumps[row.line])
  elseif row.role == 'teaser' and markers.teasers[row.line] then
    M.add_teaser(sheet, markers.teasers[row.line], '')
  elseif row.role == 'continued' then
    add_continued(sheet, row, item, origins)
  else
    add_paragraph(sheet, row, item)
  end
end

local function number_of_head_rows(rows)
  local count = 0
  for i, row in ipairs(rows) do
    if not HEAD[row.role] then break end
    count = i
  end
  return count
end

local function add_head(sheet, data)
  local article, later, has_headline = data.article, {}, false
  local count = number_of_head_rows(data.paragraphs)
  for i = 1, count do
    local row = data.paragraphs[i]
    local item = item_of(row, article.page, article.article)
    has_headline = has_headline or row.role == 'headline'
    if row.role == 'continued' then
      later[#later + 1] = { row, item }
    else
      if row.role == 'headline' and #data.origins > 0 then item.targets = M.origins(data.origins) end
      add_paragraph(sheet, row, item)
    end
  end
  if not has_headline then
    sheet:add('(no headline)', { role = 'headline', key = 'headline:0', page = article.page,
      article = article.article, line = article.line }, 'StdGap')
  end
  sheet:add(M.dateline(article), { role = 'dateline', key = 'dateline', page = article.page,
    article = article.article, line = article.line }, 'StdDateline')
  for _, pair in ipairs(later) do
    add_continued(sheet, pair[1], pair[2], data.origins)
  end
  return count
end

--- Adds what stands below an article's head.
---@param rows table[]
---@param instead (fun(row: table): boolean)? adds something in the place of a row
local function add_text(sheet, data, rows, previous, instead)
  local article, markers = data.article, { jumps = by_line_of(data.jumps) }
  for _, row in ipairs(rows) do
    if not is_close(previous, row) then sheet:blank() end
    if not (instead and instead(row)) then
      add_row(sheet, row, item_of(row, article.page, article.article), markers, data.origins)
    end
    previous = row.role
  end
end

local function rows_from(rows, first)
  local rest = {}
  for i = first, #rows do rest[#rest + 1] = rows[i] end
  return rest
end

--- An article.
---@param data stdaily.ArticleRows
---@return stdaily.Sheet
function M.article(data)
  local sheet = sheets.new()
  add_text(sheet, data, rows_from(data.paragraphs, add_head(sheet, data) + 1), 'dateline')
  return sheet
end

---@class stdaily.Part of a story: what stands on one page
---@field data stdaily.ArticleRows
---@field after table<integer, stdaily.Part> the parts that go on, by the line of the jump that leads there

local function page_of(article) return article.page_number and 'page ' .. article.page_number or article.page end

--- Adds a page break: a line that leads to the part above, one that leads to the part below.
---@param jump table row of `paragraphs`
---@param above stdaily.Part
---@param below stdaily.Part
local function add_break(sheet, jump, above, below)
  local from, to, continued, marker = above.data.article, below.data.article, '', nil
  for _, row in ipairs(above.data.jumps) do
    if row.line == jump.line then marker = row.marker end
  end
  for _, row in ipairs(below.data.paragraphs) do
    if row.role == 'continued' then continued = ' · ' .. row.text end
  end
  sheet:blank()
  sheet:add(('↑ %s · %s'):format(page_of(from), jump.text), { role = 'break', key = 'break:' .. from.page .. jump.line,
    page = from.page, article = from.article, line = jump.line,
    targets = { { page = from.page, article = from.article, line = jump.line, is_marker = true,
      title = from.headline or '' } } }, 'StdJump')
  sheet:add(RULE, nil, 'StdRule')
  sheet:add(('↓ %s%s · %s'):format(page_of(to), continued, titled(to.headline)), { role = 'part',
    key = 'part:' .. to.page .. to.article, page = to.page, article = to.article, line = to.line,
    marker = marker, marker_page = from.page, name = jump.text,
    targets = { { page = to.page, article = to.article, line = to.line, title = to.headline or '' } } }, 'StdJump')
end

--- Adds of the head of a later part what the page break does not tell.
---@return integer count of the head's rows
local function add_byline(sheet, data)
  local count, article = number_of_head_rows(data.paragraphs), data.article
  for i = 1, count do
    local row = data.paragraphs[i]
    if row.role == 'kicker' or row.role == 'byline' then
      add_paragraph(sheet, row, item_of(row, article.page, article.article))
    end
  end
  return count
end

local TEXT = { body = true, crosshead = true, gap = true }

--- The rows of a part with what stands at a jump line, captions and boxes, before it: after it the story goes on
--- elsewhere.
local function jumps_last(rows)
  local ordered, jumps = {}, {}
  local function put_jumps()
    for _, jump in ipairs(jumps) do ordered[#ordered + 1] = jump end
    jumps = {}
  end
  for _, row in ipairs(rows) do
    if TEXT[row.role] then put_jumps() end
    local list = row.role == 'jump' and jumps or ordered
    list[#list + 1] = row
  end
  put_jumps()
  return ordered
end

--- Adds the text of a part, with what goes on elsewhere in its place.
---@param part stdaily.Part
---@param first integer the first row below the head
local function add_part(sheet, part, first, previous)
  local rows = jumps_last(rows_from(part.data.paragraphs, first))
  add_text(sheet, part.data, rows, previous, function(row)
    local below = row.role == 'jump' and part.after[row.line]
    if not below then return false end
    add_break(sheet, row, part, below)
    add_part(sheet, below, add_byline(sheet, below.data) + 1, 'part')
    return true
  end)
end

--- A story with all its parts.
---@param part stdaily.Part the first
---@return stdaily.Sheet
function M.whole(part)
  local sheet = sheets.new()
  add_part(sheet, part, add_head(sheet, part.data) + 1, 'dateline')
  return sheet
end

---@param row table of `teasers`
---@return string text
---@return stdaily.Item item
function M.teaser(row)
  local item = { role = 'teaser', page = row.page, line = row.line, key = ('teaser:%s:%s'):format(row.page, row.line) }
  item.targets, item.message = M.targets(row)
  item.marker, item.name, item.status = row.marker, row.headline, row.status
  item.corrected = row.corrected == 1
  local text = 'Inside: ' .. (row.headline or '')
  if row.jump_page then text = ('%s … page %d'):format(text, row.jump_page) end
  if row.section and row.section ~= '' then text = text .. ' ' .. row.section end
  return text, item
end

local BRIEFLY = { ['page-missing'] = '  page missing', unmatched = '  no story found' }

--- Adds a teaser, with the reason where it leads nowhere.
---@param sheet stdaily.Sheet
---@param indent string
---@param briefly boolean?
function M.add_teaser(sheet, row, indent, briefly)
  local text, item = M.teaser(row)
  local why = item.targets and '' or briefly and BRIEFLY[row.status] or ': ' .. item.message
  local line = sheet:add(indent .. text .. why, item)
  sheet:mark(line, #indent, #indent + #text, 'StdJump')
  sheet:mark(line, #indent + #text, -1, 'StdMissing')
end

---@class stdaily.PageRows
---@field page table row of `pages`, with its issue_title
---@field rows table[] of `paragraphs` of the whole page
---@field article_of table<string, string> role and line of a row to its article
---@field jumps table[]
---@field teasers table[]
---@field origins table<string, table[]> by article

--- A whole page.
---@param data stdaily.PageRows
---@return stdaily.Sheet
function M.page(data)
  local sheet, page = sheets.new(), data.page
  local markers = { jumps = by_line_of(data.jumps), teasers = by_line_of(data.teasers) }
  sheet:add(M.dateline(page), { role = 'dateline', key = 'dateline', page = page.page }, 'StdIssue')
  sheet:add(page.page, { role = 'path', page = page.page }, 'StdDateline')
  sheet:blank()
  local previous, last
  for _, row in ipairs(data.rows) do
    local article = data.article_of[row.role .. ':' .. (row.line or 0)]
    if article and article ~= last then
      sheet:blank()
      sheet:add(RULE, nil, 'StdRule')
      last, previous = article, nil
    end
    if not is_close(previous, row) then sheet:blank() end
    add_row(sheet, row, item_of(row, page.page, article), markers, data.origins[article] or {})
    previous = row.role
  end
  return sheet
end

return M
