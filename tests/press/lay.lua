-- Lays a page out in columns and writes it as an OCR engine would: a list of source lines with their labels.
--
-- A line: kind, words (see typeset), owner (article, photo, graphic or teaser), join, blanks (blank lines before it),
-- prefix and suffix (marks), jump. An article's `lines` hold those with an order, in true reading order.
local damage = require("damage")
local typeset = require("typeset")

local lay = {}

-- Straight quotes as the engine of some pages writes them.
local function curl(text)
  text = text:gsub('^"', "\u{201c}"):gsub('([%s(*])"', "%1\u{201c}"):gsub('"', "\u{201d}")
  return (text:gsub("^'", "\u{2018}"):gsub("(%s)'", "%1\u{2018}"):gsub("'", "\u{2019}"))
end

local function curl_article(article)
  article.headline = curl(article.headline)
  for _, p in ipairs(article.paragraphs) do p.text = curl(p.text) end
  for _, c in ipairs(article.captions) do c.text = curl(c.text) end
end

local function new_line(kind, text, owner, blanks)
  return { kind = kind, words = typeset.words(text), owner = owner, blanks = blanks or 1, prefix = "", suffix = "" }
end

-- ---------------------------------------------------------------- style

local HEADINGS = { { "# ", 4 }, { "## ", 4 }, { "### ", 2 }, { "#### ", 1 } }

local DECK_MARKS = { { "", "" }, { "*", "*" }, { "### ", "" }, { "**", "**" }, { "#### ", "" } }

local LABEL_MARKS = { { "", "" }, { "**", "**" }, { "*", "*" }, { "## ", "" }, { "### ", "" }, { "#### **", "**" },
  { "***", "***" }, { "# ", "" } }

