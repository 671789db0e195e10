--- Highlight groups, all links that a colour scheme or a person can change.
local M = {}

local LINKS = {
  StdKicker = 'Type',
  StdHeadline = 'Title',
  StdByline = 'Identifier',
  StdDateline = 'Comment',
  StdCrosshead = 'Statement',
  StdCaption = 'Comment',
  StdCredit = 'Special',
  StdSidebar = 'Constant',
  StdJump = 'Underlined',
  StdTarget = 'Directory',
  StdMissing = 'WarningMsg',
  StdGap = 'NonText',
  StdRule = 'NonText',
  StdIssue = 'Title',
  StdPage = 'Type',
  StdCount = 'Comment',
  StdFold = 'Special',
  StdProgress = 'MoreMsg',
  StdKey = 'Special',
  StdMatch = 'Statement',
  StdSelection = 'Visual',
  StdMarked = 'Special',
  StdBorder = 'Comment',
  StdTitle = 'Title',
  StdPromptCursor = 'StdReverse',
}

--- What Vim has of these while syntax is off.
local WITHOUT_SYNTAX = {
  Comment = 'NonText',
  Constant = 'Directory',
  Identifier = 'ModeMsg',
  Special = 'SpecialKey',
  Statement = 'Title',
  Type = 'Question',
  Underlined = 'Directory',
}

local function link()
  local editor = require('stdaily.editor')
  for group, target in pairs(LINKS) do
    if editor.call('hlexists', target) == 0 then target = WITHOUT_SYNTAX[target] or target end
    editor.execute(('highlight default link %s %s'):format(group, target))
  end
  editor.execute('highlight default StdReverse term=reverse cterm=reverse gui=reverse')
end

local defined = false

function M.define()
  if defined then return end
  defined = true
  link()
  -- A colour scheme begins with :highlight clear
  require('stdaily.editor').execute([[augroup stdaily_colours
    autocmd! ColorScheme * call stdaily#call('highlights', 'link')
  augroup END]])
end

M.link = link

return M
