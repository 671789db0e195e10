--- The keys of stdaily's buffers: one table, for the maps and for g?.

local M = {}

---@class stdaily.Key
---@field plug string the map is <Plug>(stdaily-PLUG)
---@field keys string[]
---@field run string[] module and function
---@field help string
---@field browse boolean? only in the browse list

---@type stdaily.Key[]
M.list = {
  { plug = 'follow', keys = { '<CR>', '<C-]>', 'gf', '<2-LeftMouse>' }, run = { 'follow', 'here' },
    help = 'follow this line to where it leads' },
  { plug = 'follow-split', keys = { 'o', '<C-W>]', '<C-W>f' }, run = { 'follow', 'split' }, help = '… in a split' },
  { plug = 'follow-vsplit', keys = { 's' }, run = { 'follow', 'vsplit' }, help = '… beside this window' },
  { plug = 'follow-tab', keys = { 'O', '<C-W>gf' }, run = { 'follow', 'tab' }, help = '… in a tab page' },
  { plug = 'choose', keys = { 'g]' }, run = { 'follow', 'choose' }, help = 'choose among what it may lead to' },
  { plug = 'next-article', keys = { ']]' }, run = { 'motion', 'next_article' }, help = 'next article' },
  { plug = 'previous-article', keys = { '[[' }, run = { 'motion', 'previous_article' }, help = 'previous article' },
  { plug = 'next-issue', keys = { ']i' }, run = { 'motion', 'next_issue' }, help = 'next issue' },
  { plug = 'previous-issue', keys = { '[i' }, run = { 'motion', 'previous_issue' }, help = 'previous issue' },
  { plug = 'contents', keys = { 'gO' }, run = { 'contents', 'open' }, help = 'contents of the issue' },
  { plug = 'preview', keys = { 'K' }, run = { 'preview', 'here' }, help = 'preview what this line leads to' },
  { plug = 'whole', keys = { 'gw' }, run = { 'whole', 'toggle' },
    help = 'the whole story, from all its pages, and back' },
  { plug = 'source', keys = { 'gs' }, run = { 'source', 'toggle' }, help = 'the OCR page at this line, and back' },
  { plug = 'up', keys = { '-' }, run = { 'motion', 'up' }, help = 'up: page, issue, archive' },
  { plug = 'refresh', keys = { 'R' }, run = { 'command', 'refresh' }, help = 'look for changed files' },
  { plug = 'keys', keys = { 'g?' }, run = { 'keys', 'show' }, help = 'these keys' },
  { plug = 'toggle', keys = { '=', 'za' }, run = { 'browse', 'toggle' }, help = 'open or close it', browse = true },
  { plug = 'unfold', keys = { 'zo' }, run = { 'browse', 'unfold' }, help = 'open it', browse = true },
  { plug = 'fold', keys = { 'zc' }, run = { 'browse', 'fold' }, help = 'close it', browse = true },
  { plug = 'unfold-all', keys = { 'zR' }, run = { 'browse', 'unfold_all' }, help = 'open all issues', browse = true },
  { plug = 'fold-all', keys = { 'zM' }, run = { 'browse', 'fold_all' }, help = 'close all issues', browse = true },
}

local defined = false

--- The <Plug> maps; they do nothing outside stdaily's buffers.
local function define(editor)
  if defined then return end
  defined = true
  for _, key in ipairs(M.list) do
    editor.execute(("nnoremap <silent> <Plug>(stdaily-%s) <Cmd>call stdaily#call('%s', '%s')<CR>"):format(key.plug,
      key.run[1], key.run[2]))
  end
end

--- Maps the keys in the current buffer, which is of this kind.
---@param buffer integer
---@param kind string
function M.map(buffer, kind)
  local editor = require('stdaily.editor')
  define(editor)
  if not require('stdaily.config').get().keys or buffer ~= editor.current_buffer() then return end
  for _, key in ipairs(M.list) do
    if not key.browse or kind == 'browse' then
      for _, lhs in ipairs(key.keys) do
        editor.execute(('nmap <buffer> <silent> <nowait> %s <Plug>(stdaily-%s)'):format(lhs, key.plug))
      end
    end
  end
end

--- Shows the keys of the current buffer.
function M.show()
  local editor, view = require('stdaily.editor'), require('stdaily.view').here(true)
  if not view then return end
  local lines, marks = {}, {}
  for _, key in ipairs(M.list) do
    if not key.browse or view.where.kind == 'browse' then
      local keys = table.concat(key.keys, ' ')
      lines[#lines + 1] = (' %-26s %s '):format(keys, key.help)
      marks[#marks + 1] = { #lines, 1, 1 + #keys, 'StdKey' }
    end
  end
  if not editor.hover(lines, marks, 'Keys') then editor.notice('all of them: :help stdaily-keys') end
end

return M
