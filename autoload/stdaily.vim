" The way from Vim script into lua/stdaily, and the few things that only Vim script can do.

function! s:obstacle() abort
  if has('nvim')
    return has('nvim-0.7') ? '' : 'needs Neovim 0.7.2 or later'
  elseif v:version < 900 || !has('lua')
    return 'needs Vim 9.0 or later with +lua (Debian: apt install vim-nox), or Neovim 0.7.2 or later'
  elseif &encoding !=# 'utf-8'
    return "needs 'encoding' to be utf-8: put \"set encoding=utf-8\" at the top of your vimrc"
  endif
  return ''
endfunction

" Calls the function `name` of lua/stdaily/`module` and returns what it returns.
function! stdaily#call(module, name, ...) abort
  let obstacle = s:obstacle()
  if !empty(obstacle)
    call stdaily#echo('ErrorMsg', [obstacle], 1)
    return 0
  endif
  return luaeval("require('stdaily.editor').run(_A)", [a:module, a:name] + a:000)
endfunction

function! stdaily#complete(lead, line, position) abort
  return empty(s:obstacle()) ? stdaily#call('complete', 'subcommand', a:lead, a:line, a:position) : []
endfunction

function! stdaily#complete_open(lead, line, position) abort
  return empty(s:obstacle()) ? stdaily#call('complete', 'open', a:lead, a:line, a:position) : []
endfunction

" For 'tagfunc'.
function! stdaily#tags(pattern, flags, info) abort
  return stdaily#call('follow', 'tags', a:pattern, a:flags)
endfunction

" A tag of ours is an address; Vim 9.2 takes it for one on the net and refuses it, unless it is told not to: while
" the cursor is in a buffer of ours.
function! stdaily#enter() abort
  if exists('+tagsecure') && !exists('s:tagsecure')
    let s:tagsecure = &tagsecure
    set notagsecure
  endif
endfunction

function! stdaily#leave() abort
  if exists('s:tagsecure')
    let &tagsecure = s:tagsecure
    unlet s:tagsecure
  endif
endfunction

let s:least_room = 40

" Shows lines, control characters as ^X.  What is longer than the room for it is cut, so that there is
" nothing to press Enter for, unless it is `whole` or would tell nothing; :messages has all of it.
function! stdaily#echo(group, lines, whole) abort
  let room = &columns * max([&cmdheight - 1, 0]) + v:echospace
  redraw
  execute 'echohl' a:group
  for line in a:lines
    let text = 'stdaily: ' . strtrans(line)
    if a:whole || room < s:least_room || strdisplaywidth(text) <= room
      echomsg text
    else
      call s:remember(text)
      echo strcharpart(text, 0, room - 1) . '…'
    endif
  endfor
  echohl None
endfunction

" Puts a text into :messages.
function! s:remember(text) abort
  let more = &more
  set nomore
  echomsg a:text
  redraw " for this, nobody has to press Enter
  let &more = more
endfunction

" Runs Ex commands, one a line; returns "" or the error's text.
function! stdaily#execute(commands) abort
  try
    for command in split(a:commands, "\n")
      execute command
    endfor
  catch
    return substitute(v:exception, '^Vim\%((\S\+)\)\?:', '', '')
  endtry
  return ''
endfunction

" For 'quickfixtextfunc': the lines of a list of ours.
function! stdaily#quickfix_text(info) abort
  let what = {'id': a:info.id, 'items': 1}
  let items = a:info.quickfix ? getqflist(what).items : getloclist(a:info.winid, what).items
  return map(items[a:info.start_idx - 1 : a:info.end_idx - 1],
        \ {_, item -> item.module . '|' . (item.lnum > 1 ? item.lnum : '') . '| ' . item.text})
endfunction

" Takes away a buffer's lines after the last one to keep.
function! stdaily#cut(buffer, last) abort
  silent call deletebufline(a:buffer, a:last + 1, '$')
endfunction

" Whether a folder, or a folder in it, holds pages.  Looks at a few hundred names at most.
function! stdaily#has_pages(folder) abort
  let seen = 0
  for name in s:names(a:folder)
    if name =~? '\.\%(txt\|md\)$'
      return 1
    endif
  endfor
  for name in s:names(a:folder)
    let inner = a:folder . '/' . name
    if isdirectory(inner) && match(s:names(inner), '\c\.\%(txt\|md\)$') >= 0
      return 1
    endif
    let seen += 1
    if seen >= 100
      break
    endif
  endfor
  return 0
endfunction

function! s:names(folder) abort
  let s:count = 0
  try
    return readdir(a:folder, {name -> name[0] ==# '.' ? 0 : s:bounded()})
  catch
    return []
  endtry
endfunction

function! s:bounded() abort
  let s:count += 1
  return s:count > 300 ? -1 : 1
endfunction
