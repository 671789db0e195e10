--- Every jump and teaser of the sample, there and back, by keys alone.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

--- The rows of tests/sample.links.tsv.
local function read_links()
  local links = {}
  for row in io.lines(folder.root .. '/tests/sample.links.tsv') do
    local path, line, page, target, headline = row:match('^(.-)\t(%d+)\t(%d+)\t(.-)\t(.-)$')
    if path then
      links[#links + 1] = { path = path, line = line, page = page, target = target, headline = headline }
    end
  end
  assert(#links > 0)
  return links
end

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ', the jump', function()
    local shown

    --- Goes to the marker by its line in the page's file; gives the buffer's line.
    local function go_to_marker(link)
      shown:open(link.path)
      shown:type('gs'):wait_place(link.path .. ':source')
      shown:type(link.line .. 'G'):wait_place(link.path .. ':source', tonumber(link.line))
      shown:type('gs'):wait_place(link.path)
      -- Where a paragraph ends in the marker, the cursor is in the paragraph.
      shown:type('k/^See page\\|^Inside:'):press('Enter')
      return tonumber(shown:value("line('.')"))
    end

    setup(function() shown = reader.browse({ editor = editor }) end)
    teardown(function() shown:stop() end)

    for _, link in ipairs(read_links()) do
      local name = ('at %s:%s to page %s'):format(link.path, link.line, link.page)
      if link.target == '-' then
        it(name .. ' says that the page is missing, and stays', function()
          local line = go_to_marker(link)
          for _, key in ipairs({ 'C-]', 'Enter' }) do
            shown:press(key)
            shown:wait(('page %s of Vol. 5 No. 184, 29-30 March 2025, is not in this archive'):format(link.page))
            shown:wait_place(link.path, line)
          end
        end)
      else
        it(name .. ' is followed and undone', function()
          for _, keys in ipairs({ { 'C-]', 'C-t' }, { 'Enter', 'C-o' }, { 'gf', 'C-t' } }) do
            local line = go_to_marker(link)
            if keys[1] == 'gf' then shown:type('gf') else shown:press(keys[1]) end
            shown:wait_article(link.target, link.headline)
            shown:press(keys[2])
            shown:wait_place(link.path, line)
          end
        end)
      end
    end
  end)
end
