-- Writes Lua values as JSON. json.null stands for null; keys come in the order of KEYS, others by name.
local json = { null = setmetatable({}, { __name = "null" }), list_mt = {} }

local KEYS = { "path", "page", "id", "line", "from", "to", "headline", "kicker", "text" }
local RANK = {}
for i, k in ipairs(KEYS) do RANK[k] = i end

-- Marks a table as a list, so that an empty one is written [].
function json.list(t)
  return setmetatable(t or {}, json.list_mt)
end

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local function quote(s)
  return '"' .. s:gsub('[%c"\\]', function(c)
    return ESCAPES[c] or ("\\u%04x"):format(c:byte())
  end) .. '"'
end

local function before(a, b)
  local ra, rb = RANK[a] or 99, RANK[b] or 99
  if ra ~= rb then return ra < rb end
  return a < b
end

local encode

local function encode_list(list, indent)
  if #list == 0 then return "[]" end
  local out, inner = {}, indent and indent .. " "
  for i, v in ipairs(list) do out[i] = encode(v, inner) end
  if not indent then return "[" .. table.concat(out, ",") .. "]" end
  return "[\n" .. inner .. table.concat(out, ",\n" .. inner) .. "\n" .. indent .. "]"
end

local function encode_object(object, indent)
  local keys, out, inner = {}, {}, indent and indent .. " "
  for k in pairs(object) do keys[#keys + 1] = k end
  table.sort(keys, before)
  for i, k in ipairs(keys) do out[i] = quote(k) .. ": " .. encode(object[k], inner) end
  if not indent then return "{" .. table.concat(out, ",") .. "}" end
  return "{\n" .. inner .. table.concat(out, ",\n" .. inner) .. "\n" .. indent .. "}"
end

function encode(v, indent)
  if v == json.null or v == nil then return "null" end
  if type(v) == "string" then return quote(v) end
  if type(v) ~= "table" then return tostring(v) end
  if getmetatable(v) == json.list_mt or #v > 0 then return encode_list(v, indent) end
  return encode_object(v, indent)
end

-- One line; json.pretty spreads it over several.
function json.encode(v) return encode(v) end
function json.pretty(v) return encode(v, "") .. "\n" end

return json
