--- Text that was lost, doubled or read across, as it is shown.

local folder = require('support.folder')
local reader = require('support.reader')
local screen = require('support.screen')

local PAGES = {
  ['dup.txt'] = [[
Tram Line Grows Its Own Grass

By RONG Xue

Grass between the rails cools the street by two degrees and swallows the squeal of the wheels.

The gardeners of Luohe have found

The gardeners of Luohe have found a clover that does not mind. It needs no mowing.
]],
  ['gap.txt'] = [[
Ferry Line Grows to the North

By RONG Xue

Nobody swims beside the ferry. In a survey of 900 passengers the number of those who liked the new line had
grown from a third to

The captains, for their part, are glad that nobody swims beside it.

The line will be extended next year.
]],
  ['garble.txt'] = table.concat({ 'Blueprint for a Floating Village', 'By KE Yuan',
    'The village has been built to rise with the flood. Its houses stand on rafts that slide up steel posts, ' ..
      'and pipes for water and gas hang in loops',
    'long enough for a flood of nine meters. Families who moved in last summer say that they noticed the ' ..
      'first high water only because the dog got',
    'long enough for a flood of nine me- seasick. The architects are now draw- ters. Families who moved in ' ..
      'last sum- ing a school that can float as well.',
    'A second village is planned downstream.' }, '\n\n'),
}

local NOTES = {
  ['dup.txt'] = '[repeated text is left out here]',
  ['gap.txt'] = 'text is missing here',
  ['garble.txt'] = '[two columns are interleaved here]',
}

-- Where the undamaged text begins.
local FIRST = { ['dup.txt'] = 'Grass between', ['gap.txt'] = 'Nobody swims', ['garble.txt'] = 'The village has' }

for _, editor in ipairs(screen.editors()) do
  describe('in ' .. editor .. ', damaged text', function()
    local shown, kept

    setup(function()
      kept = folder.new()
      for name, text in pairs(PAGES) do kept:write('pages/' .. name, text) end
      shown = reader.browse({ editor = editor, folder = kept, cwd = kept.path .. '/pages' })
    end)

    teardown(function()
      shown:stop()
      kept:remove()
    end)

    for page, note in pairs(NOTES) do
      it(('of %s is told where it is, and looks different'):format(page), function()
        shown:open(page .. ':a1')
        shown:wait(note:sub(1, 12))
        local text = shown:text(true)
        local look = screen.look_of(text, note:sub(1, 12))
        assert.are_not.equal(screen.look_of(text, FIRST[page]), look)
      end)

      it(('of %s is shown as it was by gs, at its line'):format(page), function()
        shown:open(page .. ':a1')
        local line = shown:search(note:sub(2, 12):gsub('^ +', ''))
        shown:type('gs')
        shown:wait_place(page .. ':source')
        shown:type('gs')
        shown:wait_place(page .. ':a1', line)
      end)
    end
  end)
end
