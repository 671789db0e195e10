--- match.lua ARCHIVE: how long a query of the picker takes, in the library.
package.path = 'lua/?.lua;lua/?/init.lua;' .. package.path
local archive = assert(require('stdaily.core').open(arg[1]))
local queries = { '', 'a', 'se', 'sea', 'wind', 'rivr', 'new lab', 'teach', 'xqz', 'power grid' }
local times, found = {}, 0
for _ = 1, 5 do
  for _, query in ipairs(queries) do
    local start = os.clock()
    found = found + #assert(archive:query('match', query, 200))
    times[#times + 1] = (os.clock() - start) * 1000
  end
end
table.sort(times)
print(('match: median %.1f ms, slowest %.1f ms, over %d queries of up to 200 rows'):format(
  times[math.ceil(#times / 2)], times[#times], #times))
assert(found > 0)
