--- Every jump and teaser of the sample, there and back, by keys alone.

local folder = require('support.folder')
local screen = require('support.screen')

local SAMPLE = folder.root .. '/tests/sample'
local WHERE = "[bufname('%'), line('.')]"

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
  describe('in ' .. editor .. ',', function()
    local shown

    --- Puts the cursor on the marker, which is known by its line in the page's file.
    local function go_to_marker(link)
      shown:command('StdOpen ' .. link.path)
      shown:wait_buffer(link.path)
      shown:press('g', 's')
      shown:wait_buffer(link.path .. ':source')
      shown:type(link.line .. 'G'):press('g', 's')
      shown:wait_buffer(link.path)
      return shown:value(WHERE)
    end

    setup(function() shown = screen.start({ editor = editor, cwd = SAMPLE }):opened() end)
    teardown(function() shown:stop() end)

    for _, link in ipairs(read_links()) do
      local there = link.target ~= '-'
      local name = ('%s:%s to page %s'):format(link.path, link.line, link.page)

      if there then
        it('the jump of ' .. name .. ' is followed and undone', function()
          for _, keys in ipairs({ { 'C-]', 'C-t' }, { 'Enter', 'C-o' } }) do
            local before = go_to_marker(link)
            shown:press(keys[1])
            shown:wait_buffer(link.target)
            assert.truthy(shown:cursor_line():find(link.headline, 1, true), shown:text())
            shown:press(keys[2])
            shown:wait_buffer(link.path)
            assert.equal(before, shown:value(WHERE))
          end
        end)
      else
        it('the jump of ' .. name .. ' says that the page is missing', function()
          local before = go_to_marker(link)
          for _, key in ipairs({ 'C-]', 'Enter' }) do
            shown:press(key)
            shown:wait(('page %s of Vol. 5 No. 184, 29-30 March 2025, is not in this archive'):format(link.page))
            assert.equal(before, shown:value(WHERE))
          end
        end)
      end
    end
  end)
end
