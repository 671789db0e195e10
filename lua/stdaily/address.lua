--- The names of buffers: `stdaily://` + archive folder + `//` + what is shown of it.

---@class stdaily.Address
---@field archive string the archive's folder
---@field kind 'browse'|'issue'|'page'|'article'|'whole'|'source'
---@field issue string? of an issue; "" is that of the loose pages
---@field page string? of a page, an article, a whole story and a source
---@field article string? "a3", of an article; that with which a whole story begins

local M = {}

local SCHEME = 'stdaily://'

--- What an editor could take for something else in a file name is written =XX.
local UNSAFE = '[^%w/._~@,+-]'

local function hex(byte) return ('=%02X'):format(byte:byte()) end

local function encode(text) return (text:gsub(UNSAFE, hex):gsub('//', '/=2F')) end

local function decode(text)
  return (text:gsub('=(%x%x)', function(digits) return string.char(tonumber(digits, 16)) end))
end

local function encode_page(page)
  -- "issue/" at the start is an issue's
  return (encode(page):gsub('^issue/', '=69ssue/'))
end

---@param where stdaily.Address
---@return string
function M.make(where)
  local rest = ''
  if where.kind == 'issue' then
    rest = 'issue/' .. encode(where.issue)
  elseif where.kind == 'page' then
    rest = encode_page(where.page)
  elseif where.kind == 'article' then
    rest = encode_page(where.page) .. ':' .. encode(where.article)
  elseif where.kind == 'whole' then
    rest = encode_page(where.page) .. ':' .. encode(where.article) .. ':whole'
  elseif where.kind == 'source' then
    rest = encode_page(where.page) .. ':source'
  end
  return SCHEME .. encode(where.archive) .. '//' .. rest
end

---@param name string
---@return boolean
function M.is(name) return name:sub(1, #SCHEME) == SCHEME end

---@param name string
---@return stdaily.Address? nil where it is none
function M.parse(name)
  if not M.is(name) then return nil end
  local archive, rest = name:sub(#SCHEME + 1):match('^(/.-)//(.*)$')
  if not archive then
    archive, rest = name:sub(#SCHEME + 1):match('^(/[^/].-)/*$'), ''
    if not archive then return nil end
  end
  local where = { archive = decode(archive) }
  local issue = rest:match('^issue/(.*)$')
  local page, part = rest:match('^(.*):([^:]*)$')
  local first_page, first_part = rest:match('^(.*):([^:]*):whole$')
  if rest == '' then
    where.kind = 'browse'
  elseif issue then
    where.kind, where.issue = 'issue', decode(issue)
  elseif first_page then
    where.kind, where.page, where.article = 'whole', decode(first_page), decode(first_part)
  elseif part == 'source' then
    where.kind, where.page = 'source', decode(page)
  elseif page then
    where.kind, where.page, where.article = 'article', decode(page), decode(part)
  else
    where.kind, where.page = 'page', decode(rest)
  end
  return where
end

return M
