--- The Lua API over the core: one spec for ffi and for every C module.

local folder = require('support.folder')

local unpack = table.unpack or unpack -- luacheck: ignore 143

local VERSION = '0.1.0'
local CLOSED = 'this archive is closed: open it again'

local FRONT = [[
# Science and Technology Daily

VOL.7-NO.31

APRIL 5-6, 2025

# Lanterns That Follow the Walker

By TAN Yue & OR Bei

The lanterns along the canal of Hulan wake when somebody comes and sleep again when he has gone. The town
saves two thirds of its current, and the bats have come back.

Nobody misses the old light, said Tan Bo, who sells noodles on the third bridge. "I see the moon now," he
said. See page 2

# Glass From the Rice Field

By Staff Reporter

Husks of rice hold much silica. A workshop in Anping melts them into a green glass for bottles.
]]

local INSIDE = [[
# Lanterns That Follow the Walker

From page 1

Each lantern listens for steps with the ear of an old telephone. Tan Bo has taught the one over his stall
to know the noodle cart.
]]

-- The columns of every query that has a fixed list, as stdaily.h gives them.
local COLUMNS = {
  info = 'path cache_path files pages issues loose_pages articles jumps linked missing unmatched teasers ' ..
    'teasers_linked messages refreshed_at corrected corrections_path',
  messages = 'path line message',
  issues = 'issue title paper volume number date_first date_last pages articles',
  pages = 'page issue page_number volume number date_first date_last not_before evidence articles',
  articles = 'page article issue issue_title page_number headline kicker bylines line continued_from jump_page',
  article = 'page article issue issue_title page_number headline kicker bylines line continued_from jump_page',
  paragraphs = 'role text line spans credit note marks',
  mends = 'page article line before after reason',
  source = 'text',
  jumps = 'page article headline line jump_page status target_page target_article target_headline target_line ' ..
    'confidence evidence message marker corrected target_page_number',
  teasers = 'page line headline section jump_page status target_page target_article target_headline target_line ' ..
    'confidence evidence message marker corrected target_page_number',
  candidates = 'page article issue_title page_number headline line confidence evidence',
  origins = 'page article headline line confidence evidence message',
  match = 'page article issue issue_title page_number headline score positions',
  search = 'page article issue_title page_number headline line snippet',
  find = 'kind issue page article title',
  dump = 'page json',
}

-- Those that these pages give no rows.
local EMPTY = { messages = true, teasers = true, mends = true }

local function open_descriptors()
  collectgarbage()
  collectgarbage()
  -- The host closes an end of this very pipe after the shell was started: ls may list it and find no target.
  return tonumber(folder.output("ls -l /proc/$PPID/fd 2>/dev/null | grep -c -e '-> [^p]'"))
end

