--- What Vim does its own way.

local M = {}

local fn = vim.fn

--- A value of the editor as plain Lua.
function M.import(value)
  local kind = vim.type(value)
  if kind == 'list' then
    local list = {}
    for item in value() do list[#list + 1] = M.import(item) end
    return list
  elseif kind == 'dict' then
    local dict = {}
    for key, item in value() do dict[key] = M.import(item) end
    return dict
  end
  return value
end

--- Plain Lua as a value of the editor.  An empty table is a list.
function M.export(value)
  if type(value) ~= 'table' then return value end
  local is_list = next(value) == nil or value[1] ~= nil
  if is_list then
    local list = vim.list()
    for _, item in ipairs(value) do list:add(M.export(item)) end
    return list
  end
  local dict = vim.dict()
  for key, item in pairs(value) do dict[key] = M.export(item) end
  return dict
end

---@param name string a function of Vim script
function M.call(name, ...)
  local arguments, count = { ... }, select('#', ...)
  for i = 1, count do arguments[i] = M.export(arguments[i]) end
  local unpack = table.unpack or unpack -- luacheck: ignore
  return M.import(fn[name](unpack(arguments, 1, count)))
end

---@param expression string
function M.eval(expression) return M.import(vim.eval(expression)) end

--- A NUL would cut the line; Vim keeps it as a line end, shown as ^@.
local function clean(line) return (line:gsub('%z', '\n')) end

function M.set_lines(buffer, lines)
  local list = vim.list()
  for _, line in ipairs(lines) do list:add(clean(line)) end
  if #lines == 0 then list:add('') end
  fn.setbufline(buffer, 1, list)
  M.call('stdaily#cut', buffer, #list)
end

local types = {}

local function type_of(group)
  if not types[group] then
    types[group] = 'stdaily' .. group
    -- a whole line's colour stays under that of its words
    M.call('prop_type_add', types[group], { highlight = group, combine = true,
      priority = group == 'StdSelection' and -1 or 0 })
  end
  return types[group]
end

local function length_of(lines, line) return #(lines[line] or '') end

--- Text properties, by group, since adding them one by one is slow.
---@param lines table<integer, string> at least those with marks
local function add_marks(buffer, marks, lines)
  local by_group = {}
  for _, mark in ipairs(marks) do
    local length = length_of(lines, mark[1])
    local last = (mark[3] < 0 or mark[3] > length) and length or mark[3]
    if last > mark[2] then
      local places = by_group[mark[4]] or {}
      by_group[mark[4]] = places
      places[#places + 1] = { mark[1], mark[2] + 1, mark[1], last + 1 }
    end
  end
  for group, places in pairs(by_group) do
    local list = M.export(places)
    fn.prop_add_list(M.export({ bufnr = buffer, type = type_of(group) }), list)
  end
end

---@param marks stdaily.Mark[]
---@param lines string[] what the buffer holds
function M.set_marks(buffer, marks, lines)
  M.call('prop_clear', 1, math.max(#lines, 1), { bufnr = buffer })
  add_marks(buffer, marks, lines)
end

---@param marks stdaily.Mark[] of this line
function M.set_line(buffer, line, text, marks)
  M.call('prop_clear', line, line, { bufnr = buffer })
  fn.setbufline(buffer, line, clean(text))
  add_marks(buffer, marks, { [line] = text })
end

--- Calls a function once, later; the result stops it.
---@return fun()
function M.defer(milliseconds, callback)
  local timer = fn.timer_start(milliseconds, function() callback() end)
  return function() fn.timer_stop(timer) end
end

--- Calls a function every 50 ms, as Vim cannot wait for a descriptor.
---@return fun() stop
function M.watch(_, callback)
  local timer = M.call('timer_start', 50, function() callback() end, { ['repeat'] = -1 })
  return function() fn.timer_stop(timer) end
end

-- Panels: popup windows

local Panel = {}
Panel.__index = Panel

local ROUND = { '─', '│', '─', '│', '╭', '╮', '╯', '╰' }
local PLAIN = { '-', '|', '-', '|', '+', '+', '+', '+' }

local function border_chars() return M.eval('&ambiwidth') == 'single' and ROUND or PLAIN end

local function popup_options(rect, title)
  return {
    line = rect.row + 1,
    col = rect.col + 1,
    minwidth = rect.width,
    maxwidth = rect.width,
    minheight = rect.height,
    maxheight = rect.height,
    border = rect.border and { 1, 1, 1, 1 } or { 0, 0, 0, 0 },
    borderchars = border_chars(),
    borderhighlight = { 'StdBorder' },
    title = rect.border and title and title ~= '' and ' ' .. fn.strtrans(title) .. ' ' or '',
  }
end

---@param rect stdaily.Rect
---@param options { title: string?, wrap: boolean? }
---@return stdaily.Panel
function M.panel(rect, options)
  local settings = popup_options(rect, options.title)
  settings.pos, settings.wrap, settings.scrollbar, settings.zindex = 'topleft', options.wrap and 1 or 0, 0, 200
  settings.highlight, settings.mapping = 'Normal', 0
  local window = M.call('popup_create', { '' }, settings)
  local buffer = fn.winbufnr(window)
  if options.wrap then fn.win_execute(window, 'setlocal linebreak') end
  fn.win_execute(window, 'setlocal nomodeline')
  return setmetatable({ window = window, buffer = buffer }, Panel)
end

local function is_open(panel) return fn.win_gettype(panel.window) == 'popup' end

function Panel:fill(lines, marks)
  if not is_open(self) then return end
  M.set_lines(self.buffer, lines)
  M.set_marks(self.buffer, marks, lines)
end

--- Shows the text from this line on.
function Panel:top(line) M.call('popup_setoptions', self.window, { firstline = line }) end

function Panel:place(rect, title) M.call('popup_setoptions', self.window, popup_options(rect, title)) end

function Panel:scroll(lines)
  local place = M.call('popup_getpos', self.window)
  if not place.firstline then return end
  local last = M.call('line', '$', self.window)
  self:top(math.max(1, math.min(place.firstline + lines, last)))
end

function Panel:close() fn.popup_close(self.window) end

--- The names of the keys that a popup's filter is given as bytes.
local function names_of(keys)
  local names = {}
  for _, key in ipairs(keys) do names[vim.eval('"\\' .. key .. '"')] = key end
  return names
end

local function without_last(text) return (text:gsub('[^\128-\191][\128-\191]*$', '')) end

--- A panel of one line to type in.
---@param keys string[] the keys that `on_key` is called for
---@param on_text fun(text: string)
---@param on_key fun(key: string)
---@param on_leave fun() Vim closed the popup, as <C-C> makes it do
---@return stdaily.Prompt
function M.prompt(rect, options, keys, on_text, on_key, on_leave)
  local panel = M.panel(rect, options)
  local names, text, said, width = names_of(keys), options.text, '', rect.width
  local special, backspaces = '\128', names_of({ '<BS>', '<C-H>' })
  local pastes, is_pasting = names_of({ '<PasteStart>', '<PasteEnd>' }), false
  local function draw()
    local shown = text
    local room = math.max(width - fn.strdisplaywidth(said) - 3, 4)
    while fn.strdisplaywidth(shown) > room do shown = shown:gsub('^[^\128-\191][\128-\191]*', '') end
    local gap = math.max(width - fn.strdisplaywidth(shown) - 1 - fn.strdisplaywidth(said), 1)
    panel:fill({ shown .. (' '):rep(gap + 1) .. said }, {
      { 1, #shown, #shown + 1, 'StdPromptCursor' },
      { 1, #shown + gap + 1, -1, 'StdCount' },
    })
  end
  function panel.type(_, new)
    text = new
    draw()
  end
  function panel.say(_, words)
    said = words
    draw()
  end
  local place = panel.place
  function panel:place(new, title)
    width = new.width
    place(self, new, title)
    draw()
  end
  local function on_press(_, key)
    if pastes[key] then
      is_pasting = pastes[key] == '<PasteStart>'
    elseif is_pasting then
      panel:type(text .. (key:gsub('%c', ' ')))
      on_text(text)
    elseif names[key] then
      on_key(names[key])
    elseif backspaces[key] then
      panel:type(without_last(text))
      on_text(text)
    elseif key:sub(1, 1) ~= special and not key:find('^%c') then
      panel:type(text .. key)
      on_text(text)
    end
    return true
  end
  -- the real cursor has no business here
  local cursor = M.eval('&t_ve')
  local function on_closed()
    M.call('setbufvar', '%', '&t_ve', cursor)
    on_leave()
  end
  M.call('setbufvar', '%', '&t_ve', '')
  M.call('popup_setoptions', panel.window, { filter = on_press, callback = on_closed })
  draw()
  return panel
end

-- What keys do in a list to choose from: lines to go down.
local STEPS = { j = 1, ['<Down>'] = 1, ['<C-N>'] = 1, k = -1, ['<Up>'] = -1, ['<C-P>'] = -1 }

--- The list that M.select() shows, with one line chosen.
local function select_panel(lines, prompt)
  local shown, width = {}, fn.strdisplaywidth(prompt) + 4
  for i, line in ipairs(lines) do
    shown[i] = (' %2d  %s '):format(i, line)
    width = math.max(width, fn.strdisplaywidth(shown[i]))
  end
  local columns, rows = M.eval('&columns'), M.eval('&lines')
  width = math.min(width, columns - 4)
  for i, line in ipairs(shown) do shown[i] = line .. (' '):rep(width - fn.strdisplaywidth(line)) end
  local height = math.min(#lines, rows - 5)
  local rect = { row = math.floor((rows - height) / 2) - 1, col = math.floor((columns - width) / 2) - 1, width = width,
    height = height, border = true }
  local panel = M.panel(rect, { title = prompt })
  function panel:choose(at)
    self.at = math.max(1, math.min(at, #shown))
    self:fill(shown, { { self.at, 0, -1, 'StdSelection' } })
    self:top(math.max(1, self.at - height + 1))
  end
  panel:choose(1)
  return panel
end

--- Lets a person choose one of several lines, by moving to it or by its number.
---@param lines string[]
---@param on_choice fun(index: integer) not called when none was chosen
function M.select(lines, prompt, on_choice)
  local panel, typed = select_panel(lines, prompt), ''
  local names = names_of({ '<Down>', '<Up>', '<C-N>', '<C-P>', '<CR>', '<Esc>' })
  local function finish(index)
    panel:close()
    if index then on_choice(index) end
  end
  -- A number chooses as soon as no longer one can be meant.
  local function on_digit(digit)
    typed = typed .. digit
    local number = tonumber(typed)
    if number < 1 or number > #lines then
      typed = ''
      return
    end
    panel:choose(number)
    if number * 10 > #lines then finish(number) end
  end
  M.call('popup_setoptions', panel.window, { filter = function(_, key)
    local name = names[key] or key
    if key:find('^%d$') then
      on_digit(key)
    elseif name == '<CR>' then
      finish(panel.at)
    elseif name == '<Esc>' or name == 'q' then
      finish(nil)
    elseif STEPS[name] then
      panel:choose(panel.at + STEPS[name])
    end
    return true
  end })
end

---@type integer? the window at the cursor
local hover

--- A panel that goes when the cursor moves, or when there is another one.
---@param rect stdaily.Rect
---@param title string
---@return stdaily.Panel
function M.hover_panel(rect, title)
  if hover then fn.popup_close(hover) end
  local panel = M.panel(rect, { title = title, wrap = true })
  hover = panel.window
  M.call('popup_setoptions', hover, { moved = 'any' })
  return panel
end

return M
