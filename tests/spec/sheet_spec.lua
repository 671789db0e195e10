--- Lines of any length as lines that an editor can show.

local sheets = require('stdaily.sheet')

describe('a line', function()
  it('is shown whole up to a length', function()
    local text = ('x'):rep(100000)
    assert.equal(text, sheets.shown(text))
    assert.equal('', sheets.shown(''))
  end)

  it('is cut beyond it, between characters, and says how much is left', function()
    local shown = sheets.shown(('é'):rep(49999) .. 'x' .. ('é'):rep(5))
    assert.equal(('é'):rep(49999) .. 'x … [10 more bytes of this line are not shown]', shown)
  end)

  it('of bytes that are no text is cut too', function()
    assert.truthy(#sheets.shown(('\128'):rep(300000)) < 100100)
  end)
end)
