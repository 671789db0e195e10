--- What must last: sessions, :edit, and the jump list.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

local FRONT = '2025-03-08/page-1.txt'
local GLASS = 'Glass That Tints Itself'

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ',', function()
    local shown, kept

    before_each(function()
      kept = folder.new()
      shown = reader.browse({ editor = editor, folder = kept })
    end)

    after_each(function()
      shown:stop()
      kept:remove()
    end)

    local function quit()
      shown:command('qall!')
      shown:wait_dead()
      shown:stop()
    end

    it('a session brings the articles back, at their lines', function()
      shown:open(GLASS, FRONT .. ':a2')
      local line = shown:search('ions decide')
      shown:command('vsplit')
      shown:open('2025-03-08/page-2.txt')
      shown:command('mksession ' .. kept.path .. '/session.vim')
      quit()
      shown = reader.start({ editor = editor, folder = kept, arguments = { '-S', kept.path .. '/session.vim' } })
      shown:wait('County Labs')
      shown:press('C-w', 'w')
      shown:wait_place(FRONT .. ':a2', line)
      assert.truthy(shown:text():find('At nine in the morning', 1, true), shown:text())
      assert.equal('["nowrite",0]', (shown:value('[&buftype, &modified]'):gsub(' ', '')))
      shown:type('/See page'):press('Enter', 'C-]')
      shown:wait_article('2025-03-08/page-2.txt', 'Self-tinting Windows Leave the Laboratory')
    end)

    it('an address opens as a file does, also on the command line', function()
      shown:open(GLASS, FRONT .. ':a2')
      local name = shown:value("bufname('%')"):gsub('"', '')
      quit()
      shown = reader.start({ editor = editor, folder = kept, arguments = { name } })
      shown:wait('At nine in the morning')
      shown:command('edit ' .. name:gsub(':a2$', ':a3'))
      shown:wait('In a walled garden')
      shown:command('split ' .. name)
      shown:wait('At nine in the morning')
    end)

    it(':edit reads again and stays at the line', function()
      shown:open(GLASS, FRONT .. ':a2')
      local line = shown:search('Cutting the bill')
      for _, command in ipairs({ 'edit', 'edit!' }) do
        shown:command(command)
        shown:wait_place(FRONT .. ':a2', line)
        shown:wait('Cutting the bill')
      end
      assert.equal('0', shown:value('&modified'))
    end)

    it('the jump list leads back and forth, and so does the alternate file', function()
      shown:open(GLASS, FRONT .. ':a2')
      shown:open('2025-03-08/page-3.txt')
      shown:press('C-o')
      shown:wait_place(FRONT .. ':a2')
      shown:wait('At nine in the morning')
      shown:press('C-i')
      shown:wait_place('2025-03-08/page-3.txt')
      shown:press('C-^')
      shown:wait_place(FRONT .. ':a2')
    end)

    it("a person's autocommands stay outside of our groups, and ours see each window and buffer", function()
      shown:command('Std pick')
      shown:wait('50/50')
      shown:press('Escape')
      shown:wait_place('')
      shown:command('autocmd User Mine echo "mine"')
      for _, group in ipairs({ 'archives', 'buffers', 'picker', 'colours' }) do
        assert.equal('0', shown:value(("exists('#stdaily_%s#User#Mine')"):format(group)), group)
      end
      assert.equal('1', shown:value("exists('#stdaily_buffers#BufWinEnter#<buffer>')"))
      assert.equal('1', shown:value("exists('#stdaily_buffers#BufWipeout#<buffer>')"))
    end)

    it('an address of what is not there says so', function()
      shown:command('edit stdaily://' .. reader.SAMPLE .. '//no/such.txt')
      shown:wait('no/such.txt')
      shown:command('edit stdaily:///no/such/folder//')
      shown:wait('/no/such/folder')
    end)
  end)
end
