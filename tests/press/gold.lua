-- The labels of a laid-out page, in the scorer's format.
local json = require("dkjson")
local typeset = require("typeset")

local gold = {}

local ORDERED = { headline = true, byline = true, crosshead = true, body = true }

-- ---------------------------------------------------------------- text

-- As the scorer compares: marks off, blanks made one, quotes straight.
local function plain(s)
  s = s:gsub("\u{201c}", '"'):gsub("\u{201d}", '"'):gsub("\u{2018}", "'"):gsub("\u{2019}", "'")
  return (s:gsub("[*_`#]+", ""):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

-- An article's text: its crossheads and body in reading order, joined as their joins say.
local function article_text(article)
  local out = {}
  for _, line in ipairs(article.lines) do
    if line.kind == "crosshead" or (line.kind == "body" and line.join ~= "dup") then
      local text = typeset.text(line.words)
      local join = line.kind == "body" and line.join or "para"
      local last = #out
      if join == "para" or join == "gap" or last == 0 then
        out[last + 1] = text
      elseif join == "hyphen-drop" then
        out[last] = out[last]:sub(1, -2) .. text
      elseif join == "hyphen-keep" then
        out[last] = out[last] .. text
      else
        out[last] = out[last] .. " " .. text
      end
    end
  end
  return table.concat(out, "\n")
end

-- ---------------------------------------------------------------- ids and orders

-- Articles are numbered as their headlines stand on the page; the rest as they come.
local function number_all(page)
  local articles = {}
  for _, line in ipairs(page.lines) do
    if line.kind == "headline" and not line.owner.id then
      articles[#articles + 1] = line.owner
      line.owner.id = "a" .. #articles
    end
  end
  for _, group in ipairs({ { "t", page.teasers }, { "p", page.photos }, { "g", page.graphics } }) do
    for i, item in ipairs(group[2]) do item.id = group[1] .. i end
  end
  for _, article in ipairs(articles) do
    for n, line in ipairs(article.lines) do line.order = n end
  end
  return articles
end

local function rows_of(page)
  local rows = {}
  for i, line in ipairs(page.lines) do
    rows[i] = { line = line.number, kind = line.kind, article = line.owner and line.owner.id,
      order = line.kind == "kicker" and 0 or (ORDERED[line.kind] and line.order) or nil,
      join = line.kind == "body" and line.join or nil, raw = line.raw }
  end
  return rows
end

-- ---------------------------------------------------------------- page.json

local function numbers(lines)
  local out = {}
  for i, line in ipairs(lines) do out[i] = line.number end
  return out
end

local function captions_of(article)
  local out = {}
  for i, c in ipairs(article.captions) do out[i] = { line = c.lines[1].number, text = c.text, credit = c.credit } end
  return out
end

-- A bullet before it is no part of a label.
local function kicker_of(article)
  local kicker = article.label or article.kicker
  return kicker and kicker:gsub("^\u{25a0} ", ""):gsub("^\u{25ba} ", "")
end

local function article_entry(article)
  local jump = article.jump
  return {
    id = article.id, headline = article.headline, kicker = kicker_of(article) or json.null,
    bylines = article.bylines, captions = captions_of(article), text = article_text(article),
    continued_from = article.continued and article.continued.page or json.null,
    jump = jump and { page = jump.page, line = jump.on.number, text = jump.printed } or json.null,
  }
end

local function repair_entry(line, repair, flat)
  local scored = repair.sure and ORDERED[line.kind] and true or false
  -- Where the damaged form is a sound word elsewhere on the page, nothing can be said of it.
  if scored and not repair.after:find(repair.before, 1, true) and flat:find(plain(repair.before), 1, true) then
    scored = false
  end
  return { line = line.number, before = repair.before, after = repair.after, why = repair.why, score = scored,
    confidence = repair.sure and "sure" or "likely" }
end

local function repairs_of(page, flat)
  local out = {}
  for _, line in ipairs(page.lines) do
    for _, repair in ipairs(line.repairs) do out[#out + 1] = repair_entry(line, repair, flat) end
    local bare = typeset.raw(line.words)
    if line.join == "dup" then
      out[#out + 1] = { line = line.number, before = bare, after = "", why = "repeats its neighbour",
        confidence = "sure", score = false }
    elseif line.printed and line.printed ~= bare then
      out[#out + 1] = { line = line.number, before = bare, after = line.printed, why = "misread or cut short",
        confidence = "likely", score = false }
    end
  end
  return out
end

local function gaps_of(articles)
  local out = {}
  for _, article in ipairs(articles) do
    for _, gap in ipairs(article.gaps) do
      out[#out + 1] = { article = article.id, after_line = gap.after.number, before_line = gap.before.number,
        guess = gap.lost, why = "the last printed line of the paragraph is lost" }
    end
  end
  return out
end

local function teaser_entry(teaser)
  local to = teaser.to.path and { path = teaser.to.path, headline = teaser.to.headline }
  return { id = teaser.id, headline = teaser.headline, page = teaser.page, section = teaser.section or json.null,
    lines = numbers(teaser.made), target = to or json.null }
end

local function map(list, make)
  local out = {}
  for i, v in ipairs(list) do out[i] = make(v) end
  return out
end

local function photo_entry(p)
  return { id = p.id, line = p.lines[1].number, text = p.text, credit = p.credit }
end

local function graphic_entry(g)
  return { id = g.id, kicker = g.kicker, title = g.title, text = g.lines }
end

-- Labels a page that lay.page has made: its rows and its page.json. path is where the page stands in the archive.
function gold.page(page, issue, path)
  local articles, told = number_all(page), page.told
  local entries = map(articles, article_entry)
  local flat = {}
  for _, a in ipairs(entries) do
    flat[#flat + 1] = a.headline .. " " .. a.text
    for _, c in ipairs(a.captions) do flat[#flat + 1] = c.text end
  end
  local function told_or_null(key) return told[key] or json.null end
  return rows_of(page), {
    path = path, paper = issue.paper,
    paper_source = page.number == 1 and not page.no_nameplate and "nameplate" or "collection",
    page = told_or_null("page"), volume = told_or_null("volume"), number = told_or_null("number"),
    date_first = told_or_null("date_first"), date_last = told_or_null("date_last"),
    articles = entries, teasers = map(page.teasers, teaser_entry), photos = map(page.photos, photo_entry),
    graphics = map(page.graphics, graphic_entry), gaps = gaps_of(articles),
    repairs = repairs_of(page, plain(table.concat(flat, " "))),
  }
end

-- Where the jump lines lead; null where the archive lacks the page, or the page the story.
function gold.links(pages)
  local out = {}
  for _, page in ipairs(pages) do
    for _, line in ipairs(page.source.lines) do
      local article = line.kind == "headline" and line.order == 1 and line.owner
      if article and article.jump then
        local jump = article.jump
        local there = jump.to and jump.to.path
        out[#out + 1] = { page = jump.page,
          from = { path = page.path, line = jump.on.number, headline = article.headline },
          to = there and { path = there, headline = jump.to.headline } or json.null }
      end
    end
  end
  return out
end

-- ---------------------------------------------------------------- files

function gold.tsv(rows)
  local out = { "line\tkind\tarticle\torder\tjoin\ttext40" }
  for _, r in ipairs(rows) do
    local cut = utf8.offset(r.raw, 41)
    out[#out + 1] = table.concat({ r.line, r.kind, r.article or "-", r.order or "-", r.join or "-",
      cut and r.raw:sub(1, cut - 1) or r.raw }, "\t")
  end
  return table.concat(out, "\n") .. "\n"
end

return gold
