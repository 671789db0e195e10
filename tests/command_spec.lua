--- The command `stdaily`: output, exit codes and messages.
local Folder = require('support.folder')
local json = require('dkjson')

local build = os.getenv('STDAILY_BUILD') or Folder.root .. '/build'
local quote = Folder.quote

local PAGE = table.concat({
  '# Otters Return to the Harbor',
  '',
  'By Mira Quell',
  '',
  'Nine otters swam into the old harbor on Monday, and the dockhands put down their ropes to',
  '',
  '*See page 2*',
  '',
}, '\n')

describe('stdaily', function()
  local archive, cache

  before_each(function()
    archive, cache = Folder.new(), Folder.new()
  end)

  after_each(function()
    archive:remove()
    cache:remove()
  end)

  --- Runs the command: its output, what it said on standard error, its exit code.
  ---@param variables string? of the environment
  local function run(args, redirect, variables)
    local errors = cache.path .. '/stderr'
    local command = ('%s %s %s 2>%s%s; printf "\n%%d" $?'):format(variables or '', quote(build .. '/stdaily'), args,
      quote(errors), redirect or '')
    local pipe = assert(io.popen(command))
    local text, code = pipe:read('*a'):match('^(.*)\n(%d+)$')
    pipe:close()
    local file = assert(io.open(errors))
    local said = file:read('*a')
    file:close()
    return text, said, tonumber(code)
  end

  --- The same for a subcommand on the archive.
  local function on(name, more, redirect)
    return run(('%s --cache %s %s %s'):format(name, quote(cache.path), quote(archive.path), more or ''), redirect)
  end

  local function one_line(text)
    assert.equal(1, select(2, text:gsub('\n', '')), 'not one line: ' .. text)
  end

  it('says its version and how to use it', function()
    local text, said, code = run('--version')
    assert.equal('', said)
    assert.equal(0, code)
    assert.truthy(text:find('^stdaily %d+%.%d+%.%d+\n$'))
    text, said, code = run('--help')
    assert.equal('', said)
    assert.equal(0, code)
    for _, name in ipairs({ 'index', 'dump', 'articles', 'show', 'match', 'search', 'links', 'info', 'messages' }) do
      assert.truthy(text:find('stdaily ' .. name .. ' ', 1, true), name)
      local help, _, ended = run(name .. ' --help')
      assert.equal(0, ended)
      assert.truthy(help:find('^stdaily ' .. name .. ' DIR'))
    end
  end)

  it('answers wrong usage with one line and 2', function()
    for _, args in ipairs({
      '', 'nonsense', 'index', 'index a b', 'match .', 'index --json .', 'match --limit x . q', 'info --cache',
      'info --wrong .', 'info -x .', 'info /nonexistent',
    }) do
      local text, said, code = run(args)
      assert.equal(2, code, args)
      assert.equal('', text)
      one_line(said)
    end
  end)

  it('names a cache folder that is none, and what to do', function()
    local file = cache:write('file', '')
    local _, said, code = run(('articles --cache %s %s'):format(quote(file), quote(archive.path)))
    assert.equal(2, code)
    assert.equal(('stdaily: the cache folder %s cannot be made (Not a directory): choose another, by cache_dir or '
      .. '--cache\n'):format(file), said)
  end)

  it('names a list of corrected links that is none, once', function()
    archive:write('page-1.txt', PAGE)
    local list = cache:make('data/stdaily/corrections.txt')
    local text = run(('messages --cache %s %s'):format(quote(cache.path), quote(archive.path)), nil,
      'XDG_DATA_HOME=' .. quote(cache.path .. '/data'))
    assert.equal(list .. '\tis no list of corrected links: move it away\n', text)
  end)

  it('finds nothing in an empty folder', function()
    for _, args in ipairs({ 'index', 'dump', 'articles', 'links', 'messages' }) do
      local text, said, code = on(args)
      assert.equal(1, code, args)
      assert.equal('', text)
      one_line(said)
    end
    assert.equal(1, select(3, on('match', 'otter')))
    assert.equal(1, select(3, on('search', 'otter')))
    assert.equal(1, select(3, on('show', 'otter')))
  end)

  it('lists, finds and shows an article', function()
    archive:write('2025-05-17/page-1.txt', PAGE)
    local text, said, code = on('index')
    assert.equal('', said)
    assert.equal(0, code)
    assert.truthy(text:find('^1 pages? in 1 issues?'))
    text = on('articles')
    assert.truthy(text:find('^2025%-05%-17/page%-1%.txt:a1\t[^\n]*\tOtters Return to the Harbor\n$'), text)
    for _, args in ipairs({ { 'match', 'otterharbor' }, { 'search', 'dockhands' } }) do
      text = on(args[1], args[2])
      assert.truthy(text:find('^2025%-05%-17/page%-1%.txt:a1\t'), args[1])
    end
    text, said, code = on('show', '2025-05-17/page-1.txt:a1')
    assert.equal('', said)
    assert.equal(0, code)
    assert.truthy(text:find('Otters Return to the Harbor\n\n', 1, true))
    assert.truthy(text:find('\nNine otters swam into the old harbor', 1, true))
    assert.truthy(text:find('\nSee page 2 %([^\n]*page 2[^\n]*%)\n'), text)
    assert.equal(text, (on('show', quote('Otters Return to the Harbor'))))
  end)

  it('links a photo that sends to its story, whose refer has no headline', function()
    archive:write('2015-05-04/page-1.txt', table.concat({
      'VOL.5-NO.191', '', 'MAY 4, 2015', '',
      '# Wall of the harbor will hold', '', 'By Nora Blythe', '',
      'The wall that a storm broke in two has been closed again, the harbor master said on Tuesday.', '',
      'The lighthouse at Skerry Point opens on Sunday after 40 years. See story on page 3. (PHOTO: Tom Aske)',
      '', 'A whale has come into the bay. (PHOTO: Tom Aske)', '', 'See story on page 3', '',
    }, '\n'))
    archive:write('2015-05-04/page-3.txt', table.concat({
      'PAGE 3', '', 'MAY 4, 2015', '',
      '# Skerry Point opens its lighthouse after 40 years', '', 'By Tom Aske', '',
      'The lighthouse at Skerry Point opens its doors on Sunday, and its keeper has painted the stairs.', '',
      '# Baker sells his cat', '', 'By Ada Lindgren', '', 'A baker has sold his cat to the mill, which has mice.', '',
    }, '\n'))
    local text = on('links')
    assert.truthy(text:find('page%-1%.txt:11\tlinked\t2015%-05%-04/page%-3%.txt:a1\tThe lighthouse at Skerry'), text)
    assert.truthy(text:find('page%-1%.txt:13\tunmatched\t[^\n]*\tA whale has come into the bay\t'), text)
    for line in on('dump'):gmatch('[^\n]+') do
      assert.same({}, json.decode(line).teasers or {})
    end
  end)

  it('prints rows as JSON', function()
    archive:write('a.txt', PAGE)
    local text = on('articles', '--json')
    local row = json.decode((text:gsub('\n$', '')))
    assert.equal('Otters Return to the Harbor', row.headline)
    assert.equal('a1', row.article)
    row = json.decode((on('links', '--json'):gsub('\n$', '')))
    assert.equal('jump', row.kind)
    assert.equal(2, row.jump_page)
  end)

  it('takes the index as it is with --no-refresh', function()
    archive:write('a.txt', PAGE)
    assert.equal(1, select(3, on('articles', '--no-refresh')))
    assert.equal(0, select(3, on('articles')))
    assert.equal(0, select(3, on('articles', '--no-refresh')))
  end)

  it('names a file that it cannot read and goes on', function()
    archive:write('a.txt', PAGE)
    archive:write('bad.txt', ('\0\255\1\254'):rep(100))
    local text, said, code = on('articles')
    assert.equal(0, code)
    assert.truthy(text:find('Otters'))
    assert.truthy(said:find('^stdaily: bad%.txt'), said)
    one_line(said)
    text, said = on('messages')
    assert.truthy(text:find('^bad%.txt[:\t]'))
    assert.equal('', said)
  end)

  it('keeps to one line a row, without control characters, whatever a name holds', function()
    archive:write('a\nb\27[31m\194\155\255.txt', PAGE)
    local text = on('articles')
    one_line(text)
    assert.falsy(text:gsub('[\n\t]', ''):find('[%c\127\255]'))
    assert.truthy(text:find('a\\nb\\x1b[31m\\u009b\\xff.txt', 1, true))
    for _, args in ipairs({ 'articles --json', 'links --json', 'dump' }) do
      text = on(args)
      one_line(text)
      assert.falsy(text:gsub('\n$', ''):find('[%c\127\255]'), args)
      assert.falsy(text:find('\194\155'), args)
    end
  end)

  it('notices that its output cannot be written', function()
    archive:write('a.txt', PAGE)
    for _, args in ipairs({ 'articles', 'dump', 'show', 'info' }) do
      local _, said, code = on(args, args == 'show' and 'otters' or '', ' >/dev/full')
      assert.equal(2, code, args)
      one_line(said)
    end
    assert.equal(2, select(3, run('--help', ' >/dev/full')))
  end)

  it('ends without a word when nobody reads on', function()
    for i = 1, 200 do
      archive:write(i .. '.txt', PAGE .. ('Words to fill a line of this page. '):rep(200))
    end
    on('index')
    local _, said = run(('dump --cache %s %s | head -c 1'):format(quote(cache.path), quote(archive.path)))
    assert.equal('', said)
  end)
end)
