--- Doubled and interleaved stretches.

local notes = require('stdaily.notes')

describe('notes', function()
  it('tells doubled and interleaved stretches where they are', function()
    local text, quiet, spans = notes.put('one two three', 'dup:3:3,garble:8:13', '0:5,4:7,8:9')
    local dup, garble = ' [repeated text is left out here]', ' [two columns are interleaved here]'
    assert.equal('one' .. dup .. ' two three' .. garble, text)
    assert.same({ { 3, 3 + #dup }, { 8 + #dup, 13 + #dup + #garble } }, quiet)
    assert.equal(('0:5,%d:7,%d:9'):format(4 + #dup, 8 + #dup), spans)
    assert.equal('one' .. dup, (notes.put('one', 'dup:3:3,dup:3:3,dup:3:3', nil)))
    assert.same({ 'plain', {} }, { notes.put('plain', 'gap:0:0', nil) })
    assert.same({ 'plain', {} }, { notes.put('plain', nil, nil) })
    assert.equal('cut' .. garble, (notes.put('cut', 'garble:90:99', nil)))
  end)
end)
