--- The options.

local config = require('stdaily.config')

describe('config', function()
  it('has defaults', function()
    local options, errors = config.check({})
    assert.same({ keys = true }, options)
    assert.same({}, errors)
  end)

  it('takes what is right', function()
    local given = { archive = '/a', cache_dir = '/c', keys = false }
    local options, errors = config.check(given)
    assert.same(given, options)
    assert.same({}, errors)
  end)

  it("takes Vim script's 0 and 1 for false and true", function()
    assert.is_false(config.check({ keys = 0 }).keys)
    assert.is_true(config.check({ keys = 1 }).keys)
  end)

  it('names an unknown option, and goes on', function()
    local options, errors = config.check({ archvie = '/a', archive = '/b' })
    assert.equal('/b', options.archive)
    assert.same({ 'g:stdaily has no option "archvie": it has archive, cache_dir, keys' }, errors)
  end)

  it('names an option of a wrong type, and keeps the default', function()
    local options, errors = config.check({ archive = 7, keys = 'no', cache_dir = '' })
    assert.same({ keys = true }, options)
    assert.same({
      "g:stdaily.archive must be a text, the archive's folder; it is a number",
      'g:stdaily.cache_dir must be a text, the folder for indexes; it is empty',
      'g:stdaily.keys must be true or false; it is a string',
    }, errors)
  end)

  it('says so when there is no table of options', function()
    local _, errors = config.check('/home/me')
    assert.same({ 'g:stdaily must be a table of options (archive, cache_dir, keys), not a string' }, errors)
  end)
end)
