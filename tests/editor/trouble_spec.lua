--- What can be wrong: configuration, archives, files, the library.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ',', function()
    local shown, temp

    local function start(options)
      options = options or {}
      options.editor = editor
      shown = reader.start(options)
      return shown
    end

    before_each(function() temp = folder.new() end)

    after_each(function()
      if shown then shown:stop() end
      shown = nil
      temp:remove()
    end)

    it('an unknown option is named, and the rest works', function()
      start({ configuration = "let g:stdaily = {'archiv': '/x', 'keys': 'yes'}" })
      shown:command('StdOpen')
      shown:wait('g:stdaily has no option "archiv"')
      -- The message may be broken at the screen's edge.
      shown:wait(function(text)
        return text:gsub('\n', ''):find('g:stdaily.keys must be true or false', 1, true) ~= nil
      end, 'the second wrong option')
      shown:press('Enter')
      shown:wait('31 May')
    end)

    it('options that are no options are no harm', function()
      start({ configuration = 'let g:stdaily = 7' })
      shown:command('StdOpen')
      shown:wait('g:stdaily must be a table of options')
    end)

    it('no archive: one line says how to name one', function()
      start({ cwd = temp.path })
      shown:command('StdOpen')
      shown:wait('no pages here: use :StdOpen FOLDER')
    end)

    it('the configured archive is opened from anywhere', function()
      start({ cwd = temp.path, configuration = ("let g:stdaily = {'archive': '%s'}"):format(reader.SAMPLE) })
      shown:command('StdOpen')
      shown:wait('31 May')
    end)

    it('a folder that is not there is named', function()
      start({ configuration = "let g:stdaily = {'archive': '/no/such/folder'}" })
      shown:command('StdOpen')
      shown:wait('/no/such/folder')
    end)

    it('a folder without pages says so', function()
      start({ cwd = temp.path })
      shown:command('StdOpen ' .. temp.path)
      shown:wait('No pages here')
    end)

    it('a missing library: one line with the command that builds it', function()
      start({ environment = { STDAILY_LIBRARY = temp.path } })
      shown:command('StdOpen')
      -- Where the line breaks hangs on the length of the folder's name.
      local build = ('cmake -S %s -B %s/build && cmake --build %s/build'):format(folder.root, folder.root, folder.root)
      local wanted = 'is not there: run: ' .. build
      shown:wait(function(text) return text:gsub('%s', ''):find(wanted:gsub('%s', ''), 1, true) end, wanted)
    end)

    if editor == 'nvim' then
      it(':checkhealth tells of options, the library and the archive', function()
        start({ configuration = "let g:stdaily = {'archiv': '/x'}" })
        shown:command('checkhealth stdaily')
        shown:wait('has no option "archiv"')
        shown:wait('sample: 0 pages')
      end)

      it(':checkhealth fails without the library', function()
        start({ environment = { STDAILY_LIBRARY = temp.path } })
        shown:command('checkhealth stdaily')
        shown:wait(function(text) return text:find('ERROR[^\n]*libstdaily.so') end, 'an error that names the library')
      end)
    end

    it('the plugin costs nothing until it is used', function()
      start()
      assert.equal('true', shown:value([[luaeval("package.loaded['stdaily.editor'] == nil")]]))
    end)

    describe('with odd files,', function()
      local ODD = 'new\nline \27]0;owned\7.txt'

      before_each(function()
        temp:write('pages/' .. ODD, 'Red \27[31mFlags in the Harbor\n\nBy TAN Yue\n\nThe flags are \27]0;owned\7red.\n')
        temp:write('pages/plain.txt', '# Quiet Day at the Mill\n\nBy OR Bei\n\nNothing was ground. vim: set ts=3 :\n')
        temp:write('pages/empty.txt', '')
        temp:write('pages/zeros.txt', ('\0'):rep(3000))
        temp:write('pages/long.txt', ('one long line '):rep(300000))
        temp:write('pages/bytes.txt', ('\200\255\129\1\27'):rep(5000))
        folder.output('cd ' .. folder.quote(temp.path .. '/pages') .. ' && ln -s . loop && ln -s a b && ln -s b a')
        start({ cwd = temp.path .. '/pages' })
        shown:command('StdOpen')
        shown:wait('Quiet Day at the Mill')
      end)

      it('the list is whole and the terminal unharmed', function()
        shown:type('gg')
        assert.falsy(folder.output(shown.tmux .. "display -p -t test '#{pane_title}'"):find('owned', 1, true))
        local text = shown:text(true)
        assert.falsy(text:find('\27]', 1, true), text)
        shown:type('G')
        assert.truthy(shown:text():find('<<', 1, true), shown:text())
      end)

      it('control characters of a page are shown, not sent', function()
        shown:command('StdOpen Flags in the Harbor')
        shown:wait('The flags are')
        assert.truthy(shown:text():find('^[]0;owned^G', 1, true), shown:text())
        assert.falsy(folder.output(shown.tmux .. "display -p -t test '#{pane_title}'"):find('owned', 1, true))
        local name = shown:where()
        assert.truthy(name:find('new=0Aline=20=1B=5D0=3Bowned=07.txt', 1, true), name)
        shown:type('gs')
        shown:wait(function(now) return (shown:where(now) or ''):find(':source', 1, true) end, 'the source')
        shown:type('gs')
        shown:wait(function(now) return shown:where(now) == name end, 'the article')
      end)

      it('a page sets no options', function()
        shown:open('Quiet Day', 'plain.txt:a1')
        assert.equal('8', shown:value('&tabstop'))
      end)

      it('each page opens', function()
        for _, page in ipairs({ 'empty.txt', 'zeros.txt', 'long.txt', 'bytes.txt' }) do
          shown:command(('edit stdaily://%s/pages//%s'):format(temp.path, page))
          shown:wait(function(text) return (shown:where(text) or ''):find(page, 1, true) end, page)
          shown:command(('edit stdaily://%s/pages//%s:source'):format(temp.path, page))
          shown:wait(function(text) return (shown:where(text) or ''):find(page .. ':source', 1, true) end, page)
        end
        shown:command(('edit stdaily://%s/pages//long.txt'):format(temp.path))
        shown:type('G$')
        shown:wait('more bytes of this line are not shown')
        shown:command('Std messages')
        shown:wait('bytes.txt|| not read')
      end)
    end)

    describe('with many files,', function()
      before_each(function()
        local page = assert(io.open(reader.SAMPLE .. '/2025-03-08/page-1.txt')):read('*a')
        for number = 1, 400 do temp:write(('pages/p%03d.txt'):format(number), page:rep(3)) end
        start({ cwd = temp.path .. '/pages', configuration = 'nnoremap Q <Cmd>StdOpen<CR><Cmd>Std cancel<CR>' })
      end)

      it('the editor obeys while they are read, and the list fills', function()
        shown:command('StdOpen')
        shown:wait('Indexing')
        shown:value('1')
        shown:wait('Old Dams')
        shown:wait_gone('Indexing')
      end)

      it('a refresh is cancelled by :Std cancel, and ends with the editor', function()
        shown:type('Q')
        shown:wait('the refresh was stopped')
        shown:command('Std refresh')
        shown:command('qall!')
        assert.equal('0', shown:wait_dead())
      end)
    end)

    describe('with a page that changes while it is shown,', function()
      local TEXT = '# Quiet Day at the Mill\n\nBy OR Bei\n\nNothing was ground.\n\nThe miller slept.\n\nSo did I.\n'

      before_each(function()
        temp:write('pages/one.txt', TEXT)
        temp:write('pages/two.txt', '# Loud Day at the Forge\n\nBy OR Bei\n\nMuch was forged.\n')
        start({ cwd = temp.path .. '/pages' })
        shown:command('StdOpen')
        shown:wait('Quiet Day at the Mill')
      end)

      for _, name in ipairs({ 'one.txt:a1', 'one.txt:source' }) do
        it('the cursor stays on the text of ' .. name, function()
          shown:command(('edit stdaily://%s/pages//%s'):format(temp.path, name))
          shown:wait_place(name)
          shown:search('miller slept')
          temp:write('pages/one.txt', (TEXT:gsub('Nothing', 'A new paragraph stands here.\n\nNothing')))
          shown:type('R'):wait('1 of 2 files')
          assert.truthy(shown:cursor_line():find('The miller slept', 1, true), shown:text())
        end)
      end

      it('every key says that it is gone', function()
        shown:command(('edit stdaily://%s/pages//one.txt:a1'):format(temp.path))
        shown:search('miller slept')
        os.remove(temp.path .. '/pages/one.txt')
        shown:type('R'):wait('no page one.txt in the archive')
        shown:wait('some are gone')
        for _, keys in ipairs({ 'gs', ']]', '[[', ']i', 'gO', 'gw', 'K', 'g]' }) do
          shown:command('messages clear')
          shown:type(keys)
          assert.truthy(shown:value("execute('messages')"):find('^"\\nstdaily: no page one.txt in the archive'), keys)
        end
        shown:type('-'):wait_place('')
      end)

      it('so is the archive', function()
        folder.output('rm -r ' .. folder.quote(temp.path .. '/pages'))
        shown:command('Std refresh')
        shown:wait('pages cannot be read: no such file or directory')
      end)
    end)

    it('changed, added and removed pages show after a refresh', function()
      temp:write('pages/one.txt', '# Quiet Day at the Mill\n\nBy OR Bei\n\nNothing was ground.\n')
      start({ cwd = temp.path .. '/pages' })
      shown:command('StdOpen')
      shown:wait('Quiet Day at the Mill')
      temp:write('pages/two.txt', '# Loud Day at the Mill\n\nBy OR Bei\n\nMuch was ground.\n')
      shown:type('R')
      shown:wait('Loud Day at the Mill')
      os.remove(temp.path .. '/pages/one.txt')
      shown:command('Std refresh')
      shown:wait_gone('Quiet Day at the Mill')
      shown:wait('Loud Day at the Mill')
    end)
  end)
end
