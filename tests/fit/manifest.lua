-- Lists labelled pages for fit: lua5.4 manifest.lua FOLDER [GOLD_DIR PAGES_DIR]...
--
-- FOLDER holds what run composed, SET-DAMAGE-SEED/{archive,gold}; the pages of tests/pages are written there, too.
-- Of each set one seed, HELD_OUT, is not fitted to.  The pages that were labelled by hand count for more: they are few.
local here = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = here .. "/../pages/?.lua;" .. package.path
local file = require("pl.file")
local json = require("dkjson")
local spec = require("spec")

local HELD_OUT = "9"
local SHARES = { tune = 2, wide = 1, spec = 60, hand = 4 }

local function lines_of(command)
  local pipe = assert(io.popen(command))
  local out = {}
  for line in pipe:lines() do out[#out + 1] = line end
  assert(pipe:close())
  return out
end

local function list(share, gold, pages)
  for _, path in ipairs(lines_of("ls '" .. gold .. "'")) do
    local name = path:match("^(.*)%.lines%.tsv$")
    local page = name and json.decode(file.read(gold .. "/" .. name .. ".page.json"))
    local text = name and pages .. "/" .. (page.path or name .. ".txt")
    if text and not text:find("%s") then print(share, gold .. "/" .. path, text) end
  end
end

local function list_specs(folder)
  for _, path in ipairs(lines_of("ls " .. here .. "/../pages/*.spec")) do
    for i, case in ipairs(spec.read(path)) do
      local name = ("%s/%s-%d"):format(folder, path:match("([^/]+)%.spec$"), i)
      if case.blocks and case.pages[1] then
        file.write(name .. ".txt", case.pages[1].text)
        local rows = { "line\tkind" }
        for _, block in ipairs(case.blocks) do
          local line, kind = block:match("^(%d+) ([%l_]+)")
          if line then rows[#rows + 1] = line .. "\t" .. kind end
        end
        file.write(name .. ".tsv", table.concat(rows, "\n") .. "\n")
        print(SHARES.spec, name .. ".tsv", name .. ".txt")
      end
    end
  end
end

local folder = assert(arg[1], "usage: manifest.lua FOLDER [GOLD_DIR PAGES_DIR]...")
for _, name in ipairs(lines_of("ls '" .. folder .. "'")) do
  local set, seed = name:match("^(%l+)%-%l+%-(%d+)$")
  if set then
    list(seed == HELD_OUT and 0 or SHARES[set], folder .. "/" .. name .. "/gold", folder .. "/" .. name .. "/archive")
  end
end
list_specs(folder .. "/specs")
for i = 2, #arg, 2 do list(SHARES.hand, arg[i], arg[i + 1]) end
