-- What happens to a printed page on its way to text: each kind of damage a function, each with a rate.
local typeset = require("typeset")

local damage = {}

-- Rates: a share of the places where the damage can strike. `seed` is like the real pages we know.
damage.mixes = {
  none = {},
  seed = {
    column_break = 0.85, caption_inside = 0.5, caption_astray = 0.3, kicker_moved = 0.5, tail_moved = 0.04,
    hyphen_space = 0.22, hyphen_lost = 0.15, false_hyphen = 0.008, split_space = 0.001, space_lost = 0.001,
    dup = 0.006, gap = 0.01, garble = 0.03, continued_cut = 0.12, jump_split = 0.2, jump_joined = 0.04,
    mark_lost = 0.08, mark_false = 0.01, nameplate_lost = 0.03, folio_misread = 0.06, letters = 0.0003,
    trailing_blanks = 0.02, crlf = 0.08,
  },
  heavy = {
    column_break = 1, caption_inside = 0.8, caption_astray = 0.5, kicker_moved = 0.6, tail_moved = 0.15,
    hyphen_space = 0.4, hyphen_lost = 0.3, false_hyphen = 0.04, split_space = 0.01, space_lost = 0.005,
    dup = 0.025, gap = 0.035, garble = 0.12, continued_cut = 0.35, jump_split = 0.35, jump_joined = 0.15,
    mark_lost = 0.3, mark_false = 0.05, nameplate_lost = 0.12, folio_misread = 0.25, letters = 0.002,
    trailing_blanks = 0.06, crlf = 0.15,
  },
}

-- The rates of a mix, as the set of words shifts them.
function damage.rates(mix, factors)
  local out = {}
  for name, rate in pairs(damage.mixes[mix]) do out[name] = math.min(1, rate * (factors[name] or 1)) end
  return setmetatable(out, { __index = function() return 0 end })
end

-- ---------------------------------------------------------------- the ends of printed lines

local function hurt(raw, text, why)
  return { raw = raw, text = text, why = why, sure = true }
end

local function hard_hyphen(rng, rates, left, right)
  local stem = left:sub(1, -2)
  if rng:chance(rates.hyphen_space) then
    return hurt(left .. " " .. right, left .. right, "hyphen-space: a line break left inside the word")
  end
  if rng:chance(rates.hyphen_lost) and stem:match("%l$") and right:match("^%l") then
    return hurt(stem .. right, left .. right, "hyphen swallowed at a line break")
  end
end

local function soft_hyphen(rng, rates, left, right)
  local whole = left:sub(1, -2) .. right
  if rng:chance(rates.false_hyphen) then return hurt(left .. right, whole, "line-end hyphen left inside the word") end
  if rng:chance(rates.split_space) then return hurt(left .. " " .. right, whole, "line-end hyphen and blank left") end
end

-- For typeset.flow: joins two halves badly, at the rates given, or leaves it to be done well.
function damage.mender(rng, rates)
  return function(left, right, hyphen)
    if hyphen == "keep" then return hard_hyphen(rng, rates, left, right) end
    if hyphen == "drop" then return soft_hyphen(rng, rates, left, right) end
    if left:match("^%l%l%l+$") and right:match("^%l%l%l+[.,]?$") and rng:chance(rates.space_lost) then
      return hurt(left .. right, left .. " " .. right, "space swallowed between two words")
    end
  end
end

-- ---------------------------------------------------------------- pieces: runs of printed lines of one paragraph

-- The engine's hyphen-space in a line that is set by itself: a headline, a caption.
function damage.compounds(words, rng, rate)
  for i, word in ipairs(words) do
    local left, right = word:match("^(%a+%-)(%a+)$")
    if left and rng:chance(rate) then
      words[i] = hurt(left .. " " .. right, word, "hyphen-space: a line break left inside the word")
    end
  end
end

local function whole_words(line)
  for _, word in ipairs(line.words) do
    if type(word) == "table" then return false end
  end
  return not line.hyphen
end

-- Text lost at the end of a paragraph: its last printed line is gone, which may leave half a word.
function damage.gap(pieces, rng, rate)
  for i = 1, #pieces - 1 do
    local piece, following = pieces[i], pieces[i + 1]
    local n = #piece.printed
    if piece.kind == "body" and n >= 3 and following.kind == "body" and following.join == "para"
      and not typeset.ends_sentence(piece.printed[n - 1]) and rng:chance(rate) then
      piece.lost = typeset.raw(table.remove(piece.printed).words)
      following.join = "gap"
    end
  end
end

