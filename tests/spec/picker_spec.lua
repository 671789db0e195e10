--- The picker's state and layout.

local layouts = require('stdaily.picker_layout')
local pickers = require('stdaily.picker')

local ROWS = {
  { page = 'p1', article = 'a1', headline = 'One' },
  { page = 'p1', article = 'a2', headline = 'Two' },
  { page = 'p2', article = 'a1', headline = 'Three' },
}

local function filled()
  local picker = pickers.new('x')
  picker:take(ROWS)
  return picker
end

describe('picker', function()
  it('has nothing chosen before anything is found', function()
    local picker = pickers.new()
    assert.is_nil(picker:chosen())
    for _, key in ipairs({ '<CR>', '<Tab>', '<C-Q>', '<C-X>' }) do assert.is_nil(picker:key(key)) end
    assert.same({ kind = 'draw' }, picker:key('<C-N>'))
    assert.same({ kind = 'close' }, picker:key('<Esc>'))
  end)

  it('moves round and round', function()
    local picker = filled()
    assert.equal('One', picker:chosen().headline)
    picker:key('<C-P>')
    assert.equal('Three', picker:chosen().headline)
    picker:key('<Down>')
    picker:key('<C-N>')
    assert.equal('Two', picker:chosen().headline)
  end)

  it('opens the chosen row in each way', function()
    local picker = filled()
    for key, how in pairs({ ['<CR>'] = 'edit', ['<C-X>'] = 'split', ['<C-V>'] = 'vsplit', ['<C-T>'] = 'tab' }) do
      assert.same({ kind = 'open', how = how, rows = { ROWS[1] } }, picker:key(key))
    end
  end)

  it('lists all rows, or the marked ones in the order of their marks', function()
    local picker = filled()
    assert.same(ROWS, picker:key('<C-Q>').rows)
    picker:key('<Up>')
    picker:key('<Tab>') -- the third; goes to the first
    picker:key('<Tab>')
    assert.is_true(picker:is_marked(ROWS[1]))
    assert.same({ ROWS[3], ROWS[1] }, picker:key('<C-Q>').rows)
    picker:key('<C-P>')
    picker:key('<Tab>') -- no more
    assert.same({ ROWS[3] }, picker:key('<C-Q>').rows)
  end)

  it('keeps marks through another query', function()
    local picker = filled()
    picker:key('<Tab>')
    assert.same({ kind = 'fetch' }, picker:type('other'))
    picker:take({ ROWS[2] })
    assert.same({ ROWS[1] }, picker:listed())
  end)

  it('asks anew only when the text is another', function()
    local picker = filled()
    assert.is_nil(picker:type('x'))
    assert.same({ kind = 'fetch' }, picker:key('<C-U>'))
    assert.equal('', picker.query)
    assert.is_nil(picker:key('<C-U>'))
  end)

  it('deletes the last word', function()
    local picker = pickers.new('coal mine  ')
    picker:key('<C-W>')
    assert.equal('coal ', picker.query)
    picker:key('<C-W>')
    assert.equal('', picker.query)
  end)

  it('stays on its row when the same query finds more', function()
    local picker = filled()
    picker:key('<C-N>')
    picker:take({ { page = 'p0', article = 'a1' }, ROWS[1], ROWS[2] }, true)
    assert.equal('Two', picker:chosen().headline)
    picker:take({ ROWS[1] }, true)
    assert.equal('One', picker:chosen().headline)
    picker:take({}, true)
    assert.is_nil(picker:chosen())
  end)

  it('scrolls the preview', function()
    local picker = filled()
    assert.same({ kind = 'scroll', by = 1 }, picker:key('<C-D>'))
    assert.same({ kind = 'scroll', by = -1 }, picker:key('<C-B>'))
  end)
end)

describe('picker layout', function()
  local function outer(rect)
    local edge = rect.border and 2 or 0
    return rect.row, rect.col, rect.row + rect.height + edge, rect.col + rect.width + edge
  end

  it('fits every screen, with no panel over another', function()
    for columns = 1, 220, 7 do
      for lines = 2, 80, 3 do
        local placed, taken = layouts.place(columns, lines), {}
        for name, rect in pairs(placed) do
          local top, left, bottom, right = outer(rect)
          local where = ('%s on %dx%d'):format(name, columns, lines)
          assert.is_true(top >= 0 and left >= 0 and bottom <= lines and right <= columns, where)
          for _, other in ipairs(taken) do
            local apart = top >= other[3] or bottom <= other[1] or left >= other[4] or right <= other[2]
            assert.is_true(apart, where)
          end
          taken[#taken + 1] = { top, left, bottom, right }
        end
      end
    end
  end)

  it('has the preview beside the list, below it, or not at all', function()
    local wide, narrow, low = layouts.place(120, 30), layouts.place(80, 30), layouts.place(80, 14)
    assert.is_true(wide.preview.col > wide.list.col)
    assert.is_true(narrow.preview.row > narrow.list.row)
    assert.is_nil(low.preview)
  end)

  it('has no frames on a tiny screen', function()
    local placed = layouts.place(20, 5)
    assert.is_false(placed.list.border)
    assert.equal(20, placed.prompt.width)
  end)
end)
