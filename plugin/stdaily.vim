" stdaily: an archive of a newspaper, read inside Vim and Neovim.
" Only this file is read at start; the rest is loaded by what it defines.
if exists('g:loaded_stdaily') || &compatible
  finish
endif
let g:loaded_stdaily = 1

command! -nargs=? -complete=customlist,stdaily#complete_open StdOpen
      \ call stdaily#call('command', 'open', <q-args>, <q-mods>)
command! -nargs=? -complete=customlist,stdaily#complete Std
      \ call stdaily#call('command', 'run', <q-args>, <q-mods>)

augroup stdaily
  autocmd!
  autocmd BufReadCmd stdaily://* ++nested call stdaily#call('view', 'read', str2nr(expand('<abuf>')))
augroup END

nnoremap <silent> <Plug>(stdaily-open) <Cmd>StdOpen<CR>
nnoremap <silent> <Plug>(stdaily-pick) <Cmd>Std pick<CR>
nnoremap <silent> <Plug>(stdaily-search) <Cmd>Std search<CR>
nnoremap <silent> <Plug>(stdaily-resume) <Cmd>Std resume<CR>
