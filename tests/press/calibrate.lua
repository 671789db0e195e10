-- How much a link's confidence means: of the links that the command made, claimed against true in five bins.
--
--   lua5.4 tests/press/calibrate.lua GOLD DUMP [GOLD DUMP ...]
--
-- GOLD is a press archive's gold folder, DUMP what `stdaily dump` wrote of it.  Links are right as score.py has it:
-- the page's path and the headline that links.json names.  A jump line that gold does not know is left out, and so
-- is a story whose headline the page's own reading lost: neither is the linker's doing.
local BINS = { 0, 0.75, 0.9, 0.97, 0.995, 1 }

local function fail(...)
  io.stderr:write(("calibrate: " .. string.format(...)), "\n")
  os.exit(1)
end

local function read(path)
  local file, why = io.open(path)
  if not file then fail("%s", why) end
  local text = file:read("a")
  file:close()
  return text
end

local ESCAPES = { n = "\n", t = "\t", r = "\r", b = "\b", f = "\f" }

-- A value of JSON text at a position, and the position after it.
local value_at

local function string_at(text, at)
  local out = {}
  while true do
    local plain, mark, next_at = text:match('^([^"\\]*)(["\\])()', at)
    out[#out + 1], at = plain, next_at
    if mark == '"' then return table.concat(out), at end
    local code = text:match("^u(%x%x%x%x)", at)
    out[#out + 1] = code and utf8.char(tonumber(code, 16)) or ESCAPES[text:sub(at, at)] or text:sub(at, at)
    at = at + (code and 5 or 1)
  end
end

local function list_at(text, at, close)
  local out = {}
  at = text:match("^%s*()", at)
  while text:sub(at, at) ~= close do
    local key, value
    if close == "}" then
      key, at = value_at(text, at)
      at = text:match("^%s*:()", at)
    end
    value, at = value_at(text, at)
    out[key or #out + 1] = value
    at = text:match("^%s*,?%s*()", at)
  end
  return out, at + 1
end

function value_at(text, at)
  at = text:match("^%s*()", at)
  local c = text:sub(at, at)
  if c == '"' then return string_at(text, at + 1) end
  if c == "{" or c == "[" then return list_at(text, at + 1, c == "{" and "}" or "]") end
  local word, after = text:match("^([^%s,%]}]+)()", at)
  if word == "null" or word == "false" then return false, after end
  return tonumber(word) or true, after
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
    local page = value_at(line, 1)
    pages[page.path] = page
  end
  weigh((value_at(read(arg[i] .. "/links.json"), 1)), pages)
end
print("confidence       links  claimed   true    off")
for i, bin in ipairs(bins) do
  local claimed, right = bin.claimed / bin.n, bin.right / bin.n
  if bin.n > 0 then
    print(("%5.3f to %5.3f  %6d   %6.3f  %6.3f  %5.3f"):format(BINS[i], BINS[i + 1], bin.n, claimed, right,
      math.abs(claimed - right)))
  end
end
