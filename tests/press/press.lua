-- Composes newspaper pages, damages them as OCR does, and writes them with their gold labels.
local here = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = here .. "/?.lua;" .. package.path

local archive = require("archive")
local dir = require("pl.dir")
local file = require("pl.file")
local gold = require("gold")
local json = require("dkjson")
local tablex = require("pl.tablex")

local USAGE = [[
usage: lua5.4 press.lua [options] OUT_DIR

  --set tune|wide|unseen        words, forms and layouts (tune)
  --damage none|seed|heavy      how much the pages suffer (seed)
  --issues N | --pages N        how much of it, in issues of four pages (5 issues)
  --seed N                      the same number gives the same archive (1)
  --names dated|hashed|mixed    what the pages' names tell (hashed)
  --missing PERCENT             share of pages that the archive lacks (0)

Writes OUT_DIR/archive/ and OUT_DIR/gold/.]]

local CHOICES = {
  set = { tune = true, wide = true, unseen = true },
  damage = { none = true, seed = true, heavy = true },
  names = { dated = true, hashed = true, mixed = true },
}

local function fail(message)
  io.stderr:write("press: ", message, "\n", USAGE, "\n")
  os.exit(2)
end

local function set_option(options, name, value)
  if not value then fail("--" .. name .. " needs a value") end
  if CHOICES[name] then
    if not CHOICES[name][value] then fail(("--%s cannot be '%s'"):format(name, value)) end
    options[name] = value
    return
  end
  local number = math.tointeger(tonumber(value))
  if not number or number < 0 then fail(("--%s needs a whole number"):format(name)) end
  if name == "pages" then
    options.issues = (number + 3) // 4
  elseif name == "issues" or name == "seed" or name == "missing" then
    options[name] = number
  else
    fail("unknown option --" .. name)
  end
end

local function read_options(args)
  local options = { set = "tune", damage = "seed", issues = 5, seed = 1, names = "hashed", missing = 0 }
  local i = 1
  while args[i] do
    local name = args[i]:match("^%-%-(%a+)$")
    if name == "help" then
      print(USAGE)
      os.exit(0)
    elseif name then
      set_option(options, name, args[i + 1])
      i = i + 2
    elseif options.out then
      fail("one OUT_DIR only")
    else
      options.out = args[i]
      i = i + 1
    end
  end
  if not options.out then fail("OUT_DIR is missing") end
  return options
end

local function write(path, text)
  assert(dir.makepath(path:match("^(.*)/[^/]*$")))
  assert(file.write(path, text))
end

-- The keys of each object by name, so that the same seed gives the same bytes.
local function add_keys(value, keys)
  for key, inner in pairs(value) do
    if type(key) == "string" then keys[key] = true end
    if type(inner) == "table" then add_keys(inner, keys) end
  end
end

local function write_json(path, value)
  local known = {}
  add_keys(value, known)
  local keys = tablex.keys(known)
  table.sort(keys)
  write(path, json.encode(value, { indent = true, keyorder = keys }) .. "\n")
end

local options = read_options(arg)
local pages, links = archive.make(options)
for _, page in ipairs(pages) do
  write(("%s/archive/%s"):format(options.out, page.path), page.text)
  write(("%s/gold/%s.lines.tsv"):format(options.out, page.name), gold.tsv(page.rows))
  write_json(("%s/gold/%s.page.json"):format(options.out, page.name), page.gold)
end
write_json(options.out .. "/gold/links.json", links)
