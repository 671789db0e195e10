--- The archives that are open, and their refreshes.

local address = require('stdaily.address')
local config = require('stdaily.config')
local editor = require('stdaily.editor')

---@class stdaily.OpenArchive
---@field path string its folder
---@field core stdaily.Archive
---@field progress string "" while no refresh runs, else what it does, for a person
---@field package stop fun()? ends the watch over its refresh
---@field package warned string? of a line with a correction that cannot be read
---@field package loud boolean? the person asked for the refresh, and is told what came of it

local M = {}

---@type table<string, stdaily.OpenArchive>
local open = {}

---@alias stdaily.Listener fun(archive: stdaily.OpenArchive, event: 'progress'|'changed'|'ended')

---@type stdaily.Listener[]
local listeners = {}

---@type string? the folder of the archive that was opened last
local latest

--- Calls a function when a refresh goes on, changed the index, or ended.
function M.listen(callback) listeners[#listeners + 1] = callback end

local function tell(archive, event)
  for _, callback in ipairs(listeners) do callback(archive, event) end
end

--- A folder's name, absolute and without links; it may begin with a variable of the environment.
function M.resolved(path)
  path = path:gsub('^%$([%w_]+)', os.getenv)
  return (editor.call('resolve', editor.call('fnamemodify', path, ':p')):gsub('(.)/+$', '%1'))
end

--- Opens the archive in a folder, or finds it open already.
---@param path string
---@return stdaily.OpenArchive? archive
---@return string? message
function M.open(path)
  path = M.resolved(path)
  if open[path] then
    latest = path
    return open[path]
  end
  local cache = config.get().cache_dir
  cache = cache and editor.call('fnamemodify', cache, ':p')
  local core, message = require('stdaily.core').open(path, { cache_dir = cache })
  if not core then return nil, message end
  local archive = { path = core:path(), core = core, progress = '' }
  if not next(open) then M.begin() end
  open[archive.path], open[path] = open[archive.path] or archive, open[archive.path] or archive
  latest = path
  return open[path]
end

--- With the first archive: so that none outlives the editor.
function M.begin()
  editor.execute([[augroup stdaily_archives
    autocmd! VimLeavePre * call stdaily#call('archives', 'close_all')
  augroup END]])
end

local function of_buffer()
  local where = address.parse(editor.buffer_name(editor.current_buffer()))
  return where and where.archive
end

local function of_folder()
  local folder = editor.call('getcwd')
  if folder == '/' or folder == editor.call('expand', '~') then return nil end
  return editor.call('stdaily#has_pages', folder) == 1 and folder or nil
end

--- The archive that a command without one means.
---@return stdaily.OpenArchive? archive
---@return string? message
function M.default()
  local path = of_buffer() or config.get().archive or latest or of_folder()
  if path then return M.open(path) end
  return nil, 'no pages here: use :StdOpen FOLDER, or set g:stdaily.archive'
end

local function words_for(progress)
  if progress.state == 'scanning' then
    return ('looking for pages: %d files'):format(progress.files_found)
  elseif progress.state == 'reading' then
    return ('reading %d of %d files'):format(progress.files_done, progress.files_total)
  end
  return ('linking %d files'):format(progress.files_found)
end

local function summary(progress)
  if progress.files_total == 0 and not progress.changed then return 'nothing has changed' end
  if progress.files_total == 0 then
    return ('no file is new, but some are gone or links were corrected: %d are there'):format(progress.files_found)
  end
  local text = ('%d of %d files were new or changed'):format(progress.files_total, progress.files_found)
  if progress.files_failed > 0 then
    text = ('%s, %d could not be read: see :Std messages'):format(text, progress.files_failed)
  end
  return text
end

--- Says once what cannot be read of what a person corrected: it would be missed elsewhere than in other files.
local function warn_of_corrections(archive)
  local unread = require('stdaily.correct').unread_line(archive.core)
  if unread and unread ~= archive.warned then editor.warn(unread) end
  archive.warned = unread
end

--- Tells all who show the archive that its index is another now.
---@param archive stdaily.OpenArchive
function M.changed(archive) tell(archive, 'changed') end

local function finish(archive, progress)
  local loud, message = archive.loud, archive.core:message()
  archive.stop()
  archive.stop, archive.progress, archive.loud = nil, '', nil
  if progress.changed then tell(archive, 'changed') end
  tell(archive, 'ended')
  if progress.cancelled then
    editor.notice('the refresh was stopped; the index is as it was')
  elseif not progress.ok then
    editor.fail(message)
  elseif loud then
    editor.notice(summary(progress))
  end
  warn_of_corrections(archive)
end

--- Starts a refresh in the background, unless one runs.
---@param archive stdaily.OpenArchive
---@param loud boolean? says what came of it, if nothing too
function M.refresh(archive, loud)
  local before = archive.stop and archive.core:progress()
  if before and before.state == 'done' then finish(archive, before) end -- nobody looked yet
  if archive.stop then
    archive.loud = archive.loud or loud
    if loud then editor.notice(archive.progress) end
    return
  end
  local ok, message = archive.core:refresh()
  if not ok then return editor.fail(message) end
  archive.progress, archive.loud = 'looking for pages', loud
  archive.stop = editor.watch(archive.core:fd() or -1, function()
    local progress = archive.core:progress()
    if progress.state == 'done' then return finish(archive, progress) end
    archive.progress = words_for(progress)
    tell(archive, 'progress')
  end)
  tell(archive, 'progress')
end

---@param archive stdaily.OpenArchive
function M.cancel(archive)
  if not archive.stop then return editor.notice('no refresh is running') end
  archive.core:cancel()
end

--- Ends everything, as the editor leaves.
function M.close_all()
  for path, archive in pairs(open) do
    if archive.stop then archive.stop() end
    archive.stop = nil
    archive.core:close()
    open[path] = nil
  end
end

return M
