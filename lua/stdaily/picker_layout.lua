--- Where a picker's panels stand, for a screen of any size.  Pure.

---@class stdaily.Rect
---@field row integer screen line of its edge, from 0
---@field col integer
---@field width integer of the text in it
---@field height integer
---@field border boolean

local M = {}

local WIDE, TALL = 100, 22 -- from here on the preview has room beside, below the list

local function rect(row, col, width, height, border)
  local edge = border and 2 or 0
  width, height = math.max(1, width - edge), math.max(1, height - edge)
  return { row = row, col = col, width = width, height = height, border = border }
end

local function clamp(value, least, most) return math.max(least, math.min(value, most)) end

--- On a screen too small for frames.
local function bare(columns, lines)
  return { prompt = rect(0, 0, columns, 1, false), list = rect(1, 0, columns, math.max(1, lines - 1), false) }
end

---@param columns integer
---@param lines integer without the command line
---@return { prompt: stdaily.Rect, list: stdaily.Rect, preview: stdaily.Rect? }
function M.place(columns, lines)
  if columns < 24 or lines < 9 then return bare(columns, lines) end
  local wide = columns >= WIDE
  local width = clamp(columns - (columns > 60 and 8 or 0), 24, wide and 170 or 110)
  local height = clamp(lines - (lines > 26 and 4 or 0), 9, wide and 46 or 50)
  local row, col = math.floor((lines - height) / 2), math.floor((columns - width) / 2)
  if wide then
    local left = math.floor(width * 0.46)
    return {
      prompt = rect(row, col, left, 3, true),
      list = rect(row + 3, col, left, height - 3, true),
      preview = rect(row, col + left, width - left, height, true),
    }
  end
  local list_height = height - 3
  local placed = { prompt = rect(row, col, width, 3, true) }
  if height >= TALL then
    list_height = math.floor((height - 3) * 0.45)
    placed.preview = rect(row + 3 + list_height, col, width, height - 3 - list_height, true)
  end
  placed.list = rect(row + 3, col, width, list_height, true)
  return placed
end

return M
