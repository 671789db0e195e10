--- The picker on the screen: a line to type in, the list, a preview.

local editor = require('stdaily.editor')
local layouts = require('stdaily.picker_layout')
local pickers = require('stdaily.picker')

local M = {}

local LIMIT = 200
local PREVIEW_LINES = 200
local FETCH_MS, PREVIEW_MS = 5, 25 -- typing faster than this asks only once

---@class stdaily.PickerView
---@field archive stdaily.OpenArchive
---@field source stdaily.PickerSource
---@field picker stdaily.Picker
---@field modifiers string? of the command that opened it
---@field top integer the first row in the list
---@field total integer? of all that could be found
---@field message string? why there are no rows
---@field waiting table<string, fun()> what stops a call that is to come
---@field places { prompt: stdaily.Rect, list: stdaily.Rect, preview: stdaily.Rect? }
---@field prompt stdaily.Prompt
---@field list stdaily.Panel
---@field preview stdaily.Panel?
local View = {}
View.__index = View

---@type stdaily.PickerView?
local shown
---@type { path: string, source: string, query: string, index: integer, marked: table, order: string[] }?
local last

local function screen()
  local lines = editor.eval('&lines') - math.max(1, editor.eval('&cmdheight'))
  return editor.eval('&columns'), math.max(2, lines - 1)
end

local function on_leave()
  if shown then shown:close() end
end

