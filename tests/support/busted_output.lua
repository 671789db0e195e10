--- What busted prints here: a line for each test that did not pass (each test, with --verbose), why it
--- failed, and at the end one line to be read by person and machine.

return function(options)
  local busted = require('busted')
  local pretty = require('pl.pretty')
  local handler = require('busted.outputHandlers.base')()

  local function say(...)
    io.stdout:write(table.concat({ ... }), '\n')
    io.stdout:flush()
  end

  local function test_ended(element, _, status)
    if status == 'pending' then
      local last = handler.pendings[#handler.pendings]
      local why = last and type(last.message) == 'string' and last.message:gsub('^.-:%-?%d+: ', ': ') or ''
      say('skipped  ', handler.getFullName(element), why)
    elseif options.verbose and status == 'success' then
      say('passed   ', handler.getFullName(element))
    end
    return nil, true
  end

  local function failed(element, _, message, trace)
    if element and element.name then say('FAILED   ', handler.getFullName(element)) end
    say(type(message) == 'string' and message or pretty.write(message))
    if trace and trace.traceback then say(trace.traceback) end
    return nil, true
  end

  local function suite_ended()
    say(('%d passed, %d failed, %d skipped'):format(handler.successesCount,
      handler.failuresCount + handler.errorsCount, handler.pendingsCount))
    return nil, true
  end

  busted.subscribe({ 'test', 'end' }, test_ended, { predicate = handler.cancelOnPending })
  busted.subscribe({ 'failure' }, failed)
  busted.subscribe({ 'error' }, failed)
  busted.subscribe({ 'suite', 'end' }, suite_ended)
  return handler
end
