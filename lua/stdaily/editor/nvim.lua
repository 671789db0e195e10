--- What Neovim does its own way.

local M = {}

local api = vim.api
local uv = vim.uv or vim.loop
local space = api.nvim_create_namespace('stdaily')

---@param name string a function of Vim script
function M.call(name, ...) return vim.fn[name](...) end

---@param expression string
function M.eval(expression) return vim.fn.eval(expression) end

--- A value of the editor as plain Lua, and the other way round.
function M.import(value) return value end

function M.export(value)
  if value == nil then return vim.NIL end
  return value
end

--- A NUL is shown as ^@; a line end cannot be in a line.
local function clean(line) return (line:gsub('\n', '\0')) end

function M.set_lines(buffer, lines)
  local cleaned = {}
  for i, line in ipairs(lines) do cleaned[i] = clean(line) end
  api.nvim_buf_set_lines(buffer, 0, -1, false, cleaned)
end

local function add_marks(buffer, marks)
  for _, mark in ipairs(marks) do
    local line, first, last, group = mark[1] - 1, mark[2], mark[3], mark[4]
    local whole = last < 0
    pcall(api.nvim_buf_set_extmark, buffer, space, line, first, {
      end_row = whole and line + 1 or line,
      end_col = whole and 0 or last,
      hl_group = group,
      priority = group == 'StdSelection' and 90 or 100, -- a whole line's colour stays under that of its words
      strict = false,
    })
  end
end

---@param marks stdaily.Mark[]
function M.set_marks(buffer, marks)
  api.nvim_buf_clear_namespace(buffer, space, 0, -1)
  add_marks(buffer, marks)
end

---@param marks stdaily.Mark[] of this line
function M.set_line(buffer, line, text, marks)
  api.nvim_buf_clear_namespace(buffer, space, line - 1, line)
  api.nvim_buf_set_lines(buffer, line - 1, line, false, { clean(text) })
  add_marks(buffer, marks)
end

--- Calls a function once, later; the result stops it.
---@return fun()
function M.defer(milliseconds, callback)
  local timer = uv.new_timer()
  local function stop()
    if not timer:is_closing() then timer:close() end
  end
  timer:start(milliseconds, 0, vim.schedule_wrap(function()
    if timer:is_closing() then return end
    stop()
    callback()
  end))
  return stop
end

--- Calls a function when a descriptor is readable, at most every 50 ms, and every second anyhow.
---@return fun() stop
function M.watch(descriptor, callback)
  local poll = descriptor >= 0 and uv.new_poll(descriptor) or nil
  local timer, stopped = uv.new_timer(), false
  local arm
  local wake = vim.schedule_wrap(function()
    if stopped then return end
    callback()
    if not stopped then arm() end
  end)
  function arm()
    timer:start(poll and 1000 or 50, 0, wake)
    if poll then
      poll:start('r', function()
        poll:stop()
        timer:start(50, 0, wake)
      end)
    end
  end
  arm()
  return function()
    if stopped then return end
    stopped = true
    timer:close()
    if poll then poll:close() end
  end
end

-- Panels: floating windows

local Panel = {}
Panel.__index = Panel

local has_title = vim.fn.has('nvim-0.9') == 1

local function float_config(rect, title)
  local config = {
    relative = 'editor',
    row = rect.row,
    col = rect.col,
    width = rect.width,
    height = rect.height,
    border = rect.border and 'rounded' or 'none',
    style = 'minimal',
    zindex = 60,
  }
  if has_title and rect.border and title and title ~= '' then
    config.title, config.title_pos = ' ' .. vim.fn.strtrans(title) .. ' ', 'center'
  end
  return config
end

---@param rect stdaily.Rect
---@param options { title: string?, wrap: boolean?, enter: boolean? }
---@return stdaily.Panel
function M.panel(rect, options)
  local buffer = api.nvim_create_buf(false, true)
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].undolevels = -1
  vim.bo[buffer].modeline = false
  vim.bo[buffer].modifiable = true
  local config = float_config(rect, options.title)
  config.noautocmd = not options.enter
  local window = api.nvim_open_win(buffer, options.enter or false, config)
  local set = function(name, value) api.nvim_win_set_option(window, name, value) end
  set('wrap', options.wrap or false)
  set('linebreak', options.wrap or false)
  set('scrolloff', 0)
  -- what the window that one is in may have
  for _, name in ipairs({ 'diff', 'scrollbind', 'cursorbind', 'foldenable' }) do set(name, false) end
  set('conceallevel', 0)
  set('showbreak', 'NONE')
  set('winhighlight', 'NormalFloat:Normal,FloatBorder:StdBorder' .. (has_title and ',FloatTitle:StdTitle' or ''))
  return setmetatable({ buffer = buffer, window = window, text = options.title }, Panel)
end

function Panel:fill(lines, marks)
  if not api.nvim_buf_is_valid(self.buffer) then return end
  M.set_lines(self.buffer, lines)
  M.set_marks(self.buffer, marks)
