--- Completion for :StdOpen and :Std: never more than a screenful, never waits for a refresh.

local editor = require('stdaily.editor')

local M = {}

local MOST = 30

local function starts(text, lead) return text:sub(1, #lead):lower() == lead:lower() end

--- The choices that begin with what was typed.
---@param choices string[]
---@param lead string
---@return string[]
function M.filter(choices, lead)
  local kept = {}
  for _, choice in ipairs(choices) do
    if starts(choice, lead) then kept[#kept + 1] = choice end
  end
  return kept
end

local function quiet_archive() return (require('stdaily.archives').default()) end

--- Keys of issues.
---@return string[]
function M.issues()
  local archive, keys = quiet_archive(), {}
  for _, row in ipairs(archive and archive.core:query('issues') or {}) do
    if row.issue ~= '' then keys[#keys + 1] = row.issue end
  end
  return keys
end

local function add_headlines(list, lead)
  local archive, seen = quiet_archive(), {}
  for _, row in ipairs(archive and archive.core:query('match', lead, MOST) or {}) do
    if row.headline ~= '' and not seen[row.headline] then
      seen[row.headline] = true
      list[#list + 1] = row.headline
    end
  end
end

local function looks_like_folder(lead) return lead:find('^[/~.]') ~= nil end

--- For :StdOpen, whose whole rest is one argument.
---@param line string
---@param position integer
function M.open(_, line, position)
  local lead = line:sub(1, position):match('StdOpen!?%s+(.*)$') or ''
  local list = {}
  if lead ~= '' then
    for _, folder in ipairs(editor.call('getcompletion', lead, 'dir')) do list[#list + 1] = folder end
  end
  if looks_like_folder(lead) then return list end
  local issues = M.filter(M.issues(), lead)
  for i = 1, math.min(#issues, MOST) do list[#list + 1] = issues[i] end
  add_headlines(list, lead)
  return list
end

--- For :Std: subcommands, then their choices.
---@param line string
---@param position integer
function M.subcommand(_, line, position)
  local command = require('stdaily.command')
  local typed = line:sub(1, position):match('Std%s+(.*)$') or ''
  local name, rest = typed:match('^(%S+)%s+(.*)$')
  if not name then return M.filter(command.names(), typed) end
  local subcommand = command.subcommands[name]
  local choices = subcommand and subcommand.choices and M.filter(subcommand.choices(), rest) or {}
  local list = {}
  for i = 1, math.min(#choices, 200) do list[i] = name .. ' ' .. choices[i] end
  return list
end

return M
