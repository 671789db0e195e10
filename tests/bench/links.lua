--- links.lua CACHE_DIR ARCHIVE...: what linking takes, in processor time, which a busy machine does not lengthen.
package.path = 'lua/?.lua;lua/?/init.lua;' .. package.path
local core = require('stdaily.core')
local POLL_MS = 1
local TURNS = 11

-- Processor time of a refresh, of all threads, and how much of it came while it linked.
local function refresh(archive)
  assert(archive:refresh())
  local start = os.clock()
  local linking
  repeat
    local done = archive:wait(POLL_MS)
    linking = linking or archive:progress().state == 'linking' and os.clock() or nil
  until done
  local stop = os.clock()
  return (stop - start) * 1000, (stop - (linking or stop)) * 1000
end

local function copy(from, to)
  local source = assert(io.open(from, 'rb'))
  local target = assert(io.open(to, 'wb'))
  target:write(source:read('*a'))
  source:close()
  target:close()
end

local function median(values)
  table.sort(values)
  return values[(#values + 1) / 2]
end

-- By turns, since what else the machine does slows them, too.
local function measure_one_page(archive, path)
  local pages = assert(archive:query('pages', ''))
  local nothing, more, more_linking, less = {}, {}, {}, {}
  for turn = 1, TURNS do
    local added = path .. '/added-by-the-benchmark.txt'
    nothing[turn] = refresh(archive)
    copy(path .. '/' .. pages[1 + math.floor(#pages * (turn - 1) / TURNS)].page, added)
    more[turn], more_linking[turn] = refresh(archive)
    os.remove(added)
    less[turn] = refresh(archive)
  end
  return median(nothing), median(more), median(more_linking), median(less)
end

local function measure(cache_dir, path)
  local archive = assert(core.open(path, { cache_dir = cache_dir }))
  local all, linking = refresh(archive)
  local info = assert(archive:query('info'))[1]
  local nothing, more, more_linking, less = measure_one_page(archive, path)
  print(('%6d pages, %d loose: index %.1f s, of it linking %.1f s (%.0f%% more than reading); nothing changed %.0f ms; '
    .. 'one page more %.0f ms beyond that, linking and storing it %.0f ms; one page less %.0f ms'):format(info.pages,
    info.loose_pages, all / 1000, linking / 1000, 100 * linking / (all - linking), nothing, more - nothing,
    more_linking, less - nothing))
  archive:close()
end

for i = 2, #arg do measure(arg[1], arg[i]) end
