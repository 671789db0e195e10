-- Writes fitted weights into parse/evidence.c: lua5.4 table.lua CSRC_PARSE < weights
local folder = assert(arg[1], "usage: table.lua CSRC_PARSE < weights")

local function read(name)
  local f = assert(io.open(folder .. "/" .. name, "rb"))
  local text = f:read("a")
  f:close()
  return text
end

-- The constants of the enum that holds `first`, in order.
local function constants(text, first)
  local names, on = {}, false
  for name in text:gmatch("\n%s+([A-Z][A-Z_%d]+),?") do
    on = on or name == first
    if on then names[#names + 1] = name end
    if on and name:match("_COUNT$") then break end
  end
  return names
end

local evidence = read("evidence.c")
local LOOKS, PAIRS = constants(read("line.h"), "LOOK_TITLE_CASE"), constants(read("evidence.h"), "PAIR_OPEN")
local SEAMS = constants(read("evidence.h"), "SEAM_LEAN")
local STATES = {}
for state in evidence:match("enum {(.-)}"):gmatch("([A-Z%d]+) =") do STATES[#STATES + 1] = state end

local function new_table()
  return setmetatable({}, { __index = function(t, key)
    t[key] = {}
    return t[key]
  end })
end

local weights = { bias = {}, start = {}, look = new_table(), move = new_table(), look_pair = {}, pair = {}, seam = {} }
for row in io.lines() do
  local fields = {}
  for field in row:gmatch("%S+") do fields[#fields + 1] = field end
  local which, value = fields[1], tonumber(fields[#fields])
  local a, b, c = tonumber(fields[2]), tonumber(fields[3]), tonumber(fields[4])
  if which == "pair" then
    table.insert(weights.pair, { a, b, c, value })
  elseif which == "look" or which == "move" then
    weights[which][a][b] = value
  else
    weights[which][a] = value
  end
end

local function number(value)
  return value == 0 and "0" or ("%.1f"):format(value):gsub("%.0$", "")
end

local function cells(row)
  local out = {}
  for i = 1, #STATES do out[i] = ("%6s"):format(number(row[i - 1])) end
  return table.concat(out, ",")
end

local function heading(width)
  local out = {}
  for i, state in ipairs(STATES) do out[i] = ("%7s"):format(state:sub(1, 6)) end
  return ("    /*%s%s */\n"):format((" "):rep(width), table.concat(out))
end

local function matrix(names, rows)
  local width, out = 0, {}
  for _, name in ipairs(names) do width = math.max(width, #name) end
  for i, name in ipairs(names) do
    if i % 20 == 1 then out[#out + 1] = heading(width + 3) end
    out[#out + 1] = ("    %-" .. width + 2 .. "s = {%s},\n"):format("[" .. name .. "]", cells(rows[i - 1]))
  end
  return table.concat(out)
end

-- Puts what stands between the braces of a table.
local function replace(name, body)
  local from, to = evidence:find("const [%w_]+ " .. name .. "[^\n]*= {\n.-\n};")
  assert(from, "no table " .. name)
  local opening = evidence:sub(from, to):match("^[^\n]*\n")
  evidence = evidence:sub(1, from - 1) .. opening .. body .. "};" .. evidence:sub(to + 1)
end

local function replace_all_but_seams()
  local looks = {}
  for i = 1, #LOOKS - 1 do looks[i] = LOOKS[i] end
  replace("state_bias", heading(0) .. "    " .. cells(weights.bias) .. ",\n")
  replace("state_start", heading(0) .. "    " .. cells(weights.start) .. ",\n")
  replace("look_weights", matrix(looks, weights.look))
  replace("state_transitions", matrix(STATES, weights.move))

  local rows = {}
  for i, pair in ipairs(weights.pair) do
    rows[i] = ("    {%s, %s, %s, %s},\n"):format(PAIRS[pair[1] + 1], STATES[pair[2] + 1], STATES[pair[3] + 1],
      number(pair[4]))
  end
  replace("pair_weights", table.concat(rows))

  -- Those have reasons beside them: only the numbers change.
  local at = -1
  evidence = evidence:gsub("({LOOK_[A-Z_%d]+, LOOK_[A-Z_%d]+, [A-Z%d]+, )[-%d.f]+}", function(row)
    at = at + 1
    return row .. number(weights.look_pair[at]) .. "}"
  end)
end

local function replace_seams()
  local rows = {}
  for i = 1, #SEAMS - 1 do rows[i] = ("    [%s] = %s,\n"):format(SEAMS[i], number(weights.seam[i - 1])) end
  replace("seam_weights", table.concat(rows))
end

if next(weights.seam) then replace_seams() else replace_all_but_seams() end

local f = assert(io.open(folder .. "/evidence.c", "wb"))
f:write(evidence)
f:close()
