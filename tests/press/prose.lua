-- A story: one topic, its people, firms and places, and the sentences that are told of them.
local Story = {}
Story.__index = Story

local MONTHS = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December" }
local WEEKDAYS = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" }
local COUNTS = { "two", "three", "four", "five", "six", "seven", "eight", "nine", "a dozen" }
local SMALL = { a = 1, an = 1, the = 1, of = 1, ["in"] = 1, on = 1, at = 1, to = 1, by = 1, ["for"] = 1, ["and"] = 1,
  ["or"] = 1, with = 1, from = 1, that = 1, as = 1, under = 1, into = 1, over = 1 }

local function capital(s)
  return (s:gsub("^([\"'(]*)(%l)", function(mark, c) return mark .. c:upper() end))
end

local function title_case(s)
  local first = true
  return (s:gsub("%S+", function(word)
    local bare = word:match("^%a+$")
    local out = (not first and bare and SMALL[bare:lower()]) and word or capital(word)
    first = word:match(":$") ~= nil
    return out
  end))
end

local function acronym(name)
  local letters = name:gsub("[^%u]", "")
  return letters
end

local ACCENTS = { ["\u{e1}"] = "\u{c1}", ["\u{e9}"] = "\u{c9}", ["\u{ed}"] = "\u{cd}", ["\u{f3}"] = "\u{d3}",
  ["\u{fa}"] = "\u{da}", ["\u{f1}"] = "\u{d1}", ["\u{e7}"] = "\u{c7}", ["\u{f6}"] = "\u{d6}", ["\u{fc}"] = "\u{dc}" }

local function upper(s)
  return (s:upper():gsub("[\xC2-\xDF][\x80-\xBF]", ACCENTS))
end

local function commas(n)
  local s, k = tostring(n), 1
  while k > 0 do s, k = s:gsub("^(%d+)(%d%d%d)", "%1,%2") end
  return s
end

local function a_or_an(s)
  return (s:gsub("([aA])~ (\"?)(%w)", function(a, mark, c)
    return a .. (c:match("[aeiouAEIOU8]") and "n " or " ") .. mark .. c
  end))
end

-- ---------------------------------------------------------------- the cast

-- A set may take its people and places from countries; those of the paper's own country come most often.
local function country_of(rng, words)
  if not words.countries then return nil end
  return words.home and rng:chance(0.7) and words.home or rng:pick(words.countries)
end

local function native_name(rng, country)
  local last, given = rng:pick(country.surnames), rng:pick(country.given)
  if country.surname_first then return last .. " " .. given, last, last:upper() .. " " .. given end
  if country.initials and rng:chance(0.15) then given = given .. " " .. rng:pick(country.initials) .. "." end
  return given .. " " .. last, last, given .. " " .. last
end

local function person_name(rng, words, country)
  if country then return native_name(rng, country) end
  if rng:chance(0.12) then
    local name = rng:pick(words.foreign)
    return name[1] .. " " .. name[2], name[2], name[1] .. " " .. name[2]
  end
  local last, given = rng:pick(words.surnames), rng:pick(words.given)
  if rng:chance(0.75) then given = given .. rng:pick(words.given):lower() end
  return last .. " " .. given, last, last:upper() .. " " .. given
end

-- Names of two or three syllables; the longer ones are rare enough to tell stories apart.
local function place_name(rng, words, country)
  if country then return rng:pick(country.place_heads) .. rng:pick(country.place_tails) end
  local middle = rng:chance(0.5) and rng:pick(words.given):lower() or ""
  return rng:pick(words.place_heads) .. middle .. rng:pick(words.place_tails)
end

local function firm_name(rng, words, country)
  if country then return rng:chance(0.4) and rng:pick(country.surnames) or rng:pick(words.firm_heads) end
  if rng:chance(0.3) then return rng:pick(words.firm_heads) .. " " .. rng:pick(words.projects):match("%a+$") end
  return rng:pick(words.given) .. rng:pick(words.place_tails)
end

