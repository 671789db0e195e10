-- What stands on a page beside its articles: folio, teasers, bylines, credits, graphics, boxes.
local Story = require("prose")

local parts = {}

local NUMBERS = { "one", "two", "three", "four", "five", "six", "seven", "eight" }

-- Puts values in the place of {KEY}; a key without a value stays.
function parts.put(form, values)
  return (form:gsub("{(%a+)}", values))
end

-- ---------------------------------------------------------------- dates and folio

function parts.day(first, days)
  local t = os.date("*t", os.time({ year = first[1], month = first[2], day = first[3] + days, hour = 12 }))
  return { year = t.year, month = t.month, day = t.day, weekday = Story.WEEKDAYS[t.wday] }
end

function parts.iso(d)
  return ("%04d-%02d-%02d"):format(d.year, d.month, d.day)
end

local ROMAN = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
  { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } }

local function roman(n)
  local out = ""
  for _, step in ipairs(ROMAN) do
    while n >= step[1] do out, n = out .. step[2], n - step[1] end
  end
  return out
end

local function ordinal(n)
  if n % 100 // 10 == 1 then return "th" end
  return ({ "st", "nd", "rd" })[n % 10] or "th"
end

-- What a folio may print that is no date; the two ways of a number tell the same.
local TOLD = { V = "volume", ROMAN = "volume", N = "number", COMMAS = "number", P = "page" }

local function folio_values(issue)
  local a, b = issue.first, issue.last
  local month_a, month_b = Story.MONTHS[a.month], Story.MONTHS[b.month]
  local span = ("%s %d-%s%d"):format(month_a, a.day, a.month ~= b.month and month_b .. " " or "", b.day)
  return { V = issue.volume, N = issue.number, MonthDays = span, MONTHDAYS = span:upper(), D = a.day,
    Month = month_a, MonthDay = month_a .. " " .. a.day, Weekday = a.weekday, ROMAN = roman(issue.volume),
    COMMAS = Story.commas(issue.number), Paper = issue.paper, PAPER = issue.paper:upper(),
    Wd = a.weekday:sub(1, 3), Mon = month_a:sub(1, 3), Dth = a.day .. ordinal(a.day),
    WEEKDAY = a.weekday:upper(), MONTHDAY = month_a:upper() .. " " .. a.day, MONTH = month_a:upper() }
end

-- The lines of a folio and what they tell of the issue.
function parts.folio(issue, form, page, section)
  local values, told, lines = folio_values(issue), {}, {}
  values.P, values.SECTION = page, section
  for i, line in ipairs(form) do
    local span = line:find("{MONTHDAYS}", 1, true) or line:find("{MonthDays}", 1, true)
    values.Y = (span and issue.last or issue.first).year
    lines[i] = parts.put(line, values)
    for slot, key in pairs(TOLD) do
      if line:find("{" .. slot .. "}", 1, true) then told[key] = key == "page" and page or issue[key] end
    end
    if span then
      told.date_first, told.date_last = parts.iso(issue.first), parts.iso(issue.last)
    elseif line:find("{Y}", 1, true) then
      told.date_first, told.date_last = parts.iso(issue.first), parts.iso(issue.first)
    end
  end
  return lines, told
end

-- ---------------------------------------------------------------- names