-- A fragment printed twice: the first line of a paragraph before it, or its last line after it.
function damage.dup(pieces, rng, rate)
  local i = 1
  while i <= #pieces do
    local piece = pieces[i]
    local head = rng:chance(0.75)
    local line = piece.printed[head and 1 or #piece.printed]
    if piece.kind == "body" and piece.join == "para" and #piece.printed >= 3 and #line.words >= 4
      and whole_words(line) and not piece.lost and rng:chance(rate) then
      local copy = { kind = "body", join = "dup", printed = { { words = line.words } } }
      table.insert(pieces, head and i or i + 1, copy)
      i = i + 1
    end
    i = i + 1
  end
end

-- Two columns read across as one, line by line.
local function interleave(left, right)
  local out = ""
  for i = 1, #right do
    for _, line in ipairs({ left[i], right[i] }) do
      out = out .. typeset.raw(line.words)
      if line.hyphen == "drop" then
        out = out:sub(1, -2)
      elseif not line.hyphen then
        out = out .. " "
      end
    end
  end
  return (out:gsub(" $", ""))
end

-- The end of a paragraph is mixed with lines of the donor, which stand whole elsewhere.
local function garble_tail(pieces, at, donor, rng)
  local piece = pieces[at]
  local k = rng:int(2, math.min(4, #piece.printed - 2, #donor.printed))
  local cut = #piece.printed - k
  if not whole_words(piece.printed[cut]) or piece.lost then return end
  local right = table.move(piece.printed, cut + 1, #piece.printed, 1, {})
  local from = rng:int(1, #donor.printed - k + 1)
  local left = table.move(donor.printed, from, from + k - 1, 1, {})
  for i = #piece.printed, cut + 1, -1 do piece.printed[i] = nil end
  local mixed = rng:chance(0.7) and interleave(left, right) or interleave(right, left)
  local word = hurt(mixed, typeset.text(typeset.flow(right)), "two columns read across as one")
  table.insert(pieces, at + 1, { kind = "body", join = "garble", word = word, printed = right })
end

-- Once in an article at most.
function damage.garble(pieces, rng, rate)
  if not rng:chance(rate) then return end
  for at = #pieces, 2, -1 do
    local piece, donor = pieces[at], pieces[rng:int(1, at - 1)]
    local following = pieces[at + 1]
    if piece.kind == "body" and donor.kind == "body" and piece.join ~= "dup" and not piece.word and not donor.word
      and #piece.printed >= 5 and #donor.printed >= 3 and not donor.lost and piece.ends
      and (not following or following.join ~= "gap") and rng:chance(0.3) then
      return garble_tail(pieces, at, donor, rng)
    end
  end
end

-- ---------------------------------------------------------------- letters

local CONFUSIONS = { { "rn", "m" }, { "m", "rn" }, { "l", "1" }, { "1", "l" }, { "O", "0" }, { "0", "O" }, { "i", "l" },
  { "cl", "d" }, { "e", "c" } }

local function misread(word, rng)
  for _, pair in ipairs(rng:shuffle(CONFUSIONS)) do
    local at = word:find(pair[1], 2, true)
    if at then return word:sub(1, at - 1) .. pair[2] .. word:sub(at + #pair[1]) end
  end
end

-- Letters misread: recorded, but only likely, as the printer may have erred too.
function damage.letters(line, rng, rate)
  for i, word in ipairs(line.words) do
    if type(word) == "string" and #word > 3 and word:match("^%w+$") and rng:chance(rate) then
      local raw = misread(word, rng)
      if raw then line.words[i] = { raw = raw, text = word, why = "letters misread", sure = false } end
    end
  end
end

-- ---------------------------------------------------------------- repairs

local function occurs(text, what)
  local n, from = 0, 1
  while true do
    local at = text:find(what, from, true)
    if not at then return n end
    n, from = n + 1, at + 1
  end
end

-- The damaged word with as many sound neighbours as make it unique in its line.
local function spot(line, i)
  local words = line.words
  local first, last = i, i
  while true do
    local before = typeset.raw(table.move(words, first, last, 1, {}))
    if occurs(line.raw, before) == 1 then
      local word, after = words[i], {}
      for n = first, last do after[#after + 1] = n == i and word.text or words[n] end
      return { before = before, after = table.concat(after, " "), why = word.why, sure = word.sure }
    end
    if type(words[last + 1]) == "string" then
      last = last + 1
    elseif type(words[first - 1]) == "string" then
      first = first - 1
    else
      return nil
    end
  end
end

-- Sets the line's raw text and lists its repairs. Damage that no repair could name is taken back.
function damage.repairs(line)
  line.raw = line.prefix .. typeset.raw(line.words) .. line.suffix
  line.repairs = {}
  for i, word in ipairs(line.words) do
    if type(word) == "table" and not word.mark then
      local repair = spot(line, i)
      if not repair then
        line.words[i] = word.text
        return damage.repairs(line)
      end
      line.repairs[#line.repairs + 1] = repair
    end
  end
end

-- ---------------------------------------------------------------- lines of their own form

-- "From page 1" cut short; the number goes only where it can be no other.
function damage.continued(text, page, rng, rate)
  if not rng:chance(rate) then return text end
  local forms = { text:sub(utf8.offset(text, 2)), (text:gsub(" (%d)$", "%1")), (text:gsub(" ", "", 1)) }
  if page == 1 then
    forms[#forms + 1] = text:sub(1, -4)
    forms[#forms + 1] = text:sub(1, -3)
  end
  return rng:pick(forms)
end

-- A jump line as the engine writes it: blanks lost, or half of it in italics.
function damage.jump(text, markdown, rng, rates)
  if rng:chance(rates.jump_joined) then
    text = rng:chance(0.5) and text:gsub(" ", "", 1) or text:gsub(" (%d+)$", "%1")
  end
  if not markdown then return text end
  if rng:chance(rates.jump_split) then return (text:gsub("^(.*) (%S+)$", "*%1* %2")) end
  return rng:chance(0.2) and "*" .. text .. "*" or text
end

function damage.folio(text, rng, rate)
  if not rng:chance(rate) then return text end
  local out = text:gsub("NO", "N0", 1):gsub("No%.", "N0.", 1)
  if out == text then out = text:gsub(", ", ".", 1) end
  return out
end

-- The end of an article moved before its own headline, or behind the next article. blocks: lists of lines, one list
-- an item of the page; a list with .tail_at can be cut there.
function damage.tails(blocks, rng, rate)
  local i = 1
  while i <= #blocks do
    local block = blocks[i]
    if block.tail_at and rng:chance(rate) then
      local tail = table.move(block, block.tail_at, #block, 1, {})
      for n = #block, block.tail_at, -1 do block[n] = nil end
      block.tail_at = nil
      local before = i > 1 and (i == #blocks or rng:chance(0.6))
      table.insert(blocks, before and i or math.min(i + 2, #blocks + 1), tail)
      i = i + 1
    end
    i = i + 1
  end
end

return damage
