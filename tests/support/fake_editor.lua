--- A stand-in for stdaily.editor, where a spec needs what one answers but no screen.

local M = {}

--- Has `require('stdaily.editor')` give a table that answers calls of Vim functions as told.
---@param answers table<string, any> function of Vim script to what it answers, or a function that does
---@return { said: string[] } what was shown to the person
function M.install(answers)
  local fake = { said = {} }
  function fake.call(name, ...)
    local answer = answers[name]
    if type(answer) == 'function' then return answer(...) end
    return answer
  end
  function fake.eval(expression) return answers[expression] end
  function fake.execute() return nil end
  for _, name in ipairs({ 'notice', 'warn', 'fail' }) do
    fake[name] = function(text) fake.said[#fake.said + 1] = text end
  end
  package.loaded['stdaily.editor'] = fake
  return fake
end

--- Forgets the modules that took the stand-in.
function M.remove()
  for name in pairs(package.loaded) do
    if name:find('^stdaily%.') and not name:find('^stdaily%.core') then package.loaded[name] = nil end
  end
end

return M
