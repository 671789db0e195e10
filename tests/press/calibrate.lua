-- How much a link's confidence means: of the links that the command made, claimed against true in five bins.
--
--   lua5.4 tests/press/calibrate.lua GOLD DUMP [GOLD DUMP ...]
--
-- GOLD is a press archive's gold folder, DUMP what `stdaily dump` wrote of it.  Links are right as score.py has it:
-- the page's path and the headline that links.json names.  A jump line that gold does not know is left out, and so
-- is a story whose headline the page's own reading lost: neither is the linker's doing.
local file = require("pl.file")
local json = require("dkjson")

local BINS = { 0.8, 0.9, 0.95, 0.98, 0.995, 1 } -- a link is at least 0.8 sure

local function fail(...)
  io.stderr:write(("calibrate: " .. string.format(...)), "\n")
  os.exit(1)
end

local function read(path)
  return file.read(path) or fail("cannot read %s", path)
end

-- Curly quotes, Markdown marks and runs of blanks make no difference.
local function plain(text)
  return ((text or ""):gsub("\u{2018}", "'"):gsub("\u{2019}", "'"):gsub("\u{201c}", '"'):gsub("\u{201d}", '"')
    :gsub("[*#]", ""):gsub("%s+", " "):match("^%s*(.-)%s*$"))
end

local bins = {}
for i = 1, #BINS - 1 do bins[i] = { n = 0, right = 0, claimed = 0 } end

local function count(confidence, right)
  for i, bin in ipairs(bins) do
    if confidence < BINS[i + 1] or i == #bins then
      bin.n, bin.claimed, bin.right = bin.n + 1, bin.claimed + confidence, bin.right + (right and 1 or 0)
      return
    end
  end
end

local function has_headline(page, headline)
  for _, article in ipairs(page and page.articles or {}) do
    if plain(article.headline) == plain(headline) then return true end
  end
  return false
end

local function weigh(gold, pages)
  for _, link in ipairs(gold) do
    local page = pages[link.from.path]
    for _, jump in ipairs(page and page.jumps or {}) do
      local to, target = link.to, jump.target
      if jump.line == link.from.line and target and (not to or has_headline(pages[to.path], to.headline)) then
        count(jump.confidence, to and target.path == to.path and plain(target.headline) == plain(to.headline))
      end
    end
  end
end

if #arg == 0 or #arg % 2 ~= 0 then fail("usage: calibrate.lua GOLD DUMP [GOLD DUMP ...]") end
for i = 1, #arg, 2 do
  local pages = {}
  for line in read(arg[i + 1]):gmatch("[^\n]+") do
    local page = json.decode(line)
    pages[page.path] = page
  end
  weigh(json.decode(read(arg[i] .. "/links.json")), pages)
end
print("confidence       links  claimed   true    off")
for i, bin in ipairs(bins) do
  local claimed, right = bin.claimed / bin.n, bin.right / bin.n
  if bin.n > 0 then
    print(("%5.3f to %5.3f  %6d   %6.3f  %6.3f  %5.3f"):format(BINS[i], BINS[i + 1], bin.n, claimed, right,
      math.abs(claimed - right)))
  end
end
