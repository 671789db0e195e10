--- The buffers that show an archive: filled by their address, anew when the index changed.

local address = require('stdaily.address')
local archives = require('stdaily.archives')
local editor = require('stdaily.editor')

---@class stdaily.View what a buffer shows
---@field buffer integer
---@field where stdaily.Address
---@field archive stdaily.OpenArchive
---@field sheet stdaily.Sheet
---@field row table? of the article or page
---@field title string?
---@field state table? of a list, what is open in it; of a source, where the person came from

local M = {}

---@type table<integer, stdaily.View>
local views = {}

---@param buffer integer?
---@return stdaily.View?
function M.get(buffer) return views[buffer or editor.current_buffer()] end

---@param blank_too boolean? also one that has nothing to show, which says why
---@return stdaily.View? view
---@return stdaily.Item? item of the cursor's line
function M.here(blank_too)
  local view = M.get()
  if not view or not (view.row or blank_too) then
    editor.notice(view and view.title or 'this buffer is not of an archive')
    return nil
  end
  return view, view.sheet.items[(editor.cursor())]
end

---@return stdaily.Reading? reading
---@return string? message
local function read_one(view)
  local core, where = view.archive.core, view.where
  local reader = require('stdaily.reader')
  if where.kind == 'article' then return reader.article(core, where.page, where.article) end
  if where.kind == 'whole' then return reader.whole(core, where.page, where.article) end
  if where.kind == 'page' then return reader.page(core, where.page) end
  if where.kind == 'source' then return reader.source(core, where.page) end
  return require('stdaily.browse').read(view)
end

--- An archive that was never indexed is, as soon as someone looks at it.
function M.index_if_new(archive)
  local info = archive.core:query('info')
  if info and info[1] and not info[1].refreshed_at then archives.refresh(archive) end
end

--- A buffer that has nothing to show yet, or any more.
local function sheet_of(message)
  local sheet = require('stdaily.sheet').new()
  sheet:add(message, { role = 'message', key = 'message' }, 'StdMissing')
  return sheet
end

--- Sets b:stdaily.
local function describe(view)
  local row = view.row or {}
  editor.call('setbufvar', view.buffer, 'stdaily', {
    kind = view.where.kind,
    title = view.title,
    archive = view.archive.path,
    issue_title = row.issue_title or row.title or '',
    page = view.where.page or '',
    page_number = row.page_number or 0,
    article = view.where.article or '',
    progress = view.archive.progress,
  })
end

--- Fills the view's buffer anew.
---@param view stdaily.View
function M.draw(view)
  local reading, message = read_one(view)
  if not reading then
    if view.archive.progress ~= '' then message = 'This archive is being indexed; the text comes when that is done.' end
    view.sheet, view.row = sheet_of(message), nil
  else
    view.sheet, view.row = reading.sheet, reading.row
  end
  editor.fill(view.buffer, view.sheet.lines, view.sheet.marks)
  view.title = reading and reading.title or message
  describe(view)
end

--- Where a reader of a list begins: at the newest article.
---@param sheet stdaily.Sheet
---@return integer?
function M.beginning(sheet)
  return sheet:find(function(item) return item.role == 'article' end)
    or sheet:find(function(item) return item.role == 'issue' end)
end

--- Where the windows of a view stand: their cursor's line, what it shows, and the line at the top.
local function standing(view)
  local places = {}
  for _, window in ipairs(editor.call('win_findbuf', view.buffer)) do
    local line = editor.call('line', '.', window)
    local anchor = view.sheet:find(function() return true end, line, -1) or line -- an empty line has nothing
    local item = view.sheet.items[anchor]
    places[#places + 1] = { window = window, line = line, top = editor.call('line', 'w0', window), anchor = anchor,
      key = item and item.key, text = view.sheet.lines[anchor] }
  end
  return places
end

--- The line that shows what a window stood on: what has its key, unless another has its text.
local function line_again(view, place)
  local keyed = place.key and view.sheet:find(function(item) return item.key == place.key end)
  local best = keyed
  if not keyed or view.sheet.lines[keyed] ~= place.text then
    local away
    for number, text in ipairs(view.sheet.lines) do
      local distance = math.abs(number - place.anchor)
      if text == place.text and (not away or distance < away) then best, away = number, distance end
    end
  end
  return best and best + place.line - place.anchor or place.line
end

--- Puts a window's cursor on the same thing, at the same height.
local function stand(view, place, beginning)
  local line = beginning or line_again(view, place)
  local top = math.max(1, place.top + line - place.line)
  editor.call('win_execute', place.window, ('call winrestview({"lnum": %d, "topline": %d})'):format(line,
    beginning and 1 or top))
