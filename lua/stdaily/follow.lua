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
---@return stdaily.Target[]? targets
---@return string? message
local function targets_here()
  local view, item = views.here()
  if not view then return nil end
  if item and item.targets then return view, item.targets end
  return view, nil, item and item.message or 'no jump on this line'
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
  }
end

--- A name for the tag stack that Ex takes as it is: no pattern, no comment, no second command.
local function name_of(targets)
  local title = targets[1].title ~= '' and targets[1].title or targets[1].page
  local name = title:gsub('["|\\%c]', ''):gsub('^[%s/]+', ''):gsub('%s+$', '')
  return name ~= '' and name or 'page'
end

--- For 'tagfunc': with the cursor's word, the line is what counts.
---@param pattern string
---@param flags string
function M.tags(pattern, flags)
  local view = views.get()
  if not view then return nil end
  local list = {}
  if M.pending == pattern or flags:find('c', 1, true) then
    local _, targets = targets_here()
    for i, target in ipairs(targets or {}) do list[i] = tag_of(view, target, pattern) end
    return list
  end
  for _, row in ipairs(view.archive.core:query('find', pattern) or {}) do
    if row.page and row.page ~= '' then
      list[#list + 1] = tag_of(view, { page = row.page, article = row.article ~= '' and row.article or nil,
        title = row.title }, pattern)
    end
  end
  return list
end

---@param command 'tag'|'tselect'
local function to_tag(command, targets)
  local name = name_of(targets)
  M.pending = name
  local message = editor.call('stdaily#tag', command .. ' ' .. name)
  M.pending = nil
  if message ~= '' then editor.fail(message) end
end

--- Whether the line was one to open or close, and was.
local function toggles()
  local view, item = views.here()
  if not view or not item or view.where.kind ~= 'browse' then return false end
  if item.role ~= 'issue' and item.role ~= 'year' then return false end
  require('stdaily.browse').toggle()
  return true
end

---@param opener string? Ex command for a window
local function follow(opener)
  if toggles() then return end
  local view, targets, message = targets_here()
  if not view then return end
  if not targets then return editor.notice(message) end
  if opener then editor.execute(opener) end
  to_tag('tag', targets)
end

function M.here() follow(nil) end

function M.split() follow('split') end

function M.vsplit() follow('vsplit') end

function M.tab() follow('tab split') end

--- Lists all that the line may lead to, with the confidence in each.
function M.choose()
  local view, targets, message = targets_here()
  if not view then return end
  if not targets then return editor.notice(message) end
  to_tag('tselect', targets)
end

M.targets_here = targets_here

return M
