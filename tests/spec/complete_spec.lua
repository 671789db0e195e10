--- Completion and the words of commands.

local fake = require('support.fake_editor')

local CORE = {
  query = function(_, name)
    if name == 'issues' then
      return { { issue = '2025-05-17' }, { issue = '2025-05-10' }, { issue = '2024-12-28' }, { issue = '' } }
    elseif name == 'match' then
      return { { headline = 'Moon Dust' }, { headline = 'Moon Dust' }, { headline = '' }, { headline = 'Half Moon' } }
    end
    return {}
  end,
}

describe('completion', function()
  local complete

  setup(function()
    fake.install({ getcompletion = function(lead) return { lead .. 'folder/' } end })
    package.loaded['stdaily.archives'] = { default = function() return { core = CORE } end }
    complete = require('stdaily.complete')
  end)

  teardown(fake.remove)

  local function std(line) return complete.subcommand(line:match('%S*$'), line, #line) end
  local function open(line) return complete.open(line:match('%S*$'), line, #line) end

  it('has every subcommand', function()
    local names = require('stdaily.command').names()
    assert.same(names, std('Std '))
    for _, name in ipairs(names) do assert.is_function(require('stdaily.command').subcommands[name].run) end
  end)

  it('narrows subcommands by what was typed', function()
    assert.same({ 'pick' }, std('Std p'))
    assert.same({ 'refresh', 'resume' }, std('tab Std RE'))
    assert.same({}, std('Std nonsense'))
  end)

  it("has a subcommand's own choices", function()
    assert.same({ '2025-05-17', '2025-05-10' }, std('Std issue 2025'))
    assert.same({ 'missing' }, std('Std links m'))
    assert.same({}, std('Std info '))
  end)

  it('offers issues and headlines, each once', function()
    assert.same({ '2025-05-17', '2025-05-10', '2024-12-28', 'Moon Dust', 'Half Moon' }, open('StdOpen '))
    assert.same({ 'moonfolder/', 'Moon Dust', 'Half Moon' }, open('StdOpen moon'))
  end)

  it('goes on with a headline of several words', function()
    assert.same({ 'dufolder/', 'Dust' }, open('StdOpen moon du'))
  end)

  it('offers only folders for what looks like one', function()
    assert.same({ '~/pfolder/' }, open('StdOpen ~/p'))
    assert.same({ '/folder/' }, open('StdOpen /'))
  end)

  it('takes the part before the cursor', function()
    assert.same({ 'pick' }, complete.subcommand('', 'Std pi and more', #'Std pi'))
  end)
end)