--- Where the list begins, so that the chosen row shows.
function View:first_row()
  local height = self.places.list.height
  if self.picker.index < self.top then self.top = math.max(1, self.picker.index) end
  if self.picker.index >= self.top + height then self.top = self.picker.index - height + 1 end
  self.top = math.max(1, math.min(self.top, math.max(1, #self.picker.rows - height + 1)))
  return self.top
end

local function width_of(text) return editor.call('strdisplaywidth', text) end

--- As much of a text as has room.
---@return string text
---@return integer kept bytes of it that are the text's own
local function cut(text, room)
  if width_of(text) <= room then return text, #text end
  local kept = editor.call('printf', '%.' .. math.max(0, room - 1) .. 'S', text)
  return kept .. '…', #kept
end

--- One row of the list, as wide as the list.
function View:row_text(row, marks, line)
  local full, detail, brief = editor.call('strtrans', self.source.label(row)), self.source.detail(row)
  local mark = (row == self.picker:chosen() and '>' or ' ') .. (self.picker:is_marked(row) and '+' or ' ')
  local room = self.places.list.width - #mark
  if width_of(full) + 2 + width_of(detail) > room then detail = brief end
  local label, kept = cut(full, detail == '' and room or room - 2 - width_of(detail))
  local text = mark .. label .. (' '):rep(room - width_of(label) - width_of(detail)) .. detail
  marks[#marks + 1] = { line, 0, #mark, 'StdMarked' }
  if detail ~= '' then marks[#marks + 1] = { line, #text - #detail, #text, 'StdCount' } end
  for _, spot in ipairs(self.source.spots(row, full, self.picker.query)) do
    if spot[2] <= kept then marks[#marks + 1] = { line, #mark + spot[1], #mark + spot[2], 'StdMatch' } end
  end
  return text
end

function View:draw_list()
  local lines, marks, first = {}, {}, self:first_row()
  for i = first, math.min(#self.picker.rows, first + self.places.list.height - 1) do
    local line = #lines + 1
    lines[line] = self:row_text(self.picker.rows[i], marks, line)
    if i == self.picker.index then table.insert(marks, 1, { line, 0, -1, 'StdSelection' }) end
  end
  if #lines == 0 then
    lines[1] = '  ' .. (self.message or self.source.empty(self.archive, self.picker.query))
    marks[1] = { 1, 0, -1, 'StdCount' }
  end
  self.list:fill(lines, marks)
  self.list:top(1)
  self.prompt:say(self:count())
end

function View:count()
  local found = #self.picker.rows
  local text = found >= LIMIT and found .. '+' or tostring(found)
  if self.total then text = text .. '/' .. self.total end
  if #self.picker.order > 0 then text = #self.picker.order .. ' marked · ' .. text end
  if self.archive.progress ~= '' then text = self.archive.progress .. ' · ' .. text end
  return text
end

function View:draw_preview()
  local row = self.picker:chosen()
  if not self.preview then return end
  local reading = row and self.source.reading(self.archive, row)
  if not reading then return self.preview:fill({ '' }, {}) end
  local top = self.source.preview_line(row, reading.sheet)
  local lines, marks = require('stdaily.preview').first(reading.sheet, top + PREVIEW_LINES)
  for number, line in ipairs(self.source.spots_in_text and lines or {}) do
    for _, spot in ipairs(self.source.spots_in_text(row, line, self.picker.query)) do
      marks[#marks + 1] = { number, spot[1], spot[2], 'StdMatch' }
    end
  end
  self.preview:fill(lines, marks)
  self.preview:top(top)
end

--- Calls a method soon, and only once for many calls.
function View:soon(name, milliseconds, keep)
  if self.waiting[name] then self.waiting[name]() end
  self.waiting[name] = editor.defer(milliseconds, function()
    self.waiting[name] = nil
    if shown == self then self[name](self, keep) end
  end)
end

function View:fetch(keep)
  local rows, message = self.source.fetch(self.archive, self.picker.query, LIMIT)
  self.message = message
  self.picker:take(rows or {}, keep)
  self:draw_list()
  self:soon('draw_preview', PREVIEW_MS)
end

--- Opens and fills the panels.
function View:show()
  self.places = layouts.place(screen())
  self.list = editor.panel(self.places.list, {})
  self.preview = self.places.preview and editor.panel(self.places.preview, { wrap = true })
  self.prompt = editor.prompt(self.places.prompt, { title = self.source.title, text = self.picker.query },
    pickers.keys(), function(text) self:act(self.picker:type(text)) end,
    function(key) self:press(key) end, on_leave)
end

function View:close()
  if shown ~= self then return end
  shown = nil
  for _, stop in pairs(self.waiting) do stop() end
  local picker = self.picker
  last = { path = self.archive.path, source = self.source.name, query = picker.query, index = picker.index,
    marked = picker.marked, order = picker.order }
  self.prompt:close()
  self.list:close()
  if self.preview then self.preview:close() end
end

--- After the screen changed its size.
function M.resized()
  local view = shown
  if not view then return end
  local places = layouts.place(screen())
  if (places.preview == nil) ~= (view.preview == nil) then
    if view.preview then view.preview:close() end
    view.preview = places.preview and editor.panel(places.preview, { wrap = true })
  elseif view.preview then
    view.preview:place(places.preview)
  end
  view.places = places
  view.prompt:place(places.prompt, view.source.title)
  view.list:place(places.list)
  view:draw_list()
  view:draw_preview()
end

function View:list_rows(rows)
  local places = {}
  for i, row in ipairs(rows) do places[i] = self.source.place(self.archive, row) end
  self:close()
  require('stdaily.quickfix').show(places, ('%s: %s'):format(self.source.title, self.picker.query))
end

function View:open_row(row, how)
  self:close()
  self.source.open(self.archive, row, how, self.modifiers)
end

---@param action stdaily.PickerAction?
function View:act(action)
  if not action or shown ~= self then return end
  if action.kind == 'fetch' then
    self:soon('fetch', FETCH_MS)
  elseif action.kind == 'draw' then
    self:draw_list()
    self:soon('draw_preview', PREVIEW_MS)
  elseif action.kind == 'scroll' then
    if self.preview then self.preview:scroll(action.by * math.max(1, math.floor(self.places.preview.height / 2))) end
  elseif action.kind == 'open' then
    self:open_row(action.rows[1], action.how)
  elseif action.kind == 'list' then
    self:list_rows(action.rows)
  else
    self:close()
  end
end

--- A key that means something.  What was typed just before it counts first.
function View:press(key)
  local query = self.picker.query
  if self.waiting.fetch then
    self.waiting.fetch()
    self.waiting.fetch = nil
    self:fetch()
  end
  local action = self.picker:key(key)
  if self.picker.query ~= query then self.prompt:type(self.picker.query) end
  self:act(action)
end

local listening = false

local function listen()
  if listening then return end
  listening = true
  require('stdaily.highlights').define()
  editor.execute([[augroup stdaily_picker
    autocmd! VimResized * call stdaily#call('picker_view', 'resized')
  augroup END]])
  require('stdaily.archives').listen(function(archive, event)
    if not shown or shown.archive ~= archive then return end
    if event == 'changed' then
      shown.total = shown.source.total(archive)
      shown:soon('fetch', FETCH_MS, true)
    else
      shown.prompt:say(shown:count())
    end
  end)
end

---@param archive stdaily.OpenArchive
---@param name string of a source
---@param query string
---@param modifiers string? of the command, for <CR>
---@return stdaily.PickerView? nil where there cannot be one
function M.open(archive, name, query, modifiers)
  if editor.call('getcmdwintype') ~= '' then return editor.fail('leave the command-line window first: :quit') end
  listen()
  if shown then shown:close() end
  local source = require('stdaily.sources')[name]
  local view = setmetatable({ archive = archive, source = source, picker = pickers.new(query), top = 1, waiting = {},
    total = source.total(archive), modifiers = modifiers }, View)
  shown = view
  view:show()
  view:fetch()
  return view
end

--- The last picker as it was left.
function M.resume()
  if not last then return editor.notice('no picker to come back to: :Std pick opens one') end
  local memory = last
  local archive, message = require('stdaily.archives').open(memory.path)
  if not archive then return editor.fail(message) end
  local view = M.open(archive, memory.source, memory.query)
  if not view then return end
  view.picker.marked, view.picker.order = memory.marked, memory.order
  view.picker.index = math.min(memory.index, #view.picker.rows)
  view:draw_list()
end

return M
