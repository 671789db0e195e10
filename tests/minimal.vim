" Nothing but the plugin and the sample archive, for ./try and for reports of problems:
"     nvim -u tests/minimal.vim +StdOpen
set nocompatible encoding=utf-8
let s:root = expand('<sfile>:p:h:h')
let &runtimepath = escape(s:root, ',\') . ',' . $VIMRUNTIME
let g:stdaily = {'archive': s:root . '/tests/sample'}
filetype plugin on
syntax on
