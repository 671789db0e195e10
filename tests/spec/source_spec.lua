--- Between what is read and the lines of the page.

local fake = require('support.fake_editor')
local sheets = require('stdaily.sheet')

describe('source', function()
  local source

  setup(function()
    fake.install({})
    source = require('stdaily.source')
  end)

  teardown(fake.remove)

  it('finds the line that a byte comes from', function()
    local item = { line = 7, spans = '0:7,40:9,90:30' }
    assert.same({ 7, 0 }, { source.line_at(item, 0) })
    assert.same({ 7, 39 }, { source.line_at(item, 39) })
    assert.same({ 9, 0 }, { source.line_at(item, 40) })
    assert.same({ 30, 410 }, { source.line_at(item, 500) })
    assert.same({ 5, 10 }, { source.line_at({ line = 5 }, 10) })
    assert.same({ 1, 10 }, { source.line_at({}, 10) })
  end)

  it('finds the nearest place for a line', function()
    local sheet = sheets.new()
    sheet:add('Headline', { role = 'headline', line = 3 })
    sheet:add('dateline', { role = 'dateline', line = 9 })
    sheet:blank()
    sheet:add('A body of two lines', { role = 'body', line = 5, spans = '0:5,10:9' })
    assert.same({ 1, 1, 0 }, { source.nearest(sheet, 3) })
    assert.same({ 4, 11, 0 }, { source.nearest(sheet, 9) })
    assert.same({ 4, 11, 91 }, { source.nearest(sheet, 100) })
  end)

  it('keeps to one page where a sheet has several', function()
    local sheet = sheets.new()
    sheet:add('One', { role = 'body', page = 'p1', line = 7 })
    sheet:add('Two', { role = 'body', page = 'p2', line = 9 })
    assert.same({ 2, 1, 2 }, { source.nearest(sheet, 7, 'p2') })
    assert.same({ 1, 1, 0 }, { source.nearest(sheet, 7, 'p1') })
  end)

  it('finds nothing where nothing comes from the page', function()
    local line = source.nearest(sheets.new(), 3)
    assert.is_nil(line)
  end)
end)