end

--- Fills a buffer anew; every cursor stays on its thing.
---@param view stdaily.View
function M.redraw(view)
  local places, was_empty = standing(view), M.beginning(view.sheet) == nil
  if view.where.kind == 'source' and view.state then view.state.arrived = nil end -- the line may be another's now
  M.draw(view)
  local is_list = view.where.kind == 'browse' or view.where.kind == 'issue'
  local beginning = was_empty and is_list and M.beginning(view.sheet) or nil
  for _, place in ipairs(places) do stand(view, place, beginning) end
end

local function set_options(buffer)
  local set = function(name, value) editor.call('setbufvar', buffer, '&' .. name, value) end
  set('buftype', 'nowrite')
  set('bufhidden', 'hide')
  set('swapfile', 0)
  set('undolevels', -1)
  set('modeline', 0)
  set('tagfunc', 'stdaily#tags')
  editor.execute('setlocal bufhidden=hide nomodifiable')
end

--- The options of the window that shows a buffer of ours; `:setlocal`, so that the next buffer in
--- that window has its own again.
function M.dress_window()
  local view = M.get()
  if not view then return end
  editor.execute('setlocal nolist nonumber norelativenumber nospell colorcolumn= foldmethod=manual nofoldenable')
  local kind = view.where.kind
  -- No breakindent: with it Vim takes time that grows with the square of a line's length.
  if kind == 'article' or kind == 'whole' or kind == 'page' then
    editor.execute('setlocal wrap linebreak nobreakindent showbreak=NONE nocursorline')
  elseif kind == 'source' then
    editor.execute('setlocal wrap nolinebreak nobreakindent number')
  else
    editor.execute('setlocal nowrap cursorline')
  end
end

local function listen(view)
  local buffer = view.buffer
  editor.execute(([[augroup stdaily_buffers
    autocmd! * <buffer=%d>
    autocmd BufWinEnter <buffer=%d> call stdaily#call('view', 'dress_window')
    autocmd BufEnter <buffer=%d> call stdaily#enter()
    autocmd BufLeave <buffer=%d> call stdaily#leave()
    autocmd BufWipeout <buffer=%d> call stdaily#call('view', 'forget', %d)
  augroup END]]):format(buffer, buffer, buffer, buffer, buffer, buffer))
end

function M.forget(buffer) views[buffer] = nil end

local began = false

---@param test (fun(view: stdaily.View): boolean)?
local function redraw_all(archive, test)
  for buffer, view in pairs(views) do
    if view.archive == archive and editor.is_loaded(buffer) and (not test or test(view)) then M.redraw(view) end
  end
end

--- Whether a view has nothing of the archive to show.
local function is_blank(view)
  return not view.row or (view.where.kind == 'browse' and M.beginning(view.sheet) == nil)
end

--- Writes what a refresh is doing into the lists of its archive, and for status lines.
local function show_progress(archive)
  for buffer, view in pairs(views) do
    if view.archive == archive and editor.is_loaded(buffer) then
      describe(view)
      local line = view.sheet:find(function(item) return item.counts ~= nil end)
      if line then
        editor.refill(buffer, line, require('stdaily.browse').counts_line(archive, view.sheet.items[line].counts, line))
      end
    end
  end
end

--- What is done once, with the first buffer.
local function begin()
  if began then return end
  began = true
  require('stdaily.highlights').define()
  archives.listen(function(archive, event)
    if event == 'changed' then return redraw_all(archive) end
    show_progress(archive)
    if event == 'ended' then redraw_all(archive, is_blank) end -- they waited in vain, and say so
  end)
end

--- For BufReadCmd: fills a buffer by its name.
---@param buffer integer
function M.read(buffer)
  begin()
  set_options(buffer)
  local where = address.parse(editor.buffer_name(buffer))
  local archive, message
  if where then
    archive, message = archives.open(where.archive)
  else
    message = 'this is no address in an archive'
  end
  if not archive then
    local sheet = sheet_of(message)
    editor.fill(buffer, sheet.lines, sheet.marks)
    return editor.fail(message)
  end
  local state = (views[buffer] or {}).state
  local view = { buffer = buffer, where = where, archive = archive, sheet = sheet_of(''), state = state }
  views[buffer] = view
  M.draw(view)
  if is_blank(view) then
    M.index_if_new(archive)
    M.draw(view)
  end
  listen(view)
  M.dress_window()
  require('stdaily.keys').map(buffer, where.kind)
  editor.execute('setfiletype stdaily')
end

return M
