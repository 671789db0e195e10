--- Makes an editor without a screen a plain Lua interpreter for the script that
--- $STDAILY_ARGUMENTS names, with its arguments, one a line.

local run = vim.command or vim.cmd

-- Not :qall, which Vim's silent mode turns into a failure after any earlier message.
local function leave(code)
  if code == nil or code == true then code = 0 end
  io.stdout:flush()
  io.stderr:flush()
  run('cquit ' .. (code or 1))
end

os.exit = leave -- luacheck: ignore
print = function(...) -- luacheck: ignore
  local texts = {}
  for index = 1, select('#', ...) do texts[index] = tostring((select(index, ...))) end
  io.stdout:write(table.concat(texts, '\t'), '\n')
end

arg = {} -- luacheck: ignore
local count = 0
for text in os.getenv('STDAILY_ARGUMENTS'):gmatch('[^\n]+') do
  arg[count] = text -- luacheck: ignore
  count = count + 1
end

local ok, message = xpcall(function() dofile(arg[0]) end, debug.traceback) -- luacheck: ignore
if not ok then io.stderr:write(tostring(message), '\n') end
leave(ok and 0 or 1)