-- A byline's text and the names in it.
function parts.byline(rng, set, story)
  local form = rng:pick(set.forms.endlines or set.forms.bylines)
  if type(form) == "table" then return form[1], { form[2] } end
  local values, names = { PLACE = story.place.name, PLACECAPS = Story.upper(story.place.name) }, {}
  for key in form:gmatch("{(%u%u?)}") do
    values[key] = Story.writer(rng, set)
    if #key == 2 then values[key] = Story.upper(values[key]) end
    names[#names + 1] = values[key]
  end
  values.MAIL = names[1] and names[1]:lower():gsub("[^%a%s]", ""):gsub("%s", ".")
  if form:find("{PERSON}", 1, true) then values.PERSON = Story.writer(rng, set) end
  if #names == 0 then names[1] = form:gsub("^By ", "") end
  return parts.put(form, values), names
end

-- A caption with its credit.
function parts.caption(rng, set, story, paper)
  local form = rng:pick(set.forms.credits)
  local values = { AGENCY = rng:pick(set.forms.agencies), A = Story.writer(rng, set), FIRM = story.firm.name,
    PAPER = paper, SHORT = paper:match("%a+$") }
  values.AA, values.CAPS = Story.upper(values.A), values.SHORT:upper()
  local credit = parts.put(form, values)
  local bare = credit:gsub("^[%(%[]", ""):gsub("[%)%]]$", "")
  bare = bare:gsub("^[Pp][Hh][Oo][Tt][Oo]: ", ""):gsub("^[Pp][Hh][Oo][Tt][Oo] [Bb][Yy] ", "")
  bare = bare:gsub("^Photograph: ", ""):gsub("^P[Ii][Cc][Tt][Uu][Rr][Ee][Ss]?: ", ""):gsub("^\u{2014} ", "")
  return { text = story:caption(), printed_credit = credit, credit = bare }
end

-- ---------------------------------------------------------------- labels

local function without_marks(label)
  return (label:gsub("^[%[\u{bb}%s]+", ""):gsub("[%s%]:|]+$", ""))
end

-- "F O C U S", words two blanks apart as an engine reads them
local function spaced(label)
  return (Story.upper(label):gsub("%S+", function(word) return (word:gsub(utf8.charpattern, "%0 ")) end)
    :gsub("%s+$", ""))
end

-- The label of a story, set as the paper sets them: see labels_wide.lua.
function parts.kicker(rng, set, story, label)
  local settings = set.forms.label_setting
  if not settings then return label end
  local values = { TOPIC = Story.capital(story.topic.field), HEAD = story:fill("{heads}", "head"), N = rng:int(2, 6),
    PLACE = story.place.name, YEAR = story.year, YY = ("%02d"):format(story.year % 100), A = Story.writer(rng, set) }
  local text = parts.put(label, values)
  local setting = rng:pick(settings)
  if setting == "{K}" or text:find("\n") then return text end
  values.K = without_marks(text)
  values.KK, values.SPACED = Story.upper(values.K), spaced(values.K)
  values.JOINED = values.K:gsub("%f[%a]%l", string.upper):gsub("[^%w\u{80}-\u{ff}]+", "")
  return parts.put(setting, values)
end

-- ---------------------------------------------------------------- boxes

function parts.graphic(rng, set, story)
  local g, lines = set.grammar.graphic, {}
  local function fill(template) return Story.capital(story:fill(template, "full")) end
  local graphic = { kicker = rng:pick(set.forms.kickers.graphic), title = story:headline("graphic_title"),
    lines = lines }
  lines[1] = graphic.title
  if rng:chance(0.5) then lines[#lines + 1] = fill(rng:pick(g.period)) end
  for _, label in ipairs(rng:sample(g.label, rng:int(2, 4))) do
    local value = fill(rng:pick({ "{n}", "{pct}", "{money}", "{big}" }))
    if rng:chance(0.3) then
      lines[#lines + 1] = fill(label) .. " " .. value
    else
      lines[#lines + 1] = fill(label)
      lines[#lines + 1] = value
    end
  end
  if rng:chance(0.5) then lines[#lines + 1] = fill(rng:pick(g.note)) end
  lines[#lines + 1] = fill(rng:pick(g.source))
  lines[#lines + 1] = (rng:pick(g.designer):gsub("{BYLINE}", Story.writer(rng, set)))
  return graphic
end

local function bilingual_box(rng, set, article)
  local zh, forms, lines = set.words.chinese, set.forms, {}
  local function add(text, bold, block) lines[#lines + 1] = { text = text, bold = bold, block = block } end
  add(rng:pick(forms.sidebar_labels), true, true)
  add(article.headline, true, true)
  add(rng:pick(zh.titles))
  local names, roles = rng:bag(zh.names), rng:bag(zh.roles)
  for _, person in ipairs(article.story.people) do
    add(person.full, true, true)
    add(names())
    add(article.story:fill(rng:pick(forms.sidebar_roles), "full"))
    add(roles())
  end
  return lines
end

local function fact_box(rng, set, article)
  local form = rng:pick(set.forms.fact_boxes)
  local lines = { { text = form[1], bold = true, block = true } }
  for i = 1, rng:int(3, 6) do
    lines[#lines + 1] = { text = article.story:fill((form[2]:gsub("{num}", tostring(i))), "full"),
      block = rng:chance(0.3) }
  end
  return lines
end

-- The lines of a box that goes with an article: { text, bold, block }, block where a blank line stands before.
function parts.sidebar(rng, set, article)
  local bilingual = rng:chance(0.6) and set.words.chinese
  return (bilingual and bilingual_box or fact_box)(rng, set, article)
end

-- ---------------------------------------------------------------- jumps and teasers

function parts.jump_text(form, page, word)
  local name = NUMBERS[page]
  local values = { P = page, PWORD = name, PNAME = Story.upper(name), Pname = Story.capital(name), WORD = word }
  return parts.put(form, values)
end

-- The lines of a teaser; its headline and section are kept as printed.
function parts.teaser(rng, set, headline, page, section, story)
  local form = rng:pick(set.forms.teasers)
  local upper = headline:upper()
  local values = { HEADLINE = upper, Headline = headline, P = page, SECTION = section, NEXT = page + 1,
    PWORD = NUMBERS[page] }
  local teaser = { page = page, lines = {}, headline = headline, section = nil }
  for i, line in ipairs(form) do
    if line:find("{TEXT}", 1, true) then values.TEXT = story:brief() end
    teaser.lines[i] = parts.put(line, values)
    if line:find("{HEADLINE}", 1, true) then teaser.headline = upper end
    if line:find("{SECTION}", 1, true) then teaser.section = section end
  end
  return teaser
end

return parts