-- Courts, clubs and councils of the topic's own, which have no acronym.
local function local_org(self)
  local org = self.rng:pick(self.topic.orgs)
  local place = self.rng:chance(0.7) and self.place.name or place_name(self.rng, self.words, self.country)
  local name = org[1]:gsub("~", place)
  return { name = name, head = name, short = org[2] }
end

local function make_org(self)
  local rng, words = self.rng, self.words
  if self.topic.orgs then return local_org(self) end
  local head = rng:pick(words.org_heads)
  local name = ("%s %s %s"):format(rng:chance(0.7) and self.place.name or place_name(rng, words), head,
    rng:pick(words.org_fields))
  return { name = name, acronym = acronym(name), noun = "the " .. head:match("(%a+) %a+$"):lower(), the = true }
end

local function make_cast(self)
  local rng, words = self.rng, self.words
  local country = self.country
  local name = place_name(rng, words, country)
  self.place = { name = name, full = country and ("%s, %s"):format(name, rng:pick(country.regions))
    or ("%s %s in %s"):format(name, rng:pick(words.place_kinds), rng:pick(words.provinces)) }
  self.orgs = { make_org(self), make_org(self) }
  local body = rng:sample(words.bodies, 2)
  self.bodies = {}
  for i, b in ipairs(body) do
    self.bodies[i] = type(b) == "table" and { name = b[1], head = b[1], short = b[2], the = true }
      or { name = b, acronym = acronym(b), the = true }
  end
  local head = firm_name(rng, words, country)
  self.firm = { name = head .. " " .. rng:pick(words.firm_tails), short = head }
  self.uni = { name = place_name(rng, words, country) .. " " .. rng:pick(words.universities) }
  self.model = not country and place_name(rng, words) .. "-" .. rng:int(1, 9)
  self.project = rng:pick(words.projects):match("^%a+") .. " " .. rng:pick(words.projects):match("%a+$")
  self.people = {}
  local taken = {}
  local home = country and { home = country, countries = words.countries } or words
  for _ = 1, rng:int(2, 4) do
    local full, last = person_name(rng, words, country_of(rng, home))
    if not taken[last] then
      taken[last] = true
      self.people[#self.people + 1] = { full = full, last = last, role = rng:pick(self.topic.roles or words.roles),
        later = self.manner.honorifics and rng:pick(self.manner.honorifics) .. " " .. last,
        age = country and rng:chance(0.2) and rng:int(17, 88) }
    end
  end
end

-- used: the headline templates that other stories of the issue have taken.
function Story.new(rng, set, year, used)
  local self = setmetatable({ rng = rng, words = set.words, year = year, used = used, manner = set.forms }, Story)
  self.topic = rng:pick(set.words.topics)
  self.grammar = self.topic.genre and set.grammar[self.topic.genre] or set.grammar
  self.country = country_of(rng, set.words)
  self.percent_sign = rng:chance(0.2)
  self.bags, self.sentences, self.sites = {}, {}, {}
  self.adjectives = rng:sample(set.words.adjectives, 5)
  make_cast(self)
  return self
end

-- A writer's name as in a byline; and a passer-by for credits.
function Story.writer(rng, set)
  local _, _, caps = person_name(rng, set.words, country_of(rng, set.words))
  return caps
end

-- ---------------------------------------------------------------- slots

