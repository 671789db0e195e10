--- The picker over the sample's headlines.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

local ALL = '50/50' -- headlines that match, of all
local KITES, KITE_PAGE = 'A Weekend With the Kite Engineers', '2025-03-08/page-4.txt'

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ', the picker', function()
    local shown

    local function pick(text)
      shown:command('Std pick')
      shown:wait(ALL)
      shown:type(text)
      return shown:wait_gone(ALL)
    end

    before_each(function() shown = reader.browse({ editor = editor }) end)
    after_each(function() shown:stop() end)

    it('narrows while typing, previews, and opens', function()
      pick('wkndkite')
      shown:wait(KITES)
      shown:press('Enter')
      shown:wait_article(KITE_PAGE, KITES)
      shown:press('C-o')
      shown:wait_place('')
    end)

    it('shows the article under the cursor, and the next one further down', function()
      pick('potato')
      shown:wait('The mist is Gao')
      shown:press('Down')
      shown:wait('In a walled garden')
      shown:press('Up')
      shown:wait('The mist is Gao')
    end)

    it('cuts a long headline, not the page that tells it from others', function()
      pick('deaf astronomers')
      shown:wait('A Second Language for Deaf Astron…  p4')
    end)

    it('has no frames where the screen becomes too small for them', function()
      pick('wkndkite')
      shown:wait('╭')
      folder.output(shown.tmux .. 'resize-window -t test -x 50 -y 8')
      shown:wait_gone('╭')
      assert.truthy(shown:text():find('^wkndkite'), shown:text())
    end)

    it('shows which letters matched', function()
      pick('kite engineers')
      local coloured = shown:text(true)
      local marked = false
      for line in coloured:gmatch('[^\n]+') do
        -- colours break the headline into pieces where letters matched
        marked = marked or not line:find(KITES, 1, true) and line:gsub('\27%[[%d;:]*m', ''):find(KITES, 1, true)
      end
      assert.truthy(marked, coloured)
    end)

    it('goes away by <Esc>, and comes back as it was by :Std resume', function()
      pick('kite eng')
      shown:press('Escape')
      shown:wait_gone(KITES)
      shown:command('Std resume')
      shown:wait('kite eng')
      shown:wait(KITES)
      shown:press('Enter')
      shown:wait_article(KITE_PAGE, KITES)
    end)

    it('opens in a split, beside, and in a tab page', function()
      for key, check in pairs({ ['C-x'] = 'winlayout()[0]', ['C-v'] = 'winlayout()[0]', ['C-t'] = 'tabpagenr("$")' }) do
        pick('kite eng')
        shown:press(key)
        shown:wait_article(KITE_PAGE, KITES)
        local expected = ({ ['C-x'] = '"col"', ['C-v'] = '"row"', ['C-t'] = '2' })[key]
        assert.equal(expected, shown:value(check), key)
        shown:command('tabonly | only')
      end
    end)

    it('puts the marked ones, or all, into the quickfix list', function()
      pick('page')
      shown:press('C-u')
      shown:wait(ALL)
      shown:press('Tab', 'Tab', 'C-q')
      shown:wait(function(text) return (shown:where(text)) and text:find('Quickfix', 1, true) or true end)
      assert.equal('2', shown:value('len(getqflist())'))
      shown:command('cclose')
      shown:command('Std pick potato')
      shown:wait('Andean Potatoes')
      shown:press('C-q')
      shown:wait_gone('In a walled garden')
      assert.truthy(tonumber(shown:value('len(getqflist())')) >= 1)
      shown:command('cfirst')
      shown:wait('Potato')
    end)

    it('finds nothing without harm', function()
      pick('qqqqzzzz')
      shown:wait('0/50')
      shown:press('Enter', 'Tab', 'C-q')
      shown:press('Escape')
      shown:wait_gone('0/50')
      shown:wait_place('')
    end)

    it('takes back what was typed', function()
      pick('kite')
      shown:press('C-w')
      shown:wait(ALL)
      shown:type('kitx')
      shown:press('BSpace')
      shown:wait(KITES)
      shown:press('C-c')
    end)

    it('takes pasted lines for words', function()
      shown:stop()
      shown = reader.browse({ editor = editor, environment = { TERM = 'xterm-256color' } })
      shown:command('Std pick')
      shown:wait(ALL)
      folder.output(shown.tmux .. "set-buffer 'weekend\nkite\n' && " .. shown.tmux .. 'paste-buffer -p -t test')
      shown:wait('weekend kite')
      shown:wait('> ' .. KITES)
      shown:press('Enter')
      shown:wait_article(KITE_PAGE, KITES)
    end)

    it('searches the text too, and shows the words in it', function()
      shown:command('Std search catalogue')
      shown:wait('County Labs to Share')
      shown:wait('The plan covers')
      assert.truthy(shown:text(true):find('mcatalogue\27%[[^\n,]-m,'), shown:text(true))
      shown:press('Enter')
      shown:wait_article('2025-03-08/page-2.txt', 'catalogue')
    end)
  end)
end
