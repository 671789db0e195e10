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

--- Headlines that go on as typed; of a single word, those too in which it stands elsewhere.
local function add_headlines(list, typed, is_word)
  local archive, seen = quiet_archive(), {}
  for _, row in ipairs(archive and archive.core:query('match', typed:lower(), MOST) or {}) do
    local headline = row.headline
    if headline ~= '' and not seen[headline] and (is_word or starts(headline, typed)) then
      seen[headline] = true
      list[#list + 1] = headline
    end
  end
end

--- Folders, or issues and headlines.
local function choices_for(typed, is_word)
  local list = typed ~= '' and editor.call('getcompletion', typed, 'dir') or {}
  if typed:find('^[/~.]') then return list end
  for i, issue in ipairs(M.filter(M.issues(), typed)) do
    if i <= MOST then list[#list + 1] = issue end
  end
  add_headlines(list, typed, is_word)
  return list
end

--- For :StdOpen, whose whole rest is one argument, though the editor completes its last word only.
---@param word string
---@param line string
---@param position integer
function M.open(word, line, position)
  local typed = line:sub(1, position):match('StdOpen%s+(.*)$') or ''
  local before = #typed - #word
  local list = choices_for(typed, before == 0)
  for i, choice in ipairs(list) do list[i] = choice:sub(before + 1) end
  return list
end

--- For :Std: subcommands, then their choices, of which the editor completes the last word only.
---@param word string
---@param line string
---@param position integer
function M.subcommand(word, line, position)
  local command = require('stdaily.command')
  local typed = line:sub(1, position):match('Std%s+(.*)$') or ''
  local name, rest = typed:match('^(%S+)%s+(.*)$')
  if not name then return M.filter(command.names(), typed) end
  local subcommand = command.subcommands[name]
  local choices = subcommand and subcommand.choices and M.filter(subcommand.choices(), rest) or {}
  local list = {}
  for i = 1, math.min(#choices, 200) do list[i] = choices[i]:sub(#rest - #word + 1) end
  return list
end

return M
