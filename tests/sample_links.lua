--- sample_links.lua STDAILY SAMPLE LINKS.tsv: every jump line and teaser of the sample leads where the
--- table says, and no other one is found.
local json = require('dkjson')
local stdaily, sample, table_path = arg[1], arg[2], arg[3]
assert(table_path, 'usage: sample_links.lua STDAILY SAMPLE LINKS.tsv')

local function read_table()
  local expected, count = {}, 0
  for line in io.lines(table_path) do
    local page, number, jump_page, target, headline = line:match('^(.-)\t(%d+)\t(%d+)\t(.-)\t(.*)$')
    if page then
      expected[page .. ':' .. number] = { page = tonumber(jump_page), target = target, headline = headline }
      count = count + 1
    end
  end
  return expected, count
end

local function describe(page, target, headline)
  return ('page %s, %s, "%s"'):format(page, target, headline)
end

--- The table's key for a row: a teaser of several lines stands in it by its last one.
local function key_of(row, expected)
  local last = row.kind == 'teaser' and row.line + 4 or row.line
  for line = row.line, last do
    local key = ('%s:%d'):format(row.page, line)
    if expected[key] then
      return key
    end
  end
  return ('%s:%d'):format(row.page, row.line)
end

local expected, count = read_table()
assert(count > 0, 'nothing in ' .. table_path)
local cache = assert(io.popen('mktemp -d')):read('l')
local pipe = assert(io.popen(("'%s' links --json --cache '%s' '%s'"):format(stdaily, cache, sample)))
local right = 0
for line in pipe:lines() do
  local row = json.decode(line)
  local key = key_of(row, expected)
  local found = row.status == 'linked' and describe(row.jump_page, row.target_page, row.target_headline)
    or row.status == 'page-missing' and describe(row.jump_page, '-', 'missing')
    or row.status
  local wanted = expected[key] and describe(expected[key].page, expected[key].target, expected[key].headline)
  if found == wanted then
    right = right + 1
    expected[key] = nil
  else
    print(('%s: leads to %s, not to %s'):format(key, found, wanted or 'anything: it is no link'))
  end
end
assert(pipe:close())
os.execute("rm -rf '" .. cache .. "'")
for key in pairs(expected) do
  print(key .. ': not found, or wrong')
end
print(('%d of %d links right'):format(right, count))
os.exit(right == count and next(expected) == nil)
