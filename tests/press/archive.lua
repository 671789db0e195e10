-- Makes a whole archive in memory: pages with their text, their names and their gold.
local Random = require("random")
local compose = require("compose")
local damage = require("damage")
local gold = require("gold")
local lay = require("lay")

local archive = {}

function archive.set(name)
  return { words = require("words_" .. name), grammar = require("grammar_" .. name), forms = require("forms_" .. name) }
end

-- ---------------------------------------------------------------- names of pages

local function dated_name(form, issue, p)
  local values = { Y = issue.first.year, M = ("%02d"):format(issue.first.month), D = ("%02d"):format(issue.first.day),
    V = issue.volume, N = issue.number, P = p, p = ("%02d"):format(p) }
  return (form:gsub("%%(%a)", values))
end

local function hashed_name(rng, n)
  return ("%03d_%s.txt"):format(n, rng:hex(16))
end

-- Hashed names go through the archive in random order, so that a name's number tells nothing.
local function name_pages(rng, set, issues, how)
  local form = rng:pick(set.forms.dated_names)
  local hashed, taken = {}, {}
  for _, issue in ipairs(issues) do
    local dated = how == "dated" or (how == "mixed" and rng:chance(0.5))
    for p, page in ipairs(issue.pages) do
      if dated then
        page.path = dated_name(form, issue, p)
        if taken[page.path] then page.path = page.path:gsub("^", issue.paper:gsub("%A", "-") .. "/") end
        taken[page.path] = true
        page.named = true
      else
        hashed[#hashed + 1] = page
      end
    end
  end
  for n, page in ipairs(rng:shuffle(hashed)) do page.path = hashed_name(rng, n - 1) end
end

-- ---------------------------------------------------------------- the archive

local function keep_some(rng, pages, missing)
  local order = rng:shuffle(pages)
  for i = 1, math.min(#order - 1, math.floor(#order * missing / 100 + 0.5)) do order[i].missing = true end
end

-- options: set, damage, issues, seed, names, missing. Returns the pages there are, and the links between them.
function archive.make(options)
  local set, root = archive.set(options.set), Random.new(options.seed)
  local rates = damage.rates(options.damage, set.forms.damage_factors)
  local issues, all = {}, {}
  local start_week = root:child("start"):int(-100, 40)
  for n = 1, options.issues do
    issues[n] = compose.issue(root:child("issue" .. n), set, n, start_week)
    for _, page in ipairs(issues[n].pages) do
      page.issue = issues[n]
      all[#all + 1] = page
    end
  end
  name_pages(root:child("names"), set, issues, options.names)
  keep_some(root:child("missing"), all, options.missing)
  for _, page in ipairs(all) do
    for _, article in ipairs(page.articles) do article.path = not page.missing and page.path or nil end
  end
  local out = {}
  for i, page in ipairs(all) do
    if not page.missing then
      local text = lay.page(page, root:child("page" .. i), page.issue.set, rates)
      if page.named then page.told.page = page.number end
      local rows, entry = gold.page(page, page.issue, page.path)
      out[#out + 1] = { path = page.path, name = page.path:gsub("%.%w+$", ""):gsub("/", "_"), text = text, rows = rows,
        gold = entry, source = page }
    end
  end
  return out, gold.links(out)
end

return archive
