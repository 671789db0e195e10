--- An editor with the plugin, at an archive.  Its status line tells the test where it is, so that
--- nothing has to be typed for that.

local folder = require('support.folder')
local screen = require('support.screen')

local M = {}

M.SAMPLE = folder.root .. '/tests/sample'

-- << what follows the archive in the buffer's name | line >>, in the current window.
local CONFIGURATION = [[
set laststatus=2
let &statusline = "%{g:actual_curwin == win_getid() ? '<<' : '<-'}%{substitute(bufname('%'), '.*//', '//', '')}|%l>>"
]]

---@class Reader: Screen
local Reader = setmetatable({}, { __index = screen.Screen })
Reader.__index = Reader

--- The buffer and the line that the cursor is in.
---@param text string? of the screen
---@return string? name the end of it, from the two slashes after the archive's folder
---@return integer? line
function Reader:where(text)
  local name, line = (text or self:text()):match('<<([^|]*)|(%d+)>>')
  return name, tonumber(line)
end

--- Waits until the current buffer's name is an address that ends so, at that line if one is given.
---@param rest string what follows the archive's folder and two slashes
---@param line integer?
---@return string screen
function Reader:wait_place(rest, line)
  rest = '//' .. rest
  return self:wait(function(text)
    local name, at = self:where(text)
    return name == rest and (not line or at == line)
  end, 'the buffer ' .. rest .. (line and ':' .. line or ''))
end

--- Waits until an article is shown.
---@param page string
---@param headline string
---@return string screen
function Reader:wait_article(page, headline)
  return self:wait(function(text)
    local name = self:where(text)
    return name and name:match('^//(.*):a%d+$') == page and text:find(headline, 1, true)
  end, ('%s on %s'):format(headline, page))
end

--- Searches; gives the line.
---@param pattern string
---@return integer line
function Reader:search(pattern)
  self:type('/' .. pattern):press('Enter')
  return tonumber(self:value("line('.')"))
end

--- Opens a page, or what else is found by that name.
---@param what string
---@param rest string? the end of the address that it has
function Reader:open(what, rest)
  self:command('StdOpen ' .. what)
  self:wait_place(rest or what)
  return self
end

--- Starts an editor in an archive, which is the sample where none is given.
---@param options ScreenOptions
---@return Reader
function M.start(options)
  options.cwd = options.cwd or M.SAMPLE
  options.configuration = CONFIGURATION .. (options.configuration or '')
  return setmetatable(screen.start(options), Reader)
end

--- The same, with the archive's list open and filled.
---@param options ScreenOptions
---@return Reader
function M.browse(options)
  local shown = M.start(options)
  shown:command('StdOpen')
  shown:wait(function(text) return text:find('▾', 1, true) and not text:find('Indexing', 1, true) end, 'the list')
  return shown
end

return M
