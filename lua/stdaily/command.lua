--- :StdOpen and :Std.

local editor = require('stdaily.editor')

local M = {}

local function archive_or_say()
  local archive, message = require('stdaily.archives').default()
  if not archive then editor.fail(message) end
  return archive
end

local function refresh(archive, loud) require('stdaily.archives').refresh(archive, loud) end

local function open_where(archive, where, modifiers)
  where.archive = archive.path
  return editor.edit(require('stdaily.address').make(where), nil, modifiers)
end

local function browse(archive, modifiers)
  if open_where(archive, { kind = 'browse' }, modifiers) then M.to_first_article() end
end

--- In a fresh browse list: the newest article is the likeliest one.
function M.to_first_article()
  local view = require('stdaily.view').get()
  if not view or editor.cursor() ~= 1 then return end
  local line = require('stdaily.view').beginning(view.sheet)
  if line then editor.set_cursor(line) end
end

--- What a row of the query `find` is.
---@return table? where
function M.where_of(row)
  if row.kind == 'article' then return { kind = 'article', page = row.page, article = row.article } end
  if row.kind == 'page' then return { kind = 'page', page = row.page } end
  if row.kind == 'issue' then return { kind = 'issue', issue = row.issue } end
  return { kind = 'browse' }
end

local function open_found(archive, what, modifiers)
  local rows, message = archive.core:query('find', what)
  if not rows then return editor.fail(message) end
  if #rows == 0 then
    require('stdaily.view').index_if_new(archive)
    if archive.progress ~= '' then
      return editor.notice('this archive is being indexed: try again when that is done')
    end
    if what:find('^[/~.]') then return editor.fail(('there is no folder %s'):format(what)) end
    return editor.warn(('nothing is called "%s": try :Std pick or :Std search'):format(what))
  end
  if #rows == 1 then return open_where(archive, M.where_of(rows[1]), modifiers) end
  require('stdaily.picker_view').open(archive, 'find', what, modifiers)
end

--- The folder that is meant, written plainly or as :edit takes it; nil where it is none.
---@param what string
---@return string?
local function folder_of(what)
  for _, name in ipairs({ what, (what:gsub('\\(.)', '%1')) }) do
    if name ~= '' and editor.call('isdirectory', require('stdaily.archives').resolved(name)) == 1 then return name end
  end
end

--- :StdOpen
---@param what string
---@param modifiers string
function M.open(what, modifiers)
  what = what:gsub('^%s+', ''):gsub('%s+$', '')
  local address = require('stdaily.address')
  if address.is(what) then
    editor.edit(what, nil, modifiers)
    return
  end
  local archive, message
  local folder = folder_of(what)
  if folder then
    archive, message = require('stdaily.archives').open(folder)
    if not archive then return editor.fail(message) end
    what = ''
  else
    archive = archive_or_say()
    if not archive then return end
  end
  if what == '' then browse(archive, modifiers) else open_found(archive, what, modifiers) end
  refresh(archive)
end

local function pick(kind)
  return function(rest, modifiers)
    local archive = archive_or_say()
    if not archive then return end
    require('stdaily.picker_view').open(archive, kind, rest, modifiers)
    refresh(archive)
  end
end

local function issue(rest, modifiers)
  local archive = archive_or_say()
  if not archive then return end
  if rest == '' then
    local view = require('stdaily.view').get()
    rest = view and view.row and view.row.issue or ''
    if rest == '' then rest = ((archive.core:query('issues') or {})[1] or {}).issue or '' end
    if rest == '' then return editor.notice('this archive has no issues yet') end
    open_where(archive, { kind = 'issue', issue = rest }, modifiers)
    return
  end
  for _, row in ipairs(archive.core:query('find', rest) or {}) do
    if row.kind == 'issue' then return open_where(archive, { kind = 'issue', issue = row.issue }, modifiers) end
  end
  editor.warn(('no issue is called "%s": give a date as 2025-05-17, or a number'):format(rest))
end

function M.refresh()
  local archive = archive_or_say()
  if archive then refresh(archive, true) end
end

local function cancel()
  local archive = archive_or_say()
  if archive then require('stdaily.archives').cancel(archive) end
end

---@class stdaily.Subcommand
---@field run fun(rest: string, modifiers: string)
---@field choices (fun(): string[])? what its argument may be
---@field takes boolean? an argument without choices

---@type table<string, stdaily.Subcommand>
M.subcommands = {
  cancel = { run = cancel },
  info = { run = function() require('stdaily.report').info() end },
  issue = { run = issue, choices = function() return require('stdaily.complete').issues() end },
  link = {
    run = function(rest) require('stdaily.correct').here(rest) end,
    choices = function() return require('stdaily.correct').titles() end,
  },
  links = {
    run = function(rest) require('stdaily.links').show(rest) end,
    choices = function() return require('stdaily.links').narrowings() end,
  },
  messages = { run = function() require('stdaily.report').messages() end },
  pick = { run = pick('match'), takes = true },
  refresh = { run = M.refresh },
  resume = { run = function() require('stdaily.picker_view').resume() end },
  search = { run = pick('search'), takes = true },
  whole = { run = function() require('stdaily.whole').toggle() end },
  source = { run = function() require('stdaily.source').toggle() end },
}

--- The names of all subcommands.
---@return string[]
function M.names()
  local names = {}
  for name in pairs(M.subcommands) do names[#names + 1] = name end
  table.sort(names)
  return names
end

--- :Std
---@param arguments string
---@param modifiers string
function M.run(arguments, modifiers)
  local name, rest = arguments:match('^%s*(%S*)%s*(.-)%s*$')
  if name == '' then return M.open('', modifiers) end
  local subcommand = M.subcommands[name]
  if not subcommand then
    return editor.fail(('there is no :Std %s: <Tab> after :Std shows what there is'):format(name))
  end
  if rest ~= '' and not subcommand.choices and not subcommand.takes then
    return editor.fail((':Std %s takes no argument'):format(name))
  end
  subcommand.run(rest, modifiers)
end

return M
