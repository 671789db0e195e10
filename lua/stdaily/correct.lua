--- A person's word on where a jump line or a teaser leads.

local editor = require('stdaily.editor')
local views = require('stdaily.view')

local M = {}

local LONGEST = 60 -- characters of a headline in the list
local MOST_NAMED = 20 -- stories of one name

---@class stdaily.Choice
---@field text string
---@field target string as Archive:correct() takes it
---@field done string what is said when it was chosen

local function cut(text)
  if editor.call('strchars', text) <= LONGEST then return text end
  return editor.call('strcharpart', text, 0, LONGEST - 1) .. '…'
end

local function percent(confidence)
  return confidence < 0.005 and 'hardly' or ('%d%%'):format(math.floor(confidence * 100 + 0.5))
end

---@param target stdaily.Target
---@return stdaily.Choice
local function choice_of(target, row)
  local title = target.title ~= '' and target.title or '(no headline)'
  local parts = { cut(title) }
  local number = target.page_number or (target.page == row.target_page and row.jump_page)
  parts[#parts + 1] = number and 'page ' .. number or target.page
  if target.issue_title and target.issue_title ~= row.issue_title then parts[#parts + 1] = target.issue_title end
  if target.confidence then parts[#parts + 1] = percent(target.confidence) end
  return { text = table.concat(parts, ' · '), target = target.page .. ':' .. target.article,
    done = ('leads to "%s" now'):format(title) }
end

local function page_of(item) return item.marker_page or item.page end

--- The row of a marker in `jumps` or `teasers`.
local function row_of(core, item)
  for _, row in ipairs(core:query(item.marker:sub(1, 1) == 't' and 'teasers' or 'jumps', page_of(item)) or {}) do
    if row.marker == item.marker then return row end
  end
end

---@return stdaily.Choice[]
local function choices_for(view, item, row)
  local choices = {}
  for _, target in ipairs(require('stdaily.follow').candidates(view, item, 0)) do
    if target.article then choices[#choices + 1] = choice_of(target, row) end
  end
  choices[#choices + 1] = { text = 'none of these', target = 'none', done = 'leads to no story now' }
  if row.corrected == 1 then
    choices[#choices + 1] = { text = 'as found by stdaily', target = '', done = 'is as stdaily found it again' }
  end
  return choices
end

--- A line of the file with the corrections that cannot be read, in words; nil when there is none.
---@param core stdaily.Archive
---@return string?
function M.unread_line(core)
  local info = (core:query('info') or {})[1] or {}
  for _, row in ipairs((info.messages or 0) > 0 and core:query('messages') or {}) do
    if row.path == info.corrections_path then
      return ('%s%s: %s'):format(row.path, row.line and ':' .. row.line or '', row.message)
    end
  end
end

---@param choice stdaily.Choice
local function apply(view, item, choice)
  local archive = view.archive
  local done, message = archive.core:correct(page_of(item), item.marker, choice.target)
  if not done then return editor.fail(message) end
  require('stdaily.archives').changed(archive)
  local unread = M.unread_line(archive.core)
  if unread then return editor.warn(unread) end
  editor.notice(('this %s %s'):format(item.role == 'teaser' and 'teaser' or 'jump', choice.done))
end

--- The articles that a person may mean by a name: of the stories that the marker may lead to, else of all.
---@return stdaily.Choice[]
local function named(view, item, row, what)
  local choices = {}
  for _, story in ipairs(view.archive.core:query('candidates', page_of(item), item.marker) or {}) do
    story.title = story.headline or ''
    if story.title == what then choices[#choices + 1] = choice_of(story, row) end
  end
  if #choices > 0 then return choices end
  for _, found in ipairs(view.archive.core:query('find', what) or {}) do
    if found.kind == 'article' and #choices < MOST_NAMED then choices[#choices + 1] = choice_of(found, row) end
  end
  return choices
end

--- Headlines that the marker here may lead to, for completion.
---@return string[]
function M.titles()
  local view = views.get()
  local item = view and view.sheet.items[(editor.cursor())]
  if not item or not item.marker then return {} end
  local titles = {}
  for _, row in ipairs(view.archive.core:query('candidates', page_of(item), item.marker) or {}) do
    if (row.headline or '') ~= '' then titles[#titles + 1] = row.headline end
  end
  return titles
end

--- :Std link
---@param what string the story, or "": a list to choose from
function M.here(what)
  local view, item = views.here()
  if not view then return end
  if not item or not item.marker then
    return editor.notice('no jump line or teaser here: put the cursor on a "See page 2"')
  end
  local row = row_of(view.archive.core, item)
  if not row then return editor.fail('this line is not as the index has it: try :edit') end
  row.issue_title = view.row and view.row.issue_title
  local choices = what == '' and choices_for(view, item, row) or named(view, item, row, what)
  if #choices == 0 then
    return editor.warn(('no story is called "%s": give a headline or a key as "page-2.txt:a1"'):format(what))
  end
  if what ~= '' and #choices == 1 then return apply(view, item, choices[1]) end
  local lines = {}
  for i, choice in ipairs(choices) do lines[i] = choice.text end
  editor.select(lines, 'Where does this lead?', function(index) apply(view, item, choices[index]) end)
end

return M
