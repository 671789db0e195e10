-- Checks the generator: its gold agrees with its pages, and a dump made from the gold scores full marks.
-- usage: lua5.4 selftest.lua [SCORE_PY]
local here = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = here .. "/?.lua;" .. package.path

local archive = require("archive")
local dir = require("pl.dir")
local file = require("pl.file")
local path = require("pl.path")
local gold = require("gold")
local json = require("dkjson")

local score_py = arg[1] or here .. "/../../../shared/score/score.py"
local failures, checks = 0, 0

local function check(ok, ...)
  checks = checks + 1
  if ok then return end
  failures = failures + 1
  if failures <= 20 then print("FAIL", ...) end
end

-- ---------------------------------------------------------------- a page against its labels

local function source_lines(text)
  local out = {}
  for line in (text:gsub("\r\n", "\n") .. "\n"):gmatch("([^\n]*)\n") do out[#out + 1] = line end
  return out
end

local function check_lines(where, lines, rows)
  local labelled = {}
  for _, r in ipairs(rows) do
    check(not labelled[r.line], where, "labelled twice", r.line)
    labelled[r.line] = true
    check(lines[r.line] == r.raw, where, "raw line differs", r.line)
  end
  for n, line in ipairs(lines) do
    check((line:find("%S") ~= nil) == (labelled[n] ~= nil), where, "label and line disagree", n, line)
  end
end

local function check_orders(where, rows)
  local orders = {}
  for _, r in ipairs(rows) do
    if r.order and r.order > 0 then
      local of = orders[r.article] or {}
      orders[r.article] = of
      check(not of[r.order], where, "order twice", r.article, r.order)
      of[r.order] = r
    end
  end
  for id, of in pairs(orders) do
    local n = 0
    for _ in pairs(of) do n = n + 1 end
    check(n == #of, where, "orders have holes", id)
    check(of[1].kind == "headline", where, "order 1 is no headline", id)
  end
  return orders
end

local function count(text, what)
  local n, from = 0, 1
  while true do
    local at = text:find(what, from, true)
    if not at then return n end
    n, from = n + 1, at + 1
  end
end

-- The lines after their sure repairs, each repair's damage found once where it is said to be.
local function repaired(where, lines, page)
  local out = table.move(lines, 1, #lines, 1, {})
  for _, r in ipairs(page.repairs) do
    check(count(lines[r.line], r.before) == 1, where, "repair not found once", r.line, r.before)
    if r.confidence == "sure" then
      local from, to = out[r.line]:find(r.before, 1, true)
      check(from, where, "repair lost", r.line, r.before)
      if from then out[r.line] = out[r.line]:sub(1, from - 1) .. r.after .. out[r.line]:sub(to + 1) end
    end
  end
  return out
end

local function bare(line)
  return (line:gsub("%*", ""):gsub("^#+%s*", ""):gsub("^%s+", ""):gsub("%s+$", ""))
end

-- Rebuilds an article as gold/README says: repair, strip marks, cut the jump, join.
local function rebuilt(of, mended, article)
  local out = ""
  for _, r in ipairs(of) do
    if (r.kind == "body" and r.join ~= "dup") or r.kind == "crosshead" then
      local text = bare(mended[r.line])
      if article.jump ~= json.null and article.jump.line == r.line then
        assert(text:sub(-#article.jump.text) == article.jump.text)
        text = bare(text:sub(1, -#article.jump.text - 1))
      end
      local join = r.join or "para"
      if out == "" then
        out = text
      elseif join == "hyphen-drop" then
        out = out:sub(1, -2) .. text
      elseif join == "hyphen-keep" then
        out = out .. text
      elseif join == "para" or join == "gap" then
        out = out .. "\n" .. text
      else
        out = out .. " " .. text
      end
    end
  end
  return out
end

local function check_page(where, page)
  local lines = source_lines(page.text)
  check_lines(where, lines, page.rows)
  local orders = check_orders(where, page.rows)
  local mended = repaired(where, lines, page.gold)
  for n, article in ipairs(page.gold.articles) do
    check(article.id == "a" .. n, where, "ids out of order")
    check(rebuilt(orders[article.id], mended, article) == article.text, where, "text differs", article.id)
  end
end

-- ---------------------------------------------------------------- the oracle

local function paragraphs(text)
  local out = {}
  for line in (text .. "\n"):gmatch("([^\n]*)\n") do out[#out + 1] = { kind = "body", text = line } end
  return out
end

local function dump_page(page, links)
  local entry, blocks, articles, jumps = page.gold, {}, {}, {}
  for i, r in ipairs(page.rows) do
    blocks[i] = { line = r.line, kind = r.kind, article = r.article or json.null, order = r.order or json.null,
      join = r.join or json.null }
  end
  for i, a in ipairs(entry.articles) do
    articles[i] = { id = a.id, headline = a.headline, kicker = a.kicker, bylines = a.bylines, captions = a.captions,
      continued_from = a.continued_from, paragraphs = paragraphs(a.text) }
    if a.jump ~= json.null then
      jumps[#jumps + 1] = { line = a.jump.line, page = a.jump.page, article = a.id,
        target = links[page.path .. ":" .. a.jump.line] }
    end
  end
  return { path = page.path, page = entry.page, volume = entry.volume, number = entry.number,
    date_first = entry.date_first, date_last = entry.date_last, teasers = entry.teasers, blocks = blocks,
    articles = articles, jumps = jumps }
end

local function check_score(where, pages, links)
  local folder = os.tmpname()
  os.remove(folder)
  assert(dir.makepath(folder))
  local targets, dump = {}, {}
  for _, link in ipairs(links) do targets[link.from.path .. ":" .. link.from.line] = link.to end
  for i, page in ipairs(pages) do
    file.write(("%s/%s.lines.tsv"):format(folder, page.name), gold.tsv(page.rows))
    file.write(("%s/%s.page.json"):format(folder, page.name), json.encode(page.gold))
    dump[i] = json.encode(dump_page(page, targets))
  end
  file.write(folder .. "/links.json", json.encode(links))
  file.write(folder .. "/dump.jsonl", table.concat(dump, "\n") .. "\n")
  local pipe = io.popen(("python3 '%s' %s %s/dump.jsonl --worst 3"):format(score_py, folder, folder))
  local output = pipe:read("a")
  check(pipe:close(), where, "score.py failed")
  for name, value in output:gmatch("([%w_]+) +([01]%.%d%d%d%d)") do
    check(value == (name == "text_cer" and "0.0000" or "1.0000"), where, name, value, output)
  end
  assert(dir.rmtree(folder))
end

-- ---------------------------------------------------------------- run

local have_score = path.isfile(score_py)
for _, set in ipairs({ "tune", "wide", "unseen" }) do
  for _, mix in ipairs({ "none", "seed", "heavy" }) do
    for seed, names in ipairs({ "dated", "hashed", "mixed" }) do
      local options = { set = set, damage = mix, issues = 4, seed = 100 + seed, names = names, missing = 15 }
      local where = ("%s %s %s:"):format(set, mix, names)
      local pages, links = archive.make(options)
      local again = archive.make(options)
      for i, page in ipairs(pages) do
        check_page(where .. " " .. page.path, page)
        check(page.text == again[i].text, where, "not the same for the same seed")
      end
      if have_score then check_score(where, pages, links) end
    end
  end
end
if not have_score then print("no score.py at " .. score_py .. ": the oracle was not scored") end
print(("%d checks, %d failed"):format(checks, failures))
os.exit(failures == 0)
