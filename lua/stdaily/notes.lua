--- Doubled and interleaved stretches of a text, told where they are.  Pure.

local M = {}

-- What is said where a stretch is not as it was printed.
local NOTES = { dup = ' [repeated text is left out here]', garble = ' [two columns are interleaved here]' }

local MOST = 100 -- in a paragraph, whatever the page is made of

--- The marks to be told, each place once.
---@param marks string? "KIND:START:END,…"
---@return { kind: string, first: integer, last: integer }[]
local function read_marks(marks)
  local list = {}
  for kind, first, last in (marks or ''):gmatch('(%l+):(%d+):(%d+)') do
    local mark, before = { kind = kind, first = tonumber(first), last = tonumber(last) }, list[#list]
    local is_again = before and before.kind == kind and before.last == mark.last
    if NOTES[kind] and not is_again then list[#list + 1] = mark end
    if #list == MOST then break end
  end
  return list
end

--- The offsets of spans after notes were put into the text.
---@param spans string? "OFFSET:LINE,…"
---@param notes { at: integer, length: integer }[] in order, as spans are
local function move_spans(spans, notes)
  local next_note, added = 1, 0
  return spans and spans:gsub('(%d+):', function(offset)
    while notes[next_note] and notes[next_note].at <= tonumber(offset) do
      added, next_note = added + notes[next_note].length, next_note + 1
    end
    return ('%d:'):format(offset + added)
  end)
end

--- A paragraph's text with its doubled and interleaved stretches told where they are.
---@return string text
---@return integer[][] quiet the stretches that are, first byte and byte after the last one
---@return string? spans
function M.put(text, marks, spans)
  local parts, quiet, notes, from, added = {}, {}, {}, 1, 0
  for _, mark in ipairs(read_marks(marks)) do
    local last, note = math.min(mark.last, #text), NOTES[mark.kind]
    if last + 1 >= from then
      parts[#parts + 1] = text:sub(from, last) .. note
      quiet[#quiet + 1] = { math.min(mark.first, last) + added, last + added + #note }
      notes[#notes + 1] = { at = last, length = #note }
      from, added = last + 1, added + #note
    end
  end
  parts[#parts + 1] = text:sub(from)
  return table.concat(parts), quiet, (move_spans(spans, notes))
end

return M
