--- Stories over several pages, links that are not sure, and those that a person corrects.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

local FOLIO = 'VOL.7-NO.31\n\nAPRIL 5-6, 2025\n\n'

local PAGES = {
  ['2025-04-05/page-1.txt'] = '# Science and Technology Daily\n\n' .. FOLIO .. [[
# Lanterns That Follow the Walker

By TAN Yue

The lanterns of Shuiwan wake when somebody walks below them, and sleep again when the street is empty.

"We sleep better," said Lin Qiao, who lives above the noodle shop. The town pays half of what it paid for
high- quality light, and the moths of Shuiwan have

See page 2

# Salt Ponds Turn Pink Early

By OR Bei

The salt ponds east of the town turned pink in the first week of the month, three weeks before anybody
expected it, said Wu Danxia, who rakes the salt. A shrimp that lives in brine gives them the color.

See page 2

# Ferry Gets a Keel of Bamboo

By Mira Quell

The ferry of Oakmouth was built from planks and has a keel of bamboo, which nobody believed would float.

See page 3
]],
  ['2025-04-05/page-2.txt'] = FOLIO .. [[
PAGE 2

# Lanterns That Follow the Walker

From page 1

come back to the lanes. Lin Qiao said that the lanterns had also brought the bats back, which she minds less
than the neighbors of Shuiwan do.

The engineer of the lanterns, Gu Wen, counts the walkers of every night and writes their number on the

See page 4

# A Kitchen for Forty Carts

By Mira Quell

Forty noodle carts of Shuiwan will share one kitchen from the spring on, under a plan that took nine years.
]],
  ['2025-04-05/page-4.txt'] = FOLIO .. [[
PAGE 4

# Lanterns That Follow the Walker

From page 2

door of the pump house. Gu Wen says that the lanterns know the walkers of Shuiwan by their steps.

# Whales Sing in the Strait

By TAN Yue

The whales of the strait sing lower every year, and the ferries are louder.
]],
  ['loose.txt'] = [[
# Brine

shrimp came with the wind. The salt ponds of the town were pink in March already, said Danxia and the fishers.

# Other Things

By OR Bei

Nothing of the kind happened in the hills, where the snow lay until May.
]],
}

