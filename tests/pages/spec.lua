--- Reads spec files of pages; run.lua says what they hold.
local json = require('dkjson')

local spec = {}

local function unescape(text)
  local names = { f = '\f', n = '\n', r = '\r', t = '\t', ['\\'] = '\\' }
  text = text:gsub('\n', '')
  text = text:gsub('\\{([^}]*)}(%d+)', function(part, times)
    return part:rep(tonumber(times))
  end)
  text = text:gsub('\\(x?)(.)(%x?)', function(hex, c, rest)
    if hex == 'x' then
      return string.char(tonumber(c .. rest, 16))
    end
    return (names[c] or '\\' .. c) .. rest
  end)
  return text
end

--- Reads a spec file into a list of cases: `title`, `where`, `pages` (path and text), `blocks`, `page`.
function spec.read(path)
  local cases, case, section, argument, lines = {}, nil, nil, nil, nil
  local function finish()
    if not case then
      return
    end
    local text = table.concat(lines, '\n') .. (#lines > 0 and '\n' or '')
    if section == 'blocks' then
      case.blocks = lines
    elseif section == 'page' then
      local page, _, problem = json.decode(text, 1, json.null)
      if problem then
        error(case.where .. ': ' .. problem, 0)
      end
      case.page = page
    elseif section == 'at' or section == 'also' then
      case.pages[#case.pages + 1] = { path = argument, text = case.escapes and unescape(text) or text }
    else
      error(case.where .. ': unknown section ' .. section, 0)
    end
  end
  local number = 0
  for line in io.lines(path) do
    number = number + 1
    local title = line:match('^================+ (.+)$')
    local name, rest = line:match('^%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-+ (%l+) ?(.*)$')
    if title then
      finish()
      case = { title = title, where = path .. ':' .. number, pages = {}, escapes = title:find('[escapes]', 1, true) }
      cases[#cases + 1] = case
      section, argument, lines = 'at', 'page.txt', {}
    elseif name == 'at' and #lines == 0 then
      argument = rest
    elseif name then
      finish()
      section, argument, lines = name, rest, {}
    elseif case then
      lines[#lines + 1] = line
    end
  end
  finish()
  return cases
end

return spec