describe('the core', function()
  local core, temp, opened

  --- Opens an archive that after_each closes.
  local function open(path, cache)
    local archive, message = core.open(path or temp.path .. '/pages', { cache_dir = cache or temp.path .. '/cache' })
    if archive then opened[#opened + 1] = archive end
    return archive, message
  end

  local function refreshed()
    local archive = assert(open())
    assert(archive:refresh())
    assert.is_true(archive:wait())
    return archive
  end

  local function write_pages()
    temp:write('pages/2025-04-05/page-1.txt', FRONT)
    temp:write('pages/2025-04-05/page-2.txt', INSIDE)
  end

  --- So many pages that a refresh of them is still busy when the next call comes.
  local function write_many_pages(count)
    local text = FRONT .. INSIDE:rep(40)
    for number = 1, count do temp:write(('pages/p%03d.txt'):format(number), text) end
  end

  setup(function() core = require('stdaily.core') end)

  before_each(function()
    temp, opened = folder.new(), {}
    temp:make('pages')
    write_pages()
  end)

  after_each(function()
    for _, archive in ipairs(opened) do archive:close() end
    temp:remove()
  end)

  it('is of one version with the library', function()
    assert.equal(VERSION, core.version)
    local header = assert(io.open(folder.root .. '/csrc/stdaily.h', 'r'))
    local text = header:read('*a')
    header:close()
    assert.truthy(text:find('#define STDAILY_VERSION "' .. VERSION .. '"', 1, true))
  end)

  describe('opening', function()
    it('gives an archive that is empty until it is read', function()
      local archive = assert(open())
      assert.same({}, archive:query('articles', ''))
      assert.equal('idle', archive:progress().state)
      assert.equal(temp.path .. '/pages', archive:path())
      assert.equal('', archive:message())
    end)

    it('gives the path without links', function()
      folder.output('ln -s pages ' .. folder.quote(temp.path .. '/link'))
      assert.equal(temp.path .. '/pages', assert(open(temp.path .. '/link')):path())
    end)

    it('says what is wrong with the folder', function()
      for _, path in ipairs({ temp.path .. '/nowhere', temp.path .. '/pages/2025-04-05/page-1.txt', '' }) do
        local archive, message = open(path)
        assert.is_nil(archive)
        assert.truthy(message:find('%w') and not message:find('\n'), message)
        assert.truthy(message:find(path, 1, true), message)
      end
    end)

    it('takes no folder that is not a text', function()
      for _, path in ipairs({ 'a\0b', {}, true, 7 }) do
        local archive, message = open(path)
        assert.is_nil(archive)
        assert.equal('open: the folder must be a text without NUL bytes', message)
      end
      local archive, message = open(nil, {})
      assert.is_nil(archive)
      assert.equal('open: cache_dir must be a text without NUL bytes', message)
    end)

    it('says that the cache cannot be written', function()
      temp:write('file', '')
      local archive, message = open(nil, temp.path .. '/file/cache')
      assert.is_nil(archive)
      assert.truthy(message:find(temp.path .. '/file/cache', 1, true), message)
    end)

    it('may be done many times', function()
      local before = open_descriptors()
      for _ = 1, 300 do assert(assert(open()):close()) end
      assert.truthy(open_descriptors() <= before)
    end)

    it('is undone by the garbage collector', function()
      local before = open_descriptors()
      for _ = 1, 20 do assert(core.open(temp.path .. '/pages', { cache_dir = temp.path .. '/cache' })) end
      assert.truthy(open_descriptors() <= before)
    end)

    it('gives two handles on one archive', function()
      local one, other = refreshed(), assert(open())
      assert.same(one:query('articles', ''), other:query('articles', ''))
      one:close()
      assert.equal(3, #other:query('articles', ''))
    end)
  end)

  describe('a refresh', function()
    it('goes on in the background and says when it is done', function()
      local archive = refreshed()
      local progress = archive:progress()
      assert.same({ state = 'done', status = 0, ok = true, cancelled = false, files_found = 2, files_total = 2,
        files_done = 2, files_failed = 0, changed = true }, progress)
    end)

    it('reads only what has changed', function()
      refreshed():close()
      local archive = refreshed()
      assert.is_false(archive:progress().changed)
      assert.equal(0, archive:progress().files_total)
      temp:write('pages/2025-04-05/page-2.txt', INSIDE .. '\nThe cart is repainted.\n')
      assert(archive:refresh())
      assert.is_true(archive:wait())
      assert.equal(1, archive:progress().files_total)
      assert.is_true(archive:progress().changed)
    end)

    it('can be waited for a short time only', function()
      write_many_pages(40)
      local archive = assert(open())
      assert(archive:refresh())
      assert.is_false(archive:wait(0))
      assert.is_true(archive:wait())
    end)

    it('is not started twice', function()
      write_many_pages(40)
      local archive = assert(open())
      assert(archive:refresh())
      local again, message = archive:refresh()
      assert.is_nil(again)
      assert.equal(message, archive:message())
      assert.truthy(message:find('%w'))
    end)

    it('can be cancelled, and leaves the index as it was', function()
      write_many_pages(40)
      local archive = assert(open())
      assert(archive:refresh())
      assert.is_true(archive:cancel())
      local done, message = archive:wait()
      assert.is_nil(done)
      assert.equal(message, archive:message())
      local progress = archive:progress()
      assert.same({ 'done', true, false }, { progress.state, progress.cancelled, progress.ok })
      assert.same({}, archive:query('pages', ''))
    end)

    it('ends with the archive', function()
      write_many_pages(40)
      for _ = 1, 5 do
        local archive = assert(open())
        assert(archive:refresh())
        assert.is_true(archive:close())
      end
    end)

    it('gives a descriptor to watch', function()
      local archive = assert(open())
      assert.truthy(archive:fd() > 2)
      if not (vim and vim.loop) then return pending('no event loop in this host') end
      local woken = false
      local poll = vim.loop.new_poll(archive:fd())
      poll:start('r', function() woken = true end)
      assert(archive:refresh())
      assert.is_true(vim.wait(10000, function() return woken end, 5))
      poll:close()
      assert.is_true(archive:wait())
    end)
  end)

  describe('a query', function()
    it('gives the columns that the header lists, and no others', function()
      local archive = refreshed()
      local page, article = '2025-04-05/page-1.txt', 'a1'
      local arguments = { article = { page, article }, paragraphs = { page, article }, source = { page },
        origins = { '2025-04-05/page-2.txt', 'a1' }, match = { 'lantern' }, search = { 'noodles' },
        find = { 'lantern' }, candidates = { page, 'j1' } }
      for name, columns in pairs(COLUMNS) do
        local listed = {}
        for column in columns:gmatch('%S+') do listed[column] = true end
        local rows = assert(archive:query(name, unpack(arguments[name] or {})))
        if not EMPTY[name] then assert.truthy(#rows > 0, name .. ' gave no row') end
        for column in pairs(rows[1] or {}) do assert.truthy(listed[column], name .. ' gave ' .. column) end
      end
    end)

    it('gives texts, whole numbers and nothing for null', function()
      local archive = refreshed()
      local front = archive:query('pages', '2025-04-05/page-1.txt')[1]
      assert.equal('2025-04-05/page-1.txt', front.page)
      assert.equal(1, front.page_number)
      assert.equal('1', tostring(front.page_number))
      assert.equal('2025-04-05', front.date_first)
      local article = archive:query('article', '2025-04-05/page-1.txt', 'a1')[1]
      assert.equal('Lanterns That Follow the Walker', article.headline)
      assert.equal('TAN Yue, OR Bei', article.bylines)
      assert.is_nil(article.continued_from)
      assert.is_nil(article.kicker)
    end)

    it('takes numbers for texts, and nil for an empty one', function()
      local archive = refreshed()
      assert.equal(2, #archive:query('match', '', 2))
      assert.equal(2, #archive:query('match', nil, '2'))
      assert.same(archive:query('articles'), archive:query('articles', ''))
      assert.same(archive:query('articles'), archive:query('articles', nil, nil))
    end)

    it('gives the page as it is, with bytes that are no text', function()
      temp:write('pages/odd.txt', 'One\0two and thr\255ee go to the market for salt.\n\n\27[31mred\n')
      local archive = refreshed()
      local lines = archive:query('source', 'odd.txt')
      assert.truthy(lines[1].text:find('One', 1, true), lines[1].text)
      assert.truthy(lines[1].text:find('ee go to the market', 1, true), 'cut at the NUL byte: ' .. lines[1].text)
      assert.equal('\27[31mred', lines[3].text)
    end)

    it('that fails says why in one line', function()
      local archive = refreshed()
      for _, arguments in ipairs({ { 'nonsense' }, { 'issues', 'one', 'too many', 'really' },
        { 'article', 'no/such/page.txt', 'a1' } }) do
        local rows, message = archive:query(unpack(arguments))
        assert.is_nil(rows)
        assert.truthy(message:find('%w') and not message:find('\n'), message)
        assert.equal(message, archive:message())
      end
    end)

    it('takes only texts and numbers', function()
      local archive = refreshed()
      local wrong = 'query match: argument 2 must be a text without NUL bytes, or a number'
      assert.same({ nil, wrong, n = 2 }, { n = 2, archive:query('match', '', {}) })
      assert.same({ nil, wrong, n = 2 }, { n = 2, archive:query('match', '', 'a\0b') })
      local name = 'query: the name must be a text without NUL bytes'
      assert.same({ nil, name, n = 2 }, { n = 2, archive:query({}) })
      assert.same({ nil, name, n = 2 }, { n = 2, archive:query('iss\0ues') })
      local many = {}
      for index = 1, 300 do many[index] = '' end
      assert.is_nil((archive:query('match', unpack(many))))
    end)

    it('works while a refresh runs, on the index as it was', function()
      local archive = refreshed()
      write_many_pages(40)
      assert(archive:refresh())
      assert.truthy(#archive:query('articles', '') >= 3)
      assert.is_true(archive:wait())
      assert.truthy(#archive:query('articles', '') > 40)
    end)
  end)

  it('tells a line under the headline that says more', function()
    temp:write('pages/deck.txt', '# A Vote on Sleeping Bears\n\n*Villagers weigh a winter without the road*\n\n' ..
      'By PU Si\n\nVillagers below the Heifeng ridge will vote on closing a road so that bears may sleep.\n')
    local archive = refreshed()
    local roles = {}
    for i, row in ipairs(archive:query('paragraphs', 'deck.txt', 'a1')) do roles[i] = row.role .. ': ' .. row.text end
    assert.same({ 'headline: A Vote on Sleeping Bears', 'deck: Villagers weigh a winter without the road' },
      { roles[1], roles[2] })
  end)

  describe('a correction', function()
    it('says where a jump leads until it is taken back', function()
      -- of this text alone: what was corrected holds in every archive
      local name = 'T' .. temp.path:gsub('%A', '')
      temp:write('pages/2025-04-05/page-2.txt', INSIDE .. '\n# A Word from ' .. name .. '\n\nAll is well there.\n')
      temp:write('pages/2025-04-05/page-1.txt', (FRONT:gsub('Tan Bo', name)))
      local archive, page = refreshed(), '2025-04-05/page-1.txt'
      local function jump() return archive:query('jumps', page)[1] end
      assert.same({ 'j1', 'a1', 0 }, { jump().marker, jump().target_article, jump().corrected })
      assert.is_true(archive:correct(page, 'j1', '2025-04-05/page-2.txt:a2'))
      assert.same({ 'a2', 1, 1 }, { jump().target_article, jump().confidence, jump().corrected })
      assert.is_true(archive:correct(page, 'j1', 'none'))
      assert.same({ 'unmatched', 1 }, { jump().status, jump().corrected })
      assert.is_true(archive:correct(page, 'j1'))
      assert.same({ 'a1', 0 }, { jump().target_article, jump().corrected })
    end)

    it('of what is not there is refused in one line', function()
      local archive = refreshed()
      for _, wrong in ipairs({ { 'nowhere.txt', 'j1', 'none' }, { '2025-04-05/page-1.txt', 'j9', 'none' },
        { '2025-04-05/page-1.txt', 'j1', 'page' }, { {}, 'j1' }, { 'a\0b', 'j1' } }) do
        local done, message = archive:correct(unpack(wrong))
        assert.is_nil(done)
        assert.truthy(message:find('^[^\n]+$'), message)
      end
    end)
  end)

  describe('a closed archive', function()
    it('says so, whatever is asked of it', function()
      local archive = refreshed()
      assert.is_true(archive:close())
      for _, method in ipairs({ 'query', 'refresh', 'progress', 'wait', 'cancel', 'fd', 'path', 'correct' }) do
        assert.same({ nil, CLOSED, n = 2 }, { n = 2, archive[method](archive, 'issues') })
      end
      assert.equal(CLOSED, archive:message())
    end)

    it('may be closed again', function()
      local archive = assert(open())
      assert.is_true(archive:close())
      assert.is_true(archive:close())
    end)

    it('leaves its rows as they were', function()
      local archive = refreshed()
      local rows = archive:query('articles', '')
      archive:close()
      collectgarbage()
      assert.equal('Lanterns That Follow the Walker', rows[1].headline)
    end)
  end)

  describe('an archive of odd files', function()
    local odd_name = 'new\nline \27]0;owned\7 caf\233.txt'

    local function noise(length)
      local bytes, seed = {}, 1
      for index = 1, length do
        seed = (seed * 16807) % 2147483647
        bytes[index] = string.char(seed % 256)
      end
      return table.concat(bytes)
    end

    before_each(function()
      temp:write('pages/noise.txt', noise(60000))
      temp:write('pages/empty.txt', '')
      temp:write('pages/zeros.txt', ('\0'):rep(5000))
      temp:write('pages/long.txt', ('one long line '):rep(200000))
      temp:write('pages/feeds.txt', ('\f'):rep(500))
      temp:write('pages/' .. odd_name, INSIDE)
      folder.output('cd ' .. folder.quote(temp.path .. '/pages') .. '\n' .. [[
        ln -s . loop; ln -s a b; ln -s b a; ln -s nowhere gone.txt; ln -s one.txt one.txt
        mkfifo pipe.txt; mkdir folder.txt
        mkdir shut; echo word > shut/in.txt; chmod 0 shut]])
    end)

    it('is read to its end', function()
      local archive = refreshed()
      assert.is_true(archive:progress().ok)
      assert.equal('Lanterns That Follow the Walker',
        archive:query('article', '2025-04-05/page-1.txt', 'a1')[1].headline)
    end)

    it('tells in clean lines what could not be read', function()
      local messages = refreshed():query('messages')
      assert.truthy(#messages > 0)
      for _, row in ipairs(messages) do
        assert.truthy(row.message:find('%w'))
        assert.falsy(row.message:find('%c'), row.message)
      end
    end)

    it('gives each page by the name that it gave itself', function()
      local archive, found = refreshed(), false
      for _, row in ipairs(archive:query('pages', '')) do
        assert(archive:query('source', row.page))
        assert(archive:query('paragraphs', row.page, ''))
        found = found or row.page == odd_name
      end
      assert.is_true(found)
      assert.equal('Lanterns That Follow the Walker', archive:query('article', odd_name, 'a1')[1].headline)
    end)
  end)

  it('may be loaded again', function()
    for name in pairs(package.loaded) do
      if name:find('^stdaily%.core') then package.loaded[name] = nil end
    end
    core = require('stdaily.core')
    assert.equal(3, #refreshed():query('articles', ''))
  end)
end)

describe('a library that cannot be used', function()
  local temp, library

  --- What core.open says in a host of its own, with the libraries of a folder of this test's.
  local function message_of_open()
    local script = temp:write('open.lua', ([[
      package.path = %q .. '/lua/?.lua;' .. %q .. '/lua/?/init.lua'
      local archive, message = require('stdaily.core').open('/')
      io.stdout:write(tostring(archive), ' ', tostring(message), '\n')
    ]]):format(folder.root, folder.root))
    return folder.output(('STDAILY_LIBRARY=%s %s/tests/support/lua %s %s'):format(folder.quote(temp.path .. '/built'),
      folder.quote(folder.root), folder.quote(os.getenv('STDAILY_HOST')), folder.quote(script)))
  end

  local function compile(source, output, options)
    local file = temp:write('library.c', source)
    local said = folder.output(('cc -shared -fPIC -o %s %s %s'):format(folder.quote(output), folder.quote(file),
      options or ''))
    assert(said == '', said)
  end

  --- A library with all functions of the real one, of another version.
  local function compile_old()
    local names = { 'const char *stdaily_version(void) { return "0.0.1"; }' }
    local header = assert(io.open(folder.root .. '/csrc/stdaily.h', 'r'))
    for name in header:read('*a'):gmatch('(stdaily_[%w_]+)%(') do
      local text = ('void %s(void) {}'):format(name)
      if name ~= 'stdaily_version' and not names[text] then
        names[text] = true
        names[#names + 1] = text
      end
    end
    header:close()
    compile(table.concat(names, '\n'), temp.path .. '/built/libstdaily.so', '-Wl,-soname,libstdaily.so')
  end

  local function copy_module()
    if library == 'libstdaily.so' then return end
    folder.output(('cp %s/%s %s/built/'):format(folder.quote(os.getenv('STDAILY_LIBRARY')), library,
      folder.quote(temp.path)))
  end

  setup(function()
    library = type(jit) == 'table' and 'libstdaily.so' or 'stdaily_lua' .. _VERSION:gsub('%D', '') .. '.so'
  end)

  before_each(function()
    temp = folder.new()
    temp:make('built')
  end)

  after_each(function() temp:remove() end)

  --- The message is one line, names the file and gives the command.
  local function check(message, what)
    local root = folder.root
    local build = ('run: cmake -S %s -B %s/build && cmake --build %s/build'):format(root, root, root)
    assert.truthy(message:find('^nil [^\n]+\n$'), message)
    assert.truthy(message:find(temp.path .. '/built/' .. library, 1, true), message)
    assert.truthy(message:find(what, 1, true), message)
    assert.truthy(message:find(build, 1, true), message)
  end

  it('as it is not there', function() check(message_of_open(), 'is not there: run: cmake') end)

  it('as it is of another version', function()
    compile_old()
    copy_module()
    check(message_of_open(), 'is version 0.0.1, this plugin is ' .. VERSION)
  end)

  it('as it is no library', function()
    temp:write('built/' .. library, 'Words.\nMore words.\n')
    check(message_of_open(), 'cannot be loaded')
  end)

  it('as a library that it needs is not there', function()
    compile('void absent(void) {}', temp.path .. '/libabsent.so.9', '-Wl,-soname,libabsent.so.9')
    compile('void absent(void); void present(void) { absent(); }', temp.path .. '/built/' .. library,
      folder.quote(temp.path .. '/libabsent.so.9'))
    os.remove(temp.path .. '/libabsent.so.9')
    check(message_of_open(), 'needs libabsent.so.9, which this system lacks: install it')
  end)

  it('as there is none for this Lua', function()
    if library == 'libstdaily.so' then return pending('ffi needs no module') end
    compile_old()
    check(message_of_open(), 'is not there, as the headers of ' .. _VERSION .. ' were not found')
  end)
end)

describe('candidates', function()
  local temp

  before_each(function() temp = folder.new() end)

  after_each(function() temp:remove() end)

  it('are no likelier than linking left them', function()
    local options = '--set tune --damage heavy --names hashed --issues 6 --missing 30 --seed 1'
    folder.output(('cd %s && lua5.4 tests/press/press.lua %s %s'):format(folder.quote(folder.root), options,
      folder.quote(temp.path)))
    local archive = assert(require('stdaily.core').open(temp.path .. '/archive', { cache_dir = temp.path .. '/cache' }))
    assert(archive:refresh())
    assert(archive:wait())
    local left = 0
    for _, jump in ipairs(archive:query('jumps', '')) do
      local story = archive:query('candidates', jump.page, jump.marker)[1]
      if jump.status == 'unmatched' and jump.confidence > 0 and story and story.issue_title ~= 'Loose pages' then
        assert.truthy(story.confidence <= jump.confidence + 1e-9, jump.page .. ':' .. jump.marker)
        left = left + 1
      end
    end
    archive:close()
    assert.truthy(left > 0)
  end)
end)