local FRONT, INSIDE, BACK = '2025-04-05/page-1.txt', '2025-04-05/page-2.txt', '2025-04-05/page-4.txt'
local PONDS = 'Salt Ponds Turn Pink Early'

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ',', function()
    local shown, kept

    local function start() shown = reader.browse({ editor = editor, folder = kept, cwd = kept.path .. '/pages' }) end

    before_each(function()
      kept = folder.new()
      for name, text in pairs(PAGES) do kept:write('pages/' .. name, text) end
      start()
    end)

    after_each(function()
      shown:stop()
      kept:remove()
    end)

    local function stop()
      shown:command('qall!')
      shown:wait_dead()
      shown:stop()
    end

    --- Opens an article and goes to its jump line.
    local function go_to_jump(article)
      shown:open(article)
      return shown:search('^See page')
    end

    --- Answers the question of :Std link.
    local function choose(number)
      shown:wait('Where does this lead?')
      shown:type(tostring(number))
      if editor == 'nvim' then shown:press('Enter') end
    end

    describe('the whole story', function()
      local WHOLE = FRONT .. ':a1:whole'

      it('has all parts in place, with their page breaks', function()
        shown:open(BACK .. ':a1')
        shown:type('gw')
        shown:wait_place(WHOLE)
        local text = shown:wait('know the walkers of Shuiwan'):gsub('%s+', ' ')
        local at = 1
        for _, piece in ipairs({ 'By TAN Yue', 'moths of Shuiwan have', '↑ page 1 · See page 2',
          '↓ page 2 · From page 1', 'come back to the lanes', 'their number on the', '↑ page 2 · See page 4',
          '↓ page 4 · From page 2', 'door of the pump house' }) do
          local first, last = text:find(piece, at, true)
          assert.truthy(first, piece .. ' is not in its place:\n' .. text)
          at = last
        end
      end)

      it('leads from each page break to the part above and to that below, and back', function()
        shown:open(FRONT .. ':a1')
        shown:command('Std whole')
        shown:wait_place(WHOLE)
        local upper = shown:search('↑ page 2')
        shown:press('Enter')
        shown:wait_place(INSIDE .. ':a1')
        assert.truthy(shown:cursor_line():find('See page 4', 1, true), shown:text())
        shown:press('C-t')
        shown:wait_place(WHOLE, upper)
        local lower = shown:search('↓ page 4')
        shown:press('C-]')
        shown:wait_place(BACK .. ':a1')
        shown:press('C-o')
        shown:wait_place(WHOLE, lower)
      end)

      it('is left for the part that the cursor is in, and entered again, at the same line', function()
        shown:open(FRONT .. ':a1')
        shown:type('gw')
        shown:wait_place(WHOLE)
        local line = shown:search('The engineer of')
        shown:type('gw')
        shown:wait_place(INSIDE .. ':a1')
        assert.truthy(shown:cursor_line():find('The engineer of', 1, true), shown:text())
        shown:type('gw')
        shown:wait_place(WHOLE, line)
        shown:type('gs')
        shown:wait_place(INSIDE .. ':source')
        assert.truthy(shown:cursor_line():find('The engineer of', 1, true), shown:text())
        shown:type('gs')
        shown:wait_place(WHOLE, line)
        shown:type('-')
        shown:wait_place(INSIDE .. ':a1')
      end)

      it('is gone through by parts, and comes back with a session', function()
        shown:open(FRONT .. ':a1')
        shown:type('gw')
        shown:wait_place(WHOLE)
        shown:type('gg]]')
        shown:wait(function() return shown:cursor_line():find('↓ page 2', 1, true) end, 'the second part')
        shown:type(']]')
        shown:wait(function() return shown:cursor_line():find('↓ page 4', 1, true) end, 'the third part')
        shown:command('mksession ' .. kept.path .. '/session.vim')
        stop()
        shown = reader.start({ editor = editor, folder = kept, arguments = { '-S', kept.path .. '/session.vim' } })
        shown:wait_place(WHOLE)
        shown:wait('door of the pump house')
      end)

      it('of one page says so, and why', function()
        shown:open(INSIDE .. ':a2')
        shown:type('gw')
        shown:wait('all of this story is on this page')
        shown:open(FRONT .. ':a3')
        shown:type('gw')
        shown:wait('stdaily: page 3 of Vol. 7 No. 31, 5-6 April 2025, is not in this archive')
      end)
    end)

    it('K previews the next part, and says what is missing or not sure', function()
      go_to_jump(INSIDE .. ':a1')
      shown:type('K')
      shown:wait('door of the pump house')
      shown:type('gg')
      shown:wait_gone('door of the pump house')
      go_to_jump(FRONT .. ':a3')
      shown:type('K')
      shown:wait('page 3 of Vol. 7 No. 31, 5-6 April 2025, is not in this archive')
      go_to_jump(FRONT .. ':a2')
      shown:type('K')
      shown:wait('no story fits for sure: g] shows')
    end)

    it('a jump that is not sure is not followed; g] offers its candidates, and <C-T> comes back', function()
      local line = go_to_jump(FRONT .. ':a2')
      shown:press('Enter')
      shown:wait('no story fits for sure: g] shows')
      shown:wait_place(FRONT .. ':a2', line)
      shown:type('g]')
      local text = shown:wait('Brine')
      assert.truthy(text:find('confidenc%s*e:0%.'), text)
      shown:type(text:match('(%d+) F?[^\n]*loose%.txt')):press('Enter')
      shown:wait_article('loose.txt', 'shrimp came with the wind')
      shown:press('C-t')
      shown:wait_place(FRONT .. ':a2', line)
      shown:command('tselect')
      text = shown:wait('Brine')
      shown:type(text:match('(%d+) F?[^\n]*loose%.txt')):press('Enter')
      shown:wait_article('loose.txt', 'shrimp came with the wind')
      shown:press('C-t')
      shown:wait_place(FRONT .. ':a2', line)
    end)

    it(':Std links lists all jumps, narrowed as one asks, and leads to them', function()
      shown:command('Std links')
      shown:wait('Pink Early||')
      assert.equal('4', shown:value('len(getqflist())'))
      for narrowing, text in pairs({ missing = 'page 3 of Vol. 7 No. 31, 5-6 April 2025, is not in this archive',
        unmatched = 'page 2 is there, but no story on it fits for sure', unsure = 'fits for sure: "' }) do
        shown:command('Std links ' .. narrowing)
        shown:wait(text)
        assert.equal('1', shown:value('len(getqflist())'))
        shown:type('1G'):press('Enter')
        shown:wait_place(FRONT .. (narrowing == 'missing' and ':a3' or ':a2'))
        assert.truthy(shown:cursor_line():find('See page', 1, true), shown:text())
        assert.equal('2', shown:value("winnr('$')"))
        shown:command('cclose')
      end
      shown:command('Std links corrected')
      shown:wait('no jump is corrected')
      shown:type(':Std links uns'):press('Tab')
      shown:wait(':Std links unsure')
      shown:press('Escape')
      shown:command('Std links other')
      shown:wait('links are corrected, linked, missing, unmatched, unsure')
    end)

    it('a link is corrected only if a story is chosen', function()
      local line = go_to_jump(FRONT .. ':a2')
      shown:command('Std link')
      shown:wait('none of these')
      shown:press(editor == 'nvim' and 'Enter' or 'Escape')
      shown:wait_gone('none of these')
      shown:wait_place(FRONT .. ':a2', line)
      shown:wait('page 2 is there, but no story on it fits for sure')
      if editor == 'vim' then
        shown:command('Std link')
        shown:wait('none of these')
        shown:type('jjjk')
        shown:press('Up', 'Down', 'Enter')
        shown:wait('this jump leads to "A Kitchen for Forty Carts" now')
      end
    end)

    it('a link to a loose page brings it into the issue, and undone lets it go', function()
      go_to_jump(FRONT .. ':a3')
      shown:wait('See page 3: page 3 of Vol. 7 No. 31')
      shown:command('Std link loose.txt:a2')
      shown:wait('See page 3 → Other Things (page 3, corrected by you)')
      shown:open('loose.txt:a2')
      shown:wait('5-6 April 2025 · page 3 · Vol. 7 No. 31')
      shown:command('Std info')
      shown:wait('placed by a link that you corrected, from ' .. FRONT)
      go_to_jump(FRONT .. ':a3')
      shown:command('Std link')
      local text = shown:wait('as found by stdaily')
      choose(text:match('(%d+)%p? +as found'))
      shown:wait('See page 3: page 3 of Vol. 7 No. 31')
    end)

    describe('a link that is corrected', function()
      local function assert_corrected()
        shown:open(PONDS, FRONT .. ':a2')
        shown:wait('See page 2 → Brine (loose.txt, corrected by you)')
      end

      before_each(function()
        go_to_jump(FRONT .. ':a2')
        shown:command('Std link')
        local text = shown:wait('Brine')
        choose(text:match('(%d+)%p? +Brine'))
        shown:wait('this jump leads to "Brine" now')
      end)

      it('is shown, followed and left again', function()
        local line = shown:search('^See page')
        shown:wait('See page 2 → Brine (loose.txt, corrected by you)')
        shown:press('C-]')
        shown:wait_article('loose.txt', 'shrimp came with the wind')
        shown:type('gg'):press('Enter')
        shown:wait_place(FRONT .. ':a2', line)
        shown:type('gw')
        shown:wait_place(FRONT .. ':a2:whole')
        shown:wait('shrimp came with the wind')
        shown:search('↓ loose.txt')
        shown:command('Std link')
        local text = shown:wait('as found by stdaily')
        choose(text:match('(%d+)%p? +as found'))
        shown:wait('page 2 is there, but no story on it fits for sure')
      end)

      it('survives a rebuild of the index and renamed files', function()
        stop()
        folder.output('rm -rf ' .. folder.quote(kept.path .. '/home/cache'))
        start()
        assert_corrected()
        local path = folder.quote(kept.path .. '/pages')
        folder.output(('cd %s && mkdir other && mv loose.txt other/7.txt && mv 2025-04-05 sorted'):format(path))
        shown:command('Std refresh')
        shown:wait('4 of 4 files were new or changed')
        shown:open(PONDS, 'sorted/page-1.txt:a2')
        shown:wait('See page 2 → Brine (other/7.txt, corrected by you)')
      end)

      it('is taken back, or set to none', function()
        shown:search('^See page')
        shown:command('Std links corrected')
        shown:wait('(corrected by you)')
        shown:command('wincmd p')
        shown:command('Std link')
        local text = shown:wait('as found by stdaily')
        choose(text:match('(%d+)%p? +none of these'))
        shown:wait('See page 2: no story fits, as you said')
        shown:wait(PONDS .. '|| no story fits, as you said')
        shown:command('cclose')
        shown:command('Std link')
        text = shown:wait('as found by stdaily')
        choose(text:match('(%d+)%p? +as found'))
        shown:wait('this jump is as stdaily found it again')
        shown:wait('page 2 is there, but no story on it fits for sure')
      end)

      it('is named by its headline', function()
        shown:type(':Std link A Kit'):press('Tab')
        shown:wait(':Std link A Kitchen for Forty Carts')
        shown:press('Enter')
        shown:wait('See page 2 → A Kitchen for Forty Carts (page 2, corrected by you)')
        shown:command('Std link nothing of the kind')
        shown:wait('no story is called "nothing of the kind"')
        shown:command('Std link loose.txt:a2')
        shown:wait('See page 2 → Other Things (loose.txt, corrected by you)')
        shown:command('Std link Lanterns That Follow the Walker')
        local text = shown:wait('page 4')
        choose(text:match('(%d+)%p? +Lanterns[^\n]*page 4'))
        shown:wait('See page 2 → Lanterns That Follow the Walker (page 4, corrected by you)')
      end)

      it('is not lost with a damaged line in its file, which is named', function()
        local path = kept.path .. '/home/data/stdaily/corrections.txt'
        local file = assert(io.open(path, 'a'))
        file:write('what is this\n')
        file:close()
        shown:command('Std refresh')
        shown:wait('corrections.txt:3: this line is no')
        shown:wait('See page 2 → Brine')
        shown:command('Std info')
        shown:wait('1 link by you, kept in')
        shown:type('gg')
        shown:command('Std messages')
        shown:wait('corrections.txt|3| this line is no correction of a link')
        shown:command('cclose')
        assert_corrected()
        assert.truthy(assert(io.open(path)):read('*a'):find('\nwhat is this\n', 1, true))
      end)
    end)

    it('mended words are counted, by reason', function()
      shown:open(FRONT .. ':a1')
      shown:command('Std info')
      shown:wait('in the words of this page')
      shown:wait("1  a column's end left inside the word")
    end)
  end)
end