-- How the engine writes this page.
local function page_style(rng, set, rates)
  local style = { markdown = rng:chance(0.5), width = rng:pick(set.forms.columns_chars), height = rng:int(9, 26) }
  style.curly = rng:chance(set.forms.curly_pages)
  style.wrapped = rng:chance(set.forms.wrapped_pages)
  style.tight = style.wrapped and rng:chance(0.25)
  style.heading = rng:weighted(HEADINGS)
  style.steady = rng:chance(0.5)
  style.cross_marks = rng:chance(0.5)
  style.bold_crossheads = rng:chance(0.3)
  style.deck_marks = rng:int(1, #DECK_MARKS)
  style.kicker_marks = rng:chance(0.75)
  style.bold_bylines = rng:chance(0.3)
  style.kicker_place = rng:chance(rates.kicker_moved) and rng:pick({ "headline", "byline", "headline" }) or "before"
  style.jump_alone = rng:chance(0.5)
  style.continued_above = set.forms.continued_above
  style.headline_width = style.wrapped and 44
  local widths = set.forms.headline_widths
  if widths then
    style.headline_width = rng:pick(widths) or style.headline_width
    style.headline_apart = rng:chance(0.2)
    style.italics = rng:chance(0.25)
    style.credit_apart = rng:chance(set.forms.credit_apart)
    style.tight_bylines = rng:chance(0.5)
    style.label_marks = rng:chance(0.4) and rng:pick(LABEL_MARKS)
  end
  return style
end

local function mark(line, rng, rates, style)
  if not style.markdown then return end
  local heading = style.steady and style.heading or rng:weighted(HEADINGS)
  local bold = rng:chance(0.2) and "**" or ""
  if line.deck then
    line.prefix, line.suffix = table.unpack(DECK_MARKS[style.deck_marks])
    return
  end
  if line.kind == "headline" or line.kind == "nameplate" then
    if rng:chance(rates.mark_lost) then return end
    line.prefix, line.suffix = heading .. bold, bold
  elseif line.kind == "kicker" and style.label_marks then
    line.prefix, line.suffix = table.unpack(style.label_marks)
  elseif line.kind == "kicker" and style.kicker_marks then
    line.prefix, line.suffix = rng:pick({ "## ", "#### ", "" }) .. "**", "**"
    if rng:chance(0.5) then line.prefix, line.suffix = heading, "" end
  elseif line.kind == "byline" and style.bold_bylines then
    line.prefix, line.suffix = "**", "**" .. (rng:chance(0.5) and " " or "")
  elseif line.kind == "crosshead" then
    local marked = style.cross_marks and not rng:chance(rates.mark_lost)
    if marked then line.prefix = rng:pick({ "### ", "### ", "## ", "#### " }) end
    if marked and rng:chance(0.35) then
      line.prefix, line.suffix = (style.bold_crossheads and "" or line.prefix) .. "**", "**"
    end
  elseif style.italics and (line.kind == "byline" or line.kind == "continued_line" or line.credit) then
    line.prefix, line.suffix = "*", "*"
  elseif line.kind == "graphic" and line.title then
    line.prefix = "## "
  elseif line.kind == "body" and #typeset.raw(line.words) < 60 and rng:chance(rates.mark_false) then
    line.prefix = "## "
  end
end

-- ---------------------------------------------------------------- articles

-- Italics of the engine for newspapers' names; taken off, they are no damage.
local function body_words(text, style)
  if style.wrapped or not style.markdown then text = text:gsub("%*", "") end
  local words, out = typeset.words(text:gsub("%*(.-)%*", function(s) return (s:gsub(" ", "\0")) end)), {}
  for i, word in ipairs(words) do
    if word:find("\0", 1, true) then
      local plain = word:gsub("%z", " ")
      local name, tail = plain:match("^(.-)([.,]?)$")
      word = { raw = "*" .. name .. "*" .. tail, text = plain, mark = true }
    end
    out[i] = word
  end
  return out
end

-- How a line goes on from the last one of another column. Where a sentence ends there and another begins, nothing on
-- the page tells the break from a paragraph's, so the gold calls it one.
local function join_after(last, line)
  if last.hyphen then return "hyphen-" .. last.hyphen end
  local first = line.words[1]
  local upper = type(first) == "table" or first:match("^[\"']?%u") or first:match("^\u{201c}")
  return typeset.ends_sentence(last) and upper and "para" or "space"
end

-- Paragraphs as printed lines, cut into pieces where a column ends.
local function pieces_of(article, rng, rates, style)
  local set, total = {}, 0
  for i, p in ipairs(article.paragraphs) do
    set[i] = typeset.wrap(body_words(p.text, style), style.width, rng)
    total = total + #set[i]
  end
  local columns = math.max(1, math.min(6, math.ceil(total / style.height)))
  local height = math.ceil(total / columns)
  local pieces, used = {}, 0
  for i, p in ipairs(article.paragraphs) do
    local piece = { kind = p.kind, join = "para", printed = {}, top = used > 0 and used % height == 0 }
    for _, line in ipairs(set[i]) do
      local last = piece.printed[#piece.printed]
      -- Engines join columns better where no hyphen ends them.
      if last and used % height == 0 and rng:chance(rates.column_break * (last.hyphen and 1 or 0.6)) then
        pieces[#pieces + 1] = piece
        piece = { kind = p.kind, join = join_after(last, line), printed = {}, top = true }
      end
      piece.printed[#piece.printed + 1] = line
      used = used + 1
    end
    piece.ends = true
    pieces[#pieces + 1] = piece
  end
  return pieces
end

-- One source line a piece, or one a printed line where the engine keeps those.
local function lines_of_piece(piece, article, rng, rates, style)
  local function body_line(words, join, blanks)
    return { kind = piece.kind, words = words, owner = article, blanks = blanks, prefix = "", suffix = "",
      join = piece.kind == "body" and join or nil, top = piece.top }
  end
  if piece.word then return { body_line({ piece.word }, piece.join, 1) } end
  if not style.wrapped then
    return { body_line(typeset.flow(piece.printed, damage.mender(rng, rates)), piece.join, 1) }
  end
  local out, join = {}, piece.join
  for i, printed in ipairs(piece.printed) do
    out[i] = body_line(printed.words, join, (i > 1 or style.tight) and 0 or 1)
    join = printed.hyphen and "hyphen-" .. printed.hyphen or "space"
  end
  return out
end

local function body_lines(article, rng, rates, style)
  local pieces = pieces_of(article, rng, rates, style)
  damage.gap(pieces, rng, rates.gap)
  damage.dup(pieces, rng, rates.dup)
  if not style.wrapped then damage.garble(pieces, rng, rates.garble) end
  local lines = {}
  for i, piece in ipairs(pieces) do
    local made = lines_of_piece(piece, article, rng, rates, style)
    for _, line in ipairs(made) do lines[#lines + 1] = line end
    if piece.lost then
      local gap = { lost = piece.lost, after = made[#made] }
      article.gaps[#article.gaps + 1] = gap
      pieces[i + 1].gap = gap
    end
    if piece.gap then piece.gap.before = made[1] end
  end
  if lines[1] then lines[1].blanks = 1 end
  return lines
end

-- Captions and headlines of a page with printed lines run over several of them.
local function wrapped_lines(kind, text, owner, width, rng)
  local out = {}
  for i, printed in ipairs(typeset.wrap(typeset.words(text), width, rng)) do
    out[i] = { kind = kind, words = printed.words, owner = owner, blanks = i > 1 and 0 or 1, prefix = "", suffix = "" }
  end
  return out
end

local function caption_lines(caption, owner, rng, rates, style)
  local text = caption.text .. (style.credit_apart and "" or " " .. caption.printed_credit)
  local lines = { new_line("caption", text, owner, rng:int(2, 4)) }
  damage.compounds(lines[1].words, rng, rates.hyphen_space / 2)
  if style.wrapped then
    lines = wrapped_lines("caption", text, owner, style.width * 2, rng)
    lines[1].blanks = 3
  end
  if style.credit_apart then
    lines[#lines + 1] = new_line("caption", caption.printed_credit, owner, rng:int(0, 1))
    lines[#lines].credit = true
  end
  caption.lines = lines
  return lines
end

local function head_lines(article, rng, rates, style, number)
  local out = {}
  local function add(kind, text)
    out[#out + 1] = new_line(kind, text, article)
    return out[#out]
  end
  -- Under a byline of two lines a label would pass for a third.
  local one_line = article.byline and not article.byline:find("\n", 1, true)
  local place = one_line and style.kicker_place or style.kicker_place == "before" and "before" or "headline"
  if article.section_label then place = "before" end
  if article.section_label then add("kicker", article.section_label).owner = nil end
  if article.kicker and place == "before" then add("kicker", article.kicker) end
  local first_headline = #out + 1
  if style.headline_width and #article.headline > style.headline_width then
    for _, line in ipairs(wrapped_lines("headline", article.headline, article, style.headline_width)) do
      if style.headline_apart then line.blanks = 1 end
      out[#out + 1] = line
    end
  else
    damage.compounds(add("headline", article.headline).words, rng, rates.hyphen_space / 2)
  end
  if article.deck then add("headline", article.deck).deck = true end
  article.lines = table.move(out, first_headline, #out, 1, {})
  if article.kicker and place == "headline" then add("kicker", article.kicker) end
  for text in (article.byline or ""):gmatch("[^\n]+") do
    article.lines[#article.lines + 1] = add("byline", text)
    if out[#out - 1] and out[#out - 1].kind == "byline" and style.tight_bylines then out[#out].blanks = 0 end
  end
  if article.kicker and place == "byline" then add("kicker", article.kicker) end
  if article.continued then
    local text = damage.continued(article.continued.text, article.continued.page, rng, rates.continued_cut)
    add("continued_line", text).printed = article.continued.text
    if rng:chance(style.continued_above) then table.insert(out, 1, table.remove(out)) end
  end
  article.page_number = number
  return out
end

-- The jump, at the end of the last paragraph or on a line of its own.
local function add_jump(article, lines, rng, rates, style)
  local jump = article.jump
  local raw = damage.jump(jump.text, style.markdown, rng, rates)
  local last = lines[#lines]
  jump.printed = raw:gsub("%*", "")
  if last.kind == "body" and last.join ~= "dup" and not style.jump_alone and rng:chance(0.8) then
    last.jump_raw = raw
    jump.on = last
  else
    jump.on = new_line("jump_line", raw, article, style.tight and 0 or 1)
    lines[#lines + 1] = jump.on
  end
end

-- Puts captions where the column breaks, behind the article, or astray; those go to `loose`.
local function place_captions(article, block, loose, rng, rates, style)
  for _, caption in ipairs(article.captions) do
    local lines = caption_lines(caption, article, rng, rates, style)
    local places = {}
    for i, line in ipairs(block) do
      if line.top and line.join and line.join ~= "dup" and i > 3 then places[#places + 1] = i end
    end
    if #places > 0 and rng:chance(rates.caption_inside) then
      local at = rng:pick(places)
      for i, line in ipairs(lines) do table.insert(block, at + i - 1, line) end
      block[at + #lines].blanks = math.max(1, block[at + #lines].blanks)
    elseif rng:chance(rates.caption_astray) then
      loose[#loose + 1] = lines
    else
      for _, line in ipairs(lines) do block[#block + 1] = line end
    end
  end
end

local function sidebar_lines(article)
  local out = {}
  for i, entry in ipairs(article.sidebar) do
    out[i] = new_line("sidebar", entry.text, article, (i == 1 or entry.block) and 1 or 0)
    out[i].bold = entry.bold
  end
  return out
end

local function article_block(article, page, rng, rates, style, loose)
  article.gaps = {}
  if style.curly then curl_article(article) end
  local block = head_lines(article, rng, rates, style, page.number)
  local body = body_lines(article, rng, rates, style)
  if article.endline then body[#body + 1] = new_line("byline", article.endline, article) end
  for _, line in ipairs(body) do article.lines[#article.lines + 1] = line end
  if article.jump then add_jump(article, body, rng, rates, style) end
  for _, line in ipairs(body) do
    block[#block + 1] = line
    if line.top and line.join ~= "dup" then block.tail_at = #block end
  end
  -- The tail may leave; captions come after that cut so as to stay with the rest.
  if not block.tail_at or block.tail_at < 6 then block.tail_at = nil end
  local kept = #block
  place_captions(article, block, loose, rng, rates, style)
  if #block > kept then block.tail_at = nil end
  if article.sidebar then loose[#loose + 1] = sidebar_lines(article) end
  return block
end

-- ---------------------------------------------------------------- other items

local makers = {}

function makers.nameplate(item, page, rng, rates)
  if rng:chance(rates.nameplate_lost) then
    page.no_nameplate = true
    return {}
  end
  return { new_line("nameplate", item.text) }
end

function makers.folio(item, page, rng, rates)
  page.has_folio = true
  local line = new_line("folio", damage.folio(item.text, rng, rates.folio_misread))
  line.printed = item.text
  return { line }
end

function makers.teaser(item, page, rng)
  page.teasers[#page.teasers + 1] = item
  local out = {}
  for i, text in ipairs(item.lines) do out[i] = new_line("teaser", text, item, i == 1 and rng:int(1, 4) or 1) end
  item.made = table.move(out, 1, #out, 1, {})
  if item.label then table.insert(out, 1, new_line("kicker", item.label)) end
  return out
end

function makers.furniture(item)
  local out = {}
  local apart = item.lines[1]:lower() == "index" and 0 or 4
  for i, text in ipairs(item.lines) do out[i] = new_line("furniture", text, nil, i > 1 and apart or 1) end
  return out
end

function makers.graphic(item, page)
  local graphic = item.graphic
  page.graphics[#page.graphics + 1] = graphic
  local out = { new_line("kicker", graphic.kicker, graphic) }
  for i, text in ipairs(graphic.lines) do
    out[i + 1] = new_line("graphic", text, graphic, text:match("^[DG]%a+ by") and 0 or 1)
  end
  out[2].title = true
  return out
end

function makers.photo(item, page, rng, rates, style)
  page.photos[#page.photos + 1] = item.caption
  return caption_lines(item.caption, item.caption, rng, rates, style)
end

function makers.article(item, page, rng, rates, style)
  return article_block(item.article, page, rng, rates, style, page.loose)
end

function makers.briefs(item, page, rng, rates, style)
  local out = { new_line("kicker", item.label) }
  for _, article in ipairs(item.articles) do
    local block = article_block(article, page, rng, rates, style, page.loose)
    for _, line in ipairs(block) do out[#out + 1] = line end
  end
  return out
end

-- ---------------------------------------------------------------- the page

local function blocks_of(page, rng, rates, style)
  local blocks = {}
  page.teasers, page.graphics, page.photos, page.loose = {}, {}, {}, {}
  for _, item in ipairs(page.items) do
    blocks[#blocks + 1] = makers[item.type](item, page, rng, rates, style)
    -- A caption or box that went astray stands behind one of the next items.
    if #page.loose > 0 and rng:chance(0.4) then blocks[#blocks + 1] = table.remove(page.loose, 1) end
  end
  for _, lines in ipairs(page.loose) do blocks[#blocks + 1] = lines end
  damage.tails(blocks, rng, rates.tail_moved)
  return blocks
end

local function finish(line, rng, rates, style)
  if (line.kind == "body" or line.kind == "caption") and line.join ~= "dup" and line.join ~= "garble" then
    damage.letters(line, rng, rates.letters)
  end
  mark(line, rng, rates, style)
  if line.bold and style.markdown then line.prefix, line.suffix = "**", "**" end
  if line.kind == "sidebar" and style.markdown then line.suffix = line.suffix .. "  " end
  if line.jump_raw then line.suffix = " " .. line.jump_raw end
  if rng:chance(rates.trailing_blanks) then line.suffix = line.suffix .. (" "):rep(rng:int(1, 3)) end
  damage.repairs(line)
end

-- The page as text. page.lines are its source lines in order, each with its number.
function lay.page(page, rng, set, rates)
  local style = page_style(rng, set, rates)
  page.lines = {}
  local text = {}
  for _, block in ipairs(blocks_of(page, rng, rates, style)) do
    for _, line in ipairs(block) do
      finish(line, rng, rates, style)
      local blanks = #text == 0 and rng:pick({ 0, 0, 0, 2, 4 }) or line.blanks
      for _ = 1, blanks do text[#text + 1] = "" end
      text[#text + 1] = line.raw
      line.number = #text
      page.lines[#page.lines + 1] = line
    end
  end
  page.told.page = page.number == 1 and (not page.no_nameplate or page.told.volume or page.told.number) and 1
    or page.number > 1 and page.told.page or nil
  local stop = rng:chance(rates.crlf) and "\r\n" or "\n"
  return table.concat(text, stop) .. (rng:chance(0.7) and stop or "")
end

return lay
