--- Articles and pages as text.

local render = require('stdaily.render')

local ARTICLE = { page = 'p1.txt', article = 'a1', issue = '2025-05-17', issue_title = 'Vol. 5 No. 191, 17-18 May 2025',
  page_number = 1, headline = 'Coal Mine Turns Green', line = 3 }

local HEAD = {
  { role = 'kicker', text = 'ENERGY', line = 1 },
  { role = 'headline', text = 'Coal Mine Turns Green', line = 3 },
  { role = 'byline', text = 'By ZHONG Jianli', line = 5 },
}

local function rows_with(...)
  local rows = {}
  for i, row in ipairs(HEAD) do rows[i] = row end
  for _, row in ipairs({ ... }) do rows[#rows + 1] = row end
  return rows
end

local function article(data)
  data.article, data.jumps, data.origins = data.article or ARTICLE, data.jumps or {}, data.origins or {}
  return render.article(data)
end

describe('render', function()
  it('puts the head together and paragraphs apart', function()
    local sheet = article({ paragraphs = rows_with(
      { role = 'body', text = 'First.', line = 7, spans = '0:7' },
      { role = 'crosshead', text = 'Light', line = 9 },
      { role = 'caption', text = 'A lamp.', credit = 'PHOTO: VCG', line = 11 },
      { role = 'gap', text = '[…]', note = 'text is missing here', line = 12 }
    ) })
    assert.same({ 'ENERGY', 'Coal Mine Turns Green', 'By ZHONG Jianli',
      '17-18 May 2025 · page 1 · Vol. 5 No. 191', '', 'First.', '', 'Light', '', 'A lamp. (PHOTO: VCG)', '',
      '[…] text is missing here' }, sheet.lines)
    assert.equal('body', sheet.items[6].role)
    assert.equal('0:7', sheet.items[6].spans)
    assert.same({ 8, 0, -1, 'StdCrosshead' }, sheet.marks[5])
  end)

  it('says where a jump leads', function()
    local sheet = article({
      paragraphs = rows_with({ role = 'jump', text = 'See page 2', line = 9 }),
      jumps = { { line = 9, jump_page = 2, status = 'linked', target_page = 'p2.txt', target_article = 'a2',
        target_headline = 'Green Mine', target_line = 4, target_page_number = 2, confidence = 0.9 } },
    })
    assert.equal('See page 2 → Green Mine (page 2)', sheet.lines[6])
    assert.same({ { page = 'p2.txt', article = 'a2', line = 4, title = 'Green Mine', confidence = 0.9 } },
      sheet.items[6].targets)
  end)

  it('says that a person said so, and that the page has no number', function()
    local sheet = article({
      paragraphs = rows_with({ role = 'jump', text = 'See page 2', line = 9 }),
      jumps = { { line = 9, jump_page = 2, status = 'linked', target_page = 'x.txt', target_article = 'a2',
        target_headline = 'Green Mine', target_line = 4, confidence = 1, corrected = 1, marker = 'j1' } },
    })
    assert.equal('See page 2 → Green Mine (x.txt, corrected by you)', sheet.lines[6])
    assert.same({ 'j1', 'See page 2' }, { sheet.items[6].marker, sheet.items[6].name })
  end)

  it('shows a story over its pages, with what leads to each part', function()
    local function part(number, rows, jumps, after)
      local own = { page = ('p%d.txt'):format(number), article = 'a1', issue = '', page_number = number,
        headline = 'Mine ' .. number, line = 1 }
      return { after = after or {}, data = { article = own, paragraphs = rows, jumps = jumps or {}, origins = {} } }
    end
    local last = part(4, { { role = 'headline', text = 'Mine 4', line = 1 },
      { role = 'continued', text = 'From page 2', line = 2 }, { role = 'body', text = 'the end.', line = 3 } })
    local middle = part(2, { { role = 'headline', text = 'Mine 2', line = 1 },
      { role = 'byline', text = 'By B', line = 2 }, { role = 'body', text = 'and', line = 3 },
      { role = 'jump', text = 'See page 4', line = 5 }, { role = 'caption', text = 'A lamp.', line = 7 } },
      { { line = 5 } }, { [5] = last })
    local sheet = render.whole(part(1, { { role = 'headline', text = 'Mine 1', line = 1 },
      { role = 'body', text = 'It is', line = 3 }, { role = 'jump', text = 'See page 2', line = 5 } },
      { { line = 5 } }, { [5] = middle }))
    local rule = ('─'):rep(40)
    assert.same({ 'Mine 1', 'loose page · page 1', '', 'It is', '', '↑ page 1 · See page 2', rule,
      '↓ page 2 · Mine 2', 'By B', '', 'and', '', 'A lamp.', '', '↑ page 2 · See page 4', rule,
      '↓ page 4 · From page 2 · Mine 4', '', 'the end.' }, sheet.lines)
    assert.same({ 'p1.txt', 5, true }, { sheet.items[6].targets[1].page, sheet.items[6].targets[1].line,
      sheet.items[6].targets[1].is_marker })
    assert.equal('p2.txt', sheet.items[8].targets[1].page)
    assert.same({ 'p4.txt', 3 }, { sheet.items[19].page, sheet.items[19].line })
    assert.same({ 'p2.txt', 7 }, { sheet.items[13].page, sheet.items[13].line })
  end)

  it('says which page is missing', function()
    local message = 'page 2 of Vol. 5 No. 191, 17-18 May 2025, is not in this archive'
    local sheet = article({
      paragraphs = rows_with({ role = 'jump', text = 'See page 2', line = 9 }),
      jumps = { { line = 9, jump_page = 2, status = 'page-missing', message = message } },
    })
    assert.equal('See page 2: ' .. message, sheet.lines[6])
    assert.is_nil(sheet.items[6].targets)
    assert.equal(message, sheet.items[6].message)
  end)

  it('leads from a continued line to its origin', function()
    local sheet = article({
      paragraphs = rows_with({ role = 'continued', text = 'From page 1', line = 6 },
        { role = 'body', text = 'On.', line = 8 }),
      origins = { { page = 'p1.txt', article = 'a4', headline = 'Coal Mine', line = 20, confidence = 0.9 } },
    })
    assert.equal('From page 1 → Coal Mine', sheet.lines[5])
    assert.equal('a4', sheet.items[5].targets[1].article)
    assert.equal('a4', sheet.items[2].targets[1].article)
    assert.is_true(sheet.items[5].targets[1].is_marker)
  end)

  it('says why a continued line leads nowhere', function()
    local sheet = article({
      paragraphs = rows_with({ role = 'continued', text = 'From page 1', line = 6,
        note = 'no story on page 1 leads here' }),
    })
    assert.equal('From page 1: no story on page 1 leads here', sheet.lines[5])
    assert.equal('no story on page 1 leads here', sheet.items[5].message)
  end)

  it('shows an article without a headline, of a loose page', function()
    local sheet = article({
      article = { page = 'x.txt', article = 'a1', issue = '', headline = '', line = 1 },
      paragraphs = { { role = 'body', text = 'On.', line = 1 } },
    })
    assert.same({ '(no headline)', 'loose page · x.txt', '', 'On.' }, sheet.lines)
  end)

  it('shows a page with its teasers and rules between articles', function()
    local sheet = render.page({
      page = { page = 'p1.txt', issue = 'i', issue_title = 'Vol. 5 No. 191, 17-18 May 2025', page_number = 1 },
      rows = {
        { role = 'teaser', text = 'MOON', line = 1, note = 'page 3: Moon Dust' },
        { role = 'headline', text = 'One', line = 3 },
        { role = 'body', text = 'Text.', line = 5 },
        { role = 'headline', text = 'Two', line = 7 },
        { role = 'caption', text = 'A photo.', line = 9 },
      },
      article_of = { ['headline:3'] = 'a1', ['body:5'] = 'a1', ['headline:7'] = 'a2' },
      jumps = {},
      teasers = { { page = 'p1.txt', line = 1, headline = 'MOON', jump_page = 3, section = 'INSIGHTS',
        status = 'linked', target_page = 'p3.txt', target_article = 'a1', target_headline = 'Moon Dust' } },
      origins = {},
    })
    local rule = ('─'):rep(40)
    assert.same({ '17-18 May 2025 · page 1 · Vol. 5 No. 191', 'p1.txt', '', 'Inside: MOON … page 3 INSIGHTS', '',
      rule, 'One', '', 'Text.', '', rule, 'Two', '', 'A photo.' }, sheet.lines)
    assert.equal('p3.txt', sheet.items[4].targets[1].page)
    assert.equal('a2', sheet.items[12].article)
    assert.is_nil(sheet.items[14].article)
  end)
end)
