--- Following a line to where it leads, through 'tagfunc', so that <C-T> and <C-O> come back.

local address = require('stdaily.address')
local editor = require('stdaily.editor')
local views = require('stdaily.view')

local M = {}

--- The address of a target.
---@param archive stdaily.OpenArchive
---@param target stdaily.Target
function M.address_of(archive, target)
  return address.make({ archive = archive.path, kind = target.article and 'article' or 'page', page = target.page,
    article = target.article })
end

--- The line of the target's buffer that shows the target's line of the page.
local function line_of(view, target)
  if not target.line then return 1 end
  local reader, core = require('stdaily.reader'), view.archive.core
  local reading
  if target.article then
    reading = reader.article(core, target.page, target.article)
  else
    reading = reader.page(core, target.page)
  end
  return reading and reading.sheet:find(function(item)
    if item.line ~= target.line then return false end
    return (item.role == 'jump' or item.role == 'teaser') == (target.is_marker or false) and item.role ~= 'dateline'
  end) or 1
end

--- What the line under the cursor leads to.
---@return stdaily.View? view
---@return stdaily.Item? item of the line
---@return stdaily.Target[]? targets
local function targets_here()
  local view, item = views.here()
  return view, item, item and item.targets
end

-- Less probable ones are not offered to be followed, nor more than a person looks through.
local LEAST_CONFIDENCE, MOST_OFFERED = 0.01, 9

--- The stories that a jump line or teaser may lead to, best first; what it is linked to among them.
---@param view stdaily.View
---@param item stdaily.Item of a marker
---@param least number? confidence
---@return stdaily.Target[]
function M.candidates(view, item, least)
  least = least or LEAST_CONFIDENCE
  local linked, list = item.targets and item.targets[1], {}
  list[1] = linked
  for _, row in ipairs(view.archive.core:query('candidates', item.marker_page or item.page, item.marker) or {}) do
    local is_linked = linked and row.page == linked.page and row.article == linked.article
    if row.confidence >= least and #list < MOST_OFFERED and not is_linked then
      list[#list + 1] = { page = row.page, article = row.article, line = row.line, title = row.headline or '',
        confidence = row.confidence, evidence = row.evidence, page_number = row.page_number,
        issue_title = row.issue_title }
    end
  end
  return list
end

--- Why nothing is followed, and what can be done.
---@param view stdaily.View
---@param item stdaily.Item?
function M.refusal(view, item)
  local message = item and item.message or 'no jump on this line'
  local count = item and item.marker and not item.corrected and #M.candidates(view, item) or 0
  if count == 0 then return message end
  if item.status == 'unmatched' then message = 'no story fits for sure' end -- short, to be seen
  return ('%s: g] shows %s'):format(message, count == 1 and 'the one that may' or count .. ' that may')
end

--- The entry that the tag stack, :tselect and :tags show.
local function tag_of(view, target, name)
  return {
    name = name,
    filename = M.address_of(view.archive, target),
    cmd = tostring(line_of(view, target)),
    kind = target.article and 'a' or 'p',
    headline = target.title,
    confidence = target.confidence and ('%.2f'):format(target.confidence) or '1',
    evidence = target.evidence,
  }
end

--- A name for the tag stack that Ex takes as it is: no pattern, no comment, no second command.
---@param title string?
local function name_of(title)
  local name = (title or ''):gsub('["|\\%c]', ''):gsub('^[%s/]+', ''):gsub('%s+$', '')
  return name ~= '' and name or 'page'
end

--- What was gone to last, for :tselect and :tnext thereafter.
---@type { name: string?, targets: stdaily.Target[]? }
local latest = {}

--- For 'tagfunc': with the cursor's word, the line is what counts.
---@param pattern string
---@param flags string
function M.tags(pattern, flags)
  local view = views.get()
  if not view then return nil end
  local list, known = {}, nil
  if M.pending or (latest.name == pattern and not flags:find('c', 1, true)) then
    known = latest.targets
  elseif flags:find('c', 1, true) then
    local _, _, targets = targets_here()
    known = targets or {}
  end
  if known then
    for i, target in ipairs(known) do list[i] = tag_of(view, target, pattern) end
    return list
  end
  for _, row in ipairs(view.archive.core:query('find', pattern) or {}) do
    -- what is only like it is none: nobody chooses here
    local is_called_so = row.kind ~= 'article' or (row.title .. '\n' .. row.page .. ':' .. row.article):lower()
      :find(pattern:lower(), 1, true)
    if row.page and row.page ~= '' and is_called_so then
      list[#list + 1] = tag_of(view, { page = row.page, article = row.article ~= '' and row.article or nil,
        title = row.title }, pattern)
    end
  end
  return list
end

---@param command 'tag'|'tselect'
---@param targets stdaily.Target[]
---@param name string? where not the first target's
local function to_tag(command, targets, name)
  name = name_of(name or (targets[1].title ~= '' and targets[1].title or targets[1].page))
  latest, M.pending = { name = name, targets = targets }, true
  local message = editor.execute(command .. ' ' .. name)
  M.pending = nil
  if message then editor.fail(message) end
end

--- Whether the line was one to open or close, and was.
local function toggles(view, item)
  if not item or view.where.kind ~= 'browse' then return false end
  if item.role ~= 'issue' and item.role ~= 'year' then return false end
  require('stdaily.browse').toggle()
  return true
end

---@param opener string? Ex command for a window
local function follow(opener)
  local view, item, targets = targets_here()
  if not view or toggles(view, item) then return end
  if not targets then return editor.notice(M.refusal(view, item)) end
  opener = opener or (editor.is_stuck() and 'split')
  if opener then editor.execute(opener) end
  to_tag('tag', targets)
end

function M.here() follow(nil) end

function M.split() follow('split') end

function M.vsplit() follow('vsplit') end

function M.tab() follow('tab split') end

--- Lists all that the line may lead to, with the confidence in each.
function M.choose()
  local view, item, targets = targets_here()
  if not view then return end
  if item and item.marker then targets = M.candidates(view, item) end
  if not targets or #targets == 0 then return editor.notice(M.refusal(view, item)) end
  to_tag('tselect', targets, item and item.name)
end

M.targets_here = targets_here

return M
