-- Sets words into printed lines of a column, breaking words at syllables and at their own hyphens.
local typeset = {}

local VOWEL = "[aeiouy]"
-- Two letters that stand for one sound, or that no typesetter parts.
local INSEPARABLE = { th = 1, ch = 1, sh = 1, ph = 1, gh = 1, ck = 1, wh = 1, qu = 1, ng = 1 }

-- Places where a typesetter may break a word: the number of letters that stay on the line.
local function syllable_ends(word)
  local ends = {}
  local low = word:lower()
  for i = 2, #low - 2 do
    local a, b, c = low:sub(i, i), low:sub(i + 1, i + 1), low:sub(i + 2, i + 2)
    local open = a:match(VOWEL) and not b:match(VOWEL) and c:match(VOWEL)
    local closed = not a:match(VOWEL) and not b:match(VOWEL) and c:match(VOWEL)
      and low:sub(1, i):match(VOWEL) and not INSEPARABLE[a .. b]
    local silent = low:sub(i + 1):match("^[^aeiouy]+e[sd]?$")
    if (open or closed) and low:sub(1, i):match(VOWEL) and not INSEPARABLE[b .. c] and not silent then
      ends[#ends + 1] = i
    end
  end
  return ends
end

-- The longest break of a word that fits in room characters, as its two halves and the kind of hyphen.
local function break_word(word, room, loose)
  local at, kind
  for i in word:gmatch("()%-") do
    local right = word:sub(i + 1)
    if i <= room and i > 1 and right:match("%w%w") and word:sub(1, i - 1):match("%w$") then
      at, kind = i, "keep"
    end
  end
  if at then return word:sub(1, at), word:sub(at + 1), kind end
  local lead, core = word:match("^([\"'(]*)(%a+)[%p]*$")
  if not core or #core < 4 or core:match("^%u+$") or core:match("%u%u") then return end
  if not loose and core:match("^%u") then return end
  for _, n in ipairs(syllable_ends(core)) do
    if #lead + n + 1 <= room then at = #lead + n end
  end
  if at then return word:sub(1, at) .. "-", word:sub(at + 1), "drop" end
end

local function raw_of(word)
  return type(word) == "table" and word.raw or word
end

-- Length as printed: UTF-8 characters, not bytes.
local function width_of(word)
  local raw = raw_of(word)
  return utf8.len(raw) or #raw
end

-- words -> printed lines: { words = {...}, hyphen = nil | "drop" | "keep" }. Without rng no word is broken.
function typeset.wrap(words, width, rng)
  local lines, line, used = {}, { words = {} }, 0
  local queue = table.move(words, 1, #words, 1, {})
  local i = 1
  local function turn()
    lines[#lines + 1] = line
    line, used = { words = {} }, 0
  end
  while queue[i] do
    local word = queue[i]
    local room = width - used - (used > 0 and 1 or 0)
    local size = width_of(word)
    if size <= room or (used == 0 and (type(word) == "table" or size > 3 * width)) then
      line.words[#line.words + 1] = word
      used = width - room + size
      i = i + 1
    else
      local left, right, kind
      if rng and type(word) == "string" and room >= 3 then
        left, right, kind = break_word(word, room, used == 0 or rng:chance(0.8))
      end
      if left then
        line.words[#line.words + 1] = left
        line.hyphen = kind
        queue[i] = right
      elseif used == 0 then
        line.words[1] = word
        i = i + 1
      end
      turn()
    end
  end
  if #line.words > 0 then turn() end
  return lines
end

-- Whether a sentence ends where the printed line does.
function typeset.ends_sentence(line)
  local word = line.words[#line.words]
  local bare = (type(word) == "table" and word.text or word):gsub("[\"']$", ""):gsub("\u{201d}$", "")
  return bare:match("[.?!:]$") ~= nil
end

function typeset.words(text)
  local out = {}
  for word in text:gmatch("%S+") do out[#out + 1] = word end
  return out
end

-- Printed lines -> the words of one source line. mend(left, right, hyphen) may return a damaged word for a line's
-- end; nil means that the engine joined the halves as it should.
function typeset.flow(printed, mend)
  local out = {}
  for n, line in ipairs(printed) do
    local first = 1
    local before = printed[n - 1]
    if before then
      local left, right = out[#out], line.words[1]
      local plain = type(left) == "string" and type(right) == "string"
      local torn_again = line.hyphen and #line.words == 1
      local hurt = plain and mend and not torn_again and mend(left, right, before.hyphen)
      if hurt then
        out[#out] = hurt
        first = 2
      elseif before.hyphen and plain then
        out[#out] = (before.hyphen == "drop" and left:sub(1, -2) or left) .. right
        first = 2
      end
    end
    for i = first, #line.words do out[#out + 1] = line.words[i] end
  end
  return out
end

-- The words as they stand on the page, and as they should read: with all mends, or with the sure ones only.
function typeset.raw(words)
  local out = {}
  for i, word in ipairs(words) do out[i] = raw_of(word) end
  return table.concat(out, " ")
end

function typeset.text(words)
  local out = {}
  for i, word in ipairs(words) do
    if type(word) == "table" then
      word = (word.mark or word.sure) and word.text or word.raw
    end
    out[i] = word
  end
  return (table.concat(out, " "):gsub("^%s+", ""):gsub("%s+$", ""))
end

return typeset
