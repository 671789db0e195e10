--- Browsing and reading the sample.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

local FRONT = '2025-03-08/page-1.txt'
local DAMS = 'Old Dams Learn to Listen for Trouble'

--- The row of the screen that holds a text.
local function row_of(text, what)
  local row = 0
  for line in text:gmatch('([^\n]*)\n') do
    row = row + 1
    if line:find(what, 1, true) then return row end
  end
  error(('not on the screen: %s\n%s'):format(what, text), 2)
end

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ',', function()
    local shown

    before_each(function() shown = reader.browse({ editor = editor }) end)
    after_each(function() shown:stop() end)

    it('the list has issues newest first, their pages and articles, and loose pages last', function()
      shown:type('zR')
      shown:wait('page 1  VOL.5-NO.184/p1.md')
      shown:type('zM')
      local text = shown:wait_gone('VOL.5-NO.184/p1.md')
      local newest, middle = row_of(text, '31 May'), row_of(text, 'Vol. 5 No. 184, 29-30 March 2025')
      local oldest, loose = row_of(text, 'Vol. 5 No. 181, 8-9 March 2025'), row_of(text, 'Loose pages')
      assert.same({ true, true, true }, { newest < middle, middle < oldest, oldest < loose })
    end)

    it('an issue is opened and closed, an article opened and left by <C-O>', function()
      shown:search('No. 181')
      shown:press('Enter')
      shown:wait('▾ Vol. 5 No. 181')
      local line = shown:search(DAMS)
      shown:press('Enter')
      shown:wait_article(FRONT, DAMS)
      shown:press('C-o')
      shown:wait_place('', line)
      shown:search('No. 181')
      shown:press('Enter')
      shown:wait('▸ Vol. 5 No. 181')
      assert.falsy(shown:text():find(DAMS, 1, true))
    end)

    it('an article has headline, byline, date and page, and its text below', function()
      shown:open('Andean Potatoes', FRONT .. ':a3')
      local text = shown:wait('Andean Potatoes Meet Cousins in Gansu Fields')
      local headline, byline = row_of(text, 'Andean Potatoes Meet'), row_of(text, 'By TANG Suyin')
      local date, body = row_of(text, '8-9 March 2025 · page 1 · Vol. 5 No. 181'), row_of(text, 'In a walled garden')
      assert.same({ true, true, true }, { headline < byline, byline < date, date < body })
      assert.truthy(text:find('International Cooperation', 1, true))
    end)

    it('broken words and columns are whole again', function()
      shown:open('Glass That Tints Itself', FRONT .. ':a2')
      local text = shown:wait('Glass That Tints'):gsub('%s+', ' ')
      assert.truthy(text:find('who leads the photochromic materials group', 1, true), text)
    end)

    it('headline, crosshead, caption and jump line look different from the text', function()
      shown:open('Glass That Tints Itself', FRONT .. ':a2')
      shown:wait('Cutting the bill')
      shown:type('/See page'):press('Enter')
      shown:wait('Self-tinting Windows')
      shown:type('gg')
      shown:wait('Glass That Tints')
      local text = shown:text(true)
      local body = screen.look_of(text, 'At nine in the morning')
      for _, what in ipairs({ 'Glass That Tints', 'Cutting the bill', 'By MENG Luo' }) do
        assert.are_not.equal(body, screen.look_of(text, what), what)
      end
    end)

    it(']] and [[ go by articles, ]i and [i by issues', function()
      shown:open(FRONT)
      local first
      shown:type(']]')
      shown:wait(function(text)
        local _, line = shown:where(text)
        first = line
        return line and line > 1
      end)
      shown:type(']]')
      shown:wait(function(text)
        local _, line = shown:where(text)
        return line and line > first
      end)
      shown:type('[[')
      shown:wait_place(FRONT, first)
      shown:type(']i')
      shown:wait('Vol. 5 No. 184')
      shown:type('[i')
      shown:wait('Vol. 5 No. 181')
    end)

    it('gO lists the contents of the issue', function()
      shown:open(FRONT)
      shown:type('gO')
      shown:wait('County Labs to Share Costly Instruments')
      shown:wait(DAMS)
      shown:type('/County Labs'):press('Enter')
      shown:press('Enter')
      shown:wait('catalogue')
      assert.equal('2', shown:value("winnr('$')"))
    end)

    it('K shows what a jump leads to, until the cursor moves', function()
      shown:open(DAMS, FRONT .. ':a1')
      shown:type('/See page'):press('Enter')
      shown:type('K')
      shown:wait('Qiu and his team began')
      shown:type('j')
      shown:type('k')
      shown:wait_gone('Qiu and his team began')
    end)

    it('gs shows the page as OCR left it, at the same line, and goes back', function()
      shown:open('Glass That Tints Itself', FRONT .. ':a2')
      local line = shown:search('library at Beiyan')
      shown:type('gs')
      shown:wait_place(FRONT .. ':source')
      assert.truthy(shown:cursor_line():find('At nine in the morning', 1, true), shown:text())
      local source = assert(io.open(reader.SAMPLE .. '/' .. FRONT)):read('*a')
      local count = select(2, source:gsub('\n', '\n'))
      assert.equal(tostring(count), shown:value("line('$')"))
      shown:type('gs')
      shown:wait_place(FRONT .. ':a2', line)
    end)

    it('- goes up: article, page, issue, archive', function()
      shown:open(DAMS, FRONT .. ':a1')
      shown:type('-')
      shown:wait_place(FRONT)
      shown:type('-')
      shown:wait(function(text) return (shown:where(text) or ''):find('//issue/', 1, true) end, 'the issue')
      shown:type('-')
      shown:wait_place('')
    end)

    it('g? shows the keys', function()
      shown:type('g?')
      shown:wait('the OCR page at this line, and back')
    end)

    it('a page is not changed, by a person or by what is written in it', function()
      shown:open(FRONT)
      shown:type('dd')
      shown:wait('E21')
      assert.equal('["nowrite",0,0,0]', (shown:value('[&buftype, &modifiable, &modeline, &swapfile]'):gsub(' ', '')))
    end)

    it('names are completed', function()
      shown:type(':StdOpen County La'):press('Tab')
      shown:wait('StdOpen County Labs to Share Costly Instruments')
      shown:press('Enter')
      shown:wait_article('2025-03-08/page-2.txt', 'County Labs to Share Costly Instruments')
      shown:type(':Std mess'):press('Tab')
      shown:wait(':Std messages')
      shown:press('Escape')
    end)

    it('a date, an issue or a part of a headline opens what it names', function()
      shown:command('StdOpen 2025-03-29')
      shown:wait(function(text) return (shown:where(text) or ''):find('//issue/', 1, true) end, 'the issue')
      shown:wait('Vol. 5 No. 184')
      shown:command('StdOpen nothing of the kind at all')
      shown:wait('stdaily: ')
    end)

    it('the continuation leads back to where it comes from', function()
      shown:open('2025-03-08/page-2.txt')
      shown:type('/From page'):press('Enter')
      shown:press('C-]')
      shown:wait_article(FRONT, DAMS)
      assert.truthy(shown:cursor_line():find('See page 2', 1, true), shown:text())
      shown:press('C-t')
      shown:wait_place('2025-03-08/page-2.txt')
    end)

    it('all jumps go to the quickfix list, or the missing ones', function()
      shown:command('Std links missing')
      shown:wait('page 3 of Vol. 5 No. 184')
      assert.equal('1', shown:value('len(getqflist())'))
      shown:command('Std links')
      assert.truthy(tonumber(shown:value('len(getqflist())')) >= 8)
    end)

    it('the archive is not written to', function()
      local before = folder.output('ls -lR --full-time ' .. folder.quote(reader.SAMPLE))
      shown:open(FRONT)
      shown:type('gs'):wait_place(FRONT .. ':source')
      shown:command('Std refresh')
      shown:wait('nothing has changed')
      assert.equal(before, folder.output('ls -lR --full-time ' .. folder.quote(reader.SAMPLE)))
    end)
  end)
end
