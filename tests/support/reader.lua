--- An editor with the plugin, at an archive.  Its status line tells the test where it is, so that
--- nothing has to be typed for that.

local folder = require('support.folder')
local screen = require('support.screen')

local M = {}

M.SAMPLE = folder.root .. '/tests/sample'

-- << buffer | line >> in the current window.
local CONFIGURATION = [[
set laststatus=2 statusline=%{g:actual_curwin==win_getid()?'<<':'<-'}%{bufname('%')}\|%l>>
]]

---@class Reader: Screen
local Reader = {}

--- The buffer and the line that the cursor is in.
---@param text string? of the screen
---@return string? name
---@return integer? line
function Reader:where(text)
  local name, line = (text or self:text()):match('<<(.-)|(%d+)>>')
  return name, tonumber(line)
end

--- Waits until a buffer of that kind of name is current: what follows the archive's folder, or with
--- `anywhere`, the article or source of a page too.
---@param rest string the end of the buffer's name
---@return string screen
function Reader:wait_buffer(rest)
  return self:wait(function(text)
    local name = self:where(text)
    return name and name:sub(-#rest) == rest
  end)
end

--- Waits until a page, or an article of it, is shown.
---@return string screen
function Reader:wait_page(page)
  return self:wait(function(text)
    local name = self:where(text)
    return name and (name:match('//([^:]*)$') or name:match('//([^:]*):a%d+$')) == page
  end)
end

function Reader:wait_place(name, line)
  return self:wait(function(text)
    local now, at = self:where(text)
    return now == name and at == line
  end)
end

--- Opens something and waits for it.
function Reader:open(what, rest)
  self:command('StdOpen ' .. what)
  return self:wait_buffer(rest or what)
end

--- Starts an editor on an archive, the sample where none is given; browses it.
---@param options ScreenOptions
---@return Reader
function M.start(options)
  options.cwd = options.cwd or M.SAMPLE
  options.configuration = CONFIGURATION .. (options.configuration or '')
  local shown = screen.start(options)
  return setmetatable(shown, { __index = function(_, key) return Reader[key] or screen.Screen[key] end })
end

return M
