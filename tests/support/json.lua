--- A small JSON decoder for the tests.  `json.null` stands for null, so that a key with null differs from
--- one that is missing.
local json = { null = setmetatable({}, { __tostring = function() return 'null' end }) }

local escapes = { b = '\b', f = '\f', n = '\n', r = '\r', t = '\t', ['"'] = '"', ['\\'] = '\\', ['/'] = '/' }
local literals = { ['true'] = true, ['false'] = false, ['null'] = json.null }
local value

local function fail(text, at, what)
  error(string.format('JSON: %s at byte %d, near %q', what, at, text:sub(at, at + 20)), 0)
end

local function skip_blanks(text, at)
  return text:find('[^ \t\r\n]', at) or #text + 1
end

local function code_point(text, at)
  local hex = text:match('^\\u(%x%x%x%x)', at)
  return hex and tonumber(hex, 16)
end

--- Reads "\uXXXX", a pair of surrogates too.
local function unicode_escape(text, at)
  local code = code_point(text, at) or fail(text, at, 'bad escape')
  if code < 0xD800 or code > 0xDFFF then
    return utf8.char(code), at + 6
  end
  local low = code < 0xDC00 and code_point(text, at + 6)
  if not low or low < 0xDC00 or low > 0xDFFF then
    fail(text, at, 'half of a surrogate pair')
  end
  return utf8.char(0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00)), at + 12
end

local function string_value(text, at)
  local parts = {}
  at = at + 1
  while true do
    local stop = text:find('["\\%c]', at) or fail(text, #text, 'unfinished string')
    parts[#parts + 1] = text:sub(at, stop - 1)
    local c, following = text:sub(stop, stop), text:sub(stop + 1, stop + 1)
    if c == '"' then
      return table.concat(parts), stop + 1
    elseif c == '\127' then
      parts[#parts + 1], at = c, stop + 1
    elseif c ~= '\\' then
      fail(text, stop, 'control character in a string')
    elseif following == 'u' then
      parts[#parts + 1], at = unicode_escape(text, stop)
    else
      parts[#parts + 1] = escapes[following] or fail(text, stop, 'bad escape')
      at = stop + 2
    end
  end
end

local function array(text, at)
  local list = {}
  at = skip_blanks(text, at + 1)
  if text:sub(at, at) == ']' then
    return list, at + 1
  end
  while true do
    list[#list + 1], at = value(text, at)
    at = skip_blanks(text, at)
    local c = text:sub(at, at)
    if c == ']' then
      return list, at + 1
    elseif c ~= ',' then
      fail(text, at, 'expected , or ]')
    end
    at = at + 1
  end
end

local function object(text, at)
  local map = {}
  at = skip_blanks(text, at + 1)
  if text:sub(at, at) == '}' then
    return map, at + 1
  end
  while true do
    at = skip_blanks(text, at)
    if text:sub(at, at) ~= '"' then
      fail(text, at, 'expected a key')
    end
    local key
    key, at = string_value(text, at)
    at = skip_blanks(text, at)
    if text:sub(at, at) ~= ':' then
      fail(text, at, 'expected :')
    end
    map[key], at = value(text, at + 1)
    at = skip_blanks(text, at)
    local c = text:sub(at, at)
    if c == '}' then
      return map, at + 1
    elseif c ~= ',' then
      fail(text, at, 'expected , or }')
    end
    at = at + 1
  end
end

function value(text, at)
  at = skip_blanks(text, at)
  local c = text:sub(at, at)
  if c == '{' then
    return object(text, at)
  elseif c == '[' then
    return array(text, at)
  elseif c == '"' then
    return string_value(text, at)
  end
  local word = text:match('^[%w.+-]+', at) or fail(text, at, 'expected a value')
  local read = literals[word]
  if read == nil then
    read = word:find('^-?%d') and tonumber(word)
  end
  if read == nil or (read == false and word ~= 'false') then
    fail(text, at, 'expected a value')
  end
  return read, at + #word
end

--- Decodes one JSON value that makes up the whole text; raises an error with the place of what is wrong.
function json.decode(text)
  local read, at = value(text, 1)
  at = skip_blanks(text, at)
  if at <= #text then
    fail(text, at, 'text after the value')
  end
  return read
end

return json
