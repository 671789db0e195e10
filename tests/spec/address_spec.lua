--- The names of buffers.

local address = require('stdaily.address')

local function round(where) return address.parse(address.make(where)) end

describe('address', function()
  it('names each kind of view', function()
    local archive = '/home/me/pages'
    assert.equal('stdaily:///home/me/pages//', address.make({ archive = archive, kind = 'browse' }))
    assert.equal('stdaily:///home/me/pages//issue/2025-05-17',
      address.make({ archive = archive, kind = 'issue', issue = '2025-05-17' }))
    assert.equal('stdaily:///home/me/pages//2025/p2.txt',
      address.make({ archive = archive, kind = 'page', page = '2025/p2.txt' }))
    assert.equal('stdaily:///home/me/pages//2025/p2.txt@2:a3',
      address.make({ archive = archive, kind = 'article', page = '2025/p2.txt@2', article = 'a3' }))
    assert.equal('stdaily:///home/me/pages//2025/p2.txt:a3:whole',
      address.make({ archive = archive, kind = 'whole', page = '2025/p2.txt', article = 'a3' }))
    assert.equal('stdaily:///home/me/pages//2025/p2.txt:source',
      address.make({ archive = archive, kind = 'source', page = '2025/p2.txt' }))
  end)

  it('comes back as it went, whatever the bytes', function()
    local bytes = {}
    for byte = 1, 255 do bytes[byte] = string.char(byte) end
    for _, name in ipairs({ 'a b.txt', 'a//b', 'a:b:source', 'a:a1:whole', 'issue/x.txt', '=41', 'x\n\27[31m',
      '第一版.txt', table.concat(bytes) }) do
      for _, where in ipairs({
        { archive = '/' .. name:gsub('//', '/'):gsub('/$', ''), kind = 'browse' },
        { archive = '/a', kind = 'issue', issue = name },
        { archive = '/a', kind = 'page', page = name },
        { archive = '/a', kind = 'article', page = name, article = 'a12' },
        { archive = '/a', kind = 'whole', page = name, article = 'a1' },
        { archive = '/a', kind = 'source', page = name },
      }) do
        assert.same(where, round(where))
      end
    end
  end)

  it('holds nothing that an editor could take for something else', function()
    local name = address.make({ archive = '/a b', kind = 'page', page = '#%*?[]{}$`\\ \'"=|<>\n\t!;&()^\200.txt' })
    assert.is_nil(name:sub(#'stdaily://' + 1):find('[^%w/._~@,+=-]'))
  end)

  it('keeps the root apart from what is in it', function()
    local where = { archive = '/', kind = 'page', page = 'a.txt' }
    assert.same(where, round(where))
  end)

  it('takes a folder alone for the whole archive', function()
    assert.same({ archive = '/home/me', kind = 'browse' }, address.parse('stdaily:///home/me'))
  end)

  it('knows what is no address', function()
    assert.is_nil(address.parse('/home/me/x.txt'))
    assert.is_nil(address.parse('stdaily://'))
    assert.is_nil(address.parse('stdaily:///')) -- else a slip would index all that there is
    assert.is_nil(address.parse('stdaily://relative//x'))
    assert.is_false(address.is('std'))
  end)
end)
