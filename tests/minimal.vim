" Nothing but the plugin and the sample archive, for ./try and for reports of problems:
"     nvim -u tests/minimal.vim +StdOpen
set nocompatible
let s:root = expand('<sfile>:p:h:h')
let &runtimepath = fnameescape(s:root) . ',' . $VIMRUNTIME
let g:stdaily = {'archive': s:root . '/tests/sample'}
filetype plugin on
syntax on
