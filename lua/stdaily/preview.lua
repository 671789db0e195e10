--- What a line leads to, in a window that goes when the cursor moves.

local M = {}

local editor = require('stdaily.editor')

--- The text of a target, and its highlights.
---@param core stdaily.Archive
---@param target stdaily.Target
---@return stdaily.Reading?
---@return string? message
function M.reading(core, target)
  local reader = require('stdaily.reader')
  if target.article then return reader.article(core, target.page, target.article) end
  return reader.page(core, target.page)
end

--- The beginning of a sheet.
local function first(sheet, most)
  local lines, marks = {}, {}
  for i = 1, math.min(#sheet.lines, most) do lines[i] = sheet.lines[i] end
  for _, mark in ipairs(sheet.marks) do
    if mark[1] <= most then marks[#marks + 1] = mark end
  end
  return lines, marks
end

M.first = first

function M.here()
  local view, item, targets = require('stdaily.follow').targets_here()
  if not view then return end
  if not targets then return editor.notice(require('stdaily.follow').refusal(view, item)) end
  local reading, failure = M.reading(view.archive.core, targets[1])
  if not reading then return editor.fail(failure) end
  local lines, marks = first(reading.sheet, 60)
  editor.hover(lines, marks, reading.title, math.max(3, math.floor(editor.eval('&lines') / 2) - 3))
end

return M
