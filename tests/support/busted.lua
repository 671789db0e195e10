--- Runs busted on the specs named as arguments.

local root = arg[0]:gsub('tests/support/busted%.lua$', '')
package.path = root .. 'lua/?.lua;' .. root .. 'lua/?/init.lua;' .. root .. 'tests/?.lua;' .. package.path

local found, runner = pcall(require, 'busted.runner')
if not found then
  print('no busted for ' .. _VERSION .. ': install it (Debian: apt install lua-busted)')
  os.exit(77)
end
-- Called through pcall, busted leaves by os.exit in every Lua when a spec failed.
local ok, message = pcall(runner, { standalone = false })
if not ok then print(message) end
os.exit(ok and 0 or 1)
