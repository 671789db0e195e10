--- The archive's jumps in the quickfix list: what is linked, and what to look for.

local address = require('stdaily.address')
local editor = require('stdaily.editor')
local quickfix = require('stdaily.quickfix')
local render = require('stdaily.render')

local M = {}

-- How many stories that come near are named; of how many jumps they are looked for while one waits.
local SURE, NEAR, MOST_NAMED, MOST_LOOKED_FOR = 0.9, 0.1, 3, 200

local function percent(confidence) return ('%d%%'):format(math.floor(confidence * 100 + 0.5)) end

--- Adds to rows of unmatched jumps which stories come near, as `near`.
local function look_for_near(core, rows)
  local looked = 0
  for _, row in ipairs(rows) do
    if row.status == 'unmatched' and row.corrected ~= 1 and looked < MOST_LOOKED_FOR then
      looked = looked + 1
      local named = {}
      for _, story in ipairs(core:query('candidates', row.page, row.marker) or {}) do
        if story.confidence < NEAR or #named == MOST_NAMED then break end
        named[#named + 1] = ('"%s" %s'):format(story.headline, percent(story.confidence))
      end
      row.near = #named > 0 and table.concat(named, ', ') or nil
    end
  end
end

-- A link that may be wrong, or a story that comes near without being linked.
local function is_unsure(row)
  if row.corrected == 1 or row.status == 'page-missing' then return false end
  if row.status == 'linked' then return row.confidence < SURE end
  return row.near ~= nil
end

---@type table<string, fun(row: table): boolean>
local NARROWINGS = {
  corrected = function(row) return row.corrected == 1 end,
  linked = function(row) return row.status == 'linked' end,
  missing = function(row) return row.status == 'page-missing' end,
  unmatched = function(row) return row.status == 'unmatched' end,
  unsure = is_unsure,
}

---@return string[]
function M.narrowings()
  local names = {}
  for name in pairs(NARROWINGS) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local TYPES = { linked = 'I', ['page-missing'] = 'E', unmatched = 'W' }

--- Where a jump leads, or what is missing, with what is known of a link that is not sure.
---@param row table of `jumps`
function M.text(row)
  local text = row.message
  if row.corrected == 1 then return text == row.evidence and text or ('%s (%s)'):format(text, row.evidence) end
  if row.near then return ('%s: %s'):format(text, row.near) end
  if is_unsure(row) then return ('%s (%s: %s)'):format(text, percent(row.confidence), row.evidence) end
  return text
end

local function place_of(archive, row)
  local targets, message = render.targets(row)
  return {
    address = address.make({ archive = archive.path, kind = row.article and 'article' or 'page', page = row.page,
      article = row.article }),
    module = (row.headline or '') ~= '' and row.headline or row.page,
    text = M.text(row),
    type = TYPES[row.status],
    pattern = quickfix.pattern_for(targets and ' → ' .. targets[1].title or ': ' .. message),
  }
end

--- The list that is shown, and its jumps by page and marker.
---@type { id: integer, archive: stdaily.OpenArchive, keys: string[] }?
local listed

local function key_of(row) return row.page .. ':' .. row.marker end

--- After a change the list has the same jumps, with what is known of them now.
local function renew(archive)
  if not listed or listed.archive ~= archive then return end
  local by_key, places = {}, {}
  local rows = archive.core:query('jumps') or {}
  look_for_near(archive.core, rows)
  for _, row in ipairs(rows) do by_key[key_of(row)] = row end
  for _, key in ipairs(listed.keys) do
    if by_key[key] then places[#places + 1] = place_of(archive, by_key[key]) end
  end
  if not quickfix.renew(listed.id, places) then listed = nil end
end

local listens = false

local function listen()
  if listens then return end
  listens = true
  require('stdaily.archives').listen(function(archive, event)
    if event == 'changed' then renew(archive) end
  end)
end

--- Every jump of the archive, or those of one kind.
---@param narrowing string
function M.show(narrowing)
  local wanted = NARROWINGS[narrowing]
  if narrowing ~= '' and not wanted then
    return editor.fail(('links are %s'):format(table.concat(M.narrowings(), ', ')))
  end
  local archive, message = require('stdaily.archives').default()
  if not archive then return editor.fail(message) end
  local rows
  rows, message = archive.core:query('jumps')
  if not rows then return editor.fail(message) end
  if narrowing ~= 'linked' and narrowing ~= 'missing' then look_for_near(archive.core, rows) end
  local places, keys = {}, {}
  for _, row in ipairs(rows) do
    if not wanted or wanted(row) then
      places[#places + 1] = place_of(archive, row)
      keys[#keys + 1] = key_of(row)
    end
  end
  if #places == 0 then
    return editor.notice(#rows == 0 and 'no jumps in this archive' or ('no jump is %s'):format(narrowing))
  end
  local id = quickfix.show(places, 'Jumps ' .. (narrowing ~= '' and narrowing or 'of ' .. archive.path))
  listed = { id = id, archive = archive, keys = keys }
  listen()
end

return M
