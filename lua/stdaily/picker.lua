--- A picker's state, without a screen: what is typed, what was found, what is chosen and marked.

---@class stdaily.PickerAction what the screen has to do after a key
---@field kind 'fetch'|'draw'|'open'|'list'|'scroll'|'close'
---@field how string? of open: edit, split, vsplit, tab
---@field rows table[]? of open and list
---@field by integer? of scroll: -1, 1

---@class stdaily.Picker
---@field query string
---@field rows table[]
---@field index integer of the chosen row; 0 where there is none
---@field marked table<string, table> rows by id
---@field order string[] ids of the marked rows, as they were marked
local Picker = {}
Picker.__index = Picker

local M = {}

--- What makes a row the same row in the next answer.
---@param row table
---@return string
function M.id(row) return ('%s:%s:%s:%s'):format(row.issue or '', row.page or '', row.article or '', row.line or '') end

---@param query string?
---@return stdaily.Picker
function M.new(query)
  return setmetatable({ query = query or '', rows = {}, index = 0, marked = {}, order = {} }, Picker)
end

--- Takes what was found; the choice stays on its row if the query is the same still.
---@param rows table[]
---@param keep boolean?
function Picker:take(rows, keep)
  local chosen = keep and self.rows[self.index]
  self.rows = rows
  self.index = #rows > 0 and 1 or 0
  for i, row in ipairs(chosen and rows or {}) do
    if M.id(row) == M.id(chosen) then self.index = i end
  end
end

---@return table?
function Picker:chosen() return self.rows[self.index] end

---@return boolean
function Picker:is_marked(row) return self.marked[M.id(row)] ~= nil end

--- The marked rows, in the order in which they were marked; all rows where none is.
---@return table[]
function Picker:listed()
  local rows = {}
  for _, id in ipairs(self.order) do rows[#rows + 1] = self.marked[id] end
  return #rows > 0 and rows or self.rows
end

function Picker:move(step)
  if #self.rows > 0 then self.index = (self.index - 1 + step) % #self.rows + 1 end
  return { kind = 'draw' }
end

function Picker:mark()
  local row = self:chosen()
  if not row then return nil end
  local id = M.id(row)
  if self.marked[id] then
    self.marked[id] = nil
    for i, other in ipairs(self.order) do
      if other == id then table.remove(self.order, i) end
    end
  else
    self.marked[id] = row
    self.order[#self.order + 1] = id
  end
  return self:move(1)
end

--- What was typed, changed.
---@return stdaily.PickerAction?
function Picker:type(text)
  if text == self.query then return nil end
  self.query = text
  return { kind = 'fetch' }
end

local function open(how)
  return function(self)
    local row = self:chosen()
    return row and { kind = 'open', how = how, rows = { row } }
  end
end

local function list(self)
  local rows = self:listed()
  return #rows > 0 and { kind = 'list', rows = rows } or nil
end

local function close() return { kind = 'close' } end

local function down(self) return self:move(1) end
local function up(self) return self:move(-1) end
local function further() return { kind = 'scroll', by = 1 } end

---@type table<string, fun(self: stdaily.Picker): stdaily.PickerAction?>
local KEYS = {
  ['<CR>'] = open('edit'),
  ['<C-X>'] = open('split'),
  ['<C-V>'] = open('vsplit'),
  ['<C-T>'] = open('tab'),
  ['<C-N>'] = down,
  ['<Down>'] = down,
  ['<C-P>'] = up,
  ['<Up>'] = up,
  ['<Tab>'] = Picker.mark,
  ['<C-Q>'] = list,
  ['<C-U>'] = function(self) return self:type('') end,
  ['<C-W>'] = function(self) return self:type((self.query:gsub('%s+$', ''):gsub('[^%s]+$', ''))) end,
  ['<C-D>'] = further,
  ['<C-F>'] = further,
  ['<C-B>'] = function() return { kind = 'scroll', by = -1 } end,
  ['<Esc>'] = close,
  ['<C-C>'] = close,
}

--- The keys that mean something.
---@return string[]
function M.keys()
  local keys = {}
  for key in pairs(KEYS) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

---@param name string as in M.keys()
---@return stdaily.PickerAction?
function Picker:key(name)
  local act = KEYS[name]
  return act and act(self)
end

return M
