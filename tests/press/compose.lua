-- Composes whole issues: which stories stand on which page, which of them jump, and where to.
local Story = require("prose")
local manner = require("manner")
local parts = require("parts")

local compose = {}

-- ---------------------------------------------------------------- articles

local function add_byline(rng, set, article)
  if rng:chance(set.forms.byline_rate or 0.92) then
    local text, names = parts.byline(rng, set, article.story)
    article.bylines = names
    if set.forms.endlines then article.endline = text else article.byline = text end
  end
end

-- A line under the headline that says more.
local function add_deck(rng, set, article)
  local forms = set.forms
  if not forms.decks or (article.kicker and not forms.labelled_decks) or not rng:chance(forms.decks) then return end
  local text = article.story:brief():match("^(.-)%.%s") or article.story:brief():gsub("%.$", "")
  local _, words = text:gsub("%S+", "")
  if words < 6 or words > 20 then return end
  local case = forms.deck_case == "title" and Story.title_case or forms.deck_case == "upper" and Story.upper
  text = case and case(text) or text
  article.deck = forms.deck_form and parts.put(forms.deck_form, { DECK = text }) or text
end

-- A label on a line of its own, under its section's where it has one.
local function add_kicker(rng, set, article, label)
  local text = parts.kicker(rng, set, article.story, label)
  local section, under = text:match("^(.-)\n(.*)$")
  article.section_label, article.kicker = section, under or text
end

-- "ANALYSIS: ..." in the line of the headline.
local function add_run_in_label(rng, set, article)
  local forms = set.forms
  if not forms.headline_form or article.kicker or article.label or article.jump or not rng:chance(0.3) then return end
  local label = rng:pick({ "Analysis", "Exclusive", "Opinion", "Comment", "Explainer", "Review", "Interview" })
  article.headline = parts.put(forms.headline_form, { K = label, KK = Story.upper(label), HEADLINE = article.headline })
end