local function drawn(self, key)
  if not self.bags[key] then
    local list = self.topic[key]
    -- Each story knows only some of its topic's words, so that two on one topic differ.
    self.bags[key] = self.rng:bag(self.rng:sample(list, math.max(3, math.ceil(#list * 0.5))))
  end
  return self.bags[key]()
end

-- A name in full with its acronym first, later short.
local function entity(self, e, form)
  local the = e.the and "the " or ""
  if form == "head" then return e.head or e.short or (e.the and e.acronym) or e.name end
  if form == "full" then return the .. e.name end
  if form == "bare" then return e.name end
  if not e.seen then
    e.seen = true
    return the .. e.name .. (e.acronym and e.the and (" (" .. e.acronym .. ")") or "")
  end
  if e.noun and self.rng:chance(0.35) then return e.noun end
  return e.short or (e.the and e.acronym) or e.name
end

local function local_money(rng, country, form)
  if form == "head" then return (country.money[2]:gsub("#", tostring(rng:int(2, 960)))) end
  local n = rng:chance(0.4) and ("%d.%d"):format(rng:int(1, 40), rng:int(1, 9)) or tostring(rng:int(2, 960))
  return (country.money[1]:gsub("#", n))
end

local function percent(self)
  local rng = self.rng
  local n = rng:chance(0.5) and tostring(rng:int(3, 97)) or ("%d.%d"):format(rng:int(2, 98), rng:int(1, 9))
  return n .. (self.percent_sign and "%" or self.country and self.country.percent or " percent")
end

local function money(self, form)
  local rng = self.rng
  if self.country then return local_money(rng, self.country, form) end
  local n = rng:int(12, 960)
  if form == "head" then return n .. " million RMB" end
  local unit = rng:chance(0.2) and "billion" or "million"
  local tail = rng:chance(0.25) and (" (%.1f %s USD)"):format(n / 7.2, unit) or ""
  return n .. " " .. unit .. " RMB" .. tail
end

local function person(self, form, comma)
  local p = self.current or self.rng:pick(self.people)
  self.current = p
  if form ~= "body" then return p.full end
  if p.seen then return p.later or p.last end
  p.seen = true
  if p.age then return ("%s, %d%s"):format(p.full, p.age, comma and "," or "") end
  local place_of_work = self.rng:pick({ self.orgs[1], self.orgs[2], self.topic.orgs and self.orgs[1] or self.firm })
  return ("%s, %s %s%s"):format(p.full, p.role, entity(self, place_of_work, "body"), comma and "," or "")
end

local slots = {}

for _, key in ipairs({ "doing", "todo", "trouble", "gain", "folk", "unit", "heads" }) do
  slots[key] = function(self) return drawn(self, key) end
end
-- A thing of a make, and a site of a name, that only this story has.
function slots.thing(self, form)
  local thing = drawn(self, "thing")
  return form == "body" and self.model and self.rng:chance(0.3) and self.model .. " " .. thing or thing
end
function slots.site(self, form)
  local site = drawn(self, "site")
  if form == "head" then return site end
  if not self.sites[site] then
    local name = self.rng:chance(0.6) and "the " .. place_name(self.rng, self.words, self.country) .. " "
    self.sites[site] = name and site:gsub("^the ", name) or site
  end
  return self.sites[site]
end
function slots.things(self, form, plain)
  local things = drawn(self, "things")
  if form == "body" and not plain and self.rng:chance(0.25) then
    return self.rng:pick(self.adjectives) .. " " .. things
  end
  return things
end
function slots.field(self) return self.topic.field end
function slots.adj(self) return self.rng:pick(self.adjectives) end
function slots.praise(self) return self.rng:pick(self.words.praise) end
function slots.who(self, form) return person(self, form) end
function slots.subj(self, form) return person(self, form, true) end
function slots.org(self, form) return entity(self, self.rng:pick(self.orgs), form) end
function slots.body(self, form) return entity(self, self.rng:pick(self.bodies), form) end
function slots.firm(self, form) return entity(self, self.firm, form) end
function slots.uni(self) return self.uni.name end
function slots.project(self) return self.project end
function slots.place(self, form)
  if form ~= "body" or self.place.seen then return self.place.name end
  self.place.seen = true
  return self.place.full
end
function slots.n(self)
  return commas(self.rng:int(1, 9) == 1 and self.rng:int(1000, 88000) or self.rng:int(13, 990))
end
function slots.num(self) return tostring(self.rng:int(3, 29)) end
function slots.few(self) return self.rng:pick(COUNTS) end
function slots.number(self) return self.rng:pick({ "three", "four", "five", "six", "seven", "12", "15", "20" }) end
function slots.big(self) return ("%d.%d million"):format(self.rng:int(1, 40), self.rng:int(1, 9)) end
slots.pct = percent
slots.money = money
function slots.year(self) return tostring(self.year - self.rng:int(1, 9)) end
function slots.future(self) return tostring(self.year + self.rng:int(1, 10)) end
function slots.month(self) return self.rng:pick(MONTHS) end
function slots.date(self) return self.rng:pick(MONTHS) .. " " .. self.rng:int(1, 28) end

function slots.last(self) return self.rng:pick(self.people).last end
function slots.weekday(self) return self.rng:pick(WEEKDAYS) end
function slots.age(self) return tostring(self.rng:int(18, 79)) end
function slots.man(self) return self.rng:pick({ "man", "woman" }) end
function slots.score(self) return ("%d-%d"):format(self.rng:int(1, 4), self.rng:int(0, 3)) end
function slots.vote(self) return ("%d-%d"):format(self.rng:int(7, 24), self.rng:int(1, 6)) end
function slots.region(self) return self.rng:pick(self.country.regions) end
function slots.other(self)
  for _, p in ipairs(self.people) do
    if p ~= self.current then return p.full end
  end
  return "a neighbour"
end

-- form: "body" keeps track of who is known; "full" and "head" stand apart from the text.
function Story:fill(template, form)
  self.current = nil
  local said = {}
  local text = template:gsub("{(%a)(%a*)([-^=]?)}", function(c, rest, mark)
    local key = c:lower() .. rest:lower()
    local slot = slots[key] or (type(self.topic[key]) == "table" and function() return drawn(self, key) end)
    if not slot then return nil end
    local use = mark == "-" and "head" or mark == "=" and "bare" or form
    local value = slot(self, use, mark == "^")
    if said[value] then value = slot(self, use, mark == "^") end
    said[value] = true
    return c:match("%u") and capital(value) or value
  end)
  text = a_or_an(text)
  text = text:gsub("%.%.", "."):gsub(",([.,])", "%1"):gsub("%.([?])", "%1")
  return (text:gsub("the the ", "the "))
end

-- ---------------------------------------------------------------- text

-- A story keeps to some of the sentences, and to none that it has just used. All of them in turn would make the two
-- halves of a story less alike than two stories are.
local function template_for(self, kind)
  local list = self.grammar[kind]
  if not self.sentences[kind] then
    self.sentences[kind] = self.rng:sample(list, math.max(4, math.ceil(#list * 0.6)))
  end
  local own = self.sentences[kind]
  -- The last three are those just used.
  local template = table.remove(own, self.rng:int(1, math.max(1, #own - 3)))
  table.insert(own, template)
  return template
end

local function sentence(self, kind)
  local template = template_for(self, kind)
  if (kind == "fact" or kind == "gerund") and self.rng:chance(0.22) and template:match("[%l}]%.$") then
    template = template:sub(1, -2) .. self.rng:pick(self.grammar.tails) .. "."
  end
  return capital(self:fill(template, "body"))
end

local PATTERNS = {
  { { "fact", "fact" }, 3 }, { { "fact", "figure" }, 3 }, { { "fact", "quote" }, 3 }, { { "quote" }, 3 },
  { { "quote", "fact" }, 2 }, { { "figure", "turn" }, 2 }, { { "gerund" }, 2 }, { { "gerund", "fact", "quote" }, 2 },
  { { "short" }, 1 }, { { "short", "fact" }, 1 }, { { "list", "fact" }, 2 }, { { "ask" }, 1 },
  { { "ask", "quote" }, 1 },
  { { "turn", "fact", "figure" }, 2 }, { { "fact" }, 2 }, { { "turn" }, 1 }, { { "figure" }, 1 },
  { { "fact", "figure", "quote", "fact" }, 1 },
}

local SHORT_PATTERNS = { { { "fact" }, 5 }, { { "quote" }, 5 }, { { "figure" }, 2 }, { { "turn" }, 2 },
  { { "short" }, 1 }, { { "gerund" }, 1 }, { { "fact", "quote" }, 1 } }

local function paragraph(self, kinds)
  local out = {}
  for i, kind in ipairs(kinds) do out[i] = sentence(self, kind) end
  return table.concat(out, " ")
end

-- n paragraphs, with crossheads between them now and then: { kind, text }
function Story:body(n, with_crossheads)
  local out = { { kind = "body", text = paragraph(self, self.rng:chance(0.6) and { "lead", "fact" } or { "lead" }) } }
  local next_cross = self.rng:int(2, 4)
  for i = 2, n do
    if with_crossheads and i > next_cross and i < n then
      out[#out + 1] = { kind = "crosshead", text = self:crosshead() }
      next_cross = i + self.rng:int(2, 4)
    end
    local patterns = self.manner.short_paragraphs and SHORT_PATTERNS or PATTERNS
    local kinds = i == n and self.rng:chance(0.7) and { "close" } or self.rng:weighted(patterns)
    out[#out + 1] = { kind = "body", text = paragraph(self, kinds) }
  end
  return out
end

-- An interview: a lead, then questions and answers with the names that stand before them.
function Story:interview(n, names)
  local out = self:body(2)
  local answers = { NAME = self.people[1].last }
  local asks, tells = names[1], names[2]:gsub("{(%u+)}", answers)
  local questions, replies = self.rng:bag(self.grammar.question), self.rng:bag(self.grammar.answer)
  for _ = 1, n do
    out[#out + 1] = { kind = "body", text = asks .. " " .. capital(self:fill(questions(), "body")) }
    local reply = capital(self:fill(replies(), "body"))
    if self.rng:chance(0.5) then reply = reply .. " " .. sentence(self, "fact") end
    out[#out + 1] = { kind = "body", text = tells .. " " .. reply }
  end
  return out
end

-- The words of a template that are not slots, in small letters: for headlines in sentence case.
local function lowered(template)
  if not template:find("{", 1, true) then return template:lower() end
  return (template:gsub("([^{}]*)(%b{})", function(plain, slot) return plain:lower() .. slot end)
    :gsub("}([^{}]*)$", function(plain) return "}" .. plain:lower() end))
end

-- A template filled and set as the paper sets such lines: in title or sentence case, or in capitals.
local function set_case(self, template, case, form)
  if case == "title" then return title_case(self:fill(template, form)) end
  local low = lowered(template):gsub("{(%a)", function(c) return "{" .. c:lower() end)
  local text = capital(self:fill(low, form))
  return case == "upper" and upper(text) or text
end

-- A template that the issue has not used yet, if one turns up.
local function fresh(self, templates)
  local template
  for _ = 1, 6 do
    template = self.rng:pick(templates)
    if not self.used[template] then break end
  end
  self.used[template] = true
  return template
end

function Story:headline(kind)
  local template = fresh(self, self.grammar[kind or "headline"])
  local case = self.manner.headline_case
  if case then
    local text = set_case(self, template, case, "head")
    local least = kind and 1 or 3
    return select(2, text:gsub("%S+", "")) < least and self:headline(kind) or text
  end
  if not kind and self.rng:chance(0.12) and template:match("{") then
    return capital(self:fill(lowered(template):gsub("{(%a)", function(c) return "{" .. c:lower() end), "head"))
  end
  local text = title_case(self:fill(template, "head"))
  -- A headline has three words or more: others are too like crossheads even on paper.
  if not kind and select(2, text:gsub("%S+", "")) < 3 then return self:headline() end
  return text
end

-- The names by which a reader knows the story again.
function Story:names()
  local out = { self.place.name, self.firm.short, self.project, self.model or self.project,
    self.orgs[1].acronym or self.orgs[1].name, self.orgs[2].acronym or self.orgs[2].name }
  for _, p in ipairs(self.people) do out[#out + 1] = p.last end
  return out
end

function Story:crosshead()
  local manner = self.manner
  if not self.crossheads then
    self.crossheads = self.rng:bag(manner.short_crossheads and self.grammar.crosshead_word or self.grammar.crosshead)
  end
  if manner.crosshead_case then return set_case(self, self.crossheads(), manner.crosshead_case, "head") end
  return capital(self:fill(self.crossheads(), "head"))
end

function Story:brief()
  return self:fill(self.rng:pick(self.grammar.brief), "body")
end

function Story:caption()
  return capital(self:fill(self.rng:pick(self.grammar.caption), "full"))
end

Story.capital, Story.title_case, Story.upper = capital, title_case, upper
Story.MONTHS, Story.WEEKDAYS, Story.commas = MONTHS, WEEKDAYS, commas
return Story
