--- What is typed after :StdOpen, :Std and the editor's own :tag.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

local FRONT = '2025-03-08/page-1.txt'

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ',', function()
    local shown

    before_each(function() shown = reader.browse({ editor = editor }) end)
    after_each(function() shown:stop() end)

    it('a headline in capitals, as teasers have it, is found', function()
      shown:command('StdOpen THE ISLAND THAT MAKES ITS OWN FOG')
      shown:wait_article('std_20250531_p3.txt', 'The Island That Makes Its Own Fog')
      shown:type(':StdOpen THE ISL'):press('Tab')
      shown:wait(':StdOpen THE Island That Makes')
      shown:press('Escape')
    end)

    it('a part that one headline has opens it, whatever others are like it', function()
      shown:open('andean', FRONT .. ':a3')
    end)

    it('where several are meant, the chosen one comes where the command said', function()
      shown:command('vertical StdOpen old dams')
      shown:wait('> Old Dams')
      shown:press('Enter')
      shown:wait(function(text) return (shown:where(text) or ''):find(':a', 1, true) end, 'an article')
      assert.equal('2', shown:value("winnr('$')"))
      assert.equal('"row"', shown:value('winlayout()[0]'))
    end)

    it('a folder is found as :edit takes it', function()
      local named = folder.new()
      named:write('two words/page.txt', '# Quiet Day at the Mill\n\nBy OR Bei\n\nNothing was ground.\n')
      for _, name in ipairs({ named.path .. '/two words', named.path .. '/two\\ words', '$PARENT/two words' }) do
        shown:command(("let $PARENT = '%s' | enew"):format(named.path))
        shown:command('StdOpen ' .. name)
        shown:wait('Quiet Day at the Mill')
      end
      named:remove()
    end)

    it('there is no picker in the command-line window, and one thereafter', function()
      shown:type('q:')
      shown:wait(function(text) return not shown:where(text):find('//', 1, true) end, 'the command-line window')
      shown:command('Std pick')
      shown:wait('leave the command-line window first')
      shown:command('quit')
      shown:wait_place('')
      shown:command('Std pick')
      shown:wait('50/50')
    end)

    it('a window that is to keep its buffer does', function()
      if shown:value("exists('&winfixbuf')") == '0' then return pending("no 'winfixbuf' here") end
      shown:command('new | set winfixbuf')
      shown:open('andean', FRONT .. ':a3')
      shown:command('set winfixbuf')
      shown:search('See page')
      shown:press('C-]')
      shown:wait_place('2025-03-08/page-3.txt:a2')
      assert.equal('4', shown:value("winnr('$')"))
    end)

    it('what a subcommand does not take is said', function()
      shown:command('Std info now')
      shown:wait(':Std info takes no argument')
      shown:command('Std links lost')
      shown:wait('corrected, linked, missing, unmatched, unsure')
    end)

    it(':tag goes by headlines, and to no other than what was asked for', function()
      shown:command('tag Andean Potatoes')
      shown:wait_place(FRONT .. ':a3')
      shown:command('tag foo')
      shown:wait('E426')
      shown:wait_place(FRONT .. ':a3')
      shown:press('C-t')
      shown:wait_place('')
      shown:command('tag')
      shown:wait_place(FRONT .. ':a3')
      if shown:value("exists('+tagsecure')") == '0' then return end
      shown:command('new')
      assert.equal('1', shown:value('&tagsecure'))
    end)
  end)
end