local function add_captions(rng, set, article, issue, rate)
  article.captions = {}
  while #article.captions < 2 and rng:chance(rate) do
    article.captions[#article.captions + 1] = parts.caption(rng, set, article.story, issue.paper)
  end
end

-- Lead stories are long, inside ones of any length.
local LENGTHS = {
  front = { { { 5, 8 }, 4 }, { { 9, 16 }, 3 }, { { 17, 25 }, 1 } },
  inside = { { { 3, 5 }, 3 }, { { 6, 9 }, 4 }, { { 10, 18 }, 3 }, { { 19, 25 }, 1 } },
}

-- Where the story is from, before its first words.
local function add_dateline(rng, set, article, issue)
  local forms = set.forms.datelines
  if not forms or not rng:chance(set.forms.dateline_rate) then return end
  local place = article.story.place.name
  local values = { PLACE = Story.upper(place), Place = place, AGENCY = rng:pick(set.forms.agencies),
    MonthDay = Story.MONTHS[issue.first.month] .. " " .. issue.first.day }
  local first = article.paragraphs[1]
  first.text = parts.put(rng:pick(forms), values) .. " " .. first.text
end

local function new_article(rng, set, issue, place)
  local story = Story.new(rng:child("story" .. rng:int(1, 1 << 40)), set, issue.last.year, issue.used)
  local article = { story = story, headline = story:headline(), bylines = {} }
  local kickers = set.forms.kickers
  local length = rng:weighted(LENGTHS[place])
  if place == "inside" and rng:chance(0.1) then
    if rng:chance(0.7) then add_kicker(rng, set, article, rng:pick(kickers.qa)) end
    article.paragraphs = story:interview(rng:int(3, 8), rng:pick(set.forms.qa_names))
  else
    if rng:chance(place == "front" and 0.35 or 0.55) then add_kicker(rng, set, article, rng:pick(kickers[place])) end
    local n = rng:int(length[1], length[2])
    article.paragraphs = story:body(n, n > 5 and rng:chance(0.6))
  end
  add_dateline(rng, set, article, issue)
  add_deck(rng, set, article)
  add_byline(rng, set, article)
  if article.byline and set.forms.short_headlines and rng:chance(set.forms.short_headlines) then
    article.headline = story:headline("tabloid")
  end
  add_captions(rng, set, article, issue, 0.35)
  if place == "inside" and rng:chance(0.1) then article.sidebar = parts.sidebar(rng, set, article) end
  return article
end

-- ---------------------------------------------------------------- jumps

-- Cuts the paragraphs after the n-th; now and then in the middle of a sentence, as a full page does.
local function cut(rng, set, paragraphs, n)
  while n > 1 and (paragraphs[n].kind ~= "body" or (paragraphs[n + 1] or {}).kind ~= "body") do n = n - 1 end
  local first = table.move(paragraphs, 1, n, 1, {})
  local rest = table.move(paragraphs, n + 1, #paragraphs, 1, {})
  if rng:chance(set.forms.cut_in_sentence) then
    local words = {}
    for word in first[n].text:gmatch("%S+") do words[#words + 1] = word end
    for at = #words - 4, 4, -1 do
      if words[at]:match("^%l+$") and words[at + 1]:match("^%l+$") then
        first[n] = { kind = "body", text = table.concat(words, " ", 1, at) }
        table.insert(rest, 1, { kind = "body", text = table.concat(words, " ", at + 1) })
        break
      end
    end
  end
  return first, rest
end

-- A word by which other newspapers name the continuation.
local function jump_word(headline)
  for word in headline:gmatch("%a+") do
    if #word > 3 then return word end
  end
end

-- How many of the story's own names stand on both sides of the cut.
local function shared_names(story, first, rest)
  local function joined(paragraphs)
    local out = {}
    for i, p in ipairs(paragraphs) do out[i] = p.text end
    return table.concat(out, " ")
  end
  local a, b, n = joined(first), joined(rest), 0
  for _, name in ipairs(story:names()) do
    if a:find(name, 1, true) and b:find(name, 1, true) then n = n + 1 end
  end
  return n
end

-- Another headline for the continuation, or the same.
local function jump_headline(rng, article)
  local story = article.story
  return rng:weighted({ { article.headline, 5 }, { story:headline("short_head"), 2 }, { story:headline(), 2 },
    { article.headline:match("^(.-):") or article.headline:match("^(.-),") or article.headline, 1 } })
end

local function taken(page, headline)
  for _, list in ipairs({ page.articles, page.continuations }) do
    for _, article in ipairs(list) do
      if article.headline == headline then return true end
    end
  end
  return false
end

-- Splits an article; its rest becomes an article of page `to`.
local function continue_on(rng, set, article, from, page)
  local to = page.number
  local forms = set.forms
  local n = #article.paragraphs
  if n < 4 then return end
  local first, rest = cut(rng, set, article.paragraphs, rng:int(math.max(2, n // 4), math.max(2, n * 2 // 3)))
  if #rest == 0 then return end
  local form = from == 1 and to == 2 and forms.next_page or rng:pick(forms.jumps)
  local headline, word = jump_headline(rng, article), nil
  if shared_names(article.story, first, rest) < 2 then
    -- With another headline not even a reader could tell where this one belongs.
    headline, form = article.headline, form:find("{WORD}", 1, true) and forms.jumps[1] or form
  elseif form:find("{WORD}", 1, true) then
    headline = article.story:headline("short_head")
    word = jump_word(headline)
    if not word then form = forms.jumps[1] end
  end
  while taken(page, headline) do headline, form = article.story:headline(), forms.jumps[1] end
  local back = rng:pick(forms.continued)
  if back:find("{WORD}", 1, true) and not word then back = forms.continued[1] end
  local continuation = {
    story = article.story, headline = headline, bylines = {}, captions = {}, paragraphs = rest,
    continued = { page = from, text = parts.jump_text(back, from, word and word:upper()) },
  }
  if article.endline then
    continuation.endline, continuation.bylines = article.endline, article.bylines
    article.endline, article.bylines = nil, {}
  end
  article.paragraphs = first
  article.jump = { page = to, text = parts.jump_text(form, to, word and word:upper()), to = continuation }
  continuation.origin = article
  return continuation
end

-- Puts the rest of some of a page's articles on other pages; a few promises are broken, as in print.
local function send_on(rng, set, pages, from, rate)
  for _, article in ipairs(pages[from].articles) do
    if not article.label and not article.jump and rng:chance(rate) then
      local to = from == 1 and rng:int(2, 4) or rng:pick(({ { 2 }, { 3, 4 }, { 2, 4 }, { 2, 3 } })[from])
      local continuation = continue_on(rng, set, article, from, pages[to])
      if continuation and rng:chance(0.02) then
        article.jump.to = nil
      elseif continuation then
        local list = pages[to].continuations
        list[#list + 1] = continuation
      end
    end
  end
end

-- ---------------------------------------------------------------- pages

local function briefs(rng, set, issue, page)
  local label = rng:pick(set.forms.kickers.briefs)
  local group = { type = "briefs", label = label, articles = {} }
  for i = 1, rng:int(2, 5) do
    local story = Story.new(rng:child("brief" .. rng:int(1, 1 << 40)), set, issue.last.year, issue.used)
    group.articles[i] = { story = story, headline = story:headline(), bylines = {}, captions = {}, label = label,
      paragraphs = { { kind = "body", text = story:brief() } } }
    add_dateline(rng, set, group.articles[i], issue)
    page.articles[#page.articles + 1] = group.articles[i]
  end
  return group
end

local COUNTS = {
  front = { { 1, 1 }, { 2, 2 }, { 3, 4 }, { 4, 3 } },
  inside = { { 1, 1 }, { 2, 2 }, { 3, 4 }, { 4, 5 }, { 5, 2 } },
}

-- Stories of a page, before any of them is sent on.
local function plan(rng, set, issue)
  local pages = {}
  for p = 1, 4 do
    local page = { number = p, articles = {}, continuations = {}, section = rng:pick(set.forms.sections) }
    local place = p == 1 and "front" or "inside"
    for i = 1, rng:weighted(COUNTS[place]) do
      page.articles[i] = new_article(rng, set, issue, place)
    end
    pages[p] = page
  end
  send_on(rng, set, pages, 1, 0.8)
  for p = 2, 4 do send_on(rng, set, pages, p, 0.05) end
  -- A continuation that goes on to a third page.
  for p = 2, 3 do
    for _, article in ipairs(pages[p].continuations) do
      if p < 4 and not article.jump and rng:chance(0.06) then
        local further = continue_on(rng, set, article, p, pages[p + 1])
        if further then table.insert(pages[p + 1].continuations, further) end
      end
    end
  end
  return pages
end

local function lone_photo(rng, set, issue)
  local story = Story.new(rng:child("photo" .. rng:int(1, 1 << 40)), set, issue.last.year, issue.used)
  return { type = "photo", caption = parts.caption(rng, set, story, issue.paper) }
end

local function add_folio(page, items, lines, told)
  for _, text in ipairs(lines) do items[#items + 1] = { type = "folio", text = text } end
  for key, value in pairs(told) do page.told[key] = value end
end

local function teasers(rng, set, pages)
  local out = {}
  for p = 2, 4 do
    local article = pages[p].articles[1]
    if rng:chance(0.45) then
      local headline = rng:chance(0.75) and article.headline or article.story:headline()
      local teaser = parts.teaser(rng, set, headline, p, pages[p].section, article.story)
      teaser.type, teaser.to = "teaser", article
      out[#out + 1] = teaser
    end
  end
  if out[1] then out[1].label = set.forms.teaser_label end
  return out
end

local function append(list, items)
  for _, item in ipairs(items) do list[#list + 1] = item end
end

-- What surrounds the lead stories, in an order of its own each time.
local function front_rest(rng, set, issue, page)
  local blocks = {}
  if rng:chance(0.6) then
    local story = Story.new(rng:child("graphic" .. rng:int(1, 1 << 40)), set, issue.last.year, issue.used)
    blocks[#blocks + 1] = { { type = "graphic", graphic = parts.graphic(rng, set, story) } }
    if rng:chance(0.5) then
      append(blocks[#blocks], { { type = "furniture", lines = rng:pick(set.forms.furniture) } })
    end
  elseif rng:chance(0.6) then
    blocks[#blocks + 1] = { { type = "furniture", lines = rng:pick(set.forms.furniture) } }
  end
  if rng:chance(0.65) then blocks[#blocks + 1] = { lone_photo(rng, set, issue) } end
  if rng:chance(0.6) then blocks[#blocks + 1] = { briefs(rng, set, issue, page) } end
  return blocks
end

local function front_items(rng, set, issue, pages)
  local page, items = pages[1], {}
  local top, teased = {}, teasers(rng, set, pages)
  top[1] = { type = "nameplate", text = rng:chance(0.15) and issue.paper:upper() or issue.paper }
  add_folio(page, top, parts.folio(issue, issue.folio_form, 1))
  if set.forms.ears and rng:chance(0.5) then top[#top + 1] = { type = "furniture",
    lines = rng:pick(set.forms.ears) } end
  page.told.page = 1
  local places = set.forms.teaser_places
  local where = places and rng:pick(places) or rng:weighted({ { "above", 4 }, { "below", 3 }, { "end", 2 } })
  if where == "above" then append(items, teased) end
  append(items, top)
  if where == "below" then append(items, teased) end
  local blocks = {}
  for i, article in ipairs(page.articles) do
    blocks[i] = { { type = "article", article = article } }
  end
  append(blocks, front_rest(rng, set, issue, page))
  local lead = table.remove(blocks, 1)
  append(items, lead)
  for _, block in ipairs(rng:shuffle(blocks)) do append(items, block) end
  if where == "end" then append(items, teased) end
  return items
end

local function inside_items(rng, set, issue, page)
  local items, blocks = {}, {}
  local folio = issue.inside_form and { parts.folio(issue, issue.inside_form, page.number, page.section) }
  if folio then
    add_folio(page, items, folio[1], folio[2])
  end
  for _, article in ipairs(page.articles) do blocks[#blocks + 1] = { type = "article", article = article } end
  for _, article in ipairs(page.continuations) do
    local at = rng:chance(0.6) and #blocks + 1 or rng:int(2, #blocks + 1)
    table.insert(blocks, at, { type = "article", article = article })
    page.articles[#page.articles + 1] = article
  end
  if rng:chance(0.2) then table.insert(blocks, rng:int(1, #blocks + 1), lone_photo(rng, set, issue)) end
  if set.forms.inside_furniture and rng:chance(0.3) then
    blocks[#blocks + 1] = { type = "furniture", lines = rng:pick(set.forms.inside_furniture) }
  end
  append(items, blocks)
  return items
end

-- The n-th issue of an archive.
function compose.issue(rng, set, n, start_week)
  local weights = {}
  for i, paper in ipairs(set.forms.papers) do weights[i] = { paper, paper.weight } end
  local paper, week = rng:weighted(weights), start_week + n - 1
  local issue = { paper = paper.title, number = paper.first_number + week,
    first = parts.day(paper.first_date, 7 * week), last = parts.day(paper.first_date, 7 * week + 1) }
  issue.used = {}
  if set.forms.manners then set = manner.of(rng, set, paper) end
  issue.set = set
  issue.volume = issue.first.year - paper.volume_of
  issue.folio_form = rng:pick(set.forms.folios)
  if rng:chance(set.forms.inside_folio_rate) then issue.inside_form = rng:pick(set.forms.inside_folios) end
  local pages = plan(rng, set, issue)
  for _, page in ipairs(pages) do page.told = {} end
  pages[1].items = front_items(rng, set, issue, pages)
  for p = 2, 4 do pages[p].items = inside_items(rng, set, issue, pages[p]) end
  for _, page in ipairs(pages) do
    for _, article in ipairs(page.articles) do
      if not article.continued then add_run_in_label(rng, set, article) end
    end
  end
  issue.pages = pages
  return issue
end

return compose
