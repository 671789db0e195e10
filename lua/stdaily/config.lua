--- The options: `vim.g.stdaily`, `g:stdaily`.

---@class stdaily.Options
---@field archive string? the folder of the archive
---@field cache_dir string? where indexes are kept
---@field keys boolean? whether stdaily's buffers have keys

local M = {}

local SCHEMA = {
  archive = { type = 'string', what = "a text, the archive's folder" },
  cache_dir = { type = 'string', what = 'a text, the folder for indexes' },
  keys = { type = 'boolean', what = 'true or false', default = true },
}

local function names()
  local list = {}
  for name in pairs(SCHEMA) do list[#list + 1] = name end
  table.sort(list)
  return table.concat(list, ', ')
end

--- Vim script's 0 and 1 are truth values too.
local function as(kind, value)
  if kind == 'boolean' and (value == 0 or value == 1) then return value == 1 end
  if type(value) == kind and value ~= '' then return value end
  return nil
end

--- What a person wrote as options, with the defaults.
---@param given any
---@return stdaily.Options options
---@return string[] errors one line each, which names the option
function M.check(given)
  local options, errors = {}, {}
  for name, rule in pairs(SCHEMA) do options[name] = rule.default end
  if type(given) ~= 'table' then
    return options, { ('g:stdaily must be a table of options (%s), not a %s'):format(names(), type(given)) }
  end
  for name, value in pairs(given) do
    local rule = SCHEMA[name]
    if not rule then
      errors[#errors + 1] = ('g:stdaily has no option "%s": it has %s'):format(tostring(name), names())
    else
      local usable = as(rule.type, value)
      if usable == nil then
        local seen = value == '' and 'empty' or 'a ' .. type(value)
        errors[#errors + 1] = ('g:stdaily.%s must be %s; it is %s'):format(name, rule.what, seen)
      else
        options[name] = usable
      end
    end
  end
  table.sort(errors)
  return options, errors
end

local reported = ''

--- The options as they are now.  What is wrong with them is said once.
---@return stdaily.Options
function M.get()
  local editor = require('stdaily.editor')
  local options, errors = M.check(editor.eval("get(g:, 'stdaily', {})"))
  local text = table.concat(errors, '\n')
  if text ~= reported then
    reported = text
    local unpack = table.unpack or unpack -- luacheck: ignore
    if text ~= '' then editor.fail(unpack(errors)) end
  end
  return options
end

return M