end

--- Shows the text from this line on.
function Panel:top(line)
  if not api.nvim_win_is_valid(self.window) then return end
  api.nvim_win_call(self.window, function() vim.fn.winrestview({ topline = line, lnum = line, col = 0 }) end)
end

function Panel:place(rect, title)
  if api.nvim_win_is_valid(self.window) then
    api.nvim_win_set_config(self.window, float_config(rect, title))
  end
end

function Panel:scroll(lines)
  if not api.nvim_win_is_valid(self.window) then return end
  local key = api.nvim_replace_termcodes(lines > 0 and '<C-E>' or '<C-Y>', true, false, true)
  api.nvim_win_call(self.window, function() vim.cmd('normal! ' .. math.abs(lines) .. key) end)
end

function Panel:close()
  if api.nvim_win_is_valid(self.window) then api.nvim_win_close(self.window, true) end
end

--- A panel of one line to type in.  Its buffer is a real one, so that pasting, registers and input
--- methods work.
---@param keys string[] the keys that `on_key` is called for
---@param on_text fun(text: string)
---@param on_key fun(key: string)
---@param on_leave fun() the person went to another window
---@return stdaily.Prompt
function M.prompt(rect, options, keys, on_text, on_key, on_leave)
  local panel = M.panel(rect, { title = options.title, enter = true })
  local buffer = panel.buffer
  vim.bo[buffer].buftype = 'prompt' -- which completion and pairing plugins leave alone
  vim.fn.prompt_setprompt(buffer, '')
  vim.b[buffer].completion = false
  vim.bo[buffer].filetype = 'stdaily-picker'
  vim.bo[buffer].textwidth = 0
  local function text_of() return (api.nvim_buf_get_lines(buffer, 0, 1, false)[1] or '') end
  local text = options.text
  local function sync()
    local lines = api.nvim_buf_get_lines(buffer, 0, -1, false)
    if #lines > 1 then -- pasted
      api.nvim_buf_set_lines(buffer, 0, -1, false, { table.concat(lines, ' ') })
      api.nvim_win_set_cursor(panel.window, { 1, #text_of() })
    end
    if text_of() ~= text then
      text = text_of()
      on_text(text)
    end
  end
  -- the event for what was typed comes late when keys come fast
  for _, key in ipairs(keys) do
    vim.keymap.set({ 'i', 'n' }, key, function()
      sync()
      on_key(key)
    end, { buffer = buffer, nowait = true })
  end
  api.nvim_buf_set_lines(buffer, 0, -1, false, { text })
  api.nvim_create_autocmd({ 'TextChangedI', 'TextChangedP', 'TextChanged' }, { buffer = buffer, callback = sync })
  api.nvim_create_autocmd('WinLeave', {
    buffer = buffer,
    once = true,
    callback = function() vim.schedule(on_leave) end,
  })
  vim.cmd('startinsert!')
  --- Writes the text anew, as after <C-U>.
  function panel:type(new)
    text = new
    api.nvim_buf_set_lines(buffer, 0, -1, false, { new })
    api.nvim_win_set_cursor(self.window, { 1, #new })
  end
  --- Says something at the right end of the line.
  function panel.say(_, words)
    if not api.nvim_buf_is_valid(buffer) then return end
    api.nvim_buf_clear_namespace(buffer, space, 0, -1)
    api.nvim_buf_set_extmark(buffer, space, 0, 0,
      { virt_text = { { words, 'StdCount' } }, virt_text_pos = 'right_align' })
  end
  local close = panel.close
  function panel:close()
    vim.cmd('stopinsert')
    close(self)
  end
  return panel
end

--- Lets a person choose one of several lines.
---@param lines string[]
---@param on_choice fun(index: integer) not called when none was chosen
function M.select(lines, prompt, on_choice)
  vim.ui.select(lines, { prompt = prompt, kind = 'stdaily' }, function(_, index)
    if index then on_choice(index) end
  end)
end

---@type fun()? closes the window at the cursor
local close_hover

--- A panel that goes when the cursor moves, or when there is another one.
---@param rect stdaily.Rect
---@param title string
---@return stdaily.Panel
function M.hover_panel(rect, title)
  if close_hover then close_hover() end
  local panel = M.panel(rect, { title = title, wrap = true })
  local from, group = vim.fn.getcurpos(), api.nvim_create_augroup('stdaily_hover', { clear = true })
  function close_hover()
    close_hover = nil
    api.nvim_del_augroup_by_id(group)
    panel:close()
  end
  api.nvim_create_autocmd({ 'CursorMoved', 'BufLeave', 'WinLeave', 'InsertEnter', 'VimResized' }, {
    group = group,
    callback = function(event)
      -- the event of an earlier move may come now
      if event.event ~= 'CursorMoved' or not vim.deep_equal(from, vim.fn.getcurpos()) then close_hover() end
    end,
  })
  return panel
end

return M
