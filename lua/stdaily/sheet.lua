--- What a buffer shows, before it is in one: lines, what each stands for, and highlights.

---@class stdaily.Target where a line leads
---@field page string
---@field article string? nil: the whole page
---@field line integer? of the page
---@field is_marker boolean? the line is that of a jump or a teaser, which a paragraph may end in
---@field title string
---@field confidence number?
---@field evidence string? of a candidate: what speaks for it
---@field page_number integer? of a candidate
---@field issue_title string? of a candidate

---@class stdaily.Item what a line stands for
---@field role string
---@field key string? the same for the same thing after a refresh
---@field page string?
---@field article string?
---@field line integer? of the page
---@field spans string? "OFFSET:LINE,…"
---@field marker string? "j1" or "t1", of a jump line or teaser
---@field marker_page string? the page that it stands on, where that is another than the line's
---@field status 'linked'|'page-missing'|'unmatched'|nil of a jump line or teaser
---@field corrected boolean? a person said where it leads
---@field name string? of a jump line or teaser: what is printed there
---@field targets stdaily.Target[]?
---@field message string? why there are none
---@field issue string?
---@field open boolean? of an issue or a year of the list
---@field counts string? of the line of the counts

---@class stdaily.Sheet
---@field lines string[]
---@field items table<integer, stdaily.Item>
---@field marks stdaily.Mark[]
local Sheet = {}
Sheet.__index = Sheet

local M = {}

local LONGEST = 100000 -- bytes: an editor takes seconds to lay out a longer line

--- A text of a page as one line that an editor can show; it says what is cut off.
---@param text string
---@return string
function M.shown(text)
  if #text <= LONGEST then return text end
  local last = LONGEST
  while last > 0 and text:find('^[\128-\191]', last + 1) do last = last - 1 end
  return ('%s … [%d more bytes of this line are not shown]'):format(text:sub(1, last), #text - last)
end

---@return stdaily.Sheet
function M.new() return setmetatable({ lines = {}, items = {}, marks = {} }, Sheet) end

--- Adds a line.
---@param text string
---@param item stdaily.Item?
---@param group string? highlight of the whole line
function Sheet:add(text, item, group)
  local number = #self.lines + 1
  self.lines[number] = text
  self.items[number] = item
  if group and text ~= '' then self:mark(number, 0, -1, group) end
  return number
end

--- Adds an empty line, unless there is one already, or nothing yet.
function Sheet:blank()
  local last = self.lines[#self.lines]
  if last and last ~= '' then self:add('') end
end

function Sheet:mark(line, first, last, group) self.marks[#self.marks + 1] = { line, first, last, group } end

--- The first line whose item passes a test.
---@param test fun(item: stdaily.Item): boolean?
---@param first integer?
---@param step integer? -1 upwards
---@return integer?
function Sheet:find(test, first, step)
  step = step or 1
  for number = first or 1, step > 0 and #self.lines or 1, step do
    local item = self.items[number]
    if item and test(item) then return number end
  end
end

return M
