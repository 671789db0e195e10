--- The windows over the text, on screens of any size and with settings of any kind.

local reader = require('support.reader')
local screen = require('support.screen')

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ',', function()
    local shown

    local function start(options)
      options.editor = editor
      shown = reader.browse(options)
    end

    after_each(function() shown:stop() end)

    it('all keys are shown on a screen of 80 by 24, wherever the cursor is', function()
      start({ cols = 80, rows = 24 })
      for _, line in ipairs({ '1', '12', '24' }) do
        shown:type(line .. 'Gg?')
        shown:wait('close all issues')
        assert.truthy(shown:text():find('follow this line', 1, true), shown:text())
        shown:type(line == '1' and 'j' or 'k'):wait_gone('close all issues')
      end
    end)

    it('on a smaller one it is said where they all are', function()
      start({ cols = 60, rows = 12 })
      shown:type('g?')
      shown:wait(':help stdaily-keys')
      shown:wait('follow this line')
    end)

    it('all that :Std info tells is shown, where lines are broken', function()
      start({ cols = 60, rows = 24 })
      shown:open('2025-03-08/page-1.txt:a1')
      shown:command('Std info')
      shown:wait("a word broken at a column's end")
      assert.truthy(shown:text():find('archive', 1, true), shown:text())
      assert.truthy(shown:text():find("a word broken at a column's end *│[^\n]*\n *╰"), shown:text())
    end)

    it('a message that is cut at the edge of the screen is whole in :messages', function()
      start({ cols = 60 })
      shown:command('StdOpen a story that nobody ever wrote for this newspaper')
      local text = shown:wait('nothing is called "a story')
      assert.falsy(text:find('Press ENTER', 1, true) or text:find(':Std search', 1, true), text)
      shown:command('messages')
      shown:wait('try :Std pick or :Std search')
    end)

    it('a message is whole where a piece of it would tell nothing', function()
      start({ cols = 40 })
      shown:type('ggK')
      shown:wait('no jump on this line')
      shown:press('Enter')
    end)

    it('one window at the cursor takes the place of the other', function()
      start({})
      shown:search('Following the Lost')
      shown:type('K'):wait('The stream at Nongha')
      shown:type('Kg?'):wait('previous issue')
      shown:type('j'):wait_gone('previous issue')
      assert.falsy(shown:text():find('The stream at Nongha', 1, true), shown:text())
    end)

    it('the picker and the preview look the same over a window of any kind', function()
      start({ configuration = 'set nomodifiable' })
      shown:command('new | set modifiable | call setline(1, ["one", "  two", "    three"])')
      shown:command('setlocal foldmethod=indent foldlevel=0 shiftwidth=1 diff scrollbind cursorbind conceallevel=2')
      shown:command('set nomodifiable')
      shown:command('Std pick glass')
      shown:wait('> Glass That Tints Itself')
      shown:wait('Dumpling School')
      shown:wait('At nine in the morning')
      shown:press('C-n', 'C-p', 'Enter')
      shown:wait_place('2025-03-08/page-1.txt:a2')
      shown:search('See page')
      shown:type('K'):wait('Ruan believes')
    end)
  end)
end
